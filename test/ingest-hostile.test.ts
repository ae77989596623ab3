/** Mutated pages, feeds and archives: nothing crashes, nothing hangs, memory stays bounded. CASUS_HOSTILE sets how many (default 300; the full run is 10000). */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { IngestError } from '../src/ingest/index.ts'
import { decode } from '../src/ingest/page/decode.ts'
import { openPageReader } from '../src/ingest/page/threads.ts'
import { isOpml, readFeed, readOpml } from '../src/ingest/read/feed.ts'
import { readArchive } from '../src/ingest/read/warc.ts'
import { warc, zip } from './support/archives.ts'
import { LD, page } from './support/pages.ts'

const ROUNDS = Number(process.env['CASUS_HOSTILE'] ?? 300)
// The archive reader warns on the console of what it then tells as a failure.
beforeAll(() => { vi.spyOn(console, 'warn').mockImplementation(() => undefined) })
const folder = mkdtempSync(join(tmpdir(), 'casus-hostile-'))
const reader = openPageReader({ threads: 2, timeout: 15_000 })
afterAll(async () => { await reader.close(); rmSync(folder, { recursive: true, force: true }) })

/** A generator with a seed (mulberry32), so that a failure can be seen again. */
function random(seed: number): () => number {
  let a = seed
  return () => { a = (a + 0x6d2b79f5) | 0; let t = Math.imul(a ^ (a >>> 15), 1 | a); t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t; return ((t ^ (t >>> 14)) >>> 0) / 4294967296 }
}

const PIECES = ['<', '>', '"', '&', '\0', ']]>', '<![CDATA[', '<!--', '<svg><script>', '&#x0;', '&#1114112;', '<table><td>', '<a href="javascript:1">', '</article>', '<p>'.repeat(50), '\u202e', '\ud800', '%s%n', '{"@graph":[', '\r\n', '<!DOCTYPE x [<!ENTITY a "&a;&a;">]>', '<plaintext>', 'é'.repeat(30), '<template>', '<frameset>', '\uFEFF']

function mutate(bytes: Uint8Array, next: () => number): Uint8Array {
  let out = Buffer.from(bytes)
  const at = (): number => Math.floor(next() * out.length)
  for (let k = 0, n = 1 + Math.floor(next() * 6); k < n; k++) {
    const kind = Math.floor(next() * 5), from = at(), to = Math.min(out.length, from + Math.floor(next() * 200))
    if (kind === 0) out = Buffer.concat([out.subarray(0, from), out.subarray(to)])
    else if (kind === 1) out = Buffer.concat([out.subarray(0, from), Buffer.from(PIECES[Math.floor(next() * PIECES.length)]!), out.subarray(from)])
    else if (kind === 2) { for (let i = from; i < Math.min(to, from + 8); i++) out[i] = Math.floor(next() * 256) }
    else if (kind === 3) out = Buffer.concat([out.subarray(0, to), out.subarray(from)])
    else out = out.subarray(0, Math.max(1, from))
  }
  return out
}

const HTML = Buffer.from(page('Four die', '<table><tr><td>a</td></tr></table><ul><li>b</li></ul>', LD))
const FEEDS = [
  '<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>A</title><item><title><![CDATA[B & C]]></title><link>https://a.example/1</link><dc:date>2024-03-05</dc:date></item></channel></rss>',
  '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><title type="html">&lt;b&gt;x</title><link href="https://a.example/2"/><updated>2024-03-05T00:00:00Z</updated></entry></feed>',
  '{"version":"https://jsonfeed.org/version/1.1","title":"A","items":[{"id":"1","url":"https://a.example/3","date_published":"2024-03-05T00:00:00Z"}]}',
  '<?xml version="1.0"?><opml version="2.0"><head/><body><outline text="a"><outline xmlUrl="https://a.example/rss"/></outline></body></opml>',
].map(f => Buffer.from(f))
const ENTRIES = [{ url: 'https://a.example/1', html: page('One') }, { url: 'https://a.example/2', html: page('Two') }]
const ARCHIVES = [['a.warc', warc(ENTRIES, false)], ['a.warc.gz', warc(ENTRIES, true)], ['a.wacz', zip([['archive/a.warc.gz', warc(ENTRIES, true)]])]] as const

const known = (thrown: unknown): void => { if (!(thrown instanceof IngestError)) throw thrown }

test(`${ROUNDS} mutated pages`, async () => {
  const next = random(1), lanes = Array.from({ length: 2 }, async () => { for (let k = 0; k < ROUNDS / 2; k++) await reader.read(decode(mutate(HTML, next), 'text/html; charset=utf-8'), 'https://a.example/1').catch(known) })
  await Promise.all(lanes)
  expect((await reader.read(HTML.toString(), null)).text).toContain('Shells fell')
}, 60_000 + ROUNDS * 400)

test(`${ROUNDS} mutated feeds`, () => {
  const next = random(2)
  let read = 0
  for (let k = 0; k < ROUNDS; k++) {
    const text = decode(mutate(FEEDS[k % FEEDS.length]!, next))
    try { read += isOpml(text) ? readOpml(text, 'x').length : readFeed(text, 'x').entries.length } catch (thrown) { known(thrown) }
  }
  expect(read).toBeGreaterThan(0)
}, 60_000 + ROUNDS * 50)

test(`${ROUNDS} mutated archives, in bounded memory`, async () => {
  const next = random(3), before = process.memoryUsage().rss
  let pages = 0, damaged = 0
  for (let k = 0; k < ROUNDS; k++) {
    const [name, bytes] = ARCHIVES[k % ARCHIVES.length]!, path = join(folder, name)
    writeFileSync(path, mutate(bytes, next))
    for await (const p of readArchive(path)) if ('failed' in p) damaged++; else pages++
  }
  expect(pages).toBeGreaterThan(0)
  expect(damaged).toBeGreaterThan(0)
  expect(process.memoryUsage().rss - before).toBeLessThan(400_000_000)
}, 60_000 + ROUNDS * 100)

test('entities that grow, deep nesting, endless attributes and a title of a megabyte end in time', async () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "${'lol'.repeat(10)}">${'bcdefghij'.split('').map((n, k) => `<!ENTITY ${n} "${`&${'abcdefghi'[k]};`.repeat(10)}">`).join('')}]><rss version="2.0"><channel><title>&j;</title><item><link>https://a.example/</link></item></channel></rss>`
  try { expect((readFeed(bomb, 'x').title ?? '').length).toBeLessThan(2000) } catch (thrown) { known(thrown) }
  for (const html of [`<html ${'a=b '.repeat(300_000)}>`, `<p>${'<b>'.repeat(50_000)}`, `<title>${'x'.repeat(1_000_000)}</title>${page('y')}`, `<script type="application/ld+json">${'['.repeat(100_000)}</script>${page('z')}`]) {
    const title = await reader.read(html, null).then(r => r.title ?? '', (thrown: unknown) => { known(thrown); return '' })
    expect(title.length).toBeLessThanOrEqual(1000)
  }
}, 90_000)
