/** The timeline's bars: weeks or months with their counts, and where they stand. */
import { dayOf, dayText, type Range } from './columns.ts'

export interface Bar { /** First day, and the first day after it. */ readonly from: number; readonly to: number; readonly count: number }
export interface Timeline { readonly bars: readonly Bar[]; readonly from: number; readonly to: number; readonly most: number }

/** Bars at most; weeks become months, months years, where there would be more. */
const MOST_BARS = 420

/** Bars from counts by week, oldest first; null where nothing has a date. */
export function timelineOf(weeks: readonly { readonly keys: readonly (string | null)[]; readonly incidents: number }[]): Timeline | null {
  const dated = weeks.flatMap(({ keys: [key], incidents }) => { const day = dayOf(key ?? null); return day === null ? [] : [{ from: day, to: day + 7, count: incidents }] }).toSorted((a, b) => a.from - b.from), first = dated[0], last = dated.at(-1)
  if (first === undefined || last === undefined) return null
  const span = last.to - first.from, bars = span / 7 <= MOST_BARS ? dated : joined(dated, span / 30 <= MOST_BARS ? 7 : 4)
  return { bars, from: bars[0]!.from, to: bars.at(-1)!.to, most: Math.max(...bars.map(b => b.count)) }
}

/** Weeks joined by the first `length` characters of their day: 7 for months, 4 for years. */
function joined(weeks: readonly Bar[], length: 4 | 7): readonly Bar[] {
  const counts = new Map<string, number>()
  for (const { from, count } of weeks) { const key = dayText(from).slice(0, length); counts.set(key, (counts.get(key) ?? 0) + count) }
  return [...counts].map(([key, count]) => ({ from: dayOf(length === 4 ? `${key}-01-01` : `${key}-01`)!, to: dayOf(length === 4 ? `${Number(key) + 1}-01-01` : nextMonth(key))!, count }))
}
const nextMonth = (month: string): string => { const [y = 0, m = 0] = month.split('-').map(Number); return m === 12 ? `${y + 1}-01-01` : `${y}-${String(m + 1).padStart(2, '0')}-01` }

/** Ticks of the axis: days with their words, no more than fit. */
export function ticksOf({ from, to }: Timeline, width: number): readonly { readonly day: number; readonly text: string }[] {
  const days = to - from, room = Math.max(2, Math.floor(width / 80))
  if (days <= FEW_DAYS) return daysOf(from, to, Math.ceil(days / room))
  const months = [1, 2, 3, 6, 12, 24, 60, 120].find(m => days / 30.4 / m <= room) ?? 240, start = new Date(from * 86_400_000), found: { day: number; text: string }[] = []
  for (let m = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth() + (start.getUTCDate() > 1 ? 1 : 0)) / months) * months; ; m += months) {
    const day = dayOf(`${Math.floor(m / 12)}-${String(m % 12 + 1).padStart(2, '0')}-01`)
    if (day === null || day >= to) return found
    found.push({ day, text: m % 12 === 0 || months >= 12 ? String(Math.floor(m / 12)) : MONTHS[m % 12]! })
  }
}
/** Days of a span that may hold the beginning of no month. */
const FEW_DAYS = 62
const daysOf = (from: number, to: number, step: number): readonly { readonly day: number; readonly text: string }[] => Array.from({ length: Math.ceil((to - from) / step) }, (_none, n) => { const day = from + n * step, [, month = '', date = ''] = dayText(day).split('-'); return { day, text: `${Number(date)} ${MONTHS[Number(month) - 1]!}` } })
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** The range that an address names; null for all time. */
export function rangeFrom(search: Readonly<Record<string, string>>, { from, to }: { readonly from: number; readonly to: number }): Range {
  const first = dayOf(search['date__gte']), last = dayOf(search['date__lte'])
  return first === null && last === null ? null : [first ?? from, last ?? to]
}
