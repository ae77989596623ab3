/** The time layer: the time expressions of a report with TIMEX3 values and calendar dates. */
import type { Extent, Note, SyntaxLayer, TextLayer, Timex } from '../model/index.ts'
import { addMonthsToDay, type Day, dayOf, isoDay, readIsoDay } from './calendar.ts'
import { NO_EVENTS, type TimeLexicon } from './dated-events.ts'
import type { Frame } from './frame.ts'
import { undated } from './meaning.ts'
import { type Read, readExpressions } from './read.ts'
import { refiners } from './refine.ts'
import { timeRules } from './rules.ts'

export { mendTimes } from './mend.ts'
export { buildTimeLexicon, type TimeLexicon } from './dated-events.ts'

/**
 * Time expressions in text order, none overlapping. `published` is YYYY-MM-DD or RFC 3339 (its own zone's day is taken);
 * where it is absent the date of the dateline stands in. Without either, relative expressions keep the shape of their
 * value ("XXXX-XX-XX") and no days. Notes: `no-date`, `bad-date` (unreadable), `date-in-future` (after 2100). Pure, throws nothing, linear in the text.
 */
export function findTimes(text: TextLayer, syntax: SyntaxLayer | null, published: string | null, lexicon: TimeLexicon = NO_EVENTS): { readonly times: readonly Timex[]; readonly notes: readonly Note[] } {
  const notes: Note[] = []
  const day = reportDay(text, published, lexicon, notes)
  const frame: Frame = { text, syntax, today: day?.day ?? ARBITRARY_DAY, dated: day !== null, lexicon }
  const reads = refiners.reduce<readonly Read[]>((list, refine) => refine(list, frame), readExpressions(frame, timeRules))
  return { times: reads.map(read => timexOf(read, day)), notes }
}

interface ReportDay { readonly day: Day; readonly from: 'published' | 'dateline' }

const ARBITRARY_DAY = dayOf(2000, 1, 1)
const LATEST_DAY = dayOf(2100, 12, 31)

function reportDay(text: TextLayer, published: string | null, lexicon: TimeLexicon, notes: Note[]): ReportDay | null {
  const day = published === null ? null : readIsoDay(published)
  if (published !== null && day === null) notes.push({ code: 'bad-date', message: `The publication date is not a date: ${published.slice(0, 40)}`, span: null })
  if (day !== null && day > LATEST_DAY) notes.push({ code: 'date-in-future', message: `The publication date lies beyond 2100: ${isoDay(day)}`, span: null })
  if (day !== null) return { day, from: 'published' }
  const written = writtenDay(text, lexicon)
  if (written === null) notes.push({ code: 'no-date', message: 'Neither the report nor its dateline gives a date: relative dates stay open', span: null })
  return written === null ? null : { day: written, from: 'dateline' }
}

/** Characters at the top of a report in which its number or headline may tell its year. */
const OPENING = 600

/** The date in the dateline, or else in a time stamp or at the head of the headline; a year that it lacks is taken from the opening lines. */
function writtenDay(text: TextLayer, lexicon: TimeLexicon): Day | null {
  const stamps = text.sections.filter(section => section.kind === 'time-stamp' || section.kind === 'dateline')
  const extents = [text.dateline?.date ?? null, ...stamps, leadingDate(text)].filter(extent => extent !== null)
  return firstDay(text, lexicon, extents, null) ?? firstDay(text, lexicon, extents, openingDay(text, lexicon))
}

/** "Apr. 23: Operations in the east": what stands before the colon of a headline that opens with a date. */
function leadingDate(text: TextLayer): Extent | null {
  const headline = text.sections.find(section => section.kind === 'headline'), lead = /^[A-Z][a-z]{2,8}\.? \d{1,2}(?=:)/.exec(headline === undefined ? '' : text.text.slice(headline.start, headline.end))
  return headline === undefined || lead === null ? null : { start: headline.start, end: headline.start + lead[0].length }
}

/** The first day that one of the extents gives; days without a year are the nearest to `near`, and none where that is null. */
function firstDay(text: TextLayer, lexicon: TimeLexicon, extents: readonly Extent[], near: Day | null): Day | null {
  for (const extent of extents) {
    const frame: Frame = { text: { ...text, paragraphs: [{ start: extent.start, end: extent.end, section: 0 }] }, syntax: null, today: near ?? ARBITRARY_DAY, dated: near !== null, lexicon }
    const full = readExpressions(frame, timeRules).find(read => (near !== null || read.meaning.anchor === 'absolute') && read.meaning.grain === 'day' && read.meaning.first !== null)
    if (full !== undefined) return full.meaning.first
  }
  return null
}

/** The last day of the month in a release's number ("2010-09-CA-005"), or a full date in the headline. */
function openingDay(text: TextLayer, lexicon: TimeLexicon): Day | null {
  const number = /(?<![\d-])((?:19|20)\d\d)-(0[1-9]|1[0-2])-[A-Z]{1,4}[-–]\d/.exec(text.text.slice(0, OPENING))
  if (number !== null) return addMonthsToDay(dayOf(Number(number[1]), Number(number[2]), 1), 1) - 1
  return firstDay(text, lexicon, text.sections.filter(section => section.kind === 'headline'), null)
}

function timexOf(read: Read, day: ReportDay | null): Timex {
  const m = day === null ? undated(read.meaning) : read.meaning
  return {
    start: read.start, end: read.end, type: m.type, value: m.value, mod: m.mod, edtf: m.edtf,
    first: m.first === null ? null : isoDay(m.first), last: m.last === null ? null : isoDay(m.last),
    anchor: m.anchor === 'published' ? day?.from ?? 'published' : m.anchor,
    rule: read.rule,
  }
}
