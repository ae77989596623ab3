/** Where sentences end inside a paragraph: a linear model over the words around each possible end, and rules where no model is needed. */
import type { Cuts } from './tokenise.ts'
import type { TextLexicon } from './lexicon.ts'

/** No sentence is longer than this many tokens, whatever the text looks like. */
export const MAX_SENTENCE = 400

/** Features of one possible end. */
export const FEATURES = 20

const FINAL = /^(?:[.!?…]+|[.!?…:;)\]"'*\-–—]+|.*\.)$/u
const STOP = /^[.!?…]+$|^['"]+$|^[)\]]$/u

const CLOCK_HALF = /^[ap]\.m\.$/i
/** Two initials or more: "U.S.", not the middle initial of a name. */
const INITIALISM = /^(?:\p{Lu}\.){2,}$/u
const NAME_FORM = /^\p{Lu}(?:\p{Ll}|$)/u

interface Word { readonly text: string; readonly lower: string; readonly hash: number; readonly shape: number; readonly gap: number }

export interface Context { readonly words: readonly Word[]; readonly depth: Uint8Array; readonly quotes: Uint8Array }

const hash = (s: string): number => {
  let h = 0x811c9dc5
  for (let i = 0; i < s.length; i++) h = Math.imul(h ^ s.charCodeAt(i), 0x01000193)
  return h | 0
}
const mix = (template: number, a: number, b = 0, c = 0): number => {
  let h = Math.imul(template + 1, 0x9e3779b1) ^ a
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b) ^ b
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) ^ c
  h = Math.imul(h ^ (h >>> 16), 0x27d4eb2f)
  return h ^ (h >>> 15)
}

function shapeOf(word: string, kind: string | undefined): string {
  if (word === '') return '_'
  if (kind !== undefined) return kind + (/^\p{Lu}/u.test(word) ? 'C' : 'c')
  if (/^\p{Lu}[\p{Lu}.]+$/u.test(word)) return 'XX'
  if (/^\p{Lu}/u.test(word)) return word.length === 2 && word[1] === '.' ? 'X.' : 'Xx'
  if (/^\p{Ll}/u.test(word)) return 'x'
  if (/^\d+\.$/.test(word)) return 'd.'
  if (/^\d/.test(word)) return 'd'
  return word.length < 3 ? word : 'p'
}

/** The words of one paragraph as the features see them. Computed once a paragraph. */
export function readContext(chars: string, cuts: Cuts, lexicon: TextLexicon): Context {
  const n = cuts.starts.length
  const words: Word[] = [], depth = new Uint8Array(n), quotes = new Uint8Array(n)
  let open = 0, quoted = 0
  for (let i = 0; i < n; i++) {
    const text = chars.slice(cuts.starts[i], cuts.ends[i]), lower = text.toLowerCase()
    const space = (cuts.starts[i + 1] ?? 0) - (cuts.ends[i] ?? 0)
    words.push({ text, lower, hash: hash(lower), shape: hash(shapeOf(text, lexicon.abbreviations.get(text))), gap: space > 1 ? 2 : space })
    if (text === '(' || text === '[') open = Math.min(open + 1, 9)
    else if (text === ')' || text === ']') open = Math.max(open - 1, 0)
    else if (text === '"') quoted = 1 - quoted
    depth[i] = open
    quotes[i] = quoted
  }
  return { words, depth, quotes }
}

const NONE: Word = { text: '', lower: '', hash: 0, shape: 7, gap: 0 }

/** True where a sentence could end after token `i`: after a mark or an abbreviation. */
export function isCandidate(context: Context, i: number): boolean {
  return i < context.words.length - 1 && FINAL.test((context.words[i] ?? NONE).text)
}

/** Writes the hashed features of a possible end after token `i` into `out`. */
export function featuresAt(context: Context, i: number, out: Int32Array): void {
  const at = (k: number): Word => context.words[k] ?? NONE
  const a = at(i - 1), b = at(i), c = at(i + 1), d = at(i + 2), gap = b.gap
  const nest = ((context.depth[i] ?? 0) > 0 ? 1 : 0) + ((context.quotes[i] ?? 0) > 0 ? 2 : 0)
  out[0] = mix(1, b.hash)
  out[1] = mix(2, c.hash)
  out[2] = mix(3, b.hash, c.shape)
  out[3] = mix(4, b.hash, c.hash)
  out[4] = mix(5, b.hash, c.shape, gap)
  out[5] = mix(6, a.hash, b.hash, c.shape)
  out[6] = mix(7, a.shape, b.hash, c.shape)
  out[7] = mix(8, b.hash, c.shape, d.shape)
  out[8] = mix(9, b.shape, c.shape, gap)
  out[9] = mix(10, b.hash, gap)
  out[10] = mix(11, b.hash, c.hash, d.shape)
  out[11] = mix(12, a.lower.length < 4 ? 1 : 0, b.hash, c.shape)
  out[12] = mix(13, a.shape ^ Math.imul(b.shape, 31), c.shape, d.shape)
  out[13] = mix(14, 0)
  out[14] = mix(15, gap, c.shape)
  out[15] = mix(16, b.shape, c.hash)
  out[16] = mix(17, nest, b.hash, c.shape)
  out[17] = mix(18, nest, b.hash, c.hash)
  out[18] = mix(19, a.hash, b.hash, c.hash)
  out[19] = mix(20, nest, Math.min(i, 3), b.hash)
}

/** First tokens of the sentences of one paragraph, the first always 0; `[]` for no tokens. */
export function sentenceStarts(chars: string, cuts: Cuts, lexicon: TextLexicon): number[] {
  const n = cuts.starts.length
  if (n === 0) return []
  const context = readContext(chars, cuts, lexicon), features = new Int32Array(FEATURES)
  const starts = [0]
  for (let i = 0, first = 0; i < n - 1; i++) {
    if (i + 1 - first < MAX_SENTENCE && !endsAfter(context, i, lexicon, features)) continue
    starts.push(i + 1)
    first = i + 1
  }
  return starts
}

function endsAfter(context: Context, i: number, lexicon: TextLexicon, features: Int32Array): boolean {
  if (!isCandidate(context, i)) return false
  const word = context.words[i] ?? NONE, next = context.words[i + 1] ?? NONE
  if (bindsNext(lexicon.abbreviations.get(word.text), next.text)) return false
  if (/^[)\]]$/.test(word.text) && /^\p{Ll}/u.test(next.text)) return false
  if (CLOCK_HALF.test(word.text) && lexicon.afterClock.has(next.lower)) return false
  if (INITIALISM.test(word.text) && NAME_FORM.test(next.text) && lexicon.openers.has(next.lower)) return true
  const model = lexicon.boundaries
  if (model === null) return STOP.test(word.text) && /^["'(\p{Lu}\d]/u.test(next.text) && !/^["')\]]$/.test(next.text)
  featuresAt(context, i, features)
  return score(model.weights, features, model.bits) > model.threshold
}

function bindsNext(kind: string | undefined, next: string): boolean {
  return kind === 'link' || (kind === 'title' && /^\p{L}/u.test(next)) || (kind === 'number' && /^\d/.test(next))
}

/** Sum of the weights of the features. */
export function score(weights: Int8Array | Float32Array, features: Int32Array, bits: number): number {
  const mask = (1 << bits) - 1
  let sum = 0
  for (let k = 0; k < features.length; k++) sum += weights[(features[k] ?? 0) & mask] ?? 0
  return sum
}
