/** Filters on the command line: FIELD=VALUE or FIELD__OPERATOR=VALUE, from the fields that the store declares. */
import { INCIDENT_QUERY, operatorsOf, type Filter, type FilterOperator, type FilterValue } from '../store/index.ts'
import { CliError } from './errors.ts'
import { nearest } from '../core/lexicon/nearest.ts'
import type { Option } from './options.ts'

export const FILTER: Option = { name: 'filter', value: 'FIELD=VALUE', help: 'Only incidents that match: FIELD=VALUE, or FIELD__gte, __lte, __in, __contains …=VALUE, such as country=SD or date__gte=2024-01-01; may be given several times, and all must hold.' }

/** Reads a filter. Throws CliError option-value. */
export function filterOf(text: string): Filter {
  const [, name = '', op = 'eq', value = ''] = /^(\w+?)(?:__(\w+))?=(.*)$/s.exec(text) ?? [], field = INCIDENT_QUERY[name]
  if (field === undefined) {
    const near = nearest(name, Object.keys(INCIDENT_QUERY))
    throw new CliError('option-value', `--filter: there is no field ${JSON.stringify(name)}.${near === null ? ` Fields: ${Object.keys(INCIDENT_QUERY).join(', ')}.` : ` Did you mean ${near}?`}`)
  }
  const operators = operatorsOf(field)
  if (!operators.includes(op as FilterOperator)) throw new CliError('option-value', `--filter: ${name} can be asked with ${operators.join(', ')}, not ${op}.`)
  return { field: name, op: op as FilterOperator, value: valueOf(value, op, field.kind) }
}

function valueOf(text: string, op: string, kind: string): FilterValue {
  if (op === 'isnull' || kind === 'boolean') return text === 'true' || text === '1'
  if (op === 'in') return kind === 'number' ? text.split(',').map(Number) : text.split(',')
  return kind === 'number' ? Number(text) : text
}
