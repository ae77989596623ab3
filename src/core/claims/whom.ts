/** What a statement says in so many words of whom an act struck and where: "the dead were farmers", "the raid on Derrybeg". */
import { childrenWith, subjectOf } from '../events/arguments.ts'
import type { EventLayer, FoundEvent } from '../events/find.ts'
import { entityAt, hasClass, isBrief, isHuman, lemmaAt, lemmaIn, type Reading } from '../events/reading.ts'
import type { Attribution } from './attribution.ts'

/** "The dead were farmers", "described the men as spies", "a teacher was among those killed", "the house belonged to a commander": whom the act struck; not "his sons were farmers". */
export function tellsWhom(r: Reading, found: FoundEvent, frame: Attribution, content: ReadonlySet<number>): boolean {
  return describes(r, found, frame, content) || saysOf(r, content, h => isNamedDead(r, h) || isRecipient(r, found, h)) || saysWho(r, found, content) || [...content].some(t => isAmong(r, t, content))
}

/** The same where the words say little else, the first of those whom the rules trust: "four nurses were among the dead" is told as a figure. */
export function isPlainlyWhom(r: Reading, found: FoundEvent, frame: Attribution, content: ReadonlySet<number>): boolean {
  return describes(r, found, frame, content) || saysWho(r, found, content) || saysOf(r, content, h => isRecipient(r, found, h)) || (found.event.killed !== null || found.event.type === 'ASSAULT' && isBrief(r)) && saysOf(r, content, h => isNamedDead(r, h))
    || [...content].some(t => isAmong(r, t, content) && !childrenWith(r.syntax, r.syntax.head[t + 1] ?? -1, 'nsubj').some(c => (r.countFor[c] ?? -1) >= 0))
}

/** "Described the dead as farmers". */
function describes(r: Reading, found: FoundEvent, frame: Attribution, content: ReadonlySet<number>): boolean {
  const { cue: [verb] } = frame, people = [verb + 2, verb + 3].find(t => content.has(t) && lemmaIn(r, t, 'vague-party')) ?? -1
  // "Called the five men spies": parsers make one phrase of it.
  if (people >= 0 && lemmaIn(r, verb, 'describe-verb') && lemmaIn(r, verb + 1, 'back-pointing') && content.has(people + 1) && r.syntax.upos[people + 1] === 'NOUN' && isSomebody(r, people + 1) && isMeant(r, found, people)) return true
  return lemmaIn(r, frame.cue[0], 'describe-verb') && [...content].some(t => lemmaAt(r, t) === 'as') && childrenWith(r.syntax, frame.cue[0], 'obj').some(h => isNamedDead(r, h) || isRecipient(r, found, h))
}

/** "The men were rubber tappers", "all of them were farmers", "they were spies": people whom the act struck, by a word that names none, are said to be somebody; not "the attackers were soldiers". */
function saysWho(r: Reading, found: FoundEvent, content: ReadonlySet<number>): boolean {
  return [...content].some(t => isPredicate(r, t) && isSomebody(r, t) && childrenWith(r.syntax, t, 'nsubj').some(c => content.has(c) && isMeant(r, found, c)))
}

/** A word for what people are, whether it is known or not: "spies", "rubber tappers"; not "killers", "attacks", "lies". */
const isSomebody = (r: Reading, t: number): boolean => !lemmaIn(r, t, 'perpetrator') && (isHuman(entityAt(r, t)) || entityAt(r, t) === null && r.syntax.xpos[t] === 'NNS' && !lemmaIn(r, t, 'falsehood') && THINGS.every(kind => !hasClass(r, t, kind)))

const THINGS = ['event', 'weapon', 'vehicle', 'strife']

/** "The two men", "all of them", "they", told behind an act that struck several people and was not done by men of that word. */
function isMeant(r: Reading, { accounts }: FoundEvent, h: number): boolean {
  const heads = accounts.flatMap(a => a.recipients).filter(x => x < h && isHuman(entityAt(r, x))), of = [h, ...childrenWith(r.syntax, h, 'nmod')]
  const plural = heads.some(x => (r.syntax.xpos[x] ?? '').endsWith('S') || (r.countFor[x] ?? -1) >= 0), doers = accounts.flatMap(a => a.actors).map(x => lemmaAt(r, x))
  if (plural && of.some(t => ['they', 'them'].includes(lemmaAt(r, t))) && !of.some(t => (r.syntax.upos[t] === 'NOUN'))) return true
  return heads.length > 0 && lemmaIn(r, h, 'vague-party') && !doers.includes(lemmaAt(r, h)) && childrenWith(r.syntax, h, 'det').some(c => lemmaIn(r, c, 'back-pointing')) && (plural || !(r.syntax.xpos[h] ?? '').endsWith('S'))
}

/** Whether one of those that `fits` is said to be, include, belong to or hold something. */
function saysOf(r: Reading, content: ReadonlySet<number>, fits: (h: number) => boolean): boolean {
  return [...content].some(t => isPredicate(r, t) && childrenWith(r.syntax, t, 'nsubj').some(c => content.has(c) && fits(c))
    || lemmaAt(r, t) === 'include' && childrenWith(r.syntax, t, 'nsubj').some(fits)
    || lemmaIn(r, t, 'kept-verb') && isTold(r, t) && fits(subjectOf(r.syntax, t)))
}

/** "The dead", "those killed", "three of the victims". */
const isNamedDead = (r: Reading, h: number): boolean => h >= 0 && [h, ...childrenWith(r.syntax, h, 'nmod', 'acl')].some(t => lemmaIn(r, t, 'struck-person'))

/** One whom the event struck, by his chain or by the same word with "the". */
function isRecipient(r: Reading, found: FoundEvent, h: number): boolean {
  const heads = h < 0 ? [] : found.accounts.flatMap(a => a.recipients), chain = entityAt(r, h)?.chain ?? -1
  return chain >= 0 && heads.some(x => entityAt(r, x)?.chain === chain) || childrenWith(r.syntax, h, 'det').some(c => lemmaAt(r, c) === 'the') && heads.some(x => x < h && lemmaAt(r, x) === lemmaAt(r, h))
}

/** A noun with a copula, not "in the morgue" and not "the victims were five". */
const isPredicate = (r: Reading, t: number): boolean => /^(?:NOUN|PROPN)$/.test(r.syntax.upos[t] ?? '') && childrenWith(r.syntax, t, 'cop').length > 0 && childrenWith(r.syntax, t, 'case').length === 0

/** A finite verb with a subject of its own. */
const isTold = (r: Reading, t: number): boolean => r.syntax.upos[t] === 'VERB' && childrenWith(r.syntax, t, 'nsubj').length > 0

/** "Two nurses were among the dead". */
const isAmong = (r: Reading, t: number, content: ReadonlySet<number>): boolean => lemmaAt(r, t) === 'among' && [1, 2, 3].some(k => content.has(t + k) && (lemmaIn(r, t + k, 'struck-person') || lemmaAt(r, t + k) === 'those'))

/** "Had shot \"an informer\"", "hit what it called a depot": whom the act struck, between quotation marks. */
export function quotesWhom(r: Reading, found: FoundEvent, frame: Attribution, content: ReadonlySet<number>): boolean {
  const quote = (t: number): boolean => /^["“”]$|^''$|^``$/.test(r.text.tokens[t]?.form ?? '')
  return !frame.quoted && found.accounts.some(a => a.recipients.some(h => content.has(h) && [1, 2, 3, 4, 5].some(k => content.has(h - k) && quote(h - k)) && !quote([...content][0] ?? -1)))
}

/** "Condemned the raid on Derrybeg": the words name the act's place, or one where another act of the report was and not this one. */
export function placeSigns({ reading: r, events }: EventLayer, found: FoundEvent, said: readonly number[]): readonly string[] {
  const named = new Set(said.map(t => r.placeAt[t] ?? -1).filter(k => k >= 0).map(k => r.places[k]!.entry?.id ?? r.places[k]!.name.toLowerCase()))
  if (named.size === 0) return []
  const at = (f: FoundEvent): boolean => f.event.places.some(p => p.precision !== 'country' && (named.has(p.gazetteer ?? '') || named.has(p.name.toLowerCase())))
  return at(found) ? ['same place'] : events.some(at) ? ['other place'] : []
}
