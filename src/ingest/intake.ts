/** Takes what readers find into a store: fetches what is only linked, sets aside what is not English, keeps reports in batches, and counts. */
import type { Added, AddOutcome, NewDocument, Store } from '../store/index.ts'
import { canonicalAddress, type Tracking } from './address.ts'
import { IngestError } from './errors.ts'
import { ahead, type Found, type Listed } from './found.ts'
import { languageOf } from './language.ts'
import { fetchAddress, type Fetched, type FetchOptions } from './net/fetch.ts'
import { mannersOf, type MannersOptions } from './net/robots.ts'
import { decode } from './page/decode.ts'
import type { PageReader } from './page/threads.ts'

export interface IntakeOptions {
  readonly tracking: Tracking
  readonly pages: PageReader
  readonly network: MannersOptions
  /** Pages fetched at one time, each from another host's turn; default 6. */
  readonly width?: number
  /** Who takes them in, for the audit. */
  readonly by?: string | null
  readonly progress?: (tally: Tally) => void
  readonly failed?: (where: string, error: IngestError) => void
  /** Told what became of the reports that were committed. */
  readonly kept?: (added: readonly Added[]) => void
  /** Called after the report at a position, and all before it, are committed. */
  readonly reached?: (position: string) => Promise<void>
}

export interface Tally { readonly read: number; readonly outcomes: Readonly<Record<AddOutcome, number>>; readonly aside: number; readonly failed: number }

/** Reports committed together. */
const BATCH = 40
const WIDTH = 6

/** Takes in everything that is found. Resolves when all of it is committed. */
export async function takeIn(store: Store, found: AsyncIterable<Found>, options: IntakeOptions): Promise<Tally> {
  const permit = mannersOf(options.network).permit, counts = { read: 0, aside: 0, failed: 0, outcomes: { added: 0, known: 0, copy: 0, revised: 0, deleted: 0 } as Record<AddOutcome, number> }
  let batch: NewDocument[] = []
  const fail = (where: string, error: IngestError): void => { counts.failed++; options.failed?.(where, error) }
  const keep = async (position: string | undefined): Promise<void> => {
    const added = batch.length === 0 ? [] : await store.documents.add(batch, options.by ?? null)
    for (const { outcome } of added) counts.outcomes[outcome]++
    if (added.length > 0) options.kept?.(added)
    batch = []
    if (position !== undefined) await options.reached?.(position)
    options.progress?.(counts)
  }
  let position: string | undefined
  const fetching = { ...options.network, permit }
  for await (const { one, document } of ahead(found, options.width ?? WIDTH, async one => ({ one, document: await prepare(one, store, fetching, options) }))) {
    counts.read++
    if ('error' in document) { if (document.error === null) counts.outcomes.known++; else fail(one.where, document.error) }
    else { if (document.kept.setAside) counts.aside++; batch.push(document.kept) }
    position = one.position
    if (batch.length >= BATCH || (counts.read % BATCH === 0)) await keep(position)
  }
  await keep(position)
  return counts
}

/** A report ready to be kept; `error` null where the store has the page already. */
type Prepared = { readonly kept: NewDocument } | { readonly error: IngestError | null }

async function prepare(one: Found, store: Store, fetching: FetchOptions, options: IntakeOptions): Promise<Prepared> {
  if ('failed' in one) return { error: one.failed }
  try {
    if ('document' in one) return { kept: completed(one.document, options.tracking) }
    const canonical = canonicalAddress(one.link, options.tracking)
    if (canonical !== null && await store.documents.at(canonical) !== null) return { error: null }
    return { kept: completed(await fetchReport(one.link, one.listed, fetching, options.pages), options.tracking) }
  } catch (thrown) {
    if (thrown instanceof IngestError) return { error: thrown }
    throw thrown
  }
}

/** Fetches a page and reads its article; what a list says of it fills what the page does not say. Throws IngestError. */
export async function fetchReport(address: string, listed: Listed, fetching: FetchOptions, pages: PageReader): Promise<NewDocument> {
  return await reportOf(address, await fetchAddress(address, fetching), listed, pages)
}

/** The report on a page that an address answered with. Throws IngestError. */
export async function reportOf(address: string, { url, body, contentType }: Fetched, listed: Listed, pages: PageReader): Promise<NewDocument> {
  if (!/html|xml|^$/i.test(contentType)) throw new IngestError('page-unreadable', `${address} is ${contentType.split(';')[0]}, not a web page.`)
  return pageDocument(decode(body, contentType), url, listed, pages)
}

/** The report on a page. A page may name another address as its canonical one; it is believed only on its own host. */
export async function pageDocument(html: string, url: string, listed: Listed, pages: PageReader): Promise<NewDocument> {
  const page = await pages.read(html, url), own = page.canonical !== null && new URL(page.canonical).host === new URL(url).host
  return { url: own ? page.canonical : url, title: page.title ?? listed.title ?? null, publisher: page.publisher ?? listed.publisher ?? null, published: page.published ?? listed.published ?? null, text: page.text }
}

/** With its canonical address and its language; what is not English is set aside. */
function completed(document: NewDocument, tracking: Tracking): NewDocument {
  const { code, english } = languageOf(document.text), canonical = canonicalAddress(document.url, tracking)
  const base = { ...document, ...(canonical === null ? {} : { canonical }) }
  return english ? { ...base, language: 'en' } : { ...base, language: code, setAside: { code: 'language', reason: `The text is not in English (${code}).` } }
}
