/** The number lexicon: number words, vague amounts, bounds and units, read from data/numbers.tsv. */
import { parseTable } from '../lexicon/table.ts'
import type { Count } from '../model/index.ts'

export interface Amount { readonly min: number | null; readonly max: number | null }
type Bound = 'at-least' | 'at-most' | 'about'
export type Phrase<T> = { readonly words: readonly string[]; readonly value: T }
/** Phrases by their first or last word, longest first. */
type Phrases<T> = ReadonlyMap<string, readonly Phrase<T>[]>

export interface NumberLexicon {
  /** "twenty" to 20; "hundred" to 100. */
  readonly numbers: ReadonlyMap<string, number>
  readonly scales: ReadonlyMap<string, number>
  /** Scales that mean one of themselves when no number stands before ("dozen killed"). */
  readonly bare: ReadonlySet<string>
  /** "third" to 33: shares in percent. */
  readonly fractions: ReadonlyMap<string, number>
  /** By their first word. */
  readonly vague: Phrases<Amount>
  readonly after: Phrases<Bound>
  /** Phrases with a number word in them that count nothing ("how many"). */
  readonly none: Phrases<null>
  /** By their last word. */
  readonly before: Phrases<Bound>
  /** What stands before an age ("at the age of"). */
  readonly age: Phrases<null>
  readonly units: ReadonlyMap<string, Count['unit']>
  /** Single words by what they are for. */
  readonly words: Readonly<Record<WordKind, ReadonlySet<string>>>
}

const BOUNDS: Readonly<Record<string, Bound>> = { 'at-least': 'at-least', 'at-most': 'at-most', about: 'about', 'after-at-least': 'at-least', 'after-at-most': 'at-most', 'after-about': 'about' }
const UNITS = new Set(['time', 'money', 'measure', 'share', 'people'])
/** `label` Resolution 1701; `change` rose from 12 to 15; `size` a force 500 strong; `currency` $5; `whole` half the men; `in-date` in 2014; `near-date` of 2014, but a force of 2014 men. */
const WORD_KINDS = ['label', 'change', 'size', 'currency', 'whole', 'in-date', 'near-date'] as const
type WordKind = (typeof WORD_KINDS)[number]

/** `tables`: text of data/ files by name; only "numbers.tsv" is read. */
export function buildNumberLexicon(tables: Readonly<Record<string, string>>): NumberLexicon {
  const rows = parseTable(tables['numbers.tsv'] ?? '').map(({ phrase = '', kind = '', min = '', max = '' }) => ({ phrase: phrase.toLowerCase(), kind, min: endOf(min), max: endOf(max) }))
  const of = (...kinds: readonly string[]): typeof rows => rows.filter(row => kinds.includes(row.kind))
  const values = (...kinds: readonly string[]): Map<string, number> => new Map(of(...kinds).map(row => [row.phrase, row.min ?? 0]))
  const phrases = (from: typeof rows): readonly Phrase<null>[] => from.map(row => ({ words: row.phrase.split(' '), value: null }))
  const bounds = (after: boolean): readonly Phrase<Bound>[] => rows.filter(row => BOUNDS[row.kind] !== undefined && row.kind.startsWith('after') === after).map(row => ({ words: row.phrase.split(' '), value: BOUNDS[row.kind]! }))
  return {
    numbers: values('number'), scales: values('scale', 'noun-scale'), bare: new Set(values('scale').keys()), fractions: values('fraction'),
    vague: grouped(of('vague').map(row => ({ words: row.phrase.split(' '), value: { min: row.min, max: row.max } })), FIRST),
    after: grouped(bounds(true), FIRST), before: grouped(bounds(false), LAST), none: grouped(phrases(of('none')), FIRST), age: grouped(phrases(of('age')), LAST),
    units: new Map(rows.filter(row => UNITS.has(row.kind)).toReversed().map(row => [row.phrase, row.kind as Count['unit']])),
    words: Object.fromEntries(WORD_KINDS.map(kind => [kind, new Set(of(kind).map(row => row.phrase))])) as Record<WordKind, Set<string>>,
  }
}

const endOf = (cell: string): number | null => (cell === '' ? null : Number(cell))
const FIRST = (words: readonly string[]): string => words[0]!
const LAST = (words: readonly string[]): string => words.at(-1)!

function grouped<T>(phrases: readonly Phrase<T>[], key: (words: readonly string[]) => string): Phrases<T> {
  const out = new Map<string, Phrase<T>[]>()
  for (const phrase of phrases) out.set(key(phrase.words), [...(out.get(key(phrase.words)) ?? []), phrase])
  for (const list of out.values()) list.sort((a, b) => b.words.length - a.words.length)
  return out
}

/** The longest of the phrases that begins at token `i` and ends by `end`, if any. */
export const phraseAt = <T>(phrases: Phrases<T>, words: readonly string[], i: number, end: number): Phrase<T> | undefined => phrases.get(words[i] ?? '')?.find(({ words: own }) => i + own.length <= end && own.every((w, k) => words[i + k] === w))

/** The longest of the phrases that ends before token `i` and begins at `start` or later, if any. */
export const phraseBefore = <T>(phrases: Phrases<T>, words: readonly string[], i: number, start: number): Phrase<T> | undefined => phrases.get(words[i - 1] ?? '')?.find(({ words: own }) => i - own.length >= start && own.every((w, k) => words[i - own.length + k] === w))
