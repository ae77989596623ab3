/** Runs the bidirectional LSTM over a batch of sentences: one product for all inputs, one a step for all sentences still going. */
import { apply } from './linear.ts'
import type { Matrix } from './matrix.ts'
import type { Direction, ParserModel } from './model.ts'
import { logistic, tanh } from './squash.ts'
import { wordGates, type Inputs } from './words.ts'

/** Sentences of one batch, the longest first; `offsets[s]` is the row of its first token. */
export interface Batch { readonly words: readonly (readonly string[])[]; readonly offsets: readonly number[]; readonly rows: number }

export function batchOf(sentences: readonly (readonly string[])[]): Batch {
  const offsets: number[] = []
  let rows = 0
  for (const sentence of sentences) { offsets.push(rows); rows += sentence.length }
  return { words: sentences, offsets, rows }
}

/** Encodings, 2 * hidden wide: the root's in row 0, then a row a token. */
export function encode(model: ParserModel, batch: Batch): Matrix {
  const { arena, hidden } = model, out = arena.take(batch.rows + 1, 2 * hidden), mark = arena.mark
  arena.floats.set(model.root, out.at >> 2)
  let x: Matrix | null = null
  for (const [l, pair] of model.layers.entries()) {
    const y = l === model.layers.length - 1 ? withoutRoot(out) : arena.take(batch.rows, 2 * hidden), inside = arena.mark
    const inputs = x === null ? wordGates(model, pair, batch.words) : tokenGates(model, pair, x)
    pair.forEach((direction, k) => recur(model, direction, batch, inputs[k]!, y, k === 1))
    arena.release(inside)
    x = y
  }
  arena.release(mark)
  return out
}

/** The rows of the tokens. */
export const withoutRoot = ({ at, rows, columns }: Matrix): Matrix => ({ at: at + columns * 4, rows: rows - 1, columns })

function tokenGates(model: ParserModel, pair: readonly Direction[], x: Matrix): readonly Inputs[] {
  const rows = Int32Array.from({ length: x.rows }, (_, row) => row)
  return pair.map(({ input }) => ({ gates: apply(model, input, x), rows }))
}

function recur(model: ParserModel, { recurrent }: Direction, batch: Batch, { gates, rows }: Inputs, y: Matrix, backward: boolean): void {
  const { arena, hidden } = model, mark = arena.mark
  const state = arena.make(batch.words.length, hidden), step = arena.take(batch.words.length, gates.columns)
  const cells = new Float32Array(batch.words.length * hidden), floats = arena.floats
  let active = batch.words.length
  for (let t = 0; active > 0; t++) {
    while (active > 0 && batch.words[active - 1]!.length <= t) active--
    for (let s = 0; s < active; s++) {
      const from = (gates.at >> 2) + rows[rowAt(batch, s, t, backward)]! * gates.columns
      floats.copyWithin((step.at >> 2) + s * step.columns, from, from + gates.columns)
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
