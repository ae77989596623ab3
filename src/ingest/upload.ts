/** Takes in a file that somebody sent: its reports at once, and the addresses it lists for later. */
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { openPromise, type ZipFile } from 'yauzl'
import type { Store } from '../store/index.ts'
import { archiveFound } from './archive.ts'
import { IngestError } from './errors.ts'
import { addFeeds } from './feeds.ts'
import type { Found } from './found.ts'
import { takeIn, type IntakeOptions, type Tally } from './intake.ts'
import { decode } from './page/decode.ts'
import { isOpml, readFeed } from './read/feed.ts'
import { ARCHIVE_KINDS, FILE_KINDS, readFileFound } from './read/file.ts'

/** `links` are pages that the file lists; they are not fetched yet. `feeds`: feeds of a list that were not known. */
export interface Uploaded { readonly tally: Tally; readonly links: readonly Found[]; readonly feeds: number }

/** Kinds of files that can be sent, by the ends of their names. */
export const UPLOAD_KINDS: readonly string[] = [...FILE_KINDS, '.opml', '.xml', '.warc', '.warc.gz', '.wacz', '.zip']

/** Bytes of one file, entries of a zip and bytes of them all unpacked, addresses of one file: at most. */
const LONGEST = 2_000_000_000, ENTRIES = 20_000, UNPACKED = 2_000_000_000, LINKS = 20_000
/** Bytes of a list of feeds. */
const LIST = 10_000_000

/** Takes in what `body` brings under the name of a file. Throws IngestError where nothing of it can be read. */
export async function takeInUpload(store: Store, name: string, body: Readable, options: IntakeOptions): Promise<Uploaded> {
  const kind = kindOf(name), folder = await mkdtemp(join(tmpdir(), 'casus-upload-'))
  try {
    const path = join(folder, `file${kind}`)
    await pipeline(body, limited(LONGEST, name), createWriteStream(path))
    if (kind === '.opml' || kind === '.xml') return await takeInList(store, path, name, options)
    const links: Found[] = [], tally = await takeIn(store, withoutLinks(foundIn(path, kind, name, folder, options), links), options)
    return { tally, links, feeds: 0 }
  } finally { await rm(folder, { recursive: true, force: true }) }
}

function kindOf(name: string): string {
  const kind = /\.warc\.gz$/i.test(name) ? '.warc.gz' : extname(name).toLowerCase()
  if (!UPLOAD_KINDS.includes(kind)) throw new IngestError('file-kind', `${name} is of a kind that is not taken in; these are: ${UPLOAD_KINDS.join(', ')}.`)
  return kind
}

const limited = (most: number, name: string): Transform => {
  let size = 0
  return new Transform({ transform: (part: Buffer, _encoding, done) => { if ((size += part.length) > most) done(new IngestError('file-too-large', `${name} is larger than ${most} bytes.`)); else done(null, part) } })
}

function foundIn(path: string, kind: string, name: string, folder: string, options: IntakeOptions): AsyncIterable<Found> {
  if (kind === '.zip') return zipFound(path, name, folder, options)
  if (ARCHIVE_KINDS.test(path)) return archiveFound(path, null, options, name)
  return ownIds(readFileFound(path, { pages: options.pages, name }), name)
}

/** A list of feeds adds them; a feed gives its entries as links. */
async function takeInList(store: Store, path: string, name: string, options: IntakeOptions): Promise<Uploaded> {
  const bytes = await readFile(path)
  if (bytes.length > LIST) throw new IngestError('file-too-large', `${name} is larger than ${LIST} bytes.`)
  const text = decode(bytes), links: Found[] = []
  if (isOpml(text)) return { tally: await takeIn(store, each([]), options), links, feeds: await addFeeds(store, text, name) }
  return { tally: await takeIn(store, withoutLinks(each(readFeed(text, name).entries), links), options), links, feeds: 0 }
}

/** Puts links aside. */
async function* withoutLinks(found: AsyncIterable<Found>, links: Found[]): AsyncGenerator<Found> {
  for await (const one of found) {
    if (!('link' in one)) yield one
    else if (links.length < LINKS) links.push(one)
    else if (links.length === LINKS) { links.push(one); yield { where: one.where, failed: new IngestError('line-invalid', `More than ${LINKS} addresses stand in one file; the rest is left.`) } }
  }
}

/** Two files of one name are two reports: what has only its file's name for an id gets its text's mark added. */
async function* ownIds(found: AsyncIterable<Found>, name: string): AsyncGenerator<Found> {
  for await (const one of found) {
    if (!('document' in one) || one.document.id !== name) yield one
    else yield { ...one, document: { ...one.document, id: `${name}-${createHash('sha256').update(one.document.text).digest('hex').slice(0, 8)}` } }
  }
}

/** The files of a zip that can be read, one unpacked at a time. */
async function* zipFound(path: string, name: string, folder: string, options: IntakeOptions): AsyncGenerator<Found> {
  let zip: ZipFile
  try { zip = await openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }) }
  catch (cause) { throw new IngestError('archive-damaged', `${name} is no zip file, or damaged.`, { cause }) }
  let entries = 0, unpacked = 0
  try {
    for await (const entry of zip.eachEntry()) {
      const kind = extname(entry.fileName).toLowerCase(), where = `${name} ${entry.fileName.slice(-200)}`
      if (!(FILE_KINDS as readonly string[]).includes(kind) || entry.fileName.includes('__MACOSX/')) continue
      if (++entries > ENTRIES || (unpacked += entry.uncompressedSize) > UNPACKED) { yield { where, failed: new IngestError('file-too-large', `${name} holds more than ${ENTRIES} files or ${UNPACKED} bytes; the rest is left.`) }; return }
      const file = join(folder, `entry${kind}`)
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(file))
      yield* ownIds(readFileFound(file, { pages: options.pages, name: where }), where)
    }
  } catch (cause) { yield { where: name, failed: new IngestError('archive-damaged', `${name} is damaged.`, { cause }) }
  } finally { zip.close() }
}

async function* each<T>(values: readonly T[]): AsyncGenerator<T> { yield* values }
