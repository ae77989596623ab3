/** Which act the words behind a phrase of cause name: one told in them, or the likeliest of those told elsewhere. */
import type { FoundEvent } from '../events/find.ts'
import { lemmaAt, type Reading } from '../events/reading.ts'
import type { CauseLexicon, Pointer } from './lexicon.ts'
import { isStruck, likelihood, likelihoodOfAnswer, REACH } from './likelihood.ts'
import type { Not, Phrase, Telling } from './telling.ts'

/** Tokens of a phrase that are read. */
const LONGEST = 14

/** The words behind a cue that ends before `from`, up to the next comma or stop. */
export function phraseAfter(r: Reading, from: number): Phrase {
  const end = Math.min(r.text.sentences[r.text.tokens[from - 1]!.sentence]!.last, from + LONGEST)
  let to = from
  while (to < end && !/^[,;:.!?()–—]$/.test(r.text.tokens[to]!.form)) to++
  return { from, to }
}

/** The act that a phrase names, or null. */
export function actNamed(r: Reading, tellings: readonly Telling[], phrase: Phrase, not: Not, { nouns }: CauseLexicon): FoundEvent | null {
  const told = tellings.filter(t => t.token >= phrase.from && t.token < phrase.to && t.found !== not.found), full = told.find(t => !isBare(t))
  if (full !== undefined) return full.found
  const pointer = pointerOf(r, phrase, nouns), types = told.length > 0 ? [told[0]!.found.event.type] : pointer?.types ?? [], own = new Set(told.map(t => t.found))
  const near = eventsOf(tellings, t => t.found !== not.found && (types.length === 0 || types.includes(t.found.event.type)))
  return best(near, acts => likelihood(r, acts, phrase, not, { types, fits: pointer?.fits ?? [] }, own.has(acts[0]!.found))) ?? told[0]?.found ?? null
}

/** What a bare noun tells of an answer ("the attack was in reply to"): of the acts of its kind told before, the likeliest. */
export function answerNamed(r: Reading, tellings: readonly Telling[], near: Telling, before: number, but: FoundEvent): FoundEvent {
  const acts = eventsOf(tellings, t => t.token < before && t.found.event.type === near.found.event.type && t.found !== but)
  return isPointing(near) ? best(acts, told => likelihoodOfAnswer(r, told, near, before)) ?? near.found : near.found
}

/** What "it was a reply" tells of: of the acts told shortly before, the likeliest, but none that struck those for whom it is said to be ("they were avenging the brothers"). */
export function answerBefore(r: Reading, tellings: readonly Telling[], phrase: Phrase, before: number, sentence: number): Telling | undefined {
  const acts = eventsOf(tellings, t => t.sentence < sentence && sentence - t.sentence <= REACH && !isStruck(r, t.found, phrase)), found = best(acts, told => likelihoodOfAnswer(r, told, undefined, before, sentence))
  return tellings.findLast(t => t.found === found && t.sentence < sentence)
}

/** The act last told before that struck those whom a phrase names. */
export function struckBefore(r: Reading, tellings: readonly Telling[], phrase: Phrase, { found, before }: Not): FoundEvent | null {
  return tellings.findLast(t => t.token < before && t.found !== found && isStruck(r, t.found, phrase))?.found ?? null
}

/** Tellings by the event that they tell of. */
function eventsOf(tellings: readonly Telling[], holds: (t: Telling) => boolean): readonly (readonly Telling[])[] {
  const out = new Map<FoundEvent, Telling[]>()
  for (const t of tellings) if (holds(t)) { const list = out.get(t.found); if (list) list.push(t); else out.set(t.found, [t]) }
  return [...out.values()]
}

function best(acts: readonly (readonly Telling[])[], score: (told: readonly Telling[]) => number | null): FoundEvent | undefined {
  let found: FoundEvent | undefined, most = -Infinity
  for (const told of acts) { const s = score(told); if (s !== null && s > most) { found = told[0]!.found; most = s } }
  return found
}

/** Clause distance within which a place or day is a noun's own. */
const NEAR = 1.6

const accountOf = ({ token, found }: Telling): FoundEvent['accounts'][number] => found.accounts.find(a => a.triggers.some(t => t.token === token))!

/** "The attack", "that crime": told by one noun alone, which may be any act's. */
function isBare(t: Telling): boolean {
  const { triggers, tolls, recipients, places, times } = accountOf(t)
  return triggers.every(x => x.nominal) && tolls.length === 0 && recipients.length === 0 && places.every(p => p.distance >= NEAR) && times.every(x => x.distance >= NEAR)
}

/** "The attack in Gao was a reply": whatever is said of it beside. */
function isPointing(t: Telling): boolean {
  const { anaphoric, recipients, tolls } = accountOf(t)
  return isBare(t) || anaphoric && recipients.length === 0 && tolls.length === 0
}

/** What the phrase's first noun that points back may stand for. */
function pointerOf(r: Reading, { from, to }: Phrase, nouns: CauseLexicon['nouns']): Pointer | undefined {
  for (let i = from; i < to; i++) { const pointer = nouns.get(lemmaAt(r, i)); if (pointer !== undefined) return pointer }
  return undefined
}
