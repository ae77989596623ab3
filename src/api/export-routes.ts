/** Routes that stream whole exports: the main file of each form. */
import { z } from '@hono/zod-openapi'
import { datasetOf, FORMATS, streamSink, type ExportFormat } from '../export/index.ts'
import { INCIDENT_QUERY } from '../store/index.ts'
import { ApiError } from './errors.ts'
import { route, type Ask } from './route.ts'

/** Forms whose main file stands by itself; a data package is a folder, see `casus export`. */
const STREAMED = FORMATS.filter(f => f.name !== 'datapackage')

export const EXPORT_ROUTES = [
  route({ method: 'get', path: '/export/{format}', tag: 'exports', role: 'reader', summary: `All incidents that match as one file: ${STREAMED.map(f => f.name).join(', ')}`, fields: INCIDENT_QUERY, past: true, answer: z.unknown(), run: exported }),
]

async function exported(ask: Ask): Promise<Response> {
  const format = STREAMED.find(f => f.name === ask.path['format'])
  if (format === undefined) throw new ApiError('format-unknown', `There is no export ${JSON.stringify(ask.path['format'])}; there are ${STREAMED.map(f => f.name).join(', ')}.`)
  // A filter that the store refuses must be told before the first byte is out.
  await ask.around.store.incidents.query({ ...ask.query, size: 1 })
  return new Response(streamOf(format, ask), { headers: { 'content-type': `${format.mediaType}${format.mediaType.startsWith('text/') ? '; charset=utf-8' : ''}`, 'content-disposition': `attachment; filename="${format.main}"` } })
}

/** The main file as it is written, no faster than it is read; what breaks it off breaks the answer off. */
function streamOf(format: ExportFormat, { around: { store, lexicon, version, now }, filters, query }: Ask): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>(), writer = writable.getWriter()
  const context = { dataset: datasetOf(store, filters, query.asOf), lexicon: lexicon(), engine: { name: 'casus', version }, made: now(), texts: false }
  format.write(context, streamSink(format.main, bytes => writer.write(bytes))).then(() => writer.close()).catch((reason: unknown) => writer.abort(reason).catch(() => {}))
  return readable
}
