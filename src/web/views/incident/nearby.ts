/** What to ask for incidents that may be the same, or be linked. */
import type { Incident } from '../../../core/model/index.ts'
import type { Search } from '../../filters/search.ts'

const DAY_MS = 86_400_000
const shift = (day: string, by: number): string => new Date(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) + by * DAY_MS).toISOString().slice(0, 10)

/** Filters for incidents of the same country within some days; of any country or day where this one has none. */
export function around({ date, places }: Incident, days: number): Search {
  const start = date?.start ?? date?.end ?? null, end = date?.end ?? start, country = places[0]?.country ?? null, known = start !== null && end !== null && !Number.isNaN(Date.parse(start)) && !Number.isNaN(Date.parse(end))
  return { ...known ? { date__gte: shift(start, -days), date__lte: shift(end, days) } : {}, ...country === null ? {} : { country } }
}
