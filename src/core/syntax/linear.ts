/** Linear layers over rows of the arena. */
import type { Matrix } from './matrix.ts'
import type { Linear, ParserModel } from './model.ts'

/** y = x * weights + bias. */
export function apply(model: ParserModel, layer: Linear, x: Matrix): Matrix {
  const y = model.arena.take(x.rows, layer.weights.outputs)
  fill(model, layer, x, y)
  return y
}

/** Writes x * weights + bias into the first rows of `y`. */
export function fill({ arena }: ParserModel, { weights, bias }: Linear, x: Matrix, y: Matrix): void {
  for (let r = 0; r < x.rows; r++) arena.floats.set(bias, (y.at >> 2) + r * y.columns)
  arena.multiply(x, weights, y)
}
