/** Rules for lengths of time, and for stretches that end or begin at the report ("the past two weeks"). */
import { addMonthsToDay, type Day, isoDay } from './calendar.ts'
import { acrossDays, lasting, type Meaning, withMod } from './meaning.ts'
import type { TimexMod } from '../model/time.ts'
import type { Reading } from './reading.ts'
import { defineRule, type Groups, words } from './rule.ts'
import { DASH, HEDGE, isVague, JOIN, NUMBER, numberOf, periodOf, type UnitName, UNITS, unitOf, VAGUE } from './words.ts'

const NO_AGE = String.raw`(?!\s?${DASH}?\s?olds?\b|['’]?\s(?:of\sage|his\ssenior|her\ssenior)|\s(?:younger|older)\b)`
const NOT_COUNTED = String.raw`(?<![$€£#.,:\d])(?<!\bNo\.?\s)`

/** The TIMEX3 mod of a hedge ("about", "more than"). */
export function modOf(hedge: string | undefined): TimexMod | null {
  const word = (hedge ?? '').trim().toLowerCase().replace(/\s+/g, ' ')
  if (/^(?:about|around|roughly|approximately|some|an estimated)$/.test(word)) return 'APPROX'
  if (/^(?:more than|over|just over|well over|a little over)$/.test(word)) return 'MORE_THAN'
  if (/^(?:at least|no less than)$/.test(word)) return 'EQUAL_OR_MORE'
  if (/^(?:up to|at most|no more than|as much as|as many as)$/.test(word)) return 'EQUAL_OR_LESS'
  return /^(?:nearly|almost|close to|less than|under|fewer than|just under|a little under|barely)$/.test(word) ? 'LESS_THAN' : null
}

export const stretch = defineRule({
  id: 'stretch',
  why: 'The past or next so many days run up to, or from, the report.',
  needs: 'unit',
  match: words`(?:the |this )?(?<which>past|last|previous|preceding|next|coming|following|recent)(?: (?:(?<hedge>${HEDGE}) )?(?<count>${VAGUE}|${NUMBER}|an?))?${JOIN}(?<unit>${UNITS})(?!-)`,
  emit: (g, at) => stretchMeant(g, at),
  examples: [
    { text: 'demanding it for [the past two weeks]', value: 'P2W', type: 'DURATION', edtf: '2024-01-06~/2024-01-20' },
    { text: 'eight strikes in [the last 24 hours]', value: 'PT24H', edtf: '2024-01-19/2024-01-20' },
    { text: 'murders in [the past six months]', value: 'P6M', edtf: '2023-07-20~/2024-01-20' },
    { text: 'Over [the last year] the coalition', value: 'P1Y', edtf: '2023-01-20~/2024-01-20' },
    { text: 'over [the past few days]', value: 'PXD', edtf: '2024-01-17~/2024-01-20' },
    { text: 'will fall in [the next three days]', value: 'P3D', edtf: '2024-01-20/2024-01-23' },
    { text: 'Over [the past day] units advanced', value: 'P1D', edtf: '2024-01-19/2024-01-20' },
    { text: 'said in [recent days] that', value: 'PAST_REF', type: 'DATE', edtf: null },
    { text: 'in [the coming weeks]', value: 'FUTURE_REF', type: 'DATE' },
  ],
  counterexamples: ['the next day', 'last week', 'the following month', 'the last minute'],
})

function stretchMeant(g: Groups, at: Reading): Meaning | null {
  const which = (g['which'] ?? '').toLowerCase()
  const unit = unitOf(g['unit'] ?? '')
  const plural = /s$/i.test(g['unit'] ?? '') && !/centuries/i.test(g['unit'] ?? '')
  const ahead = /next|coming|following/.test(which)
  if (g['count'] === undefined && plural) return /^recent|coming|past|last|previous|next/.test(which) ? { ...lasting('P'), type: 'DATE', value: ahead ? 'FUTURE_REF' : 'PAST_REF' } : null
  if (which === 'recent' || (which === 'following' && g['count'] === undefined)) return null
  const led = /^(?:the|this)\s/i.test(at.words)
  if (g['count'] === undefined && (!led || !/past|last/.test(which) || (which === 'last' && !/\b(?:in|over|during|within|for|throughout)\s+$/i.test(at.before)))) return null
  const count = g['count'] === undefined ? 1 : numberOf(g['count'])
  const value = g['count'] !== undefined && isVague(g['count']) ? 'X' : count
  const reach = Number.isNaN(count) ? null : reachOf(at.today, ahead ? count : -count, unit)
  const period = periodOf(Number.isNaN(count) ? 'X' : value, unit)
  if (reach === null) return withMod(lasting(period), modOf(g['hedge']))
  const days = ahead ? acrossDays('DURATION', period, at.today, reach, 'published') : acrossDays('DURATION', period, reach, at.today, 'published')
  const isExact = unit === 'hour' || (unit === 'day' && value !== 'X') || unit === 'night' || ahead
  return withMod(isExact ? days : { ...days, edtf: `${isoDay(reach)}~/${isoDay(at.today)}` }, modOf(g['hedge']))
}

/** The day reached by going `n` units from a day; part of a day counts as the whole. */
export function reachOf(from: Day, n: number, unit: UnitName): Day {
  if (unit === 'month' || unit === 'quarter') return addMonthsToDay(from, Math.round(unit === 'quarter' ? 3 * n : n))
  if (unit === 'year' || unit === 'decade' || unit === 'century') return addMonthsToDay(from, Math.round(12 * n * (unit === 'year' ? 1 : unit === 'decade' ? 10 : 100)))
  const days = { second: 0, minute: 0, hour: 1 / 24, day: 1, night: 1, week: 7, weekend: 7, fortnight: 14 }[unit]
  return from + (n < 0 ? Math.floor(n * days) : Math.ceil(n * days))
}

export const duration = defineRule({
  id: 'duration',
  why: 'A counted length of time; ages are none.',
  needs: 'unit',
  match: words`(?:(?<hedge>${HEDGE}) )?(?:the )?(?:(?:first|final|initial|entire|full|whole|additional|extra|another|further|total) )?${NOT_COUNTED}(?<count>${VAGUE}|${NUMBER}|half an?|half)(?<half> and a half|-and-a-half)?${JOIN}(?:more |consecutive |straight |long |whole |full |additional |successive )?(?<unit>${UNITS})(?<tailHalf> and a half)?(?:${JOIN}long)?(?:,? (?:and )?(?<count2>${NUMBER}) (?<unit2>hours?|minutes?|seconds?|months?|weeks?|days?))?${NO_AGE}`,
  emit: (g, at) => (isCount(g, at) ? withMod(lasting(periodMeant(g)), modOf(g['hedge'])) : null),
  examples: [
    { text: 'It lasted for [three hours].', value: 'PT3H', type: 'DURATION', edtf: null },
    { text: 'a [72-hour] curfew', value: 'PT72H' },
    { text: 'a [six-year] sentence', value: 'P6Y' },
    { text: 'under siege for [nearly two years]', value: 'P2Y', mod: 'LESS_THAN' },
    { text: 'took [two and a half hours]', value: 'PT2.5H' },
    { text: 'for [half an hour]', value: 'PT30M' },
    { text: 'held for [several months]', value: 'PXM' },
    { text: 'after [three hours and 20 minutes]', value: 'PT3H20M' },
    { text: 'for [more than 15 hours]', value: 'PT15H', mod: 'MORE_THAN' },
  ],
  counterexamples: ['a 35-year-old man', 'he was 12 years old', 'a 40 year old woman', 'One second bomb', 'earned $5 days after'],
})

/** "the second", "one quarter" and "one day" as a wish are no lengths. */
function isCount(g: Groups, at: Reading): boolean {
  const unit = unitOf(g['unit'] ?? '')
  const singular = !/s$/i.test(g['unit'] ?? '')
  if (unit === 'second' && singular) return /^\d/.test(g['count'] ?? '') && /\d-second/i.test(at.words)
  if (unit === 'quarter') return !singular
  if (/^h$/i.test(g['unit'] ?? '')) return /^\d/.test(g['count'] ?? '')
  if (/^one$/i.test(g['count'] ?? '') && unit === 'day' && singular) return /\b(?:for|in|than|least|within|after|about|lasted|took)\s+$/i.test(at.before) || /^(?:at|more|less|about)/i.test(at.words)
  return !/^(?:19|20)\d\d$/.test(g['count'] ?? '') || !singular
}

function periodMeant(g: Groups): string {
  const unit = unitOf(g['unit'] ?? '')
  const word = g['count'] ?? ''
  if (/^half/i.test(word)) return HALVES[unit] ?? periodOf(0.5, unit)
  const number = numberOf(word) + (g['half'] === undefined && g['tailHalf'] === undefined ? 0 : 0.5)
  const first = periodOf(isVague(word) || Number.isNaN(number) ? 'X' : number, unit)
  if (g['count2'] === undefined) return first
  const second = periodOf(numberOf(g['count2']), unitOf(g['unit2'] ?? ''))
  return first.startsWith('PT') && second.startsWith('PT') ? first + second.slice(2) : first + second.slice(1)
}

const HALVES: Readonly<Partial<Record<UnitName, string>>> = { hour: 'PT30M', minute: 'PT30S', day: 'PT12H', year: 'P6M', decade: 'P5Y', century: 'P50Y' }

export const oneUnit = defineRule({
  id: 'one-unit',
  why: '"A week" is a length where a preposition or a hedge counts it.',
  needs: 'unit',
  match: words`(?:(?<hedge>${HEDGE}) )?(?<article>an?|the|one|each) (?:entire |full |whole |single |further )?(?<unit>hour|day|night|week|fortnight|month|year|decade|century)(?<half> and a half| or two| or more| or so)?${NO_AGE}(?!${DASH}(?!long)| (?:ago|earlier|later|before|of|from)\b|['’]s)`,
  emit: (g, at) => (g['hedge'] !== undefined && !/^(?:some|another|only|just)$/i.test(g['hedge']) || counts(g, at) ? withMod(lasting(periodOf(/half/.test(g['half'] ?? '') ? 1.5 : 1, unitOf(g['unit'] ?? ''))), modOf(g['hedge'])) : null),
  examples: [
    { text: 'occupied for [more than a month]', value: 'P1M', mod: 'MORE_THAN' },
    { text: 'was held for [a week] in jail', value: 'P1W' },
    { text: '[less than a week] after she was sworn in', value: 'P1W', mod: 'LESS_THAN' },
    { text: '[a day] after the attack', value: 'P1D' },
    { text: 'lasted [a year and a half]', value: 'P1.5Y' },
  ],
  counterexamples: ['a day of mourning', 'the day was long', 'the year of fire'],
})

const counts = (g: Groups, at: Reading): boolean =>
  /^(?:an?|one)$/i.test(g['article'] ?? '') && (
    /\b(?:for|in|within|after|than|over|about|nearly|almost|lasted|last|took|takes?|lasting|every|least|around|only|just|spent|up to|roughly|under|during|once|once in|another)\s+$/i.test(at.before)
    || /^\s+(?:after|before|since|long|apart|into)\b/i.test(at.after) && !/\b(?:such|what)\s+$/i.test(at.before))

/** "35-year-old": the unit is counted, so it is an age. */
const COUNTED_AGE = new RegExp(String.raw`\b(?:(?:${NUMBER})(?:${DASH}|\s)|and${DASH}a${DASH})$`, 'i')

export const longAdjective = defineRule({
  id: 'long-adjective',
  why: '"Week-long", "yearlong", "decades-old".',
  needs: 'unit',
  match: words`(?:half${DASH})?(?<unit>hour|day|night|week|weekend|month|year|decade|century|hours|days|weeks|months|years|decades|centuries)${DASH}?(?<tail>long|(?<old>olds?))(?! (?:man|woman|boy|girl|son|daughter|child|baby))`,
  emit: (g, at) => {
    const unit = unitOf(g['unit'] ?? '')
    const plural = /s$/i.test(g['unit'] ?? '')
    if (g['old'] === undefined) return lasting(periodOf(plural ? 'X' : 1, unit))
    if (!/[-\u2010\u2011\u2013]/.test(at.words) || COUNTED_AGE.test(at.before)) return null
    return aged(plural ? 'X' : 1, unit, at)
  },
  examples: [
    { text: 'a [week-long] siege', value: 'P1W', type: 'DURATION' },
    { text: 'a [months-long] offensive', value: 'PXM' },
    { text: 'pressed on with a [week-old] offensive', value: 'P1W', edtf: '2024-01-13~/..' },
    { text: 'the [decades-old] conflict', value: 'PXDE', edtf: null },
  ],
  counterexamples: ['as long as a year', 'old days', 'A 35-year-old teacher died.', 'a thirty-five-year-old teacher', 'a two-and-a-half-year-old teacher'],
})

export const oldConflict = defineRule({
  id: 'old-conflict',
  why: 'A "ten-day-old truce" began so many days before the report and goes on; people have ages instead.',
  needs: 'unit',
  match: words`(?<count>${NUMBER})${DASH}(?<unit>hour|day|week|month|year)${DASH}old(?= (?:[\w-]+ ){0,2}(?:war|conflict|offensive|siege|truce|cease-?fire|operation|campaign|insurgency|uprising|rebellion|crisis|dispute|blockade|standoff|protests?|government|fighting|battle|strike|regime)\b)`,
  emit: (g, at) => aged(numberOf(g['count'] ?? ''), unitOf(g['unit'] ?? ''), at),
  examples: [{ text: 'the [ten-day-old] truce', value: 'P10D', type: 'DURATION', edtf: '2024-01-10~/..' }],
  counterexamples: ['a six-year-old boy', 'a 35-year-old soldier'],
})

function aged(count: number | 'X', unit: UnitName, at: Reading): Meaning {
  const value = periodOf(count, unit)
  if (count === 'X') return lasting(value)
  const m = acrossDays('DURATION', value, reachOf(at.today, -count, unit), null, 'published')
  return { ...m, edtf: m.edtf?.replace('/', '~/') ?? null }
}

export const manyUnits = defineRule({
  id: 'many-units',
  why: 'Uncounted lengths: "for years", "hours after", "days of fighting".',
  needs: 'unit',
  match: words`(?<unit>minutes|hours|days|nights|weeks|months|years|decades|centuries)`,
  emit: (g, at) => (/\b(?:for|in|after|within|over|lasted|last|took|take|spent|many|of|through|following|during)\s+$/i.test(at.before) && !/\b(?:early|late|first|small|working|business|visiting|dark|final|last|closing|dying) (?:\w+ )?$/i.test(at.before) && !/^\s+of\s+(?:the|his|her)\b/i.test(at.after) || /^\s+(?:of\s+(?!the\b|his\b|her\b)|after|before|since|into)\b/i.test(at.after) ? lasting(periodOf('X', unitOf(g['unit'] ?? ''))) : null),
  examples: [
    { text: 'fought there for [years]', value: 'PXY', type: 'DURATION' },
    { text: 'launched [hours] after the truce', value: 'PTXH' },
    { text: 'after [weeks] of fighting', value: 'PXW' },
  ],
  counterexamples: ['the early hours', 'in those days'],
})

export const durationRules = [stretch, duration, oneUnit, oldConflict, longAdjective, manyUnits]
