/** Logistic regression over named features and several classes, by AdaGrad with weight decay; seeded, so that the same input gives the same weights. */

export interface Instance { readonly features: readonly string[]; readonly label: number; readonly weight?: number }
/** For each feature its weight by class. */
export type Softmax = ReadonlyMap<string, readonly number[]>

/** Errors that teach nothing more. */
const LITTLE = 0.02

export interface Settings { readonly classes: number; readonly epochs: number; readonly rate: number; readonly decay: number; readonly least: number }

export function trainSoftmax(instances: readonly Instance[], { classes, epochs, rate, decay, least }: Settings): Softmax {
  const ids = vocabulary(instances, least), rows = instances.map(i => Int32Array.from(i.features.flatMap(f => ids.get(f) ?? [])))
  const size = ids.size * classes, weights = new Float32Array(size), squares = new Float32Array(size).fill(1e-4), order = Int32Array.from(instances.keys()), random = seeded()
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const n of order) {
      const row = rows[n]!, { label, weight = 1 } = instances[n]!, p = probabilities(weights, row, classes)
      for (let c = 0; c < classes; c++) {
        const error = weight * ((c === label ? 1 : 0) - p[c]!)
        if (Math.abs(error) < LITTLE) continue
        for (const id of row) {
          const at = id * classes + c, gradient = error - decay * weights[at]!
          squares[at]! += gradient * gradient
          weights[at]! += rate * gradient / Math.sqrt(squares[at]!)
        }
      }
    }
  }
  return new Map([...ids].map(([name, id]) => [name, [...weights.subarray(id * classes, (id + 1) * classes)]]))
}

/** Features of at least `least` instances; the constant first. */
function vocabulary(instances: readonly Instance[], least: number): ReadonlyMap<string, number> {
  const seen = new Map<string, number>()
  for (const { features } of instances) for (const f of features) seen.set(f, (seen.get(f) ?? 0) + 1)
  return new Map([...seen].filter(([, n]) => n >= least).map(([f], id) => [f, id]))
}

function probabilities(weights: Float32Array, row: Int32Array, classes: number): Float64Array {
  const z = new Float64Array(classes)
  for (const id of row) for (let c = 0; c < classes; c++) z[c]! += weights[id * classes + c]!
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
function seeded(): () => number {
  let state = 1992
  return () => { state = (state + 0x6D2B79F5) | 0; let t = Math.imul(state ^ (state >>> 15), 1 | state); t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t; return ((t ^ (t >>> 14)) >>> 0) / 4294967296 }
}
