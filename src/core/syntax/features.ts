/** Word features: indices into the six embedding tables, the same as training/parser.py computes. */

const BUCKETS = 5000, SHAPES = 2000

/** How many rows the six tables have at the least, for a vocabulary of `words`. */
export const leastRows = (words: number): readonly number[] => [words + 2, BUCKETS + 1, BUCKETS + 1, SHAPES + 1, BUCKETS + 1, BUCKETS + 1]

/** FNV-1a, 32 bits, over UTF-8; lone surrogates count as U+FFFD. */
function fnv(text: string): number {
  let hash = 0x811c9dc5
  const byte = (b: number): void => { hash = Math.imul(hash ^ b, 0x01000193) }
  for (const char of text) {
    let c = char.codePointAt(0)!
    if (c >= 0xd800 && c <= 0xdfff) c = 0xfffd
    if (c < 0x80) byte(c)
    else if (c < 0x800) { byte(0xc0 | c >> 6); byte(0x80 | c & 63) }
    else if (c < 0x10000) { byte(0xe0 | c >> 12); byte(0x80 | c >> 6 & 63); byte(0x80 | c & 63) }
    else { byte(0xf0 | c >> 18); byte(0x80 | c >> 12 & 63); byte(0x80 | c >> 6 & 63); byte(0x80 | c & 63) }
  }
  return hash >>> 0
}

/** Kinds of characters, runs written once, at most six: "X-xd". */
function shape(chars: readonly string[]): string {
  let out = '', last = ''
  for (const char of chars) {
    const kind = /\p{Nd}/u.test(char) ? 'd' : /\p{Lu}/u.test(char) ? 'X' : /\p{Ll}/u.test(char) ? 'x' : char
    if (kind !== last || kind === '-' || kind === '.') { out += kind; last = kind }
    if (out.length >= 6) break
  }
  return out
}

/** Indices of a word: itself, 3-suffix, 3-prefix, shape, 5-suffix, first two with last two letters. */
export function featuresOf(word: string, vocabulary: ReadonlyMap<string, number>): readonly number[] {
  const digits = word.replace(/[0-9]/g, '0'), low = digits.toLowerCase(), chars = Array.from(low)
  const end = (n: number): string => chars.slice(-n).join(''), begin = (n: number): string => chars.slice(0, n).join('')
  return [
    vocabulary.get(low) ?? 1, 1 + fnv(`s3${end(3)}`) % BUCKETS, 1 + fnv(`p3${begin(3)}`) % BUCKETS, 1 + fnv(`sh${shape(Array.from(digits))}`) % SHAPES,
    1 + fnv(`s4${end(5)}`) % BUCKETS, 1 + fnv(`p1${begin(2)}${end(2)}`) % BUCKETS,
  ]
}
