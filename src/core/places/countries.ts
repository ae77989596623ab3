/** Countries of the place layer, from data/countries-geo.tsv. */
import { listCell, parseTable, type Row } from '../lexicon/table.ts'

/** South, west, north, east, in degrees. */
export type Box = readonly [number, number, number, number]

export interface Country {
  /** ISO 3166-1 alpha-2 (XK for Kosovo). */
  readonly code: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly demonyms: readonly string[]
  readonly capital: string
  readonly latitude: number
  readonly longitude: number
  readonly box: Box | null
  /** Which alternations of place-transliteration.tsv hold for its place names; '' for none. */
  readonly script: string
}

/** Reads data/countries-geo.tsv. */
export const readCountries = (tsv: string): ReadonlyMap<string, Country> => new Map(parseTable(tsv).map(row => [row['code']!, countryOf(row)]))

function countryOf(row: Row): Country {
  const sides = [row['south'], row['west'], row['north'], row['east']]
  return {
    code: row['code']!, name: row['name']!, aliases: listCell(row['aliases']), demonyms: listCell(row['demonyms']), capital: row['capital'] ?? '',
    latitude: Number(row['latitude']), longitude: Number(row['longitude']), script: row['script'] ?? '',
    box: sides.every(s => s !== undefined && s !== '') ? sides.map(Number) as unknown as Box : null,
  }
}
