/** Toponyms as geoparsing is scored: tagging, distance, and both at once (Gritta, Pilehvar, Limsopatham and Collier 2018, "What's missing in geographical parsing?", methods.py; the same authors' Pragmatic Guide, 2020). */
import type { Measured, Units } from '../board.ts'
import { harmonic, overSums, prf } from './counts.ts'
import type { Extent } from '../../src/core/model/index.ts'

/** Degrees, WGS 84. */
export interface Point { readonly latitude: number; readonly longitude: number }
export interface Toponym extends Extent, Point { readonly name: string }

export interface ToponymPairs {
  readonly pairs: readonly { readonly gold: Toponym; readonly found: Toponym; readonly km: number }[]
  readonly missed: readonly Toponym[]
  readonly wrong: readonly Toponym[]
}

/** Mean radius of the Earth in km, as geopy's great_circle has it. */
const EARTH = 6371.009
/** How far apart the middles of two mentions may lie, in characters: the paper's inexact match. */
const REACH = 10
/** Kilometres within which a place counts as found (100 miles; Cheng et al. 2010). */
const NEAR = 161

/** Great-circle distance in km (Vincenty's form for a sphere). */
export function kilometres(a: Point, b: Point): number {
  const rad = (degrees: number): number => degrees * Math.PI / 180
  const [p, q, d] = [rad(a.latitude), rad(b.latitude), rad(b.longitude - a.longitude)]
  const y = Math.hypot(Math.cos(q) * Math.sin(d), Math.cos(p) * Math.sin(q) - Math.sin(p) * Math.cos(q) * Math.cos(d))
  return EARTH * Math.atan2(y, Math.sin(p) * Math.sin(q) + Math.cos(p) * Math.cos(q) * Math.cos(d))
}

/** Pairs mentions whose names are equal, case aside, and whose middles lie less than ten characters apart; each gold takes the first that fits. */
export function pairToponyms(gold: readonly Toponym[], found: readonly Toponym[]): ToponymPairs {
  const free = [...found], pairs: ToponymPairs['pairs'][number][] = [], missed: Toponym[] = []
  for (const expected of gold) {
    const at = free.findIndex(answer => Math.abs(middle(answer) - middle(expected)) < REACH && answer.name.toLowerCase() === expected.name.toLowerCase())
    if (at < 0) { missed.push(expected); continue }
    const answer = free.splice(at, 1)[0]!
    pairs.push({ gold: expected, found: answer, km: kilometres(expected, answer) })
  }
  return { pairs, missed, wrong: free }
}

const middle = (extent: Extent): number => (extent.start + extent.end) / 2

/** What a document adds: [matched, false, missed, matched within 161 km, sum of km]. */
export function countToponyms({ pairs, missed, wrong }: ToponymPairs): readonly number[] {
  return [pairs.length, wrong.length, missed.length, pairs.filter(p => p.km < NEAR).length, pairs.reduce((sum, p) => sum + p.km, 0)]
}

/** Over units of `countToponyms`. End to end, a mention is right when it is matched and lies within 161 km. */
export const toponymFigures = (units: Units): readonly Measured[] => [
  overSums('tagging F1', units, ([right = 0, wrong = 0, missed = 0]) => prf(right, wrong, missed).f1),
  overSums('accuracy at 161 km', units, ([right = 0, , , near = 0]) => right === 0 ? 0 : 100 * near / right),
  overSums('mean error', units, ([right = 0, , , , km = 0]) => right === 0 ? 0 : km / right),
  overSums('end-to-end F1', units, ([right = 0, wrong = 0, missed = 0, near = 0]) => harmonic(share(near, right + wrong), share(near, right + missed))),
]

const share = (part: number, whole: number): number => whole === 0 ? 0 : 100 * part / whole
