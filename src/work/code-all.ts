/** Codes what has no analysis by the present engine: the work of an embedded store, which needs no queue. */
import type { EngineOf, Store, StoredDocument } from '../store/index.ts'
import { keeperOf, reportOf, type Tally } from './keep.ts'
import { openPool, type Pool, type PoolOptions } from './pool.ts'

export interface WorkOptions extends PoolOptions {
  /** Milliseconds between two readings of incidents while there is work; null reads none. Default 10 seconds. */
  readonly refreshEvery?: number | null
  /** Called after each report; `total` is what was to do at the beginning. */
  readonly progress?: (tally: Tally & { readonly left: number; readonly total: number }) => void
  /** Called when a report is taken in hand, and when it is coded or given up. */
  readonly begun?: (document: string) => void
  readonly ended?: (document: string, failed: boolean) => void
  /** Ends the work after the reports in hand. */
  readonly signal?: AbortSignal
}

export const REFRESH_EVERY = 10_000

/** Codes until nothing is left, or the signal comes. What was done before stays done: start again to go on. */
export async function codeAll(store: Store, options: WorkOptions = {}): Promise<Tally> {
  const pool = openPool({ ...options, own: await store.own.now() })
  try {
    return await codeWith(pool, store, options)
  } finally {
    await pool.close()
  }
}

/** The same with threads that are there already. */
export async function codeWith(pool: Pool, store: Store, options: WorkOptions): Promise<Tally> {
  const engine = await pool.engine(), keeper = keeperOf(store, engine, options.refreshEvery === undefined ? REFRESH_EVERY : options.refreshEvery)
  const total = await store.analyses.left(engine)
  let left = total
  await inParallel(documentsToDo(store, engine, options.signal), pool.threads * 2, async document => {
    options.begun?.(document.id)
    const outcome = await pool.code(reportOf(document))
    options.ended?.(document.id, 'failed' in outcome)
    await keeper.keep(outcome)
    options.progress?.({ ...keeper.tally(), left: left = Math.max(0, left - 1), total })
  })
  return await keeper.finish()
}

/** Documents read at a time. */
const BATCH = 100

async function* documentsToDo(store: Store, engine: EngineOf, signal: AbortSignal | undefined): AsyncGenerator<StoredDocument> {
  for (let after: string | null = null; ;) {
    const batch: readonly StoredDocument[] = await store.analyses.todo(engine, { size: BATCH, after })
    for (const document of batch) {
      if (signal?.aborted === true) return
      yield document
    }
    if (batch.length < BATCH) return
    after = batch.at(-1)!.id
  }
}

/** Runs `work` on what `source` gives, `width` at a time. Ends with the first failure, after those in hand. */
async function inParallel<T>(source: AsyncGenerator<T>, width: number, work: (item: T) => Promise<void>): Promise<void> {
  const lane = async (): Promise<void> => { for (let next = await source.next(); next.done !== true; next = await source.next()) await work(next.value) }
  const ends = await Promise.allSettled(Array.from({ length: width }, lane))
  const broken = ends.find(end => end.status === 'rejected')
  if (broken !== undefined) throw broken.reason
}
