/** "According to police", "per the ministry", "foreign radios, according to which": whose words a clause is by a phrase beside it. */
import { childrenWith } from '../events/arguments.ts'
import { entityAt, lemmaAt, type Reading } from '../events/reading.ts'
import { range } from '../text/range.ts'
import { subtree, type Draft } from './attribution.ts'
import { isClause } from './sayings.ts'

/** "according to police", "per the ministry". */
export function accordingTo(r: Reading, i: number): Draft | null {
  const s = r.syntax, lemma = lemmaAt(r, i)
  if (lemma === 'per' ? s.upos[i] !== 'ADP' || s.upos[i + 1] === 'NOUN' : lemmaAt(r, i + 1) !== 'to') return null
  const head = s.head[i] ?? -1, to = childrenWith(s, i, 'obl', 'nmod')[0], fixed = to === undefined && s.deprel[i] === 'case' ? head : to
  if (fixed === undefined || fixed < 0) return null
  // "…, according to the Minister of Public Safety, Ana Diaz": parsers hang the words on the name.
  const behind = fixed < i ? range(i + 2, i + 8).find(t => entityAt(r, t)?.head === t) ?? -1 : fixed
  const governor = fixed === head ? s.head[head] ?? -1 : head
  if (governor < 0 || behind < 0) return null
  if (lemmaAt(r, behind) === 'which') { const told = antecedentOf(r, i); return told < 0 ? null : { kind: 'say', cue: [i, i + 1], speaker: told, source: range(entityAt(r, told)!.first, entityAt(r, told)!.last), content: range(i + 3, r.text.sentences[r.text.tokens[i]!.sentence]!.last), rule: 'claim:according-to' } }
  if (behind !== fixed) return { kind: 'say', cue: [i, i + 1], speaker: behind, source: subtree(r, behind).filter(t => t > i + 1), content: range(r.text.sentences[r.text.tokens[i]!.sentence]!.first, i), rule: 'claim:according-to' }
  const words = lemma === 'per' ? i : i + 1, whole = wholeSentence(r, i, fixed)
  if (whole) return { kind: 'say', cue: [i, words], speaker: fixed, content: whole, rule: 'claim:according-to' }
  return { kind: 'say', cue: [i, words], speaker: fixed, content: clauseOf(r, governor, fixed === head ? fixed : i), rule: 'claim:according-to' }
}

/** "Foreign radios, according to which twenty died": what is named right before the comma. */
const antecedentOf = (r: Reading, i: number): number => r.entities.mentions.find(m => m.last === (r.text.tokens[i - 1]?.form === ',' ? i - 1 : i) && m.form !== 'pronoun')?.head ?? -1

/** `…, according to police.`: set off by commas at an end of its sentence, the phrase speaks of all of it. */
function wholeSentence(r: Reading, i: number, speaker: number): readonly number[] | null {
  const sentence = r.text.sentences[r.text.tokens[i]!.sentence]!, phrase = new Set([i, i + 1, ...subtree(r, speaker)]), form = (t: number): string => r.text.tokens[t]?.form ?? ''
  const last = Math.max(...phrase), ends = last + 2 >= sentence.last && form(i - 1) === ',' && (lastOf(r, last + 1, sentence.last))
  if (!ends && i !== sentence.first) return null
  return range(sentence.first, sentence.last).filter(t => !phrase.has(t))
}

const lastOf = (r: Reading, from: number, to: number): boolean => range(from, to).every(t => r.syntax.upos[t] === 'PUNCT')

/** The clause that the phrase at `without` hangs on: of a noun, the clause around it. */
export function clauseOf(r: Reading, governor: number, without: number): readonly number[] {
  let head = governor
  for (let hops = 0; hops < 6 && !isClause(r, head) && (r.syntax.head[head] ?? -1) >= 0; hops++) head = r.syntax.head[head]!
  return subtree(r, head, without)
}
