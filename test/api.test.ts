/** The interface over both engines. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe } from 'vitest'
import { openSqlite } from '../src/store/engine/sqlite.ts'
import { openStore } from '../src/store/index.ts'
import { apiContract } from './api.contract.ts'
import { postgresGround, testPostgres } from './store/postgres.ts'

const address = await testPostgres()

describe('over SQLite', () => {
  apiContract(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'casus-api-')), path = join(folder, 'dataset.casus')
    return { open: options => openStore(path, options), engine: () => openSqlite(path), clear: async () => rmSync(folder, { recursive: true }) }
  })
})

describe.skipIf(address === null)('over PostgreSQL', () => { apiContract(() => postgresGround(address!)) })
