/** The sentence around words of a report, cut out for showing. */

export interface Words { readonly start: number; readonly end: number }
export interface Part { readonly text: string; readonly marked: boolean }
export interface Passage { readonly parts: readonly Part[]; readonly before: boolean; readonly after: boolean }

/** Furthest that a passage reaches to either side of its words, in UTF-16 code units. */
const REACH = 400

/** The sentences that hold `marks` (sorted or not, of one neighbourhood), with the marks set apart. Offsets outside the text are ignored. */
export function passageOf(text: string, marks: readonly Words[]): Passage {
  const inside = marks.filter(({ start, end }) => start >= 0 && end <= text.length && start < end).toSorted((a, b) => a.start - b.start)
  if (inside.length === 0) return { parts: [], before: false, after: false }
  const first = inside[0]!.start, last = Math.max(...inside.map(m => m.end)), from = startOf(text, first), to = endOf(text, last)
  return { parts: cut(text, from, to, inside), before: text.slice(0, from).trim() !== '', after: text.slice(to).trim() !== '' }
}

/** The sentences that hold the words, those that meet joined, in order. */
export function sentencesAround(text: string, marks: readonly Words[]): readonly Words[] {
  const joined: Words[] = []
  for (const { start, end } of marks.toSorted((a, b) => a.start - b.start)) {
    const from = startOf(text, start), to = endOf(text, end), last = joined.at(-1)
    if (last !== undefined && from <= last.end) joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, to) }
    else joined.push({ start: from, end: to })
  }
  return joined
}

/** Splits `text` between `from` and `to` at the marks; marks that overlap become one. */
export function cut(text: string, from: number, to: number, marks: readonly Words[]): readonly Part[] {
  const parts: Part[] = []
  let at = from
  for (const { start, end } of marks) {
    if (end <= at) continue
    if (start > at) parts.push({ text: text.slice(at, start), marked: false })
    parts.push({ text: text.slice(Math.max(start, at), Math.min(end, to)), marked: true })
    at = end
  }
  if (at < to) parts.push({ text: text.slice(at, to), marked: false })
  return parts
}

/** Where the sentence begins: after the last full stop with a blank behind it, or a line's end. */
function startOf(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - REACH), at), ends = [...before.matchAll(/[.!?]["'”’)]*\s+(?=\S)|\n+/g)], last = ends.at(-1)
  return last === undefined ? Math.max(0, at - REACH) : at - before.length + last.index + last[0].length
}

function endOf(text: string, at: number): number {
  const after = text.slice(at, at + REACH), end = /[.!?]["'”’)]*(?=\s|$)|(?=\n)/.exec(after)
  return end === null ? Math.min(text.length, at + REACH) : at + end.index + end[0].length
}
