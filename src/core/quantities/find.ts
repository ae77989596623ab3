/** Finds number phrases with their bounds and what they count. */
import type { Count, SyntaxLayer, TextLayer } from '../model/index.ts'
import { numberOf, readAmount } from './amount.ts'
import type { Amount, NumberLexicon } from './lexicon.ts'

/** Counts in text order. Ordinals, and numbers inside words ("F-16"), are left out. */
export function findCounts(text: TextLayer, syntax: SyntaxLayer, lexicon: NumberLexicon): readonly Count[] {
  const words = text.tokens.map(t => t.norm.toLowerCase().replaceAll('’', "'")), out: Count[] = []
  for (const sentence of text.sentences) for (let i = sentence.first; i < sentence.last; i++) {
    const read = readAmount(words, i, sentence.last, lexicon)
    if (read === null || insideName(text, i) || (words[i] === 'one' && notANumber(words, syntax, i))) continue
    const bounded = withBounds(words, { amount: read.amount, first: i, last: read.last }, sentence.first, sentence.last, lexicon)
    const of = countedBy(text, syntax, lexicon, words, i, read.last, sentence.last)
    out.push({
      ...bounded.amount, first: bounded.first, last: bounded.last, start: text.tokens[bounded.first]!.start, end: text.tokens[bounded.last - 1]!.end,
      of, unit: unitOf(text, syntax, words, i, read.last, of, lexicon), rule: bounded.rule ?? read.rule,
    })
    i = bounded.last - 1
  }
  return out
}

/** A number glued to what stands before it: "F-16", "Brigade-7". */
function insideName(text: TextLayer, i: number): boolean {
  const before = text.tokens[i - 1], earlier = text.tokens[i - 2], here = text.tokens[i]!
  return before !== undefined && earlier !== undefined && /^[-–]$/.test(before.norm) && before.end === here.start && earlier.end === before.start && !/\d$/.test(earlier.norm) && /\d/.test(here.norm)
}

/** "no one", "one another", "the one who". */
const notANumber = (words: readonly string[], syntax: SyntaxLayer, i: number): boolean => words[i - 1] === 'no' || words[i + 1] === 'another' || ['PRP', 'NN'].includes(syntax.xpos[i] ?? '') && words[i + 1] !== 'of'

interface Bounded { readonly amount: Amount; readonly first: number; readonly last: number; readonly rule?: string }

/** Takes in "at least", "some" and the like before the number and "or more" after it. */
function withBounds(words: readonly string[], read: Bounded, start: number, end: number, lexicon: NumberLexicon): Bounded {
  let { amount, first, last } = read, rule: string | undefined
  const apply = (bound: string): void => {
    if (bound === 'about' || amount.min !== amount.max) return
    amount = bound === 'at-least' ? { min: amount.min, max: null } : { min: null, max: amount.max }
    rule = `count:${bound}`
  }
  for (let again = true; again && first > start;) {
    again = false
    for (const phrase of lexicon.before.get(words[first - 1] ?? '') ?? []) {
      const from = first - phrase.words.length
      if (from < start || phrase.words.some((w, k) => words[from + k] !== w) || (phrase.words.length === 1 && words[from - 1] === 'by' && phrase.words[0] === 'over')) continue
      apply(phrase.value)
      first = from
      again = phrase.words[0] !== 'the'
      break
    }
  }
  for (const phrase of lexicon.after.get(words[last] ?? '') ?? []) {
    if (last + phrase.words.length > end || phrase.words.some((w, k) => words[last + k] !== w)) continue
    apply(phrase.value)
    last += phrase.words.length
    break
  }
  if (words[last] === '+' && last < end) { apply('at-least'); last++ }
  return { amount, first, last, ...(rule === undefined ? {} : { rule }) }
}

const NOUN = new Set(['NOUN', 'PROPN', 'PRON', 'SYM'])

/** The noun that is counted: the governor of the number, the noun after "of", or the next noun; -1 when none. */
function countedBy(text: TextLayer, s: SyntaxLayer, lexicon: NumberLexicon, words: readonly string[], first: number, last: number, end: number): number {
  let head = last - 1
  for (let i = last - 1; i >= first; i--) { const up = s.head[i] ?? -1; if (up < first || up >= last) { head = i; break } }
  const up = pluralAfter(s, s.head[head] ?? -1, words, first, end)
  if (up >= 0 && /^(?:nummod|det|amod|compound|advmod)/.test(s.deprel[head] ?? '') && NOUN.has(s.upos[up] ?? '') && Math.abs(up - head) < 9) return up
  const of = s.children[head]?.find(c => c >= last && (s.deprel[c] ?? '').startsWith('nmod') && s.children[c]?.some(k => s.lemma[k] === 'of' || s.lemma[k] === 'among'))
  if (of !== undefined) return of
  if (text.tokens[last - 1]!.norm === 'of' && NOUN.has(s.upos[last] ?? '')) return last
  for (let i = last; i < Math.min(end, last + 4); i++) {
    const upos = s.upos[i] ?? ''
    if (upos === 'NOUN' && s.upos[i + 1] !== 'NOUN') return numberOf(text.tokens[i]!.norm.toLowerCase(), lexicon) === null ? i : -1
    if (upos !== 'ADJ' && upos !== 'NOUN' && upos !== 'PROPN') break
  }
  return -1
}

/** "150 rocket and drone attacks": a number above one counts the plural noun of its list, not the singular it leans on. */
function pluralAfter(s: SyntaxLayer, noun: number, words: readonly string[], first: number, end: number): number {
  if (noun < first || s.xpos[noun] !== 'NN' || words[first] === 'one' || words[first] === '1') return noun
  for (let i = noun + 1; i < Math.min(end, noun + 6); i++) {
    if (s.xpos[i] === 'NNS') return i
    if (!/^(?:NOUN|PROPN|ADJ|CCONJ|PUNCT)$/.test(s.upos[i] ?? '') || words[i] === '.') break
  }
  return noun
}

const MONTH = /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:\.|[a-z]*)?$/

function unitOf(text: TextLayer, s: SyntaxLayer, words: readonly string[], first: number, last: number, of: number, lexicon: NumberLexicon): Count['unit'] {
  const before = words[first - 1] ?? '', after = words[last] ?? ''
  if (/^[$€£₦₹]$|^us\$$/.test(before)) return 'money'
  if (after === '%' || after === 'percent') return 'share'
  if (after === '-' || after === '–') { const unit = lexicon.units.get((words[last + 1] ?? '').replace(/s$/, '')); if (unit !== undefined && unit !== 'people') return unit }
  if (last === first + 1 && isDate(text, words, first, of)) return 'time'
  const near = lexicon.units.get(words[last] ?? '') ?? lexicon.units.get((s.lemma[last] ?? '').toLowerCase())
  if (near !== undefined && near !== 'people') return near
  if (of < 0) return 'unknown'
  return lexicon.units.get((s.lemma[of] ?? '').toLowerCase()) ?? lexicon.units.get(words[of] ?? '') ?? 'unknown'
}

/** "Jan. 20", "20 January", "in 2024", "20/3", "10:30". */
function isDate(text: TextLayer, words: readonly string[], i: number, of: number): boolean {
  const word = words[i] ?? ''
  if (!/^\d{1,4}$/.test(word)) return false
  if (word.length <= 2 && (MONTH.test(words[i - 1] ?? '') && /^\p{Lu}/u.test(text.tokens[i - 1]!.norm) || MONTH.test(words[i + 1] ?? '') && /^\p{Lu}/u.test(text.tokens[i + 1]!.norm))) return true
  return /^(?:19|20)\d\d$/.test(word) && (of < 0 || of > i + 2 || /^(?:in|since|of|until|by|from|to|early|late|,)$/.test(words[i - 1] ?? ''))
}
