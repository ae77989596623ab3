/** Draws a map on a canvas: the base where no other draws it, then extents, then marks. */
import { EVENT_TYPES } from '../../../core/model/index.ts'
import { TYPE_MARKS } from '../../ui/marks.tsx'
import type { BaseMap, Ring } from './shapes.ts'
import { labelText } from './labels.ts'
import { radiusOf, type Extent, type Mark, type Marks } from './marks.ts'
import { scaleOf, xOf, yOf, type Sight } from './mercator.ts'

export interface Ink { readonly sea: string; readonly land: string; readonly border: string; readonly ink: string; readonly paper: string; readonly accent: string; readonly types: readonly string[]; readonly font: string }

/** The colours of the page now; they change with the theme. */
export function inkOf(element: Element): Ink {
  const style = getComputedStyle(element)
  // The colour of a probe is worked out, where a custom property would still say light-dark(…). Each has its own: one whose colour changes may still be on its way from the last.
  const colour = (name: string): string => { const probe = document.createElement('span'); probe.style.color = `var(--${name})`; element.append(probe); const { color } = getComputedStyle(probe); probe.remove(); return color }
  return { sea: colour('sea'), land: colour('land'), border: colour('border'), ink: colour('ink'), paper: colour('surface'), accent: colour('accent'), types: EVENT_TYPES.map(t => colour(t.toLowerCase())), font: style.fontFamily }
}

/** Outlines in the square of the projection, worked out once a base map. */
export interface Outlines { readonly land: Path2D; readonly borders: Path2D; readonly disputed: Path2D }
const closed = (path: Path2D, ring: Ring): void => { traced(path, ring); path.closePath() }
function traced(path: Path2D, ring: Ring): void { ring.forEach(([lon, lat], i) => { if (i === 0) path.moveTo(xOf(lon), yOf(lat)); else path.lineTo(xOf(lon), yOf(lat)) }) }

export function outlinesOf({ countries, borders, disputed }: BaseMap): Outlines {
  const paths = { land: new Path2D(), borders: new Path2D(), disputed: new Path2D() }
  for (const { polygons } of countries) for (const ring of polygons.flat()) closed(paths.land, ring)
  for (const line of borders) traced(paths.borders, line)
  for (const line of disputed) traced(paths.disputed, line)
  return paths
}

/** The base map itself, for browsers without WebGL. */
export function drawBase(c: CanvasRenderingContext2D, { land, borders, disputed }: Outlines, sight: Sight, ink: Ink): void {
  const scale = scaleOf(sight.zoom)
  c.fillStyle = ink.sea
  c.fillRect(0, 0, sight.width, sight.height)
  c.save()
  c.translate(sight.width / 2 - sight.x * scale, sight.height / 2 - sight.y * scale)
  c.scale(scale, scale)
  c.fillStyle = ink.land
  c.fill(land, 'evenodd')
  c.strokeStyle = ink.border
  c.lineWidth = 0.8 / scale
  c.stroke(borders)
  c.lineWidth = 1.2 / scale
  c.setLineDash([4 / scale, 3 / scale])
  c.stroke(disputed)
  c.restore()
}

export function drawMarks(c: CanvasRenderingContext2D, { marks, extents }: Marks, sight: Sight, ink: Ink): void {
  for (const extent of extents) drawExtent(c, extent, sight, ink)
  for (const mark of marks) if (mark.count === 1) drawOne(c, mark, ink)
  else drawMany(c, mark, ink)
  for (const extent of extents) if (extent.label.shown) label(c, extent, ink)
}

/** A province is a wide dashed circle, a country its outline; neither is ever a point. */
function drawExtent(c: CanvasRenderingContext2D, { x, y, radius, country, outline }: Extent, sight: Sight, ink: Ink): void {
  c.save()
  c.strokeStyle = ink.accent
  c.fillStyle = ink.accent
  c.lineWidth = 1.5
  c.setLineDash([5, 4])
  if (outline !== null) {
    const scale = scaleOf(sight.zoom), path = new Path2D()
    for (const ring of outline.polygons.flat()) closed(path, ring)
    c.save()
    c.translate(sight.width / 2 - sight.x * scale, sight.height / 2 - sight.y * scale)
    c.scale(scale, scale)
    // Enough to tell the land from the sea, which a fainter tint would look like.
    c.globalAlpha = 0.2
    c.fill(path, 'evenodd')
    c.globalAlpha = 0.55
    c.lineWidth = 1.4 / scale
    c.setLineDash([5 / scale, 4 / scale])
    c.stroke(path)
    c.restore()
  } else if (!country) {
    c.beginPath()
    c.arc(x, y, radius, 0, 2 * Math.PI)
    c.globalAlpha = 0.16
    c.fill()
    c.globalAlpha = 0.8
    c.stroke()
  }
  c.restore()
}

function label(c: CanvasRenderingContext2D, extent: Extent, ink: Ink): void {
  const { x, y } = extent.label, text = labelText(extent)
  c.font = `600 11px ${ink.font}`
  c.textAlign = 'center'
  c.textBaseline = 'middle'
  const width = c.measureText(text).width + 12
  c.fillStyle = ink.paper
  c.strokeStyle = ink.accent
  c.lineWidth = 1
  c.beginPath()
  c.roundRect(x - width / 2, y - 9, width, 18, 9)
  c.fill()
  c.stroke()
  c.fillStyle = ink.ink
  c.fillText(text, x, y + 0.5)
}

/** One incident: the shape and colour of its type. */
function drawOne(c: CanvasRenderingContext2D, { x, y, type }: Mark, ink: Ink): void {
  const r = radiusOf(1)
  c.beginPath()
  switch (TYPE_MARKS[EVENT_TYPES[type]!].shape) {
    case 'square': c.rect(x - r + 1, y - r + 1, 2 * r - 2, 2 * r - 2); break
    case 'diamond': c.moveTo(x, y - r); c.lineTo(x + r, y); c.lineTo(x, y + r); c.lineTo(x - r, y); c.closePath(); break
    case 'triangle': c.moveTo(x, y - r); c.lineTo(x + r, y + r - 1); c.lineTo(x - r, y + r - 1); c.closePath(); break
    default: c.arc(x, y, r - 0.5, 0, 2 * Math.PI)
  }
  c.fillStyle = ink.types[type]!
  c.fill()
  c.strokeStyle = ink.paper
  c.lineWidth = 1.5
  c.stroke()
}

/** Several: their number, within a ring of their types' shares. */
function drawMany(c: CanvasRenderingContext2D, { x, y, count, counts }: Mark, ink: Ink): void {
  const r = radiusOf(count)
  c.beginPath()
  c.arc(x, y, r, 0, 2 * Math.PI)
  c.fillStyle = ink.paper
  c.fill()
  let from = -Math.PI / 2
  c.lineWidth = 4
  for (let t = 0; t < counts.length; t++) {
    if (counts[t] === 0) continue
    const to = from + 2 * Math.PI * counts[t]! / count
    c.beginPath()
    c.arc(x, y, r - 2, from, to)
    c.strokeStyle = ink.types[t]!
    c.stroke()
    from = to
  }
  c.fillStyle = ink.ink
  c.font = `600 ${count > 999 ? 10 : 11}px ${ink.font}`
  c.textAlign = 'center'
  c.textBaseline = 'middle'
  c.fillText(count > 9999 ? `${Math.round(count / 1000)}k` : String(count), x, y + 0.5)
}
