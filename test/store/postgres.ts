/** A PostgreSQL for tests: CASUS_TEST_POSTGRES, or one that answers on this machine; every ground is a schema of its own, dropped at the end. */
import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { openPostgres } from '../../src/store/engine/postgres.ts'
import { openStore } from '../../src/store/index.ts'
import type { Ground } from './ground.ts'

const LOCAL = 'postgres://postgres@127.0.0.1:5432/postgres'

/** The address of a server that answers; null where there is none and none was asked for. */
export async function testPostgres(): Promise<string | null> {
  const asked = process.env['CASUS_TEST_POSTGRES']
  if (await answers(asked ?? LOCAL)) return asked ?? LOCAL
  if (asked !== undefined) throw new Error(`CASUS_TEST_POSTGRES is ${asked}, and no server answers there.`)
  process.stderr.write(`Skipped: the tests of PostgreSQL, as no server answers at ${LOCAL}; set CASUS_TEST_POSTGRES to the address of one.\n`)
  return null
}

async function answers(address: string): Promise<boolean> {
  const client = new Client({ connectionString: address, connectionTimeoutMillis: 3000 })
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch { return false } finally { await client.end().catch(() => {}) }
}

export const newSchema = (): string => `casus_test_${randomUUID().replaceAll('-', '')}`

export async function postgresGround(address: string): Promise<Ground> {
  const schema = newSchema()
  return { open: options => openStore(address, { schema, ...options }), engine: () => openPostgres(address, schema), clear: () => dropSchema(address, schema) }
}

export async function dropSchema(address: string, schema: string): Promise<void> {
  await asked(address, `drop schema if exists ${schema} cascade`)
}

export async function asked<Row>(address: string, statement: string): Promise<readonly Row[]> {
  const client = new Client({ connectionString: address })
  await client.connect()
  try { return (await client.query(statement)).rows as Row[] } finally { await client.end() }
}
