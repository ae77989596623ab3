/** Who may own up to an act: only one who could have done it. */
import { isStopped } from '../events/account.ts'
import { entityAt, hasClass, lemmaIn, type Reading } from '../events/reading.ts'
import type { Event } from '../model/index.ts'
import { isOwn } from './held.ts'
import type { Speaker } from './speakers.ts'
import type { Tied } from './ties.ts'
import { ACTORS, FORCES, isAlly, isSelf, sectorsOf, speaksForActor, STATE_ARMS } from './voices.ts'

/** The speaker tells the act as his own or that of his side, and not what he stopped; where the words and the report name no doer, he bears arms and tells what befell an enemy. */
export function mayOwn(r: Reading, t: Tied, speaker: Speaker, content: ReadonlySet<number>): boolean {
  if (t.found.accounts.some(isStopped) || t.account?.status.status === 'attempted') return false
  if (isOwn(r, t, speaker, content) || t.account === null && t.how === 'near' && acts(r, speaker, content)) return true
  const { event, actorHeads } = t.found, named = t.account?.actors.filter(h => content.has(h) && entityAt(r, h)?.form !== 'pronoun') ?? [], doers = named.length > 0 ? named : actorHeads
  if (named.length === 0 && speaksForActor(r, t.found, speaker)) return true
  if (doers.length > 0) return doers.some(h => isAlly(r, h, speaker) || isArm(r, h, speaker))
  return isArmed(r, speaker) && !hasSuffered(r, event, speaker) && (event.type !== 'ASSAULT' || isRebel(r, speaker) || hasStruckEnemy(event))
}

/** "Gunmen seized a bus. … The front said its fighters had stopped it": by words that tell no act of their own the speaker does something. */
function acts(r: Reading, speaker: Speaker, content: ReadonlySet<number>): boolean {
  for (const h of content) if (r.syntax.deprel[h] === 'nsubj' && r.syntax.upos[r.syntax.head[h] ?? -1] === 'VERB' && !isHarm(r, r.syntax.head[h]!) && isSelf(r, h, speaker)) return true
  return false
}

/** "The army said its soldiers killed six of the attackers": an act of its own, and not the one told before. */
const isHarm = (r: Reading, verb: number): boolean => lemmaIn(r, verb, 'kill-verb') || lemmaIn(r, verb, 'hurt-verb')

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
const isArmed = (r: Reading, speaker: Speaker): boolean => ACTORS.has(entityAt(r, speaker.head)?.kind ?? 'unknown') || isRebel(r, speaker) || sectorsOf(r, speaker).some(s => STATE_ARMS.has(s))

/** "Five rebels were killed, the army said": those struck are of those whom a state fights. */
const hasStruckEnemy = ({ recipients }: Event): boolean => recipients.some(p => p.sectors.some(s => REBELS.has(s)))

/** "The army said five soldiers were wounded", "police said an officer was shot": whose own people suffered an act that nobody is named for does not say that it was theirs. */
function hasSuffered(r: Reading, { recipients }: Event, speaker: Speaker): boolean {
  const country = entityAt(r, speaker.head)?.country ?? null, own: ReadonlySet<string> = isRebel(r, speaker) ? REBELS : STATE_ARMS
  return recipients.length > 0 && recipients.every(p => (p.country === null || p.country === country) && p.sectors.some(s => own.has(s)))
}
