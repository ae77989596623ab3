/** What happens at the server while the desk is open: one stream for the whole page, and what is kept made stale by it. */
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import type { Work } from './intake.ts'

/** `work` is null until the stream has told; `change` is the number of the last change, null before it has told. */
export interface Live { readonly work: Omit<Work, 'failures'> | null; readonly change: number | null }

/** Answers asked anew at once when anything changed; others are asked when they are next shown. */
const AT_ONCE = [['sources'], ['work'], ['intake'], ['tasks']]
/** Milliseconds between two rounds of asking anew while a great deal changes. */
const PAUSE = 1500

let now: Live = { work: null, change: null }
const watchers = new Set<() => void>()
const tell = (next: Live): void => { now = next; for (const watcher of watchers) watcher() }

export const useLive = (): Live => useSyncExternalStore(watcher => { watchers.add(watcher); return () => { watchers.delete(watcher) } }, () => now)

/** Listens while the part is mounted, anew for another person; for the shell, once. */
export function useListening(user: string | null): void {
  const queries = useQueryClient()
  useEffect(() => {
    const stream = new EventSource('/api/v1/events'), stale = paused(queries)
    stream.addEventListener('work', event => { tell({ ...now, work: JSON.parse(event.data as string) as Work }) })
    stream.addEventListener('change', event => {
      const { last } = JSON.parse(event.data as string) as { readonly last: number }
      if (last === now.change) return
      if (now.change !== null) stale()
      tell({ ...now, change: last })
    })
    return () => { stream.close() }
  }, [queries, user])
}

/** Incidents on the page are left as they are until asked for: what a person reads does not move under them. */
function paused(queries: QueryClient): () => void {
  let waiting = false
  return () => {
    if (waiting) return
    waiting = true
    setTimeout(() => {
      waiting = false
      void queries.invalidateQueries({ refetchType: 'none' })
      for (const queryKey of AT_ONCE) void queries.invalidateQueries({ queryKey })
    }, PAUSE)
  }
}
