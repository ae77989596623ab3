/** The stretch of a text that shows best why a search found it. */
import { wordsOf, type WordAt, type WordQuery } from './words.ts'

export interface Snippet { readonly snippet: string; readonly offset: number; readonly ranges: readonly { readonly start: number; readonly end: number }[] }

/** Characters of a snippet, about. */
const LENGTH = 240

/** The stretch with most different words of the query; its beginning where none occurs. Offsets are UTF-16. */
export function snippetOf(text: string, query: WordQuery): Snippet {
  const wanted = new Set(query.phrases.flat())
  const hits = [...wordsOf(text)].filter(({ word }) => wanted.has(word))
  const offset = startOf(text, bestHit(hits)), end = endOf(text, offset)
  const ranges = hits.filter(h => h.start >= offset && h.end <= end).map(h => ({ start: h.start - offset, end: h.end - offset }))
  return { snippet: text.slice(offset, end), offset, ranges }
}

/** Where the hit stands from which a snippet would hold most different words. */
function bestHit(hits: readonly WordAt[]): number {
  let best = 0, most = 0, last = 0
  const inside = new Map<string, number>()
  hits.forEach((hit, first) => {
    for (; last < hits.length && hits[last]!.end - hit.start <= LENGTH; last++) inside.set(hits[last]!.word, (inside.get(hits[last]!.word) ?? 0) + 1)
    if (inside.size > most) { most = inside.size; best = first }
    const left = (inside.get(hit.word) ?? 1) - 1
    if (left === 0) inside.delete(hit.word); else inside.set(hit.word, left)
  })
  return hits[best]?.start ?? 0
}

/** The beginning of the sentence or line, or at least of the word, a little before `at`. */
function startOf(text: string, at: number): number {
  const from = Math.max(0, at - LENGTH / 4), before = text.slice(from, at)
  const sentence = Math.max(before.lastIndexOf('. ') + 2, before.lastIndexOf('\n') + 1)
  if (sentence > 1 || from === 0 && before.indexOf('\n') < 0) return from + (sentence > 1 ? sentence : 0)
  return from + before.indexOf(' ') + 1
}

function endOf(text: string, start: number): number {
  if (text.length <= start + LENGTH) return text.length
  const blank = text.lastIndexOf(' ', start + LENGTH)
  return blank > start + LENGTH / 2 ? blank : safeEnd(text, start + LENGTH)
}

/** Never between the halves of one character. */
const safeEnd = (text: string, end: number): number => text.charCodeAt(end) >= 0xdc00 && text.charCodeAt(end) <= 0xdfff ? end + 1 : end
