/** Copies of the embedded store's file, made while others write, and looked through before they count as made. */
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { backup, DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { checkStore } from '../check.ts'
import { StoreError } from '../errors.ts'
import { FOREVER } from '../schema/tables.ts'
import { openSqlite } from './sqlite.ts'

/** All pages in one step: a copy made in several begins anew whenever another process writes. In WAL mode nobody waits for it. */
const ALL = 2_147_483_647

export interface Copied { readonly documents: number; readonly incidents: number; readonly change: number }

/** Copies the store in the file `from` to `to`, which must not be there yet. Throws StoreError store-unreachable, store-foreign, copy-exists or copy-damaged; then `to` is not made. */
export async function copyStore(from: string, to: string): Promise<Copied> {
  if (existsSync(to)) throw new StoreError('copy-exists', `${to} is there already; move it away or give another name.`)
  const part = `${to}.part`
  rmSync(part, { force: true })
  try {
    await copyFile(from, part)
    const copied = await lookThrough(part, from)
    settle(part)
    renameSync(part, to)
    return copied
  } catch (thrown) {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${part}${end}`, { force: true })
    throw thrown
  }
}

async function copyFile(from: string, part: string): Promise<void> {
  let source: DatabaseSync | null = null
  try {
    source = new DatabaseSync(from, { readOnly: true, timeout: 60_000 })
    await backup(source, part, { rate: ALL })
  } catch (cause) {
    throw new StoreError('store-unreachable', `${from} cannot be copied to ${part}: ${(cause as Error).message}.`, { cause })
  } finally { source?.close() }
}

/** Whether the copy is a sound store, and what it holds. */
async function lookThrough(part: string, from: string): Promise<Copied> {
  const engine = await openSqlite(part)
  try {
    const wrong = await checkStore({ engine, now: () => '' })
    if (wrong.length > 0) throw new StoreError('copy-damaged', `The copy of ${from} is not sound: ${wrong[0]} Run casus doctor on ${from}.`)
    const { rows: [counts] } = await sql<Copied>`select (select count(*) from documents) as documents, (select count(*) from incidents where until = ${sql.lit(FOREVER)}) as incidents, (select value from meta where key = 'change') as change`.execute(engine.db)
    return counts!
  } finally { await engine.close() }
}

/** The bytes reach the disk before the file gets its name. */
function settle(path: string): void {
  const file = openSync(path, 'r+')
  try { fsyncSync(file) } finally { closeSync(file) }
}
