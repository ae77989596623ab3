/** Countries that the text states outright for a name: where the gazetteer knows no such place in them, no namesake elsewhere is meant. */
import { followsInside, governingDemonym, isStated, kilometres } from './containment.ts'
import type { Gazetteer, GazetteerPlace } from './gazetteer.ts'
import { placeKey } from './key.ts'
import type { PlaceLexicon } from './lexicon.ts'
import type { Name } from './names.ts'
import type { View } from './view.ts'

/** A province that holds a town is at most this far from it, where the borders between provinces have moved (Hyderabad, once in Andhra Pradesh). */
const PROVINCE_KM = 500

/** What the text states of a name: the index of the name that holds it (-1: a demonym says so), the entry that holds it if it is one, its country. */
interface Stated { readonly holder: number; readonly within: GazetteerPlace | null; readonly country: string }

/** The names with the candidates that the text leaves them, what holds each, and the country so stated. */
export interface Narrowed { readonly names: readonly Name[]; readonly containers: readonly number[]; readonly stated: readonly (string | null)[] }

/**
 * Takes from each name the entries outside what the text states outright to hold it, where none is inside, and looks for other spellings there.
 * Mentions of the same name follow where nothing else is said of it.
 */
export function narrow(view: View, lexicon: PlaceLexicon, gazetteer: Gazetteer, names: readonly Name[], containers: readonly number[]): Narrowed {
  const found = names.map((name, i) => containers[i]! >= 0 ? null : statedBeside(view, lexicon, name, names[i + 1], i + 1) ?? statedByDemonym(view, lexicon, name))
  const held = new Set(names.filter((_, i) => containers[i]! >= 0).map(name => name.key)), byKey = new Map<string, Stated>()
  found.forEach((stated, i) => { if (stated !== null && !byKey.has(names[i]!.key)) byKey.set(names[i]!.key, stated) })
  const all = names.map((name, i) => found[i] ?? (held.has(name.key) ? null : byKey.get(name.key) ?? null))
  return {
    names: names.map((name, i) => all[i] == null ? insideOnly(name, names[containers[i]!]) : { ...name, candidates: left(lexicon, gazetteer, view.slice(name.nameFirst, name.nameLast), name, all[i]) }),
    containers: containers.map((container, i) => found[i]?.holder ?? container),
    stated: all.map(stated => stated?.country ?? null),
  }
}

/** Type words of both say that `outer` holds the name: entries that lie elsewhere are namesakes. */
function insideOnly(name: Name, outer: Name | undefined): Name {
  if (outer === undefined || !isStated(name, outer)) return name
  const holders = outer.candidates.filter(c => c.precision === outer.type?.precision)
  return { ...name, candidates: name.candidates.filter(c => holders.some(h => h.country === c.country && kilometres(h, c) < PROVINCE_KM)) }
}

const inCountry = (lexicon: PlaceLexicon, place: GazetteerPlace, country: string): boolean => place.country === country || lexicon.writtenAs(place.country ?? '') === country

/** True for names of which no statement can rule out an entry: countries, names that have none, and names of which one is where it is said to be. */
const isOpen = (lexicon: PlaceLexicon, name: Name, country: string): boolean => name.candidates.length === 0 || name.candidates.some(c => c.origin === 'country' || inCountry(lexicon, c, country))

function left(lexicon: PlaceLexicon, gazetteer: Gazetteer, words: string, name: Name, { within, country }: Stated): readonly GazetteerPlace[] {
  const near = (place: GazetteerPlace): boolean => inCountry(lexicon, place, country) && (within === null || kilometres(within, place) < PROVINCE_KM)
  const kept = name.candidates.filter(near)
  return kept.length > 0 ? kept : gazetteer.lookupLoose(words, [country]).filter(near)
}

/** "in Halep in Iraq", "Halep (Iraq)", "in Halep, Iraq.": a country or province, not itself before a noun ("in Geneva, Syria's envoy"). */
function statedBeside(view: View, lexicon: PlaceLexicon, name: Name, outer: Name | undefined, holder: number): Stated | null {
  if (outer === undefined || !followsInside(view, lexicon, name, outer) || /^(?:'s|’s|'|’|-|–)$/.test(view.low(outer.last))) return null
  const joint = view.low(name.last), first = view.low(name.nameFirst - 1)
  const placed = name.typedBefore || lexicon.is(first, 'where') || lexicon.is(first, 'locative') || lexicon.is(first, 'direction') || first === 'of'
  const closed = !view.together(outer.last, outer.first) || /^[.;:)\]]$/.test(view.low(outer.last)) || view.low(outer.last) === ',' && !view.capital(outer.last + 1) && !/^(?:and|or|&)$/.test(view.low(outer.last + 1))
  if (joint !== '(' && (!placed || joint !== 'in' && !(joint === ',' && closed))) return null
  const place = sureHolder(outer)
  return place === null || place.country === null || place.origin === 'country' && isOpen(lexicon, name, place.country) || name.candidates.length === 0 || name.candidates.some(c => c.origin === 'country')
    ? null : { holder, within: place.origin === 'country' ? null : place, country: place.country }
}

/** The country or province that a name can only be; "Georgia" and "New York" can be two. */
function sureHolder(outer: Name): GazetteerPlace | null {
  const own = outer.candidates.filter(c => c.origin === 'country' || placeKey(c.name) === outer.key)
  const country = own.find(c => c.origin === 'country'), rivals = own.filter(c => c.population > 100_000)
  if (country !== undefined) return rivals.every(c => c.country === country.country) ? country : null
  const province = own.find(c => c.origin === 'admin1' && c.population > 500_000)
  return province !== undefined && rivals.every(c => c === province) ? province : null
}

/** "the Iraqi town of Halep", "the Iraqi city Halep"; not "the Israeli-occupied town", nor "the Syrian border town", which may lie beyond. */
function statedByDemonym(view: View, lexicon: PlaceLexicon, name: Name): Stated | null {
  const country = governingDemonym(view, lexicon, name)
  if (country === null || isOpen(lexicon, name, country) || name.type?.precision !== 'town' || !name.typedBefore) return null
  for (let i = name.nameFirst - 1; lexicon.demonym(view.low(i)) === null && view.together(i, name.nameFirst); i--) if (/^(?:-|–|border|occupied|and)$/.test(view.low(i))) return null
  return { holder: -1, within: null, country }
}
