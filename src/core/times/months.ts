/** Rules for months, and for parts of months and years ("early March", "mid-2012", "the end of May"). */
import { partsOf } from './calendar.ts'
import { isMonth, LEADS_MONTH } from './absolute.ts'
import { type Anchor, covering, inMonth, inYear, type Meaning, partOf } from './meaning.ts'
import type { Reading } from './reading.ts'
import { defineRule, type Groups, words } from './rule.ts'
import { APOSTROPHE, DASH, JOIN, MONTH, monthNumber, YEAR } from './words.ts'

const PART = String.raw`(?:(?:the )?(?<start>(?:very\s)?early|beginning of|start of|opening of|early in)|(?:the )?(?<mid>mid|middle of|midway through)|(?:the )?(?<end>late|end of|close of|latter half of|latter part of|last days of|final days of|late in))`.replaceAll(' ', '\\s{1,8}')
const OPTIONAL_PART = `(?:${PART}${JOIN}(?:the\\s{1,8})?)?`

export const monthYear = defineRule({
  id: 'month-year',
  why: 'A month with its year.',
  needs: 'month',
  match: words`${OPTIONAL_PART}(?:the )?(?:month of )?(?<month>${MONTH})(?: ?, ?| ?- ?| of | in | )(?<year>${YEAR}|${APOSTROPHE}\d\d)`,
  emit: (g, at) => {
    if (!isMonth(g['month'] ?? '', at) && !LEADS_MONTH.test(at.before) && !/^(?!ma)/i.test(at.words)) return null
    const digits = (g['year'] ?? '').replace(/\D/g, '')
    const year = digits.length === 2 ? 2000 + Number(digits) - (Number(digits) > 50 ? 100 : 0) : Number(digits)
    return parted(g, inMonth(year, monthNumber(g['month'] ?? ''), 'absolute'))
  },
  examples: [
    { text: 'The offensive of [May 2017] failed', value: '2017-05', edtf: '2017-05' },
    { text: 'since [mid-March 2011] the army', value: '2011-03', mod: 'MID', edtf: '2011-03-15/..' },
    { text: 'in [December, 2017]', value: '2017-12' },
    { text: 'The rebels fled in [may 2017], he said', value: '2017-05' },
    { text: 'until [the end of June 2014]', value: '2014-06', mod: 'END' },
  ],
  counterexamples: ['It may 2017 times fail'],
})

export const monthOfYear = defineRule({
  id: 'month-of-year',
  why: 'A month whose year is told from the year of the report: "in May last year", "December last".',
  needs: 'month',
  match: words`${OPTIONAL_PART}(?<month>${MONTH}),?(?: of)? (?:(?<which>last|next|this|the same|that|the previous|the following) year|(?<bare>last))(?! ?(?:week|month|year|night|[a-z]+day))`,
  emit: (g, at) => {
    if (!isMonth(g['month'] ?? '', at)) return null
    const month = monthNumber(g['month'] ?? '')
    const now = partsOf(at.today)
    if (g['bare'] !== undefined) return parted(g, inMonth(month < now.month ? now.year : now.year - 1, month, 'published'))
    const told = anaphoricYear(g['which'] ?? '', at)
    return parted(g, inMonth(told.year, month, told.anchor))
  },
  examples: [
    { text: 'In [May last year], months before', value: '2023-05' },
    { text: 'In [December last], police charged', value: '2023-12' },
    { text: 'will open in [August this year]', value: '2024-08' },
  ],
  counterexamples: ['In May last week was forgotten'],
})

function anaphoricYear(which: string, at: Reading): { readonly year: number; readonly anchor: Anchor } {
  const word = which.toLowerCase().replace(/\s+/g, ' ')
  const shift = { last: -1, next: 1, this: 0 }[word]
  if (shift !== undefined) return { year: partsOf(at.today).year + shift, anchor: 'published' }
  const previous = at.previous('year')?.first ?? at.today
  return { year: partsOf(previous).year + (word === 'the previous' ? -1 : word === 'the following' ? 1 : 0), anchor: 'expression' }
}

/** "Between March and July 2020": the year comes with the second month. */
const YEAR_AHEAD = String.raw`(?:(?=\s?(?:to|until|till|through|thru|and|or|&|\/|${DASH})\s?(?:the\s)?(?:(?:early|mid|late|end\sof)[\s-])?(?:\d{1,2}\s)?(?<month2>${MONTH})(?:\s\d{1,2})?(?:\s?,?\s|\sof\s)(?<year>${YEAR}))|)`

export const month = defineRule({
  id: 'month',
  why: 'A month without a year is the latest one, or the next where the words look ahead.',
  needs: 'month',
  match: words`(?:${PART}${JOIN})?(?:(?<which>last|next|this|this past|this coming|past) )?(?:the )?(?:month of )?(?<month>January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)(?!\s\d|\s?[-\/]\s?\d{1,2}\b|${APOSTROPHE}s\s(?:wife|husband|son|mother|father|government|cabinet|office))${YEAR_AHEAD}`,
  emit: (g, at) => (namesMonth(g, at) ? parted(g, withYearOf(g) ?? nearestMonth(g, at)) : null),
  examples: [
    { text: 'rebels seized it in [October].', value: '2023-10', edtf: '2023-10' },
    { text: 'the attack in [early March]', value: '2023-03', mod: 'START' },
    { text: 'entered Syria in [mid-July]', value: '2023-07', mod: 'MID', edtf: '2023-07-15~' },
    { text: 'The vote will take place in [May].', value: '2024-05' },
    { text: 'REBELS SEIZED IT IN [MAY]', value: '2023-05' },
    { text: 'was held [last November]', value: '2023-11' },
    { text: 'the [August] takeover', value: '2023-08' },
    { text: 'between [March] and July 2020', value: '2020-03', edtf: '2020-03/2020-07' },
    { text: 'They fought from [March] to July 2020.', value: '2020-03', edtf: '2020-03/2020-07' },
    { text: 'from [November] to February 2020', value: '2019-11', edtf: '2019-11/2020-02' },
  ],
  counterexamples: ['Theresa May said so', 'The rebels may attack', 'protesters march on the palace', 'May God accept him', 'April Jones was hurt', 'The March for Life passed', 'The men seized it in May last year'],
})

/** A bare month must not be a verb, a surname or a first name. */
function namesMonth(g: Groups, at: Reading): boolean {
  const word = g['month'] ?? ''
  if (!isMonth(word, at)) return false
  if (g['which'] !== undefined || g['start'] !== undefined || g['mid'] !== undefined || g['end'] !== undefined) return true
  if (at.cased && !/^[A-Z]/.test(word)) return false
  const led = /\b(?:in|on|of|since|until|till|by|from|to|and|or|between|during|through|throughout|before|after|for|the|a|an|his|her|its|their|last|s|that|when|but|early|late|mid|around|about)[\s-]+$|^["“'‘(\s]*$|[,(–-]\s*$/i.test(at.before)
  const isPerson = at.cased && (/^\s[A-Z][a-z]/.test(at.after) || /\b[A-Z][a-z]+\s$/.test(at.before) && !/\b(?:In|On|Since|Until|By|From|During|Before|After|The|Last|Late|Early|Between|This|Its?|And)\s$/.test(at.before))
  if (/^(?:may|march|april|june)$/i.test(word) && isPerson) return false
  if (g['month2'] !== undefined) return led
  return /^(?:may|march)$/i.test(word) ? led && !/^\s+(?:[a-z]+\s+)?(?:be|have|not|also|for|on|against|to|through|god|allah|well|yet|still)\b/i.test(at.after) : true
}

/** The month in the year of the second month, or in the year before where it would lie after it. */
function withYearOf(g: Groups): Meaning | null {
  if (g['month2'] === undefined) return null
  const month = monthNumber(g['month'] ?? '')
  return inMonth(Number(g['year']) - Number(month > monthNumber(g['month2'])), month, 'absolute')
}

function nearestMonth(g: Groups, at: Reading): Meaning {
  const wanted = monthNumber(g['month'] ?? '')
  const now = partsOf(at.today)
  const which = (g['which'] ?? '').toLowerCase()
  const ahead = which === 'next' || which === 'this coming' || ((which === '' || which === 'this') && at.direction() === 'future')
  if (ahead) return inMonth(wanted < now.month || (wanted === now.month && which === 'next') ? now.year + 1 : now.year, wanted, 'published')
  if (which === 'this') return inMonth(now.year, wanted, 'published')
  const isLast = which !== '' && wanted === now.month
  return inMonth(wanted > now.month || isLast ? now.year - 1 : now.year, wanted, 'published')
}

/** Days before which each week of a month ends; the last week is its last seven days. */
const WEEKS: Readonly<Record<string, number>> = { first: 1, second: 8, third: 15, fourth: 22 }

export const weekOfMonth = defineRule({
  id: 'week-of-month',
  why: 'The first week of a month is its first seven days, the last its last seven.',
  needs: 'month',
  match: words`(?:the )?(?<nth>first|second|third|fourth|last|final) week (?:of|in) (?<month>${MONTH})(?:,? (?<year>${YEAR}))?(?! \d)`,
  emit: (g, at) => {
    const wanted = monthNumber(g['month'] ?? ''), m = g['year'] === undefined ? nearestMonth(g, at) : inMonth(Number(g['year']), wanted, 'absolute')
    if (m.first === null || m.last === null) return null
    const start = WEEKS[(g['nth'] ?? '').toLowerCase()], first = start === undefined ? m.last - 6 : m.first + start - 1
    return covering(m, first, first + 6)
  },
  examples: [
    { text: 'In [the last week of November] they blocked the road', value: '2023-11', edtf: '2023-11-24/2023-11-30' },
    { text: 'a convoy is to leave in [the first week of March]', value: '2024-03', edtf: '2024-03-01/2024-03-07' },
    { text: 'attacked in [the second week of May 2021]', value: '2021-05', edtf: '2021-05-08/2021-05-14' },
  ],
  counterexamples: ['the first week of fighting', 'the last week'],
})

export const partOfYear = defineRule({
  id: 'part-of-year',
  why: 'Early, mid or late in a year.',
  needs: 'digit',
  match: words`${PART}${JOIN}(?<year>${YEAR})(?! ?(?:%|percent|people|troops|soldiers|men))`,
  emit: g => parted(g, inYear(Number(g['year']), 'absolute')),
  examples: [
    { text: 'war since [early 2011] when', value: '2011', mod: 'START', edtf: '2011/..' },
    { text: 'divided since [mid-2012]', value: '2012', mod: 'MID', edtf: '2012-06/..' },
    { text: 'by [the end of 2015]', value: '2015', mod: 'END' },
  ],
  counterexamples: ['An early 2012 men'],
})

export const monthRules = [monthYear, monthOfYear, weekOfMonth, month, partOfYear]

function parted(g: Groups, m: Meaning): Meaning {
  if (g['start'] !== undefined) return partOf(m, 'START')
  if (g['mid'] !== undefined) return partOf(m, 'MID')
  return g['end'] !== undefined ? partOf(m, 'END') : m
}
