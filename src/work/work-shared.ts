/** Codes reports of a shared store together with any number of other processes and machines; the queue is pg-boss, in the same database. */
import { setTimeout as sleep } from 'node:timers/promises'
import { PgBoss, type JobWithMetadata } from 'pg-boss'
import { engineKey, type EngineOf, type Store, type StoredDocument } from '../store/index.ts'
import { REFRESH_EVERY, type WorkOptions } from './code-all.ts'
import { giveUp, keeperOf, reportOf, type Keeper, type Tally } from './keep.ts'
import { openPool, type Pool } from './pool.ts'

export interface SharedOptions extends WorkOptions {
  /** The address of the database that the store stands in. */
  readonly address: string
  /** The store's schema; the queue stands in one beside it, with `_queue` added. Default "casus". */
  readonly schema?: string
  /** Ends when nothing is left to do; otherwise only the signal ends it. */
  readonly untilDone?: boolean
  /** Waits until there may be more; by default for some seconds. */
  readonly woken?: () => Promise<void>
}

interface Task { readonly document: string; readonly sha256: string }

const QUEUE = 'code'
/** Seconds without a sign of life after which another worker takes a report over; pg-boss allows no fewer. */
const HEARTBEAT = 10
/** Two stretches in hand, so that threads have work while one stretch ends; reports of a stretch for each thread. */
const TAKING = { includeMetadata: true, localConcurrency: 2, pollingIntervalSeconds: 0.5, heartbeatRefreshSeconds: HEARTBEAT / 4 } as const, AHEAD = 4
/** Deaths of whole workers that one report may be near before it is set aside. */
const DEATHS = 8
/** Milliseconds between two looks for what is new. */
const PACE = 2000

/** Works until the signal comes or, with `untilDone`, until every report is coded. */
export async function workShared(store: Store, options: SharedOptions): Promise<Tally> {
  const own = await store.own.now(), pool = openPool({ ...options, own }), boss = await startQueue(options)
  try {
    const engine = await pool.engine(), keeper = keeperOf(store, engine, options.refreshEvery === undefined ? REFRESH_EVERY : options.refreshEvery)
    await boss.work<Task, void, typeof TAKING & { readonly batchSize: number }>(QUEUE, { ...TAKING, batchSize: pool.threads * AHEAD },
      async jobs => { await Promise.all(jobs.map(job => codeJob(store, pool, engine, keeper, job, options))) })
    const stale = await untilDone(store, boss, engine, keeper, own.step, options)
    await boss.stop({ graceful: true, timeout: options.timeout ?? 60_000 })
    const tally = await keeper.finish()
    if (!stale) return tally
    // People have added actors or places: on with threads that know them.
    const more = await workShared(store, options)
    return { coded: tally.coded + more.coded, failed: tally.failed + more.failed }
  } finally {
    await boss.stop({ graceful: false }).catch(() => {})
    await pool.close()
  }
}

/** Puts what is to do into the queue; what stands there already is left. Any process may call it, as after taking reports in. */
export async function enqueue(store: Store, boss: PgBoss, engine: EngineOf): Promise<number> {
  let queued = 0
  for (let after: string | null = null; ;) {
    const batch: readonly StoredDocument[] = await store.analyses.todo(engine, { size: 500, after })
    if (batch.length === 0) return queued
    await boss.insert(QUEUE, batch.map(({ id, sha256 }) => ({ data: { document: id, sha256 } satisfies Task, singletonKey: `${engineKey(engine)} ${id} ${sha256}` })))
    queued += batch.length
    after = batch.at(-1)!.id
  }
}

/** Puts what is to do into the queue at each look, for a process that does not code itself. */
export async function openQueue(store: Store, engine: EngineOf, options: Pick<SharedOptions, 'address' | 'schema'>): Promise<{ readonly look: () => Promise<number>; readonly close: () => Promise<void> }> {
  const boss = await startQueue(options)
  return { look: () => enqueue(store, boss, engine), close: () => boss.stop({ graceful: false }) }
}

async function startQueue({ address, schema = 'casus' }: Pick<SharedOptions, 'address' | 'schema'>): Promise<PgBoss> {
  const boss = new PgBoss({ connectionString: address, schema: `${schema}_queue`, schedule: false, max: 4, monitorIntervalSeconds: HEARTBEAT, superviseIntervalSeconds: HEARTBEAT, openTelemetry: { enabled: false } })
  boss.on('error', () => {})
  await boss.start()
  await boss.createQueue(QUEUE, { policy: 'exclusive', retryLimit: DEATHS + 1, retryDelay: 0, heartbeatSeconds: HEARTBEAT, expireInSeconds: 3600, deleteAfterSeconds: 3600 })
  return boss
}

/** Codes the report of a job unless another has; written before the job is done, so that a death between the two codes it again, into the same row. */
async function codeJob(store: Store, pool: Pool, engine: EngineOf, keeper: Keeper, job: JobWithMetadata<Task>, { begun, ended }: SharedOptions): Promise<void> {
  const [document] = await store.analyses.todo(engine, { among: [job.data.document] })
  if (document === undefined || document.sha256 !== job.data.sha256) return
  if (job.retryCount > DEATHS) return await giveUp(store, engine, document.id, `${job.retryCount} workers ended while they coded it.`)
  begun?.(document.id)
  const outcome = await pool.code(reportOf(document))
  await keeper.keepNow(outcome)
  ended?.(document.id, 'failed' in outcome)
}

/** True where people have added something since the threads were started. */
async function untilDone(store: Store, boss: PgBoss, engine: EngineOf, keeper: Keeper, own: number, { signal, untilDone: ends = false, progress, refreshEvery, woken }: SharedOptions): Promise<boolean> {
  let total = 0
  for (;;) {
    if (signal?.aborted === true) return false
    if ((await store.own.now()).step !== own) return true
    const left = await store.analyses.left(engine)
    total = Math.max(total, left)
    progress?.({ ...keeper.tally(), left, total })
    if (left === 0 && ends) return false
    if (left > 0) await enqueue(store, boss, engine)
    // What was coded since the last reading, and what people or others changed.
    else if (refreshEvery !== null) await store.incidents.refresh()
    await (woken?.() ?? sleep(PACE, undefined, signal === undefined ? {} : { signal }).catch(() => {}))
  }
}
