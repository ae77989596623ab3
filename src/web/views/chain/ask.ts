/** What the view asks: the links around an incident, as far as they reach, and the incidents they join. */
import { queryOptions } from '@tanstack/react-query'
import type { EventRef, Incident, Span } from '../../../core/model/index.ts'
import { askAddress } from '../../api/client.ts'
import type { Page, StoredIncident } from '../../api/queries.ts'
import type { Link } from './layout.ts'

export interface Sentenced extends Link { readonly evidence: readonly (EventRef & { readonly span: Span })[] }

/** Incidents of one chain, and ids of one question, at most. */
const MOST = 150, PART = 60

const parts = <T>(all: readonly T[]): readonly (readonly T[])[] => Array.from({ length: Math.ceil(all.length / PART) }, (_, i) => all.slice(i * PART, (i + 1) * PART))
const linksBy = async (end: 'from' | 'to', ids: readonly string[], signal: AbortSignal): Promise<readonly Sentenced[]> => (await Promise.all(parts(ids).map(some => askAddress<Page<Sentenced>>('/links', { [`${end}__in`]: some.join(','), _size: '1000' }, { signal })))).flatMap(p => p.rows)

async function around(id: string, signal: AbortSignal): Promise<{ readonly links: readonly Sentenced[]; readonly cut: boolean }> {
  const links = new Map<string, Sentenced>(), seen = new Set([id])
  for (let edge: readonly string[] = [id]; edge.length > 0 && seen.size < MOST;) {
    const found = [...await linksBy('from', edge, signal), ...await linksBy('to', edge, signal)], next = new Set<string>()
    for (const link of found) { links.set(link.id, link); for (const other of [link.from, link.to]) if (!seen.has(other)) { seen.add(other); next.add(other) } }
    edge = [...next]
  }
  return { links: [...links.values()], cut: seen.size >= MOST }
}

async function incidentsOf(ids: readonly string[], signal: AbortSignal): Promise<readonly Incident[]> {
  return (await Promise.all(parts(ids).map(some => askAddress<Page<StoredIncident>>('/incidents', { id__in: some.join(','), _size: '1000' }, { signal })))).flatMap(p => p.rows.map(r => r.incident))
}

/** The chain that an incident is in. */
export const chainQuery = (id: string) => queryOptions({ queryKey: ['incidents', 'chain', id], queryFn: async ({ signal }) => {
  const { links, cut } = await around(id, signal), incidents = await incidentsOf([...new Set([id, ...links.flatMap(l => [l.from, l.to])])].slice(0, 2 * MOST), signal)
  return { links, incidents, cut }
} })

/** Links of the whole dataset, to find chains among. */
export const allLinksQuery = queryOptions({ queryKey: ['incidents', 'chain', 'all'], queryFn: async ({ signal }) => (await askAddress<Page<Sentenced>>('/links', { _size: '2000' }, { signal })).rows })

export const someIncidentsQuery = (ids: readonly string[]) => queryOptions({ queryKey: ['incidents', 'some', ids], enabled: ids.length > 0, queryFn: ({ signal }) => incidentsOf(ids, signal) })
