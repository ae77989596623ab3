/** Values of fields in words. */
import type { FieldValue, IncidentField, Participant, Place, Quantity, When } from '../../../core/model/index.ts'
import { countryName, plain, sayCount, sayWhen } from '../../filters/words.ts'

export const FIELD_TITLES: Readonly<Record<IncidentField, string>> = {
  occurrence: 'It happened', type: 'What', mode: 'By what means', status: 'Status', actors: 'Who', recipients: 'To whom', place: 'Where', date: 'When',
  killed: 'Killed', injured: 'Injured', attackersKilled: 'Attackers killed', detained: 'Held or missing', weapons: 'Weapons', count: 'How many times',
}

/** A value as one line; empty where it says nothing. */
export function sayField(field: IncidentField, value: FieldValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return field === 'type' || field === 'mode' || field === 'status' ? plain(value) : value
  if (Array.isArray(value)) return (value as readonly (string | Participant)[]).map(v => (typeof v === 'string' ? v : v.name)).join(', ')
  if ('edtf' in value) return `${sayWhen(value as When)}${(value as When).stated ? '' : ' (inferred)'}`
  if ('precision' in value) return sayPlace(value as Place)
  return sayQuantity(value as Quantity)
}

/** Where only a province or a country is known, that is said. */
export function sayPlace({ name, admin1, country, precision }: Place): string {
  const parts = [...new Set([name, admin1, countryName(country)])].filter(part => part !== null && part !== '')
  return `${precision === 'province' || precision === 'country' ? 'somewhere in ' : ''}${parts.join(', ')}`
}

const sayQuantity = (quantity: Quantity): string => [sayCount(quantity), quantity.of ?? ''].filter(part => part !== '').join(' ')
