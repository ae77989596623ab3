/** What a time expression means: a TIMEX3 value together with the calendar days it covers. */
import type { TimexMod, TimexType } from '../model/time.ts'
import { type Day, dayOf, isoDay, isoMonth, isoWeek, isoYear, lastOfMonth, mondayOf, partsOf } from './calendar.ts'

export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade' | 'none'
export type Anchor = 'absolute' | 'published' | 'expression'

/** `first` and `last` are the days covered, null where open or unknown; `grain` is the unit that the words name. */
export interface Meaning {
  readonly type: TimexType
  readonly value: string
  readonly mod: TimexMod | null
  readonly edtf: string | null
  readonly first: Day | null
  readonly last: Day | null
  readonly anchor: Anchor
  readonly grain: Grain
  /** A time of day ("T10:30", "TNI") whose day is still to be found among the other expressions. */
  readonly clock: string | null
}

const meaning = (fields: Partial<Meaning> & Pick<Meaning, 'type' | 'value'>): Meaning =>
  ({ mod: null, edtf: null, first: null, last: null, anchor: 'absolute', grain: 'none', clock: null, ...fields })

/** EDTF of the days from first to last: a day, or an interval that may be open. */
export const edtfOf = (first: Day | null, last: Day | null): string | null =>
  first === null && last === null ? null
    : first === last && first !== null ? isoDay(first)
      : `${first === null ? '..' : isoDay(first)}/${last === null ? '..' : isoDay(last)}`

const dates = (value: string, grain: Grain, first: Day, last: Day, anchor: Anchor, edtf = edtfOf(first, last)): Meaning =>
  meaning({ type: 'DATE', value, grain, first, last, anchor, edtf })

export const onDay = (day: Day, anchor: Anchor): Meaning => dates(isoDay(day), 'day', day, day, anchor)

/** A part of a day or a clock time: `clock` is "TMO", "T10:30". */
export const atTime = (day: Day, clock: string, anchor: Anchor): Meaning =>
  ({ ...onDay(day, anchor), type: 'TIME', value: isoDay(day) + clock })

/** A clock time whose day other words must give. */
export const onClock = (clock: string): Meaning => meaning({ type: 'TIME', value: clock, clock })

export const inWeek = (day: Day, anchor: Anchor): Meaning => dates(isoWeek(day), 'week', mondayOf(day), mondayOf(day) + 6, anchor)

export const onWeekend = (day: Day, anchor: Anchor): Meaning =>
  dates(`${isoWeek(day)}-WE`, 'day', mondayOf(day) + 5, mondayOf(day) + 6, anchor)

export function inMonth(year: number, month: number, anchor: Anchor): Meaning {
  return dates(isoMonth(year, month), 'month', dayOf(year, month, 1), lastOfMonth(year, month), anchor, isoMonth(year, month))
}

export const inYear = (year: number, anchor: Anchor): Meaning =>
  dates(isoYear(year), 'year', dayOf(year, 1, 1), lastOfMonth(year, 12), anchor, isoYear(year))

/** `quarter` 1..4; EDTF level 2 codes 33..36. */
export const inQuarter = (year: number, quarter: number, anchor: Anchor): Meaning =>
  dates(`${isoYear(year)}-Q${quarter}`, 'quarter', dayOf(year, quarter * 3 - 2, 1), lastOfMonth(year, quarter * 3), anchor, `${isoYear(year)}-${32 + quarter}`)

/** `half` 1 or 2; EDTF level 2 codes 40 and 41. */
export const inHalf = (year: number, half: number, anchor: Anchor): Meaning =>
  dates(`${isoYear(year)}-H${half}`, 'quarter', dayOf(year, half * 6 - 5, 1), lastOfMonth(year, half * 6), anchor, `${isoYear(year)}-${39 + half}`)

export type Season = 'SP' | 'SU' | 'FA' | 'WI'
const SEASON_START: Readonly<Record<Season, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 }
const SEASON_EDTF: Readonly<Record<Season, number>> = { SP: 21, SU: 22, FA: 23, WI: 24 }

/** Northern meteorological seasons; the winter of a year begins in its December. */
export function inSeason(year: number, season: Season, anchor: Anchor): Meaning {
  const month = SEASON_START[season]
  return dates(`${isoYear(year)}-${season}`, 'quarter', dayOf(year, month, 1), lastOfMonth(year, month + 2), anchor, `${isoYear(year)}-${SEASON_EDTF[season]}`)
}

/** `decade` is the year without its last digit: 198 for the 1980s. */
export const inDecade = (decade: number, anchor: Anchor): Meaning =>
  dates(String(decade), 'decade', dayOf(decade * 10, 1, 1), dayOf(decade * 10 + 9, 12, 31), anchor, `${decade}X`)

/** `century` is the year without its last two digits: 19 for the twentieth. */
export const inCentury = (century: number, anchor: Anchor): Meaning =>
  dates(String(century), 'decade', dayOf(century * 100, 1, 1), dayOf(century * 100 + 99, 12, 31), anchor, `${century}XX`)

/** A stretch of days that TIMEX3 values by something else ("the weekend before", "overnight"). */
export const acrossDays = (type: TimexType, value: string, first: Day | null, last: Day | null, anchor: Anchor): Meaning =>
  meaning({ type, value, first, last, anchor, grain: type === 'DATE' || type === 'TIME' ? 'day' : 'none', edtf: edtfOf(first, last) })

/** A length of time: an ISO 8601 period such as "P3D", "PT24H", "PXM". */
export const lasting = (period: string): Meaning => meaning({ type: 'DURATION', value: period })

export const repeating = (value: string): Meaning => meaning({ type: 'SET', value })

export const vaguely = (value: 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF'): Meaning => meaning({ type: 'DATE', value })

export const withMod = (m: Meaning, mod: TimexMod | null): Meaning => (mod === null ? m : { ...m, mod })

const roughly = (edtf: string | null): string | null =>
  edtf === null ? null : edtf.split('/').map(side => (side === '..' || side.endsWith('~') ? side : `${side}~`)).join('/')

/** The same days, marked as approximate in EDTF ("2024-01~"). */
export const about = (m: Meaning): Meaning => ({ ...m, edtf: roughly(m.edtf) })

/** The same words for other days: what TIMEX3 values stays, the days covered change. */
export const covering = (m: Meaning, first: Day | null, last: Day | null): Meaning => ({ ...m, first, last, edtf: edtfOf(first, last) })

const MIDDLE_OF_YEAR = { first: [6, 1], last: [7, 31] } as const

/** Narrows a month, week or year to the part that "early", "mid" or "late" names, as far as the codebook does: the middle of a month is its 15th, of a year June and July, late in a week its last four days. */
export function partOf(m: Meaning, part: 'START' | 'MID' | 'END'): Meaning {
  const whole = withMod(m, part)
  if (m.first === null || m.last === null) return whole
  const { year } = partsOf(m.first)
  if (part === 'MID' && m.grain === 'month') return about(covering(whole, m.first + 14, m.first + 14))
  if (part === 'MID' && m.grain === 'year') return { ...covering(whole, dayOf(year, ...MIDDLE_OF_YEAR.first), dayOf(year, ...MIDDLE_OF_YEAR.last)), edtf: `${isoMonth(year, 6)}~/${isoMonth(year, 7)}~` }
  if (m.grain !== 'week') return whole
  const [from, to] = part === 'START' ? [0, 2] : part === 'MID' ? [1, 3] : [3, 6]
  return about(covering(whole, m.first + from, m.first + to))
}

/** What is left of a meaning when the report's date is unknown: the shape of its value, no days. */
export const undated = (m: Meaning): Meaning =>
  m.anchor === 'absolute' ? m : { ...m, value: m.value.replace(/^[^T]*/, date => date.replace(/(?<=^|-W?)\d+/g, digits => 'X'.repeat(digits.length))), edtf: null, first: null, last: null }
