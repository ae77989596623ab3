/** Attributions without a verb, as headlines have them: "Police: gunmen kill 12", "Gunmen kill 12 – police"; and the speaker set between commas, "The museum, he said, would close". */
import { isVerb, subjectOf } from '../events/arguments.ts'
import { entityAt, lemmaAt, type Reading } from '../events/reading.ts'
import type { Sentence } from '../model/index.ts'
import { range } from '../text/range.ts'
import type { Draft } from './attribution.ts'
import type { Cue, ClaimLexicon } from './lexicon.ts'

/** Tokens of a speaker who stands before a colon or behind a dash, at most; and of what he says, at least. */
const NAMED = 6, TOLD = 4

const SPEAKERS: ReadonlySet<string> = new Set(['person', 'people', 'force', 'government', 'organisation', 'armed-group'])
const DASH = /^(?:[–—―]|--?)$/

/** One for each sentence that begins or ends with who says it. */
export function findHeadings(r: Reading, lexicon: ClaimLexicon): readonly Draft[] {
  return r.text.sentences.flatMap((sentence): readonly Draft[] => {
    const found = named(r, lexicon, sentence) ?? signed(r, lexicon, sentence)
    return found === null ? [] : [found]
  })
}

/** A label before a colon and who it names: the sentence it opens, or stands alone in before the one that is said. */
interface Label { readonly sentence: number; readonly speaker: number; readonly source: readonly number[] }

/** The sentences of an interview or a record of speeches that go on in their speaker's words behind his label ("Ambassador Smith: We did not shell it. They …"), where several paragraphs open with one; and the one sentence behind a label that stands alone. Those that ascribe words to somebody are left. */
export function labelled(r: Reading, lexicon: ClaimLexicon, held: (sentence: number) => boolean): readonly Draft[] {
  const { sentences } = r.text, labels = sentences.flatMap((s, k): readonly Label[] => { const found = labelOf(r, lexicon, s); return found === null ? [] : [{ sentence: k, ...found }] })
  const many = new Set(labels.map(l => sentences[l.sentence]!.paragraph)).size >= TURNS
  return labels.flatMap(({ sentence, speaker, source }, j) => {
    const { paragraph, last } = sentences[sentence]!, alone = form(r, last - 1) === ':', end = many ? labels[j + 1]?.sentence ?? sentences.length : sentence + (alone ? 2 : 1)
    return range(sentence + 1, Math.min(end, sentences.length)).flatMap((k): readonly Draft[] => {
      const s = sentences[k]!
      return s.paragraph !== paragraph || held(k) || isQuestion(r, s) || !tells(r, range(s.first, s.last)) ? [] : [{ kind: 'say', cue: [s.first, s.first], speaker, source, content: range(s.first, s.last), rule: 'claim:communique' }]
    })
  })
}

/** Paragraphs with a label that make a record of what several said. */
const TURNS = 2

/** Who asks tells nothing. */
const isQuestion = (r: Reading, { last }: Sentence): boolean => form(r, last - 1) === '?'

/** Who stands before a colon at the start of the sentence, whatever follows. */
function labelOf(r: Reading, lexicon: ClaimLexicon, { first, last }: Sentence): Pick<Label, 'speaker' | 'source'> | null {
  const colon = range(first + 1, Math.min(last, first + NAMED + 1)).find(t => form(r, t) === ':') ?? -1, source = range(first, colon), speaker = colon < 0 ? -1 : speakerOf(r, lexicon, source)
  return speaker < 0 ? null : { speaker, source }
}

/** "Police: gunmen kill 12": the colon comes after a short phrase without a verb whose head may speak. */
function named(r: Reading, lexicon: ClaimLexicon, { first: start, last }: Sentence): Draft | null {
  const first = behindHour(r, start, last)
  let colon = first + 1
  while (colon < last && colon - first <= NAMED && form(r, colon) !== ':') colon++
  if (form(r, colon) !== ':' || colon - first > NAMED || last - colon <= TOLD || form(r, last - 1) === '?') return null
  const source = range(first, colon), speaker = speakerOf(r, lexicon, source)
  return speaker < 0 || !tells(r, range(colon + 1, last)) ? null : { kind: 'say', cue: [colon, colon], speaker, source, content: range(colon + 1, last), rule: 'claim:colon' }
}

/** "09:40 – Governor Omar Saleh: …": where the words of an entry of a live report begin, behind the hour and its dash. */
function behindHour(r: Reading, first: number, last: number): number {
  const dash = /^\d{1,2}(?:[:.h]\d\d)?$/.test(form(r, first)) ? range(first + 1, Math.min(last, first + HOUR)).find(t => DASH.test(form(r, t))) ?? -1 : -1
  return dash < 0 || range(first, dash).some(t => /^\p{L}{3,}/u.test(form(r, t)) && !/^(?:GMT|UTC|CET|EST)$/.test(form(r, t))) ? first : dash + 1
}

/** Tokens of the longest hour with its dash. */
const HOUR = 6

/** "Gunmen kill 12: police", "Gunmen kill 12 – police": the last sign is followed by nothing but who says it. */
function signed(r: Reading, lexicon: ClaimLexicon, { first, last }: Sentence): Draft | null {
  const end = /^[.!]$/.test(form(r, last - 1)) ? last - 1 : last
  let sign = end - 1
  while (sign > first && end - sign <= NAMED && form(r, sign) !== ':' && !isDash(r, sign)) sign--
  if (end - sign > NAMED || sign - first < TOLD || sign === end - 1) return null
  const source = range(sign + 1, end), speaker = speakerOf(r, lexicon, source), content = range(first, sign)
  return speaker < 0 || !tells(r, content) ? null : { kind: 'say', cue: [sign, sign], speaker, source, content, rule: 'claim:signed' }
}

/** A dash between blanks; in "al-Nusra" it parts no clauses. */
const isDash = (r: Reading, t: number): boolean => DASH.test(form(r, t)) && (r.text.tokens[t - 1]?.end ?? 0) < r.text.tokens[t]!.start && r.text.tokens[t]!.end < (r.text.tokens[t + 1]?.start ?? 0)

/** "The museum, he said, would close": verb of saying and subject alone between commas, the sentence going on behind them. */
export function parenthesis(r: Reading, i: number, cue: Cue): Draft | null {
  const sentence = r.text.sentences[r.text.tokens[i]!.sentence]!
  if (cue.kind !== 'say' || !cue.takes.has('that') || form(r, i + 1) !== ',') return null
  let from = i
  while (from > sentence.first && i - from <= NAMED && form(r, from) !== ',') from--
  const phrase = range(from + 1, i), before = range(sentence.first, from), after = range(i + 2, sentence.last), subject = subjectOf(r.syntax, i)
  const speaker = phrase.includes(subject) ? subject : phrase.findLast(t => entityAt(r, t) !== null) ?? -1
  if (form(r, from) !== ',' || before.length === 0 || speaker < 0 || phrase.some(t => isVerb(r.syntax, t)) || finite(r, before) || !finite(r, after)) return null
  return { kind: 'say', cue: [i, i], speaker, source: phrase.filter(t => !/^(?:AUX|ADV)$/.test(r.syntax.upos[t] ?? '')), content: [...before, ...after], rule: 'claim:parenthesis' }
}

/** The head of the phrase where it may speak: somebody known for a person, a group or an office, or a word such as "witness"; else -1. */
function speakerOf(r: Reading, lexicon: ClaimLexicon, phrase: readonly number[]): number {
  const inside = new Set(phrase)
  if (phrase.some(t => isVerb(r.syntax, t) || /^(?:PUNCT|NUM|SCONJ)$/.test(r.syntax.upos[t] ?? '') && !/^[.,&'’-]$/.test(form(r, t)))) return -1
  const head = phrase.find(t => !inside.has(r.syntax.head[t] ?? -1)) ?? -1, mention = head < 0 ? null : entityAt(r, head)
  if (head < 0) return -1
  // "Enemy side: 12 dead" heads a list and tells nothing.
  if ((r.placeAt[head] ?? -1) >= 0 && mention?.kind !== 'state' && mention?.kind !== 'government') return -1
  return lemmaAt(r, head) !== 'side' && (mention !== null && SPEAKERS.has(mention.kind)) || lexicon.voices.has(lemmaAt(r, head)) ? head : -1
}

/** A clause, or a headline's "12 killed in attack"; not a noun with its modifiers ("a history of failed coups"). */
const tells = (r: Reading, tokens: readonly number[]): boolean => tokens.length >= TOLD && tokens.some(t => (r.syntax.xpos[t] ?? '').startsWith('VB') && r.syntax.deprel[t] !== 'amod')
const finite = (r: Reading, tokens: readonly number[]): boolean => tokens.some(t => /^(?:VB[DPZ]|MD)$/.test(r.syntax.xpos[t] ?? ''))
const form = (r: Reading, t: number): string => r.text.tokens[t]?.form ?? ''
