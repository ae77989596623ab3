/** Bytes of a page, a feed or a file to text, by byte order mark, the answer's header, the page's own word, and UTF-8 at last. */

/** Where a page names its encoding: its first kilobyte (HTML standard). */
const HEAD = 1024

/** Decodes; bytes that fit no encoding become U+FFFD, nothing throws. */
export function decode(bytes: Uint8Array, contentType = ''): string {
  const label = byMark(bytes) ?? /charset=["']?([\w:.-]+)/i.exec(contentType)?.[1] ?? named(bytes) ?? 'utf-8'
  try { return new TextDecoder(label).decode(bytes) } catch { return new TextDecoder('utf-8').decode(bytes) }
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}

function named(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(HEAD, bytes.length)).toString('latin1')
  return /<meta[^>]{0,200}charset=["']?([\w:.-]+)/i.exec(head)?.[1] ?? /^<\?xml[^>]{0,100}encoding=["']([\w:.-]+)/i.exec(head)?.[1] ?? null
}
