/** Says the values of an event in short words for the eye. */
import type { Claim, Event, Participant, Place, Quantity } from '../index.ts'
import { clean } from './clean.ts'

/** "12", "at least 12", "up to 12", "12 to 15". */
export function amount({ min, max }: Quantity): string {
  if (min === null && max === null) return 'some'
  if (min === null) return `up to ${max}`
  if (max === null) return `at least ${min}`
  return min === max ? `${min}` : `${min} to ${max}`
}

/** An amount with what it counts, if known. */
export const quantity = (q: Quantity): string => q.of === null ? amount(q) : `${amount(q)} ${clean(q.of)}`

export const participants = (list: readonly Participant[]): string => list.length === 0 ? '?' : list.map(p => clean(p.name)).join(', ')

/** "Mukalla, Hadramawt, YE". */
export const place = (p: Place): string => [p.name, p.admin1, p.precision === 'country' ? null : p.country].filter(part => part !== null && part !== '').map(part => clean(part!)).filter((part, i, all) => all.indexOf(part) === i).join(', ')

export const kind = (event: Event): string => event.mode === null ? event.type : `${event.type} ${event.mode}`

export const actors = (event: Event): string => participants(event.actors)

/** The toll in the order killed, injured, attackers killed, detained; empty where nothing is said. */
export function toll(event: Event): string {
  const parts: readonly (readonly [string, Quantity | null])[] = [['killed', event.killed], ['injured', event.injured], ['attackers killed', event.attackersKilled], ['detained', event.detained], ['acts', event.count]]
  return parts.flatMap(([name, q]) => q === null ? [] : [`${quantity(q)} ${name}`]).join(' · ')
}

/** "army spokesman denies event"; a value is added where the claim has one. */
export function claim({ speaker, stance, about, value }: Claim): string {
  const said = value === null ? '' : typeof value === 'string' ? `: ${clean(value)}` : `: ${quantity(value)}`
  return `${clean(speaker.name)} ${stance} (${about}${said})`
}
