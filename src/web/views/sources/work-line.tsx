/** How the coding goes, as it goes. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { reportCounts, workQuery } from '../../api/intake.ts'
import { useLive } from '../../api/live.ts'
import { ViewLink } from '../../router/links.tsx'
import { oneLine } from '../../text/safe.ts'
import { Said } from '../../ui/text.tsx'

export function WorkLine(): ReactNode {
  const { work: told } = useLive(), { data: asked } = useQuery(workQuery), { data: reports } = useQuery(reportCounts), work = told ?? asked
  if (work === undefined) return <div className="card work" role="status"><span className="bone" style={{ width: '16rem' }} /></div>
  const todo = work.todo ?? 0, busy = todo > 0 || isCounting(work) || work.coding.length > 0 || work.refreshing || work.fetching > 0, failures = asked?.failures ?? []
  return (
    <section className="card work" aria-label="The work">
      <p role="status"><b className={busy ? 'beat' : ''} aria-hidden="true">{busy ? '◔' : '✓'}</b> {sayWork(work, reports?.total ?? 0)}</p>
      {work.coding.length > 0 && <p className="quiet cut">Reading {oneLine(work.coding.join(', '), 120)}</p>}
      {!busy && (reports?.total ?? 0) > 0 && <ViewLink path="/map" className="button small">See them on the map</ViewLink>}
      {failures.length > 0 && <details><summary>{failures.length} could not be coded</summary><ul className="plain-list">{failures.map(f => <li key={f.document}><Said text={f.document} longest={80} /> <span className="quiet"><Said text={f.message} longest={200} /> ({f.attempts} {f.attempts === 1 ? 'attempt' : 'attempts'})</span></li>)}</ul></details>}
    </section>
  )
}

/** Something came in, and how much there is to do is not known yet. */
const isCounting = ({ working, todo }: { readonly working: boolean; readonly todo: number | null }): boolean => working && todo === null

/** The state in one sentence. */
function sayWork({ working, todo, coding, fetching, refreshing }: { readonly working: boolean; readonly todo: number | null; readonly coding: readonly string[]; readonly fetching: number; readonly refreshing: boolean }, reports: number): string {
  const left = Math.max(todo ?? 0, coding.length), number = (n: number): string => n.toLocaleString('en')
  const fetched = fetching > 0 ? ` ${number(fetching)} ${fetching === 1 ? 'page' : 'pages'} still to be fetched.` : ''
  if (left > 0) return `${number(left)} ${left === 1 ? 'report is' : 'reports are'} still to be coded.${working ? '' : ' This server leaves coding to others: casus work.'}${fetched}`
  if (isCounting({ working, todo })) return `Looking for what is to be coded.${fetched}`
  if (refreshing) return `Bringing reports together into incidents.${fetched}`
  return reports === 0 ? `No reports yet.${fetched}` : `${reports === 1 ? 'The one report is' : `All ${number(reports)} reports are`} read.${fetched}`
}
