/** Takes decisions back, and goes to the incident they were made on where that has another id now. */
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import type { EventRef, Incident } from '../../core/model/index.ts'
import { askAddress } from '../api/client.ts'
import { incidentQuery, useDecide, type Page, type StoredIncident } from '../api/queries.ts'
import { say } from '../ui/toasts.tsx'

/** A decision as the interface gives it, with the events of its kind. */
export interface Taken { readonly id: string; readonly kind: string; readonly [field: string]: unknown }

/** Undoes what was decided together; `done` says so. Rejects where the server refuses. */
export function useTakeBack(): (together: readonly Taken[], done: string) => Promise<void> {
  const decide = useDecide(), router = useRouter(), queries = useQueryClient()
  return async (together, done) => {
    const shown = shownIn(router.state.location.pathname), before = shown === null ? null : await queries.fetchQuery({ ...incidentQuery(shown), staleTime: Number.POSITIVE_INFINITY }).then(s => s.incident, () => null), eventsOf = together.flatMap(refsOf)
    await decide.mutateAsync({ decisions: together.map(d => ({ kind: 'undo', decision: d.id })) })
    const own = before === null ? undefined : eventsOf.find(ref => isMember(before, ref)), event = own ?? eventsOf[0], now = event === undefined ? null : await incidentOf(event), merged = together.some(d => d.kind === 'merge')
    const go = (): void => { if (now !== null) void router.navigate({ to: '/incidents/$id', params: { id: now } as never, replace: own !== undefined }) }
    if (own === undefined) { say(done, now === null || now === shown ? null : { title: 'Show the incident', does: go }); return }
    if (now !== null && now !== shown) go()
    say(merged && now !== null ? `${done} They are two again; this is the one it was merged from.` : done)
  }
}

const shownIn = (path: string): string | null => { const found = /^\/incidents\/([^/]+)\/?$/.exec(path)?.[1]; return found === undefined ? null : decodeURIComponent(found) }
/** The one that was looked at first. */
const refsOf = (d: Taken): readonly EventRef[] => ['a', 'event', 'from', 'b', 'to'].flatMap(name => { const ref = d[name]; return typeof ref === 'object' && ref !== null && 'document' in ref ? [ref as EventRef] : [] })
const isMember = ({ members }: Incident, { document, event }: EventRef): boolean => members.some(m => m.document === document && m.event === event)

/** Id of the incident that an event is in now; null where it is in none. */
export async function incidentOf({ document, event }: EventRef): Promise<string | null> {
  const { rows } = await askAddress<Page<StoredIncident>>('/incidents', { document, _size: '200' })
  return rows.find(({ incident }) => isMember(incident, { document, event }))?.incident.id ?? null
}
