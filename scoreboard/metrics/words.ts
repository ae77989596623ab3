/** Sentences, words and trees from raw text, as the CoNLL 2018 shared task evaluates them (Zeman et al. 2018; conll18_ud_eval.py 1.2). */
import type { Measured, Units } from '../board.ts'
import { overSums, prf } from './counts.ts'

/** A syntactic word. Characters are counted without white space; words of one multiword token share its extent. */
export interface Word {
  readonly start: number
  readonly end: number
  readonly multiword: boolean
  readonly form: string
  readonly upos: string
  /** "_" where the treebank gives none: any lemma is right then. */
  readonly lemma: string
  /** Index in the same list, -1 for a root. */
  readonly head: number
  /** Without its subtype. */
  readonly deprel: string
}

/** Sentences as [start, end) in characters without white space. */
export interface Parsed { readonly words: readonly Word[]; readonly sentences: readonly (readonly [number, number])[] }

/** Pairs of indices [gold, system]: equal extents, and within a multiword token's extent the longest common subsequence of forms. */
export function alignWords(gold: readonly Word[], system: readonly Word[]): readonly (readonly [number, number])[] {
  const out: (readonly [number, number])[] = []
  let g = 0, s = 0
  while (g < gold.length && s < system.length) {
    const [a, b] = [gold[g]!, system[s]!]
    if (a.multiword || b.multiword) {
      const span = multiwordSpan(gold, system, g, s)
      out.push(...commonForms(gold, system, span))
      g = Math.max(span.goldEnd, span.goldStart)
      s = Math.max(span.systemEnd, span.systemStart)
    } else if (a.start === b.start && a.end === b.end) out.push([g++, s++])
    else if (a.start <= b.start) g++
    else s++
  }
  return out
}

interface Span { readonly goldStart: number; readonly goldEnd: number; readonly systemStart: number; readonly systemEnd: number }

/** The words of both sides that a multiword token at the front of either, and those it touches, cover. */
function multiwordSpan(gold: readonly Word[], system: readonly Word[], g: number, s: number): Span {
  let end: number
  if (gold[g]!.multiword) {
    end = gold[g]!.end
    if (!system[s]!.multiword && system[s]!.start < gold[g]!.start) s++
  } else {
    end = system[s]!.end
    if (!gold[g]!.multiword && gold[g]!.start < system[s]!.start) g++
  }
  const [goldStart, systemStart] = [g, s]
  const past = (words: readonly Word[], i: number): boolean => i >= words.length || (words[i]!.multiword ? words[i]!.start >= end : words[i]!.end > end)
  while (!past(gold, g) || !past(system, s)) {
    const takeGold = g < gold.length && (s >= system.length || gold[g]!.start <= system[s]!.start)
    const word = takeGold ? gold[g++]! : system[s++]!
    if (word.multiword && word.end > end) end = word.end
  }
  return { goldStart, goldEnd: g, systemStart, systemEnd: s }
}

function commonForms(gold: readonly Word[], system: readonly Word[], { goldStart, goldEnd, systemStart, systemEnd }: Span): readonly (readonly [number, number])[] {
  const rows = goldEnd - goldStart, columns = systemEnd - systemStart
  const equal = (i: number, j: number): boolean => gold[goldStart + i]!.form.toLowerCase() === system[systemStart + j]!.form.toLowerCase()
  const best = Array.from({ length: rows + 1 }, () => Array.from({ length: columns + 1 }, () => 0))
  for (let i = rows - 1; i >= 0; i--) for (let j = columns - 1; j >= 0; j--) best[i]![j] = equal(i, j) ? 1 + best[i + 1]![j + 1]! : Math.max(best[i + 1]![j]!, best[i]![j + 1]!)
  const out: [number, number][] = []
  for (let i = 0, j = 0; i < rows && j < columns;) {
    if (equal(i, j)) out.push([goldStart + i++, systemStart + j++])
    else if (best[i + 1]![j]! >= best[i]![j + 1]!) i++
    else j++
  }
  return out
}

/** What a document adds: [gold words, system words, aligned, UPOS right, lemmas right, heads right, heads and labels right, gold sentences, system sentences, sentences right]. */
export function countWords(gold: Parsed, system: Parsed): readonly number[] {
  const pairs = alignWords(gold.words, system.words), goldOf = new Map(pairs.map(([g, s]) => [s, g]))
  let upos = 0, lemmas = 0, uas = 0, las = 0
  for (const [g, s] of pairs) {
    const [expected, found] = [gold.words[g]!, system.words[s]!]
    if (expected.upos === found.upos) upos++
    if (expected.lemma === '_' || expected.lemma === found.lemma) lemmas++
    const head = found.head < 0 ? -1 : goldOf.get(found.head)
    if (head !== expected.head) continue
    uas++
    if (expected.deprel === found.deprel) las++
  }
  const known = new Set(gold.sentences.map(String)), sentences = system.sentences.filter(extent => known.has(String(extent))).length
  return [gold.words.length, system.words.length, pairs.length, upos, lemmas, uas, las, gold.sentences.length, system.sentences.length, sentences]
}

/** F1 of each, over units of `countWords`. */
export const wordFigures = (units: Units): readonly Measured[] => ['words', 'UPOS', 'lemmas', 'UAS', 'LAS'].map((name, i) => overSums(`${name} F1`, units, total => f1(total, 0, 2 + i)))
  .concat(overSums('sentences F1', units, total => f1(total, 7, 9)))

function f1(total: readonly number[], base: number, at: number): number {
  const [gold = 0, system = 0] = total.slice(base, base + 2), right = total[at] ?? 0
  return prf(right, system - right, gold - right).f1
}
