/** What a row of another codebook is made from: an incident with its reports, and what is read off both. */
import type { Incident, Participant, Place, Quantity, Status, When } from '../model/index.ts'
import type { Against, CodebookLexicon, CountryCodes, Side } from './lexicon.ts'

/** A report as exports show it: without its text. */
export interface ReportLine { readonly id: string; readonly url: string | null; readonly publisher: string | null; readonly title: string | null; readonly published: string | null }

export interface Subject { readonly incident: Incident; readonly reports: readonly ReportLine[]; readonly lexicon: CodebookLexicon }

const NO_SIDE: Side = { acled: '', armed: false, civilian: false, state: false }

/** The side of a participant: that of its first sector the table knows. */
export function sideOf(p: Participant | undefined, lexicon: CodebookLexicon): Side {
  for (const sector of p?.sectors ?? []) { const side = lexicon.sides.get(sector); if (side) return side }
  return NO_SIDE
}

/** Whom the act hit, for codebooks that tell violence against civilians from battles. A report that names no recipient leaves it open. */
export function againstOf({ incident, lexicon }: Subject): Against {
  const sides = (incident.reciprocal ? incident.actors : incident.recipients).map(p => sideOf(p, lexicon))
  if (sides.some(s => s.armed)) return 'armed'
  return sides.some(s => s.civilian) ? 'civilians' : 'any'
}

/** The two sides: actor and recipient, or, where both fought, the first two actors. */
export function sidesOf(incident: Incident): readonly [readonly Participant[], readonly Participant[]] {
  if (!incident.reciprocal || incident.actors.length < 2) return [incident.actors, incident.recipients]
  return [incident.actors.slice(0, 1), incident.actors.slice(1)]
}

export const placeOf = (incident: Incident): Place | null => incident.places[0] ?? null

export function countryOf({ incident, lexicon }: Subject): CountryCodes | null {
  const code = placeOf(incident)?.country
  return code ? lexicon.countries.get(code) ?? null : null
}

/** Whether the incident is told as something that took place: what is only planned, threatened, foiled or denied to exist is none. */
export const tookPlace = (status: Status): boolean => status === 'occurred' || status === 'ongoing'

/** Days a date spans, both ends counted; null where an end is open or there is no date. */
export function daysOf(date: When | null): number | null {
  if (!date?.start || !date.end) return null
  return Math.round((Date.parse(date.end.slice(0, 10)) - Date.parse(date.start.slice(0, 10))) / 86_400_000) + 1
}

/** The figure a table with one column for deaths holds: the lower bound, which ACLED and UCDP take where a report gives a range. */
export const least = (q: Quantity | null): number | null => q?.min ?? null

/** Names of participants in one cell. */
export const names = (list: readonly Participant[]): string | null => (list.length === 0 ? null : list.map(p => p.name).join('; '))

/** Distinct values of the reports in one cell. */
export function joined(reports: readonly ReportLine[], of: (r: ReportLine) => string | null): string | null {
  const values = [...new Set(reports.map(of).filter(v => v !== null && v !== ''))]
  return values.length === 0 ? null : values.join('; ')
}
