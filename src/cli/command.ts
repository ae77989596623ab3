/** What a command is: its declaration, from which parsing, help and documentation derive, and what it does. */
import type { Exit } from './errors.ts'
import type { Invocation, Option } from './options.ts'
import type { Terminal } from './terminal.ts'

export interface Example { readonly line: string; readonly does: string }

export interface Command {
  readonly name: string
  readonly summary: string
  /** The arguments as the usage line shows them. */
  readonly usage: string
  /** Paragraphs below the usage line. */
  readonly about: readonly string[]
  readonly options: readonly Option[]
  readonly examples: readonly Example[]
  readonly run: (invocation: Invocation, terminal: Terminal) => Promise<Exit>
}

const isDate = (value: string): boolean => /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(value) && new Date(`${value.slice(0, 10)}T00:00:00Z`).toJSON()?.slice(0, 10) === value.slice(0, 10)

/** Options that several commands share. */
export const SHARED = {
  colour: { name: 'color', value: 'WHEN', choices: ['auto', 'always', 'never'], help: 'Colour: on a terminal (auto, unless NO_COLOR is set), always or never.' },
  published: { name: 'published', value: 'DATE', help: 'Day the report came out (2024-01-20), where the input does not say; "last night" is counted from it.', check: value => isDate(value) ? null : `${JSON.stringify(value)} is not a date such as 2024-01-20.` },
  title: { name: 'title', value: 'TEXT', help: 'Title, where the input has none.' },
  store: { name: 'store', value: 'WHERE', help: 'The store: a file, or postgres://… of a shared database. Default: DATABASE_URL or CASUS_STORE, else dataset.casus in this folder.' },
  json: { name: 'json', help: 'Write the result as one line of JSON.' },
  lines: { name: 'json', help: 'JSON, one a line: the same as --format ndjson.' },
  help: { name: 'help', short: 'h', help: 'Show this help.' },
} as const satisfies Readonly<Record<string, Option>>
