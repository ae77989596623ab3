/** The feed of changes: what others read to follow the dataset. */

export type ChangeKind = 'document' | 'analysis' | 'incident' | 'decision'

/** `change` grows with every transaction; several entries may share one. */
export interface Change { readonly change: number; readonly at: string; readonly kind: ChangeKind; readonly id: string; readonly op: 'put' | 'delete'; readonly by: string | null; readonly reason: string | null }

export interface ChangeQuery { readonly since: number; readonly size?: number; readonly next?: string | null; readonly kinds?: readonly ChangeKind[] }
export interface ChangePage { readonly rows: readonly Change[]; readonly next: string | null; /** Number to ask `since` with the next time. */ readonly last: number }

export interface Changes {
  /** Number of the newest change; 0 in an empty store. */
  readonly last: () => Promise<number>
  /** Changes after a number, oldest first. */
  readonly since: (query: ChangeQuery) => Promise<ChangePage>
  /** Deletions alone. */
  readonly deletions: (query: ChangeQuery) => Promise<ChangePage>
}
