/** The one-to-one assignment of rows to columns with the greatest sum of weights. */

/**
 * For each row its column, or -1. Weights are rows by columns, any real numbers; with unequal sides the surplus stays unassigned.
 * The Hungarian method with potentials (Kuhn 1955; shortest augmenting paths after Jonker and Volgenant 1987), in cubic time.
 */
export function assign(weights: readonly (readonly number[])[]): readonly number[] {
  const rows = weights.length, columns = weights[0]?.length ?? 0
  if (rows === 0 || columns === 0) return weights.map(() => -1)
  if (rows > columns) {
    const flipped = assign(Array.from({ length: columns }, (_, j) => weights.map(row => row[j]!)))
    const byRow = weights.map(() => -1)
    for (const [column, row] of flipped.entries()) byRow[row] = column
    return byRow
  }
  return assignWide(weights, rows, columns)
}

/** With at least as many columns as rows: every row gets a column. Row and column 0 are a dummy. */
function assignWide(weights: readonly (readonly number[])[], rows: number, columns: number): readonly number[] {
  const rowPotential = new Float64Array(rows + 1), columnPotential = new Float64Array(columns + 1), rowOf = new Int32Array(columns + 1)
  for (let row = 1; row <= rows; row++) augment(weights, row, { rowPotential, columnPotential, rowOf })
  const result = weights.map(() => -1)
  for (let column = 1; column <= columns; column++) if (rowOf[column]! > 0) result[rowOf[column]! - 1] = column - 1
  return result
}

interface Potentials { readonly rowPotential: Float64Array; readonly columnPotential: Float64Array; readonly rowOf: Int32Array }

function augment(weights: readonly (readonly number[])[], row: number, { rowPotential, columnPotential, rowOf }: Potentials): void {
  const size = columnPotential.length, slack = new Float64Array(size).fill(Infinity), before = new Int32Array(size), seen = new Uint8Array(size)
  rowOf[0] = row
  let column = 0
  do {
    seen[column] = 1
    const current = rowOf[column]!
    let step = Infinity, next = 0
    for (let j = 1; j < size; j++) if (seen[j] === 0) {
      const cost = -weights[current - 1]![j - 1]! - rowPotential[current]! - columnPotential[j]!
      if (cost < slack[j]!) { slack[j] = cost; before[j] = column }
      if (slack[j]! < step) { step = slack[j]!; next = j }
    }
    for (let j = 0; j < size; j++) {
      if (seen[j] === 1) { rowPotential[rowOf[j]!]! += step; columnPotential[j]! -= step } else slack[j]! -= step
    }
    column = next
  } while (rowOf[column] !== 0)
  while (column !== 0) { rowOf[column] = rowOf[before[column]!]!; column = before[column]! }
}

/** The greatest sum of weights of a one-to-one assignment; pairs of negative weight are left apart. */
export function bestSum(weights: readonly (readonly number[])[]): number {
  const clipped = weights.map(row => row.map(w => Math.max(0, w)))
  return assign(clipped).reduce((sum, column, row) => sum + (column < 0 ? 0 : clipped[row]![column]!), 0)
}
