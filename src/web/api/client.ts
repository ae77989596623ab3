/** Asks the interface: only addresses that its own schema has, with the session's cookie and its defence against forged requests. */
import { failureFrom, unreachable } from './failure.ts'
import type { paths } from './schema.ts'

let csrf: string | null = null

/** Sets what every write sends along, as `GET /api/v1/session` gives it. */
export const setCsrf = (value: string | null): void => { csrf = value }

/** The headers of a write; for what is sent in another way, as files. */
export const writeHeaders = (): Readonly<Record<string, string>> => (csrf === null ? {} : { 'X-Casus-CSRF': csrf })

type Filled<Path extends string> = Path extends `${infer Before}{${string}}${infer After}` ? `${Before}${string}${Filled<After>}` : Path
/** Addresses below /api/v1 that openapi.json tells of, with anything in the place of the parts that vary. */
export type Address = { readonly [Path in keyof paths & string]: Path extends `/api/v1${infer Rest}` ? Filled<Rest> : never }[keyof paths & string]

/** Asks an address of the interface that is put together while running, as filters from the desk's own address are. */
export async function askAddress<T>(path: Address, search: Readonly<Record<string, string>> = {}, init: RequestInit = {}): Promise<T> {
  const query = new URLSearchParams(search).toString(), write = init.method !== undefined && init.method !== 'GET'
  const response = await fetch(`/api/v1${path}${query === '' ? '' : `?${query}`}`, { credentials: 'same-origin', ...init, headers: { accept: 'application/json', ...init.body === undefined ? {} : { 'content-type': 'application/json' }, ...write ? writeHeaders() : {}, ...init.headers as Readonly<Record<string, string>> | undefined } })
    .catch((thrown: unknown) => { throw thrown instanceof DOMException && thrown.name === 'AbortError' ? thrown : unreachable() })
  const body: unknown = await response.json().catch(() => null)
  if (!response.ok) throw failureFrom(body, response.status)
  return body as T
}
