/** What charts ask of the interface. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { askAddress } from '../api/client.ts'
import type { Page, StoredIncident, Total } from '../api/queries.ts'
import { seriesOf, timesOf, type Series } from './series.ts'
import { unitFor, type Unit } from './time.ts'
import { filtersOf, type Search } from '../filters/search.ts'

/** Charts of one split, at most. */
export const MOST_CHARTS = 12

export interface Counted { readonly unit: Unit; readonly series: readonly Series[]; readonly times: readonly string[] }

/** The days of the earliest and the latest of what is asked for; what is only known to end on a day stands there. */
async function spanOf(search: Search, signal: AbortSignal): Promise<readonly [string | null, string | null]> {
  const end = async (sort: string): Promise<string | null> => {
    const date = (await askAddress<Page<StoredIncident>>('/incidents', { ...search, date__isnull: 'false', _sort: sort, _size: '1' }, { signal })).rows[0]?.incident.date
    return date?.start ?? date?.end ?? null
  }
  return Promise.all([end('date'), end('-date')])
}

/** The unit that fits what is asked for, or the one that was chosen. */
export const unitQuery = (search: Search, chosen: Unit | null) => queryOptions({ queryKey: ['incidents', 'unit', filtersOf(search), chosen], queryFn: async ({ signal }) => chosen ?? unitFor(...await spanOf(filtersOf(search), signal)), placeholderData: keepPreviousData })

/** All incidents that match, by time and standing; with a split one series for each of its most frequent values. */
export const seriesQuery = (search: Search, unit: Unit | undefined, split: string | null) => queryOptions({
  queryKey: ['incidents', 'series', filtersOf(search), unit, split], enabled: unit !== undefined, placeholderData: keepPreviousData,
  queryFn: async ({ signal }): Promise<Counted> => {
    const by = split === null ? `${unit!},standing` : `${unit!},${split},standing`, { rows } = await askAddress<Page<Total>>('/aggregates', { ...filtersOf(search), by, ...split === null ? {} : { top: `${MOST_CHARTS}` } }, { signal })
    const series = seriesOf(rows, unit!, split !== null)
    return { unit: unit!, series, times: timesOf(series, unit!) }
  },
})
