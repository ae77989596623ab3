/** Serves a PMTiles file that was given to the server, so that the desk's map draws detail from it: the page asks for ranges of it, from here and nowhere else. */
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Hono } from 'hono'

const AT = '/tiles.pmtiles'

/** Bytes of one answer, at most: pages ask for directories and tiles, which are far smaller. */
const MOST = 16_000_000

/** Adds the file, and /tiles.json that says whether there is one. */
export function addTiles(app: Hono, file: string | null): void {
  app.get('/tiles.json', c => c.json(file === null ? { at: null, name: null } : { at: AT, name: basename(file) }, 200, { 'cache-control': 'no-cache' }))
  if (file !== null) app.get(AT, c => ranged(file, c.req.header('range')))
}

async function ranged(file: string, asked: string | undefined): Promise<Response> {
  const { size, mtimeMs } = await stat(file), [, from = '', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(asked ?? '') ?? [], first = Number(from), last = Math.min(to === '' ? size - 1 : Number(to), size - 1, first + MOST - 1)
  if (from === '' || first >= size || last < first) return new Response(null, { status: 416, headers: { 'content-range': `bytes */${size}`, 'accept-ranges': 'bytes' } })
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(last - first + 1), 0, last - first + 1, first)
    return new Response(new Uint8Array(buffer.subarray(0, bytesRead)), { status: 206, headers: { 'content-type': 'application/octet-stream', 'content-range': `bytes ${first}-${first + bytesRead - 1}/${size}`, 'accept-ranges': 'bytes', etag: `"${size}-${Math.round(mtimeMs)}"`, 'cache-control': 'no-cache' } })
  } finally { await handle.close() }
}
