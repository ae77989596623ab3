/** Where an export goes: a folder whose files appear whole or not at all, or memory. */
import { mkdir, open, readdir, rename, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { ExportError } from './errors.ts'

export interface OutFile { readonly write: (chunk: string | Uint8Array) => Promise<void>; readonly close: () => Promise<void> }
export interface Sink { readonly file: (name: string) => Promise<OutFile>; /** Throws away what is not finished. */ readonly abandon: () => Promise<void> }

/** Bytes gathered before they are written. */
const CHUNK = 1 << 16

/** Writes files into a folder, each under another name until it is whole. `own` tells which files of an earlier export may be written over; any other file in the folder refuses the export. */
export async function folderSink(folder: string, own: (name: string) => boolean): Promise<Sink> {
  await mkdir(folder, { recursive: true })
  const strange = (await readdir(folder)).find(name => !own(name) && !name.startsWith('.'))
  if (strange !== undefined) throw new ExportError('folder-taken', `${folder} holds ${JSON.stringify(strange)}, which is no file of this export. Give an empty or a new folder.`)
  const pending = new Map<string, FileHandle>()
  return {
    file: async name => {
      const path = join(folder, name), half = `${path}.part`, handle = await open(half, 'w')
      pending.set(half, handle)
      return buffered(async bytes => { await whole(handle, bytes, name) }, async () => {
        await handle.sync()
        await handle.close()
        pending.delete(half)
        await rename(half, path)
      })
    },
    abandon: async () => { for (const [half, handle] of pending) { await handle.close().catch(() => null); await rm(half, { force: true }) } },
  }
}

async function whole(handle: FileHandle, bytes: Uint8Array, name: string): Promise<void> {
  try { await handle.writeFile(bytes) }
  catch (cause) { throw new ExportError('write-failed', `${name} could not be written: ${(cause as Error).message}. Is the disk full?`, { cause }) }
}

/** Keeps files in memory; for small exports over HTTP and for tests. */
export function memorySink(): Sink & { readonly files: ReadonlyMap<string, Uint8Array> } {
  const files = new Map<string, Uint8Array>()
  return {
    files,
    file: async name => {
      const parts: Uint8Array[] = []
      return buffered(async bytes => { parts.push(bytes.slice()) }, async () => { files.set(name, Buffer.concat(parts)) })
    },
    abandon: async () => undefined,
  }
}

/** Passes on only the file `main`, as it is written, and drops the others: an export as one stream. */
export function streamSink(main: string, write: (bytes: Uint8Array) => Promise<void>): Sink {
  const drop: OutFile = { write: async () => undefined, close: async () => undefined }
  return { file: async name => (name === main ? buffered(write, async () => undefined) : drop), abandon: async () => undefined }
}

function buffered(flush: (bytes: Uint8Array) => Promise<void>, close: () => Promise<void>): OutFile {
  let held: Uint8Array[] = [], size = 0
  const out = async (): Promise<void> => { if (size === 0) return; const bytes = Buffer.concat(held); held = []; size = 0; await flush(bytes) }
  return {
    write: async chunk => { const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk; held.push(bytes); size += bytes.length; if (size >= CHUNK) await out() },
    close: async () => { await out(); await close() },
  }
}
