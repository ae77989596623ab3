/** Who may ask: the host that is named, the token or session that is shown, the role that a route wants. */
import { timingSafeEqual } from 'node:crypto'
import { ROLES, type Role, type Store } from '../store/index.ts'
import { ApiError } from './errors.ts'
import type { Caller, Route } from './route.ts'
import { csrfOf } from './session.ts'

export interface GateOptions {
  /** Whether what a reader may do needs no token: only for a server that answers on this machine alone. */
  readonly openReads: boolean
  /** Names the server answers for, without port; null for any. A page elsewhere could have its own name lead here (DNS rebinding). */
  readonly hosts: readonly string[] | null
  /** Whether a server in front says in X-Forwarded-Proto how it was asked. */
  readonly trustProxy?: boolean
}

/** Names of this machine. */
export const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^(?:::ffff:)?127(?:\.\d{1,3}){3}$/.test(host)

/** Throws ApiError host-refused. `host` is the Host header. */
export function checkHost(host: string | undefined, { hosts }: GateOptions): void {
  const name = (host ?? '').toLowerCase().replace(/:\d+$/, '')
  if (hosts !== null && !hosts.includes(name)) throw new ApiError('host-refused', `This server answers for ${hosts.join(', ')}, not for ${JSON.stringify(name.slice(0, 100))}. If that name is meant to be its own: casus serve --allow-host ${name.slice(0, 100)}.`)
}

/** What a request shows of who sent it. */
export interface Shown { readonly method: string; readonly authorization: string | undefined; readonly cookie: string | null; readonly csrf: string | undefined }

/** Who asks; null where nobody need be known. A token counts before a session. Throws ApiError token-missing, token-invalid, session-ended, csrf-missing or role-too-low. */
export async function callerOf(store: Store, shown: Shown, { role, open = false }: Pick<Route, 'role' | 'open'>, { openReads }: GateOptions): Promise<Caller | null> {
  const nobody = open || openReads && role === 'reader'
  const known = shown.authorization !== undefined ? await byToken(store, shown.authorization) : shown.cookie !== null ? await bySession(store, shown.cookie, nobody) : null
  if (known === null) {
    if (nobody) return null
    throw new ApiError('token-missing', 'Sign in, or send a token: Authorization: Bearer TOKEN. `casus token NAME` makes one.')
  }
  if (shown.authorization === undefined && shown.method !== 'GET' && !same(shown.csrf ?? '', csrfOf(shown.cookie!))) throw new ApiError('csrf-missing', 'A write in a session carries the header X-Casus-CSRF with the value that GET /api/v1/session gives.')
  if (ROLES.indexOf(known.role) < ROLES.indexOf(role)) throw new ApiError('role-too-low', `${known.user} is ${known.role}; this needs ${role}.`)
  return known
}

async function byToken(store: Store, authorization: string): Promise<Caller> {
  const secret = /^Bearer ([\w.~+/=-]{1,200})$/i.exec(authorization)?.[1], known = secret === undefined ? null : await store.access.authenticate(secret)
  if (known === null) throw new ApiError('token-invalid', 'The token is unknown, expired or revoked, or its user disabled.')
  return known
}

/** A session that has ended leaves what nobody need be known for open. */
async function bySession(store: Store, cookie: string, nobody: boolean): Promise<{ readonly user: string; readonly role: Role; readonly token: string } | null> {
  const known = /^[\w-]{1,200}$/.test(cookie) ? await store.access.authenticate(cookie) : null
  if (known === null && !nobody) throw new ApiError('session-ended', 'The session has ended; sign in again.')
  return known
}

function same(a: string, b: string): boolean {
  const one = Buffer.from(a), other = Buffer.from(b)
  return one.length === other.length && timingSafeEqual(one, other)
}
