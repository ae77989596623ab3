/** Acts of speech that bear on who did it: taking responsibility, accusing, denying, condemning. */
import { childrenWith, prepositionOf, subjectOf, verbArguments, type Frameless, type Relation } from '../events/arguments.ts'
import { entityAt, hasClass, isHuman, lemmaAt, lemmaIn, type Reading } from '../events/reading.ts'
import type { EntityMention } from '../model/index.ts'
import { range } from '../text/range.ts'
import { subtree, type Draft } from './attribution.ts'
import { isGuilty } from './voices.ts'
import type { ClaimLexicon, Cue } from './lexicon.ts'
import { isNot, isUnreal } from './polarity.ts'
import { besideFrom, isNegated, quoted, saying, sinceHas } from './sayings.ts'

/** What the verb at `i` says in the sense of `cue`, or null. */
export function actOf(r: Reading, lexicon: ClaimLexicon, i: number, cue: Cue): Draft | null {
  switch (cue.kind) {
    case 'quoted': return quoted(r, i)
    case 'accuse': return accusing(r, i, cue)
    case 'condemn': return cue.takes.has('felt') ? appalled(r, i) : withObject(r, lexicon, i, cue, 'claim:condemn')
    case 'deny': return withObject(r, lexicon, i, cue, 'claim:deny')
    default: return saying(r, lexicon, i, cue)
  }
}

/** "said it was behind the attack": who is behind it, by his own word or by that of the clause around. */
export function behind(r: Reading, lexicon: ClaimLexicon, i: number): Draft | null {
  if (lemmaAt(r, i) !== 'be') return null
  const s = r.syntax, isBehind = (c: number): boolean => prepositionOf(s, c) === 'behind'
  const predicate = s.deprel[i] === 'cop' && isBehind(s.head[i] ?? -1) ? s.head[i]! : -1, noun = predicate >= 0 ? predicate : childrenWith(s, i, 'obl', 'nmod').find(isBehind) ?? -1
  const clause = predicate >= 0 ? predicate : i, doer = noun < 0 || isOpen(r, lexicon, clause) ? -1 : subjectOf(s, clause)
  if (doer < 0 || isAsked(r, doer)) return null
  const teller = s.deprel[clause] === 'ccomp' ? subjectOf(s, s.head[clause] ?? -1) : tellerBefore(r, lexicon, clause), other = teller >= 0 && entityAt(r, doer)?.form !== 'pronoun' && entityAt(r, doer)?.chain !== entityAt(r, teller)?.chain
  const draft = { cue: [Math.min(i, noun), Math.max(i, noun)] as const, content: subtree(r, noun), specific: false, rule: 'claim:behind' }
  return other ? { ...draft, kind: 'accuse', speaker: teller, source: [], target: doer } : { ...draft, kind: 'own', speaker: doer }
}

/** "Neither confirmed nor denied that it was behind it", "urged the group to take responsibility", "must take responsibility": what is denied, left open, asked for or only may be. */
function isOpen(r: Reading, lexicon: ClaimLexicon, clause: number): boolean {
  const s = r.syntax, up = /^(?:ccomp|xcomp|advcl|acl$)/.test(s.deprel[clause] ?? '') ? s.head[clause] ?? -1 : -1, cues = up < 0 ? [] : lexicon.verbs.get(lemmaAt(r, up)) ?? []
  const asked = cues.some(c => c.kind === 'view' && c.takes.has('to')) && childrenWith(s, clause, 'mark').some(c => lemmaAt(r, c) === 'to')
  return isUnreal(r, clause) || up >= 0 && (isNegated(r, up) || cues.some(c => c.kind === 'deny') || asked)
}

/** "Did not say who was behind it". */
const isAsked = (r: Reading, doer: number): boolean => lemmaIn(r, doer, 'question-word')

/** "The mayor said on the radio that bandits were behind it": who tells what the parser took for a description of the radio; -1 for nobody. */
function tellerBefore(r: Reading, lexicon: ClaimLexicon, clause: number): number {
  const s = r.syntax, that = childrenWith(s, clause, 'mark').find(c => lemmaAt(r, c) === 'that') ?? -1, { first } = r.text.sentences[r.text.tokens[clause]!.sentence]!
  for (let t = that - 1; t >= first && that - t < TOLD_IN; t--) { if (s.upos[t] === 'VERB') return (lexicon.verbs.get(lemmaAt(r, t)) ?? []).some(c => c.kind === 'say' && c.takes.has('that')) ? subjectOf(s, t) : -1; if (r.text.tokens[t]!.form === ',') return -1 }
  return -1
}

/** Tokens between a verb of saying and its "that". */
const TOLD_IN = 12

/** "said the militia was responsible", "wrote that rebels were to blame", "said it was not responsible": who did it, or did not, by the word of the clause around. */
export function culprit(r: Reading, lexicon: ClaimLexicon, i: number): Draft | null {
  const s = r.syntax, head = s.head[i] ?? -1
  if (s.deprel[i] !== 'cop' || !isGuilty(r, head)) return null
  const doer = subjectOf(s, head), teller = s.deprel[head] === 'ccomp' ? subjectOf(s, s.head[head] ?? -1) : tellerBefore(r, lexicon, head)
  if (doer < 0 || teller < 0 || isAsked(r, doer)) return null
  const self = entityAt(r, doer)?.form === 'pronoun' || entityAt(r, doer)?.chain === entityAt(r, teller)?.chain
  const draft = { cue: [Math.min(i, head), Math.max(i, head)] as const, content: subtree(r, head), specific: false, speaker: teller, rule: 'claim:culprit' }
  return isNot(r, head) ? { ...draft, kind: 'deny' } : self ? { ...draft, kind: 'own' } : { ...draft, kind: 'accuse', source: [], target: doer }
}

/** "drew condemnation from the union", "condemnation came from the minister and the pope", "voiced outrage at the raid", "led condemnation of it": who condemns. */
export function condemnation(r: Reading, i: number): Draft | null {
  if (!lemmaIn(r, i, 'condemnation')) return null
  const s = r.syntax, of = s.deprel[i] === 'nmod' ? s.head[i] ?? -1 : i, verb = s.head[of] ?? -1
  const from = [...childrenWith(s, i, 'nmod'), ...childrenWith(s, of, 'nmod'), ...(verb >= 0 ? childrenWith(s, verb, 'obl', 'obl:agent') : [])].find(c => r.lexicon.lists['outcry-from'].has(prepositionOf(s, c)) && c > i)
  if (from !== undefined) return { kind: 'condemn', cue: [i, i], speaker: from, content: [i], specific: false, rule: 'claim:condemnation' }
  const speaker = s.deprel[of] === 'obj' && lemmaIn(r, verb, 'voice-verb') && verb < i && !isNegated(r, verb) ? subjectOf(s, verb) : -1
  return isParty(entityAt(r, speaker)) || entityAt(r, speaker)?.form === 'pronoun' ? { kind: 'condemn', cue: [verb, i], speaker, content: [...new Set([i, ...subtree(r, i), ...childrenWith(s, verb, 'obl').filter(c => c > i).flatMap(c => subtree(r, c))])].toSorted((a, b) => a - b), specific: false, rule: 'claim:condemnation' } : null
}

/** "The network is appalled by the killings", "was shocked at": whom an act appals condemns it; null for other verbs and for "the killings appalled residents". */
function appalled(r: Reading, i: number): Draft | null {
  const s = r.syntax, speaker = childrenWith(s, i, 'nsubj:pass', 'nsubj')[0] ?? (s.deprel[i] === 'xcomp' ? subjectOf(s, i) : -1), at = childrenWith(s, i, 'obl', 'obl:agent').find(c => c > i && r.lexicon.lists['appalled-at'].has(prepositionOf(s, c)) && (r.timeAt[c] ?? -1) < 0) ?? -1
  return s.xpos[i] !== 'VBN' || speaker < 0 || at < 0 || isNegated(r, i) ? null : { kind: 'condemn', cue: [i, i], speaker, content: subtree(r, at), specific: hasClass(r, at, 'event'), rule: 'claim:condemn' }
}

const NOBODY = new Set(['nobody', 'none', 'anyone', 'no-one'])

/** "No group", "nobody": whoever that is says nothing. */
export const isNobody = (r: Reading, h: number): boolean => NOBODY.has(lemmaAt(r, h)) || lemmaAt(r, h - 1) === 'no' || childrenWith(r.syntax, h, 'det').some(c => lemmaAt(r, c) === 'no')

/** "claimed responsibility for", "took credit for", "denied responsibility"; "was claimed by". */
export function ownClaim(r: Reading, lexicon: ClaimLexicon, i: number): Draft | null {
  const lemma = lemmaAt(r, i), confessed = layingClaim(r, i) ?? owningUp(r, i)
  if (confessed) return confessed
  if (!lemmaIn(r, i, 'take-responsibility')) return null
  const args = actArguments(r, i), { find } = args
  const subject = orBefore(r, i, find('subject')), agent = find('agent'), object = orAfter(r, i, find('object'))
  const near = object >= 0 ? object : [1, 2, 3].map(k => i + k).find(t => lexicon.responsibility.has(lemmaAt(r, t))) ?? -1
  const named = [near, args.passive ? subject : -1].find(h => h >= 0 && lexicon.responsibility.has(lemmaAt(r, h)))
  if (isOpen(r, lexicon, i)) return null
  if (named !== undefined) return responsibility(r, i, named, args.passive ? agent : subject)
  if (isNegated(r, i) || isNobody(r, args.passive ? agent : subject)) return null
  if (lemma === 'claim' && args.passive && agent >= 0 && subject >= 0) return { kind: 'own', cue: [i, i], speaker: agent, content: [...subject < i && !subtree(r, i, agent).includes(subject) ? [...childrenWith(r.syntax, subject, 'det', 'amod', 'nummod').filter(c => c < i), subject] : [], ...subtree(r, i, agent)], specific: false, rule: 'claim:claimed-by' }
  const claimed = entityAt(r, object)
  const owned = lemma === 'admit' && isBand(r, subject)
  if ((lemma === 'claim' || owned) && !args.passive && subject >= 0 && object >= 0 && hasClass(r, object, 'event') && claimed?.entity == null && entityAt(r, subject)?.kind !== 'person') return { kind: 'own', cue: [i, i], speaker: subject, content: subtree(r, object), rule: 'claim:claimed' }
  return null
}

/** "The group", "a spokesman for the gang": those outside the state, whether they have a name or not. */
const isBand = (r: Reading, h: number): boolean => entityAt(r, h)?.kind === 'armed-group' || lemmaIn(r, h, 'band-word') || lemmaIn(r, h, 'speaks-for') && childrenWith(r.syntax, h, 'nmod', 'nmod:poss', 'compound').some(c => entityAt(r, c)?.kind === 'armed-group' || lemmaIn(r, c, 'band-word'))

/** "Admitted to the attack", "owned up to the killing", "boasted of the raid", "owned the ambush": who says that an act was his. */
function owningUp(r: Reading, i: number): Draft | null {
  const s = r.syntax, admits = lemmaAt(r, i) === 'admit', subject = subjectOf(s, i)
  if (!admits && !lemmaIn(r, i, 'own-up-verb') || subject < 0 || isNegated(r, i) || isUnreal(r, i) || admits && !isBand(r, subject)) return null
  const act = [...childrenWith(s, i, 'obl', 'nmod').filter(c => ['to', 'of', 'about'].includes(prepositionOf(s, c))), ...lemmaAt(r, i) === 'own' ? childrenWith(s, i, 'obj') : []].find(c => c > i && hasClass(r, c, 'event')) ?? -1
  return act < 0 ? null : { kind: 'own', cue: [i, i], speaker: subject, content: subtree(r, act), rule: 'claim:claimed' }
}

/** "Laid claim to the bombing": who says that an act was his; not "laid claim to the island". */
function layingClaim(r: Reading, i: number): Draft | null {
  const claim = lemmaAt(r, i) === 'lay' ? range(i + 1, i + 3).find(t => lemmaAt(r, t) === 'claim' && lemmaAt(r, t + 1) === 'to') ?? -1 : -1, subject = claim < 0 ? -1 : subjectOf(r.syntax, i), content = claim < 0 ? [] : restOfClause(r, claim + 1)
  const speaker = claim < 0 || isNegated(r, i) ? -1 : orBefore(r, i, subject < i && isParty(entityAt(r, subject)) ? subject : -1)
  return speaker < 0 || isNobody(r, speaker) || !content.some(t => hasClass(r, t, 'event')) ? null : { kind: 'own', cue: [i, claim], speaker, content, specific: false, rule: 'claim:claimed' }
}

function responsibility(r: Reading, i: number, named: number, speaker: number): Draft | null {
  const s = r.syntax
  if (speaker < 0 || isNegated(r, i) || r.syntax.xpos[named] === 'NNS' || isNobody(r, named) || isNobody(r, speaker)) return null
  const content = [...subtree(r, named), ...childrenWith(s, i, 'obl').filter(c => prepositionOf(s, c) === 'for').flatMap(c => subtree(r, c))].sort((a, b) => a - b)
  return { kind: lemmaIn(r, i, 'disown-verb') ? 'deny' : 'own', cue: [Math.min(i, named), Math.max(i, named)], speaker, content, specific: false, rule: 'claim:responsibility' }
}

/** "Distanced itself from the bombing": who has had no part in it by his own word. */
export function distancing(r: Reading, i: number): Draft | null {
  const from = childrenWith(r.syntax, i, 'obl').find(c => prepositionOf(r.syntax, c) === 'from'), speaker = subjectOf(r.syntax, i)
  if (lemmaAt(r, i) !== 'distance' || from === undefined || speaker < 0 || isNegated(r, i) || !childrenWith(r.syntax, i, 'obj').some(c => /sel(?:f|ves)$/.test(lemmaAt(r, c)))) return null
  return { kind: 'deny', cue: [i, i], speaker, content: subtree(r, from), specific: false, rule: 'claim:deny' }
}

/** "accused X of attacking", "blamed the attack on X", "held X responsible for"; "laid the blame on X", "saw the hand of X in it"; "an attack that the council has blamed on X". */
function accusing(r: Reading, i: number, cue: Cue): Draft | null {
  const args = actArguments(r, i), { find } = args, idiom = idiomatic(r, i, cue, find(args.passive ? 'subject' : 'object'))
  const speaker = args.passive ? find('agent') : orBefore(r, i, find('subject')), blamedOn = cue.takes.has('of') ? -1 : args.list.find(a => a.relation === 'oblique' && a.preposition === (cue.takes.has('to') ? 'to' : 'on') && (r.timeAt[a.head] ?? -1) < 0)?.head ?? -1
  const done = idiom >= 0 ? idiom : args.passive ? find('subject') : orPronoun(r, i, orAfter(r, i, find('object'), blamedOn))
  if ((speaker < 0 && !(args.passive && cue.takes.has('of'))) || done < 0 || isNegated(r, i) || cue.takes.has('idiom') && idiom < 0) return null
  if (cue.takes.has('responsible') && !childrenWith(r.syntax, i, 'xcomp', 'amod').concat(childrenWith(r.syntax, done, 'amod', 'acl')).some(c => lemmaAt(r, c) === 'responsible')) return null
  const on = idiom >= 0 ? idiom : blamedOn, target = on >= 0 ? on : beforeWhich(r, i, done)
  if (cue.takes.has('party') && !isParty(entityAt(r, target))) return null
  // "Accused by residents of burning it": parsers hang the charge on those who make it.
  const charge = args.passive ? childrenWith(r.syntax, speaker, 'acl').find(c => c > speaker && childrenWith(r.syntax, c, 'mark').some(m => lemmaAt(r, m) === 'of')) ?? -1 : -1
  const said = subtree(r, i, speaker).filter(t => t > i || args.passive), content = said.includes(done) || args.passive ? said : restOfClause(r, i)
  return { kind: 'accuse', cue: [i, i], speaker, content: charge < 0 ? content : [...content, ...subtree(r, charge)].toSorted((a, b) => a - b), target, specific: on < 0 && hasCharge(r, i, done), rule: 'claim:accuse', ...charge < 0 ? {} : { source: subtree(r, speaker, charge) } }
}

/** "An apology from Ankara, which it accuses of …": parsers take for the one described what the clause stands under; who stands right before its comma, where only he can be charged. */
function beforeWhich(r: Reading, i: number, done: number): number {
  if (done < 0 || done > i || r.syntax.deprel[i] !== 'acl:relcl' || isParty(entityAt(r, done))) return done
  const which = range(done + 1, i).find(t => lemmaIn(r, t, 'relative-pronoun')) ?? -1, end = r.text.tokens[which - 1]?.form === ',' ? which - 1 : which, m = r.entities.mentions.find(x => x.last === end && x.first > done && isParty(x))
  return m?.head ?? done
}

/** Who may be charged with an act: a person, a group, a state or one of its organs, or whoever bears a name. */
const isParty = (m: EntityMention | null): boolean => m !== null && m.form !== 'pronoun' && (isHuman(m) || m.kind === 'state' || m.kind === 'government' || m.kind === 'organisation' || m.form === 'name' && m.kind === 'unknown')

/** "Laid the blame at the door of X", "pointed the finger at X", "saw the hand of X in it": who is charged by a verb whose object is the noun that the cue asks for; -1 for nobody. */
function idiomatic(r: Reading, i: number, { takes }: Cue, object: number): number {
  const s = r.syntax, noun = lemmaAt(r, object)
  if (!takes.has('idiom') || object < 0 || !takes.has(noun)) return -1
  const owner = noun === 'hand' ? childrenWith(s, object, 'nmod:poss')[0] : undefined, phrases = [...childrenWith(s, i, 'obl'), ...childrenWith(s, object, 'nmod')].filter(c => c > object && (r.timeAt[c] ?? -1) < 0)
  const at = owner ?? phrases.find(c => (noun === 'hand' ? prepositionOf(s, c) === 'of' : r.lexicon.lists['blame-at'].has(prepositionOf(s, c)))) ?? -1
  const door = lemmaIn(r, at, 'blame-place') ? [...childrenWith(s, at, 'nmod:poss'), ...childrenWith(s, at, 'nmod')][0] ?? -1 : at
  return isParty(entityAt(r, door)) ? door : -1
}

/** The arguments; of a verb that the parser took for the adjective of its object ("the army blamed rebels for") those of an active verb. */
function actArguments(r: Reading, i: number): { readonly passive: boolean; readonly list: Frameless['list']; readonly find: (relation: Relation) => number } {
  const { list, passive } = verbArguments(r.syntax, i), unmarked = unmarkedBefore(r, i), own = ownOfRelative(r, i)
  if (passive && own >= 0) return { passive: false, list, find: relation => (relation === 'subject' ? own : -1) }
  const misread = passive && (r.syntax.deprel[i] === 'amod' || hasObject(r, i)) && orBefore(r, i, -1) >= 0
  return { list, passive: passive && !misread, find: relation => (misread ? -1 : relation === 'subject' && unmarked >= 0 ? unmarked : list.find(a => a.relation === relation)?.head ?? -1) }
}

/** "An attack that the council has blamed on rebels": the subject of the active clause whose "that" the parser took for a conjunction; -1 for none. */
const ownOfRelative = (r: Reading, i: number): number => (r.syntax.deprel[i] === 'acl:relcl' && childrenWith(r.syntax, i, 'aux:pass').length === 0 && childrenWith(r.syntax, i, 'mark').some(c => lemmaAt(r, c) === 'that') ? childrenWith(r.syntax, i, 'nsubj').find(c => c < i) ?? -1 : -1)

/** "Bolivias opposition accused troops of burning it": a participle of such a verb that has an object behind it is its past tense. */
const hasObject = (r: Reading, i: number): boolean => r.syntax.xpos[i] === 'VBN' && r.syntax.deprel[i] === 'acl' && childrenWith(r.syntax, i, 'obj').some(c => c > i) && childrenWith(r.syntax, i, 'aux', 'aux:pass').length === 0

/** "The row that began after Chad accused Sudan": who stands right before the verb, below it and behind no preposition, where the parser gave it no subject of its own; -1 for nobody. */
function unmarkedBefore(r: Reading, i: number): number {
  const s = r.syntax, m = r.entities.mentions[r.entities.byToken[i - 1] ?? -1]
  return m !== undefined && s.head[m.head] === i && s.deprel[m.head] === 'obl' && childrenWith(s, m.head, 'case').length === 0 && childrenWith(s, i, 'nsubj', 'nsubj:pass').length === 0 && (r.timeAt[m.head] ?? -1) < 0 && isParty(m) ? m.head : -1
}

/** The subject, or what stands as one right before a verb that the parser took for the adjective of its object ("the army blamed rebels for"). */
function orBefore(r: Reading, i: number, subject: number): number {
  if (subject >= 0) return subject
  if (sinceHas(r, i)) return subjectOf(r.syntax, r.syntax.head[i]!)
  let at = i - 1
  while (/^(?:ADV|AUX)$/.test(r.syntax.upos[at] ?? '')) at--
  if (r.text.tokens[at]?.form === ',') at = r.text.sentences[r.text.tokens[i]!.sentence]!.first + leadOf(r, i)
  const m = r.entities.mentions[r.entities.byToken[at] ?? -1]
  return m !== undefined && m.form !== 'pronoun' && isHuman(m) && m.last > at && r.text.tokens[m.first]!.sentence === r.text.tokens[i]!.sentence ? m.head : -1
}

/** Tokens from the start of the sentence to the last word of the phrase that begins it and is cut off from the verb by commas ("X, in a message, accepted"). */
function leadOf(r: Reading, i: number): number {
  const { first } = r.text.sentences[r.text.tokens[i]!.sentence]!
  for (let t = first; t < i; t++) if (r.text.tokens[t]!.form === ',' || r.text.tokens[t]!.form === '(') return t - 1 - first
  return 0
}

/** The object, or the mention that begins right behind the verb; where `on` says whom an act is blamed on, the noun that the verb's clause describes ("an attack that the council has blamed on rebels"). */
function orAfter(r: Reading, i: number, object: number, on = -1): number {
  if (object < 0 && on >= 0 && r.syntax.deprel[i] === 'acl:relcl') return r.syntax.head[i] ?? -1
  const at = r.syntax.upos[i + 1] === 'DET' ? i + 2 : i + 1
  return object >= 0 ? object : r.entities.mentions[r.entities.byToken[at] ?? -1]?.head ?? -1
}

/** "It blamed that on bandits", "dismissed that as a lie": parsers take the pronoun for a conjunction. */
const orPronoun = (r: Reading, i: number, object: number): number => (object < 0 && ['this', 'that'].includes(lemmaAt(r, i + 1)) && ['on', 'as'].includes(lemmaAt(r, i + 2)) ? i + 1 : object)

/** From behind the verb to the next stop. */
function restOfClause(r: Reading, i: number): readonly number[] {
  const { last } = r.text.sentences[r.text.tokens[i]!.sentence]!
  let end = i + 1
  while (end < last && !/^[,;.]$/.test(r.text.tokens[end]!.form)) end++
  return Array.from({ length: end - i - 1 }, (_, k) => i + 1 + k)
}

function withObject(r: Reading, lexicon: ClaimLexicon, i: number, { kind, takes }: Cue, rule: string): Draft | null {
  const args = actArguments(r, i), end = besideFrom(r, i), { find } = args
  const speaker = args.passive ? find('agent') : orBefore(r, i, find('subject')), noun = described(r, lexicon, i, kind), done = noun >= 0 && kind === 'condemn' ? noun : [args.passive ? find('subject') : orPronoun(r, i, find('object')), noun].find(h => h >= 0) ?? -1
  if (speaker < 0 || isNegated(r, i) || (kind === 'condemn' && done < 0)) return null
  if (takes.has('statement') && ((done < 0 || !lexicon.statements.has(lemmaAt(r, done))) && !isSaidBefore(r, lexicon, i))) return null
  const specific = done >= 0 ? kind === 'condemn' && noun >= 0 && !sumsUp(r, noun) || !lemmaIn(r, done, 'vague-act') && !lexicon.statements.has(lemmaAt(r, done)) : childrenWith(r.syntax, i, 'ccomp', 'xcomp', 'advcl').length > 0
  const below = subtree(r, i, speaker).filter(t => t > i || (done >= 0 && done < i)).filter(t => t !== i && t < end), rest = kind === 'deny' && below.length === 0 && !args.passive ? restOfClause(r, i) : []
  // "The spokesman denied soldiers were involved": the parser put what is denied above the verb.
  const own = rest.some(t => /^(?:VB[DPZ]|MD)$/.test(r.syntax.xpos[t] ?? '')) ? rest : below, content = noun >= 0 && !own.includes(done) ? [done, ...own] : own.length > 0 || kind !== 'deny' ? own : childrenWith(r.syntax, i, 'obj').filter(c => r.syntax.xpos[c] === 'WDT')
  return { kind, cue: [i, i], speaker, content, specific, rule }
}

/** "Called the dead spies, which their families rejected": what somebody says in the words before the comma; not "offered a truce, which they rejected". */
function isSaidBefore(r: Reading, lexicon: ClaimLexicon, verb: number): boolean {
  const { first } = r.text.sentences[r.text.tokens[verb]!.sentence]!, which = childrenWith(r.syntax, verb, 'obj').find(c => c < verb && r.syntax.xpos[c] === 'WDT') ?? -1
  return which >= 0 && r.text.tokens[which - 1]?.form === ',' && (r.syntax.deprel[verb] ?? '').endsWith('relcl') && range(first, which).some(t => r.syntax.upos[t] === 'VERB' && (lexicon.verbs.get(lemmaAt(r, t)) ?? []).some(c => c.kind === 'say' || lexicon.judges.has(lemmaAt(r, t))))
}

/** "A charge denied by the Kremlin", "a version the government dismissed", "an attack that the envoy condemned": the noun that the verb's clause describes, where it is a word for what is said, or for the act that is condemned. */
function described(r: Reading, lexicon: ClaimLexicon, i: number, kind: Cue['kind']): number {
  const head = r.syntax.head[i] ?? -1
  return (r.syntax.deprel[i] ?? '').startsWith('acl') && (lexicon.statements.has(lemmaAt(r, head)) || kind === 'condemn' && (hasClass(r, head, 'event') || sumsUp(r, head))) ? head : -1
}

/** "Arrested five editors, a move condemned by the union": a noun set beside a clause, for all that it tells. */
export const sumsUp = (r: Reading, noun: number): boolean => lemmaIn(r, noun, 'summing-noun') && childrenWith(r.syntax, noun, 'det').some(c => r.text.tokens[c - 1]?.form === ',')

/** "accused Pakistan of arming the rebels": what the charge is. */
const hasCharge = (r: Reading, verb: number, done: number): boolean => [...childrenWith(r.syntax, verb, 'obl', 'advcl', 'xcomp'), ...childrenWith(r.syntax, done, 'nmod', 'acl')].some(c => ['of', 'for', 'with'].includes(prepositionOf(r.syntax, c)) || childrenWith(r.syntax, c, 'mark').some(k => ['of', 'for'].includes(lemmaAt(r, k))))
