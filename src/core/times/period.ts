/** Rules for years, decades, centuries, quarters, halves and seasons. */
import { addMonths, dayOf, partsOf } from './calendar.ts'
import { covering, inCentury, inDecade, inHalf, inQuarter, inSeason, inYear, type Meaning, withMod } from './meaning.ts'
import type { Reading } from './reading.ts'
import { defineRule, type Groups, words } from './rule.ts'
import { APOSTROPHE, JOIN, ordinalNumber, SEASON, seasonCode, YEAR } from './words.ts'

const COUNTED = String.raw`(?!\s?(?:%|percent\b|per\scent\b|million\b|billion\b|hours?\b|hrs\b|local\s|GMT\b|UTC\b|km\b|kilomet|met(?:er|re)s\b|miles?\b|feet\b|tons?\b|tonnes\b|pounds?\b|(?:US|U\.S\.)\s?dollars?\b|dollars?\b|euros\b|rounds\b|pm\b|am\b)|-(?:strong|man|member|odd|pound|meter|metre|foot|mile|km|seat)|-[a-z](?![a-z])|\.\d|,\d|:\d)`

export const year = defineRule({
  id: 'year',
  why: 'Four figures in a place where a year can stand, and that count nothing.',
  needs: 'digit',
  match: words`(?:(?:fiscal(?: year)?|the year|calendar) )?(?<![\d.,:$€£#\/]|\b(?:No\.|flight|unit|resolution|battalion|brigade|route|highway|article|room|boeing) )(?<year>1[0-9]\d\d|20\d\d)(?!\d|${APOSTROPHE}?s\b|-(?:0[1-9]|1[0-2])-[A-Z]{1,4}[-–]\d)${COUNTED}`,
  emit: (g, at) => (isYear(Number(g['year']), at) ? inYear(Number(g['year']), 'absolute') : null),
  examples: [
    { text: 'An attack in [2020] killed 25', value: '2020', edtf: '2020' },
    { text: 'the [1991] Gulf War', value: '1991' },
    { text: 'the mastermind of the [2018] attack', value: '2018' },
    { text: 'a ceasefire (in force since [2003])', value: '2003', edtf: '2003/..' },
    { text: 'from [2003] to 2005', value: '2003', edtf: '2003/2005' },
  ],
  counterexamples: ['some 2000 fighters', 'killed 1500 people', 'of the 1500 dead', 'of the 1500 prisoners', '2000 troops arrived', '$1999 was paid', '1,900 men', 'about 2010 houses', 'Unit 1984-B fired.', 'Unit 1984 fired.', 'under Resolution 1701, they left', 'the 1984-B rifle', 'Release 2011-01-S-115'],
})

const YEAR_LEAD = /\b(?:in|since|of|from|by|until|till|to|during|before|after|through|and|or|between|around|circa|early|late|mid|year|summer|winter|spring|autumn|fall|the|a|its|their|his|s|back in|for|on|as|[A-Z][a-z]+)[\s-]*$|[-–—(,/]\s*$|^\W*$/
const COUNT_LEAD = /\b(?:some|about|around|nearly|over|more than|less than|at least|than|almost|up to|approximately|killed|wounded|injured|arrested|least|only|estimated)\s+$/i
const COUNTED_NOUN = /^\s+(?:(?!(?:as|was|has|is|his|its|this|us|attacks|elections|protests|wars|events|talks|sanctions|presidential)\b)(?:[a-z-]+\s+)?[a-z]{2,}s\b|people\b|men\b|women\b|children\b|police\b|troops\b|personnel\b)/

/** "Of the 1500 dead", but "of the 2018 attack". */
const OF_MANY = /^\s+(?:dead|killed|wounded|injured|missing|detained|arrested|[a-z-]+ (?:dead|people|troops))\b/

function isYear(value: number, at: Reading): boolean {
  const counted = COUNTED_NOUN.test(at.after)
  const strong = /\b(?:in|since|by|until|during|early|late|year|fiscal|from)[\s-]*$/i.test(at.before) || /^(?:fiscal|the)/i.test(at.words)
  if (value < 1600 || value > 2099) return strong && !counted && value < 2100
  if (COUNT_LEAD.test(at.before) && !/^\s*(?:[.,;)]|$)/.test(at.after)) return false
  if (/\bof the\s+$/i.test(at.before) && OF_MANY.test(at.after)) return false
  if (counted) return strong && !/^\s+(?:people|men|women|children|troops)\b/.test(at.after)
  return strong || YEAR_LEAD.test(at.before) || /^\s*(?:[.,;:)\]–-]|['’]s|$)/.test(at.after) || /^\s+[A-Z]/.test(at.after) || !at.cased
}

export const yearRange = defineRule({
  id: 'short-year-range',
  why: 'A second year of two figures, later than the first: "2010-11"; a month number is never later than the year.',
  needs: 'digit',
  match: words`(?<![\d.,:$€£#\/-])(?<first>(?:1[6-9]|20)\d\d)[-\/–](?<second>\d\d)(?![\d\/–-]|\.\d|,\d|%)`,
  emit: g => {
    const [first, second] = [Number(g['first']), Number(g['second'])]
    const last = Math.floor(first / 100) * 100 + second
    return last <= first || last - first > 60 ? null : { ...covering(inYear(first, 'absolute'), dayOf(first, 1, 1), dayOf(last, 12, 31)), edtf: `${first}/${last}` }
  },
  examples: [{ text: 'the [2010-11] uprising', value: '2010', edtf: '2010/2011' }, { text: 'the war of [1980–88]', value: '1980', edtf: '1980/1988' }],
  counterexamples: ['In 2015-02 it was', 'score 2010-112'],
})

const DECADES: Readonly<Record<string, number>> = { twenties: 2, thirties: 3, forties: 4, fifties: 5, sixties: 6, seventies: 7, eighties: 8, nineties: 9 }

export const decade = defineRule({
  id: 'decade',
  why: 'The tens of a century; two figures or a word mean the twentieth.',
  needs: 'word',
  match: words`(?:the )?(?:(?<start>early|beginning of the)${JOIN}|(?<mid>mid|middle of the)${JOIN}|(?<end>late|end of the)${JOIN})?(?:(?<full>1[0-9]\d0|20\d0)${APOSTROPHE}?s|${APOSTROPHE}(?<short>\d0)s|(?<!\b(?:his|her|their|in|into|mid|early|late)\s)(?<=the\s(?:early\s|mid-?\s?|late\s)?)(?<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))`,
  emit: g => {
    const tens = g['full'] !== undefined ? Number(g['full']) / 10 : 190 + (g['short'] !== undefined ? Number(g['short']) / 10 : DECADES[(g['word'] ?? '').toLowerCase()] ?? 0)
    return withMod(inDecade(tens, 'absolute'), g['start'] !== undefined ? 'START' : g['mid'] !== undefined ? 'MID' : g['end'] !== undefined ? 'END' : null)
  },
  examples: [{ text: 'in [the 1980s]', value: '198', edtf: '198X' }, { text: 'during [the early 1990s]', value: '199', mod: 'START' }, { text: "since [the '70s]", value: '197' }],
  counterexamples: ['a man in his fifties', 'the 1985s'],
})

const CENTURIES = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth', 'twentieth', 'twenty-first']

export const century = defineRule({
  id: 'century',
  why: 'The nth century holds the years whose hundreds are n minus one.',
  needs: 'unit',
  match: words`(?:the )?(?:(?:early|mid|late)${JOIN})?(?<nth>\d{1,2}(?:st|nd|rd|th)|${CENTURIES.join('|')})${JOIN}century`,
  emit: g => {
    const word = (g['nth'] ?? '').toLowerCase()
    const n = CENTURIES.indexOf(word) >= 0 ? CENTURIES.indexOf(word) + 1 : Number.parseInt(word, 10)
    return n < 1 || n > 21 ? null : { ...inCentury(n - 1, 'absolute'), value: String(n - 1).padStart(2, '0') }
  },
  examples: [{ text: 'in [the 20th century]', value: '19', edtf: '19XX' }, { text: '[the nineteenth century]', value: '18' }],
  counterexamples: ['the last century'],
})

const QUARTER_YEAR = String.raw`(?:(?:,?\s(?:of\s)?(?:fiscal\s)?(?<year>${YEAR}))|\sof\s(?<which>last|this|next|the)\syear)?`

export const quarter = defineRule({
  id: 'quarter',
  why: 'Quarters of a year; without one, the latest that has begun.',
  needs: 'word',
  match: words`(?:the )?(?:(?<before>${YEAR})${APOSTROPHE}?s? )?(?:fiscal )?(?:(?<nth>first|second|third|fourth|1st|2nd|3rd|4th)${JOIN}quarter|Q(?<q>[1-4]))${QUARTER_YEAR}(?! of the (?:game|match|season))`,
  emit: (g, at) => {
    const n = g['q'] !== undefined ? Number(g['q']) : ordinalNumber(g['nth'] ?? '')
    const now = partsOf(at.today)
    const said = g['year'] ?? g['before']
    if (said !== undefined) return inQuarter(Number(said), n, 'absolute')
    if (g['which'] !== undefined) return inQuarter(now.year + (/last/i.test(g['which']) ? -1 : /next/i.test(g['which']) ? 1 : 0), n, 'published')
    return inQuarter(n > Math.ceil(now.month / 3) && at.direction() !== 'future' ? now.year - 1 : now.year, n, 'published')
  },
  examples: [{ text: 'in [the third quarter of 2014]', value: '2014-Q3' }, { text: 'in [Q1 2024]', value: '2024-Q1' }, { text: 'in [the fourth quarter]', value: '2023-Q4' }],
  counterexamples: ['the third quarter of the game', 'a quarter of the men'],
})

export const halfYear = defineRule({
  id: 'half-year',
  why: 'Halves of a year.',
  needs: 'unit',
  match: words`(?:the )?(?<nth>first|second|latter|other)${JOIN}half of (?:(?<year>${YEAR})|(?<which>the|this|last|next) year)`,
  emit: (g, at) => {
    const shift = /last/i.test(g['which'] ?? '') ? -1 : /next/i.test(g['which'] ?? '') ? 1 : 0
    const base = g['year'] !== undefined ? Number(g['year']) : partsOf(at.today).year + shift
    return inHalf(base, /first/i.test(g['nth'] ?? '') ? 1 : 2, g['year'] !== undefined ? 'absolute' : 'published')
  },
  examples: [{ text: 'in [the first half of 2015]', value: '2015-H1', edtf: '2015-40' }],
  counterexamples: ['the first half of the game'],
})

export const season = defineRule({
  id: 'season',
  why: 'Seasons with a year, or the latest one; "fall" and "spring" need a word that makes them seasons.',
  needs: 'word',
  match: words`(?:(?<part>early|mid|late)${JOIN})?(?:(?<which>last|next|this|this past|this coming|the past|the coming|that|the following) )?(?:the )?(?:(?<part2>early|mid|late)${JOIN})?(?<season>${SEASON})(?:(?: of|,)? (?<year>${YEAR})|,? (?:of )?(?<rel>last|next|this) year)?(?!['’]?s? (?:offensive|apart|short|back|of |to |under|victim|from))`,
  emit: (g, at) => seasonMeant(g, at),
  examples: [
    { text: 'since [spring 2015]', value: '2015-SP', edtf: '2015-03-01/..' },
    { text: 'attacks over [the summer]', value: '2023-SU', edtf: '2023-22' },
    { text: '[last summer]', value: '2023-SU' },
    { text: 'in [the winter of 2014]', value: '2014-WI' },
  ],
  counterexamples: ['the fall of Aleppo', 'water from a spring', 'they fall back', 'the Arab Spring'],
})

function seasonMeant(g: Groups, at: Reading): Meaning | null {
  const code = seasonCode(g['season'] ?? '')
  const part = (g['part'] ?? g['part2'] ?? '').toLowerCase()
  const parted = (m: Meaning): Meaning => (part === '' ? m : withMod(m, part === 'early' ? 'START' : part === 'late' ? 'END' : 'MID'))
  if (g['year'] !== undefined) return parted(inSeason(Number(g['year']), code, 'absolute'))
  const now = partsOf(at.today)
  if (g['rel'] !== undefined) return parted(inSeason(now.year + (/last/i.test(g['rel']) ? -1 : /next/i.test(g['rel']) ? 1 : 0), code, 'published'))
  const which = (g['which'] ?? '').toLowerCase()
  const led = which !== '' || /\b(?:in|over|during|since|until|by|this|through|throughout)\s+$/i.test(at.before)
  if (!led || (at.cased && /^[A-Z]/.test(g['season'] ?? ''))) return null
  if (which === '' && /^(?:fall|spring)$/i.test(g['season'] ?? '') && !/^the\s/i.test(at.words)) return null
  return parted(nearestSeason(code, which, at))
}

function nearestSeason(code: 'SP' | 'SU' | 'FA' | 'WI', which: string, at: Reading): Meaning {
  const { year: now, month } = partsOf(at.today)
  const start = { SP: 3, SU: 6, FA: 9, WI: 12 }[code]
  const begun = addMonths(now, month, -(start - 1)).year
  const ahead = /next|coming/.test(which) || (which === '' && at.direction() === 'future')
  const isNow = inSeason(begun, code, 'published')
  if (ahead) return inSeason(begun + 1, code, 'published')
  return which === 'last' && isNow.last !== null && isNow.last >= at.today ? inSeason(begun - 1, code, 'published') : isNow
}

export const periodRules = [yearRange, year, decade, century, quarter, halfYear, season]
