/** docs/store.md lists every failure of the store and every table, as they are. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { STORE_FAILURES } from '../src/store/index.ts'
import { MIGRATIONS } from '../src/store/schema/migrations.ts'

const page = readFileSync(join(import.meta.dirname, '..', 'docs', 'store.md'), 'utf8')

test('every failure is in the table of failures', () => {
  const listed = [...page.matchAll(/^\| `([a-z-]+)` \| (.+) \|$/gm)].map(([, code, says]) => [code, says])
  expect(Object.fromEntries(listed)).toMatchObject(STORE_FAILURES)
})

test('every table is told of', () => {
  const tables = MIGRATIONS.flatMap(m => m.both).flatMap(statement => /^create table (\w+)/.exec(statement)?.[1] ?? [])
  expect(tables.length).toBeGreaterThan(20)
  expect(tables.filter(table => !page.includes(`\`${table}\``))).toEqual([])
})
