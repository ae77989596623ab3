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
    const h = (p.labelHead.at >> 2) + (head === 0 ? 0 : offset + head) * p.labelHead.columns, q = (products.at >> 2) + i * products.columns
    return relations[bestLabel(floats, q, h, width, relations.length)] ?? 'dep'
  })
}

/** The best of `count` labels; each scores its row of products at `q` times the head at `h`, and the row's last number. */
function bestLabel(floats: Float32Array, q: number, h: number, width: number, count: number): number {
  const last = width - 1
  let best = 0, top = -Infinity, r = 0
  const offer = (score: number, label: number): void => { if (score > top) { top = score; best = label } }
  // Four sums at once: each adds in its own order, and one alone would wait for itself at every step.
  for (; r + 4 <= count; r += 4) {
    const q0 = q + r * width, q1 = q0 + width, q2 = q1 + width, q3 = q2 + width
    let s0 = floats[q0 + last]!, s1 = floats[q1 + last]!, s2 = floats[q2 + last]!, s3 = floats[q3 + last]!
    for (let e = 0; e < last; e++) { const x = floats[h + e]!; s0 += floats[q0 + e]! * x; s1 += floats[q1 + e]! * x; s2 += floats[q2 + e]! * x; s3 += floats[q3 + e]! * x }
    offer(s0, r); offer(s1, r + 1); offer(s2, r + 2); offer(s3, r + 3)
  }
  for (; r < count; r++) {
    let sum = floats[q + r * width + last]!
    for (let e = 0; e < last; e++) sum += floats[q + r * width + e]! * floats[h + e]!
    offer(sum, r)
  }
  return best
}
