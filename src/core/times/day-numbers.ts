/** Rules for days named by their number where the month is told in words or not at all: "the fifth of June", "the 3rd of last month", "on the 14th". */
import { dated, isMonth, yearless } from './absolute.ts'
import { addMonths, exists, partsOf } from './calendar.ts'
import type { Meaning } from './meaning.ts'
import type { Reading } from './reading.ts'
import { defineRule, words } from './rule.ts'
import { DAY_WORD, MONTH, ordinalNumber, YEAR } from './words.ts'

const DAY_NUMBER = String.raw`(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)`

/** Days that no list of things reaches by their number: "on the twenty-fifth". */
const LATE_DAY = String.raw`twent(?:y[-\s](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|ieth)|thirt(?:y[-\s]first|ieth)|(?:thir|four|fif|six|seven|eigh|nine)teenth`

export const spelledDay = defineRule({
  id: 'spelled-day',
  why: 'As day-month, with the day spelled out.',
  needs: 'month',
  match: words`(?:the )?(?<day>${DAY_WORD}) (?:day )?of (?<month>${MONTH})(?:(?: ?, ?| )(?<year>${YEAR}))?`,
  emit: (g, at) => (isMonth(g['month'] ?? '', at) ? yearless({ ...g, day: String(ordinalNumber(g['day'] ?? '')) }, at) : null),
  examples: [
    { text: 'The garrison fell on [the fifth of January].', value: '2024-01-05' },
    { text: 'On [the twenty-first of June 2011] shells hit the port.', value: '2011-06-21' },
    { text: 'On [the thirtieth of December] the truce ended.', value: '2023-12-30' },
  ],
  counterexamples: ['the first of many', 'On the fortieth of May'],
})

export const dayOfToldMonth = defineRule({
  id: 'day-of-told-month',
  why: 'A day by its number in this month, the last, or the one last spoken of; "instant" and "ultimo" are their old names.',
  needs: 'word',
  match: words`(?:the )?(?<day>${DAY_NUMBER}|${DAY_WORD}) (?:(?:day )?of (?<which>this|last|next|the same|that|the previous|the following|the current|the present|the) month|(?<old>inst(?:ant)?\b|ult(?:imo)?\b))`,
  emit: (g, at) => {
    const which = (g['which'] ?? '').toLowerCase().replace(/\s+/g, ' '), old = (g['old'] ?? '').toLowerCase()
    const shift = which === 'last' || old.startsWith('ult') ? -1 : which === 'next' ? 1 : 0
    if (/^(?:the same|that|the previous|the following)$/.test(which)) return inMonthSpokenOf(which, ordinalNumber(g['day'] ?? ''), at)
    return inMonthFrom(at.today, shift, ordinalNumber(g['day'] ?? ''), 'published')
  },
  examples: [
    { text: 'On [the 3rd of last month] two men were taken.', value: '2023-12-03' },
    { text: 'He was shot on [the 14th of this month].', value: '2024-01-14' },
    { text: 'The court sat on [the first of this month].', value: '2024-01-01' },
    { text: 'Your letter of [the 9th instant] was read.', value: '2024-01-09' },
    { text: 'They marched on 3 May 2011. On [the 20th of the same month] troops fired.', value: '2011-05-20' },
  ],
  counterexamples: ['the third of the four', 'the 31st of the men', 'the 9th instance'],
})

export const bareDay = defineRule({
  id: 'bare-day',
  why: '"On the 14th" and nothing more is the latest such day not after the report, or of the month last spoken of.',
  needs: 'word',
  after: 'others',
  match: words`(?<=\b(?:on|(?:morning|afternoon|evening|night|hours) of) )the (?<day>${DAY_NUMBER}|${LATE_DAY})(?=\s{0,3}(?:[.,;:)]|$)|\s(?:and|but|when|while|near|at|by|to|in|from|with|after|before|they|he|she)\b)`,
  emit: (g, at) => {
    const day = ordinalNumber(g['day'] ?? ''), spoken = at.previous('month')
    if (spoken?.first != null && spoken.first <= at.today) {
      const { year, month } = partsOf(spoken.first), found = dated(year, month, day, 'expression')
      if (found?.first != null && found.first <= at.today) return found
    }
    return inMonthFrom(at.today, day <= partsOf(at.today).day ? 0 : -1, day, 'published')
  },
  examples: [
    { text: 'The column left on [the 14th], he said.', value: '2024-01-14' },
    { text: 'The column left on [the 28th], he said.', value: '2023-12-28' },
    { text: 'They took a nurse on [the 6th] to tend their wounded.', value: '2024-01-06' },
    { text: 'He was let go on [the twenty-eighth].', value: '2023-12-28' },
    { text: 'They fought on 3 May 2011. A truce was signed on [the 20th].', value: '2011-05-20' },
  ],
  counterexamples: ['on the 14th floor', 'the 14th, he said', 'on the 35th.', 'fired on the nineteenth floor', 'He fell on the twenty men.'],
})

export const dayNumberRules = [spelledDay, dayOfToldMonth, bareDay]

function inMonthFrom(from: number, shift: number, day: number, anchor: 'published' | 'expression'): Meaning | null {
  const { year, month } = partsOf(from), to = addMonths(year, month, shift)
  return exists(to.year, to.month, day) ? dated(to.year, to.month, day, anchor) : null
}

function inMonthSpokenOf(which: string, day: number, at: Reading): Meaning | null {
  const spoken = at.previous('month')?.first ?? null
  return spoken === null ? null : inMonthFrom(spoken, which === 'the previous' ? -1 : which === 'the following' ? 1 : 0, day, 'expression')
}
