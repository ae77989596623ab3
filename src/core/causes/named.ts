/** Which act the words behind a phrase of cause name: one told in them, one whose place they name, or the one that "the attack" and "this" point back to. */
import type { FoundEvent } from '../events/find.ts'
import { entityAt, lemmaAt, type Reading } from '../events/reading.ts'
import type { CauseLexicon } from './lexicon.ts'

/** A place in the text where an event is told of. */
export interface Telling { readonly token: number; readonly sentence: number; readonly found: FoundEvent }

/** How many sentences back an act may be told that words point back to. */
export const REACH = 4

/** Tokens of a phrase that are read. */
const LONGEST = 14

/** Tokens from..to) of the words behind a cue. */
export interface Phrase { readonly from: number; readonly to: number }

/** The words behind a cue that ends before `from`, up to the next comma or stop. */
export function phraseAfter(r: Reading, from: number): Phrase {
  const end = Math.min(r.text.sentences[r.text.tokens[from - 1]!.sentence]!.last, from + LONGEST)
  let to = from
  while (to < end && !/^[,;:.!?()–—]$/.test(r.text.tokens[to]!.form)) to++
  return { from, to }
}

/** The answer, which cannot be what is answered, the token before which it is told, and the sentence of the cue. */
export interface Not { readonly found: FoundEvent | undefined; readonly before: number; readonly sentence: number }

/** The act that a phrase names, or null. */
export function actNamed(r: Reading, tellings: readonly Telling[], phrase: Phrase, not: Not, { nouns }: CauseLexicon): FoundEvent | null {
  const told = tellings.filter(t => t.token >= phrase.from && t.token < phrase.to && t.found !== not.found), full = told.find(t => !isBare(r, t))
  if (full !== undefined) return full.found
  const types = told.length > 0 ? [told[0]!.found.event.type] : typesOf(r, phrase, nouns), others = tellings.filter(t => t.found !== not.found && !told.includes(t) && (types.length === 0 || types.includes(t.found.event.type)))
  return (byPlace(r, others, phrase) ?? byVictim(r, others, phrase, not) ?? byDay(r, others, phrase) ?? pointedAt(r, others, phrase, not, types) ?? told[0])?.found ?? null
}

/** "The attack", "that crime": told by one noun alone, which may be any act's. */
const isBare = (r: Reading, { found: { accounts } }: Telling): boolean => accounts.length === 1 && accounts[0]!.triggers.every(t => t.nominal) && accounts[0]!.tolls.length === 0 && accounts[0]!.recipients.length === 0
  && accounts[0]!.places.every(p => p.distance >= NEAR) && accounts[0]!.times.every(t => t.distance >= NEAR)

/** Clause distance within which a place or day is a noun's own. */
const NEAR = 1.6

/** The kinds of act that the phrase's first noun that points back may stand for, likeliest first. */
function typesOf(r: Reading, { from, to }: Phrase, nouns: CauseLexicon['nouns']): readonly string[] {
  for (let i = from; i < to; i++) { const types = nouns.get(lemmaAt(r, i)); if (types !== undefined) return types }
  return []
}

/** The act last told before whose place the phrase names ("the crime in Tyre", "an answer for Lozova"). */
function byPlace(r: Reading, tellings: readonly Telling[], { from, to }: Phrase): Telling | undefined {
  for (let i = from; i < to; i++) {
    if (r.syntax.upos[i] !== 'PROPN') continue
    const word = r.text.tokens[i]!.norm, there = tellings.filter(t => t.found.event.places.some(p => p.precision !== 'country' && p.name.split(' ').includes(word)))
    const at = there.findLast(t => t.token < from) ?? there[0]
    if (at !== undefined) return at
  }
  return undefined
}

/** The act last told before that struck those whom the phrase names ("to avenge the market women", "in revenge for Corporal Hill"); not who only stands behind a preposition in it ("the raid by troops on the farmers"). */
export function byVictim(r: Reading, tellings: readonly Telling[], { from, to }: Phrase, not: Pick<Not, 'before'>): Telling | undefined {
  for (let i = from; i < to; i++) {
    const chain = entityAt(r, i)?.chain ?? -1
    if (chain < 0) continue
    const struck = (t: Telling): boolean => t.found.accounts.some(a => a.recipients.some(h => entityAt(r, h)?.chain === chain))
    return tellings.findLast(t => t.token < not.before && struck(t)) ?? tellings.find(t => t.token >= to && struck(t))
  }
  return undefined
}

/** The act last told before whose day the phrase names ("the events of 3 March", "Monday's raids"). */
function byDay(r: Reading, tellings: readonly Telling[], { from, to }: Phrase): Telling | undefined {
  for (let i = from; i < to; i++) {
    const time = r.times[r.timeAt[i] ?? -1]
    if (time?.first == null || time.first !== time.last) continue
    const then = tellings.filter(t => t.found.event.date?.start === time.first && t.found.event.date.end === time.last), at = then.findLast(t => t.token < from) ?? then[0]
    if (at !== undefined) return at
  }
  return undefined
}

const POINTING = /^(?:this|that|these|those|it|what)$/
const KINDS = /^(?:ASSAULT|COERCE)$/

/** The act last told before the answer of a kind that the phrase's noun may stand for; what "this" points at is an attack or a measure. */
function pointedAt(r: Reading, tellings: readonly Telling[], { from }: Phrase, not: Not, types: readonly string[]): Telling | undefined {
  const before = tellings.filter(t => t.token < not.before && not.sentence - t.sentence <= REACH)
  for (const type of types) { const at = before.findLast(t => t.found.event.type === type); if (at !== undefined) return at }
  return types.length === 0 && POINTING.test(lemmaAt(r, from)) ? before.findLast(t => KINDS.test(t.found.event.type)) : undefined
}
