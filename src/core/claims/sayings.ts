/** Verbs that say, confirm, believe and want, with the clause, quotation, object or phrase that is their content. */
import { childrenWith, isVerb, prepositionOf, subjectOf, verbArguments, type Frameless } from '../events/arguments.ts'
import { entityAt, isHuman, lemmaAt, lemmaIn, NOT, type Reading } from '../events/reading.ts'
import { range } from '../text/range.ts'
import { subtree, type Draft } from './attribution.ts'
import type { ClaimLexicon, Cue } from './lexicon.ts'
import { afterClause, ahead, bareTail, clauseOver, headOf, isDateline, questionAfter } from './tails.ts'

/** "Did not say", "neither confirmed nor denied". */
export const isNegated = (r: Reading, i: number): boolean => childrenWith(r.syntax, i, 'advmod', 'cc', 'cc:preconj').some(c => c < i && i - c < 4 && NOT.has(lemmaAt(r, c)))

/** The attribution that the verb makes in the sense of `cue`; null where its content is missing. A speech verb with a speaker and nothing else has no content yet: a quotation may be its. */
export function saying(r: Reading, lexicon: ClaimLexicon, i: number, cue: Cue): Draft | null {
  if (r.syntax.xpos[i] === 'VBG' && lemmaAt(r, i - 1) === 'as' && lemmaAt(r, i - 2) === 'quote') return null
  const s = r.syntax, args = verbArguments(s, i), beside = cue.kind === 'say' && !args.passive && subjectOf(s, i) < 0 ? besideQuotation(r, i) : null, speaker = args.passive ? -1 : beside?.head ?? subjectOrBefore(r, i)
  const make = (content: readonly number[], rule: string, particles: readonly number[] = []): Draft => ({ kind: cue.kind, cue: [i, i], speaker, content, rule, particles, negated: isNegated(r, i), ...(beside ? { source: beside.phrase } : {}) })
  const tail = cue.takes.has('that') && cue.kind !== 'view' && (!args.passive || s.deprel[i] === 'acl') ? afterClause(r, i) ?? bareTail(r, i) : null
  if (args.passive && !tail) return passively(r, i, cue, args)
  const listener = inverted(r, i)
  if (listener >= 0) return { ...make(range(r.text.sentences[r.text.tokens[i]!.sentence]!.first, i), 'claim:after-clause'), speaker: listener, source: subtree(r, listener, childrenWith(s, listener, 'acl')[0]) }
  // "…, witnesses and officials said": parsers take the last for the only one who speaks.
  const cut = tail !== null && tail.phrase.includes(speaker) && s.upos[subtree(r, speaker, i).find(t => tail.phrase.includes(t)) ?? -1] === 'CCONJ'
  if (tail) return { ...make(tail.content, 'claim:after-clause'), ...(cut ? { source: tail.phrase } : tail.phrase.includes(speaker) ? {} : { speaker: tail.head, source: tail.phrase }) }
  const astray = speaker >= 0 && speaker < i && (childrenWith(s, speaker, 'case').some(c => s.upos[c] === 'ADP') || isDateline(r, speaker, i))
  const head = cue.takes.has('that') && cue.kind !== 'view' && (speaker < 0 || astray || (clausesOf(r, i).length === 0 && strayClause(r, i) < 0 && childrenWith(s, i, 'obj', 'iobj').length === 0)) ? headOf(r, i) : null
  if (head) return { ...make(head.content, 'claim:that'), ...(head.phrase.includes(speaker) && !astray ? {} : { speaker: head.head, source: head.phrase }) }
  if (speaker < 0 && s.xpos[i] !== 'VBG') return null
  const question = cue.takes.has('quoted') ? questionAfter(r, i) : []
  if (question.length > 0) return make(question, 'claim:question')
  const toll = cue.takes.has('figure') && !(s.xpos[i] === 'VBG' && lemmaIn(r, i, 'change-figure-verb')) ? tollOf(r, lexicon, i, speaker, args) : []
  if (toll.length > 0) return make(toll, 'claim:figure')
  // "…, which officials suspect was the work of rebels": parsers make the verb the subject of the clause that it governs.
  const under = s.head[i] ?? -1
  // "Witnesses saw soldiers drag four men from a bus".
  const seen = lemmaIn(r, i, 'perceive-verb') && cue.takes.has('that') ? childrenWith(s, i, 'xcomp', 'ccomp').find(c => c > i && /^VBG?$/.test(s.xpos[c] ?? '') && childrenWith(s, c, 'nsubj').some(k => k > i)) ?? -1 : -1
  if (seen >= 0) return make(subtree(r, seen), 'claim:that')
  if (cue.takes.has('that') && under > i && (s.deprel[i] ?? '').startsWith('nsubj') && childrenWith(s, i, 'nsubj').some(c => c < i)) return make(subtree(r, under, i), 'claim:that')
  const clauses = cue.takes.has('that') ? clausesOf(r, i).filter(c => c !== speaker) : []
  if (clauses.length > 0) return make(merged(r, clauses), 'claim:that')
  const over = cue.takes.has('that') ? clauseOver(r, i) : []
  if (over.length > 0) return make(over, 'claim:that')
  const stray = cue.takes.has('that') ? strayClause(r, i) : -1
  if (stray >= 0) return make(subtree(r, stray), 'claim:that')
  const behind = cue.takes.has('that') && cue.kind !== 'view' ? behindPhrase(r, i) : []
  if (behind.length > 0) return make(behind, 'claim:that')
  const up = s.head[i] ?? -1
  if (cue.takes.has('that') && s.deprel[i] === 'parataxis' && up >= 0) return make(subtree(r, up, i), 'claim:after-quote')
  const main = asSaid(r, i), put = lemmaAt(r, i) === 'put' && lemmaAt(r, i + 1) === 'it'
  if ((cue.takes.has('that') || put) && main >= 0) return make(subtree(r, main, i), 'claim:as-said', put ? [i + 1] : [])
  if (cue.takes.has('to')) {
    const infinitive = childrenWith(s, i, 'xcomp', 'ccomp', 'advcl').filter(c => c > i && childrenWith(s, c, 'mark').some(m => lemmaAt(r, m) === 'to'))
    if (infinitive.length > 0) return make(merged(r, infinitive), 'claim:infinitive', cue.takes.has(lemmaAt(r, i + 1)) && s.upos[i + 1] === 'ADP' ? [i + 1] : [])
  }
  if (cue.kind === 'view') {
    const doing = gerundOf(r, i, cue)
    if (doing) return make(subtree(r, doing.head).filter(t => t !== doing.word), 'claim:gerund', [doing.word])
  }
  if (lemmaIn(r, i, 'perceive-verb') && !isHuman(entityAt(r, speaker)) && !countsDead(r, lexicon, i)) return null
  const phrase = phrasesOf(r, i, args).find(a => a.head > i && cue.takes.has(a.preposition) && !(['at', 'on', 'in', 'for'].includes(a.preposition) && (r.timeAt[a.head] ?? -1) >= 0))
  if (phrase) return make(subtree(r, i, speaker).filter(t => t > i && (phrase.preposition === 'at' || lemmaAt(r, i) === 'point' || (inside(r, t, phrase.head) && t !== caseOf(r, phrase.head)))), 'claim:phrase', [caseOf(r, phrase.head)])
  const counted = cue.takes.has('of') && lemmaAt(r, i + 1) === 'of' ? range(i + 2, i + 6).find(t => (r.countAt[t] ?? -1) >= 0) ?? -1 : -1
  if (counted >= 0 && inside(r, counted, i)) return make(subtree(r, i, speaker).filter(t => t > i + 1), 'claim:phrase', [i + 1])
  if (lemmaIn(r, i, 'count-verb') && cue.kind === 'say' && cue.takes.has('obj') && speaker >= 0 && countsDead(r, lexicon, i)) return make(subtree(r, i, speaker).filter(t => t > i), 'claim:object')
  const lost = cue.kind === 'confirm' ? childrenWith(s, i, 'xcomp').find(c => c > i && s.xpos[c] === 'VBG') ?? -1 : -1
  if (lost >= 0) return make(subtree(r, lost), 'claim:that')
  const object = args.list.find(a => a.relation === 'object' && a.head !== speaker)?.head ?? -1
  const named = childrenWith(s, i, 'xcomp').some(c => c > i && !isVerb(s, c))
  const fits = cue.takes.has('obj') || (cue.takes.has('idea') && (lexicon.nouns.has(lemmaAt(r, object)) || lexicon.statements.has(lemmaAt(r, object))))
  const carried = object >= 0 ? lexicon.nouns.get(lemmaAt(r, object)) : undefined
  if (carried !== undefined && lemmaIn(r, i, 'utter-verb') && nounSaying(r, object, carried)?.cue[0] === i) return null
  if ((object >= 0 || named) && fits) { const end = besideFrom(r, i); return make(subtree(r, i, speaker).filter(t => t !== i && t < end && (t > i || inside(r, t, object))), 'claim:object') }
  return (cue.kind === 'say' && cue.takes.has('that')) || cue.takes.has('quoted') ? make(cue.takes.has('obj') ? [] : ahead(r, i) ?? restOf(r, i), 'claim:quotation') : null
}

/** "The wounded included two girls said local sources", in copy that lost its commas: saying has no indirect object, and what the parser takes for one at the end of the sentence speaks; -1 for nobody. */
function inverted(r: Reading, i: number): number {
  const { first, last } = r.text.sentences[r.text.tokens[i]!.sentence]!, whom = lemmaAt(r, i) === 'say' ? childrenWith(r.syntax, i, 'iobj').find(c => c > i && (r.timeAt[c] ?? -1) < 0) ?? -1 : -1, finite = (tokens: readonly number[]): boolean => tokens.some(t => /^(?:VB[DPZ]|MD)$/.test(r.syntax.xpos[t] ?? ''))
  return whom >= 0 && finite(range(first, i)) && !finite(range(i + 1, last)) ? whom : -1
}

/** "The directorate of health counts 13 dead", "partners counted 64 houses destroyed": bodies count as people do, where a number of dead, of hurt or of what an act was done to stands behind the verb. */
const countsDead = (r: Reading, lexicon: ClaimLexicon, i: number): boolean => r.counts.some(c => c.first > i && c.first <= i + 3 && ([c.of, c.last].some(t => isFigure(r, lexicon, t)) || lemmaIn(r, i, 'count-verb') && [c.last, c.last + 1, c.last + 2].some(t => r.syntax.xpos[t] === 'VBN'))) || isFigure(r, lexicon, i + 1) || isFigure(r, lexicon, i + 2)

/** A word for a number of dead or hurt, "the wounded" as well as "the toll". */
const isFigure = (r: Reading, lexicon: ClaimLexicon, t: number): boolean => lexicon.figures.has(lemmaAt(r, t)) || lexicon.figures.has((r.text.tokens[t]?.form ?? '').toLowerCase())

/** The verb's subject, that of the adjective or noun it is joined to ("is sure of it and expects …"), or, where the parser gave a finite verb none, the noun phrase that stands before it, one insertion between commas and brackets passed over; -1 for none. */
function subjectOrBefore(r: Reading, i: number): number {
  const s = r.syntax, form = (t: number): string => r.text.tokens[t]?.form ?? '', joined = childrenWith(s, i, 'nsubj').length > 0 ? -1 : joinedBefore(r, i), subject = joined >= 0 ? joined : subjectOf(s, i)
  if (subject < 0 && sinceHas(r, i)) return subjectOf(s, s.head[i]!)
  const beside = subject < 0 && s.deprel[i] === 'conj' && /^VB[DPZ]$/.test(s.xpos[i] ?? '') ? s.head[i] ?? -1 : -1
  if (beside >= 0 && childrenWith(s, beside, 'cop').length > 0) return childrenWith(s, beside, 'nsubj')[0] ?? -1
  if (subject >= 0 || !/^VB[DPZ]$/.test(s.xpos[i] ?? '') || (s.deprel[i] ?? '').startsWith('acl')) return subject
  const first = r.text.sentences[r.text.tokens[i]!.sentence]!.first, unbracketed = (t: number): number => { let at = t; if (form(at) === ')') { while (at > first && form(at) !== '(') at--; at-- } return at }
  let t = i - 1
  while (t > first && s.upos[t] === 'ADV') t--
  t = unbracketed(t)
  if (form(t) === ',') { let from = t - 1; while (from > first && t - from < INSERTED && form(from) !== ',') from--; if (form(from) !== ',') return -1; t = unbracketed(from - 1) }
  if (t < first || !/^(?:NOUN|PROPN)$/.test(s.upos[t] ?? '') || (r.timeAt[t] ?? -1) >= 0) return -1
  for (let hops = 0; hops < 8; hops++) { const up = s.head[t] ?? -1; if (up < first || up >= i || !/^(?:nmod|compound|flat)/.test(s.deprel[t] ?? '') || /[,;]/.test(form(up + 1))) break; t = up }
  return t
}

/** "…, and the front, in a statement, claimed": who stands behind "and" and before an insertion that a preposition or participle opens; parsers join him to what stands before. -1 for nobody. */
export function joinedBefore(r: Reading, i: number): number {
  const { first } = r.text.sentences[r.text.tokens[i]!.sentence]!, form = (t: number): string => r.text.tokens[t]?.form ?? ''
  let from = i - 2
  while (from > first && i - from < INSERTED && form(from) !== ',') from--
  if (form(i - 1) !== ',' || form(from) !== ',' || !/^(?:ADP|VERB)$/.test(r.syntax.upos[from + 1] ?? '') || !/^VB[DZP]$/.test(r.syntax.xpos[i] ?? '') || range(from + 1, i).some(t => /^(?:VB[DPZ]|MD)$/.test(r.syntax.xpos[t] ?? ''))) return -1
  const m = r.entities.mentions.filter(x => x.last === from && x.form !== 'pronoun' && x.kind !== 'place').toSorted((x, y) => x.first - y.first)[0], before = m === undefined ? -1 : r.syntax.upos[m.first - 1] === 'DET' ? m.first - 2 : m.first - 1
  return m !== undefined && before > first && r.syntax.upos[before] === 'CCONJ' && form(before - 1) === ',' ? m.head : -1
}

/** "The union has since denied it": parsers make a clause of "since" and the participle. */
export const sinceHas = (r: Reading, i: number): boolean => r.syntax.xpos[i] === 'VBN' && lemmaAt(r, i - 1) === 'since' && lemmaAt(r, i - 2) === 'have' && r.syntax.head[i] === i - 2

/** Tokens of the longest insertion between a subject and its verb. */
const INSERTED = 14

/** "put the dead at 22", "gave a toll of 14", "raised the toll to 19" (but not "a guard died, raising the toll to 19"): all behind the verb, where its object is a word for the dead and a number follows. */
function tollOf(r: Reading, lexicon: ClaimLexicon, i: number, speaker: number, args: Frameless): readonly number[] {
  const behind = subtree(r, i, speaker).filter(t => t > i), counts = args.list.some(a => a.relation === 'object' && isFigure(r, lexicon, a.head))
  return counts && behind.some(t => (r.countAt[t] ?? -1) >= 0 || r.syntax.upos[t] === 'NUM') ? behind : []
}

/** "calls for ending", "proposed doing": the gerund that is wanted, with the preposition before it. */
function gerundOf(r: Reading, i: number, cue: Cue): { readonly head: number; readonly word: number } | null {
  const s = r.syntax
  for (const head of childrenWith(s, i, 'xcomp', 'advcl').filter(c => c > i && s.xpos[c] === 'VBG')) {
    const word = childrenWith(s, head, 'mark').find(m => m > i) ?? -1
    if (word < 0 ? cue.takes.has('obj') && s.deprel[head] === 'xcomp' : cue.takes.has(lemmaAt(r, word))) return { head, word }
  }
  return null
}

/** "As police said, the bomb went off": the clause that the verb's clause is set beside, or -1. */
function asSaid(r: Reading, i: number): number {
  const s = r.syntax
  return (s.deprel[i] ?? '').startsWith('advcl') && childrenWith(s, i, 'mark').some(m => lemmaAt(r, m) === 'as') && childrenWith(s, i, 'obj', 'ccomp').every(c => lemmaAt(r, i) === 'put' && lemmaAt(r, c) === 'it') ? s.head[i] ?? -1 : -1
}

/** `"…," said the 46-year-old`, `"…," Ann Lee, who led it, told CBS`: where the parser gave the verb no subject, the phrase between it and the quotation, or right after it. */
function besideQuotation(r: Reading, i: number): { readonly head: number; readonly phrase: readonly number[] } | null {
  const sentence = r.text.sentences[r.text.tokens[i]!.sentence]!, form = (t: number): string => r.text.tokens[t]?.form ?? ''
  let from = i
  while (from > sentence.first && i - from < LONG_SOURCE && !/^["”“]$|^''$/.test(form(from - 1))) from--
  if (from === sentence.first || i - from >= LONG_SOURCE) return null
  let to = i
  if (from === i) { from = i + 1; to = from; while (to < sentence.last && !/^[,.;:]$/.test(form(to)) && !/^(?:VERB|AUX|SCONJ)$/.test(r.syntax.upos[to] ?? '') && !(to > i + 1 && r.syntax.xpos[to] === 'WP')) to++ }
  const phrase = Array.from({ length: to - from }, (_, k) => from + k), head = phrase.find(t => /^(?:PROPN|NOUN|PRON)$/.test(r.syntax.upos[t] ?? '') && r.syntax.deprel[t] !== 'nmod:poss' && entityAt(r, t) !== null) ?? phrase.findLast(t => /^(?:PROPN|NOUN|PRON|ADJ)$/.test(r.syntax.upos[t] ?? ''))
  return head === undefined ? null : { head, phrase }
}

/** Tokens of the longest source phrase between a quotation and its verb. */
export const LONG_SOURCE = 25

/** Where another act of the speaker begins ("condemned the killings and imposed a curfew"); it is no part of what he says. */
export function besideFrom(r: Reading, verb: number): number {
  const next = childrenWith(r.syntax, verb, 'conj').find(c => c > verb && isVerb(r.syntax, c) && childrenWith(r.syntax, c, 'nsubj').length === 0)
  return next === undefined ? Infinity : childrenWith(r.syntax, next, 'cc')[0] ?? next
}

/** Phrases with a preposition below the verb, those among them that the parser hung on it as on a noun ("speaks of three dead"). */
const phrasesOf = (r: Reading, i: number, args: Frameless): readonly { readonly head: number; readonly preposition: string }[] => [...args.list.filter(a => a.relation === 'oblique'), ...childrenWith(r.syntax, i, 'nmod').map(head => ({ head, preposition: prepositionOf(r.syntax, head) }))]

const caseOf = (r: Reading, head: number): number => childrenWith(r.syntax, head, 'case')[0] ?? -1

/** Whether `token` stands in the subtree of `head`. */
function inside(r: Reading, token: number, head: number): boolean {
  for (let at = token, hops = 0; at >= 0 && hops < 60; hops++) { if (at === head) return true; at = r.syntax.head[at] ?? -1 }
  return false
}

const merged = (r: Reading, heads: readonly number[]): readonly number[] => [...new Set(heads.flatMap(h => subtree(r, h)))].sort((a, b) => a - b)

/** "told reporters that they shot": the clause was read as a description of the reporters. */
function strayClause(r: Reading, i: number): number {
  const s = r.syntax
  for (let t = i + 1; t < i + STRAY && r.text.tokens[t]?.sentence === r.text.tokens[i]!.sentence; t++) {
    const head = s.head[t] ?? -1
    if (lemmaAt(r, t) === 'that' && head > t && (s.deprel[head] ?? '').startsWith('acl') && inside(r, head, i) && childrenWith(s, head, 'nsubj').some(c => c > t)) return head
  }
  return -1
}

/** "Said in a video that the dead were women": all behind a "that" which only a phrase with a preposition parts from the verb, whatever the parser made of it; empty where there is none. */
function behindPhrase(r: Reading, i: number): readonly number[] {
  const { last } = r.text.sentences[r.text.tokens[i]!.sentence]!, that = range(i + 2, Math.min(last, i + STRAY)).find(t => lemmaAt(r, t) === 'that' && r.syntax.deprel[t] === 'mark') ?? -1, between = range(i + 1, that)
  if (that < 0 || r.syntax.upos[i + 1] !== 'ADP' || between.some(t => /^(?:VERB|AUX|SCONJ|PRON)$/.test(r.syntax.upos[t] ?? '') || /^[,;:“”"]$/.test(r.text.tokens[t]!.form))) return []
  const content = range(that, last - 1)
  return content.some(t => /^(?:VB[DPZ]|MD)$/.test(r.syntax.xpos[t] ?? '')) ? content : []
}

/** Tokens after a verb within which its "that" is looked for. */
const STRAY = 15

/** What follows the verb under it, where that holds a clause which the parser tied to it in no known way; quotations are found elsewhere. */
function restOf(r: Reading, i: number): readonly number[] {
  const rest = subtree(r, i).filter(t => t > i), first = rest.findIndex(t => !/^(?:ADV|ADP|PUNCT)$/.test(r.syntax.upos[t] ?? ''))
  const clause = rest.some(t => /^VB[DPZ]$|^MD$/.test(r.syntax.xpos[t] ?? ''))
  return clause && rest[0] === i + 1 && first === 0 ? rest : []
}

/** Complement clauses, and clauses set beside the verb. */
function clausesOf(r: Reading, i: number): readonly number[] {
  const s = r.syntax
  const own = [...childrenWith(s, i, 'ccomp'), ...(s.children[i] ?? []).filter(c => s.deprel[c] === 'parataxis' && isClause(r, c))]
  return own.length === 0 ? own : [...own, ...childrenWith(s, i, 'xcomp', 'csubj').filter(c => c > i)]
}

export const isClause = (r: Reading, c: number): boolean => isVerb(r.syntax, c) || childrenWith(r.syntax, c, 'nsubj', 'cop').length > 0

/** "was reported by AFP", "is said to have", "it was announced that", "is expected to", "was criticised": the agent speaks, or nobody named. */
function passively(r: Reading, i: number, cue: Cue, args: Frameless): Draft | null {
  const s = r.syntax, agent = args.list.find(a => a.relation === 'agent')?.head ?? -1, subject = args.list.find(a => a.relation === 'subject')?.head ?? -1
  const make = (content: readonly number[], rule: string): Draft => ({ kind: cue.kind, cue: [i, i], speaker: agent, content, rule, particles: agent < 0 ? [] : [caseOf(r, agent)] })
  const clauses = [...childrenWith(s, i, 'ccomp', 'csubj'), ...childrenWith(s, i, 'xcomp').filter(c => childrenWith(s, c, 'mark').length > 0)]
  if (clauses.length > 0 && (cue.takes.has('that') || cue.takes.has('to'))) return make([...(clauses.some(c => s.deprel[c] === 'xcomp') && subject >= 0 ? subtree(r, subject, i) : []), ...merged(r, clauses)].sort((a, b) => a - b), 'claim:passive')
  const question = cue.takes.has('quoted') ? questionAfter(r, i) : []
  if (question.length > 0) return make(question, 'claim:question')
  const asked = cue.kind === 'view' ? args.list.find(a => a.relation === 'oblique' && a.head > i && a.preposition !== 'to' && cue.takes.has(a.preposition) && (r.timeAt[a.head] ?? -1) < 0) : undefined
  if (asked) return { ...make(subtree(r, asked.head).filter(t => t !== caseOf(r, asked.head)), 'claim:passive'), particles: [caseOf(r, asked.head), ...agent < 0 ? [] : [caseOf(r, agent)]] }
  if (agent < 0 && !cue.takes.has('passive') || subject < 0 || !cue.takes.has('obj')) return null
  return make(subtree(r, subject, i), 'claim:passive')
}

/** "was quoted as saying that". */
export function quoted(r: Reading, i: number): Draft | null {
  const args = verbArguments(r.syntax, i), speaker = args.list.find(a => a.relation === (args.passive ? 'subject' : 'object'))?.head ?? -1
  const say = (r.syntax.children[i] ?? []).find(c => lemmaAt(r, c) === 'say') ?? (r.syntax.children[speaker] ?? []).find(c => lemmaAt(r, c) === 'say')
  if (speaker < 0 || say === undefined) return null
  // "…, a source was quoted as saying by the agency": all before the comma.
  const from = subtree(r, speaker)[0]!, { first } = r.text.sentences[r.text.tokens[i]!.sentence]!
  if (lemmaAt(r, say + 1) === 'by' && r.text.tokens[from - 1]?.form === ',' && from - first > 4) return { kind: 'say', cue: [i, say], speaker, content: range(first, from - 1), rule: 'claim:quoted' }
  return { kind: 'say', cue: [i, say], speaker, content: subtree(r, say).filter(t => t > say), rule: 'claim:quoted' }
}

/** A noun that carries its content: "the claim that", "their opposition to the talks". */
export function nounSaying(r: Reading, i: number, cue: Cue): Draft | null {
  const s = r.syntax
  const clause = cue.takes.has('that') ? childrenWith(s, i, 'acl', 'ccomp').find(c => c > i && childrenWith(s, c, 'mark').some(m => lemmaAt(r, m) === 'that')) : undefined
  const phrase = childrenWith(s, i, 'nmod').find(c => c > i && cue.takes.has(prepositionOf(s, c))), infinitive = cue.takes.has('to') ? childrenWith(s, i, 'acl').find(c => c > i && childrenWith(s, c, 'mark').some(m => lemmaAt(r, m) === 'to')) : undefined
  // "The claim of the other side that": parsers hang the clause on whose it is.
  const side = phrase !== undefined && clause === undefined && cue.takes.has('that') && (isHuman(entityAt(r, phrase)) || lemmaIn(r, phrase, 'nameless-side')) ? childrenWith(s, phrase, 'acl', 'ccomp').find(c => childrenWith(s, c, 'mark').some(m => lemmaAt(r, m) === 'that')) : undefined
  if (side !== undefined) return { kind: cue.kind, cue: [i, i], speaker: phrase!, source: subtree(r, phrase!, side).filter(t => t !== caseOf(r, phrase!)), content: subtree(r, side), rule: 'claim:noun' }
  const head = clause ?? phrase ?? infinitive
  if (head === undefined) return null
  const owner = [...childrenWith(s, i, 'nmod:poss'), ...childrenWith(s, i, 'nmod').filter(c => c !== head && ['by', 'from', 'of'].includes(prepositionOf(s, c)) && (isHuman(entityAt(r, c)) || lemmaIn(r, c, 'nameless-side')))][0] ?? -1
  const up = s.head[i] ?? -1, light = owner < 0 && s.deprel[i] === 'obj' && lemmaIn(r, up, 'utter-verb') && up < i && i - up < 6
  const adjective = childrenWith(s, i, 'amod')[0] ?? i
  return { kind: cue.kind, cue: [light ? up : adjective < i && i - adjective < 3 ? adjective : i, i], speaker: light ? subjectOf(s, up) : owner, content: subtree(r, head).filter(t => head !== phrase || t !== caseOf(r, head)), rule: 'claim:noun', particles: head === phrase ? [caseOf(r, head)] : [] }
}

/** "is critical of the deal", "are willing to talk": an adjective of mind with a copula. */
export function adjectiveSaying(r: Reading, i: number, cue: Cue): Draft | null {
  const s = r.syntax, copula = childrenWith(s, i, 'cop')[0], speaker = childrenWith(s, i, 'nsubj')[0] ?? subjectOf(s, i)
  if (speaker < 0 || speaker === i) return null
  const clause = cue.takes.has('that') ? childrenWith(s, i, 'ccomp')[0] : cue.takes.has('to') ? childrenWith(s, i, 'xcomp', 'advcl', 'ccomp').find(c => c > i) : undefined
  const phrase = childrenWith(s, i, 'obl', 'nmod').find(c => c > i && cue.takes.has(prepositionOf(s, c)))
  const head = clause ?? phrase
  if (head === undefined) return null
  const word = clause === undefined ? caseOf(r, head) : -1
  return { kind: cue.kind, cue: [copula !== undefined && copula < i && i - copula < 4 ? copula : i, i], speaker, content: subtree(r, head).filter(t => t !== word), rule: 'claim:adjective', particles: [word] }
}
