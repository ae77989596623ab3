/** What people add to the registry of actors and to the gazetteer: kept with its history, used by every engine that works on the store. */
import type { Own, OwnEntry } from '../../core/lexicon/own.ts'

export type { Own, OwnActor, OwnEntry, OwnPlace } from '../../core/lexicon/own.ts'

/** One step of the history; `entry` null where it was taken away. */
export interface OwnStep { readonly id: string; readonly kind: OwnEntry['kind']; readonly entry: OwnEntry | null; readonly by: string; readonly at: string; readonly reason: string | null; readonly step: number }

export interface OwnEntries {
  /** What holds now. */
  readonly now: () => Promise<Own>
  /** Adds an entry or puts it in place of the one with its id. Reports that hold one of its names are to be coded anew; returns how many. */
  readonly put: (entry: OwnEntry, by: string, reason: string | null) => Promise<number>
  /** Takes an entry away, with the same effect. The history stays, so that it can be put back. */
  readonly remove: (id: string, by: string, reason: string | null) => Promise<number>
  /** Every step, newest first. */
  readonly history: (id?: string) => Promise<readonly OwnStep[]>
}
