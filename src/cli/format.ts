/** In which form a command writes: what --format or --json asks for; else a table on a terminal and a line each on a pipe. */
import { CliError } from './errors.ts'
import type { Invocation } from './options.ts'
import type { Terminal } from './terminal.ts'

export type Format = 'table' | 'ndjson' | 'json'

/** Throws CliError option-value where the two contradict each other. */
export function formatGiven(given: Invocation, terminal: Terminal): Format {
  const format = given.text('format') as Format | null
  if (given.on('json') && format === 'table') throw new CliError('option-value', '--json and --format table contradict each other.')
  return format ?? (given.on('json') || !terminal.outIsTerminal ? 'ndjson' : 'table')
}
