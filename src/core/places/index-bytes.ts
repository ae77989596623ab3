/** The compact gazetteer index: one byte array with typed columns for the places and two dictionaries of their names. */
import { fromUtf8, toUtf8 } from '../lexicon/utf8.ts'
import { growing } from './bytes.ts'
import { dictionaryWriter, openDictionary, type Dictionary } from './dictionary.ts'

/** One place of a GeoNames file. `admin1` is GeoNames' first-order code, '' when unknown; `kind` its feature code. */
export interface RawPlace {
  readonly id: number
  readonly name: string
  readonly alternates: readonly string[]
  readonly latitude: number
  readonly longitude: number
  readonly kind: string
  readonly country: string
  readonly admin1: string
  readonly population: number
}

/** An opened index: rows 0..size-1 ordered by GeoNames id. */
export interface PlaceIndex {
  readonly size: number
  readonly meta: IndexMeta
  readonly names: Dictionary
  readonly loose: Dictionary
  readonly place: (row: number) => RawPlace
  /** Row of a GeoNames id, or -1. */
  readonly rowOf: (id: number) => number
  readonly columns: { readonly latitude: Int32Array; readonly longitude: Int32Array; readonly population: Uint32Array; readonly admin: Uint16Array }
}

/** `admins` are "IQ.15"; `transliteration` marks the table the loose keys were made with. */
export interface IndexMeta {
  readonly format: 1
  readonly source: string
  readonly transliteration: string
  readonly places: number
  readonly kinds: readonly string[]
  readonly admins: readonly string[]
}

const MAGIC = 'CASUSGAZ'
const SECTIONS = ['id', 'latitude', 'longitude', 'population', 'kind', 'admin', 'nameEnd', 'nameText', 'nameBlocks', 'nameKeys', 'looseBlocks', 'looseKeys'] as const
type Section = (typeof SECTIONS)[number]

/** What the writer needs to know of names: their plain keys and, per country, their loose keys. */
export interface IndexKeys { readonly plain: (name: string, country: string) => readonly string[]; readonly loose: (key: string, country: string) => string | null }

/** Writes an index. Places are kept once an id; the bytes depend only on the places added, not on their order. */
export function indexWriter(keys: IndexKeys): { readonly add: (place: RawPlace) => void; readonly size: () => number; readonly finish: (about: { readonly source: string; readonly transliteration: string }) => Uint8Array } {
  const columns = { id: growing(n => new Uint32Array(n)), latitude: growing(n => new Int32Array(n)), longitude: growing(n => new Int32Array(n)), population: growing(n => new Uint32Array(n)), kind: growing(n => new Uint16Array(n)), admin: growing(n => new Uint32Array(n)) }
  const names: string[] = [], kinds = new Map<string, number>(), admins = new Map<string, number>(), seen = new Set<number>()
  const plain = dictionaryWriter(), loose = dictionaryWriter()
  const code = (map: Map<string, number>, value: string): number => map.get(value) ?? (map.set(value, map.size), map.size - 1)
  const addNames = (place: RawPlace, row: number): void => {
    for (const key of new Set([place.name, ...place.alternates].flatMap(name => keys.plain(name, place.country)))) {
      plain.add(key, row)
      const other = keys.loose(key, place.country)
      if (other !== null) loose.add(other, row)
    }
  }
  return {
    size: () => names.length,
    add: place => {
      if (seen.has(place.id)) return
      seen.add(place.id)
      addNames(place, names.length)
      names.push(place.name)
      columns.id.push(place.id)
      columns.latitude.push(Math.round(place.latitude * 1e5))
      columns.longitude.push(Math.round(place.longitude * 1e5))
      columns.population.push(Math.min(place.population, 0xffffffff))
      columns.kind.push(code(kinds, place.kind))
      columns.admin.push(code(admins, `${place.country}.${place.admin1}`))
    },
    finish: about => {
      const ids = columns.id.view(), order = Uint32Array.from(ids, (_, i) => i).sort((a, b) => ids[a]! - ids[b]!)
      const rowOf = new Uint32Array(order.length)
      order.forEach((old, row) => { rowOf[old] = row })
      const kindList = ranked(kinds), adminList = ranked(admins)
      const sorted = (column: ArrayLike<number>): number[] => Array.from(order, old => column[old]!)
      const nameText = growing(n => new Uint8Array(n)), nameEnd = growing(n => new Uint32Array(n))
      for (const old of order) { nameText.pushAll(toUtf8(names[old]!)); nameEnd.push(nameText.size()) }
      const nameDictionary = plain.finish(rowOf), looseDictionary = loose.finish(rowOf)
      const meta: IndexMeta = { format: 1, source: about.source, transliteration: about.transliteration, places: names.length, kinds: kindList.names, admins: adminList.names }
      return assemble(meta, {
        id: Uint32Array.from(sorted(ids)), latitude: Int32Array.from(sorted(columns.latitude.view())), longitude: Int32Array.from(sorted(columns.longitude.view())),
        population: Uint32Array.from(sorted(columns.population.view())), kind: Uint8Array.from(sorted(columns.kind.view()).map(k => kindList.rank[k]!)),
        admin: Uint16Array.from(sorted(columns.admin.view()).map(a => adminList.rank[a]!)), nameEnd: nameEnd.view(), nameText: nameText.view(),
        nameBlocks: nameDictionary.blocks, nameKeys: nameDictionary.keys, looseBlocks: looseDictionary.blocks, looseKeys: looseDictionary.keys,
      })
    },
  }
}

/** The values of a code map in sorted order, and the new rank of each old code. */
function ranked(map: ReadonlyMap<string, number>): { readonly names: readonly string[]; readonly rank: readonly number[] } {
  const names = [...map.keys()].sort(), rank: number[] = []
  names.forEach((name, i) => { rank[map.get(name)!] = i })
  return { names, rank }
}

type Columns = Readonly<Record<Section, Uint8Array | Uint16Array | Uint32Array | Int32Array>>

/** Layout: magic, length of the meta JSON, the JSON, then each section as its byte length and its bytes, all on 4-byte bounds. */
function assemble(meta: IndexMeta, columns: Columns): Uint8Array {
  const json = toUtf8(JSON.stringify(meta)), pad = (n: number): number => (n + 3) & ~3
  const total = 12 + pad(json.length) + SECTIONS.reduce((n, s) => n + 4 + pad(columns[s].byteLength), 0)
  const out = new Uint8Array(total), view = new DataView(out.buffer)
  out.set(toUtf8(MAGIC))
  view.setUint32(8, json.length, true)
  out.set(json, 12)
  let at = 12 + pad(json.length)
  for (const section of SECTIONS) {
    const column = columns[section]
    view.setUint32(at, column.byteLength, true)
    out.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at + 4)
    at += 4 + pad(column.byteLength)
  }
  return out
}

/** Opens an index, or returns null when the bytes are not a whole index of this format. Little-endian machines only, as every one in use. */
export function openIndex(given: Uint8Array): PlaceIndex | null {
  const bytes = given.byteOffset % 4 === 0 ? given : given.slice()
  const parts = readParts(bytes)
  if (parts === null) return null
  const { meta, columns } = parts
  const u32 = (s: Section): Uint32Array => new Uint32Array(columns[s].buffer, columns[s].byteOffset, columns[s].byteLength >> 2)
  const i32 = (s: Section): Int32Array => new Int32Array(columns[s].buffer, columns[s].byteOffset, columns[s].byteLength >> 2)
  const id = u32('id'), latitude = i32('latitude'), longitude = i32('longitude'), population = u32('population'), nameEnd = u32('nameEnd')
  const admin = new Uint16Array(columns.admin.buffer, columns.admin.byteOffset, columns.admin.byteLength >> 1)
  if (id.length !== meta.places || nameEnd.length !== meta.places) return null
  return {
    size: id.length, meta, columns: { latitude, longitude, population, admin },
    names: openDictionary({ blocks: u32('nameBlocks'), keys: columns.nameKeys }),
    loose: openDictionary({ blocks: u32('looseBlocks'), keys: columns.looseKeys }),
    rowOf: wanted => findSorted(id, wanted),
    place: row => {
      const [country = '', ...rest] = meta.admins[admin[row]!]!.split('.')
      const name = fromUtf8(columns.nameText, row === 0 ? 0 : nameEnd[row - 1]!, nameEnd[row]!)
      return { id: id[row]!, name, alternates: [], latitude: latitude[row]! / 1e5, longitude: longitude[row]! / 1e5, kind: meta.kinds[columns.kind[row]!]!, country, admin1: rest.join('.'), population: population[row]! }
    },
  }
}

function readParts(bytes: Uint8Array): { readonly meta: IndexMeta; readonly columns: Readonly<Record<Section, Uint8Array>> } | null {
  if (bytes.length < 16 || fromUtf8(bytes, 0, 8) !== MAGIC) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), jsonLength = view.getUint32(8, true)
  if (12 + jsonLength > bytes.length) return null
  const meta = parseMeta(fromUtf8(bytes, 12, 12 + jsonLength))
  const columns: Partial<Record<Section, Uint8Array>> = {}
  let at = 12 + ((jsonLength + 3) & ~3)
  for (const section of SECTIONS) {
    const length = at + 4 <= bytes.length ? view.getUint32(at, true) : Infinity
    if (at + 4 + length > bytes.length) return null
    columns[section] = bytes.subarray(at + 4, at + 4 + length)
    at += 4 + ((length + 3) & ~3)
  }
  return meta === null ? null : { meta, columns: columns as Record<Section, Uint8Array> }
}

function parseMeta(json: string): IndexMeta | null {
  try {
    const meta = JSON.parse(json) as IndexMeta
    return meta.format === 1 ? meta : null
  } catch { return null }
}

function findSorted(values: Uint32Array, wanted: number): number {
  let low = 0, high = values.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1, value = values[middle]!
    if (value === wanted) return middle
    if (value < wanted) low = middle + 1
    else high = middle - 1
  }
  return -1
}
