/** What is asked and sent about own additions. */
import { keepPreviousData, queryOptions, useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query'
import { askAddress } from '../../api/client.ts'
import type { Page, Report, Schemas } from '../../api/queries.ts'
import { say, sayFailure } from '../../ui/toasts.tsx'
import { sayRecoded, undoing, type Change, type Kind, type OwnEntry, type OwnStep } from './own.ts'

const PATHS = { actor: '/own/actors', place: '/own/places' } as const

export const ownQuery = (kind: Kind) => queryOptions({ queryKey: ['own', kind], queryFn: async ({ signal }) => (await askAddress<Page<OwnEntry>>(PATHS[kind], {}, { signal })).rows })
export const ownHistoryQuery = queryOptions({ queryKey: ['own', 'history'], queryFn: async ({ signal }) => (await askAddress<Page<OwnStep>>('/own/history', {}, { signal })).rows })

/** How many reports hold each of some names: what an addition would have coded anew. */
export const heldQuery = (names: readonly string[]) => queryOptions({
  queryKey: ['documents', 'held', names], enabled: names.length > 0, placeholderData: keepPreviousData, retry: false,
  queryFn: ({ signal }) => Promise.all(names.slice(0, MOST_NAMES).map(async name => ({ name, reports: (await askAddress<Page<Report>>('/documents', { text: `"${name.replaceAll('"', ' ')}"`, _count: 'true', _size: '1' }, { signal }).catch(() => null))?.total ?? 0 }))),
})
/** Names looked for at a time. */
const MOST_NAMES = 12

type Kept = Schemas['OwnKept']

/** Milliseconds for which what follows from a change is waited for. */
const AWAITED_MS = 180_000
let sent = -Infinity

/** Whether somebody here waits for what follows from a change of theirs. */
export const isAwaited = (): boolean => Date.now() - sent < AWAITED_MS

async function send(change: Change): Promise<Kept> {
  sent = Date.now()
  if ('remove' in change) return await askAddress<Kept>(`/own/${encodeURIComponent(change.remove)}`, {}, { method: 'DELETE', body: JSON.stringify({ reason: change.reason }) })
  const { kind, ...entry } = change.put
  return await askAddress<Kept>(PATHS[kind], {}, { method: 'POST', body: JSON.stringify({ ...entry, reason: change.reason }) })
}

/** Keeps a change, and tells what follows from it with a way back. */
export function useOwnChange(): UseMutationResult<Kept, Error, Change> {
  const queries = useQueryClient(), fresh = (): Promise<unknown> => Promise.all([['own'], ['registry'], ['gazetteer'], ['names'], ['incidents', 'registry']].map(queryKey => queries.invalidateQueries({ queryKey })))
  const mutation = useMutation({
    mutationFn: send, onError: thrown => { sayFailure(thrown) },
    onSuccess: async ({ id, recoded }) => {
      await fresh()
      const steps = await queries.fetchQuery({ ...ownHistoryQuery, staleTime: 0 }), step = steps.find(s => s.id === id)
      say(`Kept. ${sayRecoded(recoded)}`, step === undefined ? null : { title: 'Undo', does: () => { void send(undoing(steps, step)).then(async kept => { await fresh(); say(`Undone. ${sayRecoded(kept.recoded)}`) }).catch(sayFailure) } })
    },
  })
  return mutation
}
