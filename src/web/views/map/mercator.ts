/** The map's projection: the world as a square from 0 to 1, and a view of it. */

/** What is in sight: its middle in the square, the zoom (the square has 512 · 2^zoom pixels), the size in pixels. */
export interface Sight { readonly x: number; readonly y: number; readonly zoom: number; readonly width: number; readonly height: number }

export const TILE = 512
/** The least zoom: the whole world on a screen of a phone's width. */
export const LEAST_ZOOM = -1
/** Beyond it the projection goes to infinity. */
const MOST_LATITUDE = 85.051129
const EARTH_KM = 40_075.017

export const xOf = (longitude: number): number => (longitude + 180) / 360
export function yOf(latitude: number): number {
  const sin = Math.sin(Math.max(-MOST_LATITUDE, Math.min(MOST_LATITUDE, latitude)) * Math.PI / 180)
  return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)
}
export const longitudeOf = (x: number): number => x * 360 - 180
export const latitudeOf = (y: number): number => 360 / Math.PI * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - 90

export const scaleOf = (zoom: number): number => TILE * 2 ** zoom
/** Kilometres of a pixel at a latitude. */
export const kmOfPixel = (zoom: number, latitude: number): number => EARTH_KM * Math.cos(latitude * Math.PI / 180) / scaleOf(zoom)

/** West, south, east, north of what is in sight, in degrees. */
export function boundsOf({ x, y, zoom, width, height }: Sight): readonly [number, number, number, number] {
  const half = width / 2 / scaleOf(zoom), tall = height / 2 / scaleOf(zoom)
  return [Math.max(-180, longitudeOf(x - half)), latitudeOf(Math.min(1, y + tall)), Math.min(180, longitudeOf(x + half)), latitudeOf(Math.max(0, y - tall))]
}

/** The view that holds all of some points (in the square), with a margin. */
export function sightOf(xs: ArrayLike<number>, ys: ArrayLike<number>, width: number, height: number): Sight {
  let west = 1, east = 0, north = 1, south = 0
  for (let i = 0; i < xs.length; i++) { west = Math.min(west, xs[i]!); east = Math.max(east, xs[i]!); north = Math.min(north, ys[i]!); south = Math.max(south, ys[i]!) }
  if (west > east) return { x: 0.5, y: 0.42, zoom: Math.max(LEAST_ZOOM, Math.log2(width / TILE)), width, height }
  const room = 0.85, zoom = Math.min(8, Math.log2(width * room / Math.max(1e-6, east - west) / TILE), Math.log2(height * room / Math.max(1e-6, south - north) / TILE))
  return { x: (west + east) / 2, y: (north + south) / 2, zoom: Math.max(LEAST_ZOOM, zoom), width, height }
}

/** Reads "longitude,latitude,zoom" of an address; null for anything else. */
export function sightFrom(text: string | undefined, width: number, height: number): Sight | null {
  const parts = (text ?? '').split(',').map(Number), [longitude = Number.NaN, latitude = Number.NaN, zoom = Number.NaN] = parts
  if (parts.length !== 3 || !(Math.abs(longitude) <= 180) || !(Math.abs(latitude) <= 90) || !(zoom >= LEAST_ZOOM && zoom <= 22)) return null
  return { x: xOf(longitude), y: yOf(latitude), zoom, width, height }
}
export const sightText = ({ x, y, zoom }: Sight): string => [longitudeOf(x).toFixed(3), latitudeOf(y).toFixed(3), zoom.toFixed(2)].join(',')
