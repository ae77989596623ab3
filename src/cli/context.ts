/** Shows a stretch of a report in one or two lines, with words of interest marked. */
import type { Extent } from '../index.ts'
import { clean } from './clean.ts'
import { piece, type Piece, type Style } from './style.ts'
import { widthOf } from './width.ts'

/** Words to mark. `bracket` puts «» around them, which shows without colour too. */
export interface Mark extends Extent { readonly style: Style; readonly bracket: boolean }

/** The words around `focus` in at most about `columns`, cut at word boundaries and at the paragraph's ends. */
export function contextOf(text: string, focus: Extent, marks: readonly Mark[], columns: number): readonly Piece[] {
  const window = windowOf(text, focus, columns)
  const inside = marks.filter(m => m.start >= window.start && m.end <= window.end).sort((a, b) => Number(b.bracket) - Number(a.bracket) || a.start - b.start || b.end - a.end)
  const chosen: Mark[] = []
  for (const m of inside) if (!chosen.some(c => m.start < c.end && c.start < m.end)) chosen.push(m)
  chosen.sort((a, b) => a.start - b.start)
  const pieces: Piece[] = window.start > paragraphStart(text, focus.start) ? [piece('… ', 'dim')] : []
  let at = window.start
  for (const m of chosen) {
    pieces.push(piece(clean(text.slice(at, m.start))), ...marked(clean(text.slice(m.start, m.end)), m))
    at = m.end
  }
  pieces.push(piece(clean(text.slice(at, window.end))))
  if (window.end < paragraphEnd(text, focus.end)) pieces.push(piece(' …', 'dim'))
  return pieces
}

const marked = (words: string, m: Mark): readonly Piece[] => m.bracket ? [piece(`«${words}»`, m.style)] : [piece(words, m.style)]

const BREAK = /\n[ \t\r]*\n/g

function paragraphStart(text: string, at: number): number {
  const before = text.slice(0, at), last = [...before.slice(-4000).matchAll(BREAK)].at(-1)
  return last === undefined ? Math.max(0, at - 4000) : Math.max(0, before.length - 4000) + last.index + last[0].length
}

function paragraphEnd(text: string, at: number): number {
  const next = /\n[ \t\r]*\n|\s*$/.exec(text.slice(at, at + 4000))
  return next === null ? Math.min(text.length, at + 4000) : at + next.index
}

/** Grows from the focus to both sides, a third of the room before it, while the columns last. */
function windowOf(text: string, focus: Extent, columns: number): Extent {
  const low = paragraphStart(text, focus.start), high = paragraphEnd(text, focus.end)
  const room = Math.max(0, columns - widthOf(clean(text.slice(focus.start, focus.end))) - 6)
  const before = Math.min(focus.start - low, Math.floor(room * 0.4)), after = Math.min(high - focus.end, room - before)
  const first = Math.max(low, focus.start - Math.min(focus.start - low, room - after)), last = focus.end + after
  return { start: first === low ? low : afterSpace(text, first, focus.start), end: last === high ? high : beforeSpace(text, last, focus.end) }
}

function afterSpace(text: string, from: number, limit: number): number {
  const space = text.slice(from, limit).search(/\s/)
  return space < 0 ? limit : from + space + 1
}

const beforeSpace = (text: string, from: number, limit: number): number => {
  const part = text.slice(limit, from), space = part.search(/\s\S*$/)
  return space < 0 ? limit : limit + space
}
