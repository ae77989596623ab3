/** CAMEO event lines in the columns of the Phoenix data set, for tools that read such files. */
import type { Participant } from '../model/index.ts'
import { empty, type Column } from './column.ts'
import { rowFor, type CameoCode } from './lexicon.ts'
import { countryOf, joined, placeOf, sidesOf, tookPlace, type Subject } from './subject.ts'

export const cameoCode = ({ incident, lexicon }: Subject): CameoCode | null => rowFor(lexicon.cameo, incident.type, incident.mode)

/** Why an incident has no line; null where it has one. A CAMEO event needs both sides and a day. */
export function outsideCameo(subject: Subject): string | null {
  const { incident } = subject
  if (!tookPlace(incident.status)) return `told as ${incident.status}: CAMEO lines are of what took place`
  if (incident.date?.start == null) return 'no date'
  if (cameoCode(subject) === null) return `CAMEO has no code for ${incident.type}`
  return sidesOf(incident).every(side => side.length > 0) ? null : 'one side is not known'
}

/** Phoenix' five classes by root code: 0 statements, 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict. */
const pentaClass = (root: string): number => { const n = Number(root); return n <= 2 ? 0 : n <= 5 ? 1 : n <= 8 ? 2 : n <= 13 ? 3 : 4 }

const side = (s: Subject, which: 0 | 1): Participant | undefined => sidesOf(s.incident)[which][0]
const countryCode = (s: Subject, p: Participant | undefined): string | null => (p?.country ? s.lexicon.countries.get(p.country)?.alpha3 ?? null : null)
const role = (p: Participant | undefined): string | null => p?.sectors[0] ?? null
const full = (s: Subject, which: 0 | 1): string | null => { const p = side(s, which); return `${countryCode(s, p) ?? ''}${role(p) ?? ''}` || null }
const part = (s: Subject, from: number, to: number): string | null => s.incident.date?.start?.slice(from, to) ?? null

export const CAMEO_COLUMNS: readonly Column<Subject>[] = [
  { name: 'EventID', means: "Casus' id of the incident.", value: s => s.incident.id },
  { name: 'Date', means: 'First day, YYYYMMDD.', value: s => part(s, 0, 10)?.replaceAll('-', '') ?? null },
  { name: 'Year', means: 'Its year.', value: s => part(s, 0, 4) },
  { name: 'Month', means: 'Its month.', value: s => part(s, 5, 7) },
  { name: 'Day', means: 'Its day.', value: s => part(s, 8, 10) },
  { name: 'SourceActorFull', means: 'Country and role of the actor in one code.', value: s => full(s, 0) },
  { name: 'SourceActorEntity', means: 'ISO 3166-1 alpha-3 code of the actor.', value: s => countryCode(s, side(s, 0)) },
  { name: 'SourceActorRole', means: 'PLOVER sector of the actor.', value: s => role(side(s, 0)) },
  { name: 'SourceActorAttribute', means: 'Name of the actor, as the reports give it.', value: s => side(s, 0)?.name ?? null },
  { name: 'TargetActorFull', means: 'Country and role of the other side in one code.', value: s => full(s, 1) },
  { name: 'TargetActorEntity', means: 'ISO 3166-1 alpha-3 code of the other side.', value: s => countryCode(s, side(s, 1)) },
  { name: 'TargetActorRole', means: 'PLOVER sector of the other side.', value: s => role(side(s, 1)) },
  { name: 'TargetActorAttribute', means: 'Name of the other side.', value: s => side(s, 1)?.name ?? null },
  { name: 'EventCode', means: 'CAMEO code, from data/cameo-codes.tsv.', value: s => cameoCode(s)?.code ?? null },
  { name: 'EventRootCode', means: 'Its two-digit root.', value: s => cameoCode(s)?.root ?? null },
  { name: 'PentaClass', means: '0 statement, 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.', value: s => { const c = cameoCode(s); return c ? pentaClass(c.root) : null } },
  { name: 'GoldsteinScore', means: 'Scale value of the code.', value: s => cameoCode(s)?.goldstein ?? null },
  { name: 'Issues', means: 'PLOVER contexts.', value: s => s.incident.contexts.join(';') || null },
  { name: 'ActionLat', means: 'Decimal degrees (WGS 84).', value: s => placeOf(s.incident)?.latitude ?? null },
  { name: 'ActionLong', means: 'Decimal degrees (WGS 84).', value: s => placeOf(s.incident)?.longitude ?? null },
  { name: 'LocationName', means: 'The most specific place.', value: s => placeOf(s.incident)?.name ?? null },
  { name: 'GeoCountryName', means: 'Its country.', value: s => countryOf(s)?.name ?? null },
  { name: 'GeoStateName', means: 'Its first-order division.', value: s => placeOf(s.incident)?.admin1 ?? null },
  empty('SentenceID', 'an incident rests on sentences of several reports; they stand in the sidecar and the data package.'),
  { name: 'URLs', means: 'Addresses of the reports.', value: s => joined(s.reports, r => r.url) },
  { name: 'NewsSources', means: 'Publishers of the reports.', value: s => joined(s.reports, r => r.publisher) },
]
