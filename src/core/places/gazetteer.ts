/** The gazetteer: place names to entries, from the compact index, our tables and, if there is one, an imported index. */
import type { Precision } from '../model/place.ts'
import { readCountries, type Country } from './countries.ts'
import { openIndex, type PlaceIndex, type RawPlace } from './index-bytes.ts'
import { looseKey, placeKey, readTransliteration, withoutArticle, type Transliteration } from './key.ts'
import { countryPlaces, divisionPlaces, tablePlaces, type GazetteerPlace, type NamedPlace, type Origin } from './table-places.ts'

export type { GazetteerPlace } from './table-places.ts'
export type { Country } from './countries.ts'

export interface Gazetteer {
  /** Entries of a name, by its plain key; our tables first, then by falling population, small places of our own last. */
  readonly lookup: (name: string) => readonly GazetteerPlace[]
  /** Entries in `countries` whose names differ from `name` by curated transliteration only. */
  readonly lookupLoose: (name: string, countries: readonly string[]) => readonly GazetteerPlace[]
  /** True when a name with this plain key (`placeKey`) is known. */
  readonly has: (key: string) => boolean
  /** How many of `words` from `i` on make the longest known name; 0 when none does. */
  readonly longestMatch: (words: readonly string[], i: number) => number
  /** The entry of an id such as "geonames:99532" or "country:IQ", or null. */
  readonly entry: (id: string) => GazetteerPlace | null
  readonly countries: ReadonlyMap<string, Country>
  readonly script: (country: string | null) => string
}

/** The tables of `data/` that the gazetteer reads, by their role. Only `countries` is needed. */
export interface GazetteerTables {
  readonly countries: string
  readonly divisions?: string
  readonly sites?: string
  readonly regions?: string
  readonly extra?: string
  readonly villages?: string
  readonly transliteration?: string
}

/** Names longer than this many words are not looked for in running text. */
const MAX_WORDS = 8

/**
 * Builds a gazetteer. `cities` and `imported` are inflated index bytes (see index-bytes.ts); bytes that are no index count as absent.
 * An imported place replaces the shipped one of the same GeoNames id.
 */
export function buildGazetteer(parts: { readonly tables: GazetteerTables; readonly cities?: Uint8Array | null; readonly imported?: Uint8Array | null }): Gazetteer {
  const { tables } = parts
  const countries = readCountries(tables.countries)
  const table = readTransliteration(tables.transliteration ?? '')
  const base = parts.cities ? openIndex(parts.cities) : null
  const indexes = [layer(parts.imported ? openIndex(parts.imported) : null, 'import'), layer(base, 'geonames')].filter(l => l !== null)
  const script = (country: string | null): string => countries.get(country ?? '')?.script ?? ''
  const own = [...countryPlaces(countries.values()), ...[tables.sites, tables.regions, tables.extra].flatMap(t => t === undefined ? [] : tablePlaces(t)), ...divisionPlaces(tables.divisions ?? '', base), ...tablePlaces(tables.villages ?? '', 'village')]
  const named = nameIndex(own, script)
  const divisionNames = new Map(own.filter(n => n.place.origin === 'admin1').map(n => [n.place.division!, n.place.name]))
  const admin1Of = (division: string): string | null => divisionNames.get(division) ?? null
  const looseTable = lazy(() => looseIndex(own, script, table))
  const lookup = (name: string): readonly GazetteerPlace[] => lookupKey(placeKey(name), named, indexes, admin1Of)
  return {
    countries, script, lookup,
    lookupLoose: (name, wanted) => loosePlaces(placeKey(name), wanted, { script, table, indexes, own: looseTable(), admin1Of }),
    has: key => hasKey(key, named, indexes),
    longestMatch: (words, i) => longest(words, i, key => hasKey(key, named, indexes)),
    entry: id => entryOf(id, own, indexes, admin1Of),
  }
}

interface Layer { readonly index: PlaceIndex; readonly origin: Origin }
type Named = ReadonlyMap<string, readonly GazetteerPlace[]>
type Admin1Of = (division: string) => string | null

const layer = (index: PlaceIndex | null, origin: Origin): Layer | null => index === null ? null : { index, origin }

function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}

function nameIndex(own: readonly NamedPlace[], script: (country: string | null) => string): Named {
  const named = new Map<string, GazetteerPlace[]>()
  const store = (key: string, place: GazetteerPlace): void => {
    const list = named.get(key)
    if (list === undefined) named.set(key, [place])
    else if (!list.includes(place)) list.push(place)
  }
  for (const { place, names } of own) for (const name of names) {
    const key = placeKey(name), bare = script(place.country) === 'arabic' ? withoutArticle(key) : null
    if (key !== '') store(key, place)
    if (bare !== null) store(bare, place)
  }
  return named
}

function lookupKey(key: string, named: Named, indexes: readonly Layer[], admin1Of: Admin1Of): readonly GazetteerPlace[] {
  if (key === '') return []
  const bare = withoutArticle(key)
  const found = exact(key, named, indexes, admin1Of)
  return found.length > 0 || bare === null ? found : exact(bare, named, indexes, admin1Of)
}

function exact(key: string, named: Named, indexes: readonly Layer[], admin1Of: Admin1Of): readonly GazetteerPlace[] {
  const cities = new Map<number, GazetteerPlace>()
  for (const { index, origin } of indexes) for (const row of index.names.rows(key)) {
    const place = index.place(row)
    if (!cities.has(place.id)) cities.set(place.id, fromRaw(place, origin, admin1Of))
  }
  const own = named.get(key) ?? [], isVillage = (place: GazetteerPlace): boolean => place.origin === 'village'
  return [...own.filter(p => !isVillage(p)), ...[...cities.values()].sort((a, b) => b.population - a.population || (a.id < b.id ? -1 : 1)), ...own.filter(isVillage)]
}

function hasKey(key: string, named: Named, indexes: readonly Layer[]): boolean {
  const known = (k: string): boolean => named.has(k) || indexes.some(l => l.index.names.rows(k).length > 0)
  const bare = withoutArticle(key)
  return key !== '' && (known(key) || bare !== null && known(bare))
}

function longest(words: readonly string[], i: number, has: (key: string) => boolean): number {
  for (let n = Math.min(MAX_WORDS, words.length - i); n > 0; n--) if (has(placeKey(words.slice(i, i + n).join(' ')))) return n
  return 0
}

function fromRaw(raw: RawPlace, origin: Origin, admin1Of: Admin1Of): GazetteerPlace {
  const division = `${raw.country}.${raw.admin1}`
  return {
    id: `geonames:${raw.id}`, name: raw.name, country: raw.country || null, admin1: admin1Of(division), latitude: raw.latitude, longitude: raw.longitude,
    precision: precisionOf(raw.kind), population: raw.population, kind: raw.kind, origin, division,
  }
}

/** Precision of a GeoNames feature code: ADM1 a province, lower divisions and land or water features a district, places a town, buildings a site. */
function precisionOf(kind: string): Precision {
  if (kind.startsWith('PPL') || kind === 'STLMT') return 'town'
  if (kind === 'ADM1' || kind === 'RGN') return 'province'
  return /^(?:ADM|AREA|STRT|GULF|SEA|ISL|VAL|DSRT|MTS|PEN|STM|LK|PLAT|CST|WAD)/.test(kind) ? 'district' : 'site'
}

function looseIndex(own: readonly NamedPlace[], script: (country: string | null) => string, table: Transliteration): Named {
  const named = new Map<string, GazetteerPlace[]>()
  for (const { place, names } of own) for (const name of names) {
    const key = looseKey(placeKey(name), script(place.country), table)
    if (key === null) continue
    const list = named.get(key)
    if (list === undefined) named.set(key, [place])
    else if (!list.includes(place)) list.push(place)
  }
  return named
}

interface LooseParts { readonly script: (country: string | null) => string; readonly table: Transliteration; readonly indexes: readonly Layer[]; readonly own: Named; readonly admin1Of: Admin1Of }

function loosePlaces(key: string, countries: readonly string[], { script, table, indexes, own, admin1Of }: LooseParts): readonly GazetteerPlace[] {
  const found = new Map<string, GazetteerPlace>()
  for (const scriptName of new Set(countries.map(script))) {
    const loose = looseKey(key, scriptName, table)
    if (loose === null) continue
    for (const place of own.get(loose) ?? []) found.set(place.id, place)
    for (const { index, origin } of indexes) for (const row of index.loose.rows(loose)) {
      const place = fromRaw(index.place(row), origin, admin1Of)
      if (!found.has(place.id)) found.set(place.id, place)
    }
  }
  return [...found.values()].filter(place => countries.includes(place.country ?? ''))
}

function entryOf(id: string, own: readonly NamedPlace[], indexes: readonly Layer[], admin1Of: Admin1Of): GazetteerPlace | null {
  if (!id.startsWith('geonames:')) return own.find(n => n.place.id === id)?.place ?? null
  for (const { index, origin } of indexes) {
    const row = index.rowOf(Number(id.slice('geonames:'.length)))
    if (row >= 0) return fromRaw(index.place(row), origin, admin1Of)
  }
  return null
}
