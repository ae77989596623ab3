/** The points of a map as arrays of numbers: a hundred thousand are walked in a few milliseconds. */
import { EVENT_TYPES } from '../../../core/model/index.ts'
import type { Points } from '../../api/queries.ts'
import { xOf, yOf } from './mercator.ts'

export const PRECISIONS = ['site', 'town', 'district', 'province', 'country'] as const

export interface Columns {
  readonly count: number
  /** In the square of the projection. */
  readonly x: Float64Array
  readonly y: Float64Array
  readonly latitude: readonly number[]
  readonly longitude: readonly number[]
  /** Place in EVENT_TYPES. */
  readonly type: Uint8Array
  /** Place in PRECISIONS. */
  readonly precision: Uint8Array
  /** Days since 1970; the least and greatest numbers where an end is not known. */
  readonly first: Int32Array
  readonly last: Int32Array
  readonly cut: boolean
}

const NEVER = -2_147_483_648, ALWAYS = 2_147_483_647

/** Days since 1970 of YYYY-MM-DD; null for anything else. */
export function dayOf(text: string | null | undefined): number | null {
  const at = Date.parse(`${text?.slice(0, 10) ?? ''}T00:00:00Z`)
  return Number.isNaN(at) ? null : Math.round(at / 86_400_000)
}
export const dayText = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

export function columnsOf(points: Points): Columns {
  const count = points.latitude.length, types = new Map<string, number>(EVENT_TYPES.map((t, i) => [t, i])), days = new Map<string, number | null>()
  const day = (text: string | null): number | null => { if (text === null) return null; let known = days.get(text); if (known === undefined) { known = dayOf(text); days.set(text, known) } return known }
  const column = { x: new Float64Array(count), y: new Float64Array(count), type: new Uint8Array(count), precision: new Uint8Array(count), first: new Int32Array(count), last: new Int32Array(count) }
  for (let i = 0; i < count; i++) {
    column.x[i] = xOf(points.longitude[i]!)
    column.y[i] = yOf(points.latitude[i]!)
    column.type[i] = types.get(points.type[i]!) ?? 0
    column.precision[i] = Math.max(0, PRECISIONS.indexOf(points.precision[i] as 'town'))
    const from = day(points.date[i]!), to = day(points.end[i]!) ?? from
    column.first[i] = from ?? NEVER
    column.last[i] = to ?? ALWAYS
  }
  return { count, latitude: points.latitude, longitude: points.longitude, ...column, cut: points.cut }
}

/** Days from the first to the last, both included; null for all time. */
export type Range = readonly [number, number] | null
