/** The store: everything that is kept, behind one set of functions for both engines. */
import type { Access, NewAudit } from './access.ts'
import type { Analyses } from './analysis.ts'
import type { Changes } from './change.ts'
import type { Decisions, Reviews } from './decision.ts'
import type { Documents } from './document.ts'
import type { IncidentIndex, Incidents } from './incident.ts'
import type { OwnEntries } from './own.ts'
import type { Sources } from './source.ts'
import type { Batches, Tasks } from './task.ts'

export type EngineName = 'sqlite' | 'postgres'

export interface StoreOptions {
  /** Makes an empty index of incidents; default that of core/incidents. */
  readonly index?: () => IncidentIndex
  /** Reads incidents anew in place of this store, as a thread beside it does. */
  readonly refresh?: Incidents['refresh']
  /** The clock, RFC 3339 UTC; for tests. */
  readonly now?: () => string
  /** PostgreSQL: the schema that holds the tables; default "casus". */
  readonly schema?: string
}

export interface Store {
  readonly engine: EngineName
  /** The file or the address without its password. */
  readonly where: string
  readonly documents: Documents
  readonly analyses: Analyses
  readonly incidents: Incidents
  readonly decisions: Decisions
  readonly reviews: Reviews
  readonly own: OwnEntries
  readonly tasks: Tasks
  readonly batches: Batches
  readonly changes: Changes
  readonly sources: Sources
  readonly access: Access
  /** The same store, whose next change carries a line of the audit in its own transaction; `line` is given what the transaction gives. `written` tells whether there was one. */
  readonly audited: (line: (result: unknown) => NewAudit) => { readonly store: Store; readonly written: () => boolean }
  /** What is wrong with the store, a sentence each; empty where all is well. */
  readonly check: () => Promise<readonly string[]>
  /** Brings the figures that queries are planned by up to date; call it after much was taken in. */
  readonly tidy: () => Promise<void>
  readonly close: () => Promise<void>
}
