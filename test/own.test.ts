/** Own additions: kept with their history, known to the engine at once, and only what they touch is coded anew; on both engines. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NOTHING_OWN, versionWith, withOwn } from '../src/core/lexicon/own.ts'
import { parseTable } from '../src/core/lexicon/table.ts'
import { createApi, type Api } from '../src/api/index.ts'
import { loadTables } from '../src/resources/load.ts'
import { openStore, type OwnActor, type Store } from '../src/store/index.ts'
import { work } from '../src/work/work.ts'
import { askOf, tokensOf, type Ask } from './api/client.ts'
import { dropSchema, newSchema, testPostgres } from './store/postgres.ts'

const folder = mkdtempSync(join(tmpdir(), 'casus-own-')), address = await testPostgres()
afterAll(() => { rmSync(folder, { recursive: true }) })

const actor = (given: Partial<OwnActor> & Pick<OwnActor, 'id' | 'name'>): OwnActor => ({ kind: 'actor', aliases: [], what: 'armed-group', sectors: ['REB'], country: null, ...given })

describe('tables', () => {
  const tables = loadTables(), rows = (merged: Readonly<Record<string, string>>) => new Map(parseTable(merged['actors.tsv']!).map(r => [r['id']!, r]))
  test('get a row for what is new, and names for what is there; nothing else changes', () => {
    const merged = withOwn(tables, { step: 2, entries: [actor({ id: 'own.reef', name: 'Reef Brigade', aliases: ['RB', 'the Reefers'] }), actor({ id: 'ad', name: 'Principality in the Pyrenees' })] }), before = rows(tables), after = rows(merged)
    expect(after.size).toBe(before.size + 1)
    expect(after.get('own.reef')).toMatchObject({ name: 'Reef Brigade', aliases: 'RB | the Reefers', kind: 'armed-group', sectors: 'REB', source: 'own addition' })
    expect(after.get('ad')).toEqual({ ...before.get('ad'), aliases: `${before.get('ad')!['aliases']} | Principality in the Pyrenees` })
    expect(merged['triggers.tsv']).toBe(tables['triggers.tsv'])
    expect(withOwn(tables, NOTHING_OWN)).toBe(tables)
  })
  test('of two that are held to be one the one row has all names, also by way of a third; what leads back changes nothing', () => {
    const before = rows(tables), as = (id: string, same: string): OwnActor => actor({ id, name: before.get(id)?.['name'] ?? id, same }), both = rows(withOwn(tables, { step: 2, entries: [as('sy.al-nusra-front', 'own.x'), as('own.x', 'sy.hayat-tahrir-al-sham'), actor({ id: 'own.y', name: 'Y' })] }))
    expect([both.has('sy.al-nusra-front'), both.has('own.x'), both.has('own.y')]).toEqual([false, false, true])
    expect(both.get('sy.hayat-tahrir-al-sham')!['aliases']!.split(' | ')).toEqual(expect.arrayContaining([before.get('sy.al-nusra-front')!['name'], ...before.get('sy.al-nusra-front')!['aliases']!.split(' | ')]))
    expect(rows(withOwn(tables, { step: 2, entries: [as('sy.al-nusra-front', 'sy.hayat-tahrir-al-sham'), as('sy.hayat-tahrir-al-sham', 'sy.al-nusra-front')] })).size).toBe(before.size)
  })
  test('names that would break a table are names', () => {
    const merged = rows(withOwn(tables, { step: 1, entries: [actor({ id: 'own.x', name: 'A\tB\nevil\trow | C', aliases: ['#comment', 'metonym:Rome', '\t'] })] }))
    expect(merged.size).toBe(rows(tables).size + 1)
    expect(merged.get('own.x')).toMatchObject({ name: 'A B evil row   C', aliases: 'comment | Rome' })
  })
  test('stand in the version of the engine', () => { expect([versionWith('1.2.3', NOTHING_OWN), versionWith('1.2.3', { step: 7, entries: [] })]).toEqual(['1.2.3', '1.2.3+own.7']) })
})

function contract(make: () => Promise<{ readonly address: string; readonly schema?: string; readonly clear: () => Promise<void> }>): void {
  let store: Store, api: Api, ask: Ask, token: string, where: string, schema: { readonly schema?: string }, clear: () => Promise<void>
  beforeAll(async () => {
    const ground = await make()
    where = ground.address; schema = ground.schema === undefined ? {} : { schema: ground.schema }; clear = ground.clear
    store = await openStore(where, schema)
    api = createApi(store, { openReads: true, hosts: null })
    ask = askOf(api)
    token = (await tokensOf(store)).editor
    await store.documents.add([{ id: 'reef', published: '2024-01-20', text: 'Fighters of the Zarqan Shield Front killed two soldiers near Kirkuk on Friday, police said.' }, { id: 'other', published: '2024-01-20', text: 'Gunmen killed a mayor in Mosul on Friday, police said.' }])
    await code()
  })
  afterAll(async () => { await api.close(); await store.close(); await clear() })
  const code = async (): Promise<number> => (await work(store, where, { ...schema, threads: 1 })).coded
  const actorOf = async (): Promise<string | null | undefined> => (await store.analyses.get('reef'))!.analysis.events[0]?.actors[0]?.entity

  test('an actor that is added is known to the engine, and only reports that name it are coded anew', async () => {
    expect(await actorOf()).not.toBe('own.zarqan-shield-front')
    expect((await ask('/own/actors', { method: 'POST', token, body: { name: 'Zarqan Shield Front', aliases: ['ZSF'], country: 'IQ', reason: 'new since January' } })).json).toEqual({ id: 'own.zarqan-shield-front', recoded: 1 })
    expect(await code()).toBe(1)
    expect(await actorOf()).toBe('own.zarqan-shield-front')
    expect((await store.analyses.get('reef'))!.engine).toMatch(/\+own\.1 /)
    expect((await store.analyses.get('other'))!.engine).not.toContain('+own')
    expect(await code()).toBe(0)
    expect((await ask('/own/actors')).json.rows).toMatchObject([{ id: 'own.zarqan-shield-front', aliases: ['ZSF'] }])
  })
  test('the interface codes with it too, and tells of it', async () => {
    const { json } = await ask('/explain', { method: 'POST', body: { published: '2024-01-20', text: 'The ZSF killed two soldiers near Kirkuk on Friday.' } })
    expect(JSON.stringify(json)).toContain('own.zarqan-shield-front')
  })
  test('taken away it is gone, and its history stays', async () => {
    expect((await ask('/own/own.zarqan-shield-front', { method: 'DELETE', token, body: {} })).json).toMatchObject({ recoded: 1 })
    expect(await code()).toBe(1)
    expect(await actorOf()).not.toBe('own.zarqan-shield-front')
    expect((await ask('/own/history')).json.rows).toMatchObject([{ entry: null, by: 'editor' }, { entry: { name: 'Zarqan Shield Front' }, reason: 'new since January' }])
    expect((await ask('/own/own.nothing', { method: 'DELETE', token, body: {} })).json.error.code).toBe('own-unknown')
    expect((await ask('/own/actors', { method: 'POST', token, body: { name: 'x' } })).json.error.code).toBe('body-invalid')
    expect(await store.check()).toEqual([])
  })
  test('two actors that ship and are held to be one are one: their reports are coded anew, the registry has one, and it is taken back', async () => {
    await store.documents.add([{ id: 'nusra', published: '2024-01-20', text: 'Al-Nusra Front fighters killed two soldiers near Idlib in Syria on Friday, police said.' }])
    await code()
    const doer = async (): Promise<string | null | undefined> => (await store.analyses.get('nusra'))!.analysis.events[0]?.actors[0]?.entity, actors = async (id: string): Promise<number> => (await store.incidents.query({ filters: [{ field: 'actor', op: 'eq', value: id }], count: true })).total!
    expect(await doer()).toBe('sy.al-nusra-front')
    const same = (id: string, of: string) => ask('/own/actors', { method: 'POST', token, body: { id, name: 'Al-Nusra Front', same: of, reason: 'one leadership' } })
    expect((await same('sy.al-nusra-front', 'sy.hayat-tahrir-al-sham')).json).toEqual({ id: 'sy.al-nusra-front', recoded: 1 })
    await code()
    await store.incidents.refresh()
    expect(await doer()).toBe('sy.hayat-tahrir-al-sham')
    expect([await actors('sy.al-nusra-front'), await actors('sy.hayat-tahrir-al-sham')]).toEqual([0, 1])
    expect((await ask('/registry/actors?id=sy.al-nusra-front')).json.rows).toEqual([])
    expect((await ask('/registry/actors/sy.hayat-tahrir-al-sham')).json.names.map((n: { text: string }) => n.text)).toEqual(expect.arrayContaining(['Al-Nusra Front', 'Jabhat al-Nusra']))
    expect((await same('sy.hayat-tahrir-al-sham', 'sy.al-nusra-front')).json.error.code).toBe('body-invalid')
    expect((await same('sy.al-nusra-front', 'nobody')).json.error.code).toBe('actor-unknown')
    // What a person decided before follows: the event that was added and the side that was corrected are of the other now.
    await ask('/own/sy.al-nusra-front', { method: 'DELETE', token, body: {} })
    await code()
    const side = { name: 'Nusra', entity: 'sy.al-nusra-front', country: 'SY', sectors: [], labels: [], evidence: [] }, text = 'Gunmen killed a mayor in Mosul on Friday, police said.', said = text.indexOf('mayor')
    const decided = await ask('/decisions', { method: 'POST', token, body: { decisions: [{ kind: 'correct', event: { document: 'other', event: 'e1' }, field: 'actors', value: [side], evidence: [] }, { kind: 'add', event: { document: 'other' }, coded: { type: 'COERCE', mentions: [{ start: said, end: said + 5, exact: 'mayor' }], actors: [side] } }] } })
    expect(decided.status).toBe(200)
    expect([await actors('sy.al-nusra-front'), await actors('sy.hayat-tahrir-al-sham')]).toEqual([3, 0])
    await same('sy.al-nusra-front', 'sy.hayat-tahrir-al-sham')
    await code()
    await store.incidents.refresh()
    expect([await actors('sy.al-nusra-front'), await actors('sy.hayat-tahrir-al-sham')]).toEqual([0, 3])
    expect((await store.decisions.query({ filters: [{ field: 'kind', op: 'eq', value: 'correct' }] })).rows[0]).toMatchObject({ value: [{ entity: 'sy.al-nusra-front' }] })
    await ask('/own/sy.al-nusra-front', { method: 'DELETE', token, body: {} })
    await code()
    expect(await doer()).toBe('sy.al-nusra-front')
    await store.incidents.refresh()
    expect([await actors('sy.al-nusra-front'), await actors('sy.hayat-tahrir-al-sham')]).toEqual([3, 0])
    await store.documents.delete('nusra', 'ana', 'a test')
  })
}

describe('on SQLite', () => { contract(async () => ({ address: join(folder, 'own.casus'), clear: async () => {} })) })
describe.skipIf(address === null)('on PostgreSQL', () => {
  contract(async () => { const schema = newSchema(); return { address: address!, schema, clear: async () => { await dropSchema(address!, schema); await dropSchema(address!, `${schema}_queue`) } } })
})
