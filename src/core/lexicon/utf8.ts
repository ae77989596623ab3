/** UTF-8 without Node or DOM types. */

/** UTF-8 bytes of a string (lone surrogates become U+FFFD). */
export function toUtf8(text: string): Uint8Array {
  const out: number[] = []
  for (const char of text) pushCodePoint(out, char.codePointAt(0)!)
  return Uint8Array.from(out)
}

function pushCodePoint(out: number[], code: number): void {
  if (code >= 0xd800 && code < 0xe000) code = 0xfffd
  if (code < 0x80) out.push(code)
  else if (code < 0x800) out.push(0xc0 | code >> 6, 0x80 | code & 63)
  else if (code < 0x10000) out.push(0xe0 | code >> 12, 0x80 | code >> 6 & 63, 0x80 | code & 63)
  else out.push(0xf0 | code >> 18, 0x80 | code >> 12 & 63, 0x80 | code >> 6 & 63, 0x80 | code & 63)
}

/** The string of the UTF-8 bytes `from..to`; meant for short names. */
export function fromUtf8(bytes: Uint8Array, from: number, to: number): string {
  let text = ''
  for (let i = from; i < to;) {
    const lead = bytes[i]!, size = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
    let code = size === 1 ? lead : lead & (0x7f >> size)
    for (let k = 1; k < size; k++) code = code << 6 | bytes[i + k]! & 63
    text += String.fromCodePoint(code)
    i += size
  }
  return text
}
