/** Matrices in one growing memory: weights below, the working space of one batch above. */
import { openKernel, type Kernel, type Product } from './kernel.ts'

/** Rows of float32 at a byte address. `columns` is padded to a multiple of 16 where it is a product's width. */
export interface Matrix { readonly at: number; readonly rows: number; readonly columns: number }

const PAGE = 65_536

export const padded = (n: number): number => (n + 15) & ~15

/** A memory with a stack-like allocator. Products give the same bits with and without WebAssembly. */
export class Arena {
  #top = 64
  #floats: Float32Array
  readonly #kernel: Kernel | null
  readonly #product: Product

  constructor(simd = true) {
    this.#kernel = simd ? openKernel(64) : null
    this.#floats = new Float32Array(this.#kernel?.memory.buffer ?? new ArrayBuffer(64 * PAGE))
    this.#product = this.#kernel?.product ?? ((a, b, c, m, k, n) => plainProduct(this.#floats, a >> 2, b >> 2, c >> 2, m, k, n))
  }

  /** The memory as float32; stale after the next `make`. */
  get floats(): Float32Array { return this.#floats }

  /** Where the next matrix will lie; give it to `release` to free what was made since. */
  get mark(): number { return this.#top }

  release(mark: number): void { this.#top = mark }

  /** A matrix filled with zeros. */
  make(rows: number, columns: number): Matrix {
    const at = this.#top, bytes = (rows * columns * 4 + 63) & ~63
    this.#top += bytes
    this.#reserve(this.#top)
    this.#floats.fill(0, at >> 2, (at + bytes) >> 2)
    return { at, rows, columns }
  }

  #reserve(bytes: number): void {
    const have = this.#floats.byteLength
    if (bytes <= have) return
    const pages = Math.ceil((Math.max(bytes, have * 1.5) - have) / PAGE)
    if (this.#kernel) { this.#kernel.memory.grow(pages); this.#floats = new Float32Array(this.#kernel.memory.buffer); return }
    const bigger = new Float32Array((have + pages * PAGE) >> 2)
    bigger.set(this.#floats)
    this.#floats = bigger
  }

  /** c += a * b over the first `rows` rows of `a` and `c`. */
  multiply(a: Matrix, b: Matrix, c: Matrix, rows = a.rows): void {
    if (rows > 0) this.#product(a.at, b.at, c.at, rows, b.rows, b.columns)
  }
}

/** The same sums in the same order as the SIMD kernel, one float32 at a time. */
function plainProduct(x: Float32Array, a: number, b: number, c: number, m: number, k: number, n: number): void {
  for (let i = 0; i < m; i++) for (let p = 0; p < k; p++) {
    const f = x[a + i * k + p]!
    for (let j = 0; j < n; j++) x[c + i * n + j] = x[c + i * n + j]! + Math.fround(f * x[b + p * n + j]!)
  }
}
