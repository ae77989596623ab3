/** What the words of one statement hold for an event: who did it by them, which figures they give, whether it is the speaker's own act. */
import { childrenWith, prepositionOf } from '../events/arguments.ts'
import { entityAt, hasClass, isBrief, isHuman, lemmaAt, lemmaIn, type Reading } from '../events/reading.ts'
import { isOfMore } from '../events/losses.ts'
import { isOfThings, type Toll } from '../events/toll.ts'
import type { WordList } from '../lexicon/word-lists.ts'
import { spanOf, type Count, type Quantity } from '../model/index.ts'
import type { Attribution } from './attribution.ts'
import { isCounted, type Binding, type Bound } from './bind.ts'
import type { ClaimLexicon } from './lexicon.ts'
import type { Speaker } from './speakers.ts'
import type { Tied } from './ties.ts'
import { ACTORS, isGuilty, isOwnAct, tellsOwn } from './voices.ts'

/** A statement and who makes it; `nested` where it stands in another's words. */
export interface Voiced { readonly frame: Attribution; readonly speaker: Speaker; readonly nested: boolean; /** How many statements stand before it, and how many of those are its speaker's. */ readonly before: number; readonly mine: number }

/** What is known of the report while its options are gathered; `said[k]` holds what the rules make of the k-th statement. */
export interface Known extends Omit<Binding, 'earlier' | 'past'> { readonly said: readonly (readonly Bound[])[]; /** The same by event. */ readonly ofEvent: ReadonlyMap<string, readonly Bound[]>; /** How many statements the report has. */ readonly statements: number }

/** Who did it by the words: whom they make the doer in so many words, else the account's doer, else another force or group that they let act. */
export function doerIn(r: Reading, lexicon: ClaimLexicon, t: Tied, speaker: Speaker, content: ReadonlySet<number>): number {
  const blamed = blamedIn(r, lexicon, t, speaker, content), told = blamed >= 0 ? blamed : t.account?.actors.find(h => content.has(h)) ?? -1
  if (told >= 0) return told
  for (const h of content) { const m = entityAt(r, h); if (m !== null && m.form !== 'pronoun' && ACTORS.has(m.kind) && m.chain !== speaker.chain && !(t.account?.recipients.includes(h) ?? false) && acts(r, h)) return h }
  return -1
}

/** Words that part a doer from the word he is named with: "fighters of the front", "the front's shells", "Freedonian jets". */
const PART_OF = /^(?:compound|amod|nmod:poss|flat|appos|conj)/
/** Whether the words let the one at `h` do something, or name whose arms, men, act or lines it came from; not the "military" of "a military depot", nor who something is done to or near. */
function acts(r: Reading, h: number): boolean {
  const { deprel, head } = r.syntax
  let at = h, carried = true
  for (let hops = 0; hops < 5; hops++) {
    const rel = deprel[at] ?? '', up = head[at] ?? -1, preposition = /^(?:obl|nmod)$/.test(rel) ? prepositionOf(r.syntax, at) : ''
    if (preposition === 'from') return true
    if (rel === 'obl:agent' || preposition === 'by') return carried
    if (rel === 'nsubj') return carried && childrenWith(r.syntax, up, 'cop').length === 0
    if (preposition !== 'of' && !PART_OF.test(rel) || up < 0) return carried && at !== h && hasClass(r, at, 'event')
    carried &&= /^(?:flat|appos|conj)/.test(rel) || isHuman(entityAt(r, up)) || CARRIERS.some(kind => hasClass(r, up, kind))
    at = up
  }
  return false
}

/** Classes of what somebody acts by. */
const CARRIERS = ['weapon', 'vehicle', 'event', 'armed']

/** "The drone was flown by the front", "the work of bandits", "the army's revenge", "it was his own masters", "the killers were rebels", "the gunmen came from the hostel", "pointed to the militia": whom the words make the doer without an act of the event; -1 for nobody. */
export function blamedIn(r: Reading, lexicon: ClaimLexicon, t: Tied, speaker: Speaker, content: ReadonlySet<number>): number {
  const { deprel, head } = r.syntax, named = (h: number): boolean => { const m = entityAt(r, h); return m !== null && m.form !== 'pronoun' && (isHuman(m) || ACTORS.has(m.kind) || (m.kind === 'unknown' || m.kind === 'organisation') && m.form === 'name') && m.chain !== speaker.chain && (r.timeAt[h] ?? -1) < 0 && !(t.account?.recipients.includes(h) ?? false) }
  for (const h of content) {
    const up = head[h] ?? -1, rel = deprel[h] ?? '', preposition = rel === 'nmod' || rel === 'obl' ? prepositionOf(r.syntax, h) : ''
    const byAgent = rel === 'obl:agent' && content.has(up), byDeed = (rel === 'nmod:poss' || preposition === 'of' || preposition === 'by') && lexicon.deeds.has(lemmaAt(r, up)) && content.has(up)
    const pointed = rel === 'obl' && lemmaAt(r, up) === 'point' && ['to', 'at'].includes(preposition) && !hasClass(r, h, 'strife')
    if ((byAgent || byDeed || pointed || isCulprit(r, lexicon, h)) && named(h)) return h
  }
  return -1
}

/** "It was his own masters", "the killers were rebels", "the gunmen came from the hostel", "the front is responsible", "the blame lies with the army": said to be those who did it. */
function isCulprit(r: Reading, lexicon: ClaimLexicon, h: number): boolean {
  const { upos, deprel, head } = r.syntax, up = head[h] ?? -1, subjects = (of: number): readonly number[] => childrenWith(r.syntax, of, 'nsubj'), areThey = (of: number): boolean => subjects(of).some(c => lexicon.culprits.has(lemmaAt(r, c)))
  if (/^(?:NOUN|PROPN)$/.test(upos[h] ?? '') && childrenWith(r.syntax, h, 'cop').length > 0) return areThey(h) || subjects(h).some(c => lemmaAt(r, c) === 'it')
  if (deprel[h] === 'nsubj' && childrenWith(r.syntax, up, 'cop').length > 0 && isGuilty(r, up)) return childrenWith(r.syntax, up, 'advmod').every(c => !lexicon.negatives.has(lemmaAt(r, c)))
  if (/^obl$|^obj$/.test(deprel[h] ?? '') && prepositionOf(r.syntax, h) === 'with' && lemmaIn(r, up, 'rest-verb')) return subjects(up).some(c => lemmaIn(r, c, 'guilt-noun'))
  return deprel[h] === 'obl' && prepositionOf(r.syntax, h) === 'from' && lemmaAt(r, up) === 'come' && areThey(up)
}

/** "A shepherd died": one of whom the report knows no more is a figure of one; not "the mayor". */
const isUnknown = (r: Reading, toll: Toll): boolean => toll.of.length > 0 && toll.of.every(h => entityAt(r, h)?.form === 'nominal' && childrenWith(r.syntax, h, 'det').some(c => ['a', 'an', 'another'].includes(lemmaAt(r, c))))

/** "Put the number of injured at 21": words that speak only of what the figure is not. */
function isOfOther(r: Reading, kind: 'killed' | 'injured', content: ReadonlySet<number>): boolean {
  const says = (...lists: readonly WordList[]): boolean => [...content].some(t => lists.some(list => lemmaIn(r, t, list))), hurt = says('hurt-verb', 'hurt-adjective', 'injury-noun')
  const dead = says('kill-verb', 'die-verb', 'death-noun') || [...content].some(t => lemmaAt(r, t) === 'dead' || lemmaAt(r, t) === 'toll')
  return kind === 'killed' ? hurt && !dead : dead && !hurt
}

/** A figure that the words tell of another act is not the near one's; nor is "nobody was hurt", told without an act, of one told long before or known for no such figure. */
const isToldOf = (layer: Known['layer'], t: Tied, x: Toll): boolean => x.max === 0 && (t.how !== 'near' || x.kind !== 'detained' && t.found.event[x.kind] === null) || layer.events.some(f => f !== t.found && f.accounts.some(a => a.tolls.some(y => y.anchor === x.anchor)))

/** Figures that the words give: those of the event's account, else any that stand in them and are told of nothing else. */
export function figures(b: Pick<Known, 'layer' | 'tolls'>, t: Tied, content: ReadonlySet<number>): readonly (readonly ['killed' | 'injured', Quantity])[] {
  const r = b.layer.reading
  return (['killed', 'injured'] as const).flatMap(kind => {
    const fits = (x: Toll): boolean => x.kind === kind && content.has(x.anchor) && (isCounted(r, x) || isUnknown(r, x)) && !isOfMore(r, t.found.accounts, x), toll = t.account?.tolls.find(fits) ?? b.tolls.find(x => fits(x) && (t.account !== null || !isToldOf(b.layer, t, x)))
    if (toll) return [[kind, { min: toll.min, max: toll.max, of: null, evidence: [spanOf(r.text.text, toll)] }] as const]
    const told = b.tolls.filter(x => content.has(x.anchor) && (x.kind !== kind || isOfMore(r, t.found.accounts, x) || t.account === null && isBrief(r) && isToldOf(b.layer, t, x))), isTold = (c: Count): boolean => told.some(x => x.start < c.end && c.start < x.end)
    const bare = isOfOther(r, kind, content) ? undefined : r.counts.find(c => content.has(c.first) && (r.timeAt[c.first] ?? -1) < 0 && (c.unit === 'people' || c.unit === 'unknown' && (c.of < 0 || isHuman(entityAt(r, c.of)))) && !isOfThings(r, c.last - 1) && !isTold(c))
    return bare ? [[kind, { min: bare.min, max: bare.max, of: null, evidence: [spanOf(r.text.text, bare)] }] as const] : []
  })
}

export const isOwn = (r: Reading, t: Tied, speaker: Speaker, content: ReadonlySet<number>): boolean => isOwnAct(r, t.account, speaker, content) || (t.account !== null && tellsOwn(r, t.found, t.account, speaker, content))
export const has = (r: Reading, content: ReadonlySet<number>, words: ReadonlySet<string>): boolean => { for (const t of content) if (words.has(lemmaAt(r, t))) return true; return false }
