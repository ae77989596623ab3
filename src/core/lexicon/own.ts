/** What people of a store have added to the tables of actors and places: merged into them before anything is read. */
import { listCell, parseTable } from './table.ts'

/** An actor of one's own, or further names of one that ships (`id` is its id then). `same` is the id of another that people hold it to be: all its names are that one's. */
export interface OwnActor { readonly kind: 'actor'; readonly id: string; readonly name: string; readonly aliases: readonly string[]; readonly what: string; readonly sectors: readonly string[]; readonly country: string | null; readonly same?: string }
/** A place of one's own, or further names of one that ships. */
export interface OwnPlace {
  readonly kind: 'place'; readonly id: string; readonly name: string; readonly aliases: readonly string[]; readonly what: string; readonly country: string | null; readonly admin1: string | null
  readonly latitude: number | null; readonly longitude: number | null; readonly precision: string
}
export type OwnEntry = OwnActor | OwnPlace

/** Entries that hold, and the number of the step that made them so; 0 where nobody added anything. */
export interface Own { readonly step: number; readonly entries: readonly OwnEntry[] }

export const NOTHING_OWN: Own = { step: 0, entries: [] }

/** The version of an engine that knows them: build metadata, as semantic versioning has it. */
export const versionWith = (version: string, { step }: Own): string => (step === 0 ? version : `${version}+own.${step}`)

type Tables = Readonly<Record<string, string>>
const SOURCE = 'own addition'

/** The tables with what was added. */
export function withOwn(tables: Tables, { entries }: Own): Tables {
  if (entries.length === 0) return tables
  const actors = entries.filter(e => e.kind === 'actor'), places = entries.filter(e => e.kind === 'place')
  return { ...tables, 'actors.tsv': merged(tables['actors.tsv'] ?? '', actors), 'place-extra.tsv': merged(tables['place-extra.tsv'] ?? '', places) }
}

/** Rows of the same id get the names; the others follow. */
function merged(tsv: string, entries: readonly OwnEntry[]): string {
  if (entries.length === 0) return tsv
  const header = tsv.slice(0, tsv.indexOf('\n')).replace(/\r$/, '').split('\t'), known = new Map(parseTable(tsv).map(row => [row['id']!, row])), added = new Map(entries.map(e => [e.id, e]))
  const idAt = header.indexOf('id'), aliasesAt = header.indexOf('aliases')
  const lines = tsv.split(/\r?\n/).map(line => {
    const cells = line.split('\t'), own = added.get(cells[idAt] ?? '')
    if (own === undefined || line.startsWith('#')) return line
    cells[aliasesAt] = [...new Set([...listCell(cells[aliasesAt]), ...namesOf(own)])].join(' | ')
    return cells.join('\t')
  })
  const fresh = entries.filter(e => !known.has(e.id)).map(entry => { const cells = cellsOf(entry); return header.map(name => cells[name] ?? '').join('\t') })
  return [...joined(header, [...lines.filter((line, k) => k < lines.length - 1 || line !== ''), ...fresh], sameOf(entries)), ''].join('\n')
}

/** Whom each is held to be, by id. */
export const sameOf = (entries: readonly OwnEntry[]): ReadonlyMap<string, string> => new Map(entries.flatMap(e => (e.kind === 'actor' && e.same !== undefined ? [[e.id, e.same] as const] : [])))

/** Whom an id stands for in the end; itself where the way leads back to it. */
export function standsFor(id: string, same: ReadonlyMap<string, string>): string {
  const seen = new Set<string>()
  let at = id
  for (let next = same.get(at); next !== undefined; next = same.get(at)) { if (seen.has(at)) return id; seen.add(at); at = next }
  return at
}

/** What people decided, with the id of the one that an actor is now held to be in place of its own, wherever it stands as `entity`. */
export function withMerges<T>(decided: T, same: ReadonlyMap<string, string>): T {
  return same.size === 0 ? decided : JSON.parse(JSON.stringify(decided), (key, value: unknown) => (key === 'entity' && typeof value === 'string' ? standsFor(value, same) : value)) as T
}

/** Rows of those that are held to be others leave the table, and their names go to the others. */
function joined(header: readonly string[], lines: readonly string[], same: ReadonlyMap<string, string>): readonly string[] {
  if (same.size === 0) return lines
  const at = (name: string): number => header.indexOf(name), rows = lines.map(line => line.split('\t')), byId = new Map(rows.map(cells => [cells[at('id')] ?? '', cells])), gone = new Set<readonly string[]>()
  const add = (cells: string[], column: number, names: readonly string[]): void => { if (column >= 0) cells[column] = [...new Set([...listCell(cells[column]), ...names])].join(' | ') }
  for (const id of same.keys()) {
    const row = byId.get(id), other = byId.get(standsFor(id, same))
    if (row === undefined || other === undefined || row === other) continue
    add(other, at('aliases'), [row[at('name')] ?? '', ...listCell(row[at('aliases')])])
    add(other, at('demonyms'), listCell(row[at('demonyms')]))
    other[at('active')] = [...new Set([other[at('active')] ?? '', row[at('active')] ?? ''].flatMap(cell => cell.split(/\s+/)).filter(c => c !== ''))].join(' ')
    gone.add(row)
  }
  return rows.filter(cells => !gone.has(cells)).map(cells => cells.join('\t'))
}

const namesOf = ({ name, aliases }: OwnEntry): readonly string[] => [name, ...aliases].map(cell).filter(n => n !== '')

/** Signs that part cells and lists, or mark how a name is meant, stand for none of that in what people type. */
const cell = (text: string): string => text.replace(/[\t\r\n|#]+/g, ' ').replace(/^(?:metonym|cs):/, '').trim()

function cellsOf(entry: OwnEntry): Readonly<Record<string, string>> {
  const shared = { id: cell(entry.id), name: cell(entry.name), aliases: entry.aliases.map(cell).filter(a => a !== '').join(' | '), kind: cell(entry.what), country: entry.country ?? '', source: SOURCE }
  if (entry.kind === 'actor') return { ...shared, sectors: entry.sectors.map(cell).join(' '), active: entry.country ?? '' }
  return { ...shared, admin1: cell(entry.admin1 ?? ''), latitude: entry.latitude === null ? '' : String(entry.latitude), longitude: entry.longitude === null ? '' : String(entry.longitude), precision: entry.precision }
}
