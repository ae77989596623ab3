/** Gives pages the file of tables and models that the engine in the browser loads, under a name that holds its hash. */
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'
import { readShipped } from '../src/resources/load.ts'
import { writePack } from '../src/web/engine/pack.ts'

/** The gzipped pack; made once a build. */
export function gzippedPack(): Uint8Array {
  return gzipSync(writePack(readShipped()), { level: 9 })
}

/** Puts the pack beside the other assets and its address in the place of CASUS_PACK. */
export function knowledgePack(): Plugin {
  const pack = gzippedPack(), name = `assets/knowledge-${createHash('sha256').update(pack).digest('hex').slice(0, 10)}.bin`
  return {
    name: 'casus-knowledge-pack',
    config: () => ({ define: { CASUS_PACK: JSON.stringify(`/${name}`) } }),
    generateBundle() { this.emitFile({ type: 'asset', fileName: name, source: pack }) },
    configureServer: ({ middlewares }) => { middlewares.use(`/${name}`, (_request, response) => { response.setHeader('content-type', 'application/octet-stream').end(pack) }) },
  }
}
