/** Statements that hold no words of their own and take up what another said before: "said the same", "repeated the accusation", "which their families rejected". */
import { childrenWith, isVerb, prepositionOf, subjectOf } from '../events/arguments.ts'
import { entityAt, lemmaAt, lemmaIn, type Reading } from '../events/reading.ts'
import type { About, Claim, Stance } from '../model/index.ts'
import { range } from '../text/range.ts'
import type { Attribution, Draft } from './attribution.ts'
import type { ClaimLexicon, Cue } from './lexicon.ts'

/** What is taken up: a figure, a charge or whatever was said. */
type Taken = 'figure' | 'charge' | 'any'

/** Sentences back to what is taken up. */
const REACH = 2

/** "The governor said the same", "gave the same figure", "told a similar story", "echoed that", "repeated the charge": one who says what was said before; null for all else, and for verbs of which that is no object ("supported the strike"). */
export function echo(r: Reading, lexicon: ClaimLexicon, i: number, senses: readonly Cue[]): Draft | null {
  const s = r.syntax, speaker = subjectOf(s, i), object = childrenWith(s, i, 'obj').find(c => c > i) ?? -1
  if (speaker < 0 || object < 0 || s.xpos[i] === 'VBG' || childrenWith(s, i, 'ccomp', 'xcomp').length > 0 || childrenWith(s, object, 'acl', 'acl:relcl', 'nmod').length > 0) return null
  const isSame = lemmaIn(r, object, 'same-word') || childrenWith(s, object, 'amod').some(c => lemmaIn(r, c, 'same-word')) && (takenBy(r, lexicon, object) !== null || lemmaIn(r, object, 'account-noun'))
  const says = senses.some(c => c.kind === 'say' || c.kind === 'confirm') || lemmaIn(r, i, 'utter-verb'), takesUp = lemmaIn(r, i, 'echo-verb') && takenBy(r, lexicon, object) !== null && isDefinite(r, object)
  return isSame && says || takesUp ? { kind: senses.some(c => c.kind === 'confirm') ? 'confirm' : 'say', cue: [i, i], speaker, content: [object], specific: false, rule: 'claim:echo' } : null
}

/** "…, as did the Red Front", "So has its commander": one who does what another did in words; not "police opened fire, as did soldiers". */
export function alike(r: Reading, lexicon: ClaimLexicon, i: number): Draft | null {
  const here = r.text.tokens[i]!.sentence, { first, last } = r.text.sentences[here]!, word = lemmaAt(r, i - 1) === 'too' ? i - 2 : i - 1, form = (t: number): string => r.text.tokens[t]?.form ?? ''
  if (lemmaAt(r, i) !== 'do' && lemmaAt(r, i) !== 'have' || word < first) return null
  const end = range(i + 1, last).find(t => /^[,;.:–—]$/.test(form(t))) ?? last, phrase = range(i + 1, end), head = phrase.find(t => !phrase.includes(r.syntax.head[t] ?? -1)) ?? -1
  if (phrase.length === 0 || phrase.length > ALIKE || entityAt(r, head) === null || phrase.some(t => isVerb(r.syntax, t) || r.syntax.upos[t] === 'AUX')) return null
  const as = lemmaAt(r, word) === 'as' && form(word - 1) === ',', so = lemmaAt(r, word) === 'so' && word === first && here > 0, before = so ? r.text.sentences[here - 1]! : { first, last: word }
  const verb = as ? r.syntax.head[i] ?? -1 : so ? range(before.first, before.last).find(t => r.syntax.deprel[t] === 'root') ?? -1 : -1
  const says = verb >= before.first && verb < before.last && isVerb(r.syntax, verb) && (lexicon.verbs.get(lemmaAt(r, verb)) ?? []).some(c => c.kind !== 'view')
  return says ? { kind: 'say', cue: [i, i], speaker: head, source: phrase, content: [word], specific: false, rule: 'claim:echo' } : null
}

/** Tokens of the longest phrase for who does alike. */
const ALIKE = 10

/** "The", "that" or a pronoun: what was told before. */
const isDefinite = (r: Reading, noun: number): boolean => r.syntax.upos[noun] === 'PRON' || childrenWith(r.syntax, noun, 'det').some(c => lemmaIn(r, c, 'back-pointing'))

/** What the noun or pronoun takes up, or null for a word that takes up nothing. */
function takenBy(r: Reading, lexicon: ClaimLexicon, noun: number): Taken | null {
  if (lexicon.figures.has(lemmaAt(r, noun))) return 'figure'
  if (r.syntax.xpos[noun] === 'WDT') return 'any'
  if (lemmaIn(r, noun, 'charge-word')) return 'charge'
  return lexicon.statements.has(lemmaAt(r, noun)) || lemmaIn(r, noun, 'same-word') ? 'any' : null
}

/** A claim on an event; `actor` is the head token of who did it by this claim, or -1. */
export interface Bound { readonly event: string; readonly claim: Claim; readonly rule: string; readonly actor: number }

/** One statement as the rules read it, before those that follow. */
export interface Past { readonly frame: Attribution; readonly speaker: { readonly name: string; readonly chain: number }; readonly bound: readonly Bound[] }

/** What a statement that takes up another says of which event, its stance that of the other but for who owned up to the act. */
export function echoed(r: Reading, lexicon: ClaimLexicon, frame: Attribution, past: readonly Past[], speaker: Past['speaker']): readonly { readonly event: string; readonly stance: Stance; readonly about: About; readonly value: Claim['value'] }[] {
  const last = lastOf(r, frame, past, speaker), taken = takenBy(r, lexicon, frame.content[0] ?? -1)
  return (last?.bound ?? []).filter(b => fits(b, taken ?? 'any')).map(({ event, claim: { stance, about, value } }) => ({ event, about, value, stance: stance === 'reports' && frame.kind === 'confirm' ? 'confirms' : stance === 'claims-responsibility' ? 'reports' : stance }))
}

/** The last statement of another mouth in the sentences before, or in the same. */
function lastOf(r: Reading, frame: Attribution, past: readonly Past[], speaker: Past['speaker']): Past | undefined {
  const here = r.text.tokens[frame.cue[0]]!.sentence
  return past.findLast(p => p.frame.cue[0] < frame.cue[0] && here - r.text.tokens[p.frame.cue[0]]!.sentence <= REACH && p.frame.kind !== 'view' && p.speaker.name !== speaker.name && !(p.speaker.chain >= 0 && p.speaker.chain === speaker.chain))
}

const isFigure = (b: Bound): boolean => b.claim.about === 'killed' || b.claim.about === 'injured'
const fits = (b: Bound, taken: Taken): boolean => taken === 'any' || (taken === 'figure' ? isFigure(b) : b.claim.stance === 'accuses')

/** "Denied this", "rejected the account", "disputed the figures", "which their families rejected": what is denied of which event by words that only point back, as the last statement of another mouth had it: the part in it of whoever was charged, whom it struck, its figures, or that it happened; null where the words say more, or nothing was said. */
export function denies(r: Reading, lexicon: ClaimLexicon, frame: Attribution, past: readonly Past[], speaker: Past['speaker']): { readonly event: string; readonly about: About; readonly value: Claim['value'] } | null {
  const noun = pointing(r, lexicon, frame), taken = noun < 0 ? null : takenBy(r, lexicon, noun), last = taken === null ? undefined : lastOf(r, frame, past, speaker)
  const bound = (last?.bound ?? []).filter(b => fits(b, taken!)), of = (p: (b: Bound) => boolean): Bound | undefined => bound.find(p)
  const whom = of(b => b.claim.about === 'recipient'), figure = of(isFigure)
  if (taken === 'figure') return figure === undefined ? null : { event: figure.event, about: figure.claim.about, value: figure.claim.value }
  if (of(b => b.claim.stance === 'accuses') !== undefined || taken === 'charge') return null
  return whom === undefined ? null : { event: whom.event, about: 'recipient', value: null }
}

/** The word that points back, where the content is nothing else: "this", "which", "the figures", "that as a lie"; -1 for none. */
function pointing(r: Reading, lexicon: ClaimLexicon, { content, cue }: Attribution): number {
  const noun = content.find(t => takenBy(r, lexicon, t) !== null && (isDefinite(r, t) || (r.syntax.xpos[t] ?? '').startsWith('W'))) ?? -1
  if (noun < 0 || r.syntax.head[noun] !== cue[0] || r.syntax.deprel[noun] !== 'obj') return -1
  return childrenWith(r.syntax, noun, 'acl', 'acl:relcl', 'nmod', 'ccomp').every(c => prepositionOf(r.syntax, c) === 'as') ? noun : -1
}
