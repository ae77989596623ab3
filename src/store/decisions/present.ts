/** Decisions over the present coding: a new engine names events anew, and a decision is about the event that stands at its words now. */
import { eventAt } from '../../core/incidents/index.ts'
import type { Decision, EventAnchor, Incident } from '../../core/model/index.ts'
import type { Db } from '../engine/engine.ts'
import { analysesOfDocuments } from '../incidents/index-state.ts'
import { inChunks } from '../writing.ts'
import { anchorsOf } from './anchors.ts'

/** No event has this id: of an anchor whose words tell of none any more. */
const NONE = ''

/** The same decisions, each event by the id that it has now. */
export async function atPresent<D extends Decision>(db: Db, decisions: readonly D[]): Promise<readonly D[]> {
  if (decisions.length === 0) return decisions
  const analyses = await analysesOfDocuments(db, [...new Set(decisions.flatMap(d => anchorsOf(d).map(a => a.document)))])
  const now = (anchor: EventAnchor): EventAnchor => ({ ...anchor, event: eventAt(anchor, analyses.get(anchor.document) ?? null)?.id ?? NONE })
  return decisions.map(d => ({ ...d, ...Object.fromEntries((['event', 'a', 'b', 'from', 'to'] as const).filter(name => name in d).map(name => [name, now((d as unknown as Readonly<Record<string, EventAnchor>>)[name]!)])) }))
}

/** Those among `decisions`, named as at present, that are about an event of the incident. */
export function aboutIncident<D extends Decision>({ members }: Pick<Incident, 'members'>, decisions: readonly D[]): readonly D[] {
  const own = new Set(members.map(m => `${m.document}/${m.event}`))
  return decisions.filter(d => anchorsOf(d).some(({ document, event }) => own.has(`${document}/${event}`)))
}

/** Bodies of the decisions that speak of some of the documents, each once, with what else of them is asked for. */
export async function rowsOn(db: Db, documents: readonly string[]): Promise<readonly { readonly id: string; readonly body: string; readonly change: number; readonly undone_by: string | null }[]> {
  const found = new Map<string, { readonly id: string; readonly body: string; readonly change: number; readonly undone_by: string | null }>()
  await inChunks(documents, async some => {
    for (const row of await db.selectFrom('decisions').innerJoin('decision_events', 'owner', 'number').select(['decisions.id', 'body', 'change', 'undone_by']).where('document', 'in', [...some]).execute()) found.set(row.id, row)
  })
  return [...found.values()]
}
