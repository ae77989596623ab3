/** Small charts, one for each of the most frequent values, over the same times. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { EventType } from '../../../core/model/index.ts'
import { Chart } from '../../charts/chart.tsx'
import { Figures } from '../../charts/figures.tsx'
import { peakOf, sayPeak, STANDINGS, type Measure, type Series } from '../../charts/series.ts'
import type { Unit } from '../../charts/time.ts'
import { choose, filtersOf, type Search } from '../../filters/search.ts'
import { sayCount, sayValue } from '../../filters/words.ts'
import { ViewLink } from '../../router/links.tsx'
import { oneLine } from '../../text/safe.ts'
import { TypeSign } from '../../ui/marks.tsx'
import { Bones, ErrorNotice } from '../../ui/states.tsx'
import { Said } from '../../ui/text.tsx'
import { SPLITS, type Asked } from './asked.ts'
import { namesQuery } from '../../api/names.ts'
import { MOST_CHARTS, seriesQuery } from '../../charts/questions.ts'

interface MultiplesProps { readonly asked: Asked; readonly unit: Unit; readonly times: readonly string[]; readonly search: Search }

export function Multiples({ asked, unit, times, search }: MultiplesProps): ReactNode {
  const { split, own, measure } = asked, { data, error, refetch } = useQuery(seriesQuery(search, unit, split)), title = SPLITS.find(s => s.split === split)?.title ?? ''
  const shown = (data?.series ?? []).filter((s): s is Series & { value: string } => s.value !== null), names = useQuery(namesQuery(split, shown.map(s => s.value))).data, most = peakOf(shown, measure)
  if (error !== null) return <ErrorNotice thrown={error} again={() => { void refetch() }} />
  return (
    <section className="multiples" aria-label={`By ${title.toLowerCase()}`}>
      <header><h2>By {title.toLowerCase()}</h2><p className="quiet">{data === undefined ? 'Counting…' : shown.length === 0 ? 'None of these incidents has one.' : `${shown.length >= MOST_CHARTS ? `The ${MOST_CHARTS} with most incidents. ` : ''}${own ? 'Each chart has its own scale.' : 'All charts have one scale.'}`}</p></header>
      <div className="grid">
        {data === undefined && Array.from({ length: 6 }, (_, i) => <div key={i} className="card trend"><Bones lines={5} label="Counting" /></div>)}
        {data?.unit === unit && shown.map(series => <One key={series.value} series={series} name={names?.get(series.value) ?? sayValue(split ?? '', series.value)} asked={asked} unit={unit} times={times} search={search} {...own ? {} : { most }} />)}
      </div>
    </section>
  )
}

function One({ series, name, asked: { split, measure }, unit, times, search, most }: MultiplesProps & { readonly series: Series & { value: string }; readonly name: string; readonly most?: number }): ReactNode {
  const filters = choose(filtersOf(search), split ?? '', [series.value]), spoken = oneLine(name, 80)
  return (
    <article className="card trend" aria-label={spoken}>
      <h3>{split === 'type' && <span className="type"><TypeSign type={series.value as EventType} /></span>}<ViewLink path="/table" search={filters}><Said text={name} longest={60} /></ViewLink><span className="count">{series.total.incidents.toLocaleString('en')}</span></h3>
      <Chart name={`${spoken} by ${unit}`} series={series} times={times} unit={unit} measure={measure} search={filters} height={96} says={briefly(series, unit, measure)} {...most === undefined ? {} : { most }} />
      <Figures name={spoken} series={series} unit={unit} search={filters} />
    </article>
  )
}

/** What the heading does not say. */
function briefly(series: Series, unit: Unit, measure: Measure): string {
  const { total } = series, parts = STANDINGS.filter(s => total.by[s].incidents > 0).map(s => `${total.by[s].incidents.toLocaleString('en')} ${s}`), killed = total.killed.known === 0 ? [] : [`killed ${sayCount(total.killed)}`]
  return `${[...parts, ...killed].join(', ')}. ${sayPeak(series, unit, measure)}`
}
