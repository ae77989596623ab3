/** Follows feeds: asks each on condition that it changed, takes in its new pages, and remembers how it went. */
import { readFile } from 'node:fs/promises'
import type { Source, Store } from '../store/index.ts'
import { IngestError, unreadable } from './errors.ts'
import { takeIn, type IntakeOptions, type Tally } from './intake.ts'
import { fetchAddress, type Fetched } from './net/fetch.ts'
import { mannersOf } from './net/robots.ts'
import { decode } from './page/decode.ts'
import { isOpml, readFeed, readOpml } from './read/feed.ts'

export type FeedResult = { readonly address: string } & ({ readonly unchanged: true } | { readonly tally: Tally } | { readonly error: IngestError; /** What the address answered with, where that was no feed. */ readonly answer?: Fetched } | { readonly added: number; /** Addresses of the feeds of a list, those too that were known. */ readonly listed: readonly string[] })

/** A feed that failed is asked again after this many minutes, doubled with each failure, a day at most. */
const PAUSE = 15, LONGEST = 24 * 60

/** Whether it is time to ask a feed again. */
export function isDue(source: Source, now: Date, every = PAUSE): boolean {
  if (!source.enabled) return false
  if (source.checked === null) return true
  const minutes = source.failures === 0 ? every : Math.min(LONGEST, Math.max(every, PAUSE * 2 ** source.failures))
  return now.getTime() - Date.parse(source.checked) >= minutes * 60_000
}

/** Asks one feed and takes in what is new. An address that answers with an OPML list adds the feeds of the list. */
export async function followFeed(store: Store, address: string, options: IntakeOptions, now: () => Date = () => new Date()): Promise<FeedResult> {
  const known = await store.sources.get(address) ?? await store.sources.put(address, { kind: 'feed' })
  let fetched: Fetched | null = null
  try {
    const { permit } = mannersOf(options.network)
    fetched = await fetchAddress(address, { ...options.network, permit, etag: known.etag, lastModified: known.lastModified })
    const state = { checked: now().toISOString(), succeeded: now().toISOString(), failures: 0, error: null }
    if (fetched.unchanged) { await store.sources.put(address, state); return { address, unchanged: true } }
    const text = decode(fetched.body, fetched.contentType)
    if (isOpml(text)) {
      const added = await addFeeds(store, text, address)
      await store.sources.put(address, { ...state, etag: fetched.etag, lastModified: fetched.lastModified })
      return { address, added, listed: listedIn(text, address) }
    }
    const feed = readFeed(text, address), tally = await takeIn(store, each(feed.entries), options)
    // The marks of this answer are kept only once its entries are: a run that breaks off asks for them again.
    await store.sources.put(address, { ...state, title: known.title ?? feed.title, etag: fetched.etag, lastModified: fetched.lastModified })
    return { address, tally }
  } catch (thrown) {
    if (!(thrown instanceof IngestError)) throw thrown
    await store.sources.put(address, { checked: now().toISOString(), failures: known.failures + 1, error: thrown.message })
    return { address, error: thrown, ...fetched !== null && thrown.code === 'feed-invalid' ? { answer: fetched } : {} }
  }
}

/** Adds the feeds of an OPML list that are not known yet. Throws IngestError feed-invalid. */
export async function addFeeds(store: Store, opml: string, where: string): Promise<number> {
  let added = 0
  for (const { address, title } of readOpml(opml, where)) {
    if (!URL.canParse(address) || await store.sources.get(address) !== null) continue
    await store.sources.put(address, { kind: 'feed', title })
    added++
  }
  return added
}

const listedIn = (opml: string, where: string): readonly string[] => readOpml(opml, where).map(f => f.address).filter(address => URL.canParse(address))

/** A file that is a feed or a list of feeds: the entries of the feed are taken in; the feeds of a list are added, and named. Throws IngestError. */
export async function takeInFeedFile(store: Store, path: string, options: IntakeOptions): Promise<{ readonly tally: Tally } | { readonly listed: readonly string[] }> {
  let text: string
  try { text = decode(await readFile(path)) } catch (cause) { throw unreadable(path, cause) }
  if (!isOpml(text)) return { tally: await takeIn(store, each(readFeed(text, path).entries), options) }
  await addFeeds(store, text, path)
  return { listed: listedIn(text, path) }
}

async function* each<T>(values: readonly T[]): AsyncGenerator<T> { yield* values }
