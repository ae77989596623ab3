/** Finds tolls: how many were killed, injured or detained, by whom counted, near which trigger. */
import { childrenWith, conjuncts, isPassive, isVerb, verbArguments } from './arguments.ts'
import { harmToll, sufferers } from './harms.ts'
import { partyHead } from './measure.ts'
import { entityAt, hasClass, isHuman, isWordOf, lemmaAt, lemmaIn, type Reading } from './reading.ts'
import { bareToll, nthToll, reckonedToll } from './reckoned.ts'
import { isMishap } from './mishaps.ts'
import { isShot } from './shot.ts'
import { countOf, kindOf, listToll, toll, type Toll, type TollKind } from './toll.ts'
import { asMuch, withoutAttackers } from './told-apart.ts'
import { nobodyTolls, nounToll, phraseToll } from './toll-phrases.ts'
import { countsPeople } from './victim-party.ts'
import { namedFrom, victimsBefore, victimsFrom, type Victims } from './victims.ts'

/** All tolls of the report in text order. */
export function findTolls(r: Reading): readonly Toll[] {
  const out: Toll[] = []
  for (let i = 0; i < r.text.tokens.length; i++) {
    const toll = nthToll(r, i) ?? invertedToll(r, i) ?? besideToll(r, i) ?? fuller(verbToll(r, i), namedToll(r, i)) ?? adjectiveToll(r, i) ?? nounToll(r, i) ?? reckonedToll(r, i) ?? phraseToll(r, i) ?? harmToll(r, i) ?? bareToll(r, i, out.at(-1))
    if (toll !== null && !toll.of.every(h => isBeast(r, h)) && !isMishap(r, toll.anchor)) out.push(...bySides(r, asMuch(r, toll)).flatMap(t => withoutAttackers(r, t)))
    if (isSplit(r, out, i)) out.splice(out.findLastIndex(t => t.anchor === i - 1 && t.kind === 'killed'), 1)
    out.push(...nobodyTolls(r, i))
  }
  return out
}

/** "Shot dead the clerk and his wife": the list behind "dead" tells of all whom the verb before it was done to. */
const isSplit = (r: Reading, all: readonly Toll[], i: number): boolean => { const out = all.slice(-LATEST); return lemmaAt(r, i) === 'dead' && out.some(t => t.anchor === i && t.kind === 'killed' && t.parties.length > 1 && out.some(o => o.anchor === i - 1 && o.kind === 'killed' && o.parties.length < t.parties.length)) }
/** Tolls back within which those of one verb stand. */
const LATEST = 4

/** The one of two readings that counts more parties. */
const fuller = (one: Toll | null, other: Toll | null): Toll | null => (one === null || other !== null && other.parties.length > one.parties.length ? other : one)

/** "Killed two calves", "killed four of her brother's sheep". */
const isBeast = (r: Reading, head: number): boolean => [head, ...childrenWith(r.syntax, head, 'nmod')].some(h => lemmaAt(r, h) !== 'head' && isWordOf(r, h, 'livestock'))

/** "three policemen and two attackers": the attackers make a toll of their own. */
function bySides(r: Reading, all: Toll): readonly Toll[] {
  const attackers = all.of.filter(h => lemmaIn(r, h, 'attacker-noun')), others = all.of.filter(h => !attackers.includes(h))
  if (attackers.length === 0 || others.length === 0) return [all]
  return [others, attackers].flatMap(heads => toll(r, all.kind, all.anchor, heads, all.rule) ?? [])
}

/** Tokens between "killed" and "were". */
const INVERTED = 8
/** "Also killed in the strike were a dozen fighters": those counted stand behind. */
function invertedToll(r: Reading, i: number): Toll | null {
  const { first, last } = r.text.sentences[r.text.tokens[i]!.sentence]!, kind = i - first <= 1 ? befallen(r, i) : null
  if (kind === null || r.syntax.xpos[i] !== 'VBN' || i > first && !/^(?:also|among)$/.test(lemmaAt(r, first))) return null
  for (let at = i + 1; at < Math.min(last, i + INVERTED); at++) {
    if (/^(?:was|were)$/.test((r.text.tokens[at]?.norm ?? '').toLowerCase())) { const list = victimsFrom(r, at + 1, () => false); return list === null ? null : beside(r, kind, i, list, 'after') }
    if (/^[,;.]$/.test(lemmaAt(r, at))) return null
  }
  return null
}

function verbToll(r: Reading, i: number): Toll | null {
  if (!isVerb(r.syntax, i) && r.syntax.upos[i] !== 'ADJ') return null
  const told = isShotDead(r, i) || isToDeath(r, i) || isDoneToDeath(r, i) ? 'killed' : harmOf(r, i), shot = told === null && isShot(r, i), kind = shot ? 'killed' : told
  // "Tended a wounded commander": what he was when it was done.
  if (!kind || isLumped(r, i) || isHung(r, i) || kind === 'injured' && r.syntax.deprel[i] === 'amod' && r.syntax.head[i] === i + 1 && r.syntax.xpos[i + 1] === 'NN') return null
  const args = verbArguments(r.syntax, i)
  const subjects = args.list.filter(a => a.relation === 'subject').map(a => a.head), objects = whomBefore(r, i) ?? args.list.filter(a => a.relation === 'object').map(a => a.head)
  const undergo = lemmaIn(r, i, 'die-verb') || args.passive && !(objects.length > 0 && isShotBefore(r, i + 1)) || (objects.length === 0 && r.syntax.xpos[i] === 'VBN') ? ahead(i, [...new Set([...subjects, ...childrenWith(r.syntax, i, 'nsubj')].map(h => whoever(r, i, h)))]) : objects
  if (isGunnedDown(r, i)) return withMore(r, i, toll(r, kind, i, [...objects, ...namedAfter(r, i + 2)].slice(0, 1), 'toll:killed/gunned-down'))
  const them = undergo.length === 1 && undergo[0]! > i ? seizedBefore(r, i, undergo[0]!) : undergo
  const heads = them.flatMap(h => conjuncts(r.syntax, h).filter((c, k) => k === 0 || !isOthers(r, i, c) && (c > i) === (h > i) && !hasClass(r, c, 'vehicle'))).filter(h => (isHuman(entityAt(r, h)) || !hasClass(r, h, 'event')) && mayBePeople(r, h))
  if (shot) return toll(r, kind, i, heads.filter(h => isPerson(r, h) && !lemmaIn(r, h, 'marcher-word')), 'toll:killed/shot')
  // "No one had been killed; a source said": nobody, whatever the tree joins to it.
  const nobody = heads.length > 1 && toll(r, kind, i, heads.slice(0, 1), '')?.max === 0, one = oneNamed(r, heads)
  if (one >= 0) return withMore(r, i, toll(r, kind, i, [one], `toll:${kind}/verb`))
  return withMore(r, i, heads.length ? toll(r, kind, i, nobody ? heads.slice(0, 1) : heads, `toll:${kind}/verb`) ?? loneToll(r, kind, i) : loneToll(r, kind, i))
}

/** "Shot six men", "shot her", "twenty were shot": a human noun or pronoun, or a number alone. Of protesters who were shot more live than die. */
const isPerson = (r: Reading, h: number): boolean => isHuman(entityAt(r, h)) || hasClass(r, h, 'human') || countOf(r, h) >= 0 && r.counts[countOf(r, h)]!.of < 0

/** "One of ours, Private Idris, was killed": the one who is then named, whatever the tree joins to him; -1 where nobody is told so. */
function oneNamed(r: Reading, heads: readonly number[]): number {
  const one = heads.length > 1 ? heads.find(h => lemmaAt(r, h) === 'one' && lemmaAt(r, h + 1) === 'of') : undefined
  return one === undefined || r.syntax.lemma.slice(one, Math.max(...heads)).includes('and') ? -1 : one
}

/** "Their dead, three rifles", "a stoker killed, 600 homes dark": things are counted as well. */
const mayBePeople = (r: Reading, h: number): boolean => { const k = countOf(r, h), of = r.counts[k]?.of ?? -1; return of < 0 || (entityAt(r, of) === null ? partyHead(r, of) === of || isHuman(entityAt(r, partyHead(r, of))) : countsPeople(r, k)) }

/** "A banner hung on the gate": people are hanged. */
const isHung = (r: Reading, i: number): boolean => r.text.tokens[i]!.norm.toLowerCase() === 'hung' && (!isPassive(r.syntax, i) || r.syntax.deprel[i]?.startsWith('acl') === true && !isHuman(entityAt(r, r.syntax.head[i]!)))

/** "Colonel Omarov, who was killed": whom the pronoun of a clause stands for. */
const whoever = (r: Reading, verb: number, head: number): number => (/^(?:who|that)$/.test(lemmaAt(r, head)) && r.syntax.deprel[verb]?.startsWith('acl') === true && r.syntax.head[verb]! >= 0 && r.syntax.head[verb]! < head ? r.syntax.head[verb]! : head)

/** "Dragged two men from their homes and killed them": those whom the verb that this one goes on from was done to. */
function seizedBefore(r: Reading, verb: number, object: number): readonly number[] {
  const up = r.syntax.deprel[verb] === 'conj' ? r.syntax.head[verb]! : -1, those = lemmaAt(r, object) === 'they' && up >= 0 && isVerb(r.syntax, up) ? childrenWith(r.syntax, up, 'obj').filter(h => h > up && h < verb && isHuman(entityAt(r, h)) && countOf(r, h) >= 0) : []
  return those.length === 1 ? those : [object]
}

/** "gunned down" with whom right behind it, whatever the tree takes it for. */
const isGunnedDown = (r: Reading, i: number): boolean => lemmaAt(r, i) === 'gun' && lemmaAt(r, i + 1) === 'down' && /^(?:PROPN|NOUN|DET)$/.test(r.syntax.upos[i + 2] ?? '') && (r.timeAt[i + 2] ?? -1) < 0 && lemmaAt(r, i - 1) !== 'be'

/** "Three were killed on Monday, an official said": of two subjects the one behind the verb is who speaks. */
const ahead = (verb: number, heads: readonly number[]): readonly number[] => (heads.some(h => h < verb) ? heads.filter(h => h < verb) : heads)

/** "Two monks whom the police slew": the noun right before the pronoun, whatever the tree hangs the clause on. */
function whomBefore(r: Reading, verb: number): readonly number[] | null {
  const whom = childrenWith(r.syntax, verb, 'obj').find(c => c < verb && lemmaAt(r, c) === 'whom')
  return whom !== undefined && /^(?:NOUN|PROPN)$/.test(r.syntax.upos[whom - 1] ?? '') ? [whom - 1] : null
}

/** The head of the mention that begins at a token. */
const namedAfter = (r: Reading, i: number): readonly number[] => r.entities.mentions.filter(m => m.first === i).map(m => m.head)

/** "who was killed along with 35 others": those and them. */
function withMore(r: Reading, i: number, one: Toll | null): Toll | null {
  const more = one === null ? null : othersAfter(r, i, token => befallen(r, token) !== null)
  return one === null || more === null ? one : listToll(r, one.kind, i, { parties: [...one.parties.map(p => ({ ...p, first: p.head, last: p.head + 1, vague: false, counted: true })), ...more.parties], last: more.last }, one.rule)
}

/** "14 dead and 35 people wounded": a party right before a word of its own is not one of those before. */
const isOthers = (r: Reading, anchor: number, head: number): boolean => { const next = entityAt(r, head)?.form === 'name' ? entityAt(r, head)!.last : head + 1; return next !== anchor && befallen(r, next) !== null }

/** "A civilian was killed and four others were hurt": one who stands right before a passive, where the tree does not say who it is. */
function loneToll(r: Reading, kind: TollKind, i: number): Toll | null {
  if (r.syntax.xpos[i] !== 'VBN' || lemmaAt(r, i - 1) !== 'be' && lemmaAt(r, i - 2) !== 'be') return null
  const list = victimsBefore(r, i, r.lexicon.lists['before-harm'], token => befallen(r, token) !== null)
  return list === null || list.parties.length > 1 ? null : listToll(r, kind, i, list, `toll:${kind}/one-before`)
}

/** What a word says befell its victims; "fatally shot" and "mortally wounded" are killed. */
const harmOf = (r: Reading, i: number): TollKind | null => (lemmaIn(r, i - 1, 'fatally') || lemmaIn(r, i + 1, 'fatally') ? lemmaIn(r, i, 'fatal-verb') : false) ? 'killed' : kindOf(r, i)

/** What a verb or adjective says befell those beside it. */
function befallen(r: Reading, i: number): TollKind | null {
  const form = (r.text.tokens[i]?.norm ?? '').toLowerCase()
  if (form === 'dead' || (form === 'down' && lemmaAt(r, i - 1) === 'gun')) return 'killed'
  if (isToDeath(r, i)) return 'killed'
  // "13 wounded, all flown out": an adjective keeps its form as its lemma.
  const kind = harmOf(r, i) ?? (r.lexicon.lists['hurt-adjective'].has(form) ? 'injured' : null)
  return kind !== null && /^(?:VERB|ADJ|NOUN)$/.test(r.syntax.upos[i] ?? '') && /^(?:VB|JJ)/.test(r.syntax.xpos[i] ?? '') ? kind : null
}

/** "hacked to death", "burnt to death". */
const isToDeath = (r: Reading, i: number): boolean => lemmaAt(r, i + 1) === 'to' && lemmaAt(r, i + 2) === 'death' && !/^(?:sentence|condemn)$/.test(lemmaAt(r, i)) && /^VB[DNG]$/.test(r.syntax.xpos[i] ?? '') && r.text.tokens[i + 2]?.sentence === r.text.tokens[i]!.sentence

/** Tokens of those who stand between. */
const WHOM = 8
/** "Hacked two men to death": with whom between. */
function isDoneToDeath(r: Reading, i: number): boolean {
  if (!isVerb(r.syntax, i) || /^(?:sentence|condemn)$/.test(lemmaAt(r, i))) return false
  for (let at = i + 2; at < i + WHOM && r.text.tokens[at]?.sentence === r.text.tokens[i]!.sentence && !/^(?:VERB|AUX|PUNCT)$/.test(r.syntax.upos[at] ?? ''); at++) if (lemmaAt(r, at) === 'to' && lemmaAt(r, at + 1) === 'death') return true
  return false
}

/** "killing 12", "wounded scores"; "30 others wounded", "a soldier and two children were killed": the list that stands right beside, whatever the tree says. */
function besideToll(r: Reading, i: number): Toll | null {
  const kind = befallen(r, i)
  if (kind === null || isLumped(r, i)) return null
  const verb = r.syntax.xpos[i]?.startsWith('VB') === true, active = verb && !isPassive(r.syntax, i), befalls = (token: number): boolean => befallen(r, token) !== null
  const shot = isShotBefore(r, i), after = (active && lemmaAt(r, i) !== 'drown' || shot || isToDeath(r, i)) && !isHeadlinePassive(r, i, befalls) ? victimsFrom(r, isToDeath(r, i) ? i + 3 : i + 1, befalls) : null
  if (after !== null && (shot || isToDeath(r, i) || after.parties.length > 1 || after.parties[0]!.counted)) return beside(r, kind, i, after, 'after')
  if (shot || !/^(?:VBN|VBD|JJ|NN|RP|RB)$/.test(r.syntax.xpos[i] ?? '') || (active && hasObject(r, i))) return null
  const before = victimsBefore(r, i, r.lexicon.lists['before-harm'], befalls)
  return before !== null && (before.parties.length > 1 || before.parties[0]!.counted) ? beside(r, kind, i, withOthers(r, i, before, befalls), 'before') : null
}

/** "murdered comrade Tadesse and two weavers", "shot dead Anas Deek, 17": one named right behind a word for killing, where the tree does not say who it is. */
function namedToll(r: Reading, i: number): Toll | null {
  const befalls = (token: number): boolean => befallen(r, token) !== null, shot = isShotBefore(r, i), passive = r.syntax.xpos[i] === 'VBN' && childrenWith(r.syntax, i, 'aux:pass').length > 0
  if (befallen(r, i) !== 'killed' || !shot && (passive || !/^VB[DGNZP]?$/.test(r.syntax.xpos[i] ?? ''))) return null
  const list = namedFrom(r, i + 1, befalls)
  return list === null ? null : listToll(r, 'killed', i, list, 'toll:killed/named-after')
}

/** An object behind the verb; what stands behind a comma is none. */
const hasObject = (r: Reading, i: number): boolean => lemmaAt(r, i + 1) !== ',' && childrenWith(r.syntax, i, 'obj').some(c => c > i)

const beside = (r: Reading, kind: TollKind, i: number, list: Victims, side: 'before' | 'after'): Toll | null => listToll(r, kind, i, list, `toll:${kind}/${list.parties.length > 1 ? 'list' : 'number'}-${side}`)

/** "22 children were killed along with six teachers". */
function withOthers(r: Reading, i: number, list: Victims, befalls: (token: number) => boolean): Victims {
  const others = othersAfter(r, i, befalls)
  return others === null ? list : { parties: [...list.parties, ...others.parties], last: list.last }
}

/** Those told with "along with" behind the word for what befell them. */
function othersAfter(r: Reading, i: number, befalls: (token: number) => boolean): Victims | null {
  let at = isToDeath(r, i) ? i + 3 : i + 1
  // "Killed on Monday near Palma along with four guards": when and where stand between.
  while (at < i + SET && ((r.timeAt[at] ?? -1) >= 0 || (r.placeAt[at] ?? -1) >= 0 || /^(?:,|on|in|at|near)$/.test(lemmaAt(r, at)))) at++
  return /^(?:along|together)$/.test(lemmaAt(r, at)) && lemmaAt(r, at + 1) === 'with' && r.text.tokens[at]!.sentence === r.text.tokens[i]!.sentence ? victimsFrom(r, at + 2, befalls) : null
}
/** Tokens of the day and the place between what befell one and those who were with him. */
const SET = 8

/** "40 killed and wounded": one number for both tells neither. */
function isLumped(r: Reading, i: number): boolean {
  const other = (at: number, joint: number): boolean => /^(?:and|or)$/.test(lemmaAt(r, joint)) && befallen(r, at) !== null && befallen(r, at) !== befallen(r, i) && (r.countAt[at + 1] ?? -1) < 0
  return befallen(r, i) !== 'detained' && (other(i + 2, i + 1) || (other(i - 2, i - 1) && (r.countAt[i + 1] ?? -1) < 0))
}

/** "at least 3 killed 30 wounded", "25 fighters killed 110 injured": both numbers stand before their words. */
function isHeadlinePassive(r: Reading, i: number, befalls: (token: number) => boolean): boolean {
  const next = r.counts[r.countAt[i + 1] ?? -1], own = Math.max(r.countAt[i - 1] ?? -1, r.countFor[i - 1] ?? -1)
  return next !== undefined && own >= 0 && befalls(next.last) && next.of < next.last
}

/** "dead" or "down" behind a verb of shooting that has its victims after it ("shot dead two militants", "gunned down a judge"). */
const isShotBefore = (r: Reading, i: number): boolean => {
  if (!/^(?:dead|down)$/.test((r.text.tokens[i]?.norm ?? '').toLowerCase()) || lemmaAt(r, i - 2) === 'be') return false
  return /^(?:shoot|gun)$/.test(lemmaAt(r, i - 1)) && isVerb(r.syntax, i - 1) && (!isPassive(r.syntax, i - 1) || childrenWith(r.syntax, i - 1, 'obj').some(c => c > i)) || lemmaAt(r, i - 1) === 'shot' && lemmaAt(r, i) === 'dead'
}

/** "shot dead two militants", "shot and killed", "gunned down a judge". */
const isShotDead = (r: Reading, i: number): boolean => lemmaAt(r, i) === 'gun' && lemmaAt(r, i + 1) === 'down' || lemmaAt(r, i) === 'shoot' && childrenWith(r.syntax, i, 'xcomp', 'advmod', 'amod').some(c => lemmaAt(r, c) === 'dead')

/** "12 dead", "left 12 people dead", "30 wounded", "leaving three soldiers injured". */
function adjectiveToll(r: Reading, i: number): Toll | null {
  const form = (r.text.tokens[i]?.norm ?? '').toLowerCase()
  const kind = form === 'dead' ? 'killed' : r.lexicon.lists['hurt-adjective'].has(form) ? 'injured' : null
  if (!kind || lemmaIn(r, i, 'kill-verb') || isLumped(r, i)) return null
  if (countOf(r, i) >= 0) return toll(r, kind, i, [i], `toll:${kind}/counted-adjective`)
  const head = r.syntax.head[i] ?? -1
  if (head < 0) return null
  const rel = r.syntax.deprel[i] ?? ''
  if (rel === 'xcomp' || rel === 'amod' || rel === 'acl') {
    const who = rel === 'xcomp' ? childrenWith(r.syntax, head, 'obj').concat(childrenWith(r.syntax, i, 'nsubj')) : [head]
    const counted = who.flatMap(h => conjuncts(r.syntax, h)).filter((h, k) => k === 0 || !isOthers(r, i, h) && !(rel !== 'xcomp' && h > i)).filter(h => countOf(r, h) >= 0 && mayBePeople(r, h) || ((rel === 'xcomp' || i > head) && isHuman(entityAt(r, h))))
    return counted.length ? toll(r, kind, i, counted, `toll:${kind}/left-adjective`) : rel === 'xcomp' ? endedDead(r, i, kind) : null
  }
  const subject = childrenWith(r.syntax, i, 'nsubj')
  return subject.length ? toll(r, kind, i, subject.flatMap(h => conjuncts(r.syntax, h)), `toll:${kind}/predicate`) : null
}

/** "Three men fell dead", "two traders were pronounced dead": whose end the adjective behind the verb is. */
const endedDead = (r: Reading, i: number, kind: TollKind): Toll | null => { const verb = r.syntax.head[i]!; return kind === 'killed' && (isPassive(r.syntax, verb) || r.syntax.deprel[verb] === 'conj' && isPassive(r.syntax, r.syntax.head[verb]!) || lemmaIn(r, verb, 'fall-dead')) ? sufferers(r, kind, verb, i, 'ended-dead') : null }
