/** Who decided what, the latest first, and what stands decided and yet does nothing. The address keeps whose decisions (`by`) and of which kind (`did`). */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { EventRef, FieldValue, IncidentField } from '../../../core/model/index.ts'
import { useDecide } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import { FIELD_NAMES } from '../../correct/drafts.ts'
import { withValue } from '../../filters/search.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { ReportLink } from '../../router/links.tsx'
import { useAddress } from '../../router/use-search.ts'
import { oneLine } from '../../text/safe.ts'
import { Ago } from '../../ui/moment.tsx'
import { Bones, EmptyState, ErrorNotice } from '../../ui/states.tsx'
import { Said } from '../../ui/text.tsx'
import { say, sayFailure } from '../../ui/toasts.tsx'
import { decidedPages, lostQuery, type Lost, type Made } from './queries.ts'
import { sayFieldValue } from './say.ts'

type Shown = Made & { readonly undoneBy?: string | null }

const DID: Readonly<Record<string, string>> = { merge: 'merged two incidents', split: 'kept two events apart', accept: 'accepted', reject: 'rejected', correct: 'corrected', add: 'added an event by hand', link: 'linked two incidents', unlink: 'took a link away', flag: 'flagged', comment: 'commented', undo: 'undid a decision' }

export function Decided(): ReactNode {
  const [search, change] = useAddress(), by = search['by'] ?? null, kind = search['did'] ?? null, { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(decidedPages(by, kind)), rows = data?.pages.flatMap(p => p.rows) ?? [], facets = data?.pages[0]?.facets, [at, setAt] = useState(0)
  const step = (n: number) => (): void => { setAt(a => { const next = Math.max(0, Math.min(rows.length - 1, a + n)); document.getElementById(`decision-${next}`)?.scrollIntoView({ block: 'nearest' }); return next }) }
  useKeys({ next: step(1), previous: step(-1), open: () => { document.querySelector<HTMLElement>(`#decision-${at} a`)?.click() } })
  if (error !== null) return <ErrorNotice thrown={error} again={() => { void refetch() }} />
  if (data === undefined) return <Bones lines={8} />
  const choose = (name: 'by' | 'did', of: string, title: string, words: (value: string) => string): ReactNode => {
    const chosen = search[name] ?? '', values = [...new Set([...(facets?.[of] ?? []).map(v => String(v.value)), ...chosen === '' ? [] : [chosen]])]
    return <label><span>{title}</span><select className="input" value={chosen} onChange={event => { setAt(0); change(s => withValue(s, name, event.target.value === '' ? null : event.target.value)) }}><option value="">all</option>{values.map(v => <option key={v} value={v}>{oneLine(words(v), 60)}</option>)}</select></label>
  }
  return (
    <div className="decided">
      <WithoutEffect />
      <div className="narrowing" role="group" aria-label="Only decisions of">{choose('by', 'by', 'Who', v => v)}{choose('did', 'kind', 'What', v => DID[v] ?? v)}<span className="quiet" role="status">{(data.pages[0]?.total ?? 0).toLocaleString('en')} {data.pages[0]?.total === 1 ? 'decision' : 'decisions'}</span></div>
      {rows.length === 0 ? <EmptyState title="Nobody has decided anything yet"><p>Whatever people accept, correct, merge or add stands here with who did it and when, and can be undone. Nothing is ever overwritten.</p></EmptyState> : <section className="card" aria-label="Decisions"><ol>{rows.map((d, i) => <One key={d.id} of={d} id={`decision-${i}`} at={i === at} />)}</ol></section>}
      {hasNextPage && <p><button type="button" className="button" disabled={isFetchingNextPage} onClick={() => { void fetchNextPage() }}>Earlier ones</button></p>}
    </div>
  )
}

const WITHOUT: Readonly<Record<Lost['code'], string>> = { 'anchor-lost': 'No event is coded any more at the words it speaks of, or its report is gone.', 'decision-overruled': 'Later decisions say otherwise.', 'decision-unfit': 'The field cannot have this value.' }

/** Decisions that hold and yet do nothing, with why: none is lost in silence. */
function WithoutEffect(): ReactNode {
  const { data: lost = [] } = useQuery(lostQuery)
  if (lost.length === 0) return null
  return (
    <section className="card lost" aria-labelledby="lost">
      <h2 id="lost">{lost.length === 1 ? 'One decision does' : `${lost.length.toLocaleString('en')} decisions do`} nothing now</h2>
      <p className="quiet">They stand and are kept. Decide anew on the report as it is coded today, or undo them.</p>
      <ol>{lost.slice(0, 50).map(({ decision, code }) => <One key={decision.id} of={decision} why={WITHOUT[code]} />)}</ol>
      {lost.length > 50 && <p className="quiet">and {(lost.length - 50).toLocaleString('en')} more</p>}
    </section>
  )
}

function One({ of: d, id, at = false, why }: { readonly of: Shown; readonly id?: string; readonly at?: boolean; readonly why?: string }): ReactNode {
  const may = useMay('coder'), decide = useDecide(), refs = refsOf(d), undone = (d.undoneBy ?? null) !== null
  const undo = (): void => { decide.mutate({ decisions: [{ kind: 'undo', decision: d.id }] }, { onSuccess: () => { say('Undone.') }, onError: sayFailure }) }
  return (
    <li id={id} className={`${undone ? 'undone' : ''} ${at ? 'at' : ''}`}>
      <div>
        <p><span className="did"><b><Said text={d.by} longest={60} /></b> {DID[d.kind] ?? d.kind}{sayWhat(d) !== '' && <>: <Said text={sayWhat(d)} longest={200} /></>}</span> <span className="quiet"><Ago at={d.at} /></span> {undone && <span className="badge">undone</span>}</p>
        {refs.length > 0 && <p className="quiet">{refs.map((ref, i) => <span key={i}>{i > 0 && ' and '}<ReportLink id={ref.document} search={{ event: ref.event }}><Said text={ref.document} longest={60} /></ReportLink>{wordsOf(ref) !== '' && <> “<Said text={wordsOf(ref)} longest={60} />”</>}</span>)}</p>}
        {d.reason !== null && <p className="quiet">Reason: <Said text={d.reason} longest={500} /></p>}
        {why !== undefined && <p>{why}</p>}
      </div>
      {may && !undone && d.kind !== 'undo' && <button type="button" className="button plain small" disabled={decide.isPending} onClick={undo}>Undo<span className="sr"> what {d.by} decided</span></button>}
    </li>
  )
}

const refsOf = (d: Shown): readonly EventRef[] => ['event', 'a', 'b', 'from', 'to'].flatMap(name => { const ref = d[name]; return typeof ref === 'object' && ref !== null && 'document' in ref ? [ref as EventRef] : [] })
const wordsOf = (ref: EventRef): string => (ref as { readonly mention?: { readonly exact?: string } }).mention?.exact ?? ''

/** The field and value, the remark, or the kind of link. */
function sayWhat(d: Shown): string {
  const field = typeof d['field'] === 'string' ? FIELD_NAMES[d['field'] as IncidentField] ?? d['field'] : null
  if (d.kind === 'correct') return `${field ?? ''}, ${sayFieldValue(d['field'] as IncidentField, d['value'] as FieldValue | null)}`
  if (typeof d['text'] === 'string') return d['text']
  return field ?? (typeof d['link'] === 'string' ? d['link'] : d.kind === 'accept' || d.kind === 'reject' ? 'the event' : '')
}
