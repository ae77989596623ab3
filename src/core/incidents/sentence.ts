/** The sentence around a span, for showing what a field rests on. */
import { spanOf, type Extent, type Span } from '../model/index.ts'

/** Characters looked at on either side of a span. */
const REACH = 600

/** Where a sentence ends: a stop, marks that close, and a space before what opens another; not after an initial or a short title. */
const END = /(?<!\b(?:\p{Lu}|\p{Lu}\p{Ll}{1,3}))[.!?]["'”’)\]]*\s+(?=["'“‘([]*[\p{Lu}\d])/gu

/** The sentence of `text` that holds the start of `span`, stretched to its end; at most REACH characters on either side. */
export function sentenceAt(text: string, span: Extent): Span {
  const from = Math.max(0, span.start - REACH), to = Math.min(text.length, span.end + REACH)
  const line = Math.max(from, text.lastIndexOf('\n', span.start - 1) + 1), lineEnd = text.indexOf('\n', span.end)
  let start = span.start === 0 ? 0 : line, end = Math.min(to, lineEnd < 0 ? to : lineEnd)
  const base = start
  for (const match of text.slice(base, end).matchAll(END)) {
    const next = base + match.index + match[0].length
    if (next <= span.start) start = next
    else if (next >= span.end) { end = next; break }
  }
  while (end > span.end && /\s/.test(text[end - 1]!)) end--
  return spanOf(text, { start, end })
}
