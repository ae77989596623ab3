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

export interface PageReaderOptions { readonly threads?: number; /** Milliseconds for one page; default 20 s. */ readonly timeout?: number }

/** Longest page that is read, in UTF-16 code units. */
const LONGEST = 8_000_000
/** Shortest main text in code units: what is shorter is a menu or a notice, not a report. */
const SHORTEST = 80
const TIMEOUT = 20_000, MEMORY = 768

export function openPageReader({ threads = Math.min(2, availableParallelism()), timeout = TIMEOUT }: PageReaderOptions = {}): PageReader {
  const piscina = new Piscina({ filename: new URL(import.meta.url.endsWith('.ts') ? './extract.ts' : './extract.js', import.meta.url).href, minThreads: 0, maxThreads: threads, idleTimeout: 5000, concurrentTasksPerWorker: 1, resourceLimits: { maxOldGenerationSizeMb: MEMORY, stackSizeMb: 4 } })
  // A thread that dies is replaced; its page is told of by its own promise.
  piscina.on('error', () => {})
  return {
    read: async (html, url) => {
      const extracted = await attempt(piscina, html, url, timeout)
      if (extracted.text.length < SHORTEST) throw new IngestError('page-empty', `${url ?? 'The page'} has no main text: it may be an index, a video or a page that builds itself by script.`)
      return extracted
    },
    close: () => piscina.destroy(),
  }
}

async function attempt(piscina: Piscina, html: string, url: string | null, timeout: number): Promise<Extracted> {
  if (html.length > LONGEST) throw new IngestError('page-unreadable', `${url ?? 'The page'} is longer than ${LONGEST} characters.`)
  try { return await piscina.run({ html, url }, { signal: AbortSignal.timeout(timeout) }) as Extracted }
  catch (cause) {
    const slow = (cause as Error).name === 'AbortError' || (cause as Error).name === 'TimeoutError'
    throw new IngestError('page-unreadable', `${url ?? 'The page'} could not be read: ${slow ? `it took longer than ${timeout / 1000} seconds` : (cause as Error).message}.`, { cause })
  }
}
