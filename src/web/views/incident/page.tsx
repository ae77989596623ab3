/** One incident: what is best held to have happened, who claims what, and what people decided. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Incident } from '../../../core/model/index.ts'
import { asFailure } from '../../api/failure.ts'
import { incidentQuery } from '../../api/queries.ts'
import { useMedia } from '../../filters/frame.tsx'
import { withValue } from '../../filters/search.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { ViewLink } from '../../router/links.tsx'
import { useAddress, usePathPart } from '../../router/use-search.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Bones, EmptyState, ErrorNotice } from '../../ui/states.tsx'
import { Acts } from './acts.tsx'
import { Evidence } from './evidence.tsx'
import { Head } from './head.tsx'
import { History } from './history.tsx'
import { Links } from './links.tsx'
import { MatrixCards, MatrixTable } from './matrix-table.tsx'
import { matrixOf, placeFrom, placesOf, placeText } from './matrix.ts'
import './incident.css'

export default function IncidentPage(): ReactNode {
  const id = usePathPart('id'), { data: stored, error, refetch } = useQuery(incidentQuery(id))
  const gone = error !== null && asFailure(error).code === 'incident-unknown'
  if (gone && stored !== undefined) return <><div className="line" role="status">This incident is no more: it was merged, split or rejected. What you see is its last reading.</div><One key={id} incident={stored.incident} /></>
  if (gone) return <Gone />
  if (error !== null) return <div className="page"><ErrorNotice thrown={error} again={() => { void refetch() }} /></div>
  return stored === undefined ? <div className="page"><Bones lines={8} /></div> : <One key={id} incident={stored.incident} />
}

const Gone = (): ReactNode => (
  <EmptyState title="There is no such incident now" actions={<ViewLink path="/table" className="button">To the table</ViewLink>}>
    <p>It may have been merged into another, split, or rejected: incidents are read anew from the reports whenever somebody decides. Its reports are still there.</p>
  </EmptyState>
)

function One({ incident }: { readonly incident: Incident }): ReactNode {
  const [search, change] = useAddress(), wide = useMedia('(min-width: 64rem)'), roomy = useMedia('(min-width: 48rem)'), matrix = matrixOf(incident), open = placeFrom(search['open'], incident)
  const at = Math.max(0, matrix.rows.findIndex(r => r.reading.field === search['field'])), moveTo = (n: number): void => { const field = matrix.rows[Math.max(0, Math.min(matrix.rows.length - 1, n))]?.reading.field; if (field !== undefined) change(s => withValue(s, 'field', field), { replace: true }) }
  const show = (place: string | null): void => { change(s => withValue(s, 'open', place), { replace: true }) }
  const step = (by: number) => (): void => {
    const all = placesOf(incident), places = all.map(placeText), now = open === null ? -1 : places.indexOf(placeText(open))
    // Where nothing is open the chosen field's first evidence is the next.
    const next = now < 0 ? Math.max(0, all.findIndex(p => p.field === matrix.rows[at]?.reading.field)) : (now + by + places.length) % places.length, place = all[next]
    if (place !== undefined) change(s => withValue(withValue(s, 'open', placeText(place)), 'field', place.field), { replace: true })
  }
  useKeys({ next: () => { moveTo(at + 1) }, previous: () => { moveTo(at - 1) }, 'evidence-next': step(1), 'evidence-previous': step(-1) })
  const evidence = open !== null && <Evidence said={open.said} field={open.field} onClose={() => { show(null) }} onStep={step} />
  return (
    <div className="incident">
      <div className="body">
        <Head incident={incident} />
        <Acts incident={incident} row={matrix.rows[at]} />
        {roomy ? <MatrixTable matrix={matrix} at={at} open={search['open'] ?? null} onOpen={show} onRow={moveTo} /> : <MatrixCards matrix={matrix} open={search['open'] ?? null} onOpen={show} />}
        <Links incident={incident} />
        <History incident={incident} />
      </div>
      {wide ? evidence && <aside className="side no-print" aria-label="Evidence">{evidence}</aside> : <Dialog open={open !== null} onClose={() => { show(null) }} title="Evidence" wide>{evidence}</Dialog>}
    </div>
  )
}
