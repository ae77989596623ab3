/** Who may ask: the host that is named, the token that is shown, the role that a route wants. */
import { ROLES, type Role, type Store } from '../store/index.ts'
import { ApiError } from './errors.ts'
import type { Caller } from './route.ts'

export interface GateOptions {
  /** Whether what a reader may do needs no token: only for a server that answers on this machine alone. */
  readonly openReads: boolean
  /** Names the server answers for, without port; null for any. A page elsewhere could have its own name lead here (DNS rebinding). */
  readonly hosts: readonly string[] | null
}

/** Names of this machine. */
export const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

/** Throws ApiError host-refused. `host` is the Host header. */
export function checkHost(host: string | undefined, { hosts }: GateOptions): void {
  const name = (host ?? '').toLowerCase().replace(/:\d+$/, '')
  if (hosts !== null && !hosts.includes(name)) throw new ApiError('host-refused', `This server answers for ${hosts.join(', ')}, not for ${JSON.stringify(name.slice(0, 100))}. If that name is meant to be its own: casus serve --allow-host ${name.slice(0, 100)}.`)
}

/** Who asks; null for a read without a token where that is allowed. Throws ApiError token-missing, token-invalid or role-too-low. */
export async function callerOf(store: Store, authorization: string | undefined, role: Role, { openReads }: GateOptions): Promise<Caller | null> {
  if (authorization === undefined) {
    if (openReads && role === 'reader') return null
    throw new ApiError('token-missing', 'Send a token: Authorization: Bearer TOKEN. `casus token NAME` makes one.')
  }
  const secret = /^Bearer ([\w.~+/=-]{1,200})$/i.exec(authorization)?.[1], known = secret === undefined ? null : await store.access.authenticate(secret)
  if (known === null) throw new ApiError('token-invalid', 'The token is unknown, expired or revoked, or its user disabled.')
  if (ROLES.indexOf(known.role) < ROLES.indexOf(role)) throw new ApiError('role-too-low', `${known.user} is ${known.role}; this needs ${role}.`)
  return { user: known.user, role: known.role }
}
