/** The stretches of a report's words that may name a party of an incident: noun phrases by the tree, by the tags alone, and the names and roles that the engine marked. */
import type { Layers } from '../../src/core/events/reading.ts'

/** Tokens half-open; `head` is the token that the tree hangs elsewhere. */
export interface Phrase { readonly first: number; readonly last: number; readonly head: number; readonly sentence: number }

type Trees = Pick<Layers, 'text' | 'syntax'>

const LONGEST = 10
/** A run's starts that are tried, from its end backwards. */
const STARTS = 6

export function phrasesOf(layers: Pick<Layers, 'text' | 'syntax' | 'entities' | 'lexicon'>): readonly Phrase[] {
  const found = new Map<string, Phrase>()
  const add = (first: number, last: number): void => {
    const [from, to] = trimmed(layers, first, last), sentence = layers.text.tokens[from]?.sentence
    if (to <= from || to - from > LONGEST || sentence === undefined || layers.text.tokens[to - 1]?.sentence !== sentence || found.has(`${from} ${to}`)) return
    const head = headOf(layers, from, to)
    if (/^(?:NOUN|PROPN|ADJ|VERB|NUM|X)$/.test(layers.syntax.upos[head] ?? '')) found.set(`${from} ${to}`, { first: from, last: to, head, sentence })
  }
  for (const { form, first, last } of layers.entities.mentions) if (form !== 'pronoun') add(first, last)
  for (let i = 0; i < layers.text.tokens.length; i++) if (layers.lexicon.weapons.get(layers.syntax.lemma[i]?.toLowerCase() ?? '')?.some(t => t.words.length === 1)) add(i, i + 1)
  for (const [first, last] of runsOf(layers)) {
    for (let start = first; start < last; start++) if (last - start <= STARTS) add(start, last)
    const beyond = ofEnd(layers, last)
    if (beyond > last) for (let start = first; start < last; start++) if (last - start <= STARTS) add(start, beyond)
  }
  return [...found.values()]
}

const NOMINAL = /^(?:NOUN|PROPN|ADJ|NUM|X)$/

/** Runs of nouns, names, adjectives and numbers, with hyphens, quotation marks and participles between them; each end at a noun or name is one. */
function runsOf({ text, syntax }: Trees): readonly (readonly [number, number])[] {
  const out: [number, number][] = []
  let first = -1
  for (let i = 0; i <= text.tokens.length; i++) {
    const inRun = i < text.tokens.length && (first < 0 || text.tokens[i]!.sentence === text.tokens[first]!.sentence) && joins({ text, syntax }, i, first)
    if (!inRun) { first = i < text.tokens.length && joins({ text, syntax }, i, -1) ? i : -1 } else if (first < 0) first = i
    if (first >= 0 && /^(?:NOUN|PROPN|X)$/.test(syntax.upos[i] ?? '') && !/^(?:NOUN|PROPN)$/.test(next({ text, syntax }, i))) out.push([first, i + 1])
  }
  return out
}

const next = ({ text, syntax }: Trees, i: number): string => text.tokens[i + 1]?.sentence === text.tokens[i]?.sentence ? syntax.upos[i + 1] ?? '' : ''

function joins({ text, syntax }: Trees, i: number, first: number): boolean {
  const tag = syntax.upos[i] ?? '', form = text.tokens[i]!.form
  return NOMINAL.test(tag) || (/^VB[NG]$/.test(syntax.xpos[i] ?? '') && syntax.deprel[i] === 'amod') || (first >= 0 && (form === '-' || form === "'s" || form === '"'))
}

/** The end of "of the ..." after a phrase. */
function ofEnd({ text, syntax }: Trees, last: number): number {
  if (syntax.lemma[last] !== 'of') return last
  let i = last + 1
  while (i < text.tokens.length && i - last < 7 && (NOMINAL.test(syntax.upos[i] ?? '') || syntax.upos[i] === 'DET' || text.tokens[i]!.form === '-')) i++
  return i > last + 1 && /^(?:NOUN|PROPN)$/.test(syntax.upos[i - 1] ?? '') ? i : last
}

/** Without articles, signs and possessives at its ends. */
function trimmed({ text, syntax }: Trees, first: number, last: number): readonly [number, number] {
  let from = first, to = last
  while (from < to && (/^(?:DET|PUNCT|PRON|CCONJ|ADP|PART)$/.test(syntax.upos[from] ?? ''))) from++
  while (to > from && (/^(?:PUNCT|PART|ADP|DET)$/.test(syntax.upos[to - 1] ?? '') || text.tokens[to - 1]!.form === "'s")) to--
  return [from, to]
}

function headOf({ syntax }: Trees, first: number, last: number): number {
  for (let i = first; i < last; i++) { const up = syntax.head[i] ?? -1; if (up < first || up >= last) return i }
  return last - 1
}

/** The words of a phrase as they stand in the text. */
export const wordsOf = ({ text }: Pick<Layers, 'text'>, { first, last }: Pick<Phrase, 'first' | 'last'>): string => text.text.slice(text.tokens[first]!.start, text.tokens[last - 1]!.end)
