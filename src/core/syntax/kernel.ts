/** The matrix product as a WebAssembly SIMD module, assembled here so that nothing binary is shipped and it runs in Node and in browsers alike. */

/** c[m][n] += a[m][k] * b[k][n]; byte addresses, float32, n a multiple of 16, k > 0. Row-major but for `b`, which lies in panels of 16 columns, row after row of one before the next, so that a block's loads follow each other. */
export type Product = (a: number, b: number, c: number, m: number, k: number, n: number) => void

export interface Kernel { readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number }; readonly product: Product }

interface Wasm { Module: new (bytes: Uint8Array) => object; Instance: new (module: object, imports?: object) => { readonly exports: Record<string, unknown> } }
declare const WebAssembly: Wasm | undefined

/** The kernel on `pages` pages of 64 KiB, or null where there is no WebAssembly or no SIMD. */
export function openKernel(pages: number): Kernel | null {
  if (typeof WebAssembly === 'undefined') return null
  try {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(assemble(pages)))
    return { memory: exports['memory'] as Kernel['memory'], product: exports['product'] as Product }
  } catch { return null }
}

const I32 = 0x7f, V128 = 0x7b, EMPTY = 0x40
const [A, B, C, M, K, N, J, I, P, X0, X1, BP, C0, C1] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13] as const
/** First of the v128 locals: eight sums, two factors, one column. */
const SUM = 14, FACTOR = 22, COLUMN = 24

const leb = (value: number): readonly number[] => {
  const out: number[] = []
  for (let v = value >>> 0; ; v >>>= 7) { if (v < 128) { out.push(v); return out } out.push((v & 127) | 128) }
}
const signed = (value: number): readonly number[] => (value < 64 ? [value] : [(value & 127) | 128, value >> 7])
const get = (local: number): readonly number[] => [0x20, local]
const set = (local: number): readonly number[] => [0x21, local]
const num = (value: number): readonly number[] => [0x41, ...signed(value)]
const ADD = 0x6a, MUL = 0x6c, SHL = 0x74, GE = 0x4e, GT = 0x4a, LT = 0x48, SUB = 0x6b
const load = (offset: number): readonly number[] => [0xfd, 0x00, 2, ...leb(offset)]
const store = (offset: number): readonly number[] => [0xfd, 0x0b, 2, ...leb(offset)]
const SPLAT = [0xfd, 0x09, 2, 0], FADD = [0xfd, ...leb(0xe4)], FMUL = [0xfd, ...leb(0xe6)]
const bump = (local: number, by: readonly number[]): readonly number[] => [...get(local), ...by, ADD, ...set(local)]

/** One block of `rows` rows and 16 columns: load the sums, run over k, store them. */
function block(rows: 1 | 2): readonly number[] {
  const rowIndex = [...Array(rows).keys()], quarter = [0, 1, 2, 3]
  const pointers = [
    ...get(C), ...get(I), ...get(N), MUL, ...get(J), ADD, ...num(2), SHL, ADD, ...set(C0),
    ...get(A), ...get(I), ...get(K), MUL, ...num(2), SHL, ADD, ...set(X0), ...get(B), ...get(J), ...get(K), MUL, ...num(2), SHL, ADD, ...set(BP),
    ...(rows === 2 ? [...get(C0), ...get(N), ...num(2), SHL, ADD, ...set(C1), ...get(X0), ...get(K), ...num(2), SHL, ADD, ...set(X1)] : []),
  ]
  const cell = (row: number): number => (row === 0 ? C0 : C1), factor = (row: number): number => (row === 0 ? X0 : X1)
  const loads = rowIndex.flatMap(r => quarter.flatMap(q => [...get(cell(r)), ...load(16 * q), ...set(SUM + 4 * r + q)]))
  const stores = rowIndex.flatMap(r => quarter.flatMap(q => [...get(cell(r)), ...get(SUM + 4 * r + q), ...store(16 * q)]))
  const step = [
    ...rowIndex.flatMap(r => [...get(factor(r)), ...SPLAT, ...set(FACTOR + r)]),
    ...quarter.flatMap(q => [...get(BP), ...load(16 * q), ...set(COLUMN), ...rowIndex.flatMap(r => [...get(SUM + 4 * r + q), ...get(FACTOR + r), ...get(COLUMN), ...FMUL, ...FADD, ...set(SUM + 4 * r + q)])]),
    ...rowIndex.flatMap(r => bump(factor(r), num(4))), ...bump(BP, num(64)),
    ...get(P), ...num(1), SUB, 0x22, P, 0x0d, 0,
  ]
  return [...pointers, ...loads, ...get(K), ...set(P), 0x03, EMPTY, ...step, 0x0b, ...stores]
}

function body(): readonly number[] {
  const pairs = [0x02, EMPTY, 0x03, EMPTY, ...get(I), ...num(2), ADD, ...get(M), GT, 0x0d, 1, ...block(2), ...bump(I, num(2)), 0x0c, 0, 0x0b, 0x0b]
  const rest = [...get(I), ...get(M), LT, 0x04, EMPTY, ...block(1), 0x0b]
  return [0x02, EMPTY, 0x03, EMPTY, ...get(J), ...get(N), GE, 0x0d, 1, ...num(0), ...set(I), ...pairs, ...rest, ...bump(J, num(16)), 0x0c, 0, 0x0b, 0x0b, 0x0b]
}

const section = (id: number, content: readonly number[]): readonly number[] => [id, ...leb(content.length), ...content]
const text = (name: string): readonly number[] => [name.length, ...Array.from(name, c => c.charCodeAt(0))]

function assemble(pages: number): Uint8Array {
  const locals = [2, 8, I32, 11, V128], code = [...locals, ...body()]
  return new Uint8Array([
    0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, [1, 0x60, 6, I32, I32, I32, I32, I32, I32, 0]), ...section(3, [1, 0]), ...section(5, [1, 0, ...leb(pages)]),
    ...section(7, [2, ...text('memory'), 2, 0, ...text('product'), 0, 0]), ...section(10, [1, ...leb(code.length), ...code]),
  ])
}
