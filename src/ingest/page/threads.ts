/** Threads that read pages: one that takes too long or too much memory ends alone, and its page is told of as unreadable. */
import { availableParallelism } from 'node:os'
import { Piscina } from 'piscina'
import { IngestError } from '../errors.ts'
import type { Extracted } from './extract.ts'

export interface PageReader {
  /** Reads the article of a page. Throws IngestError page-unreadable or page-empty. */
  readonly read: (html: string, url: string | null) => Promise<Extracted>
  readonly close: () => Promise<void>
}

export interface PageReaderOptions { readonly threads?: number; /** Milliseconds for one page, from when a thread takes it; default 20 s. One that takes longer is tried once more. */ readonly timeout?: number }

/** Longest page that is read, in UTF-16 code units. */
const LONGEST = 8_000_000
/** Shortest main text in code units: what is shorter is a menu or a notice, not a report. */
const SHORTEST = 80
const TIMEOUT = 20_000, MEMORY = 768

export function openPageReader({ threads = Math.min(2, availableParallelism()), timeout = TIMEOUT }: PageReaderOptions = {}): PageReader {
  const piscina = new Piscina({ filename: new URL(import.meta.url.endsWith('.ts') ? './extract.ts' : './extract.js', import.meta.url).href, minThreads: 0, maxThreads: threads, idleTimeout: 5000, concurrentTasksPerWorker: 1, resourceLimits: { maxOldGenerationSizeMb: MEMORY, stackSizeMb: 4 } })
  // A thread that dies is replaced; its page is told of by its own promise.
  piscina.on('error', () => {})
  const inTurn = turns(threads)
  return {
    read: async (html, url) => {
      const extracted = await inTurn(() => attempt(piscina, html, url, timeout))
      if (extracted.text.length < SHORTEST) throw new IngestError('page-empty', `${url ?? 'The page'} has no main text: it may be an index, a video or a page that builds itself by script.`)
      return extracted
    },
    close: () => piscina.destroy(),
  }
}

/** At most `width` at one time, so that a page's time does not run while it waits for others. */
function turns(width: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let free = width
  return async work => {
    if (free > 0) free--
    else await new Promise<void>(resolve => { waiting.push(resolve) })
    try { return await work() } finally {
      const next = waiting.shift()
      if (next === undefined) free++
      else next()
    }
  }
}

/** A thread is slow where the machine is busy or has just begun it: a page is given up only after a second try. */
async function attempt(piscina: Piscina, html: string, url: string | null, timeout: number): Promise<Extracted> {
  if (html.length > LONGEST) throw new IngestError('page-unreadable', `${url ?? 'The page'} is longer than ${LONGEST} characters.`)
  const once = async (): Promise<Extracted> => await piscina.run({ html, url }, { signal: AbortSignal.timeout(timeout) }) as Extracted
  try { return await once().catch((thrown: unknown) => { if (isSlow(thrown)) return once(); throw thrown }) }
  catch (cause) {
    const slow = isSlow(cause)
    throw new IngestError('page-unreadable', `${url ?? 'The page'} could not be read: ${slow ? `it took longer than ${timeout / 1000} seconds, twice` : (cause as Error).message}.`, { cause })
  }
}

const isSlow = (thrown: unknown): boolean => (thrown as Error).name === 'AbortError' || (thrown as Error).name === 'TimeoutError'
