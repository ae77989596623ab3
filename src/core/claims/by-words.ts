/** Attributions that are told from the words in their order, where parsers lose them: "calls that a lie", "a charge the army called absurd", "by the account of four witnesses". */
import { childrenWith, subjectOf } from '../events/arguments.ts'
import { entityAt, lemmaAt, lemmaIn, type Reading } from '../events/reading.ts'
import { range } from '../text/range.ts'
import { subtree, type Draft } from './attribution.ts'
import type { ClaimLexicon } from './lexicon.ts'

/** What the words around token `i` say by one of these forms, or null. */
export function byWords(r: Reading, lexicon: ClaimLexicon, i: number): Draft | null {
  return callingThat(r, lexicon, i) ?? chargeJudged(r, lexicon, i) ?? byAccount(r, i)
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
  const end = clauseEnd(r, i + 1), known = (s.children[i] ?? []).includes(noun) || (s.deprel[i] ?? '').startsWith('acl') && s.head[i] === noun && childrenWith(s, i, 'nsubj').length > 0
  if (known && denies || end - i > NAMED) return null
  return { kind: denies ? 'deny' : 'view', cue: [i, i], speaker: entityAt(r, head)!.head, source: phrase, content: [noun, ...range(i + 1, end)], specific: false, rule: denies ? 'claim:deny' : 'claim:object' }
}

const isCharge = (r: Reading, lexicon: ClaimLexicon, t: number): boolean => r.syntax.upos[t] === 'NOUN' && lexicon.statements.has(lemmaAt(r, t))

/** "By the account of four witnesses, they fired", "…, by the army's count": whose account the clause is that the phrase opens or ends. */
function byAccount(r: Reading, i: number): Draft | null {
  const s = r.syntax, { first } = r.text.sentences[r.text.tokens[i]!.sentence]!, by = lemmaIn(r, i, 'account-noun') && s.upos[i] === 'NOUN' ? childrenWith(s, i, 'case').find(c => lemmaAt(r, c) === 'by' && i - c <= NAMED) ?? -1 : -1
  if (by < 0 || by > first && !/^[,;–—]$/.test(form(r, by - 1))) return null
  const speaker = childrenWith(s, i, 'nmod:poss')[0] ?? childrenWith(s, i, 'nmod').find(c => c > i && lemmaAt(r, i + 1) === 'of') ?? -1, over = s.head[i] ?? -1
  if (speaker < 0 || over < 0 || entityAt(r, speaker)?.form === 'pronoun' || !/^(?:VERB|NOUN|ADJ)$/.test(s.upos[over] ?? '')) return null
  return { kind: 'say', cue: [i, i], speaker, content: subtree(r, over, i), rule: 'claim:according-to' }
}

/** The end of the clause that goes on at `from`. */
function clauseEnd(r: Reading, from: number): number {
  const { last } = r.text.sentences[r.text.tokens[from - 1]!.sentence]!
  return range(from, last).find(t => /^[,;.:?!–—]$/.test(form(r, t)) || r.syntax.upos[t] === 'CCONJ') ?? last
}

const form = (r: Reading, t: number): string => r.text.tokens[t]?.form ?? ''
