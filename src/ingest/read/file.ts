/** Files and folders to reports: text, HTML, JSON, NDJSON, CSV, TSV, lists of addresses. */
import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { IngestError, unreadable } from '../errors.ts'
import type { Found } from '../found.ts'
import { decode } from '../page/decode.ts'
import type { PageReader } from '../page/threads.ts'
import { readJson, readLines } from './json.ts'
import { readTable, type TableOptions } from './table.ts'

/** `name` stands for the path in ids and in what is told. */
export interface FileOptions extends TableOptions { readonly pages: PageReader; readonly name?: string }

/** Bytes of a file that is read whole. */
const WHOLE = 64_000_000

export const FILE_KINDS = ['.txt', '.md', '.html', '.htm', '.xhtml', '.json', '.jsonl', '.ndjson', '.csv', '.tsv', '.urls'] as const
export const ARCHIVE_KINDS = /\.(?:warc|warc\.gz|wacz)$/i
/** Feeds and lists of feeds, saved as files. */
export const FEED_KINDS = /\.(?:opml|xml|rss|atom)$/i

/** The files of these kinds below a path, sorted; the path itself where it is a file. Throws IngestError file-unreadable. */
export async function filesBelow(path: string): Promise<readonly string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path]
    const names = await readdir(path, { recursive: true, withFileTypes: true })
    return names.filter(n => n.isFile() && (ARCHIVE_KINDS.test(n.name) || (FILE_KINDS as readonly string[]).includes(extname(n.name).toLowerCase()))).map(n => join(n.parentPath, n.name)).sort()
  } catch (cause) { throw unreadable(path, cause) }
}

/** What a file holds. Failures come as found; only a table without the columns that were named throws. */
export async function* readFileFound(path: string, options: FileOptions): AsyncGenerator<Found> {
  const kind = extname(path).toLowerCase(), name = options.name ?? path
  try {
    if (kind === '.jsonl' || kind === '.ndjson') yield* readLines(createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity }), name)
    else if (kind === '.csv' || kind === '.tsv') yield* readTable(createReadStream(path, 'utf8') as AsyncIterable<string>, name, { delimiter: kind === '.tsv' ? '\t' : ',', ...options })
    else yield* await readWhole(path, kind, options)
  } catch (cause) {
    if (cause instanceof IngestError && cause.code === 'column-missing') throw cause
    yield { where: name, failed: cause instanceof IngestError ? cause : unreadable(name, cause) }
  }
}

async function readWhole(path: string, kind: string, options: FileOptions): Promise<readonly Found[]> {
  const name = options.name ?? path
  if ((await stat(path)).size > WHOLE) throw new IngestError('file-unreadable', `${name} is larger than ${WHOLE} bytes. Give many reports as NDJSON or CSV, which are streamed.`)
  const text = decode(await readFile(path))
  if (kind === '.json') return readJson(text, name)
  if (['.html', '.htm', '.xhtml'].includes(kind)) return [await readPage(text, name, options.pages)]
  const addresses = addressesOf(text)
  if (addresses !== null) return addresses
  if (text.includes('\0')) throw new IngestError('file-unreadable', `${name} is no text.`)
  return [{ where: name, document: { id: name, text } }]
}

async function readPage(html: string, path: string, pages: PageReader): Promise<Found> {
  const { text, title, publisher, published, canonical } = await pages.read(html, null)
  return { where: path, document: { ...(canonical === null ? { id: path } : {}), url: canonical, publisher, title, published, text } }
}

/** A text in which every line that is not blank or a remark is a web address: a list of pages. */
function addressesOf(text: string): readonly Found[] | null {
  const lines = text.split(/\r?\n/).map((line, k) => ({ line: line.trim(), k })).filter(({ line }) => line !== '' && !line.startsWith('#'))
  if (lines.length === 0 || !lines.every(({ line }) => /^https?:\/\/\S+$/i.test(line))) return null
  return lines.map(({ line, k }) => ({ where: `line ${k + 1}`, link: line, listed: {} }))
}
