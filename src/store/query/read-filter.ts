/** Reads a filter as people write it: FIELD=VALUE, or FIELD__OPERATOR=VALUE. */
import type { Filter, FilterOperator } from '../types/query.ts'
import type { Fields } from './fields.ts'

/** The filter that a name and a text put; null where the name is none of a field's. Whether the field takes the operator and the value is the store's to say. */
export function readFilter(fields: Fields, name: string, text: string): Filter | null {
  const [, field = '', op = 'eq'] = /^(\w+?)(?:__(\w+))?$/.exec(name) ?? []
  return Object.hasOwn(fields, field) ? { field, op: op as FilterOperator, value: op === 'in' ? text.split(',') : text } : null
}
