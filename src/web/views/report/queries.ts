/** What the view of a report asks of the interface. */
import { queryOptions } from '@tanstack/react-query'
import type { Explained, Incident } from '../../../core/index.ts'
import { askAddress } from '../../api/client.ts'
import type { Page, StoredIncident } from '../../api/queries.ts'

export const explanationQuery = (id: string) => queryOptions({ queryKey: ['documents', 'explanation', id], staleTime: 300_000, queryFn: ({ signal }) => askAddress<Explained>(`/documents/${encodeURIComponent(id)}/explanation`, {}, { signal }) })

export interface SeenText { readonly revision: number; readonly sha256: string; readonly text: string; readonly at: string }
export const textsQuery = (id: string) => queryOptions({ queryKey: ['documents', 'texts', id], queryFn: ({ signal }) => askAddress<readonly SeenText[]>(`/documents/${encodeURIComponent(id)}/texts`, {}, { signal }) })

/** The incidents that the report tells of, by the id of its event. */
export const toldQuery = (id: string) => queryOptions({
  queryKey: ['incidents', 'of-report', id],
  queryFn: async ({ signal }): Promise<ReadonlyMap<string, Incident>> => {
    const { rows } = await askAddress<Page<StoredIncident>>('/incidents', { document: id, _size: '1000' }, { signal })
    return new Map(rows.flatMap(({ incident }) => incident.members.filter(m => m.document === id).map(m => [m.event, incident] as const)))
  },
})
