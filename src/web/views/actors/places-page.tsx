/** The list of places: where incidents happened, and what the gazetteer knows besides. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { withValue } from '../../filters/search.ts'
import { countryName } from '../../filters/words.ts'
import { ToSources, ViewLink } from '../../router/links.tsx'
import { useAddress } from '../../router/use-search.ts'
import { EmptyState } from '../../ui/states.tsx'
import { Said } from '../../ui/text.tsx'
import { EntryTable, ListSearch, type Entry } from './list.tsx'
import { OwnBar, OwnList } from './own-list.tsx'
import { gazetteerQuery, type GazetteerPlace } from '../../api/gazetteer.ts'
import { countedPages, narrowedOf, quietNamesQuery, type PlaceCount } from './questions.ts'
import './actors.css'

export default function PlacesPage(): ReactNode {
  const [search, change] = useAddress(), narrowed = narrowedOf(search), pages = useInfiniteQuery(countedPages<PlaceCount>('/places', narrowed)), gazetteer = useQuery(gazetteerQuery(narrowed.words))
  const rows = pages.data?.pages.flatMap(p => p.rows) ?? [], shown = new Set(rows.map(r => r.id)), others = narrowed.words.length < 2 ? [] : (gazetteer.data ?? []).filter(p => !shown.has(p.id))
  const quiet = useQuery(quietNamesQuery(rows)).data
  const own = search['own'] === '1'
  const set = (name: string) => (value: string | null): void => { change(s => withValue(s, name, value), { replace: true }) }
  return (
    <div className="entries-page">
      <div className="toolbar">
        <ListSearch label="Name of a place" words={narrowed.words} onChange={set('q')} />
        <label className="pick-one"><span>Order</span><select className="input" value={narrowed.byName ? 'name' : ''} onChange={event => { set('order')(event.target.value) }}><option value="">most incidents</option><option value="name">name</option></select></label>
        <OwnBar kind="place" shown={own} onShow={shown => { set('own')(shown ? '1' : null) }} />
      </div>
      <div className="page">
        {own ? <OwnList kind="place" /> : <>{pages.data !== undefined && rows.length === 0 ? <NoPlaces words={narrowed.words} others={others.length} /> : <EntryTable caption="Places of incidents" heads={['Province', 'Country', 'Gazetteer']} entries={rows.map(row => entryOf(row, quiet))} pages={pages} />}
        {others.length > 0 && <section className="others" aria-label="Of the gazetteer"><h2>In the gazetteer, in no incident yet</h2><EntryTable caption="Places of the gazetteer" heads={['Province', 'Country', 'Kind']} entries={others.map(knownEntry)} /></section>}</>}
      </div>
    </div>
  )
}

function entryOf({ id, name: written, country, admin1, incidents }: PlaceCount, quiet: ReadonlyMap<string, string> | undefined): Entry {
  const key = id ?? written, name = quiet?.get(key) ?? written
  return { key, link: <ViewLink path="/places/$id" params={{ id: key }}><Said text={name} longest={80} /></ViewLink>, cells: [<Said key="in" text={admin1 ?? ''} longest={60} />, countryName(country), id === null ? <span key="id" className="quiet">not in it</span> : <code key="id">{id}</code>], count: <ViewLink path="/table" search={{ place: key }}>{incidents.toLocaleString('en')}</ViewLink> }
}

const knownEntry = ({ id, name, country, admin1, precision, population }: GazetteerPlace): Entry => ({ key: id, link: <ViewLink path="/places/$id" params={{ id }}>{name}</ViewLink>, cells: [admin1 ?? '', countryName(country), `${precision}${population > 0 ? `, ${population.toLocaleString('en')} people` : ''}`], count: <span className="quiet">none</span> })

const NoPlaces = ({ words, others }: { readonly words: string; readonly others: number }): ReactNode => words === ''
  ? <EmptyState title="No places yet" actions={<ToSources />}><p>Here stands every place where an incident happened, with how many. They come from reports: drop some anywhere on the desk.</p><p>Search finds places of the gazetteer even before a report names them.</p></EmptyState>
  : <EmptyState title="No incident happened at a place like that"><p>{others > 0 ? 'The gazetteer knows the ones below.' : 'The gazetteer has no place of that very name either. Give its whole name, in a usual spelling.'}</p></EmptyState>
