/** What other codebooks call types, modes, sides and countries, read from data/. */
import { parseTable } from '../lexicon/table.ts'
import type { EventType } from '../model/index.ts'

export type Against = 'civilians' | 'armed' | 'any'

export interface AcledType { readonly type: string; readonly mode: string; readonly against: Against; readonly event: string; readonly subEvent: string; readonly disorder: string }

export interface CameoCode { readonly type: string; readonly mode: string; readonly code: string; readonly root: string; readonly goldstein: number }

/** `acled` is the category of inter1 and inter2, '' where a sector says nothing of it. */
export interface Side { readonly acled: string; readonly armed: boolean; readonly civilian: boolean; readonly state: boolean }

/** ISO 3166-1 alpha-3 and numeric, and the number of Gleditsch and Ward; null for territories that are no state of theirs. */
export interface CountryCodes { readonly name: string; readonly alpha3: string; readonly numeric: number | null; readonly gw: number | null; readonly acledRegion: string; readonly ucdpRegion: string | null }

export interface CodebookLexicon {
  readonly countries: ReadonlyMap<string, CountryCodes>
  readonly sides: ReadonlyMap<string, Side>
  readonly acled: readonly AcledType[]
  readonly cameo: readonly CameoCode[]
  readonly quads: ReadonlyMap<EventType, number>
}

type Tables = Readonly<Record<string, string>>

/** `tables`: text of data/ files by name. */
export function buildCodebookLexicon(tables: Tables): CodebookLexicon {
  const rows = (name: string): ReturnType<typeof parseTable> => parseTable(tables[name] ?? '')
  return {
    countries: countriesOf(tables),
    sides: new Map(rows('codebook-sides.tsv').map(r => [r['sector']!, { acled: r['acled']!, armed: r['armed'] === 'yes', civilian: r['civilian'] === 'yes', state: r['state'] === 'yes' }])),
    acled: rows('acled-events.tsv').map(r => ({ type: r['type']!, mode: r['mode']!, against: r['against'] as Against, event: r['event']!, subEvent: r['sub-event']!, disorder: r['disorder']! })),
    cameo: rows('cameo-codes.tsv').map(r => ({ type: r['type']!, mode: r['mode']!, code: r['code']!, root: r['root']!, goldstein: Number(r['goldstein']) })),
    quads: new Map(rows('plover-quads.tsv').map(r => [r['type'] as EventType, Number(r['quad'])])),
  }
}

function countriesOf(tables: Tables): ReadonlyMap<string, CountryCodes> {
  const names = new Map(parseTable(tables['countries-geo.tsv'] ?? '').map(r => [r['code']!, r['name']!]))
  const regions = parseTable(tables['ucdp-regions.tsv'] ?? '').map(r => ({ from: Number(r['from']), to: Number(r['to']), region: r['region']! }))
  const number = (cell: string | undefined): number | null => (cell === undefined || cell === '' ? null : Number(cell))
  return new Map(parseTable(tables['country-codes.tsv'] ?? '').map(r => {
    const code = r['code']!, gw = number(r['gw'])
    const ucdpRegion = regions.find(x => gw !== null && gw >= x.from && gw <= x.to)?.region ?? null
    return [code, { name: names.get(code) ?? code, alpha3: r['alpha3']!, numeric: number(r['numeric']), gw, acledRegion: r['acled-region']!, ucdpRegion }]
  }))
}

/** The first row that fits a type and mode. */
export const rowFor = <T extends { readonly type: string; readonly mode: string }>(rows: readonly T[], type: string, mode: string | null): T | null =>
  rows.find(r => r.type === type && (r.mode === '*' || r.mode === mode)) ?? null
