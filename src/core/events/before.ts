/** Who does what a verb tells that the tree gives no subject. */
import { isVerb, prepositionOf, subjectOf } from './arguments.ts'
import { entityAt, isHuman, type Reading } from './reading.ts'

/** The subject of a verb, where the tree has none the people before it; -1 when there are none. */
export function doerOf(r: Reading, verb: number): number {
  const subject = subjectOf(r.syntax, verb)
  return subject >= 0 ? subject : partyBefore(r, verb)
}

const FINITE = /^VB[DPZ]$/

/** Where the tree gives a finite verb no subject, the people right before it, or before the verb that it goes on from ("in Puno hundreds of transport workers went on strike and blocked the road"), over what stands between commas; -1 when there are none. */
export function partyBefore(r: Reading, at: number): number {
  const verb = firstOf(r, at)
  if (!FINITE.test(r.syntax.xpos[verb] ?? '')) return -1
  const open = r.text.sentences[r.text.tokens[verb]!.sentence]!.first
  for (let at = overBracket(r, verb - 1, open); at >= open && at >= verb - BACK; at = overBracket(r, at - 1, open)) {
    const mention = entityAt(r, at)
    if (mention !== null && (isHuman(mention) || mention.kind === 'state' || mention.kind === 'government')) return wholeOf(r, at)
    if (r.syntax.upos[at] !== 'ADV' && r.syntax.upos[at] !== 'AUX') return -1
  }
  return -1
}

/** The first of the verbs that a sentence strings together. */
function firstOf(r: Reading, verb: number): number {
  let at = verb
  for (let up = r.syntax.head[at] ?? -1, hops = 0; r.syntax.deprel[at] === 'conj' && up >= 0 && up < at && isVerb(r.syntax, up) && hops < 4; up = r.syntax.head[at] ?? -1, hops++) at = up
  return at
}

/** Tokens before a verb within which its people are looked for, and those that may stand between two commas. */
const BACK = 12, BRACKET = 8

/** From a comma to the token before the comma that opens what it closes ("soldiers, in breach of the truce, opened fire"); other tokens stay. */
function overBracket(r: Reading, at: number, open: number): number {
  if (r.text.tokens[at]?.form !== ',') return at
  for (let i = at - 2; i > open && i >= at - BRACKET; i--) if (r.text.tokens[i]!.form === ',') return i - 1
  return at
}

/** The people that a name is said of: "soldiers of the republic" for the republic. */
function wholeOf(r: Reading, at: number): number {
  const up = r.syntax.head[at] ?? -1
  return r.syntax.deprel[at] === 'nmod' && prepositionOf(r.syntax, at) === 'of' && up >= 0 && isHuman(entityAt(r, up)) ? up : at
}
