/** Rules for times of day; the day comes from the words beside them. */
import { type Meaning, onClock, withMod } from './meaning.ts'
import type { Reading } from './reading.ts'
import { defineRule, words } from './rule.ts'
import { numberOf, partCode, WEEKDAY_NAME } from './words.ts'

const ZONE = String.raw`(?:\s?(?:GMT|UTC|Z|BST|CET|CEST|EET|EEST|EST|EDT|ET|CST|CDT|CT|MST|MDT|PST|PDT|PT|MSK|IST|PKT|AEST|JST|Moscow\stime|local\stime|local))?`
const HOURS = String.raw`(?:\s?(?:hours|hrs|hr|h)\b)`
const ROUGH = String.raw`(?:(?:about|around|approximately|roughly|shortly\safter|shortly\sbefore|just\safter|just\sbefore)\s)?`
const LEAD = /\b(?:at|around|about|by|until|till|from|between|to|and|since|before|after|approximately|near|on|,|@)\s*(?:\(\s*)?$|[-–,(|@]\s*$/i
const pad = (n: number): string => String(n).padStart(2, '0')

export const twelveHour = defineRule({
  id: 'twelve-hour-clock',
  why: 'Hours with a.m. or p.m.',
  needs: 'digit',
  match: words`${ROUGH}(?<![\d:.$])(?<hour>1[0-2]|0?[1-9])(?:[:.](?<minute>[0-5]\d))?(?::[0-5]\d)? ?(?<half>[ap])\.? ?m\b\.?(?!-(?!noon|midnight|midday|dawn|dusk)[a-z])${ZONE}`,
  emit: g => onClock(`T${pad((Number(g['hour']) % 12) + (/p/i.test(g['half'] ?? '') ? 12 : 0))}:${g['minute'] ?? '00'}`),
  examples: [
    { text: 'at [3 p.m.] on Tuesday', value: '2024-01-16T15:00', type: 'TIME', edtf: '2024-01-16' },
    { text: 'at [about 2.30am] today', value: '2024-01-20T02:30' },
    { text: 'at [10:30 a.m. Monday]', value: '2024-01-15T10:30' },
  ],
  counterexamples: ['13 pm', '5 am-type guns'],
})

export const twentyFourHour = defineRule({
  id: 'twenty-four-hour-clock',
  why: 'Hours and minutes with a colon, or with a point and a zone.',
  needs: 'digit',
  match: words`${ROUGH}(?<![\d:.$\/])(?<hour>[01]?\d|2[0-4])(?:(?<colon>:)|[.h](?=[0-5]\d\s?(?:GMT|UTC|BST|CET|hours|hrs|local)))(?<minute>[0-5]\d)(?::[0-5]\d)?(?!:?\d|\.\d|%)${HOURS}?${ZONE}`,
  emit: (g, at) => (isClock(g['hour'] ?? '', at) ? onClock(`T${pad(Number(g['hour']))}:${g['minute'] ?? '00'}`) : null),
  examples: [
    { text: 'A mine exploded at [about 19:40 local time] on Tuesday', value: '2024-01-16T19:40' },
    { text: 'at about 10:30 local time ([07:30 GMT])', value: '2024-01-20T07:30' },
    { text: 'on Monday at [04:00]', value: '2024-01-15T04:00' },
  ],
  counterexamples: ['a ratio of 3:15 rose', 'John 3:16 says', 'in 1:02:33.5'],
})

const isClock = (hour: string, at: Reading): boolean => hour.length === 2 || LEAD.test(at.before) || /(?:GMT|UTC|time|hours|hrs|local|[A-Z]{2,3}T)$/.test(at.words)

export const militaryHour = defineRule({
  id: 'military-hour',
  why: 'Four figures with a zone or "hours", or after "at" before a day.',
  needs: 'digit',
  match: words`${ROUGH}(?<![\d:.$,])(?<hour>[01]\d|2[0-4])(?<minute>[0-5]\d)(?:${HOURS}${ZONE}| ?(?:GMT|UTC|Z|BST|CET|EST|EDT|IST|MSK|local time|local(?=\s?[^\s\w]|\s*$|\s(?:on|in|at|and|as|when|today|yesterday|last|this|${WEEKDAY_NAME})\b))|(?<bare>(?= (?:today|yesterday|tonight|last|this|on|gmt)\b|\s?\()))`,
  emit: (g, at) => (g['bare'] !== undefined && !/\b(?:at|around|about|by|since|until|from|before|after|approximately)\s+$/i.test(at.before) && !/^(?:about|around|approx)/i.test(at.words) ? null : onClock(`T${g['hour']}:${g['minute']}`)),
  examples: [
    { text: 'from [0700 GMT] Tuesday', value: '2024-01-16T07:00' },
    { text: 'AT [ABOUT 2030] LAST NIGHT', value: '2024-01-19T20:30' },
    { text: 'at [1930 hours] on 5 May', value: '2023-05-05T19:30' },
    { text: 'at [1930 local] on Tuesday', value: '2024-01-16T19:30' },
  ],
  counterexamples: ['in 2010 on the border', '2000 local fighters'],
})

export const spokenHour = defineRule({
  id: 'spoken-hour',
  why: 'Hours in words.',
  needs: 'word',
  match: words`(?<hour>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1[0-2]|[1-9]) ?o['’]clock(?: in the (?<part>morning|afternoon|evening)| at (?<night>night))?`,
  emit: g => {
    const hour = numberOf(g['hour'] ?? '') % 12
    return onClock(`T${pad(hour + (/afternoon|evening/i.test(g['part'] ?? '') || g['night'] !== undefined ? 12 : 0))}:00`)
  },
  examples: [{ text: "at [nine o'clock in the evening] yesterday", value: '2024-01-19T21:00' }],
  counterexamples: ["o'clock"],
})

export const partWord = defineRule({
  id: 'part-word',
  why: 'Noon, midnight, dawn and dusk; a capital in running text makes a name.',
  needs: 'part',
  match: words`${ROUGH}(?<part>noon|midnight|midday|dawn|dusk|daybreak|nightfall|sunset|sunrise|lunchtime)`,
  emit: (g, at) => (at.cased && /^[A-Z]/.test(g['part'] ?? '') && at.before.trim() !== '' ? null : named(g['part'] ?? '', at)),
  examples: [
    { text: 'blocked since [noon] on Sunday', value: '2024-01-14T12:00', edtf: '2024-01-14/..' },
    { text: 'before [dawn] on Thursday', value: '2024-01-18TMO' },
  ],
  counterexamples: ['the Golden Dawn party'],
})

const named = (part: string, at: Reading): Meaning => withMod(onClock(partCode(part)), /^(?:about|around|approximately|roughly)\b/i.test(at.words) ? 'APPROX' : null)

export const plainPart = defineRule({
  id: 'plain-part-of-day',
  why: '"In the morning", "in the early hours", "the night of": a part of the day spoken of beside it.',
  needs: 'part',
  match: words`the (?<early>early |late |mid-?)?(?<part>morning|afternoon|evening|night)(?: hours)?(?=\s(?:of|on)\b|[.,;)]|$|\sby\b|\swhen\b|\sas\b)|(?<=(?:^|[.!?\n”"]\s?)(?:in|during) )the (?<opening>morning|afternoon|evening|night)(?! (?:shift|watch|prayers?)\b)|(?<hours>the (?:early|first|small|predawn|pre-dawn) hours(?: of the (?:morning|day))?)|mid-(?<mid>morning|afternoon)|early (?<soon>morning|evening)(?= on\b)`,
  emit: (g, at) => {
    if (!/\b(?:in|on|during|by|until|through|throughout|since|late|early|before|for)\s+$/i.test(at.before) && !/^\s+of\b/i.test(at.after)) return null
    const part = g['part'] ?? g['opening'] ?? g['mid'] ?? g['soon'] ?? 'morning'
    return withMod(onClock(partCode(part)), g['hours'] !== undefined || /early/i.test(g['early'] ?? '') || g['soon'] !== undefined ? 'START' : /late/i.test(g['early'] ?? '') ? 'END' : null)
  },
  examples: [
    { text: 'on [the morning of 16 November]', value: '2023-11-16TMO', type: 'TIME' },
    { text: 'In [the evening of the 6th], soldiers came.', value: '2024-01-06TEV' },
    { text: 'They met on Monday. In [the evening] the president signed a decree.', value: '2024-01-15TEV' },
    { text: 'On Monday they came in [the early hours].', value: '2024-01-15TMO', mod: 'START' },
  ],
  counterexamples: ['the night watch', 'The morning was cold'],
})

export const clockRules = [twelveHour, twentyFourHour, militaryHour, spokenHour, partWord, plainPart]
