/** Whether a name of the gazetteer is a person here, and whether the words beside it outweigh what the name and the model of names suggest. */
import type { CountryContext } from './context.ts'
import type { PlaceLexicon } from './lexicon.ts'
import { ARTICLE, type Name } from './names.ts'
import { isCapital, isOrdinary } from './table-places.ts'
import type { View } from './view.ts'

/** A name counts as well known from this population on. */
const KNOWN = 50_000

/** Share of a report that speaks for the country of a smaller town. */
const AT_HOME = 0.15

/** "A gang attack on Kenscoff", "shelled Kenscoff". */
const isAssaulted = (view: View, lexicon: PlaceLexicon, { nameFirst }: Name): boolean =>
  view.together(nameFirst - 1, nameFirst) && (lexicon.is(view.low(nameFirst - 1), 'assault') || view.low(nameFirst - 1) === 'on' && lexicon.is(view.low(nameFirst - 2), 'upon'))

/** What stands before a name: a title, a given name, or neither. */
export function personBefore(view: View, lexicon: PlaceLexicon, name: Name): 'title' | 'after-given' | null {
  const i = name.nameFirst - 1, low = view.low(i)
  if (!view.together(i, name.nameFirst)) return null
  if (lexicon.is(low.replace(/\.$/, ''), 'title') && (view.capital(i) || !view.cased(i))) return 'title'
  return view.nameable(i) && view.cased(i) && lexicon.uses(low).has('given') ? 'after-given' : null
}

/** True for "Mr Jordan", "Michael Jordan" and "Jordan Peterson": a title or given name before, or a neighbour within the model's person. */
export function isPerson(view: View, lexicon: PlaceLexicon, name: Name): boolean {
  if (personBefore(view, lexicon, name) !== null) return true
  const ofName = (i: number): boolean => view.together(i, name.nameFirst) && view.nameable(i) && view.label(i) === 'PER' && !lexicon.is(view.low(i), 'title')
  const inside = view.label(name.nameFirst) === 'PER' && view.label(name.nameLast - 1) === 'PER'
  return inside && (ofName(name.nameFirst - 1) || name.type === null && ofName(name.nameLast))
}

/** "Israel Ortiz": a given name before a capitalised word that is no title and no word of an organisation. */
function startsPerson(view: View, lexicon: PlaceLexicon, name: Name): boolean {
  const next = view.low(name.last)
  return name.type === null && lexicon.uses(name.key).has('given') && view.cased(name.first) && view.capital(name.last) && view.together(name.first, name.last)
    && lexicon.demonym(next) === null && !lexicon.is(next, 'title') && !lexicon.is(next, 'organisation')
}

/**
 * True when a country or well-known town is no person although its name or the model of names says so: "in Valencia", "Troops entered Jordan",
 * "Paris said it would". `persons` are the keys of the report's names that are persons somewhere.
 */
export function isSpared(view: View, lexicon: PlaceLexicon, name: Name, persons: ReadonlySet<string>, context: CountryContext): boolean {
  if (isPerson(view, lexicon, name) || startsPerson(view, lexicon, name) || view.low(name.last + 1) === '-' && ARTICLE.test(view.low(name.last)) && view.capital(name.last + 2)) return false
  const country = name.candidates.some(c => c.origin === 'country')
  if (!country && !name.candidates.some(c => !isOrdinary(c) && c.origin !== 'import' || c.population >= KNOWN || isCapital(c))) return isAssaulted(view, lexicon, name) && lexicon.uses(name.key).size === 0 && !persons.has(name.key) && name.candidates.some(c => c.population > 0 && context.share(c.country) >= AT_HOME)
  const before = view.low(name.nameFirst - 1), near = view.together(name.nameFirst - 1, name.nameFirst)
  if (near && (lexicon.is(before, 'where') || lexicon.is(before, 'assault'))) return true
  if (persons.has(name.key)) return false
  return country || lexicon.uses(name.key).size === 0 && (near && lexicon.is(before, 'weak') || actsAsGovernment(view, lexicon, name))
}

const ADVERB = /^(?:has|have|had|also|later|immediately|then|did|does|will|would|quickly|earlier|repeatedly)$/

/** A country or capital that speaks or acts as a government: "Damascus said", "Kyiv accused"; not "Victoria said she". */
export function actsAsGovernment(view: View, lexicon: PlaceLexicon, name: Name): boolean {
  if (!name.candidates.some(c => c.origin === 'country' || isCapital(c))) return false
  let i = name.last
  while (ADVERB.test(view.low(i)) && i < name.last + 3) i++
  return view.together(i, name.first) && lexicon.is(view.low(i), 'speech') && !/^(?:he|she|his|her)$/.test(view.low(i + 1)) && !/^(?:in|near|at|of|from|outside|on|around)$/.test(view.low(name.first - 1))
}
