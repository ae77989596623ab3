/** One place: its entry in the gazetteer, where it lies, what happened there and who was in it. */
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, type ReactNode } from 'react'
import { countryName, kindName } from '../../filters/words.ts'
import { ViewLink } from '../../router/links.tsx'
import { usePathPart } from '../../router/use-search.ts'
import { Bones, ErrorNotice } from '../../ui/states.tsx'
import { Said } from '../../ui/text.tsx'
import { OwnPart } from './own-part.tsx'
import { Latest, OverTime, Shares } from './parts.tsx'
import type { GazetteerPlace } from '../../api/gazetteer.ts'
import { countOf, placeQuery, type PlaceCount } from './questions.ts'
import './actors.css'

const Locator = lazy(() => import('./locator.tsx'))

export default function PlacePage(): ReactNode {
  const id = usePathPart('id'), known = useQuery(placeQuery(id)), count = useQuery(countOf<PlaceCount>('/places', id)), error = known.error ?? count.error
  if (error !== null) return <div className="page"><ErrorNotice thrown={error} /></div>
  if (known.data === undefined || count.data === undefined) return <div className="page"><Bones lines={10} /></div>
  const name = known.data?.name ?? count.data?.name ?? id, here = { place: id }, latitude = known.data?.latitude ?? count.data?.latitude ?? null, longitude = known.data?.longitude ?? count.data?.longitude ?? null
  const where = [...new Set([known.data?.admin1 ?? count.data?.admin1 ?? '', countryName(known.data?.country ?? count.data?.country ?? null)])].filter(p => p !== '' && p !== name).join(', ')
  return (
    <div className="entry" key={id}>
      <div className="main-part">
        <header className="entry-head"><h2><Said text={name} longest={160} /></h2><p className="quiet">{[where, count.data === null ? '' : `${count.data.incidents.toLocaleString('en')} incident${count.data.incidents === 1 ? '' : 's'}`].filter(p => p !== '').join(' · ')}</p></header>
        {count.data === null ? <p className="notice">No incident happened here so far. When a report tells of one, it stands here.</p> : <>
          <OverTime name={name} whole={here} courses={[{ title: 'Incidents here', search: here }]} />
          <div className="pair"><Shares title="What" field="type" search={here} /><Shares title="Who" field="participant" search={here} path="/actors/$id" /></div>
          <Latest search={here} />
        </>}
      </div>
      <aside className="known-part" aria-label="Gazetteer">
        {latitude !== null && longitude !== null && <section className="card facts"><h3>Where it lies</h3><Suspense fallback={<div className="locator" />}><Locator latitude={latitude} longitude={longitude} precision={known.data?.precision ?? 'town'} name={name} /></Suspense><p><ViewLink path="/map" search={here}>Incidents on the map</ViewLink></p></section>}
        {known.data === null ? <section className="card facts"><h3>Not in the gazetteer</h3><p>Reports call it <b><Said text={name} longest={80} /></b>. It was not found in the gazetteer, so it has no coordinates of its own.</p></section> : <Entry place={known.data} />}
        <OwnPart kind="place" id={id} name={name} known={known.data === null ? null : { place: known.data }} />
      </aside>
    </div>
  )
}

const ORIGINS: Readonly<Record<GazetteerPlace['origin'], string>> = { country: 'table of countries', admin1: 'table of provinces', table: 'own table', village: 'own table of small places', geonames: 'GeoNames', import: 'the file that you imported' }
const EXTENTS: Readonly<Record<GazetteerPlace['precision'], string>> = { site: 'a site', town: 'a town', district: 'a district; the point is its middle', province: 'a province; the point is the middle of its towns', country: 'a country; the point says nothing of where in it' }

function Entry({ place: { id, country, admin1, latitude, longitude, precision, population, kind, origin } }: { readonly place: GazetteerPlace }): ReactNode {
  return (
    <section className="card facts">
      <h3>In the gazetteer</h3>
      <dl>
        <dt>Id</dt><dd><code>{id}</code></dd>
        <dt>Extent</dt><dd>{EXTENTS[precision]}</dd>
        {admin1 !== null && <><dt>Province</dt><dd>{admin1}</dd></>}
        {country !== null && <><dt>Country</dt><dd>{countryName(country)}</dd></>}
        {latitude !== null && longitude !== null && <><dt>Point</dt><dd>{latitude.toFixed(3)}, {longitude.toFixed(3)}</dd></>}
        {population > 0 && <><dt>People</dt><dd>{population.toLocaleString('en')}</dd></>}
        <dt>Kind</dt><dd>{kindName(kind)}{/^[A-Z0-9]+$/.test(kind) && <> <code>{kind}</code></>}</dd>
        <dt>From</dt><dd>{ORIGINS[origin]}</dd>
      </dl>
    </section>
  )
}
