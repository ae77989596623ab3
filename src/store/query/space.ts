/** Boxes, circles and days of filters. */
import { sql, type RawBuilder } from 'kysely'
import { StoreError } from '../errors.ts'
import type { Filter } from '../types/query.ts'

interface Sides { readonly west: number; readonly south: number; readonly east: number; readonly north: number }

const numbersOf = ({ value }: Filter): readonly number[] => (Array.isArray(value) ? value : String(value).split(',')).map(part => typeof part === 'string' && part.trim() === '' ? Number.NaN : Number(part))
const inRange = (value: number | undefined, most: number): boolean => value !== undefined && Number.isFinite(value) && Math.abs(value) <= most

/** West, south, east, north. Throws StoreError filter-value. */
export function boxOf(filter: Filter): Sides {
  const [west, south, east, north, ...rest] = numbersOf(filter)
  if (rest.length > 0 || !inRange(west, 180) || !inRange(east, 180) || !inRange(south, 90) || !inRange(north, 90) || south! > north!) throw new StoreError('filter-value', `A box is west, south, east, north in degrees, as 43.5,34.1,45,36; not ${JSON.stringify(filter.value)}.`, { field: filter.field })
  return { west: west!, south: south!, east: east!, north: north! }
}

/** Kilometres of a degree of latitude, and of the Earth's mean radius. */
const DEGREE = 111.195, RADIUS = 6371.0088

/** Latitude, longitude and kilometres, with the box around it. Throws StoreError filter-value. */
export function circleOf(filter: Filter): { readonly latitude: number; readonly longitude: number; readonly kilometres: number; readonly box: Sides } {
  const [latitude, longitude, kilometres, ...rest] = numbersOf(filter)
  if (rest.length > 0 || !inRange(latitude, 90) || !inRange(longitude, 180) || !inRange(kilometres, 20_038) || kilometres! < 0) throw new StoreError('filter-value', `A circle is latitude, longitude, kilometres, as 35.46,44.38,50; not ${JSON.stringify(filter.value)}.`, { field: filter.field })
  return { latitude: latitude!, longitude: longitude!, kilometres: kilometres!, box: boxAround(latitude!, longitude!, kilometres!) }
}

/** A box that holds the circle; a circle over a pole takes all longitudes. */
function boxAround(latitude: number, longitude: number, kilometres: number): Sides {
  const high = kilometres / DEGREE, south = Math.max(-90, latitude - high), north = Math.min(90, latitude + high)
  const sine = Math.sin(kilometres / RADIUS) / Math.cos(latitude * Math.PI / 180)
  const wide = north >= 90 || south <= -90 || sine >= 1 ? 180 : Math.asin(sine) * 180 / Math.PI + 0.001
  if (wide >= 180) return { west: -180, south, east: 180, north }
  const turned = (degrees: number): number => degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees
  return { west: turned(longitude - wide), south, east: turned(longitude + wide), north }
}

/** Great-circle distance in kilometres (haversine) between two columns and a point. */
export const sphereDistance = (latitude: RawBuilder<unknown>, longitude: RawBuilder<unknown>, toLatitude: number, toLongitude: number): RawBuilder<unknown> => {
  const halfSine = (from: RawBuilder<unknown>, to: number): RawBuilder<unknown> => sql`sin(radians(${from} - ${sql.lit(to)}) / 2)`
  const square = (part: RawBuilder<unknown>): RawBuilder<unknown> => sql`(${part} * ${part})`
  const inner = sql`${square(halfSine(latitude, toLatitude))} + cos(radians(${latitude})) * ${sql.lit(Math.cos(toLatitude * Math.PI / 180))} * ${square(halfSine(longitude, toLongitude))}`
  return sql`2 * ${sql.lit(RADIUS)} * asin(sqrt(case when ${inner} > 1 then 1 else ${inner} end))`
}

/** Days since 1970-01-01 of YYYY-MM-DD (more may follow); null for anything else. */
export function dayNumber(date: string | null): number | null {
  const time = date === null || !/^\d{4}-\d{2}-\d{2}/.test(date) ? Number.NaN : Date.parse(`${date.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(time) ? null : Math.floor(time / 86_400_000)
}

/** First and last day that filters on `date` leave open, for the index of boxes; null where unbounded. */
export function daysOf(filters: readonly Filter[]): readonly [number | null, number | null] {
  const bound = (ops: readonly string[], pick: (...days: number[]) => number): number | null => {
    const days = filters.filter(f => f.field === 'date' && ops.includes(f.op)).map(f => dayNumber(String(f.value))).filter(d => d !== null)
    return days.length === 0 ? null : pick(...days)
  }
  return [bound(['gte', 'gt', 'eq'], Math.max), bound(['lte', 'lt', 'eq'], Math.min)]
}
