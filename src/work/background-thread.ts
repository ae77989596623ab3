/** The thread of background.ts: its own connection to the store, its own pool, the index of incidents. */
import { setTimeout as sleep } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { isPostgres, openStore, type Store } from '../store/index.ts'
import type { BackgroundOptions, FromThread, ToThread, WorkState } from './background.ts'
import { codeWith, type WorkOptions } from './code-all.ts'
import { openPool } from './pool.ts'
import { poolsFor } from './pools.ts'
import { openQueue, workShared } from './work-shared.ts'

/** Milliseconds between two looks for what others brought, between two readings of incidents while there is work, and between two states told. */
const LOOK = 2000, REFRESH = 4000, TELL = 250

const port = parentPort!, { address, schema, threads, code } = workerData as BackgroundOptions
const store = await openStore(address, schema === undefined ? {} : { schema })
const stop = new AbortController(), coding = new Set<string>()
let state: WorkState = { working: code, todo: null, coding: [], coded: 0, failed: 0, last: null, refreshing: false }
/** Set by a word that there may be more, until that is counted: what was counted before says nothing. */
let asked = false
let wake: () => void = () => {}, told = false

port.on('message', (message: ToThread) => {
  if ('close' in message) { stop.abort(); wake() }
  else if ('wake' in message) { asked = true; tell({}); wake() }
  else void refresh(message.refresh)
})

const say = (message: FromThread): void => { port.postMessage(message) }

/** Tells the state, at most every so often. */
function tell(change: Partial<WorkState>): void {
  state = { ...state, ...change }
  if (told) return
  told = true
  setTimeout(() => { told = false; say({ state: { ...state, coding: [...coding], ...asked ? { todo: null } : {} } }) }, TELL)
}

async function refresh(answer: number): Promise<void> {
  tell({ refreshing: true })
  try { say({ answer, counts: await store.incidents.refresh() }) }
  catch (thrown) { say({ answer, failed: thrown instanceof Error ? thrown.message : String(thrown) }) }
  tell({ refreshing: false })
}

const options: WorkOptions & { readonly signal: AbortSignal } = {
  threads, refreshEvery: REFRESH, signal: stop.signal,
  begun: document => { coding.add(document); tell({}) },
  ended: (document, failed) => { coding.delete(document); tell({ last: { document, at: new Date().toISOString() }, ...failed ? { failed: state.failed + 1 } : { coded: state.coded + 1 } }) },
  progress: ({ left }) => { tell({ todo: left }) },
}

/** Waits for a word, also one that came while there was work, or for the time to look. What is to do is counted afterwards. */
const pause = async (): Promise<void> => {
  const over = new AbortController()
  if (!asked) await Promise.race([sleep(LOOK, undefined, { signal: over.signal }).catch(() => {}), new Promise<void>(resolve => { wake = resolve })])
  over.abort()
  if (asked) state = { ...state, todo: null }
  asked = false
}

/** The last report is coded before its incidents are there. */
async function codeThem(pool: Parameters<typeof codeWith>[0], of: Store): Promise<void> {
  try { await codeWith(pool, of, { ...options, progress: ({ left }) => { tell({ todo: left, ...left === 0 ? { refreshing: true } : {} }) } }) }
  finally { tell({ refreshing: false }) }
}

/** An embedded store: whatever has no analysis is coded here. */
async function workAlone(of: Store): Promise<void> {
  const pools = poolsFor(of, { threads })
  try {
    while (!stop.signal.aborted) {
      const pool = await pools.now(), engine = await pool.engine()
      const left = await of.analyses.left(engine)
      tell({ todo: left })
      if (left > 0) await codeThem(pool, of)
      // What others coded, removed or decided.
      else { await of.incidents.refresh(); await of.tasks.refresh({ signal: stop.signal }) }
      if (!stop.signal.aborted) await pause()
    }
  } finally { await pools.close() }
}

/** Others code: tells how much there is, queues it where there is a queue, and reads incidents anew. */
async function lookOn(of: Store): Promise<void> {
  const pool = openPool({ threads: 1, own: await of.own.now() }), engine = await pool.engine()
  await pool.close()
  const queue = isPostgres(address) ? await openQueue(of, engine, { address, ...schema === undefined ? {} : { schema } }) : null
  try {
    while (!stop.signal.aborted) {
      const todo = await of.analyses.left(engine)
      tell({ todo })
      if (todo > 0) await queue?.look()
      await of.incidents.refresh()
      await of.tasks.refresh({ signal: stop.signal })
      await pause()
    }
  } finally { await queue?.close() }
}

try {
  // With the index in memory the first decision need not wait for it.
  void store.incidents.ready().catch(() => {})
  if (!code) await lookOn(store)
  else if (isPostgres(address)) await workShared(store, { ...options, address, ...schema === undefined ? {} : { schema }, woken: async () => { await store.tasks.refresh({ signal: stop.signal }); await pause() } })
  else await workAlone(store)
} finally {
  await store.close()
  port.close()
}
