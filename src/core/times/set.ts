/** Rules for times that come again: "every Friday", "daily", "twice a week". */
import { repeating } from './meaning.ts'
import { defineRule, words } from './rule.ts'
import { MONTH, monthNumber, NUMBER, numberOf, PART_OF_DAY, partCode, periodOf, SEASON, seasonCode, UNITS, unitOf, WEEKDAY_NAME, weekdayNumber } from './words.ts'

export const every = defineRule({
  id: 'every',
  why: 'Every or each unit, day, month, season.',
  needs: 'word',
  match: words`(?:almost |nearly )?(?:every|each)(?: single| other)?(?: (?<count>${NUMBER}|few|second|third))? (?:(?<unit>${UNITS})|(?<day>${WEEKDAY_NAME})(?: (?<dayPart>${PART_OF_DAY}))?|(?<month>${MONTH})|(?<season>${SEASON})|(?<part>morning|afternoon|evening))(?!-)`,
  emit: g => {
    if (g['day'] !== undefined) return repeating(`XXXX-WXX-${weekdayNumber(g['day']) + 1}${g['dayPart'] === undefined ? '' : partCode(g['dayPart'])}`)
    if (g['month'] !== undefined) return repeating(`XXXX-${String(monthNumber(g['month'])).padStart(2, '0')}`)
    if (g['season'] !== undefined) return repeating(`XXXX-${seasonCode(g['season'])}`)
    if (g['part'] !== undefined) return repeating(`XXXX-XX-XX${partCode(g['part'])}`)
    const unit = unitOf(g['unit'] ?? '')
    if (unit === 'second') return null
    const count = g['count'] === undefined ? 1 : /few/i.test(g['count']) ? 'X' : numberOf(g['count'].replace(/second/i, '2').replace(/third/i, '3'))
    return unit === 'night' ? repeating('XXXX-XX-XXTNI') : repeating(periodOf(count, unit))
  },
  examples: [
    { text: 'They protest [every Friday].', value: 'XXXX-WXX-5', type: 'SET', edtf: null },
    { text: 'shelled [each week]', value: 'P1W' },
    { text: 'it rains [every two days]', value: 'P2D' },
  ],
  counterexamples: ['every man', 'each Friedman'],
})

const ADVERBS: Readonly<Record<string, string>> = {
  hourly: 'PT1H', daily: 'P1D', nightly: 'XXXX-XX-XXTNI', weekly: 'P1W', 'bi-weekly': 'P2W', biweekly: 'P2W', fortnightly: 'P2W', monthly: 'P1M', quarterly: 'P1Q',
  yearly: 'P1Y', annual: 'P1Y', annually: 'P1Y', biannual: 'P6M', 'day-to-day': 'P1D',
}

export const adverb = defineRule({
  id: 'repeating-adverb',
  why: 'Daily, weekly, annual.',
  needs: 'word',
  match: words`(?<word>hourly|daily|nightly|weekly|bi-?weekly|fortnightly|monthly|quarterly|yearly|annually|annual|biannual|day-to-day)`,
  emit: (g, at) => (at.cased && /^[A-Z]/.test(at.words) && at.before.trim() !== '' || /^\s+(?:Mail|Telegraph|Star|News|Times|Mirror|Express|Nation|Monitor|Sabah|Beast)\b/.test(at.after) ? null : repeating(ADVERBS[(g['word'] ?? '').toLowerCase()] ?? 'P1D')),
  examples: [{ text: 'the [daily] shelling', value: 'P1D', type: 'SET' }, { text: 'the [annual] parade', value: 'P1Y' }],
  counterexamples: ['the Daily Star said', 'Pakistan Daily'],
})

export const weekdaysPlural = defineRule({
  id: 'weekdays-plural',
  why: 'Weekdays and parts of the day in the plural.',
  needs: 'word',
  match: words`(?<=\b(?:on|in|and|or)\s)(?:(?<day>${WEEKDAY_NAME})s|(?<weekends>weekends)|(?<part>mornings|afternoons|evenings|nights))`,
  emit: g => repeating(g['day'] !== undefined ? `XXXX-WXX-${weekdayNumber(g['day']) + 1}` : g['part'] === undefined ? 'XXXX-WXX-WE' : `XXXX-XX-XX${partCode(g['part'].slice(0, -1))}`),
  examples: [{ text: 'They march on [Fridays].', value: 'XXXX-WXX-5', type: 'SET' }],
  counterexamples: ['three nights in jail'],
})

export const rate = defineRule({
  id: 'rate',
  why: 'So many a day, per week, times a year.',
  needs: 'unit',
  match: words`(?:an?|per) (?<unit>second|minute|hour|day|night|week|month|year)(?! (?:ago|later|earlier|before|after|since|old|long)|-|\sand\sa\shalf)`,
  emit: (g, at) => (/^per/i.test(at.words) || /(?:\d[\d,.]*\s*(?:percent|%|million|billion|thousand|hundred)?|\b(?:once|twice|times?|percent|per cent|million|billion|barrels?|dollars?|rounds?|people|tons?|tonnes|shells|attacks|hours|days|barrel|share|hundred|thousand)) *$/i.test(at.before) && !/\b(?:for|after|about|within|in|than)\s+$/i.test(at.before) ? repeating(periodOf(1, unitOf(g['unit'] ?? ''))) : null),
  examples: [{ text: 'fires 300 shells [a day] there', value: 'P1D', type: 'SET' }, { text: 'twice [a week]', value: 'P1W' }],
  counterexamples: ['for a week', 'two days a week ago'],
})

export const setRules = [every, adverb, weekdaysPlural, rate]
