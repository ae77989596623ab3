/** Answers to tasks: what each means as decisions, and as a choice that two coders can be compared by. */
import type { EventRef, FieldValue, IncidentField, RivalValue, Span } from '../../../core/model/index.ts'
import type { NewDecision } from '../../api/queries.ts'
import type { GivenEvent } from '../../correct/event-draft.ts'
import { FIELD_NAMES } from '../../correct/drafts.ts'
import { sayFieldValue } from './say.ts'
import { readingOf, type Task } from './task.ts'

export interface Verdict {
  /** What was chosen, in words that are the same for two people who say the same. */
  readonly choice: string
  readonly decisions: readonly NewDecision[]
  readonly says: string
  readonly reason?: string | null
}

/** Longest choice that is kept. */
const LONGEST = 480

const ref = ({ document, event }: EventRef): EventRef => ({ document, event })
const same = (a: EventRef, b: EventRef): boolean => a.document === b.document && a.event === b.event
const choiceOf = (field: IncidentField, value: FieldValue | null): string => sayFieldValue(field, value).slice(0, LONGEST)

/** Chooses a rival value. An acceptance means what the event itself says; where it says several values, or another was preferred, the value is named. */
export function chooseValue(task: Task, at: number): Verdict | null {
  const reading = readingOf(task), rival = reading?.values[at], first = rival?.testimonies[0]
  if (reading === null || rival === undefined || first === undefined) return null
  const { field, values, chosen } = reading, event = ref(first), choice = choiceOf(field, rival.value)
  const several = values.filter(v => v.testimonies.some(t => same(t, event))).length > 1
  if (!several && at === chosen) return { choice, decisions: [{ kind: 'accept', event, field }], says: `${FIELD_NAMES[field]}: ${choice}` }
  return { choice, decisions: [{ kind: 'correct', event, field, value: rival.value, evidence: spansIn(rival, event.document) }], says: `${FIELD_NAMES[field]}: ${choice}` }
}

/** Lets a rival value go: no event that gives it counts for the field any more. */
export function rejectValue(task: Task, at: number): Verdict | null {
  const reading = readingOf(task), rival = reading?.values[at]
  if (reading === null || rival === undefined) return null
  const events = rival.testimonies.map(ref), once = events.filter((e, i) => events.findIndex(o => same(o, e)) === i), choice = choiceOf(reading.field, rival.value)
  return { choice: `not ${choice}`.slice(0, LONGEST), decisions: once.map(event => ({ kind: 'reject', event, field: reading.field })), says: `${FIELD_NAMES[reading.field]}: not ${choice}` }
}

/** A person's own value for the field of the task. */
export function giveValue(task: Task, value: FieldValue | null, evidence: readonly Span[], reason: string | null): Verdict | null {
  if (task.body.kind !== 'field') return null
  const { field, event } = task.body, choice = choiceOf(field, value)
  return { choice, decisions: [{ kind: 'correct', event, field, value, evidence }], says: `${FIELD_NAMES[field]}: ${choice}`, reason }
}

/** `a` and `x` of the tasks that are a question of yes and no. That an event was missed is said by coding it (`codeMissed`). */
export function yesOrNo({ body }: Task, yes: boolean): Verdict | null {
  switch (body.kind) {
    case 'field': return null
    case 'event': return { choice: yes ? 'accept' : 'reject', decisions: [{ kind: yes ? 'accept' : 'reject', event: body.event, field: null }], says: yes ? 'It is an incident.' : 'It is none.' }
    // Accepting is what the machine has done: to keep it joined, or apart.
    case 'pair': return decidePair(body.a, body.b, yes === body.same)
    case 'link': return { choice: yes ? 'link' : 'unlink', decisions: [{ kind: yes ? 'link' : 'unlink', from: body.from, to: body.to, link: body.link }], says: yes ? 'Linked.' : 'Not linked.' }
    case 'missed': return yes ? null : { choice: 'none', decisions: [], says: 'Noted: no incident.' }
  }
}

/** A missed event as a person codes it: it enters incidents. */
export const codeMissed = ({ document }: Task, { coded, reason }: GivenEvent): Verdict => ({ choice: 'event', decisions: [{ kind: 'add', event: { document }, coded }], says: 'Added.', reason })

export const decidePair = (a: EventRef, b: EventRef, merge: boolean): Verdict => ({ choice: merge ? 'same' : 'different', decisions: [{ kind: merge ? 'merge' : 'split', a, b }], says: merge ? 'One incident.' : 'Two incidents.' })

/** Of a pair: two incidents, of which the later answers the earlier. */
export function linkPair({ body, told }: Task): Verdict | null {
  if (body.kind !== 'pair') return null
  const [first, second] = told, later = (second?.published ?? '') < (first?.published ?? '') ? body.a : body.b, earlier = later === body.a ? body.b : body.a
  return { choice: 'different', decisions: [{ kind: 'split', a: body.a, b: body.b }, { kind: 'link', from: later, to: earlier, link: 'response' }], says: 'Two incidents; one answers the other.' }
}

const spansIn = ({ testimonies }: RivalValue, document: string): readonly Span[] => testimonies.filter(t => t.document === document).flatMap(t => t.evidence).slice(0, 20)
