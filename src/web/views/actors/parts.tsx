/** What the pages of one actor and of one place have in common: their course over time, what and who, the latest incidents. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { addersOf } from '../../../core/incidents/by-hand.ts'
import type { EventType } from '../../../core/model/index.ts'
import { incidentCounts, incidentPages, type Counted as Value } from '../../api/queries.ts'
import { Chart } from '../../charts/chart.tsx'
import { Figures } from '../../charts/figures.tsx'
import { seriesQuery, unitQuery } from '../../charts/questions.ts'
import { peakOf, timesOf } from '../../charts/series.ts'
import type { Search } from '../../filters/search.ts'
import { sayDays, sayValue, shortCount } from '../../filters/words.ts'
import { IncidentLink, ViewLink } from '../../router/links.tsx'
import { AddedBadge, DisputedBadge, TypeMark, TypeSign } from '../../ui/marks.tsx'
import { Bones, ErrorNotice } from '../../ui/states.tsx'
import { Said } from '../../ui/text.tsx'
import { saySides } from '../incident/name.tsx'

interface Course { readonly title: string; readonly search: Search }

/** Charts of several questions over the same times, on one scale. */
export function OverTime({ whole, courses, name }: { readonly whole: Search; readonly courses: readonly [Course] | readonly [Course, Course]; readonly name: string }): ReactNode {
  const unit = useQuery(unitQuery(whole, null)), [first, second] = courses, one = useQuery(seriesQuery(first.search, unit.data, null)), two = useQuery({ ...seriesQuery((second ?? first).search, unit.data, null) })
  const given = second === undefined ? [one] : [one, two], error = unit.error ?? one.error ?? two.error, series = given.flatMap(g => g.data?.series.slice(0, 1) ?? []), shown = unit.data ?? 'week', times = timesOf(series, shown), most = peakOf(series, 'incidents')
  if (error !== null) return <ErrorNotice thrown={error} />
  if (given.some(g => g.data === undefined)) return <Bones lines={6} />
  return (
    <div className="courses">
      {courses.map(({ title, search }, i) => {
        const own = given[i]?.data?.series[0]
        return <section key={title} className="card course" aria-label={title}><h3>{title}</h3>{own === undefined ? <p className="quiet">Never so far.</p> : <><Chart name={`${name}: ${title.toLowerCase()}, by ${shown}`} series={own} times={times} unit={shown} measure="incidents" search={search} height={120} most={most} /><Figures name={title} series={own} unit={shown} search={search} /></>}</section>
      })}
    </div>
  )
}

/** The most frequent values of a field among the incidents, each with its share as a bar. */
export function Shares({ title, field, search, path }: { readonly title: string; readonly field: string; readonly search: Search; readonly path?: string }): ReactNode {
  const { data, error } = useQuery(incidentCounts(search, [field])), values = (data?.facets[field] ?? []).filter(v => v.value !== null && v.value !== '').slice(0, 8), most = Math.max(1, ...values.map(v => v.count))
  if (error !== null) return <ErrorNotice thrown={error} />
  return (
    <section className="card shares" aria-label={title}>
      <h3>{title}</h3>
      {data === undefined ? <Bones lines={5} /> : values.length === 0 ? <p className="quiet">Not known of any.</p> : <ol>{values.map(v => <li key={String(v.value)}><span>{field === 'type' && <span className="type"><TypeSign type={v.value as EventType} /></span>}<ShareName value={v} field={field} {...path === undefined ? {} : { path }} /></span><ViewLink path="/table" search={{ ...search, [field]: String(v.value) }}>{v.count.toLocaleString('en')}</ViewLink><i style={{ width: `${100 * v.count / most}%` }} /></li>)}</ol>}
    </section>
  )
}

function ShareName({ value: { value, name }, field, path }: { readonly value: Value; readonly field: string; readonly path?: string }): ReactNode {
  const said = <Said text={name ?? sayValue(field, value)} longest={60} />
  return path === undefined ? said : <ViewLink path={path} params={{ id: String(value) }}>{said}</ViewLink>
}

/** The latest incidents, one a line. */
export function Latest({ search }: { readonly search: Search }): ReactNode {
  const { data, error } = useInfiniteQuery(incidentPages(search, LATEST)), rows = data?.pages[0]?.rows
  if (error !== null) return <ErrorNotice thrown={error} />
  return (
    <section className="card latest" aria-label="Latest incidents">
      <h3>Latest</h3>
      {rows === undefined ? <Bones lines={8} /> : <ul className="lines">{rows.map(({ incident: i }) => (
        <li key={i.id}><span className="quiet">{sayDays(i.date?.start ?? null, i.date?.end ?? null)}</span><span><IncidentLink id={i.id}><TypeMark type={i.type} mode={i.mode} /></IncidentLink> {i.disputed && <DisputedBadge />}<AddedBadge by={addersOf(i)} /></span><span className="what"><Said text={[saySides(i), i.places[0]?.name ?? ''].filter(Boolean).join(' · ') || i.summary} longest={140} /></span><span className="num">{shortCount(i.killed) === '' ? '' : `${shortCount(i.killed)} killed`}</span></li>
      ))}</ul>}
      <p><ViewLink path="/table" search={search}>All in the table</ViewLink> · <ViewLink path="/trends" search={search}>Trends</ViewLink></p>
    </section>
  )
}
const LATEST = 8
