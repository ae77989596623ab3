/** Attributions that are told from the words in their order, where parsers lose them: "calls that a lie", "a charge the army called absurd", "by the account of four witnesses". */
import { childrenWith, isVerb, subjectOf } from '../events/arguments.ts'
import { entityAt, hasClass, isHuman, lemmaAt, lemmaIn, type Reading } from '../events/reading.ts'
import type { EntityMention } from '../model/index.ts'
import { range } from '../text/range.ts'
import { clauseOf } from './according.ts'
import { subtree, type Draft } from './attribution.ts'
import type { ClaimLexicon } from './lexicon.ts'

/** What the words around token `i` say by one of these forms, or null. */
export function byWords(r: Reading, lexicon: ClaimLexicon, i: number): Draft | null {
  return callingThat(r, lexicon, i) ?? chargeJudged(r, lexicon, i) ?? byAccount(r, i) ?? cameFrom(r, i) ?? figureGiven(r, lexicon, i) ?? saysThis(r, lexicon, i) ?? reckoning(r, lexicon, i) ?? hadAt(r, lexicon, i) ?? readBy(r, lexicon, i) ?? gapped(r, lexicon, i) ?? forWhom(r, lexicon, i) ?? leftPaper(r, lexicon, i)
}

const THAT = new Set(['that', 'this'])

/** `The mayor calls that "a lie"`: parsers take the pronoun for a conjunction. */
function callingThat(r: Reading, lexicon: ClaimLexicon, i: number): Draft | null {
  const s = r.syntax, conjunction = s.upos[i + 1] === 'SCONJ' && THAT.has(lemmaAt(r, i + 1)), speaker = conjunction && s.upos[i] === 'VERB' && lexicon.judges.has(lemmaAt(r, i)) ? subjectOf(s, i) : -1
  if (speaker < 0 || !/^["“]$|^``$|^''$/.test(form(r, i + 2)) && !/^(?:DET|ADJ)$/.test(s.upos[i + 2] ?? '')) return null
  const content = range(i + 1, clauseEnd(r, i + 2))
  return content.some(t => /^(?:VB[DPZ]|MD)$/.test(s.xpos[t] ?? '')) ? null : { kind: 'view', cue: [i, i], speaker, content, rule: 'claim:object' }
}

/** Tokens of the longest name of who judges. */
const NAMED = 7

/** "…, a charge the army called absurd", "… – a figure the authorities dispute": behind a comma or dash a word for what was said, who judges it, and the verb that ends the clause or what he calls it. */
function chargeJudged(r: Reading, lexicon: ClaimLexicon, i: number): Draft | null {
  const s = r.syntax, denies = (lexicon.verbs.get(lemmaAt(r, i)) ?? []).some(c => c.kind === 'deny'), { first } = r.text.sentences[r.text.tokens[i]!.sentence]!
  if (!/^(?:VERB|NOUN|ADJ)$/.test(s.upos[i] ?? '') || !denies && !lexicon.judges.has(lemmaAt(r, i))) return null
  let from = i
  while (from > first && i - from < NAMED && /^(?:NOUN|PROPN|ADJ|DET|ADV|AUX|PART)$/.test(s.upos[from - 1] ?? '') && !isCharge(r, lexicon, from - 1)) from--
  const noun = s.upos[from - 1] === 'PRON' || s.upos[from - 1] === 'SCONJ' ? from - 2 : from - 1, phrase = range(from, i).filter(t => !/^(?:ADV|AUX)$/.test(s.upos[t] ?? '')), head = phrase.findLast(t => entityAt(r, t) !== null) ?? -1
  if (!isCharge(r, lexicon, noun) || s.upos[noun - 1] !== 'DET' || !/^(?:,|[–—-]|--)$/.test(form(r, noun - 2)) || head < 0) return null
  const end = clauseEnd(r, i + 1), untrue = denies || range(i + 1, end).some(t => lemmaIn(r, t, 'falsehood')), known = (s.children[i] ?? []).includes(noun) || (s.deprel[i] ?? '').startsWith('acl') && s.head[i] === noun && childrenWith(s, i, 'nsubj').length > 0
  if (known && denies || end - i > NAMED) return null
  return { kind: untrue ? 'deny' : 'view', cue: [i, i], speaker: entityAt(r, head)!.head, source: phrase, content: [noun, ...range(i + 1, end)], specific: false, rule: untrue ? 'claim:deny' : 'claim:object' }
}

const isCharge = (r: Reading, lexicon: ClaimLexicon, t: number): boolean => r.syntax.upos[t] === 'NOUN' && lexicon.statements.has(lemmaAt(r, t))

/** "By the account of four witnesses, they fired", "Forty cars, by the brigade's count, were burned", "killing four by the army's account": whose account the clause is that the phrase opens, ends or breaks. */
function byAccount(r: Reading, i: number): Draft | null {
  const s = r.syntax, { first, last } = r.text.sentences[r.text.tokens[i]!.sentence]!, by = lemmaIn(r, i, 'account-noun') && s.upos[i] === 'NOUN' && childrenWith(s, i, 'compound').length === 0 ? childrenWith(s, i, 'case').find(c => lemmaAt(r, c) === 'by' && i - c <= NAMED) ?? -1 : -1
  const speaker = by < 0 ? -1 : childrenWith(s, i, 'nmod:poss')[0] ?? childrenWith(s, i, 'nmod').find(c => c > i && lemmaAt(r, i + 1) === 'of') ?? -1, over = s.head[i] ?? -1, end = Math.max(i, ...speaker > i ? subtree(r, speaker) : []) + 1
  if (speaker < 0 || over < 0 || by > first && !/^[,;–—]$/.test(form(r, by - 1)) && end < last && !/^[,;.–—]$/.test(form(r, end))) return null
  if (entityAt(r, speaker)?.form === 'pronoun' || !/^(?:VERB|NOUN|ADJ)$/.test(s.upos[over] ?? '')) return null
  return { kind: 'say', cue: [i, i], speaker, content: isVerb(s, over) ? subtree(r, over, i) : clauseOf(r, over, i), rule: 'claim:according-to' }
}

/** "A leaflet signed by the Red Front", "a banner left behind spoke for the front": the group that its paper at the scene names has done it by its own word; not "a letter signed by the minister", nor where the paper denies or condemns. */
function leftPaper(r: Reading, lexicon: ClaimLexicon, i: number): Draft | null {
  const s = r.syntax, { first, last } = r.text.sentences[r.text.tokens[i]!.sentence]!, by = lemmaIn(r, i, 'sign-verb') ? range(i + 1, i + 3).find(t => lemmaAt(r, t) === 'by' || lemmaAt(r, t) === 'for') ?? -1 : -1
  const paper = by < 0 ? -1 : range(Math.max(first, i - SCENE), i).findLast(t => s.upos[t] === 'NOUN' && lemmaIn(r, t, 'scene-paper')) ?? -1
  const m = paper < 0 ? undefined : r.entities.mentions.filter(x => x.first > by && x.first <= by + NAMED && x.first < last && x.form === 'name' && (x.kind === 'armed-group' || x.kind === 'organisation' || x.kind === 'unknown')).toSorted((x, y) => Number(y.kind === 'armed-group') - Number(x.kind === 'armed-group') || x.first - y.first)[0]
  const other = range(first, last).some(t => isVerb(s, t) && (lexicon.verbs.get(lemmaAt(r, t)) ?? []).some(c => c.kind === 'deny' || c.kind === 'condemn'))
  return m === undefined || other || range(by + 1, m.first).some(t => /^[,;:]$/.test(form(r, t)) || isVerb(s, t)) ? null : { kind: 'own', cue: [i, i], speaker: m.head, source: range(m.first, m.last), content: [paper], specific: false, rule: 'claim:responsibility' }
}

/** Tokens between a paper at the scene and the word that says whose it is. */
const SCENE = 12

/** "It emerged from the governor that six had died", "word of the raid came from the mayor": who stands behind "from", what is told behind him or before the verb. */
function cameFrom(r: Reading, i: number): Draft | null {
  const { first, last } = r.text.sentences[r.text.tokens[i]!.sentence]!, m = isVerb(r.syntax, i) && lemmaIn(r, i, 'come-out-verb') && lemmaAt(r, i + 1) === 'from' ? mentionAt(r, i + 2) : null
  if (m === null) return null
  const news = range(first, i).find(t => lemmaIn(r, t, 'news-noun')) ?? -1, said = lemmaAt(r, m.last) === 'that' ? range(m.last + 1, last) : news >= 0 && /^(?:of|that)$/.test(lemmaAt(r, news + 1)) ? range(news + 2, i) : []
  return said.length === 0 || news < 0 && lemmaAt(r, first) !== 'it' && lemmaAt(r, i - 1) !== 'it' ? null : { kind: 'say', cue: [i, i], speaker: m.head, source: range(m.first, m.last), content: said, rule: 'claim:came-from' }
}

/** "The figure of 19 dead that officials gave", "a toll of nine given by the clinic": whose figure it is by the clause that describes it. */
function figureGiven(r: Reading, lexicon: ClaimLexicon, i: number): Draft | null {
  const { first } = r.text.sentences[r.text.tokens[i]!.sentence]!, by = lemmaAt(r, i + 1) === 'by'
  if (!isVerb(r.syntax, i) || !lemmaIn(r, i, 'give-figure-verb')) return null
  const m = by ? mentionAt(r, i + 2) : r.entities.mentions.find(x => x.last === i && x.form !== 'pronoun') ?? null, before = m === null ? -1 : by ? i : r.syntax.upos[m.first - 1] === 'DET' ? m.first - 1 : m.first
  const end = lemmaAt(r, before - 1) === 'that' || lemmaAt(r, before - 1) === 'which' ? before - 1 : before, figure = range(Math.max(first, end - NAMED), end).findLast(t => lexicon.figures.has(lemmaAt(r, t)) && lemmaAt(r, t + 1) === 'of') ?? -1
  if (m === null || figure < 0 || !range(figure, end).some(t => isNumber(r, t)) || range(figure, end).some(t => /^[,;:]$/.test(form(r, t)))) return null
  return { kind: 'say', cue: [i, i], speaker: m.head, source: range(m.first, m.last), content: range(figure, end), rule: 'claim:figure' }
}

/** "Twenty were killed – this is what residents say", "that is what the army says": all before it, or the sentence before where it stands alone. */
function saysThis(r: Reading, lexicon: ClaimLexicon, i: number): Draft | null {
  const here = r.text.tokens[i]!.sentence, { first } = r.text.sentences[here]!, m = (lexicon.verbs.get(lemmaAt(r, i)) ?? []).some(c => c.kind === 'say' && c.takes.has('that')) ? r.entities.mentions.find(x => x.last === i && x.form !== 'pronoun') ?? null : null
  if (m === null) return null
  const from = r.syntax.upos[m.first - 1] === 'DET' ? m.first - 1 : m.first, that = from - 3, before = r.text.sentences[here - 1]
  if (lemmaAt(r, from - 1) !== 'what' || lemmaAt(r, from - 2) !== 'be' || !THAT.has(lemmaAt(r, that)) || that > first && !/^(?:[,;:–—-]|--)$/.test(form(r, that - 1))) return null
  const content = that > first ? range(first, that - 1) : before === undefined ? [] : range(before.first, before.last)
  return content.length === 0 ? null : { kind: 'say', cue: [i, i], speaker: m.head, source: range(m.first, m.last), content, rule: 'claim:after-clause' }
}

/** "The ministry's tally stood at 43 dead", "the hospital's count is nine": whose reckoning gives a number. */
function reckoning(r: Reading, lexicon: ClaimLexicon, i: number): Draft | null {
  const m = lemmaIn(r, i, 'account-noun') || lexicon.figures.has(lemmaAt(r, i)) ? r.entities.mentions.find(x => (x.last === i || x.last === i - 1) && form(r, i - 1).startsWith("'") || x.last === i && /['’]s?$/.test(form(r, i - 1))) ?? null : null
  const verb = range(i + 1, i + 4).find(t => lemmaIn(r, t, 'stand-verb')) ?? -1, end = verb < 0 ? -1 : clauseEnd(r, verb + 1)
  if (m === null || verb < 0 || !range(verb + 1, Math.min(end, verb + 5)).some(t => isNumber(r, t))) return null
  return { kind: 'say', cue: [i, i], speaker: m.head, source: range(m.first, i), content: range(verb + 1, restEnd(r, verb)), rule: 'claim:figure' }
}

/** "Hospital sources had the toll at 50". */
function hadAt(r: Reading, lexicon: ClaimLexicon, i: number): Draft | null {
  const noun = range(i + 1, i + 5).find(t => lexicon.figures.has(lemmaAt(r, t))) ?? -1, at = range(noun + 1, noun + 4).find(t => lemmaAt(r, t) === 'at') ?? -1, speaker = lemmaAt(r, i) === 'have' && noun >= 0 && at > 0 && isNumberNear(r, at) ? subjectOf(r.syntax, i) : -1
  return speaker < 0 || entityAt(r, speaker) === null ? null : { kind: 'say', cue: [i, i], speaker, content: range(i + 1, restEnd(r, at)), rule: 'claim:figure' }
}

/** "The commission gave the toll as 30, medics as 17": who stands between the first figure and the preposition of the second, which is his. */
function gapped(r: Reading, lexicon: ClaimLexicon, i: number): Draft | null {
  const { first } = r.text.sentences[r.text.tokens[i]!.sentence]!, m = lemmaIn(r, i, 'figure-at') && isNumberNear(r, i) ? r.entities.mentions.find(x => x.last === i && x.form !== 'pronoun') ?? null : null
  if (m === null) return null
  const from = r.syntax.upos[m.first - 1] === 'DET' ? m.first - 1 : m.first, joint = lemmaIn(r, from - 1, 'joint-word') && form(r, from - 2) === ',' ? from - 2 : from - 1, before = r.counts[r.countAt[joint - 1] ?? -1]
  if (!(/^[,;]$/.test(form(r, from - 1)) || lemmaIn(r, from - 1, 'joint-word')) || before === undefined || before.last !== joint || lemmaAt(r, before.first - 1) !== lemmaAt(r, i) || !range(first, before.first).some(t => (lexicon.verbs.get(lemmaAt(r, t)) ?? []).some(c => c.takes.has('figure')))) return null
  return { kind: 'say', cue: [i, i], speaker: m.head, source: range(m.first, m.last), content: range(i, restEnd(r, i)), rule: 'claim:figure' }
}

/** "…, reads a communique of the ombudsman's office": the paper that says all before the comma. */
function readBy(r: Reading, lexicon: ClaimLexicon, i: number): Draft | null {
  const { first, last } = r.text.sentences[r.text.tokens[i]!.sentence]!, paper = lemmaAt(r, i) === 'read' && /^[,"”–—-]$/.test(form(r, i - 1)) ? range(i + 1, Math.min(last, i + NAMED)).find(t => lexicon.documents.has(lemmaAt(r, t))) ?? -1 : -1
  return paper < 0 || i - first < NAMED || range(i + 1, last).some(t => /^(?:VERB|AUX|PRON)$/.test(r.syntax.upos[t] ?? '')) ? null : { kind: 'say', cue: [i, i], speaker: paper, source: range(i + 1, last - 1), content: range(first, i - 1), rule: 'claim:after-clause' }
}

/** "For Amnesty International the strike was a war crime", "To the families it is murder": in whose eyes an act is a wrong, where the sentence opens with him and a verb of being follows; not "for the president it was a vindication". */
function forWhom(r: Reading, lexicon: ClaimLexicon, i: number): Draft | null {
  const { first, last } = r.text.sentences[r.text.tokens[i]!.sentence]!, m = i === first && lemmaIn(r, i, 'in-eyes-of') ? mentionAt(r, i + 1) : null, from = m === null ? -1 : form(r, m.last) === ',' ? m.last + 1 : m.last
  if (m === null || !isHuman(m) && m.kind !== 'organisation' && m.kind !== 'government' && m.kind !== 'state' && m.form !== 'name') return null
  const copula = range(from, Math.min(last, from + NAMED)).find(t => r.syntax.upos[t] === 'AUX' && lemmaAt(r, t) === 'be') ?? -1, subject = copula < 0 ? -1 : r.syntax.head[copula] ?? -1
  if (subject < 0 || !/^(?:NOUN|ADJ)$/.test(r.syntax.upos[subject] ?? '') || childrenWith(r.syntax, subject, 'nsubj').every(c => r.syntax.upos[c] !== 'PRON' && !hasClass(r, c, 'event'))) return null
  const content = range(from, clauseEnd(r, copula + 1)), judges = content.some(t => lexicon.verdicts.has(lemmaAt(r, t)) || lexicon.outrage.has(lemmaAt(r, t)))
  return judges ? { kind: 'view', cue: [i, i], speaker: m.head, source: range(m.first, m.last), content, rule: 'claim:object' } : null
}

const mentionAt = (r: Reading, t: number): EntityMention | null => { const from = r.syntax.upos[t] === 'DET' ? t + 1 : t, m = r.entities.mentions[r.entities.byToken[from] ?? -1]; return m !== undefined && m.first >= t && m.form !== 'pronoun' && m.kind !== 'place' ? m : null }
const isNumber = (r: Reading, t: number): boolean => r.syntax.upos[t] === 'NUM' || (r.countAt[t] ?? -1) >= 0
const isNumberNear = (r: Reading, t: number): boolean => range(t + 1, t + 4).some(k => isNumber(r, k))
/** The end of a number with what is joined to it by "and". */
const restEnd = (r: Reading, from: number): number => { const { last } = r.text.sentences[r.text.tokens[from]!.sentence]!; return range(from + 1, last).find(t => /^[,;.:?!–—]$/.test(form(r, t))) ?? last }

/** The end of the clause that goes on at `from`. */
function clauseEnd(r: Reading, from: number): number {
  const { last } = r.text.sentences[r.text.tokens[from - 1]!.sentence]!
  return range(from, last).find(t => /^[,;.:?!–—]$/.test(form(r, t)) || r.syntax.upos[t] === 'CCONJ') ?? last
}

const form = (r: Reading, t: number): string => r.text.tokens[t]?.form ?? ''
