/** A data package taken in again gives the same dataset: documents, analyses, decisions with their moments, incidents. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildCodebookLexicon } from '../src/core/codebooks/index.ts'
import type { EventAnchor } from '../src/core/model/index.ts'
import { datasetOf, folderSink, FORMATS, importPackage, memorySink } from '../src/export/index.ts'
import { analyse } from '../src/index.ts'
import { loadTables } from '../src/resources/load.ts'
import { addedId } from '../src/core/incidents/index.ts'
import { additionOf, openStore, type Group, type IncidentIndex, type Store } from '../src/store/index.ts'
import { incident } from './support/incidents.ts'

const folder = mkdtempSync(join(tmpdir(), 'casus-roundtrip-'))
/** Each event an incident of its own: how events are joined is tested elsewhere. */
function index(): IncidentIndex {
  const held = new Map<string, Group>(), of = (documents: readonly string[]): readonly Group[] => [...held.values()].filter(g => documents.includes(g.members[0]!.document))
  return {
    version: 'each alone',
    put: analyses => {
      const changed = analyses.flatMap(({ document: { id }, events }) => events.map((e): Group => ({ id: `${id}-${e.id}`, members: [{ document: id, event: e.id }] })))
      for (const group of changed) held.set(group.id, group)
      return { changed, gone: [] }
    },
    remove: documents => {
      const gone = of(documents).map(g => g.id)
      for (const id of gone) held.delete(id)
      return { changed: [], gone }
    },
    settle: () => ({ changed: [], gone: [] }), groups: () => held.values(), around: of,
    read: (group, readingOf) => {
      const { type, mode, status, actors, recipients, places, date } = readingOf(group.members[0]!.document)!.analysis.events.find(e => e.id === group.members[0]!.event)!
      return incident(group.id, { members: group.members, type, mode, status, actors, recipients, places, date, fields: [], links: [] })
    },
  }
}
const REPORTS = ['market-raid', 'port-strike', 'capital-protest'].map(name => JSON.parse(readFileSync(join(import.meta.dirname, '..', 'examples', `${name}.json`), 'utf8')) as { id: string; text: string; publisher: string; title: string; published: string })
const stores: Store[] = []
const open = async (name: string): Promise<Store> => { const store = await openStore(join(folder, `${name}.casus`), { index }); stores.push(store); return store }

async function writePackage(store: Store, into: string, texts = true): Promise<void> {
  const context = { dataset: datasetOf(store), lexicon: buildCodebookLexicon(loadTables()), engine: { name: 'casus', version: '0' }, made: '2024-01-01T00:00:00Z', texts }
  await FORMATS.find(f => f.name === 'datapackage')!.write(context, await folderSink(into, () => true))
}

let first: Store
beforeAll(async () => {
  first = await open('first')
  await first.documents.add(REPORTS)
  const analyses = REPORTS.map(r => analyse(r))
  await first.analyses.put(analyses)
  const at = (k: number, e: number): EventAnchor => ({ document: analyses[k]!.document.id, event: analyses[k]!.events[e]!.id, mention: analyses[k]!.events[e]!.mentions[0]! })
  await first.decisions.append([{ kind: 'accept', event: at(0, 0), field: null, by: 'ana', reason: null, at: '2023-05-01T10:00:00Z', id: 'd1' }, { kind: 'split', a: at(0, 0), b: at(1, 0), by: 'ben', reason: 'another town', id: 'd2' }, { kind: 'undo', decision: 'd2', by: 'ben', reason: null, id: 'd3' }])
  const text = REPORTS[0]!.text, start = text.indexOf('said'), missed = { start, end: start + 4, exact: 'said' }
  await first.decisions.append([{ ...await additionOf(first, REPORTS[0]!.id, { type: 'CONSULT', mode: 'visit', mentions: [missed] }), by: 'ana', reason: null, id: 'd4' }])
  await writePackage(first, join(folder, 'package'))
})
afterAll(async () => { for (const store of stores) await store.close(); rmSync(folder, { recursive: true, force: true }) })

async function all<T>(values: AsyncIterable<T>): Promise<readonly T[]> { const out: T[] = []; for await (const value of values) out.push(value); return out }

async function picture(store: Store): Promise<unknown> {
  const { documents, analyses, decisions, incidents } = datasetOf(store)
  return { documents: (await all(documents())).map(({ added: _added, change: _change, ...d }) => d), analyses: await all(analyses()), decisions: await all(decisions()), incidents: await all(incidents()) }
}

describe('a package taken in again', () => {
  test('gives the same dataset, and the same package to the byte', async () => {
    const second = await open('second')
    expect(await importPackage(join(folder, 'package'), second, 'ana')).toEqual({ documents: 3, analyses: 3, decisions: 4 })
    const picked = await picture(first) as { incidents: unknown[]; decisions: { at: string }[] }
    expect(picked.incidents.length).toBeGreaterThan(5)
    expect(picked.decisions[0]!.at).toBe('2023-05-01T10:00:00Z')
    expect(picked.incidents).toContainEqual(expect.objectContaining({ incident: expect.objectContaining({ type: 'CONSULT', mode: 'visit', members: [{ document: REPORTS[0]!.id, event: addedId('d4') }] }) }))
    expect(await picture(second)).toEqual(picked)
    await writePackage(second, join(folder, 'again'))
    for (const file of FORMATS.find(f => f.name === 'datapackage')!.files) expect(readFileSync(join(folder, 'again', file), 'utf8'), file).toBe(readFileSync(join(folder, 'package', file), 'utf8'))
  })

  test('twice changes nothing', async () => {
    const third = await open('third')
    await importPackage(join(folder, 'package'), third, 'ana')
    const once = await picture(third)
    expect(await importPackage(join(folder, 'package'), third, 'ana')).toMatchObject({ documents: 0, analyses: 0 })
    expect(await picture(third)).toEqual(once)
  })

  test('without texts, damaged, newer or none at all it is refused by code', async () => {
    const store = await open('fourth'), bare = join(folder, 'bare'), newer = join(folder, 'newer'), broken = join(folder, 'broken')
    await writePackage(first, bare, false)
    await expect(importPackage(bare, store, 'ana')).rejects.toMatchObject({ code: 'package-without-texts' })
    for (const into of [newer, broken]) await writePackage(first, into)
    writeFileSync(join(newer, 'datapackage.json'), '{"version":"99"}')
    await expect(importPackage(newer, store, 'ana')).rejects.toMatchObject({ code: 'package-newer' })
    writeFileSync(join(broken, 'reports.jsonl'), '{"id":"x","text":"A text."}\n{"id":\n')
    await expect(importPackage(broken, store, 'ana')).rejects.toThrow('reports.jsonl line 2')
    await expect(importPackage(folder, store, 'ana')).rejects.toMatchObject({ code: 'package-unreadable' })
  })
})

test('filters narrow incidents, their documents and their analyses alike', async () => {
  const narrow = datasetOf(first, [{ field: 'document', op: 'eq', value: 'market-raid' }])
  expect((await all(narrow.documents())).map(d => d.id)).toEqual(['market-raid'])
  expect((await all(narrow.analyses())).map(a => a.document.id)).toEqual(['market-raid'])
  const sink = memorySink()
  await FORMATS.find(f => f.name === 'csv')!.write({ dataset: narrow, lexicon: buildCodebookLexicon(loadTables()), engine: { name: 'casus', version: '0' }, made: '', texts: true }, sink)
  expect(Buffer.from(sink.files.get('incidents.csv')!).toString('utf8')).not.toContain('port-strike')
})
