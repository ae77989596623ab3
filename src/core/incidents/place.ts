/** Places of two reports compared: one, near, one within the other, or apart. */
import type { Place } from '../model/index.ts'
import { bagOf, fold, hashOf, shared, wordsIn, type Bag } from './bag.ts'

/** What is needed to compare a place: numbers only. NaN where there are no coordinates. */
export interface Spot {
  readonly name: number
  /** Consonants of each longer word of the name that says no kind of place, which different spellings of it share ("Urum", "Urem"). */
  readonly sounds: Bag
  readonly id: number
  readonly country: number
  readonly admin1: number
  readonly latitude: number
  readonly longitude: number
  /** Kilometres within which the place lies about its point: the reach of its precision. */
  readonly reach: number
  /** A site or a town. */
  readonly narrow: boolean
}

const REACH = { site: 2, town: 5, district: 40, province: 120, country: 600 } as const

export const spotOf = (p: Place, kinds: ReadonlySet<string>): Spot => ({
  name: hashOf(fold(p.name).replace(/[^\p{L}\p{N}]+/gu, '')), sounds: bagOf(wordsIn(p.name).filter(w => !kinds.has(w)).map(soundOf).filter(sound => sound.length > 1)), id: p.gazetteer === null ? 0 : hashOf(p.gazetteer),
  country: p.country === null ? 0 : hashOf(p.country), admin1: p.admin1 === null ? 0 : hashOf(fold(p.admin1)),
  latitude: p.latitude ?? Number.NaN, longitude: p.longitude ?? Number.NaN, reach: REACH[p.precision], narrow: p.precision === 'site' || p.precision === 'town',
})

/** A word's consonants, doubled ones once; '' for words too short to tell one name from another. */
const soundOf = (word: string): string => (word.length < 4 ? '' : word.replace(/(?!^)[aeiouwyh]/g, '').replace(/(.)\1+/g, '$1'))

const RAD = Math.PI / 180

/** Great-circle distance in km (haversine, mean radius 6371 km); NaN without coordinates. */
export function kilometresBetween(a: Spot, b: Spot): number {
  const h = Math.sin((b.latitude - a.latitude) * RAD / 2) ** 2 + Math.cos(a.latitude * RAD) * Math.cos(b.latitude * RAD) * Math.sin((b.longitude - a.longitude) * RAD / 2) ** 2
  return 12742 * Math.asin(Math.sqrt(h))
}

/** How two places stand to each other, and the order from best to worst. */
export type PlaceTie = 'same' | 'close' | 'alike' | 'near' | 'within' | 'unknown' | 'apart' | 'far'
const RANK: Readonly<Record<PlaceTie, number>> = { same: 0, close: 1, alike: 2, near: 3, within: 4, unknown: 5, apart: 6, far: 7 }

/** Kilometres up to which two places are close, near, apart. */
const CLOSE = 5, NEAR = 25, FAR = 60
/** Degrees of latitude, 111 km each, that lie beyond any of it, a country's reach included. */
const FAR_DEGREES = 6

export function tieOf(a: Spot, b: Spot): PlaceTie {
  if (a.id !== 0 && a.id === b.id) return 'same'
  if (Math.abs(a.latitude - b.latitude) > FAR_DEGREES) return 'far'
  const km = kilometresBetween(a, b)
  if (a.name === b.name && !(km > FAR)) return 'same'
  if (!(km > FAR) && a.narrow && b.narrow && shared(a.sounds, b.sounds) > 0) return 'alike'
  if (Number.isNaN(km)) return a.country !== 0 && b.country !== 0 && a.country !== b.country ? 'far' : 'unknown'
  if (km <= CLOSE) return 'close'
  if (!(a.narrow && b.narrow) && km <= Math.max(a.reach, b.reach) + NEAR && a.country === b.country) return 'within'
  if (km <= NEAR) return 'near'
  return km <= FAR ? 'apart' : 'far'
}

/** The best tie between any of `a` and any of `b`; null where either side has none. */
export function bestTie(a: readonly Spot[], b: readonly Spot[]): PlaceTie | null {
  let best: PlaceTie | null = null
  for (const x of a) for (const y of b) {
    const tie = tieOf(x, y)
    if (tie === 'same') return tie
    if (best === null || RANK[tie] < RANK[best]) best = tie
  }
  return best
}
