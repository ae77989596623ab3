/** Blocking: the keys under which an event meets those that may tell of the same occurrence. */
import { hashOf, keyOf, type Bag } from './bag.ts'
import { lengthOf } from './days.ts'
import type { Profile } from './profile.ts'

/** Days in a cell of time; short cells come in two rows, half a cell apart, so that neighbours in time share one. */
const CELL = 4, SEASON = 90, ROWS = [0, CELL / 2]
/** Longest span, in days, that is entered under each of its short cells, and the most seasons of a longer one. */
const SPAN = 12, SEASONS = 6

/** The keys of an event: by type with time and place; weaker ones by time with side, toll, country, mode or what reports tell first, and by season with name, side or toll, for those that give no day. */
export function keysOf(p: Profile): Float64Array {
  const short = p.days !== null && lengthOf(p.days) <= SPAN, rows = short ? ROWS.map(shift => cellsOf(p.days!.first, p.days!.last, CELL, shift)) : []
  const named = [...new Set(p.places.map(s => `n${s.name}`))], who = [...sideKeys('a', p.actors), ...sideKeys('r', p.recipients)]
  const strong = new Set<string>(), weak = new Set<string>(), loose = [...who, ...sounds(p), ...tolls(p), ...p.places.flatMap(s => [`${s.country} ${p.mode}`, ...(p.leads ? [`lead ${s.country}`] : [])]), `${p.mode}`]
  rows.forEach((cells, row) => { for (const cell of cells) { for (const key of [...named, ...gridOf(p, row)]) strong.add(`${cell} ${key}`); for (const key of loose) weak.add(`${cell} ${key}`) } })
  for (const cell of seasonsOf(p)) for (const key of [...named, ...who, ...tolls(p)]) weak.add(`${cell} ${key}`)
  return Float64Array.from([...[...strong].map(key => keyFor(p, key, 0)), ...[...weak].map(key => keyFor(p, key, 1))])
}

/** Weak keys are odd numbers. */
const keyFor = (p: Profile, key: string, weak: 0 | 1): number => { const n = keyOf(`${p.type} ${key}`); return n - n % 2 + weak }
export const isWeak = (key: number): boolean => key % 2 === 1

const sounds = (p: Profile): readonly string[] => p.places.flatMap(s => (s.narrow ? [...s.sounds].map(h => `s${h}`) : []))

/** A toll beyond the common few says much by itself. */
const tolls = (p: Profile): readonly string[] => [p.killed, p.injured].flatMap((b, i) => (b !== null && (b.min || b.max) > 4 ? [`toll${i} ${b.min || b.max}`] : []))

/** Words of one side that make keys. */
const SIDES = 2
const sideKeys = (role: string, side: Bag): readonly string[] => [...side.subarray(0, SIDES)].map(h => `${role}${h}`)

/** Degrees of a grid square; the grid lies half a square further with the second row of cells. */
const DEGREES = 0.5

const gridOf = (p: Profile, row: number): readonly string[] => p.places.flatMap(s => (s.narrow && !Number.isNaN(s.latitude) ? [`g${Math.floor(s.latitude / DEGREES + row / 2)} ${Math.floor(s.longitude / DEGREES + row / 2)}`] : []))

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
