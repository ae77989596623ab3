/** One line that says what an event is, composed from its fields. */
import type { Event, Participant, Quantity } from '../model/index.ts'

const names = (list: readonly Participant[]): string => list.slice(0, 3).map(p => p.name).join(', ') + (list.length > 3 ? ` and ${list.length - 3} more` : '')

/** "23", "at least 23", "up to 100", "20 to 30". */
export function rangeText(q: Pick<Quantity, 'min' | 'max'>): string {
  if (q.min !== null && q.max !== null) return q.min === q.max ? String(q.min) : `${q.min} to ${q.max}`
  return q.min !== null ? `at least ${q.min}` : q.max !== null ? `up to ${q.max}` : 'some'
}

/** For example "ASSAULT/aerial: US → Kataib Hezbollah, Iraq, 2024-01-23 (5 injured)". */
export function summaryOf(e: Omit<Event, 'summary'>): string {
  const what = e.mode ? `${e.type}/${e.mode}` : e.type
  const parties = e.reciprocal ? names(e.actors) : [names(e.actors) || 'unnamed', e.recipients.length ? `→ ${names(e.recipients)}` : ''].filter(s => s).join(' ')
  const setting = [parties, e.places[0]?.name, e.date?.edtf].filter(s => s).join(', ')
  const toll = [e.killed ? `${rangeText(e.killed)} killed` : '', e.injured ? `${rangeText(e.injured)} injured` : ''].filter(s => s).join(', ')
  return `${what}: ${setting}${toll ? ` (${toll})` : ''}${e.status === 'occurred' ? '' : ` [${e.status}]`}`
}
