/** Puts what a route gives into the form that was asked for: by the suffix of the path, else by Accept. */
import { csvLines, INCIDENT_COLUMNS } from '../export/index.ts'
import { headerOf, rowOf, type Cell, type Column, type Subject } from '../core/codebooks/index.ts'
import type { Page } from '../store/index.ts'
import { ApiError } from './errors.ts'
import { FORMATS, type Ask, type Format, type Route, type Shape } from './route.ts'

const SUFFIX = /^(\/api\/v1\/[a-z]+)\.(json|ndjson|csv|geojson)$/

/** A path without the suffix that names a form: /api/v1/incidents.csv is /api/v1/incidents. */
export const withoutSuffix = (path: string): string => (path === '/api/v1/openapi.json' ? path : path.replace(SUFFIX, '$1'))

/** The forms of a route, the usual one first. */
export function formsOf({ shape }: Pick<Route, 'shape'>): readonly Format[] {
  if (shape === undefined) return ['json']
  return ['json', 'ndjson', ...shape.csv === undefined ? [] : ['csv' as const], ...shape.features === undefined ? [] : ['geojson' as const]]
}

/** The form asked for. Throws ApiError format-unknown. */
export function formatOf(route: Route, path: string, accept: string | undefined): Format {
  const forms = formsOf(route), suffix = SUFFIX.exec(path)?.[2] as Format | undefined
  if (suffix !== undefined) {
    if (forms.includes(suffix)) return suffix
    throw new ApiError('format-unknown', `${route.path} does not answer as ${suffix}; it does as ${forms.join(', ')}.`)
  }
  const types = (accept ?? '').toLowerCase().split(',').map(part => part.split(';')[0]!.trim())
  for (const type of types) { const form = forms.find(f => FORMATS[f] === type); if (form !== undefined) return form }
  return 'json'
}

/** `next` is where the next page is, for forms that have no place for it in the body. */
export async function answerOf(route: Route, given: unknown, format: Format, ask: Ask, url: URL): Promise<Response> {
  if (given instanceof Response) return given
  if (route.shape === undefined) return Response.json(given ?? null)
  const page = given as Page<never>, headers = { 'content-type': `${FORMATS[format]}; charset=utf-8`, vary: 'Accept', ...linkTo(page.next, url) }
  return new Response(await bodyOf(route.shape, page, format, ask), { headers })
}

async function bodyOf(shape: Shape<never>, page: Page<never>, format: Format, ask: Ask): Promise<string> {
  switch (format) {
    case 'json': return JSON.stringify(page)
    case 'ndjson': return page.rows.map(row => `${JSON.stringify(row)}\n`).join('')
    case 'csv': return await shape.csv!(page.rows, ask)
    case 'geojson': return JSON.stringify({ type: 'FeatureCollection', features: await shape.features!(page.rows, ask) })
  }
}

function linkTo(next: string | null, url: URL): Readonly<Record<string, string>> {
  if (next === null) return {}
  const to = new URL(url)
  to.searchParams.set('_next', next)
  return { link: `<${to.pathname}${to.search}>; rel="next"` }
}

/** CSV by columns; values that are no single cell stand in it as JSON. */
export const table = <T>(columns: readonly (readonly [name: string, value: (row: T) => unknown])[]): Required<Pick<Shape<T>, 'csv'>> => ({
  csv: async rows => csvLines([columns.map(([name]) => name), ...rows.map(row => columns.map(([, value]) => cellOf(value(row))))]),
})

const cellOf = (value: unknown): Cell => (value === undefined || value === null ? null : typeof value === 'object' ? JSON.stringify(value) : value as Cell)

/** Columns that are properties of the row. */
export const properties = <T>(...names: readonly (keyof T & string)[]): Required<Pick<Shape<T>, 'csv'>> => table<T>(names.map(name => [name, row => row[name]]))

/** CSV of other people's columns or our own, of incidents with their reports. */
export const subjectsCsv = (subjects: readonly Subject[], columns: readonly Column<Subject>[] = INCIDENT_COLUMNS): string => csvLines([headerOf(columns), ...subjects.map(s => rowOf(columns, s))])
