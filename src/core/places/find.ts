/** The place layer on one page: names found, weighed, tied to what contains them, and resolved. */
import type { Note, PlaceMention, SyntaxLayer, TextLayer } from '../model/index.ts'
import { admit, isDemonym, isDirection, withPublisher } from './admit.ts'
import { findContainers, governingDemonym } from './containment.ts'
import { countrySigns, placeSigns, readContext, type CountryContext } from './context.ts'
import { signsOf, THRESHOLD, weigh, type Judged, type Sign } from './evidence.ts'
import { findFramed } from './frames.ts'
import type { Gazetteer } from './gazetteer.ts'
import { homeCountry, type PlaceHints } from './hints.ts'
import { placeKey } from './key.ts'
import type { PlaceLexicon } from './lexicon.ts'
import { closesLonger, opensLonger, unknownRuns } from './longer.ts'
import { toMention } from './mention.ts'
import { findNames, type Name } from './names.ts'
import { isPerson } from './persons.ts'
import { joinRoads } from './roads.ts'
import { resolveNames, type Query } from './resolve.ts'
import { narrow } from './stated.ts'
import { readView, type View } from './view.ts'
import { madeWhole } from './whole.ts'

export interface FoundPlaces { readonly places: readonly PlaceMention[]; readonly notes: readonly Note[] }

/** Countries of the report whose spelling variants are tried. */
const LOOSE_COUNTRIES = 4

/** Finds the places that a report names and the gazetteer entries they stand for, in text order. Demonyms are evidence, never places. */
export function findPlaces(text: TextLayer, syntax: SyntaxLayer, gazetteer: Gazetteer, tables: PlaceLexicon, hints: PlaceHints = {}): FoundPlaces {
  const view = readView(text, syntax), lexicon = withPublisher(tables, hints.publisher ?? null)
  const has = (words: string): boolean => gazetteer.has(placeKey(words))
  const named = findNames(view, gazetteer, lexicon), runs = unknownRuns(view, lexicon, named)
  const found = named.filter(name => runs[name.first] === 0 && !opensLonger(view, lexicon, has, name) && !closesLonger(view, lexicon, name))
  const plain = found.filter(name => !isDirection(lexicon, name) && !isDemonym(view, lexicon, name))
  const context = readContext(view, [...countrySigns(view, plain, lexicon), ...placeSigns(plain)], gazetteer)
  const known = admit(view, lexicon, found, context)
  const framed = findFramed(view, gazetteer, lexicon, found, context.countries.slice(0, LOOSE_COUNTRIES))
  const all = joinRoads(view, [...known, ...framed].sort((a, b) => a.nameFirst - b.nameFirst))
  const kept = madeWhole(view, lexicon, gazetteer, context, judge(view, lexicon, context, all))
  const bare = kept.map(k => k.name)
  const { names, containers, stated } = narrow(view, lexicon, gazetteer, bare, findContainers(view, lexicon, bare))
  const queries: readonly Query[] = names.map((name, i) => ({ name, container: containers[i]!, demonym: governingDemonym(view, lexicon, name), stated: stated[i]! }))
  // What is no place after all ("Most Gracious", "No one") speaks for no country.
  const about = readContext(view, [...countrySigns(view, plain, lexicon), ...placeSigns(bare)], gazetteer)
  const choices = resolveNames(queries, about, homeCountry(hints, gazetteer))
  const places = kept.map(({ evidence }, i) => toMention(view, lexicon, gazetteer, { name: names[i]!, evidence, container: containers[i]!, choice: choices[i]! }))
  const notes = places.flatMap((place, i): readonly Note[] => place.entry !== null ? [] : [{ code: 'place-unknown', message: unknown(place.name, gazetteer.countries.get(stated[i] ?? '')?.name), span: { start: place.start, end: place.end, exact: text.text.slice(place.start, place.end) } }])
  return { places, notes }
}

const unknown = (name: string, country: string | undefined): string => `“${name}” is called a place${country === undefined ? '' : ` in ${country}`} but is not in the gazetteer${country === undefined ? '' : ' there'}.`

/** Keeps the names that stand for places: each by its own signs, then those in lists with, tied to, or repeating places found. */
function judge(view: View, lexicon: PlaceLexicon, context: CountryContext, names: readonly Name[]): readonly Judged[] {
  const persons = new Set(names.filter(name => isPerson(view, lexicon, name)).map(name => name.key))
  const own = names.map(name => signsOf(view, lexicon, context, name, persons))
  const containers = findContainers(view, lexicon, names)
  const inside = own.map((signs, i): readonly Sign[] => containers[i]! >= 0 && weigh(own[containers[i]!]!).score > 0 ? [...signs, 'contained'] : signs)
  const linked = inside.map((signs, i): readonly Sign[] => containers.some((c, k) => c === i && weigh(inside[k]!).score > 0) ? [...signs, 'contains'] : signs)
  const sure = new Set(names.filter((_, i) => weigh(linked[i]!).score >= THRESHOLD + 0.5 && !linked[i]!.includes('organisation')).map(name => name.key))
  return names.flatMap((name, i) => {
    const isSure = sure.has(name.key) && !persons.has(name.key), signs: Sign[] = linked[i]!.filter(sign => !isSure || sign !== 'model-per')
    if (i > 0 && isList(view, names[i - 1]!, name) && weigh(linked[i - 1]!).score >= THRESHOLD) signs.push('listed')
    if (sure.has(name.key) && !signs.some(s => s === 'title' || s === 'after-given')) signs.push('seen-elsewhere')
    const evidence = weigh(signs)
    const province = containers[i]! >= 0 && names[containers[i]!]!.candidates.every(c => c.origin !== 'country')
    return evidence.score >= THRESHOLD && !isOnlyGroup(name, evidence.signs, province) ? [{ name, evidence }] : []
  })
}

/** True for the name of a group, party, organisation or publisher ("Hamas", "Reuters") where nothing says that the town so called is meant. */
function isOnlyGroup(name: Name, signs: readonly Sign[], inProvince: boolean): boolean {
  if (!signs.includes('group') || inProvince || signs.includes('dateline') || name.type !== null && name.type.words[0] !== 'agency') return false
  const main = name.candidates.some(c => placeKey(c.name) === name.key)
  return !(signs.includes('where') && (main || signs.includes('contained')) || main && signs.includes('seen-elsewhere'))
}

/** "A, B" and "A and B". */
function isList(view: View, a: Name, b: Name): boolean {
  return b.nameFirst - a.last === 1 && view.together(a.first, b.nameFirst) && /^(?:,|and|or|&)$/.test(view.low(a.last))
}
