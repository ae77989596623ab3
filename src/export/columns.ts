/** The columns of Casus' own flat table of incidents: for CSV, HXL, Parquet and the data package. */
import { joined, names, placeOf, type Column, type Subject } from '../core/codebooks/index.ts'
import { addersOf } from '../core/incidents/index.ts'
import type { Participant, Quantity } from '../core/model/index.ts'

export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date'

export interface TypedColumn<T> extends Column<T> {
  readonly type: ColumnType
  /** HXL hashtag with attributes, where the standard has one. */
  readonly hxl?: string
}

const list = (values: readonly (string | null)[]): string | null => { const kept = values.filter(v => v !== null && v !== ''); return kept.length === 0 ? null : kept.join('; ') }
const of = (pick: (s: Subject) => readonly Participant[], part: (p: Participant) => string | null) => (s: Subject): string | null => list(pick(s).map(part))
const actors = (s: Subject): readonly Participant[] => s.incident.actors, recipients = (s: Subject): readonly Participant[] => s.incident.recipients

/** Two columns, the least and the most, for a quantity; both empty where no report gives one. */
function bounds(name: string, what: string, pick: (s: Subject) => Quantity | null, hxl: string): readonly TypedColumn<Subject>[] {
  return [
    { name: `${name}_min`, type: 'integer', means: `${what}, at least; empty where no lower bound is told.`, value: s => pick(s)?.min ?? null, hxl: `${hxl}+min` },
    { name: `${name}_max`, type: 'integer', means: `${what}, at most; empty where no upper bound is told.`, value: s => pick(s)?.max ?? null, hxl: `${hxl}+max` },
  ]
}

export const INCIDENT_COLUMNS: readonly TypedColumn<Subject>[] = [
  { name: 'id', type: 'string', means: 'Id of the incident.', value: s => s.incident.id, hxl: '#event+id' },
  { name: 'type', type: 'string', means: 'PLOVER event type.', value: s => s.incident.type, hxl: '#event+type' },
  { name: 'mode', type: 'string', means: 'PLOVER mode.', value: s => s.incident.mode, hxl: '#event+mode' },
  { name: 'contexts', type: 'string', means: 'PLOVER contexts.', value: s => list(s.incident.contexts), hxl: '#event+context' },
  { name: 'status', type: 'string', means: 'occurred, ongoing, attempted, planned, hypothetical or negated.', value: s => s.incident.status, hxl: '#status' },
  { name: 'summary', type: 'string', means: 'One line composed from the fields; no text of a report.', value: s => s.incident.summary, hxl: '#description' },
  { name: 'actors', type: 'string', means: 'Who did it, as the reports name them.', value: of(actors, p => p.name), hxl: '#group+actor+name' },
  { name: 'actor_ids', type: 'string', means: 'Their ids in the actor registry.', value: of(actors, p => p.entity), hxl: '#group+actor+code' },
  { name: 'actor_countries', type: 'string', means: 'Their countries, ISO 3166-1 alpha-2.', value: of(actors, p => p.country), hxl: '#group+actor+country' },
  { name: 'actor_sectors', type: 'string', means: 'Their PLOVER sectors.', value: of(actors, p => p.sectors.join('+')), hxl: '#group+actor+type' },
  { name: 'recipients', type: 'string', means: 'To whom it was done.', value: s => names(s.incident.recipients), hxl: '#group+recipient+name' },
  { name: 'recipient_ids', type: 'string', means: 'Their ids in the actor registry.', value: of(recipients, p => p.entity), hxl: '#group+recipient+code' },
  { name: 'recipient_countries', type: 'string', means: 'Their countries.', value: of(recipients, p => p.country), hxl: '#group+recipient+country' },
  { name: 'recipient_sectors', type: 'string', means: 'Their PLOVER sectors.', value: of(recipients, p => p.sectors.join('+')), hxl: '#group+recipient+type' },
  { name: 'reciprocal', type: 'boolean', means: 'True where both sides fought; both stand in actors.', value: s => s.incident.reciprocal, hxl: '#event+reciprocal' },
  { name: 'place', type: 'string', means: 'The most specific place.', value: s => placeOf(s.incident)?.name ?? null, hxl: '#loc+name' },
  { name: 'country', type: 'string', means: 'Its country, ISO 3166-1 alpha-2.', value: s => placeOf(s.incident)?.country ?? null, hxl: '#country+code+v_iso2' },
  { name: 'admin1', type: 'string', means: 'Its first-order division.', value: s => placeOf(s.incident)?.admin1 ?? null, hxl: '#adm1+name' },
  { name: 'latitude', type: 'number', means: 'Decimal degrees (WGS 84); of a province or country its middle, see precision.', value: s => placeOf(s.incident)?.latitude ?? null, hxl: '#geo+lat' },
  { name: 'longitude', type: 'number', means: 'Decimal degrees (WGS 84).', value: s => placeOf(s.incident)?.longitude ?? null, hxl: '#geo+lon' },
  { name: 'precision', type: 'string', means: 'site, town, district, province or country.', value: s => placeOf(s.incident)?.precision ?? null, hxl: '#geo+precision' },
  { name: 'gazetteer', type: 'string', means: 'Id of the place in the gazetteer.', value: s => placeOf(s.incident)?.gazetteer ?? null, hxl: '#loc+code' },
  { name: 'date', type: 'string', means: 'Date in EDTF: a day, a month, a span, an open span.', value: s => s.incident.date?.edtf ?? null, hxl: '#date+edtf' },
  { name: 'date_start', type: 'date', means: 'First day.', value: s => s.incident.date?.start?.slice(0, 10) ?? null, hxl: '#date+start' },
  { name: 'date_end', type: 'date', means: 'Last day; empty where open.', value: s => s.incident.date?.end?.slice(0, 10) ?? null, hxl: '#date+end' },
  { name: 'date_stated', type: 'boolean', means: 'False where the date was inferred.', value: s => s.incident.date?.stated ?? null, hxl: '#date+stated' },
  ...bounds('killed', 'People killed, attackers not counted', s => s.incident.killed, '#affected+killed'),
  ...bounds('injured', 'People injured', s => s.incident.injured, '#affected+injured'),
  ...bounds('attackers_killed', "The attackers' own dead", s => s.incident.attackersKilled, '#affected+killed+attackers'),
  ...bounds('detained', 'People detained', s => s.incident.detained, '#affected+detained'),
  ...bounds('count', 'Acts that the incident stands for', s => s.incident.count, '#indicator+count'),
  { name: 'weapons', type: 'string', means: 'Weapons, as the reports name them.', value: s => list(s.incident.weapons), hxl: '#event+weapon' },
  { name: 'grade', type: 'string', means: 'How well the claims bear it out: confirmed, fair, weak or contested.', value: s => s.incident.grade, hxl: '#meta+grade' },
  { name: 'grade_why', type: 'string', means: 'The reason for the grade.', value: s => s.incident.gradeWhy, hxl: '#meta+grade+reason' },
  { name: 'disputed', type: 'boolean', means: 'True where claimants contradict one another.', value: s => s.incident.disputed, hxl: '#meta+disputed' },
  { name: 'disputed_fields', type: 'string', means: 'The fields they contradict one another on.', value: s => list(s.incident.fields.filter(f => f.disputed).map(f => f.field)), hxl: '#meta+disputed+fields' },
  { name: 'independent', type: 'integer', means: 'Publishers and speakers that do not copy one another.', value: s => s.incident.independent, hxl: '#meta+sources+num' },
  { name: 'reports', type: 'integer', means: 'Reports that tell of it.', value: s => s.reports.length, hxl: '#meta+reports+num' },
  { name: 'documents', type: 'string', means: 'Their ids.', value: s => list([...new Set(s.incident.members.map(m => m.document))]), hxl: '#meta+documents+id' },
  { name: 'publishers', type: 'string', means: 'Their publishers.', value: s => joined(s.reports, r => r.publisher), hxl: '#meta+source' },
  { name: 'urls', type: 'string', means: 'Their addresses.', value: s => joined(s.reports, r => r.url), hxl: '#meta+url' },
  { name: 'added_by', type: 'string', means: 'Who added an event of it by hand; empty where the engine found them all.', value: s => list(addersOf(s.incident)), hxl: '#meta+addedby' },
  { name: 'links', type: 'string', means: 'Incidents it answers or follows from, each with the kind of link.', value: s => list(s.incident.links.map(l => `${l.kind}:${l.incident}`)), hxl: '#event+link' },
  { name: 'confidence', type: 'number', means: 'How surely it is one, 0 to 1.', value: s => s.incident.confidence, hxl: '#meta+confidence' },
]

/** What a schema of other people cannot hold: one line for each incident, in the order of the export. */
export const SIDECAR_COLUMNS: readonly TypedColumn<Subject & { readonly row: number | null; readonly left: string | null }>[] = [
  { name: 'row', type: 'integer', means: 'Number of the row in the main file, the first below the header being 1; empty where it has none.', value: s => s.row },
  { name: 'left_out', type: 'string', means: 'Why it has no row.', value: s => s.left },
  { name: 'direction', type: 'string', means: 'one-way from actor to recipient, or mutual.', value: s => (s.incident.reciprocal ? 'mutual' : 'one-way') },
  { name: 'killed_of', type: 'string', means: 'Whom the toll of the dead counts, in the words of the report.', value: s => s.incident.killed?.of ?? null },
  ...INCIDENT_COLUMNS,
]
