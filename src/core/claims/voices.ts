/** Whose act it is by whose word: whether a speaker tells of his own act, of that of his side, or of another's. */
import type { Account } from '../events/account.ts'
import { childrenWith, isPassive, isVerb, prepositionOf, subjectOf } from '../events/arguments.ts'
import type { FoundEvent } from '../events/find.ts'
import { entityAt, isHuman, lemmaAt, lemmaIn, type Reading } from '../events/reading.ts'
import type { EntityMention } from '../model/index.ts'
import type { ClaimLexicon } from './lexicon.ts'
import { principalOf, type Speaker } from './speakers.ts'

export const isNamed = (m: EntityMention | null): boolean => m !== null && (m.entity !== null || (m.form === 'name' && isHuman(m)))

/** "Responsible", "the culprit", "to blame": what is said of who did it; not "came to blame". */
export const isGuilty = (r: Reading, head: number): boolean => lemmaIn(r, head, 'guilty-word') || lemmaAt(r, head) === 'blame' && r.syntax.xpos[head] === 'VB' && lemmaAt(r, head - 1) === 'to'

/** A speaker outside the state on the state's forces ("activists said regime forces shelled"), or of the state on a group. */
export function isOpposed(r: Reading, speaker: number, actor: number): boolean {
  const s = entityAt(r, speaker)?.sectors ?? [], a = entityAt(r, actor), official = s.some(x => STATE_ARMS.has(x))
  if (a === null || a.form === 'pronoun') return false
  return official ? a.kind === 'armed-group' : a.sectors.some(x => x === 'MIL' || x === 'GOV')
}

export const nameAt = (r: Reading, head: number): string | null => entityAt(r, head)?.name ?? (head >= 0 ? lemmaAt(r, head) : null)

export const STATE_ARMS = new Set(['GOV', 'MIL', 'COP', 'SPY'])

/** Those who bear arms. */
export const FORCES: ReadonlySet<string> = new Set(['MIL', 'COP', 'REB', 'PRM'])

/** Kinds that act by force. */
export const ACTORS: ReadonlySet<string> = new Set(['armed-group', 'force', 'state', 'government'])

const SELF = new Set(['it', 'we', 'they', 'i']), OWN = new Set(['its', 'our', 'their', 'it', 'we', 'they'])

/** Words of one who speaks for many, and what shows men of his behind his act. */
const FIRST = new Set(['we', 'our']), HIS = new Set(['his', 'her']), ACTING = new Set(['armed-group', 'force'])

/** Whoever is no single person and no crowd speaks of himself as "it" and of his men as "its fighters"; so do a group and rebels. */
function isBody(r: Reading, { head, chain }: Pick<Speaker, 'head' | 'chain'>): boolean {
  const kind = entityAt(r, head)?.kind ?? 'unknown'
  return kind !== 'person' && kind !== 'people' || kind === 'people' && r.syntax.xpos[head] === 'NN' || r.syntax.xpos[head] === 'NNS' && sectorsOf(r, { head, chain }).some(s => FORCES.has(s))
}

/** "Witness 9 said that they shot the men": "they" is none who speaks alone and is known for no side. */
const isSingle = (r: Reading, { head, chain }: Pick<Speaker, 'head' | 'chain'>): boolean => (entityAt(r, head)?.kind ?? 'unknown') === 'unknown' && sectorsOf(r, { head, chain }).length === 0 && !(r.syntax.xpos[head] ?? '').endsWith('S')

/** Whether the words mean the speaker or men of his by the token: "it", "we", "its fighters", "his men". */
export function isSelf(r: Reading, h: number, speaker: Pick<Speaker, 'head' | 'chain'>): boolean {
  if (isItsBody(r, h, speaker.head)) return true
  const body = isBody(r, speaker), m = entityAt(r, h), words = body ? OWN : FIRST, hisMen = m === null ? lemmaIn(r, h, 'bare-force') : ACTING.has(m.kind) || isHuman(m) && r.syntax.xpos[h] === 'NNS'
  if ((body ? SELF : FIRST).has(lemmaAt(r, h))) return !(lemmaAt(r, h) === 'they' && isSingle(r, speaker))
  return (r.syntax.children[h] ?? []).some(c => r.syntax.deprel[c] === 'nmod:poss' && (words.has(lemmaAt(r, c)) || HIS.has(lemmaAt(r, c)) && hisMen))
}

/** "A source in the security service said the service had done it": the body that its voice is from, named again by its kind. */
function isItsBody(r: Reading, h: number, voice: number): boolean {
  const m = entityAt(r, h), body = lemmaIn(r, voice, 'speaks-for') ? childrenWith(r.syntax, voice, 'nmod').find(c => lemmaIn(r, c, 'body-of-voice') || ['in', 'at', 'from', 'of', 'within'].includes(prepositionOf(r.syntax, c))) ?? -1 : -1, of = entityAt(r, body)
  if (m === null || of === null || m.form !== 'nominal' || m.last - m.first > 1 || !lemmaIn(r, h, 'body-of-voice') || !childrenWith(r.syntax, h, 'det').some(c => lemmaIn(r, c, 'back-pointing'))) return false
  return m.chain === of.chain && m.chain >= 0 || (r.entities.chains[m.chain]?.mentions ?? []).every(k => r.entities.mentions[k]!.form !== 'name')
}

/** "The group said it shot down the plane", "said its men had killed", "said it carried out the attack": in the words of a body, the pronoun is the body. */
export function isOwnAct(r: Reading, account: Account | null, speaker: Speaker, content: ReadonlySet<number>): boolean {
  if (account === null) return false
  return [...account.actors, ...account.triggers.filter(t => content.has(t.token)).map(t => doingSubject(r, t.token))].some(h => content.has(h) && !account.recipients.includes(h) && isSelf(r, h, speaker))
}

/** The subject of an active verb that tells an act or has the word for it as its object; -1 for none. */
function doingSubject(r: Reading, token: number): number {
  const verb = isVerb(r.syntax, token) ? token : r.syntax.deprel[token] === 'obj' ? r.syntax.head[token] ?? -1 : -1
  return verb < 0 || !isVerb(r.syntax, verb) || isPassive(r.syntax, verb) ? -1 : subjectOf(r.syntax, verb)
}

/** The words themselves tell the act as the speaker's: it is done by him or by an arm of his state, or, where they name nobody, by the armed group that he speaks for. */
export function tellsOwn(r: Reading, found: FoundEvent, account: Account | null, speaker: Speaker, content: ReadonlySet<number>): boolean {
  const named = account?.actors.filter(h => content.has(h) && entityAt(r, h)?.form !== 'pronoun') ?? []
  if (named.length > 0) return named.some(h => isAlly(r, h, speaker))
  return sectorsOf(r, speaker).some(s => s === 'REB' || s === 'PRM' || s === 'CRM') && speaksForActor(r, found, speaker)
}

/** "Army spokesman" and "army" of "army spokesman Omar Hadi": what opens the name of a speaker, the longest first. */
const titlesOf = (r: Reading, own: EntityMention): readonly EntityMention[] => (own.last - own.first < 2 ? [] : r.entities.mentions.filter(m => m !== own && m.first === own.first && m.last < own.last && m.form !== 'pronoun').toSorted((a, b) => b.last - a.last))

/** "Front spokesman Omar Hadi" speaks for the front: the armed group that opens his name; null for nobody. */
function groupOf(r: Reading, head: number): string | null {
  const own = entityAt(r, head)
  return own === null || own.kind === 'armed-group' ? null : titlesOf(r, own).find(m => m.kind === 'armed-group' && m.entity !== null)?.entity ?? null
}

/** What the speaker is; of one known for nothing ("the army's media wing") what those are whose he is called. */
export function sectorsOf(r: Reading, { head, chain }: Pick<Speaker, 'head' | 'chain'>): readonly string[] {
  const c = r.entities.chains[chain], own = entityAt(r, head)
  if (c?.sectors.length) return c.sectors
  const title = own === null ? undefined : titlesOf(r, own).find(m => m.sectors.length > 0)
  return own !== null && own.sectors.length > 0 ? own.sectors : title?.sectors ?? childrenWith(r.syntax, head, 'nmod:poss', 'compound', 'amod').map(t => entityAt(r, t)?.sectors ?? []).find(all => all.length > 0) ?? []
}

/** Newsrooms and watchdogs tell what others did; that is no accusation. */
export const isNeutral = (r: Reading, speaker: Speaker): boolean => sectorsOf(r, speaker).some(s => s === 'JRN' || s === 'NGO')

/** "Rebels burned it, the mayor said" charges the rebels; newsrooms, watchdogs and those who saw it tell what was done, and nobody is charged by words for whoever it was ("gunmen"). */
export function mayCharge(r: Reading, lexicon: ClaimLexicon, doer: number, speaker: Speaker): boolean {
  const m = entityAt(r, doer)
  return isNamed(m) || m !== null && !isNeutral(r, speaker) && !lexicon.onlookers.has(lemmaAt(r, speaker.head)) && (ACTORS.has(m.kind) || m.sectors.some(s => FORCES.has(s) || STATE_ARMS.has(s)))
}

/** "A front spokesman", "opposition leader Ana Diaz": of the state's country and not of the state, whatever office its voice has. */
function isOutside(r: Reading, { head, chain }: Pick<Speaker, 'head' | 'chain'>): boolean {
  const members = (r.entities.chains[chain]?.mentions ?? []).map(k => r.entities.mentions[k]!), group = r.entities.chains[chain]?.kind === 'armed-group'
  return sectorsOf(r, { head, chain }).some(s => OUTSIDE.has(s)) || group && members.some(m => m.sectors.some(s => s === 'REB' || s === 'CRM'))
}

const OUTSIDE: ReadonlySet<string> = new Set(['REB', 'OPP', 'CVL', 'PTY'])

/** The actor is the speaker, men of his ("guerrillas of the front"), or an arm of the state that the speaker speaks for. */
export function isAlly(r: Reading, actor: number, { head, chain }: Pick<Speaker, 'head' | 'chain'>): boolean {
  const m = entityAt(r, actor), c = r.entities.chains[chain], own = c?.country ?? entityAt(r, head)?.country ?? entityAt(r, principalOf(r, head))?.country ?? null
  if (m === null) return false
  if (m.chain === chain && chain >= 0 || chain >= 0 && ACTORS.has(entityAt(r, head)?.kind ?? '') && childrenWith(r.syntax, actor, 'nmod').some(x => prepositionOf(r.syntax, x) === 'of' && entityAt(r, x)?.chain === chain)) return true
  const entity = r.entities.chains[m.chain]?.entity ?? m.entity
  return (entity !== null && entity === (c?.entity ?? entityAt(r, principalOf(r, head))?.entity ?? groupOf(r, head))) || (own !== null && m.country === own && m.sectors.some(s => STATE_ARMS.has(s)) && (m.kind === 'state' || m.kind === 'government' || m.kind === 'force') && !isOutside(r, { head, chain }))
}

/** The speaker did the act, or speaks for the state or group whose arms did it. */
export function speaksForActor(r: Reading, found: FoundEvent, { head, chain }: Pick<Speaker, 'head' | 'chain'>): boolean {
  const m = entityAt(r, head), c = r.entities.chains[chain]
  const entity = c?.entity ?? m?.entity ?? entityAt(r, principalOf(r, head))?.entity ?? groupOf(r, head), country = c?.country ?? m?.country ?? null, sectors = sectorsOf(r, { head, chain })
  if (found.accounts.some(a => a.actors.some(h => entityAt(r, h)?.chain === chain && chain >= 0))) return true
  return found.event.actors.some(a => (a.entity !== null && a.entity === entity) || (country !== null && a.country === country && !isOutside(r, { head, chain }) && sectors.some(s => STATE_ARMS.has(s)) && a.sectors.some(s => STATE_ARMS.has(s))))
}
