/** `u` undoes the last decision of who is signed in, with a word of what it was. */
import { useQueryClient } from '@tanstack/react-query'
import { decisionsQuery, type Decision } from '../api/queries.ts'
import { useSession } from '../api/session.ts'
import { useTakeBack } from '../correct/take-back.ts'
import { say, sayFailure } from '../ui/toasts.tsx'

export function useUndo(): (() => void) | undefined {
  const session = useSession(), takeBack = useTakeBack(), queries = useQueryClient()
  if (session === null) return undefined
  return () => {
    void lastOf(session.user).then(async together => {
      const last = together[0]
      if (last === undefined) { say('You have decided nothing that could be undone.'); return }
      await takeBack(together, `Undone: ${last.kind}${last.reason === null ? '' : ` (${last.reason})`}.`)
    }).catch(sayFailure)
  }
  /** What was decided together, by one press. */
  async function lastOf(user: string): Promise<readonly Decision[]> {
    const rows = await queries.fetchQuery({ ...decisionsQuery({ by: user, undone: 'false', _sort: '-change', _size: '500' }), staleTime: 0 })
    const last = rows.find(d => d.kind !== 'undo')
    return rows.filter(d => d.kind !== 'undo' && d.change === last?.change)
  }
}
