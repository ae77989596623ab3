/** Counts of right, false and missed, and the precision, recall and F1 they give. */
import type { Measured, Units } from '../board.ts'

/** In points, 0..100; an empty denominator gives 0. */
export interface Prf { readonly precision: number; readonly recall: number; readonly f1: number }

const ratio = (part: number, whole: number): number => whole === 0 ? 0 : part / whole

/** F1 of a precision and a recall of any one scale. */
export const harmonic = (precision: number, recall: number): number => ratio(2 * precision * recall, precision + recall)

/** From true positives, false positives and false negatives. */
export function prf(right: number, wrong: number, missed: number): Prf {
  const precision = 100 * ratio(right, right + wrong), recall = 100 * ratio(right, right + missed)
  return { precision, recall, f1: harmonic(precision, recall) }
}

/** Column sums; rows may differ in length, absent numbers are 0. */
export function sums(units: Units): readonly number[] {
  const total: number[] = []
  for (const unit of units) for (const [i, n] of unit.entries()) total[i] = (total[i] ?? 0) + n
  return total
}

/** A metric that is a function of the sums over units. */
export const overSums = (metric: string, units: Units, of: (total: readonly number[]) => number): Measured => ({ metric, units, of: drawn => of(sums(drawn)) })

/** F1 where each unit is [right, false, missed]. */
export const f1Of = (metric: string, units: Units): Measured => overSums(metric, units, ([right = 0, wrong = 0, missed = 0]) => prf(right, wrong, missed).f1)

/** Precision, recall and F1 under the names "NAME P", "NAME R" and "NAME F1", where each unit is [right, false, missed]. */
export const prfOf = (name: string, units: Units): readonly Measured[] => [
  overSums(`${name} P`, units, ([right = 0, wrong = 0, missed = 0]) => prf(right, wrong, missed).precision),
  overSums(`${name} R`, units, ([right = 0, wrong = 0, missed = 0]) => prf(right, wrong, missed).recall),
  f1Of(`${name} F1`, units),
]

/** A share in points, where each unit is [right, all]. */
export const shareOf = (metric: string, units: Units): Measured => overSums(metric, units, ([right = 0, all = 0]) => 100 * ratio(right, all))
