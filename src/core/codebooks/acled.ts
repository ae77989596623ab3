/** ACLED's 31 columns, filled with what an incident tells; ids of ACLED's own stay empty. */
import type { Participant } from '../model/index.ts'
import { empty, type Column } from './column.ts'
import type { AcledType } from './lexicon.ts'
import { againstOf, countryOf, daysOf, joined, least, names, placeOf, sideOf, sidesOf, tookPlace, type Subject } from './subject.ts'

/** The row of data/acled-events.tsv that an incident falls under, or null where ACLED has no such event. */
export function acledType(subject: Subject): AcledType | null {
  const against = againstOf(subject), { type, mode } = subject.incident
  return subject.lexicon.acled.find(r => r.type === type && (r.mode === '*' || r.mode === mode) && (r.against === 'any' || r.against === against)) ?? null
}

/** Why an incident has no row in ACLED's schema; null where it has one. */
export function outsideAcled(subject: Subject): string | null {
  const { incident } = subject
  if (!tookPlace(incident.status)) return `told as ${incident.status}: ACLED lists what took place`
  if (acledType(subject) === null) return `ACLED has no event type for ${incident.type}`
  if (incident.date?.start == null) return 'no date'
  return placeOf(incident) === null ? 'no place' : null
}

/** ACLED's category of a side. A state's forces outside their own country are external; crowds are protesters or rioters by what they do. */
function inter(subject: Subject, p: Participant | undefined, first: boolean): string | null {
  if (p === undefined) return null
  const row = acledType(subject), side = sideOf(p, subject.lexicon), where = placeOf(subject.incident)?.country ?? null
  if (first && row?.event === 'Protests' && subject.incident.type === 'PROTEST') return 'Protesters'
  if (first && row?.event === 'Riots') return 'Rioters'
  if (!first && row?.subEvent === 'Excessive force against protesters') return 'Protesters'
  if (side.state && p.country !== null && where !== null && p.country !== where) return 'External/Other forces'
  return side.acled === '' ? null : side.acled
}

/** ACLED: 1 where the day is known, 2 within a week, 3 within a month or wider. */
function timePrecision(subject: Subject): number | null {
  const days = daysOf(subject.incident.date)
  return days === null ? null : days <= 1 ? 1 : days <= 7 ? 2 : 3
}

/** ACLED: 1 the town, 2 part of a region, 3 a larger region. */
const GEO_PRECISION = { site: 1, town: 1, district: 2, province: 3, country: 3 } as const

const sideNames = (s: Subject, which: 0 | 1): readonly Participant[] => sidesOf(s.incident)[which]
const oneSided = (s: Subject): boolean => againstOf(s) === 'civilians' && acledType(s)?.disorder.startsWith('Political violence') === true

export const ACLED_COLUMNS: readonly Column<Subject>[] = [
  empty('event_id_cnty', "ids of this kind are given by ACLED; Casus' own id stands in the sidecar."),
  { name: 'event_date', means: 'First day of the incident, YYYY-MM-DD.', value: s => s.incident.date?.start?.slice(0, 10) ?? null },
  { name: 'year', means: 'Year of event_date.', value: s => (s.incident.date?.start ? Number(s.incident.date.start.slice(0, 4)) : null) },
  { name: 'time_precision', means: '1 the day is known, 2 known within a week, 3 within a month or wider.', value: timePrecision },
  { name: 'disorder_type', means: "ACLED's disorder type, from data/acled-events.tsv.", value: s => acledType(s)?.disorder ?? null },
  { name: 'event_type', means: "ACLED's event type, from data/acled-events.tsv by PLOVER type, mode and whom the act hit.", value: s => acledType(s)?.event ?? null },
  { name: 'sub_event_type', means: "ACLED's sub-event type, from the same row.", value: s => acledType(s)?.subEvent ?? null },
  { name: 'actor1', means: 'The first actor, as the reports name it.', value: s => sideNames(s, 0)[0]?.name ?? null },
  { name: 'assoc_actor_1', means: 'Further actors on the same side.', value: s => names(sideNames(s, 0).slice(1)) },
  { name: 'inter1', means: "ACLED's category of actor1, from data/codebook-sides.tsv; empty where the reports do not tell.", value: s => inter(s, sideNames(s, 0)[0], true) },
  { name: 'actor2', means: 'The other side: the first recipient, or the second actor where both fought.', value: s => sideNames(s, 1)[0]?.name ?? null },
  { name: 'assoc_actor_2', means: 'Further participants on the other side.', value: s => names(sideNames(s, 1).slice(1)) },
  { name: 'inter2', means: "ACLED's category of actor2.", value: s => inter(s, sideNames(s, 1)[0], false) },
  { name: 'interaction', means: 'inter1 and inter2 in one; "only" where there is one side.', value: interaction },
  { name: 'civilian_targeting', means: '"Civilian targeting" where the main recipients are unarmed.', value: s => (oneSided(s) ? 'Civilian targeting' : null) },
  { name: 'iso', means: 'ISO 3166-1 numeric code of the country.', value: s => countryOf(s)?.numeric ?? null },
  { name: 'region', means: "ACLED's region of the country.", value: s => countryOf(s)?.acledRegion ?? null },
  { name: 'country', means: 'Country of the place.', value: s => countryOf(s)?.name ?? null },
  { name: 'admin1', means: 'First-order division of the place, as the gazetteer has it.', value: s => placeOf(s.incident)?.admin1 ?? null },
  empty('admin2', 'the gazetteer of Casus stops at the first order.'),
  empty('admin3', 'the gazetteer of Casus stops at the first order.'),
  { name: 'location', means: 'The most specific place the reports give.', value: s => placeOf(s.incident)?.name ?? null },
  { name: 'latitude', means: 'Decimal degrees (WGS 84); for a wide place its middle, see geo_precision.', value: s => placeOf(s.incident)?.latitude ?? null },
  { name: 'longitude', means: 'Decimal degrees (WGS 84).', value: s => placeOf(s.incident)?.longitude ?? null },
  { name: 'geo_precision', means: '1 a site or town, 2 a district, 3 a province or country.', value: s => { const p = placeOf(s.incident); return p ? GEO_PRECISION[p.precision] : null } },
  { name: 'source', means: 'Publishers of the reports.', value: s => joined(s.reports, r => r.publisher) },
  empty('source_scale', 'the scale of an outlet is not known to Casus.'),
  { name: 'notes', means: "Casus' summary, composed from the fields; no text of a report.", value: s => s.incident.summary },
  { name: 'fatalities', means: 'Lower bound of those killed, attackers included; 0 where no report gives a figure, as ACLED does (the sidecar tells the two apart).', value: s => (least(s.incident.killed) ?? 0) + (least(s.incident.attackersKilled) ?? 0) },
  { name: 'tags', means: 'Grade of the claims, and whether claimants contradict one another.', value: s => `grade=${s.incident.grade}${s.incident.disputed ? '; disputed' : ''}` },
  empty('timestamp', 'ACLED stamps its own uploads.'),
]

function interaction(s: Subject): string | null {
  const a = inter(s, sideNames(s, 0)[0], true), b = inter(s, sideNames(s, 1)[0], false)
  if (a === null) return b === null ? null : `${b} only`
  return b === null ? `${a} only` : `${a}-${b}`
}
