/** What neighbouring expressions tell each other: clock times their day, ranges their ends, "since" and "until" an open side. */
import { isoDay } from './calendar.ts'
import { directionOf, followsSaying } from './direction.ts'
import { sentenceAt, type Frame } from './frame.ts'
import { atTime, covering, type Meaning } from './meaning.ts'
import type { Read } from './read.ts'

type Refiner = (reads: readonly Read[], frame: Frame) => readonly Read[]

/** In this order: clock times are settled before ranges are made of them. */
export const refiners: readonly Refiner[] = [joinClocks, settleClocks, countBack, closeRanges, openSides]

const gap = (frame: Frame, a: Read, b: Read): string => frame.text.text.slice(a.end, b.start)
const isFloating = (read: Read): boolean => read.meaning.clock !== null && read.meaning.first === null
const isDay = (m: Meaning): boolean => (m.type === 'DATE' || m.type === 'TIME') && m.grain === 'day' && m.first !== null

/** "9 a.m. Friday" and "the morning of 16 November" are one expression. */
function joinClocks(reads: readonly Read[], frame: Frame): readonly Read[] {
  const joined: Read[] = []
  for (const read of reads) {
    const before = joined.at(-1)
    if (before !== undefined && isFloating(before) && isDay(read.meaning) && !isFloating(read) && /^\s*,?\s*$|^\s+of\s+$/.test(gap(frame, before, read))) joined[joined.length - 1] = onItsDay(before, read.meaning, read.end)
    else if (before !== undefined && isFloating(read) && before.meaning.type === 'DATE' && isDay(before.meaning) && /^\s*,?\s*$/.test(gap(frame, before, read))) joined[joined.length - 1] = { ...onItsDay(read, before.meaning, read.end), start: before.start }
    else joined.push(read)
  }
  return joined
}

function onItsDay(clock: Read, day: Meaning, end = clock.end): Read {
  const code = clock.meaning.clock ?? ''
  const meaning = day.first === null ? clock.meaning : { ...atTime(day.first, code, day.anchor), mod: clock.meaning.mod, first: day.first, last: day.last, edtf: day.edtf }
  return { ...clock, end, meaning }
}

/** A clock time alone is on the nearest day of its sentence, in a report written as things happen on the report's, else on the day last spoken of, else on the report's. */
function settleClocks(reads: readonly Read[], frame: Frame): readonly Read[] {
  const live = livePartsOf(frame)
  return reads.map((read, i) => {
    if (!isFloating(read)) return read
    const best = dayBeside(reads, i, frame) ?? (live(read.start) ? null : dayBefore(reads, i, frame))
    return best !== null ? onItsDay(read, halfOf(best.meaning, read.meaning.clock ?? '')) : { ...read, meaning: { ...atTime(frame.today, read.meaning.clock ?? '', 'published'), mod: read.meaning.mod } }
  })
}

/** The nearest day of the sentence of expression `i`, one right behind a word of saying last. */
function dayBeside(reads: readonly Read[], i: number, frame: Frame): Read | null {
  const read = reads[i]!, sentence = sentenceAt(frame.text.sentences, read.start)
  const near = reads.slice(Math.max(0, i - NEAR), i + NEAR + 1).filter(other => tellsDay(other, frame) && sentence !== null && other.start >= sentence.start && other.end <= sentence.end)
  return nearestTo(read, near.filter(other => !isSaid(other, frame))) ?? nearestTo(read, near)
}

const tellsDay = (read: Read, frame: Frame): boolean => isDay(read.meaning) && !isFloating(read) && sideOf(read, frame) === null && read.meaning.last! - read.meaning.first! <= 1
const isSaid = (read: Read, frame: Frame): boolean => followsSaying(frame.text.text.slice(Math.max(0, read.start - SAYING), read.start))
/** Characters before a day in which a word of saying may stand. */
const SAYING = 40

/** Of a night that spans two days, the one that an hour lies in. */
function halfOf(m: Meaning, clock: string): Meaning {
  const hour = /^T(\d\d)/.exec(clock)?.[1]
  if (hour === undefined || m.first === null || m.last === null || m.first === m.last) return m
  const day = Number(hour) < NOON ? m.last : m.first
  return { ...m, first: day, last: day, edtf: isoDay(day) }
}
const NOON = 12

/** Whether the line of an offset begins with the hour, as others of the report do: what it tells is of the report's day. */
function livePartsOf(frame: Frame): (offset: number) => boolean {
  const { text } = frame.text, isLive = [...text.matchAll(new RegExp(HOUR_LINE, 'gm'))].length >= LIVE
  return offset => isLive && HOUR_LINE.test(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset + HOUR_SPAN))
}
const HOUR_LINE = /^[ \t•*–-]{0,4}\d{1,2}[:.h]\d\d\b/
/** Characters of an hour. */
const HOUR_SPAN = 6
const LIVE = 3

/** The day last spoken of: near before, else the last that has come, however far back; a report that tells "at noon" tells of the day it tells of. */
function dayBefore(reads: readonly Read[], i: number, frame: Frame): Read | null {
  const read = reads[i]!, paragraph = frame.text.paragraphs.find(p => read.start >= p.start && read.start < p.end)
  const before = reads.slice(Math.max(0, i - MEMORY), i).filter(other => tellsDay(other, frame))
  const isRecent = (other: Read, days = RECENT): boolean => other.meaning.last! <= frame.today && frame.today - other.meaning.last! < days
  const close = before.filter(other => read.start - other.end < REACH && (isRecent(other, 2 * RECENT) || other.start >= (paragraph?.start ?? 0)))
  return close.findLast(other => !isSaid(other, frame)) ?? before.findLast(other => isRecent(other) && !isSaid(other, frame)) ?? close.at(-1) ?? before.findLast(other => isRecent(other)) ?? null
}

/** Expressions back, and days before the report, within which a day spoken of holds for a clock time. */
const MEMORY = 40, RECENT = 8
const NEAR = 6
/** Characters back to which a day spoken of still holds for a clock time. */
const REACH = 400

const distance = (a: Read, b: Read): number => (a.start >= b.end ? a.start - b.end : b.start - a.end)
const nearestTo = (read: Read, others: readonly Read[]): Read | null =>
  others.reduce<Read | null>((best, other) => (best === null || distance(read, other) < distance(read, best) ? other : best), null)

const RANGE = /^\s*(?:[-–—/]|to|until|till|through|thru|up\s+to|into)\s*(?:the\s+)?$/i
/** "The night of 15 to 16 October". */
const NIGHT_OF = /\bnights?\s+of\s+(?:the\s+)?\S{1,12}(?:\s+\S{1,12})?\s+(?:to|into)\s+(?:the\s+)?$/i
const BETWEEN = /\b(?:between|from)\s+(?:the\s+)?(?:nights?\s+of\s+)?(?:about\s+|around\s+)?$/i

const BOTH = /^\s*,?\s*(?:and|&)\s+(?:the\s+)?$/i

/** "On Saturday and Sunday", "on 3 and 4 May": a day and the next, told in one breath, are two days of one thing; "Monday and Tuesday's talks" are not. */
function isPair(a: Read, b: Read, frame: Frame): boolean {
  return isDay(a.meaning) && isDay(b.meaning) && a.meaning.last !== null && (b.meaning.first === a.meaning.last + 1 || isCalledPair(a, b, frame)) && a.closed !== true && BOTH.test(gap(frame, a, b)) && !/^['’]/.test(frame.text.text.slice(b.end, b.end + 1))
}

/** "Called a strike for Tuesday and Wednesday": where the first lies ahead, the second is the day after it. */
const isCalledPair = (a: Read, b: Read, frame: Frame): boolean => a.rule === 'weekday' && b.rule === 'weekday' && a.meaning.last! > frame.today && b.meaning.first === a.meaning.last! - 6

/** "From 3 to 9 March", "between Saturday and Sunday", "June 17-21", "on 3 and 4 May": both ends get the whole stretch. */
function closeRanges(reads: readonly Read[], frame: Frame): readonly Read[] {
  const out = [...reads]
  for (let i = 0; i + 1 < out.length; i++) {
    const [a, b] = [out[i], out[i + 1]]
    if (a === undefined || b === undefined || !isRange(a, b, frame) && !isPair(a, b, frame)) continue
    const [from, to] = inOrder(a, b, frame), range = rangeOf(from, to)
    if (range === null) continue
    out[i] = { ...a, meaning: { ...from, ...range }, closed: true }
    out[i + 1] = { ...b, meaning: { ...to, ...range }, closed: true }
  }
  return out
}

function isRange(a: Read, b: Read, frame: Frame): boolean {
  if (b.start - a.end > 24) return false
  const between = gap(frame, a, b)
  const before = frame.text.text.slice(Math.max(0, a.start - 24), a.start)
  if (/^\s*and\s+(?:the\s+)?$/i.test(between)) return /\bbetween\s+(?:the\s+)?(?:nights?\s+of\s+)?$/i.test(before)
  if (!RANGE.test(between)) return false
  if (a.rule === 'day-before-list') return true
  return !/^\s*(?:to|into)\s/i.test(between) || BETWEEN.test(before) || NIGHT_OF.test(frame.text.text.slice(Math.max(0, a.start - 24), b.start)) || (a.meaning.grain === b.meaning.grain && /^[^a-z]*$/i.test(between))
}

/** "From Friday to Sunday", where Sunday was found before Friday: what is past lies a week earlier, what is ahead ends a week later; where it was found more than a week after: both are ahead. */
function inOrder(a: Read, b: Read, frame: Frame): readonly [Meaning, Meaning] {
  const [m, n] = [a.meaning, b.meaning]
  const isCrossed = m.first !== null && n.first !== null && n.first < m.first && m.first - n.first <= 6 && n.anchor === 'published' && n.grain === 'day'
  const isStretched = m.first !== null && n.first !== null && n.first - m.first > 6 && n.first - m.first < 14 && [m, n].every(x => x.anchor === 'published' && x.grain === 'day') && n.first > frame.today
  if (isStretched) return [moved(m, 7), n]
  if (!isCrossed) return [m, n]
  const isPast = m.anchor === 'published' && m.grain === 'day' && (m.first ?? 0) <= frame.today && directionOf(frame, a.start, a.end) === 'past'
  return isPast ? [moved(m, -7), n] : [m, moved(n, 7)]
}

/** The same words for a day so many days on. */
function moved(m: Meaning, days: number): Meaning {
  if (m.first === null || m.last === null) return m
  const value = m.value.replace(isoDay(m.first), isoDay(m.first + days))
  return { ...covering(m, m.first + days, m.last + days), value }
}

function rangeOf(a: Meaning, b: Meaning): Pick<Meaning, 'first' | 'last' | 'edtf'> | null {
  if (a.first === null || b.first === null || a.last === null || b.last === null || a.type === 'DURATION' || b.type === 'DURATION') return null
  if (b.last <= a.first || (a.first === b.first && a.last === b.last)) return null
  const whole = covering(a, a.first, b.last)
  const same = a.grain === b.grain && a.grain !== 'day' && a.edtf !== null && b.edtf !== null && !a.edtf.includes('/') && !b.edtf.includes('/')
  return { first: whole.first, last: whole.last, edtf: same ? `${a.edtf}/${b.edtf}` : whole.edtf }
}

/** "In the 24 hours to Saturday morning": the day and the one before it. */
function countBack(reads: readonly Read[], frame: Frame): readonly Read[] {
  return reads.map((read, i) => {
    const length = reads[i - 1], hours = /^PT(\d+)H$/.exec(length?.meaning.value ?? '')?.[1], { first, last } = read.meaning
    if (length === undefined || hours === undefined || !isDay(read.meaning) || first === null || last === null || !UP_TO.test(gap(frame, length, read))) return read
    return { ...read, meaning: covering(read.meaning, first - Math.ceil(Number(hours) / 24), last), closed: true as const }
  })
}
const UP_TO = /^\s+(?:up\s+)?(?:to|until|ending(?:\s+(?:on|at))?)\s+(?:the\s+)?$/i

const SINCE = /\b(?:since|ever\s+since|as\s+of)\s+(?:at\s+least\s+|about\s+|around\s+|the\s+)*(?:on\s+)?$/i
const UNTIL = /\b(?:until|till|up\s+to|up\s+until)\s+(?:at\s+least\s+|about\s+|around\s+|the\s+)*$/i
const FROM = /\bfrom\s+$/i
const ON_CLOCK = /^\s*(?:on|of)\s+$/i

/** "Since X" has no end, "until X" no beginning; a range that is closed keeps both. */
function openSides(reads: readonly Read[], frame: Frame): readonly Read[] {
  const sides: (('since' | 'until') | null)[] = []
  return reads.map((read, i) => {
    const { meaning } = read
    const previous = reads[i - 1]
    const inherited = previous !== undefined && previous.meaning.type === 'TIME' && ON_CLOCK.test(gap(frame, previous, read)) ? sides[i - 1] ?? null : null
    const side = meaning.edtf === null || meaning.type === 'DURATION' || meaning.edtf.includes('..') ? null : sideOf(read, frame) ?? inherited
    sides[i] = side
    if (side === null || read.closed === true || spansDays(meaning) || side === 'until' && isHour(meaning)) return read
    return { ...read, meaning: side === 'since' ? sinceThen(meaning) : untilThen(meaning) }
  })
}

/** "The fighting lasted until shortly after noon": the hour is the end of something, the day is its day. */
const isHour = (m: Meaning): boolean => m.type === 'TIME' && m.anchor !== 'absolute' && m.first !== null && m.first === m.last && /T(?:\d|MI|AF)/.test(m.value)

function sideOf(read: Read, frame: Frame): 'since' | 'until' | null {
  const before = frame.text.text.slice(Math.max(0, read.start - 40), read.start)
  if (SINCE.test(before)) return 'since'
  return UNTIL.test(before) && !FROM.test(before) ? 'until' : null
}

/** A stretch whose value is a day but whose days are many. */
const spansDays = (m: Meaning): boolean => m.grain === 'day' && m.first !== null && m.last !== null && m.last - m.first > 1

const plain = (edtf: string, side: number): string => (edtf.split('/').at(side) ?? edtf).replace('~', '')

const sinceThen = (m: Meaning): Meaning => ({ ...m, last: null, edtf: m.edtf === null ? null : `${seasonless(plain(m.edtf, 0), m, 'first')}/..` })
const untilThen = (m: Meaning): Meaning => ({ ...m, first: null, edtf: m.edtf === null ? null : `../${seasonless(plain(m.edtf, -1), m, 'last')}` })

/** Seasons, quarters and decades are no ends of EDTF intervals: their first or last day is. */
function seasonless(edtf: string, m: Meaning, end: 'first' | 'last'): string {
  const day = m[end]
  return /X|-(?:2[1-4]|3\d|4\d)$/.test(edtf) && edtf.length <= 7 && day !== null ? covering(m, day, day).edtf ?? edtf : edtf
}
