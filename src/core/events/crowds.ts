/** Crowds: whom a protest addresses, and whom the police drive off. */
import { childrenWith, conjuncts, isPassive, isVerb, nounArguments, prepositionOf, subjectOf, verbArguments } from './arguments.ts'
import { add, type RoleDraft } from './fillers.ts'
import { barred, couldAnswer, grievedAgainst } from './grievances.ts'
import { isHolder, isOwner, ownersOf } from './owners.ts'
import { isSide, partiesOf } from './party.ts'
import { entityAt, hasClass, isHuman, lemmaAt, lemmaIn, type Reading } from './reading.ts'
import type { Trigger } from './triggers.ts'

/** Words before what a protest is about. */
const ABOUT = new Set(['against', 'over', 'at'])
/** Where protesters go to be heard. */
const BEFORE = new Set(['outside', 'in front of', 'before', 'to', 'at', 'toward', 'towards'])
const MARCHED = new Set(['to', 'on', 'at', 'into', 'towards', 'outside'])

/** Whom a protest addresses: who is to resign, is urged to do something or is denounced, who did what it is about, in front of whose house it stands, and whom stones are thrown at. */
export function addressed(r: Reading, t: Trigger, out: RoleDraft): void {
  const s = r.syntax, above = out.lightVerb >= 0 ? out.lightVerb : t.token, isParty = (h: number): boolean => couldAnswer(r, h)
  const beside = childrenWith(s, above, 'conj').filter(v => isVerb(s, v))
  const clauses = [...childrenWith(s, t.token, 'acl', 'advcl', 'xcomp'), ...childrenWith(s, above, 'advcl', 'xcomp'), ...beside, ...beside.flatMap(v => childrenWith(s, v, 'advcl', 'xcomp')), ...(t.nominal ? [] : childrenWith(s, subjectOf(s, t.token), 'acl'))]
  const demands = clauses.flatMap(c => (lemmaIn(r, c, 'crying-verb') ? [c, ...childrenWith(s, c, 'ccomp')] : [c])).filter(c => lemmaIn(r, c, 'demand-verb'))
  add(out, 'recipient', 'addressed', grievedAgainst(r, t, above, clauses))
  if (t.lexeme.mode === 'obstruct') add(out, 'recipient', 'addressed', barred(r, clauses).flatMap(h => partiesOf(r, h, t)))
  // "Demanding that the captives be freed": nobody is told by whom.
  for (const clause of demands) for (const o of [...childrenWith(s, clause, 'obj', 'iobj').flatMap(x => conjuncts(s, x)), ...childrenWith(s, clause, 'ccomp').filter(v => !isPassive(s, v)).map(v => subjectOf(s, v)).filter(h => h >= 0)]) {
    const of = lemmaIn(r, o, 'demanded') ? childrenWith(s, o, 'nmod', 'nmod:poss').filter(c => prepositionOf(s, c) !== 'in') : [o]
    add(out, 'recipient', 'addressed', of.filter(isParty))
  }
  add(out, 'recipient', 'addressed', demands.filter(c => childrenWith(s, c, 'ccomp').length === 0).flatMap(c => askedOf(r, c)).filter(isParty))
  // "At the United Nations roundabout": whom a square is named for is not addressed.
  const before = (head: number): readonly number[] => lemmaIn(r, head, 'open-ground') ? [] : [...partiesOf(r, head, t).filter(h => (h !== head ? isParty(h) : entityAt(r, h)?.kind === 'government' || entityAt(r, h)?.sectors.includes('JUD') === true)), ...seated(r, head)]
  const obliques = [...t.arguments.list, ...(above === t.token ? [] : verbArguments(s, above).list)].filter(a => a.relation === 'oblique')
  for (const a of obliques) {
    if (ABOUT.has(a.preposition) && hasClass(r, a.head, 'event')) add(out, 'recipient', 'addressed', nounArguments(s, a.head).list.filter(x => (x.preposition === 'by' || x.relation === 'possessor' || x.relation === 'modifier') && isSide(r, x.head)).map(x => x.head))
    if (BEFORE.has(a.preposition) || a.preposition === 'on' && (lemmaIn(r, a.head, 'seat-of-power') || lemmaAt(r, a.head) === 'step')) add(out, 'recipient', 'addressed', before(a.head))
  }
  // "Gathered to protest the minister's decision".
  if (!t.nominal && t.lexeme.words[0] === 'protest') for (const a of t.arguments.list) if (a.relation === 'object') add(out, 'recipient', 'addressed', nounArguments(s, a.head).list.filter(x => (x.preposition === 'by' || x.relation === 'possessor') && isParty(x.head)).map(x => x.head))
  if (!t.nominal && (t.lexeme.mode === 'vandalize' || t.lexeme.mode === 'riot')) add(out, 'recipient', 'addressed', t.arguments.list.filter(a => a.relation === 'object').flatMap(a => ownersOf(r, a.head).flatMap(o => (isShop(r, o) ? [o] : seated(r, o)))))
  // "Marched on the palace": the preposition is one of the act's own words.
  if (!t.nominal && t.lexeme.words.length > 1 && MARCHED.has(t.lexeme.words.at(-1) ?? '')) add(out, 'recipient', 'addressed', t.arguments.list.filter(a => a.relation === 'object').flatMap(a => before(a.head)))
  if (t.lexeme.mode === 'riot' && !t.nominal) add(out, 'recipient', 'addressed', t.arguments.list.flatMap(a => (a.relation !== 'object' ? [] : [...partiesOf(r, a.head, t).filter(h => isParty(h) || isThing(r, h)), ...ownersOf(r, a.head).filter(h => isOwner(r, h))])))
  for (const v of beside) if (lemmaIn(r, v, 'throw-or-shout')) add(out, 'recipient', 'addressed', verbArguments(s, v).list.filter(a => a.relation === 'oblique' && a.preposition === 'at').flatMap(a => partiesOf(r, a.head, t)).filter(isParty))
  for (const v of [...(isVerb(s, above) ? [above] : []), ...beside]) if (lemmaIn(r, v, 'beset-verb')) add(out, 'recipient', 'addressed', childrenWith(s, v, 'obj').flatMap(o => ownersOf(r, o).filter(h => isOwner(r, h) || entityAt(r, o)?.kind === 'facility' && isHolder(r, h))))
}

/** Words between "that" and who is asked. */
const ASKED = 4

/** "Demanding that the government hand out rice", where the parser takes the verb for a noun: those right behind "that", unless something is to be done to them. */
function askedOf(r: Reading, clause: number): readonly number[] {
  const at = clause + 1, sentence = r.text.tokens[clause]?.sentence
  if (r.text.tokens[at]?.norm.toLowerCase() !== 'that') return []
  for (let i = at + 1; i <= at + ASKED && r.text.tokens[i]?.sentence === sentence; i++) {
    const m = entityAt(r, i)
    if (m !== null) return m.form === 'pronoun' || /^(?:be|not|also)$/.test(lemmaAt(r, m.last)) ? [] : [i]
  }
  return []
}

/** A shop or a bus that a crowd loots or burns. */
const isThing = (r: Reading, head: number): boolean => /^(?:facility|equipment)$/.test(entityAt(r, head)?.kind ?? '') && entityAt(r, head)?.form === 'nominal' && !lemmaIn(r, head, 'way-no-party')

/** "The windows of a bank", "a restaurant's front": a building that is no seat of power. */
const isShop = (r: Reading, head: number): boolean => entityAt(r, head)?.kind === 'facility' && isThing(r, head) && !lemmaIn(r, head, 'seat-of-power')

/** Whoever sits where a crowd goes: "the palace of the emir", "the party's local office"; else the seat itself, where it is one by its name ("the Danish embassy", "the prefecture"). */
function seated(r: Reading, head: number): readonly number[] {
  if (!lemmaIn(r, head, 'seat-of-power')) return []
  const whole = ownersOf(r, head).filter(h => r.syntax.deprel[h] === 'amod' || r.syntax.deprel[h] === 'compound' ? isOwner(r, h) : isHolder(r, h) || entityAt(r, h)?.kind === 'place')
  return whole.length > 0 ? whole : entityAt(r, head)?.kind === 'facility' && r.syntax.upos[head] !== 'NOUN' || entityAt(r, head)?.form === 'name' ? [head] : []
}

/** Modes of protest that are ended, or gone on with, by those who hold them; a march may be ended by the police. */
const HELD = new Set(['strike', 'hunger', 'boycott'])

/** "Guards ended a two-day strike", "went into the 40th day of a hunger strike": whose strike it is. */
export function strikers(r: Reading, t: Trigger, out: RoleDraft): void {
  if (!t.nominal || !HELD.has(t.lexeme.mode ?? '') || out.fillers.some(f => f.side === 'actor')) return
  const s = r.syntax, over = s.head[t.token] ?? -1, noun = s.deprel[t.token] === 'nmod' && /^(?:day|week|month)$/.test(lemmaAt(r, over)) ? over : t.token, verb = s.head[noun] ?? -1
  if (verb < 0 || !isVerb(s, verb) || !lemmaIn(r, verb, 'keep-strike') || !/^(?:obj|obl)$/.test(s.deprel[noun] ?? '')) return
  const subject = subjectOf(s, verb)
  if (subject >= 0 && verbArguments(s, verb).passive === false) add(out, 'actor', 'light-verb', [subject])
}

/** "Drove the protesters from the steps with water cannon", "used tear gas to clear strikers": who is driven off by the means that the act is named after. */
export function driven(r: Reading, t: Trigger, out: RoleDraft): void {
  const s = r.syntax, up = s.head[t.token] ?? -1, under = t.nominal && up >= 0 && isVerb(s, up)
  const verb = under && (s.deprel[t.token] ?? '').startsWith('obl') && prepositionOf(s, t.token) === 'with' ? up : -1
  const verbs = [...(verb >= 0 && lemmaIn(r, verb, 'drive-off') ? [verb] : []), ...[t.token, ...(under ? [up] : [])].flatMap(v => childrenWith(s, v, 'advcl', 'xcomp', 'acl')).filter(v => lemmaIn(r, v, 'drive-off'))]
  for (const v of verbs) {
    const args = verbArguments(s, v)
    add(out, 'recipient', 'object', args.list.filter(a => a.relation === (args.passive ? 'subject' : 'object')).map(a => a.head).filter(h => isHuman(entityAt(r, h)) || entityAt(r, h)?.form === 'pronoun' || lemmaIn(r, h, 'measure')))
    if (v === verb) add(out, 'actor', 'subject', args.list.filter(a => a.relation === (args.passive ? 'agent' : 'subject')).map(a => a.head))
  }
}
