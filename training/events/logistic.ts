/** Logistic regression with a ridge penalty, fitted by gradient descent with momentum. */
import type { Weights } from '../../src/core/events/lexicon.ts'

export interface Case { readonly x: ReadonlyMap<string, number>; readonly y: boolean; readonly weight: number }

const STEPS = 400, RATE = 0.5

export const logistic = (z: number): number => 1 / (1 + Math.exp(-z))

/** Weights by feature; the bias is not penalised. */
export function fit(cases: readonly Case[], ridge: number): Weights {
  const names = [...new Set(cases.flatMap(c => [...c.x.keys()]))], at = new Map(names.map((n, k) => [n, k]))
  const rows = cases.map(c => ({ keys: Int32Array.from([...c.x.keys()], f => at.get(f)!), values: Float64Array.from(c.x.values()), y: Number(c.y), weight: c.weight }))
  const w = new Float64Array(names.length), speed = new Float64Array(names.length), gradient = new Float64Array(names.length), bias = at.get('bias')
  for (let step = 0; step < STEPS; step++) {
    for (let k = 0; k < w.length; k++) gradient[k] = k === bias ? 0 : -ridge * w[k]!
    for (const { keys, values, y, weight } of rows) {
      let z = 0
      for (let k = 0; k < keys.length; k++) z += values[k]! * w[keys[k]!]!
      const error = weight * (y - logistic(z))
      for (let k = 0; k < keys.length; k++) gradient[keys[k]!]! += error * values[k]!
    }
    for (let k = 0; k < w.length; k++) { speed[k] = 0.9 * speed[k]! + RATE * gradient[k]! / rows.length * 4; w[k]! += speed[k]! }
  }
  return Object.fromEntries(names.map((n, k) => [n, w[k]!]))
}
