/** The history of own additions: who did what and why; the latest step of each can be undone. */
import type { ReactNode } from 'react'
import { ViewLink } from '../../router/links.tsx'
import { Ago } from '../../ui/moment.tsx'
import { Said } from '../../ui/text.tsx'
import { sayStep, undoing, type OwnStep } from './own.ts'
import { useOwnChange } from './own-questions.ts'

interface StepsProps { readonly steps: readonly OwnStep[]; readonly may: boolean; /** Links to what the step is about. */ readonly linked?: boolean }

export function Steps({ steps, may, linked = false }: StepsProps): ReactNode {
  const change = useOwnChange()
  if (steps.length === 0) return null
  return (
    <ol className="own-steps" aria-label="History">
      {steps.map((step, i) => {
        const latest = steps.findIndex(s => s.id === step.id && s.kind === step.kind) === i, words = <Said text={sayStep(steps, step)} longest={200} />
        return <li key={step.step}><span>{linked ? <ViewLink path={step.kind === 'actor' ? '/actors/$id' : '/places/$id'} params={{ id: step.id }}>{words}</ViewLink> : words}{step.reason !== null && <span className="why"> — <Said text={step.reason} longest={200} /></span>}</span><span className="quiet">{step.by}, <Ago at={step.at} /></span>{may && latest && <button type="button" className="button plain small" disabled={change.isPending} onClick={() => { change.mutate(undoing(steps, step)) }}>Undo<span className="sr">: {sayStep(steps, step)}</span></button>}</li>
      })}
    </ol>
  )
}
