/** The figures of a chart as a table, and the legend of all charts. */
import { useState, type ReactNode } from 'react'
import type { Search } from '../filters/search.ts'
import { plain, sayCount } from '../filters/words.ts'
import { ViewLink } from '../router/links.tsx'
import { searchOfStanding, searchOfTime, STANDINGS, type Series, type Tally } from './series.ts'
import { sayTime, type Unit } from './time.ts'

interface FiguresProps { readonly name: string; readonly series: Series; readonly unit: Unit; readonly search: Search }

/** Opened when asked for; times without incidents are left out. */
export function Figures(props: FiguresProps): ReactNode {
  const [open, setOpen] = useState(false)
  return (
    <details className="figures" onToggle={event => { setOpen(event.currentTarget.open) }}>
      <summary>Figures<span className="sr"> of {props.name}</span></summary>
      {open && <FigureTable {...props} />}
    </details>
  )
}

const TITLES = { day: 'Day', week: 'Week of', month: 'Month', year: 'Year' } as const

const FigureTable = ({ name, series, unit, search }: FiguresProps): ReactNode => (
  <div className="scroller">
    <table>
      <caption className="sr">{name}, by {unit}; times without incidents are left out</caption>
      <thead><tr><th scope="col">{TITLES[unit]}</th><th scope="col" className="num">Incidents</th>{STANDINGS.map(s => <th key={s} scope="col" className="num">{plain(s.toUpperCase())}</th>)}<th scope="col" className="num">Killed</th><th scope="col" className="num">Injured</th><th scope="col" className="num">Beyond</th></tr></thead>
      <tbody>
        {[...series.points].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, tally]) => (
          <tr key={key}><th scope="row"><ViewLink path="/table" search={searchOfTime(search, unit, key)}>{sayTime(unit, key).replace(/^week of /, '')}</ViewLink></th><Numbers tally={tally} search={searchOfTime(search, unit, key)} /></tr>
        ))}
      </tbody>
      <tfoot><tr><th scope="row">All</th><Numbers tally={series.total} search={search} /></tr></tfoot>
    </table>
  </div>
)

const Numbers = ({ tally, search }: { readonly tally: Tally; readonly search: Search }): ReactNode => (
  <>
    <td className="num">{tally.incidents.toLocaleString('en')}</td>
    {STANDINGS.map(s => <td key={s} className="num">{tally.by[s].incidents === 0 ? '' : <ViewLink path="/table" search={searchOfStanding(search, s)}>{tally.by[s].incidents.toLocaleString('en')}</ViewLink>}</td>)}
    <td className="num">{tally.killed.known === 0 ? '' : sayCount(tally.killed)}</td><td className="num">{tally.injured.known === 0 ? '' : sayCount(tally.injured)}</td><td className="num">{tally.beyond === 0 ? '' : tally.beyond.toLocaleString('en')}</td>
  </>
)

export const Legend = ({ tolls }: { readonly tolls: boolean }): ReactNode => (
  <ul className="legend" aria-label="Legend">
    <li><i className="sample firm" />firm</li><li><i className="sample weak" />weak: one voice, or contested</li><li><i className="sample disputed" />disputed</li>
    {tolls && <li><i className="sample between" />between least and most</li>}
  </ul>
)
