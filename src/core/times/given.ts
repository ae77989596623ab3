/** A date as a person gives it: a day, a span of days or a month, in EDTF. */
import type { Span, When } from '../model/index.ts'

const DAY = String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`, DAYS = new RegExp(`^(${DAY})(?:/(${DAY}))?$`), MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/

/** 2024-03-15, 2024-03-15/2024-03-17 or 2024-03; null for anything else, also for a day that no calendar has. */
export function whenGiven(edtf: string, evidence: readonly Span[]): When | null {
  const days = DAYS.exec(edtf), month = MONTH.exec(edtf), stated = true
  if (month !== null) return { edtf, start: `${edtf}-01`, end: `${edtf}-${String(new Date(Date.UTC(Number(month[1]), Number(month[2]), 0)).getUTCDate()).padStart(2, '0')}`, stated, evidence }
  if (days === null || !isDay(days[1]!) || (days[2] !== undefined && (!isDay(days[2]) || days[2] < days[1]!))) return null
  return { edtf, start: days[1]!, end: days[2] ?? days[1]!, stated, evidence }
}

const isDay = (day: string): boolean => new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)
