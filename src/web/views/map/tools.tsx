/** Buttons and words on the map: zoom, the whole, a base map of one's own, and what the lines mean. */
import { useRef, useState, type ReactNode } from 'react'
import { sayFailure, say } from '../../ui/toasts.tsx'
import type { BaseMap } from './shapes.ts'
import type { Surface } from './surface.ts'

interface ToolsProps { readonly surface: Surface | null; readonly base: BaseMap | null; readonly failed: unknown; /** Name of the detail that the server offers and the map does not show. */ readonly offered: string | null; readonly onOffered: () => void; readonly onFile: (file: File) => Promise<void>; readonly onWhole: () => void }

export function MapTools({ surface, base, failed, offered, onOffered, onFile, onWhole }: ToolsProps): ReactNode {
  const file = useRef<HTMLInputElement>(null), [open, setOpen] = useState(false)
  const zoom = (by: number) => (): void => { if (surface !== null) { const sight = surface.sight(); surface.go({ ...sight, zoom: Math.max(0, sight.zoom + by) }, true) } }
  const take = (chosen: File | undefined): void => { if (chosen !== undefined) onFile(chosen).then(() => { say(`The base map is ${chosen.name} now.`) }, sayFailure) }
  return (
    <>
      <div className="map-tools no-print">
        <button type="button" className="button square small" aria-label="Zoom in" onClick={zoom(1)}>+</button>
        <button type="button" className="button square small" aria-label="Zoom out" onClick={zoom(-1)}>−</button>
        <button type="button" className="button square small" aria-label="Show all" title="Show all" onClick={onWhole}>⤢</button>
      </div>
      <div className="map-legend">
        {failed !== null && <span role="alert">The base map could not be loaded. </span>}
        <button type="button" className="button plain small" aria-expanded={open} onClick={() => { setOpen(!open) }}>Base map: {base?.from ?? '…'}</button>
        {open && <div className="more">
          <p>Borders are {base?.from === 'Natural Earth' ? 'Natural Earth’s: they show who holds a place, not whose it is (Crimea, for one, stands on Russia’s side)' : 'those of your file'}. Dashed borders are disputed.</p>
          <p>A place known only as a province is drawn as a wide circle, which is not its border; one known only as a country as the country’s outline. Neither is a point.</p>
          {offered !== null && <p><button type="button" className="button small" onClick={onOffered}>Draw detail from {offered}</button> which this desk’s server has.</p>}
          <p><button type="button" className="button small" onClick={() => { file.current?.click() }}>Use a file of your own…</button> GeoJSON or TopoJSON for borders (<code>disputed: true</code> dashes a line), PMTiles for detail. It stays in this browser’s page.</p>
          <input ref={file} type="file" hidden aria-label="A base map of your own" accept=".json,.geojson,.topojson,.pmtiles" onChange={event => { take(event.target.files?.[0]); event.target.value = '' }} />
        </div>}
      </div>
    </>
  )
}
