/** A map by MapLibre: the base from shapes of our own, or from a PMTiles file of the user's, never from another server. */
import { Map as LibreMap, addProtocol, removeProtocol, setWorkerUrl, type GeoJSONSource, type StyleSpecification } from 'maplibre-gl'
import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'
import { Protocol } from 'pmtiles'
import type { BaseMap, Ring } from './shapes.ts'
import type { Ink } from './draw.ts'
import { LEAST_ZOOM, latitudeOf, longitudeOf, xOf, yOf, type Sight } from './mercator.ts'
import type { MakeSurface, Surface } from './surface.ts'
import { openTiles, type Tiles } from './tiles.ts'

setWorkerUrl(worker)

const lines = (rings: readonly Ring[]): GeoJSON.Feature => ({ type: 'Feature', properties: {}, geometry: { type: 'MultiLineString', coordinates: rings as never } })
const areas = ({ countries }: BaseMap): GeoJSON.Feature => ({ type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates: countries.flatMap(c => c.polygons) as never } })
const NONE: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] }

const styleOf = ({ sea, land, border }: Ink): StyleSpecification => ({
  version: 8, sources: { land: { type: 'geojson', data: NONE }, borders: { type: 'geojson', data: NONE }, disputed: { type: 'geojson', data: NONE } },
  layers: [
    { id: 'sea', type: 'background', paint: { 'background-color': sea } },
    { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': land } },
    { id: 'borders', type: 'line', source: 'borders', paint: { 'line-color': border, 'line-width': 0.8 } },
    { id: 'disputed', type: 'line', source: 'disputed', paint: { 'line-color': border, 'line-width': 1.2, 'line-dasharray': [3, 2] } },
  ],
})

export interface LibreSurface extends Surface { /** Lays tiles under the borders. Rejects where it is no PMTiles file of vectors; `onBroken` hears, once, of tiles that cannot be read. */ readonly addTiles: (tiles: Tiles, onBroken: (thrown: unknown) => void) => Promise<void> }

export const libreSurface = (...[box, start, ink, { onMove, onClick, onHover }]: Parameters<MakeSurface>): LibreSurface => {
  const map = new LibreMap({ container: box, style: styleOf(ink), center: [longitudeOf(start.x), latitudeOf(start.y)], zoom: start.zoom, attributionControl: false, dragRotate: false, pitchWithRotate: false, touchPitch: false, renderWorldCopies: false, minZoom: LEAST_ZOOM, maxZoom: 16, fadeDuration: 0 }), ready = new Promise<void>(resolve => { map.once('load', () => { resolve() }) })
  let based = false
  map.touchZoomRotate.disableRotation()
  const sight = (): Sight => { const { lng, lat } = map.getCenter(), { clientWidth: width, clientHeight: height } = box; return { x: xOf(lng), y: yOf(lat), zoom: map.getZoom(), width, height } }
  map.on('move', () => { onMove(sight()) })
  map.on('resize', () => { onMove(sight()) })
  map.on('click', ({ point }) => { onClick(point.x, point.y) })
  map.on('mousemove', ({ point }) => { onHover(point.x, point.y) })
  map.getCanvas().setAttribute('aria-label', 'Map: arrows move it, plus and minus zoom')
  const set = (id: string, shape: GeoJSON.Feature): void => { void (map.getSource(id) as GeoJSONSource | undefined)?.setData(shape) }
  return {
    sight, based: () => based, go: ({ x, y, zoom }, smoothly) => { map[smoothly && !matchMedia('(prefers-reduced-motion: reduce)').matches ? 'easeTo' : 'jumpTo']({ center: [longitudeOf(x), latitudeOf(y)], zoom }) },
    setBase: base => { void ready.then(() => { set('land', areas(base)); set('borders', lines(base.borders)); set('disputed', lines(base.disputed)); map.once('idle', () => { based = true; onMove(sight()) }) }) },
    setInk: ({ sea, land, border }) => { void ready.then(() => { map.setPaintProperty('sea', 'background-color', sea); map.setPaintProperty('land', 'fill-color', land); for (const id of ['borders', 'disputed']) map.setPaintProperty(id, 'line-color', border) }) },
    addTiles: async (tiles, onBroken) => { await ready; await addTiles(map, tiles, ink, onBroken) },
    close: () => { map.remove() },
  }
}

/** Every layer of the file as plain lines and areas: no glyphs and no sprites, which would have to come from elsewhere. */
async function addTiles(map: LibreMap, given: Tiles, ink: Ink, onBroken: (thrown: unknown) => void): Promise<void> {
  const { tiles, layers } = await openTiles(given)
  const protocol = new Protocol()
  protocol.add(tiles)
  removeProtocol('pmtiles')
  addProtocol('pmtiles', protocol.tile)
  for (const { id } of map.getStyle().layers) if (id.startsWith('tiles-')) map.removeLayer(id)
  if (map.getSource('tiles') !== undefined) map.removeSource('tiles')
  let told = false
  map.on('error', ({ error }) => { if (!told) { told = true; onBroken(new Error(`A tile of ${given.name} cannot be read; the file may be damaged.`, { cause: error })) } })
  map.addSource('tiles', { type: 'vector', url: `pmtiles://${tiles.source.getKey()}` })
  for (const id of layers) {
    const water = /water|ocean|sea|lake/i.test(id)
    if (!/boundar|admin|road|street|transport|rail/i.test(id)) map.addLayer({ id: `tiles-fill-${id}`, type: 'fill', source: 'tiles', 'source-layer': id, filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': water ? ink.sea : ink.border, 'fill-opacity': water ? 1 : 0.12 } }, 'borders')
    map.addLayer({ id: `tiles-line-${id}`, type: 'line', source: 'tiles', 'source-layer': id, filter: ['==', ['geometry-type'], 'LineString'], paint: { 'line-color': water ? ink.sea : ink.border, 'line-width': 0.7 } }, 'borders')
  }
}
