/** A batch: coding it without seeing the other, waiting, and settling it side by side. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { asFailure } from '../../api/failure.ts'
import { useMay, useSession } from '../../api/session.ts'
import { usePathPart } from '../../router/use-search.ts'
import { ViewLink } from '../../router/links.tsx'
import { Bones, EmptyState, ErrorNotice } from '../../ui/states.tsx'
import { Said } from '../../ui/text.tsx'
import { batchQuery } from '../review/queries.ts'
import '../review/review.css'
import { Coding } from './coding.tsx'
import { Settling } from './settling.tsx'

export default function BatchPage(): ReactNode {
  const id = usePathPart('id'), me = useSession()?.user ?? null, editor = useMay('editor'), { data, error, refetch } = useQuery(batchQuery(id))
  if (error !== null) return <div className="page">{asFailure(error).code === 'review-unknown' ? <EmptyState title="No such batch"><p>The address may have been cut off when it was copied.</p></EmptyState> : <ErrorNotice thrown={error} again={() => { void refetch() }} />}</div>
  if (data === undefined) return <div className="page"><Bones lines={8} /></div>
  const { batch, tasks } = data, mine = batch.coders.find(c => c.coder === me), coding = mine !== undefined && mine.submitted === null && batch.state === 'open'
  return (
    <div className="page review">
      <p className="parts"><ViewLink path="/review" search={{ part: 'batches' }} className="button small">‹ All batches</ViewLink> <b><Said text={batch.title} longest={120} /></b></p>
      {coding ? <Coding batch={batch} tasks={tasks} me={me!} />
        : batch.state === 'open' ? <Waiting names={batch.coders.filter(c => c.submitted === null).map(c => c.coder)} mine={mine !== undefined} />
          : <Settling batch={batch} tasks={tasks} able={editor && batch.state === 'submitted'} />}
    </div>
  )
}

const Waiting = ({ names, mine }: { readonly names: readonly string[]; readonly mine: boolean }): ReactNode => (
  <EmptyState title={mine ? 'Handed in' : 'Being coded'}><p><Said text={names.join(' and ')} longest={120} /> {names.length === 1 ? 'has' : 'have'} yet to hand in. Until then nobody sees the answers.</p></EmptyState>
)
