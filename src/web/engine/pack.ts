/** The knowledge of the pipeline as one file that a page can load: a head that names what follows, then tables and models one after another. */
import { MODEL_FILES, type ModelFile, type Shipped } from '../../core/index.ts'

type Packed = Omit<Shipped, 'imported'>
interface Head { readonly version: string; readonly parts: readonly (readonly [name: string, bytes: number])[] }

const LEMMAS = 'lemmas.tsv', TABLES = 'data/'

/** Writes a pack: four bytes with the length of the head (little-endian), the head in JSON, the parts. */
export function writePack({ version, tables, models, lemmas }: Packed): Uint8Array {
  const encoder = new TextEncoder()
  const parts: readonly (readonly [string, Uint8Array])[] = [
    ...Object.entries(tables).map(([name, text]) => [TABLES + name, encoder.encode(text)] as const),
    [LEMMAS, encoder.encode(lemmas)],
    ...MODEL_FILES.map(name => [name, models[name]] as const),
  ]
  const head = encoder.encode(JSON.stringify({ version, parts: parts.map(([name, bytes]) => [name, bytes.length]) } satisfies Head))
  const pack = new Uint8Array(4 + head.length + parts.reduce((sum, [, bytes]) => sum + bytes.length, 0))
  new DataView(pack.buffer).setUint32(0, head.length, true)
  pack.set(head, 4)
  let at = 4 + head.length
  for (const [, bytes] of parts) { pack.set(bytes, at); at += bytes.length }
  return pack
}

/** Reads a pack. Throws where the file is cut short or is none. */
export function readPack(pack: Uint8Array): Packed {
  const { head, from } = readHead(pack), files = new Map<string, Uint8Array>()
  let at = from
  for (const [name, length] of head.parts) {
    if (at + length > pack.length) throw new Error(`The file of tables and models is cut short in ${name}.`)
    // A copy, so that it begins where numbers of four bytes may: a slice of Node's buffers is none.
    files.set(name, new Uint8Array(pack.subarray(at, at + length)))
    at += length
  }
  const decoder = new TextDecoder(), texts = [...files].filter(([name]) => name.startsWith(TABLES))
  return {
    version: head.version, tables: Object.fromEntries(texts.map(([name, bytes]) => [name.slice(TABLES.length), decoder.decode(bytes)])),
    lemmas: decoder.decode(need(files, LEMMAS)), models: Object.fromEntries(MODEL_FILES.map(name => [name, need(files, name)])) as Record<ModelFile, Uint8Array>,
  }
}

function readHead(pack: Uint8Array): { readonly head: Head; readonly from: number } {
  const length = pack.length < 4 ? Infinity : new DataView(pack.buffer, pack.byteOffset).getUint32(0, true)
  if (length > pack.length - 4) throw new Error('The file of tables and models is damaged.')
  return { head: JSON.parse(new TextDecoder().decode(pack.subarray(4, 4 + length))) as Head, from: 4 + length }
}

function need(files: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const found = files.get(name)
  if (found === undefined) throw new Error(`The file of tables and models lacks ${name}.`)
  return found
}
