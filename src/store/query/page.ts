/** Sorting, keyset paging, counts and facets over any table. */
import { sql, type RawBuilder } from 'kysely'
import type { Db, Engine } from '../engine/engine.ts'
import { StoreError } from '../errors.ts'
import type { FacetValue, Page, Query, Sort } from '../types/query.ts'
import { conditionsOf, fieldOf, type Asked, type Condition } from './filter.ts'
import type { Field } from './fields.ts'
import { writtenAs } from './names.ts'

/** A table with what every query of it starts from. `from` names rows under `table`. */
export interface Source extends Asked { readonly from: RawBuilder<unknown>; readonly columns: RawBuilder<unknown>; readonly id: string; readonly order: Sort; readonly always: readonly Condition[] }

const MOST_ROWS = 10_000, ROWS = 100
/** Values of one facet, at most. */
const FACET_VALUES = 100

/** One page of a query. Throws StoreError field-unknown, filter-value or page-invalid. */
export async function readPage<Row extends object>(engine: Engine, source: Source, query: Query, db: Db = engine.db): Promise<Page<Row>> {
  const where = [...source.always, ...conditionsOf(engine, source, query.filters ?? [])]
  const size = Math.min(Math.max(Math.trunc(query.size ?? ROWS) || ROWS, 1), MOST_ROWS)
  const sort = query.sort ?? source.order, by = sortOf(source, sort)
  const after = query.next == null ? [] : [afterMark(by, readMark(query.next, sort))]
  const direction = sort.descending ? sql`desc` : sql`asc`
  const { rows } = await sql<Row & Marked>`select ${source.columns}, ${by.expression} as mark_value, ${by.id} as mark_id from ${source.from}${wherever([...where, ...after])} order by ${by.expression} ${direction}, ${by.id} ${direction} limit ${size + 1}`.execute(db)
  const last = rows.length > size ? rows[size - 1]! : null
  return {
    rows: rows.slice(0, size),
    next: last === null ? null : writeMark(sort, last.mark_value, last.mark_id),
    total: query.count ? await countOf(source, where, db) : null,
    facets: await facetsOf(source, query.facets ?? [], where, db),
  }
}

interface Marked { readonly mark_value: string | number; readonly mark_id: string | number }

/** ` where ...` or nothing. */
export const wherever = (conditions: readonly Condition[]): RawBuilder<unknown> => conditions.length === 0 ? sql`` : sql` where ${sql.join(conditions, sql` and `)}`

interface SortedBy { readonly expression: RawBuilder<unknown>; readonly id: RawBuilder<unknown>; readonly descending: boolean }

/** Nulls come as the least value, so that both engines put them in the same place and a mark can name them. */
function sortOf(source: Source, sort: Sort): SortedBy {
  const field = fieldOf(source.fields, sort.field, 'sort')
  if (!field.sort) throw new StoreError('field-unknown', `Rows cannot be sorted by "${sort.field}"; they can by ${Object.entries(source.fields).filter(([, f]) => f.sort).map(([name]) => name).join(', ')}.`, { field: 'sort' })
  const column = 'column' in field.at ? field.at.column : 'least' in field.at ? field.at.least : ''
  const nullable = NULLABLE.has(column)
  const expression = nullable ? sql`coalesce(${sql.ref(`${source.table}.${column}`)}, ${field.kind === 'number' ? sql.lit(-1) : sql.lit('')})` : sql.ref(`${source.table}.${column}`)
  return { expression, id: sql.ref(`${source.table}.${source.id}`), descending: sort.descending ?? false }
}

/** Columns that can be sorted by and can be null. */
const NULLABLE = new Set(['date_start', 'killed_least', 'injured_least', 'published', 'publisher'])

const afterMark = ({ expression, id, descending }: SortedBy, [value, last]: Mark): Condition => {
  const than = descending ? sql`<` : sql`>`
  return sql`(${expression} ${than}= ${value} and (${expression} ${than} ${value} or ${id} ${than} ${last}))`
}

type Mark = readonly [value: string | number, id: string | number]

const writeMark = (sort: Sort, value: string | number, id: string | number): string => Buffer.from(JSON.stringify([sort.field, sort.descending ? 1 : 0, value, id])).toString('base64url')

function readMark(next: string, sort: Sort): Mark {
  try {
    const [field, descending, value, id] = JSON.parse(Buffer.from(next, 'base64url').toString('utf8')) as [unknown, unknown, unknown, unknown]
    const fits = (part: unknown): part is string | number => typeof part === 'string' || typeof part === 'number'
    if (field === sort.field && descending === (sort.descending ? 1 : 0) && fits(value) && fits(id)) return [value, id]
  } catch { /* told below */ }
  throw new StoreError('page-invalid', 'The mark of the next page does not belong to this query; start again from the first page.', { field: 'next' })
}

async function countOf(source: Source, where: readonly Condition[], db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${source.from}${wherever(where)}`.execute(db)
  return rows[0]!.n
}

async function facetsOf(source: Source, names: readonly string[], where: readonly Condition[], db: Db): Promise<Record<string, readonly FacetValue[]>> {
  const facets: Record<string, readonly FacetValue[]> = {}
  for (const name of names) {
    const field = fieldOf(source.fields, name, 'facets')
    if (!field.facet) throw new StoreError('field-unknown', `Values of "${name}" cannot be counted; those of ${Object.entries(source.fields).filter(([, f]) => f.facet).map(([n]) => n).join(', ')} can.`, { field: 'facets' })
    const { rows } = await facetQuery(source, field, where).execute(db)
    facets[name] = rows.map(({ value, name, n }) => ({ value: field.kind === 'boolean' ? value === 1 : value, ...name == null ? {} : { name }, count: n }))
  }
  return facets
}

function facetQuery(source: Source, field: Field, where: readonly Condition[]): RawBuilder<{ value: string | number | null; name?: string | null; n: number }> {
  if ('many' in field.at) {
    const { table, column, name, role } = field.at.many, named = name === column ? sql`` : sql`${writtenAs(`${table}.${name}`)} as name, `
    const own = sql.ref(`${table}.${column}`)
    return sql`select ${own} as value, ${named}count(distinct ${sql.ref(`${table}.owner`)}) as n from ${source.from} join ${sql.table(table)} on ${sql.ref(`${table}.owner`)} = ${sql.ref(`${source.table}.number`)}${wherever(role === undefined ? where : [...where, sql`${sql.ref(`${table}.role`)} = ${role}`])} group by 1 order by n desc, 1 limit ${FACET_VALUES}`
  }
  if ('special' in field.at) throw new StoreError('field-unknown', 'This field has no values to count.')
  const column = sql.ref(`${source.table}.${'column' in field.at ? field.at.column : field.at.least}`)
  return sql`select ${column} as value, count(*) as n from ${source.from}${wherever(where)} group by 1 order by 2 desc, 1 limit ${FACET_VALUES}`
}
