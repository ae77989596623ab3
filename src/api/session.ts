/** Sessions of people at the desk: the cookie, the value that guards writes, codes that sign in once, and the limit on guesses. */
import { createHash, randomBytes } from 'node:crypto'
import { serialize } from 'hono/utils/cookie'
import { ApiError } from './errors.ts'

/** Hours that a session lasts. */
export const SESSION_HOURS = 12
/** Milliseconds that a code holds, and codes that hold at one time. */
const CODE_LIFE = 120_000, CODES = 16
/** Failed sign-ins of one address within a minute before it has to wait. */
const TRIES = 10, MINUTE = 60_000
/** Addresses remembered. */
const ADDRESSES = 10_000

/** Cookies know no ports: servers beside one another keep theirs apart by the name. `host` is the Host header. */
export const cookieName = (host: string | undefined): string => `casus_session${/:(\d{1,5})$/.exec(host ?? '')?.[1]?.padStart(6, '_') ?? ''}`

/** The value that a page must send back with a write: only a page of this server can read it. */
export const csrfOf = (secret: string): string => createHash('sha256').update(`csrf ${secret}`).digest('base64url')

/** The header that sets the cookie; an empty secret takes it away. */
export const sessionCookie = (name: string, secret: string, secure: boolean): string =>
  serialize(name, secret, { path: '/', httpOnly: true, sameSite: 'Strict', secure, maxAge: secret === '' ? 0 : SESSION_HOURS * 3600 })

/** Codes that sign in once, in memory alone: what `casus serve --open` opens the browser with. */
export interface Codes { readonly make: () => string; /** True once for a code that holds. */ readonly take: (code: string) => boolean }

export function codesOf(now: () => number = Date.now): Codes {
  const holds = new Map<string, number>()
  return {
    make: () => {
      const code = randomBytes(24).toString('base64url')
      holds.set(code, now() + CODE_LIFE)
      if (holds.size > CODES) holds.delete(holds.keys().next().value!)
      return code
    },
    take: code => {
      const until = holds.get(code)
      holds.delete(code)
      return until !== undefined && until >= now()
    },
  }
}

export interface Tries { /** Throws ApiError tries-exceeded. */ readonly check: (from: string) => void; readonly failed: (from: string) => void }

/** Counts failed sign-ins by where they come from. */
export function triesOf(now: () => number = Date.now): Tries {
  const failures = new Map<string, readonly number[]>()
  const recent = (from: string): readonly number[] => (failures.get(from) ?? []).filter(at => at > now() - MINUTE)
  return {
    check: from => { if (recent(from).length >= TRIES) throw new ApiError('tries-exceeded', 'Too many sign-ins failed; wait a minute.') },
    failed: from => {
      const before = recent(from)
      failures.delete(from)
      failures.set(from, [...before, now()])
      if (failures.size > ADDRESSES) failures.delete(failures.keys().next().value!)
    },
  }
}
