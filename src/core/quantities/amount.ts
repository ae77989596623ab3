/** Reads an amount that begins at a token: digits, number words, vague words, ranges, shares. */
import type { Count } from '../model/index.ts'
import { phraseAt, phraseBefore, type Amount, type NumberLexicon } from './lexicon.ts'

/** An amount and the token after it; `unit` where the words themselves say it. */
export interface Read { readonly amount: Amount; readonly last: number; readonly rule: string; readonly unit?: Count['unit'] }

const DIGITS = /^(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d{1,12})(?:\.\d+)?$/
const OPEN = /^([\d.,]+)\+$/
const SHORT = /^([\d.]+)(k|m|mn|bn)$/
const SHORT_SCALES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mn: 1e6, bn: 1e9 }
const COMPOUND = /^(\d[\d,]*)-(\p{L}+)$/u
const PAIR = /^(\d{1,7})[-–—](\d{1,7})$/
export const DASH = /^[-–—]$/

/** Plain number of one token, or null. "20s" and "1st" are none. */
export function numberOf(word: string, lexicon: NumberLexicon): number | null {
  if (DIGITS.test(word)) return Number(word.replaceAll(',', ''))
  const known = lexicon.numbers.get(word)
  if (known !== undefined) return known
  const [tens, units, more] = word.split(/[-–]/)
  const a = lexicon.numbers.get(tens ?? ''), b = lexicon.numbers.get(units ?? '')
  return more === undefined && a !== undefined && b !== undefined && a >= 20 && b < 10 ? a + b : null
}

type Reader = (words: readonly string[], i: number, end: number, lexicon: NumberLexicon) => Read | null

/** The amount at token `i` of lower-case `words`, or null. `end` is the end of the sentence. */
export const readAmount: Reader = (words, i, end, lexicon) => readVague(words, i, end, lexicon) ?? readShare(words, i, end, lexicon) ?? readRange(words, i, end, lexicon) ?? readToken(words, i, lexicon) ?? readExact(words, i, end, lexicon)

const exactly = (value: number, last: number, rule = 'count:exact'): Read => ({ amount: { min: value, max: value }, last, rule })

/** "dozens", "several hundred thousand", "tens of thousands", "hundreds and hundreds", "hundreds or thousands". */
const readVague: Reader = (words, i, end, lexicon) => {
  const phrase = phraseAt(lexicon.vague, words, i, end)
  if (phrase === undefined) return null
  let last = i + phrase.words.length, factor = 1
  for (let again = true; again;) {
    const scale = last < end ? lexicon.scales.get(words[last] ?? '') : undefined, of = words[last] === 'of' && last + 1 < end ? pluralScale(words[last + 1], lexicon) : undefined
    again = scale !== undefined || of !== undefined
    factor *= scale ?? of ?? 1
    last += scale !== undefined ? 1 : of !== undefined ? 2 : 0
  }
  if (/^(?:and|upon)$/.test(words[last] ?? '') && words[last + 1] === words[last - 1] && last + 1 < end) last += 2
  const times = (n: number | null): number | null => (n === null ? null : n * factor)
  const other = words[last] === 'or' || words[last] === 'to' ? readVague(words, last + 1, end, lexicon) : null
  if (other?.amount.max === null && phrase.value.max === null) last = other.last
  return { amount: { min: times(phrase.value.min), max: times(phrase.value.max) }, last, rule: 'count:vague' }
}

/** "hundreds", "lakhs": a scale in the plural. */
const pluralScale = (word: string | undefined, lexicon: NumberLexicon): number | undefined => (word?.endsWith('s') === true ? lexicon.scales.get(word.slice(0, -1)) : undefined)

/** "half of", "a third of", "two-thirds": a share in percent. "Half an hour" is half of one. */
const readShare: Reader = (words, i, end, lexicon) => {
  const alone = lexicon.fractions.get(words[i] ?? '')
  if (words[i] === 'half' && /^an?$/.test(words[i + 1] ?? '') && lexicon.units.has(words[i + 2] ?? '') && i + 2 < end) return exactly(0.5, i + 2)
  if (words[i] === 'half' && alone !== undefined) return (i + 1 < end && lexicon.words.whole.has(words[i + 1] ?? '')) || isBounded(words, i, lexicon) ? shareOf(alone, i + 1) : null
  const many = /^an?$/.test(words[i] ?? '') ? 1 : numberOf(words[i] ?? '', lexicon), dashed = many !== null && DASH.test(words[i + 1] ?? ''), at = dashed ? i + 2 : i + 1
  const word = words[at] ?? '', part = lexicon.fractions.get(word) ?? lexicon.fractions.get(word.replace(/s$/, ''))
  if (many === null || many < 1 || part === undefined || at >= end || many * part > 100) return null
  return dashed || (at + 1 < end && lexicon.words.whole.has(words[at + 1] ?? '')) ? shareOf(many * part, at + 1) : null
}

/** "more than half"; "the half" says less. */
const isBounded = (words: readonly string[], i: number, lexicon: NumberLexicon): boolean => (phraseBefore(lexicon.before, words, i, 0)?.words[0] ?? 'the') !== 'the'

const shareOf = (percent: number, last: number): Read => ({ ...exactly(Math.round(percent), last, 'count:share'), unit: 'share' })

/** "between 20 and 30", "20 to 30", "20-30", "two or three"; "rose from 12 to 15" is two amounts. */
const readRange: Reader = (words, i, end, lexicon) => {
  const pair = PAIR.exec(words[i] ?? '')
  if (pair) return rangeOf(Number(pair[1]), Number(pair[2]), i + 1)
  const between = words[i] === 'between', from = between ? i + 1 : i
  const low = between ? lowOfTwo(words, from, end, lexicon) : readExact(words, from, end, lexicon)
  if (low === null || low.last >= end) return null
  const joint = words[low.last] ?? ''
  if (!(between ? joint === 'and' : joint === 'to' || joint === 'or' || DASH.test(joint)) || (joint === 'to' && changes(words, i, lexicon))) return null
  const high = readExact(words, low.last + 1, end, lexicon)
  if (high === null || low.amount.min === null || high.amount.min === null) return null
  const scale = scaleOf(words, low.last + 1, high.last, lexicon)
  return rangeOf(low.amount.min * (low.amount.min < high.amount.min / scale ? scale : 1), high.amount.min, high.last)
}

const rangeOf = (low: number, high: number, last: number): Read | null => (low < high ? { amount: { min: low, max: high }, last, rule: 'count:range' } : null)

/** The first of "between A and B", where A may hold an "and" of its own. */
function lowOfTwo(words: readonly string[], from: number, end: number, lexicon: NumberLexicon): Read | null {
  const whole = readExact(words, from, end, lexicon), and = words.indexOf('and', from)
  return whole === null || words[whole.last] === 'and' || and < 0 || and >= whole.last ? whole : readExact(words, from, and, lexicon)
}

/** "rose from", "went up from". */
const changes = (words: readonly string[], i: number, lexicon: NumberLexicon): boolean => words[i - 1] === 'from' && words.slice(Math.max(0, i - 4), i - 1).some(w => lexicon.words.change.has(w))

/** "20 to 30 million": the scale that both ends share. */
function scaleOf(words: readonly string[], first: number, last: number, lexicon: NumberLexicon): number {
  let scale = 1
  for (let k = last - 1; k > first; k--) { const own = lexicon.scales.get(words[k] ?? ''); if (own === undefined) break; scale *= own }
  return scale
}

/** Amounts of one token: "20+", "1.5m people", "5,000-strong". */
const readToken = (words: readonly string[], i: number, lexicon: NumberLexicon): Read | null => {
  const word = words[i] ?? '', open = OPEN.exec(word), short = SHORT.exec(word), compound = COMPOUND.exec(word)
  if (open !== null && DIGITS.test(open[1]!)) return { amount: { min: numberOf(open[1]!, lexicon), max: null }, last: i + 1, rule: 'count:at-least' }
  if (short !== null && DIGITS.test(short[1]!) && (short[2] !== 'm' || isCounted(words, i, lexicon))) return exactly(Number((Number(short[1]) * SHORT_SCALES[short[2]!]!).toPrecision(12)), i + 1)
  if (compound === null || !DIGITS.test(compound[1]!)) return null
  const unit = lexicon.units.get(compound[2]!)
  return { ...exactly(numberOf(compound[1]!, lexicon) ?? 0, i + 1), unit: unit === undefined || unit === 'people' ? 'measure' : unit }
}

/** Whether "5m" is five million: money, or followed by what comes in millions. */
const isCounted = (words: readonly string[], i: number, lexicon: NumberLexicon): boolean => lexicon.words.currency.has(words[i - 1] ?? '') || /^(?:people|.{3,}s)$/.test(words[i + 1] ?? '')

/** A number in the making: whole groups, the group being read, the last scale of a thousand or more. */
interface Growing { total: number; part: number | null; lowest: number }

/** "23", "1.2 million", "a hundred and twenty-three", "two and a half", "two dozen". */
const readExact: Reader = (words, i, end, lexicon) => {
  const article = words[i] === 'a' || words[i] === 'an'
  if (article && !lexicon.scales.has(words[i + 1] ?? '')) return null
  const sum: Growing = { total: 0, part: article || lexicon.bare.has(words[i] ?? '') ? 1 : null, lowest: Infinity }
  let at = article ? i + 1 : i
  for (let taken = 1; taken > 0 && at < end; at += taken) taken = take(sum, words, at, end, lexicon)
  return sum.part === null ? null : exactly(sum.total + sum.part, at)
}

/** Adds the word at `at`, or the joint there with what it joins; how many tokens that took. */
function take(sum: Growing, words: readonly string[], at: number, end: number, lexicon: NumberLexicon): number {
  const word = words[at] ?? '', scale = lexicon.scales.get(word) ?? (sum.part === null ? undefined : pluralScale(word, lexicon)), value = numberOf(word, lexicon)
  if (scale !== undefined && sum.part !== null) return multiply(sum, scale)
  if (value !== null && scale === undefined && (sum.part === null || (fits(sum.part, value) && !DIGITS.test(word)))) { sum.part = (sum.part ?? 0) + value; return 1 }
  if (sum.part === null || at + 1 >= end) return 0
  if (word === 'and' && words[at + 1] === 'a' && words[at + 2] === 'half' && at + 2 < end && !DASH.test(words[at + 3] ?? '')) { sum.part += 0.5; return 3 }
  if (word === 'and' && joins(sum, words, at + 1, lexicon)) return 1
  return DASH.test(word) && (lexicon.scales.has(words[at + 1] ?? '') || (sum.part % 100 >= 20 && sum.part % 10 === 0 && (lexicon.numbers.get(words[at + 1] ?? '') ?? 10) < 10)) ? 1 : 0
}

function multiply(sum: Growing, scale: number): number {
  sum.part = Number(((sum.part ?? 1) * scale).toPrecision(12))
  if (scale >= 1000) { sum.total += sum.part; sum.part = 0; sum.lowest = scale }
  return 1
}

/** Whether "and" and the number word at `next` go on with the number: not in "two hundred and three hundred". */
function joins(sum: Growing, words: readonly string[], next: number, lexicon: NumberLexicon): boolean {
  const part = sum.part ?? 0
  if (sum.total + part < 100 || part % 100 !== 0 || !lexicon.numbers.has((words[next] ?? '').split('-')[0] ?? '')) return false
  const after = DASH.test(words[next + 1] ?? '') ? next + 3 : next + 1, scale = lexicon.scales.get(words[after] ?? '')
  return scale === undefined || (scale < sum.lowest && (part === 0 || scale >= 1000))
}

const fits = (part: number, value: number): boolean => part === 0 || (value < 10 && part % 10 === 0 && part % 100 >= 20) || (value < 100 && part % 100 === 0)
