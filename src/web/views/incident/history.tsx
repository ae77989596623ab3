/** What people decided on an incident, and how its reading changed. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Incident } from '../../../core/model/index.ts'
import { decidedOnQuery, historyQuery, type Decision } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import { useTakeBack } from '../../correct/take-back.ts'
import { sayFailure } from '../../ui/toasts.tsx'
import { Bones } from '../../ui/states.tsx'
import { Said } from '../../ui/text.tsx'
import { historyOf } from './matrix.ts'
import { FIELD_TITLES, sayField } from './said.ts'

const TIME = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
const sayTime = (at: string): ReactNode => <time dateTime={at}>{TIME.format(new Date(at))}</time>

export function History({ incident }: { readonly incident: Incident }): ReactNode {
  const { data: readings } = useQuery(historyQuery(incident.id)), { data: kept } = useQuery(decidedOnQuery(incident.id)), undoings = new Map(kept?.map(d => [d.id, d])), decisions = kept?.filter(d => d.kind !== 'undo')
  return (
    <section className="part history">
      <h3>Decisions</h3>
      {decisions === undefined ? <Bones lines={1} /> : decisions.length === 0 ? <p className="quiet">Nobody has decided on it yet.</p> : <ol className="steps-list">{decisions.map(d => <OneDecision key={d.id} decision={d} undoing={undoings.get(d.undoneBy ?? '')} />)}</ol>}
      <h3>How its reading changed</h3>
      <ol className="steps-list">{historyOf(readings ?? [], { titles: FIELD_TITLES, say: sayField }).map(step => <li key={step.since}><span className="quiet">{sayTime(step.at)}</span><ul>{step.changes.map((c, i) => <li key={i}><Said text={c} /></li>)}</ul></li>)}</ol>
    </section>
  )
}

const DID: Readonly<Record<string, string>> = { merge: 'merged it', split: 'split it', accept: 'accepted', reject: 'rejected', correct: 'corrected', add: 'added it by hand', link: 'linked it', unlink: 'took a link away', flag: 'flagged it', comment: 'commented', undo: 'undid a decision' }

function OneDecision({ decision: d, undoing }: { readonly decision: Decision; readonly undoing: Decision | undefined }): ReactNode {
  const may = useMay('coder'), takeBack = useTakeBack(), field = typeof d['field'] === 'string' ? FIELD_TITLES[d['field'] as keyof typeof FIELD_TITLES] : null
  const undo = (): void => { takeBack([d], 'Undone.').catch(sayFailure) }
  return (
    <li className={d.undoneBy === null ? '' : 'undone'}>
      <span><b><Said text={d.by} longest={60} /></b> {DID[d.kind] ?? d.kind}{field !== null && field !== undefined && ` (${field})`} <span className="quiet">{sayTime(d.at)}</span>{d.undoneBy !== null && <span className="badge">undone{undoing !== undefined && <>{' by '}<Said text={undoing.by} longest={60} /></>}</span>}</span>
      {typeof d['text'] === 'string' && <p><Said text={d['text']} longest={1000} /></p>}
      {d.reason !== null && <p className="quiet">“<Said text={d.reason} longest={1000} />”</p>}
      {may && d.undoneBy === null && d.kind !== 'undo' && <button type="button" className="button plain small no-print" onClick={undo}>Undo</button>}
    </li>
  )
}
