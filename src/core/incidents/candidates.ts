/** Blocking: the keys under which an event meets those that may tell of the same occurrence. */
import { hashOf, keyOf, type Bag } from './bag.ts'
import { lengthOf } from './days.ts'
import type { Spot } from './place.ts'
import type { Profile } from './profile.ts'

/** Days in a cell of time; short cells come in two rows, half a cell apart, so that neighbours in time share one. */
const CELL = 4, SEASON = 90
/** Longest span, in days, that is entered under each of its short cells, and the most seasons of a longer one. */
const SPAN = 12, SEASONS = 6

/** The keys of an event: by type with time and place, time and sides, time and country; and by place and season, for those that give no day. */
export function keysOf(p: Profile): Float64Array {
  const short = p.days !== null && lengthOf(p.days) <= SPAN
  const when = short ? [...cellsOf(p.days!.first, p.days!.last, CELL, 0), ...cellsOf(p.days!.first, p.days!.last, CELL, CELL / 2)] : []
  const named = [...new Set(p.places.flatMap(s => [`n${s.name}`, ...s.narrow ? [...s.sounds].map(h => `s${h}`) : []]))], grid = p.places.flatMap(gridOf), who = [...sideKeys('a', p.actors), ...sideKeys('r', p.recipients)]
  const keys = new Set<string>()
  for (const cell of when) for (const key of [...named, ...grid, ...who, ...p.places.map(s => `${s.country} ${p.mode}`), ...tolls(p), `${p.mode}`]) keys.add(`${cell} ${key}`)
  for (const cell of seasonsOf(p)) for (const key of short ? named : [...named, ...who]) keys.add(`${cell} ${key}`)
  if (short) for (const key of who) keys.add(`${cellsOf(p.days!.first, p.days!.first, SEASON, 0)[0]!} ${key}`)
  return Float64Array.from(keys, key => keyOf(`${p.type} ${key}`))
}

/** A toll beyond the common few says much by itself. */
const tolls = (p: Profile): readonly string[] => [p.killed, p.injured].flatMap((b, i) => (b !== null && (b.min || b.max) > 4 ? [`toll${i} ${b.min || b.max}`] : []))

/** Words of one side that make keys. */
const SIDES = 2
const sideKeys = (role: string, side: Bag): readonly string[] => [...side.subarray(0, SIDES)].map(h => `${role}${h}`)

/** Degrees of a grid square; two grids, half a square apart, as with time. */
const DEGREES = 0.5
const GRIDS = [0, 0.5]

const gridOf = (s: Spot): readonly string[] => (s.narrow && !Number.isNaN(s.latitude) ? GRIDS.map(shift => `g${Math.floor(s.latitude / DEGREES + shift)} ${Math.floor(s.longitude / DEGREES + shift)} ${shift}`) : [])

function cellsOf(first: number, last: number, size: number, shift: number): readonly string[] {
  const out: string[] = []
  for (let cell = Math.floor((first + shift) / size); cell <= Math.floor((last + shift) / size); cell++) out.push(`t${size} ${shift} ${cell}`)
  return out
}

/** Seasons of the act's days; where it has none, of the report's day and before. */
function seasonsOf(p: Profile): readonly string[] {
  const { first, last } = p.days ?? { first: (p.published ?? 0) - SEASON, last: p.published ?? 0 }
  return cellsOf(Math.max(first, last - SEASON * SEASONS), last, SEASON, 0)
}

/** Sorts what stands under one key so that likely partners stand side by side: by place, day, mode and side. */
export const rankOf = (p: Profile): number => (hashOf(`${p.places[0]?.name ?? 0}`) >>> 0) * 1048576 + ((p.days?.first ?? 0) & 0xffff) * 16 + (hashOf(`${p.mode}`) & 15)
