/** Gazetteer entries that come from our own tables: countries, first-order divisions, regions, sites and extra places. */
import { listCell, parseTable, type Row } from '../lexicon/table.ts'
import type { GazetteerEntry, Precision } from '../model/place.ts'
import type { Country } from './countries.ts'
import type { PlaceIndex } from './index-bytes.ts'

/** Where an entry comes from: a country, a first-order division, one of our tables, the table of small places, GeoNames, or a file the user imported. */
export const ORIGINS = ['country', 'admin1', 'table', 'village', 'geonames', 'import'] as const
export type Origin = typeof ORIGINS[number]

/** A gazetteer entry with what disambiguation needs. `kind` is a GeoNames feature code or a table's kind; `division` such as "IQ.15". */
export interface GazetteerPlace extends Omit<GazetteerEntry, 'seat'> {
  readonly kind: string
  readonly origin: Origin
  readonly division: string | null
}

/** True for a settlement that we ship like any other, which its name alone makes no place of note; what a user imported he meant. */
export const isOrdinary = (place: GazetteerPlace): boolean => place.origin === 'geonames' || place.origin === 'village'

/** True for a capital or another seat of government: La Paz, The Hague, Cotonou. */
export const isCapital = (place: GazetteerPlace): boolean => place.kind === 'PPLC' || place.kind === 'PPLG'

/** An entry and the names it is stored under. */
export interface NamedPlace { readonly place: GazetteerPlace; readonly names: readonly string[] }

export function countryPlaces(countries: Iterable<Country>): readonly NamedPlace[] {
  return [...countries].map(c => ({
    place: { id: `country:${c.code}`, name: c.name, country: c.code, admin1: null, latitude: c.latitude, longitude: c.longitude, precision: 'country', population: 0, kind: 'country', origin: 'country', division: null },
    names: [c.name, ...c.aliases],
  }))
}

/** First-order divisions; the coordinates are the middle of the extent, the population the sum, of the index's places in them. */
export function divisionPlaces(tsv: string, index: PlaceIndex | null): readonly NamedPlace[] {
  const middles = index === null ? new Map<string, Middle>() : middlesOf(index)
  return parseTable(tsv).map(row => {
    const division = `${row['country']}.${row['code']}`, middle = middles.get(division)
    return {
      place: { id: `admin1:${division}`, name: row['name']!, country: row['country']!, admin1: row['name']!, latitude: middle?.latitude ?? null, longitude: middle?.longitude ?? null, precision: 'province', population: middle?.population ?? 0, kind: 'ADM1', origin: 'admin1', division },
      names: [row['name']!, ...listCell(row['aliases'])],
    }
  })
}

interface Middle { readonly latitude: number; readonly longitude: number; readonly population: number }

/** Middle of the extent of each division's places (nearer to where a map writes its name than their mean, which its cities pull), and their population. */
function middlesOf(index: PlaceIndex): ReadonlyMap<string, Middle> {
  const { latitude, longitude, population, admin } = index.columns, count = index.meta.admins.length
  const low = { latitude: new Float64Array(count).fill(Infinity), longitude: new Float64Array(count).fill(Infinity) }
  const high = { latitude: new Float64Array(count).fill(-Infinity), longitude: new Float64Array(count).fill(-Infinity) }
  const people = new Float64Array(count), first = new Float64Array(count).fill(NaN)
  for (let row = 0; row < index.size; row++) {
    const a = admin[row]!, east = eastOf(longitude[row]! / 1e5, first[a]!), north = latitude[row]! / 1e5
    if (Number.isNaN(first[a]!)) first[a] = east
    low.latitude[a] = Math.min(low.latitude[a]!, north)
    high.latitude[a] = Math.max(high.latitude[a]!, north)
    low.longitude[a] = Math.min(low.longitude[a]!, east)
    high.longitude[a] = Math.max(high.longitude[a]!, east)
    people[a]! += population[row]!
  }
  const middle = (a: number): Middle => ({ latitude: round((low.latitude[a]! + high.latitude[a]!) / 2), longitude: round(eastOf((low.longitude[a]! + high.longitude[a]!) / 2, 0)), population: people[a]! })
  return new Map(index.meta.admins.map((name, a) => [name, middle(a)]))
}

/** A longitude on the side of the date line where `near` lies, within 180 degrees of it. */
const eastOf = (degrees: number, near: number): number => degrees - near > 180 ? degrees - 360 : degrees - near < -180 ? degrees + 360 : degrees

const round = (degrees: number): number => Math.round(degrees * 1e4) / 1e4

/** Rows of sites.tsv, regions.tsv, place-extra.tsv and place-villages.tsv: id, name, aliases, kind, country, admin1, latitude, longitude, precision. */
export function tablePlaces(tsv: string, origin: Origin = 'table'): readonly NamedPlace[] {
  return parseTable(tsv).filter(row => row['name'] !== '').map(row => ({ place: placeOfRow(row, origin), names: [row['name']!, ...listCell(row['aliases'])] }))
}

function placeOfRow(row: Row, origin: Origin): GazetteerPlace {
  const number = (cell: string | undefined): number | null => cell === undefined || cell === '' ? null : Number(cell)
  return {
    id: row['id']!, name: row['name']!, country: row['country']?.slice(0, 2) || null, admin1: row['admin1'] || null,
    latitude: number(row['latitude']), longitude: number(row['longitude']), precision: (row['precision'] || 'site') as Precision,
    population: number(row['population']) ?? 0, kind: row['kind'] ?? '', origin, division: null,
  }
}
