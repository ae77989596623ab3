/** Values as a form holds them, and back: pure, so that what a person types becomes a value of the field or a reason why not. */
import { EVENT_TYPES, STATUSES, type FieldValue, type IncidentField, type Participant, type Place, type Quantity, type When } from '../../../core/model/index.ts'

/** Names of the inputs with their texts. */
export type Form = Readonly<Record<string, string>>
export interface Input { readonly name: string; readonly title: string; readonly kind: 'number' | 'date' | 'text' | 'lines' | 'choice'; readonly choices?: readonly string[] }

const PRECISIONS = ['site', 'town', 'district', 'province', 'country'] as const
const choice = (name: string, title: string, choices: readonly string[]): Input => ({ name, title, kind: 'choice', choices })
const COUNTS: readonly Input[] = [{ name: 'min', title: 'At least', kind: 'number' }, { name: 'max', title: 'At most', kind: 'number' }]
const SIDES: readonly Input[] = [{ name: 'names', title: 'Names, one a line', kind: 'lines' }]

export const INPUTS: Readonly<Record<IncidentField, readonly Input[]>> = {
  occurrence: [choice('value', 'It happened', ['yes', 'no'])], type: [choice('value', 'Type', EVENT_TYPES)], mode: [{ name: 'value', title: 'Mode', kind: 'text' }], status: [choice('value', 'Status', STATUSES)],
  actors: SIDES, recipients: SIDES, weapons: [{ name: 'names', title: 'Weapons, one a line', kind: 'lines' }],
  place: [{ name: 'name', title: 'Name', kind: 'text' }, { name: 'admin1', title: 'Province', kind: 'text' }, { name: 'country', title: 'Country, two letters', kind: 'text' }, { name: 'latitude', title: 'Latitude', kind: 'number' }, { name: 'longitude', title: 'Longitude', kind: 'number' }, choice('precision', 'How exactly', PRECISIONS)],
  date: [{ name: 'start', title: 'First day', kind: 'date' }, { name: 'end', title: 'Last day', kind: 'date' }],
  killed: COUNTS, injured: COUNTS, attackersKilled: COUNTS, detained: COUNTS, count: COUNTS,
}

const text = (value: number | string | null): string => (value === null ? '' : String(value))

/** A value in the inputs of its field. */
export function formOf(field: IncidentField, value: FieldValue | null): Form {
  if (value === null) return {}
  if (typeof value === 'boolean') return { value: value ? 'yes' : 'no' }
  if (typeof value === 'string') return { value }
  if (Array.isArray(value)) return { names: (value as readonly (string | Participant)[]).map(v => (typeof v === 'string' ? v : v.name)).join('\n') }
  if ('edtf' in value) { const { start, end } = value as When; return { start: text(start), end: text(end) } }
  if ('precision' in value) { const { name, admin1, country, latitude, longitude, precision } = value as Place; return { name, admin1: text(admin1), country: text(country), latitude: text(latitude), longitude: text(longitude), precision } }
  const { min, max } = value as Quantity
  return { min: text(min), max: text(max) }
}

/** The value that a form holds, or what is wrong with it. `before` lends what the form does not show (registry ids, evidence). */
export function valueFrom(field: IncidentField, form: Form, before: FieldValue | null): { readonly value: FieldValue } | { readonly wrong: string } {
  const given = (name: string): string => (form[name] ?? '').trim(), lines = given('names').split('\n').map(l => l.trim()).filter(l => l !== '')
  switch (field) {
    case 'occurrence': return { value: given('value') !== 'no' }
    case 'type': case 'mode': case 'status': return given('value') === '' ? { wrong: 'Give a value.' } : { value: given('value') }
    case 'weapons': return { value: lines }
    case 'actors': case 'recipients': return { value: lines.map(name => sideOf(name, before)) }
    case 'date': return whenFrom(given('start'), given('end'))
    case 'place': return placeFrom(given)
    default: return countFrom(given('min'), given('max'), before)
  }
}

const sideOf = (name: string, before: FieldValue | null): Participant => (Array.isArray(before) ? (before as readonly Participant[]).find(p => p.name === name) : undefined) ?? { name, entity: null, country: null, sectors: [], labels: [], evidence: [] }

function whenFrom(start: string, end: string): ReturnType<typeof valueFrom> {
  if (start === '' && end === '') return { wrong: 'Give a day.' }
  const first = start === '' ? end : start, last = end === '' ? start : end
  return first > last ? { wrong: 'The last day comes before the first.' } : { value: { edtf: first === last ? first : `${first}/${last}`, start: first, end: last, stated: true, evidence: [] } }
}

function placeFrom(given: (name: string) => string): ReturnType<typeof valueFrom> {
  const number = (name: string): number | null => (given(name) === '' ? null : Number(given(name))), latitude = number('latitude'), longitude = number('longitude'), country = given('country').toUpperCase()
  if (given('name') === '') return { wrong: 'Give the name of the place.' }
  if (country !== '' && !/^[A-Z]{2}$/.test(country)) return { wrong: 'The country has two letters, as NG.' }
  if ((latitude === null) !== (longitude === null)) return { wrong: 'Give both latitude and longitude, or neither.' }
  if (Math.abs(latitude ?? 0) > 90 || Math.abs(longitude ?? 0) > 180 || Number.isNaN(latitude) || Number.isNaN(longitude)) return { wrong: 'Latitude is -90 to 90, longitude -180 to 180.' }
  return { value: { name: given('name'), admin1: given('admin1') || null, country: country || null, latitude, longitude, precision: PRECISIONS.find(p => p === given('precision')) ?? 'town', gazetteer: null, evidence: [] } }
}

function countFrom(least: string, most: string, before: FieldValue | null): ReturnType<typeof valueFrom> {
  const min = least === '' ? null : Number(least), max = most === '' ? null : Number(most), of = before !== null && typeof before === 'object' && 'of' in before ? before.of : null
  if (min === null && max === null) return { wrong: 'Give a number.' }
  if ([min, max].some(n => n !== null && (!Number.isInteger(n) || n < 0))) return { wrong: 'Numbers are whole and not below 0.' }
  return min !== null && max !== null && min > max ? { wrong: '“At least” is more than “at most”.' } : { value: { min, max, of, evidence: [] } }
}
