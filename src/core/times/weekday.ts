/** Rules for weekdays, weekends and nights named by them. */
import { type Day, latestWeekday, mondayOf, nextWeekday, partsOf } from './calendar.ts'
import { acrossDays, atTime, onDay, onWeekend, withMod } from './meaning.ts'
import type { Reading } from './reading.ts'
import { defineRule, type Groups, words } from './rule.ts'
import { DASH, DAY, MONTH, NUMBER, numberOf, PART_OF_DAY, partCode, WEEKDAY_NAME, weekdayNumber } from './words.ts'

const NO_PAPER = String.raw`(?!\s(?:Times|Telegraph|Mirror|Mail|Herald|Post|Express|Review|Observer|Tribune|Sun|World|Night\sLive|schools?)\b)`
/** "Friday 8 November", "Friday, June 7": the day has a number, which says more. */
const NO_NUMBER = String.raw`(?!\s?,?\s(?:the\s)?(?:${DAY}(?:\sof)?\s${MONTH}|${MONTH}\s(?:the\s)?${DAY}))`
const NO_FEAST = String.raw`(?<!\b(?:Black|Bloody|Ash|Palm|Holy|Super|Cyber|Sheffield|Man|Girl)\s)`
/** A weekday in full, or abbreviated with its stop after a word that leads dates. */
const NAME = String.raw`(?:${WEEKDAY_NAME}|(?<=\b(?:on|last|next|this|until|since|early|late|by|and)\s)(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\.)`
const START = String.raw`(?<start>(?:very\s)?early(?:\s(?:on|in))?|(?:in\s)?the\s(?:early|first|small|predawn|pre-dawn)\shours\sof(?:\sthe\smorning\s(?:of|on))?|the\searly\s(?=${PART_OF_DAY}\sof)|earlier(?:\son)?)`
const END = String.raw`(?<end>late(?:\s(?:on|in))?|the\slate\shours\sof|later(?:\son)?)`

export const weekday = defineRule({
  id: 'weekday',
  why: 'A weekday is the latest one not after the report, the next one where the words look ahead.',
  needs: 'weekday',
  match: words`(?:(?:${START}|${END}) )?(?:the (?<of>${PART_OF_DAY}) of )?(?:(?<which>last|next|this past|this coming|this|past|the coming) )?${NO_FEAST}(?<name>${NAME})${NO_PAPER}${NO_NUMBER}(?: (?<trail>before last|last|next)(?! ?(?:week|month|year))| ?, ?(?:of )?(?<weekAfter>last|next|this) week| (?:of )?(?<week>last|next|this) week)?(?:,? (?:(?<late>late|early) )?(?:at |in the )?(?<part>${PART_OF_DAY})(?! of))?(?: ?\((?<date>[0-3]?\d)\)| (?<dayOf>[0-3]?\d)\/(?:0?[1-9]|1[0-2])(?![\/\d]))?`,
  emit: (g, at) => {
    const found = weekdayMeant(g, at)
    const code = g['part'] ?? g['of']
    const base = code === undefined ? onDay(found, 'published') : atTime(found, partCode(code), 'published')
    return withMod(isEarlyHours(g) ? atTime(found, 'TMO', 'published') : base, g['start'] !== undefined || /early/i.test(g['late'] ?? '') ? 'START' : g['end'] !== undefined || g['late'] !== undefined ? 'END' : null)
  },
  examples: [
    { text: 'Nine bodies were found in the 24 hours to [Friday morning].', value: '2024-01-19TMO', edtf: '2024-01-18/2024-01-19' },
    { text: 'Rebels attacked on [Tuesday].', value: '2024-01-16', type: 'DATE', edtf: '2024-01-16' },
    { text: 'Five were killed on [Saturday].', value: '2024-01-20' },
    { text: 'The talks will start on [Tuesday].', value: '2024-01-23' },
    { text: 'The curfew stays until [Monday].', value: '2024-01-22', edtf: '../2024-01-22' },
    { text: '[Last Saturday] a bomb went off.', value: '2024-01-13' },
    { text: 'shot on the [Tuesday before last]', value: '2024-01-09' },
    { text: 'He arrives [next Monday].', value: '2024-01-22' },
    { text: 'struck on [Sunday night]', value: '2024-01-14TNI', type: 'TIME', edtf: '2024-01-14' },
    { text: 'he said [late on Monday]', value: '2024-01-15', mod: 'END' },
    { text: 'in [the early hours of Saturday morning]', value: '2024-01-20TMO', mod: 'START' },
    { text: 'the verdict [late on Monday (15)]', value: '2024-01-15' },
    { text: 'Four were shot on [Saturday 13/01].', value: '2024-01-13' },
    { text: 'on [Friday last week]', value: '2024-01-12' },
    { text: 'a suicide bomber [last Tuesday] killed', value: '2024-01-16' },
    { text: "[Wednesday]'s march", value: '2024-01-17' },
    { text: 'THE ATTACK ON [MONDAY] FAILED', value: '2024-01-15' },
    { text: 'It is to be recalled that on [Tuesday] a raid failed.', value: '2024-01-16' },
    { text: 'The union announced a strike in the capital for [Thursday].', value: '2024-01-25' },
    { text: 'The union has announced a shutdown of the port from [Thursday] to Sunday.', value: '2024-01-25', edtf: '2024-01-25/2024-01-28' },
    { text: 'The rebels have announced an "armed strike" from [Thursday] to Sunday.', value: '2024-01-25', edtf: '2024-01-25/2024-01-28' },
    { text: 'The union announced a two-day strike, [Thursday] and Friday.', value: '2024-01-25' },
    { text: 'The party directed its members to join an open-ended strike from [Monday].', value: '2024-01-22' },
    { text: 'Nurses called off their strike, and on [Monday] they worked.', value: '2024-01-15' },
    { text: 'By noon on [Thursday] some 200 people had gathered.', value: '2024-01-18' },
    { text: 'The army extended the curfew through [Tuesday].', value: '2024-01-23' },
    { text: 'Gunfire went on through [Tuesday].', value: '2024-01-16' },
    { text: 'The mayor imposed a curfew from [Thursday] to Friday.', value: '2024-01-18', edtf: '2024-01-18/2024-01-19' },
    { text: 'The party summoned its followers to a general strike [Thursday].', value: '2024-01-25' },
    { text: 'It will be recalled that on [Tuesday] a raid failed.', value: '2024-01-16' },
    { text: 'Soldiers held an exercise for three days from [Thursday].', value: '2024-01-18' },
    { text: 'A shell fell on the queue for drinking water on [Thursday].', value: '2024-01-18' },
    { text: 'Troops killed a chief, who planned attacks, during a raid in the province [Tuesday].', value: '2024-01-16' },
    { text: 'Soldiers held ten men during four operations aimed at capturing leaders in the east [Tuesday].', value: '2024-01-16' },
    { text: 'By [Tuesday] most of the villages had been retaken.', value: '2024-01-16' },
    { text: 'Drones set alight a fuel depot at the port on [Thursday].', value: '2024-01-18' },
    { text: 'The country said [Tuesday] it would pull its trainers out.', value: '2024-01-16' },
    { text: 'The colonel, who until [Thursday] had denied the raid, resigned.', value: '2024-01-18' },
    { text: 'A farmer who would not pay was dragged from his house near the town on [Tuesday].', value: '2024-01-16' },
    { text: 'By [Friday] the rebels had won back every hamlet that the army overran when the week began.', value: '2024-01-19' },
    { text: 'Troops of the mission, who are due to leave by July, were ambushed on [Friday].', value: '2024-01-19' },
    { text: "The toll from [Monday]'s bombing climbed to 31.", value: '2024-01-15' },
    { text: 'The union called a stoppage for [Tuesday] and Wednesday.', value: '2024-01-23', edtf: '2024-01-23/2024-01-24' },
    { text: 'They rested on [Tuesday] and Wednesday.', value: '2024-01-16', edtf: '2024-01-16/2024-01-17' },
    { text: 'The militia calls the shelling an answer to the raid on the depot on [Thursday].', value: '2024-01-18' },
  ],
  counterexamples: ['the Sunday Times said', 'on Bloody Sunday', 'he sat in the sun.'],
})

const isEarlyHours = (g: Groups): boolean => /hours/i.test(g['start'] ?? '') && g['part'] === undefined

function weekdayMeant(g: Groups, at: Reading): Day {
  const number = weekdayNumber(g['name'] ?? '')
  const found = weekdayFor(number, (g['which'] ?? g['trail'] ?? '').toLowerCase(), (g['week'] ?? g['weekAfter'] ?? '').toLowerCase(), at)
  const date = Number(g['date'] ?? g['dayOf'] ?? Number.NaN)
  return [found, found - 7, found + 7].find(day => partsOf(day).day === date) ?? found
}

function weekdayFor(number: number, which: string, week: string, at: Reading): Day {
  if (week !== '') return mondayOf(at.today) + number + (week === 'last' ? -7 : week === 'next' ? 7 : 0)
  const latest = latestWeekday(at.today, number)
  if (/before/.test(which)) return latest === at.today ? latest - 14 : latest - 7
  if (/last|past/.test(which)) return latest === at.today ? latest - 7 : latest
  if (/next|coming/.test(which)) return nextWeekday(at.today, number)
  const ahead = at.direction() === 'future' || (which === 'this' && at.direction() !== 'past')
  return ahead && latest !== at.today ? nextWeekday(at.today, number) : latest
}

export const weekend = defineRule({
  id: 'weekend',
  why: 'A weekend is the Saturday and Sunday that began last, the next ones where the words look ahead.',
  needs: 'unit',
  match: words`(?:(?<start>early|earlier)|(?<end>late|later))? ?(?:(?<which>last|next|this past|this coming|this|past|the coming|the past|the last|the) (?:long |holiday )?)weekend(?! of | box)`,
  emit: (g, at) => onWeekend(weekendMeant((g['which'] ?? '').toLowerCase(), at), 'published'),
  examples: [
    { text: 'Some 90 villagers died over [the weekend]', value: '2024-W02-WE', edtf: '2024-01-13/2024-01-14', published: '2024-01-16' },
    { text: 'The vote will be held [this weekend].', value: '2024-W03-WE', published: '2024-01-18' },
    { text: 'shelled [last weekend]', value: '2024-W02-WE', edtf: '2024-01-13/2024-01-14' },
  ],
  counterexamples: ['weekend warriors'],
})

function weekendMeant(which: string, at: Reading): Day {
  const monday = mondayOf(at.today)
  const isWeekend = at.today - monday >= 5
  if (/last|past/.test(which)) return monday - 7
  if (/next|coming/.test(which)) return isWeekend || which === 'next' && at.today - monday >= 3 ? monday + 7 : monday
  if (isWeekend || at.direction() === 'future') return monday
  return which === 'this' && at.direction() !== 'past' && at.today - monday >= 2 ? monday : monday - 7
}

export const overnight = defineRule({
  id: 'overnight',
  why: 'A night spans two days: the named day and the next, or the two around the report.',
  needs: 'part',
  match: words`overnight(?:(?<into> (?:in)?to)(?: early)? (?<second>${WEEKDAY_NAME})| (?<link>on |from |between )?(?<first>${WEEKDAY_NAME})(?: night)?(?: ?(?:to|into|and|${DASH}|\/) ?(?<next>${WEEKDAY_NAME}))?)?(?! (?:pair|low|lows|high|highs|stay|success|sensation|flight|train|bus|guest|camp))`,
  emit: (g, at) => {
    const first = nightBegins(g, at)
    return acrossDays('TIME', `${onDay(first, 'published').value}TNI`, first, first + 1, 'published')
  },
  examples: [
    { text: 'Airstrikes were carried out [overnight] in Aleppo', value: '2024-01-19TNI', type: 'TIME', edtf: '2024-01-19/2024-01-20' },
    { text: '[Overnight into Friday] air defences', value: '2024-01-18TNI', edtf: '2024-01-18/2024-01-19' },
    { text: 'shelled [overnight Monday]', value: '2024-01-15TNI', edtf: '2024-01-15/2024-01-16' },
    { text: 'died [overnight on Saturday]', value: '2024-01-19TNI', edtf: '2024-01-19/2024-01-20' },
  ],
  counterexamples: ['an overnight success'],
})

function nightBegins(g: Groups, at: Reading): Day {
  if (g['second'] !== undefined) return latestWeekday(at.today, weekdayNumber(g['second'])) - 1
  if (g['first'] === undefined) return at.today - 1
  const named = latestWeekday(at.today, weekdayNumber(g['first']))
  return named === at.today && g['next'] === undefined ? named - 1 : named
}

export const weekdaysAgo = defineRule({
  id: 'weekdays-ago',
  why: 'So many Saturdays ago: the latest one before the report is one.',
  needs: 'weekday',
  match: words`(?<count>${NUMBER}) (?<name>${WEEKDAY_NAME})s ago`,
  emit: (g, at) => onDay(latestWeekday(at.today - 1, weekdayNumber(g['name'] ?? '')) - 7 * (numberOf(g['count'] ?? '') - 1), 'published'),
  examples: [{ text: 'He vanished [two Tuesdays ago].', value: '2024-01-09' }],
  counterexamples: ['two Tuesdays in a row'],
})

export const weekdayRules = [weekday, weekend, overnight, weekdaysAgo]
