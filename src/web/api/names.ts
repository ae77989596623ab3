/** Names of what filters and charts know by ids: asked once, kept for a while. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { countryName, sayValue } from '../filters/words.ts'
import { askAddress } from './client.ts'
import type { Page } from './queries.ts'

interface Named { readonly id: string | null; readonly name: string; readonly country?: string | null }

const SIDES: ReadonlySet<string> = new Set(['actor', 'recipient', 'participant'])

/** Names of values: ids of actors and places become names, codes become words. A value with a comma is no id. */
export const namesQuery = (field: string | null, values: readonly string[]) => queryOptions({
  queryKey: ['names', field !== null && SIDES.has(field) ? 'actor' : field, values], enabled: field !== null && values.length > 0, staleTime: 300_000, placeholderData: keepPreviousData,
  queryFn: async ({ signal }): Promise<ReadonlyMap<string, string>> => {
    const ids = values.filter(v => !v.includes(',')).join(','), sides = field !== null && SIDES.has(field)
    if (!sides && field !== 'place' || ids === '') return new Map(values.map(v => [v, sayValue(field ?? '', v)]))
    const { rows } = await askAddress<Page<Named>>(sides ? '/registry/actors' : '/places', sides ? { id: ids } : { id__in: ids, _size: '1000' }, { signal })
    return new Map(rows.flatMap(r => (r.id === null ? [] : [[r.id, !sides && r.country != null ? `${r.name}, ${countryName(r.country)}` : r.name] as const])))
  },
})
