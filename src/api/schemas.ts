/** The wire forms as schemas: bodies are checked by them, and openapi.json shows them; the compiler holds them to the types of core. */
import { z } from '@hono/zod-openapi'
import { EVENT_TYPES, GRADES, INCIDENT_FIELDS, STATUSES, type Claim, type FieldReading, type Incident, type Participant, type Place, type Quantity, type Span, type Testimony, type When } from '../core/model/index.ts'

const text = z.string(), nullable = text.nullable(), whole = z.int(), number = z.number()
export const LINK_KINDS = ['retaliation', 'response', 'cause'] as const
export const STANCES = ['reports', 'claims-responsibility', 'denies', 'accuses', 'condemns', 'confirms'] as const
const ABOUTS = ['event', 'actor', 'recipient', 'killed', 'injured', 'place', 'date', 'weapon', 'purpose'] as const

export const span: z.ZodType<Span> = z.object({ start: whole.min(0), end: whole.min(0), exact: text }).openapi('Span', { description: 'Words of a report: half-open offsets in UTF-16 code units of its text.' })
const participant: z.ZodType<Participant> = z.object({ name: text, entity: nullable, country: nullable, sectors: z.array(text), labels: z.array(text), evidence: z.array(span) }).openapi('Participant')
const place: z.ZodType<Place> = z.object({ name: text, country: nullable, admin1: nullable, latitude: number.min(-90).max(90).nullable(), longitude: number.min(-180).max(180).nullable(), precision: z.enum(['site', 'town', 'district', 'province', 'country']), gazetteer: nullable, evidence: z.array(span) }).openapi('Place')
const when: z.ZodType<When> = z.object({ edtf: text, start: nullable, end: nullable, stated: z.boolean(), evidence: z.array(span) }).openapi('When')
const quantity: z.ZodType<Quantity> = z.object({ min: number.nullable(), max: number.nullable(), of: nullable, evidence: z.array(span) }).openapi('Quantity')
const claim: z.ZodType<Claim> = z.object({ speaker: z.object({ name: text, entity: nullable, evidence: span }), stance: z.enum(STANCES), about: z.enum(ABOUTS), value: z.union([quantity, text]).nullable(), cue: span.nullable(), content: span }).openapi('Claim')

const figures = { killed: quantity.nullable(), injured: quantity.nullable(), attackersKilled: quantity.nullable(), detained: quantity.nullable(), count: quantity.nullable() }
const occurrence = { type: z.enum(EVENT_TYPES), mode: nullable, contexts: z.array(text), status: z.enum(STATUSES), summary: text, actors: z.array(participant), recipients: z.array(participant), reciprocal: z.boolean(), places: z.array(place), date: when.nullable(), ...figures, confidence: number }
const event = z.object({ id: text, ...occurrence, mentions: z.array(span), weapons: z.array(span), claims: z.array(claim), becauseOf: z.array(z.object({ event: text, kind: z.enum(LINK_KINDS), evidence: span })), addedBy: text.exactOptional() }).openapi('Event', { description: '`addedBy`: the person who added it; absent for what the engine found.' })

export const analysis = z.object({
  version: z.literal(1), engine: z.object({ name: text, version: text, model: nullable }),
  document: z.object({ id: text, url: nullable, publisher: nullable, title: nullable, published: nullable, language: text, sha256: text, text: text.optional() }),
  events: z.array(event), notes: z.array(z.object({ code: text, message: text, span: span.nullable() })),
}).openapi('Analysis')
const extent = { start: whole, end: whole }
export const explanation = z.object({
  analysis,
  trail: z.array(z.object({ event: text, field: text, rule: text, span: span.nullable() })).openapi({ description: 'For each field of each event the rule or model decision that made it, and the words it rests on.' }),
  dropped: z.array(z.object({ type: text, span, confidence: number, reasons: z.array(text) })).openapi({ description: 'Candidates that were found and let go, with what spoke against them.' }),
  markup: z.object({ sentences: z.array(z.object(extent)), marks: z.array(z.object({ ...extent, layer: z.enum(['entity', 'time', 'place', 'count']), kind: text, label: nullable, rule: text })) }).optional(),
}).openapi('Explanation')
export const storedAnalysis = z.object({ document: text, engine: text, at: text, change: whole, current: z.boolean(), analysis }).openapi('StoredAnalysis')

const eventRef = { document: text, event: text }
const fieldValue = z.union([z.boolean(), text, z.array(text), z.array(participant), place, when, quantity]).openapi('FieldValue')
const testimony: z.ZodType<Testimony> = z.object({ ...eventRef, publisher: nullable, published: nullable, speaker: nullable, entity: nullable, stance: z.enum(STANCES), about: z.enum(ABOUTS), evidence: z.array(span), copyOf: nullable, addedBy: text.exactOptional() }).openapi('Testimony')
const fieldReading: z.ZodType<FieldReading> = z.object({ field: z.enum(INCIDENT_FIELDS), values: z.array(z.object({ value: fieldValue, testimonies: z.array(testimony) })), chosen: whole.nullable(), corrected: fieldValue.nullable(), rule: text, why: text, disputed: z.boolean() }).openapi('FieldReading')
const evidence = z.array(z.object({ ...eventRef, span }))
export const incident: z.ZodType<Incident> = z.object({
  id: text, members: z.array(z.object(eventRef)), ...occurrence, weapons: z.array(text), fields: z.array(fieldReading), disputed: z.boolean(), grade: z.enum(GRADES), gradeWhy: text, independent: whole,
  links: z.array(z.object({ incident: text, kind: z.enum(LINK_KINDS), evidence })),
}).openapi('Incident')
export const storedIncident = z.object({ incident, since: whole, until: whole.nullable(), at: text }).openapi('StoredIncident', { description: 'An incident as it was from the change `since` to the change `until`; null while it is current.' })

const setAside = z.object({ code: text, reason: text }).nullable()
export const storedDocument = z.object({ id: text, url: nullable, canonical: nullable, publisher: nullable, title: nullable, published: nullable, language: text, text, sha256: text, revision: whole, added: text, setAside, change: whole }).openapi('Document')
export const documentText = z.object({ revision: whole, sha256: text, text, at: text })
export const searchHit = z.object({ document: storedDocument, snippet: text, offset: whole, ranges: z.array(z.object({ start: whole, end: whole })) }).openapi('SearchHit', { description: '`ranges` lie in the snippet, which begins at `offset` of the text.' })

const DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/
/** Longest text of one report, in UTF-16 code units. */
const LONGEST = 4_000_000
const reportFields = { url: text.max(2000).nullable().default(null), publisher: text.max(500).nullable().default(null), title: text.max(2000).nullable().default(null), published: text.regex(DATE).nullable().default(null), text: text.max(LONGEST).regex(/\S/) }
export const report = z.strictObject({ id: text.min(1).max(500).default('request'), ...reportFields }).openapi('Report')
export const newDocuments = z.strictObject({ documents: z.array(z.strictObject({ id: text.min(1).max(500).nullable().default(null), ...reportFields }).openapi('NewDocument')).min(1).max(200) })

const anchor = z.strictObject({ document: text, event: text, mention: span.optional(), type: z.enum(EVENT_TYPES).optional() }).openapi('EventAnchor', { description: 'An event of a report. Without `mention` the server takes the words of its present coding.' })
const field = z.enum(INCIDENT_FIELDS)
const codedByHand = z.strictObject({ ...event.partial().shape, type: z.enum(EVENT_TYPES), mentions: z.array(span).min(1).max(50), actors: z.array(participant).max(100).optional(), recipients: z.array(participant).max(100).optional(), places: z.array(place).max(100).optional(), weapons: z.array(span).max(100).optional() })
export const decisionBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['merge', 'split']), a: anchor, b: anchor }),
  z.strictObject({ kind: z.enum(['accept', 'reject']), event: anchor, field: field.nullable().default(null) }),
  z.strictObject({ kind: z.literal('add'), event: z.strictObject({ document: text, event: text.default(''), mention: span.optional(), type: z.enum(EVENT_TYPES).optional() }), coded: codedByHand, sha256: text.optional() }),
  z.strictObject({ kind: z.literal('correct'), event: anchor, field, value: fieldValue.nullable(), evidence: z.array(span).default([]) }),
  z.strictObject({ kind: z.enum(['link', 'unlink']), from: anchor, to: anchor, link: z.enum(LINK_KINDS) }),
  z.strictObject({ kind: z.enum(['flag', 'comment']), event: anchor, text: text.min(1).max(10_000) }),
  z.strictObject({ kind: z.literal('undo'), decision: text }),
]).openapi('DecisionBody')
export type SentDecision = z.output<typeof decisionBody>
export const newDecisions = z.strictObject({ decisions: z.array(decisionBody).min(1).max(500), reason: text.max(10_000).nullable().default(null) })
export const storedDecision = z.looseObject({ id: text, kind: text, at: text, by: text, reason: nullable, change: whole, undoneBy: nullable }).openapi('Decision', { description: 'A decision with the fields of its kind, as DecisionBody has them.' })

export const lostDecision = z.object({ decision: z.looseObject({ id: text, kind: text, at: text, by: text, reason: nullable }), code: z.enum(['anchor-lost', 'decision-overruled', 'decision-unfit']), message: text }).openapi('LostDecision')

export const review = z.object({ id: text, document: text, state: z.enum(['open', 'submitted', 'adjudicated']), created: text, coders: z.array(z.object({ coder: text, submitted: nullable, answers: z.array(decisionBody).nullable() })), adjudicatedBy: nullable, adjudicatedAt: nullable }).openapi('Review')
