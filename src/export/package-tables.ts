/** The tables of the data package: incidents, claims, evidence, documents, actors, links and reviews. */
import { headerOf, rowOf, type Cell, type Subject } from '../core/codebooks/index.ts'
import type { Decision, FieldValue, IncidentField, Participant, Span, Testimony } from '../core/model/index.ts'
import type { StoredDocument } from '../store/index.ts'
import { INCIDENT_COLUMNS, type TypedColumn } from './columns.ts'

export interface Key { readonly column: string; readonly table: string }

/** A table with its columns; `key` is its primary key, `refers` its foreign keys. */
export interface PackageTable<T> { readonly name: string; readonly about: string; readonly columns: readonly TypedColumn<T>[]; readonly key: string; readonly refers: readonly Key[] }

export interface ClaimLine { readonly id: string; readonly incident: string; readonly field: IncidentField; readonly value: FieldValue; readonly chosen: boolean; readonly said: Testimony }
interface EvidenceLine { readonly claim: string; readonly number: number; readonly document: string; readonly span: Span }
interface LinkLine { readonly id: string; readonly from: string; readonly to: string; readonly kind: string; readonly document: string | null; readonly event: string | null; readonly words: string | null }
interface ActorLine { readonly key: string; readonly actor: Participant }

const quantity = (value: FieldValue, end: 'min' | 'max'): number | null => (typeof value === 'object' && 'min' in value ? value[end] : null)

/** A value in words: names of a side, a place, a date in EDTF, the bounds of a figure. */
export function inWords(value: FieldValue): string {
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return (value as readonly (string | Participant)[]).map(v => (typeof v === 'string' ? v : v.name)).join('; ')
  if ('edtf' in value) return value.edtf
  if ('min' in value) return `${value.min ?? '..'}/${value.max ?? '..'}`
  return (value as { readonly name: string }).name
}

export const INCIDENTS: PackageTable<Subject> = { name: 'incidents', about: 'One row for each incident, with the chosen values.', columns: INCIDENT_COLUMNS, key: 'id', refers: [] }

export const CLAIMS: PackageTable<ClaimLine> = {
  name: 'claims', about: 'One row for each time a report, or a speaker in it, gives a value for a field of an incident. Rival values stand side by side.', key: 'id', refers: [{ column: 'incident', table: 'incidents' }, { column: 'document', table: 'documents' }],
  columns: [
    { name: 'id', type: 'string', means: 'Incident, field, number of the value, number of the testimony.', value: c => c.id },
    { name: 'incident', type: 'string', means: 'Id of the incident.', value: c => c.incident },
    { name: 'field', type: 'string', means: 'Field of the incident; `occurrence` holds true or false: it happened, or it did not.', value: c => c.field },
    { name: 'value', type: 'string', means: 'The value in words; figures as least/most, `..` where open.', value: c => inWords(c.value) },
    { name: 'min', type: 'integer', means: 'Least, of a figure.', value: c => quantity(c.value, 'min') },
    { name: 'max', type: 'integer', means: 'Most, of a figure.', value: c => quantity(c.value, 'max') },
    { name: 'chosen', type: 'boolean', means: 'True for the value that stands in the table of incidents.', value: c => c.chosen },
    { name: 'speaker', type: 'string', means: 'Who says it; empty where the report gives it as its own.', value: c => c.said.speaker },
    { name: 'speaker_id', type: 'string', means: 'Id of the speaker in the actor registry.', value: c => c.said.entity },
    { name: 'stance', type: 'string', means: 'reports, confirms, denies, accuses, condemns or claims-responsibility.', value: c => c.said.stance },
    { name: 'about', type: 'string', means: 'What the claim is about.', value: c => c.said.about },
    { name: 'document', type: 'string', means: 'Id of the report.', value: c => c.said.document },
    { name: 'event', type: 'string', means: 'Id of the event in that report.', value: c => c.said.event },
    { name: 'publisher', type: 'string', means: 'The outlet.', value: c => c.said.publisher },
    { name: 'published', type: 'string', means: 'When the report came out.', value: c => c.said.published },
    { name: 'added_by', type: 'string', means: 'Who added the event by hand; empty where the engine found it.', value: c => c.said.addedBy ?? null },
    { name: 'copy_of', type: 'string', means: 'Reports that copy one text have the same value here.', value: c => c.said.copyOf },
  ],
}

export const EVIDENCE: PackageTable<EvidenceLine> = {
  name: 'evidence', about: 'The words each claim rests on.', key: 'id', refers: [{ column: 'claim', table: 'claims' }, { column: 'document', table: 'documents' }],
  columns: [
    { name: 'id', type: 'string', means: 'Claim and number of the span.', value: e => `${e.claim}:${e.number}` },
    { name: 'claim', type: 'string', means: 'Id of the claim.', value: e => e.claim },
    { name: 'document', type: 'string', means: 'Id of the report.', value: e => e.document },
    { name: 'start', type: 'integer', means: 'First UTF-16 code unit in the text of the report.', value: e => e.span.start },
    { name: 'end', type: 'integer', means: 'The code unit behind the last.', value: e => e.span.end },
    { name: 'exact', type: 'string', means: 'The words.', value: e => e.span.exact },
  ],
}

export const DOCUMENTS: PackageTable<StoredDocument> = {
  name: 'documents', about: 'The reports, without their texts.', key: 'id', refers: [],
  columns: [
    { name: 'id', type: 'string', means: 'Id of the report.', value: d => d.id },
    { name: 'url', type: 'string', means: 'Its address.', value: d => d.url },
    { name: 'publisher', type: 'string', means: 'The outlet.', value: d => d.publisher },
    { name: 'title', type: 'string', means: 'Its title.', value: d => d.title },
    { name: 'published', type: 'string', means: 'When it came out: YYYY-MM-DD or RFC 3339.', value: d => d.published },
    { name: 'language', type: 'string', means: 'ISO 639-1.', value: d => d.language },
    { name: 'sha256', type: 'string', means: 'Of its text in UTF-8.', value: d => d.sha256 },
    { name: 'set_aside', type: 'string', means: 'Why it was not coded; empty where it was.', value: d => d.setAside?.reason ?? null },
  ],
}

export const ACTORS: PackageTable<ActorLine> = {
  name: 'actors', about: 'Everyone who acts or is acted on, once.', key: 'id', refers: [],
  columns: [
    { name: 'id', type: 'string', means: 'Id in the actor registry; for names it does not know, `name:` and the name.', value: a => a.key },
    { name: 'name', type: 'string', means: 'A name, as a report gives it.', value: a => a.actor.name },
    { name: 'country', type: 'string', means: 'ISO 3166-1 alpha-2.', value: a => a.actor.country },
    { name: 'sectors', type: 'string', means: 'PLOVER sectors.', value: a => a.actor.sectors.join('; ') || null },
    { name: 'in_registry', type: 'boolean', means: 'False for a name the registry does not know.', value: a => a.actor.entity !== null },
  ],
}

export const LINKS: PackageTable<LinkLine> = {
  name: 'links', about: 'Which incident answers or follows from which, a row for each sentence that says so.', key: 'id', refers: [{ column: 'from', table: 'incidents' }],
  columns: [
    { name: 'id', type: 'string', means: 'From, kind, to and number of the sentence.', value: l => l.id },
    { name: 'from', type: 'string', means: 'The incident that answers or follows.', value: l => l.from },
    { name: 'to', type: 'string', means: 'The incident that is answered or followed; it may lie outside a filtered export.', value: l => l.to },
    { name: 'kind', type: 'string', means: 'retaliation, response or cause.', value: l => l.kind },
    { name: 'document', type: 'string', means: 'The report that says so.', value: l => l.document },
    { name: 'event', type: 'string', means: 'Its event.', value: l => l.event },
    { name: 'exact', type: 'string', means: 'The words that say so.', value: l => l.words },
  ],
}

export const REVIEWS: PackageTable<Decision> = {
  name: 'reviews', about: 'Every decision of people, oldest first, those that were undone too.', key: 'id', refers: [],
  columns: [
    { name: 'id', type: 'string', means: 'Id of the decision.', value: d => d.id },
    { name: 'at', type: 'string', means: 'RFC 3339, UTC.', value: d => d.at },
    { name: 'by', type: 'string', means: 'Who decided.', value: d => d.by },
    { name: 'kind', type: 'string', means: 'merge, split, accept, reject, add, correct, link, unlink, flag, comment or undo.', value: d => d.kind },
    { name: 'reason', type: 'string', means: 'The reason given.', value: d => d.reason },
    { name: 'body', type: 'string', means: 'The whole decision as JSON.', value: d => JSON.stringify(d) },
  ],
}

/** Claims of one incident in the order of its fields and values. */
export const claimsOf = ({ incident }: Subject): readonly ClaimLine[] => incident.fields.flatMap(f => f.values.flatMap((v, k) => v.testimonies.map((said, n): ClaimLine =>
  ({ id: `${incident.id}:${f.field}:${k + 1}:${n + 1}`, incident: incident.id, field: f.field, value: v.value, chosen: f.chosen === k, said }))))

export const evidenceOf = (c: ClaimLine): readonly EvidenceLine[] => c.said.evidence.map((span, n) => ({ claim: c.id, number: n + 1, document: c.said.document, span }))

export const linksOf = ({ incident }: Subject): readonly LinkLine[] => incident.links.flatMap(l => (l.evidence.length === 0 ? [null] : l.evidence).map((e, n): LinkLine =>
  ({ id: `${incident.id}:${l.kind}:${l.incident}:${n + 1}`, from: incident.id, to: l.incident, kind: l.kind, document: e?.document ?? null, event: e?.event ?? null, words: e?.span.exact ?? null })))

export const actorsOf = ({ incident }: Subject): readonly ActorLine[] => [...incident.actors, ...incident.recipients].map(actor => ({ key: actor.entity ?? `name:${actor.name}`, actor }))

export const cellsOf = <T>(table: PackageTable<T>, lines: readonly T[]): readonly (readonly Cell[])[] => lines.map(line => rowOf(table.columns, line))
export const header = <T>(table: PackageTable<T>): readonly string[] => headerOf(table.columns)
