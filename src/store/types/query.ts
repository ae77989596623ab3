/** Filters, sorting, paging and facets: one form for every table and both engines. */

export type FilterOperator = 'eq' | 'ne' | 'gt' | 'gte' | 'lt' | 'lte' | 'in' | 'contains' | 'isnull'
export type FilterValue = string | number | boolean | readonly (string | number)[]

/** One condition; all conditions of a query hold. Over HTTP `field__op=value`, and `field=value` for `eq`. */
export interface Filter { readonly field: string; readonly op: FilterOperator; readonly value: FilterValue }

/** The dataset as it was after a change, or at a moment (RFC 3339). */
export type AsOf = { readonly change: number } | { readonly time: string }

export interface Sort { readonly field: string; readonly descending?: boolean }

export interface Query {
  readonly filters?: readonly Filter[]
  /** Default: the table's own order, see query/fields.ts. Ties are broken by id, so that pages never overlap. */
  readonly sort?: Sort
  /** Rows a page, 1 to 10,000; default 100. */
  readonly size?: number
  /** `next` of the page before. */
  readonly next?: string | null
  /** Fields to count values of, most frequent first. */
  readonly facets?: readonly string[]
  /** Also count all rows that match. */
  readonly count?: boolean
  readonly asOf?: AsOf
}

/** `name` is there where values are ids of something that has one. */
export interface FacetValue { readonly value: string | number | boolean | null; readonly name?: string; readonly count: number }

export interface Page<T> {
  readonly rows: readonly T[]
  /** Opaque; null on the last page. */
  readonly next: string | null
  /** Of all pages; null unless `count` was asked for. */
  readonly total: number | null
  readonly facets: Readonly<Record<string, readonly FacetValue[]>>
}
