/** Logistic regression over named features and several classes, by AdaGrad with weight decay, the weights averaged over the epochs; seeded, so that the same input gives the same weights. */

/** Names of features by number, and the other way round. */
export interface Names { readonly list: string[]; readonly ids: Map<string, number> }
export const noNames = (): Names => ({ list: [], ids: new Map() })

/** The numbers of features; new ones get the next. */
export function numbered({ list, ids }: Names, features: readonly string[]): Int32Array {
  return Int32Array.from(features, name => { const known = ids.get(name); if (known !== undefined) return known; ids.set(name, list.length); return list.push(name) - 1 })
}

export interface Instance { readonly features: Int32Array; readonly label: number }
/** For each feature its weight by class. */
export type Softmax = ReadonlyMap<string, readonly number[]>

/** Errors that teach nothing more. */
const LITTLE = 0.02
/** Times in an epoch, from the second on, that the weights are taken into the average. */
const TAKEN = 4

export interface Settings { readonly classes: number; readonly epochs: number; readonly rate: number; readonly decay: number; readonly least: number }

export function trainSoftmax(instances: readonly Instance[], names: Names, { classes, epochs, rate, decay, least }: Settings): Softmax {
  const { at, size } = places(instances, names, classes, least), rows = instances.map(i => i.features.map(f => at[f]!).filter(a => a >= 0))
  const weights = new Float32Array(size), sums = new Float32Array(size), squares = new Float32Array(size).fill(1e-4), order = Int32Array.from(instances.keys()), random = seeded(), every = Math.max(1, Math.floor(order.length / TAKEN))
  let taken = 0
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const [n, k] of order.entries()) {
      const row = rows[k]!, { label } = instances[k]!, p = probabilities(weights, row, classes)
      for (let c = 0; c < classes; c++) {
        const error = (c === label ? 1 : 0) - p[c]!
        if (Math.abs(error) < LITTLE) continue
        for (const start of row) {
          const at = start + c, gradient = error - decay * weights[at]!
          squares[at]! += gradient * gradient
          weights[at]! += rate * gradient / Math.sqrt(squares[at]!)
        }
      }
      if (epoch > 0 && n % every === every - 1) { for (let i = 0; i < size; i++) sums[i]! += weights[i]!; taken++ }
    }
  }
  return new Map([...at].flatMap((start, f) => start < 0 ? [] : [[names.list[f]!, [...sums.subarray(start, start + classes)].map(w => w / taken)]]))
}

/** Weights that tell something, rounded to one part in `parts`. */
export const pruned = (weights: Softmax, least: number, parts = 20): Softmax => new Map([...weights].map(([f, row]) => [f, row.map(w => Math.round(w * parts) / parts)] as const).filter(([, row]) => Math.max(...row) - Math.min(...row) >= least))

/** Where each feature of at least `least` instances has its weights, or -1. */
function places(instances: readonly Instance[], { list }: Names, classes: number, least: number): { readonly at: Int32Array; readonly size: number } {
  const seen = new Int32Array(list.length), at = new Int32Array(list.length).fill(-1)
  for (const { features } of instances) for (const f of features) seen[f]!++
  let size = 0
  for (const [f, n] of seen.entries()) if (n >= least) { at[f] = size; size += classes }
  return { at, size }
}

function probabilities(weights: Float32Array, row: Int32Array, classes: number): Float64Array {
  const z = new Float64Array(classes)
  for (const start of row) for (let c = 0; c < classes; c++) z[c]! += weights[start + c]!
  const top = Math.max(...z)
  let sum = 0
  for (let c = 0; c < classes; c++) { z[c] = Math.exp(z[c]! - top); sum += z[c]! }
  for (let c = 0; c < classes; c++) z[c]! /= sum
  return z
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) { const k = Math.floor(random() * (i + 1)), was = order[i]!; order[i] = order[k]!; order[k] = was }
}

/** Mulberry32. */
export function seeded(): () => number {
  let state = 1992
  return () => { state = (state + 0x6D2B79F5) | 0; let t = Math.imul(state ^ (state >>> 15), 1 | state); t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t; return ((t ^ (t >>> 14)) >>> 0) / 4294967296 }
}
