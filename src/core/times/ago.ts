/** Rules for a length of time counted back or on: "two weeks ago", "three days later". */
import { addMonths, addMonthsToDay, type Day, isoDay, partsOf } from './calendar.ts'
import { about, type Anchor, atTime, inMonth, inWeek, inYear, type Meaning, onDay, vaguely } from './meaning.ts'
import type { Reading } from './reading.ts'
import { defineRule, type Groups, words } from './rule.ts'
import { HEDGE, isVague, JOIN, NUMBER, numberOf, type UnitName, UNITS, unitOf, VAGUE } from './words.ts'

const COUNT = String.raw`(?:(?:${HEDGE})\s)?(?:(?<count>${VAGUE}|${NUMBER}|an?|half\san?)(?<half>\sand\sa\shalf)?${JOIN})?(?<unit>${UNITS})(?:\sand\sa\shalf)?`
/** After "before" and "after" there is nothing that they could govern. */
const CLAUSE_END = String.raw`(?=\s{0,3}(?:[.,;:)\]"”’?!]|$|\b(?:in|at|and|when|by|on|near|outside|inside|during)\b))`

export const ago = defineRule({
  id: 'ago',
  why: 'Counted back from the day of the report; weeks and months are as rough as the words.',
  needs: 'unit',
  match: words`${COUNT},? (?:ago|back(?=[.,;]|$)|before now|previously(?=[.,;]|$))`,
  emit: (g, at) => counted(g, -1, at.today, 'published', at),
  examples: [
    { text: 'murdered in Kabul [four nights ago]', value: '2024-01-16TNI', edtf: '2024-01-16' },
    { text: '[Six weeks ago] a bomb', value: '2023-W49', edtf: '2023-12-09~' },
    { text: '[two months ago]', value: '2023-11', edtf: '2023-11~' },
    { text: '[Seventeen years ago]', value: '2007', edtf: '2007' },
    { text: '[a week ago]', value: '2024-W02', edtf: '2024-01-13~' },
    { text: 'were killed [two days ago].', value: '2024-01-18' },
    { text: '[several days ago]', value: 'PAST_REF', edtf: '2024-01-17~' },
    { text: 'decided [months ago]', value: 'PAST_REF', edtf: null },
  ],
  counterexamples: ['two weeks in Chicago', 'a day after'],
})

export const fromNow = defineRule({
  id: 'from-now',
  why: 'Counted on from the day of the report.',
  needs: 'unit',
  match: words`${COUNT} (?:from now|hence|from today)`,
  emit: (g, at) => counted(g, 1, at.today, 'published', at),
  examples: [{ text: 'It ends [two weeks from now].', value: '2024-W05', edtf: '2024-02-03~' }],
  counterexamples: ['two weeks now'],
})

export const later = defineRule({
  id: 'later',
  why: 'Counted on from the day last spoken of. Where none is, what was done “two days later” has no day: it was not done after the report.',
  needs: 'unit',
  after: 'others',
  match: words`${COUNT} (?:later(?! this| that| on)|afterwards?|on(?=[.,;])|after${CLAUSE_END})`,
  emit: (g, at) => (spokenOf(g, at) === null && at.direction() !== 'future' ? vaguely('FUTURE_REF') : counted(g, 1, baseDay(g, at), 'expression', at)),
  examples: [
    { text: 'They met on Monday. [Two days later] the city fell.', value: '2024-01-17' },
    { text: 'He was shot on 1 May. [Hours later] he died.', value: '2023-05-01' },
    { text: 'It began in March 2011. [A year later] it spread.', value: '2012' },
    { text: 'The clerk was seized; his coat was found [two days later] by a ditch.', value: 'FUTURE_REF', edtf: null },
  ],
  counterexamples: ['two days after the attack', 'a year later this week'],
})

export const earlier = defineRule({
  id: 'earlier',
  why: 'Counted back from the day last spoken of.',
  needs: 'unit',
  after: 'others',
  match: words`${COUNT} (?:earlier(?! this| that| on| today| in (?:the (?:day|week|month|year|morning|evening|night|war|conflict)|\d))|prior${CLAUSE_END}|before${CLAUSE_END}|beforehand|previous(?=[.,;]))`,
  emit: (g, at) => counted(g, -1, baseDay(g, at), 'expression', at),
  examples: [
    { text: 'He died on Monday. [A day earlier] he had spoken.', value: '2024-01-14' },
    { text: 'who had vanished [two days earlier], a cousin said on Wednesday', value: '2024-01-15' },
    { text: 'was found on Oct. 6. He was shot [a few days before].', value: 'PAST_REF', edtf: '2023-10-03~' },
  ],
  counterexamples: ['two days before the attack', 'hours earlier this week'],
})

export const agoRules = [ago, fromNow, later, earlier]

/** The day counted from: the expression before this one, else the one after it in the sentence, else the report's. */
export const baseDay = (g: Groups, at: Reading): Day => spokenOf(g, at) ?? at.today

function spokenOf(g: Groups, at: Reading): Day | null {
  const grain = ['day', 'night', 'hour', 'minute', 'second', 'week', 'fortnight'].includes(unitOf(g['unit'] ?? 'day')) ? 'day' : unitOf(g['unit'] ?? '') === 'month' ? 'month' : 'year'
  return (at.previous(grain) ?? at.following(grain))?.first ?? null
}

function counted(g: Groups, sign: 1 | -1, from: Day, anchor: Anchor, at: Reading): Meaning | null {
  const unit = unitOf(g['unit'] ?? '')
  const words = g['count']
  if (words === undefined && !/s$|centuries$/i.test(g['unit'] ?? '')) return null
  const vague = words === undefined || isVague(words)
  const count = (words === undefined ? Number.NaN : numberOf(words)) + (g['half'] === undefined ? 0 : 0.5)
  if (SHORT.has(unit)) return shortly(unit, count, sign, from, anchor, at)
  const exact = shiftBy(unit, sign * count, from, anchor)
  if (!vague) return exact
  const reference = vaguely(sign < 0 ? 'PAST_REF' : 'FUTURE_REF')
  return exact === null || (unit !== 'day' && unit !== 'night') ? reference : { ...about(exact), type: 'DATE', value: anchor === 'published' || sign < 0 ? reference.value : exact.value }
}

const SHORT: ReadonlySet<UnitName> = new Set(['second', 'minute', 'hour'])

/** Hours and minutes stay on the day they are counted from unless they fill a day. */
function shortly(unit: UnitName, count: number, sign: 1 | -1, from: Day, anchor: Anchor, at: Reading): Meaning {
  const days = unit === 'hour' && count >= 24 ? Math.floor(count / 24) : 0
  const known = anchor === 'published' ? null : at.previous('day')
  return onDay((known?.last ?? from) + sign * days, anchor)
}

/** TIMEX3 keeps the unit's own grain: weeks ago is a week, years ago a year; EDTF keeps the day or month counted to. */
function shiftBy(unit: UnitName, n: number, from: Day, anchor: Anchor): Meaning | null {
  if (Number.isNaN(n)) return null
  const { year, month } = partsOf(from)
  if (unit === 'day') return onDay(from + Math.round(n), anchor)
  if (unit === 'night') return atTime(from + Math.round(n), 'TNI', anchor)
  if (unit === 'week' || unit === 'weekend') return toDay(inWeek(from + Math.round(7 * n), anchor), from + Math.round(7 * n))
  if (unit === 'fortnight') return toDay(inWeek(from + Math.round(14 * n), anchor), from + Math.round(14 * n))
  if (unit === 'month' || unit === 'quarter') {
    const to = addMonths(year, month, Math.round(unit === 'quarter' ? 3 * n : n))
    return about(inMonth(to.year, to.month, anchor))
  }
  if (Number.isInteger(n) || unit !== 'year') return inYear(year + Math.round(n * (unit === 'decade' ? 10 : unit === 'century' ? 100 : 1)), anchor)
  const to = partsOf(addMonthsToDay(from, Math.round(12 * n)))
  return about(inMonth(to.year, to.month, anchor))
}

const toDay = (week: Meaning, day: Day): Meaning => ({ ...week, first: day, last: day, edtf: `${isoDay(day)}~` })
