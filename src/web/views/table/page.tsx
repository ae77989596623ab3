/** The table: incidents that match, one a line, with the same filters as the map. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, type ReactNode } from 'react'
import { incidentCounts, incidentPages } from '../../api/queries.ts'
import { Chips } from '../../filters/chips.tsx'
import { Filtered } from '../../filters/frame.tsx'
import { filtersOf, withoutFilters, withValue } from '../../filters/search.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { ToSources } from '../../router/links.tsx'
import { useAddress } from '../../router/use-search.ts'
import { EmptyState, ErrorNotice } from '../../ui/states.tsx'
import { BulkBar } from './bulk.tsx'
import { ColumnChoice, ExportChoice } from './choices.tsx'
import { Grid } from './grid.tsx'
import { columnsOf, lineOf } from './line.ts'
import { useSelection } from './selection.ts'
import './table.css'

/** Incidents asked for at a time. */
const PAGE = 200

export default function TablePage(): ReactNode {
  const [search, change] = useAddress(), navigate = useNavigate(), pages = useInfiniteQuery(incidentPages(search, PAGE, lineOf)), counts = useQuery(incidentCounts(search))
  const lines = useMemo(() => pages.data?.pages.flatMap(p => p.rows) ?? [], [pages.data]), ids = useMemo(() => lines.map(l => l.id), [lines])
  const columns = columnsOf(search['columns']), selection = useSelection(ids), chosen = lines.filter(l => selection.chosen.has(l.id))
  const open = (at: number): void => { const id = ids[at]; if (id !== undefined) void navigate({ to: '/incidents/$id', params: { id } as never }) }
  useKeys({ next: () => { selection.moveTo(selection.at + 1) }, previous: () => { selection.moveTo(selection.at - 1) }, open: () => { open(selection.at) }, select: () => { selection.toggle(selection.at) } })
  const total = counts.data?.total
  return (
    <Filtered>{facetsButton => <>
      <div className="toolbar">
        {facetsButton}
        <span className="count" aria-live="polite">{total === undefined ? '…' : `${total.toLocaleString('en')} incident${total === 1 ? '' : 's'}`}</span>
        <Chips search={search} onChange={change} />
        <div className="rest"><ColumnChoice columns={columns} onChange={names => { change(s => withValue(s, 'columns', names), { replace: true }) }} /><ExportChoice search={search} chosen={chosen} columns={columns} /></div>
      </div>
      {chosen.length > 0 && <BulkBar chosen={chosen} columns={columns} onDone={selection.clear} />}
      {pages.error !== null && <div className="page"><ErrorNotice thrown={pages.error} again={() => { void pages.refetch() }} /></div>}
      {total === 0 && lines.length === 0 ? <Nothing filtered={Object.keys(filtersOf(search)).length > 0} onClear={() => { change(withoutFilters(search)) }} />
        : pages.error === null && <Grid lines={lines} columns={columns} total={total ?? lines.length} pending={pages.isPending} sort={search['_sort'] ?? '-date'} selection={selection} more={pages.hasNextPage && !pages.isFetchingNextPage ? () => { void pages.fetchNextPage() } : null} onSort={sort => { change(s => withValue(s, '_sort', sort)) }} onOpen={open} />}
    </>}</Filtered>
  )
}

const Nothing = ({ filtered, onClear }: { readonly filtered: boolean; readonly onClear: () => void }): ReactNode => filtered
  ? <EmptyState title="Nothing matches" actions={<button type="button" className="button primary" onClick={onClear}>Clear all filters</button>}><p>No incident has all that you ask for. Take a filter away, or widen the days.</p></EmptyState>
  : <EmptyState title="No incidents yet" actions={<ToSources />}><p>Incidents appear here once reports have been taken in and coded: one line for each occurrence, however many reports tell of it.</p><p>Drop reports anywhere on the desk, or choose them under Sources.</p></EmptyState>
