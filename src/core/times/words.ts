/** The words of time: regex fragments for the rules, and what each word stands for. */

const NAMED_MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const NAMED_DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** Full month names and their abbreviations, a full stop included. */
export const MONTH = String.raw`(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)`
export const WEEKDAY = String.raw`(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b\.?)`
export const WEEKDAY_NAME = '(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)'
/** A day of the month, with its ordinal ending. */
export const DAY = String.raw`(?:3[01]|[12]\d|0?[1-9])(?:\s?(?:st|nd|rd|th)\b)?(?!\d|[.,]\d(?!\d{3}(?!\d))|:\d)`
export const YEAR = String.raw`(?:1[0-9]\d\d|20\d\d)(?!\d|[.,]\d)`
export const DASH = '(?:-|\u2010|\u2011|\u2012|\u2013|\u2014)'
/** A hyphen or a space: "24-hour", "24 hour". */
export const JOIN = String.raw`(?:\s?[-\u2010\u2011\u2013]\s?|\s{1,6})`
export const APOSTROPHE = "['\u2019]"

const SMALL = 'one|two|three|four|five|six|seven|eight|nine'
const TEENS = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen'
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety'
/** A number in words or figures. */
export const NUMBER = String.raw`(?:(?:${TENS})(?:[-\s](?:${SMALL}))?|${TEENS}|${SMALL}|(?:a|one)\shundred|\d{1,3}(?:,\d{3})+|\d{1,4}(?:\.\d{1,2})?)`
/** A count that is not a number. */
export const VAGUE = String.raw`(?:several|a\s(?:good\s)?few|few|many|some|a\scouple(?:\sof)?|couple\sof|(?:tens|dozens|scores|hundreds|thousands)\sof|a\snumber\sof|countless|multiple)`
export const UNITS = '(?:seconds?|mins?|minutes?|hrs?|hours?|days?|nights?|weeks?|weekends?|fortnights?|months?|quarters?|years?|yrs?|decades?|century|centuries)'
/** What makes a number rough or bounded; its TIMEX3 mod is in `modOf`. */
export const HEDGE = String.raw`(?:about|around|roughly|approximately|some|nearly|almost|close\sto|more\sthan|over|less\sthan|under|fewer\sthan|at\sleast|at\smost|up\sto|as\smuch\sas|as\smany\sas|no\smore\sthan|no\sless\sthan|just\s(?:over|under)|well\sover|a\slittle\s(?:over|under)|only|just|barely|another|an\sadditional|an\sestimated)`
export const PART_OF_DAY = '(?:morning|afternoon|evening|night|noon|midnight|midday|dawn|dusk|lunchtime|daybreak|sunrise|sunset|nightfall)'
export const ORDINAL = '(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\\d{1,3}(?:st|nd|rd|th))'
export const SEASON = '(?:spring|summer|autumn|fall|winter)'

export const monthNumber = (word: string): number => NAMED_MONTHS.findIndex(name => name.startsWith(word.toLowerCase().slice(0, 3))) + 1

/** Monday 0 .. Sunday 6; -1 when it is no weekday. */
export const weekdayNumber = (word: string): number => NAMED_DAYS.findIndex(name => name.startsWith(word.toLowerCase().slice(0, 3)))

export const dayNumber = (word: string): number => Number.parseInt(word, 10)

const WORD_VALUES: Readonly<Record<string, number>> = Object.fromEntries([
  ...`zero|${SMALL}|${TEENS}`.split('|').map((word, i) => [word, i] as const),
  ...TENS.split('|').map((word, i) => [word, (i + 2) * 10] as const),
  ['a', 1], ['an', 1], ['hundred', 100], ['couple', 2], ['few', 3], ['several', 3],
])

/** The value of a number in words or figures, and of the counts the codebook fixes ("several" 3, "a couple" 2); NaN when there is none. */
export function numberOf(words: string): number {
  const text = words.toLowerCase().replace(/,(?=\d{3})/g, '').trim()
  if (/^\d/.test(text)) return Number.parseFloat(text)
  if (/\bhundred$/.test(text)) return 100
  const known = text.split(/[-\s]+/).map(word => WORD_VALUES[word]).filter(value => value !== undefined)
  if (known.length === 0) return Number.NaN
  return text.startsWith('a ') ? known.at(-1) ?? Number.NaN : known.reduce((sum, value) => sum + value, 0)
}

export const isVague = (words: string): boolean => new RegExp(`^${VAGUE}$`, 'i').test(words.trim())

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth', 'twentieth']
/** A day of the month spelled out. */
export const DAY_WORD = String.raw`(?:${ORDINALS.join('|')}|thirtieth|twenty[-\s](?:${ORDINALS.slice(0, 9).join('|')})|thirty[-\s]first)`

/** The value of an ordinal in words, up to thirty-first, or in figures; NaN when it is none. */
export function ordinalNumber(word: string): number {
  const [first = '', last] = word.toLowerCase().split(/[-\s]+/)
  if (last !== undefined) return numberOf(first) + ordinalNumber(last)
  const index = ORDINALS.indexOf(first)
  return index >= 0 ? index + 1 : first === 'thirtieth' ? 30 : Number.parseInt(first, 10)
}

export type UnitName = 'second' | 'minute' | 'hour' | 'day' | 'night' | 'week' | 'weekend' | 'fortnight' | 'month' | 'quarter' | 'year' | 'decade' | 'century'
const UNIT_STEMS: readonly (readonly [string, UnitName])[] = [
  ['sec', 'second'], ['min', 'minute'], ['h', 'hour'], ['day', 'day'], ['night', 'night'], ['weekend', 'weekend'], ['week', 'week'],
  ['fortnight', 'fortnight'], ['month', 'month'], ['quarter', 'quarter'], ['y', 'year'], ['decade', 'decade'], ['centur', 'century'],
]
export const unitOf = (word: string): UnitName => UNIT_STEMS.find(([stem]) => word.toLowerCase().startsWith(stem))?.[1] ?? 'day'

/** TIMEX3's letters of a period, before and after the number. */
const PERIOD: Readonly<Record<UnitName, readonly [string, string]>> = {
  second: ['PT', 'S'], minute: ['PT', 'M'], hour: ['PT', 'H'], day: ['P', 'D'], night: ['P', 'NI'], week: ['P', 'W'], weekend: ['P', 'WE'],
  fortnight: ['P', 'W'], month: ['P', 'M'], quarter: ['P', 'Q'], year: ['P', 'Y'], decade: ['P', 'DE'], century: ['P', 'CE'],
}

/** "P3D", "PT24H", "PXM"; `count` is a number or "X". */
export function periodOf(count: number | 'X', unit: UnitName): string {
  const [before, after] = PERIOD[unit]
  return `${before}${unit === 'fortnight' && count !== 'X' ? count * 2 : count}${after}`
}

/** TIMEX3's code of a part of the day. */
export const PART_CODES: Readonly<Record<string, string>> = {
  morning: 'TMO', dawn: 'TMO', daybreak: 'TMO', sunrise: 'TMO', afternoon: 'TAF', evening: 'TEV', dusk: 'TEV', sunset: 'TEV', nightfall: 'TEV',
  night: 'TNI', noon: 'T12:00', midday: 'TMI', lunchtime: 'TMI', midnight: 'T24:00',
}
export const partCode = (word: string): string => PART_CODES[word.toLowerCase()] ?? 'TDT'

export const SEASON_CODES = { spring: 'SP', summer: 'SU', autumn: 'FA', fall: 'FA', winter: 'WI' } as const
export const seasonCode = (word: string): 'SP' | 'SU' | 'FA' | 'WI' => SEASON_CODES[word.toLowerCase() as keyof typeof SEASON_CODES]

/** A two-digit year in the century that puts it nearest below thirty years ahead of `near`. */
export const fullYear = (digits: string, near: number): number => {
  const year = Number(digits)
  if (digits.length > 2) return year
  const century = Math.floor(near / 100) * 100
  return century + year > near + 30 ? century + year - 100 : century + year
}
