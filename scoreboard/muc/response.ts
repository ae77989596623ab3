/** Makes MUC-4's official response template of an incident. */
import type { Event, Quantity } from '../../src/core/model/index.ts'
import { officialDay, SLOT_NAMES, type Fill, type OfficialTemplate } from './key.ts'
import type { Incident, Party } from './incident.ts'
import { byWords, COUNTRY_NAMES, HUMAN, HUMAN_BY_SECTOR, INSTRUMENTS, PHYSICAL, PLACE_KINDS } from './tables.ts'

const fill = (value: string, tag: string | null = null): Fill => ({ values: [value], tags: tag === null ? [] : [tag], optional: false })

/** The template; `published` (YYYY-MM-DD) is the message's date. */
export function responseOf(message: string, incident: Incident, published: string | null): OfficialTemplate {
  const filled: Readonly<Record<number, readonly Fill[]>> = {
    2: one(dateOf(incident.event, published)), 3: one(locationOf(incident)), 4: [fill(incident.type)], 5: [fill(incident.stage)],
    ...instrumentSlots(incident), ...perpetratorSlots(incident), ...incident.type === 'KIDNAPPING' ? {} : physicalSlots(incident), ...humanSlots(incident),
  }
  return { message, optional: false, slots: SLOT_NAMES.map((_, slot) => filled[slot] ?? []) }
}

const one = (value: string | null): readonly Fill[] => value === null ? [] : [fill(value)]

/** A string filler: upper case, on one line. */
const words = (text: string): string => text.toUpperCase().replace(/\s+/g, ' ').trim()
const name = (party: Party): string => words(party.strings[0]!)

function dateOf(event: Event | null, published: string | null): string | null {
  const date = event?.date ?? null, first = date?.start?.slice(0, 10) ?? null, last = date?.end?.slice(0, 10) ?? first
  if (first === null || last === null || first.slice(0, 2) !== '19' || (date !== null && !date.stated)) return published === null ? null : `- ${officialDay(published)}`
  return first === last ? officialDay(first) : `${officialDay(first)} - ${officialDay(last)}`
}

const REGIONS = new Intl.DisplayNames(['en'], { type: 'region' })
const countryName = (code: string): string => COUNTRY_NAMES[code] ?? words(REGIONS.of(code) ?? code)
const unaccented = (text: string): string => words(text).normalize('NFD').replace(/\p{M}/gu, '')

function locationOf({ place }: Incident): string | null {
  if (place === null || place.country === null) return null
  const kind = PLACE_KINDS[place.precision]
  return kind === undefined ? countryName(place.country) : `${countryName(place.country)}: ${unaccented(place.name).replace(/ (?:DEPARTMENT|PROVINCE|MUNICIPALITY|NEIGHBORHOOD|DISTRICT|CITY)$/, '')} (${kind})`
}

function instrumentSlots({ type, instruments, event }: Incident): Readonly<Record<number, readonly Fill[]>> {
  if (type === 'ARSON' || type === 'KIDNAPPING') return {}
  const known = instruments.flatMap(instrument => { const kind = byWords(INSTRUMENTS, instrument.strings[0]!); return kind === null ? [] : [fill(kind, name(instrument))] })
  const implied = known.length > 0 ? [] : type === 'BOMBING' ? [fill('BOMB', '-')] : event?.mode === 'firearms' ? [fill('GUN', '-')] : []
  return { 6: instruments.map(i => fill(name(i))), 7: [...known, ...implied] }
}

const STATE = /\b(?:army|armed forces|air force|navy|police\w*|military|soldiers?|troops|battalion|brigade|government|regime|security forces|patrol|colonel|general|lieutenant|captain|death squads?|paramilitar\w+)\b/i, REBEL = /guerrilla|rebel|terroris|subversive|extremist|front|movement|liberation|extraditable/i

function perpetratorSlots({ individuals, organizations }: Incident): Readonly<Record<number, readonly Fill[]>> {
  const all = [...individuals, ...organizations].map(p => p.strings.join(' '))
  const category = all.some(p => STATE.test(p)) && !all.some(p => REBEL.test(p)) ? 'STATE-SPONSORED VIOLENCE' : 'TERRORIST ACT'
  return { 8: one(category), 9: individuals.map(p => fill(name(p))), 10: organizations.map(p => fill(name(p))), 11: organizations.map(p => fill(confidenceOf(p), name(p))) }
}

/** Template-doc part 2, slot 11: who connects the organisation with the act. */
function confidenceOf({ told }: Party): string {
  if (/claim\w*\b.{0,40}\b(?:responsib|credit|attack)|admitted|we (?:did|carried)/is.test(told)) return 'CLAIMED OR ADMITTED'
  if (!/\b(?:accus|blam|suspect|attribut|alleg|presum|responsib|believ|involve|charge[ds]? with)/i.test(told)) return 'REPORTED AS FACT'
  return /police|army|military|govern|minist|president|authorit|colonel|general\b|armed forces/i.test(told) ? 'SUSPECTED OR ACCUSED BY AUTHORITIES' : 'SUSPECTED OR ACCUSED'
}

/** PLURAL for a plural noun without a count, else the count, else 1. */
function numberOf(party: Party, counted: Quantity | null): string {
  const text = party.strings[0]!, of = counted?.of ?? ''
  if (counted !== null && of !== '' && text.toLowerCase().includes(of.toLowerCase())) return counted.min === counted.max ? String(counted.min) : counted.min !== null ? `${counted.min}-` : 'PLURAL'
  return !party.named && /(s|men|people|children|personnel)$/i.test(text) ? 'PLURAL' : '1'
}

const foreign = (party: Party, incident: Incident): boolean => party.participant.country !== null && incident.place?.country != null && party.participant.country !== incident.place.country

function physicalSlots(incident: Incident): Readonly<Record<number, readonly Fill[]>> {
  const { physical, type } = incident, effectOf = (p: Party): string | null => p.effect === 'DESTROYED' || p.effect === 'SOME DAMAGE' ? p.effect : type === 'ARSON' || type === 'BOMBING' ? 'SOME DAMAGE' : null
  return {
    12: physical.map(p => fill(name(p))), 13: physical.map(p => fill(byWords(PHYSICAL, p.strings[0]!) ?? 'OTHER', name(p))), 14: physical.map(p => fill(numberOf(p, null), name(p))),
    15: physical.filter(p => foreign(p, incident)).map(p => fill(countryName(p.participant.country!), name(p))), 16: physical.flatMap(p => { const effect = effectOf(p); return effect === null ? [] : [fill(effect, name(p))] }),
  }
}

function humanSlots(incident: Incident): Readonly<Record<number, readonly Fill[]>> {
  const { humans, killed, injured, type } = incident, general = (killed?.min ?? 0) > 0 ? 'DEATH' : (injured?.min ?? 0) > 0 ? 'INJURY' : killed?.max === 0 || injured?.max === 0 ? 'NO INJURY OR DEATH' : null
  const effectOf = (p: Party): string | null => p.effect === 'DEATH' || p.effect === 'INJURY' ? p.effect : general
  const counted = killed ?? injured, human = (p: Party): string => byWords(HUMAN, [...p.descriptions, ...p.strings].join(' ')) ?? p.participant.sectors.map(s => HUMAN_BY_SECTOR[s]).find(t => t !== undefined) ?? 'CIVILIAN'
  return {
    18: humans.filter(p => p.named).map(p => fill(name(p))), 19: [...humans.flatMap(p => p.descriptions.slice(0, 1).map(d => fill(words(d), name(p)))), ...humans.filter(p => !p.named).map(p => fill(name(p)))],
    20: humans.map(p => fill(human(p), name(p))), 21: humans.map(p => fill(numberOf(p, counted), name(p))),
    22: humans.filter(p => foreign(p, incident)).map(p => fill(countryName(p.participant.country!), name(p))), 23: type === 'KIDNAPPING' ? [] : humans.flatMap(p => { const effect = effectOf(p); return effect === null ? [] : [fill(effect, name(p))] }),
  }
}
