/** Lines into paragraphs: a blank line always parts them; a single newline does unless the text is hard-wrapped there. */

/** A paragraph on the surface, edges trimmed; `afterBlank` when a blank line (or nothing) stands before it. */
export interface Block { readonly start: number; readonly end: number; readonly afterBlank: boolean }

interface Line { readonly start: number; readonly end: number }

/** A wrapped line is no wider than this; wider lines mean that each line is a paragraph. */
const WIDEST_WRAP = 132
const NARROWEST_WRAP = 40

const BULLET = /^(?:[•▪●◦‣·*]|[-–—]\s|\(?[a-z\d]{1,2}[.)]\s)/
const TERMINAL = /[.!?:;"')\]]$/

/** Paragraphs of the surface, in order. */
export function readBlocks(chars: string): readonly Block[] {
  const lines = readLines(chars)
  const width = wrapWidth(chars, lines)
  const blocks: Block[] = []
  let previous: Line | null = null
  for (const line of lines) {
    if (line.start === line.end) { previous = null; continue }
    const last = blocks[blocks.length - 1]
    if (previous !== null && last !== undefined && continues(chars, previous, line, width)) blocks[blocks.length - 1] = { ...last, end: line.end }
    else blocks.push({ start: line.start, end: line.end, afterBlank: previous === null })
    previous = line
  }
  return blocks
}

/** Lines with their edges trimmed; an empty one for each blank line. */
function readLines(chars: string): readonly Line[] {
  const lines: Line[] = []
  for (let at = 0; at <= chars.length;) {
    const found = chars.indexOf('\n', at), stop = found < 0 ? chars.length : found
    let start = at, end = stop
    while (start < end && chars.charCodeAt(start) === 0x20) start++
    while (end > start && chars.charCodeAt(end - 1) === 0x20) end--
    lines.push({ start, end })
    at = stop + 1
  }
  return lines
}

const lengthOf = (line: Line): number => line.end - line.start

/** The width at which the text is wrapped, 0 when it is not: most line breaks come where the next word would not have fitted. */
function wrapWidth(chars: string, lines: readonly Line[]): number {
  const widest = lines.reduce((most, line) => Math.max(most, lengthOf(line)), 0)
  if (widest > WIDEST_WRAP || widest < NARROWEST_WRAP) return 0
  let breaks = 0, full = 0
  for (let i = 1; i < lines.length; i++) {
    const before = lines[i - 1], line = lines[i]
    if (before === undefined || line === undefined || lengthOf(before) === 0 || lengthOf(line) === 0) continue
    breaks++
    if (isFull(chars, before, line, widest)) full++
  }
  return breaks >= 2 && full >= 0.6 * breaks ? widest : 0
}

/** True when the first word of `line` would not have fitted on `before`, within a ragged edge of a seventh. */
function isFull(chars: string, before: Line, line: Line, width: number): boolean {
  const space = chars.indexOf(' ', line.start)
  const word = (space < 0 || space > line.end ? line.end : space) - line.start
  return lengthOf(before) + 1 + word > width - Math.ceil(width / 7)
}

function continues(chars: string, before: Line, line: Line, width: number): boolean {
  const opening = chars.slice(line.start, line.start + 4)
  if (BULLET.test(opening)) return false
  if (width > 0 && isFull(chars, before, line, width)) return true
  return lengthOf(before) >= NARROWEST_WRAP && !TERMINAL.test(chars.slice(before.end - 1, before.end)) && /^\p{Ll}/u.test(opening)
}
