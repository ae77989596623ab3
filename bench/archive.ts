/** Memory while a web archive is streamed into a store: a WARC of invented pages is made, taken in and deleted: `node bench/archive.ts [--mb 1000]`. */
import { randomBytes } from 'node:crypto'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { loadTables } from '../src/resources/load.ts'
import { openPageReader, takeInArchive, trackingOf } from '../src/ingest/index.ts'
import { openStore } from '../src/store/index.ts'
import { peak, say, seconds, show, type Figure } from './common/figure.ts'

const { values } = parseArgs({ options: { mb: { type: 'string', default: '1000' }, json: { type: 'boolean' } } })
const bytes = Number(values.mb) * 1e6, MARKS = [0.1, 0.5, 1]

const PLACES = ['Kirkuk', 'Nyala', 'Gao', 'Marib', 'Goma', 'Izmail'], WHO = ['Gunmen', 'The army', 'Police', 'A militia', 'Border guards']
/** A page as news sites make them: a report of some twelve sentences among menus, with data for its scripts, which do not compress. */
function page(k: number): string {
  const sentences = Array.from({ length: 12 }, (_, i) => `${WHO[(k + i) % WHO.length]} attacked a convoy near ${PLACES[(k * 7 + i) % PLACES.length]} on day ${k % 28 + 1} and killed ${(k + i) % 9 + 1} people, officials said in report ${k}.`)
  return `<!doctype html><html><head><title>Report ${k}</title><meta property="article:published_time" content="2024-03-${String(k % 28 + 1).padStart(2, '0')}T10:00:00Z"></head><body><nav>${'<a href="/x">Menu</a>'.repeat(40)}</nav><article><h1>Report ${k}</h1>${sentences.map(s => `<p>${s}</p>`).join('')}</article><script type="application/json">"${randomBytes(150_000).toString('base64')}"</script></body></html>`
}

function record(k: number): Uint8Array {
  const html = page(k), body = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-${String(k).padStart(12, '0')}>\r\nWARC-Date: 2024-03-05T10:00:00Z\r\nWARC-Target-URI: https://news.example/${k}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`
  return gzipSync(`${head}${body}\r\n\r\n`, { level: 1 })
}

/** One gzip member a record, until the file is long enough. Returns how many. */
async function make(path: string): Promise<number> {
  const out = createWriteStream(path)
  let written = 0, k = 0
  while (written < bytes) {
    const member = record(k++)
    written += member.length
    if (!out.write(member)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
  return k
}

const folder = mkdtempSync(join(tmpdir(), 'casus-bench-')), path = join(folder, 'made.warc.gz')
try {
  const pages = await make(path), store = await openStore(join(folder, 'a.casus')), reader = openPageReader(), marks: number[] = [], from = performance.now()
  say(`${pages} pages in ${(bytes / 1e6).toFixed(0)} MB, ${peak().toFixed(0)} MB of memory at most so far`)
  const mark = async (): Promise<void> => {
    const position = Number((await store.sources.get(path))?.position ?? 0)
    for (let next = MARKS[marks.length]; next !== undefined && position >= next * bytes * 0.999; next = MARKS[marks.length]) { marks.push(peak()); say(`${(next * bytes / 1e6).toFixed(0)} MB read: peak ${peak().toFixed(0)} MB`) }
  }
  const look = setInterval(() => { void mark() }, 200)
  const tally = await takeInArchive(store, path, { tracking: trackingOf(loadTables()['tracking-parameters.tsv'] ?? ''), pages: reader, network: { userAgent: 'casus-bench', allowed: new Set() } })
  clearInterval(look)
  const took = seconds(from)
  while (marks.length < MARKS.length) marks.push(peak())
  await reader.close()
  await store.close()
  if (tally.outcomes.added !== pages) throw new Error(`${tally.outcomes.added} of ${pages} pages were taken in.`)
  const figures = MARKS.map((mark, i): Figure => ({ name: `WARC, ${(mark * bytes / 1e6).toFixed(0)} MB read: memory at most`, figure: marks[i]!, unit: 'MB', spread: 'one measurement, threads included' }))
  show([...figures, { name: 'WARC to stored reports', figure: pages / took, unit: 'pages/s', spread: `one measurement, ${pages} pages, ${(bytes / 1e6 / took).toFixed(1)} MB/s` }])
} finally { rmSync(folder, { recursive: true }) }
