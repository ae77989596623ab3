/** The embedded store keeps the contract of all stores, and what is its own. */
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openSqlite } from '../src/store/engine/sqlite.ts'
import { openStore } from '../src/store/index.ts'
import { storeContract } from './store.contract.ts'
import type { Ground } from './store/ground.ts'

async function ground(): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'casus-store-')), path = join(folder, 'dataset.casus')
  return { open: options => openStore(path, options), engine: () => openSqlite(path), clear: async () => rmSync(folder, { recursive: true }) }
}

describe('SQLite', () => {
  storeContract(ground)

  test('the bytes of what was deleted for good are gone from the files, other processes reading or not', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'casus-store-')), path = join(folder, 'a.casus'), store = await openStore(path), reader = await openStore(path)
    const holds = (): boolean => readdirSync(folder).some(name => /zerubbabel/i.test(readFileSync(join(folder, name), 'latin1')))
    for (const text of ['Zerubbabel saw it.', 'Zerubbabel saw it all.', 'He saw it.']) await store.documents.add([{ id: 'r1', text }])
    await store.documents.add([{ id: 'r2', text: 'Others saw it.' }])
    expect(await reader.documents.get('r1')).not.toBeNull()
    expect(holds()).toBe(true)
    await store.documents.delete('r1', 'ana', 'A request.', { forGood: true })
    expect(holds()).toBe(false)
    expect((await reader.documents.search('others')).rows.length).toBe(1)
    await Promise.all([store.close(), reader.close()])
    rmSync(folder, { recursive: true })
  })

  test('the file of a closed store is whole by itself', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'casus-store-'))
    const store = await openStore(join(folder, 'a.casus'))
    await store.documents.add([{ id: 'r1', text: 'Shells fell on the ridge.' }])
    await store.close()
    copyFileSync(join(folder, 'a.casus'), join(folder, 'b.casus'))
    const copy = await openStore(join(folder, 'b.casus'))
    expect((await copy.documents.get('r1'))?.text).toBe('Shells fell on the ridge.')
    await copy.close()
    rmSync(folder, { recursive: true })
  })

  test('every commit reaches the disk', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'casus-store-'))
    const engine = await openSqlite(join(folder, 'a.casus'))
    const pragma = async (name: string): Promise<unknown> => Object.values((await sql<Record<string, unknown>>`${sql.raw(`pragma ${name}`)}`.execute(engine.db)).rows[0]!)[0]
    expect([await pragma('journal_mode'), await pragma('synchronous'), await pragma('foreign_keys')]).toEqual(['wal', 2, 1])
    await engine.close()
    rmSync(folder, { recursive: true })
  })

  test('a database of another program, a text file and a missing folder are refused by code', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'casus-store-'))
    const foreign = new DatabaseSync(join(folder, 'other.db'))
    foreign.exec('create table bookmarks (url text)')
    foreign.close()
    await expect(openStore(join(folder, 'other.db'))).rejects.toMatchObject({ code: 'store-foreign' })
    await expect(openStore(import.meta.filename)).rejects.toMatchObject({ code: 'store-unreachable' })
    await expect(openStore(join(folder, 'no', 'such', 'folder.casus'))).rejects.toMatchObject({ code: 'store-unreachable' })
    rmSync(folder, { recursive: true })
  })
})
