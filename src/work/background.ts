/** Works on a store on a thread of its own, beside a server: codes what is to do and reads incidents anew, so that the server answers meanwhile. */
import { Worker } from 'node:worker_threads'
import type { Incidents } from '../store/index.ts'

/** What is going on. `todo` is null until it was counted; `working` is false where others code. */
export interface WorkState {
  readonly working: boolean
  readonly todo: number | null
  readonly coding: readonly string[]
  /** Since the server started. */
  readonly coded: number
  readonly failed: number
  readonly last: { readonly document: string; readonly at: string } | null
  readonly refreshing: boolean
}

export type Counts = Awaited<ReturnType<Incidents['refresh']>>

export interface Background {
  readonly state: () => WorkState
  /** Says that there may be something to do. */
  readonly wake: () => void
  /** Reads incidents anew, with the index that the thread holds. */
  readonly refresh: () => Promise<Counts>
  /** Calls back with every new state; the function returned ends that. */
  readonly watch: (listener: (state: WorkState) => void) => () => void
  /** Ends after the reports in hand. */
  readonly close: () => Promise<void>
}

export interface BackgroundOptions {
  readonly address: string
  readonly schema?: string
  /** Reports coded at one time. */
  readonly threads: number
  /** False leaves coding to others; incidents are read anew all the same. */
  readonly code: boolean
  /** Told why the thread broke off; it is started anew. */
  readonly log?: (thrown: unknown) => void
}

export type ToThread = { readonly wake: true } | { readonly refresh: number } | { readonly close: true }
export type FromThread = { readonly state: WorkState } | { readonly answer: number; readonly counts: Counts } | { readonly answer: number; readonly failed: string }

const IDLE: WorkState = { working: false, todo: null, coding: [], coded: 0, failed: 0, last: null, refreshing: false }
/** Milliseconds before a thread that broke off is started anew, and that the end is waited for. */
const PAUSE = 2000, PATIENCE = 20_000

interface Waiting { readonly resolve: (counts: Counts) => void; readonly reject: (reason: Error) => void }

export function startBackground({ log, ...options }: BackgroundOptions): Background {
  const listeners = new Set<(state: WorkState) => void>(), waiting = new Map<number, Waiting>()
  let state: WorkState = { ...IDLE, working: options.code }, asked = 0, closing = false, thread = start()
  function start(): Worker {
    const worker = new Worker(threadBeside(import.meta.url), { workerData: options })
    worker.on('message', (message: FromThread) => { hear(message) })
    worker.on('error', thrown => { log?.(thrown) })
    worker.on('exit', () => { lost() })
    return worker
  }
  function hear(message: FromThread): void {
    if ('state' in message) { state = message.state; for (const listener of listeners) listener(state); return }
    const one = waiting.get(message.answer)
    waiting.delete(message.answer)
    if ('failed' in message) one?.reject(new Error(message.failed)); else one?.resolve(message.counts)
  }
  function lost(): void {
    for (const { reject } of waiting.values()) reject(new Error('The thread that reads incidents broke off.'))
    waiting.clear()
    if (!closing) setTimeout(() => { if (!closing) thread = start() }, PAUSE).unref()
  }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  const send = (message: ToThread): void => { thread.postMessage(message) }
  return {
    state: () => state,
    wake: () => { if (options.code) state = { ...state, todo: null }; send({ wake: true }) },
    refresh: () => new Promise<Counts>((resolve, reject) => { waiting.set(++asked, { resolve, reject }); send({ refresh: asked }) }),
    watch: listener => { listeners.add(listener); return () => { listeners.delete(listener) } },
    close: async () => {
      closing = true
      const ended = new Promise<void>(resolve => { thread.once('exit', () => { resolve() }) })
      send({ close: true })
      const limit = setTimeout(() => { void thread.terminate() }, PATIENCE)
      await ended
      clearTimeout(limit)
    },
  }
}

/** Beside this file stands background-thread.ts, or .js where Casus was built. */
const threadBeside = (here: string): URL => new URL(here.endsWith('.ts') ? './background-thread.ts' : './background-thread.js', here)
