/** A Data Package (version 2): seven tables for people and tools, and the layers from which Casus can make the same dataset again. */
import type { Subject } from '../core/codebooks/index.ts'
import { codebookOf } from './codebook.ts'
import { csvLines } from './csv.ts'
import { batches } from './dataset.ts'
import type { ExportContext, ExportFormat, ExportSummary } from './format.ts'
import { ACTORS, actorsOf, cellsOf, CLAIMS, claimsOf, DOCUMENTS, EVIDENCE, evidenceOf, header, INCIDENTS, LINKS, linksOf, REVIEWS, type PackageTable } from './package-tables.ts'
import type { OutFile, Sink } from './sink.ts'
import { writeText } from './tables.ts'

/** Version of the package's layout; a reader refuses a newer one. */
export const PACKAGE_VERSION = 1
export const PACKAGE_FILE = 'datapackage.json'
export const LAYERS = { reports: 'reports.jsonl', analyses: 'analyses.jsonl', decisions: 'decisions.jsonl' } as const

type AnyTable = PackageTable<never>
const TABLES: readonly AnyTable[] = [INCIDENTS, CLAIMS, EVIDENCE, DOCUMENTS, ACTORS, LINKS, REVIEWS] as unknown as readonly AnyTable[]
const CODEBOOK = 'codebook.md'
const PROFILE = 'https://datapackage.org/profiles/2.0'

interface Table<T> { readonly put: (lines: readonly T[]) => Promise<void>; readonly close: () => Promise<void> }

async function opened<T>(sink: Sink, table: PackageTable<T>): Promise<Table<T>> {
  const file = await sink.file(`${table.name}.csv`)
  await file.write(csvLines([header(table)]))
  return { put: async lines => { if (lines.length > 0) await file.write(csvLines(cellsOf(table, lines))) }, close: file.close }
}

const line = (file: OutFile, value: unknown): Promise<void> => file.write(`${JSON.stringify(value)}\n`)

async function writeIncidents(context: ExportContext, sink: Sink): Promise<number> {
  const incidents = await opened(sink, INCIDENTS), claims = await opened(sink, CLAIMS), evidence = await opened(sink, EVIDENCE), links = await opened(sink, LINKS), actors = await opened(sink, ACTORS)
  const known = new Set<string>()
  let written = 0
  for await (const batch of batches(context.dataset.incidents(), 200)) {
    const subjects = batch.map((one): Subject => ({ ...one, lexicon: context.lexicon })), lines = subjects.flatMap(claimsOf)
    await incidents.put(subjects)
    await claims.put(lines)
    await evidence.put(lines.flatMap(evidenceOf))
    await links.put(subjects.flatMap(linksOf))
    await actors.put(subjects.flatMap(actorsOf).filter(a => { const fresh = !known.has(a.key); known.add(a.key); return fresh }))
    written += batch.length
    context.progress?.(written)
  }
  for (const table of [incidents, claims, evidence, links, actors]) await table.close()
  return written
}

async function writeReports(context: ExportContext, sink: Sink): Promise<void> {
  const documents = await opened(sink, DOCUMENTS), reports = context.texts ? await sink.file(LAYERS.reports) : null
  for await (const document of context.dataset.documents()) {
    await documents.put([document])
    const { id, url, canonical, publisher, title, published, language, text, setAside } = document
    if (reports !== null) await line(reports, { id, url, canonical, publisher, title, published, language, text, setAside })
  }
  await documents.close()
  await reports?.close()
}

async function writeLayers(context: ExportContext, sink: Sink): Promise<void> {
  const analyses = await sink.file(LAYERS.analyses)
  for await (const analysis of context.dataset.analyses()) await line(analyses, analysis)
  await analyses.close()
  const reviews = await opened(sink, REVIEWS), decisions = await sink.file(LAYERS.decisions)
  for await (const decision of context.dataset.decisions()) { await reviews.put([decision]); await line(decisions, decision) }
  await reviews.close()
  await decisions.close()
}

function descriptor({ engine, made, texts }: ExportContext): object {
  const tables = TABLES.map(t => ({
    name: t.name, type: 'table', path: `${t.name}.csv`, title: t.name, description: t.about, format: 'csv', mediatype: 'text/csv', encoding: 'utf-8', dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      $schema: `${PROFILE}/tableschema.json`, fields: t.columns.map(c => ({ name: c.name, type: c.type, description: c.means })), primaryKey: [t.key],
      ...(t.refers.length === 0 ? {} : { foreignKeys: t.refers.map(k => ({ fields: [k.column], reference: { resource: k.table, fields: ['id'] } })) }),
    },
  }))
  const layers = Object.entries(LAYERS).filter(([name]) => texts || name !== 'reports').map(([name, path]) => ({ name: `layer-${name}`, path, format: 'jsonl', mediatype: 'application/jsonl', encoding: 'utf-8', description: LAYER_ABOUT[name as keyof typeof LAYERS] }))
  return { $schema: `${PROFILE}/datapackage.json`, name: 'casus-incidents', title: 'Incidents read from news reports', created: made, version: String(PACKAGE_VERSION), contributors: [{ title: `${engine.name} ${engine.version}`, roles: ['creator'] }], resources: [...tables, ...layers] }
}

const LAYER_ABOUT = {
  reports: 'The reports with their texts, one a line. The texts belong to their publishers.',
  analyses: 'The analysis of each report, one a line.',
  decisions: 'The decisions of people, one a line.',
} as const

async function write(context: ExportContext, sink: Sink): Promise<ExportSummary> {
  const written = await writeIncidents(context, sink)
  await writeReports(context, sink)
  await writeLayers(context, sink)
  const about = context.texts ? 'reports.jsonl holds texts that belong to their publishers: mind their rights before you hand the package on, or write it with --no-texts.' : 'The texts of the reports were left out; such a package cannot be taken in again.'
  const files = [...TABLES.map(t => ({ file: `${t.name}.csv`, about: t.about, columns: t.columns })), ...Object.entries(LAYERS).map(([name, file]) => ({ file, about: LAYER_ABOUT[name as keyof typeof LAYERS], columns: [] }))]
  await writeText(sink, CODEBOOK, codebookOf('A Casus data package', [about], files, context))
  await writeText(sink, PACKAGE_FILE, `${JSON.stringify(descriptor(context), null, 2)}\n`)
  return { written, left: 0 }
}

export const datapackage: ExportFormat = {
  name: 'datapackage', summary: 'incidents, claims, evidence, documents, actors, links and reviews; can be taken in again', main: PACKAGE_FILE, mediaType: 'application/json',
  files: [PACKAGE_FILE, CODEBOOK, ...TABLES.map(t => `${t.name}.csv`), ...Object.values(LAYERS)], write,
}
