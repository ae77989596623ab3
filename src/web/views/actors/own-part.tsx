/** What people have added about one actor or place: names, who said so and why, and how to add, change, undo. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState, type ReactNode } from 'react'
import { useLive } from '../../api/live.ts'
import { useMay } from '../../api/session.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { ViewLink } from '../../router/links.tsx'
import { Said } from '../../ui/text.tsx'
import { givenNames, sameAs, type Kind } from './own.ts'
import { EntryDialog, NamesDialog, SameDialog } from './own-dialog.tsx'
import { isAwaited, ownHistoryQuery, ownQuery, useOwnChange } from './own-questions.ts'
import { Steps } from './own-steps.tsx'
import type { GazetteerPlace } from '../../api/gazetteer.ts'
import type { RegisteredActor } from './questions.ts'

interface OwnPartProps { readonly kind: Kind; readonly id: string; readonly name: string; readonly known: { readonly actor: RegisteredActor } | { readonly place: GazetteerPlace } | null }

const WHERE = { actor: 'registry', place: 'gazetteer' } as const

export function OwnPart({ kind, id, name, known }: OwnPartProps): ReactNode {
  const own = useQuery(ownQuery(kind)).data, steps = (useQuery(ownHistoryQuery).data ?? []).filter(s => s.id === id && s.kind === kind), may = useMay('editor'), [open, setOpen] = useState<'edit' | 'same' | null>(null), change = useOwnChange(), navigate = useNavigate()
  const entry = own?.find(e => e.id === id) ?? null, same = sameAs(entry), mine = id.startsWith('own.') && entry !== null, ready = may && own !== undefined, ships = known !== null && !id.startsWith('own.')
  const close = (): void => { setOpen(null) }, goTo = (to: string): void => { if (to !== id) void navigate({ to: kind === 'actor' ? '/actors/$id' : '/places/$id', params: { id: to } as never }) }
  useKeys(ready ? { edit: () => { setOpen('edit') }, ...known === null || ships && 'actor' in known ? { same: () => { setOpen('same') } } : {} } : {})
  return (
    <section className="card facts own" aria-label="Own additions">
      <h3>{entry === null ? 'Own additions' : 'Added by people'}</h3>
      {same !== null ? <p>Held to be <ViewLink path="/actors/$id" params={{ id: same }}><code>{same}</code></ViewLink>: all its names are that one’s.</p> : entry === null ? <p className="quiet">{ships ? 'Nobody has given it further names.' : `Add it to the ${WHERE[kind]}, or say whose name it is: reports with the name are coded anew, and count together.`}</p> : <ul className="names">{givenNames(entry).map(n => <li key={n}><Said text={n} longest={80} /></li>)}</ul>}
      {ready ? <div className="row">
        {same === null && <button type="button" className="button small" onClick={() => { setOpen('edit') }}>{mine ? 'Change' : ships ? entry === null ? 'Add names' : 'Change names' : `Add to the ${WHERE[kind]}`}</button>}
        {same === null && (known === null || ships && 'actor' in known) && <button type="button" className="button small" onClick={() => { setOpen('same') }}>Same as another</button>}
        {entry !== null && <button type="button" className="button small danger" disabled={change.isPending} onClick={() => { change.mutate({ remove: id, reason: null }) }}>{same === null ? 'Take away' : 'Not the same after all'}</button>}
      </div> : <p className="quiet">Editors add names here.</p>}
      <Following />
      <Steps steps={steps} may={may} />
      {open === 'edit' && (ships ? <NamesDialog known={known} own={entry} onClose={close} /> : <EntryDialog kind={kind} entry={entry} name={name} onClose={close} onKept={goTo} />)}
      {open === 'same' && <SameDialog kind={kind} name={name} known={known !== null && 'actor' in known ? known.actor : undefined} onClose={close} onKept={goTo} />}
    </section>
  )
}

/** What is still to be coded, as it shrinks. What follows from one's own change is shown as it comes, unlike what others do. */
export function Following(): ReactNode {
  const { work, change } = useLive(), todo = work?.todo ?? 0, queries = useQueryClient()
  useEffect(() => {
    if (!isAwaited()) return
    const timer = setTimeout(() => { void queries.invalidateQueries({ queryKey: ['incidents'] }) }, SETTLES_MS)
    return () => { clearTimeout(timer) }
  }, [change, todo, queries])
  return <p role="status" className="following">{todo > 0 && <><b className="beat" aria-hidden="true">◔</b> {todo.toLocaleString('en')} {todo === 1 ? 'report is' : 'reports are'} still to be coded.</>}</p>
}
/** Milliseconds without a further change after which the page is asked anew. */
const SETTLES_MS = 400
