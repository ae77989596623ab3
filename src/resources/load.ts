/** Reads what ships with the package: tables from data/, models from models/, the gazetteer. */
import { readdirSync, readFileSync } from 'node:fs'
import { buildKnowledge, type Knowledge } from '../core/analysis/knowledge.ts'
import { buildIncidentLexicon, type IncidentLexicon } from '../core/incidents/index.ts'
import { loadParser, parseText } from '../core/syntax/index.ts'
import { loadGazetteer, loadPlaceLexicon } from './gazetteer.ts'
import { packageFile } from './package.ts'

/** The text of every table of data/, by file name. */
export function loadTables(): Readonly<Record<string, string>> {
  const names = readdirSync(packageFile('data')).filter(name => name.endsWith('.tsv')).sort()
  return Object.fromEntries(names.map(name => [name, readFileSync(packageFile('data', name), 'utf8')]))
}

const model = (name: string): Uint8Array => readFileSync(packageFile('models', name))

let loaded: Knowledge | null = null

/** Everything the pipeline knows, read once a process. Throws ResourceError or GazetteerError where the package is damaged. */
export function loadKnowledge(): Knowledge {
  loaded ??= readKnowledge()
  return loaded
}

function readKnowledge(): Knowledge {
  const parser = loadParser(model('parser.bin'), readFileSync(packageFile('models', 'lemmas.tsv'), 'utf8'))
  const { version } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { version: string }
  return buildKnowledge({
    version, model: parser.version, parse: text => parseText(parser, text),
    tables: loadTables(), models: { 'sentences.bin': model('sentences.bin'), 'causality.bin': model('causality.bin') },
    places: loadPlaceLexicon(), gazetteer: loadGazetteer(),
  })
}

let incidents: IncidentLexicon | null = null

/** What deciding about incidents knows, read once a process. */
export function loadIncidentLexicon(): IncidentLexicon {
  incidents ??= buildIncidentLexicon(loadTables())
  return incidents
}
