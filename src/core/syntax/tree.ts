/** The best tree with one root: each token's best governor where that already is a tree, else Chu-Liu/Edmonds. */

/** Governors counted from 1, 0 for the root, from scores[dependent * (n + 1) + governor]. */
export function treeOf(scores: Float32Array, n: number): Int32Array {
  const greedy = bestGovernors(scores, n)
  let roots = 0
  for (const h of greedy) if (h === 0) roots++
  if (roots === 1 && !hasCycle(greedy)) return greedy
  return spanning(scores, n)
}

function bestGovernors(scores: Float32Array, n: number): Int32Array {
  const heads = new Int32Array(n)
  for (let i = 0; i < n; i++) {
    let best = 0
    for (let j = 1; j <= n; j++) if (scores[i * (n + 1) + j]! > scores[i * (n + 1) + best]!) best = j
    heads[i] = best
  }
  return heads
}

function hasCycle(heads: Int32Array): boolean {
  const seen = new Int32Array(heads.length + 1)
  for (let i = 1; i <= heads.length; i++) {
    let x = i
    while (x !== 0 && seen[x] === 0) { seen[x] = i; x = heads[x - 1]! }
    if (x !== 0 && seen[x] === i) return true
  }
  return false
}

/** Roots tried when the greedy tree has not exactly one. */
const ROOTS = 3

function spanning(scores: Float32Array, n: number): Int32Array {
  const gain = (i: number): number => { let other = -Infinity; for (let j = 1; j <= n; j++) other = Math.max(other, scores[i * (n + 1) + j]!); return scores[i * (n + 1)]! - other }
  const candidates = Array.from({ length: n }, (_, i) => ({ i, gain: gain(i) })).sort((a, b) => b.gain - a.gain || a.i - b.i).slice(0, ROOTS)
  let best: Int32Array | null = null, top = -Infinity
  for (const { i: root } of candidates) {
    const heads = edmonds(rooted(scores, n, root)).subarray(1)
    let total = 0
    for (let i = 0; i < n; i++) total += scores[i * (n + 1) + heads[i]!]!
    if (total > top) { top = total; best = heads }
  }
  return best ?? new Int32Array(n)
}

/** Square scores [dependent][governor] in which only `root` may hang on 0. */
function rooted(scores: Float32Array, n: number, root: number): readonly Float64Array[] {
  return Array.from({ length: n + 1 }, (_, d) => {
    const row = new Float64Array(n + 1).fill(-1e9)
    if (d === 0) return row
    if (d - 1 === root) row[0] = scores[root * (n + 1)]!
    else for (let j = 1; j <= n; j++) row[j] = scores[(d - 1) * (n + 1) + j]!
    return row
  })
}

/** Chu-Liu/Edmonds on a dense matrix; node 0 is the root. Contracts one cycle at a time. */
function edmonds(scores: readonly Float64Array[]): Int32Array {
  const size = scores.length, heads = new Int32Array(size)
  for (let d = 1; d < size; d++) heads[d] = bestOf(scores[d]!, d)
  const cycle = findCycle(heads)
  if (cycle === null) return heads
  const outside = Array.from({ length: size }, (_, i) => i).filter(i => !cycle.includes(i)), m = outside.length
  const contracted = Array.from({ length: m + 1 }, () => new Float64Array(m + 1).fill(-1e9)), into = new Int32Array(m), out = new Int32Array(m)
  for (let a = 0; a < m; a++) {
    const x = outside[a]!
    if (x !== 0) for (let b = 0; b < m; b++) if (a !== b) contracted[a]![b] = scores[x]![outside[b]!]!
    out[a] = cycle.reduce((best, c) => (scores[x]![c]! > scores[x]![best]! ? c : best))
    if (x !== 0) contracted[a]![m] = scores[x]![out[a]!]!
    const gain = (c: number): number => scores[c]![x]! - scores[c]![heads[c]!]!
    into[a] = cycle.reduce((best, c) => (gain(c) > gain(best) ? c : best))
    contracted[m]![a] = gain(into[a]!)
  }
  const solved = edmonds(contracted)
  for (let a = 0; a < m; a++) if (outside[a] !== 0) heads[outside[a]!] = solved[a] === m ? out[a]! : outside[solved[a]!]!
  heads[into[solved[m]!]!] = outside[solved[m]!]!
  return heads
}

function findCycle(heads: Int32Array): readonly number[] | null {
  const seen = new Int32Array(heads.length)
  for (let i = 1; i < heads.length; i++) {
    const path: number[] = []
    let x = i
    while (x !== 0 && seen[x] === 0) { seen[x] = i; path.push(x); x = heads[x]! }
    if (x !== 0 && seen[x] === i && path.includes(x)) return path.slice(path.indexOf(x))
  }
  return null
}

function bestOf(row: Float64Array, self: number): number {
  let best = self === 0 ? 1 : 0
  for (let j = 0; j < row.length; j++) if (j !== self && row[j]! > row[best]!) best = j
  return best
}
