/** From an argument's head to the parties it stands for: coordination, counted groups, sides of one noun, owners of things hit. */
import type { EntityMention } from '../model/index.ts'
import { childrenWith, conjuncts, prepositionOf } from './arguments.ts'
import { entityAt, hasClass, isArmed, isHuman, lemmaAt, lemmaIn, type Reading } from './reading.ts'
import type { Trigger } from './triggers.ts'

/** Expands coordination and drops what cannot be a party: times, weapons as such, other events, expletives. */
export function partiesOf(r: Reading, head: number, t: Trigger): readonly number[] {
  const all = withoutCounted(r, joinedTo(r, head).map(h => partyHead(r, h)).flatMap(h => joinedTo(r, h))).flatMap(h => byName(r, h)).flatMap(h => sidesOf(r, h)).flatMap(h => ofWhom(r, h)).map(h => ownerOf(r, h))
  return [...new Set(all)].filter(h => h >= 0 && (!(h >= t.first && h < t.last) || isInner(r, h, t)) && canBeParty(r, h, t))
}

/** The list that a word heads; "former agent Ivan Petrov and his daughter": the tree may hang the rest of it on the name behind what he is. */
function joinedTo(r: Reading, head: number): readonly number[] {
  const m = entityAt(r, head), name = m?.form === 'nominal' && r.syntax.xpos[head] === 'NN' ? childrenWith(r.syntax, head, 'appos', 'flat').find(c => entityAt(r, c)?.form === 'name' && entityAt(r, c)!.first === m.last) : undefined
  return [...conjuncts(r.syntax, head), ...name === undefined ? [] : conjuncts(r.syntax, name).slice(1).filter(h => isHuman(entityAt(r, h)))]
}

/** "Torched 40 houses", "let a convoy pass": a thing that is one of the act's own words is still what the act was done to. */
function isInner(r: Reading, head: number, t: Trigger): boolean {
  const kind = entityAt(r, head)?.kind
  return !t.nominal && t.lexeme.words.length > 1 && (r.weaponAt[head] ?? -1) < 0 && (t.lexeme.mode === 'destroy' ? kind === 'facility' || kind === 'equipment' : t.lexeme.mode === 'access' && kind === 'equipment')
}

/** "dozens of protesters", "a column of marchers": the party is the noun after "of"; "two women were among those killed": the women. */
function partyHead(r: Reading, head: number): number {
  if (r.lexicon.lists['among-those'].has(r.text.tokens[head]?.norm.toLowerCase() ?? '')) return childrenWith(r.syntax, head, 'nsubj').find(c => isHuman(entityAt(r, c))) ?? head
  const counted = (r.countAt[head] ?? -1) >= 0
  if (counted && childrenWith(r.syntax, head, 'nmod').some(c => lemmaAt(r, c) === 'whom')) return countedBefore(r, head)
  if (lemmaIn(r, head, 'holds-people') || lemmaIn(r, head, 'gathering')) return childrenWith(r.syntax, head, 'nmod').find(c => /^(?:of|for)$/.test(prepositionOf(r.syntax, c)) && isHuman(entityAt(r, c))) ?? head
  if (lemmaIn(r, head, 'part-of-building')) return childrenWith(r.syntax, head, 'nmod').find(c => prepositionOf(r.syntax, c) === 'of' && (isHuman(entityAt(r, c)) || /^(?:facility|equipment|organisation)$/.test(entityAt(r, c)?.kind ?? ''))) ?? head
  if (!lemmaIn(r, head, 'measure') && !counted) return placeless(r, head)
  const of = childrenWith(r.syntax, head, 'nmod', 'obl').find(c => prepositionOf(r.syntax, c) === 'of')
  return of !== undefined && (entityAt(r, of) !== null || !counted) ? of : head
}

/** "Abducted six guards in March, four of whom were freed": those told before the comma. */
function countedBefore(r: Reading, head: number): number {
  const sentence = r.text.tokens[head]?.sentence
  for (let i = head - 1; i >= 0 && r.text.tokens[i]?.sentence === sentence; i--) if (entityAt(r, i)?.form !== 'pronoun' && isHuman(entityAt(r, i))) return i
  return head
}

/** "In Kot, Nangarhar, soldiers of the group attacked": a place that the tree took for the subject gives way to the people set beside it. */
function placeless(r: Reading, head: number): number {
  return entityAt(r, head)?.kind !== 'place' ? head : childrenWith(r.syntax, head, 'appos').find(c => isHuman(entityAt(r, c))) ?? head
}

/** "Indian and Pakistani troops", "Russian and regime warplanes" are two sides: each named before the noun, and the noun with the last. */
function sidesOf(r: Reading, head: number): readonly number[] {
  const own = entityAt(r, head), sides: number[] = []
  if (!isArmed(own)) return [head]
  for (const c of childrenWith(r.syntax, head, 'amod', 'compound').flatMap(c => [c, ...childrenWith(r.syntax, c, 'conj')])) {
    const m = entityAt(r, c)
    if (m?.kind === 'state' ? m.country !== own?.country && sides.every(x => entityAt(r, x)?.country !== m.country) : m?.kind === 'government' && m.chain !== own?.chain) sides.push(c)
  }
  return sides.length === 0 || (sides.length === 1 && own?.country == null) ? [head] : [...sides, ...(own?.country == null ? [] : [head])]
}

/** "Sentenced two activists, Leyla Demir and Can Oz": a number of people whom as many names follow, which the tree joins to them. */
function withoutCounted(r: Reading, heads: readonly number[]): readonly number[] {
  return heads.filter(h => {
    const count = r.counts[r.countFor[h] ?? -1], names = [...new Set(heads)].filter(x => x > h && isNamedPerson(r, x))
    return !(count !== undefined && count.min !== null && count.min > 1 && count.min === count.max && names.length === count.min && lemmaAt(r, h + 1) === ',' && isHuman(entityAt(r, h)))
  })
}

/** Somebody by name, of whom the registry knows nothing. */
const isNamedPerson = (r: Reading, h: number): boolean => { const m = entityAt(r, h); return m?.form === 'name' && m.entity === null && (m.kind === 'person' || m.kind === 'unknown') }

/** "Two nurses, Ana Ruiz and Li Wen": several people who are each named right behind. */
export function byName(r: Reading, head: number): readonly number[] {
  const isPerson = (h: number): boolean => { const m = entityAt(r, h); return m?.form === 'name' && m.entity === null && m.kind === 'person' }
  const named = r.syntax.xpos[head] === 'NNS' && isHuman(entityAt(r, head)) ? [head, ...childrenWith(r.syntax, head, 'nmod').filter(c => r.entities.mentions[r.entities.byToken[c] ?? -1]?.form !== 'name')].flatMap(h => childrenWith(r.syntax, h, 'appos')).map(c => conjuncts(r.syntax, c)).find(list => list.length > 1 && list.every(isPerson)) : undefined
  return named ?? [head]
}

/** "forces of either the government or its ally": those they are of, where several are named; "a joint patrol of the police and the gendarmerie": both; "the department said its personnel": the body that a pronoun stands for. */
function ofWhom(r: Reading, head: number): readonly number[] {
  const bare = lemmaIn(r, head, 'bare-force')
  if (!bare && !lemmaIn(r, head, 'joint-force') || entityAt(r, head)?.entity != null) return [head]
  const of = childrenWith(r.syntax, head, 'nmod').find(c => ['of', 'from'].includes(prepositionOf(r.syntax, c)))
  const owners = of === undefined ? [] : conjuncts(r.syntax, of).filter(c => { const m = entityAt(r, c); return m !== null && OWNERS.has(m.kind) && (m.entity !== null || m.kind === 'government' || m.form === 'name' || !bare && isArmed(m)) })
  if (!bare) return owners.length > 1 ? owners : [head]
  const its = childrenWith(r.syntax, head, 'nmod:poss').filter(c => entityAt(r, c)?.form === 'pronoun' && BODIES.has(r.entities.chains[entityAt(r, c)!.chain]?.kind ?? ''))
  return owners.length > 0 ? owners : its.length > 0 ? its.slice(0, 1) : [head]
}
const BODIES = new Set(['armed-group', 'force', 'organisation', 'government'])

const OWNERS = new Set(['armed-group', 'state', 'government', 'force', 'organisation', 'people'])

/** "Houthi targets", "facilities used by the militia", "bases of the army", "their camp": whose they are is the party, not the thing. */
function ownerOf(r: Reading, head: number): number {
  const mention = entityAt(r, head)
  // "Against the elder's murder": whose murder it is did it not.
  if (mention === null || mention.form !== 'nominal' || !['facility', 'equipment', 'unknown'].includes(mention.kind) || hasClass(r, head, 'event') && mention.kind !== 'facility' && !lemmaIn(r, head, 'gathering')) return head
  const named = (c: number): boolean => { const m = entityAt(r, c); return m !== null && (lemmaAt(r, c) !== 'state' || m.entity !== null) && !(lemmaIn(r, c, 'vessel-for') && r.syntax.deprel[c] === 'compound') && (OWNERS.has(m.kind) || isArmed(m)) && m.form !== 'pronoun' && (m.entity !== null || m.kind !== 'people' || lemmaIn(r, c, 'other-side')) }
  const carried = childrenWith(r.syntax, head, 'acl').filter(c => lemmaIn(r, c, 'carry-people') && r.syntax.xpos[c] === 'VBG').flatMap(c => childrenWith(r.syntax, c, 'obj')).map(o => partyHead(r, o)).find(o => isHuman(entityAt(r, o)))
  if (carried !== undefined) return carried
  const owners = childrenWith(r.syntax, head, 'nmod:poss', 'compound', 'amod').flatMap(c => [...(lemmaIn(r, c, 'vessel-for') ? childrenWith(r.syntax, c, 'compound', 'amod') : []), c]).filter(c => named(c) || theirs(r, c) || someones(r, c, head) || mention.kind === 'equipment' && bodys(r, c)), beside = owners.findLast(c => entityAt(r, c)?.entity != null) ?? owners.at(-1)
  if (beside !== undefined) return beside
  const make = makeOf(r, mention).find(named)
  if (make !== undefined) return make
  const users = childrenWith(r.syntax, head, 'acl').filter(c => lemmaIn(r, c, 'used-by')).flatMap(c => childrenWith(r.syntax, c, 'obl'))
  return [...users, ...childrenWith(r.syntax, head, 'nmod').filter(c => prepositionOf(r.syntax, c) === 'of')].find(named) ?? head
}

/** "An American MQ-9 drone": what describes the make before a vehicle, which the tree keeps apart from it. */
function makeOf(r: Reading, thing: EntityMention): readonly number[] {
  const make = thing.kind === 'equipment' ? r.entities.mentions.find(m => m.last === thing.first && m.form === 'name' && m.last - m.first > 1) : undefined
  return make === undefined ? [] : childrenWith(r.syntax, make.head, 'amod', 'compound').filter(c => c === make.first)
}

/** "the governor's car", "Mr Okello's house", "fired at his van": a person who owns the thing. */
function someones(r: Reading, c: number, thing: number): boolean {
  const m = entityAt(r, c)
  return r.syntax.deprel[c] === 'nmod:poss' && m !== null && (m.form === 'pronoun' ? lemmaIn(r, thing, 'holds-people') && r.entities.chains[m.chain]?.kind === 'person' : m.kind === 'person')
}

/** "The mission said its helicopters": a body's vehicles. */
function bodys(r: Reading, c: number): boolean {
  const m = entityAt(r, c), kind = r.entities.chains[m?.chain ?? -1]?.kind
  return m?.form === 'pronoun' && (kind === 'organisation' || kind === 'government' || kind === 'state')
}

/** A possessive pronoun that stands for an armed side ("their camp"). */
function theirs(r: Reading, c: number): boolean {
  const m = entityAt(r, c)
  return m?.form === 'pronoun' && isArmed({ ...m, kind: r.entities.chains[m.chain]?.kind ?? m.kind, sectors: r.entities.chains[m.chain]?.sectors ?? [] })
}

function canBeParty(r: Reading, head: number, t: Trigger): boolean {
  if ((r.timeAt[head] ?? -1) >= 0 || childrenWith(r.syntax, head, 'det').some(c => lemmaAt(r, c) === 'no')) return false
  const mention = entityAt(r, head), upos = r.syntax.upos[head] ?? ''
  if ((r.weaponAt[head] ?? -1) >= 0 && !(mention && (mention.kind === 'equipment' || isHuman(mention)))) return false
  if (mention === null) return upos === 'NUM'
  // "Bombed a funeral": those who have gathered for it.
  // "Shelled a checkpoint": a word for an act that is a thing as well.
  if (hasClass(r, head, 'event') && !isHuman(mention) && mention.entity === null) return t.lexeme.type === 'ASSAULT' && t.lexeme.mode !== 'crowd-control' && (mention.kind === 'facility' || lemmaIn(r, head, 'gathering'))
  return upos !== 'DET'
}

/** A state, its government, or those who carry arms. */
export function isSide(r: Reading, head: number): boolean {
  const mention = entityAt(r, head)
  return mention !== null && (mention.kind === 'state' || mention.kind === 'government' || isArmed(mention))
}
