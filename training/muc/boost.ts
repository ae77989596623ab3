/** Gradient boosting of decision trees for two classes (Friedman 2001), with histograms and second-order gains as in XGBoost (Chen and Guestrin 2016); seeded, so that the same input gives the same trees. */
import type { Boosted, Tree } from '../../scoreboard/muc/trees.ts'
import { seeded } from './softmax.ts'

export interface Row { readonly numbers: Float64Array; readonly label: number }
/** `rows` and `columns` are the shares that a tree sees, `least` the weight on either side of a cut, `decay` what is added to a node's. */
export interface Growth { readonly trees: number; readonly depth: number; readonly rate: number; readonly decay: number; readonly least: number; readonly rows: number; readonly columns: number }

const BINS = 24

/** Numbers from which on the next bin begins. */
function cutsOf(values: Float64Array): readonly number[] {
  const sorted = values.toSorted(), different = [...new Set(sorted)]
  if (different.length <= BINS) return different.slice(1)
  return [...new Set(Array.from({ length: BINS - 1 }, (_, b) => sorted[Math.floor((b + 1) * sorted.length / BINS)]!))].filter(cut => cut > sorted[0]!)
}

interface Column { readonly cuts: readonly number[]; readonly bins: Uint8Array }
interface Slopes { readonly first: Float64Array; readonly second: Float64Array }

export function boost(rows: readonly Row[], growth: Growth): Boosted {
  const random = seeded(), width = rows[0]?.numbers.length ?? 0, right = rows.filter(r => r.label === 1).length, base = rounded(Math.log((right + 1) / (rows.length - right + 1)))
  const columns = Array.from({ length: width }, (_, f): Column => { const values = Float64Array.from(rows, r => r.numbers[f]!), cuts = cutsOf(values).map(rounded); return { cuts, bins: Uint8Array.from(values, v => cuts.filter(cut => v >= cut).length) } })
  const sums = new Float64Array(rows.length).fill(base), slopes = { first: new Float64Array(rows.length), second: new Float64Array(rows.length) }, trees: Tree[] = []
  for (let n = 0; n < growth.trees; n++) {
    for (const [i, { label }] of rows.entries()) {
      const p = 1 / (1 + Math.exp(-sums[i]!)), used = random() < growth.rows ? 1 : 0
      slopes.first[i] = used * (label - p)
      slopes.second[i] = used * p * (1 - p)
    }
    const { tree, ends } = grow(columns, columns.map(() => random() < growth.columns), slopes, growth)
    for (const [i, end] of ends.entries()) sums[i]! += tree.values[end]!
    trees.push(tree)
  }
  return { base, trees }
}

const rounded = (value: number): number => Number(value.toPrecision(5))

function grow(columns: readonly Column[], seen: readonly boolean[], { first, second }: Slopes, { depth, rate, decay, least }: Growth): { readonly tree: Tree; readonly ends: Int32Array } {
  const inner = 2 ** depth - 1, ends = new Int32Array(first.length), features = Array.from({ length: inner }, () => -1), cuts = Array.from({ length: inner }, () => 0), bins = new Int32Array(inner)
  for (let level = 0; level < depth; level++) {
    const from = 2 ** level - 1, best = Array.from({ length: from + 1 }, () => 1e-6)
    for (const [f, { cuts: steps, bins: column }] of columns.entries()) {
      if (!seen[f] || steps.length === 0) continue
      for (const { node, bin, gain } of gains({ first, second }, column, ends, from, steps.length + 1, decay, least)) {
        if (gain > best[node]!) { best[node] = gain; features[from + node] = f; cuts[from + node] = steps[bin]!; bins[from + node] = bin }
      }
    }
    for (const [i, at] of ends.entries()) if (at >= from && features[at]! >= 0) ends[i] = 2 * at + (columns[features[at]!]!.bins[i]! <= bins[at]! ? 1 : 2)
  }
  const g = new Float64Array(2 * inner + 1), h = new Float64Array(2 * inner + 1)
  for (const [i, at] of ends.entries()) { g[at]! += first[i]!; h[at]! += second[i]! }
  return { tree: { features, cuts, values: [...g].map((sum, k) => h[k] === 0 ? 0 : rounded(rate * sum / (h[k]! + decay))) }, ends }
}

/** What each cut of a column gains in each node of the level that begins at `from`. */
function* gains({ first, second }: Slopes, column: Uint8Array, ends: Int32Array, from: number, bins: number, decay: number, least: number): Generator<{ readonly node: number; readonly bin: number; readonly gain: number }> {
  const g = new Float64Array((from + 1) * bins), h = new Float64Array((from + 1) * bins)
  for (const [i, at] of ends.entries()) if (at >= from && second[i]! > 0) { const k = (at - from) * bins + column[i]!; g[k]! += first[i]!; h[k]! += second[i]! }
  for (let node = 0; node <= from; node++) {
    const own = g.subarray(node * bins, (node + 1) * bins), weights = h.subarray(node * bins, (node + 1) * bins), all = own.reduce((a, b) => a + b, 0), weight = weights.reduce((a, b) => a + b, 0)
    for (let bin = 0, left = 0, below = 0; bin < bins - 1; bin++) {
      left += own[bin]!
      below += weights[bin]!
      if (below >= least && weight - below >= least) yield { node, bin, gain: left * left / (below + decay) + (all - left) ** 2 / (weight - below + decay) - all * all / (weight + decay) }
    }
  }
}
