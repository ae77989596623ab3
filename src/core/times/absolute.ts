/** Rules for days named by day and month, with or without their year. */
import { type Day, dayOf, exists, partsOf, weekdayOf } from './calendar.ts'
import { type Anchor, type Meaning, onDay } from './meaning.ts'
import type { Reading } from './reading.ts'
import { defineRule, type Groups, words } from './rule.ts'
import { DASH, DAY, dayNumber, fullYear, MONTH, monthNumber, WEEKDAY, weekdayNumber, YEAR } from './words.ts'

/** Streets, bridges and movements are named after days; they are no dates. */
const NO_NAME = String.raw`(?!\s(?:Revolutionary\s|Youth\s|Martyrs['’]?\s)?(?:Movement|Group|Organi[sz]ation|Brigades?|Coalition|Front|Alliance|Battalion|Division|Regiment|Streets?|Bridge|Square|Avenue|Road|University|Hospital|Airport|Stadium|Committee)\b)`
const NO_COUNT = String.raw`(?!\s?(?:%|percent\b|per\scent\b|million\b|billion\b|thousand\b|hundred\b|years?\b|[ap]\.?m\b|(?:-|\s)(?:year|month|week|day|hour|minute)s?-))`
/** A day may stand after a hyphen or slash only where another day stands before that: "5-6 May", "8/9 February". */
const NOT_AFTER_FIGURE = String.raw`(?<![.,:$€£]|(?<!(?<![\w.,:$€£\/-])[0-3]?\d(?:st|nd|rd|th)?)[\/-])(?<!\d\s)`
/** "14 May last year". */
const YEAR_TOLD = String.raw`(?:,? (?:of )?(?<told>last|this) year)?`.replaceAll(' ', '\\s{1,8}')
const LIST = String.raw`(?:\s?(?:and|or|to|until|till|through|thru|&|,|\/|${DASH})\s{0,3})`
/** "From 3 March to 9 March 2021": the year comes with the second date. */
const YEAR_AHEAD = String.raw`(?:(?=${LIST}(?:the\s)?(?<day2>${DAY})(?:\sof)?\s(?<month2>${MONTH})\s?,?\s?(?<year>${YEAR}))|)`

export const isoDate = defineRule({
  id: 'iso-date',
  why: 'Year, month and day in figures, largest first, leave no doubt.',
  needs: 'digit',
  match: words`(?<year>(?:19|20)\d\d)[-\/.](?<month>0?[1-9]|1[0-2])[-\/.](?<day>3[01]|[12]\d|0?[1-9])`,
  emit: g => dated(Number(g['year']), Number(g['month']), Number(g['day']), 'absolute'),
  examples: [{ text: 'The video is dated [2015-02-05].', value: '2015-02-05' }, { text: '[2024/01/09], near Kabul', value: '2024-01-09' }],
  counterexamples: ['Call 2015-02-055 now', 'Version 2015-13-01'],
})

export const monthDayYear = defineRule({
  id: 'month-day-year',
  why: 'American order with its year; the weekday before it is part of the expression.',
  needs: 'month',
  match: words`(?:${WEEKDAY} ?,? ?(?:the )?)?(?<month>${MONTH}) ?(?:the )?(?<day>${DAY})(?: ?, ?| |\. )(?<year>${YEAR})`,
  emit: (g, at) => (isMonth(g['month'] ?? '', at) ? dated(Number(g['year']), monthNumber(g['month'] ?? ''), dayNumber(g['day'] ?? ''), 'absolute') : null),
  examples: [
    { text: 'He was shot on [Jan. 5, 2019], police said.', value: '2019-01-05' },
    { text: '[Thursday, November 22, 2012]', value: '2012-11-22' },
    { text: '[Feb 5 2015] Schools were closed', value: '2015-02-05' },
    { text: 'A raid on [March 01 , 2008] failed', value: '2008-03-01' },
    { text: 'KABUL ([May 31,2011]) and ([Nov. 1. 2011])', value: '2011-05-31' },
    { text: 'ON [JANUARY 10, 1989] THE REBELS ATTACKED', value: '1989-01-10' },
  ],
  counterexamples: ['On March 32, 2008 nothing happened'],
})

export const dayMonthYear = defineRule({
  id: 'day-month-year',
  why: 'European order with its year.',
  needs: 'month',
  match: words`(?:${WEEKDAY} ?,? ?)?(?:the )?${NOT_AFTER_FIGURE}(?<day>${DAY})(?: day)?(?: of)?(?: ?${DASH} ?| )(?<month>${MONTH})(?: ?, ?| ?${DASH} ?| )(?<year>${YEAR})`,
  emit: g => dated(Number(g['year']), monthNumber(g['month'] ?? ''), dayNumber(g['day'] ?? ''), 'absolute'),
  examples: [
    { text: 'On [5 January 2019] two men were killed.', value: '2019-01-05' },
    { text: 'DPA [Thursday 5 Feb 2015] Some 30', value: '2015-02-05' },
    { text: 'on [the 5th of May 2011]', value: '2011-05-05' },
  ],
  counterexamples: ['They fired 45 May 2011 rockets'],
})

export const dayMonthShortYear = defineRule({
  id: 'day-month-short-year',
  why: 'Military and wire date groups give two digits of the year: "10 JAN 89". A number before a noun is a count instead.',
  needs: 'month',
  match: words`${NOT_AFTER_FIGURE}(?<day>${DAY})(?: |${DASH})(?<month>${MONTH})(?: |${DASH})['’]?(?<year>\d\d)(?!\d|[.,:]\d|%)`,
  emit: (g, at) => {
    const year = fullYear(g['year'] ?? '', partsOf(at.today).year)
    return Number(g['year']) <= 31 && /^\s+[a-z]/i.test(at.after) ? null : dated(year, monthNumber(g['month'] ?? ''), dayNumber(g['day'] ?? ''), 'absolute')
  },
  examples: [{ text: 'SAN SALVADOR, [10 JAN 89] -- REBELS ATTACKED', value: '1989-01-10' }, { text: '[16-Oct-23]', value: '2023-10-16' }],
  counterexamples: ['On 10 January 12 people were killed'],
})

export const monthDay = defineRule({
  id: 'month-day',
  why: 'Without a year it is the nearest such day, past unless the words look ahead or a weekday fixes the year.',
  needs: 'month',
  match: words`(?:the night of )?(?:(?<weekday>${WEEKDAY}) ?,? ?(?:the )?)?(?<month>${MONTH}) ?(?:the )?(?<day>${DAY})${NO_NAME}${NO_COUNT}${YEAR_TOLD}(?:(?=${LIST}(?:(?<month2>${MONTH}) ?(?:the )?)?(?<day2>${DAY}) ?,? ?(?<year>${YEAR}))|)`,
  emit: (g, at) => (isMonth(g['month'] ?? '', at) && !countsPeople(g['day'] ?? '', at) && !NAMED_AFTER.test(at.before) ? yearless(g, at) : null),
  examples: [
    { text: 'It happened on [Nov. 20], he said.', value: '2023-11-20' },
    { text: '[Thursday, Nov. 22], was calm', value: '2018-11-22', published: '2019-01-03' },
    { text: 'The vote will be held on [March 15].', value: '2024-03-15' },
    { text: 'went off on [the night of Wednesday, January 17]', value: '2024-01-17' },
    { text: 'the [Aug. 26] attack', value: '2023-08-26' },
    { text: 'shot on [January 4 of last year]', value: '2023-01-04' },
    { text: 'fighting from [June 17]-21, 2015', value: '2015-06-17', edtf: '2015-06-17/2015-06-21' },
    { text: 'between [Dec. 30] and January 5, 2021', value: '2020-12-30', edtf: '2020-12-30/2021-01-05' },
    { text: 'attacked on [February 29]', value: '2020-02-29', published: '2022-06-10' },
  ],
  counterexamples: ['It happened on February 29, 2023.', 'the November 17 group', 'claimed by the left-wing group November 17', 'In March 12 people were killed', 'Shells fell; may 5 of them be duds', 'July 26 Street was hit'],
})

/** "The left-wing group November 17", "the Revolutionary Organization 17 November": named after a day. */
const NAMED_AFTER = /\b(?:organi[sz]ation|(?:wing|guerrilla|militant|rebel|terrorist) group|movement)\s$/i

export const dayMonth = defineRule({
  id: 'day-month',
  why: 'As month-day, in European order.',
  needs: 'month',
  match: words`(?:the night of )?(?:(?<weekday>${WEEKDAY}) ?,? ?)?(?:the )?${NOT_AFTER_FIGURE}(?<day>${DAY})(?: day)?(?: of)? (?<month>${MONTH})(?<last> last(?! (?:week|month|year|night|[a-z]+day)))?${NO_NAME}${YEAR_TOLD}${YEAR_AHEAD}`,
  emit: (g, at) => (isMonth(g['month'] ?? '', at) && !NAMED_AFTER.test(at.before) ? yearless(g, at) : null),
  examples: [
    { text: 'The mass kidnapping took place on [30 December].', value: '2023-12-30' },
    { text: 'on [the 5th of May]', value: '2023-05-05' },
    { text: 'arrested on [14 January last year]', value: '2023-01-14' },
    { text: 'stormed on [the night of Saturday 13 January]', value: '2024-01-13' },
    { text: 'the blast of [11 December last]', value: '2023-12-11' },
    { text: 'to be tried for the blast of [11 December last]', value: '2023-12-11' },
    { text: 'The party gave a call for a strike on [11 March].', value: '2024-03-11' },
    { text: 'They were shot on 17 November 2019. The post had been closed on [14 November].', value: '2019-11-14' },
    { text: 'He died in November 2021. Men had lain in wait on [the night of 17 November].', value: '2021-11-17' },
    { text: 'The war began on 17 November 2019. On [9 January] shells fell.', value: '2024-01-09' },
    { text: 'shelled on the night of 5 to [6 May]', value: '2023-05-06', edtf: '2023-05-05/2023-05-06' },
    { text: 'on the night of 5-[6 May]', value: '2023-05-06', edtf: '2023-05-05/2023-05-06' },
    { text: 'The clash from [3 March] to 9 March 2021', value: '2021-03-03', edtf: '2021-03-03/2021-03-09' },
    { text: 'A patrol was attacked on [29 February].', value: '2020-02-29', published: '2022-06-10' },
  ],
  counterexamples: ['It happened on 29 February 2023.', 'score 17-1234/9 May', 'the 19 April Movement', 'the Revolutionary Organization 17 November', 'All 12 may die'],
})

export const dayAfterList = defineRule({
  id: 'day-after-list',
  why: 'A second day shares the month before it: "September 20 and 22".',
  needs: 'month',
  match: words`(?<=(?<month>${MONTH})\s{0,3}${DAY}(?:\s?,\s?${DAY}){0,4}${LIST})(?<day>${DAY})${NO_COUNT}(?: ?, ?(?<year>${YEAR}))?`,
  emit: (g, at) => (!isMonth(g['month'] ?? '', at) || followsCount(at.after) ? null : yearless(g, at)),
  examples: [{ text: 'on September 20 and [22]', value: '2023-09-22' }, { text: 'June 17-[21, 2015]', value: '2015-06-21', edtf: '2015-06-17/2015-06-21' }],
  counterexamples: ['On March 3, 12 people were killed', 'On May 5, 2011, and 12 days later'],
})

export const dayBeforeList = defineRule({
  id: 'day-before-list',
  why: 'A first day shares the month after it: "from 3 to 9 March", "night 8/9 February 2025".',
  needs: 'month',
  match: words`${NOT_AFTER_FIGURE}(?<day>${DAY})(?=${LIST}(?:the )?(?:${DAY}${LIST})?${DAY}(?: of)? (?<month>${MONTH})(?: ?,? ?(?<year>${YEAR})|))`,
  emit: (g, at) => (/^\s?(?:and|or|,|&)/i.test(at.after) && !/\b(?:on|between|from|of|the|nights?)\s+(?:the\s+)?$|[,(]\s*$/i.test(at.before) ? null : yearless(g, at)),
  examples: [
    { text: 'shut for two days ([16] and 17 June)', value: '2023-06-16', edtf: '2023-06-16/2023-06-17' },
    { text: 'The siege of Derrybeg, [3] to 9 March 2021: a report', value: '2021-03-03', edtf: '2021-03-03/2021-03-09' },
    { text: 'from [3] to 9 March', value: '2023-03-03', edtf: '2023-03-03/2023-03-09' },
    { text: 'On night [8]/9 February 2025 khwarij attacked', value: '2025-02-08', edtf: '2025-02-08/2025-02-09', published: '2025-02-09' },
  ],
  counterexamples: ['They killed 3 and 9 March in protest'],
})

export const absoluteRules = [isoDate, monthDayYear, dayMonthYear, dayMonthShortYear, monthDay, dayMonth, dayAfterList, dayBeforeList]

export const dated = (year: number, month: number, day: number, anchor: Anchor): Meaning | null =>
  exists(year, month, day) ? onDay(dayOf(year, month, day), anchor) : null

/** "may" and "march" are verbs unless a capital, a number or a preposition says otherwise; "sun" and "mon" never stand alone. */
export function isMonth(word: string, at: Reading): boolean {
  if (!/^(?:may|march|mar)$/i.test(word)) return true
  return at.cased ? word.startsWith('M') : LEADS_MONTH.test(at.before) || /^\d|\s\d/.test(at.words)
}

/** What stands before a month, whatever its casing. */
export const LEADS_MONTH = /\b(?:in|on|of|since|until|till|by|from|to|last|next|this|early|late|mid|and|between|during|through|before|after|\d{1,2}(?:st|nd|rd|th)?)[\s-]*$|^$/i

/** "In March 12 people were killed": the number counts what follows. */
const countsPeople = (day: string, at: Reading): boolean => /^\d+$/.test(day) && /\bin\s+$/i.test(at.before) && followsCount(at.after)
const followsCount = (after: string): boolean => /^\s+(?:[a-z]+\s+)?(?:people|men|women|children|police|troops|personnel|[a-z]{3,}s)\b/i.test(after)

/** A year right after the words: as no rule took both, there is no such day in it. */
const OWN_YEAR = new RegExp(String.raw`^(?:\s?,\s?|\s(?:of\s)?)${YEAR}`)

/** A day without a year of its own; a second date (`day2`, `month2`) may give it, and lies after this one. */
export function yearless(g: Groups, at: Reading): Meaning | null {
  const [m, d] = [monthNumber(g['month'] ?? ''), dayNumber(g['day'] ?? '')]
  if (g['year'] !== undefined) return dated(Number(g['year']) - Number(g['month2'] !== undefined && isLater(m, d, monthNumber(g['month2']), dayNumber(g['day2'] ?? ''))), m, d, 'absolute')
  if (g['told'] !== undefined) return dated(partsOf(at.today).year - Number(/last/i.test(g['told'])), m, d, 'published')
  if (OWN_YEAR.test(at.after)) return null
  const found = nearest(m, d, g['weekday'] === undefined ? null : weekdayNumber(g['weekday']), g['last'] !== undefined, at)
  if (found === null) return null
  const told = g['weekday'] === undefined && g['last'] === undefined ? inToldYear(m, d, found, at) : null
  if (told !== null) return onDay(told, 'expression')
  return at.dated ? onDay(found, 'published') : { ...onDay(found, 'absolute'), value: `XXXX${onDay(found, 'absolute').value.slice(4)}`, edtf: null, first: null, last: null }
}

/** "They were shot on 17 November 2019. The post had been closed on 14 November": a day of the year told just before it, where in the report's own it would be no news. */
export function inToldYear(month: number, day: number, found: Day, at: Reading): Day | null {
  const before = at.dated ? at.previous('month') : null
  if (before?.first == null || before.last === null || before.anchor === 'published' || Math.abs(found - at.today) < NEWS) return null
  const { first, last } = before, { year } = partsOf(first)
  const away = (d: Day): number => (d < first ? first - d : Math.max(0, d - last))
  const near = [year, year - 1, year + 1].filter(y => exists(y, month, day)).map(y => dayOf(y, month, day)).find((d, i) => away(d) < (i === 0 && found > at.today ? YEAR_LONG : TOLD))
  return near === undefined || near >= found ? null : near
}
/** Days around the report in which a day without a year is news, and around a day told within which another is told of the same. */
const NEWS = 30, TOLD = 100, YEAR_LONG = 366

const isLater = (month: number, day: number, month2: number, day2: number): boolean => month > month2 || (month === month2 && day > day2)

/** How much farther a day ahead counts than a day past when nothing tells the direction. */
const AHEAD_WEIGHT = 3
const FORBIDDEN = 1_000_000
/** Years on each side in which 29 February falls on every weekday. */
const LEAP_SPAN = 28

/** The nearest year's such day; a stated weekday rules out the years where it falls on another one. */
function nearest(month: number, day: number, weekday: number | null, last: boolean, at: Reading): Day | null {
  const { year } = partsOf(at.today)
  const span = month === 2 && day === 29 ? LEAP_SPAN : weekday === null ? 1 : 6
  const years = Array.from({ length: 2 * span + 1 }, (_, i) => year - span + i).filter(y => exists(y, month, day))
  const days = years.map(y => dayOf(y, month, day))
  const fitting = weekday === null ? days : days.filter(d => weekdayOf(d) === weekday)
  const direction = last ? 'past' : at.direction()
  const cost = (d: Day): number => {
    const gap = d - at.today
    if (gap > 1) return gap * AHEAD_WEIGHT + (direction === 'past' ? FORBIDDEN : 0)
    return Math.abs(gap) + (direction === 'future' && gap < 0 ? FORBIDDEN / 1000 : 0)
  }
  return (fitting.length > 0 ? fitting : days).reduce<Day | null>((best, d) => (best === null || cost(d) < cost(best) ? d : best), null)
}
