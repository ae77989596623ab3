/** The head of a report: headline, publisher, day, address, and the other texts that were seen under it. */
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Report } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import { sayDays } from '../../filters/words.ts'
import { safeAddress } from '../../text/safe.ts'
import { Said } from '../../ui/text.tsx'
import { ViewLink } from '../../router/links.tsx'
import { textsQuery } from './queries.ts'

export function ReportHead({ report }: { readonly report: Report }): ReactNode {
  const address = safeAddress(report.url), may = useMay('coder')
  return (
    <header className="report-head">
      <h2><Said text={report.title ?? 'Without a headline'} /></h2>
      <p className="quiet">
        {report.publisher === null ? 'Publisher unknown' : <Said text={report.publisher} />} · {report.published === null ? 'day unknown' : sayDays(report.published.slice(0, 10))} · taken in {sayDays(report.added.slice(0, 10))}
        {address === null ? null : <> · <a href={address} rel="noreferrer noopener nofollow" target="_blank">its page <span className="sr">(opens another site)</span>↗</a></>}
        {' · '}<ViewLink path="/table" search={{ document: report.id }}>its incidents</ViewLink>{may && <> · <ViewLink path="/review" search={{ document: report.id }}>its questions</ViewLink></>}
      </p>
      {report.revision > 1 ? <Texts report={report} /> : null}
    </header>
  )
}

function Texts({ report }: { readonly report: Report }): ReactNode {
  const [open, setOpen] = useState(false), { data } = useQuery({ ...textsQuery(report.id), enabled: open })
  return (
    <details className="texts" onToggle={event => { setOpen(event.currentTarget.open) }}>
      <summary>Its text changed {report.revision - 1} {report.revision === 2 ? 'time' : 'times'} since it was first seen</summary>
      {(data ?? []).filter(seen => seen.revision !== report.revision).map(seen => <section key={seen.revision}><h3>As seen on {seen.at.slice(0, 16).replace('T', ' ')}</h3><p className="report-text" dir="auto"><Said text={seen.text} longest={20_000} /></p></section>)}
    </details>
  )
}
