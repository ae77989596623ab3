/** The questions that several views ask, with the keys under which their answers are kept. */
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query'
import type { Analysis, Incident } from '../../core/model/index.ts'
import { filtersOf, type Search } from '../filters/search.ts'
import { askAddress } from './client.ts'
import type { components } from './schema.ts'

export type Schemas = components['schemas']
export interface Page<T> { readonly rows: readonly T[]; readonly next: string | null; readonly total: number | null; readonly facets: Readonly<Record<string, readonly Counted[]>> }
/** `name` is there where the value is an id of something that has one. */
export interface Counted { readonly value: string | number | boolean | null; readonly name?: string; readonly count: number }
export interface StoredIncident { readonly incident: Incident; readonly since: number; readonly until: number | null; readonly at: string }
export type Report = Schemas['Document']
/** What a map draws: the columns that the desk asks for. */
export type Points = Required<Pick<Schemas['Points'], 'latitude' | 'longitude' | 'type' | 'date' | 'end' | 'precision' | 'cut'>>
const POINTS = { columns: 'latitude,longitude,type,date,end,precision' } as const
export type Total = Schemas['AggregateRow']
export type Decision = Schemas['Decision'] & Readonly<Record<string, unknown>>

/** A decision to send, as the interface takes it. */
export type NewDecision = Readonly<Record<string, unknown>> & { readonly kind: string }

/** Pages of incidents in the order that `_sort` of the address says. */
export const incidentPages = <Row = StoredIncident>(search: Search, size = 100, slim: (row: StoredIncident) => Row = row => row as Row) => infiniteQueryOptions({
  queryKey: ['incidents', 'pages', filtersOf(search), search['_sort'] ?? '-date', size, slim.name],
  queryFn: async ({ pageParam, signal }): Promise<{ readonly rows: readonly Row[]; readonly next: string | null }> => {
    const { rows, next } = await askAddress<Page<StoredIncident>>('/incidents', { ...filtersOf(search), _sort: search['_sort'] ?? '-date', _size: `${size}`, ...pageParam === null ? {} : { _next: pageParam } }, { signal })
    return { rows: rows.map(slim), next }
  },
  initialPageParam: null as string | null, getNextPageParam: page => page.next, placeholderData: keepPreviousData,
})

/** How many incidents match, and how often each value of some fields occurs among them. */
export const incidentCounts = (search: Search, fields: readonly string[] = []) => queryOptions({
  queryKey: ['incidents', 'counts', filtersOf(search), fields],
  queryFn: async ({ signal }) => { const { total, facets } = await askAddress<Page<StoredIncident>>('/incidents', { ...filtersOf(search), _size: '1', _count: 'true', ...fields.length === 0 ? {} : { _facet: fields.join(',') } }, { signal }); return { total: total ?? 0, facets } },
  placeholderData: keepPreviousData,
})

export const incidentQuery = (id: string) => queryOptions({ queryKey: ['incidents', 'one', id], queryFn: ({ signal }) => askAddress<StoredIncident>(`/incidents/${encodeURIComponent(id)}`, {}, { signal }) })
export const historyQuery = (id: string) => queryOptions({ queryKey: ['incidents', 'history', id], queryFn: async ({ signal }) => (await askAddress<Page<StoredIncident>>(`/incidents/${encodeURIComponent(id)}/history`, {}, { signal })).rows })
export const reportQuery = (id: string) => queryOptions({ queryKey: ['documents', 'one', id], staleTime: 60_000, queryFn: ({ signal }) => askAddress<Report>(`/documents/${encodeURIComponent(id)}`, {}, { signal }) })
export const analysisQuery = (id: string) => queryOptions({ queryKey: ['documents', 'analysis', id], queryFn: async ({ signal }) => (await askAddress<{ readonly analysis: Analysis }>(`/documents/${encodeURIComponent(id)}/analysis`, {}, { signal })).analysis })
export const pointsQuery = (search: Search) => queryOptions({ queryKey: ['incidents', 'points', filtersOf(search)], queryFn: ({ signal }) => askAddress<Points>('/points', { ...filtersOf(search), ...POINTS }, { signal }), placeholderData: keepPreviousData })
export const totalsQuery = (search: Search, by: string) => queryOptions({ queryKey: ['incidents', 'totals', filtersOf(search), by], queryFn: async ({ signal }) => (await askAddress<Page<Total>>('/aggregates', { ...filtersOf(search), by }, { signal })).rows, placeholderData: keepPreviousData })
/** Some incidents, to choose one among. */
export const nearbyQuery = (search: Search) => queryOptions({ queryKey: ['incidents', 'nearby', search], queryFn: async ({ signal }) => (await askAddress<Page<StoredIncident>>('/incidents', { ...search, _size: '40' }, { signal })).rows })
export const linksQuery = (search: Search) => queryOptions({ queryKey: ['incidents', 'links', search], queryFn: async ({ signal }) => (await askAddress<Page<Schemas['LinkRow']>>('/links', search, { signal })).rows })
export const decisionsQuery = (search: Search) => queryOptions({ queryKey: ['decisions', search], queryFn: async ({ signal }) => (await askAddress<Page<Decision>>('/decisions', search, { signal })).rows })

/** What people decided on an incident, whatever ids its events had then. */
export const decidedOnQuery = (id: string) => queryOptions({ queryKey: ['decisions', 'on', id], queryFn: async ({ signal }) => (await askAddress<Page<Decision>>(`/incidents/${encodeURIComponent(id)}/decisions`, {}, { signal })).rows })

/** Decides; what is on the page is asked anew afterwards. */
export function useDecide(): UseMutationResult<readonly Decision[], Error, { readonly decisions: readonly NewDecision[]; readonly reason?: string | null }> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ decisions, reason = null }) => askAddress<readonly Decision[]>('/decisions', {}, { method: 'POST', body: JSON.stringify({ decisions, reason }) }),
    onSuccess: () => { for (const key of [['incidents'], ['decisions'], ['tasks'], ['documents', 'analysis'], ['documents', 'explanation']]) void queries.invalidateQueries({ queryKey: key }) },
  })
}
