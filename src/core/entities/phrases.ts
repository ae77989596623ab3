/** Noun phrases off the tree: how far the name of a participant reaches around its head. */
import type { SyntaxLayer, TextLayer } from '../model/index.ts'

const LEFT = new Set(['amod', 'compound', 'nmod:poss', 'flat', 'nmod:unmarked', 'nmod:desc', 'advmod', 'punct', 'case', 'nmod', 'dep', 'goeswith'])
const RIGHT = new Set(['flat', 'compound', 'fixed', 'goeswith', 'nmod:unmarked', 'nmod:desc'])

/** Tokens of the phrase around `head`, half-open: modifiers and names, without determiners, numbers, clauses, appositions and `closed` tokens. */
export function phraseAround(text: TextLayer, s: SyntaxLayer, head: number, closed: (token: number) => boolean = () => false): { first: number; last: number } {
  const sentence = text.sentences[text.tokens[head]?.sentence ?? 0]
  let first = head, last = head + 1
  while (first - 1 >= (sentence?.first ?? 0) && !closed(first - 1) && belongsLeft(text, s, first - 1, head)) first--
  while (first < head && (s.deprel[first] === 'case' || !/\p{L}|\p{N}/u.test(text.tokens[first]?.norm ?? ''))) first++
  while (last < (sentence?.last ?? 0) && !closed(last) && belongsRight(s, last, head)) last++
  while (last - 1 > head && !/\p{L}|\p{N}/u.test(text.tokens[last - 1]?.norm ?? '')) last--
  return { first: s.upos[head] === 'PROPN' ? ageBehind(text, first, head) : ageBefore(text, first, sentence?.first ?? 0), last }
}

/** "A 12-year-old boy": where a phrase begins with the last word of an age, the token that begins the age. */
export function ageBefore(text: TextLayer, first: number, open: number): number {
  const word = (i: number): string => text.tokens[i]?.norm.toLowerCase() ?? ''
  if (word(first) !== 'old' || first - 4 < open) return first
  return word(first - 1) === '-' && /^(?:year|month|week|day)$/.test(word(first - 2)) && word(first - 3) === '-' && /^[\p{L}\p{N}]+$/u.test(word(first - 4)) ? first - 4 : first
}

/** Whether a token before the head is one of its name-making modifiers, however deep. */
function belongsLeft(text: TextLayer, s: SyntaxLayer, i: number, head: number): boolean {
  for (let at = i, hops = 0; at >= 0 && hops < 6; hops++) {
    const up = s.head[at] ?? -1, rel = s.deprel[at] ?? ''
    if (!LEFT.has(rel) && !((rel === 'conj' || rel === 'cc') && up !== head) && !(/^(?:obl|nsubj|obj|dep)/.test(rel) && text.tokens[at + 1]?.form === '-')) return false
    if (rel === 'nmod:poss' && s.upos[at] === 'PRON') return false
    if (rel === 'case' && s.lemma[at] !== "'s" && s.lemma[at] !== "'") return false
    if (rel === 'punct' && s.lemma[at] !== '-' && s.lemma[at] !== '.') return false
    if (rel === 'advmod' && up === head) return false
    if (up === head) return true
    at = up
  }
  return false
}

function belongsRight(s: SyntaxLayer, i: number, head: number): boolean {
  for (let at = i, hops = 0; at >= 0 && hops < 5; hops++) {
    const up = s.head[at] ?? -1, rel = s.deprel[at] ?? ''
    if (rel === 'punct' ? s.lemma[at] !== '-' : !RIGHT.has(rel)) return false
    if (up === head) return true
    at = up
  }
  return false
}

/** "26-year-old Terrell": where a name begins with what is left of an age, the token behind it. */
function ageBehind(text: TextLayer, first: number, head: number): number {
  for (let i = first; i < Math.min(head, first + 4); i++) if (text.tokens[i]!.norm.toLowerCase() === 'old') return i + 1
  return first
}

/** The complement with "of", "from" or "for" right after a phrase ("members of the Iraqi security forces"), or null. */
export function ofComplement(text: TextLayer, s: SyntaxLayer, head: number): number {
  for (const c of s.children[head] ?? []) {
    if (s.deprel[c] !== 'nmod' || c < head || c - head > 8) continue
    const marker = (s.children[c] ?? []).find(k => s.deprel[k] === 'case')
    if (marker !== undefined && ['of', 'from', 'for'].includes(s.lemma[marker] ?? '')) return c
  }
  return -1
}
