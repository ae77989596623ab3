/** The review: the queue of tasks, batches for two coders, how far they agree. Its address keeps the part (`part`), the kind of task (`kind`) and the task (`task`). */
import type { ReactNode } from 'react'
import { useMay } from '../../api/session.ts'
import { useAddress } from '../../router/use-search.ts'
import { EmptyState } from '../../ui/states.tsx'
import { Agreed } from './agreed.tsx'
import { BatchList } from './batches.tsx'
import { Decided } from './decided.tsx'
import { QueuePart } from './queue.tsx'
import './review.css'

const PARTS = [['queue', 'Queue'], ['batches', 'Two coders'], ['decisions', 'Decisions'], ['agreement', 'Agreement and speed']] as const
type Part = (typeof PARTS)[number][0]

export default function ReviewPage(): ReactNode {
  const may = useMay('coder'), [search, change] = useAddress(), part: Part = PARTS.find(([name]) => name === search['part'])?.[0] ?? 'queue'
  if (!may) return <SignedOut />
  return (
    <div className="page review">
      <nav className="parts" aria-label="Parts of the review">{PARTS.map(([name, title]) => <button key={name} type="button" className="button small" aria-pressed={part === name} onClick={() => { change(name === 'queue' ? {} : { part: name }) }}>{title}</button>)}</nav>
      {part === 'queue' && <QueuePart />}
      {part === 'batches' && <BatchList />}
      {part === 'decisions' && <Decided />}
      {part === 'agreement' && <Agreed />}
    </div>
  )
}

const SignedOut = (): ReactNode => (
  <EmptyState title="Review, one question at a time">
    <p>Casus asks what it is least sure of and what matters most: which of two tolls, whether two reports tell of one incident, whether one attack answered another, what was missed. Each question is on one screen with its sentences, and answered by one key.</p>
    <p>Sign in as a coder to review (at the foot of the list of views).</p>
  </EmptyState>
)
