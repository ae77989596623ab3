/** Codes reports on many threads; one that crashes or takes too long is tried once more, then given up with a reason. */
import { availableParallelism } from 'node:os'
import { Piscina } from 'piscina'
import type { Explained } from '../index.ts'
import type { Analysis, Report } from '../core/model/index.ts'
import type { EngineOf, Missed } from '../store/index.ts'
import type { Own } from '../core/lexicon/own.ts'
import type { Coded } from './coder.ts'

export interface PoolOptions {
  /** Default: one a core. */
  readonly threads?: number
  /** Milliseconds for one report; default a minute. */
  readonly timeout?: number
  /** What people of the store have added to actors and places. */
  readonly own?: Own
  /** The module that codes, as coder.ts; for tests. */
  readonly coder?: URL
}

/** What came of a report. `failed` says why there is no analysis. */
export type Outcome = { readonly document: string; readonly analysis: Analysis; /** Candidates worth a person's look. */ readonly missed?: readonly Missed[] } | { readonly document: string; readonly failed: string }

export type Explanation = { readonly explained: Explained } | { readonly failed: string }

export interface Pool {
  readonly threads: number
  /** The engine that the threads hold. */
  readonly engine: () => Promise<EngineOf>
  /** Codes one report; waits for a free thread. */
  readonly code: (report: Report) => Promise<Outcome>
  /** Codes one report and tells how. */
  readonly explain: (report: Report) => Promise<Explanation>
  readonly close: () => Promise<void>
}

const TIMEOUT = 60_000
/** Times that a report is tried. */
const TRIES = 2
/** Megabytes that one thread may fill: a report that needs more fails alone, not with the process. */
const MEMORY = 2048

/** Starts the threads. Each loads the library at its first report. */
export function openPool({ threads = availableParallelism(), timeout = TIMEOUT, coder = coderBeside(import.meta.url), own }: PoolOptions = {}): Pool {
  const piscina = new Piscina({ filename: coder.href, minThreads: threads, maxThreads: threads, idleTimeout: Infinity, workerData: { own }, resourceLimits: { maxOldGenerationSizeMb: MEMORY } })
  // A thread that dies between two reports is replaced; its report, if it had one, is told of by its own promise.
  piscina.on('error', () => {})
  const free = turnstile(threads)
  // The time starts when a thread is free, not when the report is handed in.
  const on = <T>(name: string, report: Report | null): Promise<T> => free(() => piscina.run(report, { name, signal: AbortSignal.timeout(timeout) }) as Promise<T>)
  const run = (report: Report | null): Promise<Coded> => on('default', report)
  return {
    threads,
    engine: async () => (await run(null)).analysis.engine,
    code: async report => { const tried = await attempt(report, run, timeout); return 'failed' in tried ? { document: report.id, failed: tried.failed } : { document: report.id, ...tried.done } },
    explain: async report => { const tried = await attempt(report, r => on<Explained>('explain', r), timeout); return 'failed' in tried ? tried : { explained: tried.done } },
    close: () => piscina.destroy(),
  }
}

/** Beside this file stands coder.ts, or coder.js where Casus was built. */
const coderBeside = (here: string): URL => new URL(here.endsWith('.ts') ? './coder.ts' : './coder.js', here)

async function attempt<T>(report: Report, run: (report: Report) => Promise<T>, timeout: number): Promise<{ readonly done: T } | { readonly failed: string }> {
  let failed = ''
  for (let tried = 0; tried < TRIES; tried++) {
    try { return { done: await run(report) } } catch (thrown) { failed = reasonOf(thrown, timeout) }
  }
  return { failed: `${failed} It was tried ${TRIES} times.` }
}

function reasonOf(thrown: unknown, timeout: number): string {
  const { name, message } = thrown as Error
  return name === 'AbortError' || name === 'TimeoutError' ? `Coding took longer than ${timeout / 1000} seconds.` : `Coding failed: ${message}.`
}

/** Lets `width` through at a time, in the order they came. */
function turnstile(width: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let inside = 0
  const leave = (): void => {
    const next = waiting.shift()
    if (next === undefined) inside--; else next()
  }
  return async work => {
    if (inside < width) inside++; else await new Promise<void>(pass => { waiting.push(pass) })
    try { return await work() } finally { leave() }
  }
}
