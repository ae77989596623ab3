/** Every way an export or an import can fail: a literal code and what it means. */

export const EXPORT_FAILURES = {
  'folder-taken': 'The folder to write to holds files of something else.',
  'write-failed': 'A file could not be written.',
  'package-unreadable': 'The folder is no data package of Casus, or a file of it is missing or damaged.',
  'package-newer': 'A newer Casus made the package; update Casus.',
  'package-without-texts': 'The package was written without the reports\' texts and cannot be taken in again.',
} as const satisfies Readonly<Record<string, string>>

export type ExportFailure = keyof typeof EXPORT_FAILURES

/** A failure that a person can act on. `message` says what was wrong and what to do. */
export class ExportError extends Error {
  readonly code: ExportFailure
  constructor(code: ExportFailure, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ExportError'
    this.code = code
  }
}
