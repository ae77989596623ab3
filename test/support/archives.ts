/** Makes WARC files and zip files for tests, by their specifications. */
import { crc32, gzipSync } from 'node:zlib'

/** `packed` is the body as it came, in the `encoding` its headers tell. */
export interface Entry { readonly url: string; readonly html: string; readonly encoding?: string; readonly packed?: Uint8Array }

/** WARC 1.0: a warcinfo, then a request and a response for each page, as crawlers write them. */
export function warc(entries: readonly Entry[], gzipped: boolean): Uint8Array {
  const part = (type: string, content: string | Buffer, headers: readonly string[]): Uint8Array => {
    const body = Buffer.isBuffer(content) ? content : Buffer.from(content), head = Buffer.from(['WARC/1.0', `WARC-Type: ${type}`, 'WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>', 'WARC-Date: 2024-03-05T10:00:00Z', ...headers, `Content-Length: ${body.length}`, '', ''].join('\r\n'))
    const whole = Buffer.concat([head, body, Buffer.from('\r\n\r\n')])
    return gzipped ? gzipSync(whole) : whole
  }
  const pages = entries.flatMap(({ url, html, encoding, packed = Buffer.from(html) }) => [
    part('request', `GET ${new URL(url).pathname} HTTP/1.1\r\nHost: ${new URL(url).host}\r\n\r\n`, [`WARC-Target-URI: ${url}`, 'Content-Type: application/http; msgtype=request']),
    part('response', Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n${encoding === undefined ? '' : `Content-Encoding: ${encoding}\r\n`}Content-Length: ${packed.length}\r\n\r\n`), packed]), [`WARC-Target-URI: ${url}`, 'Content-Type: application/http; msgtype=response']),
  ])
  return Buffer.concat([part('warcinfo', 'software: test\r\n', ['Content-Type: application/warc-fields']), ...pages])
}

/** A zip whose files are stored, not compressed, as WACZ asks for archives. */
export function zip(files: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const parts: Buffer[] = [], central: Buffer[] = []
  let offset = 0
  for (const [name, bytes] of files) {
    const fields = Buffer.alloc(26), title = Buffer.from(name)
    fields.writeUInt16LE(20, 0); fields.writeUInt32LE(crc32(bytes), 10); fields.writeUInt32LE(bytes.length, 14); fields.writeUInt32LE(bytes.length, 18); fields.writeUInt16LE(title.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, title, bytes]), tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\0', 'latin1'), fields, tail, title]))
    parts.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central), end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4); end.writeUInt16LE(files.length, 6); end.writeUInt32LE(directory.length, 8); end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, directory, Buffer.from('PK\u0005\u0006', 'latin1'), end])
}
