/** The HTTP interface over a store: a function from requests to responses, which needs no socket. */
import { getConnInfo } from '@hono/node-server/conninfo'
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie } from 'hono/cookie'
import { secureHeaders } from 'hono/secure-headers'
import { streamSSE } from 'hono/streaming'
import { getPath } from 'hono/utils/url'
import { buildCodebookLexicon, type CodebookLexicon } from '../core/codebooks/index.ts'
import type { Report } from '../core/model/index.ts'
import { loadTables } from '../resources/load.ts'
import { version } from '../resources/version.ts'
import type { NewAudit, Store } from '../store/index.ts'
import type { Background } from '../work/background.ts'
import type { Explanation, Outcome } from '../work/pool.ts'
import { poolsFor } from '../work/pools.ts'
import { answerOf, formatOf, withoutSuffix } from './answer.ts'
import { addDesk } from './desk.ts'
import { addTiles } from './tiles.ts'
import { ApiError, failureOf } from './errors.ts'
import { callerOf, checkHost, type GateOptions } from './gate.ts'
import { eventsOf, type Work } from './events.ts'
import { intakeOf, type Network } from './intake.ts'
import { openApiOf, type OpenApi } from './openapi.ts'
import { readParameters } from './parameters.ts'
import type { Ask, From, Route, Surroundings } from './route.ts'
import { BASE, fullPath, isOfDataset, ROUTES } from './routes.ts'
import { codesOf, cookieName, triesOf, type Codes } from './session.ts'

export interface ApiOptions extends GateOptions {
  /** Bytes of a body, at most; default 16 MB. */
  readonly maxBody?: number
  /** How a report is coded; default on a thread of its own. */
  readonly analyse?: (report: Report) => Promise<Outcome>
  /** How a coding is explained; default on the same thread. */
  readonly explain?: (report: Report) => Promise<Explanation>
  readonly now?: () => string
  /** Told of what nobody foresaw; the caller is not. */
  readonly log?: (thrown: unknown) => void
  /** Folder of the built desk, served beside the interface; null for none. */
  readonly desk?: string | null
  /** A PMTiles file that the desk's map may draw detail from; null for none. */
  readonly tiles?: string | null
  /** Who codes what comes in; without it others do. */
  readonly background?: Background
  /** How pages and feeds are fetched. */
  readonly network?: Network
  /** Follows feeds when they are due. */
  readonly watch?: boolean
}

/** `env` is what the server below tells of the connection. `codes` sign in the person who started the server. */
export interface Api { readonly fetch: (request: Request, env?: object) => Promise<Response>; readonly openapi: OpenApi; readonly codes: Codes; /** Ends streams of events, so that a server can close. */ readonly quiet: () => void; readonly close: () => Promise<void> }

const MAX_BODY = 16_000_000
/** Paths of files, which are as long as they are. */
const RAW = new Set(ROUTES.filter(r => r.raw === true).map(fullPath))
/** What answers say of themselves unless they are pages of the desk. */
const DEFAULTS = [['cache-control', 'no-cache'], ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"]] as const

/** Makes the interface. `close` ends its threads and leaves the store open. */
export function createApi(store: Store, options: ApiOptions): Api {
  const { around, close } = surroundings(store, options), openapi = openApiOf(around.version)
  const app = new Hono({ getPath: request => withoutSuffix(getPath(request)) })
  const fail = (thrown: unknown): Response => failed(thrown, options)
  app.use(secureHeaders({ crossOriginResourcePolicy: 'same-origin', strictTransportSecurity: false, xFrameOptions: 'DENY' }))
  app.use(async (c, next) => { checkHost(c.req.header('host'), options); await next(); for (const [name, value] of DEFAULTS) if (!c.res.headers.has(name)) c.res.headers.set(name, value) })
  const most = options.maxBody ?? MAX_BODY, limit = bodyLimit({ maxSize: most, onError: () => fail(new ApiError('body-too-large', `The body is larger than ${most} bytes.`)) })
  app.use((c, next) => (RAW.has(c.req.path) ? next() : limit(c, next)))
  app.onError(fail)
  app.notFound(c => fail(new ApiError('route-unknown', `There is no ${c.req.method} ${c.req.path.slice(0, 200)}; ${BASE}/openapi.json lists what there is.`)))
  app.get(`${BASE}/openapi.json`, c => c.json(openapi))
  for (const route of ROUTES) app.on(route.method.toUpperCase(), fullPath(route).replace(/\{(\w+)\}/g, ':$1'), c => answer(c, route, around, options))
  if (options.desk != null) { addTiles(app, options.tiles ?? null); addDesk(app, options.desk) }
  return { fetch: async (request, env) => await app.fetch(request, env), openapi, codes: around.codes, quiet: around.events.close, close }
}

function surroundings(store: Store, options: ApiOptions): { readonly around: Surroundings; readonly close: () => Promise<void> } {
  let lexicon: CodebookLexicon | null = null
  const pools = poolsFor(store, { threads: 1 }), { analyse = async report => await (await pools.now()).code(report), explain = async report => await (await pools.now()).explain(report), background, network } = options
  const work = (): Work => ({ ...background?.state() ?? NO_WORK, fetching: intake.fetching() })
  const wake = (): void => { background?.wake(); events.work() }
  const events = eventsOf(store, work), intake = intakeOf(store, { ...network === undefined ? {} : { network }, taken: wake }), unwatch = background?.watch(() => { events.work() })
  if (options.watch === true) intake.watch()
  return {
    around: {
      store, version: version(), now: options.now ?? (() => new Date().toISOString()), lexicon: () => lexicon ??= buildCodebookLexicon(loadTables()), analyse, explain, openReads: options.openReads,
      codes: codesOf(), tries: triesOf(), intake, events, work, wake,
    },
    close: async () => { unwatch?.(); events.close(); await Promise.all([pools.close(), intake.close()]) },
  }
}

const NO_WORK: Omit<Work, 'fetching'> = { working: false, todo: null, coding: [], coded: 0, failed: 0, last: null, refreshing: false }

/** One request from the gate to the audit. */
async function answer(c: Context, route: Route, around: Surroundings, options: ApiOptions): Promise<Response> {
  const from = fromOf(c, options), headers = new Headers(), shown = { method: c.req.method, authorization: c.req.header('authorization'), cookie: from.cookie, csrf: c.req.header('x-casus-csrf') }
  const caller = await callerOf(around.store, shown, route, options), url = new URL(c.req.url)
  const format = formatOf(route, url.pathname, c.req.header('accept')), { query, filters, values } = readParameters(route, url.searchParams)
  if (isOfDataset(route)) {
    const tag = `W/"${around.version}.${await around.store.changes.last()}"`
    headers.set('etag', tag)
    headers.set('vary', 'Authorization, Cookie')
    // What a browser holds is still so: nothing is counted again.
    if (c.req.header('if-none-match') === tag) return new Response(null, { status: 304, headers })
  }
  const audited = route.audit === undefined || route.auditsAfter === true ? null : around.store.audited(result => lineOf(route, ask, result))
  const ask: Ask = { around: audited === null ? around : { ...around, store: audited.store }, path: c.req.param() as Readonly<Record<string, string>>, query, filters, values, caller, from, headers, upload: route.raw === true ? c.req.raw.body : null, stream: send => streamSSE(c, send), body: route.body === undefined ? undefined : await bodyOf(c, route.body) }
  const given = await route.run(ask)
  if (route.audit !== undefined && audited?.written() !== true) await around.store.access.audit(lineOf(route, ask, given))
  const response = await answerOf(route, given, format, ask, url)
  for (const [name, value] of headers) response.headers.append(name, value)
  return response
}

/** What the audit remembers of a request. */
const lineOf = (route: Route, ask: Ask, result: unknown): NewAudit => ({ by: ask.caller?.user ?? 'nobody', ...route.audit!(ask, result as never) })

function fromOf(c: Context, { trustProxy = false }: ApiOptions): From {
  const host = c.req.header('host'), secure = new URL(c.req.url).protocol === 'https:' || trustProxy && c.req.header('x-forwarded-proto') === 'https'
  // Asked without a socket there is nobody but this process.
  const address = c.env !== undefined && 'incoming' in c.env ? getConnInfo(c).remote.address ?? 'unknown' : 'localhost'
  return { host, address, secure, cookie: getCookie(c, cookieName(host)) ?? null }
}

/** The body, checked. Only JSON that says it is JSON: a form on another site cannot send that. Throws ApiError body-type or body-invalid. */
async function bodyOf(c: Context, schema: NonNullable<Route['body']>): Promise<unknown> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) throw new ApiError('body-type', 'Send the body as JSON, with Content-Type: application/json.')
  let value: unknown
  try { value = JSON.parse(await c.req.text()) }
  catch (cause) { throw new ApiError('body-invalid', 'The body is no JSON.', null, { cause }) }
  const parsed = schema.safeParse(value), issue = parsed.error?.issues[0]
  if (issue !== undefined) throw new ApiError('body-invalid', `${issue.path.join('.') || 'The body'}${said(issue.message)}.`, issue.path.join('.') || null)
  return parsed.data
}

/** What is wrong with a part of a body, after its name. */
const said = (message: string): string => message.endsWith(', received undefined') ? ' is missing' : `: ${message}`

function failed(thrown: unknown, { log }: ApiOptions): Response {
  const { status, body } = failureOf(thrown)
  if (status >= 500) log?.(thrown)
  return Response.json(body, { status, headers: status === 401 ? { 'www-authenticate': 'Bearer' } : {} })
}
