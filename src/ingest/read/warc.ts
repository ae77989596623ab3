/** Web archives: WARC, plain or gzipped record by record, and WACZ, streamed with flat memory and resumable at a record. */
import { createReadStream } from 'node:fs'
import { brotliDecompressSync, zstdDecompressSync } from 'node:zlib'
import { WARCParser, type WARCRecord } from 'warcio'
import { openPromise, type Entry, type ZipFile } from 'yauzl'
import { IngestError } from '../errors.ts'

/** A page of an archive. `position` is where reading goes on after it. */
export type ArchivePage = { readonly where: string; readonly position: string } & (
  | { readonly url: string; readonly contentType: string; readonly body: Uint8Array }
  | { readonly failed: IngestError }
)

/** Bytes of one page; longer ones are passed over. */
const LONGEST = 5_000_000

/** Pages of an archive file, in its order, from `position` on; `name` stands for its path in what is told. A damaged archive ends in one failure; what was read before it counts. */
export async function* readArchive(path: string, position: string | null = null, name = path): AsyncGenerator<ArchivePage> {
  if (/\.wacz$/i.test(path)) yield* readWacz(path, position, name)
  else yield* readWarc(name, name, createReadStreamFrom(path, Number(position ?? 0)), Number(position ?? 0))
}

const createReadStreamFrom = (path: string, start: number): AsyncIterable<Uint8Array> => createReadStream(path, { start, highWaterMark: 1 << 16 })

async function* readWarc(name: string, label: string, bytes: AsyncIterable<Uint8Array>, from: number, prefix = ''): AsyncGenerator<ArchivePage> {
  const start = { at: from }, parser = new WARCParser(endingOnce(withoutBlankLines(bytes, start)))
  let records = 0, next = from
  try {
    for await (const record of parser) {
      if (!record.warcHeaders.statusline.startsWith('WARC/')) throw new Error('no record')
      records++
      const where = `${label} byte ${next}`, page = await pageOf(record)
      await record.skipFully()
      next = start.at + parser.offset + parser.recordLength
      if (page !== null) yield { where, position: `${prefix}${next}`, ...page }
    }
    if (records === 0 && from === 0) throw new Error('no record')
  } catch (cause) {
    yield { where: `${label} byte ${next}`, position: `${prefix}${next}`, failed: new IngestError('archive-damaged', `${name} is no WARC file, or damaged after byte ${next}. What came before it was read.`, { cause }) }
  }
}

/** The same bytes without line ends in front, which part the records of a plain archive; `start` moves on over them. */
async function* withoutBlankLines(bytes: AsyncIterable<Uint8Array>, start: { at: number }): AsyncGenerator<Uint8Array> {
  let begun = false
  for await (const part of bytes) {
    const first = begun ? 0 : part.findIndex(b => b !== 0x0d && b !== 0x0a)
    if (!begun) start.at += first < 0 ? part.length : first
    if (first < 0) continue
    begun = true
    yield first === 0 ? part : part.subarray(first)
  }
}

/** Times the parser may ask for more behind the end; a whole archive needs two or three. */
const ASKS = 20

/** The same bytes; a parser that goes on asking behind the end, as warcio's does for ever where a record breaks off (its LimitReader.skipFully), gets an error in place of nothing. */
function endingOnce(bytes: AsyncGenerator<Uint8Array>): AsyncIterable<Uint8Array> {
  let asked = 0
  const next = async (): Promise<IteratorResult<Uint8Array>> => {
    const step = await bytes.next()
    if (step.done === true && ++asked > ASKS) throw new Error('a record breaks off')
    return step
  }
  return { [Symbol.asyncIterator]: () => ({ next, return: () => bytes.return(undefined) }) }
}

/** The HTML of a response; null for other records, other content and what is too long. */
async function pageOf(record: WARCRecord): Promise<{ readonly url: string; readonly contentType: string; readonly body: Uint8Array } | null> {
  const url = record.warcTargetURI?.replace(/^<|>$/g, '')
  if (record.warcType !== 'response' || !url || !/^https?:\/\//i.test(url) || record.warcContentLength > LONGEST) return null
  const status = Number(record.httpHeaders?.statusCode ?? 0), contentType = record.httpHeaders?.headers.get('content-type') ?? ''
  if (status !== 200 || !/html/i.test(contentType)) return null
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of record) { if ((size += part.length) > LONGEST) return null; parts.push(part) }
  return { url, contentType, body: unpacked(Buffer.concat(parts), record.httpHeaders?.headers.get('content-encoding') ?? '') }
}

/** Browsers' archives keep bodies as they came, packed in ways that warcio does not know; one that says so and is not is left as it is. */
function unpacked(body: Buffer, encoding: string): Buffer {
  const unpack = { br: brotliDecompressSync, zstd: zstdDecompressSync }[encoding.trim().toLowerCase()]
  try { return unpack === undefined ? body : unpack(body, { maxOutputLength: LONGEST }) } catch { return body }
}

/** A WACZ file is a zip with WARC files in `archive/`. The position is `ENTRY|BYTE`. */
async function* readWacz(path: string, position: string | null, name: string): AsyncGenerator<ArchivePage> {
  const [entryAt = '', byteAt = '0'] = position?.split('|') ?? []
  let zip: ZipFile
  try { zip = await openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }) }
  catch (cause) { return yield { where: name, position: '', failed: new IngestError('archive-damaged', `${name} is no WACZ file, or damaged.`, { cause }) } }
  try {
    let reached = entryAt === ''
    for await (const entry of zip.eachEntry()) {
      if (!/^archive\/.*\.warc(?:\.gz)?$/i.test(entry.fileName)) continue
      reached ||= entry.fileName === entryAt
      if (reached) yield* readEntry(zip, entry, name, entry.fileName === entryAt ? Number(byteAt) : 0)
    }
  } catch (cause) { yield { where: name, position: position ?? '', failed: new IngestError('archive-damaged', `${name} is damaged.`, { cause }) }
  } finally { zip.close() }
}

async function* readEntry(zip: ZipFile, entry: Entry, path: string, from: number): AsyncGenerator<ArchivePage> {
  const bytes = await zip.openReadStreamPromise(entry)
  try { yield* readWarc(entry.fileName, `${path} ${entry.fileName}`, after(bytes, from), from, `${entry.fileName}|`) }
  finally { bytes.destroy() }
}

/** The same bytes without the first `skip`. */
async function* after(bytes: AsyncIterable<Uint8Array>, skip: number): AsyncGenerator<Uint8Array> {
  let left = skip
  for await (const part of bytes) {
    if (left < part.length) yield left === 0 ? part : part.subarray(left)
    left = Math.max(0, left - part.length)
  }
}
