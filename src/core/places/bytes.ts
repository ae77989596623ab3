/** Growable typed columns and byte order for the compact gazetteer index. */

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
