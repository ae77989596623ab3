/** The percentile bootstrap: documents are drawn anew with replacement, from a seeded generator, so that the same outcome gives the same interval. */
import type { Measured } from '../board.ts'

export interface Figure {
  readonly value: number
  /** The 2.5th and 97.5th percentile of the drawings; both the value where there is but one unit. */
  readonly low: number
  readonly high: number
  /** Standard deviation of the drawings. */
  readonly error: number
}

const DRAWINGS = 1000, SEED = 20260101

/** The figure with its 95 % interval (Efron and Tibshirani 1993, percentile method). */
export function bootstrap({ units, of }: Measured, drawings = DRAWINGS): Figure {
  const value = of(units)
  if (units.length < 2) return { value, low: value, high: value, error: 0 }
  const random = generator(SEED)
  const values = Array.from({ length: drawings }, () => of(units.map(() => units[Math.floor(random() * units.length)]!))).sort((a, b) => a - b)
  const mean = values.reduce((sum, v) => sum + v, 0) / drawings
  const error = Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (drawings - 1))
  return { value, low: values[Math.floor(0.025 * drawings)]!, high: values[Math.ceil(0.975 * drawings) - 1]!, error }
}

/** Numbers in [0, 1) from a 32-bit seed (mulberry32, public domain). */
export function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6D2B79F5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
