/** Checks JSON from outside against the wire forms of analyses and decisions. */
import { z } from 'zod'
import { EVENT_TYPES, INCIDENT_FIELDS, STATUSES, type Analysis, type Decision } from '../core/model/index.ts'
import { CliError } from './errors.ts'

const text = z.string(), maybeText = text.nullable(), number = z.number(), maybeNumber = number.nullable()
const span = z.looseObject({ start: number, end: number, exact: text }), spans = z.array(span)
const quantity = z.looseObject({ min: maybeNumber, max: maybeNumber, of: maybeText, evidence: spans })
const participant = z.looseObject({ name: text, entity: maybeText, country: maybeText, sectors: z.array(text), labels: z.array(text), evidence: spans })
const place = z.looseObject({ name: text, country: maybeText, admin1: maybeText, latitude: maybeNumber, longitude: maybeNumber, precision: z.enum(['site', 'town', 'district', 'province', 'country']), gazetteer: maybeText, evidence: spans })
const when = z.looseObject({ edtf: text, start: maybeText, end: maybeText, stated: z.boolean(), evidence: spans })
const kind = z.enum(['retaliation', 'response', 'cause'])
const stance = z.enum(['reports', 'claims-responsibility', 'denies', 'accuses', 'condemns', 'confirms'])
const about = z.enum(['event', 'actor', 'recipient', 'killed', 'injured', 'place', 'date', 'weapon', 'purpose'])
const claim = z.looseObject({ speaker: z.looseObject({ name: text, entity: maybeText, evidence: span }), stance, about, value: z.union([quantity, text, z.null()]), cue: span.nullable(), content: span })
const event = z.looseObject({
  id: text, type: z.enum(EVENT_TYPES), mode: maybeText, contexts: z.array(text), status: z.enum(STATUSES), summary: text, mentions: spans, actors: z.array(participant), recipients: z.array(participant), reciprocal: z.boolean(),
  places: z.array(place), date: when.nullable(), killed: quantity.nullable(), injured: quantity.nullable(), attackersKilled: quantity.nullable(), detained: quantity.nullable(), count: quantity.nullable(),
  weapons: spans, addedBy: text.optional(), claims: z.array(claim), becauseOf: z.array(z.looseObject({ event: text, kind, evidence: span })), confidence: number,
})
const analysis = z.looseObject({ version: z.literal(1), document: z.looseObject({ id: text, publisher: maybeText, title: maybeText, published: maybeText, text: text.optional() }), events: z.array(event) })

const anchor = z.looseObject({ document: text, event: text, mention: span, type: z.enum(EVENT_TYPES).optional() }), field = z.enum(INCIDENT_FIELDS)
const value = z.union([z.boolean(), text, z.array(text), z.array(participant), place, when, quantity, z.null()])
const decision = z.intersection(z.looseObject({ id: text, at: text, by: text, reason: maybeText }), z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.enum(['merge', 'split']), a: anchor, b: anchor }), z.looseObject({ kind: z.enum(['accept', 'reject']), event: anchor, field: field.nullable() }),
  z.looseObject({ kind: z.literal('add'), event: anchor, coded: event, sha256: text }),
  z.looseObject({ kind: z.literal('correct'), event: anchor, field, value, evidence: spans }), z.looseObject({ kind: z.enum(['link', 'unlink']), from: anchor, to: anchor, link: kind }),
  z.looseObject({ kind: z.enum(['flag', 'comment']), event: anchor, text }), z.looseObject({ kind: z.literal('undo'), decision: text }),
]))

/** The analysis that a JSON value is. Throws CliError analysis-invalid, which names the first wrong field. */
export function asAnalysis(given: unknown): Analysis {
  const { success, error } = analysis.safeParse(given)
  if (!success) throw new CliError('analysis-invalid', `It is not an analysis as casus code writes it: ${first(error)}.`)
  return given as Analysis
}

/** The decision that a JSON value is. Throws CliError decision-invalid. */
export function asDecision(given: unknown): Decision {
  const { success, error } = decision.safeParse(given)
  if (!success) throw new CliError('decision-invalid', `It is not a decision: ${first(error)}.`)
  return given as Decision
}

function first({ issues }: z.ZodError): string {
  const issue = issues[0]
  return issue === undefined ? 'a field is wrong' : `${issue.path.length === 0 ? 'the whole' : issue.path.join('.')}: ${issue.message}`
}
