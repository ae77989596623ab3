/** Finds the known word that was most likely meant by a mistyped one. */

/** The word of `known` within two edits of `given`, or null. */
export function nearest(given: string, known: readonly string[]): string | null {
  const ranked = known.map(word => ({ word, edits: editDistance(given.toLowerCase(), word) })).sort((a, b) => a.edits - b.edits)
  const best = ranked[0]
  return best !== undefined && best.edits <= Math.min(2, given.length - 1) ? best.word : null
}

/** Levenshtein's distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}
