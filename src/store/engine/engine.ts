/** What differs between the two engines: opening, locks, types of columns, text search and boxes. */
import type { Expression, Kysely, RawBuilder, SqlBool, Transaction } from 'kysely'
import type { Tables } from '../schema/tables.ts'
import type { EngineName } from '../types/store.ts'
import type { WordQuery } from '../text/words.ts'

export type Db = Kysely<Tables>
export type Tx = Transaction<Tables>

/** West to east, south to north in degrees; west may lie above east. Days are days since 1970-01-01 or null where open. */
export interface Box { readonly west: number; readonly south: number; readonly east: number; readonly north: number; readonly first: number | null; readonly last: number | null }

export interface Engine {
  readonly name: EngineName
  readonly where: string
  readonly db: Db
  /** Columns' types as the engine writes them, by the words that migrations use. */
  readonly ddl: Readonly<Record<'serial' | 'text' | 'integer' | 'real', string>>
  /** Runs statements of a migration in a transaction that no other process shares. */
  readonly exclusively: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  /** Holds others that ask for the same lock until the transaction ends. */
  readonly lock: (tx: Tx, name: string) => Promise<void>
  /** Locks the number of the newest change and gives it. */
  readonly lockChange: (tx: Tx) => Promise<number>
  /** Puts the words of a document into the index of words, or takes them out (`null`). */
  readonly indexWords: (tx: Tx, number: number, words: string | null) => Promise<void>
  /** A query of the numbers of the documents that match. */
  readonly matching: (query: WordQuery) => RawBuilder<{ number: number }>
  /** The best documents that match: `number`, best first. */
  readonly ranked: (query: WordQuery, size: number, offset: number) => RawBuilder<{ number: number }>
  /** Puts a reading of an incident into the index of boxes. */
  readonly indexPlace: (tx: Tx, places: readonly PlacedRow[]) => Promise<void>
  /** Takes readings out of the index of boxes. */
  readonly unplace: (tx: Tx, numbers: readonly number[]) => Promise<void>
  /** Runs work that deletes words, and sees that no trace of them is left in what the engine frees. */
  readonly forGood: (work: () => Promise<void>) => Promise<void>
  /** True of incidents in the box; may let a few outside through, never leaves one out. */
  readonly inBox: (box: Box) => Expression<SqlBool>
  /** Rows of integers as something to select from, with these columns. */
  readonly numbers: (rows: readonly (readonly number[])[], columns: readonly string[]) => RawBuilder<unknown>
  /** All values of a column in one JSON list, in the order of the rows; null or an empty list where there is no row. */
  readonly gathered: (column: string) => RawBuilder<string | readonly unknown[] | null>
  /** The Monday of a day's week, YYYY-MM-DD; what is no day stays as it is. */
  readonly weekOf: (day: RawBuilder<unknown>) => RawBuilder<unknown>
  /** What is wrong inside the database, a sentence each. */
  readonly integrity: () => Promise<readonly string[]>
  /** Brings the planner's figures up to date after much was written. */
  readonly tidy: () => Promise<void>
  readonly close: () => Promise<void>
}

export interface PlacedRow { readonly number: number; readonly latitude: number; readonly longitude: number; readonly first: number | null; readonly last: number | null }
