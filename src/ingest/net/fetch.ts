/** Fetches one address under guard: public hosts only, on every redirect and after name resolution; size, time and redirects have limits. */
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { IngestError } from '../errors.ts'
import { guardedLookup, safeAddress, type Allowed } from './guard.ts'

export interface FetchOptions {
  /** Hosts allowed by name though they are not public. */
  readonly allowed?: Allowed
  /** Bytes, after decompression; default 10 MB. */
  readonly maxBytes?: number
  /** Milliseconds for all of it, redirects and body too; default 30 s. */
  readonly timeout?: number
  readonly maxRedirects?: number
  readonly userAgent: string
  readonly etag?: string | null
  readonly lastModified?: string | null
  /** Asked before every request, redirects too; throws where the address may not be read. */
  readonly permit?: (url: URL) => Promise<void>
  /** For tests: how names are resolved. */
  readonly lookup?: LookupFunction
}

/** `url` is where the redirects led. `unchanged` is the answer to a conditional request. */
export interface Fetched { readonly url: string; readonly unchanged: boolean; readonly body: Uint8Array; readonly contentType: string; readonly etag: string | null; readonly lastModified: string | null }

const MAX_BYTES = 10_000_000, TIMEOUT = 30_000, MAX_REDIRECTS = 5

/** Fetches an address. Throws IngestError. */
export async function fetchAddress(address: string, options: FetchOptions): Promise<Fetched> {
  const signal = AbortSignal.timeout(options.timeout ?? TIMEOUT), allowed = options.allowed ?? new Set<string>()
  let url = safeAddress(address, allowed)
  try {
    for (let hops = 0; hops <= (options.maxRedirects ?? MAX_REDIRECTS); hops++) {
      await options.permit?.(url)
      const response = await ask(url, options, allowed, signal), next = redirectOf(response, url)
      if (next === null) return await answer(url, response, options, signal)
      response.destroy()
      url = safeAddress(next, allowed)
    }
  } catch (thrown) { throw asIngestError(thrown, url, signal) }
  throw new IngestError('redirects', `${address} leads round in more than ${options.maxRedirects ?? MAX_REDIRECTS} redirects.`)
}

function ask(url: URL, options: FetchOptions, allowed: Allowed, signal: AbortSignal): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest
  const headers: Record<string, string> = { 'user-agent': options.userAgent, accept: 'text/html,application/xhtml+xml,application/xml,application/rss+xml,application/atom+xml,application/feed+json,application/json;q=0.9,*/*;q=0.5', 'accept-language': 'en', 'accept-encoding': 'gzip, deflate, br' }
  if (options.etag) headers['if-none-match'] = options.etag
  if (options.lastModified) headers['if-modified-since'] = options.lastModified
  return new Promise((resolve, reject) => {
    request(url, { headers, signal, lookup: options.lookup ?? guardedLookup(allowed), agent: false, insecureHTTPParser: false }, resolve).on('error', reject).end()
  })
}

function redirectOf(response: IncomingMessage, from: URL): string | null {
  const to = response.headers.location
  if (![301, 302, 303, 307, 308].includes(response.statusCode ?? 0) || to === undefined) return null
  return URL.canParse(to, from.href) ? new URL(to, from).href : to
}

async function answer(url: URL, response: IncomingMessage, options: FetchOptions, signal: AbortSignal): Promise<Fetched> {
  const { statusCode = 0, headers } = response, one = (name: string): string | null => (typeof headers[name] === 'string' ? headers[name] : null)
  const base = { url: url.href, contentType: one('content-type') ?? '', etag: one('etag'), lastModified: one('last-modified') }
  if (statusCode === 304) { response.destroy(); return { ...base, unchanged: true, body: new Uint8Array() } }
  if (statusCode < 200 || statusCode > 299) { response.destroy(); throw new IngestError('fetch-status', `${url.host} answered ${statusCode} for ${url.href}.`) }
  return { ...base, unchanged: false, body: await bodyOf(response, options.maxBytes ?? MAX_BYTES, signal) }
}

/** The body, decompressed. The limit counts what comes out, so that a small archive of much cannot fill the memory. */
async function bodyOf(response: IncomingMessage, limit: number, signal: AbortSignal): Promise<Uint8Array> {
  const unpack = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress }[response.headers['content-encoding']?.toLowerCase() ?? '']
  const plain: Readable = unpack === undefined ? response : Readable.from(response).pipe(unpack({ maxOutputLength: limit + 1 }))
  const parts: Buffer[] = []
  let size = 0
  const stop = (): void => { plain.destroy(new Error('time')); response.destroy() }
  signal.addEventListener('abort', stop, { once: true })
  try {
    for await (const part of plain as AsyncIterable<Buffer>) {
      if ((size += part.length) > limit) throw new IngestError('fetch-too-large', `The answer is larger than ${limit} bytes.`)
      parts.push(part)
    }
  } finally { signal.removeEventListener('abort', stop); response.destroy() }
  return Buffer.concat(parts)
}

function asIngestError(thrown: unknown, url: URL, signal: AbortSignal): IngestError {
  if (thrown instanceof IngestError) return thrown
  const error = thrown as NodeJS.ErrnoException
  if (error.cause instanceof IngestError) return error.cause
  if (signal.aborted) return new IngestError('fetch-timeout', `${url.host} took too long.`, { cause: thrown })
  if (error.code === 'ERR_BUFFER_TOO_LARGE') return new IngestError('fetch-too-large', 'The answer is larger than the limit once it is unpacked.', { cause: thrown })
  return new IngestError('fetch-failed', `${url.host} could not be reached or broke off (${error.code ?? error.message}).`, { cause: thrown })
}
