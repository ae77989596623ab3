/** Tolls of those hurt by what they suffered, where they were hit and where they were taken: "sustained gunshot wounds", "leaving two with broken bones", "cut a trader on the arm", "sending six to hospital". */
import { childrenWith, conjuncts, isPassive, isVerb, subjectOf } from './arguments.ts'
import { hasClass, isWordOf, lemmaAt, lemmaIn, type Reading } from './reading.ts'
import { listToll, toll, type Toll, type TollKind } from './toll.ts'
import type { Befalls } from './victim-party.ts'
import { victimsBefore, victimsFrom, type Victims } from './victims.ts'

/** The toll of those hurt that is told at a token, by something other than a verb or adjective of hurting. */
export const harmToll = (r: Reading, i: number): Toll | null => injuryToll(r, i) ?? hitToll(r, i) ?? hurtingToll(r, i) ?? careToll(r, i)

/** The list right before `verb`, else its subject wherever that stands; null where nobody is counted. */
export function sufferers(r: Reading, kind: TollKind, verb: number, anchor: number, what: string): Toll | null {
  const list = victimsBefore(r, verb, r.lexicon.lists['before-harm-verb'], token => token === verb)
  if (list !== null) return listToll(r, kind, anchor, list, `toll:${kind}/${what}`)
  const subject = isVerb(r.syntax, verb) ? subjectOf(r.syntax, verb) : -1
  return subject < 0 ? null : toll(r, kind, anchor, conjuncts(r.syntax, subject).filter(h => h < verb), `toll:${kind}/${what}`)
}

/** A toll all of whose parties may be people: regions suffer cuts, and prices are hit. */
export const ofPeople = (r: Reading, t: Toll | null): Toll | null => (t !== null && t.of.every(h => hasClass(r, h, 'person') && !hasClass(r, h, 'thing') && (r.placeAt[h] ?? -1) < 0) ? t : null)

/** The list that ends where `last` begins; null where something stands between. */
function listUpTo(r: Reading, first: number, last: number, befalls: Befalls): Victims | null {
  const list = victimsFrom(r, first, befalls)
  return list?.last === last ? list : null
}

const isDenied = (r: Reading, verb: number): boolean => childrenWith(r.syntax, verb, 'advmod').some(c => /^(?:not|n't|never)$/.test(lemmaAt(r, c)))

/** Whether a token names an injury: "burns", "a broken jaw", "two fractured ribs". */
function isInjury(r: Reading, i: number): boolean {
  if (r.syntax.upos[i] !== 'NOUN' || r.syntax.upos[i + 1] === 'NOUN' && isWordOf(r, i + 1, 'injury')) return false
  return isWordOf(r, i, 'injury') || (isWordOf(r, i, 'body-part') || lemmaAt(r, i) === 'bone') && isWordOf(r, i - 1, 'broken')
}

/** Words of one injury before its noun ("multiple serious gunshot wounds and"). */
const DESCRIBED = 6
/** The token before the words that describe an injury; words of the sentence that are no part of it end them. */
function before(r: Reading, i: number): number {
  let at = i - 1
  const { first } = r.text.sentences[r.text.tokens[i]!.sentence]!
  while (at > i - DESCRIBED && at > first && isDescription(r, at)) at--
  return at
}
const isDescription = (r: Reading, at: number): boolean => !isSuffering(r, at) && (/^(?:ADJ|NOUN|NUM|DET|ADV|CCONJ|PUNCT)$/.test(r.syntax.upos[at] ?? '') && lemmaAt(r, at) !== ',' || isWordOf(r, at, 'broken') || r.syntax.xpos[at] === 'PRP$' || lemmaAt(r, at) === 'from')

/** Whether the token is a verb of suffering, or a past tense of one that was taken for an adjective ("three jawans sustained splinter injuries"). */
const isSuffering = (r: Reading, i: number): boolean => isWordOf(r, i, 'suffer') && /^(?:VERB|AUX|ADJ)$/.test(r.syntax.upos[i] ?? '')

/** "Two jawans sustained splinter injuries", "leaving seven with broken bones", "a woman was treated for a broken wrist". */
function injuryToll(r: Reading, i: number): Toll | null {
  if (!isInjury(r, i)) return null
  const at = before(r, i), word = lemmaAt(r, at)
  if (isSuffering(r, at)) {
    const t = isDenied(r, at) ? null : ofPeople(r, sufferers(r, 'injured', at, i, 'sustained'))
    return t === null || isNoInjury(r, i + 1, t.max === 1) ? null : t
  }
  if (word === 'with') return leftWith(r, at, i)
  return word === 'for' ? treatedFor(r, at, i) : null
}

/** Tokens back to the verb that leaves somebody with an injury, or treats them for it. */
const LEFT = 14

/** "Leaving two of the women with injuries". */
function leftWith(r: Reading, prep: number, i: number): Toll | null {
  const { first } = r.text.sentences[r.text.tokens[i]!.sentence]!
  for (let at = prep - 1; at >= Math.max(first, prep - LEFT); at--) {
    if (lemmaAt(r, at) !== 'leave') continue
    const list = listUpTo(r, at + 1, prep, token => token === prep)
    return list === null ? null : ofPeople(r, listToll(r, 'injured', i, list, 'toll:injured/left-with'))
  }
  return null
}

/** "A 70-year-old woman was treated for a broken wrist", "doctors treated 14 people for burns". */
function treatedFor(r: Reading, prep: number, i: number): Toll | null {
  const { first } = r.text.sentences[r.text.tokens[i]!.sentence]!
  for (let at = prep - 1; at >= Math.max(first, prep - LEFT); at--) {
    if (!isVerb(r.syntax, at) || !lemmaIn(r, at, 'treat-verb')) continue
    const list = isPassive(r.syntax, at) ? null : listUpTo(r, at + 1, prep, token => token === prep)
    return ofPeople(r, list === null ? isPassive(r.syntax, at) ? sufferers(r, 'injured', at, i, 'treated') : null : listToll(r, 'injured', i, list, 'toll:injured/treated'))
  }
  return null
}

/** Tokens after a preposition within which the part of the body stands. */
const PART = 4
/** Whether "in the leg", "across his cheek", "on both hands" begins at a token; who is shot in the head may have died of it. */
const isOnPart = (r: Reading, i: number, shot: boolean): boolean => /^(?:in|on|across|to|over)$/.test(lemmaAt(r, i)) && Array.from({ length: PART }, (_, k) => i + 1 + k).some(k => isWordOf(r, k, 'body-part') && !(shot && lemmaAt(r, k) === 'head') && r.text.tokens[k]?.sentence === r.text.tokens[i]!.sentence)

/** "A policeman was hit in the thigh", "slashed a prisoner across the cheek", "burning a caretaker on both hands". */
function hitToll(r: Reading, i: number): Toll | null {
  const shot = lemmaAt(r, i) === 'shoot'
  if (!isVerb(r.syntax, i) || !isWordOf(r, i, 'wounding')) return null
  if (isOnPart(r, i + 1, shot)) return r.syntax.xpos[i] === 'VBN' || childrenWith(r.syntax, i, 'obj').length === 0 ? ofPeople(r, sufferers(r, 'injured', i, i, 'hit')) : null
  const list = victimsFrom(r, i + 1, () => false)
  return list !== null && isOnPart(r, list.last, shot) ? ofPeople(r, listToll(r, 'injured', i, list, 'toll:injured/hit')) : null
}

/** "Two officers were slightly burned": what hurts people when it is done to them, and them alone; not what kills ("burned alive", "burned to death"). */
function hurtingToll(r: Reading, i: number): Toll | null {
  if (!isWordOf(r, i, 'hurting') || r.syntax.xpos[i] !== 'VBN' || !isPassive(r.syntax, i) || /^(?:alive|to)$/.test(lemmaAt(r, i + 1))) return null
  const t = ofPeople(r, sufferers(r, 'injured', i, i, 'done-to'))
  return t !== null && t.of.every(h => hasClass(r, h, 'human')) ? t : null
}

/** Tokens of the name of a hospital, and those after it within which it is told what they were taken there for. */
const NAME = 6, WHY = 8
/** The token after "to the Saint-Nicolas hospital" that begins at `i`; -1 where no such place is named. */
function careAt(r: Reading, i: number): number {
  if (!/^(?:to|in)$/.test(lemmaAt(r, i))) return -1
  for (let k = i + 1; k < i + NAME && r.text.tokens[k]?.sentence === r.text.tokens[i]!.sentence; k++) {
    if (lemmaIn(r, k, 'hospital')) return k + 1
    if (r.syntax.upos[k] === 'VERB' || r.syntax.upos[k] === 'PUNCT' && r.text.tokens[k]!.form !== '-') return -1
  }
  return -1
}

/** Whether what follows says that they were ill, only looked at, or dead ("for a check", "where he died"). */
export function isNoInjury(r: Reading, i: number, lone: boolean): boolean {
  const { last } = r.text.sentences[r.text.tokens[i - 1]!.sentence]!
  for (let at = i; at < Math.min(last, i + WHY); at++) if (isWordOf(r, at, 'ailment') || lone && lemmaIn(r, at, 'ailing-dead')) return true
  return false
}

/** "Sending two women to the hospital", "a girl was taken to the Saint-Nicolas hospital". */
function careToll(r: Reading, i: number): Toll | null {
  if (!isVerb(r.syntax, i) || !isWordOf(r, i, 'carry')) return null
  const passive = isPassive(r.syntax, i), list = passive ? null : victimsFrom(r, i + 1, () => false), end = careAt(r, list?.last ?? i + 1)
  if (end < 0 || list === null && !passive) return null
  const t = list === null ? sufferers(r, 'injured', i, i, 'to-hospital') : listToll(r, 'injured', i, list, 'toll:injured/to-hospital')
  return t === null || t.of.some(h => isWordOf(r, h, 'body')) || isNoInjury(r, end, t.max === 1) ? null : ofPeople(r, t)
}
