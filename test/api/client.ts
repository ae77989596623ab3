/** Asks the interface without a socket, over a store of invented reports. */
import { createApi, type Api, type ApiOptions } from '../../src/api/index.ts'
import type { Role, Store } from '../../src/store/index.ts'
import { analysis, claim, event, IZMAIL, KIRKUK, side } from '../store/made.ts'

// oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of every shape
export interface Answer { readonly status: number; readonly headers: Headers; readonly text: string; readonly json: any }
export interface Sent { readonly method?: string; readonly body?: unknown; readonly token?: string; readonly headers?: Readonly<Record<string, string>> }
export type Ask = (path: string, sent?: Sent) => Promise<Answer>

/** Paths without a leading /api/ stand below /api/v1. */
export const askOf = (api: Api): Ask => async (path, { method = 'GET', body, token, headers = {} } = {}) => {
  const request = new Request(`http://localhost${path.startsWith('/api/') ? path : `/api/v1${path}`}`, {
    method, headers: { host: 'localhost', ...body === undefined ? {} : { 'content-type': 'application/json' }, ...token === undefined ? {} : { authorization: `Bearer ${token}` }, ...headers },
    ...body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) },
  })
  const response = await api.fetch(request)
  // A stream has no end: that it was begun is the answer.
  if (response.headers.get('content-type')?.includes('text/event-stream') === true) { await response.body!.cancel(); return { status: response.status, headers: response.headers, text: '', json: null } }
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, get json() { return JSON.parse(text) } }
}

export const apiOver = (store: Store, options: Partial<ApiOptions> = {}): Api => createApi(store, { openReads: true, hosts: ['localhost'], analyse: async report => ({ document: report.id, failed: 'No engine here.' }), explain: async () => ({ failed: 'No engine here.' }), ...options })

/** Days in January 2024, one report each: even ones of a shelling in Kirkuk, odd ones of a strike on Izmail. */
export const REPORTS = 24

export async function fill(store: Store): Promise<void> {
  const days = Array.from({ length: REPORTS }, (_, k) => k + 1), id = (day: number): string => `r/${String(day).padStart(2, '0')}`
  const text = (day: number): string => `On day ${day} ${day % 2 === 0 ? 'gunners shelled the bazaar' : 'drones struck the harbour'}, =SUM(1) said the mayor.`
  await store.documents.add(days.map(day => ({ id: id(day), text: text(day), publisher: day % 2 === 0 ? 'Ridge Post' : 'Harbour Wire', published: `2024-01-${String(day).padStart(2, '0')}`, title: `Report ${day}` })))
  await store.analyses.put(days.map(day => analysis(id(day), text(day), [event('e1', { day: `2024-01-${String(day).padStart(2, '0')}`, where: day % 2 === 0 ? KIRKUK : IZMAIL, mode: day % 2 === 0 ? 'artillery' : 'drone', killed: [day, day + 1], actors: [side(day % 2 === 0 ? '=HYPERLINK("x")' : 'Navy')], claims: [claim('the mayor', null, day === 3 ? 'denies' : 'reports')] })])))
  await store.incidents.refresh()
}

/** A token for each role, in the name of the role. */
export async function tokensOf(store: Store): Promise<Readonly<Record<Role, string>>> {
  const out: Partial<Record<Role, string>> = {}
  for (const role of ['reader', 'coder', 'editor', 'admin'] as const) {
    await store.access.putUser(role, role)
    out[role] = (await store.access.createToken(role)).secret
  }
  return out as Record<Role, string>
}
