/** Asks the interface: typed by its own schema, with the session's cookie and its defence against forged requests. */
import createClient from 'openapi-fetch'
import { failureFrom, unreachable } from './failure.ts'
import type { paths } from './schema.ts'

let csrf: string | null = null

/** Sets what every write sends along, as `GET /api/v1/session` gives it. */
export const setCsrf = (value: string | null): void => { csrf = value }

/** The headers of a write; for what `api` does not do, as sending files. */
export const writeHeaders = (): Readonly<Record<string, string>> => (csrf === null ? {} : { 'X-Casus-CSRF': csrf })

export const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin' })

api.use({
  onRequest({ request }) {
    if (request.method !== 'GET') for (const [name, value] of Object.entries(writeHeaders())) request.headers.set(name, value)
    return request
  },
})

/** The answer, or the failure thrown: `await answered(api.GET('/api/v1/incidents', …))`. */
export async function answered<Body>(asked: Promise<{ readonly data?: Body; readonly error?: unknown; readonly response: Response }>): Promise<NonNullable<Body>> {
  const { data, error, response } = await asked.catch(() => { throw unreachable() })
  if (!response.ok || data == null) throw failureFrom(error, response.status)
  return data
}

/** Asks an address of the interface that is put together while running, as filters from the desk's own address are. */
export async function askAddress<T>(path: string, search: Readonly<Record<string, string>> = {}, init: RequestInit = {}): Promise<T> {
  const query = new URLSearchParams(search).toString(), write = init.method !== undefined && init.method !== 'GET'
  const response = await fetch(`/api/v1${path}${query === '' ? '' : `?${query}`}`, { credentials: 'same-origin', ...init, headers: { accept: 'application/json', ...init.body === undefined ? {} : { 'content-type': 'application/json' }, ...write ? writeHeaders() : {}, ...init.headers as Readonly<Record<string, string>> | undefined } })
    .catch((thrown: unknown) => { throw thrown instanceof DOMException && thrown.name === 'AbortError' ? thrown : unreachable() })
  const body: unknown = await response.json().catch(() => null)
  if (!response.ok) throw failureFrom(body, response.status)
  return body as T
}
