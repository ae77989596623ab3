/** Coreference of event mentions within and across documents of one topic: scored pairs, then clusters by their mean scores. */
import { readingOf, type Layers } from '../events/reading.ts'
import { shared } from './bag.ts'
import { likenessOf, mentionProfile, topicVectors, type EventMention, type MentionProfile, type MentionWords } from './mention-profile.ts'

/** Weights of reasons (data/incident-weights.tsv, decision "mention") and the words that profiles need. */
export interface MentionLexicon extends MentionWords { readonly mentionWeights: ReadonlyMap<string, number> }

/** What mentions are compared by: a profile each, and how alike any two documents are, 0 to 1. */
export interface MentionField { readonly profiles: readonly MentionProfile[]; readonly likeness: (a: string, b: string) => number }

/** Clusters the mentions of one topic: indices into `mentions`. Documents are their layers by id. The order of mentions makes no difference. */
export function coreferMentions(mentions: readonly EventMention[], documents: ReadonlyMap<string, Layers>, lexicon: MentionLexicon): readonly (readonly number[])[] {
  const field = mentionField(mentions, documents, lexicon)
  return clusterMentions(field.profiles.length, (i, j) => scoreMentions(field, i, j, lexicon.mentionWeights))
}

/** Prepares mentions for comparison; those whose document is unknown must not be given. */
export function mentionField(mentions: readonly EventMention[], documents: ReadonlyMap<string, Layers>, words: MentionWords): MentionField {
  const readings = new Map([...documents].map(([id, layers]) => [id, readingOf(layers)])), vectors = topicVectors(documents), known = new Map<string, number>()
  const likeness = (a: string, b: string): number => {
    const key = a < b ? `${a}\u0000${b}` : `${b}\u0000${a}`, old = known.get(key)
    if (old !== undefined) return old
    const value = a === b ? 1 : likenessOf(vectors.get(a)!, vectors.get(b)!)
    known.set(key, value)
    return value
  }
  return { profiles: mentions.map(m => mentionProfile(readings.get(m.document)!, m, words)), likeness }
}

export function scoreMentions(field: MentionField, i: number, j: number, weights: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const [feature, value] of mentionFeatures(field, i, j)) sum += value * (weights.get(feature) ?? 0)
  return sum
}

/** Likeness of documents is cut off here: beyond it they tell one story anyway. */
const ALIKE = 0.4

/** Reasons for and against one event behind two mentions, with their values. */
export function mentionFeatures({ profiles, likeness }: MentionField, i: number, j: number): readonly (readonly [string, number])[] {
  const a = profiles[i]!, b = profiles[j]!, alike = Math.min(ALIKE, likeness(a.document, b.document)) / ALIKE, one = a.document === b.document
  const word = a.lemma === b.lemma ? 'lemma' : a.stem === b.stem || related(a.lemma, b.lemma) ? 'stem' : shared(a.kinds, b.kinds) > 1 ? 'kind' : shared(a.kinds, b.kinds) > 0 ? 'type' : 'other'
  const out: (readonly [string, number])[] = [['bias', 1], [`word-${word}`, 1], [`word-${word}-alike`, one ? 0 : alike], [`word-${word}-one-document`, Number(one)]]
  const add = (feature: string, holds: boolean): void => { if (holds) out.push([feature, 1]) }
  const known = word === 'other' ? 'other' : 'like'
  sides(a, b, known, add)
  add('speech', a.speech || b.speech)
  add('speech-alike', (a.speech || b.speech) && shared(a.agents, b.agents) > 0)
  add('names-shared', shared(a.names, b.names) > 0)
  add('names-many', shared(a.names, b.names) > 2)
  add('rest-shared', shared(a.rest, b.rest) > 0)
  add('rest-other', a.rest.length > 0 && b.rest.length > 0 && shared(a.rest, b.rest) === 0)
  add('sentence', one && a.sentence === b.sentence)
  add('verb-noun', a.verb !== b.verb)
  return out
}

function sides(a: MentionProfile, b: MentionProfile, known: string, add: (feature: string, holds: boolean) => void): void {
  const both = (x: Int32Array, y: Int32Array): boolean => x.length > 0 && y.length > 0
  for (const side of ['agents', 'patients', 'times'] as const) if (both(a[side], b[side])) add(`${side}-${shared(a[side], b[side]) > 0 ? 'same' : 'other'}-${known}`, true)
  const around = shared(a.around, b.around)
  add(`around-same-${known}`, around > 0)
  add(`around-many-${known}`, around > 1)
  add(`around-none-${known}`, around === 0 && both(a.around, b.around))
  add(`crossed-${known}`, around === 0 && (shared(a.names, b.around) > 0 || shared(a.around, b.names) > 0))
}

/** Letters in front that make two words one family ("explode", "explosion"). */
const FAMILY = 5
const related = (a: string, b: string): boolean => a.length >= FAMILY && b.length >= FAMILY && a.slice(0, FAMILY) === b.slice(0, FAMILY)

/** Average linkage: the two clusters of the greatest mean score join while it is above 0. Ties go to the earlier. */
export function clusterMentions(n: number, score: (i: number, j: number) => number): readonly (readonly number[])[] {
  const members: number[][] = Array.from({ length: n }, (_, i) => [i]), alive = new Set(members.keys()), sums = members.map(() => new Float64Array(n))
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) sums[i]![j] = sums[j]![i] = score(i, j)
  const mean = (i: number, j: number): number => sums[i]![j]! / (members[i]!.length * members[j]!.length)
  const partner = (i: number): number => { let best = -1; for (const j of alive) if (j !== i && (best < 0 || mean(i, j) > mean(i, best))) best = j; return best }
  const best = members.map((_, i) => partner(i))
  for (;;) {
    let a = -1
    for (const i of alive) if (best[i]! >= 0 && mean(i, best[i]!) > 0 && (a < 0 || mean(i, best[i]!) > mean(a, best[a]!))) a = i
    if (a < 0) break
    const b = best[a]!
    for (const k of alive) { sums[a]![k]! += sums[b]![k]!; sums[k]![a] = sums[a]![k]! }
    members[a]!.push(...members[b]!)
    alive.delete(b)
    for (const k of alive) if (k === a || best[k] === a || best[k] === b || mean(k, a) > mean(k, best[k]!)) best[k] = partner(k)
  }
  return [...alive].map(i => members[i]!.sort((x, y) => x - y)).sort((x, y) => x[0]! - y[0]!)
}
