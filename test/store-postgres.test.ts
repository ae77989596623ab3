/** The shared store keeps the contract of all stores, and what is its own. */
import { describe, expect, test } from 'vitest'
import { openStore } from '../src/store/index.ts'
import { storeContract } from './store.contract.ts'
import { asked, dropSchema, newSchema, postgresGround, testPostgres } from './store/postgres.ts'

const address = await testPostgres()

describe.skipIf(address === null)('PostgreSQL', () => {
  storeContract(() => postgresGround(address!))

  test('the password of an address is never told', async () => {
    await expect(openStore('postgres://someone:secret@127.0.0.1:1/none')).rejects.toSatisfy((error: Error & { code: string }) => error.code === 'store-unreachable' && !error.message.includes('secret'))
  })

  test('everything stands in its own schema', async () => {
    const schema = newSchema(), store = await openStore(address!, { schema })
    await store.close()
    const tables = await asked<{ n: number }>(address!, `select count(*)::int as n from pg_tables where schemaname = '${schema}'`)
    expect(tables[0]!.n).toBeGreaterThan(20)
    await dropSchema(address!, schema)
  })
})
