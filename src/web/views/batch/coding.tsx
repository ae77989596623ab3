/** Coding a batch: its tasks one after the other; answers can be changed until they are handed in. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useKeys } from '../../keys/use-keys.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { say, sayFailure } from '../../ui/toasts.tsx'
import { answerBatch, submitBatch, type Batch, type BatchAnswer, type BatchTask } from '../review/queries.ts'
import { Screen } from '../review/screen.tsx'
import type { Verdict } from '../review/verdict.ts'

/** The choice of somebody who cannot tell. */
const UNSURE: BatchAnswer = { choice: 'unsure', decisions: [], note: null }

interface CodingProps { readonly batch: Batch; readonly tasks: readonly BatchTask[]; readonly me: string }

export function Coding({ batch, tasks, me }: CodingProps): ReactNode {
  const queries = useQueryClient(), [said, setSaid] = useState<Readonly<Record<string, BatchAnswer>>>(() => Object.fromEntries(tasks.flatMap(t => (t.answers[me] === undefined ? [] : [[t.task.id, t.answers[me]]]))))
  const [at, setAt] = useState(() => Math.max(0, tasks.findIndex(t => t.answers[me] === undefined))), [handing, setHanding] = useState(false), task = tasks[at]?.task, open = tasks.filter(t => said[t.task.id] === undefined).length
  const send = useMutation({ mutationFn: ({ id, answer }: { readonly id: string; readonly answer: BatchAnswer }) => answerBatch(batch.id, id, answer), onError: (thrown, { id }) => { sayFailure(thrown); setSaid(s => Object.fromEntries(Object.entries(s).filter(([key]) => key !== id))) }, scope: { id: `batch-${batch.id}` } })
  const submit = useMutation({ mutationFn: () => submitBatch(batch.id), onError: sayFailure, onSuccess: () => { say('Handed in.'); setHanding(false); void queries.invalidateQueries({ queryKey: ['batches'] }) } })
  const go = (to: number): void => { setAt(Math.max(0, Math.min(tasks.length - 1, to))) }
  const answer = (given: BatchAnswer): void => {
    if (task === undefined) return
    setSaid(s => ({ ...s, [task.id]: given }))
    send.mutate({ id: task.id, answer: given })
    if (open === 1 && said[task.id] === undefined) setHanding(true)
    else go(at + 1)
  }
  useKeys({ undo: at > 0 ? () => { go(at - 1) } : undefined })
  return (
    <>
      <div className="queue-bar">
        <p role="status"><b>{at + 1}</b> of {tasks.length} <span className="quiet">· {open === 0 ? 'all answered' : `${open} to answer`}; nobody sees your answers until both of you have handed in</span></p>
        <div className="kinds"><button type="button" className="button small" disabled={at === 0} onClick={() => { go(at - 1) }}>‹ Back</button><button type="button" className="button small" disabled={at === tasks.length - 1} onClick={() => { go(at + 1) }}>On ›</button><button type="button" className="button primary small" onClick={() => { setHanding(true) }}>Hand in…</button></div>
      </div>
      {task !== undefined && <Screen key={task.id} task={task} able chosen={said[task.id]?.choice ?? null} onAnswer={({ choice, decisions, reason = null }: Verdict) => { answer({ choice, decisions, note: reason }) }} onSkip={() => { answer(UNSURE) }} onUndo={at > 0 ? () => { go(at - 1) } : undefined} onRemark={undefined} />}
      <Dialog open={handing} onClose={() => { setHanding(false) }} title="Hand in your answers?" about={open === 0 ? 'All tasks are answered. Once handed in, answers cannot be changed.' : `${open} of ${tasks.length} are not answered; they will not be compared. Once handed in, answers cannot be changed.`} footer={<><button type="button" className="button plain" onClick={() => { setHanding(false) }}>Not yet</button><button type="button" className="button primary" disabled={submit.isPending || send.isPending} onClick={() => { submit.mutate() }}>Hand in</button></>}>
        <p>The other coder and the editors see them once both of you have handed in.</p>
      </Dialog>
    </>
  )
}
