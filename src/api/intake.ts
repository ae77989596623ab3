/** What the server takes in: files that are sent, and feeds, which it follows in the background. */
import { Readable } from 'node:stream'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { setTimeout as sleep } from 'node:timers/promises'
import { followFeed, isDue, openPageReader, takeIn, takeInUpload, trackingOf, type FeedResult, type Found, type IngestError, type IntakeOptions, type PageReader, type Tally } from '../ingest/index.ts'
import { loadTables } from '../resources/load.ts'
import { version } from '../resources/version.ts'
import type { Added, Store } from '../store/index.ts'

/** How pages and feeds are fetched; the guard against private addresses holds whatever is given. */
export type Network = Partial<IntakeOptions['network']>

export interface Refused { readonly where: string; readonly code: string; readonly message: string }
/** `links` are pages that the file lists, fetched from now on in the background; `feeds` were added. */
export interface UploadAnswer extends Tally { readonly name: string; readonly documents: readonly Added[]; readonly refused: readonly Refused[]; readonly links: number; readonly feeds: number }

export interface Intake {
  /** Throws IngestError where nothing of the file can be read. */
  readonly upload: (name: string, body: ReadableStream<Uint8Array>, by: string) => Promise<UploadAnswer>
  /** Asks one feed now. */
  readonly follow: (address: string) => Promise<FeedResult>
  /** Asks all feeds that are followed, in the background; how many there are. */
  readonly followAll: () => Promise<number>
  /** Pages and feeds that are still to be fetched. */
  readonly fetching: () => number
  /** Follows feeds when they are due, until closed. */
  readonly watch: () => void
  readonly close: () => Promise<void>
}

/** Refusals told, and documents named, of one file. */
const TOLD = 200
/** Milliseconds between two looks at which feeds are due. */
const LOOK = 30_000

export function intakeOf(store: Store, { network = {}, taken }: { readonly network?: Network; /** Called when reports or feeds came in. */ readonly taken: () => void }): Intake {
  const end = new AbortController(), running = new Set<Promise<unknown>>()
  let pages: PageReader | null = null, fetching = 0
  const options = (): IntakeOptions => ({ pages: pages ??= openPageReader(), tracking: trackingOf(loadTables()['tracking-parameters.tsv'] ?? ''), network: { userAgent: `casus/${version()}`, ...network } })
  const follow = async (address: string): Promise<FeedResult> => {
    fetching++
    try { return await followFeed(store, address, options()) } finally { fetching--; taken() }
  }
  /** Runs on its own; what fails there stands with its feed or is left. */
  const later = (work: Promise<unknown>): void => {
    const run = work.catch(() => {}).finally(() => { running.delete(run) })
    running.add(run)
  }
  const fetchLinks = async (links: readonly Found[], by: string): Promise<void> => {
    fetching += links.length
    let left = links.length
    const counted = async function* (): AsyncGenerator<Found> { for (const link of links) { if (end.signal.aborted) return; yield link; left--; fetching-- } }
    try { await takeIn(store, counted(), { ...options(), by, kept: taken }) } finally { fetching -= left; taken() }
  }
  const followDue = async (due: (source: Parameters<typeof isDue>[0]) => boolean): Promise<number> => {
    const sources = (await store.sources.list('feed')).filter(due)
    later((async () => { for (const { address } of sources) { if (!end.signal.aborted) await claimed(store, address, follow) } })())
    return sources.length
  }
  return {
    upload: async (name, body, by) => {
      const documents: Added[] = [], refused: Refused[] = []
      const hear = { by, kept: (added: readonly Added[]) => { documents.push(...added.slice(0, TOLD - documents.length)); taken() }, failed: (where: string, { code, message }: IngestError) => { if (refused.length < TOLD) refused.push({ where, code, message }) } }
      const { tally, links, feeds } = await takeInUpload(store, name, Readable.fromWeb(body as NodeStream<Uint8Array>), { ...options(), ...hear })
      if (links.length > 0) later(fetchLinks(links, by))
      taken()
      return { name, ...tally, documents, refused, links: links.length, feeds }
    },
    follow,
    followAll: () => followDue(source => source.enabled),
    fetching: () => fetching,
    watch: () => { later((async () => { while (!end.signal.aborted) { await followDue(source => isDue(source, new Date())); await sleep(LOOK, undefined, { signal: end.signal }).catch(() => {}) } })()) },
    close: async () => {
      end.abort()
      await pages?.close()
      await Promise.race([Promise.all(running), sleep(2000)])
    },
  }
}

/** Marks a feed as asked before it is, so that another server on the same store does not ask it too. */
async function claimed(store: Store, address: string, follow: (address: string) => Promise<FeedResult>): Promise<void> {
  if (await store.sources.get(address) === null) return
  await store.sources.put(address, { checked: new Date().toISOString() })
  await follow(address)
}
