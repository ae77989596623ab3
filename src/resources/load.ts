/** Reads what ships with the package: tables from data/, models from models/, the gazetteer. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { assembleKnowledge, type Shipped } from '../core/analysis/assemble.ts'
import type { Knowledge } from '../core/analysis/knowledge.ts'
import { buildIncidentLexicon, type IncidentLexicon } from '../core/incidents/index.ts'
import { NOTHING_OWN, versionWith, withOwn, type Own } from '../core/lexicon/own.ts'
import { importedIndexPath, readIndexFile } from './gazetteer.ts'
import { packageFile } from './package.ts'
import { version } from './version.ts'

/** The text of every table of data/, by file name. */
export function loadTables(): Readonly<Record<string, string>> {
  const names = readdirSync(packageFile('data')).filter(name => name.endsWith('.tsv')).sort()
  return Object.fromEntries(names.map(name => [name, readFileSync(packageFile('data', name), 'utf8')]))
}

const model = (name: string): Uint8Array => readFileSync(packageFile('models', name))

let loaded: Knowledge | null = null, own = NOTHING_OWN

/** Has what is read from now on hold what people of a store have added; for a thread that codes for that store. */
export function useOwn(entries: Own): void {
  own = entries
  loaded = null
}

/** Everything the pipeline knows, read once a process. Throws ResourceError or GazetteerError where the package is damaged. */
export function loadKnowledge(): Knowledge {
  if (loaded !== null) return loaded
  const shipped = readShipped()
  return loaded = assembleKnowledge({ ...shipped, tables: withOwn(shipped.tables, own), version: versionWith(shipped.version, own), imported: importedIndex() })
}

/** All that ships and the pipeline reads, with the gazetteer's index inflated. Throws GazetteerError where that is damaged. */
export const readShipped = (): Omit<Shipped, 'imported'> => ({
  version: version(), tables: loadTables(), lemmas: readFileSync(packageFile('models', 'lemmas.tsv'), 'utf8'),
  models: { 'parser.bin': model('parser.bin'), 'sentences.bin': model('sentences.bin'), 'causality.bin': model('causality.bin'), 'gazetteer.bin': readIndexFile(packageFile('models', 'gazetteer.bin.gz')) },
})

function importedIndex(): Uint8Array | null {
  const path = importedIndexPath()
  return existsSync(path) ? readIndexFile(path) : null
}

let incidents: IncidentLexicon | null = null

/** What deciding about incidents knows, read once a process. */
export function loadIncidentLexicon(): IncidentLexicon {
  incidents ??= buildIncidentLexicon(loadTables())
  return incidents
}
