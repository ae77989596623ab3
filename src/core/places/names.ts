/** Finds stretches of tokens that are names in the gazetteer, the longest first, and the type words beside them. */
import type { Gazetteer, GazetteerPlace } from './gazetteer.ts'
import { placeKey } from './key.ts'
import type { PlaceLexicon, TypeWord } from './lexicon.ts'
import type { View } from './view.ts'

/** Tokens of a name: `first..last` with its type word where that follows it, `nameFirst..nameLast` without. */
export interface Name {
  readonly first: number
  readonly last: number
  readonly nameFirst: number
  readonly nameLast: number
  readonly key: string
  readonly type: TypeWord | null
  /** True when the type word stands before the name: "the village of NAME". */
  readonly typedBefore: boolean
  readonly candidates: readonly GazetteerPlace[]
  /** The words around it tell that it is a place. */
  readonly told?: boolean
}

/** A name has at most this many tokens; a hyphen is a token. */
const MAX_TOKENS = 9
/** The Arabic article in its spellings. */
export const ARTICLE = /^(?:al|el|as|ash|ad|ar|an|at|az|es|ed|er|ez|ul)$/
const JOINT = /^(?:-|–|'s|’s|'|’|\.|al|el|as|ash|ad|ar|an|at|az|es|ed|er|ez|ul|e|i|au|aux|de|da|do|dos|das|del|della|la|le|les|los|las|du|des|of|the|and|&|upon|on|en|sur|di|van|der|den|y|bin|ben|wa|o)$/

/** All names of the report, in text order and never overlapping. */
export function findNames(view: View, gazetteer: Gazetteer, lexicon: PlaceLexicon): readonly Name[] {
  const names: Name[] = [], bare = !/['’]s\b/.test(view.text.text)
  for (let i = 0; i < view.size;) {
    const short = names.at(-1)?.nameLast === i - 1 || view.capital(i - 2) ? shortAt(view, gazetteer, lexicon, i) : null
    if (short !== null) { names.push(short); i = short.last; continue }
    const end = mayStart(view, i) && !isOpener(view, gazetteer, i) ? longestName(view, gazetteer, i) : 0, one = end <= i + 1 ? writtenApart(view, gazetteer, i) : null
    if (one !== null) { names.push(typed(view, lexicon, one)); i = names.at(-1)!.last; continue }
    const owner = end === 0 && bare ? ownerAt(view, gazetteer, i) : null
    if (owner !== null) names.push(owner)
    else if (end > 0) names.push(withDirection(view, lexicon, gazetteer, typed(view, lexicon, nameOf(view, gazetteer, i, end))))
    i = end > 0 ? Math.max(end, names.at(-1)!.last) : i + 1
  }
  return names
}

/** "Corbin, Ky.": the division whose shortened name stands after a name and a comma; else null. */
function shortAt(view: View, gazetteer: Gazetteer, lexicon: PlaceLexicon, i: number): Name | null {
  if (view.low(i - 1) !== ',' || !view.together(i - 2, i)) return null
  const id = lexicon.abbreviation(view.slice(i, i + 1)), place = id === null ? null : gazetteer.entry(id)
  return place === null ? null : { first: i, last: i + 1, nameFirst: i, nameLast: i + 1, key: placeKey(place.name), type: null, typedBefore: false, candidates: [place] }
}

/** "Syrias Aleppo province": in a text that has lost its apostrophes, a country or a great city with the s of its possessive; else null. */
function ownerAt(view: View, gazetteer: Gazetteer, i: number): Name | null {
  const words = view.slice(i, i + 1)
  if (!view.cased(i) || !view.capital(i) || !/^\p{Lu}\p{L}{3,}s$/u.test(words)) return null
  const name = nameOf(view, gazetteer, i, i + 1), candidates = gazetteer.lookup(words.slice(0, -1)).filter(c => c.origin === 'country' || c.population >= GREAT)
  return candidates.length === 0 ? null : { ...name, key: placeKey(words.slice(0, -1)), candidates }
}

/** A city is great from this population on. */
const GREAT = 500_000

/** A capital, or the Arabic article in small letters before one. */
function mayStart(view: View, i: number): boolean {
  if (view.nameable(i)) return view.cased(i) || !JOINT.test(view.low(i)) || ARTICLE.test(view.low(i))
  return view.cased(i) && ARTICLE.test(view.low(i)) && (/^[ae]l$/.test(view.low(i)) && view.capital(i + 1) || /^[-–]$/.test(view.low(i + 1)) && view.capital(i + 2))
}

/** "In Port Sudan, ...": a preposition that opens a sentence before a name of the gazetteer, though there is a place called In Port. */
const isOpener = (view: View, gazetteer: Gazetteer, i: number): boolean => view.upos(i) === 'ADP' && view.cased(i) && view.startsSentence(i) && view.nameable(i + 1) && view.together(i, i + 1) && longestName(view, gazetteer, i + 1) > 0

/** "Balad Ruz": two words that the gazetteer writes as one, where that is a town of some size or one of our own tables; else null. */
function writtenApart(view: View, gazetteer: Gazetteer, i: number): Name | null {
  if (!view.cased(i) || !view.capital(i) || !view.capital(i + 1) || !view.together(i, i + 1) || view.startsSentence(i)) return null
  const key = placeKey(view.slice(i, i + 2)), joined = key.replace(' ', '')
  if (joined.length < APART || key.split(' ').length !== 2) return null
  const candidates = gazetteer.lookup(joined).filter(place => place.precision === 'town' && (place.population >= TOWN || SEAT.test(place.kind)) && placeKey(place.name) === joined)
  return candidates.length === 0 ? null : { ...nameOf(view, gazetteer, i, i + 2), key: joined, candidates }
}

/** Letters of a name that is written apart; the least population of its town, unless it is a seat of some government. */
const APART = 7, TOWN = 10_000, SEAT = /^PPL[AC]/

function longestName(view: View, gazetteer: Gazetteer, first: number): number {
  let end = 0
  for (let last = first; last < first + MAX_TOKENS && view.together(first, last); last++) {
    const joint = JOINT.test(view.low(last)) && !(view.cased(last) && view.capital(last))
    if (!joint && !view.nameable(last)) { if (!/^\d+$/.test(view.low(last))) break }
    if (joint || last > first && !view.nameable(last) && !/^\d+$/.test(view.low(last))) continue
    if (gazetteer.has(placeKey(view.slice(first, last + 1)))) end = last + 1
  }
  return end
}

function nameOf(view: View, gazetteer: Gazetteer, first: number, last: number): Name {
  const words = view.slice(first, last)
  return { first, last, nameFirst: first, nameLast: last, key: placeKey(words), type: null, typedBefore: false, candidates: gazetteer.lookup(words) }
}

/** "Northern Region" is a name of some provinces; to others only "Northern" is, and they are meant as well. */
function withDirection(view: View, lexicon: PlaceLexicon, gazetteer: Gazetteer, name: Name): Name {
  const last = name.nameLast - 1
  if (last <= name.nameFirst || name.type !== null || !lexicon.is(view.low(name.nameFirst), 'direction') || typeAt(view, lexicon, last)?.precision !== 'province') return name
  const more = gazetteer.lookup(view.slice(name.nameFirst, last)).filter(place => place.origin === 'admin1' && !name.candidates.some(c => c.id === place.id))
  return more.length === 0 ? name : { ...name, candidates: [...name.candidates, ...more] }
}

/** Adds the type word beside a name, if there is one: after it first ("Herat province"), else before it ("the province of Herat"). */
export function typed(view: View, lexicon: PlaceLexicon, name: Name): Name {
  const after = typeAt(view, lexicon, name.nameLast)
  if (after !== null && after.after && view.together(name.nameFirst, name.nameLast)) return { ...name, last: name.nameLast + after.words.length, type: after }
  const before = typeBefore(view, lexicon, name.nameFirst)
  return before === null ? name : { ...name, type: before, typedBefore: true }
}

/** The longest type word that starts at token `i`. */
export function typeAt(view: View, lexicon: PlaceLexicon, i: number): TypeWord | null {
  return lexicon.types.get(view.low(i))?.find(type => type.words.every((word, k) => view.low(i + k) === word && view.together(i, i + k))) ?? null
}

/** The type word that governs a name from before: "province of NAME", "the village NAME". */
function typeBefore(view: View, lexicon: PlaceLexicon, first: number): TypeWord | null {
  const of = view.low(first - 1) === 'of'
  const end = of ? first - 1 : first
  for (let size = 3; size > 0; size--) {
    const type = typeAt(view, lexicon, end - size)
    if (type === null || type.words.length !== size || !type.before || !view.together(end - size, first)) continue
    if (of || view.cased(first) && (type.titled || !view.capital(end - 1))) return type
  }
  return null
}
