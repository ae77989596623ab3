/** Choosing words of a text with keys: by word, by sentence, lengthened from where one began. */
import type { Extent } from '../../core/index.ts'

/** Words of the text, without the marks around them. */
export interface Words { readonly words: readonly Extent[]; /** Numbers of the words that begin a sentence or a paragraph. */ readonly firsts: readonly number[] }
/** Numbers of the word at which choosing began and of the one it reached; both are chosen. */
export interface Chosen { readonly from: number; readonly to: number }

const MARK = /[\p{P}\p{S}]/u, KEPT = /[%$€£°#@&+]/, ENDS = /[.!?]["'”’)\]]*$/

export function wordsOf(text: string): Words {
  const words: Extent[] = [], firsts: number[] = []
  let first = true, before = 0
  for (const { index, 0: raw } of text.matchAll(/\S+/g)) {
    if (text.slice(before, index).includes('\n')) first = true
    before = index + raw.length
    const word = inner(text, index, before)
    if (word !== null) {
      if (first) firsts.push(words.length)
      words.push(word)
      first = false
    }
    if (ENDS.test(raw)) first = true
  }
  return { words, firsts }
}

/** Without the marks around it, but with signs that belong to a figure or name: "$40", "30%". */
function inner(text: string, from: number, to: number): Extent | null {
  const isMark = (at: number): boolean => MARK.test(text[at]!) && !KEPT.test(text[at]!)
  let start = from, end = to
  while (start < end && isMark(start)) start++
  while (end > start && isMark(end - 1)) end--
  return start < end ? { start, end } : null
}

/** The word at an offset, or the next one. */
export function chosenAt({ words }: Words, offset: number): Chosen | null {
  if (words.length === 0) return null
  const found = words.findIndex(w => w.end > offset), at = found < 0 ? words.length - 1 : found
  return { from: at, to: at }
}

/** What is chosen after a press of a key; null for keys that choose nothing. */
export function stepped(of: Words, { from, to }: Chosen, key: string, longer: boolean): Chosen | null {
  const target = targetOf(of, to, key, longer)
  if (target === null) return null
  const at = Math.max(0, Math.min(of.words.length - 1, target))
  return longer ? { from, to: at } : { from: at, to: at }
}

function targetOf({ words, firsts }: Words, to: number, key: string, longer: boolean): number | null {
  const begin = (n: number): number => firsts.findLast(f => f <= n) ?? 0, end = (n: number): number => (firsts.find(f => f > n) ?? words.length) - 1
  switch (key) {
    case 'ArrowRight': return to + 1
    case 'ArrowLeft': return to - 1
    case 'ArrowDown': return longer ? end(to) === to ? end(to + 1) : end(to) : begin(end(to) + 1)
    case 'ArrowUp': return begin(to) === to ? begin(to - 1) : begin(to)
    case 'Home': return begin(to)
    case 'End': return end(to)
    default: return null
  }
}

export function extentOf({ words }: Words, { from, to }: Chosen): Extent {
  const first = words[Math.min(from, to)]!, last = words[Math.max(from, to)]!
  return { start: first.start, end: last.end }
}
