/** Maps a trigger's syntactic arguments to actor and recipient, by the frame of its lexeme. */
import { childrenWith, conjuncts, prepositionOf, subjectOf, type Argument, verbArguments, isVerb } from './arguments.ts'
import { entityAt, hasClass, isArmed, isHuman, lemmaAt, type Reading } from './reading.ts'
import { doers, type Trigger } from './triggers.ts'
import type { LightVerb } from './lexicon.ts'

/** Head tokens that fill each role. `others` are parties of reciprocal acts. */
export interface Roles { readonly actors: readonly number[]; readonly recipients: readonly number[]; readonly reciprocal: boolean; readonly lightVerb: number; readonly status: string | null }

const ONTO = new Set(['on', 'against', 'at', 'upon', 'into', 'toward', 'towards', 'onto'])
const BETWEEN = new Set(['between', 'among', 'involving'])

interface Draft { actors: number[]; recipients: number[]; reciprocal: boolean; lightVerb: number; status: string | null }

/** Roles of one trigger, with those that a light verb above it adds. */
export function rolesOf(r: Reading, t: Trigger): Roles {
  const draft: Draft = { actors: [], recipients: [], reciprocal: false, lightVerb: -1, status: null }
  if (t.nominal) nounRoles(r, t, draft)
  else verbRoles(r, t, draft)
  if (t.nominal) lightVerbRoles(r, t, draft)
  const actors = parties(r, draft.actors, t), recipients = parties(r, draft.recipients, t)
  return { ...draft, ...(t.lexeme.type === 'MOBILIZE' ? mobilised(r, actors, recipients) : { actors, recipients }) }
}

/** Forces that are sent are no recipients: they are the actor where nobody is named who sent them. */
function mobilised(r: Reading, actors: readonly number[], recipients: readonly number[]): Pick<Roles, 'actors' | 'recipients'> {
  const own = recipients.filter(h => isArmed(entityAt(r, h)))
  return { actors: actors.length > 0 ? actors : own, recipients: recipients.filter(h => !own.includes(h)) }
}

/** Expands coordination and drops what cannot be a party: times, weapons as such, other events, expletives. */
function parties(r: Reading, heads: readonly number[], t: Trigger): readonly number[] {
  const all = heads.flatMap(h => conjuncts(r.syntax, h)).map(h => partyHead(r, h)).flatMap(h => sidesOf(r, h)).map(h => ownerOf(r, h))
  return [...new Set(all)].filter(h => h >= 0 && !(h >= t.first && h < t.last) && canBeParty(r, h))
}

const MEASURE = new Set(['number', 'group', 'dozen', 'hundred', 'thousand', 'member', 'score', 'majority', 'handful', 'pair', 'crowd', 'convoy', 'series', 'wave', 'couple', 'part', 'half', 'unit', 'team', 'remnant', 'kind', 'type', 'string', 'million', 'total', 'rest', 'most', 'some', 'many', 'several', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'each', 'all', 'both', 'none', 'any'])

/** "dozens of protesters": the party is the noun after "of". */
function partyHead(r: Reading, head: number): number {
  const counted = (r.countAt[head] ?? -1) >= 0
  if (!MEASURE.has(lemmaAt(r, head)) && !counted) return head
  const of = childrenWith(r.syntax, head, 'nmod', 'obl').find(c => prepositionOf(r.syntax, c) === 'of')
  return of ?? head
}

/** "Indian and Pakistani troops" are two sides: each state named before the noun, and the noun with the last. */
function sidesOf(r: Reading, head: number): readonly number[] {
  const own = entityAt(r, head), sides: number[] = []
  if (!isArmed(own)) return [head]
  for (const c of childrenWith(r.syntax, head, 'amod', 'compound').flatMap(c => [c, ...childrenWith(r.syntax, c, 'conj')])) {
    const m = entityAt(r, c)
    if (m?.kind === 'state' && m.country !== own?.country && sides.every(x => entityAt(r, x)?.country !== m.country)) sides.push(c)
  }
  return sides.length === 0 || (sides.length === 1 && own?.country == null) ? [head] : [...sides, ...(own?.country == null ? [] : [head])]
}

const HELD = new Set(['use', 'own', 'operate', 'control', 'hold', 'run', 'man', 'occupy', 'belong'])
const OWNERS = new Set(['armed-group', 'state', 'government', 'force', 'organisation', 'people'])

/** "Houthi targets", "facilities used by the militia", "bases of the army": whose they are is the party, not the thing. */
function ownerOf(r: Reading, head: number): number {
  const mention = entityAt(r, head)
  if (mention === null || mention.form !== 'nominal' || !['facility', 'equipment', 'unknown'].includes(mention.kind)) return head
  const named = (c: number): boolean => { const m = entityAt(r, c); return m !== null && OWNERS.has(m.kind) && m.form !== 'pronoun' && (m.entity !== null || m.kind !== 'people') }
  const beside = childrenWith(r.syntax, head, 'nmod:poss', 'compound', 'amod').findLast(named)
  if (beside !== undefined) return beside
  const users = childrenWith(r.syntax, head, 'acl').filter(c => HELD.has(lemmaAt(r, c))).flatMap(c => childrenWith(r.syntax, c, 'obl'))
  return [...users, ...childrenWith(r.syntax, head, 'nmod').filter(c => prepositionOf(r.syntax, c) === 'of')].find(named) ?? head
}

function canBeParty(r: Reading, head: number): boolean {
  if ((r.timeAt[head] ?? -1) >= 0) return false
  const mention = entityAt(r, head), upos = r.syntax.upos[head] ?? ''
  if ((r.weaponAt[head] ?? -1) >= 0 && !(mention && (mention.kind === 'equipment' || isHuman(mention)))) return false
  if (mention === null) return upos === 'NUM'
  if (hasClass(r, head, 'event') && !isHuman(mention) && mention.entity === null) return false
  return upos !== 'DET'
}

function verbRoles(r: Reading, t: Trigger, out: Draft): void {
  const args = t.arguments, list = args.list, frame = t.lexeme.frame
  const governed = list.filter(a => a.relation === 'subject').map(a => a.head), beside = governed.length > 0 || args.passive ? -1 : partyBefore(r, t.token)
  const subjects = beside >= 0 ? [beside] : governed
  const objects = list.filter(a => a.relation === 'object').map(a => a.head)
  const agents = beside >= 0 ? [beside] : doers(args).map(a => a.head)
  const after = (...preps: readonly string[]): number[] => list.filter(a => a.relation === 'oblique' && preps.includes(a.preposition)).map(a => a.head)
  const undergoers = args.passive || r.syntax.deprel[t.token] === 'amod' ? subjects : objects
  switch (frame) {
    case 'die': out.recipients.push(...subjects); out.actors.push(...list.filter(a => a.relation === 'agent').map(a => a.head)); return
    case 'self': out.actors.push(...(args.passive ? [...subjects, ...agents] : subjects)); out.recipients.push(...after('against')); return
    case 'both': out.actors.push(...subjects, ...objects.filter(o => isArmed(entityAt(r, o))), ...after('with', 'against', 'between')); out.reciprocal = true; return
    case 'boom': out.recipients.push(...objects.filter(o => (r.weaponAt[o] ?? -1) < 0)); out.actors.push(...agents.map(a => ownerOf(r, a)).filter(a => isActorLike(r, a))); return
    case 'fire': case 'at': out.actors.push(...agents); out.recipients.push(...list.filter(a => a.relation === 'oblique' && ONTO.has(a.preposition)).map(a => a.head), ...objects.filter(o => isHuman(entityAt(r, o)))); return
    case 'give': out.actors.push(...agents); out.recipients.push(...list.filter(a => a.relation === 'indirect').map(a => a.head), ...after('to', 'for'), ...undergoers.filter(o => isHuman(entityAt(r, o)))); return
    default: out.actors.push(...agents); out.recipients.push(...undergoers, ...after('against')); return
  }
}

const FINITE = /^VB[DPZ]$/

/** Where the tree gives a finite verb no subject, the people right before it ("hundreds of transport workers went on strike"); -1 when there are none. */
function partyBefore(r: Reading, verb: number): number {
  if (!FINITE.test(r.syntax.xpos[verb] ?? '')) return -1
  for (let at = verb - 1; at >= 0 && at >= verb - 3 && r.text.tokens[at]!.sentence === r.text.tokens[verb]!.sentence; at--) {
    const mention = entityAt(r, at)
    if (mention !== null && (isHuman(mention) || mention.kind === 'state' || mention.kind === 'government')) return at
    if (r.syntax.upos[at] !== 'ADV' && r.syntax.upos[at] !== 'AUX') return -1
  }
  return -1
}

function nounRoles(r: Reading, t: Trigger, out: Draft): void {
  for (const a of t.arguments.list) {
    if (a.head >= t.first && a.head < t.last) continue
    nounRole(r, t, a, out)
  }
  for (const clause of childrenWith(r.syntax, t.token, 'acl')) participleRoles(r, clause, out)
}

function nounRole(r: Reading, t: Trigger, a: Argument, out: Draft): void {
  const frame = t.lexeme.frame, prep = a.preposition, mention = entityAt(r, a.head)
  if (prep === 'by' || prep === 'from') { out.actors.push(a.head); return }
  if (frame === 'n-both') { if (prep === 'with' || prep === 'against' || BETWEEN.has(prep) || a.relation === 'possessor' || (a.relation === 'modifier' && isActorLike(r, a.head)) ) { out.actors.push(a.head); out.reciprocal = true } return }
  if (ONTO.has(prep)) { out.recipients.push(a.head); return }
  if (prep === 'of') { (frame === 'n-of' || (frame === 'n-on' && !isArmed(mention)) ? out.recipients : out.actors).push(a.head); return }
  if (a.relation === 'possessor') { (frame === 'n-of' && mention?.kind === 'person' ? out.recipients : out.actors).push(a.head); return }
  if (a.relation === 'modifier' && isActorLike(r, a.head)) (frame === 'n-of' && !isArmed(mention) && mention?.kind !== 'state' ? out.recipients : out.actors).push(a.head)
  else if (a.relation === 'modifier' && hasClass(r, a.head, 'place') && mention && mention.kind === 'facility') out.recipients.push(a.head)
}

/** A modifier that names a side: "PKK attack", "Israeli strike", "rebel attack", "government shelling". */
function isActorLike(r: Reading, head: number): boolean {
  const mention = entityAt(r, head)
  return mention !== null && (mention.kind === 'state' || mention.kind === 'armed-group' || mention.kind === 'government' || mention.kind === 'organisation' || isArmed(mention) || isHuman(mention))
}

/** "an attack targeting police", "attacks carried out by the group", "a raid led by X". */
function participleRoles(r: Reading, clause: number, out: Draft): void {
  const args = verbArguments(r.syntax, clause)
  const by = args.list.filter(a => a.relation === 'agent' || (a.relation === 'oblique' && a.preposition === 'by')).map(a => a.head)
  const objects = args.list.filter(a => a.relation === 'object').map(a => a.head)
  if (r.syntax.xpos[clause] === 'VBG') { if (['target', 'hit', 'strike', 'involve'].includes(lemmaAt(r, clause))) out.recipients.push(...objects) }
  else if (!['claim', 'condemn', 'describe', 'call', 'blame', 'report'].includes(lemmaAt(r, clause))) out.actors.push(...by)
}

/** The light verb that governs an event noun ("launched an attack on", "came under fire"), with what it says of its subject. */
function lightVerbOf(r: Reading, t: Trigger): { verb: number; light: LightVerb } | null {
  const head = r.syntax.head[t.token] ?? -1, rel = r.syntax.deprel[t.token] ?? ''
  if (head < 0 || !isVerb(r.syntax, head)) return null
  if (!['obj', 'nsubj:pass', 'obl', 'xcomp', 'obl:agent'].includes(rel) && !(rel === 'nsubj' && r.syntax.xpos[head] === 'VBN')) return null
  const lemma = lemmaAt(r, head), under = rel === 'obl' ? prepositionOf(r.syntax, t.token) : ''
  const light = r.lexicon.lightVerbs.get(under === '' ? lemma : `${lemma} ${under}`)
  if (!light || (rel === 'obl' && under === '')) return null
  return { verb: head, light }
}

function lightVerbRoles(r: Reading, t: Trigger, out: Draft): void {
  const found = lightVerbOf(r, t)
  if (!found) return
  const { verb, light } = found
  out.lightVerb = verb
  out.status = light.status
  const args = verbArguments(r.syntax, verb)
  const agents = args.passive ? args.list.filter(a => a.relation === 'agent').map(a => a.head) : [subjectOf(r.syntax, verb)].filter(h => h >= 0)
  const onto = args.list.filter(a => a.relation === 'oblique' && ONTO.has(a.preposition)).map(a => a.head)
  if (light.role === 'actor') { out.actors.push(...agents); out.recipients.push(...onto) }
  if (light.role === 'recipient') { out.recipients.push(...agents) ; out.actors.push(...args.list.filter(a => a.preposition === 'from').map(a => a.head)) }
}
