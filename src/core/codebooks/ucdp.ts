/** UCDP GED's 49 columns, filled with what an incident tells; ids of UCDP's own stay empty. */
import type { Incident } from '../model/index.ts'
import { empty, type Column } from './column.ts'
import { againstOf, countryOf, daysOf, joined, least, names, placeOf, sideOf, sidesOf, tookPlace, type Subject } from './subject.ts'

/** UCDP's three kinds: 1 state-based, 2 non-state, 3 one-sided; null where a side is not known well enough to tell. */
export function typeOfViolence(subject: Subject): 1 | 2 | 3 | null {
  const [a, b] = sidesOf(subject.incident).map(list => list.map(p => sideOf(p, subject.lexicon))) as [ReturnType<typeof sideOf>[], ReturnType<typeof sideOf>[]]
  if (!a.some(s => s.armed)) return null
  if (againstOf(subject) === 'civilians') return 3
  if (!b.some(s => s.armed)) return null
  return [...a, ...b].some(s => s.state) ? 1 : 2
}

const dead = ({ killed, attackersKilled }: Incident): number => Math.max(least(killed) ?? 0, killed?.max ?? 0) + Math.max(least(attackersKilled) ?? 0, attackersKilled?.max ?? 0)

/** Why an incident has no row in UCDP's schema; null where it has one. UCDP lists organised violence with at least one death. */
export function outsideUcdp(subject: Subject): string | null {
  const { incident } = subject
  if (incident.type !== 'ASSAULT') return `UCDP lists deadly violence, not ${incident.type}`
  if (!tookPlace(incident.status)) return `told as ${incident.status}: UCDP lists what took place`
  if (dead(incident) < 1) return 'no death is reported'
  if (typeOfViolence(subject) === null) return 'the sides are not known well enough to tell the type of violence'
  if (incident.date?.start == null) return 'no date'
  return placeOf(incident) === null ? 'no place' : null
}

/** UCDP: 1 the day, 2 within two to six days, 3 a week, 4 a month, 5 longer. */
function datePrecision(s: Subject): number {
  const days = daysOf(s.incident.date) ?? 400
  return days <= 1 ? 1 : days <= 6 ? 2 : days <= 7 ? 3 : days <= 31 ? 4 : 5
}

/** UCDP: 1 the exact place, 3 a second-order division, 4 a first-order division, 6 the country. */
const WHERE_PRECISION = { site: 1, town: 1, district: 3, province: 4, country: 6 } as const

/** Cell of PRIO-GRID, half a degree wide, counted from the south-west (Tollefsen, Strand and Buhaug 2012, doi:10.1177/0022343311431287). */
export function prioGrid(latitude: number, longitude: number): number {
  const row = Math.min(359, Math.floor((latitude + 90) * 2)), column = Math.min(719, Math.floor((longitude + 180) * 2))
  return row * 720 + column + 1
}

/** Deaths told apart as UCDP does: the actor's own, the other armed side's, civilians', unknown. */
function deaths(s: Subject): { readonly a: number; readonly b: number; readonly civilians: number; readonly unknown: number } {
  const a = least(s.incident.attackersKilled) ?? 0, rest = least(s.incident.killed) ?? 0
  const against = s.incident.reciprocal ? 'any' : againstOf(s), of = s.incident.killed?.of
  const civilians = against === 'civilians' || (of !== undefined && of !== null && /\b(civilians?|children|women|residents|villagers|protesters)\b/i.test(of))
  return { a, b: against === 'armed' && !civilians ? rest : 0, civilians: civilians ? rest : 0, unknown: against !== 'armed' && !civilians ? rest : 0 }
}

const sum = (s: Subject): number => Object.values(deaths(s)).reduce((x, y) => x + y, 0)
const state = (s: Subject, which: 0 | 1): number | null => {
  const side = sidesOf(s.incident)[which].find(p => sideOf(p, s.lexicon).state && p.country !== null)
  return side?.country ? s.lexicon.countries.get(side.country)?.gw ?? null : null
}

const OWN_IDS = 'ids of this kind are given by UCDP.'

export const UCDP_COLUMNS: readonly Column<Subject>[] = [
  empty('id', `${OWN_IDS} Casus' own id stands in the sidecar.`),
  empty('relid', OWN_IDS),
  { name: 'year', means: 'Year of date_start.', value: s => (s.incident.date?.start ? Number(s.incident.date.start.slice(0, 4)) : null) },
  empty('active_year', 'whether a conflict reached 25 deaths in the year is known to UCDP only.'),
  empty('code_status', "UCDP's own state of checking."),
  { name: 'type_of_violence', means: '1 state-based, 2 non-state, 3 one-sided, from the sectors of the sides.', value: typeOfViolence },
  empty('conflict_dset_id', OWN_IDS),
  empty('conflict_new_id', OWN_IDS),
  empty('conflict_name', "UCDP's own name of the conflict."),
  empty('dyad_dset_id', OWN_IDS),
  empty('dyad_new_id', OWN_IDS),
  { name: 'dyad_name', means: 'The two sides, as the reports name them.', value: s => { const [a, b] = sidesOf(s.incident); return a[0] && b[0] ? `${a[0].name} - ${b[0].name}` : null } },
  empty('side_a_dset_id', OWN_IDS),
  empty('side_a_new_id', OWN_IDS),
  { name: 'side_a', means: 'The actor, as the reports name it.', value: s => names(sidesOf(s.incident)[0]) },
  empty('side_b_dset_id', OWN_IDS),
  empty('side_b_new_id', OWN_IDS),
  { name: 'side_b', means: 'The other side.', value: s => names(sidesOf(s.incident)[1]) },
  { name: 'number_of_sources', means: 'Publishers and speakers that do not copy one another.', value: s => s.incident.independent },
  { name: 'source_article', means: 'Titles of the reports with publisher and day.', value: s => joined(s.reports, r => [r.publisher, r.published?.slice(0, 10), r.title].filter(Boolean).join(', ')) },
  { name: 'source_office', means: 'Publishers of the reports.', value: s => joined(s.reports, r => r.publisher) },
  { name: 'source_date', means: 'Days of the reports.', value: s => joined(s.reports, r => r.published?.slice(0, 10) ?? null) },
  { name: 'source_headline', means: 'Titles of the reports.', value: s => joined(s.reports, r => r.title) },
  { name: 'source_original', means: 'Speakers the reports name for the incident.', value: speakers },
  { name: 'where_prec', means: '1 a site or town, 3 a district, 4 a province, 6 a country.', value: s => { const p = placeOf(s.incident); return p ? WHERE_PRECISION[p.precision] : null } },
  { name: 'where_coordinates', means: 'Name of the place the coordinates stand for.', value: s => placeOf(s.incident)?.name ?? null },
  { name: 'where_description', means: 'Every place the reports give, most specific first.', value: s => s.incident.places.map(p => p.name).join(', ') || null },
  { name: 'adm_1', means: 'First-order division of the place.', value: s => placeOf(s.incident)?.admin1 ?? null },
  empty('adm_2', 'the gazetteer of Casus stops at the first order.'),
  { name: 'latitude', means: 'Decimal degrees (WGS 84); for a wide place its middle, see where_prec.', value: s => placeOf(s.incident)?.latitude ?? null },
  { name: 'longitude', means: 'Decimal degrees (WGS 84).', value: s => placeOf(s.incident)?.longitude ?? null },
  { name: 'geom_wkt', means: 'The point as well-known text.', value: s => { const p = placeOf(s.incident); return p?.latitude != null && p.longitude != null ? `POINT (${p.longitude} ${p.latitude})` : null } },
  { name: 'priogrid_gid', means: 'Cell of PRIO-GRID computed from the point; empty for a province or country.', value: gridCell },
  { name: 'country', means: 'Country of the place.', value: s => countryOf(s)?.name ?? null },
  { name: 'country_id', means: 'Number of Gleditsch and Ward.', value: s => countryOf(s)?.gw ?? null },
  { name: 'region', means: "UCDP's region, from the number of the country.", value: s => countryOf(s)?.ucdpRegion ?? null },
  { name: 'event_clarity', means: '1 where the incident is told as one act, 2 where it stands for several.', value: s => (s.incident.count === null ? 1 : 2) },
  { name: 'date_prec', means: '1 the day, 2 within two to six days, 3 a week, 4 a month, 5 longer or open.', value: datePrecision },
  { name: 'date_start', means: 'First day, YYYY-MM-DD.', value: s => s.incident.date?.start?.slice(0, 10) ?? null },
  { name: 'date_end', means: 'Last day, YYYY-MM-DD; the first where it is open.', value: s => (s.incident.date?.end ?? s.incident.date?.start)?.slice(0, 10) ?? null },
  { name: 'deaths_a', means: "The actor's own dead, lower bound.", value: s => deaths(s).a },
  { name: 'deaths_b', means: "The other armed side's dead, lower bound.", value: s => deaths(s).b },
  { name: 'deaths_civilians', means: 'Dead where the recipients or the words of the toll are civilians, lower bound.', value: s => deaths(s).civilians },
  { name: 'deaths_unknown', means: 'Dead whose side the reports do not tell, lower bound.', value: s => deaths(s).unknown },
  { name: 'best', means: 'Sum of the four: the lower bound of the chosen figure.', value: sum },
  { name: 'high', means: 'Highest figure any claimant gives.', value: s => Math.max(sum(s), extreme(s, 'max')) },
  { name: 'low', means: 'Lowest figure any claimant gives.', value: s => Math.min(sum(s), extreme(s, 'min')) },
  { name: 'gwnoa', means: 'Number of Gleditsch and Ward of the state on side A.', value: s => state(s, 0) },
  { name: 'gwnob', means: 'Number of Gleditsch and Ward of the state on side B.', value: s => state(s, 1) },
]

function gridCell(s: Subject): number | null {
  const p = placeOf(s.incident)
  if (p?.latitude == null || p.longitude == null || p.precision === 'province' || p.precision === 'country') return null
  return prioGrid(p.latitude, p.longitude)
}

function speakers(s: Subject): string | null {
  const all = s.incident.fields.flatMap(f => f.values.flatMap(v => v.testimonies.map(t => t.speaker)))
  const said = [...new Set(all.filter(x => x !== null))]
  return said.length === 0 ? null : said.join('; ')
}

/** The lowest or highest figure among all rival values, attackers added; what nobody bounds counts by its other bound. */
function extreme(s: Subject, end: 'min' | 'max'): number {
  const pick = end === 'min' ? Math.min : Math.max
  const of = (field: 'killed' | 'attackersKilled'): number => {
    const values = s.incident.fields.find(f => f.field === field)?.values ?? [], own = s.incident[field]
    const bounds = [...values.map(v => v.value as { min: number | null; max: number | null }), ...(own ? [own] : [])].map(q => (end === 'min' ? q.min ?? 0 : q.max ?? q.min ?? 0))
    return bounds.length === 0 ? 0 : pick(...bounds)
  }
  return of('killed') + of('attackersKilled')
}
