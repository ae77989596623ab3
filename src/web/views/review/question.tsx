/** The question of a task, in words, with what there is to decide between. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { reportQuery } from '../../api/queries.ts'
import { FIELD_NAMES } from '../../correct/drafts.ts'
import { plain, withDays } from '../../filters/words.ts'
import { passageOf } from '../../text/passage.ts'
import { Quote } from '../../ui/text.tsx'
import { InBrief } from './brief.tsx'
import { Pair } from './pair.tsx'
import { Rivals } from './rivals.tsx'
import { Sentence } from './sentence.tsx'
import type { QuestionProps, Task, TaskOf } from './task.ts'

export function Question(props: QuestionProps): ReactNode {
  const { task } = props
  return (
    <>
      <h2>{questionOf(task)}</h2>
      <p className="why quiet">{whyAsked(task)}</p>
      {task.body.kind === 'field' && <Rivals {...props} />}
      {task.body.kind === 'pair' && <Pair {...props} task={task as TaskOf<'pair'>} />}
      {task.body.kind === 'link' && <Linked {...props} />}
      {(task.body.kind === 'event' || task.body.kind === 'missed') && task.told.map(told => <Sentence key={told.event} of={told} />)}
      {task.body.kind !== 'pair' && task.body.kind !== 'link' && task.incidents.map(incident => <InBrief key={incident.id} of={incident} />)}
    </>
  )
}

const ASKS: Partial<Readonly<Record<string, string>>> = { occurrence: 'Did it happen?', actors: 'Who did it?', recipients: 'To whom was it done?', place: 'Where was it?', date: 'When was it?', killed: 'How many were killed?', injured: 'How many were injured?', attackersKilled: 'How many attackers were killed?', detained: 'How many were detained?', weapons: 'With what?', type: 'What was it?', mode: 'In which way?', status: 'Did it take place?' }

export function questionOf({ body }: Task): string {
  switch (body.kind) {
    case 'field': return ASKS[body.field] ?? `${FIELD_NAMES[body.field]}?`
    case 'event': return 'Is this an incident at all?'
    case 'pair': return body.same ? 'Are these one incident? The machine has joined them.' : 'Are these one incident? The machine has kept them apart.'
    case 'link': return { retaliation: 'Was the second in retaliation for the first?', response: 'Was the second a response to the first?', cause: 'Did the first cause the second?' }[body.link]
    case 'missed': return `Do the marked words tell of an incident (${plain(body.type).toLowerCase()})?`
  }
}

/** Why the task stands where it stands. */
function whyAsked({ body, uncertainty, impact }: Task): string {
  const doubt = uncertainty >= 0.85 ? 'Wide open' : uncertainty >= 0.5 ? 'In doubt' : 'Rather sure', weight = impact >= 5 ? 'much hangs on it' : impact >= 2.5 ? 'something hangs on it' : 'little hangs on it'
  const why = body.kind === 'field' ? withDays(body.why) : body.kind === 'event' ? `One voice only; confidence ${body.confidence.toFixed(2)}.` : body.kind === 'missed' ? `Found and let go; confidence ${body.confidence.toFixed(2)}.` : ''
  return `${doubt}; ${weight}. ${why}`
}

/** Two incidents in the order of time, with the words that link them. */
function Linked({ task }: QuestionProps): ReactNode {
  const [first, second] = [task.incidents.find(i => i.id === task.other), task.incidents.find(i => i.id === task.incident)]
  return <div className="linked">{task.body.kind === 'link' && <LinkWords evidence={task.body.evidence[0]} />}{first !== undefined && <div><h3>First</h3><InBrief of={first} /></div>}{second !== undefined && <div><h3>Second</h3><InBrief of={second} /></div>}</div>
}

function LinkWords({ evidence }: { readonly evidence: TaskOf<'link'>['body']['evidence'][number] | undefined }): ReactNode {
  const { data } = useQuery({ ...reportQuery(evidence?.document ?? ''), enabled: evidence !== undefined })
  if (evidence === undefined) return null
  return data === undefined ? <span className="bone" style={{ height: '3em' }} /> : <Quote passage={passageOf(data.text, [evidence.span])} />
}
