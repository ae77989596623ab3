/** Work: every report is coded once, whatever crashes; what cannot be coded is set aside with the reason. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openStore, type NewDocument, type Store } from '../src/store/index.ts'
import { openPool } from '../src/work/pool.ts'
import { work } from '../src/work/work.ts'
import { ENGINE, plainIndex } from './store/made.ts'
import { asked, dropSchema, newSchema, testPostgres } from './store/postgres.ts'

const coder = new URL('./work/coder.ts', import.meta.url)
const folder = mkdtempSync(join(tmpdir(), 'casus-work-')), address = await testPostgres()
afterAll(() => rmSync(folder, { recursive: true }))

const plain = (from: number, to: number): readonly NewDocument[] => Array.from({ length: to - from }, (_, i) => ({ id: `w${from + i}`, text: `Report ${from + i}.` }))
const codings = async (store: Store): Promise<readonly number[]> => Promise.all((await store.documents.query({ size: 1000, sort: { field: 'id' } })).rows.map(async d => (await store.analyses.history(d.id)).length))

describe('the pool', () => {
  test('crashing, hanging and failing reports cost two tries and no other report', async () => {
    const pool = openPool({ threads: 2, timeout: 1500, coder })
    const texts = ['Fine 1.', 'CRASH', 'Fine 2.', 'HANG', `ONCE ${join(folder, 'pool')}`, 'BUG', 'Fine 3.']
    const outcomes = await Promise.all(texts.map((text, i) => pool.code({ id: String(i), text })))
    expect(outcomes.map(o => 'analysis' in o)).toEqual([true, false, true, false, true, false, true])
    expect(outcomes.map(o => 'failed' in o ? o.failed : '').filter(Boolean)).toEqual([expect.stringContaining('Coding failed'), 'Coding took longer than 1.5 seconds. It was tried 2 times.', 'Coding failed: no such token. It was tried 2 times.'])
    await pool.close()
  })

  test('the library itself codes in the threads', async () => {
    const pool = openPool({ threads: 1 })
    expect(await pool.engine()).toMatchObject({ name: 'casus' })
    const outcome = await pool.code({ id: 'r', published: '2024-01-20', text: 'Rebels shelled the town of Kirkuk on Friday, killing three people.' })
    expect('analysis' in outcome && outcome.analysis.events[0]).toMatchObject({ type: 'ASSAULT', killed: { min: 3 } })
    await pool.close()
  })
})

describe('an embedded store', () => {
  test('is worked through; what fails is set aside; a second run finds nothing; a new report is found', async () => {
    const path = join(folder, 'a.casus'), store = await openStore(path, { index: plainIndex }), seen: number[] = []
    await store.documents.add([...plain(0, 45), { id: 'x1', text: 'CRASH' }, { id: 'x2', text: `ONCE ${join(folder, 'embedded')}` }])
    expect(await work(store, path, { threads: 2, coder, progress: p => seen.push(p.left) })).toEqual({ coded: 46, failed: 1 })
    expect(seen.at(-1)).toBe(0)
    expect(await store.analyses.failures()).toMatchObject([{ document: 'x1', attempts: 1 }])
    expect((await store.documents.get('x1'))!.setAside).toMatchObject({ code: 'coding-failed' })
    expect((await store.incidents.query({})).rows[0]!.incident.members).toHaveLength(46)
    expect(await work(store, path, { threads: 1, coder })).toEqual({ coded: 0, failed: 0 })
    await store.documents.add(plain(45, 46))
    expect(await work(store, path, { threads: 1, coder })).toEqual({ coded: 1, failed: 0 })
    expect(await store.check()).toEqual([])
    await store.close()
  })

  test('a signal ends the work; what was done stays done', async () => {
    const path = join(folder, 'b.casus'), store = await openStore(path), stop = new AbortController()
    await store.documents.add(plain(0, 300))
    const { coded } = await work(store, path, { threads: 1, coder, signal: stop.signal, progress: ({ left }) => { if (left < 250) stop.abort() } })
    expect(coded).toBeGreaterThanOrEqual(50)
    expect(coded).toBeLessThan(300)
    expect(await store.analyses.left(ENGINE)).toBe(300 - coded)
    await store.close()
  })
})

describe.skipIf(address === null)('a shared store', () => {
  test('is worked through by two workers together, each report once', { timeout: 60_000 }, async () => {
    const schema = newSchema(), stores = await Promise.all([1, 2].map(() => openStore(address!, { schema, index: plainIndex }))), store = stores[0]!
    await store.documents.add([...plain(0, 60), { id: 'x1', text: 'CRASH' }])
    const tallies = await Promise.all(stores.map(one => work(one, address!, { schema, threads: 1, coder })))
    expect(tallies.map(t => t.coded).reduce((a, b) => a + b)).toBe(60)
    expect(await codings(store)).toEqual([...Array.from({ length: 60 }, () => 1), 0])
    expect((await store.documents.get('x1'))!.setAside).toMatchObject({ code: 'coding-failed' })
    expect((await store.incidents.query({})).rows[0]!.incident.members).toHaveLength(60)
    expect(await asked(address!, `select id from "${schema}_queue".job where state in ('created', 'retry', 'active') and name = 'code'`)).toEqual([])
    await Promise.all(stores.map(one => one.close()))
    await dropSchema(address!, schema)
    await dropSchema(address!, `${schema}_queue`)
  })
})
