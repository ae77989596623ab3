/** The HTTP interface. */
export { createApi, type Api, type ApiOptions } from './app.ts'
export { API_FAILURES, ApiError, type ApiFailure, type ErrorBody } from './errors.ts'
export { withKnown } from './known.ts'
export { heldToBe, ownId } from './own-routes.ts'
export { serveApi, type Served, type ServeOptions } from './serve.ts'
