/** What the order of words says of whose a day is, whatever the tree: the day right behind an act, or right behind a word of saying. */
import type { Timex } from '../model/index.ts'
import { range } from '../text/range.ts'
import { followsSaying } from '../times/direction.ts'
import type { Account } from './account.ts'
import { tokensOf, type Reading } from './reading.ts'

/** "Police said on Tuesday", "a report published on Wednesday": the day right behind a word of saying. */
export const isSaidDay = (r: Reading, time: Timex): boolean => followsSaying(r.text.text.slice(Math.max(0, time.start - SAYING), time.start))
/** Characters before a day in which the word of saying stands. */
const SAYING = 60

/** "Shelled the market of Novi Ravno on Friday": no verb and no break of clause stands between an act and the day behind it. */
export function isRightBehind(r: Reading, time: Timex, accounts: readonly Account[]): boolean {
  const { first } = tokensOf(r.text, time), { sentence } = r.text.tokens[first]!
  return !opensSentence(r, first) && accounts.some(a => a.sentence === sentence && a.triggers.some(t => t.token < first && range(t.last, first).every(i => isPlain(r, i))))
}

const opensSentence = (r: Reading, first: number): boolean => first - r.text.sentences[r.text.tokens[first]!.sentence]!.first <= OPENING
/** Tokens of a sentence in which the day that heads it begins. */
const OPENING = 3

const isPlain = (r: Reading, i: number): boolean => !/^(?:VERB|AUX|SCONJ)$/.test(r.syntax.upos[i] ?? '') && !/^(?:[,;:()“”"–—]|that|who|which|after|before|when)$/i.test(r.text.tokens[i]!.norm)
