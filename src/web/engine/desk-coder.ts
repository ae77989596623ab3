/** The engine as the desk starts it: a worker and a file of its own server. */
import { fetchPack, openCoder, type Coder } from './coder.ts'

/** Address of the file of tables and models; put in by the build. */
declare const CASUS_PACK: string

let shared: Coder | null = null

/** One coder for the whole page, so that tables are loaded once. The first `progress` is the one that hears. */
export const deskCoder = (progress: (share: number) => void): Coder => shared ??= openCoder({
  worker: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'casus' }),
  pack: told => fetchPack(CASUS_PACK, told), progress,
})
