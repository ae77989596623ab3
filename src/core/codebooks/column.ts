/** A column of a table in another codebook: its name, what it holds, and how it is filled; header, rows and the written codebook all come from it. */

export type Cell = string | number | boolean | null

export interface Column<T> {
  readonly name: string
  /** One sentence for the codebook that travels with the table. */
  readonly means: string
  readonly value: (from: T) => Cell
}

export const headerOf = <T>(columns: readonly Column<T>[]): readonly string[] => columns.map(c => c.name)

export const rowOf = <T>(columns: readonly Column<T>[], from: T): readonly Cell[] => columns.map(c => c.value(from))

/** A column that stays empty because its ids belong to the makers of the other data set, or nothing in a report can fill it. */
export const empty = <T>(name: string, means: string): Column<T> => ({ name, means: `Left empty: ${means}`, value: () => null })
