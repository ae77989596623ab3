/** Every way the command line can fail: a literal code, what it means and the exit status it leads to. */

/** Exit statuses. */
export const EXIT = { ok: 0, some: 1, usage: 2, internal: 3 } as const
export type Exit = (typeof EXIT)[keyof typeof EXIT]

export const EXIT_MEANING: Readonly<Record<Exit, string>> = {
  0: 'everything that was asked for was done',
  1: 'some input could not be read or something was not found; the rest was done',
  2: 'the command was not understood; nothing was done',
  3: 'Casus itself is at fault: a damaged installation or a bug',
}

interface Failure { readonly exit: Exit; readonly meaning: string }

/** The codes in the order the documentation lists them. */
export const FAILURES = {
  'command-unknown': { exit: 2, meaning: 'There is no such command.' },
  'option-unknown': { exit: 2, meaning: 'The command has no such option.' },
  'option-value': { exit: 2, meaning: 'An option has a value that it cannot have, or none.' },
  'argument-missing': { exit: 2, meaning: 'The command needs an argument that was not given.' },
  'argument-extra': { exit: 2, meaning: 'The command takes fewer arguments.' },
  'input-missing': { exit: 1, meaning: 'There is no such file or folder.' },
  'input-unreadable': { exit: 1, meaning: 'The file or folder is there but cannot be read.' },
  'input-empty': { exit: 1, meaning: 'The file or the standard input holds no text.' },
  'input-binary': { exit: 1, meaning: 'The file is not text.' },
  'input-not-utf8': { exit: 1, meaning: 'The file or the line is not valid UTF-8.' },
  'input-too-long': { exit: 1, meaning: 'The file, read as one report, is larger than 64 MB.' },
  'folder-empty': { exit: 1, meaning: 'The folder holds no file that Casus reads.' },
  'line-too-long': { exit: 1, meaning: 'A line is longer than 64 MB.' },
  'json-invalid': { exit: 1, meaning: 'A line or a .json file is not JSON.' },
  'report-invalid': { exit: 1, meaning: 'The JSON is not a report: a field is missing or of the wrong kind.' },
  'analysis-invalid': { exit: 1, meaning: 'The JSON is not an analysis of version 1: a field is missing or of the wrong kind.' },
  'decision-invalid': { exit: 1, meaning: 'The JSON is not a decision: a field is missing or of the wrong kind.' },
  'text-too-long': { exit: 1, meaning: 'The text of one report is longer than 4 million characters.' },
  'report-unknown': { exit: 1, meaning: 'The input holds no report with that id.' },
  'event-unknown': { exit: 1, meaning: 'The report has no event with that id.' },
  'place-unknown': { exit: 1, meaning: 'The gazetteer does not know the name.' },
  'output-failed': { exit: 1, meaning: 'The output could not be written, as on a full disk.' },
  'import-failed': { exit: 1, meaning: 'The GeoNames file could not be imported.' },
  'store-missing': { exit: 1, meaning: 'There is no store at that place; `casus init` makes one.' },
  'port-taken': { exit: 1, meaning: 'The port or address to serve at is not free.' },
  'node-too-old': { exit: 3, meaning: 'Casus needs Node 24 or newer.' },
  'resource-damaged': { exit: 3, meaning: 'A table or a model of the package is missing or damaged; `casus doctor` says which.' },
  'internal': { exit: 3, meaning: 'A bug in Casus.' },
} as const satisfies Readonly<Record<string, Failure>>

export type FailureCode = keyof typeof FAILURES

/** A failure that a person can act on. `message` is a full sentence. */
export class CliError extends Error {
  readonly code: FailureCode
  constructor(code: FailureCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'CliError'
    this.code = code
  }
  /** The exit status the failure leads to. */
  get exit(): Exit { return FAILURES[this.code].exit }
}

/** The message of anything thrown. */
export const messageOf = (thrown: unknown): string => thrown instanceof Error ? thrown.message : String(thrown)
