/** Scores tokens and sentences from raw paragraphs against a treebank: F1 of exact extents. */
import { readSurface } from '../src/core/text/surface.ts'
import { sentenceStarts } from '../src/core/text/boundaries.ts'
import { tokenise } from '../src/core/text/tokenise.ts'
import type { TextLexicon } from '../src/core/text/lexicon.ts'
import type { GoldParagraph } from './sentences-corpus.ts'

export interface Score { readonly tokens: number; readonly sentences: number; readonly wrong: ReadonlyMap<string, number>; readonly missed: ReadonlyMap<string, number> }

/** Percentages. `wrong` counts the tokens that the treebank does not have, by form; `missed` those that it has and we do not. */
export function scoreParagraphs(paragraphs: readonly GoldParagraph[], lexicon: TextLexicon): Score {
  const wrong = new Map<string, number>(), missed = new Map<string, number>()
  const token = { hit: 0, all: 0 }, sentence = { hit: 0, all: 0 }
  for (const gold of paragraphs) {
    const found = cutParagraph(gold.text, lexicon)
    count(wrong, gold.text, tally(token, found.tokens, gold.tokens))
    count(missed, gold.text, tally({ hit: 0, all: 0 }, gold.tokens, found.tokens))
    tally(sentence, found.sentences, gold.sentences)
  }
  return { tokens: 200 * token.hit / token.all, sentences: 200 * sentence.hit / sentence.all, wrong, missed }
}

function count(forms: Map<string, number>, text: string, pairs: Pairs): void {
  for (const [start, end] of pairs) forms.set(text.slice(start, end), (forms.get(text.slice(start, end)) ?? 0) + 1)
}

type Pairs = readonly (readonly [number, number])[]

function tally(sum: { hit: number; all: number }, found: Pairs, gold: Pairs): Pairs {
  const known = new Set(gold.map(([start, end]) => `${start}-${end}`))
  const extra = found.filter(([start, end]) => !known.has(`${start}-${end}`))
  sum.hit += found.length - extra.length
  sum.all += found.length + gold.length
  return extra
}

export function cutParagraph(text: string, lexicon: TextLexicon): { readonly tokens: Pairs; readonly sentences: Pairs } {
  const surface = readSurface(text), cuts = tokenise(surface.chars, 0, surface.chars.length, lexicon)
  const start = (i: number): number => surface.from[cuts.starts[i] ?? 0] ?? 0, end = (i: number): number => surface.to[(cuts.ends[i] ?? 0) - 1] ?? 0
  const starts = sentenceStarts(surface.chars, cuts, lexicon)
  return {
    tokens: cuts.starts.map((_, i) => [start(i), end(i)] as const),
    sentences: starts.map((first, k) => [start(first), end((starts[k + 1] ?? cuts.starts.length) - 1)] as const),
  }
}
