/** Maps a trigger's syntactic arguments to actor and recipient, by the frame of its lexeme. */
import type { EntityMention } from '../model/index.ts'
import { childrenWith, conjuncts, isPassive, nounArguments, prepositionOf, verbArguments, type Argument, subjectOf } from './arguments.ts'
import { partyBefore } from './before.ts'
import { behindRoles } from './behind.ts'
import { addressed, driven, strikers } from './crowds.ts'
import { add, ONTO, type Filler, type RoleDraft, type Roles } from './fillers.ts'
import { intercepted, sendersOf } from './interception.ts'
import { chargedRoles, lightVerbRoles, particled } from './light.ts'
import { asideOf, byPassive } from './nearby.ts'
import { befallen, isOwner, meantFor, ownersOf, shared } from './owners.ts'
import { isSide, partiesOf } from './party.ts'
import { meantBy } from './pronouns.ts'
import { entityAt, hasClass, isArmed, isHuman, isWordOf, lemmaAt, lemmaIn, type Reading } from './reading.ts'
import { doers } from './senses.ts'
import { isAuthority, type Trigger } from './triggers.ts'
import { yieldedRoles } from './yielded.ts'

const BETWEEN = new Set(['between', 'among', 'involving'])

/** Roles of one trigger, with those that a light verb above it adds. */
export function rolesOf(r: Reading, t: Trigger): Roles {
  const draft: RoleDraft = { fillers: [], reciprocal: false, repelled: false, intercepted: false, lightVerb: -1, status: null }
  if (t.nominal) { nounRoles(r, t, draft); lightVerbRoles(r, t, draft); asideOf(r, t, draft) }
  else { verbRoles(r, t, draft); befallen(r, t, innerObjects(r, t), draft); takenAs(r, t, draft); byPassive(r, t, draft); yieldedRoles(r, t, draft) }
  if (t.lexeme.type === 'PROTEST') { strikers(r, t, draft); addressed(r, t, draft) }
  if (t.lexeme.mode === 'crowd-control') driven(r, t, draft)
  chargedRoles(r, t, draft)
  behindRoles(r, t, draft)
  const settled = draft.fillers.flatMap(f => partiesOf(r, f.head, t).map((head): Filler => ({ ...f, head }))).map((f): Filler => ({ ...f, head: meantBy(r, t, f) })).filter(f => f.side !== 'recipient' || !(isWordOf(r, f.head, 'term-word') && !isHuman(entityAt(r, f.head))) && !(t.lexeme.type === 'COERCE' && !r.lexicon.lists['one-sided-verb'].has(t.lexeme.words.join(' ')) || t.lexeme.type === 'SANCTION' && t.lexeme.mode !== 'convict' || t.lexeme.type === 'PROTEST' && t.lexeme.mode !== 'riot' && f.rule === 'role:against') || !isTaken(r, f.head)).filter(f => f.side !== 'recipient' || !isOwnStaff(r, t, f.head) && !saysWhere(r, f.head))
  return { ...draft, fillers: mobilised(r, t, unique(settled.filter(f => !(f.side === 'recipient' && t.lexeme.type === 'ASSAULT' && /^(?:do|n-on|n-of|take)$/.test(t.lexeme.frame) && isTown(r, f.head))))) }
}

/** "Shelled Dobrovka": a single name that only its shape made a person's, and that the gazetteer has for a place. */
function isTown(r: Reading, head: number): boolean {
  const m = entityAt(r, head), place = r.places[r.placeAt[head] ?? -1]
  return m !== null && m.rule === 'entity:model/PER' && m.last - m.first === (place === undefined ? -1 : place.last - place.first) && place?.entry != null && r.entities.chains[m.chain]?.mentions.length === 1
}

/** Nouns that may be people by how they end ("facilitators", "non-Papuans"). */
const PEOPLE = /(?:[eo]r|ist|[aei]nt|an|man|men|ess|ee|individual|muslim|moslem)s?$/

/** What is seized, cut off, closed or protested against is not whom that is done to: "70,000 shekels", "mobile internet", "the road to Raqqa", "a fuel levy". */
function isTaken(r: Reading, head: number): boolean {
  const m = entityAt(r, head), lemma = lemmaAt(r, head)
  return m !== null && m.form === 'nominal' && (m.kind === 'unknown' ? m.rule !== 'entity:number' && !isWordOf(r, head, 'press') && !PEOPLE.test(lemma) : m.kind === 'facility' ? lemmaIn(r, head, 'way-no-party') : m.rule === 'entity:object/weapon')
}

function unique(list: readonly Filler[]): readonly Filler[] {
  const seen = new Set<string>()
  return list.filter(f => { const key = `${f.side} ${f.head}`; return !seen.has(key) && seen.add(key) })
}

/** "The agency relocated 14 staff": its own people, with whom it leaves; whoever is evacuated may be others. */
const isOwnStaff = (r: Reading, t: Trigger, head: number): boolean => t.lexeme.type === 'RETREAT' && t.lexeme.mode === 'withdraw' && !t.lexeme.words.includes('evacuate') && isWordOf(r, head, 'own-staff')

/** "Shelled a Turkish town", "a bomb at a Turkish wedding": the adjective says where that was, not who was hit. */
function saysWhere(r: Reading, head: number): boolean {
  const above = r.syntax.head[head] ?? -1
  return entityAt(r, head)?.rule.endsWith('/demonym') === true && /^(?:amod|compound)/.test(r.syntax.deprel[head] ?? '') && (lemmaIn(r, above, 'lived-in-place') || lemmaIn(r, above, 'gathering'))
}

/** What is sent, raised or tried out is done nothing to, unless it is called up: armed people are the actor where nobody is named who sent them. */
function mobilised(r: Reading, t: Trigger, fillers: readonly Filler[]): readonly Filler[] {
  if (t.lexeme.type !== 'MOBILIZE') return fillers
  const sent = fillers.filter(f => f.side === 'recipient' && SENT.has(f.rule) && !t.lexeme.words.some(w => r.lexicon.lists['call-up'].has(w)) || f.side === 'recipient' && isArmed(entityAt(r, f.head))), rest = fillers.filter(f => !sent.includes(f))
  return rest.some(f => f.side === 'actor') ? rest : [...rest, ...sent.filter(f => isArmed(entityAt(r, f.head))).map((f): Filler => ({ ...f, side: 'actor', rule: 'role:sent' }))]
}
const SENT = new Set(['role:object', 'role:passive-subject', 'role:of'])

/** "Guardsman shot dead on the line", "nine women arrested at Chintalnar": a passive that lost its auxiliary. */
function isReduced(r: Reading, { token, lexeme, arguments: { list, passive } }: Trigger): boolean {
  return !passive && r.lexicon.lists['one-sided-verb'].has(lexeme.words.join(' ')) && /^VB[DN]$/.test(r.syntax.xpos[token] ?? '') && (r.syntax.deprel[token] ?? '').split(':')[0] !== 'acl' && r.syntax.deprel[token] !== 'amod' && childrenWith(r.syntax, token, 'aux', 'ccomp', 'xcomp').length === 0 && list.every(a => a.relation === 'oblique' || a.relation === 'subject' && !isAuthority(r, a.head, lexeme))
}

function verbRoles(r: Reading, t: Trigger, out: RoleDraft): void {
  const args = isReduced(r, t) ? { ...t.arguments, passive: true } : t.arguments, inner = innerObjects(r, t), list = [...args.list.filter(a => !inner.includes(a.head) || isHuman(entityAt(r, a.head))), ...inner.flatMap(o => nounArguments(r.syntax, o).list.filter(a => a.relation === 'oblique'))]
  const governed = list.filter(a => a.relation === 'subject').map(a => subjectBehind(r, t, a.head)), beside = governed.length > 0 || args.passive ? -1 : partyBefore(r, t.token)
  const after = (...preps: readonly string[]): number[] => list.filter(a => a.relation === 'oblique' && preps.includes(a.preposition)).map(a => a.head)
  const behind = list.filter(a => a.relation === 'object').map(a => a.head), objects = [...(behind.length > 0 || args.passive ? behind : shifted(r, t, list)), ...(isFire(t) ? after('to') : [])]
  const subjects = beside >= 0 ? [beside] : governed
  const agents = beside >= 0 ? [beside] : doers(args).map(a => (a.relation === 'subject' ? subjectBehind(r, t, a.head) : a.head))
  const undergoers = args.passive || (r.syntax.deprel[t.token] === 'amod' && objects.length === 0) ? subjects : objects.length > 0 ? objects : list.filter(a => a.relation === 'indirect').map(a => a.head)
  const doer = args.passive ? 'agent' : 'subject', undergoer = args.passive ? 'passive-subject' : 'object'
  const thrown = /^(?:fire|at|do)$/.test(t.lexeme.frame) ? objects.filter(o => (r.weaponAt[o] ?? -1) >= 0).flatMap(o => nounArguments(r.syntax, o).list) : []
  const onto = [...list, ...thrown].filter(a => a.relation === 'oblique' && ONTO.has(a.preposition)).map(a => a.head)
  const stopped = intercepted(r, t)
  if (stopped.length > 0) { out.intercepted = true; out.status = 'attempted'; add(out, 'actor', 'sender', sendersOf(r, stopped)); return }
  // Who defuses a bomb did not lay it.
  if (t.lexeme.type === 'ASSAULT' && lemmaIn(r, t.token, 'defuse-verb')) { add(out, 'actor', 'sender', sendersOf(r, objects)); return }
  if (repels(r, t) && objects.some(o => hasClass(r, o, 'event'))) { out.repelled = true; add(out, 'recipient', 'repeller', agents); return }
  add(out, 'recipient', 'along-with', undergoers.length > 0 && /^(?:do|kill|hurt|take|free)$/.test(t.lexeme.frame) ? after(...BESIDES) : [])
  if (args.passive && /^(?:fire|at|boom)$/.test(t.lexeme.frame)) add(out, 'actor', 'from', after('from').filter(h => !isPartOfCountry(r, h) && partiesOf(r, h, t).some(x => isSide(r, x))))
  if (t.lexeme.words[0] === 'recall') { add(out, 'actor', doer, agents); add(out, 'recipient', 'from', [...after('from'), ...objects.flatMap(o => nounArguments(r.syntax, o).list.filter(a => a.preposition === 'from').map(a => a.head))]); return }
  if (t.lexeme.mode === 'expel' || t.lexeme.words[0] === 'expel') add(out, 'actor', 'from', after('from').filter(h => entityAt(r, h)?.kind === 'state'))
  switch (t.lexeme.frame) {
    case 'die': add(out, 'recipient', 'dead', subjects); add(out, 'actor', 'agent', list.filter(a => a.relation === 'agent').map(a => a.head)); return
    case 'self': if (t.lexeme.mode === 'release') { freedRoles(r, t, out, { subjects, agents, objects: inner.length > 0 ? [] : objects }); return }
      add(out, 'recipient', undergoer, t.lexeme.mode === 'withdraw' && subjects.length > 0 && !args.passive ? objects.filter(o => isHuman(entityAt(r, o)) && !isArmed(entityAt(r, o))) : [])
      add(out, 'actor', doer, args.passive ? [...subjects, ...agents] : subjects); add(out, 'recipient', 'against', after('against', ...(t.lexeme.mode === 'disarm' ? ['to', 'before'] : t.lexeme.mode === 'riot' ? ['at'] : []))); return
    case 'both': add(out, 'actor', 'side', [...subjects, ...objects.filter(o => isArmed(entityAt(r, o))), ...after('with', 'against', 'between')]); out.reciprocal = true; return
    case 'boom': add(out, 'recipient', undergoer, objects.filter(o => (r.weaponAt[o] ?? -1) < 0)); add(out, 'recipient', 'onto', [...after(...STRUCK), ...struckBeside(r, t, list), ...passing(r, t), ...intended(r, list)]); add(out, 'actor', doer, agents.filter(a => isActorLike(r, a))); return
    case 'fire': case 'at': add(out, 'actor', doer, agents); add(out, 'recipient', 'onto', [...onto, ...(inner.length > 0 ? after('to') : []), ...list.filter(a => a.preposition === 'over' && lemmaAt(r, a.head) === 'head').flatMap(a => ownersOf(r, a.head)).filter(h => isHuman(entityAt(r, h)) && entityAt(r, h)?.form !== 'pronoun')]); add(out, 'recipient', undergoer, (t.lexeme.when.includes('stranded') || args.passive && ONTO.has(t.lexeme.words.at(-1) ?? '') ? undergoers : objects.filter(o => isHuman(entityAt(r, o))))); return
    case 'give': giveRoles(r, t, out, { agents, undergoers, to: [...list.filter(a => a.relation === 'indirect').map(a => a.head), ...after('to', 'for')], from: after('from') }); return
    default:
      if (isBefallen(r, t)) { add(out, 'recipient', 'passive-subject', subjects); add(out, 'actor', 'agent', [...list, ...inner.flatMap(o => childrenWith(r.syntax, o, 'acl', 'amod')).flatMap(v => verbArguments(r.syntax, v).list)].filter(a => a.relation === 'agent').map(a => a.head)); return }
      add(out, 'actor', doer, agents)
      add(out, 'recipient', undergoer, undergoers)
      add(out, 'recipient', 'against', inner.length > 0 ? [...after('with', 'to').flatMap(h => partiesOf(r, h, t)), ...onto].filter(h => /^(?:equipment|facility)$/.test(entityAt(r, h)?.kind ?? '') || isActorLike(r, h)) : after('against'))
      if (t.lexeme.mode === 'convict') add(out, 'recipient', 'against', [...after('on', 'to', 'for'), ...objects.filter(o => isWordOf(r, o, 'term-word')).flatMap(o => nounArguments(r.syntax, o).list.filter(a => /^(?:on|to|for)$/.test(a.preposition)).map(a => a.head))].filter(h => isHuman(entityAt(r, h)) || r.entities.chains[entityAt(r, h)?.chain ?? -1]?.kind === 'person'))
      if (t.lexeme.mode === 'withhold') add(out, 'recipient', 'against', [...after('from'), ...objects.flatMap(o => nounArguments(r.syntax, o).list.filter(a => a.preposition === 'from').map(a => a.head))])
      if (t.lexeme.frame === 'take' || r.lexicon.lists['take-from'].has(t.lexeme.words[0] ?? '')) add(out, 'recipient', 'against', [...after('from'), ...objects.flatMap(o => nounArguments(r.syntax, o).list.filter(a => a.preposition === 'from').map(a => a.head))].flatMap(h => (t.lexeme.type !== 'COERCE' || isSide(r, h) || isHuman(entityAt(r, h)) ? [h] : ownersOf(r, h))).filter(h => isSide(r, h) || t.lexeme.type === 'COERCE' && isHuman(entityAt(r, h))))
  }
}

/** "Said thirty were killed and six taken prisoner": those right before the participle, where the tree makes one noun of "taken prisoner". */
function takenAs(r: Reading, t: Trigger, out: RoleDraft): void {
  const before = t.first - 1
  if (r.syntax.deprel[t.token] === 'amod' && r.syntax.head[t.token] === t.last - 1 && t.last - t.first === 2 && t.lexeme.mode === 'abduct' && (r.syntax.upos[before] === 'NUM' || isHuman(entityAt(r, before)))) add(out, 'recipient', 'passive-subject', [before])
}

/** "Four men are in custody", "two traders had their throats cut", "his cousin received 12 years": words whose subject it is that suffers. */
const isBefallen = (r: Reading, { lexeme: { words, frame, mode } }: Trigger): boolean => words[0] === 'be' && frame === 'do' || words[0] === 'have' && frame === 'kill' || mode === 'convict' && r.lexicon.lists['get-verb'].has(words[0] ?? '')

/** "Arrested on Monday a captain", where the tree makes an adjunct of what follows the adjunct: people without a preposition. */
const shifted = (r: Reading, t: Trigger, list: readonly Argument[]): readonly number[] => list.filter(a => a.relation === 'oblique' && a.preposition === '' && a.head > t.token && isHuman(entityAt(r, a.head)) && entityAt(r, a.head)?.form !== 'pronoun').map(a => a.head)

/** "Inmates let go thirteen guards", "the travellers regained their freedom": whoever is behind the act is freed, and where nobody is, its subject. */
function freedRoles(r: Reading, t: Trigger, out: RoleDraft, a: { readonly subjects: readonly number[]; readonly agents: readonly number[]; readonly objects: readonly number[] }): void {
  const last = childrenWith(r.syntax, t.token, 'xcomp').filter(v => v < t.last), freed = [...a.objects, ...last.flatMap(v => childrenWith(r.syntax, v, 'obj'))].filter(o => isHuman(entityAt(r, o)))
  if (freed.length > 0 && !t.arguments.passive) { add(out, 'actor', 'subject', a.agents); add(out, 'recipient', 'object', freed); return }
  add(out, 'recipient', 'passive-subject', a.subjects)
  if (t.arguments.passive) add(out, 'actor', 'agent', a.agents)
}

/** "Set fire to": what burns stands after "to". */
const isFire = (t: Trigger): boolean => t.lexeme.words[0] === 'set' && t.lexeme.words.at(-1) === 'fire'

/** What a shell falls on, into or among. */
const STRUCK = ['on', 'onto', 'upon', 'into', 'among', 'amid', 'under']

/** What a bomb goes off at or in: whose post it is, or the bus itself. */
function struckBeside(r: Reading, t: Trigger, list: readonly Argument[]): readonly number[] {
  return list.filter(a => a.relation === 'oblique').flatMap(a => a.preposition === 'in' || a.preposition === 'inside' ? (entityAt(r, a.head)?.kind === 'equipment' ? [a.head] : []) : AT.has(a.preposition) || isNextTo(r, a) ? [...partiesOf(r, a.head, t).filter(h => isOwner(r, h) && (h !== a.head || a.preposition === 'outside' && isHouse(entityAt(r, h)))), ...(entityAt(r, a.head)?.kind === 'equipment' ? ownersOf(r, a.head).filter(h => isHuman(entityAt(r, h))) : [])] : [])
}
/** "Outside the central bank": a body that is meant by its house. */
const isHouse = (m: EntityMention | null): boolean => m !== null && (m.kind === 'organisation' || m.kind === 'government' || m.kind === 'people' && m.sectors.some(s => s === 'BUS' || s === 'PTY'))
const AT = new Set(['at', 'near', 'outside', 'beside', 'in front of', 'close to', 'next to'])

/** "Exploded next to the car": the parser's "to" with the adverb before it. */
const isNextTo = (r: Reading, a: Argument): boolean => a.preposition === 'to' && childrenWith(r.syntax, a.head, 'case').some(c => /^(?:next|close)$/.test(lemmaAt(r, c - 1)))

/** "A bomb meant for the convoy of the mayor": whom what goes off was for. */
const intended = (r: Reading, list: readonly Argument[]): readonly number[] => list.filter(a => a.relation === 'subject').flatMap(a => childrenWith(r.syntax, a.head, 'acl')).filter(v => lemmaIn(r, v, 'meant-for')).flatMap(v => childrenWith(r.syntax, v, 'obl')).filter(h => /^(?:for|at)$/.test(prepositionOf(r.syntax, h)))

/** "Went off as the bus passed": what the bomb was laid for. */
function passing(r: Reading, t: Trigger): readonly number[] {
  return childrenWith(r.syntax, t.token, 'advcl').filter(v => lemmaIn(r, v, 'pass-by') && childrenWith(r.syntax, v, 'mark').some(m => ['as', 'when', 'while'].includes(lemmaAt(r, m)))).flatMap(v => childrenWith(r.syntax, v, 'nsubj'))
}

const BESIDES = ['along with', 'together with', 'as well as', 'in addition to', 'besides', 'alongside']

/** "Fired from southern Lebanon": where from, not by whom. */
const isPartOfCountry = (r: Reading, head: number): boolean => (r.places[r.placeAt[head] ?? -1]?.part ?? null) !== null

/** Verbs that tell of an attack from the side of those who stop it ("beat back", "repelled"). */
function repels(r: Reading, t: Trigger): boolean {
  const light = r.lexicon.lightVerbs.get(t.lexeme.words.join(' ')) ?? particled(r, t.token)
  return light?.role === 'recipient' && light.status === 'attempted'
}

/** "Rebels received ammunition from the coalition": who gets is the recipient, whom it comes from the giver. */
function giveRoles(r: Reading, t: Trigger, out: RoleDraft, a: { agents: readonly number[]; undergoers: readonly number[]; to: readonly number[]; from: readonly number[] }): void {
  if (r.lexicon.lists['get-verb'].has(t.lexeme.words[0] ?? '')) { add(out, 'actor', 'from', a.from); add(out, 'recipient', 'receiver', a.agents); return }
  add(out, 'actor', t.arguments.passive ? 'agent' : 'subject', a.agents)
  const moved = t.lexeme.type === 'AID' ? a.undergoers.filter(o => isMoved(r, t, o)).map(o => (entityAt(r, o) === null ? childrenWith(r.syntax, o, 'nummod')[0] ?? o : o)) : []
  if (moved.length > 0) { add(out, 'recipient', t.arguments.passive ? 'passive-subject' : 'object', moved); return }
  add(out, 'recipient', 'given-to', [...a.to, ...(t.lexeme.type === 'AID' ? meantFor(r, a.undergoers.flatMap(o => conjuncts(r.syntax, o))) : []), ...a.undergoers.filter(o => isHuman(entityAt(r, o)) || a.undergoers.length > 1 && isSide(r, o))])
}

/** "Took 21 wounded to the hospital": those who are carried are helped, not the place they are brought to; of a bare number only those who are hurt. */
function isMoved(r: Reading, t: Trigger, head: number): boolean {
  const m = entityAt(r, head)
  return isWordOf(r, head, 'wounded') || m?.rule === 'entity:number' && (t.lexeme.words.some(w => r.lexicon.lists['carry-wounded'].has(w)) || isWordOf(r, head + 1, 'wounded'))
}

/** Objects that are words of the lexeme itself ("opened fire", "set fire"); what hangs on them belongs to the verb. */
function innerObjects(r: Reading, t: Trigger): readonly number[] {
  return t.lexeme.words.length < 2 ? [] : t.arguments.list.filter(a => a.relation === (t.arguments.passive ? 'subject' : 'object') && t.lexeme.words.includes(lemmaAt(r, a.head))).map(a => a.head)
}

/** "... to retake the city killing hundreds": a clause that hangs on a place tells of the verb's subject. */
function subjectBehind(r: Reading, t: Trigger, subject: number): number {
  const s = r.syntax
  if (!/^(?:acl|xcomp)/.test(s.deprel[t.token] ?? '') || s.xpos[t.token] !== 'VBG' || subject < 0 || !hasClass(r, subject, 'place') || isHuman(entityAt(r, subject))) return subject
  const verb = s.head[subject] ?? -1
  return verb < 0 || (s.deprel[subject] ?? '').startsWith('nsubj') ? subject : subjectOf(s, verb)
}

function nounRoles(r: Reading, t: Trigger, out: RoleDraft): void {
  for (const a of t.arguments.list) if (a.head < t.first || a.head >= t.last) nounRole(r, t, a, out)
  add(out, 'recipient', 'onto', shared(r, t))
  for (const clause of childrenWith(r.syntax, t.token, 'acl')) {
    for (const told of [clause, ...(lemmaIn(r, clause, 'alleging-verb') ? childrenWith(r.syntax, clause, 'ccomp') : [])]) participleRoles(r, told, out)
    add(out, 'actor', 'light-verb', madeBy(r, clause))
  }
  if (STATE.has(prepositionOf(r.syntax, t.token)) && childrenWith(r.syntax, t.token, 'cop').length > 0) add(out, prepositionOf(r.syntax, t.token) === 'under' ? 'recipient' : 'actor', 'predicate', childrenWith(r.syntax, t.token, 'nsubj'))
}

/** "Teachers are on strike", "the troops were in retreat", "the town is under siege". */
const STATE = new Set(['on', 'in', 'under'])

function nounRole(r: Reading, t: Trigger, a: Argument, out: RoleDraft): void {
  const frame = t.lexeme.frame, prep = a.preposition, mention = entityAt(r, a.head)
  if (prep === 'by' || prep === 'from') { add(out, 'actor', prep, [a.head]); return }
  if (frame === 'n-both') { if (prep === 'with' || prep === 'against' || BETWEEN.has(prep) || a.relation === 'possessor' || (a.relation === 'modifier' && isActorLike(r, a.head))) { add(out, 'actor', 'side', [a.head]); out.reciprocal = true } return }
  if (ONTO.has(prep)) { add(out, 'recipient', 'onto', [a.head]); return }
  if (t.lexeme.type === 'AID' && (prep === 'to' || prep === 'for')) { add(out, 'recipient', 'given-to', [a.head]); return }
  if (prep === 'of') { add(out, frame === 'n-of' || t.lexeme.mode === 'boycott' || (frame === 'n-on' && (lemmaIn(r, t.token, 'done-to-one') || !isArmed(mention) && !isRaiders(r, t, a.head))) ? 'recipient' : 'actor', 'of', [a.head]); return }
  if (a.relation === 'possessor') { add(out, frame === 'n-of' && mention?.kind === 'person' ? 'recipient' : 'actor', 'possessor', [a.head]); return }
  if (a.relation === 'modifier' && isActorLike(r, a.head)) add(out, frame === 'n-of' && !isSide(r, a.head) ? 'recipient' : 'actor', 'modifier', [a.head])
  else if (a.relation === 'modifier' && mention?.kind === 'facility') add(out, 'recipient', 'modifier', [a.head])
}

/** "The raid of the Israeli enemy on the port": of two nouns behind an attack the one after "of" makes it, where it names a side. */
const isRaiders = (r: Reading, t: Trigger, head: number): boolean => (t.arguments.list.some(a => a.relation === 'oblique' && ONTO.has(a.preposition)) || childrenWith(r.syntax, head, 'nmod').some(c => ONTO.has(prepositionOf(r.syntax, c)))) && [head, ...childrenWith(r.syntax, head, 'amod', 'compound')].some(h => isSide(r, h))

/** A modifier that names a side: "PKK attack", "Israeli strike", "rebel attack", "government shelling". */
function isActorLike(r: Reading, head: number): boolean {
  const mention = entityAt(r, head)
  return mention !== null && (mention.kind === 'organisation' || isSide(r, head) || isHuman(mention))
}

/** "The offensive that the militia launched", "the raids with which the enemy hit the port": the subject of a clause that says of an act who makes it. */
function madeBy(r: Reading, clause: number): readonly number[] {
  const s = r.syntax, subject = childrenWith(s, clause, 'nsubj').find(c => !/^(?:which|that|who)$/.test(lemmaAt(r, c))) ?? -1
  if (subject < 0 || s.deprel[subject] !== 'nsubj' || isPassive(s, clause) || childrenWith(s, clause, 'obj').some(o => o > clause) && !childrenWith(s, clause, 'obl').some(c => lemmaAt(r, c) === 'which' && prepositionOf(s, c) === 'with')) return []
  return r.lexicon.lightVerbs.get(lemmaAt(r, clause))?.role === 'actor' || childrenWith(s, clause, 'obl').some(c => lemmaAt(r, c) === 'which' && prepositionOf(s, c) === 'with') ? [subject] : []
}

/** "an attack targeting police", "attacks carried out by the group", "a bombing blamed on X". */
function participleRoles(r: Reading, clause: number, out: RoleDraft): void {
  const args = verbArguments(r.syntax, clause), lemma = lemmaAt(r, clause)
  if (r.syntax.xpos[clause] === 'VBG') { if (lemmaIn(r, clause, 'aim-participle')) add(out, 'recipient', 'participle', args.list.filter(a => a.relation === 'object').map(a => a.head)); return }
  const ascribed = r.lexicon.blame.ascribe.get(lemma) ?? r.lexicon.blame.link.get(lemma)
  if (ascribed !== undefined) add(out, 'actor', 'ascribed', args.list.filter(a => a.preposition === ascribed).map(a => a.head))
  else if (!lemmaIn(r, clause, 'speak-of-act') && !lemmaIn(r, clause, 'mediate-verb')) add(out, 'actor', 'participle', args.list.filter(a => a.relation === 'agent' || (a.relation === 'oblique' && a.preposition === 'by')).map(a => a.head))
}
