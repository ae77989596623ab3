/** Names of the gazetteer that are no places before any weighing: demonyms, bare directions, words of an organisation's longer name. */
import type { CountryContext } from './context.ts'
import type { GazetteerPlace } from './gazetteer.ts'
import { isOrdinary } from './table-places.ts'
import { placeKey } from './key.ts'
import type { PlaceLexicon } from './lexicon.ts'
import type { Name } from './names.ts'
import type { View } from './view.ts'

/** An organisation's name has at most this many tokens on either side of a place name in it. */
const AROUND = 5

/** A name in a few capitals can be a town from this population on. */
const TOWN = 50_000

/** A bare direction is a province of a country that at least this share of the report speaks for: "the North-West" in a report on Cameroon. */
const HOME_SHARE = 0.3

/** The lexicon with the report's publisher among the groups. */
export function withPublisher(lexicon: PlaceLexicon, publisher: string | null): PlaceLexicon {
  const own = placeKey(publisher ?? ''), words = own.includes(' ') ? own.split(' ') : []
  if (own === '') return lexicon
  return { ...lexicon, isGroup: (written, key) => key === own || lexicon.isGroup(written, key), inGroups: word => words.includes(word) || lexicon.inGroups(word) }
}

/** True for "Somali" and "German", which the gazetteer also knows as places. A country's own name is no demonym, but "Saudi" before a noun is. */
export function isDemonym(view: View, lexicon: PlaceLexicon, name: Name): boolean {
  if (lexicon.demonym(name.key) === null) return false
  if (!name.candidates.some(c => c.origin === 'country')) return true
  const next = name.nameLast
  return name.candidates.every(c => c.origin === 'country' && c.name.toLowerCase() !== name.key) && view.together(name.first, next) && !view.capital(next) && (/^[-–]$/.test(view.low(next)) || /^(?:NOUN|ADJ)$/.test(view.upos(next)))
}

/** True when the name is made of direction words alone: "North-East", "Central". */
export const isDirection = (lexicon: PlaceLexicon, name: Name): boolean => name.key.split(' ').every(word => lexicon.is(word, 'direction'))

/** The names that may be places, in a report on the countries of `context`. */
export function admit(view: View, lexicon: PlaceLexicon, names: readonly Name[], context: CountryContext): readonly Name[] {
  return names.filter((name, i) => {
    if (isDemonym(view, lexicon, name)) return isDivision(view, name, names[i + 1], context)
    if (isKindAlone(lexicon, name) || isMonth(view, lexicon, name)) return false
    if (isDirection(lexicon, name)) return isNamedDirection(view, lexicon, name, names[i + 1], context)
    return !inGroupName(view, lexicon, name) && !(isAcronym(view, name) && name.candidates.every(c => isMinor(name, c)))
  })
}

/** "The Island", "Paria Peninsula": a word for a kind of place, though towns in America are called so. */
const isKindAlone = (lexicon: PlaceLexicon, name: Name): boolean => name.type === null && (lexicon.types.get(name.key)?.some(type => type.words.length === 1) ?? false)

/** "On Nov 17", "3 Mar": a month beside its day. */
const isMonth = (view: View, lexicon: PlaceLexicon, name: Name): boolean => lexicon.is(name.key, 'month') && (/^\d{1,2}$/.test(view.low(name.nameLast)) || /^\d{1,2}$/.test(view.low(name.nameFirst - 1)) || view.low(name.nameLast) === '.')

/** True for one to five capitals among other words ("FAO"), which only by chance read like the name of a town. Our own tables know the acronyms that are places. */
export const isAcronym = (view: View, name: Name): boolean =>
  view.cased(name.nameFirst) && /^\p{Lu}{1,5}$/u.test(view.slice(name.nameFirst, name.nameLast)) && view.text.sections[view.text.sentences[view.text.tokens[name.nameFirst]!.sentence]?.section ?? -1]?.kind !== 'dateline'

/** An entry that capitals do not mean: not one of our own tables, and no town of some size that is so called first of all ("GOMA"). */
const isMinor = (name: Name, place: GazetteerPlace): boolean => (isOrdinary(place) || place.origin === 'import') && (name.key.length < 4 || place.population < TOWN || placeKey(place.name) !== name.key)

/** "Somali Region"; in small letters, "the Somali region", only in a report on its country and not "the Somali region of Puntland". */
function isDivision(view: View, name: Name, next: Name | undefined, context: CountryContext): boolean {
  if (name.type?.precision !== 'province' || name.typedBefore) return false
  if (view.capital(name.nameLast)) return true
  const holder = view.low(name.last) === 'of' ? next?.candidates.find(c => c.origin === 'country')?.country ?? '' : null
  return name.candidates.some(c => c.origin === 'admin1' && (holder === null ? context.share(c.country) > 0 : c.country === holder))
}

/** "Northern Province", "Cameroon's North-West and South-West regions", and "in the North-West" in a report on its country. */
function isNamedDirection(view: View, lexicon: PlaceLexicon, name: Name, next: Name | undefined, context: CountryContext): boolean {
  const shares = name.candidates.filter(c => c.origin === 'admin1').map(c => context.share(c.country)), best = Math.max(0, ...shares)
  if (name.type !== null) return name.type.precision === 'province' && (best > 0 || context.countries.length === 0)
  if (best < HOME_SHARE || !view.cased(name.first)) return false
  if (isProvinces(view, lexicon, name)) return true
  if (next !== undefined && next.nameFirst === name.last + 1 && /^(?:and|or|,)$/.test(view.low(name.last)) && isDirection(lexicon, next) && (next.type?.precision === 'province' || isProvinces(view, lexicon, next))) return true
  const before = view.low(name.first - 1) === 'the' ? name.first - 2 : name.first - 1
  return lexicon.is(view.low(before), 'where') && !view.capital(name.last) && view.low(name.last) !== 'of'
}

/** True when a type word for provinces in the plural follows. */
const isProvinces = (view: View, lexicon: PlaceLexicon, name: Name): boolean =>
  view.together(name.first, name.last) && view.low(name.last).endsWith('s') && (lexicon.types.get(view.low(name.last).slice(0, -1)) ?? []).some(type => type.words.length === 1 && type.after && type.precision === 'province')

/** True for a word of a group's longer name: "Jerusalem" in "Jerusalem Post", "India" in "Times of India". */
export function inGroupName(view: View, lexicon: PlaceLexicon, name: Name): boolean {
  if (!lexicon.inGroups(name.key.split(' ')[0]!)) return false
  for (let first = name.nameFirst; first >= name.nameFirst - AROUND && view.together(first, name.nameFirst); first--) {
    if (first < name.nameFirst && !view.nameable(first)) continue
    for (let last = name.nameLast; last <= name.nameLast + AROUND && view.together(last - 1, name.nameFirst); last++) {
      if (last - first === name.nameLast - name.nameFirst || !view.nameable(last - 1)) continue
      const words = view.slice(first, last)
      if (lexicon.isGroup(words, placeKey(words))) return true
    }
  }
  return false
}
