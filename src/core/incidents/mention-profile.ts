/** A mention of an event made comparable across documents: its head word, its arguments by the parse, the words around it. */
import { entityAt, lemmaAt, tokensOf, type Layers, type Reading } from '../events/reading.ts'
import type { Extent } from '../model/index.ts'
import { bagOf, stem, type Bag } from './bag.ts'

/** A mention in the text of a document. */
export interface EventMention { readonly document: string; readonly extent: Extent }

export interface MentionProfile {
  readonly document: string
  readonly sentence: number
  readonly lemma: string
  readonly stem: string
  readonly verb: boolean
  /** Kinds of act that the triggers table gives the word: "ASSAULT firearms". */
  readonly kinds: Bag
  /** Names and head words of who acts, of what it is done to, and of all that hangs on the mention. */
  readonly agents: Bag
  readonly patients: Bag
  readonly around: Bag
  /** Names and numbers of the sentence; values of its times. */
  readonly names: Bag
  readonly times: Bag
  /** Words of the mention besides its head. */
  readonly rest: Bag
  /** It is what somebody says, believes or plans, by a cue word of claims. */
  readonly speech: boolean
}

/** Which words are cues of speech. */
export interface MentionWords { readonly cues: ReadonlySet<string> }

const AGENT = new Set(['nsubj', 'obl:agent', 'nmod:poss', 'csubj']), PATIENT = new Set(['obj', 'nsubj:pass', 'iobj'])

/** The profile of a mention, by the reading of its document. */
export function mentionProfile(r: Reading, { document, extent }: EventMention, { cues }: MentionWords): MentionProfile {
  const { first, last } = tokensOf(r.text, extent), head = headOf(r, first, last), lemma = lemmaAt(r, head), sentence = r.text.sentences[r.text.tokens[head]?.sentence ?? 0]
  const own = new Set(Array.from({ length: last - first }, (_, k) => first + k)), sides = argumentsOf(r, head, own), inside = sentence === undefined ? [] : range(sentence.first, sentence.last)
  return {
    document, sentence: sentence?.index ?? -1, lemma, stem: stem(lemma), verb: r.syntax.upos[head] === 'VERB', speech: cues.has(lemma),
    kinds: bagOf((r.lexicon.triggers.get(lemma) ?? []).flatMap(t => [t.type, `${t.type} ${t.mode}`])),
    agents: bagOf(sides.agents.flatMap(i => wordsOf(r, i))), patients: bagOf(sides.patients.flatMap(i => wordsOf(r, i))),
    around: bagOf(sides.all.flatMap(i => wordsOf(r, i))), rest: bagOf([...own].filter(i => i !== head).map(i => stem(lemmaAt(r, i)))),
    names: bagOf(inside.filter(i => !own.has(i) && /^(?:PROPN|NUM)$/.test(r.syntax.upos[i] ?? '')).map(i => lemmaAt(r, i))),
    times: bagOf(inside.flatMap(i => { const t = r.times[r.timeAt[i] ?? -1]; return t === undefined ? [] : [t.edtf ?? t.value] })),
  }
}

const range = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, k) => from + k)

/** The word of a phrase that hangs on a word outside. */
function headOf(r: Reading, first: number, last: number): number {
  for (let i = first; i < last; i++) { const head = r.syntax.head[i] ?? -1; if (head < first || head >= last) return i }
  return first
}

interface Sides { readonly agents: readonly number[]; readonly patients: readonly number[]; readonly all: readonly number[] }

function argumentsOf(r: Reading, head: number, own: ReadonlySet<number>): Sides {
  const agents: number[] = [], patients: number[] = [], all: number[] = []
  for (const at of [...own, head]) for (const child of r.syntax.children[at] ?? []) {
    if (own.has(child) || !/^(?:NOUN|PROPN|PRON|NUM)$/.test(r.syntax.upos[child] ?? '')) continue
    const rel = r.syntax.deprel[child] ?? '', marks = (r.syntax.children[child] ?? []).filter(c => r.syntax.deprel[c] === 'case').map(c => lemmaAt(r, c))
    if (AGENT.has(rel) || (rel === 'nmod' && marks.includes('by'))) agents.push(child)
    else if (PATIENT.has(rel) || ((rel === 'nmod' || rel === 'compound') && (marks.length === 0 || marks.includes('of') || marks.includes('on')))) patients.push(child)
    all.push(child)
  }
  // What shares a verb takes its subject: "was arrested and charged".
  if (agents.length + patients.length === 0 && r.syntax.deprel[head] === 'conj') for (const child of r.syntax.children[r.syntax.head[head] ?? -1] ?? []) if (r.syntax.deprel[child]?.startsWith('nsubj')) { agents.push(child); all.push(child) }
  return { agents, patients, all }
}

/** Head lemma and names of an argument; of one that a pronoun stands for, the name of its chain. */
function wordsOf(r: Reading, i: number): readonly string[] {
  const m = entityAt(r, i), chain = m === null ? undefined : r.entities.chains[m.chain]
  const named = chain === undefined ? [] : chain.name.toLowerCase().split(/[\s-]+/).filter(w => w.length > 2)
  return [...m?.form === 'pronoun' ? [] : [stem(lemmaAt(r, i))], ...named.map(stem)]
}

/** Weight of each lemma of a document by how few documents hold it: the vector's length is 1. */
export type TopicVector = ReadonlyMap<string, number>

const CONTENT = /^(?:NOUN|PROPN|VERB|NUM)$/

/** tf-idf vectors of documents (Salton and Buckley 1988): 1 + log of the count, times the log of the share of documents without it. */
export function topicVectors(documents: ReadonlyMap<string, Layers>): ReadonlyMap<string, TopicVector> {
  const counts = new Map<string, Map<string, number>>(), spread = new Map<string, number>()
  for (const [id, { syntax }] of documents) {
    const own = new Map<string, number>()
    syntax.lemma.forEach((lemma, i) => { if (CONTENT.test(syntax.upos[i] ?? '')) own.set(lemma.toLowerCase(), (own.get(lemma.toLowerCase()) ?? 0) + 1) })
    for (const lemma of own.keys()) spread.set(lemma, (spread.get(lemma) ?? 0) + 1)
    counts.set(id, own)
  }
  return new Map([...counts].map(([id, own]) => {
    const weights = [...own].map(([lemma, n]) => [lemma, (1 + Math.log(n)) * Math.log((1 + documents.size) / spread.get(lemma)!)] as const), length = Math.hypot(...weights.map(([, w]) => w)) || 1
    return [id, new Map(weights.map(([lemma, w]) => [lemma, w / length]))]
  }))
}

/** Cosine of two vectors. */
export function likenessOf(a: TopicVector, b: TopicVector): number {
  let sum = 0
  for (const [lemma, w] of a) sum += w * (b.get(lemma) ?? 0)
  return sum
}
