/** A task of the review as the desk reads it, and where its evidence lies. */
import type { EventRef, FieldReading, FieldValue, Incident, PairDecision, Span } from '../../../core/model/index.ts'
import type { Schemas } from '../../api/queries.ts'

export type TaskBody = Schemas['TaskBody']
export type Told = Schemas['Task']['told'][number]
export type Task = Omit<Schemas['Task'], 'body' | 'incidents' | 'pair'> & { readonly body: TaskBody; readonly incidents: readonly Incident[]; readonly pair: PairDecision | null }
export type TaskOf<Kind extends TaskBody['kind']> = Task & { readonly body: Extract<TaskBody, { readonly kind: Kind }> }

export const KINDS = ['field', 'event', 'pair', 'link', 'missed'] as const
export const KIND_WORDS: Readonly<Record<TaskBody['kind'], readonly [string, string]>> = {
  field: ['Rival values', 'Which of the values that are told is right?'], event: ['Is it one?', 'Is this an incident at all?'], pair: ['Same incident?', 'Do two reports tell of one occurrence?'], link: ['Links', 'Does one incident answer the other?'], missed: ['Missed', 'Do these words tell of an incident that was not coded?'],
}

/** Words that the task rests on. `value` is the place of the rival value that they give; null where there are no rivals. */
export interface Words { readonly document: string; readonly start: number; readonly end: number; readonly exact: string; readonly value: number | null }

/** All evidence, in the order that `]` goes through it. */
export function evidenceOf(task: Task): readonly Words[] {
  const { body, told } = task
  if (body.kind === 'field') return ofReading(readingOf(task))
  if (body.kind === 'link') return [...body.evidence.map(e => words(e.document, e.span)), ...ofTold(told)]
  return ofTold(told)
}

const words = (document: string, { start, end, exact }: Span, value: number | null = null): Words => ({ document, start, end, exact, value })
const ofTold = (told: readonly Told[]): readonly Words[] => told.flatMap(t => (t.span === null ? [] : [words(t.document, t.span)]))
const ofReading = (reading: FieldReading | null): readonly Words[] => (reading?.values ?? []).flatMap((v, i) => v.testimonies.flatMap(t => t.evidence.slice(0, 1).map(span => words(t.document, span, i))))

/** The rival values that a task on a field is about; null where the incident has changed meanwhile. */
export function readingOf({ body, incidents }: Task): FieldReading | null {
  return body.kind === 'field' ? incidents[0]?.fields.find(f => f.field === body.field) ?? null : null
}

/** The value that holds now. */
export const bestOf = (reading: FieldReading | null): FieldValue | null => reading?.corrected ?? (reading?.chosen == null ? null : reading.values[reading.chosen]?.value ?? null)

/** Reports whose text a task shows, the first ones first. */
export const reportsOf = (task: Task): readonly string[] => [...new Set([...evidenceOf(task).map(e => e.document), ...task.told.map(t => t.document), ...task.document === null ? [] : [task.document]])]

/** The event that a remark on a task is kept with; null of a task without one. */
export function eventOf({ body }: Task): EventRef | null {
  switch (body.kind) {
    case 'field': case 'event': return body.event
    case 'pair': return body.a
    case 'link': return body.from
    case 'missed': return null
  }
}

/** What the parts of a question are given. */
export interface QuestionProps {
  readonly task: Task
  readonly active: Words | null
  readonly evidence: readonly Words[]
  readonly chosen: string | null
  readonly able: boolean
  readonly onSee: (evidence: number) => void
  readonly onChoose: (value: number) => void
}
