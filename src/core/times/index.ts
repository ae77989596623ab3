/** The time layer: the time expressions of a report with TIMEX3 values and calendar dates. */
import type { Note, SyntaxLayer, TextLayer, Timex } from '../model/index.ts'
import { type Day, dayOf, isoDay, readIsoDay } from './calendar.ts'
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

/** The full date in the dateline, or else in a time stamp. */
function writtenDay(text: TextLayer, lexicon: TimeLexicon): Day | null {
  const stamps = text.sections.filter(section => section.kind === 'time-stamp' || section.kind === 'dateline')
  for (const extent of [text.dateline?.date ?? null, ...stamps]) {
    if (extent === null) continue
    const frame: Frame = { text: { ...text, paragraphs: [{ ...extent, section: 0 }] }, syntax: null, today: ARBITRARY_DAY, dated: false, lexicon }
    const full = readExpressions(frame, timeRules).find(read => read.meaning.anchor === 'absolute' && read.meaning.grain === 'day' && read.meaning.first !== null)
    if (full !== undefined) return full.meaning.first
  }
  return null
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
