/** Whether words say that something was not done, or only that it may, should or will be. */
import { childrenWith } from '../events/arguments.ts'
import { lemmaAt, lemmaIn, NOT, type Reading } from '../events/reading.ts'

/** From what is told up to the word that is negated: an object or subject, and a clause or phrase below its verb or noun; not from one verb to another beside it. */
const UP = /^(?:nsubj|obj|obl|xcomp|ccomp|nmod|acl|cop|aux)/

/** "Had not carried out any strikes", "fired no rocket", "no evidence of a strike", "none of its aircraft was there": what is told at the token is said not to be so. */
export function isDenied(r: Reading, token: number, content: ReadonlySet<number>): boolean {
  for (let at = token, hops = 0; hops < 6; hops++) {
    if (isNot(r, at) || childrenWith(r.syntax, at, 'nsubj', 'nsubj:pass', 'obj').some(c => content.has(c) && isNone(r, c))) return true
    const up = r.syntax.head[at] ?? -1
    if (up < 0 || !content.has(up) || !UP.test(r.syntax.deprel[at] ?? '')) return false
    at = up
  }
  return false
}

/** "Not", "never" or "neither" right below the word, or "no" before it. */
export const isNot = (r: Reading, i: number): boolean => (r.syntax.children[i] ?? []).some(c => NOT.has(lemmaAt(r, c)) && r.syntax.deprel[c] !== 'cc' && lemmaAt(r, c + 1) !== 'only') || isNone(r, i)

/** "No aircraft", "none of its men", "nobody". */
export const isNone = (r: Reading, i: number): boolean => lemmaIn(r, i, 'nobody') || childrenWith(r.syntax, i, 'det').some(c => lemmaAt(r, c) === 'no')

/** "Must take responsibility", "would retaliate": what may, should or will be. */
export const isUnreal = (r: Reading, verb: number): boolean => childrenWith(r.syntax, verb, 'aux').some(c => r.syntax.xpos[c] === 'MD')

/** "Refused to condemn the raid", "declined to confirm it", "stopped short of blaming them": what is not said. Not "denied". */
export function isWithheld(r: Reading, i: number): boolean {
  const s = r.syntax, up = s.head[i] ?? -1
  return s.deprel[i] === 'xcomp' && up < i && lemmaIn(r, up, 'withhold-verb') || s.xpos[i] === 'VBG' && lemmaAt(r, i - 1) === 'of' && lemmaAt(r, i - 2) === 'short'
}

/** "Had no information about such an attack", "had no details of it": who knows nothing of it says nothing. Not "no information to suggest that". */
export const knowsNothing = (r: Reading, content: readonly number[]): boolean => content.length < FEW && content.some(t => lemmaIn(r, t, 'knowledge-noun') && isNone(r, t) && lemmaAt(r, r.syntax.head[t] ?? -1) === 'have' && content.includes(r.syntax.head[t]!) && childrenWith(r.syntax, t, 'acl').length === 0)

/** Tokens of the longest words that say no more. */
const FEW = 14
