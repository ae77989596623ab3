/** What a route is: its declaration, from which the server, the checks and openapi.json derive, and what it does. */
import type { z } from '@hono/zod-openapi'
import type { SSEStreamingApi } from 'hono/streaming'
import type { CodebookLexicon } from '../core/codebooks/index.ts'
import type { Report } from '../core/model/index.ts'
import type { Feature } from '../export/index.ts'
import type { Filter, Page, Query, Role, Store } from '../store/index.ts'
import type { Explanation, Outcome } from '../work/pool.ts'
import type { Events, Work } from './events.ts'
import type { Intake } from './intake.ts'
import type { Taken } from './parameters.ts'
import type { Codes, Tries } from './session.ts'

/** Who asks; `token` is the id of the token or session. */
export interface Caller { readonly user: string; readonly role: Role; readonly token: string }

/** Where a request comes from. `cookie` is the secret of a session; `secure`: it came by TLS. */
export interface From { readonly host: string | undefined; readonly address: string; readonly cookie: string | null; readonly secure: boolean }

/** What routes work with. */
export interface Surroundings {
  readonly store: Store
  readonly version: string
  readonly now: () => string
  readonly lexicon: () => CodebookLexicon
  /** Codes a report and stores nothing. */
  readonly analyse: (report: Report) => Promise<Outcome>
  /** The same, and tells how. */
  readonly explain: (report: Report) => Promise<Explanation>
  readonly openReads: boolean
  readonly codes: Codes
  readonly intake: Intake
  readonly events: Events
  readonly work: () => Work
  /** Says that there may be something to code. */
  readonly wake: () => void
  readonly tries: Tries
}

/** One request, read and checked. `caller` is null for a read without a token. */
export interface Ask<Body = unknown> {
  readonly around: Surroundings
  readonly path: Readonly<Record<string, string>>
  readonly query: Query
  readonly filters: readonly Filter[]
  readonly values: Readonly<Record<string, string>>
  readonly body: Body
  readonly caller: Caller | null
  readonly from: From
  /** The body of a route that takes it as it is. */
  readonly upload: ReadableStream<Uint8Array> | null
  /** Makes an answer of events. */
  readonly stream: (send: (stream: SSEStreamingApi) => Promise<void>) => Response
  /** Further headers of the answer. */
  readonly headers: Headers
}

export const FORMATS = { json: 'application/json', ndjson: 'application/x-ndjson', csv: 'text/csv', geojson: 'application/geo+json' } as const
export type Format = keyof typeof FORMATS

/** Other forms of a page's rows; NDJSON needs no telling. */
export interface Shape<T = never> {
  readonly csv?: (rows: readonly T[], ask: Ask) => Promise<string>
  readonly features?: (rows: readonly T[], ask: Ask) => Promise<readonly Feature[]>
}

/** `by` where it is not the caller. */
export interface Change { readonly by?: string; readonly action: string; readonly subject: string | null; readonly detail: unknown }

interface Declared extends Taken {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  /** Below /api/v1, with {name} for the parts that vary. */
  readonly path: string
  readonly tag: string
  readonly summary: string
  /** The least role that may ask. */
  readonly role: Role
  /** Answers even where reads are not open: signing in. */
  readonly open?: boolean
  /** Of the whole answer, or of one row where the route is paged. */
  readonly answer: z.ZodType
}

export interface Route<Body = unknown> extends Declared {
  readonly body?: z.ZodType<Body>
  /** Takes the body as it is, of any length. */
  readonly raw?: boolean
  /** Answers with events, as long as the other side listens. */
  readonly streams?: boolean
  /** The answer as JSON; a Response goes out as it is. */
  readonly run: (ask: Ask<Body>) => Promise<unknown>
  /** Set where `run` gives a page of rows. */
  readonly shape?: Shape<never>
  /** What the audit remembers of it; every route that changes something has one. */
  readonly audit?: (ask: Ask<Body>, answer: never) => Change
  /** The line sums up several transactions and is written after them; else it stands in that of the change itself, and `audit` is given what that transaction gives. */
  readonly auditsAfter?: boolean
}

/** A route without a body, or whose body is typed by its schema. */
export const route = <Body>(declared: Route<Body>): Route => declared as unknown as Route

export interface List<T> extends Omit<Declared, 'method' | 'tag'> { readonly tag?: string; readonly shape: Shape<T>; readonly run: (ask: Ask) => Promise<Page<T>> }

/** A route that gives pages of rows; with `paged: false` all of them at once. */
export const list = <T>({ tag, ...declared }: List<T>): Route => ({ method: 'get', paged: true, tag: tag ?? declared.path.split('/')[1]!, ...declared }) as unknown as Route
