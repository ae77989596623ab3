/** Failures of the interface, of one shape wherever they come from. */

/** `code` is one of docs/api.md's, or `unreachable` where nothing answers; `status` is 0 then. */
export class ApiFailure extends Error {
  readonly code: string
  readonly field: string | null
  readonly status: number
  constructor(code: string, message: string, field: string | null, status: number) {
    super(message)
    this.name = 'ApiFailure'
    this.code = code
    this.field = field
    this.status = status
  }
}

/** The failure that a body tells of. */
export function failureFrom(body: unknown, status: number): ApiFailure {
  const error = (body as { readonly error?: { readonly code?: unknown; readonly message?: unknown; readonly field?: unknown } } | null | undefined)?.error
  if (typeof error?.code !== 'string') return new ApiFailure('internal', `The server answered ${status} without saying why.`, null, status)
  return new ApiFailure(error.code, String(error.message ?? error.code), typeof error.field === 'string' ? error.field : null, status)
}

export const unreachable = (): ApiFailure => new ApiFailure('unreachable', 'The server does not answer. Is `casus serve` still running?', null, 0)

/** What was thrown as a failure that can be shown. */
export const asFailure = (thrown: unknown): ApiFailure => (thrown instanceof ApiFailure ? thrown : new ApiFailure('internal', thrown instanceof Error ? thrown.message : String(thrown), null, 0))
