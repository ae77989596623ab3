/** What of one incident is worth a person's look, and how much. */
import type { Decision, EventRef, FieldReading, Incident, IncidentField, RivalValue } from '../../core/model/index.ts'
import type { Task } from '../types/task.ts'

/** How much hangs on a field, against the toll. */
const STAKE: Partial<Readonly<Record<IncidentField, number>>> = { killed: 1, occurrence: 1, actors: 1, place: 0.9, date: 0.9, injured: 0.8, recipients: 0.8, type: 0.8, status: 0.8, mode: 0.5 }
const LITTLE = 0.4
/** Uncertainty of what claimants contradict, at least; of rivals that nobody disputes, at most; of a link, of which nothing is known. */
const DISPUTED = 0.7, UNDISPUTED = 0.6, LINKED = 0.5
/** Confidence below which an event of one voice is looked at. */
const DOUBTFUL = 0.5

export const keyOf = ({ document, event }: EventRef): string => `${document}/${event}`

/** People killed and injured at most, and how many reports: what an incident weighs. */
export function impactOf({ killed, injured, members }: Pick<Incident, 'killed' | 'injured' | 'members'>): number {
  const dead = killed?.max ?? killed?.min ?? 0, hurt = injured?.max ?? injured?.min ?? 0, reports = new Set(members.map(m => m.document)).size
  return Math.log2(2 + dead + hurt / 4) * (1 + Math.log2(reports) / 4)
}

export const taskOf = (task: Omit<Task, 'weight' | 'kind' | 'field'>): Task => ({ ...task, kind: task.body.kind, field: task.body.kind === 'field' ? task.body.field : null, weight: task.uncertainty * task.impact })

/** Tasks that need the incident alone. Decisions are those that hold on its events. */
export function tasksOf(incident: Incident, decisions: readonly Decision[]): readonly Task[] {
  const decided = decidedOf(incident, decisions), impact = impactOf(incident), event = incident.members[0]!, base = { incident: incident.id, other: null, document: event.document }
  const fields = incident.fields.filter(f => f.values.length > 1 && f.corrected === null && !decided.has(f.field)).map(reading => {
    const { field, why, disputed, values } = reading
    return taskOf({ ...base, id: `f:${incident.id}:${field}`, uncertainty: doubtOf(reading), impact: impact * (STAKE[field] ?? LITTLE), body: { kind: 'field', field, event, values: values.length, disputed, why } })
  })
  if (decided.has('event') || incident.independent > 1 || incident.confidence >= DOUBTFUL) return fields
  return [...fields, taskOf({ ...base, id: `e:${incident.id}`, uncertainty: 1 - Math.abs(2 * incident.confidence - 1), impact, body: { kind: 'event', event, confidence: incident.confidence } })]
}

/** Fields, and `event`, on which people have decided. */
function decidedOf({ members }: Incident, decisions: readonly Decision[]): ReadonlySet<string> {
  const own = new Set(members.map(keyOf))
  return new Set(decisions.flatMap(d => ((d.kind === 'accept' || d.kind === 'reject' || d.kind === 'correct') && own.has(keyOf(d.event)) ? [d.field ?? 'event'] : [])))
}

/** How evenly voices stand behind rival values. */
function doubtOf({ values, disputed }: FieldReading): number {
  const voices = values.map(voicesOf), all = voices.reduce((sum, n) => sum + n, 0)
  const spread = voices.reduce((sum, n) => sum - (n === 0 ? 0 : n / all * Math.log2(n / all)), 0) / Math.log2(values.length)
  return disputed ? Math.max(DISPUTED, spread) : UNDISPUTED * spread
}

/** Copies of one text are one voice. */
const voicesOf = ({ testimonies }: RivalValue): number => new Set(testimonies.map(t => t.speaker ?? t.copyOf ?? t.publisher ?? t.document)).size

/** Links of the incident; `toOf` gives an event of the other incident. */
export function linkTasks(incident: Incident, decisions: readonly Decision[], toOf: (incident: string) => readonly EventRef[]): readonly Task[] {
  const own = new Set(incident.members.map(keyOf)), impact = impactOf(incident)
  return incident.links.flatMap(({ incident: other, kind, evidence }): readonly Task[] => {
    const [first] = evidence, theirs = toOf(other), to = theirs.find(ref => ref.document === first?.document) ?? theirs[0], keys = new Set(theirs.map(keyOf))
    if (first === undefined || to === undefined) return []
    if (decisions.some(d => (d.kind === 'link' || d.kind === 'unlink') && d.link === kind && own.has(keyOf(d.from)) && keys.has(keyOf(d.to)))) return []
    return [taskOf({ id: `l:${incident.id}:${kind}:${other}`, incident: incident.id, other, document: first.document, uncertainty: LINKED, impact, body: { kind: 'link', from: { document: first.document, event: first.event }, to, link: kind, evidence: evidence.slice(0, 5) } })]
  })
}
