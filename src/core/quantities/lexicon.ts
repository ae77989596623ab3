/** The number lexicon: number words, vague amounts, bounds and units, read from data/numbers.tsv. */
import { parseTable } from '../lexicon/table.ts'
import type { Count } from '../model/index.ts'

export interface Amount { readonly min: number | null; readonly max: number | null }
type Bound = 'at-least' | 'at-most' | 'about'
type Phrase<T> = { readonly words: readonly string[]; readonly value: T }

export interface NumberLexicon {
  /** "twenty" to 20; "hundred" to 100. */
  readonly numbers: ReadonlyMap<string, number>
  readonly scales: ReadonlyMap<string, number>
  /** Phrases by their first word, longest first. */
  readonly vague: ReadonlyMap<string, readonly Phrase<Amount>[]>
  readonly after: ReadonlyMap<string, readonly Phrase<Bound>[]>
  /** Phrases by their last word, longest first. */
  readonly before: ReadonlyMap<string, readonly Phrase<Bound>[]>
  readonly units: ReadonlyMap<string, Count['unit']>
}

const BOUNDS: Readonly<Record<string, Bound>> = { 'at-least': 'at-least', 'at-most': 'at-most', about: 'about', 'after-at-least': 'at-least', 'after-at-most': 'at-most', 'after-about': 'about' }
const UNITS = new Set(['time', 'money', 'measure', 'share', 'people'])

/** `tables`: text of data/ files by name; only "numbers.tsv" is read. */
export function buildNumberLexicon(tables: Readonly<Record<string, string>>): NumberLexicon {
  const numbers = new Map<string, number>(), scales = new Map<string, number>(), units = new Map<string, Count['unit']>()
  const vague: Phrase<Amount>[] = [], before: Phrase<Bound>[] = [], after: Phrase<Bound>[] = []
  for (const row of parseTable(tables['numbers.tsv'] ?? '')) {
    const { phrase = '', kind = '', min = '', max = '' } = row, words = phrase.toLowerCase().split(' '), bound = BOUNDS[kind]
    if (kind === 'number') numbers.set(phrase, Number(min))
    else if (kind === 'scale') scales.set(phrase, Number(min))
    else if (kind === 'vague') vague.push({ words, value: { min: min === '' ? null : Number(min), max: max === '' ? null : Number(max) } })
    else if (bound !== undefined) (kind.startsWith('after') ? after : before).push({ words, value: bound })
    else if (UNITS.has(kind) && !units.has(phrase)) units.set(phrase, kind as Count['unit'])
  }
  return { numbers, scales, units, vague: grouped(vague, w => w[0]!), after: grouped(after, w => w[0]!), before: grouped(before, w => w.at(-1)!) }
}

function grouped<T>(phrases: readonly Phrase<T>[], key: (words: readonly string[]) => string): ReadonlyMap<string, readonly Phrase<T>[]> {
  const out = new Map<string, Phrase<T>[]>()
  for (const phrase of phrases) out.set(key(phrase.words), [...(out.get(key(phrase.words)) ?? []), phrase])
  for (const list of out.values()) list.sort((a, b) => b.words.length - a.words.length)
  return out
}
