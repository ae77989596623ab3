/** Finds and reads reports: files, folders and standard input, one at a time and in order. */
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Report } from '../index.ts'
import { CliError, messageOf } from './errors.ts'
import { collect, MAX_BYTES, peek, splitLines } from './lines.ts'
import { jsonReport, textReport, type Defaults } from './report.ts'

/** A report, or what kept it from being read. `where` names the file and, for lines, the line. */
export type Found = { readonly where: string; readonly report: Report } | { readonly where: string; readonly error: CliError }

export interface InputOptions { readonly id: string | null; readonly title: string | null; readonly published: string | null }

type Shape = 'text' | 'document' | 'lines'

/** How each extension is read; any other file is judged by its first characters. */
export const SHAPES: Readonly<Record<string, Shape>> = { '.txt': 'text', '.md': 'text', '.html': 'text', '.htm': 'text', '.jsonl': 'lines', '.ndjson': 'lines' }
const IN_FOLDERS = [...Object.keys(SHAPES), '.json']

/** Bytes read ahead, at most, to tell JSON from plain text. */
const SNIFF_BYTES = 65536

/** The reports of `paths`; "-" is standard input. What cannot be read is given as an error and the rest goes on. */
export async function* readReports(paths: readonly string[], options: InputOptions, stdin: Readable): AsyncGenerator<Found> {
  for (const path of paths) {
    if (path === '-') yield* readStream('stdin', null, stdin, options)
    else for await (const file of filesOf(path)) {
      if (typeof file === 'string') yield* readStream(file, SHAPES[extname(file).toLowerCase()] ?? null, createReadStream(file), options)
      else yield file
    }
  }
}

/** The files of a path, in order; a folder's files of the kinds Casus reads. What is not there is given as an error. */
export async function* filesOf(path: string): AsyncGenerator<string | Found> {
  try {
    if (!(await stat(path)).isDirectory()) { yield path; return }
    const names = (await readdir(path)).filter(name => !name.startsWith('.') && IN_FOLDERS.includes(extname(name).toLowerCase())).sort()
    if (names.length === 0) throw new CliError('folder-empty', `The folder holds no ${IN_FOLDERS.join(', ')} file.`)
    yield* names.map(name => join(path, name))
  } catch (thrown) {
    yield { where: path, error: readingError(thrown) }
  }
}

async function* readStream(where: string, known: Shape | null, chunks: AsyncIterable<Uint8Array>, options: InputOptions): AsyncGenerator<Found> {
  const defaults = { ...options, id: options.id ?? where }
  try {
    const { head, whole } = await peek(chunks, known === null ? sniffed : () => true)
    const shape = known ?? shapeOf(head, where)
    if (shape === 'lines') yield* readLines(where, whole, defaults)
    else yield await readWhole(where, shape, whole, defaults)
  } catch (thrown) {
    yield { where, error: readingError(thrown) }
  }
}

async function readWhole(where: string, shape: Shape, chunks: AsyncIterable<Uint8Array>, defaults: Defaults): Promise<Found> {
  const bytes = await collect(chunks)
  if (bytes === null) throw new CliError('input-too-long', `It is larger than ${MAX_BYTES} bytes.`)
  if (bytes.length === 0) throw new CliError('input-empty', 'It is empty.')
  return { where, report: shape === 'text' ? textReport(bytes, defaults) : jsonReport(bytes, defaults) }
}

async function* readLines(where: string, chunks: AsyncIterable<Uint8Array>, defaults: Defaults): AsyncGenerator<Found> {
  let seen = 0
  for await (const { number, bytes } of splitLines(chunks)) {
    if (bytes !== null && isBlank(bytes)) continue
    seen++
    const at = `${where}:${number}`
    try {
      if (bytes === null) throw new CliError('line-too-long', `The line is longer than ${MAX_BYTES} bytes.`)
      yield { where: at, report: jsonReport(bytes, { ...defaults, id: `${defaults.id}:${number}` }) }
    } catch (thrown) {
      yield { where: at, error: readingError(thrown) }
    }
  }
  if (seen === 0) yield { where, error: new CliError('input-empty', 'It holds no line with a report.') }
}

export const isBlank = (bytes: Uint8Array): boolean => bytes.every(b => b === 32 || b === 9 || b === 13)

const start = (head: Buffer): string => head.toString('utf8').replace(/^[\ufeff\s]+/, '')
const sniffed = (head: Buffer): boolean => head.length >= SNIFF_BYTES || (text => text.startsWith('{') && text.includes('\n'))(start(head))

/** A line below the first that opens a JSON object: reports in lines, whatever the first line looks like. */
const LATER_OBJECT = /\n[ \t]*\{[ \t]*"[a-z]+"[ \t]*:/

/** Lines of JSON where the first line closes what it opens; a document where it does not; otherwise plain text. */
function shapeOf(head: Buffer, where: string): Shape {
  const text = start(head), first = text.split('\n', 1)[0]!.trimEnd()
  if (LATER_OBJECT.test(text)) return 'lines'
  if (!text.startsWith('{')) return extname(where).toLowerCase() === '.json' ? 'document' : 'text'
  return first === '{' || first.endsWith(',') ? 'document' : 'lines'
}

/** A CliError of whatever reading threw. */
export function readingError(thrown: unknown): CliError {
  if (thrown instanceof CliError) return thrown
  const code = (thrown as NodeJS.ErrnoException).code
  if (code === 'ENOENT' || code === 'ENOTDIR') return new CliError('input-missing', 'There is no such file or folder.', { cause: thrown })
  if (code === 'EACCES' || code === 'EPERM') return new CliError('input-unreadable', 'It cannot be read: permission denied.', { cause: thrown })
  return new CliError('input-unreadable', `It cannot be read: ${messageOf(thrown)}.`, { cause: thrown })
}
