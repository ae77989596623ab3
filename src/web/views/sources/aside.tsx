/** Reports that are kept and not coded, by reason. */
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { asideQuery, reportCounts } from '../../api/intake.ts'
import { ReportLink } from '../../router/links.tsx'
import { Bones } from '../../ui/states.tsx'
import { Said } from '../../ui/text.tsx'
import { sayReason } from './words.ts'

export function Aside(): ReactNode {
  const { data } = useQuery(reportCounts)
  if (data === undefined || data.aside.length === 0) return null
  return (
    <section className="card aside" aria-labelledby="aside">
      <h2 id="aside">Set aside</h2>
      <p className="quiet">Kept, and not coded: Casus reads English.</p>
      {data.aside.map(({ value, count }) => <Reason key={value} code={value} count={count} />)}
    </section>
  )
}

function Reason({ code, count }: { readonly code: string; readonly count: number }): ReactNode {
  const [open, setOpen] = useState(false), { data } = useQuery({ ...asideQuery(code), enabled: open })
  return (
    <details open={open} onToggle={event => { setOpen(event.currentTarget.open) }}>
      <summary>{sayReason(code)}: {count.toLocaleString('en')} {count === 1 ? 'report' : 'reports'}</summary>
      {open && (data === undefined ? <Bones lines={2} /> : <ul className="plain-list">{data.map(r => <li key={r.id}><ReportLink id={r.id}><Said text={r.title ?? r.id} longest={100} /></ReportLink> <span className="quiet">{r.setAside !== null && <Said text={r.setAside.reason} />}</span></li>)}</ul>)}
    </details>
  )
}
