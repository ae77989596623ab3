/** Parameters of routes: declared once, by the fields of the store and by the route; reading, checking and the documentation derive from them. */
import { nearest } from '../core/lexicon/nearest.ts'
import { operatorsOf, readFilter, type AsOf, type Fields, type Filter, type FilterOperator, type Query } from '../store/index.ts'
import { ApiError } from './errors.ts'

export interface Parameter { readonly name: string; readonly about: string; readonly required?: boolean; readonly choices?: readonly string[]; readonly kind?: 'text' | 'whole' }

/** What a route takes in its address. `fields` can be filtered by; `paged` gives pages, `past` an earlier state of the dataset. */
export interface Taken { readonly fields?: Fields; readonly paged?: boolean; readonly sorted?: boolean; readonly past?: boolean; readonly parameters?: readonly Parameter[] }

export interface Asked { readonly query: Query; readonly filters: readonly Filter[]; readonly values: Readonly<Record<string, string>> }

export const MOST_ROWS = 10_000

const SIZE: Parameter = { name: '_size', about: `Rows a page, 1 to ${MOST_ROWS}; 100 without it.`, kind: 'whole' }
const NEXT: Parameter = { name: '_next', about: 'The mark of the next page, as `next` of the page before gives it.' }
const AS_OF: Parameter = { name: '_asof', about: 'The dataset as it was: the number of a change, or a moment in RFC 3339.' }

/** Every parameter of a route, in the order the documentation lists them. */
export function parametersOf({ fields, paged = false, sorted = fields !== undefined && paged, past = false, parameters = [] }: Taken): readonly Parameter[] {
  return [...parameters, ...fields === undefined ? [] : filterParameters(fields), ...paged ? [SIZE, NEXT] : [], ...sorted && fields !== undefined ? sortParameters(fields) : [], ...past ? [AS_OF] : []]
}

/** `field` for equality, `field__op` for every other operator the field takes. */
const filterParameters = (fields: Fields): readonly Parameter[] => Object.entries(fields).flatMap(([name, field]) => operatorsOf(field).map(op => ({ name: op === 'eq' ? name : `${name}__${op}`, about: `${field.about}${SAYS[op]}` })))

const SAYS: Readonly<Record<FilterOperator, string>> = { eq: '', ne: ' Not this.', gt: ' More or later than this.', gte: ' This or more, or later.', lt: ' Less or earlier than this.', lte: ' This or less, or earlier.', in: ' One of several, with commas between them.', contains: ' Holds this, upper or lower case.', isnull: ' true: is not known; false: is known.' }

function sortParameters(fields: Fields): readonly Parameter[] {
  const sorts = Object.entries(fields).filter(([, f]) => f.sort).map(([name]) => name), facets = Object.entries(fields).filter(([, f]) => f.facet).map(([name]) => name)
  return [
    { name: '_sort', about: `Field to sort by, with - before it for the greatest first: ${sorts.join(', ')}.` },
    ...facets.length === 0 ? [] : [{ name: '_facet', about: `Fields whose values are to be counted, with commas between them: ${facets.join(', ')}.` }],
    { name: '_count', about: 'true: also count all rows that match.', choices: ['true', 'false'] },
  ]
}

/** Reads the parameters of a request. Throws ApiError parameter-unknown or parameter-value. */
export function readParameters(taken: Taken, search: URLSearchParams): Asked {
  const known = parametersOf(taken), byName = new Map(known.map(p => [p.name, p])), values: Record<string, string> = {}, filters: Filter[] = []
  for (const [name, value] of search) {
    const parameter = byName.get(name)
    if (parameter === undefined) throw unknown(name, known)
    const filter = taken.parameters?.some(p => p.name === name) === true || taken.fields === undefined ? null : readFilter(taken.fields, name, value)
    if (filter !== null) filters.push(filter)
    else if (Object.hasOwn(values, name)) throw new ApiError('parameter-value', `${name} is given twice.`, name)
    else values[name] = checked(parameter, value)
  }
  for (const { name, required } of known) if (required === true && !values[name]) throw new ApiError('parameter-value', `Give ${name}.`, name)
  return { query: queryOf(values, filters), filters, values }
}

function unknown(name: string, known: readonly Parameter[]): ApiError {
  const [, field = '', op] = /^(.*?)(?:__(\w+))?$/s.exec(name) ?? [], names = known.map(p => p.name), operators = names.filter(n => n === field || n.startsWith(`${field}__`))
  if (op !== undefined && operators.length > 0) return new ApiError('parameter-unknown', `${field} cannot be asked with ${op}; it takes ${operators.join(', ')}.`, name)
  const near = nearest(name, names) ?? nearest(field, names)
  return new ApiError('parameter-unknown', `There is no parameter ${JSON.stringify(name.slice(0, 60))} here.${near === null ? ` There are ${names.filter(n => !n.includes('__')).join(', ') || 'none'}.` : ` Did you mean ${near}?`}`, name.slice(0, 60))
}

function checked({ name, choices, kind }: Parameter, value: string): string {
  if (choices !== undefined && !choices.includes(value)) throw new ApiError('parameter-value', `${name} is one of ${choices.join(', ')}, not ${JSON.stringify(value.slice(0, 60))}.`, name)
  if (kind === 'whole' && !/^\d{1,15}$/.test(value)) throw new ApiError('parameter-value', `${name} is a whole number, not ${JSON.stringify(value.slice(0, 60))}.`, name)
  return value
}

function queryOf(values: Readonly<Record<string, string>>, filters: readonly Filter[]): Query {
  const { _size: size, _next: next, _sort: sort, _facet: facet, _count: count, _asof: asOf } = values
  if (size !== undefined && (Number(size) < 1 || Number(size) > MOST_ROWS)) throw new ApiError('parameter-value', `_size is 1 to ${MOST_ROWS}.`, '_size')
  return {
    filters, count: count === 'true',
    ...(size === undefined ? {} : { size: Number(size) }), ...(next === undefined ? {} : { next }),
    ...(sort === undefined ? {} : { sort: { field: sort.replace(/^-/, ''), descending: sort.startsWith('-') } }),
    ...(facet === undefined ? {} : { facets: facet.split(',') }), ...(asOf === undefined ? {} : { asOf: asOfFrom(asOf) }),
  }
}

function asOfFrom(text: string): AsOf {
  if (/^\d{1,15}$/.test(text)) return { change: Number(text) }
  if (!/^\d{4}-\d{2}-\d{2}/.test(text) || Number.isNaN(Date.parse(text))) throw new ApiError('parameter-value', '_asof is the number of a change or a moment such as 2024-01-20T12:00:00Z.', '_asof')
  return { time: new Date(text).toISOString() }
}
