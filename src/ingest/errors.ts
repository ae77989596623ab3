/** Every way that taking reports in can fail: a literal code and what it means. */

export const INGEST_FAILURES = {
  'address-invalid': 'The address is no address of a web page.',
  'address-refused': 'The address lies in a private, loopback or link-local network.',
  'robots-refused': 'The site asks robots not to read this page.',
  'fetch-failed': 'The site could not be reached.',
  'fetch-status': 'The site answered with an error.',
  'fetch-too-large': 'The answer is larger than the limit.',
  'fetch-timeout': 'The site took too long.',
  'redirects': 'The address leads round in redirects.',
  'page-empty': 'The page has no main text.',
  'page-unreadable': 'The page could not be read in the time and memory a page may take.',
  'feed-invalid': 'The text is no feed and no list of feeds.',
  'file-kind': 'Files of this kind are not taken in.',
  'file-too-large': 'The file, or what is packed in it, is larger than the limit.',
  'file-unreadable': 'The file cannot be read.',
  'line-invalid': 'A line or row is damaged or holds no text.',
  'column-missing': 'The table has no column of that name.',
  'archive-damaged': 'The archive is damaged from some point on.',
} as const satisfies Readonly<Record<string, string>>

export type IngestFailure = keyof typeof INGEST_FAILURES

/** A failure that a person can act on. `message` says what was wrong and what to do. */
export class IngestError extends Error {
  readonly code: IngestFailure
  constructor(code: IngestFailure, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'IngestError'
    this.code = code
  }
}

/** What a file that cannot be read is told as: that it is not there, or what the system says. */
export function unreadable(name: string, cause: unknown): IngestError {
  const code = (cause as NodeJS.ErrnoException).code
  return new IngestError('file-unreadable', code === 'ENOENT' || code === 'ENOTDIR' ? `There is no file or folder ${name}.` : code === 'EACCES' || code === 'EPERM' ? `${name} cannot be read: permission denied.` : `${name} cannot be read (${code ?? (cause as Error).message}).`, { cause })
}
