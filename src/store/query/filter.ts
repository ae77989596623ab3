/** Turns filters into conditions of SQL, the same for every table. */
import { sql, type RawBuilder } from 'kysely'
import type { Box, Engine } from '../engine/engine.ts'
import { StoreError } from '../errors.ts'
import { parseWords } from '../text/words.ts'
import type { Filter } from '../types/query.ts'
import { operatorsOf, type Field, type FieldKind, type Fields, type ManyValued } from './fields.ts'
import { boxOf, circleOf, daysOf, sphereDistance } from './space.ts'

export type Condition = RawBuilder<unknown>

/** A table to be asked: its fields and the name under which its columns stand. */
export interface Asked { readonly fields: Fields; readonly table: string }

/** A field by its name; `part` is the part of the query that names it. Throws StoreError field-unknown. */
export function fieldOf(fields: Fields, name: string, part = name): Field {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (field === undefined) throw new StoreError('field-unknown', `There is no field "${name}" here; there are ${Object.keys(fields).join(', ')}.`, { field: part })
  return field
}

/** The conditions that the filters put. Throws StoreError field-unknown or filter-value. */
export function conditionsOf(engine: Engine, asked: Asked, filters: readonly Filter[]): readonly Condition[] {
  const [first, last] = daysOf(filters)
  return filters.map(filter => {
    const field = fieldOf(asked.fields, filter.field)
    if (!operatorsOf(field).includes(filter.op)) throw new StoreError('filter-value', `The field "${filter.field}" cannot be asked with "${filter.op}"; it takes ${operatorsOf(field).join(', ')}.`, { field: nameOf(filter) })
    return conditionOf(engine, asked, field, checked(field, filter), { first, last })
  })
}

function conditionOf(engine: Engine, { table }: Asked, field: Field, filter: Filter, days: { readonly first: number | null; readonly last: number | null }): Condition {
  const at = field.at
  if ('column' in at) return (field.kind === 'date' ? compareDates : compare)(sql.ref(`${table}.${at.column}`), filter)
  if ('least' in at) return overlap(field.kind, sql.ref(`${table}.${at.least}`), sql.ref(`${table}.${at.most}`), filter)
  if ('many' in at) return amongMany(table, at.many, filter)
  switch (at.special) {
    case 'listed': return sql`(${sql.join(listOf(filter).map(v => sql`${sql.ref(`${table}.${field.listed!}`)} like ${`% ${escaped(String(v))} %`} escape '!'`), sql` or `)})`
    case 'words': return sql`${sql.ref(`${table}.number`)} in (${engine.matching(wordsOf(filter))})`
    case 'member-words': return sql`${sql.ref(`${table}.number`)} in (select owner from incident_members where document in (select id from documents where number in (${engine.matching(wordsOf(filter))})))`
    case 'box': return boxCondition(engine, table, { ...boxOf(filter), ...days })
    case 'circle': return circleCondition(engine, table, filter, days)
  }
}

function boxCondition(engine: Engine, table: string, box: Box): Condition {
  const latitude = sql.ref(`${table}.latitude`), longitude = sql.ref(`${table}.longitude`)
  const across = box.west <= box.east ? sql`${longitude} between ${box.west} and ${box.east}` : sql`(${longitude} >= ${box.west} or ${longitude} <= ${box.east})`
  return sql`(${engine.inBox(box)} and ${latitude} between ${box.south} and ${box.north} and ${across})`
}

function circleCondition(engine: Engine, table: string, filter: Filter, days: { readonly first: number | null; readonly last: number | null }): Condition {
  const { latitude, longitude, kilometres, box } = circleOf(filter)
  return sql`(${engine.inBox({ ...box, ...days })} and ${sphereDistance(sql.ref(`${table}.latitude`), sql.ref(`${table}.longitude`), latitude, longitude)} <= ${kilometres})`
}

const SIGNS = { eq: sql`=`, gt: sql`>`, gte: sql`>=`, lt: sql`<`, lte: sql`<=` } as const

function compare(column: Condition, filter: Filter): Condition {
  const { op, value } = filter
  switch (op) {
    case 'isnull': return value === false ? sql`${column} is not null` : sql`${column} is null`
    case 'ne': return sql`(${column} is null or ${column} <> ${operand(value)})`
    case 'in': return sql`${column} in (${sql.join(listOf(filter).map(operand))})`
    case 'contains': return sql`lower(${column}) like ${`%${escaped(String(value).toLowerCase())}%`} escape '!'`
    default: return sql`${column} ${SIGNS[op]} ${operand(value)}`
  }
}

/** Numbers that are no whole number of 64 bits stand in the statement: PostgreSQL would take them for one. */
const operand = (value: unknown): Condition => typeof value === 'number' && !Number.isSafeInteger(value) ? sql`${sql.lit(value)}` : sql`${value}`

/** Days and moments are text; a day or month stands for all that begins with it. */
function compareDates(column: Condition, { field, op, value }: Filter): Condition {
  const last = `${String(value)}~`
  switch (op) {
    case 'eq': return sql`(${column} >= ${value} and ${column} <= ${last})`
    case 'lte': case 'gt': return sql`${column} ${SIGNS[op]} ${last}`
    default: return compare(column, { field, op, value })
  }
}

/** What lies between two columns: reaches from `least` to `most`. A day or number unknown at both ends matches nothing but `isnull`. */
function overlap(kind: FieldKind, least: Condition, most: Condition, filter: Filter): Condition {
  if (filter.op === 'isnull') return compare(least, filter)
  const one = kind === 'date' ? compareDates : compare, up = filter.op === 'gte' || filter.op === 'gt'
  if (filter.op === 'eq') return sql`(${one(least, { ...filter, op: 'lte' })} and ${one(most, { ...filter, op: 'gte' })})`
  return one((kind === 'date') === up ? most : least, filter)
}

function amongMany(table: string, many: ManyValued, filter: Filter): Condition {
  const role = many.role === undefined ? sql`` : sql` and role = ${many.role}`
  const what = filter.op === 'contains' ? compare(sql.ref(many.name), filter) : compare(sql.ref(many.column), filter)
  return sql`${sql.ref(`${table}.number`)} in (select owner from ${sql.table(many.table)} where ${what}${role})`
}

/** `value` as a list. */
export const listOf = ({ value }: Filter): readonly (string | number)[] => Array.isArray(value) ? value as readonly (string | number)[] : [value as string | number]

/** For `like ... escape '!'`. */
const escaped = (text: string): string => text.replace(/[!%_]/g, '!$&')

function wordsOf(filter: Filter): NonNullable<ReturnType<typeof parseWords>> {
  const words = parseWords(String(filter.value))
  if (words === null) throw new StoreError('text-query-invalid', `"${String(filter.value)}" holds no word to look for.`, { field: nameOf(filter) })
  return words
}

/** Values of one list, at most. */
const MOST_VALUES = 1000

/** The filter with its value in the form that the field's kind wants. Throws StoreError filter-value. */
function checked(field: Field, filter: Filter): Filter {
  const { op, value } = filter
  if (op === 'isnull') return { ...filter, value: value === true || value === 1 || value === '1' || value === 'true' }
  if (field.kind === 'box' || field.kind === 'circle') return filter
  if (Array.isArray(value) !== (op === 'in') && !(op === 'in' && !Array.isArray(value))) throw wrong(filter, 'takes one value')
  if (op === 'in') {
    const list = listOf(filter)
    if (list.length === 0 || list.length > MOST_VALUES) throw wrong(filter, `takes a list of 1 to ${MOST_VALUES} values`)
    return { ...filter, value: list.map(v => single(field, filter, v)) as (string | number)[] }
  }
  return { ...filter, value: single(field, filter, value as string | number | boolean) }
}

function single(field: Field, filter: Filter, value: string | number | boolean): string | number {
  switch (field.kind) {
    case 'number': {
      const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
      if (typeof number !== 'number' || !Number.isFinite(number)) throw wrong(filter, 'takes a number')
      return number
    }
    case 'boolean': {
      if (![true, false, 1, 0, '1', '0', 'true', 'false'].includes(value)) throw wrong(filter, 'takes true or false')
      return value === true || value === 1 || value === '1' || value === 'true' ? 1 : 0
    }
    case 'date':
      if (!isDate(String(value))) throw wrong(filter, 'takes a day, YYYY-MM-DD, or a moment in RFC 3339')
      return String(value)
    default: return String(value)
  }
}

/** A year, a month, a day or a moment that the calendar has; a day of a month is filled up to see whether it is one. */
function isDate(text: string): boolean {
  const [, year, month = '01', day = '01', time = 'T00:00:00Z'] = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?)?)?$/.exec(text) ?? []
  if (year === undefined || Number.isNaN(Date.parse(`${year}-${month}-${day}${time}`))) return false
  return new Date(`${year}-${month}-${day}T00:00:00Z`).toISOString().startsWith(`${year}-${month}-${day}`)
}

/** A filter as it is written: `killed`, `killed__gte`. */
export const nameOf = ({ field, op }: Pick<Filter, 'field' | 'op'>): string => op === 'eq' ? field : `${field}__${op}`

const wrong = (filter: Filter, takes: string): StoreError => new StoreError('filter-value', `The filter ${nameOf(filter)} ${takes}, not ${JSON.stringify(filter.value)?.slice(0, 100)}.`, { field: nameOf(filter) })
