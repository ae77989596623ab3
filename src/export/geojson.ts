/** GeoJSON (RFC 7946): a point for a site or town; no geometry for what is wider, so that no province becomes a false point. */
import { headerOf, placeOf, rowOf, type Subject } from '../core/codebooks/index.ts'
import { codebookOf } from './codebook.ts'
import { INCIDENT_COLUMNS } from './columns.ts'
import type { ExportFormat } from './format.ts'
import { writeText } from './tables.ts'

const MAIN = 'incidents.geojson', CODEBOOK = 'geojson.codebook.md'
const POINTS = new Set(['site', 'town'])

export interface Feature { readonly type: 'Feature'; readonly id: string; readonly geometry: { readonly type: 'Point'; readonly coordinates: readonly [number, number] } | null; readonly properties: Readonly<Record<string, unknown>> }

/** One incident as a feature; its columns are the properties. */
export function featureOf(subject: Subject): Feature {
  const p = placeOf(subject.incident), cells = rowOf(INCIDENT_COLUMNS, subject)
  const geometry = p?.latitude != null && p.longitude != null && POINTS.has(p.precision) ? { type: 'Point' as const, coordinates: [p.longitude, p.latitude] as const } : null
  return { type: 'Feature', id: subject.incident.id, geometry, properties: Object.fromEntries(headerOf(INCIDENT_COLUMNS).map((name, k) => [name, cells[k] ?? null])) }
}

export const geojson: ExportFormat = {
  name: 'geojson', summary: 'a map layer; wide places have no point', main: MAIN, mediaType: 'application/geo+json', files: [MAIN, CODEBOOK],
  write: async (context, sink) => {
    const file = await sink.file(MAIN)
    await file.write('{"type":"FeatureCollection","features":[')
    let written = 0
    for await (const one of context.dataset.incidents()) {
      await file.write(`${written === 0 ? '' : ','}\n${JSON.stringify(featureOf({ ...one, lexicon: context.lexicon }))}`)
      written++
      context.progress?.(written)
    }
    await file.write('\n]}\n')
    await file.close()
    const about = 'One feature for each incident. geometry is a point where precision is site or town, else null; latitude and longitude among the properties give the middle of the wider place.'
    await writeText(sink, CODEBOOK, codebookOf('Incidents as GeoJSON', [], [{ file: MAIN, about, columns: INCIDENT_COLUMNS }], context))
    return { written, left: 0 }
  },
}
