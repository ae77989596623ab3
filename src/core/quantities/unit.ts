/** What a number phrase measures: people, money, time (dates and ages as well), lengths and weights, shares. */
import type { Count, SyntaxLayer, TextLayer } from '../model/index.ts'
import { DASH, type Read } from './amount.ts'
import { phraseBefore, type NumberLexicon } from './lexicon.ts'

/** A number phrase in its text: tokens `first..last` with its bounds, `number` where the amount itself begins, `end` of the sentence. */
export interface Found {
  readonly text: TextLayer
  readonly syntax: SyntaxLayer
  readonly lexicon: NumberLexicon
  readonly words: readonly string[]
  readonly number: number
  readonly first: number
  readonly last: number
  readonly end: number
  readonly read: Read
}

interface Counted { readonly of: number; readonly unit: Count['unit'] }

/**
 * The unit, and the noun that is counted.
 * "A 500-strong force", "an eight-member team", "a three-man patrol" say how big a body is: their unit is `measure` and they
 * count no noun, so that nobody takes the body's size for a number of victims or of bodies.
 */
export function unitOf(f: Found, of: number): Counted {
  const glued = isMoney(f) ? 'money' : gluedUnit(f)
  if (glued === 'measure' || f.read.unit === 'measure' || isSize(f, of)) return { of: -1, unit: 'measure' }
  return { of, unit: f.read.unit ?? glued ?? (isAge(f, of) || isDate(f, of) ? 'time' : beside(f, of) ?? nounUnit(f, of)) }
}

/** The unit of a word, of a word with a sentence's full stop on it, or of its lemma. */
const wordUnit = ({ lexicon, words, syntax }: Found, i: number): Count['unit'] | undefined => lexicon.units.get(words[i] ?? '') ?? lexicon.units.get((words[i] ?? '').replace(/\.$/, '')) ?? lexicon.units.get((syntax.lemma[i] ?? '').toLowerCase())

const isMoney = ({ lexicon, words, number }: Found): boolean => { const before = words[number - 1] ?? ''; return lexicon.words.currency.has(before) || /[$€£¥₦₹]$/.test(before) }

/** "12-year-old", "a 500-strong force", "a three-vehicle convoy", "3-1", "2010-11": a number hyphened to what follows or, in digits, to a number before. */
function gluedUnit({ text, lexicon, words, number, last, end }: Found): Count['unit'] | undefined {
  const joined = (i: number): boolean => DASH.test(words[i] ?? '') && text.tokens[i - 1]?.end === text.tokens[i]!.start && text.tokens[i]!.end === text.tokens[i + 1]?.start
  if (number > 0 && joined(number - 1) && /\d$/.test(words[number - 2] ?? '')) return 'measure'
  if (!DASH.test(words[last] ?? '') || last + 1 >= end) return undefined
  if (YEAR.test(words[number] ?? '') && /^\d/.test(words[last + 1] ?? '')) return 'time'
  const unit = lexicon.units.get(words[last + 1] ?? '') ?? lexicon.units.get((words[last + 1] ?? '').replace(/s$/, ''))
  return unit !== undefined && unit !== 'people' ? unit : joined(last) ? 'measure' : undefined
}

/** "an eight member team", "a force 5,000 strong". */
function isSize({ syntax, lexicon, words, last, end, read }: Found, of: number): boolean {
  if (last >= end || !lexicon.words.size.has(words[last] ?? '') || read.amount.max === 1 || syntax.xpos[of] === 'NNS') return false
  return words[last] === 'strong' || (syntax.xpos[last] === 'NN' && syntax.upos[last + 1] === 'NOUN')
}

/** A unit right after the number, people aside; "12 foot soldiers" are people. */
function beside(f: Found, of: number): Count['unit'] | undefined {
  const { syntax, lexicon, words, last, end } = f, unit = lexicon.units.get(`${words[last] ?? ''} ${words[last + 1] ?? ''}`) ?? wordUnit(f, last)
  const leans = of === last + 1 && syntax.xpos[last] === 'NN' && syntax.xpos[of] === 'NNS' && nounUnit(f, of) === 'people'
  return last < end && unit !== 'people' && !leans ? unit : undefined
}

const nounUnit = (f: Found, of: number): Count['unit'] => (of < 0 ? 'unknown' : f.lexicon.units.get((f.syntax.lemma[of] ?? '').toLowerCase()) ?? wordUnit(f, of) ?? 'unknown')

const OLDEST = 120
const YEAR = /^(?:19|20)\d\d$/

/** "aged 45", "aged 12, 14 and 15", "Ali, 45, said", "Ali (45)", "children under 5". */
function isAge(f: Found, of: number): boolean {
  const { words, first, lexicon, read: { amount, rule } } = f, oldest = amount.max ?? amount.min ?? 0
  if (oldest < 1 || oldest > OLDEST || rule === 'count:vague') return false
  if (phraseBefore(lexicon.age, words, first, 0) !== undefined) return true
  if (of >= 0) return false
  let before = first
  while (/^(?:,|and|or|\d{1,2})$/.test(words[before - 1] ?? '') || lexicon.numbers.has(words[before - 1] ?? '')) before--
  return (before < first && phraseBefore(lexicon.age, words, before, 0) !== undefined) || isApposed(f) || (/^(?:under|over|above|below)$/.test(words[first] ?? '') && wordUnit(f, first - 1) === 'people')
}

/** A bare number between commas or brackets after a person's name, or after a singular noun for a person ("his son, 12, was"). */
function isApposed(f: Found): boolean {
  const { syntax, words, first, last, end, read } = f, who = first - 2, word = words[who] ?? ''
  if (read.rule !== 'count:exact' || !/^[,(]$/.test(words[first - 1] ?? '') || (last < end && !/^[,).;]$/.test(words[last] ?? ''))) return false
  if (syntax.xpos[who] === 'NN') return wordUnit(f, who) === 'people' || syntax.xpos[who - 1] === 'PRP$'
  return syntax.xpos[who] === 'NNP' && !MONTH.test(word) && !WEEKDAY.test(word) && !syntax.names.some(n => n.first <= who && who < n.last && (n.label === 'LOC' || n.label === 'ORG'))
}

const WEEKDAY = /^(?:sun|mon|tues|wednes|thurs|fri|satur)day$/
const MONTH = /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?$/

/** "Jan. 20", "20 January", "in 2024", "the 2014 war", "10-15 March". */
function isDate(f: Found, of: number): boolean {
  const { number, last, read } = f
  if (last === number + 1) return isDay(f, number, of) || isYear(f, of)
  return read.rule === 'count:range' && (isDay(f, number, of) || isDay(f, last - 1, of))
}

/** A month beside it; "in March 12 people died" counts people. */
function isDay(f: Found, i: number, of: number): boolean {
  const { text, words } = f, month = (k: number): boolean => MONTH.test(words[k] ?? '') && /^\p{Lu}/u.test(text.tokens[k]!.norm)
  if (!/^\d{1,2}$/.test(words[i] ?? '')) return false
  return (month(i - 1) && !(words[i - 2] === 'in' && countsPeople(f, of))) || month(i + 1)
}

const countsPeople = (f: Found, of: number): boolean => of >= f.last && of <= f.last + 1 && nounUnit(f, of) === 'people'

/** A year: what it stands before is not counted by it, or is one thing, or is definite ("the 2014 elections"). */
function isYear(f: Found, of: number): boolean {
  const { syntax, lexicon, words, number, first } = f, before = words[number - 1] ?? ''
  if (!YEAR.test(words[number] ?? '')) return false
  if (of < 0 || lexicon.words['in-date'].has(before) || MONTH.test(/^\d{1,2}$/.test(before) ? words[number - 2] ?? '' : before)) return true
  if (countsPeople(f, of) && syntax.head[number] === of) return false
  return of > number + 2 || lexicon.words['near-date'].has(before) || (nounUnit(f, of) !== 'people' && (/^NNP?$/.test(syntax.xpos[of] ?? '') || words[first] === 'the' || /^(?:PRP\$|POS|DT)$/.test(syntax.xpos[number - 1] ?? '')))
}
