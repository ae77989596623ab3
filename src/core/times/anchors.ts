/** Rules for dates told from another date in the text: "the next day", "that night", "the same month", "the fifth day of". */
import { addMonths, type Day, latestWeekday, nextWeekday, partsOf } from './calendar.ts'
import { acrossDays, atTime, inMonth, type Meaning, onDay, onWeekend, withMod } from './meaning.ts'
import type { Reading } from './reading.ts'
import { shifted } from './relative.ts'
import { defineRule, words } from './rule.ts'
import { NUMBER, numberOf, ORDINAL, ordinalNumber, PART_OF_DAY, partCode, periodOf, UNITS, unitOf, WEEKDAY_NAME, weekdayNumber } from './words.ts'

const SHIFT_WORDS = String.raw`(?<which>(?:the\s(?:very\s)?)?(?:next|following|subsequent|ensuing)|(?:the\s)?(?:previous|preceding|prior)|(?:on\s)?(?:the|that)\s(?:very\s)?same|that(?:\svery)?)`
const shiftOf = (which: string): number => (/next|following|subsequent|ensuing/i.test(which) ? 1 : /previous|preceding|prior/i.test(which) ? -1 : 0)

/** The day last spoken of, else the report's. */
const lastDay = (at: Reading): Day => at.previous('day')?.last ?? at.today

export const neighbourDay = defineRule({
  id: 'neighbour-day',
  why: 'The next, same or previous day is counted from the day last spoken of.',
  needs: 'unit',
  after: 'others',
  match: words`(?:(?<start>early|earlier)|(?<end>late|later))? ?(?:in |on )?${SHIFT_WORDS} (?<unit>day|morning|afternoon|evening|night|weekend)(?! of| to day)(?:['’]s)?(?: ?(?:at )?(?<part>noon|midnight))?`,
  emit: (g, at) => {
    const shift = shiftOf(g['which'] ?? '')
    if (g['which']?.toLowerCase() === 'that' && at.previous('day') === null) return null
    return neighbour((g['unit'] ?? '').toLowerCase(), lastDay(at), shift, g['start'] !== undefined ? 'START' : g['end'] !== undefined ? 'END' : null)
  },
  examples: [
    { text: 'They fought on Monday. [The next day] it was calm.', value: '2024-01-16' },
    { text: 'He spoke on 5 May. [That night] he died.', value: '2023-05-05TNI', edtf: '2023-05-05' },
    { text: 'on Monday and [the following morning]', value: '2024-01-16TMO' },
    { text: 'on Monday; [the previous day] two died', value: '2024-01-14' },
    { text: 'a bomb on Tuesday and [later that day] another', value: '2024-01-16' },
  ],
  counterexamples: ['He said that day trips stopped', 'the next of kin'],
})

function neighbour(unit: string, base: Day, shift: number, mod: 'START' | 'END' | null): Meaning {
  if (unit === 'weekend') return onWeekend(base + 7 * shift, 'expression')
  return withMod(unit === 'day' ? onDay(base + shift, 'expression') : atTime(base + shift, partCode(unit), 'expression'), mod)
}

export const sameDay = defineRule({
  id: 'in-the-day',
  why: 'Earlier or later in the day is the day last spoken of; without one, the day of the report.',
  needs: 'word',
  after: 'others',
  match: words`(?:earlier|later|early|late) (?:on )?(?:in )?the (?:same )?(?<part>day|morning|afternoon|evening|night)(?! of)`,
  emit: (g, at) => neighbour((g['part'] ?? '').toLowerCase(), lastDay(at), 0, null),
  examples: [
    { text: 'He came on Monday. [Later in the day] he left.', value: '2024-01-15' },
    { text: 'A mine killed two on Sunday. The governor said on Friday that he mourned them. [Later in the day] a third died.', value: '2024-01-14' },
    { text: 'The rebels would free him on 25 January. [Later in the day] they fled.', value: '2024-01-25' },
    { text: 'They met on Monday.\n\n[Late in the evening] the president signed.', value: '2024-01-15TEV' },
  ],
  counterexamples: ['earlier in the war'],
})

export const dayBeside = defineRule({
  id: 'day-beside',
  why: '"The day before" without an object is the day before the one last spoken of.',
  needs: 'unit',
  after: 'others',
  match: words`the (?<unit>day|night|evening|morning|week|month|year) (?<which>before|after|earlier)(?=\s{0,3}(?:[.,;:)"”?!]|$|\b(?:in|at|and|when|by|near|outside|during|as)\b))`,
  emit: (g, at) => {
    const shift = /after/i.test(g['which'] ?? '') ? 1 : -1
    const unit = (g['unit'] ?? '').toLowerCase()
    if (!/week|month|year/.test(unit)) return neighbour(unit, lastDay(at), shift, null)
    return shifted(unit, shift, at, at.previous(unit === 'week' ? 'day' : unit === 'month' ? 'month' : 'year')?.first ?? at.today, 'expression')
  },
  examples: [{ text: 'He died on Monday. [The night before], he sang.', value: '2024-01-14TNI' }, { text: 'in 2014 and [the year before]', value: '2013' }],
  counterexamples: ['the day before the vote', 'the day after he left'],
})

export const neighbourUnit = defineRule({
  id: 'neighbour-unit',
  why: 'The following month or the same year is counted from the date last spoken of.',
  needs: 'unit',
  after: 'others',
  match: words`(?:(?:early|earlier|late|later) )?(?:in )?(?<which>(?:the )?(?:following|subsequent|ensuing)|(?:the )?(?:previous|preceding|prior)|the next|(?:the|that) (?:very )?same|that) (?<unit>week|month|quarter|year|decade)(?! (?:and a half|of the))`,
  emit: (g, at) => {
    const unit = (g['unit'] ?? '').toLowerCase()
    const previous = at.previous(unit === 'week' ? 'day' : unit === 'month' ? 'month' : 'year')
    if (previous === null && /^that$/i.test(g['which'] ?? '')) return null
    return shifted(unit, shiftOf(g['which'] ?? ''), at, previous?.first ?? at.today, previous === null ? 'published' : 'expression')
  },
  examples: [
    { text: 'An offensive in May failed; rebels pushed back [the following month].', value: '2023-06' },
    { text: 'In March 2011 it began. [Later that year] it spread.', value: '2011' },
  ],
  counterexamples: ['the next weekly market', 'He said that week-old bread'],
})

export const neighbourWeekday = defineRule({
  id: 'neighbour-weekday',
  why: 'The following Friday is counted from the date last spoken of.',
  needs: 'weekday',
  after: 'others',
  match: words`(?<which>the (?:following|next)|the (?:previous|preceding)|that (?:same )?) ?(?<name>${WEEKDAY_NAME})(?: (?<part>${PART_OF_DAY}))?`,
  emit: (g, at) => {
    const number = weekdayNumber(g['name'] ?? '')
    const base = at.previous('day')?.first ?? null
    if (base === null && /^that/i.test(g['which'] ?? '')) return null
    const shift = shiftOf(g['which'] ?? '')
    const day = shift > 0 ? nextWeekday(base ?? at.today, number) : shift < 0 ? latestWeekday((base ?? at.today) - 1, number) : latestWeekday((base ?? at.today) + 6, number)
    return g['part'] === undefined ? onDay(day, 'expression') : atTime(day, partCode(g['part']), 'expression')
  },
  examples: [{ text: 'The siege began on 3 May 2011. [The following Friday] it ended.', value: '2011-05-06' }],
  counterexamples: ['the following men'],
})

export const nthDay = defineRule({
  id: 'nth-day-of',
  why: 'On the fifth day of an offensive: it began four days before and goes on.',
  needs: 'unit',
  after: 'others',
  match: words`(?<which>the|its|their|his|her|an?) (?<ordinal>${ORDINAL}) (?:(?<row>straight|consecutive|successive|running) )?(?<unit>day|night|week|month|year)(?<inRow> in a row| running)?(?! anniversary)`,
  emit: (g, at) => running(ordinalNumber(g['ordinal'] ?? ''), unitOf(g['unit'] ?? ''), g['row'] !== undefined || g['inRow'] !== undefined || /\bfor\s+$/i.test(at.before), at),
  examples: [
    { text: 'killed 20 on Sunday, [the fifth day] of an incursion', value: '2024-01-14', type: 'DATE', edtf: '2024-01-10/..' },
    { text: 'pressed on for [the fourth straight day]', value: 'P4D', type: 'DURATION', edtf: '2024-01-17/2024-01-20' },
    { text: 'Two died on Tuesday. The sit-in entered [its sixth day].', value: '2024-01-20', edtf: '2024-01-15/..' },
    { text: 'The sit-in on Friday entered [its sixth day].', value: '2024-01-19', edtf: '2024-01-14/..' },
    { text: 'The port stayed shut for [a third day] on Thursday.', value: 'P3D', type: 'DURATION', edtf: '2024-01-16/2024-01-18' },
    { text: 'The siege entered [its ninth day] on Monday.', value: '2024-01-15', edtf: '2024-01-07/..' },
    { text: 'protested for [a second day]', value: 'P2D', edtf: '2024-01-19/2024-01-20' },
  ],
  counterexamples: ['the second attack', 'the third anniversary', 'Every first day counts'],
})

/** "A sit-in entered its sixth day": where the sentence names no day before, that day is the report's. */
const NAMED_DAY = /day\b|\b\d{1,2}(?:st|nd|rd|th)?\s\p{L}{3}|\p{L}{3,}\.?\s\d{1,2}\b/iu

/** "For a sixth day on Monday": that is the day counted to. */
const ON_DAY = /^\s+on\s+(?:(?:late|early)\s+)?(?:\p{Lu}|\d)/u

function running(n: number, unit: 'day' | 'night' | 'week' | 'month' | 'year' | string, ended: boolean, at: Reading): Meaning | null {
  const days = unit === 'day' || unit === 'night'
  if (n < 2 || (!ended && !/^\s+of\b/i.test(at.after) && !/\b(?:entered|into|in|on)\s+$/i.test(at.before))) return null
  const isNow = /\b(?:enter(?:ed|s|ing)?|into)\s+$/i.test(at.before) && !NAMED_DAY.test(at.before)
  const end = (ON_DAY.test(at.after) ? at.following('day')?.last : ended || isNow ? null : at.previous('day')?.last) ?? at.today
  const first = days ? end - n + 1 : unit === 'week' ? end - 7 * (n - 1) : null
  if (ended) return acrossDays('DURATION', periodOf(n, unitOf(unit)), first, first === null ? null : end, 'published')
  return days ? acrossDays('DATE', onDay(end, 'expression').value, first, null, 'expression') : null
}

export const cameAfter = defineRule({
  id: 'came-after',
  why: '"It comes a week after X": X lies that long before the report or the day spoken of.',
  needs: 'unit',
  after: 'others',
  match: words`(?<=\b(?:comes?|came|coming|follow(?:s|ed|ing)?|is|happened)\s(?:just\s|only\s|barely\s|less\sthan\s|about\s|nearly\s|almost\s|more\sthan\s|some\s)?)(?<count>an?|${NUMBER}) (?<unit>${UNITS})(?= (?:after|since)\b)`,
  emit: (g, at) => {
    const unit = unitOf(g['unit'] ?? '')
    const count = numberOf(g['count'] ?? '')
    const value = periodOf(count, unit)
    if (unit === 'day') return around(value, at.today - count, at.today - count)
    if (unit === 'week') return around(value, at.today - 7 * count, at.today - 7 * count)
    if (unit !== 'month') return acrossDays('DURATION', value, null, null, 'published')
    const { year, month } = partsOf(at.today)
    const to = addMonths(year, month, -count)
    return { ...inMonth(to.year, to.month, 'published'), type: 'DURATION', value, edtf: `${inMonth(to.year, to.month, 'published').edtf}~`, grain: 'none' }
  },
  examples: [
    { text: 'It follows [a week] after 31 villagers were killed', value: 'P1W', type: 'DURATION', edtf: '2024-01-13~' },
    { text: 'The attack comes [a month] after the rebels ended a truce', value: 'P1M', edtf: '2023-12~' },
  ],
  counterexamples: ['a week after the attack'],
})

const around = (value: string, first: Day, last: Day): Meaning => {
  const m = acrossDays('DURATION', value, first, last, 'published')
  return { ...m, edtf: `${m.edtf}~` }
}

export const anchorRules = [neighbourDay, sameDay, dayBeside, neighbourUnit, neighbourWeekday, nthDay, cameAfter]
