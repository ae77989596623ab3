/** Small sets of words as sorted numbers, quick to compare by the million. */

/** Sorted, distinct 32-bit hashes. */
export type Bag = Int32Array

/** FNV-1a over UTF-16 code units, 32 bits (Fowler, Noll, Vo). */
export function hashOf(text: string, seed = 0x811c9dc5): number {
  let hash = seed | 0
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}

/** A hash of 53 bits, for keys that should hardly ever meet by chance. */
export const keyOf = (text: string): number => (hashOf(text) >>> 0) * 2097152 + ((hashOf(text, 0x2f0b4c47) >>> 0) % 2097152)

export function bagOf(words: Iterable<string>): Bag {
  const hashes = new Set<number>()
  for (const word of words) if (word !== '') hashes.add(hashOf(word))
  return Int32Array.from(hashes).sort()
}

/** How many members two bags share. */
export function shared(a: Bag, b: Bag): number {
  let i = 0, j = 0, n = 0
  while (i < a.length && j < b.length) {
    const d = a[i]! - b[j]!
    if (d === 0) { n++; i++; j++ } else if (d < 0) i++
    else j++
  }
  return n
}

/** Words of a text for comparison: lower case, no accents, no marks, no possessive. */
export const wordsIn = (text: string): readonly string[] => fold(text).split(/[^\p{L}\p{N}]+/u).filter(w => w !== '')

/** Lower case without accents, apostrophes and possessives. */
export const fold = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}+/gu, '').replace(/['’ʻ`]s\b/gu, '').replace(/['’ʻ`]/gu, '')

/** A word without its ending, roughly: enough to match "bombing" with "bombed". */
export const stem = (word: string): string => (word.length > 4 ? word.replace(/(?:ings?|ed|ers?|es|s)$/, '') : word.replace(/s$/, ''))

/** Words of a text without their endings. */
export const stemmed = (text: string): readonly string[] => wordsIn(text).map(stem)
