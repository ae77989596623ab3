/** Tolls told by nouns and set phrases: deaths, bodies, lives lost, "no casualties". */
import { childrenWith, conjuncts, isPassive, isVerb, prepositionOf } from './arguments.ts'
import { isNoInjury, ofPeople, sufferers } from './harms.ts'
import type { LossPhrase } from './lexicon.ts'
import { entityAt, hasClass, isHuman, isWordOf, lemmaAt, lemmaIn, matchWords, type Reading } from './reading.ts'
import { countOf, countToll, listToll, NOBODY, toll, type Toll, type TollKind } from './toll.ts'
import { usable } from './victim-party.ts'
import { victimsBefore, victimsFrom } from './victims.ts'

/** Objects of a denied or bare verb that say whom it did not befall. */
const ANYONE = new Set(['anyone', 'anybody']), NO_ONE = new Set(['nobody', 'none'])
const NO = /^(?:no|without)$/
const BOTH = ['killed', 'injured'] as const, DEAD = ['killed'] as const

/** "no casualties", "without loss", "no one was hurt": nobody, of both kinds; "nobody was killed", "no deaths": nobody killed. */
export function nobodyTolls(r: Reading, i: number): readonly Toll[] {
  // "No one was harmed": a verb denies nothing by itself; "without loss of life": of the dead alone.
  const noun = r.syntax.upos[i] === 'NOUN', denied = noun && lemmaIn(r, i, 'denied-loss') ? (lemmaAt(r, i + 1) === 'of' && lemmaAt(r, i + 2) === 'life' || lemmaAt(r, i) === 'loss' && lemmaAt(r, i + 1) === 'among' ? DEAD : BOTH) : noun && lemmaIn(r, i, 'denied-death') ? DEAD : undefined
  if (lemmaIn(r, i, 'unharmed') || lemmaAt(r, i) === 'safe' && childrenWith(r.syntax, i, 'nsubj').some(h => lemmaIn(r, h, 'crew-word'))) return isSpared(r, i) ? bothNil(r, i, i) : []
  const none = denied !== undefined ? deniedBy(r, i) : lemmaIn(r, i, 'harm-verb') || lemmaIn(r, i, 'kill-verb') || lemmaIn(r, i, 'die-verb') ? nobodyBefore(r, i) : -1
  if (none < 0 || isOwn(r, i)) return []
  const { start } = r.text.tokens[Math.min(none, i)]!, { end, sentence } = r.text.tokens[Math.max(none, i)]!
  return (denied ?? (lemmaIn(r, i, 'harm-verb') ? BOTH : DEAD)).map(kind => ({ kind, min: 0, max: 0, of: [], parties: [], anchor: i, sentence, start, end, vague: false, rule: 'toll:no-casualties' }))
}

/** "No losses of its own", "no casualty ourselves": whoever says so speaks of their side alone. */
const isOwn = (r: Reading, i: number): boolean => /^ourselves$/.test(r.text.tokens[i + 1]?.norm.toLowerCase() ?? '') || lemmaAt(r, i + 1) === 'of' && lemmaAt(r, i + 3) === 'own'

/** Whether those left whole are people ("he was unhurt", "the minister escaped unharmed"), not a house or a claim; who is freed unharmed says nothing of how he was taken. */
function isSpared(r: Reading, i: number): boolean {
  const verb = r.syntax.head[i] ?? -1, freed = [1, 2, 3].some(k => isWordOf(r, i - k, 'free') && isVerb(r.syntax, i - k))
  return !freed && [i, verb].flatMap(at => childrenWith(r.syntax, at, 'nsubj')).some(h => hasClass(r, h, 'human') || /^(?:they|all|everyone|everybody|both|other|we|i)$/.test(lemmaAt(r, h)) || entityAt(r, h)?.form === 'name' && entityAt(r, h)?.kind === 'unknown')
}

const bothNil = (r: Reading, from: number, i: number): readonly Toll[] => { const { start } = r.text.tokens[Math.min(from, i)]!, { end, sentence } = r.text.tokens[Math.max(from, i)]!; return BOTH.map(kind => ({ kind, min: 0, max: 0, of: [], parties: [], anchor: i, sentence, start, end, vague: false, rule: 'toll:no-casualties' })) }

/** The "no" of "no casualties", "no loss of life", "no reports of injuries", "no indication of civilian harm", or -1; "losses" alone are of things as well. */
function deniedBy(r: Reading, i: number): number {
  if (lemmaIn(r, i + 1, 'figure-noun')) return -1
  const own = childrenWith(r.syntax, i, 'det', 'case').find(c => NO.test(lemmaAt(r, c))) ?? withoutBefore(r, i)
  if (own >= 0) return lemmaAt(r, i) !== 'loss' || lemmaAt(r, own) === 'without' || lemmaAt(r, i + 2) === 'life' || lemmaAt(r, i + 1) === 'among' || lemmaIn(r, own - 1, 'suffer-loss') ? own : -1
  const above = r.syntax.head[i] ?? -1
  return lemmaIn(r, above, 'sign-noun') && prepositionOf(r.syntax, i) === 'of' ? childrenWith(r.syntax, above, 'det').find(c => lemmaAt(r, c) === 'no') ?? -1 : -1
}

/** "without causing casualties", "no damage or injuries": the "no" some words before, with none between that would end its reach; -1 where there is none. */
function withoutBefore(r: Reading, i: number): number {
  for (let at = i - 1; at >= i - 4 && r.text.tokens[at]?.sentence === r.text.tokens[i]!.sentence; at--) { if (NO.test(lemmaAt(r, at))) return at; if (!lemmaIn(r, at, 'of-denial')) return -1 }
  return -1
}

/** "nobody", "none" or "no one" that stands before the word with auxiliaries only between; -1 where none does. */
function nobodyBefore(r: Reading, i: number): number {
  const after = lemmaAt(r, i + 1), denied = childrenWith(r.syntax, i, 'advmod').some(c => /^(?:not|n't|never)$/.test(lemmaAt(r, c)))
  if (isVerb(r.syntax, i) && (NO_ONE.has(after) || after === 'no' && lemmaAt(r, i + 2) === 'one' || denied && ANYONE.has(after))) return i + 1
  let at = i - 1
  while (at >= 0 && r.text.tokens[at]!.sentence === r.text.tokens[i]!.sentence && lemmaIn(r, at, 'after-no-one')) at--
  if (r.text.tokens[at]?.sentence !== r.text.tokens[i]!.sentence) return -1
  if (/^(?:they|us|those)$/.test(lemmaAt(r, at)) && lemmaAt(r, at - 1) === 'of') at -= 2
  if (lemmaAt(r, at - 1) === 'no' && !lemmaIn(r, i, 'harm-verb') && isHuman(entityAt(r, at))) return at - 1
  return NOBODY.has(lemmaAt(r, at)) || (lemmaAt(r, at) === 'one' && /^(?:no|no-)$/.test(lemmaAt(r, r.text.tokens[at - 1]?.form === '-' ? at - 2 : at - 1))) ? at : -1
}

/** Losses told by a set phrase or a noun: "claimed the lives of 12 people", "cost 30 lives", "eight people lost their lives"; "11 bodies were found"; "put the dead at 22"; "five sustained injuries". */
export function phraseToll(r: Reading, i: number): Toll | null {
  const lemma = lemmaAt(r, i), verb = verbAbove(r, i)
  if (lemma === 'life' && r.syntax.xpos[i - 1] === 'PRP$' && /^(?:cost|rob)$/.test(lemmaAt(r, verb))) return ofCost(r, verb, i)
  if (lemma === 'life' && lemmaIn(r, verb, 'take-life')) return lemmaAt(r, verb) === 'lose' && r.syntax.xpos[i - 1] === 'PRP$' ? sufferers(r, 'killed', verb, i, 'lives') : lemmaAt(r, i + 1) === 'of' ? listAfter(r, i, 'lives') : counted(r, i, 'lives')
  if (lemma === 'body' && r.syntax.xpos[i] === 'NN' && lemmaIn(r, verb, 'find-body') && (r.syntax.xpos[i - 1] === 'PRP$' || lemmaAt(r, i - 1) === 'the' && lemmaAt(r, i + 1) === 'of')) return oneBody(r, i)
  if ((lemma === 'body' || lemma === 'corpse') && (lemmaIn(r, verb, 'find-body') || lemmaIn(r, (r.counts[countOf(r, i)]?.first ?? 0) - 1, 'find-body'))) return lemmaAt(r, i + 1) === 'of' && countOf(r, i) < 0 ? listAfter(r, i, 'bodies') : counted(r, i, 'bodies')
  const form = r.text.tokens[i]!.norm.toLowerCase(), kind = r.lexicon.lists['reckoned-dead'].has(form) ? 'killed' : r.lexicon.lists['reckoned-hurt'].has(form) ? 'injured' : undefined
  const led = kind === undefined ? -1 : reckonedAt(r, i)
  if (kind !== undefined && led >= 0 && [1, 2].some(k => /^(?:the|its|their|his)$/.test(lemmaAt(r, i - k)))) { const k = r.countAt[led + 1] ?? -1; return k >= 0 && usable(r, k) && (lemma !== 'loss' || hasClass(r, r.counts[k]!.of, 'human')) ? countToll(r, kind, i, k, `toll:${kind}/reckoned`) : null }
  const phrase = phraseAt(r, i)
  if (phrase !== null) return ofPhrase(r, phrase.kind, i)
  if (lemma === 'fall' && isVerb(r.syntax, i) && FALLING.has(lemmaAt(r, i + 1)) && (lemmaAt(r, i + 1) !== 'in' || [2, 3, 4].some(k => hasClass(r, i + k, 'event')))) return people(r, listBefore(r, 'killed', i, i, 'fallen'))
  if (lemma === 'destroy' && isVerb(r.syntax, i)) return people(r, listBefore(r, 'killed', i, i, 'destroyed')) ?? amongDestroyed(r, i)
  return maimed(r, i) ?? killedOff(r, i) ?? listLost(r, i)
}

/** "Wiped out six soldiers", "mowed down two clerks": people all, since fires and positions are wiped out too. */
function killedOff(r: Reading, i: number): Toll | null {
  if (!isVerb(r.syntax, i) || isPassive(r.syntax, i) || !lemmaIn(r, i, 'kill-off') || !/^(?:out|down|off)$/.test(lemmaAt(r, i + 1))) return null
  const list = victimsFrom(r, i + 2, () => false)
  return list === null || !list.parties[0]!.counted ? null : people(r, listToll(r, 'killed', i, list, 'toll:killed/killed-off'))
}

/** The "at" or "to" that leads from a word for the dead to their number; "put the dead of both sides at 15": with whose they are between, where the number was put. -1 where none does. */
function reckonedAt(r: Reading, i: number): number {
  if (/^(?:at|to|as|number)$/.test(lemmaAt(r, i + 1))) return i + 1
  if (lemmaAt(r, i + 1) !== 'of' || ![2, 3].some(k => lemmaIn(r, i - k, 'give-figure'))) return -1
  for (let at = i + 2; at < i + WHOSE; at++) { if (lemmaAt(r, at) === 'at') return at; if (!/^(?:DET|ADJ|NOUN|PROPN|PUNCT)$/.test(r.syntax.upos[at] ?? '') || lemmaAt(r, at) === ',') return -1 }
  return -1
}
/** Tokens of whose dead they are. */
const WHOSE = 7

/** Those of whom a set phrase tells, at whose first word it stands; who is in hospital "for a check" is not hurt. */
function ofPhrase(r: Reading, kind: TollKind, i: number): Toll | null {
  const list = listBefore(r, kind, i, i, 'phrase')
  if (kind === 'killed') return list ?? subjectOf(r, kind, i) ?? (isPassive(r.syntax, i) || r.syntax.deprel[i] === 'conj' ? sufferers(r, kind, i, i, 'phrase') : null)
  const t = ofPeople(r, list ?? sufferers(r, kind, i, i, 'phrase'))
  return t === null || isNoInjury(r, i + 1, t.max === 1) ? null : t
}

/** What may follow "fell" of those who died. */
const FALLING = new Set(['there', 'in', 'and', '.', ',', ';', 'during', 'when', 'while', 'fight'])

/** A toll all of whose parties are people by their nouns: soldiers fall and are destroyed, and so do shells and tanks. */
const people = (r: Reading, toll: Toll | null): Toll | null => (toll?.of.every(h => isHuman(entityAt(r, h))) === true ? toll : null)

/** "Up to 90 fighters and eight vehicles were destroyed": the people of such a list. */
function amongDestroyed(r: Reading, i: number): Toll | null {
  const heads = isPassive(r.syntax, i) ? childrenWith(r.syntax, i, 'nsubj', 'nsubj:pass').flatMap(h => conjuncts(r.syntax, h)) : [], counted = heads.filter(h => isHuman(entityAt(r, h)) && countOf(r, h) >= 0)
  return heads.length > 1 && counted.length > 0 ? toll(r, 'killed', i, counted, 'toll:killed/destroyed') : null
}

/** The subject of a set phrase, wherever it stands: "an engineer missing since Monday has been found dead". */
function subjectOf(r: Reading, kind: TollKind, i: number): Toll | null {
  return childrenWith(r.syntax, i, 'nsubj').filter(head => conjuncts(r.syntax, head).length === 1).map(head => toll(r, kind, i, [head], `toll:${kind}/subject`)).find(t => t !== null) ?? null
}

/** "lost both legs", "broke the driver's jaw": who loses a limb, or whose it is that another breaks. */
function maimed(r: Reading, i: number): Toll | null {
  const lemma = lemmaAt(r, i), part = isVerb(r.syntax, i) && (lemma === 'lose' || lemmaIn(r, i, 'break-limb') || /^(?:slit|cut|slash)$/.test(lemma)) ? childrenWith(r.syntax, i, 'obj').find(c => isWordOf(r, c, 'body-part') || lemmaAt(r, c) === 'tooth') : undefined
  if (part === undefined) return null
  if (lemma === 'lose') return sufferers(r, 'injured', i, i, 'maimed')
  const [whose] = childrenWith(r.syntax, part, 'nmod:poss'), cut = lemmaAt(r, part) === 'throat'
  if (cut && !/^(?:slit|cut|slash)$/.test(lemma)) return null
  return whose === undefined || r.syntax.xpos[whose] === 'NNS' || lemmaAt(r, whose) === 'their' ? null : cut ? { ...oneBody(r, part), of: [whose], parties: [{ head: whose, min: 1, max: 1 }], rule: 'toll:killed/throat' } : { ...oneBody(r, part), kind: 'injured', of: [whose], parties: [{ head: whose, min: 1, max: 1 }], rule: 'toll:injured/maimed' }
}

/** The phrase for losses that begins at a token. A past tense that was taken for an adjective keeps its form as its lemma. */
function phraseAt(r: Reading, i: number): LossPhrase | null {
  const form = r.text.tokens[i]!.norm.toLowerCase(), forms = new Set([lemmaAt(r, i), form, ...(form.endsWith('ed') ? [form.slice(0, -1), form.slice(0, -2)] : [])])
  for (const first of forms) for (const phrase of r.lexicon.losses.get(first) ?? []) if (phrase.words.length === 1 || matchWords(r, phrase.words.slice(1), i + 1, 0) > 0 || phrase.words.at(-1) === 'hospital' && toHospital(r, phrase, i)) return phrase
  return null
}

/** Tokens of the hospital's name. */
const NAME = 6
/** "rushed to the Jaramogi Oginga hospital". */
function toHospital(r: Reading, { words }: LossPhrase, i: number): boolean {
  const at = matchWords(r, words.slice(1, -1), i + 1)
  if (at < 0) return false
  for (let k = at; k < at + NAME && r.text.tokens[k]?.sentence === r.text.tokens[i]!.sentence; k++) { if (lemmaAt(r, k) === 'hospital') return true; if (/^(?:VERB|PUNCT)$/.test(r.syntax.upos[k] ?? '')) return false }
  return false
}

/** The nearest verb above a noun, or -1. */
function verbAbove(r: Reading, i: number): number {
  let at = r.syntax.head[i] ?? -1
  for (let hops = 0; at >= 0 && hops < 3 && !isVerb(r.syntax, at); hops++) at = r.syntax.head[at] ?? -1
  return at >= 0 && isVerb(r.syntax, at) ? at : -1
}

const counted = (r: Reading, i: number, what: string): Toll | null => (countOf(r, i) >= 0 ? toll(r, 'killed', i, [i], `toll:killed/${what}`) : null)

/** Whoever lost them is who they were of. */
function ofSubject(r: Reading, verb: number, toll: Toll | null): Toll | null {
  const subject = childrenWith(r.syntax, verb, 'nsubj')[0]
  return toll === null || subject === undefined ? toll : { ...toll, of: [subject], parties: [{ head: subject, min: toll.min, max: toll.max }] }
}

/** "treated 23 people", "buried 17 people", "the loss of six men", "lost four soldiers". */
function listLost(r: Reading, i: number): Toll | null {
  const lemma = lemmaAt(r, i), verb = isVerb(r.syntax, i), of = lemma === 'loss' && lemmaAt(r, i + 1) === 'of'
  if (!of && !(verb && (lemma === 'treat' || lemma === 'lose' || lemma === 'bury' && !isPassive(r.syntax, i)))) return null
  const list = victimsFrom(r, of ? i + 2 : i + 1, () => false)
  if (list === null || !list.parties[0]!.counted) return null
  if (lemma === 'treat') return listToll(r, 'injured', i, list, 'toll:injured/treated')
  if (!list.parties.every(p => hasClass(r, p.head, 'human'))) return null
  if (lemma === 'bury') return listToll(r, 'killed', i, list, 'toll:killed/buried')
  return of ? listToll(r, 'killed', i, list, 'toll:killed/loss-of') : ofSubject(r, i, listToll(r, 'killed', i, list, 'toll:killed/lost'))
}

/** "His body was found". */
const oneBody = (r: Reading, i: number): Toll => ({ kind: 'killed', min: 1, max: 1, of: [i], parties: [{ head: i, min: 1, max: 1 }], anchor: i, sentence: r.text.tokens[i]!.sentence, start: r.text.tokens[i - 1]!.start, end: r.text.tokens[i]!.end, vague: false, rule: 'toll:killed/body' })

const listAfter = (r: Reading, i: number, what: string): Toll | null => { const list = victimsFrom(r, r.text.tokens[i + 2]?.form.toLowerCase() === 'the' && (r.countAt[i + 2] ?? -1) < 0 ? i + 3 : i + 2, () => false); return list === null ? null : listToll(r, 'killed', i, list, `toll:killed/${what}`) }

/** The list before `verb`, hung on the noun `i` that says what befell them. */
function listBefore(r: Reading, kind: TollKind, verb: number, i: number, what: string): Toll | null {
  const list = victimsBefore(r, verb, r.lexicon.lists['before-harm-verb'], token => token === verb)
  return list === null ? null : listToll(r, kind, i, list, `toll:${kind}/${what}`)
}

/** "Costing four soldiers their lives". */
function ofCost(r: Reading, verb: number, i: number): Toll | null { const list = victimsFrom(r, verb + 1, () => false); return list === null || list.last < i - 1 ? null : listToll(r, 'killed', i, list, 'toll:killed/lives') }

/** "More than 60 cases of suffocation": as many hurt. */
const isCase = (r: Reading, i: number): boolean => lemmaAt(r, i) === 'case' && lemmaAt(r, i + 1) === 'of' && lemmaIn(r, i + 2, 'ailing-noun') && countOf(r, i) >= 0

/** "The murder on 3 May of the mayor": whom a noun is of, behind its day; -1 where nobody is. */
function ofApart(r: Reading, i: number): number {
  let at = i + 1
  while ((r.timeAt[at] ?? -1) >= 0 || lemmaAt(r, at) === 'on' && (r.timeAt[at + 1] ?? -1) >= 0) at++
  return at > i + 1 && lemmaAt(r, at) === 'of' ? r.syntax.head[at] ?? -1 : -1
}

/** "Injuries to 20 others". */
function listOf(r: Reading, kind: TollKind, i: number): Toll | null { const list = victimsFrom(r, i + 2, () => false); return list === null ? null : listToll(r, kind, i, list, `toll:${kind}/noun-to`) }

/** "the deaths of 12 people", "30 injuries", "the killing of two men". */
export function nounToll(r: Reading, i: number): Toll | null {
  if (r.syntax.upos[i] !== 'NOUN') return null
  const lemma = lemmaAt(r, i)
  if (isCase(r, i)) return toll(r, 'injured', i, [i], 'toll:injured/cases')
  const kind = lemmaIn(r, i, 'death-noun') || lemma === 'martyr' ? 'killed' : lemmaIn(r, i, 'injury-noun') || lemmaIn(r, i, 'hurting-noun') ? 'injured' : null
  if (!kind) return null
  const of = childrenWith(r.syntax, i, 'nmod').filter(c => childrenWith(r.syntax, c, 'case').some(k => lemmaAt(r, k) === 'of'))
  if (of.length) return toll(r, kind, i, of.flatMap(h => conjuncts(r.syntax, h)), `toll:${kind}/noun-of`)
  const apart = kind === 'killed' ? ofApart(r, i) : -1
  if (apart >= 0) return toll(r, kind, i, conjuncts(r.syntax, apart), `toll:${kind}/noun-of`)
  if (kind === 'injured' && lemmaAt(r, i + 1) === 'to') return ofPeople(r, listOf(r, kind, i))
  const sufferer = kind === 'injured' && r.syntax.deprel[i] === 'nmod' && prepositionOf(r.syntax, i) === 'with' ? r.syntax.head[i] ?? -1 : -1
  if (sufferer >= 0) return toll(r, kind, i, conjuncts(r.syntax, sufferer), `toll:${kind}/with-injuries`)
  return (lemmaIn(r, i, 'death-noun') && lemma !== 'massacre' || lemma === 'injury' || lemma === 'martyr') && countOf(r, i) >= 0 ? toll(r, kind, i, [i], `toll:${kind}/counted-noun`) : null
}

