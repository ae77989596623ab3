/** The queue: kinds to choose from, the task, speed and progress. */
import { useQuery } from '@tanstack/react-query'
import { memo, useCallback, useMemo, type ReactNode } from 'react'
import type { EventRef } from '../../../core/model/index.ts'
import { useDecide } from '../../api/queries.ts'
import { withValue } from '../../filters/search.ts'
import { sayValue } from '../../filters/words.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { useAddress } from '../../router/use-search.ts'
import { Bones, EmptyState, ErrorNotice } from '../../ui/states.tsx'
import { oneLine } from '../../text/safe.ts'
import { Said } from '../../ui/text.tsx'
import { say, sayFailure } from '../../ui/toasts.tsx'
import { sayPace } from './pace.ts'
import { kindsQuery, NARROWING, narrowingQuery, type Narrowed } from './queries.ts'
import { Screen } from './screen.tsx'
import { KIND_WORDS, KINDS } from './task.ts'
import { useQueue } from './use-queue.ts'

export function QueuePart(): ReactNode {
  const [search, change] = useAddress(), key = JSON.stringify(NARROWING.flatMap(name => (search[name] === undefined ? [] : [[name, search[name]]]))), narrowed = useMemo(() => Object.fromEntries(JSON.parse(key) as [string, string][]) as Narrowed, [key])
  const narrow = useCallback((name: keyof Narrowed, value: string | null) => { change(s => withValue(withValue(s, 'task', null), name, value)) }, [change])
  return (
    <>
      <Narrowing narrowed={narrowed} onChange={narrow} />
      <Queue key={key} narrowed={narrowed} />
    </>
  )
}

const TITLES = { type: 'Type', country: 'Country', placeName: 'Place' } as const

interface NarrowingProps { readonly narrowed: Narrowed; readonly onChange: (name: keyof Narrowed, value: string | null) => void }

/** What the queue is narrowed to: type, country and place of the incident, or one report. It stands still while tasks go by. */
const Narrowing = memo(function Narrowing({ narrowed, onChange }: NarrowingProps): ReactNode {
  const facets = useQuery(narrowingQuery).data
  return (
    <div className="narrowing" role="group" aria-label="Only tasks of">
      {(['type', 'country', 'placeName'] as const).map(name => {
        const values = (facets?.[name] ?? []).filter(v => v.value !== null && v.value !== ''), chosen = narrowed[name] ?? ''
        return <label key={name} className="pick-one"><span>{TITLES[name]}</span><select className="input" value={chosen} onChange={event => { onChange(name, event.target.value === '' ? null : event.target.value) }}><option value="">all</option>{[...new Set([...values.map(v => String(v.value)), ...chosen === '' ? [] : [chosen]])].map(value => <option key={value} value={value}>{oneLine(sayValue(name, value), 60)}</option>)}</select></label>
      })}
      {narrowed.document !== undefined && <button type="button" className="button small" onClick={() => { onChange('document', null) }}>Report <Said text={narrowed.document} longest={40} /> <span aria-hidden="true">✕</span><span className="sr">, show the tasks of all reports</span></button>}
    </div>
  )
})

function Queue({ narrowed }: { readonly narrowed: Narrowed }): ReactNode {
  const [search, change] = useAddress(), kind = KINDS.find(k => k === search['kind']) ?? null, decide = useDecide()
  const show = useCallback((id: string) => { change(s => withValue(s, 'task', id), { replace: true }) }, [change])
  const { task, left, error, again, pace, answer, skip, undo } = useQueue(kind, narrowed, search['task'] ?? null, show)
  const remark = (what: 'flag' | 'comment', event: EventRef, text: string): void => { decide.mutate({ decisions: [{ kind: what, event, text }] }, { onSuccess: () => { say(what === 'flag' ? 'Flagged.' : 'Commented.') }, onError: sayFailure }) }
  return (
    <>
      <div className="queue-bar"><Kinds kind={kind} narrowed={narrowed} onChange={next => { change(s => withValue(withValue(s, 'task', null), 'kind', next)) }} /><p className="quiet" role="status">{left === null ? '' : sayPace(pace, left)}</p></div>
      {error !== null && <ErrorNotice thrown={error} again={again} />}
      {task !== null ? <Screen key={task.id} task={task} able onAnswer={answer} onSkip={skip} onUndo={undo} onRemark={remark} />
        : left === 0 ? <Done onUndo={undo} kind={kind !== null || Object.keys(narrowed).length > 0} decided={pace.decided} /> : error === null && <div className="card page"><Bones lines={9} label="The next task" /></div>}
    </>
  )
}

function Kinds({ kind, narrowed, onChange }: { readonly kind: string | null; readonly narrowed: Narrowed; readonly onChange: (kind: string | null) => void }): ReactNode {
  const { data } = useQuery(kindsQuery(narrowed)), countOf = (of: string): number => data?.find(d => d.value === of)?.count ?? 0
  return (
    <div className="kinds" role="group" aria-label="Kinds of tasks">
      <button type="button" className="button small" aria-pressed={kind === null} onClick={() => { onChange(null) }}>All</button>
      {KINDS.map(k => <button key={k} type="button" className="button small" aria-pressed={kind === k} title={KIND_WORDS[k][1]} onClick={() => { onChange(k) }}>{KIND_WORDS[k][0]} <span className="quiet">{data === undefined ? '' : countOf(k).toLocaleString('en')}</span></button>)}
    </div>
  )
}

interface DoneProps { readonly kind: boolean; readonly decided: number; readonly onUndo: (() => void) | undefined }

/** Nothing waits; the last answer can still be taken back. */
function Done({ kind, decided, onUndo }: DoneProps): ReactNode {
  useKeys({ undo: onUndo })
  return (
    <EmptyState title={decided > 0 ? 'Nothing is left to decide' : 'Nothing to decide'}>
      <p>{kind ? 'No task of this choice waits. Choose another above.' : 'A task appears when reports contradict each other, when two reports may tell of one incident, when one incident seems to answer another, or when words were let go that may tell of one.'}</p>
      {!kind && <p>Take in more reports under Sources, and tasks come of themselves.</p>}
      {onUndo !== undefined && <p><button type="button" className="button small" onClick={onUndo}>Take the last answer back</button></p>}
    </EmptyState>
  )
}
