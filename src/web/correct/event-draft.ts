/** A whole event as a person writes it in a form: the drafts of its fields, and what they say of an event that rests on chosen words. */
import { restingOn, wordsNear, type CodedByHand } from '../../core/incidents/by-hand.ts'
import type { EventType, FieldValue, IncidentField, Participant, Place, Quantity, Span, Status, When } from '../../core/model/index.ts'
import { draftOf, FIELD_NAMES, readDraft, type DraftValue } from './drafts.ts'

/** Fields of the form in the order of a report's questions; the rest is asked for by few. */
export const FIRST_FIELDS = ['type', 'mode', 'actors', 'recipients', 'place', 'date', 'killed', 'injured'] as const satisfies readonly IncidentField[]
export const REST_FIELDS = ['status', 'attackersKilled', 'detained', 'weapons'] as const satisfies readonly IncidentField[]
type EventField = (typeof FIRST_FIELDS)[number] | (typeof REST_FIELDS)[number]
export type EventDraft = Readonly<Record<EventField, DraftValue>>

export interface GivenEvent { readonly coded: CodedByHand; readonly reason: string | null }

const FIELDS: readonly EventField[] = [...FIRST_FIELDS, ...REST_FIELDS]

/** An empty form, but for the type; an event is taken to have occurred. */
export function eventDraft(type: string | null): EventDraft {
  const empty = Object.fromEntries(FIELDS.map(field => [field, draftOf(field, null)])) as EventDraft
  return { ...empty, type: { value: type ?? 'ASSAULT' }, status: { value: 'occurred' } }
}

/** The event that the form tells, each field resting on its own words in the text or on those that were chosen; or what is wrong with it. */
export function codedFrom(draft: EventDraft, mention: Span, text: string): { readonly coded: CodedByHand } | { readonly wrong: string } {
  const values = new Map<EventField, FieldValue | null>()
  for (const field of FIELDS) {
    const read = readDraft(field, draft[field], null, [])
    if ('wrong' in read) return { wrong: `${FIELD_NAMES[field]}: ${read.wrong}` }
    values.set(field, read.value)
  }
  const of = <T extends FieldValue>(field: EventField): T | null => (values.get(field) ?? null) as T | null, words = of<readonly string[]>('weapons') ?? [], place = of<Place>('place')
  const lost = words.find(word => wordsNear(text, mention, word) === null)
  if (lost !== undefined) return { wrong: `${FIELD_NAMES.weapons}: “${lost}” does not stand in the report.` }
  return { coded: restingOn({
    type: of<string>('type') as EventType, mode: of<string>('mode'), status: (of<string>('status') ?? 'occurred') as Status, mentions: [mention], actors: of<readonly Participant[]>('actors') ?? [], recipients: of<readonly Participant[]>('recipients') ?? [],
    places: place === null ? [] : [place], date: of<When>('date'), killed: of<Quantity>('killed'), injured: of<Quantity>('injured'), attackersKilled: of<Quantity>('attackersKilled'), detained: of<Quantity>('detained'),
    weapons: words.flatMap(word => wordsNear(text, mention, word) ?? []),
  }, text) }
}
