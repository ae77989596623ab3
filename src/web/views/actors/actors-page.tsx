/** The list of actors: who incidents name, and what the registry knows besides. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { namesQuery } from '../../api/names.ts'
import { withValue } from '../../filters/search.ts'
import { countryName } from '../../filters/words.ts'
import { ToSources, ViewLink } from '../../router/links.tsx'
import { useAddress } from '../../router/use-search.ts'
import { EmptyState } from '../../ui/states.tsx'
import { Said } from '../../ui/text.tsx'
import { EntryTable, ListSearch, type Entry } from './list.tsx'
import { OwnBar, OwnList } from './own-list.tsx'
import { countedPages, narrowedOf, registryQuery, type ActorCount, type KnownActor } from './questions.ts'
import './actors.css'

export default function ActorsPage(): ReactNode {
  const [search, change] = useAddress(), narrowed = narrowedOf(search), pages = useInfiniteQuery(countedPages<ActorCount>('/actors', narrowed)), registry = useQuery(registryQuery(narrowed.words))
  const rows = pages.data?.pages.flatMap(p => p.rows) ?? [], shown = new Set(rows.map(r => r.id)), others = narrowed.words.length < 2 ? [] : (registry.data ?? []).filter(k => !shown.has(k.known.id))
  const names = useQuery(namesQuery('actor', rows.flatMap(r => r.id ?? []))).data
  const own = search['own'] === '1'
  const set = (name: string) => (value: string | null): void => { change(s => withValue(s, name, value), { replace: true }) }
  return (
    <div className="entries-page">
      <div className="toolbar">
        <ListSearch label="Name or alias" words={narrowed.words} onChange={set('q')} />
        <label className="pick-one"><span>As</span><select className="input" value={narrowed.role ?? ''} onChange={event => { set('role')(event.target.value) }}><option value="">either side</option><option value="actor">doer</option><option value="recipient">other side</option></select></label>
        <label className="pick-one"><span>Order</span><select className="input" value={narrowed.byName ? 'name' : ''} onChange={event => { set('order')(event.target.value) }}><option value="">most incidents</option><option value="name">name</option></select></label>
        <OwnBar kind="actor" shown={own} onShow={shown => { set('own')(shown ? '1' : null) }} />
      </div>
      <div className="page">
        {own ? <OwnList kind="actor" /> : <>{pages.data !== undefined && rows.length === 0 ? <NoActors words={narrowed.words} others={others.length} /> : <EntryTable caption="Actors in incidents" heads={['Country', 'Registry']} entries={rows.map(row => entryOf(row, names))} pages={pages} />}
        {others.length > 0 && <section className="others" aria-label="Of the registry"><h2>By another name, or in no incident yet</h2><EntryTable caption="Actors of the registry" heads={['Country', 'Found by']} entries={others.map(k => knownEntry(k, narrowed.words))} /></section>}</>}
      </div>
    </div>
  )
}

/** Reports write names in their own ways, as in capitals; the registry's is the one shown. */
function entryOf({ id, name: written, country, incidents }: ActorCount, names: ReadonlyMap<string, string> | undefined): Entry {
  const key = id ?? written, name = names?.get(key) ?? written
  return { key, link: <ViewLink path="/actors/$id" params={{ id: key }}><Said text={name} longest={80} /></ViewLink>, cells: [countryName(country), id === null ? <span key="id" className="quiet">not in it</span> : <code key="id">{id}</code>], count: <ViewLink path="/table" search={{ participant: key }}>{incidents.toLocaleString('en')}</ViewLink> }
}

function knownEntry({ known, incidents }: KnownActor, words: string): Entry {
  const alias = known.names.find(n => n.text.toLowerCase().includes(words.toLowerCase()))
  return { key: known.id, link: <ViewLink path="/actors/$id" params={{ id: known.id }}>{known.name}</ViewLink>, cells: [countryName(known.country), alias?.text ?? <code key="id">{known.id}</code>], count: incidents === 0 ? <span className="quiet">none</span> : incidents.toLocaleString('en') }
}

const NoActors = ({ words, others }: { readonly words: string; readonly others: number }): ReactNode => words === ''
  ? <EmptyState title="Nobody yet" actions={<ToSources />}><p>Here stands everyone whom incidents name as doer or as other side, with how often. They come from reports: drop some anywhere on the desk.</p><p>Search finds the actors of the registry even before a report names them.</p></EmptyState>
  : <EmptyState title="No incident names one like that"><p>{others > 0 ? 'The registry knows the ones below.' : 'The registry knows none either. Reports may spell the name in another way: try a part of it.'}</p></EmptyState>
