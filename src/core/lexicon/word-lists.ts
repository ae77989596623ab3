/** Lists of English words that one rule or a few ask for, by their names: each is a row of data/word-lists.tsv (test/tables.test.ts). */
import { listCell, parseTable } from './table.ts'

/** The name of every list, in the order of the alphabet. */
export const WORD_LISTS = [
  'aim-participle', 'announce-verb', 'any-crowd', 'anybody', 'ask-verb',
  'before-list', 'begin-verb', 'beset-verb', 'body-by-kind',
  'carry-wounded', 'communique-owner', 'condemnation', 'count-verb',
  'decree-verb', 'demand-verb', 'demanded', 'disown-verb', 'doer-noun', 'drive-off',
  'earlier-word', 'effect-noun', 'end-verb',
  'fight-noun', 'figure-noun', 'figure-teller', 'found-before-verb',
  'get-verb', 'give-figure', 'give-up', 'group-word', 'group-word-own', 'guilty-word',
  'held-by', 'hold-place', 'hunt',
  'in-toll', 'into-effect', 'issue-verb',
  'keep-strike', 'kin',
  'lasting-act', 'leave-place', 'loss-noun',
  'meant-for', 'measure-of-acts', 'mediate-verb', 'member-of-side',
  'named-as', 'nameless-side', 'newsroom',
  'of-toll', 'one-sided-verb', 'ongoing-word', 'onset-verb', 'order-noun', 'organ-of-state', 'own-arms',
  'part-in-act', 'pass-by', 'perceive-verb',
  'reached-verb', 'run-away',
  'send-weapon', 'shared-by-two', 'speak-of-act', 'speaker-verb', 'speaks-for', 'speech-setting', 'state-body', 'stop-attack', 'summed-span',
  'supposed-as',
  'take-from', 'take-responsibility', 'tell-verb', 'thing-does-verb', 'throw-or-shout',
  'under-way', 'utter-verb',
  'vague-act', 'vague-party',
  'watchdog', 'watching-group', 'way-no-party', 'wide-site', 'wide-victim',
] as const

export type WordList = (typeof WORD_LISTS)[number]

/** Lemmas or forms by the name of their list. */
export type WordLists = Readonly<Record<WordList, ReadonlySet<string>>>

/** `table`: text of data/word-lists.tsv. A list that has no row is empty. */
export function buildWordLists(table: string): WordLists {
  const rows = new Map(parseTable(table).map(row => [row['list'] ?? '', row['words']]))
  return Object.fromEntries(WORD_LISTS.map(name => [name, new Set(listCell(rows.get(name)))])) as unknown as WordLists
}
