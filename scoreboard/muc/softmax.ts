/** Shares of classes by weights of named features. */
export type Weights = ReadonlyMap<string, readonly number[]>

/** Sums of weights by class, the constant among them. */
export function sumsOf(weights: Weights, features: readonly string[], classes: number): readonly number[] {
  const z = Array.from({ length: classes }, () => 0)
  for (const f of features) { const row = weights.get(f); if (row !== undefined) for (let c = 0; c < classes; c++) z[c]! += row[c]! }
  return z
}

export function sharesOf(weights: Weights, features: readonly string[], classes: number): readonly number[] {
  const z = sumsOf(weights, features, classes), top = Math.max(...z), e = z.map(v => Math.exp(v - top)), sum = e.reduce((a, b) => a + b, 0)
  return e.map(v => v / sum)
}
