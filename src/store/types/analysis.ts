/** Analyses as the store keeps them: one for each document, text and engine, never overwritten. */
import type { Analysis } from '../../core/model/index.ts'
import type { StoredDocument } from './document.ts'
import type { Missed } from './task.ts'

export type EngineOf = Analysis['engine']

export interface StoredAnalysis {
  readonly document: string
  /** `name version model` in one string. */
  readonly engine: string
  readonly at: string
  readonly change: number
  /** True for the analysis that incidents are read from: the newest of the document's present text. */
  readonly current: boolean
  readonly analysis: Analysis
}

/** A document that could not be coded. */
export interface Failure { readonly document: string; readonly engine: string; readonly attempts: number; readonly message: string }

export interface TodoOptions { readonly size?: number; readonly after?: string | null; readonly among?: readonly string[] }

export interface Analyses {
  /** Keeps analyses, and by document the candidates that coding let go; one that is there already (document, text, engine) is left as it is. Returns how many were new. Analyses of unknown or deleted documents, or of another text, are not kept. */
  readonly put: (analyses: readonly Analysis[], missed?: ReadonlyMap<string, readonly Missed[]>) => Promise<number>
  /** The current analysis of a document, with the events that people added to it. */
  readonly get: (document: string) => Promise<StoredAnalysis | null>
  /** The analyses with the events that people added to their reports. */
  readonly withAdded: (analyses: readonly Analysis[]) => Promise<readonly Analysis[]>
  /** All analyses of a document as engines made them, newest first. */
  readonly history: (document: string) => Promise<readonly StoredAnalysis[]>
  /** Documents whose present text has no analysis by `engine`, in the order they came; those set aside are left out. `after` is the last id of the batch before; `among` asks only for these. */
  readonly todo: (engine: EngineOf, options?: TodoOptions) => Promise<readonly StoredDocument[]>
  /** How many documents `todo` would give in all. */
  readonly left: (engine: EngineOf) => Promise<number>
  /** Current analyses of all documents as engines made them, in order of id, a page at a time: for exports and re-reading. */
  readonly current: (options?: { readonly size?: number; readonly after?: string | null }) => Promise<readonly StoredAnalysis[]>
  /** Remembers that coding a document failed; returns how often it did by this engine. */
  readonly fail: (document: string, engine: EngineOf, message: string) => Promise<number>
  readonly failures: () => Promise<readonly Failure[]>
}
