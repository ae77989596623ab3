/** Tells people who were shot from those of whom the sentence says what came of it. */
import { isPassive, isVerb } from './arguments.ts'
import { isWordOf, lemmaAt, lemmaIn, type Reading } from './reading.ts'

/** Tokens after the verb within which the part of the body that was hit stands. */
const PART = 5

/** "Soldiers shot six men", "two brothers were seized and shot": killed, where no word of the sentence says that they lived, where they were hit, or that others died. Nobody is hit by "shot at" and "shot into", and of 80 drones "62 were shot down" are no people. */
export function isShot(r: Reading, i: number): boolean {
  if (lemmaAt(r, i) !== 'shoot' || !isVerb(r.syntax, i) || !isPassive(r.syntax, i) && lemmaIn(r, i + 1, 'after-aim')) return false
  const { first, last } = r.text.sentences[r.text.tokens[i]!.sentence]!
  const down = lemmaAt(r, i + 1) === 'down'
  for (let at = first; at < last; at++) if (down && isFlown(r, at) || lemmaIn(r, at, 'shot-outcome') || at > i && at <= i + PART && isWordOf(r, at, 'body-part')) return false
  return true
}

/** Drones, aircraft, rockets. */
const isFlown = (r: Reading, at: number): boolean => ['drone-word', 'warplane-word', 'missile-word'].some(kind => isWordOf(r, at, kind))
