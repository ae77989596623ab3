/** Krippendorff's alpha: any number of people, each of whom said something of some of the things. */

/** How far two values lie apart: 0 for the same. */
export type Difference<T> = (a: T, b: T) => number

/** Values are the same or not. */
export const nominal: Difference<unknown> = (a, b) => (a === b ? 0 : 1)

/**
 * `units` holds what was said of each thing, by whomever; things of which fewer than two people said something do not count.
 * Null where nothing can be compared, or all said one value throughout. K. Krippendorff (2011), Computing Krippendorff's Alpha-Reliability.
 */
export function krippendorffsAlpha<T>(units: readonly (readonly T[])[], difference: Difference<T> = nominal): number | null {
  const compared = units.filter(unit => unit.length > 1), all = countsOf(compared.flat())
  const n = [...all.values()].reduce((sum, count) => sum + count, 0)
  const within = compared.reduce((sum, unit) => sum + disagreement(countsOf(unit), difference) / (unit.length - 1), 0), among = disagreement(all, difference)
  return among === 0 ? null : 1 - (n - 1) * within / among
}

function countsOf<T>(values: readonly T[]): ReadonlyMap<T, number> {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** The sum of differences over all ordered pairs of values. */
function disagreement<T>(counts: ReadonlyMap<T, number>, difference: Difference<T>): number {
  let sum = 0
  for (const [a, n] of counts) for (const [b, m] of counts) sum += n * m * difference(a, b)
  return sum
}
