/** A map on a plain canvas, for browsers without WebGL: dragged, pinched, wheeled, and moved by keys. */
import { drawBase, outlinesOf, type Ink, type Outlines } from './draw.ts'
import { LEAST_ZOOM, scaleOf, type Sight } from './mercator.ts'
import type { MakeSurface } from './surface.ts'

const MOST_ZOOM = 12

export const canvasSurface: MakeSurface = (box, start, firstInk, { onMove, onClick, onHover }) => {
  const canvas = document.createElement('canvas'), gone = new AbortController(), signal = gone.signal, pointers = new Map<number, readonly [number, number]>()
  let sight = start, ink: Ink = firstInk, outlines: Outlines | null = null, asked = 0, moved = 0
  canvas.tabIndex = 0
  canvas.className = 'base'
  canvas.setAttribute('role', 'application')
  canvas.setAttribute('aria-label', 'Map: arrows move it, plus and minus zoom')
  box.append(canvas)
  const draw = (): void => { cancelAnimationFrame(asked); asked = requestAnimationFrame(() => { fit(canvas, sight); const c = canvas.getContext('2d'); if (c !== null && outlines !== null) { c.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0); drawBase(c, outlines, sight, ink) } }) }
  const go = (next: Sight): void => { sight = { ...next, x: Math.max(0, Math.min(1, next.x)), y: Math.max(0, Math.min(1, next.y)), zoom: Math.max(LEAST_ZOOM, Math.min(MOST_ZOOM, next.zoom)) }; draw(); onMove(sight) }
  const zoomBy = (by: number, px = sight.width / 2, py = sight.height / 2): void => {
    const zoom = Math.max(LEAST_ZOOM, Math.min(MOST_ZOOM, sight.zoom + by)), before = scaleOf(sight.zoom), after = scaleOf(zoom), dx = px - sight.width / 2, dy = py - sight.height / 2
    go({ ...sight, zoom, x: sight.x + dx / before - dx / after, y: sight.y + dy / before - dy / after })
  }
  const panBy = (dx: number, dy: number): void => { go({ ...sight, x: sight.x + dx / scaleOf(sight.zoom), y: sight.y + dy / scaleOf(sight.zoom) }) }
  canvas.addEventListener('wheel', event => { event.preventDefault(); zoomBy(-event.deltaY / 300, event.offsetX, event.offsetY) }, { signal, passive: false })
  canvas.addEventListener('dblclick', event => { zoomBy(1, event.offsetX, event.offsetY) }, { signal })
  canvas.addEventListener('keydown', event => {
    const step = ({ ArrowLeft: [-80, 0], ArrowRight: [80, 0], ArrowUp: [0, -80], ArrowDown: [0, 80] } as const)[event.key as 'ArrowLeft'] as readonly [number, number] | undefined
    if (step !== undefined) panBy(...step)
    else if (event.key === '+' || event.key === '=') zoomBy(1)
    else if (event.key === '-') zoomBy(-1)
    else return
    event.preventDefault()
  }, { signal })
  canvas.addEventListener('pointerdown', event => { canvas.setPointerCapture(event.pointerId); pointers.set(event.pointerId, [event.offsetX, event.offsetY]); moved = 0 }, { signal })
  canvas.addEventListener('pointermove', event => {
    const before = pointers.get(event.pointerId)
    if (before === undefined) { onHover(event.offsetX, event.offsetY); return }
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1], dx = before[0] - event.offsetX, dy = before[1] - event.offsetY
    moved += Math.abs(dx) + Math.abs(dy)
    pointers.set(event.pointerId, [event.offsetX, event.offsetY])
    if (other === undefined) panBy(dx, dy)
    else zoomBy(Math.log2(Math.max(1, Math.hypot(event.offsetX - other[0], event.offsetY - other[1])) / Math.max(1, Math.hypot(before[0] - other[0], before[1] - other[1]))), (event.offsetX + other[0]) / 2, (event.offsetY + other[1]) / 2)
  }, { signal })
  for (const end of ['pointerup', 'pointercancel'] as const) canvas.addEventListener(end, event => { pointers.delete(event.pointerId); if (end === 'pointerup' && moved < 5) onClick(event.offsetX, event.offsetY) }, { signal })
  draw()
  return {
    sight: () => sight, based: () => true, go, setBase: base => { outlines = outlinesOf(base); draw() }, setInk: next => { ink = next; draw() },
    close: () => { gone.abort(); cancelAnimationFrame(asked); canvas.remove() },
  }
}

/** Gives a canvas the pixels of its place on the screen. */
export function fit(canvas: HTMLCanvasElement, { width, height }: { readonly width: number; readonly height: number }): void {
  const w = Math.round(width * devicePixelRatio), h = Math.round(height * devicePixelRatio)
  if (canvas.width !== w) canvas.width = w
  if (canvas.height !== h) canvas.height = h
}
