/** What comes in over HTTP is taken in, coded beside the server and told of; on both engines. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApi, type Api } from '../src/api/index.ts'
import { openStore, type Role, type Store } from '../src/store/index.ts'
import { startBackground, type Background } from '../src/work/background.ts'
import { apiOver, askOf, tokensOf, type Answer, type Ask } from './api/client.ts'
import { dropSchema, newSchema, testPostgres } from './store/postgres.ts'
import { plainIndex } from './store/made.ts'
import { warc, zip } from './support/archives.ts'
import { page, serve, type Site } from './support/pages.ts'

const folder = mkdtempSync(join(tmpdir(), 'casus-api-work-')), address = await testPostgres()
afterAll(() => { rmSync(folder, { recursive: true }) })
const RAID = 'Gunmen on motorcycles killed two soldiers at a checkpoint near Mosul on Friday, police said. The army blamed Islamic State for the attack.'

describe('files that are sent', () => {
  let store: Store, tokens: Readonly<Record<Role, string>>, api: Api, site: Site
  beforeAll(async () => {
    store = await openStore(join(folder, 'uploads.casus'), { index: plainIndex })
    tokens = await tokensOf(store)
    api = apiOver(store, { network: { allowed: new Set(['127.0.0.1']), pace: 0 } })
    site = await serve({ '/a': page('Four die in Port Amsel'), '/feed.xml': `<?xml version="1.0"?><rss version="2.0"><channel><title>Coast Daily</title><item><title>x</title><link>ORIGIN/a</link></item></channel></rss>` })
  })
  afterAll(async () => { await api.close(); await store.close(); await site.close() })
  const send = async (name: string, body: string | Uint8Array, token = tokens.coder): Promise<Answer> => {
    const response = await api.fetch(new Request(`http://localhost/api/v1/uploads?name=${encodeURIComponent(name)}`, { method: 'POST', headers: { host: 'localhost', authorization: `Bearer ${token}` }, body })), text = await response.text()
    return { status: response.status, headers: response.headers, text, json: JSON.parse(text) }
  }
  const leftBehind = (): readonly string[] => readdirSync(tmpdir()).filter(n => n.startsWith('casus-upload-'))

  test.each<[string, string | Uint8Array, number]>([
    ['raid.txt', RAID, 1], ['page.html', page('A page'), 1], ['one.json', JSON.stringify({ id: 'j1', text: `${RAID} One.` }), 1], ['two.ndjson', ['l1', 'l2'].map(id => JSON.stringify({ id, text: `${RAID} ${id}.` })).join('\n'), 2],
    ['t.csv', `id,text\nc1,"${RAID} c1."\nc2,"${RAID} c2."\n`, 2], ['a.warc', warc([{ url: 'https://w.example/1', html: page('One') }], false), 1], ['a.warc.gz', warc([{ url: 'https://w.example/2', html: page('Two') }], true), 1],
    ['a.wacz', zip([['archive/x.warc.gz', warc([{ url: 'https://w.example/3', html: page('Three') }], true)]]), 1],
    ['all.zip', zip([['in/raid.txt', Buffer.from(`${RAID} Zipped.`)], ['in/rows.ndjson', Buffer.from(JSON.stringify({ id: 'z2', text: `${RAID} z2.` }))], ['in/picture.png', Buffer.from([1, 2])]]), 2],
  ])('%s', async (name, body, added) => {
    const before = leftBehind(), { status, json } = await send(name, body)
    expect([status, json.refused]).toEqual([200, []])
    expect(json.outcomes.added).toBe(added)
    expect(json.documents).toHaveLength(added)
    expect((await send(name, body)).json.outcomes.added).toBe(0)
    expect(leftBehind()).toEqual(before)
  })
  test('two files of one name are two reports, and the audit knows them', async () => {
    const [one, two] = [await send('note.txt', `${RAID} First.`), await send('C:\\notes\\note.txt', `${RAID} Second.`)]
    expect(one.json.documents[0].id).toMatch(/^note\.txt-[\da-f]{8}$/)
    expect(two.json.documents[0].id).not.toBe(one.json.documents[0].id)
    expect((await askOf(api)('/audit?action=uploads.add&subject=note.txt', { token: tokens.admin })).json.rows).toHaveLength(2)
  })
  test('damaged parts are told of and the rest is kept', async () => {
    const { json } = await send('some.ndjson', `${JSON.stringify({ id: 'k1', text: `${RAID} k1.` })}\nnonsense\n${JSON.stringify({ id: 'k2' })}\n`)
    expect(json).toMatchObject({ outcomes: { added: 1 }, failed: 2, refused: [{ where: 'some.ndjson line 2', code: 'line-invalid' }, { where: 'some.ndjson line 3' }] })
    expect((await send('fr.txt', 'Des hommes armés ont attaqué un poste de la gendarmerie dans la nuit de lundi à mardi, tuant trois personnes, selon le préfet de la région.')).json).toMatchObject({ aside: 1 })
  })
  test.each<[string, string | Uint8Array, number, string]>([
    ['x.exe', 'MZ', 415, 'file-kind'], ['noend', 'x', 415, 'file-kind'], ['x.zip', 'no zip', 422, 'archive-damaged'], ['feeds.xml', '<a/>', 422, 'feed-invalid'], ['t.csv', 'colour\nred\n', 422, 'column-missing'],
  ])('%s with %j is refused', async (name, body, status, code) => {
    const answer = await send(name, body)
    expect([answer.status, answer.json.error.code]).toEqual([status, code])
  })
  test('files out of a zip never leave its folder', async () => {
    const { json } = await send('slip.zip', zip([['../../etc/passwd.txt', Buffer.from(RAID)], ['b.txt', Buffer.from(`${RAID} B.`)]]))
    expect(json.error?.code ?? json.refused[0].code).toBe('archive-damaged')
  })
  test('a reader may not', async () => { expect((await send('raid.txt', RAID, tokens.reader)).json.error.code).toBe('role-too-low') })

  test('a list of feeds adds them; a feed is asked now; what a list of pages names is fetched behind', async () => {
    const ask = askOf(api), opml = `<?xml version="1.0"?><opml version="2.0"><body><outline text="Coast" type="rss" xmlUrl="${site.origin}/feed.xml"/><outline text="Inside" xmlUrl="http://10.0.0.1/feed"/></body></opml>`
    expect((await send('feeds.opml', opml)).json).toMatchObject({ feeds: 2, read: 0 })
    expect((await ask('/sources/fetch', { method: 'POST', token: tokens.coder, body: { address: 'http://10.0.0.1/feed' } })).json).toMatchObject({ outcome: 'failed', message: expect.stringContaining('private') as string })
    expect((await ask('/sources')).json.rows.find((s: { address: string }) => s.address.includes('10.0.0.1'))).toMatchObject({ failures: 1, error: expect.stringContaining('private') as string, succeeded: null })
    expect((await ask('/sources/fetch', { method: 'POST', token: tokens.coder, body: { address: `${site.origin}/feed.xml` } })).json).toMatchObject({ outcome: 'taken' })
    expect((await ask('/sources/fetch', { method: 'POST', token: tokens.coder, body: { address: 'https://unknown.example/' } })).json.error.code).toBe('source-unknown')
    expect((await send('pages.urls', `${site.origin}/a\n`)).json).toMatchObject({ links: 1, read: 0 })
    await until(async () => (await ask(`/documents?url=${encodeURIComponent(`${site.origin}/a`)}`)).json.rows.length === 1)
    expect((await ask('/work')).json).toMatchObject({ working: false, todo: null, fetching: 0 })
    expect((await ask('/sources/fetch', { method: 'POST', token: tokens.coder, body: {} })).json).toMatchObject({ outcome: 'started', added: 2 })
  })
})

async function until(holds: () => Promise<boolean>, limit = 60_000): Promise<void> {
  for (const end = Date.now() + limit; !await holds();) {
    if (Date.now() > end) throw new Error('It never came to that.')
    await new Promise(resolve => { setTimeout(resolve, 50) })
  }
}

function contract(make: () => Promise<{ readonly address: string; readonly schema?: string; readonly clear: () => Promise<void> }>): void {
  let store: Store, background: Background, api: Api, ask: Ask, token: string, clear: () => Promise<void>
  beforeAll(async () => {
    const ground = await make(), schema = ground.schema === undefined ? {} : { schema: ground.schema }
    clear = ground.clear
    store = await openStore(ground.address, { ...schema, refresh: () => background.refresh() })
    background = startBackground({ address: ground.address, ...schema, threads: 1, code: true })
    api = createApi(store, { openReads: true, hosts: null, background })
    ask = askOf(api)
    token = (await tokensOf(store)).editor
  })
  afterAll(async () => { await api.close(); await background.close(); await store.close(); await clear() })

  test('a report that is taken in is coded at once, incidents follow, and listeners hear of it', async () => {
    const events: string[] = [], listening = listen(api, events)
    await ask('/documents', { method: 'POST', token, body: { documents: [{ id: 'raid', text: RAID, published: '2024-01-20' }] } })
    await until(async () => (await ask('/incidents')).json.rows.length > 0)
    await until(async () => (await ask('/work')).json.todo === 0)
    expect((await ask('/work')).json).toMatchObject({ working: true, todo: 0, coded: 1, failed: 0, coding: [], last: { document: 'raid' }, failures: [] })
    await until(async () => events.some(e => e.includes('"incident"')) && events.some(e => e.includes('"coded":1')))
    background.wake()
    listening.abort()
  })
  test('while reports go on coming in, it is never said that nothing is left before their incidents are there', async () => {
    const names = ['one', 'two', 'three', 'four']
    for (const [n, id] of names.entries()) {
      await ask('/documents', { method: 'POST', token, body: { documents: [{ id, text: `Rebels shelled the town of Kirkuk on ${n + 2} January 2024, killing ${n + 4} people.`, published: '2024-01-20' }] } })
      const { todo, coding, refreshing } = (await ask('/work')).json
      expect(todo === 0 && coding.length === 0 && refreshing === false, `idle after ${id} came in`).toBe(false)
      if (n % 2 === 1) await new Promise(resolve => { setTimeout(resolve, 700) })
    }
    await until(async () => { const { todo, coding, refreshing } = (await ask('/work')).json; return todo === 0 && coding.length === 0 && !refreshing })
    for (const id of names) expect((await ask(`/incidents?document=${id}`)).json.rows, id).toHaveLength(1)
    for (const id of names) await ask(`/documents/${id}`, { method: 'DELETE', token, body: { reason: 'a test' } })
  })
  test('a decision is read by the thread that holds the index', async () => {
    const body = { decisions: [{ kind: 'correct', event: { document: 'raid', event: 'e1' }, field: 'killed', value: { min: 3, max: 3, of: null, evidence: [] } }] }
    expect((await ask('/decisions', { method: 'POST', token, body })).status).toBe(200)
    expect((await ask('/incidents')).json.rows[0].incident.killed).toMatchObject({ min: 3, max: 3 })
    expect((await ask('/documents/raid', { method: 'DELETE', token, body: { reason: 'a test' } })).status).toBe(200)
    expect((await ask('/incidents')).json.rows).toEqual([])
  })
}

/** Gathers the events of the stream, as text, until aborted. */
function listen(api: Api, into: string[]): AbortController {
  const stop = new AbortController()
  void (async () => {
    const response = await api.fetch(new Request('http://localhost/api/v1/events', { headers: { host: 'localhost' }, signal: stop.signal }))
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    for await (const part of response.body!.pipeThrough(new TextDecoderStream())) { into.push(part); if (stop.signal.aborted) return }
  })().catch(() => {})
  return stop
}

describe('on SQLite', () => { contract(async () => ({ address: join(folder, 'work.casus'), clear: async () => {} })) })
describe.skipIf(address === null)('on PostgreSQL', () => {
  contract(async () => { const schema = newSchema(); return { address: address!, schema, clear: async () => { await dropSchema(address!, schema); await dropSchema(address!, `${schema}_queue`) } } })
})

test('the body of a file does not count against the limit of other bodies', async () => {
  const store = await openStore(join(folder, 'large.casus'), { index: plainIndex }), { coder } = await tokensOf(store), api = apiOver(store, { maxBody: 1000 })
  const long = `${RAID} `.repeat(50)
  const answer = await api.fetch(new Request('http://localhost/api/v1/uploads?name=long.txt', { method: 'POST', headers: { host: 'localhost', authorization: `Bearer ${coder}` }, body: long }))
  expect(answer.status).toBe(200)
  expect((await askOf(api)('/documents', { method: 'POST', token: coder, body: { documents: [{ text: long }] } })).status).toBe(413)
  await api.close()
  await store.close()
})
