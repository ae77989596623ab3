/** Every way the interface can fail: a literal code, its status, and the one shape in which all failures go out. */
import { ExportError } from '../export/index.ts'
import { IngestError } from '../ingest/index.ts'
import { StoreError, type StoreFailure } from '../store/index.ts'

export const API_FAILURES = {
  'parameter-unknown': { status: 400, meaning: 'The route takes no such parameter.' },
  'parameter-value': { status: 400, meaning: 'A parameter has a value that it cannot have, or is missing.' },
  'body-invalid': { status: 400, meaning: 'The body is no JSON, or not of the shape that the route takes.' },
  'token-missing': { status: 401, meaning: 'The route asks for a token: Authorization: Bearer TOKEN.' },
  'token-invalid': { status: 401, meaning: 'The token is unknown, expired or revoked, or its user disabled.' },
  'session-ended': { status: 401, meaning: 'The session in the cookie has ended; sign in again.' },
  'sign-in-refused': { status: 401, meaning: 'The code or the token does not sign in.' },
  'csrf-missing': { status: 403, meaning: 'A write in a session lacks the header X-Casus-CSRF.' },
  'role-too-low': { status: 403, meaning: "The token's user may not do this." },
  'host-refused': { status: 403, meaning: 'The request names a host that this server does not answer for.' },
  'route-unknown': { status: 404, meaning: 'There is no such route.' },
  'incident-unknown': { status: 404, meaning: 'There is no incident with that id.' },
  'document-unknown': { status: 404, meaning: 'There is no document with that id.' },
  'source-unknown': { status: 404, meaning: 'There is no source with that address.' },
  'actor-unknown': { status: 404, meaning: 'The registry has no actor with that id.' },
  'place-unknown': { status: 404, meaning: 'The gazetteer has no place with that id.' },
  'analysis-unknown': { status: 404, meaning: 'The document has not been coded.' },
  'format-unknown': { status: 406, meaning: 'The route does not answer in that form.' },
  'body-too-large': { status: 413, meaning: 'The body is larger than the limit.' },
  'body-type': { status: 415, meaning: 'The body must be sent as application/json.' },
  'coding-failed': { status: 422, meaning: 'The text could not be coded in the time and memory that a report may take.' },
  'tries-exceeded': { status: 429, meaning: 'Too many sign-ins failed from one address.' },
  'internal': { status: 500, meaning: 'A bug in Casus; the log of the server says more.' },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly meaning: string }>>

export type ApiFailure = keyof typeof API_FAILURES

/** A failure that the caller can act on. `field` names the parameter or the part of the body. */
export class ApiError extends Error {
  readonly code: ApiFailure
  readonly field: string | null
  constructor(code: ApiFailure, message: string, field: string | null = null, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ApiError'
    this.code = code
    this.field = field
  }
}

export interface ErrorBody { readonly error: { readonly code: string; readonly message: string; readonly field?: string } }

/** Statuses of the store's failures; what is not named is the server's own fault. */
const STORE_STATUS: Partial<Readonly<Record<StoreFailure, number>>> = {
  'field-unknown': 400, 'filter-value': 400, 'page-invalid': 400, 'text-query-invalid': 400, 'answer-too-large': 400, 'decision-invalid': 400,
  'document-unknown': 404, 'decision-unknown': 404, 'user-unknown': 404, 'token-unknown': 404, 'review-unknown': 404, 'task-unknown': 404, 'own-unknown': 404, 'analysis-unknown': 404, 'event-unknown': 404,
  'review-refused': 409, 'task-refused': 409, 'store-busy': 503, 'store-unreachable': 503,
}

/** Parts of a store's query under the names that requests give them; filters have the same name in both. */
const PARAMETER: Readonly<Record<string, string>> = { sort: '_sort', facets: '_facet', next: '_next' }

/** Status and body of anything thrown. What nobody foresaw tells nothing of the inside. */
export function failureOf(thrown: unknown): { readonly status: number; readonly body: ErrorBody } {
  if (thrown instanceof ApiError) return { status: API_FAILURES[thrown.code].status, body: { error: { code: thrown.code, message: thrown.message, ...(thrown.field === null ? {} : { field: thrown.field }) } } }
  if (thrown instanceof StoreError && STORE_STATUS[thrown.code] !== undefined) return { status: STORE_STATUS[thrown.code]!, body: { error: { code: thrown.code, message: thrown.message, ...(thrown.field === null ? {} : { field: PARAMETER[thrown.field] ?? thrown.field }) } } }
  if (thrown instanceof IngestError) return { status: thrown.code === 'file-too-large' ? 413 : thrown.code === 'file-kind' ? 415 : 422, body: { error: { code: thrown.code, message: thrown.message } } }
  if (thrown instanceof ExportError) return { status: 500, body: { error: { code: thrown.code, message: thrown.message } } }
  return { status: 500, body: { error: { code: 'internal', message: API_FAILURES.internal.meaning } } }
}
