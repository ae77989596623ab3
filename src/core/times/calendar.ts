/** Calendar arithmetic on whole days of the proleptic Gregorian calendar; no clocks, no zones. */

/** Days since 1970-01-01. */
export type Day = number

export interface YearMonthDay { readonly year: number; readonly month: number; readonly day: number }

const MS = 86_400_000

/** The day of a date whose parts are in range; month 1..12. Days past the end of the month roll over. */
export function dayOf(year: number, month: number, day: number): Day {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return Math.round(date.getTime() / MS)
}

export function partsOf(day: Day): YearMonthDay {
  const date = new Date(day * MS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

export const lastOfMonth = (year: number, month: number): Day => dayOf(year, month + 1, 1) - 1

/** True for a date that exists. */
export const exists = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= partsOf(lastOfMonth(year, month)).day

const padded = (n: number, width: number): string => String(n).padStart(width, '0')

export const isoYear = (year: number): string => padded(year, 4)
export const isoMonth = (year: number, month: number): string => `${isoYear(year)}-${padded(month, 2)}`

/** "2024-01-20". */
export function isoDay(day: Day): string {
  const { year, month, day: d } = partsOf(day)
  return `${isoMonth(year, month)}-${padded(d, 2)}`
}

/** The day of "YYYY-MM-DD" or of an RFC 3339 stamp, in the stamp's own zone; null when it is neither. */
export function readIsoDay(text: string): Day | null {
  const m = /^\s*(\d{4})-(\d{2})-(\d{2})(?:$|[T\s])/.exec(text)
  if (m === null) return null
  const [year, month, day] = [Number(m[1]), Number(m[2]), Number(m[3])]
  return exists(year, month, day) ? dayOf(year, month, day) : null
}

/** Monday 0 .. Sunday 6. */
export const weekdayOf = (day: Day): number => (((day + 3) % 7) + 7) % 7

export const mondayOf = (day: Day): Day => day - weekdayOf(day)

/** ISO 8601 week: "2024-W03". */
export function isoWeek(day: Day): string {
  const thursday = mondayOf(day) + 3
  const { year } = partsOf(thursday)
  return `${isoYear(year)}-W${padded(1 + Math.floor((thursday - dayOf(year, 1, 1)) / 7), 2)}`
}

/** The month `n` months after a month; `n` may be negative. */
export function addMonths(year: number, month: number, n: number): { readonly year: number; readonly month: number } {
  const index = year * 12 + (month - 1) + n
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 }
}

/** The same day `n` months on, or the last of that month where it has no such day. */
export function addMonthsToDay(day: Day, n: number): Day {
  const { year, month, day: d } = partsOf(day)
  const to = addMonths(year, month, n)
  return Math.min(dayOf(to.year, to.month, 1) + d - 1, lastOfMonth(to.year, to.month))
}

/** The latest day with this weekday (Monday 0) that is not after `day`. */
export const latestWeekday = (day: Day, weekday: number): Day => day - ((weekdayOf(day) - weekday + 7) % 7)

/** The first day with this weekday (Monday 0) after `day`. */
export const nextWeekday = (day: Day, weekday: number): Day => day + (((weekday - weekdayOf(day) + 6) % 7) + 1)

/** Western Easter Sunday (Meeus, Jones and Butcher's algorithm). */
export function easter(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1)
}

const RADIAN = Math.PI / 180
/** Days from one new moon to the next. */
const LUNATION = 29.530588861
/** Days since 1970-01-01 UTC of the new moon of 6 January 2000. */
const NEW_MOON = 10_962.59766

/** The moment of the `k`th new moon after that of 6 January 2000 (Meeus, chapter 49, without the terms below a minute or so), in days since 1970-01-01 UTC. */
function newMoon(k: number): number {
  const sun = (2.5534 + 29.1053567 * k) * RADIAN, moon = (201.5643 + 385.81693528 * k) * RADIAN, node = (160.7108 + 390.67050284 * k) * RADIAN
  return NEW_MOON + LUNATION * k - 0.4072 * Math.sin(moon) + 0.17241 * Math.sin(sun) + 0.01608 * Math.sin(2 * moon) + 0.01039 * Math.sin(2 * node)
    + 0.00739 * Math.sin(moon - sun) - 0.00514 * Math.sin(moon + sun) + 0.00208 * Math.sin(2 * sun)
}

/** The tabular Islamic calendar tells which new moon a month begins with: 1 Muharram 1 is this day. */
const HIJRI_EPOCH = dayOf(622, 7, 19)
/** A new moon before 13:00 UTC sets after the sun in Mecca on the same evening. */
const SEEN_SAME_EVENING = 13 / 24

/** A day of the Islamic calendar as Umm al-Qura reckons it: a month begins on the day after the evening on which the new moon sets after the sun in Mecca. Sighting may differ by a day. */
export function hijriDay(year: number, month: number, day: number): Day {
  const tabular = HIJRI_EPOCH + (year - 1) * 354 + Math.floor((3 + 11 * year) / 30) + Math.ceil(29.5 * (month - 1))
  const moon = newMoon(Math.round((tabular - 1.5 - NEW_MOON) / LUNATION))
  return Math.floor(moon) + (moon - Math.floor(moon) < SEEN_SAME_EVENING ? 1 : 2) + day - 1
}
