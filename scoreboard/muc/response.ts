/** Makes MUC-4's official response template of an incident. */
import { countryName } from './choices.ts'
import { SLOT_NAMES, type Fill, type OfficialTemplate } from './key.ts'
import type { Incident, Party } from './incident.ts'

const fill = (value: string, tag: string | null = null): Fill => ({ values: [value], tags: tag === null ? [] : [tag], optional: false })

export function responseOf(message: string, incident: Incident): OfficialTemplate {
  const filled: Readonly<Record<number, readonly Fill[]>> = {
    2: one(incident.day), 3: one(incident.place), 4: [fill(incident.type)], 5: [fill(incident.stage)],
    ...instrumentSlots(incident), ...perpetratorSlots(incident), ...incident.type === 'KIDNAPPING' ? {} : physicalSlots(incident), ...humanSlots(incident),
  }
  return { message, optional: false, slots: SLOT_NAMES.map((_, slot) => filled[slot] ?? []) }
}

const one = (value: string | null): readonly Fill[] => value === null ? [] : [fill(value)]

/** A string filler: upper case, on one line. */
const words = (text: string): string => text.toUpperCase().replace(/\s+/g, ' ').trim()
const name = (party: Party): string => words(party.strings[0]!)

/** A set fill of each party that has one. */
const said = (parties: readonly Party[], slot: number): readonly Fill[] => parties.flatMap(p => { const value = p.sets.get(slot); return value === undefined ? [] : [fill(value, name(p))] })

function instrumentSlots({ type, instruments, event }: Incident): Readonly<Record<number, readonly Fill[]>> {
  if (type === 'ARSON' || type === 'KIDNAPPING') return {}
  const implied = instruments.length > 0 ? [] : type === 'BOMBING' ? [fill('BOMB', '-')] : event?.mode === 'firearms' ? [fill('GUN', '-')] : []
  return { 6: instruments.map(i => fill(name(i))), 7: [...said(instruments, 7), ...implied] }
}

const perpetratorSlots = ({ individuals, organizations, category }: Incident): Readonly<Record<number, readonly Fill[]>> =>
  ({ 8: one(category), 9: individuals.map(p => fill(name(p))), 10: organizations.map(p => fill(name(p))), 11: said(organizations, 11) })

/** The nation of what belongs to another than the country of the incident. */
const nations = (parties: readonly Party[], { place }: Incident): readonly Fill[] => parties.flatMap(p => p.country === null || place === null || countryName(p.country) === place.split(':')[0] ? [] : [fill(countryName(p.country), name(p))])

const physicalSlots = (incident: Incident): Readonly<Record<number, readonly Fill[]>> =>
  ({ 12: incident.physical.map(p => fill(name(p))), 13: said(incident.physical, 13), 14: said(incident.physical, 14), 15: nations(incident.physical, incident), 16: said(incident.physical, 16) })

function humanSlots(incident: Incident): Readonly<Record<number, readonly Fill[]>> {
  const { humans, type } = incident
  return {
    18: humans.filter(p => p.named).map(p => fill(name(p))), 19: [...humans.flatMap(p => p.descriptions.slice(0, 1).map(d => fill(words(d), name(p)))), ...humans.filter(p => !p.named).map(p => fill(name(p)))],
    20: said(humans, 20), 21: said(humans, 21), 22: nations(humans, incident), 23: type === 'KIDNAPPING' ? [] : said(humans, 23),
  }
}
