/** The time layer: TIMEX3 values and EDTF dates of time expressions. */
import type { Extent } from './span.ts'

export type TimexType = 'DATE' | 'TIME' | 'DURATION' | 'SET'
export type TimexMod = 'BEFORE' | 'AFTER' | 'ON_OR_BEFORE' | 'ON_OR_AFTER' | 'LESS_THAN' | 'MORE_THAN' | 'EQUAL_OR_LESS' | 'EQUAL_OR_MORE' | 'START' | 'MID' | 'END' | 'APPROX'

/** One time expression. `value` and `mod` follow TIMEX3; `edtf` is null where no calendar date is meant. */
export interface Timex extends Extent {
  readonly type: TimexType
  readonly value: string
  readonly mod: TimexMod | null
  /** EDTF date or interval: "2024-01-20", "2024-01", "2024-01-20/2024-01-21", "2023-10-07/..". */
  readonly edtf: string | null
  /** First and last day covered, YYYY-MM-DD; null where open or unknown. */
  readonly first: string | null
  readonly last: string | null
  /** What the value was computed from: nothing but the words, the report's date, or another expression. */
  readonly anchor: 'absolute' | 'published' | 'dateline' | 'expression'
  readonly rule: string
}
