/** The trained sentence-boundary model as bytes: a JSON header with word lists, then one signed byte a weight. */

export interface BoundaryModel {
  /** log2 of the number of weights. */
  readonly bits: number
  /** A boundary is where the summed weights exceed this. */
  readonly threshold: number
  readonly weights: Int8Array
  readonly whole: readonly string[]
  readonly commonWords: readonly string[]
}

type Header = Omit<BoundaryModel, 'weights'>

/** Bytes: header length (uint32, little-endian), header (ASCII JSON), weights. */
export function writeBoundaryModel(model: BoundaryModel): Uint8Array {
  const { weights, ...header } = model
  const json = JSON.stringify(header).replace(/[\u0080-\uffff]/g, c => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'))
  const out = new Uint8Array(4 + json.length + weights.length)
  new DataView(out.buffer).setUint32(0, json.length, true)
  for (let i = 0; i < json.length; i++) out[4 + i] = json.charCodeAt(i)
  out.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), 4 + json.length)
  return out
}

/** Reads what `writeBoundaryModel` wrote. Throws SyntaxError or RangeError on other bytes. */
export function readBoundaryModel(bytes: Uint8Array): BoundaryModel {
  const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true)
  const parts: string[] = []
  for (let i = 4; i < 4 + size; i += 8192) parts.push(String.fromCharCode(...bytes.subarray(i, Math.min(i + 8192, 4 + size))))
  const header = JSON.parse(parts.join('')) as Header
  return { ...header, weights: Int8Array.from(bytes.subarray(4 + size), byte => byte << 24 >> 24) }
}
