/** Weapons that were stopped in flight: "shot down 12 of 15 drones" tells of a drone attack that was tried, from the side of those who stopped it. */
import { childrenWith } from './arguments.ts'
import { isOwner, ownersOf } from './owners.ts'
import { partyHead } from './measure.ts'
import { isWordOf, lemmaIn, type Reading } from './reading.ts'
import { patients } from './senses.ts'
import type { Trigger } from './triggers.ts'

/** Head tokens of the weapons that a verb tells were stopped on their way; none where it tells of no such thing. */
export function intercepted(r: Reading, t: Trigger): readonly number[] {
  const word = t.lexeme.words[0] ?? ''
  if (t.nominal || t.lexeme.type !== 'ASSAULT' || !r.lexicon.classes.get('interception-word')?.has(word)) return []
  const sure = r.lexicon.classes.get('interception-sure')?.has(word) === true || t.arguments.list.some(a => (a.relation === 'subject' || a.relation === 'agent') && isDefence(r, a.head))
  return patients(t.arguments, r, t.token).map(a => partyHead(r, a.head)).filter(h => isFlying(r, h) && (sure || isSent(r, h)))
}

/** Whose the weapons are, and who is told to have sent them: whoever tried the attack. */
export const sendersOf = (r: Reading, weapons: readonly number[]): readonly number[] =>
  weapons.flatMap(w => [...ownersOf(r, w).filter(h => isOwner(r, h)), ...sentBy(r, w).flatMap(v => childrenWith(r.syntax, v, 'nsubj', 'obl:agent'))])

/** "Air defences", "the air force": whoever stops what flies. */
const isDefence = (r: Reading, head: number): boolean => [head, ...childrenWith(r.syntax, head, 'compound', 'amod')].some(i => isWordOf(r, i, 'interceptor'))

/** Missiles and rockets, and drones that are several or were sent at somebody; a single drone may only have watched. */
function isFlying(r: Reading, head: number): boolean {
  if (isWordOf(r, head, 'missile-word')) return true
  return isWordOf(r, head, 'drone-word') && (r.syntax.xpos[head] === 'NNS' || r.syntax.xpos[head] === 'NNPS' || isSent(r, head))
}

/** Verbs behind a weapon that say it was sent: "launched from Crimea", "that Russia fired at Odesa". */
const sentBy = (r: Reading, weapon: number): readonly number[] => childrenWith(r.syntax, weapon, 'acl', 'acl:relcl').filter(v => lemmaIn(r, v, 'send-weapon'))

const isSent = (r: Reading, weapon: number): boolean => sentBy(r, weapon).length > 0
