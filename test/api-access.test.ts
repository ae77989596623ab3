/** Who may do what over HTTP, what is refused before it does harm, and what the audit remembers. */
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveApi } from '../src/api/index.ts'
import { ROUTES, fullPath } from '../src/api/routes.ts'
import { openStore, ROLES, type Role, type Store } from '../src/store/index.ts'
import { apiOver, askOf, fill, tokensOf, type Ask } from './api/client.ts'
import { plainIndex } from './store/made.ts'

const folder = mkdtempSync(join(tmpdir(), 'casus-api-'))
let store: Store, tokens: Readonly<Record<Role, string>>, ask: Ask, logged: unknown[] = []
beforeAll(async () => {
  store = await openStore(join(folder, 'dataset.casus'), { index: plainIndex })
  await fill(store)
  tokens = await tokensOf(store)
  ask = askOf(apiOver(store, { maxBody: 100_000, log: thrown => { logged.push(thrown) } }))
})
afterAll(async () => { await store.close(); rmSync(folder, { recursive: true }) })

const at = (day: string): { document: string; event: string } => ({ document: `r/${day}`, event: 'e1' })
const merge = (a: string, b: string, reason: string | null = null): unknown => ({ decisions: [{ kind: 'merge', a: at(a), b: at(b) }], reason })

describe('roles', () => {
  const cases = ROUTES.flatMap(route => [null, ...ROLES].map(role => ({ role, least: route.role, method: route.method, path: fullPath(route) })))
  test.each(cases)('$role asks $method $path (from $least on)', async ({ role, least, method, path }) => {
    const answer = await ask(path.replace(/\{\w+\}/g, 'none'), { method: method.toUpperCase(), ...role === null ? {} : { token: tokens[role] }, ...method === 'get' ? {} : { body: '{"never":1' } })
    const code = answer.status < 300 ? null : answer.json.error.code as string
    if (role === null) expect(code === 'token-missing').toBe(least !== 'reader')
    else expect(code === 'role-too-low').toBe(ROLES.indexOf(role) < ROLES.indexOf(least))
    expect(code).not.toBe('internal')
  })
  test('every route that changes something wants more than a reader, and is audited', () => {
    for (const route of ROUTES.filter(r => r.method !== 'get' && !['/analyse', '/explain'].includes(r.path))) expect([route.path, (route.open === true || route.role !== 'reader') && route.audit !== undefined]).toEqual([route.path, true])
  })
  test('where reads are not open, everything wants a token', async () => {
    const closed = askOf(apiOver(store, { openReads: false, hosts: null }))
    for (const route of ROUTES.filter(r => r.open !== true)) expect((await closed(fullPath(route), { method: route.method.toUpperCase() })).json.error.code, route.path).toBe('token-missing')
    expect((await closed('/incidents', { token: tokens.reader, headers: { host: 'any.example' } })).status).toBe(200)
  })
})

describe('tokens', () => {
  test.each([['Bearer nonsense'], ['Basic YTpi'], ['Bearer '], [`Bearer ${'x'.repeat(5000)}`], ["Bearer ' or 1=1 --"]])('%s is refused even where reads are open', async authorization => {
    const answer = await ask('/incidents', { headers: { authorization } })
    expect([answer.status, answer.json.error.code, answer.headers.get('www-authenticate')]).toEqual([401, 'token-invalid', 'Bearer'])
  })
  test('are given out, shown once, revoked, and end with their user', async () => {
    const made = (await ask('/tokens', { method: 'POST', token: tokens.admin, body: { user: 'coder', label: 'laptop' } })).json
    expect((await ask('/me', { token: made.secret })).json).toMatchObject({ user: 'coder', role: 'coder' })
    expect((await ask('/tokens', { token: tokens.admin })).text).not.toContain(made.secret)
    expect((await ask(`/tokens/${made.id}`, { method: 'DELETE', token: tokens.admin })).status).toBe(200)
    expect((await ask('/me', { token: made.secret })).json.error.code).toBe('token-invalid')
    await ask('/users/guest', { method: 'PUT', token: tokens.admin, body: { role: 'reader' } })
    const guest = (await ask('/tokens', { method: 'POST', token: tokens.admin, body: { user: 'guest' } })).json.secret
    expect((await ask('/me', { token: guest })).status).toBe(200)
    await ask('/users/guest', { method: 'PUT', token: tokens.admin, body: { role: 'reader', disabled: true } })
    expect((await ask('/me', { token: guest })).json.error.code).toBe('token-invalid')
    expect((await ask('/tokens', { method: 'POST', token: tokens.admin, body: { user: 'nobody' } })).json.error.code).toBe('user-unknown')
    expect((await ask('/tokens/none', { method: 'DELETE', token: tokens.admin })).json.error.code).toBe('token-unknown')
  })
})

describe('decisions', () => {
  test('change incidents, carry the name of the token, and can be undone', async () => {
    const before = (await ask('/incidents?_count=true&_size=1')).json.total as number
    const { json: [kept], status } = await ask('/decisions', { method: 'POST', token: tokens.coder, body: merge('02', '04', 'same guns') })
    expect(status).toBe(200)
    expect(kept).toMatchObject({ kind: 'merge', by: 'coder', reason: 'same guns', a: { document: 'r/02', event: 'e1', mention: { exact: 'shelled' }, type: 'ASSAULT' } })
    expect((await ask('/incidents?_count=true&_size=1')).json.total).toBe(before - 1)
    expect((await ask(`/decisions/${kept.id}`)).json).toMatchObject({ id: kept.id, undoneBy: null })
    await ask('/decisions', { method: 'POST', token: tokens.coder, body: { decisions: [{ kind: 'undo', decision: kept.id }] } })
    expect((await ask('/incidents?_count=true&_size=1')).json.total).toBe(before)
    expect((await ask('/decisions?kind=merge&undone=true')).json.rows).toHaveLength(1)
    expect((await ask('/audit?action=decisions.append', { token: tokens.admin })).json.rows).toMatchObject([{ by: 'coder' }, { by: 'coder', subject: kept.id }])
  })
  test('all or none are kept', async () => {
    const before = (await ask('/decisions?_count=true')).json.total
    const both = { decisions: [{ kind: 'accept', event: at('02') }, { kind: 'accept', event: { document: 'r/02', event: 'e9' } }] }
    expect((await ask('/decisions', { method: 'POST', token: tokens.coder, body: both })).json.error.code).toBe('event-unknown')
    expect((await ask('/decisions?_count=true')).json.total).toBe(before)
  })
  test.each([
    [{}, 'decisions'], [{ decisions: [] }, 'decisions'], [{ decisions: [{ kind: 'burn', a: at('02') }] }, 'decisions.0.kind'], [{ decisions: [{ kind: 'merge', a: at('02') }] }, 'decisions.0.b'],
    [{ decisions: [{ kind: 'accept', event: at('02'), by: 'admin' }] }, 'decisions.0'], [{ decisions: [{ kind: 'correct', event: at('02'), field: 'colour', value: 'red' }] }, 'decisions.0.field'], [[1], null],
  ])('%j is told where it is wrong', async (body, field) => {
    const answer = await ask('/decisions', { method: 'POST', token: tokens.coder, body })
    expect([answer.status, answer.json.error.code, answer.json.error.field ?? null]).toEqual([400, 'body-invalid', field])
  })
})

test('a review keeps two coders from each other until both are done', async () => {
  for (const name of ['ben', 'cleo']) await store.access.putUser(name, 'coder')
  const [ben, cleo] = await Promise.all(['ben', 'cleo'].map(async name => (await store.access.createToken(name)).secret))
  const { id } = (await ask('/reviews', { method: 'POST', token: tokens.editor, body: { document: 'r/05', coders: ['ben', 'cleo'] } })).json
  const answers = { answers: [{ kind: 'accept', event: at('05') }] }
  expect((await ask(`/reviews/${id}/answers`, { method: 'POST', token: ben!, body: answers })).status).toBe(200)
  expect((await ask(`/reviews/${id}`, { token: cleo! })).json.coders.find((c: { coder: string }) => c.coder === 'ben').answers).toBeNull()
  expect((await ask(`/reviews/${id}/answers`, { method: 'POST', token: ben!, body: answers })).json.error.code).toBe('review-refused')
  expect((await ask(`/reviews/${id}/adjudication`, { method: 'POST', token: tokens.editor, body: { decisions: [] } })).status).toBe(409)
  await ask(`/reviews/${id}/answers`, { method: 'POST', token: cleo!, body: answers })
  expect((await ask(`/reviews/${id}/adjudication`, { method: 'POST', token: tokens.editor, body: { decisions: answers.answers, reason: 'agreed' } })).json.state).toBe('adjudicated')
  expect((await ask('/decisions?document=r/05')).json.rows).toMatchObject([{ kind: 'accept', by: 'editor', reason: 'agreed' }])
})

test('reports are taken in, removed with a reason, and feeds added', async () => {
  const added = await ask('/documents', { method: 'POST', token: tokens.coder, body: { documents: [{ id: 'new', text: 'A bridge was blown up on Sunday.', published: '2024-02-01' }] } })
  expect(added.json).toEqual([{ id: 'new', outcome: 'added' }])
  expect((await ask('/documents', { method: 'POST', token: tokens.coder, body: { documents: [{ id: 'bad', text: ' ' }] } })).json.error.field).toBe('documents.0.text')
  expect((await ask('/documents/new', { method: 'DELETE', token: tokens.editor, body: { reason: 'a witness', forGood: true } })).json.error.code).toBe('role-too-low')
  expect((await ask('/documents/new', { method: 'DELETE', token: tokens.editor, body: { reason: 'a mistake' } })).json).toEqual({ deleted: 'new', forGood: false })
  await ask('/documents', { method: 'POST', token: tokens.coder, body: { documents: [{ id: 'witness', text: 'Zebulon the ferryman saw soldiers burn the mill.' }] } })
  expect((await ask('/documents/witness', { method: 'DELETE', token: tokens.admin, body: { reason: 'safety of a witness', forGood: true } })).json).toEqual({ deleted: 'witness', forGood: true })
  expect((await ask('/search?q=ferryman')).json.rows).toEqual([])
  expect((await ask('/deletions?_size=100')).json.rows).toEqual(expect.arrayContaining([expect.objectContaining({ id: 'witness', reason: 'safety of a witness' })]))
  expect((await ask('/audit?_size=100', { token: tokens.admin })).json.rows).toEqual(expect.arrayContaining([expect.objectContaining({ action: 'documents.delete', subject: 'witness' })]))
  expect((await ask('/documents/new')).status).toBe(404)
  expect((await ask('/sources', { method: 'POST', token: tokens.editor, body: { address: 'https://news.example/feed.xml' } })).json).toMatchObject({ kind: 'feed', enabled: true })
  expect((await ask('/sources', { method: 'POST', token: tokens.editor, body: { address: 'file:///etc/passwd' } })).json.error.code).toBe('body-invalid')
  expect((await ask('/sources?address=https%3A%2F%2Fnews.example%2Ffeed.xml', { method: 'DELETE', token: tokens.editor })).status).toBe(200)
  expect((await ask('/audit?_size=100', { token: tokens.admin })).json.rows.map((r: { action: string }) => r.action)).toEqual(expect.arrayContaining(['documents.add', 'documents.delete', 'sources.put', 'sources.remove', 'reviews.assign', 'tokens.create', 'users.put']))
})

describe('what is sent', () => {
  test.each([['', 'body-type', { 'content-type': 'text/plain' }], ['{"text":"x"}', 'body-type', { 'content-type': 'application/x-www-form-urlencoded' }], ['{', 'body-invalid', {}], ['null', 'body-invalid', {}], ['{"text":5}', 'body-invalid', {}], ['{"text":"x","colour":"red"}', 'body-invalid', {}], ['{"text":"x","published":"yesterday"}', 'body-invalid', {}]])('%j to be coded is refused with %s', async (body, code, headers) => {
    expect((await ask('/analyse', { method: 'POST', body, headers })).json.error.code).toBe(code)
  })
  test('more than the limit is refused', async () => {
    const answer = await ask('/analyse', { method: 'POST', body: { text: 'x'.repeat(200_000) } })
    expect([answer.status, answer.json.error.code]).toEqual([413, 'body-too-large'])
  })
  test('a report that cannot be coded is told of', async () => {
    for (const path of ['/analyse', '/explain']) expect((await ask(path, { method: 'POST', body: { text: 'x' } })).json.error).toEqual({ code: 'coding-failed', message: 'No engine here.' })
  })
})

describe('hosts', () => {
  test.each(['evil.example', 'localhost.evil.example', '127.0.0.2', ''])('%j is not answered for', async host => {
    const answer = await ask('/incidents', { headers: { host } })
    expect([answer.status, answer.json.error.code]).toEqual([403, 'host-refused'])
  })
  test('a port makes no difference', async () => { expect((await ask('/incidents', { headers: { host: 'LOCALHOST:8137' } })).status).toBe(200) })
})

test('every answer forbids what a browser should not do with it', async () => {
  for (const path of ['/incidents', '/nothing', '/incidents?x=1']) {
    const { headers } = await ask(path)
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('access-control-allow-origin')).toBeNull()
  }
})

test('a failure that nobody foresaw is logged and tells nothing', async () => {
  const broken = askOf(apiOver({ ...store, incidents: { ...store.incidents, query: async () => { throw new Error('secret path /var/lib') } } }, { log: thrown => { logged.push(thrown) } }))
  logged = []
  const answer = await broken('/incidents')
  expect(answer.status).toBe(500)
  expect(answer.text).toBe('{"error":{"code":"internal","message":"A bug in Casus; the log of the server says more."}}')
  expect(String(logged[0])).toContain('secret path')
})

describe('over a socket', () => {
  test('reads are open on this machine, names of others are refused, and a text is coded', async () => {
    const served = await serveApi(store, { host: '127.0.0.1', port: 0 })
    expect(served.openReads).toBe(true)
    expect(((await (await fetch(`${served.address}api/v1/incidents?_size=1`)).json()) as { rows: unknown[] }).rows).toHaveLength(1)
    expect(await statusFor(served.address, 'evil.example')).toBe(403)
    const coded = await fetch(`${served.address}api/v1/analyse`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ published: '2024-01-20', text: 'Gunmen killed two soldiers near Mosul on Friday.' }) })
    expect(((await coded.json()) as { events: readonly { type: string }[] }).events[0]).toMatchObject({ type: 'ASSAULT' })
    const explained = await (await fetch(`${served.address}api/v1/explain`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ published: '2024-01-20', text: 'Gunmen killed two soldiers near Mosul on Friday.' }) })).json() as { readonly trail: readonly { readonly event: string; readonly field: string }[]; readonly markup: { readonly marks: readonly { readonly layer: string; readonly start: number; readonly end: number; readonly label: string | null }[]; readonly sentences: readonly object[] } }
    expect(explained.trail.filter(step => step.event === 'e1').map(step => step.field)).toEqual(expect.arrayContaining(['actors', 'killed', 'date']))
    expect(explained.markup.sentences).toEqual([{ start: 0, end: 48 }])
    expect(explained.markup.marks).toEqual(expect.arrayContaining([expect.objectContaining({ layer: 'place', start: 32, end: 37, label: 'Mosul, Nineveh, IQ' }), expect.objectContaining({ layer: 'time', start: 41, end: 47, label: '2024-01-19' }), expect.objectContaining({ layer: 'count', label: '2' })]))
    await expect(serveApi(store, { host: '127.0.0.1', port: Number(new URL(served.address).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' })
    await served.close()
  })
  test('on any other address everything wants a token', async () => {
    const served = await serveApi(store, { host: '0.0.0.0', port: 0 }), port = new URL(served.address).port
    expect(served.openReads).toBe(false)
    expect((await fetch(`http://127.0.0.1:${port}/api/v1/incidents`)).status).toBe(401)
    expect((await fetch(`http://127.0.0.1:${port}/api/v1/incidents`, { headers: { authorization: `Bearer ${tokens.reader}` } })).status).toBe(200)
    await served.close()
  })
})

/** The status of an answer to a request that names `host`; fetch lets nobody set that. */
const statusFor = (address: string, host: string): Promise<number | undefined> => new Promise((resolve, reject) => { request(`${address}api/v1/incidents`, { headers: { host } }, answer => { answer.resume(); resolve(answer.statusCode) }).on('error', reject).end() })
