/** What the whole report gives to the reading of one expression, and where a position lies in it. */
import type { Sentence, SyntaxLayer, TextLayer, Token } from '../model/index.ts'
import type { Day } from './calendar.ts'
import type { TimeLexicon } from './dated-events.ts'

/** `today` is the report's day, or an arbitrary one where `dated` is false. */
export interface Frame {
  readonly text: TextLayer
  readonly syntax: SyntaxLayer | null
  readonly today: Day
  readonly dated: boolean
  readonly lexicon: TimeLexicon
}

/** Characters of the sentence that a rule may look at on each side. */
export const WINDOW = 240

/** The sentence that holds a position; sentences are in text order. */
export function sentenceAt(sentences: readonly Sentence[], position: number): Sentence | null {
  const found = sentences[firstEndingAfter(sentences, position)]
  return found !== undefined && found.start <= position && position < found.end ? found : null
}

/** The index of the token that holds or follows a position; -1 when none does. */
export function tokenAt(tokens: readonly Token[], position: number): number {
  const index = firstEndingAfter(tokens, position)
  return index < tokens.length ? index : -1
}

function firstEndingAfter(spans: readonly { readonly end: number }[], position: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.end ?? 0) <= position) low = middle + 1
    else high = middle
  }
  return low
}
