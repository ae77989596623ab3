/** The view of one report. Its address keeps the event that is looked at (`event`) and the layers shown (`layers`). */
import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState, type ReactNode } from 'react'
import type { Event, Explained, IncidentField, Span } from '../../../core/index.ts'
import { asFailure } from '../../api/failure.ts'
import { analysisQuery, reportQuery, useDecide, type NewDecision, type Report } from '../../api/queries.ts'
import { useSession } from '../../api/session.ts'
import { EventDialog } from '../../correct/event-form.tsx'
import { ValueDialog } from '../../correct/value-form.tsx'
import { useKeys } from '../../keys/use-keys.ts'
import { usePicking } from '../../reading/pick-words.ts'
import { FIRST_LAYERS, Reading } from '../../reading/reading.tsx'
import { SHOWN_LAYERS, type ShownLayer } from '../../reading/shown-marks.ts'
import { IncidentLink } from '../../router/links.tsx'
import { useAddress, usePathPart } from '../../router/use-search.ts'
import { Bones, EmptyState, ErrorNotice } from '../../ui/states.tsx'
import { say, sayFailure } from '../../ui/toasts.tsx'
import { RemarkDialog } from '../review/remark.tsx'
import { beforeOf, suggestedFor } from './fields.ts'
import { ReportHead } from './head.tsx'
import { explanationQuery, toldQuery } from './queries.ts'
import { WordBar } from './word-bar.tsx'

export default function ReportPage(): ReactNode {
  const id = usePathPart('id'), { data, error, refetch } = useQuery(reportQuery(id))
  if (error !== null) return <div className="page">{asFailure(error).code === 'document-unknown' ? <EmptyState title="No such report"><p>It may have been removed, or the address was cut off when it was copied.</p></EmptyState> : <ErrorNotice thrown={error} again={() => { void refetch() }} />}</div>
  if (data === undefined) return <div className="page"><Bones lines={12} label="Loading the report" /></div>
  return <div className="page report-page"><ReportHead report={data} /><Body report={data} /></div>
}

function Body({ report }: { readonly report: Report }): ReactNode {
  const explained = useQuery(explanationQuery(report.id)), stored = useQuery(analysisQuery(report.id))
  if (report.setAside != null) return <><p className="notice">Set aside, not coded: {report.setAside.reason}</p><div className="report-text" dir="auto">{report.text}</div></>
  if (explained.error !== null) return <ErrorNotice thrown={explained.error} again={() => { void explained.refetch() }} />
  if (explained.data === undefined) return <Bones lines={14} label="Coding the report anew to explain it" />
  const engine = stored.data?.engine.version, now = explained.data.analysis.engine.version
  const changed = stored.data !== undefined && JSON.stringify(stored.data.events) !== JSON.stringify(explained.data.analysis.events)
  return (
    <>
      {stored.error !== null && asFailure(stored.error).code === 'analysis-unknown' ? <p className="notice">This report waits to be coded; below is what the engine will make of it.</p> : null}
      {changed ? <p className="notice">The dataset holds the coding of another engine ({engine === now ? 'other tables' : engine}); below is what the engine that runs now makes of it. <code>casus work</code> codes it anew.</p> : null}
      <Coded report={report} explained={explained.data} stored={!changed && stored.data !== undefined} />
    </>
  )
}

interface Missed { readonly words: Span; readonly type: string | null }
interface Correcting { readonly event: Event; readonly field: IncidentField; readonly words: readonly Span[] }

function Coded({ report, explained, stored }: { readonly report: Report; readonly explained: Explained; readonly stored: boolean }): ReactNode {
  const [search, change] = useAddress(), session = useSession(), told = useQuery(toldQuery(report.id)).data, [correcting, setCorrecting] = useState<Correcting | null>(null), [missed, setMissed] = useState<Missed | null>(null), [remark, setRemark] = useState<'flag' | 'comment' | null>(null), decide = useDecide()
  const event = search['event'] ?? null, layers = useMemo(() => layersOf(search['layers']), [search]), chosen = explained.analysis.events.find(e => e.id === event) ?? null, able = stored && session !== null
  const set = (name: string, value: string | null): void => { change(before => Object.fromEntries(Object.entries({ ...before, [name]: value ?? '' }).filter(([, v]) => v !== '')), { replace: true }) }
  const send = (decision: NewDecision, reason: string | null, done: string): void => { decide.mutate({ decisions: [decision], reason }, { onSuccess: () => { say(`${done} (u undoes it)`) }, onError: sayFailure }) }
  const anchor = (e: Event): object => ({ document: report.id, event: e.id })
  const judge = (kind: 'accept' | 'reject', e: Event): void => { send({ kind, event: anchor(e), field: null }, null, kind === 'accept' ? `${e.id} accepted` : `${e.id} rejected`) }
  const step = (by: number): void => { const ids = explained.analysis.events.map(e => e.id), at = event === null ? -1 : ids.indexOf(event), next = ids[at < 0 ? (by > 0 ? 0 : ids.length - 1) : (at + by + ids.length) % ids.length]; if (next !== undefined) { set('event', next); document.getElementById(`event-${next}`)?.scrollIntoView({ block: 'nearest' }) } }
  const bar = useRef<HTMLDivElement>(null), picking = usePicking(report.text, () => chosen?.mentions[0]?.start ?? 0, () => { bar.current?.querySelector('button')?.focus() })
  useKeys({ words: able ? picking.begin : undefined, next: () => { step(1) }, previous: () => { step(-1) }, accept: able && chosen !== null ? () => { judge('accept', chosen) } : undefined, reject: able && chosen !== null ? () => { judge('reject', chosen) } : undefined, ...able && chosen !== null ? { flag: () => { setRemark('flag') }, comment: () => { setRemark('comment') } } : {} })
  return (
    <>
      {able ? <WordBar text={report.text} event={chosen} picking={picking} bar={bar} onField={(field, words) => { if (chosen !== null) setCorrecting({ event: chosen, field, words }) }} onMissed={words => { setMissed({ words, type: null }) }} /> : null}
      <Reading text={report.text} explained={explained} event={event} onEvent={id => { set('event', id) }} layers={layers} onLayers={next => { set('layers', sameAsFirst(next) ? null : [...next].join(',')) }}
        onKeys={picking.words === null ? undefined : picking.onKeyDown} {...able ? { onMissed: (words, type) => { setMissed({ words, type }) } } : {}} renderBelow={e => <Below event={e} incident={told?.get(e.id)?.id ?? null} able={able} onJudge={kind => { judge(kind, e) }} />} />
      {missed === null ? null : <EventDialog report={report} words={missed.words} type={missed.type} onClose={() => { setMissed(null) }} onGive={({ coded, reason }) => { send({ kind: 'add', event: { document: report.id }, coded, sha256: report.sha256 }, reason, 'Event added'); setMissed(null) }} />}
      {remark === null || chosen === null ? null : <RemarkDialog kind={remark} onClose={() => { setRemark(null) }} onGive={text => { send({ kind: remark, event: anchor(chosen), text }, null, remark === 'flag' ? `${chosen.id} flagged` : `Comment on ${chosen.id} kept`); setRemark(null) }} />}
      {correcting === null ? null : <ValueDialog field={correcting.field} type={correcting.event.type} before={beforeOf(correcting.event, correcting.field)} suggested={suggestedFor(correcting.field, correcting.words, correcting.event)} evidence={correcting.words} onClose={() => { setCorrecting(null) }}
        onGive={({ value, evidence, reason }) => { send({ kind: 'correct', event: anchor(correcting.event), field: correcting.field, value, evidence }, reason, `${correcting.event.id} corrected`); setCorrecting(null) }} />}
    </>
  )
}

const layersOf = (said: string | undefined): ReadonlySet<ShownLayer> => new Set(said === undefined ? FIRST_LAYERS : SHOWN_LAYERS.filter(layer => said.split(',').includes(layer)))
const sameAsFirst = (layers: ReadonlySet<ShownLayer>): boolean => layers.size === FIRST_LAYERS.length && FIRST_LAYERS.every(layer => layers.has(layer))

interface BelowProps { readonly event: Event; readonly incident: string | null; readonly able: boolean; readonly onJudge: (kind: 'accept' | 'reject') => void }

const Below = ({ event, incident, able, onJudge }: BelowProps): ReactNode => (
  <div className="event-foot">
    {incident === null ? null : <IncidentLink id={incident}>The incident, with all who tell of it</IncidentLink>}
    {able ? <span className="row no-print"><button type="button" className="button small" aria-label={`Accept ${event.id}`} onClick={() => { onJudge('accept') }}>Accept</button><button type="button" className="button small" aria-label={`${event.id} is no event`} onClick={() => { onJudge('reject') }}>No event</button></span> : null}
  </div>
)
