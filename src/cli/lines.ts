/** Splits a stream of bytes into lines with bounded memory. */

/** Longest line or file read as one report, in bytes. */
export const MAX_BYTES = 64 * 1024 * 1024

/** A line without its end. `bytes` is null where the line was longer than allowed; `number` counts from 1. */
export interface Line { readonly number: number; readonly bytes: Uint8Array | null }

/** The lines of `chunks`. A line longer than `max` bytes is passed over without being kept. */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, max: number = MAX_BYTES): AsyncGenerator<Line> {
  const held: Uint8Array[] = []
  let size = 0, number = 1
  const hold = (part: Uint8Array): void => {
    size += part.length
    if (size <= max) held.push(part)
    else held.length = 0
  }
  const finish = (): Line => {
    const line = { number: number++, bytes: size <= max ? Buffer.concat(held) : null }
    held.length = 0
    size = 0
    return line
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      hold(chunk.subarray(from, at))
      yield finish()
      from = at + 1
    }
    if (from < chunk.length) hold(chunk.subarray(from))
  }
  if (size > 0) yield finish()
}

/** All bytes of `chunks`, or null where they are more than `max`. */
export async function collect(chunks: AsyncIterable<Uint8Array>, max: number = MAX_BYTES): Promise<Buffer | null> {
  const held: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > max) return null
    held.push(chunk)
  }
  return Buffer.concat(held)
}

/** Reads ahead until `enough` says so; `whole` gives the same chunks again and then the rest. */
export async function peek(chunks: AsyncIterable<Uint8Array>, enough: (head: Buffer) => boolean): Promise<{ readonly head: Buffer; readonly whole: AsyncIterable<Uint8Array> }> {
  const source = chunks[Symbol.asyncIterator]()
  let head: Buffer = Buffer.alloc(0)
  while (!enough(head)) {
    const next = await source.next()
    if (next.done === true) break
    head = Buffer.concat([head, next.value])
  }
  return { head, whole: rejoin(head, source) }
}

async function* rejoin(head: Buffer, source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (head.length > 0) yield head
    for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value
  } finally {
    await source.return?.()
  }
}
