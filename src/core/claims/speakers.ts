/** Names who speaks: the fullest name of the chain, the person that a pronoun stands for, the voice with those for whom it speaks. */
import { childrenWith, prepositionOf } from '../events/arguments.ts'
import { entityAt, hasClass, isHuman, lemmaAt, lemmaIn, type Reading } from '../events/reading.ts'
import { spanOf, type EntityMention, type Span } from '../model/index.ts'
import { subtree, type Attribution } from './attribution.ts'
import { range } from '../text/range.ts'
import { pronounSpeaker, someOf, SOME_OF } from './anaphors.ts'
import { inFull } from './full-names.ts'
import type { ClaimLexicon } from './lexicon.ts'
import { namedSpeaker, plain, type Speaker } from './naming.ts'
import { isDateline } from './tails.ts'

export { principalOf, type Speaker } from './naming.ts'

/** Who speaks in each attribution, by its index; null for nobody and for what is no speaker. */
export function speakersOf(r: Reading, attributions: readonly Attribution[], lexicon: ClaimLexicon): readonly (Speaker | null)[] {
  const out: (Speaker | null)[] = []
  for (const [k, a] of attributions.entries()) out.push(trailing(r, a, attributions, out, k) ?? calledAgain(r, a, attributions, out) ?? speakerOf(r, settled(r, a), lexicon, attributions, out, k))
  return inFull(r, out)
}

/** "The spokesman denied it, saying …": a participle behind a comma, without anybody of its own, is by the mouth of who spoke in the sentence before it. */
function trailing(r: Reading, a: Attribution, all: readonly Attribution[], before: readonly (Speaker | null)[], k: number): Speaker | null {
  const last = all.findLastIndex((x, j) => j < k && x.cue[1] < a.cue[0] && x.kind !== 'view' && before[j] != null)
  return a.speaker < 0 && r.syntax.xpos[a.cue[0]] === 'VBG' && r.text.tokens[a.cue[0] - 1]?.form === ',' && last >= 0 && r.text.tokens[all[last]!.cue[0]]!.sentence === r.text.tokens[a.cue[0]]!.sentence ? before[last]! : null
}

/** A source phrase with the nouns right before it, which parsers may hang elsewhere. */
function withTitle(r: Reading, source: readonly number[]): readonly number[] {
  let from = source[0] ?? 0
  while (source.length > 0 && source[0]! - from < TITLE && /^(?:NOUN|PROPN|ADJ)$/.test(r.syntax.upos[from - 1] ?? '')) from--
  return [...range(from, source[0] ?? 0), ...source]
}

/** Tokens of the longest such title. */
const TITLE = 6

/** "News agency SANA said … The agency added": one called again by the word that stood with his name where he spoke last; null for others. */
function calledAgain(r: Reading, a: Attribution, all: readonly Attribution[], before: readonly (Speaker | null)[]): Speaker | null {
  const { speaker: head } = a, m = entityAt(r, head), lemma = lemmaAt(r, head), here = r.text.tokens[a.cue[0]]!.sentence
  if (m === null || m.form !== 'nominal' || m.entity !== null || m.last - m.first > 1 || r.syntax.xpos[head] !== 'NN' || lemmaAt(r, head - 1) !== 'the' || childrenWith(r.syntax, head, 'nmod', 'nmod:poss', 'amod', 'compound', 'appos').length > 0) return null
  const last = before.findLastIndex((s, j) => s !== null && s.head !== head && here > r.text.tokens[all[j]!.cue[0]]!.sentence && here - r.text.tokens[all[j]!.cue[0]]!.sentence <= PAPER && withTitle(r, all[j]!.source).some(t => lemmaAt(r, t) === lemma))
  const speaker = before[last] ?? null
  return speaker === null || !/^\p{Lu}/u.test(speaker.name) || speaker.name.toLowerCase().includes(lemma) ? null : { ...speaker, evidence: spanOf(r.text.text, m) }
}

/** "Someone who introduces himself as the front's spokesman", "a doctor who gave his name as Omar": whom he says he is. */
function presented(r: Reading, a: Attribution): EntityMention | null {
  const from = a.speaker, to = from < a.cue[0] ? a.cue[0] : from + PRESENTED, as = range(from, to).find(t => lemmaAt(r, t) === 'as' && (REFLEXIVE.has(lemmaAt(r, t - 1)) || lemmaAt(r, t - 1) === 'name' && ['his', 'her', 'their'].includes(lemmaAt(r, t - 2)))) ?? -1
  if (from < 0 || as < 0 || r.text.tokens[as]!.sentence !== r.text.tokens[from]!.sentence) return null
  const told = r.entities.mentions.filter(m => m.first > as && m.first < as + 4 && m.form !== 'pronoun' && !MUTE.has(m.kind))
  return told.toSorted((x, y) => y.last - y.first - x.last + x.first)[0] ?? null
}

/** Tokens behind such a speaker in which his name is looked for. */
const PRESENTED = 12

const REFLEXIVE = new Set(['itself', 'himself', 'herself', 'themselves'])

/** "The mission has itself said", "the front (IFP) said": where the parser took a word beside the speaker for him, the speaker. */
function settled(r: Reading, a: Attribution): Attribution {
  if (a.speaker >= 0 && a.speaker < a.cue[0] && isDateline(r, a.speaker, a.cue[0])) {
    const dash = range(a.speaker, a.cue[0]).find(t => /^(?:[–—]|--?)$/.test(r.text.tokens[t]!.form) && r.text.tokens[t - 1]!.end < r.text.tokens[t]!.start) ?? a.cue[0], m = r.entities.mentions.find(x => x.first > dash && x.first <= dash + 2 && x.form !== 'pronoun')
    return m === undefined || m.head > a.cue[0] ? a : { ...a, speaker: m.head, source: range(dash + 1, a.cue[0]) }
  }
  if (REFLEXIVE.has(lemmaAt(r, a.speaker))) {
    const subject = childrenWith(r.syntax, a.cue[0], 'nsubj').find(c => c !== a.speaker)
    const before = r.entities.mentions.find(m => m.last === a.speaker && m.form !== 'pronoun')
    return subject !== undefined ? { ...a, speaker: subject, source: subtree(r, subject) } : before === undefined ? a : { ...a, speaker: before.head, source: range(before.first, before.last) }
  }
  const other = otherName(r, a)
  if (other !== null) return other
  const apposed = besideName(r, a)
  if (apposed !== null) return { ...a, speaker: apposed.head, source: range(apposed.first, apposed.last) }
  const among = amongThose(r, a)
  if (among >= 0) return { ...a, speaker: among, source: subtree(r, among) }
  const above = mouthAbove(r, a)
  if (above >= 0) return { ...a, speaker: above, source: subtree(r, above) }
  const open = (entityAt(r, a.speaker)?.first ?? 0) - 1, bracketed = r.text.tokens[open]?.form === '(' && a.source.includes(open - 1) && /^(?:NOUN|PROPN)$/.test(r.syntax.upos[open - 1] ?? '')
  return bracketed ? { ...a, speaker: entityAt(r, open - 1)?.head ?? open - 1 } : a
}

/** "Norway was among the countries that condemned it": who is said to be one of those that speak; -1 for nobody. */
function amongThose(r: Reading, { speaker, cue }: Attribution): number {
  const s = r.syntax
  if (speaker < 0 || prepositionOf(s, speaker) !== 'among' || !(s.deprel[cue[0]] ?? '').startsWith('acl') || s.head[cue[0]] !== speaker) return -1
  return [...childrenWith(s, speaker, 'nsubj'), ...childrenWith(s, s.head[speaker] ?? -1, 'nsubj')].find(c => c < speaker) ?? -1
}

/** "The mayor condemned the raid on a market which killed two, and blamed the front": parsers join the verb to the clause before it, whose subject tells nothing; who says the one above that, or -1. */
function mouthAbove(r: Reading, a: Attribution): number {
  const s = r.syntax, cue = a.cue[0], clause = s.head[cue] ?? -1, m = entityAt(r, a.speaker)
  if (s.deprel[cue] !== 'conj' || clause < 0 || !(s.deprel[clause] ?? '').startsWith('acl') || m === null || !(MUTE.has(m.kind) || MUTE_THINGS.some(kind => hasClass(r, a.speaker, kind)))) return -1
  for (let at = s.head[clause] ?? -1, hops = 0; at >= 0 && hops < 8; at = s.head[at] ?? -1, hops++) if (s.xpos[at] === s.xpos[cue] && at < cue) return childrenWith(s, at, 'nsubj').find(c => isHuman(entityAt(r, c)) || entityAt(r, c)?.entity != null) ?? -1
  return -1
}

/** "The Lake Rescue Corps or Blue Caps said": one who bears two names is called by the first; null for others. */
function otherName(r: Reading, a: Attribution): Attribution | null {
  const m = entityAt(r, a.speaker), s = r.syntax
  if (m === null || m.form === 'pronoun' || !a.source.includes(a.speaker)) return null
  const or = s.deprel[a.speaker] === 'conj' && childrenWith(s, a.speaker, 'cc').some(c => lemmaAt(r, c) === 'or') ? entityAt(r, s.head[a.speaker] ?? -1) : null
  return or !== null && or.form === 'name' ? { ...a, speaker: or.head } : null
}

/** Who speaks where several do: "police and hospital officials said" is one voice, each of those who are named is his own. */
export function withOthers(r: Reading, a: Attribution, first: Speaker): readonly Speaker[] {
  const joint = jointly(r, a, first)
  if (joint !== null) return [joint]
  return [first, ...childrenWith(r.syntax, a.speaker, 'conj').flatMap(head => {
    const m = entityAt(r, head)
    return m === null || m.form === 'pronoun' || childrenWith(r.syntax, head, 'cc').some(c => lemmaAt(r, c) === 'or') || MUTE.has(m.kind) || m.chain === first.chain ? [] : [namedSpeaker(r, head, m, spanOf(r.text.text, m))]
  })]
}

/** "Al-Noor, the group's media arm, claimed": the name that a comma parts from what is said of its bearer, where the parser took each for a subject. */
function besideName(r: Reading, a: Attribution): EntityMention | null {
  const of = entityAt(r, a.speaker), other = childrenWith(r.syntax, r.syntax.head[a.speaker] ?? -1, 'nsubj').find(c => c < a.speaker) ?? -1, name = entityAt(r, other)
  if (of === null || name === null || of.form !== 'nominal' || name.form !== 'name' || MUTE.has(name.kind) && (r.placeAt[other] ?? -1) >= 0 || r.syntax.deprel[a.speaker] !== 'nsubj' || r.text.tokens[name.last]?.form !== ',' || r.text.tokens[of.last]?.form !== ',') return null
  return of.first - name.last <= 2 && (r.timeAt[other] ?? -1) < 0 ? name : null
}

/** "A mayor and two doctors said": people without names on both sides of "and" speak as one. */
function jointly(r: Reading, a: Attribution, first: Speaker): Speaker | null {
  const words = a.source.includes(a.speaker) ? phraseOf(r, a) : [], and = words.find(t => lemmaAt(r, t) === 'and') ?? -1
  const unnamed = (m: EntityMention): boolean => m.form === 'nominal' && m.entity === null && namedSpeaker(r, m.head, m, first.evidence).head === m.head
  const people = (tokens: readonly number[]): boolean => tokens.some(t => { const m = entityAt(r, t); return m !== null && (isHuman(m) || m.kind === 'unknown' && r.syntax.xpos[t] === 'NNS') && r.syntax.upos[t] === 'NOUN' }) && tokens.every(t => { const m = entityAt(r, t); return m === null || unnamed(m) || (r.placeAt[t] ?? -1) >= 0 })
  if (and < 0 || words.length > LONG_NAME || !people(words.filter(t => t < and)) || !people(words.filter(t => t > and))) return null
  const evidence = spanOf(r.text.text, { start: r.text.tokens[words[0]!]!.start, end: r.text.tokens[words.at(-1)!]!.end })
  return { ...first, name: plain(evidence), evidence }
}

/** Classes of things that tell nothing. */
const MUTE_THINGS = ['weapon', 'vehicle', 'event', 'strife']
const MUTE = new Set(['facility', 'equipment', 'place'])

function speakerOf(r: Reading, a: Attribution, lexicon: ClaimLexicon, all: readonly Attribution[], before: readonly (Speaker | null)[], k: number): Speaker | null {
  const issued = lexicon.documents.has(lemmaAt(r, a.speaker)) || lemmaIn(r, a.speaker, 'scene-paper') ? issuerOf(r, a, all, before, k) : null
  if (issued) return issued
  if (tellsNothing(r, a)) return null
  const as = presented(r, a)
  if (as !== null) return namedSpeaker(r, as.head, as, spanOf(r.text.text, as))
  const m = entityAt(r, a.speaker) ?? (r.syntax.upos[a.speaker] === 'NOUN' ? null : withinSource(r, a))
  if (m?.form === 'pronoun') return pronounSpeaker(r, a, m, all, before, k)
  const named = m?.form === 'nominal' || m !== null && isOffice(r, m) ? nameBeside(r, a) : null, apposed = named !== null || m?.form === 'name' || isKinOf(r, a.speaker) || (r.timeAt[a.speaker] ?? -1) >= 0 ? null : nameSetOff(r, a)
  if (apposed !== null) return apposed
  if (r.syntax.upos[a.speaker] === 'NUM') return childrenWith(r.syntax, a.speaker, 'nmod').some(c => prepositionOf(r.syntax, c) === 'of' && r.syntax.upos[c] === 'NOUN') ? unlisted(r, a) : null
  if (named === null && r.syntax.upos[a.speaker] !== 'PROPN' && MUTE_THINGS.some(kind => hasClass(r, a.speaker, kind)) && !lexicon.voices.has(lemmaAt(r, a.speaker)) && !isTitled(r, a.speaker, m)) return null
  if ((r.timeAt[a.speaker] ?? -1) >= 0) return besideCue(r, a)
  if (SOME_OF.has(lemmaAt(r, a.speaker)) && childrenWith(r.syntax, a.speaker, 'nmod').length === 0) return someOf(r, a, all, before, k)
  const counts = a.rule === 'claim:figure' || lemmaIn(r, a.cue[0], 'count-verb') && a.content.some(t => r.syntax.upos[t] === 'NUM'), perceives = lemmaIn(r, a.cue[0], 'thing-does-verb') && !counts
  const judges = lexicon.judges.has(lemmaAt(r, a.cue[0]))
  if (m === null) return (a.kind !== 'view' || judges) && !perceives ? unlisted(r, a) : null
  if (!lexicon.voices.has(lemmaAt(r, a.speaker)) && ((MUTE.has(m.kind) && ((m.kind === 'place' && m.form !== 'name') || a.kind === 'view' && !judges || perceives)) || (m.kind === 'unknown' && m.form !== 'name' && !counts && !isVoice(r, a, m, judges)))) return null
  const speaker = namedSpeaker(r, named?.head ?? a.speaker, named ?? m, spanOf(r.text.text, named ?? m))
  const whole = (m.form === 'nominal' || m.form === 'name' && (m.last - m.first === 1 || m.last - m.first < 4 && lemmaAt(r, m.last) === 'of') && m.entity === null && (m.kind === 'person' || m.kind === 'unknown')) && speaker.head === (named ?? m).head ? wholeOf(r, a) : null
  return whole === null || (named !== null && !whole.exact.includes(named.name)) ? speaker : { ...speaker, name: plain(whole), evidence: whole }
}

/** "As word spread", "according to information", "initial reports", "each side": news that is nobody's, and nobody in particular. Not "radio reports" or "the mayor's report". */
function tellsNothing(r: Reading, { speaker }: Attribution): boolean {
  const { upos } = r.syntax, beside = childrenWith(r.syntax, speaker, 'amod', 'compound', 'nmod:poss', 'nmod', 'det').filter(c => lemmaAt(r, c) !== 'the' && lemmaAt(r, c) !== 'a')
  if (upos[speaker] !== 'NOUN') return false
  return lemmaIn(r, speaker, 'tells-nothing') || lemmaAt(r, speaker) === 'report' && beside.every(c => lemmaIn(r, c, 'first-of-news')) || beside.some(c => lemmaAt(r, c) === 'each')
}

/** "Amin Ambulances", "the Amal movement": a word for a thing that stands in a name, or behind the name of a group. */
function isTitled(r: Reading, head: number, m: EntityMention | null): boolean {
  const { first } = r.text.sentences[r.text.tokens[head]!.sentence]!, capital = r.text.casing === 'mixed' && head > first && /^\p{Lu}\p{Ll}/u.test(r.text.tokens[head]!.form) && /^\p{Lu}\p{Ll}/u.test(r.text.tokens[head - 1]?.form ?? '')
  return capital || m !== null && r.entities.mentions.some(x => x.last === head && x.first >= m.first && x.form === 'name' && x.kind === 'armed-group')
}

/** "Chairman of the union", "African Union chairperson": an office that a capital makes a name. */
const isOffice = (r: Reading, m: EntityMention): boolean => m.form === 'name' && m.last - m.first > 1 && m.last === m.head + 1 && r.syntax.upos[m.head] === 'NOUN' && childrenWith(r.syntax, m.head, 'appos').some(c => entityAt(r, c)?.kind === 'person') || m.form === 'name' && m.last - m.first < 4 && (m.kind === 'unknown' || m.kind === 'person') && lemmaAt(r, m.last) === 'of'

/** "…, Captain Ana Diaz, said yesterday": where the parser took a day for who speaks, the person that stands right behind the cue or before it. */
function besideCue(r: Reading, a: Attribution): Speaker | null {
  const after = r.syntax.upos[a.cue[1] + 1] === 'DET' ? a.cue[1] + 2 : a.cue[1] + 1, before = r.text.tokens[a.cue[0] - 1]?.form === ',' ? a.cue[0] - 2 : a.cue[0] - 1
  const m = r.entities.mentions.find(x => (x.first === after || x.last - 1 === before) && x.form !== 'pronoun' && (x.kind === 'person' || x.form === 'name' && !MUTE.has(x.kind)) && (r.timeAt[x.head] ?? -1) < 0)
  return m === undefined ? null : namedSpeaker(r, m.head, m, spanOf(r.text.text, m))
}

/** Who speaks through a paper: "the union's statement", "a statement by the union", or, where the words name nobody, whoever spoke before by such a paper ("in a statement"), else the last that spoke. */
function issuerOf(r: Reading, a: Attribution, all: readonly Attribution[], before: readonly (Speaker | null)[], k: number): Speaker | null {
  const evidence = spanOf(r.text.text, { start: r.text.tokens[a.speaker]!.start, end: r.text.tokens[a.speaker]!.end })
  const owner = [...childrenWith(r.syntax, a.speaker, 'nmod:poss', 'compound'), ...childrenWith(r.syntax, a.speaker, 'nmod').filter(c => ['of', 'from', 'by'].includes(prepositionOf(r.syntax, c)))].find(c => { const m = entityAt(r, c); return m !== null && m.form !== 'pronoun' && !MUTE.has(m.kind) })
  if (owner !== undefined) return namedSpeaker(r, owner, entityAt(r, owner)!, evidence)
  // "…, says its pamphlet": whose it is by a pronoun that the report names.
  const its = childrenWith(r.syntax, a.speaker, 'nmod:poss').map(c => entityAt(r, c)).find(m => m?.form === 'pronoun'), own = its === undefined ? undefined : r.entities.chains[its!.chain]?.mentions.map(x => r.entities.mentions[x]!).find(m => m.form === 'name' && !MUTE.has(m.kind))
  if (own) return namedSpeaker(r, own.head, own, evidence)
  // "Information handed over by the council": who gave it.
  const giver = childrenWith(r.syntax, a.speaker, 'acl').flatMap(c => childrenWith(r.syntax, c, 'obl:agent')).map(c => entityAt(r, c)).find(m => m !== null && m.form !== 'pronoun' && !MUTE.has(m.kind))
  if (giver) return namedSpeaker(r, giver.head, giver, evidence)
  // "The front issued a statement taking responsibility", "claimed it in a message saying": whoever issues it.
  const issues = r.syntax.head[a.speaker] ?? -1, through = r.syntax.deprel[a.speaker] === 'obl' && prepositionOf(r.syntax, a.speaker) === 'in' && issues < a.cue[0], issuer = (r.syntax.deprel[a.speaker] === 'obj' || through) && issues !== a.cue[0] ? childrenWith(r.syntax, issues, 'nsubj').map(c => entityAt(r, c)).find(m => m !== null && m.form !== 'pronoun' && !MUTE.has(m.kind)) : undefined
  if (issuer) return namedSpeaker(r, issuer.head, issuer, evidence)
  if (r.syntax.upos[a.speaker - 1] !== 'DET' || lemmaAt(r, a.speaker - 1) !== 'the') return null
  const here = r.text.tokens[a.cue[0]]!.sentence, recent = before.slice(0, k).map((speaker, j) => ({ speaker, frame: all[j]!, back: here - r.text.tokens[all[j]!.cue[0]]!.sentence })).filter(x => x.speaker !== null && x.frame.kind !== 'view' && x.back > 0 && x.back <= PAPER)
  const by = recent.findLast(x => x.frame.cueTokens.some(t => lemmaAt(r, t) === lemmaAt(r, a.speaker))) ?? recent.at(-1)
  return by ? { ...by.speaker!, evidence } : null
}

/** Sentences back to who issued a paper. */
const PAPER = 5

/** Words of the longest phrase that is taken whole for who speaks. */
const LONG_NAME = 12

/** The same of one without a name: "head of the hospital". */
const LONG_KIND = 7

/** "Director of the hospital Dr Ana Diaz", "the governor of Zamfara", "state news agency KCNA": a title or kind with the name behind it. */
function wholeOf(r: Reading, a: Attribution): Span | null {
  const words = phraseOf(r, a), first = words[0], last = words.at(-1)
  if (first === undefined || last === undefined || last === a.speaker || !words.includes(a.speaker) || words.length > LONG_NAME || !(r.syntax.upos[last] === 'PROPN' || r.syntax.upos[last] === 'NOUN' && words.length <= LONG_KIND && words.some(t => t > a.speaker && ['of', 'for', 'at', 'in', 'from'].includes(lemmaAt(r, t))))) return null
  return spanOf(r.text.text, { start: r.text.tokens[first]!.start, end: r.text.tokens[last]!.end })
}

/** The parser took another word for the head of the phrase: the name that stands in it. */
function withinSource(r: Reading, a: Attribution): EntityMention | null {
  return a.source.map(t => entityAt(r, t)).find(m => m !== null && m.form === 'name' && m.kind !== 'place') ?? null
}

/** "The accused told the court", "Focus magazine said": one of no kind that is known, in the report's own words. */
function unlisted(r: Reading, a: Attribution): Speaker | null {
  const words = phraseOf(r, a), first = words[0], last = words.at(-1)
  if (first === undefined || last === undefined || !/^(?:NOUN|PROPN|ADJ|VERB|NUM)$/.test(r.syntax.upos[a.speaker] ?? '') || (r.timeAt[a.speaker] ?? -1) >= 0) return null
  const evidence = spanOf(r.text.text, { start: r.text.tokens[first]!.start, end: r.text.tokens[last]!.end })
  return { name: plain(evidence), entity: null, evidence, head: a.speaker, chain: -1 }
}

/** The source phrase from behind its article to its first comma, relative or day. */
function phraseOf(r: Reading, { source, cue }: Attribution): readonly number[] {
  const from = source.findIndex(t => r.syntax.upos[t] !== 'DET'), words: number[] = []
  if (from < 0) return []
  for (let t = source[from]!, k = from; source[k] === t || (k >= source.length && t < cue[0] && r.syntax.upos[t] === 'PROPN'); t++, k++) {
    if (/^[,(–—]$/.test(r.text.tokens[t]!.form) || (r.syntax.xpos[t] ?? '').startsWith('W') || (r.timeAt[t] ?? -1) >= 0) break
    words.push(t)
  }
  while (words.length > 0 && /^(?:ADP|PUNCT|CCONJ)$/.test(r.syntax.upos[words.at(-1)!] ?? '')) words.pop()
  return words
}

/** "The director said", "Superintendent Ana Diaz, who": one of no listed role, told by the verb or by the name after it. */
const isVoice = (r: Reading, a: Attribution, m: EntityMention, judges: boolean): boolean => ((a.kind !== 'view' || judges) && !lemmaIn(r, a.cue[0], 'thing-does-verb')) || r.syntax.names.some(n => n.label === 'PER' && n.first >= m.first && n.last <= m.last)

/** "Relatives of one of the dead, Abdul Basit": several who are somebody's bear no one's name. */
const isKinOf = (r: Reading, head: number): boolean => r.syntax.xpos[head] === 'NNS' && childrenWith(r.syntax, head, 'nmod').some(c => prepositionOf(r.syntax, c) === 'of')

/** "Vice-president of the coalition Omar Hadi said", "a police spokesman, Captain Omar Hadi, said": the name that stands in the source phrase beside the title; not what the title is of ("the governor of Zamfara"). */
function nameBeside(r: Reading, a: Attribution): EntityMention | null {
  if (isKinOf(r, a.speaker)) return null
  const names = a.source.flatMap(t => { const m = entityAt(r, t); return m !== null && m.head !== a.speaker && m.form === 'name' && m.kind === 'person' && r.syntax.deprel[t] !== 'conj' && r.text.tokens[m.first - 1]?.form !== '(' && (r.placeAt[t] ?? -1) < 0 && childrenWith(r.syntax, m.head, 'case').length === 0 ? [m] : [] })
  const beside = names.length === 1 && (r.syntax.deprel[names[0]!.head] === 'appos' || r.syntax.deprel[names[0]!.head] === 'flat' || r.syntax.deprel[names[0]!.head] === 'nsubj' || names[0]!.last === a.source.at(-1)! + 1)
  return beside ? names[0]! : setOff(r, a)
}

/** "The director of the port, Ana Diaz, said": the person's name that a comma parts from the title and that the verb or another comma follows. */
function setOff(r: Reading, a: Attribution): EntityMention | null {
  const comma = a.source.findIndex(t => t > a.speaker && r.text.tokens[t]!.form === ','), after = (a.source.at(-1) ?? -2) + 1, from = comma >= 0 ? a.source[comma + 1] ?? -1 : r.text.tokens[after]?.form === ',' ? after + 1 : -1, at = r.syntax.upos[from] === 'DET' ? from + 1 : from
  const m = r.entities.mentions[r.entities.byToken[at] ?? -1]
  if (m === undefined || m.first !== at || m.last - m.first < 2 || (m.kind !== 'person' && m.kind !== 'unknown') || r.syntax.upos[m.last - 1] !== 'PROPN' || (r.placeAt[at] ?? -1) >= 0) return null
  return r.text.tokens[m.last]?.form === ',' || !a.source.includes(m.last) ? m : null
}

/** "Its spokesman, Abu Musab Idris, told", "a partisan movement, Red Dawn, said": the name between a comma and the cue or another comma, with the words of rank before it. */
function nameSetOff(r: Reading, a: Attribution): Speaker | null {
  const { upos } = r.syntax, form = (t: number): string => r.text.tokens[t]?.form ?? '', end = a.source.at(-1) ?? -1, comma = a.source.find(t => t > a.speaker && form(t) === ',') ?? (form(end + 1) === ',' ? end + 1 : -1)
  if (comma < 0 || !a.source.includes(a.speaker)) return null
  const after = upos[comma + 1] === 'DET' ? comma + 2 : comma + 1, called = r.lexicon.lists['named-as'].has(form(after)) && lemmaAt(r, after + 1) === 'as' ? after + 2 : after, from = /^["“]$|^''$|^``$/.test(form(called)) ? called + 1 : called
  let to = from
  while (to < a.cue[0] && form(to) !== ',' && (/^(?:PROPN|ADJ|NOUN|PART)$/.test(upos[to] ?? '') || /^(?:of|for|and)$/.test(form(to)) && upos[to - 1] === 'PROPN' || upos[to] === 'DET' && form(to - 1) === 'of')) to++
  const words = range(from, to), proper = words.filter(t => upos[t] === 'PROPN'), m = r.entities.mentions.find(x => x.form === 'name' && x.first >= from && x.last <= to && x.last >= to - 1) ?? null
  if (proper.length === 0 || upos[to - 1] !== 'PROPN' || !(form(to) === ',' || from > called && /^["”]$|^''$/.test(form(to)) || to === a.cue[0] || /^(?:AUX|ADV)$/.test(upos[to] ?? '')) || words.some(t => (r.timeAt[t] ?? -1) >= 0) || (r.placeAt[to - 1] ?? -1) >= 0 && m?.last !== to) return null
  const letters = /^\p{Lu}{2,}$/u.test(form(to - 1)) && (r.placeAt[to - 1] ?? -1) < 0
  if (!letters && (m !== null && MUTE.has(m.kind) || proper.length < 2 && (m === null || m.kind === 'unknown'))) return null
  const evidence = spanOf(r.text.text, { start: r.text.tokens[from]!.start, end: r.text.tokens[to - 1]!.end }), chain = m === null ? undefined : r.entities.chains[m.chain]
  const title = entityAt(r, a.speaker), bearer = title?.kind === 'person' || m === null ? title : m
  return { name: plain(evidence), entity: chain?.entity ?? m?.entity ?? null, evidence, head: bearer?.head ?? to - 1, chain: bearer?.chain ?? -1 }
}
