/** Finds tolls: how many were killed, injured or detained, by whom counted, near which trigger. */
import type { Extent } from '../model/index.ts'
import { childrenWith, conjuncts, isPassive, isVerb, prepositionOf, verbArguments } from './arguments.ts'
import { entityAt, isHuman, lemmaAt, type Reading } from './reading.ts'

export type TollKind = 'killed' | 'injured' | 'detained'

/** A toll at one place in the text: a range of people, whom it counts, the token it hangs on. */
export interface Toll extends Extent {
  readonly kind: TollKind
  readonly min: number | null
  readonly max: number | null
  /** Head tokens of those counted. */
  readonly of: readonly number[]
  /** The word that says what befell them. */
  readonly anchor: number
  readonly sentence: number
  /** A word for many ("dozens"), not a number. */
  readonly vague: boolean
  readonly rule: string
}

const KILL = new Set(['kill', 'murder', 'execute', 'behead', 'decapitate', 'massacre', 'slaughter', 'assassinate', 'slay', 'lynch', 'butcher', 'annihilate', 'eliminate', 'martyr', 'hang', 'neutralize', 'neutralise', 'exterminate', 'gas'])
const DIE = new Set(['die', 'perish', 'succumb'])
const HURT = new Set(['wound', 'injure', 'hurt', 'maim', 'hospitalize', 'hospitalise', 'poison', 'sicken', 'stab', 'concuss'])
const DETAIN = new Set(['arrest', 'detain', 'apprehend', 'jail', 'abduct', 'kidnap', 'capture'])
const DEAD = new Set(['dead'])
const HURT_ADJ = new Set(['wounded', 'injured', 'hurt'])
const DEATH_NOUN = new Set(['death', 'fatality', 'killing', 'murder', 'execution', 'massacre', 'assassination', 'slaughter', 'beheading', 'martyrdom', 'slaying'])
const HURT_NOUN = new Set(['injury', 'wound', 'burn', 'fracture', 'concussion', 'shrapnel'])

interface Range { min: number | null; max: number | null }

/** All tolls of the report in text order. */
export function findTolls(r: Reading): readonly Toll[] {
  const out: Toll[] = []
  for (let i = 0; i < r.text.tokens.length; i++) {
    const toll = besideToll(r, i) ?? verbToll(r, i) ?? adjectiveToll(r, i) ?? nounToll(r, i) ?? reckonedToll(r, i)
    if (toll) out.push(...bySides(r, toll))
    out.push(...nobodyTolls(r, i))
  }
  return out
}

/** Those who attack, whose losses are counted apart. */
export const ATTACKERS = new Set(['attacker', 'assailant', 'bomber', 'hijacker', 'gunman', 'shooter', 'perpetrator'])

/** "three policemen and two attackers": the attackers make a toll of their own. */
function bySides(r: Reading, all: Toll): readonly Toll[] {
  const attackers = all.of.filter(h => ATTACKERS.has(lemmaAt(r, h))), others = all.of.filter(h => !attackers.includes(h))
  if (attackers.length === 0 || others.length === 0) return [all]
  return [others, attackers].flatMap(heads => toll(r, all.kind, all.anchor, heads, all.rule) ?? [])
}

function toll(r: Reading, kind: TollKind, anchor: number, heads: readonly number[], rule: string): Toll | null {
  const range = sumOf(r, heads)
  if (!range) return null
  const tokens = [anchor, ...heads].sort((a, b) => a - b)
  const start = r.text.tokens[leftmost(r, tokens[0] ?? anchor)]?.start ?? 0, end = r.text.tokens[tokens.at(-1) ?? anchor]?.end ?? 0
  return { kind, ...range, of: heads, anchor, sentence: r.text.tokens[anchor]?.sentence ?? 0, start, end, vague: heads.every(h => r.counts[countOf(r, h)]?.rule === 'count:vague'), rule }
}

/** Start of the number phrase before a counted noun. */
function leftmost(r: Reading, token: number): number {
  const count = r.counts[countOf(r, token)]
  return count ? Math.min(count.first, token) : token
}

function verbToll(r: Reading, i: number): Toll | null {
  if (!isVerb(r.syntax, i) && r.syntax.upos[i] !== 'ADJ') return null
  const lemma = lemmaAt(r, i)
  const kind = KILL.has(lemma) || DIE.has(lemma) || isShotDead(r, i) ? 'killed' : HURT.has(lemma) ? 'injured' : DETAIN.has(lemma) ? 'detained' : null
  if (!kind) return null
  const args = verbArguments(r.syntax, i)
  const subjects = args.list.filter(a => a.relation === 'subject').map(a => a.head), objects = args.list.filter(a => a.relation === 'object').map(a => a.head)
  const undergo = DIE.has(lemma) || args.passive || (objects.length === 0 && r.syntax.xpos[i] === 'VBN') ? [...new Set([...subjects, ...childrenWith(r.syntax, i, 'nsubj')])] : objects
  const heads = undergo.flatMap(h => conjuncts(r.syntax, h))
  return heads.length ? toll(r, kind, i, heads, `toll:${kind}/verb`) : null
}

/** The toll of one count phrase that stands beside its word. */
function countToll(r: Reading, kind: TollKind, anchor: number, k: number, rule: string): Toll | null {
  const count = r.counts[k]
  if (count === undefined) return null
  const of = count.of >= 0 ? count.of : count.last - 1, tokens = [count.first, count.last - 1, anchor, ...(count.of >= 0 ? [count.of] : [])]
  return {
    kind, min: count.min, max: count.max, of: [of], anchor, sentence: r.text.tokens[anchor]!.sentence, vague: count.rule === 'count:vague', rule,
    start: r.text.tokens[Math.min(...tokens)]!.start, end: r.text.tokens[Math.max(...tokens)]!.end,
  }
}

const kindOf = (lemma: string): TollKind | null => (KILL.has(lemma) || DIE.has(lemma) ? 'killed' : HURT.has(lemma) ? 'injured' : DETAIN.has(lemma) ? 'detained' : null)
/** Words between a number and the word that says what befell those counted. */
const BETWEEN = new Set(['other', 'more', 'people', 'person', 'be', 'have', 'also', 'seriously', 'critically', 'slightly', 'badly', 'severely', 'lightly', 'reportedly', 'confirm', 'soldier', 'civilian', 'man', 'woman', 'child', 'policeman', 'officer', 'fighter', 'militant', 'rebel', 'resident', 'villager', 'protester', 'of', 'they', 'leave', 'report', 'feared', 'believe', 'to', 'additional', 'further'])
const BACK = 6

/** "killing 12", "wounded scores"; "30 others wounded", "four more were injured": the number that stands right beside, whatever the tree says. */
function besideToll(r: Reading, i: number): Toll | null {
  const kind = kindOf(lemmaAt(r, i))
  if (kind === null || !/^(?:VERB|ADJ|NOUN)$/.test(r.syntax.upos[i] ?? '') || !/^(?:VB|JJ)/.test(r.syntax.xpos[i] ?? '')) return null
  const next = r.countAt[i + 1] ?? -1, active = !isPassive(r.syntax, i)
  if (active && next >= 0 && usable(r, next) && r.counts[next]!.first === i + 1 && countsPeople(r, next)) return r.counts[next]!.of >= 0 && conjuncts(r.syntax, r.counts[next]!.of).length > 1 ? null : countToll(r, kind, i, next, `toll:${kind}/number-after`)
  if (!/^(?:VBN|VBD|JJ)$/.test(r.syntax.xpos[i] ?? '')) return null
  for (let at = i - 1; at >= i - BACK && at >= 0; at--) {
    if (r.text.tokens[at]!.sentence !== r.text.tokens[i]!.sentence) return null
    const k = r.countAt[at] ?? -1
    if (k >= 0) return usable(r, k) && countsPeople(r, k) && (kind !== 'killed' || DIE.has(lemmaAt(r, i)) || !active || r.syntax.deprel[i] === 'acl' || (r.syntax.deprel[i] ?? '').startsWith('amod')) ? countToll(r, kind, i, k, `toll:${kind}/number-before`) : null
    if (!BETWEEN.has(lemmaAt(r, at))) return null
  }
  return null
}

/** Whether what is counted can be people: a human noun, none, or one the entity layer cannot place. */
function countsPeople(r: Reading, k: number): boolean {
  const { of, unit } = r.counts[k]!
  if (unit === 'people' || of < 0) return true
  const m = entityAt(r, of)
  return isHuman(m) || (m?.kind === 'unknown' && !r.lexicon.objects.has(lemmaAt(r, of)))
}

const RECKON = new Set(['toll', 'number'])
/** Tokens after "toll" within which its number stands. */
const ABOUT = 16

/** "the death toll rose to 31", "the number of injured has risen to 24". */
function reckonedToll(r: Reading, i: number): Toll | null {
  const lemma = lemmaAt(r, i)
  if (!RECKON.has(lemma) || r.syntax.upos[i] !== 'NOUN') return null
  const said = childrenWith(r.syntax, i, 'compound', 'nmod', 'amod').flatMap(c => [c, ...childrenWith(r.syntax, c, 'acl', 'amod')]).map(c => lemmaAt(r, c))
  const kind = said.some(w => HURT.has(w) || w === 'wounded' || w === 'injury') ? 'injured' : said.some(w => KILL.has(w) || w === 'death' || w === 'dead' || w === 'casualty') || lemma === 'toll' ? 'killed' : null
  if (kind === null) return null
  for (let at = i + 1; at < i + ABOUT; at++) {
    if (r.text.tokens[at]?.sentence !== r.text.tokens[i]!.sentence) return null
    const k = r.countAt[at] ?? -1
    if (k >= 0 && usable(r, k) && /^(?:to|at|of|as|reach|be)$/.test(lemmaAt(r, r.counts[k]!.first - 1))) return countToll(r, kind, i, k, `toll:${kind}/reckoned`)
  }
  return null
}

const UNHURT = new Set(['hurt', 'harm', 'injure', 'hit'])

/** "no casualties", "without casualties", "no one was hurt": nobody of both kinds. */
function nobodyTolls(r: Reading, i: number): readonly Toll[] {
  const lemma = lemmaAt(r, i), unhurt = UNHURT.has(lemma) && isPassive(r.syntax, i)
  if (lemma !== 'casualty' && !unhurt) return []
  const none = unhurt ? childrenWith(r.syntax, i, 'nsubj').find(c => NOBODY.has(lemmaAt(r, c)) || lemmaAt(r, c) === 'one' && lemmaAt(r, c - 1) === 'no') : childrenWith(r.syntax, i, 'det', 'case').find(c => /^(?:no|without)$/.test(lemmaAt(r, c)))
  if (none === undefined) return []
  const { start } = r.text.tokens[Math.min(none, i)]!, { end, sentence } = r.text.tokens[i]!
  return (['killed', 'injured'] as const).map(kind => ({ kind, min: 0, max: 0, of: [], anchor: i, sentence, start, end, vague: false, rule: 'toll:no-casualties' }))
}

/** "shot dead two militants", "shot and killed". */
const isShotDead = (r: Reading, i: number): boolean => lemmaAt(r, i) === 'shoot' && childrenWith(r.syntax, i, 'xcomp', 'advmod', 'amod').some(c => DEAD.has(lemmaAt(r, c)))

/** "12 dead", "left 12 people dead", "30 wounded", "leaving three soldiers injured". */
function adjectiveToll(r: Reading, i: number): Toll | null {
  const form = (r.text.tokens[i]?.norm ?? '').toLowerCase()
  const kind = DEAD.has(form) ? 'killed' : HURT_ADJ.has(form) ? 'injured' : null
  if (!kind || KILL.has(lemmaAt(r, i))) return null
  if (countOf(r, i) >= 0) return toll(r, kind, i, [i], `toll:${kind}/counted-adjective`)
  const head = r.syntax.head[i] ?? -1
  if (head < 0) return null
  const rel = r.syntax.deprel[i] ?? ''
  if (rel === 'xcomp' || rel === 'amod' || rel === 'acl') {
    const who = rel === 'xcomp' ? childrenWith(r.syntax, head, 'obj').concat(childrenWith(r.syntax, i, 'nsubj')) : [head]
    const counted = who.flatMap(h => conjuncts(r.syntax, h)).filter(h => countOf(r, h) >= 0 || (rel === 'xcomp' && isHuman(entityAt(r, h))))
    return counted.length ? toll(r, kind, i, counted, `toll:${kind}/left-adjective`) : null
  }
  const subject = childrenWith(r.syntax, i, 'nsubj')
  return subject.length ? toll(r, kind, i, subject.flatMap(h => conjuncts(r.syntax, h)), `toll:${kind}/predicate`) : null
}

/** "the deaths of 12 people", "30 injuries", "the killing of two men". */
function nounToll(r: Reading, i: number): Toll | null {
  if (r.syntax.upos[i] !== 'NOUN') return null
  const lemma = lemmaAt(r, i)
  const kind = DEATH_NOUN.has(lemma) ? 'killed' : HURT_NOUN.has(lemma) ? 'injured' : null
  if (!kind) return null
  const of = childrenWith(r.syntax, i, 'nmod').filter(c => childrenWith(r.syntax, c, 'case').some(k => lemmaAt(r, k) === 'of'))
  if (of.length) return toll(r, kind, i, of.flatMap(h => conjuncts(r.syntax, h)), `toll:${kind}/noun-of`)
  const sufferer = kind === 'injured' && r.syntax.deprel[i] === 'nmod' && prepositionOf(r.syntax, i) === 'with' ? r.syntax.head[i] ?? -1 : -1
  if (sufferer >= 0) return toll(r, kind, i, conjuncts(r.syntax, sufferer), `toll:${kind}/with-injuries`)
  return (lemma === 'death' || lemma === 'fatality' || lemma === 'injury') && countOf(r, i) >= 0 ? toll(r, kind, i, [i], `toll:${kind}/counted-noun`) : null
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

const usable = (r: Reading, k: number): boolean => { const unit = r.counts[k]?.unit; return unit === 'people' || unit === 'unknown' || unit === 'things' }

/** Sum over coordinated heads; null when nobody is counted. A lone singular person counts one. */
function sumOf(r: Reading, heads: readonly number[]): Range | null {
  let total: Range | null = null
  for (const head of heads) {
    const range = rangeOf(r, head)
    if (!range) continue
    total = total === null ? range : { min: total.min === null || range.min === null ? null : total.min + range.min, max: total.max === null || range.max === null ? null : total.max + range.max }
  }
  return total
}

const NOBODY = new Set(['nobody', 'none', 'no-one', 'noone'])
const ONE = new Set(['someone', 'somebody', 'he', 'she', 'one', 'another'])

function rangeOf(r: Reading, head: number): Range | null {
  const count = r.counts[countOf(r, head)]
  if (count) return { min: count.min, max: count.max }
  const lemma = lemmaAt(r, head)
  if (NOBODY.has(lemma) || childrenWith(r.syntax, head, 'det', 'advmod').some(c => lemmaAt(r, c) === 'no')) return { min: 0, max: 0 }
  const mention = entityAt(r, head)
  if (ONE.has(lemma)) return { min: 1, max: 1 }
  if (!isHuman(mention) && !(mention?.kind === 'unknown')) return null
  const singular = ['NN', 'NNP'].includes(r.syntax.xpos[head] ?? '')
  const determined = childrenWith(r.syntax, head, 'det').some(c => ['a', 'an', 'the', 'one', 'another'].includes(lemmaAt(r, c)))
  if (singular && determined && lemma === 'member') return { min: 1, max: 1 }
  if (singular && (mention?.kind === 'person' && (determined || mention.form === 'name'))) return { min: 1, max: 1 }
  return null
}
