/** Reads an amount that begins at a token: digits, number words, vague words, ranges. */
import type { Amount, NumberLexicon } from './lexicon.ts'

/** An amount and the token after it. */
export interface Read { readonly amount: Amount; readonly last: number; readonly rule: string }

const DIGITS = /^(?:\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.\d+)?$/
const PAIR = /^(\d{1,7})[-–—](\d{1,7})$/
const DASH = /^[-–—]$/

/** Plain number of one token, or null. "20s" and "1st" are none. */
export function numberOf(word: string, lexicon: NumberLexicon): number | null {
  if (DIGITS.test(word)) return Number(word.replaceAll(',', ''))
  const known = lexicon.numbers.get(word)
  if (known !== undefined) return known
  const [tens, units, more] = word.split(/[-–]/)
  const a = lexicon.numbers.get(tens ?? ''), b = lexicon.numbers.get(units ?? '')
  return more === undefined && a !== undefined && b !== undefined && a >= 20 && b < 10 ? a + b : null
}

/** The amount at token `i` of lower-case `words`, or null. `end` is the end of the sentence. */
export function readAmount(words: readonly string[], i: number, end: number, lexicon: NumberLexicon): Read | null {
  return readVague(words, i, end, lexicon) ?? readRange(words, i, end, lexicon) ?? readExact(words, i, end, lexicon)
}

function readVague(words: readonly string[], i: number, end: number, lexicon: NumberLexicon): Read | null {
  for (const phrase of lexicon.vague.get(words[i] ?? '') ?? []) {
    if (i + phrase.words.length > end || phrase.words.some((w, k) => words[i + k] !== w)) continue
    let last = i + phrase.words.length, factor = 1
    while (words[last] === 'of' && lexicon.vague.has(words[last + 1] ?? '') && /^(?:thousands|millions|hundreds)$/.test(words[last + 1] ?? '') && last + 1 < end) {
      factor *= ({ hundreds: 100, thousands: 1000, millions: 1e6 } as Record<string, number>)[words[last + 1] ?? ''] ?? 1
      last += 2
    }
    const times = (n: number | null): number | null => (n === null ? null : n * factor)
    return { amount: { min: times(phrase.value.min), max: times(phrase.value.max) }, last, rule: 'count:vague' }
  }
  return null
}

/** "between 20 and 30", "20 to 30", "20-30", "two or three". */
function readRange(words: readonly string[], i: number, end: number, lexicon: NumberLexicon): Read | null {
  const pair = PAIR.exec(words[i] ?? '')
  if (pair) return rangeOf(Number(pair[1]), Number(pair[2]), i + 1)
  const between = words[i] === 'between', from = between ? i + 1 : i
  const low = readExact(words, from, end, lexicon)
  if (low === null || low.last >= end) return null
  const joint = words[low.last] ?? ''
  if (!(between ? joint === 'and' : joint === 'to' || joint === 'or' || DASH.test(joint))) return null
  const high = readExact(words, low.last + 1, end, lexicon)
  if (high === null || low.amount.min === null || high.amount.min === null) return null
  const scale = high.amount.min >= 1000 && low.amount.min < 100 && lexicon.scales.has(words[high.last - 1] ?? '') ? lexicon.scales.get(words[high.last - 1] ?? '') ?? 1 : 1
  return rangeOf(low.amount.min * scale, high.amount.min, high.last)
}

const rangeOf = (low: number, high: number, last: number): Read | null => (low < high ? { amount: { min: low, max: high }, last, rule: 'count:range' } : null)

/** "23", "1.2 million", "a hundred and twenty", "twenty - one", "two dozen". */
function readExact(words: readonly string[], i: number, end: number, lexicon: NumberLexicon): Read | null {
  const article = words[i] === 'a' || words[i] === 'an'
  let at = article ? i + 1 : i
  if (article && !lexicon.scales.has(words[at] ?? '')) return null
  let total = 0, part: number | null = article ? 1 : null
  for (; at < end; at++) {
    const word = words[at] ?? '', scale = lexicon.scales.get(word), value = scale === undefined ? numberOf(word, lexicon) : null
    if (scale !== undefined && part !== null) {
      part *= scale
      if (scale >= 1000) { total += part; part = 0 }
    } else if (value !== null && (part === null || (fits(part, value) && !DIGITS.test(word)))) part = (part ?? 0) + value
    else if (!(word === 'and' && part !== null && part >= 100 && within(words[at + 1], lexicon)) && !(DASH.test(word) && part !== null && part >= 20 && part < 100 && part % 10 === 0 && below10(words[at + 1], lexicon))) break
  }
  const value = part === null ? null : total + part
  return value === null ? null : { amount: { min: value, max: value }, last: at, rule: 'count:exact' }
}

const fits = (part: number, value: number): boolean => part === 0 || (value < 10 && part % 10 === 0 && part >= 20) || (value < 100 && part % 100 === 0)
const within = (word: string | undefined, lexicon: NumberLexicon): boolean => lexicon.numbers.has((word ?? '').split('-')[0] ?? '')
const below10 = (word: string | undefined, lexicon: NumberLexicon): boolean => (lexicon.numbers.get(word ?? '') ?? 10) < 10
