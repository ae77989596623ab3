/** Where reports come from: feeds, lists and archives, and how far each was read. */

export type SourceKind = 'feed' | 'list' | 'archive' | 'folder'

export interface SourceState {
  readonly etag: string | null
  readonly lastModified: string | null
  /** RFC 3339. */
  readonly checked: string | null
  readonly succeeded: string | null
  /** Failures in a row. */
  readonly failures: number
  readonly error: string | null
  /** How far a large input was read, in the reader's own words. */
  readonly position: string | null
}
export interface Source extends SourceState { readonly address: string; readonly kind: SourceKind; readonly title: string | null; readonly enabled: boolean; readonly added: string }

export interface Sources {
  /** Adds a source, or changes what is named of it. */
  readonly put: (address: string, source: Partial<Omit<Source, 'address' | 'added'>>) => Promise<Source>
  readonly get: (address: string) => Promise<Source | null>
  readonly list: (kind?: SourceKind) => Promise<readonly Source[]>
  readonly remove: (address: string) => Promise<void>
}
