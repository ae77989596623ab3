/** Takes in a web archive: streamed, resumable where it was cut off, its pages read as pages from the network are. */
import type { Store } from '../store/index.ts'
import { IngestError } from './errors.ts'
import { ahead, type Found } from './found.ts'
import { pageDocument, takeIn, type IntakeOptions, type Tally } from './intake.ts'
import { decode } from './page/decode.ts'
import { readArchive, type ArchivePage } from './read/warc.ts'

/** Takes in an archive file from where an earlier run got to; `again` starts from its beginning. */
export async function takeInArchive(store: Store, path: string, options: IntakeOptions, again = false): Promise<Tally> {
  const known = await store.sources.get(path)
  const reached = async (position: string): Promise<void> => { await store.sources.put(path, { kind: 'archive', position, error: null }) }
  return await takeIn(store, archiveFound(path, again ? null : known?.position ?? null, options), { ...options, reached })
}

/** The pages of an archive as reports; `name` stands for its path in what is told of them. */
export const archiveFound = (path: string, position: string | null, options: IntakeOptions, name = path): AsyncGenerator<Found> =>
  ahead(readArchive(path, position, name), AHEAD, page => foundOf(page, options))

/** Pages read at one time, so that the threads are busy. */
const AHEAD = 4

async function foundOf(page: ArchivePage, options: IntakeOptions): Promise<Found> {
  const { where, position } = page
  if ('failed' in page) return { where, position, failed: page.failed }
  try { return { where, position, document: await pageDocument(decode(page.body, page.contentType), page.url, {}, options.pages) } }
  catch (thrown) {
    if (thrown instanceof IngestError) return { where, position, failed: thrown }
    throw thrown
  }
}
