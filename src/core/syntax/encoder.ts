/** Runs the bidirectional LSTM over a batch of sentences: one product for all inputs, one a step for all sentences still going. */
import { featuresOf } from './features.ts'
import type { Matrix } from './matrix.ts'
import type { Direction, Linear, ParserModel } from './model.ts'
import { logistic, tanh } from './squash.ts'

/** Sentences of one batch, the longest first; `offsets[s]` is the row of its first token. */
export interface Batch { readonly words: readonly (readonly string[])[]; readonly offsets: readonly number[]; readonly rows: number }

export function batchOf(sentences: readonly (readonly string[])[]): Batch {
  const offsets: number[] = []
  let rows = 0
  for (const sentence of sentences) { offsets.push(rows); rows += sentence.length }
  return { words: sentences, offsets, rows }
}

/** y = x * weights + bias. */
export function apply(model: ParserModel, layer: Linear, x: Matrix, rows = x.rows): Matrix {
  const y = model.arena.make(rows, layer.weights.columns), floats = model.arena.floats
  for (let r = 0; r < rows; r++) floats.set(layer.bias, (y.at >> 2) + r * y.columns)
  model.arena.multiply(x, layer.weights, y, rows)
  return y
}

/** Encodings, a row a token, 2 * hidden wide. */
export function encode(model: ParserModel, batch: Batch): Matrix {
  let x = embed(model, batch)
  for (const pair of model.layers) {
    const y = model.arena.make(batch.rows, 2 * model.hidden)
    pair.forEach((direction, k) => recur(model, direction, batch, x, y, k === 1))
    x = y
  }
  return x
}

const cache = new WeakMap<ParserModel, Map<string, readonly number[]>>()
const CACHE_SIZE = 50_000

function cachedFeatures(model: ParserModel, word: string): readonly number[] {
  let words = cache.get(model)
  if (words === undefined || words.size > CACHE_SIZE) cache.set(model, words = new Map())
  let found = words.get(word)
  if (found === undefined) words.set(word, found = featuresOf(word, model.vocabulary))
  return found
}

function embed(model: ParserModel, batch: Batch): Matrix {
  const width = model.embeddings.reduce((sum, e) => sum + e.width, 0), x = model.arena.make(batch.rows, width), floats = model.arena.floats
  let at = x.at >> 2
  for (const sentence of batch.words) for (const word of sentence) cachedFeatures(model, word).forEach((index, k) => {
    const { width: w, values } = model.embeddings[k]!
    floats.set(values.subarray(index * w, (index + 1) * w), at)
    at += w
  })
  return x
}

function recur(model: ParserModel, { input, recurrent }: Direction, batch: Batch, x: Matrix, y: Matrix, backward: boolean): void {
  const { arena, hidden } = model, mark = arena.mark
  const gates = apply(model, input, x), state = arena.make(batch.words.length, hidden), step = arena.make(batch.words.length, gates.columns)
  const cells = new Float32Array(batch.words.length * hidden), floats = arena.floats
  let active = batch.words.length
  for (let t = 0; active > 0; t++) {
    while (active > 0 && batch.words[active - 1]!.length <= t) active--
    for (let s = 0; s < active; s++) {
      const row = (gates.at >> 2) + rowAt(batch, s, t, backward) * gates.columns
      floats.copyWithin((step.at >> 2) + s * step.columns, row, row + gates.columns)
    }
    arena.multiply(state, recurrent.weights, step, active)
    for (let s = 0; s < active; s++) cellStep(floats, (step.at >> 2) + s * step.columns, cells, s * hidden, (state.at >> 2) + s * hidden, (y.at >> 2) + rowAt(batch, s, t, backward) * y.columns + (backward ? hidden : 0), hidden)
  }
  arena.release(mark)
}

const rowAt = (batch: Batch, s: number, t: number, backward: boolean): number => batch.offsets[s]! + (backward ? batch.words[s]!.length - 1 - t : t)

/** One LSTM cell (gates in PyTorch's order: input, forget, cell, output). */
function cellStep(floats: Float32Array, gates: number, cells: Float32Array, cell: number, state: number, out: number, hidden: number): void {
  for (let j = 0; j < hidden; j++) {
    const c = logistic(floats[gates + hidden + j]!) * cells[cell + j]! + logistic(floats[gates + j]!) * tanh(floats[gates + 2 * hidden + j]!)
    cells[cell + j] = c
    const h = logistic(floats[gates + 3 * hidden + j]!) * tanh(c)
    floats[state + j] = h
    floats[out + j] = h
  }
}
