/** The same incidents as a list beside the map: all that match, those at a place that was clicked, or those in sight. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { incidentPages } from '../../api/queries.ts'
import type { Search } from '../../filters/search.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { IncidentLink } from '../../router/links.tsx'
import { AddedBadge, DisputedBadge, GradeBadge, TypeMark } from '../../ui/marks.tsx'
import { Bones, ErrorNotice } from '../../ui/states.tsx'
import { Said } from '../../ui/text.tsx'
import { lineOf } from '../table/line.ts'

interface ListProps { readonly search: Search; readonly title: string; readonly onClear: (() => void) | null; readonly inSight: boolean; readonly onInSight: (on: boolean) => void }

export function MapList({ search, title, onClear, inSight, onInSight }: ListProps): ReactNode {
  const pages = useInfiniteQuery(incidentPages(search, 30, lineOf)), lines = useMemo(() => pages.data?.pages.flatMap(p => p.rows) ?? [], [pages.data]), [at, setAt] = useState(0), list = useRef<HTMLOListElement>(null), navigate = useNavigate()
  useEffect(() => { list.current?.children[at]?.scrollIntoView({ block: 'nearest' }) }, [at])
  useKeys({ next: () => { setAt(Math.min(lines.length - 1, at + 1)) }, previous: () => { setAt(Math.max(0, at - 1)) }, open: () => { const line = lines[at]; if (line !== undefined) void navigate({ to: '/incidents/$id', params: { id: line.id } as never }) } })
  return (
    <section className="map-list" aria-label="Incidents as a list">
      <header><h2>{title}</h2>{onClear !== null && <button type="button" className="button plain small" onClick={onClear}>All places</button>}</header>
      {onClear === null && <label className="in-sight"><input type="checkbox" checked={inSight} onChange={event => { onInSight(event.target.checked) }} /> Only what the map shows</label>}
      {pages.error !== null && <ErrorNotice thrown={pages.error} again={() => { void pages.refetch() }} />}
      {pages.isPending ? <Bones lines={8} /> : (
        <ol ref={list} tabIndex={-1}>{lines.map((l, n) => (
          <li key={l.id} className={n === at ? 'at' : ''}>
            <p><IncidentLink id={l.id}><TypeMark type={l.type} mode={l.mode} /></IncidentLink><span className="quiet">{l.date}</span></p>
            <p><Said text={[l.actors, l.recipients].filter(Boolean).join(' → ')} longest={90} /></p>
            <p className="quiet">{l.precision === 'province' || l.precision === 'country' ? 'somewhere in ' : ''}<Said text={l.place === '' ? 'no place' : l.place} longest={60} />{l.killed !== '' && <b> · {l.killed} killed</b>}</p>
            <p><GradeBadge grade={l.grade} />{l.disputed && <DisputedBadge />}<AddedBadge by={l.addedBy} /></p>
          </li>
        ))}</ol>
      )}
      {!pages.isPending && pages.error === null && lines.length === 0 && <p className="quiet none">Nothing here. Move the map, widen the days or take a filter away.</p>}
      {pages.hasNextPage && <button type="button" className="button small more" disabled={pages.isFetchingNextPage} onClick={() => { void pages.fetchNextPage() }}>More</button>}
    </section>
  )
}
