/** Map and timeline: where and when incidents that match took place, and the same as a list. */
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import { pointsQuery, totalsQuery } from '../../api/queries.ts'
import { Chips } from '../../filters/chips.tsx'
import { Filtered, useMedia } from '../../filters/frame.tsx'
import { filtersOf, withoutFilters, withValue, type Search } from '../../filters/search.ts'
import { ToSources } from '../../router/links.tsx'
import { useAddress } from '../../router/use-search.ts'
import { EmptyState, ErrorNotice } from '../../ui/states.tsx'
import { rangeFrom, timelineOf } from './bars.ts'
import { columnsOf, dayText, type Range } from './columns.ts'
import { MapList } from './list.tsx'
import { boundsOf, type Sight } from './mercator.ts'
import { MapPane } from './pane.tsx'
import { nearOf, pickOf } from './pick.ts'
import { Timeline } from './timeline.tsx'
import './map.css'

/** Points and bars are asked for without the days: the brush works on what is here. */
const withoutDays = ({ date__gte: _from, date__lte: _to, date__gt: _gt, date__lt: _lt, ...others }: Search): Search => others

export default function MapPage(): ReactNode {
  const [search, change] = useAddress(), open = withoutDays(search), points = useQuery(pointsQuery(open)), weeks = useQuery(totalsQuery(open, 'week')), beside = useMedia('(min-width: 75rem)')
  const columns = useMemo(() => (points.data === undefined ? null : columnsOf(points.data)), [points.data]), bars = useMemo(() => (weeks.data === undefined ? null : timelineOf(weeks.data)), [weeks.data])
  const asked = useMemo(() => (bars === null ? null : rangeFrom(search, bars)), [search, bars]), [brush, setBrush] = useState<{ readonly range: Range } | null>(null), range = brush === null ? asked : brush.range
  const [sight, setSight] = useState<Sight | null>(null), inSight = search['only'] === 'sight', [listed, setListed] = useState(false), pick = search['pick']
  const days = (next: Range): void => { change(s => withValue(withValue(s, 'date__gte', next === null ? null : dayText(next[0])), 'date__lte', next === null ? null : dayText(next[1]))); setBrush(null) }
  const listSearch: Search = { ...search, ...nearOf(pick), ...pick === undefined && inSight && sight !== null ? { bbox: boundsOf(sight).map(d => d.toFixed(3)).join(',') } : {} }
  const list = <MapList search={listSearch} title={pick === undefined ? 'Incidents' : 'At this place'} onClear={pick === undefined ? null : () => { change(s => withValue(s, 'pick', null), { replace: true }) }} inSight={inSight} onInSight={on => { change(s => withValue(s, 'only', on ? 'sight' : null), { replace: true }) }} />
  const empty = weeks.data?.length === 0 && points.data?.latitude.length === 0
  return (
    <Filtered leaveOut={['date']}>{facetsButton => <>
      <div className="toolbar">
        {facetsButton}
        <span className="count" aria-live="polite">{columns === null ? points.error === null ? '…' : '' : `${columns.count.toLocaleString('en')} on the map${columns.cut ? ' (more match)' : ''}`}</span>
        <Chips search={search} onChange={change} />
        {!beside && <div className="rest"><button type="button" className="button small" aria-pressed={listed} onClick={() => { setListed(!listed) }}>List</button></div>}
      </div>
      {points.error !== null && <div className="page"><ErrorNotice thrown={points.error} again={() => { void points.refetch() }} /></div>}
      {empty ? <Nothing filtered={Object.keys(filtersOf(search)).length > 0} onClear={() => { change(withoutFilters(search)) }} /> : <div className="map-view">
        <div className="map-main">
          <MapPane columns={columns} range={range} at={search['at']} onAt={at => { change(s => withValue(s, 'at', at), { replace: true }) }} onSight={setSight} onPick={(picked, now) => { change(s => withValue(s, 'pick', picked === null ? null : pickOf(picked, now)), { replace: true }); if (picked !== null) setListed(true) }} />
          {bars === null ? <div className="timeline" /> : <Timeline bars={bars} range={range} onBrush={next => { setBrush({ range: next }) }} onDone={days} />}
        </div>
        {(beside || listed) && list}
      </div>}
    </>}</Filtered>
  )
}

const Nothing = ({ filtered, onClear }: { readonly filtered: boolean; readonly onClear: () => void }): ReactNode => filtered
  ? <EmptyState title="Nothing to show on the map" actions={<button type="button" className="button primary" onClick={onClear}>Clear all filters</button>}><p>No incident matches, or none of those that do has a place that is known. The table shows incidents without a place too.</p></EmptyState>
  : <EmptyState title="Nothing on the map yet" actions={<ToSources />}><p>Drop reports anywhere on the desk: news as text, saved pages, feeds, archives. Casus codes what they say happened, and each incident stands here where and when it took place. Nothing leaves this machine.</p></EmptyState>
