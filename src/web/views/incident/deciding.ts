/** Sends decisions on an incident, and goes after it where it has another id afterwards. */
import { useNavigate } from '@tanstack/react-router'
import type { Incident } from '../../../core/model/index.ts'
import { askAddress } from '../../api/client.ts'
import { useDecide, type NewDecision, type Page, type StoredIncident } from '../../api/queries.ts'
import { say, sayFailure } from '../../ui/toasts.tsx'

export interface Deciding { readonly send: (decisions: readonly NewDecision[], reason: string | null, done: string) => void; readonly busy: boolean }

export function useDeciding(incident: Incident): Deciding {
  const decide = useDecide(), navigate = useNavigate()
  const follow = async (): Promise<void> => {
    const now = await incidentNow(incident)
    if (now !== null && now !== incident.id) await navigate({ to: '/incidents/$id', params: { id: now } as never, replace: true })
  }
  // Promises, not callbacks of `mutate`: those are lost when a decision takes the incident off the page.
  const undo = (ids: readonly string[]): void => { decide.mutateAsync({ decisions: ids.map(decision => ({ kind: 'undo', decision })) }).then(() => { say('Undone.'); return follow() }).catch(sayFailure) }
  const send = (decisions: readonly NewDecision[], reason: string | null, done: string): void => {
    decide.mutateAsync({ decisions, reason }).then(made => { say(done, { title: 'Undo', does: () => { undo(made.map(d => d.id)) } }); return follow() }).catch(sayFailure)
  }
  return { send, busy: decide.isPending }
}

/** Id of the incident that the first event of this one is in now; null where it is in none. */
async function incidentNow({ members: [first] }: Incident): Promise<string | null> {
  if (first === undefined) return null
  const { rows } = await askAddress<Page<StoredIncident>>('/incidents', { document: first.document, _size: '200' })
  return rows.find(({ incident }) => incident.members.some(m => m.document === first.document && m.event === first.event))?.incident.id ?? null
}
