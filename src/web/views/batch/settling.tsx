/** Two coders' answers side by side; where they differ an editor says whom to follow. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { sayDays } from '../../filters/words.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { Said } from '../../ui/text.tsx'
import { say, sayFailure } from '../../ui/toasts.tsx'
import { saySides } from '../incident/name.tsx'
import { adjudicate, closedWithQuery, type Batch, type BatchAnswer, type BatchTask } from '../review/queries.ts'
import { questionOf } from '../review/question.tsx'
import { Screen } from '../review/screen.tsx'
import { compared, followed, nones, settled, unsettled, type Compared, type Side } from './settle.ts'

interface SettlingProps { readonly batch: Batch; readonly tasks: readonly BatchTask[]; readonly able: boolean }

export function Settling({ batch, tasks, able }: SettlingProps): ReactNode {
  const coders = batch.coders.map(c => c.coder), rows = compared(tasks, coders), [taken, setSides] = useState<Readonly<Record<string, Side>>>({}), closed = batch.state === 'adjudicated', { data: made } = useQuery(closedWithQuery(batch)), sides = closed ? followed(rows, made ?? []) : taken, [at, setAt] = useState(() => Math.max(0, rows.findIndex(r => !r.same))), queries = useQueryClient()
  const differ = rows.filter(r => !r.same).length, left = unsettled(rows, sides).length, decisions = settled(rows, sides), none = nones(rows, sides), held = decisions.length + none.length, task = tasks[at]?.task
  const close = useMutation({ mutationFn: () => adjudicate(batch.id, { decisions, none, reason: `Settled between ${coders.join(' and ')}: ${batch.title}` }), onError: sayFailure, onSuccess: () => { say(`Settled with ${held} ${held === 1 ? 'decision' : 'decisions'}.`); void queries.invalidateQueries() } })
  const take = (side: Side): void => { const row = rows[at]; if (row === undefined || !able || row.same) return; setSides(s => ({ ...s, [row.id]: side })); const next = rows.findIndex((r, i) => i > at && !r.same); if (next >= 0) setAt(next) }
  useKeys({ 'next': () => { setAt(Math.min(rows.length - 1, at + 1)) }, 'previous': () => { setAt(Math.max(0, at - 1)) }, ...able ? { 'choose-1': () => { take(0) }, 'choose-2': () => { take(1) }, 'skip': () => { take('neither') } } : {} })
  return (
    <>
      <div className="queue-bar">
        <p role="status">{rows.length - differ} of {rows.length} answered alike{able && (left > 0 ? `, ${left} to settle` : ', all settled')}{closed && <>; settled by <Said text={batch.adjudicatedBy ?? ''} longest={40} />{made !== undefined && ` with ${made.length} ${made.length === 1 ? 'decision' : 'decisions'}`}</>}</p>
        {able && <div className="kinds"><button type="button" className="button small primary" disabled={left > 0 || close.isPending} onClick={() => { close.mutate() }}>Close with {held} {held === 1 ? 'decision' : 'decisions'}</button></div>}
      </div>
      <div className="card settling">
        <table>
          <thead><tr><th scope="col">Task</th>{coders.map(c => <th key={c} scope="col"><Said text={c} longest={40} /></th>)}<th scope="col">Settled</th></tr></thead>
          <tbody>{rows.map((row, i) => <Row key={row.id} of={row} title={titleOf(tasks[i]!)} at={i === at} side={sides[row.id]} able={able} closed={closed && made !== undefined} onAt={() => { setAt(i) }} onTake={side => { setAt(i); setSides(s => ({ ...s, [row.id]: side })) }} />)}</tbody>
        </table>
      </div>
      {task !== undefined && <Screen key={task.id} task={task} able={false} onAnswer={() => undefined} onSkip={undefined} onUndo={undefined} onRemark={undefined} />}
    </>
  )
}

/** The question with whom it is about, where and when. */
function titleOf({ task }: BatchTask): string {
  const [about] = task.incidents
  return [questionOf(task), about === undefined ? task.told[0]?.summary ?? '' : [saySides(about), about.places[0]?.name ?? '', sayDays(about.date?.start ?? null, about.date?.end)].filter(Boolean).join(', ')].join(' ')
}

/** Choices that are codes, in the words of their questions; of a field the choice is the value itself. */
const CHOICES: Readonly<Record<string, string>> = { same: 'one incident', different: 'two incidents', accept: 'an incident', reject: 'no incident', link: 'linked', unlink: 'not linked', event: 'an event', none: 'no event' }
const sayChoice = ({ choice }: BatchAnswer, kind: Compared['kind']): string => (choice === 'unsure' ? 'cannot tell' : kind === 'field' ? choice : CHOICES[choice] ?? choice)

interface RowProps { readonly of: Compared; readonly title: string; readonly at: boolean; readonly side: Side | undefined; readonly able: boolean; readonly closed: boolean; readonly onAt: () => void; readonly onTake: (side: Side) => void }

function Row({ of: { kind, said, same }, title, at, side, able, closed, onAt, onTake }: RowProps): ReactNode {
  return (
    <tr className={`${at ? 'at' : ''} ${same ? '' : 'differs'}`}>
      <th scope="row"><button type="button" className="voice" aria-current={at} onClick={onAt}><Said text={title} longest={110} /></button></th>
      {said.map((answer, k) => <td key={k}><Answer of={answer} kind={kind} />{able && !same && answer !== null && <button type="button" className="button small" aria-pressed={side === k} onClick={() => { onTake(k as Side) }}>Follow</button>}</td>)}
      <td>{same ? <span className="badge good">alike</span> : side === undefined ? closed ? <span className="quiet">no decision</span> : <span className="badge warn">differs</span> : side === 'neither' ? 'neither' : <span className="badge accent"><Said text={said[side] === null ? '' : sayChoice(said[side], kind)} longest={80} /></span>}{able && !same && <button type="button" className="button plain small" aria-pressed={side === 'neither'} onClick={() => { onTake('neither') }}>Neither</button>}</td>
    </tr>
  )
}

const Answer = ({ of, kind }: { readonly of: BatchAnswer | null; readonly kind: Compared['kind'] }): ReactNode => (of === null ? <span className="quiet">no answer</span> : <span><Said text={sayChoice(of, kind)} longest={80} />{of.note !== null && <span className="quiet"> <Said text={of.note} longest={120} /></span>} </span>)
