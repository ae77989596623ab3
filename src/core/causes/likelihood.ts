/** How likely it is that words which name no act of their own ("the crime in Tyre", "what happened on Monday", "our dead") mean a given act. */
import type { FoundEvent } from '../events/find.ts'
import { entityAt, lemmaAt, type Reading } from '../events/reading.ts'
import { range } from '../text/range.ts'
import type { Pointer } from './lexicon.ts'
import type { Not, Phrase, Telling } from './telling.ts'

type Event = FoundEvent['event']

/** How many sentences back an act may be told that words point back to which name nothing else of it. */
export const REACH = 4

/** What speaks for and against an act; set by random search over the reports for development, then rounded. */
const W = { place: 3, victim: 2.5, day: 3, word: 2, own: 0.1, otherType: -0.2, after: -2, sentence: -0.3, account: 0.3, sameDoer: -2, later: -2, struckTheAnswerer: 1, planned: -1, fits: 0.5 }

/** The same for who is told to have answered. */
const A = { own: 1, account: 0.3, sentence: -0.2, planned: -1, speaker: 1.9 }

/** Sentences and accounts that count, at most. */
const FARTHEST = 8, FARTHEST_ANSWER = 6, MOST = 4

/** What words must say of an act that no noun for an act points back to. */
const ENOUGH = 2

const POINTING = /^(?:this|that|these|those|it|what)$/
const KINDS = /^(?:ASSAULT|COERCE)$/

/** How likely a phrase names the act of `told`, by the place, the victim, the day and the things that both speak of, by how near it was told and how much of it; null where nothing speaks for it. `own`: a noun of the phrase was joined with it. */
export function likelihood(r: Reading, told: readonly Telling[], phrase: Phrase, not: Not, { types, fits }: Pointer, own: boolean): number | null {
  const { found } = told[0]!, { event } = found, before = told.findLast(t => t.token < not.before), back = before === undefined ? Infinity : not.sentence - before.sentence
  const named = evidence(r, told, types.length > 0 ? phrase : simple(r, phrase), phrase), enough = named >= ENOUGH, points = types.length > 0 || POINTING.test(lemmaAt(r, phrase.from)) && KINDS.test(event.type)
  const fit = fits.includes(event.mode ?? '') || fits.includes('killed') && (event.killed?.min ?? 0) > 0
  if (not.named === true && !enough || !own && !(enough && (points || not.acts !== true) || points && back <= REACH)) return null
  if (not.acts === true && !own && !fit && fits.length > 0) return null
  const when = before === undefined ? W.after : W.sentence * Math.min(back, FARTHEST), type = W.otherType * Math.max(0, types.indexOf(event.type))
  return named + (fit ? W.fits : 0) + (own ? W.own : 0) + type + when + W.account * Math.min(found.accounts.length, MOST) + (isPlanned(event) ? W.planned : 0) + (not.found === undefined ? 0 : besides(event, not.found.event))
}

/** How likely a bare noun or "it" tells the act of `told` as an answer: whose doers speak, what was told last and most. */
export function likelihoodOfAnswer(r: Reading, told: readonly Telling[], near: Telling | undefined, before: number, sentence = near?.sentence ?? 0): number {
  const { found } = told[0]!, last = told.findLast(t => t.token < before && t !== near), back = last === undefined ? FARTHEST_ANSWER : Math.min(FARTHEST_ANSWER, sentence - last.sentence)
  return (found === near?.found ? A.own : 0) + A.account * Math.min(MOST, found.accounts.length) + A.sentence * back + (isPlanned(found.event) ? A.planned : 0) + (isSpeaker(r, found, r.text.sentences[sentence]!.first, before) ? A.speaker : 0)
}

const isPlanned = ({ status }: Event): boolean => status === 'planned' || status === 'hypothetical'

/** What the answer says of an act: nobody answers himself, nor what comes later, and whoever was struck is likelier to answer. */
function besides(cause: Event, answer: Event): number {
  const same = cause.actors.some(x => answer.actors.some(y => x.name === y.name)), later = answer.date?.end && cause.date?.start ? answer.date.end < cause.date.start : false
  const struck = cause.recipients.some(x => answer.actors.some(y => x.name === y.name || x.country !== null && x.country === y.country))
  return (same ? W.sameDoer : 0) + (later ? W.later : 0) + (struck ? W.struckTheAnswerer : 0)
}

/** "The Houthis said the attacks were a reply": whether one who did an act is named before the cue. */
function isSpeaker(r: Reading, { actorHeads }: FoundEvent, from: number, to: number): boolean {
  const chains = new Set(actorHeads.map(h => entityAt(r, h)?.chain ?? -1))
  return range(from, to).some(i => { const chain = entityAt(r, i)?.chain ?? -1; return chain >= 0 && chains.has(chain) })
}

function evidence(r: Reading, told: readonly Telling[], words: Phrase, phrase: Phrase): number {
  const { found } = told[0]!
  return (hasPlace(r, found.event, phrase) ? W.place : 0) + (isStruck(r, found, phrase) ? W.victim : 0) + (isOfDay(r, found.event, phrase) ? W.day : 0) + W.word * sharedWords(r, told, words)
}

/** A phrase up to where it goes on with a clause ("the law that lets the police search"); what "a" brings in was not told before. */
function simple(r: Reading, { from, to }: Phrase): Phrase {
  if (/^(?:a|an)$/.test(r.text.tokens[from]?.norm.toLowerCase() ?? '')) return { from, to: from }
  return { from, to: range(from, to).find(i => r.syntax.upos[i] === 'VERB' || i > from && /^(?:who|that|which)$/.test(lemmaAt(r, i))) ?? to }
}

/** Whether a phrase names the place of an act ("the crime in Tyre", "an answer for Lozova"). */
function hasPlace(r: Reading, event: Event, { from, to }: Phrase): boolean {
  const places = new Set(event.places.filter(p => p.precision !== 'country').flatMap(p => p.name.split(/[ -]/)))
  return range(from, to).some(i => r.syntax.upos[i] === 'PROPN' && places.has(r.text.tokens[i]!.norm))
}

/** How many of the things that a phrase speaks of are spoken of where the act is told, a name counted twice. */
function sharedWords(r: Reading, told: readonly Telling[], { from, to }: Phrase): number {
  const words = new Map(range(from, to).filter(i => /^(?:NOUN|PROPN)$/.test(r.syntax.upos[i] ?? '') && (r.timeAt[i] ?? -1) < 0).map(i => [lemmaAt(r, i), r.syntax.upos[i] === 'PROPN' ? 2 : 1]))
  const found = new Set<string>()
  if (words.size > 0) for (const k of new Set(told.map(t => t.sentence))) {
    const { first, last } = r.text.sentences[k]!
    if (from < first || from >= last) for (let i = first; i < last; i++) if (words.has(lemmaAt(r, i))) found.add(lemmaAt(r, i))
  }
  return [...found].reduce((sum, w) => sum + words.get(w)!, 0)
}

/** Whether an act struck those whom a phrase names ("to avenge the market women", "in revenge for Corporal Hill"). */
export function isStruck(r: Reading, found: FoundEvent, { from, to }: Phrase): boolean {
  const struck = chainsOf(r, found)
  return range(from, to).some(i => { const chain = entityAt(r, i)?.chain ?? -1; return chain >= 0 && struck.has(chain) })
}

/** The chains of those whom an act struck, gathered once: a long report asks often. */
function chainsOf(r: Reading, found: FoundEvent): ReadonlySet<number> {
  const known = chains.get(found) ?? new Set(found.accounts.flatMap(a => a.recipients.map(h => entityAt(r, h)?.chain ?? -1)))
  chains.set(found, known)
  return known
}
const chains = new WeakMap<FoundEvent, ReadonlySet<number>>()

/** Whether an act was on the one day that a phrase names ("the events of 3 March", "Monday's raids"). */
const isOfDay = (r: Reading, { date }: Event, { from, to }: Phrase): boolean => range(from, to).some(i => { const time = r.times[r.timeAt[i] ?? -1]; return time?.first != null && time.first === time.last && date?.start === time.first && date.end === time.last })
