/** Rules for feast days and for dates of the Islamic calendar. */
import { inToldYear } from './absolute.ts'
import { type Day, dayOf, easter, hijriDay, nextWeekday, partsOf } from './calendar.ts'
import { about, acrossDays, type Meaning, onDay } from './meaning.ts'
import type { Reading } from './reading.ts'
import { defineRule, words } from './rule.ts'
import { DAY, dayNumber, YEAR } from './words.ts'

/** How the day of a feast is found in a Gregorian year: by date, from Easter, by the Islamic calendar, or as the nth weekday of a month. */
type Reckoning =
  | { readonly month: number; readonly day: number }
  | { readonly easter: number }
  | { readonly hijriMonth: number; readonly day: number }
  | { readonly nth: number; readonly weekday: number; readonly of: number }

interface Feast { readonly names: string; readonly reckoning: Reckoning }

/** Sources: civil and church calendars; Islamic feasts by their month and day. */
const FEASTS: readonly Feast[] = [
  { names: "christmas eve", reckoning: { month: 12, day: 24 } },
  { names: "christmas(?: day)?", reckoning: { month: 12, day: 25 } },
  { names: 'boxing day', reckoning: { month: 12, day: 26 } },
  { names: "new year['’]?s eve", reckoning: { month: 12, day: 31 } },
  { names: "new year['’]?s day", reckoning: { month: 1, day: 1 } },
  { names: 'orthodox christmas', reckoning: { month: 1, day: 7 } },
  { names: "valentine['’]?s day", reckoning: { month: 2, day: 14 } },
  { names: "(?:international )?women['’]?s day", reckoning: { month: 3, day: 8 } },
  { names: "st\\.? patrick['’]?s day", reckoning: { month: 3, day: 17 } },
  { names: 'nowruz|nawroz|norooz|newroz', reckoning: { month: 3, day: 21 } },
  { names: 'may day|(?:international )?labou?r day|workers[\'’] day', reckoning: { month: 5, day: 1 } },
  { names: 'bastille day', reckoning: { month: 7, day: 14 } },
  { names: 'halloween', reckoning: { month: 10, day: 31 } },
  { names: "all saints['’]? day", reckoning: { month: 11, day: 1 } },
  { names: 'armistice day', reckoning: { month: 11, day: 11 } },
  { names: 'thanksgiving(?: day)?', reckoning: { nth: 4, weekday: 3, of: 11 } },
  { names: 'ash wednesday', reckoning: { easter: -46 } },
  { names: 'palm sunday', reckoning: { easter: -7 } },
  { names: 'maundy thursday', reckoning: { easter: -3 } },
  { names: 'good friday', reckoning: { easter: -2 } },
  { names: 'holy saturday', reckoning: { easter: -1 } },
  { names: 'easter monday', reckoning: { easter: 1 } },
  { names: 'easter(?: sunday)?', reckoning: { easter: 0 } },
  { names: 'pentecost', reckoning: { easter: 49 } },
  { names: 'ashura', reckoning: { hijriMonth: 1, day: 10 } },
  { names: "(?:the )?prophet['’]?s birthday|mawlid(?: al-nabi)?", reckoning: { hijriMonth: 3, day: 12 } },
  { names: '(?:the )?(?:start|beginning|first day|eve) of (?:the (?:holy )?month of )?ramadh?[ao]n', reckoning: { hijriMonth: 9, day: 1 } },
  { names: '(?:the )?end of (?:the (?:holy )?month of )?ramadh?[ao]n', reckoning: { hijriMonth: 9, day: 30 } },
  { names: "eid[ -](?:al|ul|el)[ -]?(?:fitr|fithr)", reckoning: { hijriMonth: 10, day: 1 } },
  { names: "eid[ -](?:al|ul|el)[ -]?(?:adh?a|azha|adhha)|feast of (?:the )?sacrifice", reckoning: { hijriMonth: 12, day: 10 } },
]

const NAMES = FEASTS.map(feast => feast.names).join('|').replaceAll(' ', '\\s{1,8}')

export const feast = defineRule({
  id: 'feast',
  why: 'A feast day is its day in the year told, else in the nearest year.',
  needs: 'word',
  match: words`(?<name>${NAMES})(?:,? (?<year>${YEAR})| (?<last>last|this|next) year)?(?! (?:agreements?|accords?|peace|deal|island|rising|market|party|parade|tree|dinner|shopping|gift|present|carol)s?\b)`,
  emit: (g, at) => {
    const found = FEASTS.find(f => new RegExp(`^(?:${f.names.replaceAll(' ', '\\s{1,8}')})$`, 'i').test(g['name'] ?? ''))
    if (found === undefined) return null
    if (g['year'] !== undefined) return onDay(feastDay(found.reckoning, Number(g['year'])), 'absolute')
    if (g['last'] !== undefined) return onDay(feastDay(found.reckoning, partsOf(at.today).year + (/last/i.test(g['last']) ? -1 : /next/i.test(g['last']) ? 1 : 0)), 'published')
    const nearest = nearestFeast(found.reckoning, at), { month, day } = partsOf(nearest), told = 'month' in found.reckoning ? inToldYear(month, day, nearest, at) : null
    return told === null ? onDay(nearest, 'published') : onDay(told, 'expression')
  },
  examples: [
    { text: 'shelled on [Christmas Day]', value: '2023-12-25' },
    { text: 'killed on [Good Friday]', value: '2023-04-07' },
    { text: 'bombs on [Easter Sunday 2019]', value: '2019-04-21' },
    { text: 'prayers for [Eid al-Fitr]', value: '2023-04-21', published: '2023-04-25' },
    { text: "on [New Year's Eve]", value: '2023-12-31' },
    { text: "It went off on December 17, 2016. Another bomb had been meant for [New Year's Eve].", value: '2016-12-31', published: '2019-11-22' },
  ],
  counterexamples: ['the Good Friday Agreement', 'the Easter Rising', 'Christmas shopping', 'Easter Island'],
})

function feastDay(by: Reckoning, year: number): Day {
  if ('easter' in by) return easter(year) + by.easter
  if ('hijriMonth' in by) return hijriIn(year, by.hijriMonth, by.day)
  if ('nth' in by) return nextWeekday(dayOf(year, by.of, 1) - 1, by.weekday) + 7 * (by.nth - 1)
  return dayOf(year, by.month, by.day)
}

/** Such days of five Islamic years on end, of which the second to fourth touch a Gregorian year. */
function hijriAround(year: number, month: number, day: number): readonly Day[] {
  const guess = Math.floor((year - 622) * 1.0307) - 1
  return Array.from({ length: 5 }, (_, i) => hijriDay(guess + i, month, day))
}

/** The first such day of the Islamic calendar in a Gregorian year. */
function hijriIn(year: number, month: number, day: number): Day {
  const days = hijriAround(year, month, day)
  return days.find(d => partsOf(d).year === year) ?? days[1]!
}

function nearestFeast(by: Reckoning, at: Reading): Day {
  const { year } = partsOf(at.today)
  const [past, here, next] = [feastDay(by, year - 1), feastDay(by, year), feastDay(by, year + 1)] as const
  if (at.direction() === 'future') return here >= at.today ? here : next
  return here <= at.today + 7 ? here : past
}

const HIJRI_MONTHS: readonly string[] = [
  'muharram', 'safar', "rabi['’‘]? ?(?:al-|ul-|al )?(?:awwal|i)", "rabi['’‘]? ?(?:al-|ul-|al )?(?:thani|akhir|ii)", 'jumad[ai]h? ?(?:al-|ul-|al )?(?:awwal|ula|i)', 'jumad[ai]h? ?(?:al-|ul-|al )?(?:thani|akhira?h?|ii)',
  'rajab', "sha['’‘]?ban", 'ramadh?[ao]n', 'shaww?[ao]l', "dh?u['’‘]? ?(?:al-|l-|ul-|al )?qi?['’‘]?a?da?h?", "(?:dh?u['’‘]?|zu) ?(?:al-|l-|ul-|al )?hijj?ah?",
]
const HIJRI = HIJRI_MONTHS.map(name => `(?:${name})`).join('|').replaceAll(' ', '\\s?')

export const hijriDate = defineRule({
  id: 'hijri-date',
  why: 'Day, month and year of the Islamic calendar, converted by its new moons; sighting may differ by a day.',
  needs: 'digit',
  match: words`(?:the )?(?<day>${DAY})(?: of)? (?<month>${HIJRI})(?:,? (?<year>1[34]\d\d)(?: ?(?:AH|H)\b)?)?`,
  emit: (g, at) => {
    const month = hijriMonth(g['month'] ?? '')
    const day = dayNumber(g['day'] ?? '')
    if (month === 0 || day > 30) return null
    if (g['year'] !== undefined) return about(onDay(hijriDay(Number(g['year']), month, day), 'absolute'))
    return about(onDay(nearestFeast({ hijriMonth: month, day }, at), 'published'))
  },
  examples: [{ text: 'Khorasan Province, [30 Shawwal 1444]', value: '2023-05-20', edtf: '2023-05-20~' }, { text: 'on [10 Muharram]', value: '2023-07-28', edtf: '2023-07-28~' }],
  counterexamples: ['Abu 12 Rajabi', '31 Shawwal 1444'],
})

const hijriMonth = (name: string): number => HIJRI_MONTHS.findIndex(pattern => new RegExp(`^(?:${pattern.replaceAll(' ', '\\s?')})$`, 'i').test(name)) + 1

export const ramadan = defineRule({
  id: 'ramadan',
  why: 'The month of fasting as a whole, by the new moons.',
  needs: 'word',
  match: words`(?<=\b(?:during|in|throughout|of|mark|since|before|after)\s)(?:the (?:Muslim )?(?:holy |fasting )?(?:fasting )?month of )?ramadh?[ao]n(?: (?<year>${YEAR}))?(?! (?:al|bin|ibn|shallah|abdullah)\b)`,
  emit: (g, at): Meaning => {
    const first = g['year'] !== undefined ? hijriIn(Number(g['year']), 9, 1) : nearestFeast({ hijriMonth: 9, day: 1 }, at)
    return about(acrossDays('DATE', onDay(first, 'published').value.slice(0, 7), first, ramadanEnds(first), g['year'] === undefined ? 'published' : 'absolute'))
  },
  examples: [
    { text: 'attacks during [Ramadan]', value: '2023-03', edtf: '2023-03-23~/2023-04-20~' },
    // Of two months of fasting in a year the second ends in it as well.
    { text: 'attacks during [Ramadan]', value: '2065-11', edtf: '2065-11-29~/2065-12-27~', published: '2065-11-22' },
  ],
  counterexamples: ['of Ramadan Shallah'],
})

/** The day before the next month's first, which is 29 or 30 days on. */
const ramadanEnds = (first: Day): Day => hijriAround(partsOf(first).year, 10, 1).find(day => day > first)! - 1

export const feastRules = [feast, hijriDate, ramadan]
