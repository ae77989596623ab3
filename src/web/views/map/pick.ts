/** What was clicked on the map, as it stands in the address: "latitude,longitude,kilometres". */
import type { Search } from '../../filters/search.ts'
import type { Extent, Mark } from './marks.ts'
import { kmOfPixel, type Sight } from './mercator.ts'

/** How much farther than its points the circle of a mark goes: a pixel has not everywhere in it the same kilometres. */
const ROOM = 1.15

/** The circle that holds the points of a mark; of an extent only those with its very place. */
export function pickOf(picked: Mark | Extent, sight: Sight): string {
  const km = 'km' in picked || picked.sole !== null ? 0.5 : Math.max(0.5, ROOM * picked.reach * kmOfPixel(sight.zoom, picked.latitude))
  return `${picked.latitude.toFixed(4)},${picked.longitude.toFixed(4)},${km.toFixed(km < 10 ? 1 : 0)}`
}

/** The filter of it; nothing where it is no circle. */
export const nearOf = (pick: string | undefined): Search => (/^-?\d+(\.\d+)?,-?\d+(\.\d+)?,\d+(\.\d+)?$/.test(pick ?? '') ? { near: pick! } : {})
