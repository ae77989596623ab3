/** Names that go on past what the gazetteer knows of them: "Dasht" in "Dasht-e-Barchi", "Tall" in "the village of Tall Tawil", "Tarnek" in "Tarnek wa Jaldak district". */
import type { PlaceLexicon } from './lexicon.ts'
import { typeAt, type Name } from './names.ts'
import { isPlural, leadsToPlace } from './told.ts'
import type { View } from './view.ts'

/** Small words that join the words of a name between capitals: the Persian ezafe, "and", "of", "the". */
const LINK = /^(?:e|i|ye|yi|wa|va|o|ng|ye|de|da|do|dos|del|bin|ibn)$/
/** A name goes on for at most this many tokens. */
const REACH = 6
/** From this population on a place is meant by its own name, whatever follows it. */
const KNOWN = 100_000

/** Where a link of small letters and a capital follow token `i`, with or without hyphens ("-e-Barchi", "-ye Barakzai", " wa Jaldak"), the token of that capital; else -1. */
export function afterLink(view: View, i: number): number {
  const hyphen = /^[-–]$/.test(view.low(i)), link = hyphen ? i + 1 : i
  if (hyphen && /^(?:e|i|ye|yi)[-–]\p{Lu}/u.test(view.slice(link, link + 1)) && view.together(i, link)) return link
  if (!LINK.test(view.low(link)) || view.capital(link)) return -1
  const next = /^[-–]$/.test(view.low(link + 1)) ? link + 2 : link + 1
  return (hyphen || view.low(link) !== 'i') && view.capital(next) && view.together(i, next) ? next : -1
}

/** True when the words after a name of the gazetteer belong to it as well, so that it is another name, which the gazetteer lacks. */
export function opensLonger(view: View, lexicon: PlaceLexicon, has: (words: string) => boolean, name: Name): boolean {
  if (!view.cased(name.nameFirst)) return false
  if (isOpener(view, lexicon, name)) return true
  if (name.candidates.some(c => c.origin === 'country' || c.population >= KNOWN && c.precision === 'town')) return false
  const linked = afterLink(view, name.nameLast)
  if (linked >= 0 && (view.low(linked - 1) !== 'de' || /^[-–]$/.test(view.low(name.nameLast)))) return /^[-–]$/.test(view.low(name.nameLast)) || endsInType(view, lexicon, linked)
  if (isHyphened(view, has, name)) return true
  if (!goesOn(view, lexicon, name.nameLast)) return false
  return name.typedBefore && name.type?.precision === 'town' || name.type === null && endsInType(view, lexicon, name.nameLast)
}

/** "Hawl-Wadaag", "Buq-Aqable": a hyphen and a capital after it that no gazetteer knows as a place. */
function isHyphened(view: View, has: (words: string) => boolean, name: Name): boolean {
  const next = name.nameLast + 1
  return /^[-–]$/.test(view.low(name.nameLast)) && view.text.tokens[name.nameLast - 1]!.end === view.text.tokens[name.nameLast]!.start && view.capital(next) && view.upos(next) === 'PROPN' && view.text.tokens[name.nameLast]!.end === view.text.tokens[next]!.start && !has(view.slice(next, next + 1))
}

/** "Tal Rifaat", "Ain Zubeida": a word that opens many names, with a capital behind it, is not the place that bears it alone. */
const isOpener = (view: View, lexicon: PlaceLexicon, { nameFirst, nameLast }: Name): boolean => nameLast - nameFirst === 1 && lexicon.is(view.low(nameFirst), 'shape') && goesOn(view, lexicon, nameLast) && view.upos(nameLast) === 'PROPN'

/** True for the last word of a longer name: "Payan district" in "Dara Soof Payan district", where the gazetteer's Payan lies elsewhere, and for "Hassan" in "Deir Hassan". */
export function closesLonger(view: View, lexicon: PlaceLexicon, name: Name): boolean {
  const before = name.nameFirst - 1, low = view.low(before)
  if (view.cased(name.nameFirst) && view.capital(before) && !view.startsSentence(before) && view.together(before, name.nameFirst) && lexicon.is(low, 'shape') && view.upos(before) === 'PROPN' && name.candidates.every(c => c.origin !== 'country' && c.population < KNOWN)) return true
  if (!view.cased(name.nameFirst) || name.typedBefore || name.type === null || name.type.precision !== 'district' && name.type.precision !== 'town') return false
  return view.capital(before) && !view.startsSentence(before) && view.together(before, name.nameFirst) && !lexicon.is(low, 'organisation') && !lexicon.is(low, 'title') && !lexicon.is(low, 'direction')
    && !lexicon.is(low, 'adjective') && lexicon.demonym(low) === null && !lexicon.types.has(low)
}

/** A capitalised word right after that is no title, demonym, type word or word of an organisation. */
function goesOn(view: View, lexicon: PlaceLexicon, i: number): boolean {
  const low = view.low(i)
  return view.capital(i) && view.together(i - 1, i) && !lexicon.is(low, 'organisation') && !lexicon.is(low, 'title') && lexicon.demonym(low) === null && !lexicon.types.has(low) && !/^(?:I|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/.test(view.slice(i, i + 1))
}

/** True when the capitals that start at `i` are followed by a type word for a district or smaller. */
function endsInType(view: View, lexicon: PlaceLexicon, i: number): boolean {
  for (let k = i; k < i + REACH && view.together(i, k); k++) {
    const type = typeAt(view, lexicon, k)
    if (k > i && type?.after && (type.precision === 'district' || type.precision === 'town')) return true
    if (!view.capital(k) && !/^[-–]$/.test(view.low(k)) && afterLink(view, k) < 0) return false
  }
  return false
}

/** Below this population a place is often another of the same beginning. */
const SMALL = 30_000

/** "at Tha Lone", "in Mir Ali": the tokens of a few capitals after a word of where that together are one name, of which the gazetteer knows only parts, and those as small places. */
export function unknownRuns(view: View, lexicon: PlaceLexicon, names: readonly Name[]): Uint8Array {
  const inRun = new Uint8Array(view.size), at = new Map<number, Name>()
  for (const name of names) at.set(name.first, name)
  for (let first = 1; first < view.size; first++) {
    if (!view.capital(first) || !view.together(first - 1, first) || !leadsToPlace(lexicon, view.low(first - 1)) && !isOfPlace(view, lexicon, first)) continue
    let last = first
    while (last < first + REACH && view.together(first, last) && isNameWord(view, lexicon, last)) last++
    if (last - first < 2 || last === first + REACH || /^(?:['’]s?|[-–])$/.test(view.low(last)) || view.capital(last)) continue
    const head = at.get(first)
    if (head !== undefined && (head.last >= last || head.type !== null && !head.typedBefore || !head.candidates.every(c => c.precision === 'town' && c.population < SMALL))) continue
    inRun.fill(1, first, last)
  }
  return inRun
}

/** "The town of Khan Tuman", "north of Bir Tighissit". */
function isOfPlace(view: View, lexicon: PlaceLexicon, first: number): boolean {
  if (view.low(first - 1) !== 'of' || view.capital(first - 2)) return false
  const low = view.low(first - 2), kind = lexicon.types.get(low)?.find(type => type.words.length === 1)?.precision
  return kind === 'town' || isPlural(lexicon, low) || lexicon.is(low, 'direction')
}

/** A capitalised proper name that is no title, given name, word of an organisation or group, demonym, direction, type word or day. */
function isNameWord(view: View, lexicon: PlaceLexicon, i: number): boolean {
  const low = view.low(i), words = view.slice(i, i + 1)
  return view.capital(i) && view.upos(i) === 'PROPN' && view.label(i) !== 'ORG' && !/^\p{Lu}{2,}$/u.test(words) && !lexicon.is(low, 'title') && !lexicon.is(low, 'organisation') && !lexicon.is(low, 'direction') && !lexicon.is(low, 'adjective') && !lexicon.is(low, 'month')
    && lexicon.demonym(low) === null && !lexicon.types.has(low) && !lexicon.isGroup(words, low) && !low.endsWith('day')
}
