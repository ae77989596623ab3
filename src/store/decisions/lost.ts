/** Decisions that stand and yet do nothing, as their event is coded no more or a later one overrules them. */
import { settle } from '../../core/incidents/index.ts'
import type { Analysis, Decision } from '../../core/model/index.ts'
import type { Db } from '../engine/engine.ts'
import { analysesOfDocuments, decidedDocuments } from '../incidents/index-state.ts'
import type { LostDecision } from '../types/decision.ts'
import { activeDecisions } from './active.ts'

/** Each once, the latest first. */
export async function lostDecisions(db: Db): Promise<readonly LostDecision[]> {
  const decisions = await activeDecisions(db)
  if (decisions.length === 0) return []
  const decided = await analysesOfDocuments(db, await decidedDocuments(db)), byId = new Map(decisions.map(d => [d.id, d]))
  const notes = [...settle(decisions, document => decided.get(document) ?? null).notes, ...decisions.flatMap(d => lostAddition(d, decided))]
  const found = new Map(notes.map(({ decision, code, message }) => [decision, { decision: byId.get(decision)!, code: code as LostDecision['code'], message }]))
  return [...found.values()].toSorted((a, b) => (a.decision.at > b.decision.at ? -1 : 1))
}

function lostAddition(d: Decision, decided: ReadonlyMap<string, Analysis>): readonly { readonly decision: string; readonly code: string; readonly message: string }[] {
  if (d.kind !== 'add') return []
  const analysis = decided.get(d.event.document)
  if (analysis?.events.some(e => e.id === d.event.event)) return []
  return [{ decision: d.id, code: 'anchor-lost', message: `Decision ${d.id} (add, by ${d.by}): ${analysis === undefined ? 'there is no report' : 'the words of the event stand no more in report'} ${d.event.document}.` }]
}
