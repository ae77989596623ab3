/** Files that were sent: what came of each, until their incidents are there. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { idsParameter, incidentsOfReports, workQuery, type Upload } from '../../api/intake.ts'
import { useLive } from '../../api/live.ts'
import { forgetSent, onSent, useSent, type Sent } from '../../intake/sending.ts'
import { asFailure } from '../../api/failure.ts'
import { ReportLink, ViewLink } from '../../router/links.tsx'
import { Said } from '../../ui/text.tsx'
import { codedOf, saySize, sayUpload } from './words.ts'

/** Files shown before a person asks for more. */
const FEW = 50

export function SentFiles(): ReactNode {
  const sent = useSent(), queries = useQueryClient()
  useEffect(() => onSent(() => { for (const queryKey of [['sources'], ['work'], ['intake']]) void queries.invalidateQueries({ queryKey }) }), [queries])
  if (sent.length === 0) return null
  const left = sent.filter(s => s.state === 'waiting' || s.state === 'sending').length, refused = sent.filter(s => s.state === 'failed').length
  return (
    <section className="card sent" aria-labelledby="sent">
      <header><h2 id="sent">Files</h2><p role="status" className="quiet">{left > 0 ? `${left} of ${sent.length} still to be sent` : `${sent.length} sent${refused > 0 ? `, ${refused} refused` : ''}`}</p>{left < sent.length && <button type="button" className="button plain small" onClick={forgetSent}>Clear the list</button>}</header>
      <ul>{sent.slice(0, FEW).map(one => <One key={one.id} of={one} />)}</ul>
      {sent.length > FEW && <p className="quiet">and {sent.length - FEW} more</p>}
    </section>
  )
}

function One({ of: { name, size, state, part, answer, failure } }: { readonly of: Sent }): ReactNode {
  return (
    <li>
      <div className="name"><Said text={name} longest={100} /> <span className="quiet">{saySize(size)}</span></div>
      {state === 'waiting' && <div className="quiet">Waits its turn</div>}
      {state === 'sending' && <div><progress value={part} aria-label="Sent" /> <span className="quiet">{part < 1 ? 'Sending' : 'Reading the file'}</span></div>}
      {state === 'failed' && <div className="refused"><span className="badge bad">refused</span> {asFailure(failure).message} <code className="quiet">{asFailure(failure).code}</code></div>}
      {answer !== null && <Taken of={answer} />}
    </li>
  )
}

function Taken({ of: upload }: { readonly of: Upload }): ReactNode {
  const { work: told } = useLive(), { data: asked } = useQuery(workQuery), work = told ?? asked, ids = upload.documents.map(d => d.id)
  const working = work !== undefined && work.working && ((work.todo ?? 1) > 0 || work.coding.length > 0 || work.refreshing), { data: incidents, isPlaceholderData, isFetching } = useQuery(incidentsOfReports(ids, working))
  // What was counted before the work was done says nothing of what there is now.
  const busy = working || isPlaceholderData || (isFetching && incidents === 0)
  return (
    <div className="taken">
      <p>{sayUpload(upload)}.{' '}
        {codedOf(upload) + upload.outcomes.known > 0 && incidents !== undefined && (incidents > 0
          ? <ViewLink path="/table" search={{ document__in: idsParameter(ids) }}>{incidents} {incidents === 1 ? 'incident' : 'incidents'}</ViewLink>
          : <span className="quiet">{busy ? 'Being coded…' : codedOf(upload) + upload.outcomes.known === 1 ? 'It tells of no incident.' : 'They tell of no incident.'}</span>)}
        {busy && incidents !== undefined && incidents > 0 && <span className="quiet"> so far</span>}
      </p>
      {upload.refused.length > 0 && <details><summary>Why {upload.failed === 1 ? 'one was' : `${upload.failed.toLocaleString('en')} were`} refused</summary><ul className="plain-list">{upload.refused.map((r, i) => <li key={i}><Said text={r.where} longest={100} />: <Said text={r.message} longest={300} /> <code className="quiet">{r.code}</code></li>)}</ul></details>}
      {ids.length > 0 && ids.length <= 5 && <p className="quiet">{ids.map((id, i) => <span key={id}>{i > 0 && ' · '}<ReportLink id={id}><Said text={id} longest={60} /></ReportLink></span>)}</p>}
    </div>
  )
}
