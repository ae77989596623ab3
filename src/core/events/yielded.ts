/** Who stands behind what changes hands: whom arms, ground or an office are given up to, and who is driven from what is taken. */
import { childrenWith, conjuncts, isPassive, isVerb, prepositionOf, subjectOf } from './arguments.ts'
import { add, type RoleDraft } from './fillers.ts'
import { isOwner } from './owners.ts'
import { isSide } from './party.ts'
import { lemmaIn, type Reading } from './reading.ts'
import type { Trigger } from './triggers.ts'

const GIVEN_UP = new Set(['withdraw', 'resign', 'disarm', 'access'])

/** Adds them to the roles of a verb. */
export function yieldedRoles(r: Reading, t: Trigger, out: RoleDraft): void {
  if (t.lexeme.type === 'RETREAT' && GIVEN_UP.has(t.lexeme.mode ?? '') && r.lexicon.lists['give-up'].has(t.lexeme.words[0] ?? '')) add(out, 'recipient', 'given-up-to', reached(r, t).filter(h => isTaker(r, h)))
  if (t.lexeme.frame === 'take' && t.lexeme.type === 'ASSAULT') add(out, 'recipient', 'ousted', ousted(r, t))
}

/** What stands behind "to", under the act or under what is given up. */
const reached = (r: Reading, t: Trigger): readonly number[] => [t.token, ...objectsOf(t)].flatMap(at => childrenWith(r.syntax, at, 'obl', 'nmod')).filter(c => prepositionOf(r.syntax, c) === 'to').flatMap(c => conjuncts(r.syntax, c))

const isTaker = (r: Reading, head: number): boolean => isOwner(r, head) || isSide(r, head)

const objectsOf = (t: Trigger): readonly number[] => t.arguments.list.filter(a => a.relation === (t.arguments.passive ? 'subject' : 'object')).map(a => a.head)

/** "Took the town after the militia pulled back", "the last hill that the army held", "a militia-held town". */
function ousted(r: Reading, t: Trigger): readonly number[] {
  const s = r.syntax, things = objectsOf(t).flatMap(o => [o, ...childrenWith(s, o, 'appos')])
  const gone = [t.token, ...things].flatMap(at => childrenWith(s, at, 'advcl', 'acl')).filter(v => isVerb(s, v) && lemmaIn(r, v, 'leave-place') && !isPassive(s, v)).map(v => subjectOf(s, v))
  const held = things.flatMap(at => childrenWith(s, at, 'acl')).filter(v => lemmaIn(r, v, 'hold-place')).flatMap(v => (isPassive(s, v) || s.xpos[v] === 'VBN' && childrenWith(s, v, 'nsubj').length === 0 ? childrenWith(s, v, 'obl').filter(c => prepositionOf(s, c) === 'by') : childrenWith(s, v, 'nsubj')))
  const bound = things.flatMap(at => childrenWith(s, at, 'amod')).filter(c => /^(?:held|controlled|occupied)$/.test(r.text.tokens[c]?.norm.toLowerCase() ?? '')).flatMap(c => childrenWith(s, c, 'compound', 'obl', 'nsubj', 'amod', 'advmod'))
  const doers = new Set(t.arguments.list.filter(a => a.relation === (t.arguments.passive ? 'agent' : 'subject')).map(a => a.head))
  return [...gone, ...held, ...bound].filter(h => h >= 0 && !doers.has(h) && isSide(r, h))
}
