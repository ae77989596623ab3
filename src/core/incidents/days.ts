/** Calendar days as numbers, and ranges of them. */
import type { When } from '../model/index.ts'

/** Days since 1970-01-01, both ends included. */
export interface DayRange { readonly first: number; readonly last: number }

/** The number of a day written YYYY-MM-DD (what follows is ignored); null for anything else. */
export function dayNumber(text: string | null | undefined): number | null {
  const time = text === null || text === undefined || !/^\d{4}-\d{2}-\d{2}/.test(text) ? Number.NaN : Date.parse(`${text.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(time) ? null : Math.round(time / 86_400_000)
}

/** Days by which an approximate date may be off, either way. */
const ABOUT = 3
/** Days that an open span is taken to run where the report's day does not bound it. */
const OPEN = 30

/** The days a date covers, an open end bounded by the day of the report; null where it names none. */
export function daysOf(when: When | null, published: number | null): DayRange | null {
  if (when === null) return null
  const start = dayNumber(when.start), end = dayNumber(when.end), about = when.edtf.includes('~') ? ABOUT : 0
  if (start === null && end === null) return null
  const first = start ?? end! - OPEN, last = end ?? Math.max(first, published ?? first + OPEN)
  return first <= last ? { first: first - about, last: last + about } : null
}

export const lengthOf = (range: DayRange): number => range.last - range.first + 1

/** Days between two ranges; 0 where they meet. */
export const daysApart = (a: DayRange, b: DayRange): number => Math.max(0, b.first - a.last, a.first - b.last)
