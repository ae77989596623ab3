/** Who may own up to an act: only one who could have done it. */
import { isStopped } from '../events/account.ts'
import { childrenWith, prepositionOf } from '../events/arguments.ts'
import { entityAt, hasClass, isHuman, lemmaAt, lemmaIn, type Reading } from '../events/reading.ts'
import type { Event } from '../model/index.ts'
import type { Attribution } from './attribution.ts'
import { isOwn } from './held.ts'
import { isDenied, isNot, isUnreal } from './polarity.ts'
import type { Speaker } from './speakers.ts'
import type { Tied } from './ties.ts'
import { ACTORS, FORCES, isAlly, isNamed, isNeutral, isSelf, sectorsOf, speaksForActor, STATE_ARMS } from './voices.ts'

/** The speaker tells the act as his own or that of his side, and not what he stopped, denies or only means to do; where the words and the report name no doer, he bears arms and tells what befell an enemy. Who only counts, tends or broadcasts does not fight. */
export function mayOwn(r: Reading, t: Tied, speaker: Speaker, content: ReadonlySet<number>): boolean {
  const { account, found: { accounts, actorHeads, event } } = t
  if (account !== null && (isStopped(account) || NOT_DONE.has(account.status.status)) || isTeller(r, speaker)) return false
  const isSide = (h: number): boolean => isAlly(r, h, speaker) || isArm(r, h, speaker)
  if (account === null) return t.how === 'near' && !accounts.some(isStopped) && actorHeads.every(h => !isNamed(entityAt(r, h)) || isSide(h)) && tellsDeed(r, t, speaker, content)
  if (account.triggers.some(x => content.has(x.token) && isDenied(r, x.token, content))) return false
  if (isOwn(r, t, speaker, content)) return true
  if (accounts.some(isStopped)) return false
  const named = account.actors.filter(h => content.has(h) && entityAt(r, h)?.form !== 'pronoun'), doers = named.length > 0 ? named : actorHeads
  if (named.length === 0 && speaksForActor(r, t.found, speaker)) return t.how === 'asserted' || tellsDeed(r, t, speaker, content)
  if (doers.length > 0) return doers.some(isSide)
  return isArmed(r, speaker) && !hasSuffered(r, event, speaker) && (event.type !== 'ASSAULT' || hasStruckEnemy(event, isRebel(r, speaker)))
}

/** What nobody has done. */
const NOT_DONE: ReadonlySet<string> = new Set(['attempted', 'planned', 'negated'])

/** "State television", "the foundation", "a hospital", newsrooms and watchdogs; not the "media wing" of those who fight. */
const isTeller = (r: Reading, speaker: Speaker): boolean => isNeutral(r, speaker) || lemmaIn(r, speaker.head, 'teller')

/** "Gunmen seized a bus. … The front said its fighters had stopped it": by words that tell no act of the report the speaker did something, by his own account what was done answers something, or whoever did it was his. */
function tellsDeed(r: Reading, t: Tied, speaker: Speaker, content: ReadonlySet<number>): boolean {
  for (const h of content) { const up = r.syntax.head[h] ?? -1; if (isSelf(r, h, speaker) && (isDoing(r, up, h) || isCulprit(r, h)) && !isDenied(r, up, content) && !isUnreal(r, up)) return true }
  return speaksForActor(r, t.found, speaker) && [...content].some(i => lemmaIn(r, i, 'reprisal-word'))
}

/** "It had carried out the attack", "its men did it", "by its fighters"; not "carried out a search", nor "its soldiers killed six of the attackers", which is an act of its own and not the one told before. */
function isDoing(r: Reading, verb: number, doer: number): boolean {
  const rel = r.syntax.deprel[doer] ?? '', object = childrenWith(r.syntax, verb, 'obj')[0] ?? -1, light = r.lexicon.lightVerbs.get(lemmaAt(r, verb))
  return (rel === 'nsubj' || rel === 'obl:agent') && lemmaIn(r, verb, 'own-deed') && (object < 0 || light?.role !== 'actor' || light.status === 'negated' || r.syntax.upos[object] === 'PRON' || hasClass(r, object, 'event') || isHuman(entityAt(r, object)))
}

/** "The killer was one of our men", "it was us", "the bomb was its work": said to be those who did it. */
function isCulprit(r: Reading, own: number): boolean {
  const up = r.syntax.head[own] ?? -1, one = prepositionOf(r.syntax, own) === 'of' ? up : own, who = childrenWith(r.syntax, one, 'nsubj')[0] ?? -1
  return childrenWith(r.syntax, one, 'cop').length > 0 && who >= 0 && (lemmaIn(r, who, 'perpetrator') || lemmaIn(r, own, 'handiwork-noun') && !isNot(r, own) || lemmaAt(r, who) === 'it' && r.syntax.upos[own] === 'PRON')
}

/** "Claimed a raid on a post", "has claimed several attacks", "blasts claimed by the front": acts of which the report may tell none; not "the attack", "an attack claimed by the front", "this week's bombings" or "it". */
export function isOfOthers(r: Reading, frame: Attribution): boolean {
  const act = frame.content.find(t => r.syntax.upos[t] === 'NOUN' && hasClass(r, t, 'event')) ?? -1, parts = childrenWith(r.syntax, act, 'det', 'amod', 'nmod:poss', 'nummod')
  if (act < 0) return false
  return parts.some(c => lemmaIn(r, c, 'indefinite') && !(frame.rule === 'claim:claimed-by' && ARTICLES.has(lemmaAt(r, c)))) || r.syntax.xpos[act] === 'NNS' && !parts.some(c => /^(?:det|nmod:poss|nummod)$/.test(r.syntax.deprel[c] ?? ''))
}

const ARTICLES: ReadonlySet<string> = new Set(['a', 'an'])

/** "Jets bombed the hills, the army said", "the air force bombed them, the ministry said": arms and men of no side that is named, in the words of one who has such. */
export function isArm(r: Reading, doer: number, speaker: Speaker): boolean {
  const m = entityAt(r, doer), own = sectorsOf(r, speaker)
  return isArmed(r, speaker) && !isOthers(r, doer, speaker) && (m === null || isTool(r, doer) ? r.syntax.upos[doer] === 'NOUN' : m.entity === null && m.country === null && m.sectors.some(s => FORCES.has(s) && own.includes(s) || s === 'MIL' && m.kind === 'force' && own.includes('GOV')))
}

/** "The junta's troops", "enemy forces": said to be another's, by whose they are or by what they are called. */
const isOthers = (r: Reading, doer: number, speaker: Speaker): boolean => (r.syntax.children[doer] ?? []).some(c => r.syntax.deprel[c] === 'nmod:poss' ? r.syntax.upos[c] !== 'PRON' && !isAlly(r, c, speaker) : lemmaIn(r, c, 'other-side'))

/** "Air force planes": what is fought with, of no country that is named; a "suicide bomber" is a man. */
const isTool = (r: Reading, doer: number): boolean => entityAt(r, doer)?.country == null && entityAt(r, doer)?.kind !== 'person' && (hasClass(r, doer, 'vehicle') || hasClass(r, doer, 'weapon'))

const REBELS: ReadonlySet<string> = new Set(['REB', 'PRM', 'CRM'])

const isRebel = (r: Reading, speaker: Speaker): boolean => entityAt(r, speaker.head)?.kind === 'armed-group' || sectorsOf(r, speaker).some(s => REBELS.has(s))

/** One who has arms of his own or speaks for a state. */
export const isArmed = (r: Reading, speaker: Speaker): boolean => ACTORS.has(entityAt(r, speaker.head)?.kind ?? 'unknown') || isRebel(r, speaker) || sectorsOf(r, speaker).some(s => STATE_ARMS.has(s))

/** "Five rebels were killed, the army said", "the rebels said 20 soldiers had died": those struck are of those whom he fights. */
const hasStruckEnemy = ({ recipients }: Event, rebel: boolean): boolean => recipients.some(p => p.sectors.some(s => REBELS.has(s) || rebel && STATE_ARMS.has(s)))

/** "The army said five soldiers were wounded", "police said an officer was shot": whose own people suffered an act that nobody is named for does not say that it was theirs. */
function hasSuffered(r: Reading, { recipients }: Event, speaker: Speaker): boolean {
  const country = entityAt(r, speaker.head)?.country ?? null, own: ReadonlySet<string> = isRebel(r, speaker) ? REBELS : STATE_ARMS
  return recipients.length > 0 && recipients.every(p => (p.country === null || p.country === country) && p.sectors.some(s => own.has(s)))
}
