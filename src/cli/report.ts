/** Turns bytes, JSON and plain text into reports, or says what is wrong with them. */
import type { Report } from '../index.ts'
import { CliError, messageOf } from './errors.ts'

/** What fills the fields that the input leaves open. */
export interface Defaults { readonly id: string; readonly title: string | null; readonly published: string | null }

/** Longest text of one report, in UTF-16 code units. */
export const MAX_TEXT = 4_000_000

/** How far into a file a NUL byte makes it binary. */
const BINARY_WINDOW = 8192

/** Text of UTF-8 bytes, without a byte order mark. Throws CliError input-not-utf8. */
export function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new CliError('input-not-utf8', 'This is not valid UTF-8.', { cause })
  }
}

/** A report of a plain text file. Throws CliError input-empty, input-binary, input-not-utf8 or text-too-long. */
export function textReport(bytes: Uint8Array, defaults: Defaults): Report {
  if (isUtf16(bytes)) throw new CliError('input-not-utf8', 'This is UTF-16 text; save it as UTF-8.')
  if (bytes.subarray(0, BINARY_WINDOW).includes(0)) throw new CliError('input-binary', 'This is not text: it holds NUL bytes.')
  const text = decode(bytes)
  if (text.trim() === '') throw new CliError('input-empty', 'There is no text in it.')
  return { id: defaults.id, title: defaults.title, published: defaults.published, text: ofSize(text) }
}

const isUtf16 = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xfe || bytes[0] === 0xfe && bytes[1] === 0xff

/** A report of a JSON text. Throws CliError json-invalid, report-invalid, input-not-utf8 or text-too-long. */
export function jsonReport(bytes: Uint8Array, defaults: Defaults): Report {
  const text = decode(bytes)
  if (text.trim() === '') throw new CliError('input-empty', 'There is no text in it.')
  return reportOf(parseJson(text), defaults)
}

/** The value of a JSON text. Throws CliError json-invalid. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new CliError('json-invalid', `This is not JSON: ${messageOf(cause)}.`, { cause })
  }
}

function reportOf(value: unknown, defaults: Defaults): Report {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new CliError('report-invalid', 'A report is a JSON object {"id", "title", "published", "text"}; for many, write one a line into an .ndjson file.')
  const fields = value as Readonly<Record<string, unknown>>
  const field = (name: string): string | null => optionalText(fields, name)
  const text = field('text')
  if (text === null || text.trim() === '') throw new CliError('report-invalid', 'The report has no "text".')
  return {
    id: field('id') ?? defaults.id, url: field('url'), publisher: field('publisher'),
    title: field('title') ?? defaults.title, published: field('published') ?? defaults.published, text: ofSize(text),
  }
}

function optionalText(fields: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = fields[name] ?? null
  if (value !== null && typeof value !== 'string') throw new CliError('report-invalid', `The field "${name}" of the report is not text.`)
  return value
}

function ofSize(text: string): string {
  if (text.length > MAX_TEXT) throw new CliError('text-too-long', `The text has ${text.length} characters; one report may have ${MAX_TEXT}.`)
  return text
}
