/** Lists of English words that one rule or a few ask for, by their names: each is a row of data/word-lists.tsv (test/tables.test.ts). */
import { listCell, parseTable } from './table.ts'

/** The name of every list, in the order of the alphabet. */
export const WORD_LISTS = [
  'any-crowd', 'anybody', 'ask-verb',
  'body-by-kind',
  'communique-owner', 'condemnation', 'count-verb',
  'disown-verb',
  'found-before-verb',
  'group-word', 'group-word-own', 'guilty-word',
  'issue-verb',
  'member-of-side',
  'named-as', 'nameless-side', 'newsroom',
  'onset-verb', 'organ-of-state', 'own-arms',
  'part-in-act', 'perceive-verb',
  'reached-verb',
  'speaks-for', 'speech-setting', 'state-body', 'supposed-as',
  'take-responsibility', 'tell-verb', 'thing-does-verb',
  'utter-verb',
  'vague-act',
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
