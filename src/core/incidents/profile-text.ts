/** A profile as a line of text, so that a store can keep it and compare events without their reports. */
import type { EventRef } from '../model/index.ts'
import type { Bag } from './bag.ts'
import type { Spot } from './place.ts'
import { keyOfRef, type Bounds, type Profile } from './profile.ts'

/** What JSON can hold of a profile; the event it is of stands beside it. */
export function profileText(p: Profile): string {
  const { ref: _, key: __, days, places, actors, recipients, victims, weapons, words, telling, report, killed, injured, ...plain } = p
  return JSON.stringify({
    ...plain, days: days === null ? null : [days.first, days.last], places: places.map(spotCells), killed: boundCells(killed), injured: boundCells(injured),
    bags: [actors, recipients, victims, weapons, words, telling, report].map(bagText),
  })
}

type Plain = Pick<Profile, 'type' | 'mode' | 'downing' | 'status' | 'reciprocal' | 'dated' | 'firm' | 'leads' | 'published' | 'publisher' | 'pinned' | 'count'>
interface Written extends Plain { readonly days: readonly [number, number] | null; readonly places: readonly SpotCells[]; readonly killed: BoundCells | null; readonly injured: BoundCells | null; readonly bags: readonly string[] }

/** The profile of an event from its text, equal to the one that was written. */
export function profileFrom(ref: EventRef, text: string): Profile {
  const { days, places, killed, injured, bags, ...plain } = JSON.parse(text) as Written
  const [actors, recipients, victims, weapons, words, telling, report] = bags.map(bagFrom) as [Bag, Bag, Bag, Bag, Bag, Bag, Bag]
  return {
    ref, key: keyOfRef(ref), ...plain, days: days === null ? null : { first: days[0], last: days[1] }, places: places.map(spotFrom), killed: boundsFrom(killed), injured: boundsFrom(injured),
    actors, recipients, victims, weapons, words, telling, report,
  }
}

/** Numbers of JSON; null for NaN. */
type Cell = number | null
const cell = (n: number): Cell => (Number.isNaN(n) ? null : n)
const number = (c: Cell): number => c ?? Number.NaN

type BoundCells = readonly [Cell, Cell]
const boundCells = (b: Bounds | null): BoundCells | null => (b === null ? null : [cell(b.min), cell(b.max)])
const boundsFrom = (cells: BoundCells | null): Bounds | null => (cells === null ? null : { min: number(cells[0]), max: number(cells[1]) })

type SpotCells = readonly [name: number, sounds: string, id: number, country: number, admin1: number, latitude: Cell, longitude: Cell, reach: number, narrow: boolean]
const spotCells = (s: Spot): SpotCells => [s.name, bagText(s.sounds), s.id, s.country, s.admin1, cell(s.latitude), cell(s.longitude), s.reach, s.narrow]
const spotFrom = ([name, sounds, id, country, admin1, latitude, longitude, reach, narrow]: SpotCells): Spot => ({ name, sounds: bagFrom(sounds), id, country, admin1, latitude: number(latitude), longitude: number(longitude), reach, narrow })

/** Five digits of 85 hold 32 bits (as in RFC 1924, whose alphabet this is); none of them needs an escape in JSON. */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~'
const WIDTH = 5
const VALUES = new Map([...DIGITS].map((digit, i) => [digit.charCodeAt(0), i]))

function bagText(bag: Bag): string {
  let out = ''
  for (const hash of bag) {
    let rest = hash >>> 0, digits = ''
    for (let i = 0; i < WIDTH; i++) { digits = DIGITS[rest % 85]! + digits; rest = Math.floor(rest / 85) }
    out += digits
  }
  return out
}

function bagFrom(text: string): Bag {
  const bag = new Int32Array(text.length / WIDTH)
  for (let i = 0; i < bag.length; i++) {
    let value = 0
    for (let k = 0; k < WIDTH; k++) value = value * 85 + VALUES.get(text.charCodeAt(i * WIDTH + k))!
    bag[i] = value
  }
  return bag
}
