/** What each paragraph is: headline, key point, dateline, body, caption, time-stamp, byline or boilerplate. */
import { readDateline, type DatelineParts, type DatelineWords } from './dateline.ts'
import type { TextLexicon } from './lexicon.ts'
import type { SectionKind } from '../model/index.ts'
import type { Block } from './paragraphs.ts'

/** A paragraph of one kind on the surface; `dateline` where it is one. */
export interface Piece { readonly start: number; readonly end: number; readonly kind: SectionKind; readonly dateline: DatelineParts | null }

const OPENING = 240
const BULLET = /^(?:[•▪●◦‣·*]\s*|[-–—]\s+)\S/
const TERMINAL = /[.!?][)"'\]]*$/
const CLOCK = '\\d{1,2}[:.h]\\d\\d(?:\\s*[ap]\\.?\\s?m\\.?)?(?:\\s*\\(?(?:GMT|UTC|BST|CET|CEST|EST|EDT|EET|IST|PKT|local(?: time)?)(?:[+-]\\d{1,2})?\\)?)?|\\d{1,2}\\s*[ap]\\.?m\\.?'
const TIME_LINE = new RegExp(`^\\(?(?:${CLOCK})\\)?\\s*[-–—:|.]?$`, 'i')
const TIME_PREFIX = new RegExp(`^(?:${CLOCK})(?:\\s*[-–—:|]\\s+|\\s+(?=["'\\p{Lu}]))`, 'u')
const ADDRESS_LINE = /^(?:https?:\/\/\S+|[\w.+-]+@[\w-]+\.[\w.-]+|(?:e-?mail|tel|phone|fax|contact)\s*:.{0,80})$/i
const NUMBER_LINE = /^(?:[A-Z]+-)?[\p{Lu}\d][\p{Lu}\d -]{0,20}\d(?:\s*\([A-Z]+\))?$|^[\d ,.]+$/u

/** Splits the paragraphs into pieces of one kind, in order. */
export function readSections(chars: string, blocks: readonly Block[], title: string | null, lexicon: TextLexicon): readonly Piece[] {
  const pieces: Piece[] = []
  const words = datelineWords(lexicon)
  let bodySeen = false
  blocks.forEach((block, index) => {
    const added = piecesOf({ chars, block, index, bodySeen, last: index === blocks.length - 1, title, lexicon, words })
    pieces.push(...added)
    bodySeen ||= added.some(piece => piece.kind === 'body')
  })
  return pieces
}

interface Place {
  readonly chars: string
  readonly block: Block
  readonly index: number
  readonly bodySeen: boolean
  readonly last: boolean
  readonly title: string | null
  readonly lexicon: TextLexicon
  readonly words: DatelineWords
}

function datelineWords(lexicon: TextLexicon): DatelineWords {
  const agencies = new Set(lexicon.cues.get('agency') ?? []), others = new Set(lexicon.cues.get('not-place') ?? [])
  return { isAgency: name => agencies.has(name.toLowerCase()), isNoPlace: word => others.has(word.toLowerCase()) }
}

function piecesOf(place: Place): readonly Piece[] {
  const { chars, block, title } = place
  const whole = (kind: SectionKind, dateline: DatelineParts | null = null): readonly Piece[] => [{ start: block.start, end: block.end, kind, dateline }]
  const line = chars.slice(block.start, Math.min(block.end, block.start + OPENING)).replace(/\n/g, ' ')
  const kind = lineKind(place, line)
  if (kind !== null) return whole(kind)
  const dateline = readDateline(line, place.words)
  if (dateline !== null && dateline.end >= block.end - block.start) return whole('dateline', dateline)
  const rest = dateline === null ? block.start : skipSpace(chars, block.start + dateline.end, block.end)
  const head: Piece[] = dateline === null ? [] : [{ start: block.start, end: trimEnd(chars, block.start, block.start + dateline.end), kind: 'dateline', dateline }]
  return [...head, ...bodyPieces(place, rest, title)]
}

/** Kinds that a whole line shows by its form; null where it is running text. */
function lineKind(place: Place, line: string): SectionKind | null {
  const { block, index, lexicon } = place
  const length = block.end - block.start, short = length < 100, lower = line.toLowerCase()
  if (isTitle(place, line, length)) return 'headline'
  if (TIME_LINE.test(line)) return 'time-stamp'
  if (short && (NUMBER_LINE.test(line) || ADDRESS_LINE.test(line))) return 'boilerplate'
  if (startsWithCue(lexicon, 'caption-start', lower) || (length < OPENING && !TERMINAL.test(line.replace(/[)\]]+$/, '')) && hasCaptionEnd(lexicon, lower))) return 'caption'
  if (short && startsWithCue(lexicon, 'boilerplate-start', lower) || length < OPENING && startsWithCue(lexicon, 'boilerplate-long', lower)) return 'boilerplate'
  if (short && (lexicon.cues.get('boilerplate-whole') ?? []).includes(lower)) return 'boilerplate'
  if (short && index < 5 && !TERMINAL.test(line) && startsWithCue(lexicon, 'byline-start', lower)) return 'byline'
  if (BULLET.test(line)) return place.bodySeen ? 'body' : 'key-point'
  return isSubheading(place, line, length) ? 'subheading' : null
}

function isTitle(place: Place, line: string, length: number): boolean {
  if (place.title !== null && place.index < 3 && length < OPENING && folded(line).letters === folded(place.title).letters) return true
  if (place.index > 0 || place.last || length > 180 || BULLET.test(line)) return false
  if (NUMBER_LINE.test(line) || readDateline(line, place.words) !== null) return false
  return !TERMINAL.test(line) || /[?!]$/.test(line) || (place.title === null && length < 90 && !/[.!?]\s/.test(line))
}

function isSubheading(place: Place, line: string, length: number): boolean {
  if (place.index === 0 || place.last || !place.block.afterBlank || length > 60) return false
  if (/[.!?:;,]["')\]]*$/.test(line) || !/^["'(]*[\p{Lu}\d]/u.test(line)) return false
  return line.split(' ').length <= 8 && readDateline(line, place.words) === null
}

const startsWithCue = (lexicon: TextLexicon, kind: string, lower: string): boolean =>
  (lexicon.cues.get(kind) ?? []).some(cue => lower.startsWith(cue) && !/^[\p{L}\d]{2}/u.test(lower.slice(cue.length - 1)))

function hasCaptionEnd(lexicon: TextLexicon, lower: string): boolean {
  const tail = lower.slice(Math.max(lower.lastIndexOf('('), lower.lastIndexOf('['), lower.length - 20))
  return (lexicon.cues.get('caption-end') ?? []).some(cue => cue.startsWith('(') || cue.startsWith('[') ? tail.startsWith(cue) : lower.endsWith(cue) || lower.endsWith(cue + ')') || lower.endsWith(cue + ']'))
}

/** Running text: a glued time-stamp or a repeated title in front is set apart. */
function bodyPieces(place: Place, start: number, title: string | null): readonly Piece[] {
  const { chars, block } = place
  if (start >= block.end) return []
  const line = chars.slice(start, Math.min(block.end, start + OPENING)).replace(/\n/g, ' ')
  const time = TIME_PREFIX.exec(line)
  if (time !== null) return parted(chars, start, start + time[0].length, block.end, 'time-stamp')
  const repeated = title === null || place.bodySeen ? null : titleIn(line, title)
  if (repeated === null) return [{ start, end: block.end, kind: 'body', dateline: null }]
  const front = repeated[0] === 0 ? [] : [piece(chars, start, start + repeated[0], 'byline')]
  return [...front, ...parted(chars, start + repeated[0], start + repeated[1], block.end, 'headline')]
}

function piece(chars: string, start: number, end: number, kind: SectionKind): Piece {
  return { start, end: trimEnd(chars, start, end), kind, dateline: null }
}

function parted(chars: string, start: number, cut: number, end: number, kind: SectionKind): readonly Piece[] {
  const rest = skipSpace(chars, cut, end)
  return rest >= end ? [piece(chars, start, end, kind)] : [piece(chars, start, cut, kind), { start: rest, end, kind: 'body', dateline: null }]
}

/** Where `title` is repeated near the start of `line`, its closing stop included; null when it is not. */
function titleIn(line: string, title: string): readonly [number, number] | null {
  const wanted = folded(title), seen = folded(line)
  if (wanted.letters.length < 15) return null
  const at = seen.letters.indexOf(wanted.letters)
  const first = seen.at[at], last = seen.at[at + wanted.letters.length - 1]
  if (at < 0 || first === undefined || last === undefined || first > 100 || /[\p{L}\d]/u.test(line[last + 1] ?? ' ')) return null
  const stop = /^[.!?"')]*/.exec(line.slice(last + 1))?.[0].length ?? 0
  return [first, last + 1 + stop]
}

/** Letters and digits alone, lower-cased, with their offsets. */
function folded(text: string): { readonly letters: string; readonly at: readonly number[] } {
  const letters: string[] = [], at: number[] = []
  const end = Math.min(text.length, 400)
  for (let i = 0; i < end; i++) {
    const c = text[i] ?? ''
    if (/[\p{L}\d]/u.test(c)) { letters.push(c.toLowerCase()); at.push(i) }
  }
  return { letters: letters.join(''), at }
}

function skipSpace(chars: string, at: number, end: number): number {
  while (at < end && (chars[at] === ' ' || chars[at] === '\n')) at++
  return at
}

function trimEnd(chars: string, start: number, end: number): number {
  while (end > start && (chars[end - 1] === ' ' || chars[end - 1] === '\n')) end--
  return end
}
