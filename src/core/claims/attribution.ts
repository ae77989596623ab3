/** One act of speech or thought: who, the cue, and the words that are ascribed. */
import { prepositionOf } from '../events/arguments.ts'
import { lemmaAt, lemmaIn, type Reading } from '../events/reading.ts'
import { range } from '../text/range.ts'
import type { CueKind } from './lexicon.ts'

/** Everything in token indices. */
export interface Attribution {
  readonly kind: CueKind
  /** First and last token of the cue's main words, inclusive. */
  readonly cue: readonly [number, number]
  /** Head token of who speaks, a relative pronoun replaced by its noun; -1 for nobody named. */
  readonly speaker: number
  /** Tokens of the source phrase as it stands beside the cue, in text order. */
  readonly source: readonly number[]
  /** The cue with its auxiliaries, adverbs and particles. */
  readonly cueTokens: readonly number[]
  /** Tokens of what is said, in text order. */
  readonly content: readonly number[]
  /** Head token of who is accused, or -1. */
  readonly target: number
  /** What is denied, condemned or charged is said in so many words, so that no other act may be meant. */
  readonly specific: boolean
  /** "did not say that": nothing is said. */
  readonly negated: boolean
  /** The cue stands between quotation marks: somebody who is quoted ascribes it, and not the report. */
  readonly quoted: boolean
  readonly rule: string
}

/** What a rule gives; the rest follows from the tree. */
export type Draft = Pick<Attribution, 'kind' | 'cue' | 'speaker' | 'content' | 'rule'> & Partial<Pick<Attribution, 'target' | 'specific' | 'negated' | 'source'>> & { readonly particles?: readonly number[] }

/** Fills in the source phrase and the full cue. */
export function complete(r: Reading, draft: Draft, quoted: boolean): Attribution {
  const apposed = new Set(draft.source), content = new Set(draft.content.filter(t => !apposed.has(t))), source = draft.source ?? (draft.speaker < 0 ? [] : sourcePhrase(r, draft, content))
  const { particles: _, ...rest } = draft
  return { target: -1, specific: true, negated: false, quoted, ...rest, content: [...content], source, cueTokens: content.has(draft.cue[0]) ? [] : cuePhrase(r, draft, new Set([...content, ...source])) }
}

/** The noun phrase of the speaker without the cue's own clause; the relative pronoun where the cue stands in a relative clause. */
function sourcePhrase(r: Reading, { cue: [verb], speaker }: Draft, content: ReadonlySet<number>): readonly number[] {
  const pronoun = (r.syntax.children[verb] ?? []).find(c => lemmaIn(r, c, 'relative-pronoun') && (r.syntax.deprel[c] ?? '').startsWith('nsubj'))
  if (pronoun !== undefined) return [pronoun]
  const phrase = subtree(r, speaker, verb).filter(t => !content.has(t))
  const at = phrase.indexOf(speaker)
  let from = at, to = at
  while (from > 0 && phrase[from - 1] === phrase[from]! - 1) from--
  while (to + 1 < phrase.length && phrase[to + 1] === phrase[to]! + 1) to++
  while (to > at && r.syntax.upos[phrase[to]!] === 'PUNCT') to--
  while (from < at && (r.syntax.upos[phrase[from]!] === 'PUNCT' || r.syntax.deprel[phrase[from]!] === 'case')) from++
  return [...phrase.slice(from, to + 1), ...apart(r, verb, phrase[to]! + 1)]
}

/** "Spokeswoman Haley Morris says": parsers make the name a subject beside its title. */
function apart(r: Reading, verb: number, next: number): readonly number[] {
  const second = (r.syntax.children[verb] ?? []).find(c => c >= next && c < verb && r.syntax.deprel[c] === 'nsubj')
  const words = second === undefined ? [] : subtree(r, second)
  return words[0] === next ? words : []
}

/** Auxiliaries and adverbs around the verb, the "to" before it, its particle, the preposition before the content, "in a statement". */
function cuePhrase(r: Reading, { cue: [first, last], particles = [] }: Draft, taken: ReadonlySet<number>): readonly number[] {
  const s = r.syntax, out = new Set<number>()
  for (let i = first; i <= last; i++) if (!taken.has(i)) out.add(i)
  const near = (c: number): boolean => !taken.has(c) && (out.has(c - 1) || out.has(c + 1))
  const own = (i: number): readonly number[] => s.children[i] ?? []
  for (const c of [...own(first), ...(last > first ? own(last).filter(c => (s.deprel[c] ?? '').startsWith('aux')) : [])].toReversed()) if (c < first && /^(?:aux|advmod|cop)/.test(s.deprel[c] ?? '') && near(c) && own(c).length === 0) out.add(c)
  for (const c of own(last)) if (c > last && /^(?:compound:prt|advmod)/.test(s.deprel[c] ?? '') && near(c) && own(c).length === 0) out.add(c)
  for (const c of own(first)) if (c > first && lemmaIn(r, c, 'speech-setting') && prepositionOf(s, c) !== '') {
    const phrase = subtree(r, c)
    if (phrase.every(t => !taken.has(t)) && near(phrase[0]!) && phrase.length < 6) for (const t of phrase) out.add(t)
  }
  for (const c of own(last)) if (c > last && s.deprel[c] === 'obl:unmarked' && (r.timeAt[c] ?? -1) >= 0) { const phrase = subtree(r, c); if (phrase[0] === last + 1 && phrase.length < 4 && phrase.every(t => !taken.has(t))) for (const t of phrase) out.add(t) }
  for (const c of own(first)) if (c === first - 1 && s.deprel[c] === 'mark' && lemmaAt(r, c) === 'to' && near(c)) out.add(c)
  if (lemmaAt(r, last + 1) === 'as' && s.upos[last + 1] === 'ADP' && !taken.has(last + 1)) out.add(last + 1)
  for (const p of particles) if (p >= 0 && (near(p) || p > last && p - last < 4 && range(last + 1, p).every(t => (r.timeAt[t] ?? -1) >= 0))) out.add(p)
  for (const t of leading(r, first)) if (!taken.has(t)) out.add(t)
  return [...out].sort((a, b) => a - b)
}

/** "went on to say", "refused to condemn": the verbs that lead to the cue, with what stands between. */
function leading(r: Reading, verb: number): readonly number[] {
  const up = r.syntax.head[verb] ?? -1, rel = r.syntax.deprel[verb] ?? ''
  if (up < 0 || up > verb || verb - up > 4 || !(rel === 'xcomp' || rel === 'advcl' && lemmaAt(r, up) === 'go') || !lemmaIn(r, up, 'onset-verb')) return []
  const out: number[] = [...leading(r, up)]
  for (let t = up; t < verb; t++) out.push(t)
  return [...(r.syntax.children[up] ?? []).filter(c => c === up - 1 && /^(?:aux|advmod)/.test(r.syntax.deprel[c] ?? '')), ...out]
}

/** Tokens of the subtree of `head`, those below `without` left out, in text order. */
export function subtree(r: Pick<Reading, 'syntax'>, head: number, without = -1): readonly number[] {
  const out: number[] = [], stack = [head]
  while (stack.length > 0) {
    const i = stack.pop()!
    if (i === without) continue
    out.push(i)
    stack.push(...(r.syntax.children[i] ?? []))
  }
  return out.sort((a, b) => a - b)
}
