/** Extents and spans into the report's text: UTF-16 code units, half-open, never moved by any layer. */

/** A stretch of text: `start` inclusive, `end` exclusive, in UTF-16 code units of the text as given. */
export interface Extent { readonly start: number; readonly end: number }

/** An extent that carries its words: `exact === text.slice(start, end)`. */
export interface Span extends Extent { readonly exact: string }

/** The span of `extent` in `text`. */
export const spanOf = (text: string, extent: Extent): Span => ({ start: extent.start, end: extent.end, exact: text.slice(extent.start, extent.end) })

/** True when the two extents share at least one code unit. */
export const overlaps = (a: Extent, b: Extent): boolean => a.start < b.end && b.start < a.end

/** True when `inner` lies within `outer`. */
export const within = (inner: Extent, outer: Extent): boolean => inner.start >= outer.start && inner.end <= outer.end

/** Text order: earlier start first, the longer first among equals. */
export const inTextOrder = (a: Extent, b: Extent): number => a.start - b.start || b.end - a.end
