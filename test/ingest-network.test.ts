/** What may be fetched, and how: private networks refused by every trick, limits kept, sites asked politely. */
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { canonicalAddress, IngestError, trackingOf } from '../src/ingest/index.ts'
import { fetchAddress, type FetchOptions } from '../src/ingest/net/fetch.ts'
import { guardedLookup, isPublic, safeAddress } from '../src/ingest/net/guard.ts'
import { mannersOf } from '../src/ingest/net/robots.ts'
import { loadTables } from '../src/resources/load.ts'
import { redirect, serve, type Site } from './support/pages.ts'

const sites: Site[] = []
const site = async (...given: Parameters<typeof serve>): Promise<Site> => { const one = await serve(...given); sites.push(one); return one }
afterAll(async () => { for (const one of sites) await one.close() })
const NONE = new Set<string>(), HERE = new Set(['127.0.0.1'])
const options: FetchOptions = { userAgent: 'casus-test', allowed: HERE, timeout: 3000 }
const codeOf = async (promise: Promise<unknown>): Promise<string> => promise.then(() => 'no failure', (e: unknown) => (e instanceof IngestError ? e.code : String(e)))

describe('addresses', () => {
  test.each([
    'http://127.0.0.1/', 'http://2130706433/', 'http://0x7f000001/', 'http://0177.0.0.1/', 'http://127.1/', 'http://[::1]/', 'http://[::ffff:127.0.0.1]/', 'http://[::ffff:7f00:1]/', 'http://[::127.0.0.1]/', 'http://[64:ff9b::7f00:1]/', 'http://[2002:7f00:1::]/',
    'http://10.1.2.3/', 'http://172.16.0.1/', 'http://192.168.1.1/', 'http://169.254.169.254/latest/', 'http://100.64.0.1/', 'http://0.0.0.0/', 'http://255.255.255.255/', 'http://224.0.0.1/', 'http://[fe80::1]/', 'http://[fc00::1]/', 'http://[::]/', 'http://[ff02::1]/',
    'http://localhost/', 'http://LOCALHOST./', 'http://db.localhost/', 'http://printer/', 'http://router.lan/', 'http://nas.local/', 'http://metadata.google.internal/', 'http://user:secret@example.org/', 'http://１２７.0.0.1/',
  ])('%s is refused', address => { expect(() => safeAddress(address, NONE)).toThrow(expect.objectContaining({ code: 'address-refused' })) })
  test.each(['file:///etc/passwd', 'ftp://example.org/', 'javascript:alert(1)', 'data:text/html,x', 'gopher://example.org/', 'no address', ''])('%s is no address of a page', address => { expect(() => safeAddress(address, NONE)).toThrow(expect.objectContaining({ code: 'address-invalid' })) })
  test.each(['https://example.org/a?b=c', 'http://8.8.8.8/', 'https://[2606:4700::1111]/', 'https://news.example:8443/x'])('%s is let through', address => { expect(safeAddress(address, NONE).href).toBe(new URL(address).href) })
  test('only the host that is named is allowed', () => {
    expect(safeAddress('http://localhost:8000/x', new Set(['localhost'])).port).toBe('8000')
    expect(() => safeAddress('http://127.0.0.1/', new Set(['localhost']))).toThrow()
  })
  test.each([['8.8.8.8', true], ['::ffff:8.8.8.8', true], ['192.0.2.1', false], ['198.18.0.1', false], ['not an address', false], ['2001:db8::1', false], ['2001::1', false], ['2a00:1450::1', true]])('%s public: %s', (ip, is) => { expect(isPublic(ip)).toBe(is) })
})

describe('name resolution', () => {
  const look = (answers: readonly string[], all = false): Promise<unknown> => new Promise(resolve => {
    guardedLookup(NONE, (_host, _options, done) => { done(null, answers.map(address => ({ address, family: address.includes(':') ? 6 : 4 }))) })('news.example', { all }, ((error: unknown, address: unknown) => { resolve(error ?? address) }) as never)
  })
  test('a name that stands for a private address is refused, of several only the public ones are used', async () => {
    expect(await look(['10.0.0.1'])).toMatchObject({ code: 'address-refused' })
    expect(await look(['127.0.0.1', '93.184.215.14'])).toBe('93.184.215.14')
    expect(await look(['::1', '93.184.215.14'], true)).toEqual([{ address: '93.184.215.14', family: 4 }])
  })
  test('a name that turns private between two look-ups is refused at the second', async () => {
    const answers = ['93.184.215.14', '127.0.0.1']
    const lookup = guardedLookup(NONE, (_host, _options, done) => { done(null, [{ address: answers.shift()!, family: 4 }]) })
    const ask = (): Promise<unknown> => new Promise(resolve => { lookup('rebind.example', {}, ((error: unknown, address: unknown) => { resolve(error ?? address) }) as never) })
    expect(await ask()).toBe('93.184.215.14')
    expect(await ask()).toMatchObject({ code: 'address-refused' })
  })
  test('the guard stands in the socket itself: a fetch of such a name ends in a refusal', async () => {
    const here = await site({ '/': 'secret' }), { port } = new URL(here.origin)
    const lookup = guardedLookup(NONE, (_host, _options, done) => { done(null, [{ address: '127.0.0.1', family: 4 }]) })
    expect(await codeOf(fetchAddress(`http://news.example:${port}/`, { ...options, allowed: NONE, lookup }))).toBe('address-refused')
    expect(here.asked).toEqual([])
  })
})

describe('fetching', () => {
  test('follows redirects, and judges each address on the way', async () => {
    const here = await site({ '/a': redirect('/b'), '/b': '<p>here</p>', '/out': redirect('http://[::1]:1/'), '/file': redirect('file:///etc/passwd'), '/dec': redirect('http://2130706433:9/'), '/round': redirect('/round') })
    expect(await fetchAddress(`${here.origin}/a`, options)).toMatchObject({ url: `${here.origin}/b`, unchanged: false })
    expect(await codeOf(fetchAddress(`${here.origin}/out`, options))).toBe('address-refused')
    expect(await codeOf(fetchAddress(`${here.origin}/file`, options))).toBe('address-invalid')
    expect(await codeOf(fetchAddress(`${here.origin}/round`, options))).toBe('redirects')
    expect(here.asked.filter(p => p === '/round')).toHaveLength(6)
    const other = await site({ '/': redirect('http://2130706433/') })
    expect(await codeOf(fetchAddress(`http://site.example:${new URL(other.origin).port}/`, { ...options, allowed: NONE, lookup: ((_h: string, o: { all?: boolean }, done: (e: null, a: unknown, f?: number) => void) => { if (o.all) done(null, [{ address: '127.0.0.1', family: 4 }]); else done(null, '127.0.0.1', 4) }) as never }))).toBe('address-refused')
  })

  test('size is counted after unpacking: a small answer that unpacks to much is refused', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000))
    const here = await site({ '/bomb': (_q, r) => { r.setHeader('content-encoding', 'gzip'); r.end(bomb) }, '/big': (_q, r) => { r.end(Buffer.alloc(3_000_000, 97)) }, '/zip': (_q, r) => { r.setHeader('content-encoding', 'gzip'); r.end(gzipSync('words')) } })
    expect(bomb.length).toBeLessThan(100_000)
    expect(await codeOf(fetchAddress(`${here.origin}/bomb`, { ...options, maxBytes: 1_000_000 }))).toBe('fetch-too-large')
    expect(await codeOf(fetchAddress(`${here.origin}/big`, { ...options, maxBytes: 1_000_000 }))).toBe('fetch-too-large')
    expect(Buffer.from((await fetchAddress(`${here.origin}/zip`, options)).body).toString()).toBe('words')
  })

  test('a site that never ends, never begins, breaks off or answers with an error', async () => {
    const here = await site({ '/slow': () => undefined, '/drip': (_q, r) => { const t = setInterval(() => { r.write('x') }, 50); r.on('close', () => { clearInterval(t) }) }, '/cut': (_q, r) => { r.setHeader('content-length', '100'); r.write('x'); setTimeout(() => { r.destroy() }, 20) }, '/500': (_q, r) => { r.statusCode = 500; r.end() } })
    const short = { ...options, timeout: 400 }
    expect(await codeOf(fetchAddress(`${here.origin}/slow`, short))).toBe('fetch-timeout')
    expect(await codeOf(fetchAddress(`${here.origin}/drip`, short))).toBe('fetch-timeout')
    expect(await codeOf(fetchAddress(`${here.origin}/cut`, short))).toBe('fetch-failed')
    expect(await codeOf(fetchAddress(`${here.origin}/500`, short))).toBe('fetch-status')
    expect(await codeOf(fetchAddress(`${here.origin}/none`, short))).toBe('fetch-status')
    expect(await codeOf(fetchAddress('http://127.0.0.1:1/', short))).toBe('fetch-failed')
  })

  test('asks on condition, and is told that nothing changed', async () => {
    const here = await site({ '/': (q, r) => { if (q.headers['if-none-match'] === '"v1"') { r.statusCode = 304; r.end(); return } r.setHeader('etag', '"v1"'); r.end('feed') } })
    const first = await fetchAddress(here.origin, options)
    expect(first.etag).toBe('"v1"')
    expect((await fetchAddress(here.origin, { ...options, etag: first.etag })).unchanged).toBe(true)
  })
})

describe('manners', () => {
  test('robots.txt is asked once a site and obeyed', async () => {
    const here = await site({ '/robots.txt': (_q, r) => { r.end('User-agent: *\nDisallow: /private/\nCrawl-delay: 7\n') } }), waits: number[] = []
    const { permit } = mannersOf({ ...options, now: () => 0, wait: async ms => { waits.push(ms) } })
    await permit(new URL('/news/1', here.origin))
    expect(await codeOf(permit(new URL('/private/1', here.origin)))).toBe('robots-refused')
    await permit(new URL('/news/2', here.origin))
    await permit(new URL('/news/3', here.origin))
    expect(here.asked).toEqual(['/robots.txt'])
    expect(waits).toEqual([7000, 14_000])
  })
  test('no robots.txt closes nothing; one that fails closes all', async () => {
    const open = await site({}), broken = await site({ '/robots.txt': (_q, r) => { r.statusCode = 503; r.end() } }), manners = mannersOf({ ...options, pace: 0 })
    expect(await codeOf(manners.permit(new URL('/x', open.origin)))).toBe('no failure')
    expect(await codeOf(manners.permit(new URL('/x', broken.origin)))).toBe('robots-refused')
  })
})

describe('canonical addresses', () => {
  const tracking = trackingOf(loadTables()['tracking-parameters.tsv']!)
  test.each([
    ['HTTP://News.Example:80/a/?utm_source=x&b=2&a=1&fbclid=9#top', 'https://news.example/a?a=1&b=2'], ['https://news.example/a/', 'https://news.example/a'], ['https://news.example', 'https://news.example/'], ['https://news.example/?id=5', 'https://news.example/?id=5'], ['mailto:a@b.example', null], ['x', null],
  ])('%s', (from, to) => { expect(canonicalAddress(from, tracking)).toBe(to) })
})
