/** Where a test's store stands: an empty place, opened as often as a test likes and cleared at the end. */
import { afterAll, beforeAll } from 'vitest'
import type { Engine } from '../../src/store/engine/engine.ts'
import type { Store, StoreOptions } from '../../src/store/index.ts'

/** An empty place for a store. `open` may be called again to open the same store a second time, `engine` opens what lies below it. */
export interface Ground { readonly open: (options?: StoreOptions) => Promise<Store>; readonly engine: () => Promise<Engine>; readonly clear: () => Promise<void> }
export type MakeGround = () => Promise<Ground>

/** A store for the tests of one describe. The clock is given and goes a second further at each look. */
export function useStore(make: MakeGround, options: StoreOptions = {}): () => Store {
  let ground: Ground, store: Store
  beforeAll(async () => {
    ground = await make()
    store = await ground.open({ now: steadyClock(), ...options })
  })
  afterAll(async () => {
    await store.close()
    await ground.clear()
  })
  return () => store
}

export function steadyClock(from = '2024-03-01T00:00:00.000Z'): () => string {
  let time = Date.parse(from)
  return () => new Date(time += 1000).toISOString()
}
