/** Cuts a stretch of the surface into words and marks as UD's English treebanks do (EWT, GUM). */
import type { TextLexicon } from './lexicon.ts'

/** Token bounds on the surface: `ends[i]` exclusive. */
export interface Cuts { readonly starts: number[]; readonly ends: number[] }

/** Longer runs without a space are cut here, so that no pattern ever sees more than this. */
const MAX_CHUNK = 240

const ADDRESS = /^(?:https?:\/\/|www\.)\S|^[\w.+-]+@[\w-]+\.\w|^(?:pic\.twitter|t|youtu|bit)\.\w+\//i
const HANDLE = /^[@#][\p{L}\p{N}_]+$/u
const OPENING = /^(?:\.{2,}|-{2,}|[!?]{2,}|([*=_+~<>])\1+|[\p{Ps}"'`$£€¥#<>=+~*/\\|&@%^_,;:!?.…¿¡•·●▪◦‣*\p{Pd}])/u
const KEEPS_OPENING = /^(?:[+\-.]\d|'(?:s|re|ve|ll|d|m|em|cause|til|n)(?![\p{L}\p{N}])|'\d\ds?$|[@#][\p{L}\p{N}_]|\.\p{L}{2,4}$)/iu
const CLOSING = /(?:\.{2,}|[!?]{2,}|-{2,}|([*=_+~<>])\1+|[\p{Pe}"'`,;:!?%/|<>*…\p{Pd}])$/u
const CLITIC = /(?:n't|'(?:s|re|ve|ll|d|m))$/i
const INITIALS = /^(?:\p{L}\.)+$/u
const INNER = /^(.+?)(--+|\.{2,}|[\p{Pd}/…()[\]":;,?!+=<>|~*])(?=.)/u
const NUMERIC = /^[+-]?\d[\d.,:/-]*\d$|^\d{1,2}:\d\d/
const RANGE = /^(\d+(?:[.,]\d+)*)([-–—])(\d+(?:[.,]\d+)*)$/
const PHONE_OR_DATE = /^\d{3}-\d{4}$|-.*-/
const GLUED = /^(.*?(?:\p{L}{2,}|\d))([.!?]+)(?=["']?\p{Lu}[\p{L}']+)/u
const UNIT = /^(\d+(?:[.,:]\d+)*)(am|pm|km|kg|mm|cm|bn|mph|kph|lb|lbs|kt|gmt)$/i
const MONEY = /^(\p{L}{0,2}[$£€¥])(\d.*)$/u
const JOINED = new Map([['cannot', 3], ['gonna', 3], ['wanna', 3], ['gotta', 3]])
const isLowSurrogate = (c: number): boolean => c >= 0xdc00 && c < 0xe000
const isSpace = (c: number): boolean => c === 0x20 || c === 0x0a

/** Tokens of `chars` from `start` to `end`. Every non-space character falls in one token; tokens are in order. `isInside` says where a cut would fall within one character of the report (a ligature, a surrogate pair). */
export function tokenise(chars: string, start: number, end: number, lexicon: TextLexicon, isInside: (at: number) => boolean = () => false): Cuts {
  const cuts: Cuts = { starts: [], ends: [] }
  for (let i = start; i < end;) {
    if (isSpace(chars.charCodeAt(i))) { i++; continue }
    let j = i + 1
    while (j < end && j - i < MAX_CHUNK && !isSpace(chars.charCodeAt(j))) j++
    while (j < end && j > i + 1 && (isInside(j) || isLowSurrogate(chars.charCodeAt(j)))) j--
    cutChunk({ chars, lexicon, cuts }, i, j)
    i = j
  }
  return cuts
}

interface Work { readonly chars: string; readonly lexicon: TextLexicon; readonly cuts: Cuts }

function put({ cuts }: Work, start: number, end: number): void {
  if (start >= end) return
  cuts.starts.push(start)
  cuts.ends.push(end)
}

/** One space-free run. The order of the tests is the order of precedence. */
function cutChunk(work: Work, start: number, end: number): void {
  if (end - start <= 1) return put(work, start, end)
  const chunk = work.chars.slice(start, end), lower = chunk.toLowerCase()
  if (ADDRESS.test(chunk)) return cutAddress(work, chunk, start, end)
  if (isWhole(chunk, lower, work.lexicon)) return put(work, start, end)
  const opening = KEEPS_OPENING.test(chunk) ? null : OPENING.exec(chunk)
  if (opening !== null) return cutAt(work, start, end, start + opening[0].length, false, true)
  const closing = CLOSING.exec(chunk)
  if (closing !== null && !/^\d+'s$/.test(chunk)) return cutAt(work, start, end, end - closing[0].length, true, false)
  if (chunk.endsWith('.')) return isAbbreviation(work, chunk, end) ? put(work, start, end) : cutAt(work, start, end, end - 1, true, false)
  cutCore(work, chunk, lower, start, end)
}

/** Cuts at `at`; the halves that can hold more tokens are cut further. */
function cutAt(work: Work, start: number, end: number, at: number, left: boolean, right: boolean): void {
  if (left) cutChunk(work, start, at); else put(work, start, at)
  if (right) cutChunk(work, at, end); else put(work, at, end)
}

function cutAddress(work: Work, chunk: string, start: number, end: number): void {
  const tail = /[.,;:!?)>\]"']+$/.exec(chunk)?.[0].length ?? 0
  put(work, start, end - tail)
  for (let i = end - tail; i < end; i++) put(work, i, i + 1)
}

function isWhole(chunk: string, lower: string, lexicon: TextLexicon): boolean {
  return HANDLE.test(chunk) || (lexicon.whole.has(lower) && !CLITIC.test(chunk))
}

/** "Gen.", "U.S.", "J."; "No." and other words only before a number. */
function isAbbreviation({ chars, lexicon }: Work, chunk: string, end: number): boolean {
  const kind = lexicon.abbreviations.get(chunk)
  if (kind === undefined) return INITIALS.test(chunk) && (chunk.length > 2 || /^\p{Lu}/u.test(chunk))
  return kind !== 'number' || !lexicon.commonWords.has(chunk.slice(0, -1).toLowerCase()) || /^ ?\d/.test(chars.slice(end, end + 2))
}

/** A run whose edges are clean: clitics, joined words, glued sentences, hyphens and slashes, units. */
function cutCore(work: Work, chunk: string, lower: string, start: number, end: number): void {
  const clitic = CLITIC.exec(chunk)
  if (clitic !== null && clitic[0].length < chunk.length) return cutAt(work, start, end, end - clitic[0].length, true, false)
  const joined = JOINED.get(lower)
  if (joined !== undefined) return cutAt(work, start, end, start + joined, false, false)
  const glued = gluedAt(chunk)
  if (glued > 0) return cutAt(work, start, end, start + glued, true, true)
  const range = PHONE_OR_DATE.test(chunk) ? null : RANGE.exec(chunk)
  if (range !== null) { const at = start + (range[1] ?? '').length; put(work, start, at); put(work, at, at + 1); return put(work, at + 1, end) }
  const inner = keepsHyphen(lower, work.lexicon) || NUMERIC.test(chunk) ? null : INNER.exec(chunk)
  if (inner !== null && !betweenDigits(chunk, inner)) {
    const at = start + (inner[1] ?? '').length, after = at + (inner[2] ?? '').length
    cutChunk(work, start, at)
    put(work, at, after)
    return cutChunk(work, after, end)
  }
  const money = MONEY.exec(chunk)
  if (money !== null) return cutAt(work, start, end, start + (money[1] ?? '').length, false, true)
  const unit = UNIT.exec(chunk)
  if (unit !== null) return cutAt(work, start, end, start + (unit[1] ?? '').length, false, false)
  put(work, start, end)
}

/** Where a missing space should be ("Damascus.The"): after the stop if the word before it is an abbreviation, else after the word. */
function gluedAt(chunk: string): number {
  return GLUED.exec(chunk)?.[0].length ?? 0
}

/** "anti-tank", "co-founder", "e-mail": UD leaves a prefix on its word. */
function keepsHyphen(lower: string, lexicon: TextLexicon): boolean {
  const dash = lower.indexOf('-')
  return dash > 0 && lower.indexOf('-', dash + 1) < 0 && lexicon.prefixes.has(lower.slice(0, dash)) && /^\p{L}+$/u.test(lower.slice(dash + 1))
}

const betweenDigits = (chunk: string, inner: RegExpExecArray): boolean =>
  (inner[2] === ':' || inner[2] === ',') && /\d$/.test(inner[1] ?? '') && /^\d/.test(chunk.slice((inner[0] ?? '').length))
