/** The quantity layer: counts of people and things with what they count. */
import type { Extent } from './span.ts'

/** A number phrase. `min` and `max` follow the codebook ("at least 23" is [23, null], "dozens" [24, null]). */
export interface Count extends Extent {
  readonly min: number | null
  readonly max: number | null
  /** Tokens of the number phrase, half-open. */
  readonly first: number
  readonly last: number
  /** Token index of the noun that is counted, or -1 ("12 soldiers": soldiers; "killed 12": -1). */
  readonly of: number
  readonly unit: 'people' | 'things' | 'time' | 'money' | 'measure' | 'share' | 'ordinal' | 'unknown'
  readonly rule: string
}
