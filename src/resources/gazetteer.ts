/** Loads the gazetteer: the shipped index and tables, and the user's imported index where there is one. */
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { gazetteerTablesOf } from '../core/analysis/assemble.ts'
import { NOTHING_OWN, withOwn, type Own } from '../core/lexicon/own.ts'
import { buildGazetteer, type Gazetteer, type GazetteerTables } from '../core/places/gazetteer.ts'
import { openIndex } from '../core/places/index-bytes.ts'
import { packageFile } from './package.ts'

/** Raised when a gazetteer file cannot be read or is damaged. */
export class GazetteerError extends Error {
  readonly code: 'gazetteer-missing' | 'gazetteer-damaged' | 'gazetteer-format' | 'gazetteer-empty' | 'gazetteer-unwritable'
  constructor(code: GazetteerError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'GazetteerError'
    this.code = code
  }
}

/** Where `casus gazetteer import` puts its index: $XDG_DATA_HOME/casus or ~/.local/share/casus. */
export const importedIndexPath = (env: NodeJS.ProcessEnv = process.env): string =>
  join(env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'casus', 'gazetteer.bin.gz')

/** Reads and inflates an index file. Throws GazetteerError `gazetteer-missing` or `gazetteer-damaged`. */
export function readIndexFile(path: string): Uint8Array {
  if (!existsSync(path)) throw new GazetteerError('gazetteer-missing', `There is no gazetteer index at ${path}.`)
  try {
    const bytes = gunzipSync(readFileSync(path))
    if (openIndex(bytes) !== null) return bytes
  } catch (cause) {
    throw new GazetteerError('gazetteer-damaged', `The gazetteer index ${path} cannot be read: ${(cause as Error).message}.`, { cause })
  }
  throw new GazetteerError('gazetteer-damaged', `The gazetteer index ${path} is not an index of this version; import the GeoNames file again.`)
}

const TABLES = ['countries-geo', 'place-admin1', 'sites', 'regions', 'place-extra', 'place-villages', 'place-transliteration'] as const

/** The shipped tables of the gazetteer, with what people of a store have added. */
export const gazetteerTables = (own: Own = NOTHING_OWN): GazetteerTables => gazetteerTablesOf(withOwn(Object.fromEntries(TABLES.map(name => [`${name}.tsv`, readFileSync(packageFile('data', `${name}.tsv`), 'utf8')])), own))

/** Loads the gazetteer by itself; `imported` is the path of a user's index (null: none), read only where it exists. Throws GazetteerError. */
export function loadGazetteer(options: { readonly imported?: string | null; readonly own?: Own } = {}): Gazetteer {
  const imported = options.imported === undefined ? importedIndexPath() : options.imported
  return buildGazetteer({
    tables: gazetteerTables(options.own), cities: readIndexFile(packageFile('models', 'gazetteer.bin.gz')),
    imported: imported !== null && existsSync(imported) ? readIndexFile(imported) : null,
  })
}
