/** Trends: incidents and tolls over time, in all and split into small charts; every bar opens what it counts. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Chart } from '../../charts/chart.tsx'
import { Figures, Legend } from '../../charts/figures.tsx'
import { denseSpan, type Series } from '../../charts/series.ts'
import { firstDay, lastDay, sayTime, type Unit } from '../../charts/time.ts'
import { Chips } from '../../filters/chips.tsx'
import { Filtered } from '../../filters/frame.tsx'
import { filtersOf, withoutFilters, withValue, type Search } from '../../filters/search.ts'
import { useAddress, type ChangeSearch } from '../../router/use-search.ts'
import { ToSources, ViewLink } from '../../router/links.tsx'
import { Bones, EmptyState, ErrorNotice } from '../../ui/states.tsx'
import { askedOf, type Asked } from './asked.ts'
import { Choices } from './choices.tsx'
import { seriesQuery, unitQuery, type Counted } from '../../charts/questions.ts'
import { Multiples } from './multiples.tsx'
import './trends.css'

export default function TrendsPage(): ReactNode {
  const [search, change] = useAddress(), asked = askedOf(search), unit = useQuery(unitQuery(search, asked.unit)), all = useQuery(seriesQuery(search, unit.data, null)), error = unit.error ?? all.error
  return (
    <Filtered>{facetsButton => <>
      <div className="toolbar trends-bar">{facetsButton}<Choices asked={asked} unit={unit.data} onChange={(name, value) => { change(s => withValue(s, name, value)) }} /><Chips search={search} onChange={change} /></div>
      <div className="trends" aria-busy={all.isFetching}>
        {error !== null ? <ErrorNotice thrown={error} again={() => { void unit.refetch(); void all.refetch() }} /> : all.data === undefined ? <Waiting /> : all.data.series.length === 0 ? <Nothing filtered={Object.keys(filtersOf(search)).length > 0} onClear={() => { change(withoutFilters(search)) }} /> : <Shown counted={all.data} asked={asked} search={search} change={change} />}
      </div>
    </>}</Filtered>
  )
}

interface ShownProps { readonly counted: Counted; readonly asked: Asked; readonly search: Search; readonly change: ChangeSearch }

function Shown({ counted, asked, search, change }: ShownProps): ReactNode {
  const [one] = counted.series, { unit, times } = counted, filters = filtersOf(search)
  if (one === undefined) return null
  const onSpan = (from: string, to: string): void => { change(s => ({ ...s, date__gte: firstDay(unit, from), date__lte: lastDay(unit, to) })) }
  return (
    <>
      <section className="card trend all" aria-label="All incidents">
        <header><h2>All that match</h2><Legend tolls={asked.measure !== 'incidents'} /></header>
        <Chart name={`All incidents by ${unit}`} series={one} times={times} unit={unit} measure={asked.measure} search={filters} onSpan={onSpan} />
        <Closer series={one} times={times} unit={unit} onSpan={onSpan} />
        <Notes series={one} times={times} unit={unit} asked={asked} search={filters} />
        <Figures name="all incidents" series={one} unit={unit} search={filters} />
      </section>
      {asked.split !== null && <Multiples asked={asked} unit={unit} times={times} search={search} />}
    </>
  )
}

/** Offers the times in which nearly all lies, where a few incidents stretch the chart. */
function Closer({ series, times, unit, onSpan }: { readonly series: Series; readonly times: readonly string[]; readonly unit: Unit; readonly onSpan: (from: string, to: string) => void }): ReactNode {
  const dense = denseSpan(series, times)
  return dense === null ? null : <p><button type="button" className="button small" onClick={() => { onSpan(dense.from, dense.to) }}>Look closer: {sayTime(unit, dense.from)}{dense.to === dense.from ? '' : ` to ${sayTime(unit, dense.to)}`}, {dense.incidents.toLocaleString('en')} of {series.total.incidents.toLocaleString('en')}</button></p>
}

const WITHIN: Readonly<Record<Unit, string>> = { day: 'one day', week: 'one week', month: 'one month', year: 'one year' }

/** What the bars cannot show. */
function Notes({ series: { total, undated, points }, times, unit, asked: { measure }, search }: { readonly series: Series; readonly times: readonly string[]; readonly unit: Unit; readonly asked: Asked; readonly search: Search }): ReactNode {
  const number = (n: number): string => n.toLocaleString('en'), notes: ReactNode[] = [], [first = ''] = times, before = [...points].reduce((sum, [key, tally]) => (key < first ? sum + tally.incidents : sum), 0)
  if (before > 0) notes.push(<>{number(before)} before the {sayTime(unit, first)} have no room among so many bars: count by a longer time.</>)
  if (undated.incidents > 0) notes.push(<><ViewLink path="/table" search={{ ...search, start__isnull: 'true' }}>{number(undated.incidents)}</ViewLink> have no date and stand in no bar.</>)
  if (total.beyond > 0) notes.push(<>{number(total.beyond)} last beyond {WITHIN[unit]}, or are dated no nearer; they count by their first day.</>)
  if (measure !== 'incidents') notes.push(<>{number(total[measure].known)} of {number(total.incidents)} give a number of {measure}; the others add nothing. Solid is the least that is claimed, dashed what lies between that and the most. “At least 12” stands at 12.</>)
  return notes.length === 0 ? null : <ul className="notes">{notes.map((note, i) => <li key={i}>{note}</li>)}</ul>
}

const Waiting = (): ReactNode => <section className="card trend all"><Bones lines={9} label="Counting" /></section>

const Nothing = ({ filtered, onClear }: { readonly filtered: boolean; readonly onClear: () => void }): ReactNode => filtered
  ? <EmptyState title="Nothing matches" actions={<button type="button" className="button primary" onClick={onClear}>Clear all filters</button>}><p>No incident has all that you ask for, so there is nothing to count. Take a filter away, or widen the days.</p></EmptyState>
  : <EmptyState title="Nothing to count yet" actions={<ToSources />}><p>Here stand charts of how many incidents there are in each week and what they cost, in all and by type, actor or place, with what is weak or disputed told apart.</p><p>Drop reports anywhere on the desk, and they are counted as they are coded.</p></EmptyState>
