/** Exports of invented incidents, read back by other people's libraries and held against their schemas. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { check } from '@placemarkio/check-geojson'
import { parse } from 'csv-parse/sync'
import { DuckDBInstance } from '@duckdb/node-api'
import { Package } from 'datapackage'
import { parquetReadObjects } from 'hyparquet'
import { afterAll, describe, expect, test } from 'vitest'
import { buildCodebookLexicon } from '../src/core/codebooks/index.ts'
import type { Incident } from '../src/core/model/index.ts'
import { csvLines, type Dataset, type ExportContext, ExportError, folderSink, FORMATS, memorySink, streamSink } from '../src/export/index.ts'
import type { StoredDocument } from '../src/store/index.ts'
import { loadTables } from '../src/resources/load.ts'
import { at, incident, party } from './support/incidents.ts'

const folder = mkdtempSync(join(tmpdir(), 'casus-export-'))
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

const lexicon = buildCodebookLexicon(loadTables())
const document = (id: string): StoredDocument => ({ id, url: `https://wire.example/${id}`, canonical: null, publisher: 'Harbour Wire', title: `Report ${id}`, published: '2024-03-03', language: 'en', text: 'A text.', sha256: '00', revision: 1, added: '2024-03-03T00:00:00Z', setAside: null, change: 1 })
const INCIDENTS: readonly Incident[] = [
  incident('i1'), incident('i2', { status: 'planned', date: null }), incident('i3', { places: [at('Marib', 'province', 'YE', 15.5, 45.5)], recipients: [party('=HYPERLINK("http://evil.example")', ['CVL'])] }),
  incident('i4', { type: 'PROTEST', mode: 'demo', places: [at('Quote "and", comma\nline', 'town', 'YE', -12.5, 45)], killed: null, links: [] }),
]

async function* each<T>(values: readonly T[]): AsyncGenerator<T> { for (const value of values) yield value }
const dataset = (incidents: readonly Incident[]): Dataset => ({
  incidents: () => each(incidents.map(i => ({ incident: i, reports: [document('r1'), document('r2')] }))),
  documents: () => each([document('r1'), document('r2')]), analyses: () => each([]), decisions: () => each([{ kind: 'comment', event: { document: 'r1', event: 'e1', mention: { start: 0, end: 1, exact: 'A' } }, text: 'see', id: 'd1', at: '2024-03-05T00:00:00Z', by: 'ana', reason: null }]),
})
const context = (incidents: readonly Incident[] = INCIDENTS): ExportContext => ({ dataset: dataset(incidents), lexicon, engine: { name: 'casus', version: '0.0.0' }, made: '2024-04-01T00:00:00Z', texts: true })
const format = (name: string) => FORMATS.find(f => f.name === name)!

async function exported(name: string, incidents?: readonly Incident[]): Promise<{ readonly text: (file: string) => string; readonly bytes: (file: string) => Uint8Array; readonly names: readonly string[]; readonly summary: { written: number; left: number } }> {
  const sink = memorySink(), summary = await format(name).write(context(incidents), sink)
  return { text: file => Buffer.from(sink.files.get(file)!).toString('utf8'), bytes: file => sink.files.get(file)!, names: [...sink.files.keys()], summary }
}
const rows = (text: string, options: { readonly delimiter?: string } = {}): Record<string, string>[] => parse(text, { columns: true, ...options }) as Record<string, string>[]

test.each(FORMATS.map(f => f.name))('%s writes the files it names, a codebook among them, even of nothing', async name => {
  for (const incidents of [INCIDENTS, []]) {
    const { names, text, summary } = await exported(name, incidents)
    expect([...names].sort()).toEqual([...format(name).files].sort())
    expect(text(names.find(n => n.endsWith('codebook.md'))!)).toContain('means')
    expect(summary.written + summary.left).toBe(incidents.length)
  }
})

describe('tables', () => {
  test.each(['acled-csv', 'ucdp-csv'])('%s: each incident is a row or has its reason in the sidecar', async name => {
    const { text, summary } = await exported(name), sidecar = rows(text(`${name}.sidecar.csv`)), main = rows(text(format(name).main))
    expect(main).toHaveLength(summary.written)
    expect(sidecar.map(r => r['id'])).toEqual(['i1', 'i2', 'i3', 'i4'])
    for (const line of sidecar) expect(line['row'] === '', `${line['id']}: ${line['left_out']}`).toBe(line['left_out'] !== '')
    expect(sidecar.filter(r => r['row'] !== '').map(r => Number(r['row']))).toEqual(main.map((_, k) => k + 1))
    expect(sidecar[0]).toMatchObject({ killed_min: '7', killed_max: '7', direction: 'one-way', injured_min: '' })
  })

  test('what holds a line end of any kind is quoted', () => {
    expect(csvLines([['a\nb', 'c\rd', 'e\r\nf', 'g'], ['', null, 1, true]])).toBe('"a\nb","c\rd","e\r\nf",g\r\n,,1,true\r\n')
  })

  test('no spreadsheet runs a name that begins like a formula, and no number is harmed', async () => {
    const [, , third, fourth] = rows((await exported('csv')).text('incidents.csv'))
    expect(third!['recipients']).toBe('\'=HYPERLINK("http://evil.example")')
    expect(fourth).toMatchObject({ latitude: '-12.5', place: 'Quote "and", comma\nline' })
  })

  test('HXL: hashtags in the second line, one for each column that has one', async () => {
    const [header, tags] = parse((await exported('hxl')).text('incidents.hxl.csv')) as string[][]
    expect(tags![header!.indexOf('country')]).toBe('#country+code+v_iso2')
    expect(tags!.every(t => /^#[a-z0-9]+(\+[a-z0-9_]+)*$/.test(t))).toBe(true)
  })

  test('CAMEO: as many cells in each line', async () => {
    const lines = (await exported('cameo-tsv')).text('cameo.tsv').trimEnd().split('\n').map(l => l.split('\t').length)
    expect(new Set(lines)).toEqual(new Set([26]))
  })
})

test('DuckDB reads the CSV and the Parquet alike', async () => {
  const sink = await folderSink(join(folder, 'duck'), () => false)
  await format('csv').write(context(), sink)
  await format('parquet').write(context(), sink)
  const db = await (await DuckDBInstance.create(':memory:')).connect()
  const ask = async (file: string): Promise<unknown> => (await (await db.run(`select id, place, latitude, killed_min, disputed from '${join(folder, 'duck', file)}' order by id`)).getRowsJson())
  const csv = await ask('incidents.csv') as unknown[][]
  expect(csv).toHaveLength(4)
  expect((await ask('incidents.parquet') as unknown[][]).map(r => r.map(String))).toEqual(csv.map(r => r.map(String)))
})

test('Parquet: another library reads what was written, in several row groups', async () => {
  const { bytes } = await exported('parquet', Array.from({ length: 45_000 }, (_, k) => incident(`i${k}`, { fields: [], links: [] })))
  const file = new Uint8Array(bytes('incidents.parquet')), read = await parquetReadObjects({ file: file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer, columns: ['id', 'killed_min', 'reciprocal'] })
  expect(read).toHaveLength(45_000)
  expect(read[44_999]).toEqual({ id: 'i44999', killed_min: 7, reciprocal: false })
})

describe('GeoJSON', () => {
  test('valid, longitude first, and no point for a province', async () => {
    const text = (await exported('geojson')).text('incidents.geojson'), read = check(text) as unknown as { features: { geometry: { coordinates: number[] } | null; properties: Record<string, unknown> }[] }
    expect(read.features.map(f => f.geometry?.coordinates ?? null)).toEqual([[45.33, 15.46], [45.33, 15.46], null, [45, -12.5]])
    expect(read.features[2]!.properties).toMatchObject({ precision: 'province', latitude: 15.5 })
  })
  test('a damaged one would be found', () => { expect(() => check('{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[1]},"properties":{}}]}')).toThrow() })
})

describe('folders', () => {
  test('a folder with other files is refused, and nothing is written', async () => {
    const taken = mkdtempSync(join(folder, 'taken-'))
    writeFileSync(join(taken, 'thesis.txt'), 'mine')
    await expect(folderSink(taken, name => name.endsWith('.csv'))).rejects.toMatchObject({ code: 'folder-taken' })
    expect(readdirSync(taken)).toEqual(['thesis.txt'])
  })
  test('an export that breaks off leaves no half file', async () => {
    const into = join(folder, 'broken'), sink = await folderSink(into, () => true)
    const broken = { ...context(), dataset: { ...dataset([]), incidents: async function* () { yield { incident: incident('i1'), reports: [] }; throw new ExportError('write-failed', 'no room') } } }
    await expect(format('csv').write(broken, sink)).rejects.toThrow('no room')
    await sink.abandon()
    expect(readdirSync(into)).toEqual([])
  })
  test('as a stream, only the main file', async () => {
    const parts: Uint8Array[] = []
    await format('acled-csv').write(context(), streamSink('acled.csv', async bytes => { parts.push(bytes.slice()) }))
    expect(Buffer.concat(parts).toString('utf8').split('\r\n')[0]).toContain('event_id_cnty')
    expect(readFileSync(join(folder, 'duck', 'incidents.csv'), 'utf8')).not.toContain('event_id_cnty')
  })
})

describe('data package', () => {
  /** The validator knows version 1 of the specification, in which a table names its profile. */
  async function validated(alter: (files: string) => void = () => undefined): Promise<{ readonly valid: boolean; readonly errors: readonly string[] }> {
    const into = mkdtempSync(join(folder, 'package-')), sink = await folderSink(into, () => true)
    await format('datapackage').write(context(), sink)
    alter(into)
    const descriptor = JSON.parse(readFileSync(join(into, 'datapackage.json'), 'utf8')) as { resources: { type?: string; profile?: string }[] }
    for (const resource of descriptor.resources) if (resource.type === 'table') resource.profile = 'tabular-data-resource'
    const read = await Package.load(descriptor, { basePath: into }), errors = read.errors.map(String)
    for (const table of read.resources.filter(r => r.tabular)) {
      try { await table.read({ relations: table.schema.foreignKeys.length > 0 }) } catch (error) { errors.push(`${table.name}: ${[error as Error & { errors?: Error[] }].flatMap(e => e.errors?.length ? e.errors : [e]).map(String).join('; ')}`) }
    }
    return { valid: read.valid && errors.length === 0, errors }
  }

  test('descriptor, every cell and every key hold', async () => { expect(await validated()).toEqual({ valid: true, errors: [] }) })

  test('a claim of no incident, and a figure that is none, would be found', async () => {
    const spoil = (file: string, from: string | RegExp, to: string) => (into: string): void => { writeFileSync(join(into, file), readFileSync(join(into, file), 'utf8').replace(from, to)) }
    expect((await validated(spoil('claims.csv', 'killed:1:1,i1,', 'killed:1:1,i77,'))).valid).toBe(false)
    expect((await validated(spoil('incidents.csv', /,7,7,/, ',seven,7,'))).valid).toBe(false)
  })

  test('version 2 of the specification: type, $schema, and a description of each field', async () => {
    const descriptor = JSON.parse((await exported('datapackage')).text('datapackage.json')) as { $schema: string; resources: { name: string; type?: string; path: string; schema?: { fields: { description: string }[] } }[] }
    expect(descriptor.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json')
    expect(descriptor.resources.filter(r => r.type === 'table').map(r => r.name)).toEqual(['incidents', 'claims', 'evidence', 'documents', 'actors', 'links', 'reviews'])
    expect(descriptor.resources.flatMap(r => r.schema?.fields ?? []).filter(f => f.description.length < 5)).toEqual([])
  })

  test('rival tolls stand side by side, the chosen one marked, with their words', async () => {
    const { text } = await exported('datapackage', [incident('i1')]), claims = rows(text('claims.csv'))
    expect(claims.map(c => [c['value'], c['chosen'], c['speaker']])).toEqual([['7/7', 'true', 'health officials'], ['3/12', 'false', '']])
    expect(rows(text('evidence.csv'))).toEqual([{ id: 'i1:killed:1:1:1', claim: 'i1:killed:1:1', document: 'r1', start: '10', end: '22', exact: 'killed seven' }])
  })

  test('without texts no text goes along', async () => {
    const sink = memorySink()
    await format('datapackage').write({ ...context(), texts: false }, sink)
    expect([...sink.files.keys()]).not.toContain('reports.jsonl')
    expect([...sink.files.values()].some(b => Buffer.from(b).toString('utf8').includes('A text.'))).toBe(false)
  })
})
