/** What a store has to do, done: on all cores, and for a shared store together with whoever else works on it. */
import { setTimeout as sleep } from 'node:timers/promises'
import { isPostgres, type Store } from '../store/index.ts'
import { codeAll, codeWith, type WorkOptions } from './code-all.ts'
import type { Tally } from './keep.ts'
import { poolsFor } from './pools.ts'
import { workShared } from './work-shared.ts'

export type { WorkOptions } from './code-all.ts'
export type { Tally } from './keep.ts'

/** Codes all that is to do in the store at `address`. `stay` goes on waiting for more, until the signal comes. */
export async function work(store: Store, address: string, options: WorkOptions & { readonly schema?: string; readonly stay?: boolean } = {}): Promise<Tally> {
  if (isPostgres(address)) return await workShared(store, { ...options, address, untilDone: options.stay !== true })
  return options.stay === true ? await codeOnAndOn(store, options) : await codeAll(store, options)
}

async function codeOnAndOn(store: Store, options: WorkOptions): Promise<Tally> {
  const pools = poolsFor(store, options)
  let coded = 0, failed = 0
  try {
    while (options.signal?.aborted !== true) {
      const more = await codeWith(await pools.now(), store, options)
      coded += more.coded
      failed += more.failed
      await sleep(WAIT, undefined, options.signal === undefined ? {} : { signal: options.signal }).catch(() => {})
    }
    return { coded, failed }
  } finally {
    await pools.close()
  }
}

/** Milliseconds between two looks at an embedded store. */
const WAIT = 5000
