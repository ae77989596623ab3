/** The place of an expression in its report: the words around it, the report's date, the dates read before it. */
import type { Day } from './calendar.ts'
import { directionOf, type Direction } from './direction.ts'
import { type Frame, sentenceAt, WINDOW } from './frame.ts'
import type { Grain, Meaning } from './meaning.ts'

/** `before` and `after` are the rest of the sentence on each side. */
export interface Reading {
  readonly frame: Frame
  readonly today: Day
  readonly dated: boolean
  readonly start: number
  readonly end: number
  readonly words: string
  readonly before: string
  readonly after: string
  /** False where capitals tell nothing: a text or sentence without lower-case or without capital letters. */
  readonly cased: boolean
  /** Whether the verb looks back or ahead. */
  readonly direction: () => Direction
  /** The nearest expression before this one that is at least as fine as `grain`; null when there is none. */
  readonly previous: (grain: Grain) => Meaning | null
  /** The nearest such expression after this one in its sentence. */
  readonly following: (grain: Grain) => Meaning | null
}

/** Finds the meanings read so far; the reader of the report supplies it. */
export interface Known {
  readonly previous: (position: number, grain: Grain) => Meaning | null
  readonly following: (position: number, until: number, grain: Grain) => Meaning | null
}

export function readingAt(frame: Frame, start: number, end: number, known: Known): Reading {
  const sentence = sentenceAt(frame.text.sentences, start)
  const from = sentence?.start ?? 0
  const to = Math.max(end, sentence?.end ?? frame.text.text.length)
  const { text } = frame.text
  let direction: Direction | null = null
  return {
    frame, start, end,
    today: frame.today,
    dated: frame.dated,
    words: text.slice(start, end),
    before: text.slice(Math.max(from, start - WINDOW), start),
    after: text.slice(end, Math.min(to, end + WINDOW)),
    cased: frame.text.casing === 'mixed' && hasLowerCase(text.slice(Math.max(from, start - WINDOW), Math.min(to, end + WINDOW))),
    direction: () => direction ??= directionOf(frame, start, end),
    previous: grain => known.previous(start, grain),
    following: grain => known.following(end, to, grain),
  }
}

const hasLowerCase = (text: string): boolean => /\p{Ll}/u.test(text)
