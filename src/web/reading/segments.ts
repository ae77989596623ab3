/** Cuts a text at the bounds of marks that may overlap, so that it can be shown in one line of pieces. */
import type { Extent } from '../../core/index.ts'

/** A piece of the text and all marks that cover it, the widest first. */
export interface Segment<M> { readonly start: number; readonly end: number; readonly marks: readonly M[] }

/** Pieces in the order of the text, without gaps; marks beyond the text, or empty, are left out. */
export function segmentsOf<M extends Extent>(length: number, marks: readonly M[]): readonly Segment<M>[] {
  const within = marks.filter(m => m.start >= 0 && m.start < m.end && m.end <= length).toSorted((a, b) => a.start - b.start || b.end - a.end)
  const bounds = [...new Set([0, length, ...within.flatMap(m => [m.start, m.end])])].toSorted((a, b) => a - b)
  const pieces: Segment<M>[] = []
  let open: readonly M[] = [], next = 0
  for (const [i, start] of bounds.entries()) {
    const end = bounds[i + 1]
    if (end === undefined) break
    const from = next
    while (next < within.length && within[next]!.start === start) next++
    open = [...open.filter(m => m.end > start), ...within.slice(from, next)]
    pieces.push({ start, end, marks: open })
  }
  return pieces
}
