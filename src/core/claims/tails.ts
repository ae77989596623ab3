/** Attributions at the end of a sentence, told from the words alone whatever the parser made of them: "…, police said on Monday", and in copy that lost its commas "… on Friday a monitor said". */
import { childrenWith } from '../events/arguments.ts'
import { entityAt, lemmaAt, lemmaIn, type Reading } from '../events/reading.ts'
import { range } from '../text/range.ts'
import { subtree } from './attribution.ts'

/** What is said, the head of who says it, and the phrase that names him, in token indices. */
export interface Tail { readonly content: readonly number[]; readonly head: number; readonly phrase: readonly number[] }

/** Tokens between the comma and the verb, and after it, at most. */
const AFTER = 14

/** `…, police said on Monday.`: between a comma and the next only who speaks, the verb and no clause; all before the comma is said. */
export function afterClause(r: Reading, i: number): Tail | null {
  const sentence = r.text.sentences[r.text.tokens[i]!.sentence]!
  let end = i + 1
  while (end < sentence.last && !/^[,;:.!?"”]$/.test(form(r, end))) { if (upos(r, end) === 'SCONJ' || /^(?:VB[DPZ]|MD)$/.test(r.syntax.xpos[end] ?? '') || end - i > AFTER) return null; end++ }
  const named = nameInserted(r, i, sentence.first), from = named ?? commaBefore(r, i, sentence.first)
  const inverted = from === i, phrase = (inverted ? range(i + 1, end) : range(from, i)).filter(t => !/^(?:AUX|ADV)$/.test(upos(r, t)))
  const who = phrase.findIndex(t => lemmaAt(r, t) === 'who'), own = who > 0 ? phrase.slice(0, who) : phrase, verbs = (tokens: readonly number[]): number => tokens.filter(t => /^VB[DPZ]$/.test(r.syntax.xpos[t] ?? '')).length
  if (from - sentence.first < 4 || !finite(r, range(sentence.first, from)) || !/^[,"”]$/.test(form(r, from - 1)) || (inverted && (form(r, from - 1) === ',' && !/^sa(?:id|ys)$/.test(form(r, i)) || upos(r, i + 1) === 'ADP')) || verbs(own) > 0 || verbs(phrase) > 1) return null
  const heads = own.filter(t => entityAt(r, t) !== null), head = heads.find(t => r.syntax.head[t] === i) ?? heads.find(t => entityAt(r, t)?.head === t) ?? heads[0] ?? (named === null ? undefined : own.find(t => /^(?:NOUN|PROPN)$/.test(upos(r, t))))
  return head === undefined ? null : { content: range(sentence.first, from - (form(r, from - 1) === ',' ? 1 : 0)), head, phrase }
}

/** Where the words between a comma or a quotation mark and the token begin, at most AFTER back. */
function commaBefore(r: Reading, i: number, first: number): number {
  let from = i
  while (from > first && i - from < AFTER && !/^[,"”]$/.test(form(r, from - 1))) from--
  return from
}

/** "…, the minister of the interior, Ana Diaz, announced": where who speaks begins, if a name between commas parts him from the verb; null where none does. */
function nameInserted(r: Reading, i: number, first: number): number | null {
  if (form(r, i - 1) !== ',') return null
  const name = commaBefore(r, i - 1, first), from = form(r, name - 1) === ',' ? commaBefore(r, name - 1, first) : name, title = range(from, name - 1)
  const bare = (tokens: readonly number[]): boolean => tokens.length > 0 && tokens.every(t => !/^(?:VERB|AUX|SCONJ|CCONJ|PRON|NUM|PUNCT)$/.test(upos(r, t)))
  return from > first && name < i - 1 && upos(r, i - 2) === 'PROPN' && bare(range(name, i - 1)) && bare(title) && upos(r, title[0]!) !== 'ADP' && title.some(t => upos(r, t) === 'NOUN' || upos(r, t) === 'PROPN') ? from : null
}

/** `Omar Diaz, the mayor, said the bridge …`: from the start of its sentence, or from the dash behind the place it is sent from, only who speaks, behind the verb a clause; read so where the parser found no subject or no clause. */
export function headOf(r: Reading, i: number): Tail | null {
  const sentence = r.text.sentences[r.text.tokens[i]!.sentence]!, adverbs = (t: number): boolean => /^(?:AUX|ADV)$/.test(upos(r, t))
  const perfect = r.syntax.xpos[i] === 'VBN' && childrenWith(r.syntax, i, 'aux').some(t => lemmaAt(r, t) === 'have')
  if (!perfect && !/^VB[DPZ]$/.test(r.syntax.xpos[i] ?? '') || i - (dashes(r, sentence.first, i)[0] ?? sentence.first) > LONG_HEAD || !/^(?:PROPN|NOUN|PRON|DET|NUM|ADJ)$/.test(upos(r, i + 1)) && lemmaAt(r, i + 1) !== 'that') return null
  const content = range(i + 1, sentence.last), dash = dashes(r, sentence.first, i)[0] ?? sentence.first - 1, phrase = range(dash + 1, i).filter(t => !adverbs(t))
  if (!finite(r, content) || phrase.length === 0 || phrase.some(t => /^(?:VB[DPZ]|MD)$/.test(r.syntax.xpos[t] ?? '') && !(lemmaIn(r, t, 'reached-verb') && upos(r, t + 1) === 'ADP')) || phrase.some(t => /^(?:SCONJ|PRON)$/.test(upos(r, t)) || /^["“”:;]$/.test(form(r, t))) || /^(?:ADP|VERB)$/.test(upos(r, phrase[0]!))) return null
  // "Villagers reached by telephone said": what stands behind a preposition does not speak.
  const heads = phrase.filter(t => entityAt(r, t) !== null), head = heads.find(t => r.syntax.head[t] === i && childrenWith(r.syntax, t, 'case').length === 0) ?? heads[0] ?? phrase.findLast(t => upos(r, t) === 'NOUN')
  return head === undefined ? null : { content: content.filter((t, k) => k < content.length - 1 || upos(r, t) !== 'PUNCT'), head, phrase }
}

/** Dashes between blanks, of which one alone parts the place that a report is sent from and its beginning. */
function dashes(r: Reading, from: number, to: number): readonly number[] {
  const all = range(from, to).filter(t => t > from && /^(?:[–—]|--?)$/.test(form(r, t)) && r.text.tokens[t - 1]!.end < r.text.tokens[t]!.start)
  return all.length === 1 ? all : []
}

/** "GAO, May 5 (Agency) - The governor said": the word stands in what only tells where the report is from. */
export const isDateline = (r: Reading, t: number, verb: number): boolean => dashes(r, r.text.sentences[r.text.tokens[verb]!.sentence]!.first, verb).some(d => t < d && !range(r.text.sentences[r.text.tokens[verb]!.sentence]!.first, d).some(k => /^(?:VERB|AUX|DET)$/.test(upos(r, k))))

/** Tokens from the start of the sentence to such a verb, at most. */
const LONG_HEAD = 16

/** Tokens between "asked" and the question word, at most. */
const ASKED = 7

/** "asked the mayor whether the bridge was safe": the question behind the verb to the next comma, whatever the parser made of it; empty where there is none. */
export function questionAfter(r: Reading, i: number): readonly number[] {
  const { last } = r.text.sentences[r.text.tokens[i]!.sentence]!, first = range(i + 1, Math.min(last, i + ASKED)).find(t => lemmaIn(r, t, 'question-word'))
  if (first === undefined || range(i + 1, first).some(t => /^(?:PUNCT|VERB|AUX)$/.test(upos(r, t)))) return []
  const end = range(first, last).find(t => /^[,;.?]$/.test(form(r, t))) ?? last
  return finite(r, range(first, end)) ? range(first, end) : []
}

/** Tokens of the longest such opening. */
const OPENING = 45

/** "Asked whether the bridge was safe, …", "When asked by a reader about the toll, …": what somebody was asked, up to the comma, and by whom; null where the sentence opens with nothing of the kind. */
export function askedFirst(r: Reading, i: number): Tail | null {
  const { first, last } = r.text.sentences[r.text.tokens[i]!.sentence]!, opens = (i === first || i === first + 1 && lemmaAt(r, first) === 'when') && lemmaIn(r, i, 'ask-verb') && /^VB[DN]$/.test(r.syntax.xpos[i] ?? '')
  if (!opens) return null
  const comma = range(i + 2, Math.min(last, i + OPENING)).find(t => form(r, t) === ',' && /^(?:PROPN|PRON|NOUN|DET|ADJ|NUM)$/.test(upos(r, t + 1)) && finite(r, range(t + 1, last))) ?? -1
  if (comma < 0) return null
  const by = lemmaAt(r, i + 1) === 'by' ? range(i + 2, comma).map(t => entityAt(r, t)).find(m => m !== null) ?? null : null
  return { head: by?.head ?? -1, phrase: by === null ? [] : range(i + 2, by.last), content: range(by === null ? i + 1 : by.last, comma) }
}

/** "The governor added:": all of the next sentence, where the colon ends its own. */
export function ahead(r: Reading, i: number): readonly number[] | null {
  const { last } = r.text.sentences[r.text.tokens[i]!.sentence]!, next = r.text.sentences[r.text.tokens[i]!.sentence + 1]
  return next === undefined || r.text.tokens[last - 1]?.form !== ':' || last - i > INTRODUCED ? null : range(next.first, next.last)
}

/** Tokens from a verb of saying to the colon that ends its sentence, at most. */
const INTRODUCED = 4

/** "…, arguing the move was needed": the clause of the participle's words, where the parser hung the participle below it; empty for none. */
export function clauseOver(r: Reading, i: number): readonly number[] {
  const s = r.syntax, up = s.head[i] ?? -1
  if (s.xpos[i] !== 'VBG' || up <= i || r.text.tokens[i - 1]?.form !== ',' || !childrenWith(s, up, 'nsubj', 'nsubj:pass').some(c => c > i)) return []
  return subtree(r, up, i).filter(t => t > i)
}

/** Tokens from the verb to the end of its sentence, at most, and those of what is said, at least. */
const REST = 7, TOLD = 5

/** `… on Friday a monitor and rebels said.`: no comma; who speaks is what stands right before the verb, nothing but a day or a listener after it. */
export function bareTail(r: Reading, i: number): Tail | null {
  const sentence = r.text.sentences[r.text.tokens[i]!.sentence]!
  if (!lemmaIn(r, i, 'tell-verb') || !/^VB[DPZN]$/.test(r.syntax.xpos[i] ?? '') || upos(r, i - 1) === 'AUX' || sentence.last - i > REST) return null
  if (range(i + 1, sentence.last).some(t => !/^(?:PROPN|NOUN|ADP|DET|PUNCT|NUM|ADJ)$/.test(upos(r, t)) || /^[,:"“]$/.test(form(r, t)))) return null
  const phrase = phraseBefore(r, i, sentence.first)
  if (phrase === null) return null
  const from = phrase.phrase[0]!, content = range(sentence.first, from)
  return content.length < TOLD || /^(?:ADP|SCONJ|PRON|VERB|AUX|PART|CCONJ|PUNCT|DET)$/.test(upos(r, from - 1)) && !isPassive(r, from - 1) || !finite(r, content) ? null : { ...phrase, content }
}

/** "… and 12 others were wounded the council said": a participle behind "be" ends what is said; it governs nobody. */
const isPassive = (r: Reading, t: number): boolean => r.syntax.xpos[t] === 'VBN' && upos(r, t - 1) === 'AUX'

/** Tokens from the head of who speaks to the verb, at most. */
const LONG = 10

/** The mentions that end right before the verb, joined by "and"; of "in Aleppo town rebels" only the rebels. */
function phraseBefore(r: Reading, i: number, first: number): Pick<Tail, 'head' | 'phrase'> | null {
  const head = i - 1, m = range(Math.max(first, i - LONG), i).map(t => entityAt(r, t)).find(x => x !== null && x.last === i)
  if (m == null || m.form === 'pronoun' || m.kind === 'place') return null
  let from = m.first
  // "… its cruel and barbaric nature Foreign Secretary Ann Lee told reporters": who speaks begins with the capitals.
  const joined = range(m.first, m.last).find(t => r.syntax.upos[t] === 'CCONJ') ?? -1, capital = range(joined + 1, m.last).find(t => /^\p{Lu}/u.test(form(r, t))) ?? m.last
  if (joined >= 0 && m.last - capital > 2 && range(capital, m.last).every(t => /^\p{Lu}/u.test(form(r, t)))) return { head: m.head, phrase: range(capital, i) }
  if (r.syntax.upos[from - 1] === 'DET') from--
  if (upos(r, from - 1) === 'ADP' && m.head === head) from = range(m.first, head).some(t => (r.placeAt[t] ?? -1) >= 0) ? head : from
  if (upos(r, from - 1) === 'CCONJ') {
    const other = r.entities.mentions[r.entities.byToken[from - 2] ?? -1]
    if (other === undefined || other.last !== from - 1 || other.first < first) return null
    from = other.first - Number(r.syntax.upos[other.first - 1] === 'DET')
  }
  return { head: m.head, phrase: range(from, i) }
}

const finite = (r: Reading, tokens: readonly number[]): boolean => tokens.some(t => /^(?:VB[DPZN]|MD)$/.test(r.syntax.xpos[t] ?? ''))
const form = (r: Reading, t: number): string => r.text.tokens[t]?.form ?? ''
const upos = (r: Reading, t: number): string => r.syntax.upos[t] ?? ''
