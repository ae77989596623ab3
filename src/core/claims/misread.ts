/** Verbs of saying that the tagger took for nouns. */
import { childrenWith } from '../events/arguments.ts'
import { entityAt, isHuman, lemmaAt, type Reading } from '../events/reading.ts'
import { range } from '../text/range.ts'
import { subtree, type Draft } from './attribution.ts'
import type { ClaimLexicon, Cue } from './lexicon.ts'
import { LONG_SOURCE } from './sayings.ts'

/** `"…," Diaz notes.`, "Diaz notes that", "The border troops of the republic state that": a verb of saying behind who speaks. */
export function misreadVerb(r: Reading, lexicon: ClaimLexicon, i: number): Draft | null {
  const s = r.syntax, cue = (lexicon.verbs.get(lemmaAt(r, i)) ?? []).find(c => (c.kind === 'say' || c.kind === 'confirm') && (c.takes.has('that') || c.takes.has('of'))), sentence = r.text.sentences[r.text.tokens[i]!.sentence]!, form = (t: number): string => r.text.tokens[t]?.form ?? ''
  if (cue === undefined || !/^(?:NOUN|PROPN)$/.test(s.upos[i] ?? '')) return null
  const counted = counting(r, lexicon, i, cue)
  if (counted) return counted
  const that = lemmaAt(r, i + 1) === 'that', draft = (source: readonly number[]): Draft => ({ kind: cue.kind, cue: [i, i], speaker: source.find(t => entityAt(r, t)?.head === t) ?? source.at(-1)!, source, content: that ? range(i + 1, sentence.last) : [], rule: 'claim:quotation' })
  const before = range(sentence.first, form(i - 1) === ',' ? i - 1 : i)
  const last = lastWord(r, i, cue)
  if (last) return last
  const clause = childrenWith(s, i, 'ccomp', 'acl').find(c => c > i && childrenWith(s, c, 'nsubj').some(k => k > i + 1)), below = clause === undefined ? [] : subtree(r, i), alone = below.includes(sentence.last - 2)
  if (that && alone && before.length > 1 && before.length < LONG_SOURCE && s.upos[i - 1] !== 'PART' && before.every(t => !/^(?:VERB|AUX|SCONJ|PRON)$/.test(s.upos[t] ?? ''))) return draft(before)
  if (!/(?:s|ed)$/.test(form(i)) || s.upos[i - 1] !== 'PROPN') return null
  let from = i - 1
  while (from > sentence.first && s.upos[from - 1] === 'PROPN') from--
  const closes = /^["”]$|^''$/.test(form(from - 1))
  if (!(closes && /^[.,:]$|^$/.test(form(i + 1))) && !(from === sentence.first && (that || form(i + 1) === ':'))) return null
  return draft(range(from, i))
}

/** Tokens of the longest name of who speaks at the end of a sentence. */
const ENDS = 8

/** "…, local authorities and aid partners report.": several between the last comma and a verb that ends the sentence. */
function lastWord(r: Reading, i: number, cue: Cue): Draft | null {
  const s = r.syntax, sentence = r.text.sentences[r.text.tokens[i]!.sentence]!, form = (t: number): string => r.text.tokens[t]?.form ?? '', comma = range(Math.max(sentence.first, i - ENDS), i).findLast(t => form(t) === ',') ?? -1
  if (comma < 0 || !/^[.!]$/.test(form(i + 1)) || s.xpos[i] !== 'NN' || !range(comma + 1, i).some(t => s.xpos[t] === 'NNS' && (t === i - 1 ? (r.entities.byToken[t] ?? -1) >= 0 : isHuman(entityAt(r, t))))) return null
  const phrase = range(comma + 1, i), content = range(sentence.first, comma)
  if (phrase.some(t => !/^(?:NOUN|PROPN|ADJ|DET|CCONJ|ADP)$/.test(s.upos[t] ?? '')) || !content.some(t => /^(?:VB[DPZ]|MD)$/.test(s.xpos[t] ?? ''))) return null
  return { kind: cue.kind, cue: [i, i], speaker: phrase.find(t => s.xpos[t] === 'NNS') ?? i - 1, source: phrase, content, rule: 'claim:after-clause' }
}

/** "Medics at the clinic report six dead", "The elders, who buried them, count twelve", "Villagers reached by telephone speak of a fire": several who may speak from the start of the clause, and behind them what they count or speak of. */
function counting(r: Reading, lexicon: ClaimLexicon, i: number, cue: Cue): Draft | null {
  const s = r.syntax, sentence = r.text.sentences[r.text.tokens[i]!.sentence]!, form = (t: number): string => r.text.tokens[t]?.form ?? ''
  const told = lemmaAt(r, i) === 'speak' ? lemmaAt(r, i + 1) === 'of' : cue.takes.has('obj') && (s.upos[i + 1] === 'NUM' || (r.countAt[i + 1] ?? -1) >= 0)
  if (!told || form(i) !== form(i).toLowerCase() || form(i).endsWith('s')) return null
  const from = (range(sentence.first, i).findLast(t => /^[;:]$/.test(form(t))) ?? sentence.first - 1) + 1, who = range(from, i).find(t => form(t) === ',' && /^(?:who|which)$/.test(form(t + 1))) ?? i
  const phrase = range(from, who), head = phrase.find(t => entityAt(r, t)?.head === t && s.xpos[t] === 'NNS') ?? -1, first = entityAt(r, head)
  if (first === null || !isHuman(first) && !lexicon.voices.has(lemmaAt(r, head)) || first.first - from > 1 || phrase.some(t => /^(?:VB[DPZ]|MD)$/.test(s.xpos[t] ?? '') || s.upos[t] === 'PRON' && t > head || /^[,“”"]$/.test(form(t))) || who < i && form(i - 1) !== ',' || /^(?:DET|ADP|ADJ)$/.test(s.upos[i - 1] ?? '')) return null
  return { kind: cue.kind, cue: [i, i], speaker: head, source: phrase, content: range(i + (lemmaAt(r, i) === 'speak' ? 2 : 1), sentence.last), rule: 'claim:object' }
}
