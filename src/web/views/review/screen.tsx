/** One task on one screen: the question, the rivals with their sentences, the machine's reasons, the report's words around; answered by keys or buttons. */
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { EventRef } from '../../../core/model/index.ts'
import { reportQuery } from '../../api/queries.ts'
import type { GivenEvent } from '../../correct/event-draft.ts'
import { EventDialog } from '../../correct/event-form.tsx'
import { ValueDialog } from '../../correct/value-form.tsx'
import { useKeys } from '../../keys/use-keys.ts'
import { Around } from '../../ui/around.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import { Bones, ErrorNotice } from '../../ui/states.tsx'
import { say } from '../../ui/toasts.tsx'
import { Actions, type Act } from './actions.tsx'
import { Question } from './question.tsx'
import { RemarkDialog } from './remark.tsx'
import { bestOf, evidenceOf, eventOf, readingOf, type Task, type Words } from './task.ts'
import { chooseValue, codeMissed, decidePair, giveValue, linkPair, rejectValue, yesOrNo, type Verdict } from './verdict.ts'

interface ScreenProps {
  readonly task: Task
  readonly onAnswer: (verdict: Verdict) => void
  readonly onSkip: (() => void) | undefined
  readonly onUndo: (() => void) | undefined
  /** Keeps a remark; undefined where none can be kept. */
  readonly onRemark: ((kind: 'flag' | 'comment', event: EventRef, text: string) => void) | undefined
  /** What was chosen already, in a batch. */
  readonly chosen?: string | null
  /** Whether the person may answer. */
  readonly able: boolean
}

type Opened = 'edit' | 'flag' | 'comment' | 'code'

export function Screen({ task, onAnswer, onSkip, onUndo, onRemark, chosen = null, able }: ScreenProps): ReactNode {
  const evidence = evidenceOf(task), [at, setAt] = useState(0), active = evidence[at] ?? evidence[0] ?? null, [open, setOpen] = useState<Opened | null>(null)
  const reading = readingOf(task), value = active?.value ?? reading?.chosen ?? 0, event = eventOf(task), { body } = task
  const step = (by: number): void => { if (evidence.length > 0) setAt((at + by + evidence.length) % evidence.length) }
  const stepValue = (by: number): void => { const values = reading?.values.length ?? 0; if (values > 0) setAt(Math.max(0, evidence.findIndex(e => e.value === (value + by + values) % values))) }
  const give = (verdict: Verdict | null) => (verdict === null || !able ? undefined : () => { onAnswer(verdict) })
  const may = (open_: Opened) => (able ? () => { setOpen(open_) } : undefined)
  const acts: Partial<Record<Act, (() => void) | undefined>> = {
    accept: body.kind === 'missed' ? may('code') : give(body.kind === 'field' ? reading?.chosen == null ? null : chooseValue(task, reading.chosen) : yesOrNo(task, true)), reject: give(body.kind === 'field' ? rejectValue(task, value) : yesOrNo(task, false)),
    skip: able ? onSkip : undefined, undo: onUndo, edit: body.kind === 'field' ? may('edit') : undefined, flag: event === null || onRemark === undefined ? undefined : may('flag'), comment: event === null || onRemark === undefined ? undefined : may('comment'),
    ...body.kind === 'pair' ? { same: give(decidePair(body.a, body.b, true)), different: give(decidePair(body.a, body.b, false)), link: give(linkPair(task)) } : {},
  }
  const choices = Object.fromEntries((reading?.values ?? []).slice(0, 9).map((_v, i) => [`choose-${i + 1}`, give(chooseValue(task, i))]))
  // `a` never does nothing without a word.
  const none = able && body.kind === 'field' && acts.accept === undefined ? () => { say('None of these is preferred, so there is nothing to leave as it is: choose one by its number, or give another value.') } : undefined
  useKeys({ ...acts, accept: acts.accept ?? none, ...choices, 'evidence-next': evidence.length > 1 ? () => { step(1) } : undefined, 'evidence-previous': evidence.length > 1 ? () => { step(-1) } : undefined, ...reading === null ? {} : { next: () => { stepValue(1) }, previous: () => { stepValue(-1) } } })
  return (
    <div className="screen">
      <section className="question card" aria-label="The question">
        <Question task={task} active={active} chosen={chosen} able={able} onSee={i => { setAt(Math.max(0, i)) }} onChoose={i => give(chooseValue(task, i))?.()} evidence={evidence} />
      </section>
      <Report task={task} active={active} evidence={evidence} at={at} onStep={step} />
      {able && <Actions task={task} acts={acts} values={reading?.values.length ?? 0} />}
      {open === 'edit' && body.kind === 'field' && <ValueDialog field={body.field} type={task.incidents[0]?.type ?? null} before={bestOf(reading)} evidence={[]} onClose={() => { setOpen(null) }} onGive={given => { setOpen(null); give(giveValue(task, given.value, given.evidence, given.reason))?.() }} />}
      {open === 'code' && <Missed task={task} onClose={() => { setOpen(null) }} onGive={given => { setOpen(null); give(codeMissed(task, given))?.() }} />}
      {(open === 'flag' || open === 'comment') && event !== null && <RemarkDialog task kind={open} onClose={() => { setOpen(null) }} onGive={text => { setOpen(null); onRemark?.(open, event, text) }} />}
    </div>
  )
}

interface MissedProps { readonly task: Task; readonly onGive: (given: GivenEvent) => void; readonly onClose: () => void }

/** The form of an event that was missed, once its report is there. */
function Missed({ task: { document, body }, onGive, onClose }: MissedProps): ReactNode {
  const { data } = useQuery({ ...reportQuery(document ?? ''), enabled: document !== null })
  return data === undefined || body.kind !== 'missed' ? null : <EventDialog report={data} words={body.span} type={body.type} onClose={onClose} onGive={onGive} />
}

interface ReportProps { readonly task: Task; readonly active: Words | null; readonly evidence: readonly Words[]; readonly at: number; readonly onStep: (by: number) => void }

/** The report that the active words stand in. */
function Report({ task, active, evidence, at, onStep }: ReportProps): ReactNode {
  const id = active?.document ?? task.document, { data, error } = useQuery({ ...reportQuery(id ?? ''), enabled: id !== null })
  return (
    <section className="card report-pane" aria-label="The report">
      {evidence.length > 1 && <div className="steps"><button type="button" className="button small" onClick={() => { onStep(-1) }} aria-label="Previous evidence">‹<KeyHint id="evidence-previous" /></button><span>{at + 1} of {evidence.length}</span><button type="button" className="button small" onClick={() => { onStep(1) }} aria-label="Next evidence">›<KeyHint id="evidence-next" /></button></div>}
      {error !== null ? <ErrorNotice thrown={error} /> : data === undefined ? <div className="page"><Bones lines={8} /></div> : <Around report={data} marks={evidence.filter(e => e.document === data.id)} active={active?.document === data.id ? active : null} />}
    </section>
  )
}
