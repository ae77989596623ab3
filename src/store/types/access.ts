/** People, their tokens and the audit of what they wrote. */
import type { Page, Query } from './query.ts'

/** From least to most: each may do what those before it may. */
export const ROLES = ['reader', 'coder', 'editor', 'admin'] as const
export type Role = (typeof ROLES)[number]

export interface User { readonly name: string; readonly role: Role; readonly created: string; readonly disabled: boolean }
export interface Token { readonly id: string; readonly user: string; readonly label: string | null; readonly created: string; readonly expires: string | null; readonly revoked: boolean; readonly lastUsed: string | null }
export interface AuditEntry { readonly id: string; readonly at: string; readonly by: string; readonly action: string; readonly subject: string | null; readonly detail: unknown }

export type NewAudit = Omit<AuditEntry, 'id' | 'at'>

export interface Access {
  readonly putUser: (name: string, role: Role, options?: { readonly disabled?: boolean }) => Promise<User>
  readonly users: () => Promise<readonly User[]>
  /** A new token; `secret` is shown this once, the store keeps its hash. One with a `parent` ends with that token. */
  readonly createToken: (user: string, options?: { readonly label?: string; readonly expires?: string; readonly parent?: string | null }) => Promise<Token & { readonly secret: string }>
  readonly tokens: (user?: string) => Promise<readonly Token[]>
  readonly revokeToken: (id: string) => Promise<void>
  /** Whose secret it is; null where it is unknown, expired or revoked, or the user disabled. */
  readonly authenticate: (secret: string) => Promise<{ readonly user: string; readonly role: Role; readonly token: string } | null>
  readonly audit: (entry: NewAudit) => Promise<void>
  /** Newest first. Fields: by, action, subject, at. */
  readonly audits: (query: Query) => Promise<Page<AuditEntry>>
}
