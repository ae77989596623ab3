/** Filters on the command line: FIELD=VALUE or FIELD__OPERATOR=VALUE, from the fields that the store declares. */
import { INCIDENT_QUERY, operatorsOf, readFilter, type AsOf, type Filter } from '../store/index.ts'
import { CliError } from './errors.ts'
import { nearest } from '../core/lexicon/nearest.ts'
import type { Invocation, Option } from './options.ts'

export const FILTER: Option = { name: 'filter', value: 'FIELD=VALUE', help: 'Only incidents that match: FIELD=VALUE, or FIELD__gte, __lte, __in, __contains …=VALUE, such as country=SD or date__gte=2024-01-01; may be given several times, and all must hold.' }

export const AS_OF: Option = { name: 'as-of', value: 'MOMENT', help: 'The incidents as they were at a moment (2024-01-20T12:00:00Z), or after the change of that number.', check: value => asOfFrom(value) === null ? `${JSON.stringify(value)} is no moment and no number of a change.` : null }

const asOfFrom = (text: string): AsOf | null => /^\d{1,15}$/.test(text) ? { change: Number(text) } : /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(Date.parse(text)) ? { time: new Date(text).toISOString() } : null

/** The state of the dataset that was asked for; undefined for now. */
export function asOfGiven(given: Invocation): AsOf | undefined {
  const text = given.text('as-of')
  return text === null ? undefined : asOfFrom(text) ?? undefined
}

/** Reads a filter. Throws CliError option-value. */
export function filterOf(text: string): Filter {
  const cut = text.indexOf('='), name = cut < 0 ? text : text.slice(0, cut), filter = readFilter(INCIDENT_QUERY, name, text.slice(cut + 1))
  if (filter === null || cut < 0) {
    const field = name.split('__')[0]!, near = nearest(field, Object.keys(INCIDENT_QUERY))
    throw new CliError('option-value', `--filter: ${cut < 0 ? `${JSON.stringify(text)} is not FIELD=VALUE` : `there is no field ${JSON.stringify(field)}`}.${near === null ? ` Fields: ${Object.keys(INCIDENT_QUERY).join(', ')}.` : ` Did you mean ${near}?`}`)
  }
  const operators = operatorsOf(INCIDENT_QUERY[filter.field]!)
  if (!operators.includes(filter.op)) throw new CliError('option-value', `--filter: ${filter.field} can be asked with ${operators.join(', ')}, not ${filter.op}.`)
  return filter
}
