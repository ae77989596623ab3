/** What the first layer's gates take from each word. It depends on the word alone, so it is kept for the words met lately: common words are multiplied once, not at each occurrence. */
import { featuresOf } from './features.ts'
import { fill } from './linear.ts'
import type { Matrix } from './matrix.ts'
import { copyRow, type Direction, type ParserModel } from './model.ts'

/** What the gates of one direction take from below: token t takes row `rows[t]`. */
export interface Inputs { readonly gates: Matrix; readonly rows: Int32Array }

/** Rows of one word, one for each direction. */
type Rows = readonly Float32Array[]

/** Words of one generation; with two of them, and 4 KiB a word, at most some 25 MB. */
const GENERATION = 3000

/** Words met lately: when the young are full they become the old, and the old that were not met again are forgotten. */
interface Met { young: Map<string, Rows>; old: Map<string, Rows> }

const met = new WeakMap<ParserModel, Met>()

function recall(words: Met, word: string): Rows | undefined {
  const young = words.young.get(word), rows = young ?? words.old.get(word)
  if (young === undefined && rows !== undefined) keep(words, word, rows)
  return rows
}

function keep(words: Met, word: string, rows: Rows): void {
  if (words.young.size >= GENERATION) { words.old = words.young; words.young = new Map() }
  words.young.set(word, rows)
}

/** Gates of both directions, a row for each distinct word of the batch: those to be multiplied first, then those that are known. */
export function wordGates(model: ParserModel, pair: readonly Direction[], sentences: readonly (readonly string[])[]): readonly Inputs[] {
  const { arena } = model, words = met.get(model) ?? { young: new Map(), old: new Map() }, known = new Map<string, Rows>(), fresh: string[] = []
  met.set(model, words)
  for (const word of new Set(sentences.flat())) {
    const rows = recall(words, word)
    if (rows === undefined) fresh.push(word)
    else known.set(word, rows)
  }
  const all = [...fresh, ...known.keys()], rowOf = new Map(all.map((word, row) => [word, row])), rows = Int32Array.from(sentences.flat(), word => rowOf.get(word)!)
  const gates = pair.map(({ input }) => arena.take(all.length, input.weights.outputs)), x = embed(model, fresh)
  pair.forEach(({ input }, k) => { fill(model, input, x, gates[k]!) })
  const { floats } = arena, rowAt = ({ at, columns }: Matrix, row: number): number => (at >> 2) + row * columns
  fresh.forEach((word, row) => { keep(words, word, gates.map(g => floats.slice(rowAt(g, row), rowAt(g, row + 1)))) })
  let row = fresh.length
  for (const kept of known.values()) { gates.forEach((g, k) => { floats.set(kept[k]!, rowAt(g, row)) }); row++ }
  return gates.map(g => ({ gates: g, rows }))
}

function embed({ arena, embeddings, vocabulary }: ParserModel, words: readonly string[]): Matrix {
  const x = arena.take(words.length, embeddings.reduce((sum, e) => sum + e.width, 0))
  let at = x.at >> 2
  for (const word of words) featuresOf(word, vocabulary).forEach((index, k) => {
    copyRow(embeddings[k]!, index, arena.floats, at)
    at += embeddings[k]!.width
  })
  return x
}
