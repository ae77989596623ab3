/** A sorted dictionary of names in one byte array: front-coded blocks, found by binary search, nothing decoded before it is asked for. */
import { toUtf8 } from '../lexicon/utf8.ts'
import { compareBytes, growing } from './bytes.ts'

/** Keys in one block; the first key of a block is written in full. */
const BLOCK = 16

/** Each key is written as: bytes shared with the key before (1 byte), length of the rest (1 byte), the rest, number of rows (varint), rows (varint differences). */
export interface DictionaryBytes { readonly blocks: Uint32Array; readonly keys: Uint8Array }

export interface Dictionary {
  /** Rows stored under `key`, ascending; empty when there are none. */
  readonly rows: (key: string) => readonly number[]
}

/** Collects (key, row) pairs and writes them sorted. Keys over 250 bytes are left out. */
export function dictionaryWriter(): { readonly add: (key: string, row: number) => void; readonly finish: (rowOf: Uint32Array) => DictionaryBytes } {
  const text = growing(n => new Uint8Array(n)), ends = growing(n => new Uint32Array(n)), rows = growing(n => new Uint32Array(n))
  return {
    add: (key, row) => {
      const bytes = toUtf8(key)
      if (bytes.length === 0 || bytes.length > 250) return
      text.pushAll(bytes)
      ends.push(text.size())
      rows.push(row)
    },
    finish: rowOf => writeSorted(text.view(), ends.view(), rows.view().map(row => rowOf[row]!)),
  }
}

function writeSorted(text: Uint8Array, ends: Uint32Array, rows: Uint32Array): DictionaryBytes {
  const from = (i: number): number => i === 0 ? 0 : ends[i - 1]!
  const order = Uint32Array.from(ends, (_, i) => i).sort((a, b) => compareBytes(text, from(a), ends[a]!, text, from(b), ends[b]!) || rows[a]! - rows[b]!)
  const keys = growing(n => new Uint8Array(n)), blocks = growing(n => new Uint32Array(n))
  let previous = new Uint8Array(0), count = 0
  for (let i = 0; i < order.length;) {
    const key = text.subarray(from(order[i]!), ends[order[i]!]!)
    const here: number[] = []
    for (; i < order.length && compareBytes(text, from(order[i]!), ends[order[i]!]!, key, 0, key.length) === 0; i++) {
      const row = rows[order[i]!]!
      if (here.at(-1) !== row) here.push(row)
    }
    const first = count++ % BLOCK === 0
    if (first) blocks.push(keys.size())
    writeKey(keys, key, first ? 0 : sharedLength(previous, key), here)
    previous = key.slice()
  }
  return { blocks: blocks.view().slice(), keys: keys.view().slice() }
}

function writeKey(out: ReturnType<typeof growing<Uint8Array>>, key: Uint8Array, shared: number, rows: readonly number[]): void {
  out.pushAll([shared, key.length - shared])
  out.pushAll(key.subarray(shared))
  writeVarint(out, rows.length)
  rows.forEach((row, i) => writeVarint(out, i === 0 ? row : row - rows[i - 1]!))
}

function writeVarint(out: { readonly push: (value: number) => void }, value: number): void {
  for (; value > 127; value = Math.floor(value / 128)) out.push(value & 127 | 128)
  out.push(value)
}

function sharedLength(a: Uint8Array, b: Uint8Array): number {
  let n = 0
  while (n < a.length && n < b.length && n < 250 && a[n] === b[n]) n++
  return n
}

/** Opens a written dictionary; reads the bytes in place. */
export function openDictionary({ blocks, keys }: DictionaryBytes): Dictionary {
  const headCompare = (block: number, key: Uint8Array): number => {
    const at = blocks[block]!
    return compareBytes(keys, at + 2, at + 2 + keys[at + 1]!, key, 0, key.length)
  }
  return {
    rows: text => {
      const key = toUtf8(text)
      let low = 0, high = blocks.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if (headCompare(middle, key) <= 0) low = middle
        else high = middle - 1
      }
      return blocks.length === 0 ? [] : scanBlock(keys, blocks[low]!, blocks[low + 1] ?? keys.length, key)
    },
  }
}

/** Reads one block's keys in order. `matched` is how many leading bytes of `key` the current entry is known to share. */
function scanBlock(keys: Uint8Array, from: number, to: number, key: Uint8Array): readonly number[] {
  const current = new Uint8Array(256)
  for (let at = from; at < to;) {
    const shared = keys[at]!, rest = keys[at + 1]!
    current.set(keys.subarray(at + 2, at + 2 + rest), shared)
    const order = compareBytes(current, 0, shared + rest, key, 0, key.length)
    const read = readRows(keys, at + 2 + rest)
    if (order === 0) return read.rows
    if (order > 0) return []
    at = read.next
  }
  return []
}

function readRows(keys: Uint8Array, from: number): { readonly rows: readonly number[]; readonly next: number } {
  let at = from
  const next = (): number => {
    let value = 0, scale = 1
    for (;; scale *= 128) {
      const byte = keys[at++]!
      value += (byte & 127) * scale
      if (byte < 128) return value
    }
  }
  const rows: number[] = [], count = next()
  for (let i = 0, row = 0; i < count; i++) rows.push(row += next())
  return { rows, next: at }
}
