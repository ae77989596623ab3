/** A pool that knows what people of a store have added to actors and places; opened anew when that changes. */
import type { Store } from '../store/index.ts'
import { openPool, type Pool, type PoolOptions } from './pool.ts'

export interface Pools { readonly now: () => Promise<Pool>; readonly close: () => Promise<void> }

export function poolsFor(store: Pick<Store, 'own'>, options: PoolOptions): Pools {
  let open: { readonly pool: Pool; readonly step: number } | null = null, last: Promise<unknown> = Promise.resolve()
  const look = async (): Promise<Pool> => {
    const own = await store.own.now()
    if (open?.step === own.step) return open.pool
    const before = open
    open = { pool: openPool({ ...options, own }), step: own.step }
    await before?.pool.close()
    return open.pool
  }
  return {
    now: () => { const next = last.then(look); last = next.catch(() => {}); return next },
    close: async () => { await open?.pool.close() },
  }
}
