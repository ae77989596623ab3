/** What was clicked on the map, as it stands in the address: "latitude,longitude,kilometres". */
import type { Search } from '../../filters/search.ts'
import type { Extent, Mark } from './marks.ts'
import { kmOfPixel, type Sight } from './mercator.ts'

/** How much farther than its points the circle of a mark goes, against rounding; degrees of latitude a pixel of the whole world holds at the equator. */
const ROOM = 1.15, DEGREES = 360 / 512

/** Kilometres around a very place. */
const LEAST = 0.5

/** Kilometres of so many pixels around a place, by the pixels of the circle that lie nearest to the equator and hold the most. */
function kmOfReach(reach: number, { zoom }: Sight, latitude: number): number {
  const north = Math.abs(latitude), degrees = reach * DEGREES / 2 ** zoom * Math.cos(north * Math.PI / 180)
  return reach * kmOfPixel(zoom, Math.max(0, north - ROOM * degrees))
}

/** The circle that holds the points of a mark; of an extent only those with its very place. */
export function pickOf(picked: Mark | Extent, sight: Sight): string {
  const km = 'km' in picked || picked.sole !== null ? LEAST : Math.max(LEAST, ROOM * kmOfReach(picked.reach, sight, picked.latitude))
  return `${picked.latitude.toFixed(4)},${picked.longitude.toFixed(4)},${km < 10 ? (Math.ceil(km * 10) / 10).toFixed(1) : Math.ceil(km)}`
}

/** The filter of it; nothing where it is no circle. */
export const nearOf = (pick: string | undefined): Search => (/^-?\d+(\.\d+)?,-?\d+(\.\d+)?,\d+(\.\d+)?$/.test(pick ?? '') ? { near: pick! } : {})
