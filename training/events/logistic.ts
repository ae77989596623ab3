/** Logistic regression with a ridge penalty, fitted by gradient descent with momentum. */
import type { Weights } from '../../src/core/events/lexicon.ts'

export interface Case { readonly x: ReadonlyMap<string, number>; readonly y: boolean; readonly weight: number }

const STEPS = 400, RATE = 0.5

export const logistic = (z: number): number => 1 / (1 + Math.exp(-z))

/** Weights by feature; the bias is not penalised. Cases lie one after another in flat arrays, which is several times faster than a list of them. */
export function fit(cases: readonly Case[], ridge: number): Weights {
  const names = [...new Set(cases.flatMap(c => [...c.x.keys()]))], at = new Map(names.map((n, k) => [n, k]))
  const from = new Int32Array(cases.length + 1)
  cases.forEach((c, i) => { from[i + 1] = from[i]! + c.x.size })
  const keys = Int32Array.from(cases.flatMap(c => [...c.x.keys()]), f => at.get(f)!), values = Float64Array.from(cases.flatMap(c => [...c.x.values()]))
  const right = Float64Array.from(cases, c => Number(c.y)), weight = Float64Array.from(cases, c => c.weight)
  const w = new Float64Array(names.length), speed = new Float64Array(names.length), gradient = new Float64Array(names.length), bias = at.get('bias')
  for (let step = 0; step < STEPS; step++) {
    for (let k = 0; k < w.length; k++) gradient[k] = k === bias ? 0 : -ridge * w[k]!
    for (let i = 0; i < cases.length; i++) {
      const first = from[i]!, end = from[i + 1]!
      let z = 0
      for (let k = first; k < end; k++) z += values[k]! * w[keys[k]!]!
      const error = weight[i]! * (right[i]! - logistic(z))
      for (let k = first; k < end; k++) gradient[keys[k]!]! += error * values[k]!
    }
    for (let k = 0; k < w.length; k++) { speed[k] = 0.9 * speed[k]! + RATE * gradient[k]! / cases.length * 4; w[k]! += speed[k]! }
  }
  return Object.fromEntries(names.map((n, k) => [n, w[k]!]))
}
