/** Own additions beside the lists: a button that adds one, and all of them with their history. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useMay } from '../../api/session.ts'
import { ViewLink } from '../../router/links.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Said } from '../../ui/text.tsx'
import { sameAs, type Kind } from './own.ts'
import { EntryDialog } from './own-dialog.tsx'
import { Following } from './own-part.tsx'
import { ownHistoryQuery, ownQuery } from './own-questions.ts'
import { Steps } from './own-steps.tsx'

const PATHS = { actor: '/actors/$id', place: '/places/$id' } as const

interface OwnBarProps { readonly kind: Kind; readonly shown: boolean; readonly onShow: (shown: boolean) => void }

/** Stands in the toolbar of a list. */
export function OwnBar({ kind, shown, onShow }: OwnBarProps): ReactNode {
  const own = useQuery(ownQuery(kind)).data?.length ?? 0, may = useMay('editor'), [adding, setAdding] = useState(false), navigate = useNavigate()
  return (
    <div className="rest">
      <button type="button" className="button small" aria-pressed={shown} onClick={() => { onShow(!shown) }}>Own additions{own > 0 && <span className="badge">{own.toLocaleString('en')}</span>}</button>
      {may && <button type="button" className="button small" onClick={() => { setAdding(true) }}>Add {kind === 'actor' ? 'an actor' : 'a place'}</button>}
      {adding && <EntryDialog kind={kind} entry={null} onClose={() => { setAdding(false) }} onKept={id => { void navigate({ to: PATHS[kind], params: { id } as never }) }} />}
    </div>
  )
}

/** All that people have added of a kind, and every step. */
export function OwnList({ kind }: { readonly kind: Kind }): ReactNode {
  const own = useQuery(ownQuery(kind)).data, steps = (useQuery(ownHistoryQuery).data ?? []).filter(s => s.kind === kind), may = useMay('editor')
  if (own !== undefined && own.length === 0 && steps.length === 0) return <EmptyState title="Nothing was added yet"><p>{kind === 'actor' ? 'The registry knows several thousand states, forces and groups. Where reports name one that it does not know, or by a name that it does not know, add it here' : 'The gazetteer knows some hundred thousand places. Where reports name one that it does not know, or spell it in another way, add it here'}: only the reports that hold the name are coded anew, and whoever codes for this store uses it at once.</p><p>On the page of {kind === 'actor' ? 'an actor' : 'a place'}, <kbd className="kbd">e</kbd> adds names, and <kbd className="kbd">m</kbd> says that two names are one. Every step can be undone.</p></EmptyState>
  return (
    <section className="own-list" aria-label="Own additions">
      <Following />
      <table className="entries"><caption className="sr">Own additions that hold now</caption><thead><tr><th scope="col">Name</th><th scope="col">Also</th><th scope="col" className="wide">Id</th></tr></thead>
        <tbody>{(own ?? []).map(e => <tr key={e.id}><th scope="row"><ViewLink path={PATHS[kind]} params={{ id: e.id }}><Said text={e.name} longest={80} /></ViewLink></th><td>{sameAs(e) !== null && <b>is {sameAs(e)} · </b>}<Said text={e.aliases.join(', ')} longest={200} /></td><td className="wide"><code>{e.id}</code></td></tr>)}</tbody></table>
      <section className="card facts"><h2>History</h2><Steps steps={steps} may={may} linked /></section>
    </section>
  )
}
