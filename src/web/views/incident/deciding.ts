/** Sends decisions on an incident, and goes after it where it has another id afterwards. */
import { useNavigate } from '@tanstack/react-router'
import type { Incident } from '../../../core/model/index.ts'
import { useDecide, type NewDecision } from '../../api/queries.ts'
import { incidentOf, useTakeBack } from '../../correct/take-back.ts'
import { say, sayFailure } from '../../ui/toasts.tsx'

export interface Deciding { readonly send: (decisions: readonly NewDecision[], reason: string | null, done: string) => void; readonly busy: boolean }

export function useDeciding(incident: Incident): Deciding {
  const decide = useDecide(), navigate = useNavigate(), takeBack = useTakeBack()
  const follow = async (): Promise<void> => {
    const [first] = incident.members, now = first === undefined ? null : await incidentOf(first)
    if (now !== null && now !== incident.id) await navigate({ to: '/incidents/$id', params: { id: now } as never, replace: true })
  }
  // Promises, not callbacks of `mutate`: those are lost when a decision takes the incident off the page.
  const send = (decisions: readonly NewDecision[], reason: string | null, done: string): void => {
    decide.mutateAsync({ decisions, reason }).then(made => { say(done, { title: 'Undo', does: () => { takeBack(made, 'Undone.').catch(sayFailure) } }); return follow() }).catch(sayFailure)
  }
  return { send, busy: decide.isPending }
}
