/** Signing in at the desk: codes that work once, cookies that guard themselves, pages that load nothing from elsewhere. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Api } from '../src/api/index.ts'
import { codesOf, cookieName, triesOf } from '../src/api/session.ts'
import { openStore, type Role, type Store } from '../src/store/index.ts'
import { apiOver, askOf, fill, tokensOf, type Answer, type Ask } from './api/client.ts'
import { plainIndex } from './store/made.ts'

const folder = mkdtempSync(join(tmpdir(), 'casus-session-')), path = join(folder, 'dataset.casus'), desk = join(folder, 'web')
let store: Store, tokens: Readonly<Record<Role, string>>, api: Api, ask: Ask
beforeAll(async () => {
  mkdirSync(join(desk, 'assets'), { recursive: true })
  writeFileSync(join(desk, 'index.html'), '<!doctype html><title>Casus</title>')
  writeFileSync(join(desk, 'assets', 'index-Ab12Cd34.js'), 'export {}')
  writeFileSync(join(folder, 'secret.txt'), 'outside')
  store = await openStore(path, { index: plainIndex })
  await fill(store)
  tokens = await tokensOf(store)
  api = apiOver(store, { desk })
  ask = askOf(api)
})
afterAll(async () => { await store.close(); rmSync(folder, { recursive: true }) })

const cookieOf = ({ headers }: Answer): string => headers.get('set-cookie')!.split(';')[0]!
const signIn = async (body: unknown): Promise<{ readonly cookie: string; readonly csrf: string }> => {
  const answer = await ask('/session', { method: 'POST', body })
  expect(answer.status, answer.text).toBe(200)
  return { cookie: cookieOf(answer), csrf: answer.json.csrf as string }
}
const accept = { decisions: [{ kind: 'accept', event: { document: 'r/02', event: 'e1' } }] }

describe('a code', () => {
  test('signs the person of this machine in once, as an admin that the audit knows of', async () => {
    const code = api.codes.make(), { cookie } = await signIn({ code }), name = userInfo().username
    expect((await ask('/session', { headers: { cookie } })).json).toMatchObject({ user: name, role: 'admin', openReads: true })
    expect((await ask('/session', { method: 'POST', body: { code } })).json.error.code).toBe('sign-in-refused')
    const { rows } = (await ask('/audit', { headers: { cookie } })).json as { readonly rows: readonly { readonly by: string; readonly action: string }[] }
    expect(rows.map(r => [r.by, r.action])).toEqual(expect.arrayContaining([[name, 'users.put'], [name, 'session.begin']]))
  })
  test('does not outlive its time', () => {
    let now = 0
    const codes = codesOf(() => now), early = codes.make(), late = codes.make()
    expect(codes.take(early)).toBe(true)
    now = 121_000
    expect(codes.take(late)).toBe(false)
  })
  test('that is guessed makes the guesser wait', () => {
    let now = 0
    const tries = triesOf(() => now)
    for (let i = 0; i < 10; i++) { tries.check('10.0.0.1'); tries.failed('10.0.0.1') }
    expect(() => { tries.check('10.0.0.1') }).toThrow('wait')
    tries.check('10.0.0.2')
    now = 61_000
    tries.check('10.0.0.1')
  })
})

describe('a session', () => {
  test('has a cookie that scripts and other sites cannot use', async () => {
    const answer = await ask('/session', { method: 'POST', body: { token: tokens.coder } }), set = answer.headers.get('set-cookie')!
    expect(set).toMatch(/^casus_session=casus_[\w-]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/)
    expect(answer.text).not.toContain(cookieOf(answer).split('=')[1])
    const behind = await askOf(apiOver(store, { trustProxy: true, openReads: false }))('/session', { method: 'POST', body: { token: tokens.coder }, headers: { 'x-forwarded-proto': 'https' } })
    expect(behind.headers.get('set-cookie')).toContain('; Secure')
    expect((await ask('/session', { method: 'POST', body: { token: tokens.coder }, headers: { 'x-forwarded-proto': 'https' } })).headers.get('set-cookie')).not.toContain('Secure')
    expect([cookieName('127.0.0.1:8137'), cookieName('casus.example')]).toEqual(['casus_session__8137', 'casus_session'])
  })
  test('writes only with the value that the page was given', async () => {
    const { cookie, csrf } = await signIn({ token: tokens.coder }), other = await signIn({ token: tokens.editor })
    for (const wrong of [{}, { 'x-casus-csrf': '' }, { 'x-casus-csrf': other.csrf }]) expect((await ask('/decisions', { method: 'POST', body: accept, headers: { cookie, ...wrong } })).json.error.code).toBe('csrf-missing')
    const kept = await ask('/decisions', { method: 'POST', body: accept, headers: { cookie, 'x-casus-csrf': csrf } })
    expect(kept.json[0]).toMatchObject({ kind: 'accept', by: 'coder' })
    expect((await ask('/users', { headers: { cookie } })).json.error.code).toBe('role-too-low')
  })
  test('outlives the server and ends when it is told to, with its token, or in time', async () => {
    const { cookie, csrf } = await signIn({ token: tokens.coder }), anew = await openStore(path, { index: plainIndex }), again = askOf(apiOver(anew, { openReads: false }))
    expect((await again('/session', { headers: { cookie } })).json).toMatchObject({ user: 'coder', csrf })
    expect((await ask('/session', { method: 'DELETE', headers: { cookie, 'x-casus-csrf': csrf } })).headers.get('set-cookie')).toContain('Max-Age=0')
    expect((await again('/incidents', { headers: { cookie } })).json.error.code).toBe('session-ended')
    expect((await ask('/incidents', { headers: { cookie } })).status).toBe(200)
    const made = await store.access.createToken('coder'), child = await signIn({ token: made.secret })
    await store.access.revokeToken(made.id)
    expect((await again('/incidents', { headers: { cookie: child.cookie } })).json.error.code).toBe('session-ended')
    const late = await signIn({ token: tokens.coder })
    const tomorrow = await openStore(path, { index: plainIndex, now: () => new Date(Date.now() + 86_400_000).toISOString() })
    expect((await askOf(apiOver(tomorrow, { openReads: false }))('/incidents', { headers: { cookie: late.cookie } })).json.error.code).toBe('session-ended')
    await Promise.all([anew.close(), tomorrow.close()])
  })
  test('that is nonsense signs nobody in', async () => {
    for (const cookie of ['casus_session=x', 'casus_session=', `casus_session=${'y'.repeat(5000)}`, "casus_session=' or 1=1"]) expect((await ask('/session', { headers: { cookie } })).json).toMatchObject({ user: null, csrf: null })
    expect((await ask('/session', { method: 'POST', body: { token: 'nonsense' } })).json.error.code).toBe('sign-in-refused')
  })
})

describe('the desk', () => {
  const page = (path: string, accept = 'text/html'): Promise<Response> => api.fetch(new Request(`http://localhost${path}`, { headers: { host: 'localhost', accept } }))
  test('is one page at every address, which may load nothing from elsewhere', async () => {
    for (const path of ['/', '/map?type=ASSAULT', '/report/a.txt', '/incident/i%3Ar%2F01']) {
      const answer = await page(path)
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-cache'])
      expect(await answer.text()).toContain('Casus')
      const policy = answer.headers.get('content-security-policy')!
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';")
      expect(policy).not.toMatch(/unsafe|https?:|\*/)
    }
  })
  test('has files that a browser keeps where their names tell what is in them', async () => {
    const answer = await page('/assets/index-Ab12Cd34.js', '*/*')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(answer.headers.get('content-type')).toContain('javascript')
    expect((await page('/assets/gone-Ab12Cd34.js', '*/*')).status).toBe(404)
  })
  test('gives nothing outside of its folder, and leaves the interface alone', async () => {
    for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets/..%2f..%2fsecret.txt', '/..%5csecret.txt']) expect(await (await page(path, '*/*')).text(), path).not.toContain('outside')
    expect((await page('/api/v1/nothing')).headers.get('content-type')).toContain('json')
    expect((await ask('/incidents')).headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
  })
})
