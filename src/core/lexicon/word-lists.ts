/** Lists of English words that one rule or a few ask for, by their names: each is a row of data/word-lists.tsv (test/tables.test.ts). */
import { listCell, parseTable } from './table.ts'

/** The name of every list, in the order of the alphabet. */
export const WORD_LISTS = [
  'announce-verb', 'any-crowd', 'anybody', 'ask-verb',
  'beset-verb', 'body-by-kind',
  'communique-owner', 'condemnation', 'count-verb',
  'decree-verb', 'demand-verb', 'demanded', 'disown-verb', 'doer-noun', 'drive-off',
  'found-before-verb',
  'give-up', 'group-word', 'group-word-own', 'guilty-word',
  'held-by', 'hold-place', 'hunt',
  'issue-verb',
  'keep-strike', 'kin',
  'leave-place', 'loss-noun',
  'measure-of-acts', 'member-of-side',
  'named-as', 'nameless-side', 'newsroom',
  'onset-verb', 'order-noun', 'organ-of-state', 'own-arms',
  'part-in-act', 'perceive-verb',
  'reached-verb', 'run-away',
  'send-weapon', 'shared-by-two', 'speaker-verb', 'speaks-for', 'speech-setting', 'state-body', 'stop-attack', 'supposed-as',
  'take-responsibility', 'tell-verb', 'thing-does-verb', 'throw-or-shout',
  'under-way', 'utter-verb',
  'vague-act', 'vague-party',
  'watchdog', 'watching-group', 'wide-site',
] as const

export type WordList = (typeof WORD_LISTS)[number]

/** Lemmas or forms by the name of their list. */
export type WordLists = Readonly<Record<WordList, ReadonlySet<string>>>

/** `table`: text of data/word-lists.tsv. A list that has no row is empty. */
export function buildWordLists(table: string): WordLists {
  const rows = new Map(parseTable(table).map(row => [row['list'] ?? '', row['words']]))
  return Object.fromEntries(WORD_LISTS.map(name => [name, new Set(listCell(rows.get(name)))])) as unknown as WordLists
}
