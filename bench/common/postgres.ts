/** The PostgreSQL that benchmarks use. */
import { Client } from 'pg'

export const LOCAL = process.env['CASUS_TEST_POSTGRES'] ?? 'postgres://postgres@127.0.0.1:5432/postgres'

export async function dropSchema(address: string, schema: string): Promise<void> {
  const client = new Client({ connectionString: address })
  await client.connect()
  await client.query(`drop schema if exists ${schema} cascade`)
  await client.end()
}
