/** What a toll is, which words tell of one, and how it is read off the tokens that are counted. */
import type { EntityMention, Extent } from '../model/index.ts'
import { childrenWith } from './arguments.ts'
import { partyHead } from './measure.ts'
import { entityAt, isHuman, lemmaAt, lemmaIn, type Reading } from './reading.ts'
import { oneFrom, usable, type Range } from './victim-party.ts'
import { sumRanges, type Victims } from './victims.ts'

export type TollKind = 'killed' | 'injured' | 'detained'

/** How many of those whom a token heads. */
export interface Counted extends Range { readonly head: number }

/** A toll at one place in the text: a range of people, whom it counts, the token it hangs on. */
export interface Toll extends Extent {
  readonly kind: TollKind
  readonly min: number | null
  readonly max: number | null
  /** Head tokens of those counted. */
  readonly of: readonly number[]
  /** The parties that the range sums. */
  readonly parties: readonly Counted[]
  /** The word that says what befell them. */
  readonly anchor: number
  readonly sentence: number
  /** A word for many ("dozens"), not a number. */
  readonly vague: boolean
  readonly rule: string
}

/** What a verb says befell its victims. */
export const kindOf = (r: Reading, i: number): TollKind | null => (lemmaIn(r, i, 'kill-verb') || lemmaIn(r, i, 'die-verb') ? 'killed' : lemmaIn(r, i, 'hurt-verb') ? 'injured' : lemmaIn(r, i, 'detain-verb') ? 'detained' : null)

/** A toll over head tokens; null when none of them is counted. */
export function toll(r: Reading, kind: TollKind, anchor: number, heads: readonly number[], rule: string): Toll | null {
  const parties = heads.flatMap((head): readonly Counted[] => { const own = heads.length > 1 && isNot(r, head) ? null : rangeOf(r, head); return own === null ? [] : [{ head, ...own }] }), range = sumRanges(parties)
  if (!range) return null
  const tokens = [anchor, ...heads].sort((a, b) => a - b)
  const start = r.text.tokens[leftmost(r, tokens[0] ?? anchor)]?.start ?? 0, end = r.text.tokens[tokens.at(-1) ?? anchor]?.end ?? 0
  return { kind, ...range, of: heads, parties, anchor, sentence: r.text.tokens[anchor]?.sentence ?? 0, start, end, vague: heads.every(h => r.counts[countOf(r, h)]?.rule === 'count:vague'), rule }
}

/** "Five, not three, men died": the figure that another is set against. */
const isNot = (r: Reading, head: number): boolean => { const count = r.counts[countOf(r, head)]; return count !== undefined && lemmaAt(r, count.first - 1) === 'not' }

/** Start of the number phrase before a counted noun. */
function leftmost(r: Reading, token: number): number {
  const count = r.counts[countOf(r, token)]
  return count ? Math.min(count.first, token) : token
}

/** The toll of one count phrase that stands beside its word. */
export function countToll(r: Reading, kind: TollKind, anchor: number, k: number, rule: string): Toll | null {
  const count = r.counts[k]
  if (count === undefined) return null
  const of = count.of >= 0 ? count.of : count.last - 1, tokens = [count.first, count.last - 1, anchor, ...(count.of >= 0 ? [count.of] : [])]
  return {
    kind, min: count.min, max: count.max, of: [of], parties: [{ head: of, min: count.min, max: count.max }], anchor, sentence: r.text.tokens[anchor]!.sentence, vague: count.rule === 'count:vague', rule,
    start: r.text.tokens[Math.min(...tokens)]!.start, end: r.text.tokens[Math.max(...tokens)]!.end,
  }
}

/** The toll of a list that stands before or after its word. */
export function listToll(r: Reading, kind: TollKind, anchor: number, { parties }: Victims, rule: string): Toll | null {
  const range = sumRanges(parties), first = Math.min(anchor, parties[0]!.first), end = Math.max(anchor + 1, parties.at(-1)!.last)
  return range === null ? null : { kind, ...range, of: parties.map(p => p.head), parties, anchor, sentence: r.text.tokens[anchor]!.sentence, vague: parties.every(p => p.vague), start: r.text.tokens[first]!.start, end: r.text.tokens[end - 1]!.end, rule }
}

/** Index of the count that applies to a token: its own number phrase, or the number it is. -1 when none. */
export function countOf(r: Reading, head: number): number {
  const own = r.countAt[head] ?? -1
  if (own >= 0 && usable(r, own)) return own
  const of = r.countFor[head] ?? -1
  if (of >= 0 && usable(r, of)) return of
  for (const child of childrenWith(r.syntax, head, 'nummod', 'det', 'amod')) { const at = r.countAt[child] ?? -1; if (at >= 0 && usable(r, at)) return at }
  return -1
}

export const NOBODY = new Set(['nobody', 'none', 'no-one', 'noone'])
const ONE = new Set(['someone', 'somebody', 'he', 'she', 'one', 'another'])

/** "a constable", "his wife": one person by the words that lead to the head. */
const isOne = (r: Reading, head: number): boolean => childrenWith(r.syntax, head, 'det', 'nmod:poss').some(c => oneFrom(r, c, () => false)?.head === head)

/** "Colonel Isa Omarov": an office with the name of who holds it. */
const isTitled = (r: Reading, m: EntityMention): boolean => r.syntax.upos.slice(m.head + 1, m.last).includes('PROPN') && !r.syntax.xpos.slice(m.first, m.last).includes('NNS')

/** "Shot down 62 of 84 drones": a number of things. */
export function isOfThings(r: Reading, number: number): boolean {
  const whole = partyHead(r, number)
  return whole !== number && /^(?:equipment|facility)$/.test(entityAt(r, whole)?.kind ?? '')
}

/** How many a head counts; a lone singular person is one. Null when nobody is counted. */
function rangeOf(r: Reading, head: number): Range | null {
  const count = r.counts[countOf(r, head)]
  if (isOfThings(r, head)) return null
  if (count) return { min: count.min, max: count.max }
  const lemma = lemmaAt(r, head)
  if (NOBODY.has(lemma) || childrenWith(r.syntax, head, 'det', 'advmod').some(c => lemmaAt(r, c) === 'no')) return { min: 0, max: 0 }
  const mention = entityAt(r, head)
  if (lemma === 'one' && /^no-?$/.test(lemmaAt(r, lemmaAt(r, head - 1) === '-' ? head - 2 : head - 1))) return { min: 0, max: 0 }
  if (ONE.has(lemma)) return { min: 1, max: 1 }
  if (lemma === 'head' && lemmaAt(r, head + 1) === 'of' && /^(?:the|a)$/.test(lemmaAt(r, head - 1))) return { min: 1, max: 1 }
  if (!isHuman(mention) && !(mention?.kind === 'unknown')) return null
  const singular = ['NN', 'NNP'].includes(r.syntax.xpos[head] ?? '')
  const determined = childrenWith(r.syntax, head, 'det').some(c => ['a', 'an', 'the', 'one', 'another'].includes(lemmaAt(r, c)))
  if (singular && (determined && lemma === 'member' || isOne(r, head))) return { min: 1, max: 1 }
  if (singular && (mention?.kind === 'person' && (determined || mention.form === 'name' || isTitled(r, mention)))) return { min: 1, max: 1 }
  if (singular && mention?.kind === 'unknown' && mention.form === 'name' && r.syntax.xpos[head] === 'NNP' && (r.timeAt[head] ?? -1) < 0 && (r.placeAt[head] ?? -1) < 0 && (r.weaponAt[head] ?? -1) < 0) return { min: 1, max: 1 }
  return null
}
