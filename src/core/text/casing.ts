/** Casing: whether a report is in capitals, and the form of each word that models should read. */
import type { Casing } from '../model/index.ts'

const LONG = /\p{L}{4,}/u
const UPPER = /^[\p{Lu}'.-]+$/u
const LOWER = /^[\p{Ll}'.-]+$/u
const TITLE = /^\p{Lu}[\p{Ll}'-]+$/u
/** A word in lower-case letters; clitics ("n't") and marks are none. */
const PLAIN = /^\p{Ll}+$/u
const ACRONYM = 4

/** A capital at the start of a word; "I" tells nothing. */
const CAPITAL = /^\p{Lu}(?!\p{Lu})/u
const LETTER = /\p{L}/u

/** How the report as a whole is written: in capitals by its words of four letters or more, without capitals by all its words. */
export function readCasing(words: readonly string[]): Casing {
  let all = 0, capital = 0, long = 0, upper = 0, lower = 0
  for (const word of words) {
    if (LETTER.test(word)) all++
    if (CAPITAL.test(word) && word !== 'I') capital++
    if (!LONG.test(word)) continue
    long++
    if (UPPER.test(word)) upper++
    else if (LOWER.test(word)) lower++
  }
  if (long === 0) return 'mixed'
  if (upper > 0.7 * long) return 'upper'
  return lower > 0.98 * long && long >= 8 && capital <= 0.01 * all ? 'lower' : 'mixed'
}

/** How a report's own running text writes each word, by its lower-cased form. */
export interface OwnCase { readonly lower: ReadonlySet<string>; readonly title: ReadonlyMap<string, string>; readonly upper: ReadonlySet<string> }

/** One sentence as far as casing goes: its words in order. */
export type Words = readonly string[]

/** Collects the casing of words in sentences of running text; a sentence's first word says nothing. */
export function readOwnCase(sentences: readonly Words[]): OwnCase {
  const lower = new Set<string>(), title = new Map<string, string>(), upper = new Set<string>()
  for (const words of sentences) {
    words.forEach((word, i) => {
      if (LOWER.test(word)) lower.add(word)
      else if (UPPER.test(word) && word.length > 1) upper.add(word)
      else if (i > 0 && TITLE.test(word)) title.set(word.toLowerCase(), word)
    })
  }
  return { lower, title, upper }
}

/** True for a sentence in capitals within a report that is not. */
export const isShouted = (words: Words): boolean => styled(words, UPPER, 0.8, 2)

/** True for a sentence that capitalises nearly every long word, as headlines do, and leaves only `small` words ("of", "after") in lower case. */
export function isTitleCase(words: Words, small: ReadonlySet<string>): boolean {
  return words.every(word => !PLAIN.test(word) || small.has(word)) && words.filter(word => LONG.test(word)).length >= 3 && styled(words, /^\p{Lu}/u, 0.85, 3)
}

function styled(words: Words, style: RegExp, share: number, least: number): boolean {
  const long = words.filter(word => LONG.test(word))
  return long.length >= least && long.filter(word => style.test(word)).length >= share * long.length
}

/** The form of a word of a shouted sentence: an acronym stays, a name takes the body's casing, the rest is lower-cased. */
export function unshouted(word: string, own: OwnCase): string {
  if (!UPPER.test(word) || word.length < 2) return word.length === 1 && word !== 'I' ? word.toLowerCase() : word
  const lower = word.toLowerCase()
  if (own.lower.has(lower)) return lower
  if (own.upper.has(word) && word.length <= ACRONYM) return word
  return own.title.get(lower) ?? lower
}

/** The form of a word of a title-case sentence: lower-cased if the body or common English writes it so. */
export function untitled(word: string, index: number, own: OwnCase, common: ReadonlySet<string>): string {
  if (index === 0 || !TITLE.test(word)) return word
  const lower = word.toLowerCase()
  if (own.title.has(lower) && !own.lower.has(lower)) return word
  return own.lower.has(lower) || common.has(lower) ? lower : word
}
