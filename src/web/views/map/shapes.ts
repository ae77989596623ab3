/** Shapes of base maps: lines and areas in degrees, from files of the user's own too. */
import { feature } from 'topojson-client'
import type { Topology } from 'topojson-specification'

export type Ring = readonly (readonly [number, number])[]
export interface Country { readonly name: string; /** Polygons, each its outer ring first, in degrees. */ readonly polygons: readonly (readonly Ring[])[] }
export interface BaseMap { readonly countries: readonly Country[]; readonly borders: readonly Ring[]; readonly disputed: readonly Ring[]; readonly from: string }

/** A line that crosses the 180th meridian goes on beyond it, not back across the map; a ring around a pole is closed along the map's edge. */
export function unwrapped(line: Ring, ring: boolean): Ring {
  const out: (readonly [number, number])[] = []
  let turn = 0, before: number | null = null
  for (const [longitude, latitude] of line) {
    if (before !== null && longitude - before > 180) turn -= 360
    if (before !== null && longitude - before < -180) turn += 360
    out.push([longitude + turn, latitude])
    before = longitude
  }
  const first = out[0], last = out.at(-1)
  if (!ring || turn === 0 || first === undefined || last === undefined) return out
  const pole = last[1] < 0 ? -90 : 90
  return [...out, [last[0], pole], [first[0], pole]]
}

/** What of GeoJSON's geometries is read here. */
interface Geometry { readonly type: string; readonly coordinates?: unknown; readonly geometries?: readonly Geometry[] }

export function polygonsOf(geometry: Geometry): readonly (readonly Ring[])[] {
  if (geometry.type === 'Polygon') return [geometry.coordinates as readonly Ring[]]
  return geometry.type === 'MultiPolygon' ? geometry.coordinates as readonly (readonly Ring[])[] : []
}
export function linesOf(geometry: Geometry): readonly Ring[] {
  if (geometry.type === 'LineString') return [geometry.coordinates as Ring]
  return geometry.type === 'MultiLineString' ? geometry.coordinates as readonly Ring[] : []
}

/** Most code units of a file of one's own. */
const LONGEST = 80_000_000

/** A base map from GeoJSON or TopoJSON: polygons are land, lines are borders, dashed where a feature has `disputed: true`. Throws with a sentence where it is neither. */
export function baseFrom(text: string, name: string): BaseMap {
  if (text.length > LONGEST) throw new Error('The file is larger than 80 MB; simplify it first.')
  const parsed = JSON.parse(text) as { readonly type?: string; readonly objects?: Topology['objects']; readonly features?: readonly Feature[] }
  const features = parsed.type === 'Topology' ? Object.values(parsed.objects ?? {}).flatMap(object => featuresOf(feature(parsed as unknown as Topology, object) as unknown as Feature)) : featuresOf(parsed as Feature)
  const flat = features.flatMap(f => (f.geometry?.type === 'GeometryCollection' ? (f.geometry.geometries ?? []).map(geometry => ({ ...f, geometry })) : [f])).filter(f => f.geometry != null) as readonly (Feature & { readonly geometry: Geometry })[]
  const countries = flat.map(f => ({ name: String(f.properties?.['name'] ?? ''), polygons: polygonsOf(f.geometry) })).filter(c => c.polygons.length > 0), lines = flat.map(f => ({ lines: linesOf(f.geometry), disputed: f.properties?.['disputed'] === true }))
  const borders = [...lines.filter(l => !l.disputed).flatMap(l => l.lines), ...lines.every(l => l.lines.length === 0) ? countries.flatMap(c => c.polygons.flat()) : []]
  if (![...countries.flatMap(c => c.polygons.flat()), ...borders, ...lines.flatMap(l => l.lines)].every(isRing)) throw new Error('Some shapes have coordinates that are no longitude and latitude in degrees.')
  if (countries.length === 0 && borders.length === 0) throw new Error('The file holds no areas and no lines: give GeoJSON or TopoJSON in degrees.')
  return { countries, borders, disputed: lines.filter(l => l.disputed).flatMap(l => l.lines), from: name }
}
const isRing = (ring: unknown): boolean => Array.isArray(ring) && ring.every(p => Array.isArray(p) && Number.isFinite(p[0]) && Number.isFinite(p[1]) && Math.abs(p[0] as number) <= 540 && Math.abs(p[1] as number) <= 90)

interface Feature { readonly type?: string; readonly geometry?: Geometry | null; readonly properties?: Readonly<Record<string, unknown>> | null; readonly features?: readonly Feature[] }
const featuresOf = (one: Feature): readonly Feature[] => (one.type === 'FeatureCollection' ? one.features ?? [] : one.type === 'Feature' ? [one] : [])

export type CountryOf = (longitude: number, latitude: number) => Country | null

/** Finds the country that holds a point, by the even-odd rule; what was found once is kept, as the same few points are asked for at every frame. */
export function countryFinder({ countries }: BaseMap): CountryOf {
  const known = new Map<string, Country | null>()
  return (longitude, latitude) => {
    const key = `${longitude} ${latitude}`, before = known.get(key)
    if (before !== undefined) return before
    const found = countries.find(c => c.polygons.some(([outer]) => outer !== undefined && inside(outer, longitude, latitude))) ?? null
    known.set(key, found)
    return found
  }
}
function inside(ring: Ring, x: number, y: number): boolean {
  let odd = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i]!, [bx, by] = ring[j]!
    if (ay > y !== by > y && x < (bx - ax) * (y - ay) / (by - ay) + ax) odd = !odd
  }
  return odd
}
