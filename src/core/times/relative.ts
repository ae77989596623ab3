/** Rules for days, weeks, months and years told from the day of the report. */
import { addMonths, mondayOf, partsOf, weekdayOf } from './calendar.ts'
import { atTime, covering, inCentury, inDecade, inMonth, inQuarter, inWeek, inYear, type Meaning, onDay, partOf, withMod } from './meaning.ts'
import type { Reading } from './reading.ts'
import { defineRule, words } from './rule.ts'
import { PART_OF_DAY, partCode } from './words.ts'

const START = String.raw`(?<start>(?:very\s)?early(?:\son)?|the\searly\shours\sof|the\s(?:beginning|start)\sof)`
const END = String.raw`(?<end>late(?:\son|\sin)?|the\s(?:end|close)\sof)`

export const namedDay = defineRule({
  id: 'named-day',
  why: 'Today, yesterday and tomorrow, with their parts.',
  needs: 'word',
  match: words`(?:(?:${START}|${END}|(?<sooner>earlier)|(?<later>later)) )?(?:the (?<of>${PART_OF_DAY}) of )?(?<day>today|yesterday|tomorrow)(?: (?:at )?(?:(?<late>late|early) )?(?:in the )?(?<part>${PART_OF_DAY})(?! of))?`,
  emit: (g, at) => {
    const day = at.today + (DAY_SHIFT[(g['day'] ?? '').toLowerCase()] ?? 0)
    const part = g['part'] ?? g['of']
    return withMod(part === undefined ? onDay(day, 'published') : atTime(day, partCode(part), 'published'), modOfPart(g))
  },
  examples: [
    { text: 'THE GARRISON SAID [TODAY] THAT', value: '2024-01-20' },
    { text: 'seized [yesterday morning]', value: '2024-01-19TMO', type: 'TIME', edtf: '2024-01-19' },
    { text: '[earlier today]', value: '2024-01-20' },
    { text: 'They meet [tomorrow].', value: '2024-01-21' },
  ],
  counterexamples: ['USA Todays'],
})
const DAY_SHIFT: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 }

const modOfPart = (g: Readonly<Record<string, string | undefined>>): 'START' | 'END' | null =>
  g['start'] !== undefined || /early/i.test(g['late'] ?? '') ? 'START' : g['end'] !== undefined || g['late'] !== undefined ? 'END' : null

export const dayBeyond = defineRule({
  id: 'day-beyond',
  why: 'Two days away.',
  needs: 'word',
  match: words`(?:the )?day (?<which>before yesterday|after tomorrow)`,
  emit: (g, at) => onDay(at.today + (/after/i.test(g['which'] ?? '') ? 2 : -2), 'published'),
  examples: [{ text: 'died [the day before yesterday]', value: '2024-01-18' }],
  counterexamples: ['the day before'],
})

export const thisPart = defineRule({
  id: 'this-part-of-day',
  why: 'Parts of the day and night of the report; last night belongs to the day before.',
  needs: 'part',
  match: words`(?:(?:${START}|${END}|(?<sooner>earlier)|(?<later>later)) )?(?:(?<tonight>tonight)|(?:(?<which>this) (?:very )?(?:early )?(?<part>morning|afternoon|evening|night)|(?<last>last) (?:very )?(?:early )?(?<lastPart>afternoon|evening|night)))`,
  emit: (g, at) => {
    const isLast = g['last'] !== undefined
    return withMod(atTime(at.today - (isLast ? 1 : 0), g['tonight'] === undefined ? partCode(g['part'] ?? g['lastPart'] ?? '') : 'TNI', 'published'), modOfPart(g))
  },
  examples: [
    { text: 'shot down [last night] while', value: '2024-01-19TNI', edtf: '2024-01-19' },
    { text: 'THIS CAPITAL [THIS MORNING] REPELLED', value: '2024-01-20TMO' },
    { text: 'since [early this morning]', value: '2024-01-20TMO', mod: 'START' },
    { text: '[Late last night] Maduro', value: '2024-01-19TNI', mod: 'END' },
  ],
  counterexamples: ['last morning light'],
})

const SOONER = String.raw`(?<sooner>earlier)`
const SPAN_UNIT = '(?<unit>week|month|quarter|year|decade|century)'

export const calendarUnit = defineRule({
  id: 'calendar-unit',
  why: 'Last, this and next week, month, year: whole calendar units; this week runs up to the report.',
  needs: 'unit',
  match: words`(?:(?:${START}|${END}|${SOONER}|(?<later>later)) )?(?:in )?(?<which>last|next|this|this past|this coming|the current|the coming|the present) ${SPAN_UNIT}(?!-old|-long| old|s)`,
  emit: (g, at) => unitMeant(g, at),
  examples: [
    { text: '[Last week] a car bombing killed five', value: '2024-W02', edtf: '2024-01-08/2024-01-14' },
    { text: 'an attack [earlier this week]', value: '2024-W03', edtf: '2024-01-15/2024-01-20' },
    { text: 'the second such attack [this month]', value: '2024-01', edtf: '2024-01' },
    { text: 'began [late last week]', value: '2024-W02', mod: 'END', edtf: '2024-01-11~/2024-01-14~' },
    { text: '[Last month], he said', value: '2023-12', edtf: '2023-12' },
    { text: 'signed [last year]', value: '2023', edtf: '2023' },
    { text: 'killed [earlier this year]', value: '2024', edtf: '2024-01-01/2024-01-20' },
    { text: 'convicted [earlier this month]', value: '2024-01', edtf: '2024-01' },
    { text: 'so far [this month]', value: '2024-01', edtf: '2024-01-01/2024-01-20' },
    { text: 'It starts [next month].', value: '2024-02' },
    { text: 'liberated [this week]', value: '2016-W35', edtf: '2016-08-22/2016-08-29', published: '2016-08-29' },
    { text: 'so far [this year]', value: '2024', edtf: '2024-01-01/2024-01-20' },
  ],
  counterexamples: ['this week-old truce', 'over the last year'],
})

function unitMeant(g: Readonly<Record<string, string | undefined>>, at: Reading): Meaning | null {
  const which = (g['which'] ?? '').toLowerCase()
  const shift = /last|past/.test(which) ? -1 : /next|coming/.test(which) ? 1 : 0
  if (/\bthe\s+$/i.test(at.before)) return null
  const whole = shifted((g['unit'] ?? '').toLowerCase(), shift, at)
  if (g['start'] !== undefined) return partOf(whole, 'START')
  if (g['end'] !== undefined) return partOf(whole, 'END')
  if (shift !== 0 || whole.first === null) return whole
  if (g['later'] !== undefined) return covering(whole, at.today, whole.last)
  const past = g['sooner'] !== undefined || /\b(?:so\s+far|already|previously)\s+$/i.test(at.before) || /^\s+(?:so\s+far|alone)\b/i.test(at.after)
  return whole.grain === 'week' ? weekSoFar(whole, past, at) : past ? soFar(whole, g, at) : whole
}

/** "Earlier this month" is some day of it; "so far this month" runs up to the report. */
const soFar = (whole: Meaning, g: Readonly<Record<string, string | undefined>>, at: Reading): Meaning => {
  const m = covering(whole, whole.first, at.today)
  return g['sooner'] !== undefined && whole.grain === 'month' ? { ...m, edtf: whole.edtf } : m
}

/** The days of this week up to the report; on a Monday the week that has just ended. */
function weekSoFar(week: Meaning, past: boolean, at: Reading): Meaning {
  if (!past && at.direction() === 'future') return week
  if (weekdayOf(at.today) > 0) return covering(week, mondayOf(at.today), at.today)
  return covering(week, at.today - 7, past ? at.today - 1 : at.today)
}

/** The calendar unit `shift` units from the report's own. */
export function shifted(unit: string, shift: number, at: Reading, from = at.today, anchor: 'published' | 'expression' = 'published'): Meaning {
  const { year, month } = partsOf(from)
  if (unit === 'week') return inWeek(from + 7 * shift, anchor)
  if (unit === 'year') return inYear(year + shift, anchor)
  if (unit === 'decade') return inDecade(Math.floor(year / 10) + shift, anchor)
  if (unit === 'century') return inCentury(Math.floor(year / 100) + shift, anchor)
  const to = addMonths(year, month, unit === 'quarter' ? 3 * shift : shift)
  return unit === 'quarter' ? inQuarter(to.year, Math.ceil(to.month / 3), anchor) : inMonth(to.year, to.month, anchor)
}

export const unitBeforeLast = defineRule({
  id: 'unit-before-last',
  why: 'The week, month or year two before that of the report.',
  needs: 'unit',
  match: words`the (?<unit>week|month|year) before last(?! (?:[a-z]+day|week|month|year))`,
  emit: (g, at) => shifted((g['unit'] ?? '').toLowerCase(), -2, at),
  examples: [{ text: 'shelled in [the week before last]', value: '2024-W01' }, { text: 'in [the year before last]', value: '2022' }],
  counterexamples: ['the week before last Tuesday'],
})

export const endOfUnit = defineRule({
  id: 'end-of-unit',
  why: 'The beginning or end of the week, month or year, as a deadline or a start.',
  needs: 'unit',
  match: words`(?:the )?(?<part>beginning|start|end|middle) of (?:the|this) (?<unit>week|month|year|decade|century)|year[- ](?<yearEnd>end)`,
  emit: (g, at) => partOf(shifted((g['unit'] ?? 'year').toLowerCase(), 0, at), g['yearEnd'] !== undefined || /end/i.test(g['part'] ?? '') ? 'END' : /middle/i.test(g['part'] ?? '') ? 'MID' : 'START'),
  examples: [{ text: 'by [the end of the year]', value: '2024', mod: 'END' }, { text: 'since [the beginning of the month]', value: '2024-01', mod: 'START', edtf: '2024-01/..' }],
  counterexamples: ['the end of the war'],
})

export const relativeRules = [namedDay, dayBeyond, thisPart, calendarUnit, unitBeforeLast, endOfUnit]
