/** UTF-8 and growable typed columns without Node or DOM types, for the compact gazetteer index. */

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

/** Order of two byte strings: by bytes, the shorter first among equals. */
export function compareBytes(a: Uint8Array, aFrom: number, aTo: number, b: Uint8Array, bFrom: number, bTo: number): number {
  const shared = Math.min(aTo - aFrom, bTo - bFrom)
  for (let i = 0; i < shared; i++) {
    const d = a[aFrom + i]! - b[bFrom + i]!
    if (d !== 0) return d
  }
  return (aTo - aFrom) - (bTo - bFrom)
}

type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array

/** A typed array that doubles when full. */
export interface Growing<T extends Column> { readonly push: (value: number) => void; readonly pushAll: (values: ArrayLike<number>) => void; readonly view: () => T; readonly size: () => number }

/** A growing column; `make` allocates the array, for example `n => new Uint32Array(n)`. */
export function growing<T extends Column>(make: (size: number) => T): Growing<T> {
  let array = make(1024), size = 0
  const room = (more: number): void => {
    if (size + more <= array.length) return
    const wider = make(Math.max(array.length * 2, size + more))
    wider.set(array)
    array = wider
  }
  return {
    push: value => { room(1); array[size++] = value },
    pushAll: values => { room(values.length); array.set(values, size); size += values.length },
    view: () => array.subarray(0, size) as T,
    size: () => size,
  }
}
