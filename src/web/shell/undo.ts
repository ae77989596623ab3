/** `u` undoes the last decision of who is signed in, with a word of what it was. */
import { useQueryClient } from '@tanstack/react-query'
import { decisionsQuery, useDecide, type Decision } from '../api/queries.ts'
import { useSession } from '../api/session.ts'
import { say, sayFailure } from '../ui/toasts.tsx'

export function useUndo(): (() => void) | undefined {
  const session = useSession(), decide = useDecide(), queries = useQueryClient()
  if (session === null) return undefined
  return () => {
    void lastOf(session.user).then(last => {
      if (last === undefined) { say('You have decided nothing that could be undone.'); return }
      decide.mutate({ decisions: [{ kind: 'undo', decision: last.id }] }, { onSuccess: () => { say(`Undone: ${last.kind}${last.reason === null ? '' : ` (${last.reason})`}.`) }, onError: sayFailure })
    }).catch(sayFailure)
  }
  async function lastOf(user: string): Promise<Decision | undefined> {
    const rows = await queries.fetchQuery({ ...decisionsQuery({ by: user, undone: 'false', _sort: '-change', _size: '20' }), staleTime: 0 })
    return rows.find(d => d.kind !== 'undo')
  }
}
