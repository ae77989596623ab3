/** Days, weeks, months and years as charts count by them: which fits, which lie between two, what each is called and spans. */
import { sayDays } from '../filters/words.ts'

export type Unit = 'day' | 'week' | 'month' | 'year'
export const UNITS: readonly Unit[] = ['day', 'week', 'month', 'year']

const DAY_MS = 86_400_000
const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const isoOf = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** Longest spans, in days, that are counted by day, week and month. */
const LONGEST: readonly (readonly [Unit, number])[] = [['day', 62], ['week', 1100], ['month', 7400]]

/** The unit that shows a span of days in bars that can be told apart; week where the span is not known. */
export function unitFor(first: string | null, last: string | null): Unit {
  const days = first === null || last === null ? Number.NaN : (timeOf(last.slice(0, 10)) - timeOf(first.slice(0, 10))) / DAY_MS
  return Number.isNaN(days) ? 'week' : LONGEST.find(([, most]) => days <= most)?.[0] ?? 'year'
}

const SHAPES: Readonly<Record<Unit, RegExp>> = { day: /^\d{4}-\d{2}-\d{2}$/, week: /^\d{4}-\d{2}-\d{2}$/, month: /^\d{4}-\d{2}$/, year: /^\d{4}$/ }

/** Whether a key of the interface names a time of the unit; a text that is no day does not. */
export const isTime = (unit: Unit, key: string | null): key is string => key !== null && SHAPES[unit].test(key) && !Number.isNaN(timeOf(firstDay(unit, key)))

/** First day of a time, YYYY-MM-DD. */
export const firstDay = (unit: Unit, key: string): string => (unit === 'year' ? `${key}-01-01` : unit === 'month' ? `${key}-01` : key)

/** Last day of a time, YYYY-MM-DD. */
export function lastDay(unit: Unit, key: string): string {
  const from = timeOf(firstDay(unit, key))
  return unit === 'day' ? key : unit === 'week' ? isoOf(from + 6 * DAY_MS) : isoOf(timeOf(firstDay(unit, keyAfter(unit, key))) - DAY_MS)
}

export function keyAfter(unit: Unit, key: string): string {
  const [year = 0, month = 1] = key.split('-').map(Number)
  if (unit === 'year') return String(year + 1).padStart(4, '0')
  if (unit === 'month') return month === 12 ? `${String(year + 1).padStart(4, '0')}-01` : `${key.slice(0, 4)}-${String(month + 1).padStart(2, '0')}`
  return isoOf(timeOf(key) + (unit === 'day' ? 1 : 7) * DAY_MS)
}

/** Every time from the first to the last, without gaps; the last `most` where there are more. */
export function timesBetween(unit: Unit, first: string, last: string, most = 2000): readonly string[] {
  const days = (timeOf(firstDay(unit, last)) - timeOf(firstDay(unit, first))) / DAY_MS, each = { day: 1, week: 7, month: 31, year: 366 }[unit], times: string[] = []
  let key = first
  // Far too many are not even walked through.
  if (days / each > most && unit !== 'month' && unit !== 'year') key = isoOf(timeOf(last) - (most - 1) * each * DAY_MS)
  for (; key <= last && times.length < 10 * most; key = keyAfter(unit, key)) times.push(key)
  return times.slice(-most)
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** "4 Mar 2024", "week of 4 Mar 2024", "March 2024", "2024". */
export const sayTime = (unit: Unit, key: string): string => (unit === 'year' ? key : unit === 'month' ? MONTH.format(timeOf(firstDay(unit, key))) : unit === 'week' ? `week of ${sayDays(key)}` : sayDays(key))

export interface Tick { readonly at: number; readonly label: string }

const SHORT_MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }), SHORT_DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** Years between two labels, so that they stand at round numbers. */
const YEARS = [1, 2, 5, 10, 20, 50, 100, 200, 500] as const
/** Bars of a year, at least. */
const IN_A_YEAR: Readonly<Record<Unit, number>> = { day: 365, week: 52, month: 12, year: 1 }

/** Labels below a chart: where a year, a month or a day begins, none nearer to the one before than `apart` bars; years at round numbers. */
export function ticksOf(unit: Unit, times: readonly string[], apart: number): readonly Tick[] {
  const days = times.length * { day: 1, week: 7, month: 30, year: 365 }[unit], length = unit === 'year' || days > 550 ? 4 : days > 62 ? 7 : 10, ticks: Tick[] = [], years = YEARS.find(n => n * IN_A_YEAR[unit] >= apart) ?? 1000
  times.forEach((key, at) => {
    const before = times[at - 1], begins = before === undefined ? at === 0 && length === 10 : before.slice(0, length) !== key.slice(0, length), last = ticks.at(-1)
    if (length === 4 && Number(key.slice(0, 4)) % years !== 0) return
    if (begins && (last === undefined || at - last.at >= apart)) ticks.push({ at, label: labelOf(unit, key, length, last === undefined || times[last.at]!.slice(0, 4) !== key.slice(0, 4)) })
  })
  return ticks.length > 0 || times.length === 0 ? ticks : [{ at: 0, label: labelOf(unit, times[0]!, length, true) }]
}

function labelOf(unit: Unit, key: string, length: number, year: boolean): string {
  if (length === 4) return key.slice(0, 4)
  const time = timeOf(firstDay(unit, key))
  return length === 10 ? SHORT_DAY.format(time) : year ? `${SHORT_MONTH.format(time)} ${key.slice(0, 4)}` : SHORT_MONTH.format(time)
}

/** Round numbers from 0 to what holds `most`, about `count` steps. */
export function levelsOf(most: number, count = 3): readonly number[] {
  const rough = Math.max(1, most) / count, power = 10 ** Math.floor(Math.log10(rough)), step = Math.max(1, power * ([1, 2, 5].find(n => n * power >= rough) ?? 10))
  return Array.from({ length: Math.max(1, Math.ceil(most / step)) + 1 }, (_, i) => i * step)
}
