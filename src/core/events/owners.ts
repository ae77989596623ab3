/** Whom an act befalls where its words name only a thing of theirs, or where the tree hangs them elsewhere than on the act. */
import { childrenWith, conjuncts, isVerb, nounArguments, prepositionOf } from './arguments.ts'
import { add, ONTO, type RoleDraft } from './fillers.ts'
import { isSide } from './party.ts'
import { entityAt, hasClass, isHuman, lemmaAt, lemmaIn, type Reading } from './reading.ts'
import type { Trigger } from './triggers.ts'

/** People, armed sides, states and bodies, no pronouns. */
export function isOwner(r: Reading, head: number): boolean {
  const m = entityAt(r, head)
  return m !== null && m.form !== 'pronoun' && (isHuman(m) || isSide(r, head) || m.kind === 'organisation')
}

/** "The office of the land institute", "the agency's gate": whoever has a building is a party, though no table knows the word. */
export function isHolder(r: Reading, head: number): boolean {
  const m = entityAt(r, head)
  return isOwner(r, head) || m?.kind === 'unknown' && m.form !== 'pronoun' && m.rule !== 'entity:number' && (r.timeAt[head] ?? -1) < 0 && (r.weaponAt[head] ?? -1) < 0 && !hasClass(r, head, 'event') && /^(?:nmod|nmod:poss)$/.test(r.syntax.deprel[head] ?? '')
}

/** Whose a thing is: "the office of the land institute", "the ministry's gate", "the Lithuanian consulate". */
export const ownersOf = (r: Reading, thing: number): readonly number[] => childrenWith(r.syntax, thing, 'nmod', 'nmod:poss', 'compound', 'amod').filter(c => r.syntax.deprel[c] !== 'nmod' || prepositionOf(r.syntax, c) === 'of')

/** Adds those that a verb's own frame did not find. */
export function befallen(r: Reading, t: Trigger, inner: readonly number[], out: RoleDraft): void {
  if (OWNED.has(t.lexeme.type)) add(out, 'recipient', 'owner', inner.flatMap(o => (isHuman(entityAt(r, o)) ? [] : [...ownersOf(r, o).filter(h => isOwner(r, h)), ...bearing(r, o)])))
  if (t.lexeme.mode === 'destroy' || t.lexeme.mode === 'access') add(out, 'recipient', 'object', inner.filter(o => /^(?:facility|equipment)$/.test(entityAt(r, o)?.kind ?? '') && !ownersOf(r, o).some(h => isOwner(r, h))))
  if (t.lexeme.mode === 'crowd-control') add(out, 'recipient', 'object', crowdOf(r, t))
  if (t.lexeme.type === 'SANCTION') add(out, 'recipient', 'against', [...meantFor(r, [...inner, ...objectsOf(t), ...sumsOf(t)]), ...(t.lexeme.mode === 'discontinue' ? t.arguments.list.filter(a => a.preposition === 'to' && isSide(r, a.head)).map(a => a.head) : [])])
  if (DENYING.has(t.lexeme.type)) add(out, 'recipient', 'against', objectsOf(t).flatMap(o => [...facing(r, t, o), ...lacking(r, t, o)]))
  if (t.lexeme.type === 'AID' && t.lexeme.frame === 'self') add(out, 'recipient', 'given-to', t.arguments.list.filter(a => a.relation === 'oblique').flatMap(a => /^(?:for|to)$/.test(a.preposition) ? [a.head] : meantFor(r, [a.head])).filter(h => isHuman(entityAt(r, h))))
  add(out, 'recipient', 'object', governed(r, t))
  if (!out.fillers.some(f => f.side === 'recipient')) add(out, 'recipient', 'object', rightBehind(r, t))
  else add(out, 'recipient', 'object', gapped(r, t))
}

const objectsOf = (t: Trigger): readonly number[] => t.arguments.list.filter(a => a.relation === (t.arguments.passive ? 'subject' : 'object')).map(a => a.head)

/** "Froze 40 million euros in aid to Mali": what money is given as. */
const sumsOf = (t: Trigger): readonly number[] => t.lexeme.mode === 'discontinue' ? t.arguments.list.filter(a => a.relation === 'oblique' && a.preposition === 'in').map(a => a.head) : []

/** Acts that take from people what is theirs. */
const DENYING = new Set(['COERCE', 'SANCTION'])

/** "Closed the border with Mali", "cut ties with the junta": the other side of what two share. */
const facing = (r: Reading, t: Trigger, thing: number): readonly number[] => (lemmaIn(r, thing, 'shared-by-two') ? [...childrenWith(r.syntax, thing, 'nmod').flatMap(c => [c, ...childrenWith(r.syntax, c, 'nmod')]), ...childrenWith(r.syntax, t.token, 'obl')].filter(c => ['with', 'between'].includes(prepositionOf(r.syntax, c)) && isOwner(r, c)) : [])

/** "Confiscated his pickup", "froze their accounts": the one a pronoun stands for, not whoever does it. */
function lacking(r: Reading, t: Trigger, thing: number): readonly number[] {
  if (isHuman(entityAt(r, thing)) || r.entities.chains[entityAt(r, thing)?.chain ?? -1]?.kind === 'person') return []
  const doers = new Set(t.arguments.list.filter(a => a.relation === (t.arguments.passive ? 'agent' : 'subject')).map(a => entityAt(r, a.head)?.chain))
  return ownersOf(r, thing).filter(c => { const m = entityAt(r, c); return m !== null && !doers.has(m.chain) && (m.form === 'pronoun' ? OWNING.has(r.entities.chains[m.chain]?.kind ?? 'unknown') : (r.syntax.deprel[c] ?? '').startsWith('nmod') && isHuman(m)) })
}
const OWNING = new Set(['person', 'people', 'force', 'armed-group', 'organisation'])

/** Acts by which somebody loses what the words of the act name ("froze the assets of two officers"). */
const OWNED = new Set(['ASSAULT', 'SANCTION', 'COERCE'])

/** "Suspended the station Radio Tanga", "closed the newspaper Azadi": the name behind what it is. */
const bearing = (r: Reading, thing: number): readonly number[] => childrenWith(r.syntax, thing, 'appos', 'flat').filter(c => { const m = entityAt(r, c); return m?.form === 'name' && m.kind !== 'place' })

/** "Dispersed a rally of teachers": those whose rally it is. */
const crowdOf = (r: Reading, t: Trigger): readonly number[] => t.arguments.list.filter(a => a.relation === (t.arguments.passive ? 'subject' : 'object') && hasClass(r, a.head, 'event')).flatMap(a => ownersOf(r, a.head)).filter(h => isHuman(entityAt(r, h)))

/** "Opened up on a lair of the group": what stands after a preposition that belongs to the act's own words. */
function governed(r: Reading, t: Trigger): readonly number[] {
  const last = t.lexeme.words.at(-1) ?? ''
  return t.lexeme.words.length > 1 && ONTO.has(last) && t.lexeme.frame !== 'self' ? t.arguments.list.filter(a => a.relation === 'oblique' && a.preposition === last).map(a => a.head) : []
}

/** Acts that are done to people alone. */
const TO_PEOPLE = new Set(['kill', 'hurt', 'free'])
/** Words of a phrase before the one that heads it. */
const PHRASE = 4

/** "Gunned down Rodel Pascua", where the tree takes "down" for a preposition: the people right behind the act. */
function rightBehind(r: Reading, t: Trigger): readonly number[] {
  if (t.arguments.passive || !TO_PEOPLE.has(t.lexeme.frame)) return []
  for (let i = t.last; i < t.last + PHRASE && r.text.tokens[i]?.sentence === t.sentence; i++) {
    const m = r.entities.mentions[r.entities.byToken[i] ?? -1]
    if (m !== undefined && isHuman(m) && m.form !== 'pronoun') return conjuncts(r.syntax, m.head).filter(h => isHuman(entityAt(r, h)))
    if (!/^(?:DET|NUM|ADJ|NOUN)$/.test(r.syntax.upos[i] ?? '')) return []
  }
  return []
}

/** "Sentenced Perić to 19 years and Tomić to 11": the second of two objects, which the tree joins to the verb. */
function gapped(r: Reading, t: Trigger): readonly number[] {
  if (t.arguments.passive || !t.arguments.list.some(a => a.relation === 'object')) return []
  return childrenWith(r.syntax, t.token, 'conj').filter(c => { const m = entityAt(r, c); return c > t.last && !isVerb(r.syntax, c) && m !== null && (isHuman(m) || m.kind === 'unknown' && m.form === 'name') })
}

/** "300 bags of rice for displaced people", "a licence for the export of parts to Serbia": whom goods are for, however deep in their phrase. */
export function meantFor(r: Reading, goods: readonly number[], depth = 0): readonly number[] {
  if (depth > 2) return []
  return goods.flatMap(g => childrenWith(r.syntax, g, 'nmod').flatMap(c => /^(?:for|to)$/.test(prepositionOf(r.syntax, c)) && (isHuman(entityAt(r, c)) || isSide(r, c)) ? [c] : meantFor(r, [c], depth + 1)))
}

/** "Strikes and shelling of the camp", "an asset freeze and a travel ban on two officers": what hangs on the last of several acts befalls by all. */
export function shared(r: Reading, t: Trigger): readonly number[] {
  if (t.arguments.list.some(a => a.relation === 'oblique' && (ONTO.has(a.preposition) || a.preposition === 'of'))) return []
  return childrenWith(r.syntax, t.token, 'conj').filter(c => hasClass(r, c, 'event') || lemmaAt(r, c) === 'ban').flatMap(c => nounArguments(r.syntax, c).list.filter(a => a.relation === 'oblique' && ONTO.has(a.preposition)).map(a => a.head))
}
