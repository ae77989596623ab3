/** The terminal or pipe a command writes to: text in order, with back-pressure, quiet when the reader has gone. */
import type { Readable, Writable } from 'node:stream'
import { CliError } from './errors.ts'
import { inColour, inPlain, type Paint } from './style.ts'

export type ColourChoice = 'auto' | 'always' | 'never'

export interface Terminal {
  readonly stdin: Readable & { readonly isTTY?: boolean }
  /** Writes to standard output; resolves when there is room for more. */
  readonly out: (text: string) => Promise<void>
  /** Writes a line to standard error. */
  readonly err: (line: string) => void
  /** Shows `text` in place of the last progress; the empty text removes it. Nothing where standard error is no terminal. */
  readonly progress: (text: string) => void
  /** True when the reader of standard output has closed it. */
  readonly closed: () => boolean
  readonly outIsTerminal: boolean
  readonly width: number
  readonly paint: (choice: ColourChoice) => Paint
}

/** Columns taken where nothing is known about the width. */
const DEFAULT_WIDTH = 100, NARROWEST = 40, WIDEST = 140

type Stream = Writable & { readonly isTTY?: boolean; readonly columns?: number }

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdin, env } = process, stdout: Stream = process.stdout, stderr: Stream = process.stderr
  let closed = false, shown = false
  stdout.on('error', (error: NodeJS.ErrnoException) => { closed ||= error.code === 'EPIPE' })
  stderr.on('error', () => undefined)
  const progress = (text: string): void => {
    if (stderr.isTTY !== true || (text === '' && !shown)) return
    stderr.write(`\r\u001b[K${text}`)
    shown = text !== ''
  }
  return {
    stdin, progress, closed: () => closed, outIsTerminal: stdout.isTTY === true,
    out: text => { progress(''); return closed ? Promise.resolve() : write(stdout, text) },
    err: line => { progress(''); stderr.write(`${line}\n`) },
    width: Math.min(WIDEST, Math.max(NARROWEST, stdout.columns ?? (Number(env['COLUMNS']) || DEFAULT_WIDTH))),
    paint: choice => choice === 'always' || choice === 'auto' && stdout.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb' ? inColour : inPlain,
  }
}

/** Writes and waits until the text has been taken, or the reader has gone. Rejects with CliError output-failed. */
const write = (stream: Writable, text: string): Promise<void> => new Promise((done, fail) => {
  stream.write(text, (error?: NodeJS.ErrnoException | null) => {
    if (error == null || error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') done()
    else fail(new CliError('output-failed', `The output cannot be written: ${error.message}.`, { cause: error }))
  })
})
