/** The fields that each table can be filtered, sorted and counted by: filters, facets, API parameters and help all come from here. */
import type { FilterOperator } from '../types/query.ts'

export type FieldKind = 'text' | 'number' | 'boolean' | 'date' | 'box' | 'circle' | 'words'

/** Where a field stands: in a column; between two columns (a span from least to most); in a table of its own with many values a row; or looked up in a way of its own. */
export type Standing =
  | { readonly column: string }
  | { readonly least: string; readonly most: string }
  | { readonly many: ManyValued }
  | { readonly special: 'box' | 'circle' | 'words' | 'member-words' | 'listed' }

export interface ManyValued { readonly table: string; readonly column: string; readonly name: string; readonly role?: string }

export interface Field {
  readonly kind: FieldKind
  readonly at: Standing
  readonly sort: boolean
  readonly facet: boolean
  readonly about: string
  /** For `listed`: the column that holds words between blanks. */
  readonly listed?: string
}
export type Fields = Readonly<Record<string, Field>>

const column = (kind: FieldKind, name: string, about: string, options: { readonly sort?: boolean; readonly facet?: boolean } = {}): Field =>
  ({ kind, at: { column: name }, sort: options.sort ?? false, facet: options.facet ?? false, about })
const span = (kind: 'number' | 'date', least: string, most: string, about: string): Field => ({ kind, at: { least, most }, sort: true, facet: false, about })
const many = (about: string, at: ManyValued): Field => ({ kind: 'text', at: { many: at }, sort: false, facet: true, about })
const special = (kind: FieldKind, what: 'box' | 'circle' | 'words' | 'member-words', about: string): Field => ({ kind, at: { special: what }, sort: false, facet: false, about })

const SORT = { sort: true }, FACET = { facet: true }, BOTH = { sort: true, facet: true }

export const INCIDENT_QUERY: Fields = {
  id: column('text', 'id', 'Id of the incident.', SORT),
  type: column('text', 'type', 'PLOVER event type.', BOTH),
  mode: column('text', 'mode', 'PLOVER mode.', FACET),
  status: column('text', 'status', 'Whether it occurred, was attempted, planned, denied ...', FACET),
  contexts: { kind: 'text', at: { special: 'listed' }, listed: 'contexts', sort: false, facet: false, about: 'One of the PLOVER contexts.' },
  grade: column('text', 'grade', 'How well claims bear it out: confirmed, fair, weak, contested.', FACET),
  disputed: column('boolean', 'disputed', 'Whether claimants contradict one another.', FACET),
  date: span('date', 'date_start', 'date_end', 'Days, YYYY-MM-DD. gte and lte find incidents whose days reach into the range.'),
  start: column('date', 'date_start', 'The first of its days, by which incidents are counted.'),
  country: column('text', 'country', 'Country of the place, ISO 3166-1 alpha-2.', FACET),
  admin1: column('text', 'admin1', 'First-level division of the place.', FACET),
  place: column('text', 'place', 'Gazetteer id of the place, or its name where it has none.', FACET),
  placeName: column('text', 'place_name', 'Name of the place.', FACET),
  precision: column('text', 'precise', 'site, town, district, province or country.', FACET),
  bbox: special('box', 'box', 'West, south, east, north in degrees; west above east crosses the 180th meridian.'),
  near: special('circle', 'circle', 'Latitude, longitude, kilometres.'),
  actor: many('Registry id of a doer, or its name where it has none.', { table: 'incident_actors', column: 'actor', name: 'name', role: 'actor' }),
  recipient: many('Registry id of the other side, or its name.', { table: 'incident_actors', column: 'actor', name: 'name', role: 'recipient' }),
  participant: many('Registry id of either side, or its name.', { table: 'incident_actors', column: 'actor', name: 'name' }),
  killed: span('number', 'killed_least', 'killed_most', 'People killed. gte asks what was killed at least, lte at most.'),
  injured: span('number', 'injured_least', 'injured_most', 'People injured, likewise.'),
  publisher: many('Publisher of a report that tells of it.', { table: 'incident_members', column: 'publisher', name: 'publisher' }),
  document: many('Id of a report that tells of it.', { table: 'incident_members', column: 'document', name: 'document' }),
  link: many('Kind of a link to another incident.', { table: 'incident_links', column: 'kind', name: 'kind' }),
  reports: column('number', 'reports', 'How many reports tell of it.', SORT),
  independent: column('number', 'independent', 'Publishers and speakers that do not copy one another.', SORT),
  confidence: column('number', 'confidence', '0 to 1.', SORT),
  change: column('number', 'since', 'Number of the change that made this reading.', SORT),
  summary: column('text', 'summary', 'The summary in words.'),
  text: special('words', 'member-words', 'Words in the reports that tell of it.'),
}

export const DOCUMENT_QUERY: Fields = {
  id: column('text', 'id', 'Id of the document.', SORT),
  number: column('number', 'number', 'Order of arrival.', SORT),
  url: column('text', 'url', 'Address as found.'),
  canonical: column('text', 'canonical', 'Address without what does not change the page.'),
  publisher: column('text', 'publisher', 'The outlet.', BOTH),
  title: column('text', 'title', 'Headline.'),
  published: column('date', 'published', 'YYYY-MM-DD or RFC 3339.', SORT),
  language: column('text', 'language', 'ISO 639-1.', FACET),
  added: column('date', 'added', 'When the store took it in, RFC 3339 UTC.', SORT),
  setAside: column('text', 'aside_code', 'Code of the reason why it is not coded.', FACET),
  change: column('number', 'change', 'Number of the change that wrote it last.', SORT),
  text: special('words', 'words', 'Words in title and text.'),
}

export const DECISION_QUERY: Fields = {
  id: column('text', 'id', 'Id of the decision.', SORT),
  kind: column('text', 'kind', 'merge, split, accept, reject, add, correct, link, unlink, flag, comment, undo.', FACET),
  by: column('text', 'by_whom', 'Who decided.', FACET),
  at: column('date', 'at', 'When, RFC 3339 UTC.', SORT),
  document: many('Id of a report that it speaks of.', { table: 'decision_events', column: 'document', name: 'document' }),
  event: many('Document and event, joined by a slash.', { table: 'decision_events', column: 'event', name: 'event' }),
  undone: column('boolean', 'undone', 'Whether a later decision undid it.', FACET),
  change: column('number', 'change', 'Number of its change.', SORT),
}

export const CLAIM_QUERY: Fields = {
  id: column('text', 'id', 'Document, event and number of the claim.', SORT),
  document: column('text', 'document', 'Id of the report.'),
  event: column('text', 'event', 'Id of the event in the report.'),
  incident: column('text', 'incident', 'Id of the incident.'),
  publisher: column('text', 'publisher', 'The outlet.', FACET),
  published: column('date', 'published', 'When the report came out.', SORT),
  speaker: column('text', 'speaker', 'Name of who says it.', FACET),
  entity: column('text', 'entity', 'Registry id of who says it.', FACET),
  stance: column('text', 'stance', 'reports, claims-responsibility, denies, accuses, condemns, confirms.', FACET),
  about: column('text', 'about', 'Field of the event that it is about.', FACET),
}

export const LINK_QUERY: Fields = {
  id: column('text', 'id', 'From, kind and to.', SORT),
  from: column('text', 'from_id', 'Incident that answers or follows.'),
  to: column('text', 'to_id', 'Incident that is answered or followed.'),
  kind: column('text', 'kind', 'retaliation, response or cause.', FACET),
}

export const ACTOR_QUERY: Fields = {
  id: column('text', 'actor', 'Registry id, or the name.'),
  name: column('text', 'name', 'Name.', SORT),
  country: column('text', 'country', 'ISO 3166-1 alpha-2.'),
  role: column('text', 'role', 'actor or recipient.'),
  incidents: column('number', 'incidents', 'In how many incidents.', SORT),
}

export const PLACE_QUERY: Fields = {
  id: column('text', 'place', 'Gazetteer id, or the name.'),
  name: column('text', 'place_name', 'Name.', SORT),
  country: column('text', 'country', 'ISO 3166-1 alpha-2.'),
  admin1: column('text', 'admin1', 'First-level division.'),
  incidents: column('number', 'incidents', 'In how many incidents.', SORT),
}

export const AUDIT_QUERY: Fields = {
  id: column('text', 'id', 'Id of the entry.'),
  at: column('date', 'at', 'When, RFC 3339 UTC.', SORT),
  by: column('text', 'by_whom', 'Who.', FACET),
  action: column('text', 'action', 'What was done.', FACET),
  subject: column('text', 'subject', 'To what.'),
}

export const REVIEW_QUERY: Fields = {
  id: column('text', 'id', 'Id of the review.', SORT),
  document: column('text', 'document', 'The document under review.'),
  state: column('text', 'state', 'open, submitted or adjudicated.', FACET),
  created: column('date', 'created', 'When it was made.', SORT),
  coder: many('One of the two coders.', { table: 'review_codings', column: 'coder', name: 'coder' }),
}

export const TASK_QUERY: Fields = {
  id: column('text', 'id', 'Id of the task.', SORT),
  kind: column('text', 'kind', 'field, event, pair, link or missed.', FACET),
  field: column('text', 'field', 'The field in question, of a task on a field.', FACET),
  incident: column('text', 'incident', 'Id of the incident.'),
  document: column('text', 'document', 'Id of the report whose event a decision would name.', FACET),
  type: column('text', 'type', 'Type of its incident; of words that were missed, what they may tell of.', FACET),
  country: column('text', 'country', 'Country of its incident, ISO 3166-1 alpha-2.', FACET),
  placeName: column('text', 'place_name', 'Name of the place of its incident.', FACET),
  weight: column('number', 'weight', 'Uncertainty times impact.', SORT),
  uncertainty: column('number', 'uncertainty', '0 to 1.', SORT),
  impact: column('number', 'impact', 'What hangs on it, by toll and number of reports.', SORT),
}

export const BATCH_QUERY: Fields = {
  id: column('text', 'id', 'Id of the batch.', SORT),
  title: column('text', 'title', 'Its title.'),
  state: column('text', 'state', 'open, submitted or adjudicated.', FACET),
  created: column('date', 'created', 'When it was made.', SORT),
  coder: many('One of the two coders.', { table: 'batch_coders', column: 'coder', name: 'coder' }),
}

/** What can be asked of a field, by its kind and standing. */
export function operatorsOf(field: Field): readonly FilterOperator[] {
  if ('special' in field.at) return field.at.special === 'listed' ? ['eq', 'in'] : ['eq']
  if ('many' in field.at) return ['eq', 'in', 'contains']
  if ('least' in field.at) return ['eq', 'gte', 'lte', 'gt', 'lt', 'isnull']
  switch (field.kind) {
    case 'boolean': return ['eq', 'ne']
    case 'number': case 'date': return ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'in', 'isnull']
    default: return ['eq', 'ne', 'in', 'contains', 'isnull']
  }
}
