/** Where an event was: a name, and which of the gazetteer's places of that name; what the gazetteer lacks is written by hand. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { gazetteerQuery, type GazetteerPlace } from '../api/gazetteer.ts'
import { countryName } from '../filters/words.ts'
import { draftOf, type DraftValue } from './drafts.ts'

interface PlacePickProps { readonly draft: DraftValue; readonly names: string; readonly onChange: (draft: DraftValue) => void }

/** Places that are offered, at most. */
const MOST = 12

export function PlacePick({ draft, names, onChange }: PlacePickProps): ReactNode {
  const name = draft['name'] ?? '', found = useQuery(gazetteerQuery(name.trim())), places = name.trim().length < 2 || found.isPlaceholderData ? [] : (found.data ?? []).slice(0, MOST), chosen = draft['gazetteer'] ?? '', first = places.find(p => p.precision === 'town') ?? places[0]
  // The likeliest place of the name is taken until another is chosen; `hand` says that none is wanted.
  useEffect(() => { if (first !== undefined && chosen === '' && draft['hand'] !== 'yes') onChange(placed(name, first)) }, [first, chosen]) // oxlint-disable-line react/exhaustive-deps -- once for each answer
  const choose = (id: string): void => { const place = places.find(p => p.id === id); onChange(place === undefined ? { ...draftOf('place', null), name, hand: 'yes' } : placed(name, place)) }
  const line = (field: string, title: string, hint: string): ReactNode => <label className="field"><span>{title}</span><input className="input" value={draft[field] ?? ''} placeholder={hint} onChange={event => { onChange({ ...draft, [field]: event.target.value }) }} /></label>
  return (
    <>
      <div className="row place-row">
        <label className="field"><span>Where</span><input className="input" dir="auto" list={names} value={name} onChange={event => { onChange({ ...draftOf('place', null), name: event.target.value }) }} /></label>
        {places.length > 0 && <label className="field"><span>Which one</span><select className="input" value={chosen} onChange={event => { choose(event.target.value) }}>{places.map(p => <option key={p.id} value={p.id}>{sayPlace(p)}</option>)}<option value="">another, by hand</option></select></label>}
      </div>
      {name.trim() !== '' && chosen === '' && found.isFetched && <div className="row">{line('admin1', 'Province', '')}{line('country', 'Country', 'NG')}{line('latitude', 'Latitude', '')}{line('longitude', 'Longitude', '')}</div>}
    </>
  )
}

const sayPlace = ({ name, admin1, country, precision }: GazetteerPlace): string => `${[...new Set([name, admin1, countryName(country)])].filter(part => part !== null && part !== '').join(', ')} (${precision})`

const placed = (name: string, { id, country, admin1, latitude, longitude, precision }: GazetteerPlace): DraftValue =>
  ({ name, country: country ?? '', admin1: admin1 ?? '', precision, latitude: latitude === null ? '' : String(latitude), longitude: longitude === null ? '' : String(longitude), gazetteer: id })
