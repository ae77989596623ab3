/** What a coefficient of agreement means, in words. */

/** Answers below which a coefficient says next to nothing. */
const FEW = 20

/** After Krippendorff (2004): 0.8 and more is reliable, 0.667 and more allows tentative conclusions. Null where chance cannot be told from agreement. */
export function sayStrength(coefficient: number | null, n: number): string {
  if (n < FEW) return 'too few answers to say'
  if (coefficient === null) return 'cannot be told from chance'
  if (coefficient >= 0.8) return 'reliable'
  if (coefficient >= 0.667) return 'tentative'
  return coefficient > 0 ? 'weak' : 'no better than chance'
}
