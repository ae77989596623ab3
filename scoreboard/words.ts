/** Words of a corpus that come as tokens: joined to a text, and found again in it. */
import type { Extent } from '../src/core/model/index.ts'
import type { Layers } from '../src/core/events/reading.ts'

/** Tokens as one text: a space between tokens, a line between sentences, with the extent of each token in order. */
export function joined(sentences: readonly (readonly string[])[]): { readonly text: string; readonly extents: readonly Extent[] } {
  const extents: Extent[] = []
  let text = ''
  for (const [i, sentence] of sentences.entries()) {
    if (i > 0) text += '\n'
    for (const [j, token] of sentence.entries()) {
      if (j > 0) text += ' '
      extents.push({ start: text.length, end: text.length + token.length })
      text += token
    }
  }
  return { text, extents }
}

export const overlaps = (a: Extent, b: Extent): boolean => a.start < b.end && b.start < a.end

/** Indices of the tokens that `span` touches. */
export const touched = (extents: readonly Extent[], span: Extent): readonly number[] => extents.flatMap((e, i) => overlaps(e, span) ? [i] : [])

/** The head word of a span by our parse: its first token whose governor stands outside the span; the span itself where it touches no token. */
export function headWord(span: Extent, { text, syntax }: Layers): Extent {
  const inside = touched(text.tokens, span), head = inside.find(i => !inside.includes(syntax.head[i]!))
  return head === undefined ? span : text.tokens[head]!
}

const BEFORE_NOUN: ReadonlySet<string> = new Set(['det', 'amod', 'compound', 'nummod', 'nmod:poss', 'det:predet', 'flat'])

/** A span with the determiners, adjectives and numbers that stand before it in its noun phrase. */
export function nounPhrase(span: Extent, layers: Layers): Extent {
  const { text, syntax } = layers, head = text.tokens.findIndex(t => t.start === headWord(span, layers).start)
  if (head < 0) return span
  const before = syntax.children[head]!.filter(child => child < head && BEFORE_NOUN.has(syntax.deprel[child]!))
  return { start: Math.min(span.start, ...before.map(child => text.tokens[child]!.start)), end: span.end }
}
