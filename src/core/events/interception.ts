/** Weapons that were stopped in flight: "shot down 12 of 15 drones" tells of a drone attack that was tried, from the side of those who stopped it. */
import { childrenWith } from './arguments.ts'
import { isOwner, ownersOf } from './owners.ts'
import { partyHead } from './measure.ts'
import { entityAt, isWordOf, lemmaIn, type Reading } from './reading.ts'
import { patients } from './senses.ts'
import type { Trigger } from './triggers.ts'

/** Head tokens of the weapons that a verb tells were stopped on their way; none where it tells of no such thing. */
export function intercepted(r: Reading, t: Trigger): readonly number[] {
  const word = t.lexeme.words[0] ?? ''
  if (t.nominal || t.lexeme.type !== 'ASSAULT' || !r.lexicon.classes.get('interception-word')?.has(word)) return []
  const sure = r.lexicon.classes.get('interception-sure')?.has(word) === true || t.arguments.list.some(a => (a.relation === 'subject' || a.relation === 'agent') && isDefence(r, a.head))
  return patients(t.arguments, r, t.token).map(a => sentBefore(r, partyHead(r, a.head))).filter(h => isFlying(r, h) && (sure || isSent(r, h)))
}

/** Whose the weapons are, and who is told to have sent them: whoever tried the attack. */
export const sendersOf = (r: Reading, weapons: readonly number[]): readonly number[] =>
  weapons.flatMap(w => [...ownersOf(r, w).filter(h => isOwner(r, h)), ...nationBefore(r, w), ...sentBy(r, w).flatMap(v => childrenWith(r.syntax, v, 'nsubj', 'obl:agent'))])

/** "Ukrainian unmanned aerial vehicles": the nation named before the words of a weapon, which the tree often hangs on one of its adjectives. */
function nationBefore(r: Reading, weapon: number): readonly number[] {
  let i = weapon - 1
  while (r.syntax.upos[i] === 'ADJ' && entityAt(r, i)?.rule !== 'entity:national') i--
  return entityAt(r, i)?.rule === 'entity:national' && r.syntax.deprel[i] !== 'amod' ? [i] : []
}

/** "Sent two drones at the port. The navy brought them down", "launched 80 drones, of which 62 were shot down": the weapons that a pronoun or a bare number stands for; the token itself where it stands for none. */
function sentBefore(r: Reading, token: number): number {
  if (!/^(?:PRON|NUM)$/.test(r.syntax.upos[token] ?? '') && !lemmaIn(r, token, 'they-all')) return token
  const here = r.text.tokens[token]!.sentence, from = r.text.sentences[here - 1]?.first ?? r.text.sentences[here]!.first
  for (let i = token - 1; i >= from; i--) if (isFlying(r, i) && isSent(r, i)) return i
  return token
}

/** "Air defences", "the air force": whoever stops what flies. */
const isDefence = (r: Reading, head: number): boolean => [head, ...childrenWith(r.syntax, head, 'compound', 'amod')].some(i => isWordOf(r, i, 'interceptor'))

/** Missiles and rockets, and drones that are several or were sent at somebody; a single drone may only have watched. */
function isFlying(r: Reading, head: number): boolean {
  if (isWordOf(r, head, 'missile-word')) return true
  return (isWordOf(r, head, 'drone-word') || r.weapons[r.weaponAt[head] ?? -1]?.term.mode === 'drone') && (r.syntax.xpos[head] === 'NNS' || r.syntax.xpos[head] === 'NNPS' || isSent(r, head))
}

/** Verbs that say a weapon was sent: "launched from Crimea", "that Russia fired at Odesa", "sent three drones". */
const sentBy = (r: Reading, weapon: number): readonly number[] => [...childrenWith(r.syntax, weapon, 'acl', 'acl:relcl'), ...(r.syntax.deprel[weapon] === 'obj' ? [r.syntax.head[weapon] ?? -1] : [])].filter(v => lemmaIn(r, v, 'send-weapon'))

const isSent = (r: Reading, weapon: number): boolean => sentBy(r, weapon).length > 0 || isLoaded(r, weapon)

/** "A drone carrying two grenades". */
const isLoaded = (r: Reading, weapon: number): boolean => childrenWith(r.syntax, weapon, 'acl').some(v => lemmaIn(r, v, 'armed-with') && childrenWith(r.syntax, v, 'obj', 'obl').some(w => ['explosives', 'heavy-weapons'].includes(r.weapons[r.weaponAt[w] ?? -1]?.term.mode ?? '')))

/** Whether a trigger tells the end of what words before it sent ("The navy brought them down", "of which 62 were shot down"): no act of its own. */
export const endsBefore = (r: Reading, t: Trigger): boolean => intercepted(r, t).some(w => r.text.tokens[w]!.sentence < t.sentence || w < t.token && patients(t.arguments, r, t.token).some(a => r.syntax.upos[a.head] === 'NUM' && sentBefore(r, a.head) === w))
