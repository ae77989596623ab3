/** Names that the gazetteer does not know but the text calls places: "the village of NAME", "NAME district"; spelling variants within the report's countries. */
import { inGroupName, isAcronym } from './admit.ts'
import type { Gazetteer } from './gazetteer.ts'
import { placeKey } from './key.ts'
import type { PlaceLexicon } from './lexicon.ts'
import { MONTH } from '../times/words.ts'
import { afterLink } from './longer.ts'
import { ARTICLE, typed, type Name } from './names.ts'
import { isTold, leadsToPlace } from './told.ts'
import type { View } from './view.ts'

/** Capitalised stretches outside `known` that stand in a frame for places or that the model of names calls a location. */
export function findFramed(view: View, gazetteer: Gazetteer, lexicon: PlaceLexicon, known: readonly Name[], countries: readonly string[]): readonly Name[] {
  const taken = new Uint8Array(view.size + 1)
  for (const name of known) taken.fill(1, name.first, name.last)
  const towns = new Set(known.filter(isTown).map(name => name.nameFirst))
  const persons = personWords(view, lexicon), found: Name[] = [], walk = (make: (first: number, last: number) => Name | null): void => {
    for (let i = 0; i < view.size;) {
      const end = taken[i] === 1 ? 0 : stretch(view, taken, i), name = end > i ? make(i, end) : null
      if (name !== null) { found.push(name); taken.fill(1, name.first, name.last) }
      i = Math.max(end, i + 1)
    }
  }
  walk((first, last) => framed(view, gazetteer, lexicon, { taken, persons, countries, towns }, first, last))
  const again = new Map(found.filter(name => !/^[-–]$/.test(view.low(name.nameLast))).map(name => [name.key, name]))
  walk((first, last) => repeated(view, lexicon, again, first, last))
  return found
}

/** A name that stands in a frame for places elsewhere in the report. */
function repeated(view: View, lexicon: PlaceLexicon, again: ReadonlyMap<string, Name>, first: number, last: number): Name | null {
  const inner = trimmed(view, lexicon, first, last), known = inner === null ? undefined : again.get(placeKey(view.slice(inner.first, inner.last)))
  if (inner === null || known === undefined || known.type !== null || /^(?:NOUN|ADJ)$/.test(view.upos(inner.last)) && view.together(inner.first, inner.last)) return null
  for (let i = inner.first; i < inner.last; i++) if (view.capital(i) && (view.upos(i) !== 'PROPN' || view.label(i) === 'ORG')) return null
  return typed(view, lexicon, { ...known, first: inner.first, last: inner.last, nameFirst: inner.first, nameLast: inner.last, type: null, typedBefore: false })
}

/** "al Qaim", "as-Suwayda": small letters are an article only as "al" or before a hyphen. */
function opensWithArticle(view: View, i: number): boolean {
  return ARTICLE.test(view.low(i)) && (/^[ae]l$/.test(view.low(i)) && view.capital(i + 1) || /^[-–]$/.test(view.low(i + 1)) && view.capital(i + 2))
}

/** End of the capitalised stretch that starts at `i`: capitals, the Arabic article, hyphens between them. */
function stretch(view: View, taken: Uint8Array, i: number): number {
  if (!view.capital(i) && !opensWithArticle(view, i)) return 0
  let end = i
  for (let k = i; k < view.size && taken[k] === 0 && view.together(i, k); k++) {
    const linked = k > i && end === k ? afterLink(view, k) : -1
    if (linked >= 0) k = linked
    if (view.capital(k) || linked >= 0) end = k + 1
    else if (!/^(?:-|–|’|')$/.test(view.low(k)) && !opensWithArticle(view, k)) break
  }
  return end
}

/** Tokens that names cover, words of persons' names, countries of the report, where names of towns begin. */
interface Around { readonly taken: Uint8Array; readonly persons: ReadonlySet<string>; readonly countries: readonly string[]; readonly towns: ReadonlySet<number> }

/** A name that may be a town's, and is not called a province or a district. */
const isTown = ({ type, candidates }: Name): boolean => !/^(?:province|district)$/.test(type?.precision ?? '') && candidates.some(c => c.precision === 'town')

/** "The Danube port of Izmail": the port is the town that is named behind it. */
const describes = (view: View, { last, type, typedBefore }: Name, towns: ReadonlySet<number>): boolean => type !== null && !typedBefore && (type.precision === 'town' || PORT.test(type.words.join(' '))) && view.low(last) === 'of' && towns.has(last + 1)

const PORT = /^(?:sea)?port$/

function framed(view: View, gazetteer: Gazetteer, lexicon: PlaceLexicon, { taken, persons, countries, towns }: Around, first: number, last: number): Name | null {
  const inner = trimmed(view, lexicon, first, last)
  if (inner === null) return null
  const words = view.slice(inner.first, inner.last), key = placeKey(words)
  const bare: Name = { first: inner.first, last: inner.last, nameFirst: inner.first, nameLast: inner.last, key, type: null, typedBefore: false, candidates: [] }
  if (isAcronym(view, bare) || MONTH_NAME.test(words) || isPersons(view, lexicon, inner.first, inner.last) || lexicon.isGroup(words, key) || inGroupName(view, lexicon, bare)) return null
  // "Barangay" before a name that the gazetteer knows is no place of its own.
  if (lexicon.types.get(key)?.some(type => type.titled && type.words.length === 1) === true) return null
  const name = typed(view, lexicon, bare)
  if (describes(view, name, towns)) return null
  const located = locatedByModel(view, inner.first, inner.last)
  const told = isTold(view, lexicon, taken, inner.first, inner.last)
  if (name.type === null && !told && inner.last - inner.first === 1 && view.writtenSmall(inner.first)) return null
  const spoken = name.type !== null && name.type.precision !== null || located || told || lexicon.is(view.low(inner.first - 1), 'locative')
  if (!spoken || key.length < 3) return null
  const loose = gazetteer.lookupLoose(words, countries)
  const kept = told && (located || named(view, persons, inner.first, inner.last, isNear(view, inner.first) || lexicon.is(view.low(inner.first - 1), 'assault')))
  if (loose.length > 0) return { ...name, candidates: loose, told: kept }
  if (name.type !== null && name.type.precision !== null) return ordinary(lexicon, key) ? null : name
  return kept && !view.writtenSmall(inner.first) && !ordinary(lexicon, key) ? { ...name, told: true } : null
}

/** Without a capitalised type word at the end, which `typed` adds again, and without leading directions and sentence openers. */
function trimmed(view: View, lexicon: PlaceLexicon, first: number, last: number): { readonly first: number; readonly last: number } | null {
  let from = first, to = last
  while (from < to && (/^[-–]$/.test(view.low(from)) || lexicon.is(view.low(from), 'direction') || lexicon.is(view.low(from), 'adjective') || lexicon.demonym(view.low(from)) !== null || view.startsSentence(from) && /^(?:DET|PRON|ADP|SCONJ|CCONJ|ADV|AUX)$/.test(view.upos(from)))) from++
  for (let size = 3; size > 0; size--) {
    const type = lexicon.types.get(view.low(to - size))?.find(t => t.words.length === size && t.words.every((w, k) => view.low(to - size + k) === w))
    if (type !== undefined && to - size > from && type.after) { to -= size; break }
  }
  return from < to ? { first: from, last: to } : null
}

/** True when the model of names calls every word of the stretch a location. */
function locatedByModel(view: View, first: number, last: number): boolean {
  for (let i = first; i < last; i++) if (view.label(i) !== 'LOC' && view.capital(i)) return false
  return true
}

/** "DSP Musa", "Abel" before another capital: a title or given name that opens a longer name. */
const isPersons = (view: View, lexicon: PlaceLexicon, first: number, last: number): boolean =>
  lexicon.is(view.low(first), 'title') && view.capital(first) && !view.startsSentence(first) || last - first === 1 && lexicon.uses(view.low(first)).has('given') && view.capital(last) && view.together(first, last) && view.upos(last) === 'PROPN'

const MONTH_NAME = new RegExp(`^(?:${MONTH})$`, 'i')

/** True where the parser takes the stretch for a name that is no month, and the model of names not for that of an organisation. */
function named(view: View, persons: ReadonlySet<string>, first: number, last: number, near: boolean): boolean {
  if (MONTH_NAME.test(view.slice(first, last))) return false
  for (let i = first; i < last; i++) if (view.capital(i) && (view.upos(i) !== 'PROPN' && (i === last - 1 || i === first && view.startsSentence(i)) || view.label(i) === 'ORG' && !near || persons.has(view.low(i)))) return false
  return true
}

/** "Near Adamdighi": nothing is near an organisation. */
const isNear = (view: View, first: number): boolean => /^(?:near|outside|towards?|around)$/.test(view.low(first - 1))

/** Words that the report makes a part of a longer person's name, or lets speak. */
function personWords(view: View, lexicon: PlaceLexicon): ReadonlySet<string> {
  const words = new Set<string>(), person = (i: number): boolean => view.capital(i) && view.label(i) === 'PER'
  for (let i = 0; i < view.size; i++) {
    if (!person(i)) continue
    const before = view.low(i - 1).replace(/\.$/, '')
    if (view.together(i - 1, i) && (person(i - 1) && !opensTold(view, lexicon, i) || lexicon.is(before, 'title') || lexicon.uses(before).has('given')) || view.together(i, i + 1) && lexicon.is(view.low(i + 1), 'speech')) words.add(view.low(i))
  }
  return words
}

/** The stretch of capitals that token `i` stands in opens after a word of where ("in Dera Murad Jamali"): the model's person there is none. */
function opensTold(view: View, lexicon: PlaceLexicon, i: number): boolean {
  let first = i
  while (view.capital(first - 1) && view.together(first - 1, i)) first--
  return leadsToPlace(lexicon, view.low(first - 1))
}

const ordinary = (lexicon: PlaceLexicon, key: string): boolean => key.split(' ').every(word => lexicon.uses(word).has('word') || lexicon.is(word, 'direction') || lexicon.demonym(word) !== null)
