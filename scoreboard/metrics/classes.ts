/** F1 over classes: each unit is one answer, [expected class, given class], as indices; -1 for none. */
import type { Measured, Units } from '../board.ts'
import { prf } from './counts.ts'

interface Row { right: number; wrong: number; missed: number }

/** Right, false and missed for each class. */
export function confusion(units: Units, classes: number): readonly Readonly<Row>[] {
  const rows: Row[] = Array.from({ length: classes }, () => ({ right: 0, wrong: 0, missed: 0 }))
  for (const [expected = -1, given = -1] of units) {
    if (expected === given) { if (expected >= 0) rows[expected]!.right++; continue }
    if (given >= 0) rows[given]!.wrong++
    if (expected >= 0) rows[expected]!.missed++
  }
  return rows
}

/** The mean of the classes' F1, over the classes that are expected or given at least once (as scikit-learn averages). */
export function macroF1(units: Units, classes: number): number {
  const rows = confusion(units, classes).filter(row => row.right + row.wrong + row.missed > 0)
  return rows.length === 0 ? 0 : rows.reduce((sum, row) => sum + prf(row.right, row.wrong, row.missed).f1, 0) / rows.length
}

/** The mean of the classes' F1, weighted by how often each is expected (as scikit-learn averages). */
export function weightedF1(units: Units, classes: number): number {
  const rows = confusion(units, classes), all = rows.reduce((sum, row) => sum + row.right + row.missed, 0)
  return all === 0 ? 0 : rows.reduce((sum, row) => sum + prf(row.right, row.wrong, row.missed).f1 * (row.right + row.missed), 0) / all
}

export const macroF1Of = (metric: string, units: Units, classes: number): Measured => ({ metric, units, of: drawn => macroF1(drawn, classes) })
export const weightedF1Of = (metric: string, units: Units, classes: number): Measured => ({ metric, units, of: drawn => weightedF1(drawn, classes) })
