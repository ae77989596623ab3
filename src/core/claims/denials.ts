/** Denials by words that say in so many words that the speaker or his side did not do it, or that it was not so, whatever the verb of saying. */
import { childrenWith } from '../events/arguments.ts'
import { entityAt, isHuman, lemmaAt, lemmaIn, type Reading } from '../events/reading.ts'
import type { About } from '../model/index.ts'
import type { Attribution } from './attribution.ts'
import type { ClaimLexicon } from './lexicon.ts'
import { isArmed } from './licence.ts'
import { isDenied, isNone, isNot, isUnreal } from './polarity.ts'
import type { Speaker } from './speakers.ts'
import { isNeutral, isSelf, sectorsOf, STATE_ARMS } from './voices.ts'

/** What a plain statement denies of the act that it is about, with which somebody was `charged` before or not: the part in it, that it happened, or whom it struck; null where its words deny nothing so plainly. */
export function plainlyDenied(r: Reading, lexicon: ClaimLexicon, frame: Attribution, speaker: Speaker, content: ReadonlySet<number>, charged: boolean): About | null {
  if (frame.kind === 'deny' && frame.content.some(t => isAimed(r, t, content))) return 'recipient'
  if (frame.kind !== 'say' || frame.negated || isNeutral(r, speaker)) return null
  const said = [...content]
  if (said.length < FEW && said.some(t => lemmaAt(r, t) === 'target' && isAimed(r, t, content) && isNot(r, t) && childrenWith(r.syntax, t, 'nsubj').some(c => isSelf(r, c, speaker)))) return 'recipient'
  if (said.some(t => isSelf(r, t, speaker) && disowns(r, t, content, isArmed(r, speaker)))) return 'actor'
  if (said.length >= FEW) return null
  if (said.some(t => isFalse(r, lexicon, t, content))) return charged ? 'actor' : 'event'
  return said.some(t => isOfficial(r, speaker) && (isAbsent(r, t, content) || isKept(r, t, content))) ? 'event' : null
}

/** "Denies targeting civilians", "denied deliberately shelling the school": whom it meant to strike; not "denied shelling the school". */
const isAimed = (r: Reading, t: number, content: ReadonlySet<number>): boolean => childrenWith(r.syntax, t, 'obj').some(c => content.has(c)) && (lemmaAt(r, t) === 'target' && r.syntax.upos[t] === 'VERB' || lemmaIn(r, t, 'aim-verb') && childrenWith(r.syntax, t, 'advmod').some(c => lemmaIn(r, c, 'on-purpose')))

/** Words of a statement that says that and nothing else. */
const FEW = 16

const isOfficial = (r: Reading, speaker: Speaker): boolean => sectorsOf(r, speaker).some(s => STATE_ARMS.has(s)) || entityAt(r, speaker.head)?.kind === 'force'

/** "We did not do this", "its troops had nothing to do with it", "it was not behind the blast", "it had no part in it", "this was not us", "it was not his men"; not "it would not attack", nor "we did not stop serving them" by one who bears no arms. */
function disowns(r: Reading, own: number, content: ReadonlySet<number>, armed: boolean): boolean {
  const s = r.syntax, up = s.head[own] ?? -1, isSubject = s.deprel[own] === 'nsubj' || s.deprel[own] === 'nsubj:pass'
  if (!isSubject) return childrenWith(s, own, 'cop').length > 0 && isNot(r, own) && (s.upos[own] === 'PRON' || (isHuman(entityAt(r, own)) || lemmaIn(r, own, 'bare-force')) && childrenWith(s, own, 'nsubj').some(c => ['it', 'this', 'that', 'they', 'these', 'those'].includes(lemmaAt(r, c)) || lemmaIn(r, c, 'perpetrator')))
  if (!content.has(up) || isUnreal(r, up)) return false
  if (lemmaAt(r, up) === 'have') return childrenWith(s, up, 'obj').some(c => lemmaAt(r, c) === 'nothing' || isNone(r, c) && lemmaIn(r, c, 'part-in-act'))
  if (lemmaIn(r, up, 'guilty-word') || lemmaAt(r, up) === 'involve' || childrenWith(s, up, 'case').some(c => lemmaAt(r, c) === 'behind')) return isNot(r, up)
  return armed && lemmaIn(r, up, 'own-deed') && isDenied(r, up, content) && childrenWith(s, up, 'aux').every(c => lemmaAt(r, c) !== 'be')
}

/** "The report was false", "that is a lie": of what is said and of nothing else. */
function isFalse(r: Reading, lexicon: ClaimLexicon, t: number, content: ReadonlySet<number>): boolean {
  const who = childrenWith(r.syntax, t, 'nsubj')[0] ?? -1
  return lemmaIn(r, t, 'falsehood') && !isNot(r, t) && childrenWith(r.syntax, t, 'cop').length > 0 && content.has(who) && (lexicon.statements.has(lemmaAt(r, who)) || lemmaIn(r, who, 'hearsay-word') || ['it', 'this', 'that', 'they', 'these'].includes(lemmaAt(r, who)))
}

/** "There had been no air strike", "no aircraft had been near", by one who would know; not "there were no casualties". */
function isAbsent(r: Reading, t: number, content: ReadonlySet<number>): boolean {
  return isNone(r, t) && lemmaIn(r, t, 'strike-noun') && childrenWith(r.syntax, r.syntax.head[t] ?? -1, 'nsubj', 'expl').length > 0 && content.has(r.syntax.head[t] ?? -1)
}

/** "The base remained under its control", "the army was still in control of it", "the town was still in its hands": what is said to have fallen has not. */
function isKept(r: Reading, t: number, content: ReadonlySet<number>): boolean {
  const near = (fits: (k: number) => boolean): boolean => [-6, -5, -4, -3, -2, -1].some(k => content.has(t + k) && fits(t + k))
  return lemmaIn(r, t, 'hold-noun') && near(k => r.syntax.upos[k] === 'ADP') && near(k => lemmaIn(r, k, 'still-verb'))
}
