/** A window of the world around a point, plate carrée with longitudes narrowed by the latitude of its middle. */
import type { Geometry, Position } from 'geojson'

export interface Window { readonly x: (longitude: number) => number; readonly y: (latitude: number) => number; readonly scale: number; readonly width: number; readonly height: number }

/** Degrees of latitude that the window is high. */
const HIGH = 24

export function windowAround(latitude: number, longitude: number, { width, height }: { readonly width: number; readonly height: number }): Window {
  const scale = height / HIGH, narrow = Math.max(0.2, Math.cos(latitude * Math.PI / 180)), middle = Math.max(-90 + HIGH / 2, Math.min(90 - HIGH / 2, latitude))
  // The shorter way round, so that a place by the 180th meridian has both of its sides.
  const apart = (at: number): number => ((at - longitude + 540) % 360) - 180
  return { x: at => width / 2 + apart(at) * narrow * scale, y: at => height / 2 - (at - middle) * scale, scale, width, height }
}

/** Outlines as one path; rings that lie wholly outside, or that wrap around the back, are left out. */
export function linesOf(geometries: readonly Geometry[], window: Window): string {
  return geometries.flatMap(g => (g.type === 'Polygon' ? g.coordinates : g.type === 'MultiPolygon' ? g.coordinates.flat() : [])).map(ring => ringPath(ring, window)).join('')
}

function ringPath(ring: readonly Position[], { x, y, width, height }: Window): string {
  const points = ring.map(([longitude = 0, latitude = 0]) => [x(longitude), y(latitude)] as const)
  if (points.every(([a]) => a < 0) || points.every(([a]) => a > width) || points.every(([, b]) => b < 0) || points.every(([, b]) => b > height)) return ''
  const parts = points.map(([a, b], i) => `${i === 0 || Math.abs(a - points[i - 1]![0]) > 4 * width ? 'M' : 'L'}${a.toFixed(1)} ${b.toFixed(1)}`)
  return `${parts.join('')}${parts.slice(1).some(p => p.startsWith('M')) ? '' : 'Z'}`
}
