/** A text's signature: near-duplicates are recognised by it, so that incidents need not hold texts. */
import { hashOf, wordsIn } from './bag.ts'

/**
 * One-permutation MinHash (Li, Owen and Zhang 2012) of the text's word shingles, with rotation for empty bins
 * (Shrivastava and Li 2014): BINS numbers of 32 bits. The share of equal numbers estimates the Jaccard likeness of two texts.
 */
export type Signature = Uint32Array

/** Numbers in a signature, a power of two, and words in a shingle. */
export const BINS = 128
const SHINGLE = 5
/** Characters of a text that are read: what makes a copy a copy stands in its first pages. */
const LONGEST = 200_000
const EMPTY = 0xffffffff

/** The signature of a text; null for one of fewer words than a shingle, which resembles nothing. */
export function signatureOf(text: string): Signature | null {
  const words = wordsIn(text.slice(0, LONGEST)).map(w => hashOf(w))
  if (words.length < SHINGLE) return null
  const bins = new Uint32Array(BINS).fill(EMPTY)
  for (let i = 0; i + SHINGLE <= words.length; i++) {
    let hash = 0x811c9dc5
    for (let k = 0; k < SHINGLE; k++) hash = mix(hash ^ words[i + k]!)
    const bin = hash >>> 25, value = mix(hash ^ 0x5bd1e995) >>> 0
    if (value < bins[bin]!) bins[bin] = value
  }
  return filled(bins)
}

/** The finaliser of MurmurHash3 (Appleby): every bit of the input moves every bit of the output. */
function mix(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

/** Empty bins take the value of the next full one, moved by their distance, so that only bins empty alike in both agree. */
function filled(bins: Uint32Array): Signature {
  const out = Uint32Array.from(bins)
  for (let i = 0; i < BINS; i++) for (let d = 1; out[i] === EMPTY && d < BINS; d++) {
    const next = bins[(i + d) % BINS]!
    if (next !== EMPTY) out[i] = (next + Math.imul(d, 0x9e3779b1)) >>> 0
  }
  return out
}

/** The estimated share of shingles that two texts have in common, from 0 to 1. */
export function likeness(a: Signature, b: Signature): number {
  let same = 0
  for (let i = 0; i < BINS; i++) if (a[i] === b[i]) same++
  return same / BINS
}
