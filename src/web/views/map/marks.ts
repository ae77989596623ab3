/** What is drawn: points that lie close together on the screen as one mark, and places that are only a province or a country as extents. */
import type { Columns, Range } from './columns.ts'
import { HALF, labelsOf, type Box } from './labels.ts'
import type { Country, CountryOf } from './shapes.ts'
import { kmOfPixel, latitudeOf, longitudeOf, scaleOf, type Sight } from './mercator.ts'

/** A mark on the screen. `counts` has one number a type; `sole` is the point where there is but one. `latitude` and `longitude` are the middle of its points, `reach` the pixels from there to the farthest corner of the frame around them. */
export interface Mark { readonly x: number; readonly y: number; readonly count: number; readonly counts: Uint32Array; readonly type: number; readonly sole: number | null; readonly latitude: number; readonly longitude: number; readonly reach: number }

/** A place known only to lie somewhere within `km` of the middle (a province), or within a country. */
export interface Extent { readonly x: number; readonly y: number; readonly radius: number; readonly km: number; readonly country: boolean; readonly count: number; readonly latitude: number; readonly longitude: number; /** The country's shape on the base map, where that has one. */ readonly outline: Country | null; /** Where its words stand. */ readonly label: Box }
export interface Marks { readonly marks: readonly Mark[]; readonly extents: readonly Extent[]; readonly shown: number }

/** Pixels within which points become one mark. */
const CELL = 44
const TYPES = 16
/** How wide a province is drawn: no borders of provinces ship with the desk, so this is a circle and no border. */
const PROVINCE_KM = 80
/** Place of a precision in PRECISIONS from which on a place is an extent. */
const PROVINCE = 3, COUNTRY = 4

interface Cell { n: number; x: number; y: number; counts: Uint32Array; sole: number; west: number; east: number; north: number; south: number }

export function marksOf(columns: Columns, sight: Sight, range: Range, countryOf: CountryOf = () => null): Marks {
  const scale = scaleOf(sight.zoom), left = sight.x * scale - sight.width / 2, top = sight.y * scale - sight.height / 2, wide = Math.ceil((sight.width + 2 * CELL) / CELL)
  const cells = new Map<number, Cell>(), extents = new Map<string, { count: number; i: number }>()
  const [from, to] = range ?? [-Infinity, Infinity]
  let shown = 0
  // Cells hang on the map, not on the screen: marks do not jump while it is dragged.
  const shiftX = ((left % CELL) + CELL) % CELL, shiftY = ((top % CELL) + CELL) % CELL
  for (let i = 0; i < columns.count; i++) {
    if (columns.first[i]! > to || columns.last[i]! < from) continue
    shown++
    if (columns.precision[i]! >= PROVINCE) {
      const key = `${columns.precision[i]} ${columns.longitude[i]} ${columns.latitude[i]}`, known = extents.get(key)
      if (known === undefined) extents.set(key, { count: 1, i })
      else known.count++
      continue
    }
    const x = columns.x[i]! * scale - left, y = columns.y[i]! * scale - top
    if (x < -CELL || y < -CELL || x > sight.width + CELL || y > sight.height + CELL) continue
    const key = Math.floor((y + shiftY + CELL) / CELL) * (wide + 4) + Math.floor((x + shiftX + CELL) / CELL), cell = cells.get(key)
    if (cell === undefined) {
      const counts = new Uint32Array(TYPES)
      counts[columns.type[i]!] = 1
      cells.set(key, { n: 1, x, y, counts, sole: i, west: x, east: x, north: y, south: y })
    } else {
      cell.n++
      cell.x += x
      cell.y += y
      cell.counts[columns.type[i]!]!++
      widen(cell, x, y, x, y)
    }
  }
  const marks = apart([...cells.values()]).map(({ cell, at }) => markOf(columns, cell, at, { left, top, scale })).toSorted((a, b) => a.count - b.count), areas = [...extents.values()].map(e => extentOf(columns, e, { sight, left, top, countryOf })).filter(e => e.x > -e.radius && e.y > -e.radius && e.x < sight.width + e.radius && e.y < sight.height + e.radius)
  const labels = labelsOf(areas, marks.map(m => ({ x: m.x, y: m.y, radius: radiusOf(m.count) })), sight.width)
  return { marks, extents: areas.map((area, k) => ({ ...area, label: labels[k]! })), shown }
}

function widen(cell: Cell, west: number, north: number, east: number, south: number): void {
  if (west < cell.west) cell.west = west
  if (east > cell.east) cell.east = east
  if (north < cell.north) cell.north = north
  if (south > cell.south) cell.south = south
}

interface Standing { readonly cell: Cell; /** Where it is drawn: the larger of two that become one stays where it is. */ readonly at: { readonly x: number; readonly y: number } }

/** Cells whose marks would lie on one another become one, the larger taking in the smaller. */
function apart(cells: readonly Cell[]): readonly Standing[] {
  const kept: Standing[] = []
  for (const cell of cells.toSorted((a, b) => b.n - a.n)) {
    const at = { x: cell.x / cell.n, y: cell.y / cell.n }, radius = radiusOf(cell.n), under = kept.find(k => Math.abs(k.at.x - at.x) < CELL && Math.hypot(k.at.x - at.x, k.at.y - at.y) < radiusOf(k.cell.n) + radius)
    if (under === undefined) { kept.push({ cell, at }); continue }
    under.cell.n += cell.n
    for (let t = 0; t < TYPES; t++) under.cell.counts[t]! += cell.counts[t]!
    widen(under.cell, cell.west, cell.north, cell.east, cell.south)
  }
  return kept
}

function markOf(columns: Columns, { n, counts, sole, west, east, north, south }: Cell, { x, y }: Standing['at'], { left, top, scale }: { readonly left: number; readonly top: number; readonly scale: number }): Mark {
  let type = 0
  for (let t = 1; t < TYPES; t++) if (counts[t]! > counts[type]!) type = t
  const one = n === 1 || (east - west < 0.5 && south - north < 0.5)
  return {
    x, y, count: n, counts, type, sole: n === 1 ? sole : null, reach: Math.hypot(east - west, south - north) / (one ? 1 : 2),
    latitude: one ? columns.latitude[sole]! : latitudeOf(((north + south) / 2 + top) / scale), longitude: one ? columns.longitude[sole]! : longitudeOf(((west + east) / 2 + left) / scale),
  }
}

interface Ground { readonly sight: Sight; readonly left: number; readonly top: number; readonly countryOf: CountryOf }

function extentOf(columns: Columns, { count, i }: { readonly count: number; readonly i: number }, { sight: { zoom }, left, top, countryOf }: Ground): Omit<Extent, 'label'> {
  const latitude = columns.latitude[i]!, longitude = columns.longitude[i]!, scale = scaleOf(zoom), country = columns.precision[i] === COUNTRY
  return { x: columns.x[i]! * scale - left, y: columns.y[i]! * scale - top, radius: Math.max(12, PROVINCE_KM / kmOfPixel(zoom, latitude)), km: PROVINCE_KM, country, count, latitude, longitude, outline: country ? countryOf(longitude, latitude) : null }
}

/** How large a mark is drawn, in pixels from its middle. */
export const radiusOf = (count: number): number => (count === 1 ? 6 : Math.min(24, 9 + 2.6 * Math.log2(count)))

/** The mark or extent under a point of the screen, the topmost first. */
export function hit({ marks, extents }: Marks, x: number, y: number): Mark | Extent | null {
  const within = (m: Mark): boolean => Math.hypot(m.x - x, m.y - y) <= radiusOf(m.count) + 3
  return marks.findLast(within) ?? extents.find(({ label }) => label.shown && Math.abs(label.x - x) <= label.half && Math.abs(label.y - y) <= HALF) ?? extents.find(e => !e.country && Math.hypot(e.x - x, e.y - y) <= e.radius) ?? null
}
