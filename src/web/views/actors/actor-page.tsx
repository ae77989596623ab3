/** One actor: what the registry knows, what it did and what was done to it, whom it fights. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { totalsQuery } from '../../api/queries.ts'
import { namesQuery } from '../../api/names.ts'
import { withValue, type Search } from '../../filters/search.ts'
import { countryName, plain, sayCount, sectorName } from '../../filters/words.ts'
import { ViewLink } from '../../router/links.tsx'
import { useAddress, usePathPart } from '../../router/use-search.ts'
import { Bones, ErrorNotice } from '../../ui/states.tsx'
import { Said } from '../../ui/text.tsx'
import { foesOf, type Foe, type Toward } from './foes.ts'
import { sameAs } from './own.ts'
import { OwnPart } from './own-part.tsx'
import { ownQuery } from './own-questions.ts'
import { Latest, OverTime, Shares } from './parts.tsx'
import { countOf, registeredQuery, type ActorCount, type RegisteredActor } from './questions.ts'
import './actors.css'

export default function ActorPage(): ReactNode {
  const id = usePathPart('id'), registered = useQuery(registeredQuery(id)), count = useQuery(countOf<ActorCount>('/actors', id)), error = registered.error ?? count.error
  if (error !== null) return <div className="page"><ErrorNotice thrown={error} /></div>
  if (registered.data === undefined || count.data === undefined) return <div className="page"><Bones lines={10} /></div>
  const name = registered.data?.name ?? count.data?.name ?? id, any = { participant: id }
  return (
    <div className="entry" key={id}>
      <div className="main-part">
        <header className="entry-head"><h2><Said text={name} longest={160} /></h2><p className="quiet">{sayWhat(registered.data, count.data)}</p></header>
        {count.data === null ? <p className="notice">No incident names this actor yet. When a report does, by any of its names, its course stands here.</p> : <>
          <OverTime name={name} whole={any} courses={[{ title: 'As doer', search: { actor: id } }, { title: 'As other side', search: { recipient: id } }]} />
          <Foes id={id} />
          <div className="pair"><Shares title="What" field="type" search={any} /><Shares title="Where" field="country" search={any} /></div>
          <Latest search={any} />
        </>}
      </div>
      <aside className="known-part" aria-label="Registry">{registered.data === null ? <Unregistered id={id} name={name} /> : <Registered actor={registered.data} />}<OwnPart kind="actor" id={id} name={name} known={registered.data === null ? null : { actor: registered.data }} /></aside>
    </div>
  )
}

function sayWhat(known: RegisteredActor | null, count: ActorCount | null): string {
  const country = countryName(known?.country ?? count?.country ?? null)
  return [known === null ? 'a name of reports' : plain(known.kind), country, count === null ? '' : `in ${count.incidents.toLocaleString('en')} incident${count.incidents === 1 ? '' : 's'}`].filter(p => p !== '').join(' · ')
}

const FORMS = { name: 'Also', demonym: 'Its people', metonym: 'By its seat' } as const

function Registered({ actor }: { readonly actor: RegisteredActor }): ReactNode {
  const { id, sectors, country, active, names, from, to, source, note } = actor
  return (
    <section className="card facts">
      <h3>In the registry</h3>
      <dl>
        <dt>Id</dt><dd><code>{id}</code></dd>
        {country !== null && <><dt>Country</dt><dd>{countryName(country)}</dd></>}
        {active.length > 0 && <><dt>Acts in</dt><dd>{active.map(countryName).join(', ')}</dd></>}
        {sectors.length > 0 && <><dt>Sectors</dt><dd>{sectors.map((s, i) => <span key={s}>{i > 0 && ', '}{sectorName(s)} <code>{s}</code></span>)}</dd></>}
        {(from !== null || to !== null) && <><dt>Years</dt><dd>{from ?? '?'}–{to ?? ''}</dd></>}
        {(['name', 'demonym', 'metonym'] as const).map(form => { const some = names.filter(n => n.form === form); return some.length > 0 && <Names key={form} title={FORMS[form]} names={some.map(n => n.text)} /> })}
        {source !== '' && <><dt>Source</dt><dd>{source}</dd></>}
        {note !== '' && <><dt>Note</dt><dd>{note}</dd></>}
      </dl>
    </section>
  )
}

const Names = ({ title, names }: { readonly title: string; readonly names: readonly string[] }): ReactNode => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
  <><dt>{title}</dt><dd><ul className="names" tabIndex={0} aria-label={title}>{names.map(n => <li key={n}>{n}</li>)}</ul></dd></>
)

function Unregistered({ id, name }: { readonly id: string; readonly name: string }): ReactNode {
  // Of one that is held to be another the part below says so.
  if (sameAs(useQuery(ownQuery('actor')).data?.find(e => e.id === id) ?? null) !== null) return null
  return <section className="card facts"><h3>Not in the registry</h3><p>Reports call it <b><Said text={name} longest={80} /></b>, and the registry has no actor of that name. Incidents with other spellings count apart.</p></section>
}

const FIGHTS = 'ASSAULT,COERCE'

/** Whom it deals with, in both directions; fights alone unless all is asked for. */
function Foes({ id }: { readonly id: string }): ReactNode {
  const [search, change] = useAddress(), all = search['dealings'] === 'all', types: Search = all ? {} : { type__in: FIGHTS }, out = useQuery(totalsQuery({ actor: id, ...types }, 'recipient')), back = useQuery(totalsQuery({ recipient: id, ...types }, 'actor'))
  const foes = out.data === undefined || back.data === undefined ? undefined : foesOf(id, out.data, back.data, 12), names = useQuery(namesQuery('participant', foes?.map(f => f.id) ?? [])).data, error = out.error ?? back.error
  return (
    <section className="card foes" aria-label={all ? 'Whom it deals with' : 'Whom it fights'}>
      <header><h3>{all ? 'Whom it deals with' : 'Whom it fights'}</h3><label className="pick-one"><span>Count</span><select className="input" value={all ? 'all' : ''} onChange={event => { change(s => withValue(s, 'dealings', event.target.value), { replace: true }) }}><option value="">assault and coercion</option><option value="all">everything</option></select></label></header>
      {error !== null ? <ErrorNotice thrown={error} /> : foes === undefined ? <Bones lines={6} /> : foes.length === 0 ? <p className="quiet">No incident {all ? 'has another side' : 'of assault or coercion has another side that is known'}.</p> : (
        <table className="entries"><caption className="sr">Incidents between it and others</caption><thead><tr><th scope="col">Who</th><th scope="col" className="num">By it</th><th scope="col" className="num wide">Killed</th><th scope="col" className="num">Against it</th><th scope="col" className="num wide">Killed</th></tr></thead>
          <tbody>{foes.map(foe => <FoeLine key={foe.id} foe={foe} name={names?.get(foe.id) ?? foe.id} self={id} types={types} />)}</tbody></table>
      )}
    </section>
  )
}

function FoeLine({ foe, name, self, types }: { readonly foe: Foe; readonly name: string; readonly self: string; readonly types: Search }): ReactNode {
  const cells = ({ incidents, killedMin: min, killedMax: max }: Toward, search: Search): ReactNode => <><td className="num">{incidents > 0 && <ViewLink path="/table" search={{ ...search, ...types }}>{incidents.toLocaleString('en')}</ViewLink>}</td><td className="num wide">{max > 0 && sayCount({ min, max })}</td></>
  return <tr><th scope="row"><ViewLink path="/actors/$id" params={{ id: foe.id }}><Said text={name} longest={80} /></ViewLink></th>{cells(foe.by, { actor: self, recipient: foe.id })}{cells(foe.against, { actor: foe.id, recipient: self })}</tr>
}
