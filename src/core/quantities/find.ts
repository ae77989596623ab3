/** Finds number phrases with their bounds and what they count. */
import type { Count, SyntaxLayer, TextLayer } from '../model/index.ts'
import { DASH, readAmount, type Read } from './amount.ts'
import { countedBy } from './counted.ts'
import { phraseAt, phraseBefore, type Amount, type NumberLexicon } from './lexicon.ts'
import { unitOf, type Found } from './unit.ts'

/** Counts in text order. Ordinals, and numbers inside names ("F-16", "Resolution 1701"), are left out. */
export function findCounts(text: TextLayer, syntax: SyntaxLayer, lexicon: NumberLexicon): readonly Count[] {
  const words = text.tokens.map(t => t.norm.toLowerCase().replaceAll('’', "'")), out: Count[] = []
  for (const { first, last: end } of text.sentences) for (let i = first; i < end; i++) {
    const none = phraseAt(lexicon.none, words, i, end)
    if (none !== undefined) { i += none.words.length - 1; continue }
    const read = readAmount(words, i, end, lexicon)
    if (read === null || isNone({ text, syntax, lexicon, words }, i, read)) continue
    const bounded = withBounds(words, { amount: read.amount, first: i, last: read.last }, Math.max(first, out.at(-1)?.last ?? 0), end, lexicon)
    out.push(countOf({ text, syntax, lexicon, words, number: i, first: bounded.first, last: bounded.last, end, read }, bounded))
    i = bounded.last - 1
  }
  return out
}

function countOf(found: Found, { amount, first, last, rule }: Bounded): Count {
  const { of, unit } = unitOf(found, countedBy(found)), { tokens } = found.text
  return { ...amount, first, last, start: tokens[first]!.start, end: tokens[last - 1]!.end, of, unit, rule: rule ?? found.read.rule }
}

type Place = Pick<Found, 'text' | 'syntax' | 'lexicon' | 'words'>

/** Words that read as a number and count nothing. */
function isNone({ text, syntax, lexicon, words }: Place, i: number, read: Read): boolean {
  if (insideName(text, i) || (words[i] === 'one' && notANumber(words, syntax, i)) || (words[i] === 'both' && (syntax.deprel[i] ?? '').startsWith('cc'))) return true
  if (read.unit === 'share' && syntax.xpos[i - 1] === 'JJ') return true
  return read.last === i + 1 && /^\d+$/.test(words[i] ?? '') && lexicon.words.label.has(words[i - 1] ?? '') && /^\p{Lu}/u.test(text.tokens[i - 1]!.norm)
}

/** A number glued to what stands before it: "F-16", "Brigade-7". */
function insideName(text: TextLayer, i: number): boolean {
  const before = text.tokens[i - 1], earlier = text.tokens[i - 2], here = text.tokens[i]!
  return before !== undefined && earlier !== undefined && DASH.test(before.norm) && before.end === here.start && earlier.end === before.start && !/\d$/.test(earlier.norm) && /\d/.test(here.norm)
}

/** "the one who". */
const notANumber = (words: readonly string[], syntax: SyntaxLayer, i: number): boolean => ['PRP', 'NN'].includes(syntax.xpos[i] ?? '') && words[i + 1] !== 'of'

interface Bounded { readonly amount: Amount; readonly first: number; readonly last: number; readonly rule?: string }

/** "Has gone up to 41": the number that it reaches, no bound. */
const rises = (words: readonly string[], up: number, lexicon: NumberLexicon): boolean => lexicon.words.change.has(words[up - 1] ?? '')

/** Takes in "at least", "some" and the like before the number and "or more" after it. */
function withBounds(words: readonly string[], read: Bounded, start: number, end: number, lexicon: NumberLexicon): Bounded {
  let { amount, first, last } = read, rule: string | undefined
  const apply = (bound: string): void => {
    if (bound === 'about' || amount.min !== amount.max) return
    amount = bound === 'at-least' ? { min: amount.min, max: null } : { min: null, max: amount.max }
    rule = `count:${bound}`
  }
  for (let again = true; again && first > start;) {
    const phrase = phraseBefore(lexicon.before, words, first, start)
    again = phrase !== undefined && !(phrase.words[0] === 'over' && phrase.words.length === 1 && words[first - 2] === 'by') && !(phrase.words[0] === 'up' && rises(words, first - phrase.words.length, lexicon))
    if (phrase === undefined || !again) break
    apply(phrase.value)
    first -= phrase.words.length
    again = phrase.words[0] !== 'the'
  }
  const phrase = phraseAt(lexicon.after, words, last, end)
  if (phrase !== undefined) { apply(phrase.value); last += phrase.words.length }
  if (words[last] === '+' && last < end) { apply('at-least'); last++ }
  return { amount, first, last, ...(rule === undefined ? {} : { rule }) }
}
