/** Questions and orders of taking in: feeds, files, and how the work goes. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { askAddress } from './client.ts'
import type { Counted, Page, Report, Schemas } from './queries.ts'

export type Source = Schemas['Source']
export type Work = Schemas['Work']
export type Upload = Schemas['Upload']
export type Followed = Schemas['Followed']

export const sourcesQuery = queryOptions({ queryKey: ['sources'], queryFn: async ({ signal }) => (await askAddress<Page<Source>>('/sources', {}, { signal })).rows })
export const workQuery = queryOptions({ queryKey: ['work'], queryFn: ({ signal }) => askAddress<Work>('/work', {}, { signal }) })

/** How many reports there are, and how many are set aside for each reason. */
export const reportCounts = queryOptions({
  queryKey: ['intake', 'counts'],
  queryFn: async ({ signal }) => {
    const { total, facets } = await askAddress<Page<Report>>('/documents', { _size: '1', _count: 'true', _facet: 'setAside' }, { signal })
    return { total: total ?? 0, aside: (facets['setAside'] ?? []).filter((v): v is Counted & { readonly value: string } => typeof v.value === 'string') }
  },
})

export const asideQuery = (reason: string) => queryOptions({ queryKey: ['intake', 'aside', reason], queryFn: async ({ signal }) => (await askAddress<Page<Report>>('/documents', { setAside: reason, _size: '50', _sort: '-added' }, { signal })).rows })

/** How many incidents some reports tell of, asked anew once the work is done. An id with a comma cannot be asked for among others, so it is left out. */
export const incidentsOfReports = (ids: readonly string[], busy: boolean) => queryOptions({
  queryKey: ['intake', 'incidents', ids, busy], enabled: ids.length > 0, placeholderData: keepPreviousData,
  queryFn: async ({ signal }) => (await askAddress<Page<unknown>>('/incidents', { document__in: idsParameter(ids), _size: '1', _count: 'true' }, { signal })).total ?? 0,
})

/** Longest list of ids that an address carries well. */
const LONGEST = 3000

/** Ids as one parameter, as many as an address carries. */
export function idsParameter(ids: readonly string[]): string {
  let out = ''
  for (const id of ids) if (!id.includes(',') && out.length + id.length < LONGEST) out += out === '' ? id : `,${id}`
  return out
}

export const putSource = (body: { readonly address: string; readonly title?: string | null; readonly enabled?: boolean }): Promise<Source> => askAddress('/sources', {}, { method: 'POST', body: JSON.stringify(body) })
export const removeSource = (address: string): Promise<unknown> => askAddress('/sources', { address }, { method: 'DELETE' })

/** Asks one feed now, or all of them in the background. */
export const askNow = (address: string | null): Promise<Followed> => askAddress('/sources/fetch', {}, { method: 'POST', body: JSON.stringify({ address }) })
