/** The map itself: a surface with a base map, and over it a canvas with the marks, drawn anew whenever either changes. */
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { useTheme } from '../../shell/theme.ts'
import { useMedia } from '../../filters/frame.tsx'
import { sayFailure } from '../../ui/toasts.tsx'
import { shippedBase } from './base.ts'
import { baseFrom, countryFinder, type BaseMap, type CountryOf } from './shapes.ts'
import { canvasSurface, fit } from './canvas-surface.ts'
import type { Columns, Range } from './columns.ts'
import { drawBase, drawMarks, inkOf, outlinesOf, type Ink, type Outlines } from './draw.ts'
import { hit, marksOf, type Extent, type Mark, type Marks } from './marks.ts'
import { LEAST_ZOOM, sightFrom, sightOf, sightText, TILE, type Sight } from './mercator.ts'
import type { LibreSurface } from './maplibre-surface.ts'
import type { Surface } from './surface.ts'
import type { Tiles } from './tiles.ts'
import { MapTools } from './tools.tsx'

export interface PaneProps {
  readonly columns: Columns | null
  readonly range: Range
  /** "longitude,latitude,zoom" of the address. */
  readonly at: string | undefined
  readonly onAt: (at: string) => void
  /** What was clicked, with the sight it was clicked in; null for nothing. */
  readonly onPick: (picked: Mark | Extent | null, sight: Sight) => void
  readonly onSight: (sight: Sight) => void
}

type Engine = 'canvas' | 'libre'

/** What draws the base map: MapLibre where a graphics card does the work, else a plain canvas, which is faster than WebGL in software. */
function bestEngine(): { readonly engine: Engine; readonly able: boolean } {
  try {
    const gl = document.createElement('canvas').getContext('webgl2')
    if (gl === null) return { engine: 'canvas', able: false }
    const told = gl.getExtension('WEBGL_debug_renderer_info'), renderer = told === null ? '' : String(gl.getParameter(told.UNMASKED_RENDERER_WEBGL))
    gl.getExtension('WEBGL_lose_context')?.loseContext()
    return { engine: /swiftshader|llvmpipe|softpipe|software|basic render/i.test(renderer) ? 'canvas' : 'libre', able: true }
  } catch { return { engine: 'canvas', able: false } }
}

async function makeSurface(engine: Engine, box: HTMLElement, start: Sight, ink: Ink, events: Parameters<typeof canvasSurface>[3]): Promise<Surface | LibreSurface> {
  if (engine === 'canvas') return canvasSurface(box, start, ink, events)
  const { libreSurface } = await import('./maplibre-surface.ts')
  return libreSurface(box, start, ink, events)
}

export function MapPane(props: PaneProps): ReactNode {
  const frame = useRef<HTMLDivElement>(null), box = useRef<HTMLDivElement>(null), over = useRef<HTMLCanvasElement>(null), [surface, setSurface] = useState<Surface | LibreSurface | null>(null), [base, setBase] = useState<BaseMap | null>(null), [failed, setFailed] = useState<unknown>(null), [best] = useState(bestEngine), [engine, setEngine] = useState(best.engine), [tiles, setTiles] = useState<Tiles | null>(null), [offered, setOffered] = useState<Tiles | null>(null)
  const latest = useRef(props), marks = useRef<Marks>({ marks: [], extents: [], shown: 0 }), ink = useRef<Ink | null>(null), asked = useRef(0), armed = useRef(props.at !== undefined), written = useRef(props.at ?? ''), countryOf = useRef<CountryOf>(() => null), surfaceNow = useRef<Surface | null>(null), outlines = useRef<Outlines | null>(null)
  useEffect(() => { latest.current = props; surfaceNow.current = surface })
  const paint = (sight: Sight): void => {
    cancelAnimationFrame(asked.current)
    asked.current = requestAnimationFrame(() => {
      const canvas = over.current, context = canvas?.getContext('2d'), { columns, range } = latest.current
      if (canvas == null || context == null || ink.current === null) return
      fit(canvas, sight)
      context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0)
      context.clearRect(0, 0, sight.width, sight.height)
      if (surfaceNow.current?.based() === false && outlines.current !== null) drawBase(context, outlines.current, sight, ink.current)
      if (columns === null) return
      marks.current = marksOf(columns, sight, range, countryOf.current)
      drawMarks(context, marks.current, sight, ink.current)
    })
  }
  useSurface(engine, frame, box, setSurface, ink, { latest, paint, marks, armed, written })
  useEffect(() => { const stop = new AbortController(); shippedBase(stop.signal).then(setBase, (thrown: unknown) => { if (!stop.signal.aborted) setFailed(thrown) }); return () => { stop.abort() } }, [])
  useEffect(() => { if (base !== null) { outlines.current = outlinesOf(base); countryOf.current = countryFinder(base) } if (surface !== null && base !== null) { surface.setBase(base); paint(surface.sight()) } }, [surface, base])
  useEffect(() => { if (surface !== null) paint(surface.sight()) }, [surface, props.columns, props.range])
  useInk(frame, surface, ink, paint)
  useEffect(() => {
    // Nothing yet is no place to look at: the map goes to the first points when they come.
    if (surface === null || props.columns === null || props.columns.count === 0 || armed.current) return
    const { width, height } = surface.sight()
    surface.go(sightOf(props.columns.x, props.columns.y, width, height), false)
    written.current = sightText(surface.sight())
    armed.current = true
  }, [surface, props.columns])
  const detail = async (from: Tiles): Promise<void> => {
    if (!best.able) throw new Error('This browser draws without WebGL; PMTiles need it.')
    await (await import('./tiles.ts')).openTiles(from)
    setEngine('libre')
    setTiles(from)
  }
  const openFile = async (file: File): Promise<void> => { if (file.name.endsWith('.pmtiles')) await detail(file); else setBase(baseFrom(await file.text(), file.name)) }
  // What the server was given is drawn at once where a graphics card draws, and when it is asked for elsewhere.
  useEffect(() => { const stop = new AbortController(); import('./tiles.ts').then(t => t.offeredTiles(stop.signal)).then(found => { setOffered(found); if (best.engine === 'libre') setTiles(found) }, () => { /* without an answer there is no detail */ }); return () => { stop.abort() } }, [best])
  useEffect(() => { if (tiles !== null && surface !== null && 'addTiles' in surface) surface.addTiles(tiles, sayFailure).catch(sayFailure) }, [tiles, surface])
  return (
    <div className="map-frame" ref={frame}>
      <div className="map-surface" ref={box} />
      <canvas className="map-over" ref={over} aria-hidden="true" />
      <MapTools surface={surface} base={base} failed={failed} offered={offered !== null && offered !== tiles ? offered.name : null} onOffered={() => { if (offered !== null) detail(offered).catch(sayFailure) }} onFile={openFile} onWhole={() => { if (surface !== null && props.columns !== null) { const { width, height } = surface.sight(); surface.go(sightOf(props.columns.x, props.columns.y, width, height), true) } }} />
    </div>
  )
}

interface Live { readonly latest: RefObject<PaneProps>; readonly paint: (sight: Sight) => void; readonly marks: RefObject<Marks>; /** Whether movements are a person's, and belong into the address. */ readonly armed: RefObject<boolean>; /** Where the map stands as the address or the first fit has it. */ readonly written: RefObject<string> }

/** Makes the surface when there is room for it, and takes it away. */
function useSurface(engine: Engine, frame: RefObject<HTMLDivElement | null>, box: RefObject<HTMLDivElement | null>, setSurface: (surface: Surface | null) => void, ink: RefObject<Ink | null>, { latest, paint, marks, armed, written }: Live): void {
  useEffect(() => {
    const element = box.current, outer = frame.current
    if (element === null || outer === null) return undefined
    let made: Surface | null = null, closed = false, told = 0
    ink.current = inkOf(outer)
    const size = { width: element.clientWidth, height: element.clientHeight }, start = sightFrom(latest.current.at, size.width, size.height) ?? { x: 0.55, y: 0.42, zoom: Math.max(LEAST_ZOOM, Math.log2(size.width / TILE)), ...size }
    void makeSurface(engine, element, start, ink.current, {
      onMove: sight => { paint(sight); clearTimeout(told); const moved = armed.current; told = window.setTimeout(() => { const at = sightText(sight); if (moved && at !== written.current) { written.current = at; latest.current.onAt(at) } latest.current.onSight(sight) }, 400) },
      onClick: (x, y) => { if (made !== null) latest.current.onPick(hit(marks.current, x, y), made.sight()) },
      onHover: (x, y) => { outer.style.cursor = hit(marks.current, x, y) === null ? '' : 'pointer'; outer.classList.toggle('over-mark', outer.style.cursor === 'pointer') },
    }).then(surface => { if (closed) surface.close(); else { made = surface; setSurface(surface) } })
    const watch = new ResizeObserver(() => { if (made !== null) { const sight = { ...made.sight(), width: element.clientWidth, height: element.clientHeight }; if (!('addTiles' in made)) made.go(sight, false); paint(sight) } })
    watch.observe(element)
    return () => { closed = true; watch.disconnect(); clearTimeout(told); made?.close(); setSurface(null) }
    // oxlint-disable-next-line react/exhaustive-deps -- made once; what changes is read through `latest`
  }, [engine])
}

/** Colours follow the theme. */
function useInk(frame: RefObject<HTMLDivElement | null>, surface: Surface | null, ink: RefObject<Ink | null>, paint: (sight: Sight) => void): void {
  const theme = useTheme(), dark = useMedia('(prefers-color-scheme: dark)')
  useEffect(() => {
    if (frame.current === null || surface === null) return
    ink.current = inkOf(frame.current)
    surface.setInk(ink.current)
    paint(surface.sight())
    // oxlint-disable-next-line react/exhaustive-deps -- painting reads what is latest
  }, [theme, dark, surface])
}
