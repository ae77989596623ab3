/** What the views of actors and places ask of the interface. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { askAddress, type Address } from '../../api/client.ts'
import type { GazetteerPlace } from '../../api/gazetteer.ts'
import type { Page, Schemas } from '../../api/queries.ts'

export type ActorCount = Schemas['ActorCount']
export type PlaceCount = Schemas['PlaceCount']
export type RegisteredActor = Schemas['RegisteredActor']

/** What a list is narrowed to, as it stands in the address. */
export interface Narrowed { readonly words: string; readonly role: 'actor' | 'recipient' | null; readonly byName: boolean }

export const narrowedOf = (search: Readonly<Record<string, string>>): Narrowed => ({ words: (search['q'] ?? '').trim(), role: search['role'] === 'actor' || search['role'] === 'recipient' ? search['role'] : null, byName: search['order'] === 'name' })

const SIZE = 100
const sortOf = ({ byName }: Narrowed): string => (byName ? 'name' : '-incidents')

/** Pages of those that incidents name. */
export const countedPages = <Row>(path: '/actors' | '/places', narrowed: Narrowed) => infiniteQueryOptions({
  queryKey: ['incidents', path, narrowed],
  queryFn: ({ pageParam, signal }) => askAddress<Page<Row>>(path, { _sort: sortOf(narrowed), _size: `${SIZE}`, ...narrowed.words === '' ? {} : { name__contains: narrowed.words }, ...path === '/actors' && narrowed.role !== null ? { role: narrowed.role } : {}, ...pageParam === null ? {} : { _next: pageParam } }, { signal }),
  initialPageParam: null as string | null, getNextPageParam: page => page.next, placeholderData: keepPreviousData,
})

export interface KnownActor { readonly known: RegisteredActor; readonly incidents: number }

/** Actors of the registry that the words find, by any of their names, with how many incidents have them. */
export const registryQuery = (words: string) => queryOptions({
  queryKey: ['incidents', 'registry', words], enabled: words.length > 1, placeholderData: keepPreviousData,
  queryFn: async ({ signal }): Promise<readonly KnownActor[]> => {
    const { rows } = await askAddress<Page<RegisteredActor>>('/registry/actors', { q: words, _size: '40' }, { signal })
    if (rows.length === 0) return []
    const { rows: counts } = await askAddress<Page<ActorCount>>('/actors', { id__in: rows.map(r => r.id).join(','), _size: '100' }, { signal }), byId = new Map(counts.map(c => [c.id, c.incidents]))
    return rows.map(known => ({ known, incidents: byId.get(known.id) ?? 0 }))
  },
})

/** Entries are asked for as lists: where there is none the list is empty, which is no failure. An id with a comma is none. */
const entryOf = async <T>(path: Address, id: string, signal: AbortSignal): Promise<T | null> => (id.includes(',') ? null : (await askAddress<Page<T>>(path, { id }, { signal })).rows[0] ?? null)

export const registeredQuery = (id: string) => queryOptions({ queryKey: ['registry', id], queryFn: ({ signal }) => entryOf<RegisteredActor>('/registry/actors', id, signal) })
export const placeQuery = (id: string) => queryOptions({ queryKey: ['gazetteer', 'one', id], queryFn: ({ signal }) => entryOf<GazetteerPlace>('/gazetteer', id, signal) })

/** The gazetteer's names for places that reports write in capitals alone. */
export const quietNamesQuery = (rows: readonly PlaceCount[]) => {
  const loud = rows.flatMap(({ id, name }) => (id !== null && !id.includes(',') && name === name.toUpperCase() ? [id] : []))
  return queryOptions({
    queryKey: ['gazetteer', 'names', loud], enabled: loud.length > 0, placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<ReadonlyMap<string, string>> => new Map((await askAddress<Page<GazetteerPlace>>('/gazetteer', { id: loud.join(','), _size: '1000' }, { signal })).rows.map(p => [p.id, p.name])),
  })
}

/** What incidents say of one: its name there, and how many there are. */
export const countOf = <Row>(path: '/actors' | '/places', id: string) => queryOptions({ queryKey: ['incidents', path, 'one', id], queryFn: async ({ signal }) => (await askAddress<Page<Row>>(path, { id, _size: '1' }, { signal })).rows[0] ?? null })
