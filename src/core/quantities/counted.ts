/** Which noun a number phrase counts. */
import type { SyntaxLayer } from '../model/index.ts'
import { numberOf } from './amount.ts'
import type { Found } from './unit.ts'

const NOUN = new Set(['NOUN', 'PROPN', 'PRON', 'SYM'])

/** The noun that is counted: the governor of the number, the noun after "of", or the next noun; -1 when none. */
export function countedBy({ text, syntax: s, lexicon, words, number: first, last, end, read }: Found): number {
  const inside = (i: number): boolean => i >= first && i < last
  let head = last - 1
  for (let i = last - 1; i >= first; i--) if (!inside(s.head[i] ?? -1)) { head = i; break }
  const up = pluralAfter(s, s.head[head] ?? -1, words, first, end)
  if (up >= 0 && /^(?:nummod|det|amod|compound|advmod)/.test(s.deprel[head] ?? '') && NOUN.has(s.upos[up] ?? '') && Math.abs(up - head) < 9) return up
  const isOf = (c: number): boolean => c >= last && (s.deprel[c] ?? '').startsWith('nmod') && s.children[c]?.some(k => s.lemma[k] === 'of' || s.lemma[k] === 'among') === true
  for (let i = last - 1; i >= first; i--) { const of = s.children[i]?.find(isOf); if (of !== undefined) return of }
  if (text.tokens[last - 1]!.norm === 'of' && NOUN.has(s.upos[last] ?? '')) return last
  for (let i = words[last] === 'of' ? last + 1 : last; i < Math.min(end, last + 4); i++) {
    const upos = s.upos[i] ?? ''
    if (upos === 'NOUN' && s.upos[i + 1] !== 'NOUN') return numberOf(words[i] ?? '', lexicon) === null ? i : -1
    if (upos !== 'ADJ' && upos !== 'NOUN' && upos !== 'PROPN' && !(upos === 'DET' && read.unit === 'share')) break
  }
  return -1
}

/** "150 rocket and drone attacks": a number above one counts the plural noun of its list, not the singular it leans on. */
function pluralAfter(s: SyntaxLayer, noun: number, words: readonly string[], first: number, end: number): number {
  if (noun < first || s.xpos[noun] !== 'NN' || words[first] === 'one' || words[first] === '1') return noun
  for (let i = noun + 1; i < Math.min(end, noun + 6); i++) {
    if (s.xpos[i] === 'NNS') return i
    if (!/^(?:NOUN|PROPN|ADJ|CCONJ|PUNCT)$/.test(s.upos[i] ?? '') || words[i] === '.') break
  }
  return noun
}
