/** Lists of English words that one rule or a few ask for, by their names: each is a row of data/word-lists.tsv (test/tables.test.ts). */
import { listCell, parseTable } from './table.ts'

/** The name of every list, in the order of the alphabet. */
export const WORD_LISTS = [
  'after-no-one', 'ailing-noun', 'aim-participle', 'alleging-verb', 'among-those', 'announce-verb', 'any-crowd', 'anybody', 'argue-verb', 'ask-verb', 'attacker-noun',
  'backing-participle', 'bare-force', 'before-harm', 'before-harm-verb', 'before-list', 'begin-verb', 'behest-noun', 'beset-verb', 'beside-adverb', 'body-by-kind', 'break-limb',
  'carry-people', 'carry-wounded', 'collective', 'common-word', 'communique-owner', 'condemnation', 'count-verb', 'court-noun', 'crying-verb',
  'death-noun', 'decree-verb', 'demand-verb', 'demanded', 'detain-verb', 'die-verb', 'diplomat-noun', 'disown-verb', 'doer-noun', 'draw-verb', 'drive-off',
  'earlier-word', 'effect-noun', 'end-verb',
  'fatal-verb', 'fatally', 'fight-noun', 'figure-noun', 'figure-teller', 'figure-verb', 'find-body', 'found-before-verb',
  'get-verb', 'give-figure', 'give-up', 'ground', 'group-word', 'group-word-own', 'guilty-word', 'gunfight',
  'handiwork-noun', 'harm-verb', 'held-by', 'hold-place', 'holding-post', 'holds-people', 'hunt', 'hurt-adjective', 'hurt-verb', 'hurting-noun',
  'in-toll', 'injury-noun', 'into-effect', 'issue-verb',
  'keep-strike', 'kill-verb', 'kin',
  'lasting-act', 'leave-place', 'left-noun', 'loss-noun',
  'meant-for', 'measure', 'measure-of-acts', 'mediate-verb', 'member-of-side', 'men-of',
  'named-as', 'nameless-side', 'news-verb', 'newsroom',
  'of-denial', 'of-toll', 'one-sided-verb', 'ongoing-word', 'only-counted', 'onset-verb', 'open-ground', 'order-noun', 'organ-of-state', 'own-arms',
  'part-in-act', 'part-of-building', 'part-of-counted', 'pass-by', 'perceive-verb',
  'reached-verb', 'reckon-noun', 'run-away',
  'says-nobody', 'seat-of-power', 'send-weapon', 'settlement', 'shared-by-two', 'span-of-time', 'speak-of-act', 'speaker-verb', 'speaks-for', 'speech-setting',
  'state-body', 'state-troops', 'stop-attack', 'suffer-loss', 'summed-span', 'supposed-as',
  'take-from', 'take-life', 'take-responsibility', 'tell-verb', 'thing-does-verb', 'throw-or-shout',
  'under-way', 'unharmed', 'used-by', 'utter-verb',
  'vague-act', 'vague-participant', 'vague-party', 'vessel-for',
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
