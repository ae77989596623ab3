/** Routes of signing in and out: a code or a token becomes a cookie that scripts cannot read. */
import { userInfo } from 'node:os'
import { z } from '@hono/zod-openapi'
import { ROLES, type Role, type Store } from '../store/index.ts'
import { ApiError } from './errors.ts'
import { isLoopback } from './gate.ts'
import { route, type Ask } from './route.ts'
import { cookieName, csrfOf, SESSION_HOURS, sessionCookie } from './session.ts'

const text = z.string()
const session = z.object({ user: text.nullable(), role: z.enum(ROLES).nullable(), csrf: text.nullable(), openReads: z.boolean() })
  .openapi('Session', { description: '`csrf` goes into the header X-Casus-CSRF of every write; null without a session. `openReads`: reading needs no sign-in.' })
const credentials = z.union([z.strictObject({ code: text.min(1).max(200) }), z.strictObject({ token: text.min(1).max(200) })]).openapi('Credentials')
type Session = z.output<typeof session>

const SESSION = { path: '/session', tag: 'session', role: 'reader', open: true, answer: session } as const

export const SESSION_ROUTES = [
  route({ ...SESSION, method: 'get', summary: 'Who is signed in, and the value that writes must carry', run: async ask => shown(ask) }),
  route({
    ...SESSION, method: 'post', summary: 'Sign in with a code of casus serve --open, or with a token: sets a cookie', body: credentials, run: signIn, auditsAfter: true,
    audit: (_ask, { user }: Session) => ({ by: user!, action: 'session.begin', subject: user, detail: null }),
  }),
  route({ ...SESSION, method: 'delete', auditsAfter: true, summary: 'Sign out', run: signOut, audit: ({ caller }) => ({ by: caller?.user ?? 'nobody', action: 'session.end', subject: caller?.user ?? null, detail: null }) }),
]

const shown = ({ caller, around: { openReads }, from }: Ask): Session => ({ user: caller?.user ?? null, role: caller?.role ?? null, csrf: from.cookie === null || caller === null ? null : csrfOf(from.cookie), openReads })

async function signIn({ around, body, from, headers }: Ask<z.output<typeof credentials>>): Promise<Session> {
  const { store, tries, openReads, now } = around
  tries.check(from.address)
  const known = 'code' in body ? around.codes.take(body.code) && isLoopback(from.address) ? { user: await localPerson(store), parent: null } : null : await ofToken(store, body.token)
  if (known === null) {
    tries.failed(from.address)
    throw new ApiError('sign-in-refused', 'code' in body ? 'The code was used already, or is too old. Start casus serve --open again, or sign in with a token.' : 'The token is unknown, expired or revoked, or its user disabled.')
  }
  const { secret } = await store.access.createToken(known.user, { label: 'session', expires: new Date(Date.parse(now()) + SESSION_HOURS * 3_600_000).toISOString(), parent: known.parent })
  const caller = await store.access.authenticate(secret)
  if (caller === null) throw new ApiError('sign-in-refused', `${known.user} is disabled.`)
  headers.append('set-cookie', sessionCookie(cookieName(from.host), secret, from.secure))
  return { user: caller.user, role: caller.role, csrf: csrfOf(secret), openReads }
}

async function ofToken(store: Store, secret: string): Promise<{ readonly user: string; readonly parent: string } | null> {
  const known = await store.access.authenticate(secret)
  return known === null ? null : { user: known.user, parent: known.token }
}

/** Whoever started the server on this machine: the name of the account, an admin where the store does not know it yet. */
async function localPerson(store: Store): Promise<string> {
  const name = userInfo().username
  if ((await store.access.users()).some(u => u.name === name)) return name
  const role: Role = 'admin'
  await store.audited(() => ({ by: name, action: 'users.put', subject: name, detail: { role, disabled: false, why: 'started the server on this machine' } })).store.access.putUser(name, role)
  return name
}

async function signOut({ around: { store, openReads }, caller, from, headers }: Ask): Promise<Session> {
  if (from.cookie !== null && caller !== null) await store.access.revokeToken(caller.token)
  headers.append('set-cookie', sessionCookie(cookieName(from.host), '', from.secure))
  return { user: null, role: null, csrf: null, openReads }
}
