/** Files, pages, feeds and archives taken into a store: what is read, what is told of what cannot be, and what a second run changes. */
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addFeeds, filesBelow, followFeed, isDue, openPageReader, readFileFound, takeIn, takeInArchive, trackingOf, type Found, type IngestError, type IntakeOptions, type PageReader, type Tally } from '../src/ingest/index.ts'
import { languageOf } from '../src/ingest/language.ts'
import { decode } from '../src/ingest/page/decode.ts'
import { dateOf } from '../src/ingest/page/metadata.ts'
import { readArchive } from '../src/ingest/read/warc.ts'
import { loadTables } from '../src/resources/load.ts'
import { openStore, type Source, type Store } from '../src/store/index.ts'
import { LD, page, serve, type Site } from './support/pages.ts'
import { warc, zip } from './support/archives.ts'

const folder = mkdtempSync(join(tmpdir(), 'casus-ingest-')), file = (name: string, text: string | Uint8Array): string => { const path = join(folder, name); mkdirSync(join(path, '..'), { recursive: true }); writeFileSync(path, text); return path }
let pages: PageReader, site: Site
const stores: Store[] = []
const store = async (): Promise<Store> => { const one = await openStore(join(folder, `s${stores.length}.casus`)); stores.push(one); return one }
beforeAll(async () => {
  pages = openPageReader({ threads: 1 })
  site = await serve({
    '/a': page('Four die in shelling of Port Amsel', '', LD), '/b': page('Mines close the coast road'), '/empty': '<html><body><nav>menu</nav></body></html>',
    '/feed': (q, r) => { if (q.headers['if-none-match'] === '"7"') { r.statusCode = 304; r.end(); return } r.setHeader('etag', '"7"'); r.setHeader('content-type', 'application/rss+xml'); r.end(`<?xml version="1.0"?><rss version="2.0"><channel><title>Coast Daily</title><item><title>Four &amp; die</title><link>${site.origin}/a?utm_source=rss</link><pubDate>Tue, 05 Mar 2024 06:00:00 GMT</pubDate></item><item><title>Mines</title><link>${site.origin}/b</link></item><item><title>Empty</title><link>${site.origin}/empty</link></item></channel></rss>`) },
    '/opml': '<?xml version="1.0"?><opml version="2.0"><head/><body><outline text="Folder"><outline type="rss" text="One" xmlUrl="https://one.example/rss"/></outline><outline type="rss" text="Two" xmlUrl="https://two.example/rss"/></body></opml>',
    '/broken': '<?xml version="1.0"?><nothing/>',
  })
})
afterAll(async () => { for (const one of stores) await one.close(); await pages.close(); await site.close(); rmSync(folder, { recursive: true, force: true }) })

const options = (more: Partial<IntakeOptions> = {}): IntakeOptions => ({ tracking: trackingOf(loadTables()['tracking-parameters.tsv']!), pages, network: { userAgent: 'casus-test', allowed: new Set(['127.0.0.1']), pace: 0, timeout: 5000 }, ...more })
const all = async <T>(values: AsyncIterable<T>): Promise<readonly T[]> => { const out: T[] = []; for await (const v of values) out.push(v); return out }
const read = (path: string, more = {}): Promise<readonly Found[]> => all(readFileFound(path, { pages, ...more }))
const failures = (found: readonly Found[]): readonly string[] => found.flatMap(f => ('failed' in f ? [`${f.failed.code} at ${f.where.replace(folder, '')}`] : []))
const documents = (found: readonly Found[]): readonly unknown[] => found.flatMap(f => ('document' in f ? [f.document] : []))

describe('files', () => {
  test('NDJSON: a bad line is told with its number, and the rest is read', async () => {
    const found = await read(file('a.ndjson', '{"id":"1","text":"One."}\n{oops\n\n{"title":"no text"}\n{"url":"https://news.example/x","title":"T","published":"2024-03-05"}\n'))
    expect(documents(found)).toEqual([{ id: '1', url: null, publisher: null, title: null, published: null, text: 'One.' }])
    expect(failures(found)).toEqual(['line-invalid at /a.ndjson line 2', 'line-invalid at /a.ndjson line 4'])
    expect(found.at(-1)).toMatchObject({ link: 'https://news.example/x', listed: { title: 'T', published: '2024-03-05' } })
  })
  test('CSV: columns by known names or as mapped; quotes, line ends and a byte order mark', async () => {
    expect(documents(await read(file('a.csv', '\uFEFFid,headline,publish_date,text\n7,"A ""quoted"" title",2024-03-05,"Line one.\nLine two, with comma."\n')))).toEqual([{ id: '7', url: null, publisher: null, title: 'A "quoted" title', published: '2024-03-05', text: 'Line one.\nLine two, with comma.' }])
    expect(documents(await read(file('b.tsv', 'nr\tBericht\n1\tShells fell.\n'), { mapping: { text: 'Bericht' } }))).toMatchObject([{ text: 'Shells fell.' }])
    await expect(read(file('c.csv', 'x,y\n1,2\n'))).rejects.toMatchObject({ code: 'column-missing' })
    await expect(read(file('d.csv', 'x,y\n1,2\n'), { mapping: { text: 'z' } })).rejects.toThrow('no column "z"')
    expect(failures(await read(file('e.csv', `text\n"${'a'.repeat(5_000_000)}`)))).toEqual(['line-invalid at /e.csv after row 0'])
  })
  test("Media Cloud's and GDELT's lists become links", async () => {
    expect(await read(file('mc.csv', 'stories_id,publish_date,title,url,language,media_name\n1,2024-03-05 04:00:00,T,https://news.example/1,en,Coast Daily\n'))).toMatchObject([{ link: 'https://news.example/1', listed: { title: 'T', publisher: 'Coast Daily', published: '2024-03-05' } }])
    expect(await read(file('gdelt.json', '{"articles":[{"url":"https://news.example/2","title":"T","seendate":"20240305T101500Z","domain":"news.example"}]}'))).toMatchObject([{ link: 'https://news.example/2', listed: { published: '2024-03-05', publisher: 'news.example' } }])
    expect(await read(file('urls.txt', '# mine\nhttps://news.example/3\n\nhttps://news.example/4\n'))).toHaveLength(2)
  })
  test('HTML: the article without menus, with what the page says of itself', async () => {
    const [document] = documents(await read(file('p.html', page('Four die', '', `${LD}<link rel="canonical" href="https://coast.example/four">`)))) as [{ text: string }]
    expect(document).toMatchObject({ url: 'https://coast.example/four', title: 'Four die in shelling of Port Amsel', publisher: 'Coast Daily', published: '2024-03-05T06:30:00+02:00' })
    expect(document.text).toMatch(/^Shells fell[^]*\n\nShells fell/)
    expect(document.text).not.toMatch(/newsletter|Sport/)
  })
  test('text in other encodings, binary files, missing files, folders', async () => {
    expect(documents(await read(file('l.txt', Buffer.from('\xff\xfeS\0h\0e\0l\0l\0s\0', 'latin1'))))).toMatchObject([{ text: 'Shells' }])
    expect(failures(await read(file('x.txt', Buffer.from([80, 75, 0, 3, 4, 0, 1]))))).toEqual(['file-unreadable at /x.txt'])
    expect(failures(await read(join(folder, 'none.txt')))).toEqual(['file-unreadable at /none.txt'])
    await expect(filesBelow(join(folder, 'none'))).rejects.toMatchObject({ code: 'file-unreadable' })
    file('deep/er/a.md', 'x'); file('deep/b.exe', 'x'); file('deep/c.warc.gz', 'x')
    expect((await filesBelow(join(folder, 'deep'))).map(p => p.slice(folder.length + 1))).toEqual(['deep/c.warc.gz', 'deep/er/a.md'])
  })
})

test.each([['2024-03-05', '2024-03-05'], ['2024-03-05T10:15:00.123Z', '2024-03-05T10:15:00Z'], ['2024-03-05 10:15', '2024-03-05'], ['2024-03-05T10:15+0200', '2024-03-05T10:15:00+02:00'], ['20240305', '2024-03-05'], ['Tue, 05 Mar 2024 06:00:00 GMT', '2024-03-05T06:00:00Z'], ['2024-02-31', null], ['soon', null], ['5', null]])('day %s', (from, to) => { expect(dateOf(from)).toBe(to) })
test('encodings: header, meta, mark, and nonsense', () => {
  expect(decode(Buffer.from('caf\xe9', 'latin1'), 'text/html; charset=iso-8859-1')).toBe('café')
  expect(decode(Buffer.from('<meta charset="windows-1252"><p>\x93hi\x94', 'latin1'))).toContain('“hi”')
  expect(decode(Buffer.from('ü'), 'text/html; charset=klingon')).toBe('ü')
})

describe('languages', () => {
  test.each([
    ['en', 'Government troops shelled the eastern suburbs overnight, residents and aid workers said, after talks on a truce broke down.'], ['es', 'Las tropas del gobierno bombardearon anoche los barrios del este, dijeron vecinos y cooperantes, tras romperse las conversaciones.'],
    ['fr', 'Les troupes gouvernementales ont bombardé la banlieue est pendant la nuit, ont déclaré des habitants après la rupture des pourparlers.'], ['ar', 'قصفت القوات الحكومية الضواحي الشرقية ليلا بعد انهيار محادثات الهدنة بحسب سكان وعمال إغاثة في المدينة'], ['ru', 'Правительственные войска ночью обстреляли восточные пригороды, сообщили жители, после срыва переговоров о перемирии.'],
  ])('%s', (code, text) => { expect(languageOf(text)).toEqual({ code, english: code === 'en' }) })
  test('a line of another language is not taken for English', () => {
    expect(languageOf('Cinco muertos en un ataque con explosivos en Cali, informó la policía')).toEqual({ code: 'es', english: false })
    expect(languageOf('To soldater ble drept og fem såret da en granat slo ned for en time siden ved en kontrollpost nord for byen, sa politiet. Byrådet ba om hjelp for de sårede, og for de som har mistet hjemmet. «The truce is dead», sa en talsmann for opprørerne. '.repeat(5)).english).toBe(false)
    expect(languageOf('Bij een aanslag in Kabul zijn maandag vijf mensen gedood, zegt de politie')).toEqual({ code: 'nl', english: false })
  })
  test('English in capitals and English full of foreign names is English; a line or two is taken for it', () => {
    expect(languageOf('GUERRILLAS OF THE FRENTE ATTACKED A POLICE POST IN THE TOWN OF SAN VICENTE LAST NIGHT, KILLING TWO SOLDIERS AND WOUNDING FIVE.').english).toBe(true)
    expect(languageOf('Shells hit Zaporizhzhia.').english).toBe(true)
    // Letter statistics take this one for Romanian.
    expect(languageOf('Gunmen killed two gendarmes near Câmpulung on Monday, Interior Minister Ioana Lupescu said. Lieutenant Radu Munteanu and Sergeant Petru Dobre were shot at a control point between Rucăr and Dragoslavele, and a driver from Câmpulung was wounded. Mayor Elena Coman said that the Carpatina road was closed. Prosecutors in Pitești named Matei Stoica, Sorin Vlad and Ana Marin as suspects. The Argeș police found a car and five rifles in Valea Mare Pravăț, and relatives of Lieutenant Munteanu gathered in Lereni.')).toEqual({ code: 'en', english: true })
    expect(languageOf('The Rwandan force answered by moving a company from Mocimboa da Praia to Macomia town.').english).toBe(true)
    expect(languageOf('Two mines went off under a truck between Palaw and Pe Det, and the driver was killed.').english).toBe(true)
  })
})

describe('intake', () => {
  const list = (...found: readonly Found[]): AsyncIterable<Found> => (async function* () { yield* found })()
  const link = (path: string): Found => ({ where: path, link: `${site.origin}${path}`, listed: { publisher: 'List' } })

  test('pages behind links are fetched, read and kept once; failures are told and the rest goes on', async () => {
    const into = await store(), told: string[] = []
    const tally = await takeIn(into, list(link('/a'), link('/a?utm_source=x'), link('/empty'), link('/gone'), { where: 'x', link: 'http://169.254.169.254/latest', listed: {} }, { where: 'y', document: { id: 'es', text: 'Las tropas del gobierno bombardearon anoche los barrios del este de la ciudad, dijeron vecinos y cooperantes.' } }, link('/b')), options({ failed: (where, e) => { told.push(`${where}: ${e.code}`) }, width: 1 }))
    expect(told).toEqual(['/empty: page-empty', '/gone: fetch-status', 'x: address-refused'])
    expect(tally).toMatchObject({ read: 7, failed: 3, aside: 1, outcomes: { added: 3, known: 1 } } satisfies Partial<Record<keyof Tally, unknown>> as object)
    const { rows } = await into.documents.query({ sort: { field: 'id' } })
    expect(rows.map(r => [r.title, r.publisher, r.setAside?.code ?? null])).toContainEqual(['Four die in shelling of Port Amsel', 'Coast Daily', null])
    expect(rows.find(r => r.id === 'es')).toMatchObject({ language: 'es', setAside: { code: 'language' } })
    const asked = site.asked.filter(p => p.startsWith('/a')).length
    expect(await takeIn(into, list(link('/a'), link('/b')), options())).toMatchObject({ outcomes: { added: 0, known: 2 } })
    expect(site.asked.filter(p => p.startsWith('/a')).length).toBe(asked)
  })

  test("a page may not take another site's address for its own", async () => {
    const liar = await serve({ '/x': page('A claim', '', '<link rel="canonical" href="https://respected.example/truth">') }), into = await store()
    await takeIn(into, list({ where: 'x', link: `${liar.origin}/x`, listed: {} }), options())
    await liar.close()
    expect((await into.documents.query({})).rows.map(r => r.url)).toEqual([`${liar.origin}/x`])
  })
})

describe('feeds', () => {
  test('entries are taken in; asked again, an unchanged feed is not read again', async () => {
    const into = await store(), address = `${site.origin}/feed`
    expect(await followFeed(into, address, options())).toMatchObject({ tally: { outcomes: { added: 2 }, failed: 1 } })
    expect(await followFeed(into, address, options())).toEqual({ address, unchanged: true })
    expect(await into.sources.get(address)).toMatchObject({ title: 'Coast Daily', failures: 0, error: null, etag: '"7"' })
  })
  test('a feed that fails is remembered with its error and asked again later and later', async () => {
    const into = await store(), address = `${site.origin}/broken`, now = new Date('2024-03-05T00:00:00Z')
    for (let k = 0; k < 2; k++) expect(await followFeed(into, address, options(), () => now)).toMatchObject({ error: { code: 'feed-invalid' } })
    const source = await into.sources.get(address) as Source
    expect(source).toMatchObject({ failures: 2, succeeded: null })
    expect(isDue(source, new Date('2024-03-05T00:59:00Z'))).toBe(false)
    expect(isDue(source, new Date('2024-03-05T01:00:00Z'))).toBe(true)
    expect(isDue({ ...source, enabled: false }, new Date('2025-01-01T00:00:00Z'))).toBe(false)
  })
  test('OPML adds its feeds, folders unfolded, once', async () => {
    const into = await store()
    expect(await followFeed(into, `${site.origin}/opml`, options())).toMatchObject({ added: 2, listed: ['https://one.example/rss', 'https://two.example/rss'] })
    expect(isDue(await into.sources.get(`${site.origin}/opml`) as Source, new Date())).toBe(false)
    expect((await into.sources.list('feed')).map(s => s.address)).toEqual(expect.arrayContaining(['https://one.example/rss', 'https://two.example/rss']))
    await expect(addFeeds(into, 'no opml', 'x')).rejects.toMatchObject({ code: 'feed-invalid' })
  })
})

describe('archives', () => {
  const entries = ['One', 'Two', 'Three', 'Four', 'Five'].map(name => ({ url: `https://coast.example/${name}`, html: page(`${name} dead at the harbour`).replaceAll('killing four', `killing ${name}`) }))
  const pageNames = async (path: string, from: string | null = null): Promise<readonly string[]> => (await all(readArchive(path, from))).map(p => ('url' in p ? p.url.slice(22) : p.failed.code))

  test('bodies that a browser kept packed are unpacked; one that only says so is read as it is', async () => {
    const path = join(folder, 'packed.warc'), html = entries[0]!.html
    writeFileSync(path, warc([['gzip', gzipSync(html)], ['deflate', deflateSync(html)], ['br', brotliCompressSync(html)], ['zstd', zstdCompressSync(html)], ['br', Buffer.from(html)]].map(([encoding, packed], k) => ({ url: `https://coast.example/${k}`, html, encoding: encoding as string, packed: packed as Buffer })), false))
    expect((await all(readArchive(path))).map(p => ('body' in p ? Buffer.from(p.body).toString() === html : p.failed))).toEqual([true, true, true, true, true])
  })

  test.each([['plain', warc(entries, false)], ['gzipped by record', warc(entries, true)]])('WARC, %s: read, and read on from each record', async (kind, bytes) => {
    const path = file(`${kind}.warc${kind === 'plain' ? '' : '.gz'}`, bytes), read = await all(readArchive(path))
    expect(read.map(p => 'url' in p && p.url.slice(22))).toEqual(['One', 'Two', 'Three', 'Four', 'Five'])
    for (const [k, p] of read.entries()) expect(await pageNames(path, p.position), p.position).toEqual(['One', 'Two', 'Three', 'Four', 'Five'].slice(k + 1))
  })
  test('WACZ: the archives inside, and on from a position', async () => {
    const path = file('a.wacz', zip([['archive/a.warc.gz', warc(entries.slice(0, 2), true)], ['pages/pages.jsonl', Buffer.from('{}')], ['archive/b.warc', warc(entries.slice(2), false)]]))
    const read = await all(readArchive(path))
    expect(read.map(p => 'url' in p && p.url.slice(22))).toEqual(['One', 'Two', 'Three', 'Four', 'Five'])
    for (const [k, p] of read.entries()) expect(await pageNames(path, p.position), p.position).toEqual(['One', 'Two', 'Three', 'Four', 'Five'].slice(k + 1))
  })
  test('taken in, cut off and taken up again: each page once', async () => {
    const path = file('run.warc.gz', warc(entries, true)), into = await store()
    let seen = 0
    const stopping: PageReader = { ...pages, read: async (html, url) => { if (++seen > 3) throw new Error('power cut'); return pages.read(html, url) } }
    await expect(takeInArchive(into, path, options({ pages: stopping }))).rejects.toThrow('power cut')
    await takeInArchive(into, path, options())
    expect((await into.documents.query({})).rows).toHaveLength(5)
    expect(await takeInArchive(into, path, options())).toMatchObject({ read: 0 })
    expect(await takeInArchive(into, path, options(), true)).toMatchObject({ outcomes: { added: 0, known: 5 } })
  })
  test.each([['plain.warc', false], ['packed.warc.gz', true]] as const)('%s cut anywhere ends, and gives no page that is not whole before the cut', async (name, gzipped) => {
    const whole = warc(entries.slice(0, 2), gzipped)
    for (let size = 1; size < whole.length; size += 23) expect((await pageNames(file(`cut-${name}`, whole.subarray(0, size)))).length).toBeLessThan(4)
  })
  test('a damaged archive gives what came before the damage and one failure', async () => {
    const path = file('cut.warc', warc(entries, false))
    truncateSync(path, Math.floor(readFileSync(path).length * 0.7))
    const names = await pageNames(path)
    expect(names.slice(0, 3)).toEqual(['One', 'Two', 'Three'])
    expect(await pageNames(file('no.warc', 'hello'))).toEqual(['archive-damaged'])
    expect(await pageNames(file('no.wacz', 'hello'))).toEqual(['archive-damaged'])
    appendFileSync(path, gzipSync(deflateRawSync('x')))
    expect((await pageNames(path)).length).toBeGreaterThan(2)
  })
})

test('a page that never ends to read is given up alone, and the next is read', async () => {
  const deep = `<html><body>${'<div>'.repeat(200_000)}x`, wide = `<html><body>${'<p>a</p>'.repeat(200_000)}`, reader = openPageReader({ threads: 1, timeout: 4000 })
  for (const html of [deep, wide]) expect(((await reader.read(html, null).catch((e: unknown) => e)) as IngestError).code).toMatch(/page-(unreadable|empty)/)
  expect((await reader.read(page('Still here'), null)).text).toContain('Shells fell')
  // What waits behind such pages loses none of its own time.
  const [, , behind] = await Promise.allSettled([deep, wide, page('Behind')].map(html => reader.read(html, null)))
  expect(behind).toMatchObject({ status: 'fulfilled', value: { text: expect.stringContaining('Shells fell') as string } })
  await reader.close()
}, 120_000)
