/** Deaths in the middle of writing, the short form; `npm run faults -- --rounds 200` is the long one. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openStore } from '../src/store/index.ts'
import { faultsOf, killRounds } from './faults/kill.ts'
import { killWorkers } from './faults/workers.ts'
import { dropSchema, newSchema, testPostgres } from './store/postgres.ts'

const address = await testPostgres()

describe('writers killed at random', () => {
  test('a loss and a double would be seen', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'casus-faults-')), ground = { address: join(folder, 'a.casus'), schema: 'casus' }
    const store = await openStore(ground.address)
    await store.documents.add([{ id: 'r1', text: 'One.' }, { id: 'again', text: 'Two.' }])
    await store.close()
    const lost = await faultsOf(ground, { reports: new Set(['r1', 'r2']), analyses: new Set(['r1']), decisions: new Set(['d1']) })
    expect(lost).toEqual(['the acknowledged report r2 is lost', 'the acknowledged analysis of r1 is lost', 'the acknowledged decision d1 is lost', 'a report came in again as again'])
    rmSync(folder, { recursive: true })
  })

  test('SQLite: nothing acknowledged is lost, nothing stands twice', { timeout: 120_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'casus-faults-'))
    const found = await killRounds({ address: join(folder, 'a.casus'), schema: 'casus' }, 5)
    expect(found.wrong).toEqual([])
    expect(found.reports).toBeGreaterThanOrEqual(15)
    rmSync(folder, { recursive: true })
  })

  test.skipIf(address === null)('PostgreSQL: nothing acknowledged is lost, nothing stands twice', { timeout: 120_000 }, async () => {
    const schema = newSchema()
    const found = await killRounds({ address: address!, schema }, 5)
    expect(found.wrong).toEqual([])
    expect(found.reports).toBeGreaterThanOrEqual(15)
    await dropSchema(address!, schema)
  })
})

describe.skipIf(address === null)('workers killed at random', () => {
  test('every report is coded once in the result', { timeout: 180_000 }, async () => {
    const schema = newSchema()
    const found = await killWorkers({ address: address!, schema }, 80, 2)
    expect(found.wrong).toEqual([])
    expect(found.killed).toBeGreaterThan(0)
    await dropSchema(address!, schema)
    await dropSchema(address!, `${schema}_queue`)
  })
})
