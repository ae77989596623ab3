/** Cohen's kappa: two people, each of whom put every thing into one category. */

/** What two people said of one thing. */
export type Pair = readonly [string, string]

export interface Kappa {
  /** 1: they always agree; 0: as chance would; null where one category is all that both ever used, so that chance cannot be told from agreement. */
  readonly kappa: number | null
  readonly observed: number
  readonly expected: number
  readonly n: number
}

/** J. Cohen (1960), A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20(1). Null of nothing. */
export function cohensKappa(pairs: readonly Pair[]): Kappa | null {
  const n = pairs.length
  if (n === 0) return null
  const observed = pairs.filter(([a, b]) => a === b).length / n, first = sharesOf(pairs.map(p => p[0])), second = sharesOf(pairs.map(p => p[1]))
  const expected = [...first].reduce((sum, [category, share]) => sum + share * (second.get(category) ?? 0), 0)
  return { kappa: expected === 1 ? null : (observed - expected) / (1 - expected), observed, expected, n }
}

function sharesOf(said: readonly string[]): ReadonlyMap<string, number> {
  const shares = new Map<string, number>()
  for (const category of said) shares.set(category, (shares.get(category) ?? 0) + 1 / said.length)
  return shares
}
