/** Weighs whether a name that the gazetteer knows stands for a place here, or is a person, an organisation or an ordinary word. */
import { range } from '../text/range.ts'
import type { CountryContext } from './context.ts'
import type { GazetteerPlace } from './gazetteer.ts'
import type { PlaceLexicon } from './lexicon.ts'
import type { Name } from './names.ts'
import { actsAsGovernment, isSpared, personBefore } from './persons.ts'
import { isCapital } from './table-places.ts'
import { isTold } from './told.ts'
import { headsParagraph, type View } from './view.ts'

/** What was seen and how much it speaks for a place (or, below zero, against); the weights were set by hand on TR-News and GeoWebNews. */
export const WEIGHTS = {
  capital: 0.6, 'no-case': -0.2, 'proper-tag': 0.4, 'noun-tag': -0.4, 'other-tag': -1.0,
  country: 1.6, 'first-order': 0.5, table: 0.9, 'capital-city': 1.2, 'big-city': 0.9, city: 0.5, hamlet: -0.4,
  'long-name': 0.5, word: -2.4, person: -1.0, given: -1.3, group: -1.5, 'all-words': -1.3,
  where: 0, locative: 1.3, besieged: 1.8, weak: 0.5, direction: 1.3, 'typed-before': 3, 'typed-after': 2.2, dateline: 3, heads: 2.2, told: 1.2, contained: 1.8, contains: 1.2, listed: 0.8, 'hyphen-participle': 0.8, government: 0.8,
  title: -2.4, 'after-given': -2.2, 'before-surname': -0.9, 'in-longer-name': -1.0, organisation: -0.6,
  'model-loc': 1.2, 'model-per': -2.2, 'model-org': -0.8, 'model-misc': -0.4, 'model-none': -0.3,
  'report-country': 0.6, 'elsewhere': -0.5, 'seen-elsewhere': 0.8,
} as const
export type Sign = keyof typeof WEIGHTS

/** Names whose signs sum to at least this are taken for places. */
export const THRESHOLD = 1

/** Signs of one name from the words around it. */
export interface Evidence { readonly signs: readonly Sign[]; readonly score: number }

/** A name taken for a place and the evidence for it. */
export interface Judged { readonly name: Name; readonly evidence: Evidence }

export function weigh(signs: Iterable<Sign>): Evidence {
  const list = [...new Set(signs)]
  return { signs: list, score: list.reduce((sum, sign) => sum + WEIGHTS[sign], 0) }
}

/** Signs of a person that a country or well-known town may be spared. */
const OF_PERSONS: ReadonlySet<Sign> = new Set<Sign>(['person', 'given', 'model-per'])

const NOTHING = new Uint8Array(0)

/** Every sign of a name, apart from those that depend on other names; `persons` are the keys of names that are persons somewhere in the report. */
export function signsOf(view: View, lexicon: PlaceLexicon, context: CountryContext, name: Name, persons: ReadonlySet<string>): readonly Sign[] {
  const signs = [...formSigns(view, name), ...gazetteerSigns(name, context), ...wordSigns(view, lexicon, name), ...leftSigns(view, lexicon, name), ...rightSigns(view, lexicon, name), ...modelSigns(view, name)]
  const told = name.told === true || name.candidates.length > 0 && name.type === null && view.cased(name.first) && !persons.has(name.key) && isTold(view, lexicon, NOTHING, name.nameFirst, name.nameLast)
  const framed = (name.candidates.length === 0 && signs.includes('where') || name.told === true) && !signs.some(sign => sign === 'title' || sign === 'after-given')
  if (told && name.candidates.length > 0 && !isSpared(view, lexicon, name, persons, context)) return signs.filter(sign => sign !== 'model-per')
  return framed || isSpared(view, lexicon, name, persons, context) ? signs.filter(sign => !OF_PERSONS.has(sign)) : signs
}

function formSigns(view: View, name: Name): readonly Sign[] {
  const signs: Sign[] = []
  if (!view.cased(name.nameFirst)) signs.push('no-case')
  else if (!view.startsSentence(name.nameFirst)) signs.push('capital')
  if (name.key.includes(' ')) signs.push('long-name')
  const tags = range(name.nameFirst, name.nameLast).map(view.upos).filter(tag => tag !== '' && tag !== 'PUNCT')
  if (tags.length > 0) signs.push(tags.includes('PROPN') ? 'proper-tag' : signs.includes('capital') && tags.every(tag => tag === 'NOUN') ? 'noun-tag' : 'other-tag')
  const at = view.text.tokens[name.nameFirst]!, dateline = view.text.dateline?.place
  if (dateline && at.start >= dateline.start && at.start < dateline.end) signs.push('dateline')
  else if (headsParagraph(view, name.nameFirst, name.nameLast)) signs.push('heads')
  if (name.type !== null) signs.push(name.typedBefore ? 'typed-before' : 'typed-after')
  if (name.told === true) signs.push('told')
  return signs
}

function gazetteerSigns(name: Name, context: CountryContext): readonly Sign[] {
  if (name.candidates.length === 0) return []
  const best = (test: (c: GazetteerPlace) => boolean): boolean => name.candidates.some(test), signs: Sign[] = []
  const most = Math.max(0, ...name.candidates.map(c => c.precision === 'town' ? c.population : 0))
  if (best(c => c.origin === 'country')) signs.push('country')
  else if (best(isCapital)) signs.push('capital-city')
  else if (best(c => c.origin === 'table')) signs.push('table')
  else if (most >= 1_000_000) signs.push('big-city')
  else if (most >= 100_000) signs.push('city')
  else if (best(c => c.origin === 'admin1')) signs.push('first-order')
  else if (most < 15_000 && !best(c => c.precision !== 'town')) signs.push('hamlet')
  if (context.countries.length > 0) {
    if (best(c => context.share(c.country) > 0.15)) signs.push('report-country')
    else if (!best(c => context.share(c.country) > 0 || c.population > 200_000 || c.origin === 'country')) signs.push('elsewhere')
  }
  return signs
}

function wordSigns(view: View, lexicon: PlaceLexicon, name: Name): readonly Sign[] {
  const words = name.key.split(' '), group: readonly Sign[] = lexicon.isGroup(view.slice(name.nameFirst, name.nameLast), name.key) ? ['group'] : []
  if (words.length === 1) return [...lexicon.uses(name.key), ...group]
  return words.every(word => lexicon.uses(word).has('word')) ? ['all-words', ...group] : group
}

function leftSigns(view: View, lexicon: PlaceLexicon, name: Name): readonly Sign[] {
  const signs: Sign[] = []
  let i = name.nameFirst - 1
  if (!view.together(i, name.nameFirst)) return signs
  const low = view.low(i)
  const joined = view.capital(i) && !view.startsSentence(i) && lexicon.demonym(low) === null && !lexicon.is(low, 'adjective') && !lexicon.is(low, 'direction')
  const person = personBefore(view, lexicon, name)
  if (person !== null) signs.push(person)
  else if (joined && !lexicon.is(low, 'locative') && name.type === null) signs.push('in-longer-name')
  for (; /^(?:the|a|an)$/.test(view.low(i)) || lexicon.is(view.low(i), 'direction') || lexicon.is(view.low(i), 'adjective'); i--) if (!/^(?:the|a|an)$/.test(view.low(i))) signs.push('direction')
  if (!view.together(i, name.nameFirst)) return signs
  const before = view.low(i)
  if (lexicon.is(before, 'where')) signs.push('where')
  if (lexicon.is(before, 'locative')) signs.push('locative')
  else if (lexicon.is(before, 'assault')) signs.push('besieged')
  else if (lexicon.is(before, 'weak')) signs.push(before === 'of' && lexicon.is(view.low(i - 1), 'direction') ? 'locative' : 'weak')
  return signs
}

function rightSigns(view: View, lexicon: PlaceLexicon, name: Name): readonly Sign[] {
  const i = name.nameLast, signs: Sign[] = []
  if (!view.together(i, name.nameFirst) || name.type !== null && !name.typedBefore) return signs
  if (actsAsGovernment(view, lexicon, name)) signs.push('government')
  if (/^[-–]$/.test(view.low(i)) && lexicon.is(view.low(i + 1), 'participle')) signs.push('hyphen-participle')
  if (!view.capital(i)) return signs
  if (isOrganisation(view, lexicon, name)) signs.push('organisation')
  else if (lexicon.demonym(view.low(i)) === null && !/^(?:I|President|Prime|Minister|PM|King|General|Gov|Mayor)$/.test(view.slice(i, i + 1))) signs.push('before-surname')
  return signs
}

/** True when a capitalised organisation word follows, perhaps after another capitalised word: "Baghdad Brigade", "Kandahar Provincial Council". */
export function isOrganisation(view: View, lexicon: PlaceLexicon, name: Name): boolean {
  const capital = (k: number): boolean => view.capital(k) && view.together(k, name.nameFirst)
  const here = name.last
  if (!capital(here)) return false
  return lexicon.is(view.low(here), 'organisation') || capital(here + 1) && lexicon.is(view.low(here + 1), 'organisation')
}

function modelSigns(view: View, name: Name): readonly Sign[] {
  if (!view.labelled) return []
  const labels = range(name.nameFirst, name.nameLast).filter(i => view.nameable(i)).map(view.label)
  const most = (['LOC', 'PER', 'ORG', 'MISC'] as const).find(label => labels.filter(l => l === label).length * 2 > labels.length)
  return most === undefined ? ['model-none'] : [`model-${most.toLowerCase()}` as Sign]
}
