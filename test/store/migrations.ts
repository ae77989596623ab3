/** Migrations: forward only, checked, and made once when many processes start together. */
import { describe, expect, test } from 'vitest'
import { migrate } from '../../src/store/schema/migrate.ts'
import { MIGRATIONS, type Migration } from '../../src/store/schema/migrations.ts'
import type { MakeGround } from './ground.ts'

export function migrationContract(make: MakeGround): void {
  describe('migrations', () => {
    test('processes that start together make one store', async () => {
      const ground = await make()
      const stores = await Promise.all(Array.from({ length: 4 }, () => ground.open()))
      await Promise.all(stores.map((store, i) => store.documents.add([{ id: `m${i}`, text: `Report ${i}.` }, { id: 'same', text: 'The same.' }])))
      expect((await stores[0]!.documents.query({ sort: { field: 'id' } })).rows.map(d => d.id)).toEqual(['m0', 'm1', 'm2', 'm3', 'same'])
      expect(await stores[0]!.check()).toEqual([])
      await Promise.all(stores.map(store => store.close()))
      await ground.clear()
    })

    const LATER: Migration = { name: 'later', both: ['create table remarks (number {serial}, says {text} not null)'], sqlite: [], postgres: [] }
    const now = (): string => '2024-03-01T00:00:00.000Z'

    test('a store of a newer Casus is refused, and left as it is', async () => {
      const ground = await make(), engine = await ground.engine()
      await migrate(engine, now, [...MIGRATIONS, LATER])
      await expect(ground.open()).rejects.toMatchObject({ code: 'schema-newer' })
      await migrate(engine, now, [...MIGRATIONS, LATER])
      await engine.close()
      await ground.clear()
    })

    test('an older store is brought up to date and keeps what it holds', async () => {
      const ground = await make(), old = await ground.open()
      await old.documents.add([{ id: 'o1', text: 'Old.' }])
      await old.close()
      const engine = await ground.engine()
      await migrate(engine, now, [...MIGRATIONS, LATER])
      expect(await engine.db.selectFrom('migrations').select(['number', 'name']).orderBy('number').execute()).toEqual([...MIGRATIONS, LATER].map(({ name }, k) => ({ number: k + 1, name })))
      expect(await engine.db.selectFrom('documents').select('id').execute()).toEqual([{ id: 'o1' }])
      await engine.close()
      await ground.clear()
    })

    test('a migration that was edited is noticed, and one that fails leaves nothing behind', async () => {
      const ground = await make(), engine = await ground.engine()
      await expect(migrate(engine, now, [...MIGRATIONS, { ...LATER, both: [...LATER.both, 'create table documents (number {serial})'] }])).rejects.toThrow()
      await migrate(engine, now, [...MIGRATIONS, LATER])
      await expect(migrate(engine, now, [...MIGRATIONS, { ...LATER, both: ['create table remarks (number {serial})'] }])).rejects.toMatchObject({ code: 'schema-altered' })
      await engine.close()
      await ground.clear()
    })

    test('a store opened again is as it was', async () => {
      const ground = await make(), first = await ground.open()
      await first.documents.add([{ id: 'k1', text: 'Kept.' }])
      await first.close()
      const second = await ground.open()
      expect((await second.documents.get('k1'))?.text).toBe('Kept.')
      expect((await second.documents.add([{ id: 'k1', text: 'Kept.' }]))[0]!.outcome).toBe('known')
      await second.close()
      await ground.clear()
    })
  })
}
