/** Rules for days written in figures only, where the order of day and month must be guessed. */
import { exists, dayOf, partsOf } from './calendar.ts'
import { dated } from './absolute.ts'
import type { Meaning } from './meaning.ts'
import type { Reading } from './reading.ts'
import { defineRule, words } from './rule.ts'
import { fullYear, MONTH, monthNumber } from './words.ts'

const EDGE = String.raw`(?![.\/-]?\d|%)`
const START = String.raw`(?<![\d.\/:$€£-])`

export const dottedDate = defineRule({
  id: 'dotted-date',
  why: 'Dots are the day-first order of continental Europe.',
  needs: 'digit',
  match: words`${START}(?<day>3[01]|[12]\d|0?[1-9])\.(?<month>1[0-2]|0?[1-9])\.(?<year>(?:19|20)\d\d|\d\d)${EDGE}`,
  emit: (g, at) => dated(fullYear(g['year'] ?? '', partsOf(at.today).year), Number(g['month']), Number(g['day']), 'absolute'),
  examples: [{ text: 'Posted [05.02.2015] by the staff', value: '2015-02-05' }],
  counterexamples: ['Version 5.2.1', 'server 10.10.10.10'],
})

export const slashedDate = defineRule({
  id: 'slashed-date',
  why: 'A number above twelve is the day; else the reading nearer to the report, and month first when both are as near.',
  needs: 'digit',
  match: words`${START}(?<a>[0-3]?\d)(?<mark>[\/-])(?<b>[0-3]?\d)\k<mark>(?<year>(?:19|20)\d\d|\d\d)${EDGE}`,
  emit: (g, at) => slashed(Number(g['a']), Number(g['b']), fullYear(g['year'] ?? '', partsOf(at.today).year), at),
  examples: [
    { text: 'dated [05/02/2015]', value: '2015-02-05', published: '2015-02-06' },
    { text: 'dated [05/02/2015]', value: '2015-05-02', published: '2015-05-03' },
    { text: 'dated [12/19/2005], it says', value: '2005-12-19', published: '2005-12-19' },
    { text: 'dated [25/12/99]', value: '1999-12-25' },
  ],
  counterexamples: ['a ratio of 40/50/60', 'the number 1/2/34567'],
})

export const dateTimeGroup = defineRule({
  id: 'date-time-group',
  why: 'The military date-time group: day, hour and minute, letter of the zone, month, two digits of the year.',
  needs: 'month',
  match: words`(?<day>3[01]|[12]\d|0[1-9])(?:[01]\d|2[0-3])[0-5]\d[A-Z] ?(?<month>${MONTH}) ?(?<year>\d\d)${EDGE}`,
  emit: (g, at) => dated(fullYear(g['year'] ?? '', partsOf(at.today).year), monthNumber(g['month'] ?? ''), Number(g['day']), 'absolute'),
  examples: [{ text: 'At [031430Z JAN 24] the patrol was hit.', value: '2024-01-03' }],
  counterexamples: ['the number 039930Z JAN 24'],
})

export const numericRules = [dottedDate, slashedDate, dateTimeGroup]

function slashed(a: number, b: number, year: number, at: Reading): Meaning | null {
  const monthFirst = exists(year, a, b) ? dayOf(year, a, b) : null
  const dayFirst = exists(year, b, a) ? dayOf(year, b, a) : null
  if (monthFirst === null || dayFirst === null) return monthFirst !== null ? dated(year, a, b, 'absolute') : dated(year, b, a, 'absolute')
  const isDayFirst = at.dated && distance(dayFirst, at.today) < distance(monthFirst, at.today)
  return isDayFirst ? dated(year, b, a, 'absolute') : dated(year, a, b, 'absolute')
}

/** Days apart; a day after the report counts double, since reports tell of the past. */
const distance = (day: number, today: number): number => (day > today ? 2 * (day - today) : today - day)
