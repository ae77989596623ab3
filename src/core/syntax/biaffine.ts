/** Scores arcs and labels from encodings (deep biaffine attention, Dozat and Manning 2017). */
import { withoutRoot } from './encoder.ts'
import { apply } from './linear.ts'
import { cellOf, type Matrix } from './matrix.ts'
import type { ParserModel } from './model.ts'
import { treeOf } from './tree.ts'

export interface Tree {
  /** Governor of each token counted from 1; 0 is the root. */
  readonly heads: Int32Array
  readonly relations: readonly string[]
}

const leaky = (floats: Float32Array, m: Matrix): void => { for (let i = m.at >> 2, end = i + m.rows * m.columns; i < end; i++) if (floats[i]! < 0) floats[i] = floats[i]! * 0.1 }

/** Projections of all tokens of a batch; row 0 is the root's. */
export interface Projections { readonly arcHead: Matrix; readonly arcDependent: Matrix; readonly labelHead: Matrix; readonly labelDependent: Matrix }

/** From encodings with the root's in row 0. */
export function project(model: ParserModel, encoded: Matrix): Projections {
  const { arena, heads } = model, y = withoutRoot(encoded)
  const out = { arcHead: apply(model, heads.arcHead, encoded), arcDependent: apply(model, heads.arcDependent, y), labelHead: apply(model, heads.labelHead, encoded), labelDependent: apply(model, heads.labelDependent, y) }
  for (const m of Object.values(out)) leaky(arena.floats, m)
  return out
}

/** The best tree of the `length` tokens that start at row `offset`. */
export function parseRows(model: ParserModel, p: Projections, offset: number, length: number): Tree {
  const mark = model.arena.mark
  const heads = treeOf(arcScores(model, p, offset, length), length)
  const relations = labelsOf(model, p, offset, heads)
  model.arena.release(mark)
  return { heads, relations }
}

/** Scores[dependent * (length + 1) + head]. */
function arcScores(model: ParserModel, p: Projections, offset: number, length: number): Float32Array {
  const { arena } = model, size = p.arcHead.columns, turned = arena.make(length, model.arc.weights.outputs)
  arena.multiply({ at: p.arcDependent.at + offset * p.arcDependent.columns * 4, rows: length, columns: size }, model.arc.weights, turned)
  const headsT = arena.factor(size, length + 1), raw = arena.make(length, headsT.outputs), floats = arena.floats
  const row = (j: number): number => (p.arcHead.at >> 2) + (j === 0 ? 0 : offset + j) * size
  const bias = new Float32Array(length + 1)
  for (let j = 0; j <= length; j++) {
    let sum = 0
    for (let k = 0; k < size; k++) { const v = floats[row(j) + k]!; floats[cellOf(headsT, k, j)] = v; sum += v * model.arc.head[k]! }
    bias[j] = sum
  }
  arena.multiply(turned, headsT, raw)
  const scores = new Float32Array(length * (length + 1))
  for (let i = 0; i < length; i++) for (let j = 0; j <= length; j++) {
    const d = j === 0 ? 65 : Math.max(-32, Math.min(32, i + 1 - j)) + 32
    scores[i * (length + 1) + j] = i + 1 === j ? -1e9 : floats[(raw.at >> 2) + i * raw.columns + j]! + bias[j]! + model.arc.distance[d]!
  }
  return scores
}

function labelsOf(model: ParserModel, p: Projections, offset: number, heads: Int32Array): readonly string[] {
  const { arena, label, relations } = model, { width } = label, n = heads.length
  const dependents = arena.make(n, width), products = arena.make(n, label.weights.outputs), floats = arena.floats
  for (let i = 0; i < n; i++) {
    const from = (p.labelDependent.at >> 2) + (offset + i) * p.labelDependent.columns, to = (dependents.at >> 2) + i * width
    floats.copyWithin(to, from, from + width - 1)
    floats[to + width - 1] = 1
  }
  arena.multiply(dependents, label.weights, products)
  return Array.from(heads, (head, i) => {
    const h = (p.labelHead.at >> 2) + (head === 0 ? 0 : offset + head) * p.labelHead.columns
    let best = 0, top = -Infinity
    for (let r = 0; r < relations.length; r++) {
      const q = (products.at >> 2) + i * products.columns + r * width
      let sum = floats[q + width - 1]!
      for (let e = 0; e < width - 1; e++) sum += floats[q + e]! * floats[h + e]!
      if (sum > top) { top = sum; best = r }
    }
    return relations[best] ?? 'dep'
  })
}
