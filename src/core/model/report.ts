/** A report as it comes in. */

/** `published` is YYYY-MM-DD or RFC 3339. `text` is kept exactly as given. */
export interface Report {
  readonly id: string
  readonly url?: string | null
  readonly publisher?: string | null
  readonly title?: string | null
  readonly published?: string | null
  readonly text: string
}
