/** Tasks with what a person needs to see to decide them. */
import { explainPair, sentenceAt } from '../core/incidents/index.ts'
import type { Analysis, EventRef, Incident, PairDecision, Span } from '../core/model/index.ts'
import { loadIncidentLexicon } from '../resources/load.ts'
import type { Store, Task } from '../store/index.ts'

/** An event with the sentence that tells of it. */
export interface Told { readonly document: string; readonly event: string; readonly publisher: string | null; readonly published: string | null; readonly summary: string | null; readonly span: Span | null; readonly sentence: Sentence | null }
/** `start` is where it begins in the text of the report. */
export interface Sentence { readonly start: number; readonly text: string }

export interface ShownTask extends Task {
  /** The incidents in question as they are. */
  readonly incidents: readonly Incident[]
  /** The events in question, with their sentences: of a pair and a link two. */
  readonly told: readonly Told[]
  /** Of a pair: which fields agree and disagree, and by how much. */
  readonly pair: PairDecision | null
}

interface Read { readonly analysis: Analysis | null; readonly text: string; readonly publisher: string | null; readonly published: string | null }

/** Shows tasks; every report and incident is read once. */
export async function shownTasks(store: Store, tasks: readonly Task[]): Promise<readonly ShownTask[]> {
  const ids = [...new Set(tasks.flatMap(t => [t.incident, t.other].filter(id => id !== null)))], incidents = new Map<string, Incident>(), reports = new Map<string, Read>()
  if (ids.length > 0) for (const { incident } of (await store.incidents.query({ filters: [{ field: 'id', op: 'in', value: ids }], size: ids.length })).rows) incidents.set(incident.id, incident)
  for (const id of new Set(tasks.flatMap(t => [...refsOf(t).map(r => r.document), ...t.kind === 'missed' ? [t.document!] : []]))) {
    const document = await store.documents.get(id)
    if (document !== null) reports.set(id, { analysis: (await store.analyses.get(id))?.analysis ?? null, text: document.text, publisher: document.publisher, published: document.published })
  }
  return tasks.map(task => ({
    ...task, incidents: [...new Set([task.incident, task.other])].flatMap(id => incidents.get(id ?? '') ?? []),
    told: task.body.kind === 'missed' ? missed(task, reports) : refsOf(task).flatMap(ref => toldOf(ref, reports.get(ref.document))), pair: pairOf(task, reports),
  }))
}

function refsOf({ body }: Task): readonly EventRef[] {
  switch (body.kind) {
    case 'field': case 'event': return [body.event]
    case 'pair': return [body.a, body.b]
    case 'link': return [body.from, body.to]
    case 'missed': return []
  }
}

function toldOf({ document, event }: EventRef, read: Read | undefined): readonly Told[] {
  if (read === undefined) return []
  const found = read.analysis?.events.find(e => e.id === event), span = found?.mentions[0] ?? null
  return [{ document, event, publisher: read.publisher, published: read.published, summary: found?.summary ?? null, span, sentence: span === null ? null : sentenceOf(read.text, span) }]
}

function missed({ document, body }: Task, reports: ReadonlyMap<string, Read>): readonly Told[] {
  const read = reports.get(document!)
  if (read === undefined || body.kind !== 'missed') return []
  return [{ document: document!, event: '', publisher: read.publisher, published: read.published, summary: null, span: body.span, sentence: sentenceOf(read.text, body.span) }]
}

function pairOf({ body }: Task, reports: ReadonlyMap<string, Read>): PairDecision | null {
  if (body.kind !== 'pair') return null
  const a = reports.get(body.a.document)?.analysis, b = reports.get(body.b.document)?.analysis
  return a == null || b == null ? null : explainPair([a, body.a.event], [b, body.b.event], loadIncidentLexicon())
}

function sentenceOf(text: string, { start, end }: Span): Sentence {
  const found = sentenceAt(text, { start, end })
  return { start: found.start, text: text.slice(found.start, found.end) }
}
