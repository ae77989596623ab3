/** Every rule of the time layer, in the order in which equals are preferred. */
import { absoluteRules } from './absolute.ts'
import { agoRules } from './ago.ts'
import { anchorRules } from './anchors.ts'
import { clockRules } from './clock.ts'
import { dayNumberRules } from './day-numbers.ts'
import { durationRules } from './duration.ts'
import { feastRules } from './feasts.ts'
import { monthRules } from './months.ts'
import { numericRules } from './numeric.ts'
import { periodRules } from './period.ts'
import { relativeRules } from './relative.ts'
import type { TimeRule } from './rule.ts'
import { setRules } from './set.ts'
import { vagueRules } from './vague.ts'
import { warRules } from './wars.ts'
import { weekdayRules } from './weekday.ts'

/** Among matches at one place the longest is tried first, then the earlier rule of this list. */
export const timeRules: readonly TimeRule[] = [
  ...warRules,
  ...feastRules,
  ...absoluteRules,
  ...dayNumberRules,
  ...numericRules,
  ...monthRules,
  ...weekdayRules,
  ...relativeRules,
  ...anchorRules,
  ...agoRules,
  ...clockRules,
  ...setRules,
  ...durationRules,
  ...periodRules,
  ...vagueRules,
]
