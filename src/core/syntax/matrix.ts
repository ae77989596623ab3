/** Matrices in one growing memory: weights below, the working space of one batch above. */
import { openKernel, type Kernel, type Product } from './kernel.ts'

/** Rows of float32 at a byte address. `columns` is padded to a multiple of 16 where it is a product's width. */
export interface Matrix { readonly at: number; readonly rows: number; readonly columns: number }

/** The right side of a product, `inputs` rows by `outputs` columns (a multiple of 16), laid out as the kernel reads it: `cellOf` says where. */
export interface Factor { readonly at: number; readonly inputs: number; readonly outputs: number }

const PAGE = 65_536, PANEL = 16

export const padded = (n: number): number => (n + PANEL - 1) & -PANEL

/** Where a cell of a factor lies among the floats: in panels of 16 columns, each with its rows one after another. */
export const cellOf = ({ at, inputs }: Factor, row: number, column: number): number => (at >> 2) + ((column & -PANEL) * inputs) + row * PANEL + (column & PANEL - 1)

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
    const matrix = this.take(rows, columns)
    this.#floats.fill(0, matrix.at >> 2, this.#top >> 2)
    return matrix
  }

  /** A matrix that is to be written whole: it holds whatever lay there. */
  take(rows: number, columns: number): Matrix {
    const at = this.#top
    this.#top += (rows * columns * 4 + 63) & ~63
    this.#reserve(this.#top)
    return { at, rows, columns }
  }

  /** A factor filled with zeros, its columns padded. */
  factor(inputs: number, columns: number): Factor {
    const { at, columns: outputs } = this.make(inputs, padded(columns))
    return { at, inputs, outputs }
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
  multiply(a: Matrix, b: Factor, c: Matrix, rows = a.rows): void {
    if (rows > 0) this.#product(a.at, b.at, c.at, rows, b.inputs, b.outputs)
  }
}

/** The same sums in the same order as the SIMD kernel, one float32 at a time. */
function plainProduct(x: Float32Array, a: number, b: number, c: number, m: number, k: number, n: number): void {
  for (let i = 0; i < m; i++) for (let panel = 0; panel < n; panel += PANEL) for (let p = 0; p < k; p++) {
    const f = x[a + i * k + p]!, from = b + panel * k + p * PANEL, to = c + i * n + panel
    for (let j = 0; j < PANEL; j++) x[to + j] = x[to + j]! + Math.fround(f * x[from + j]!)
  }
}
