/** Chooses a gazetteer entry for each name: what the text says contains it, the report's countries, kind, size and nearness; one choice a name a report. */
import type { Precision } from '../model/place.ts'
import { contains, kilometres, RANK } from './containment.ts'
import type { CountryContext } from './context.ts'
import type { GazetteerPlace } from './gazetteer.ts'
import { placeKey } from './key.ts'
import type { Name } from './names.ts'
import { isCapital, isOrdinary } from './table-places.ts'

/** A name with what the text around its mentions says of it. */
export interface Query {
  readonly name: Name
  /** Index of the query that contains it, or -1. */
  readonly container: number
  /** Country of a demonym that governs it, or null. */
  readonly demonym: string | null
  /** The country that ruled out entries elsewhere, or null. */
  readonly stated: string | null
}

/** The chosen entry, and how surely (0..1) against the best rival at another spot. */
export interface Choice { readonly entry: GazetteerPlace | null; readonly score: number }

const PASSES = 3
/** What a name costs that is not the entry's own where others bear it as theirs: Salisbury is rather in England than an old name of Harare. */
const FORMER = -2.2
/** What a country's own name is worth over its namesakes: "Russia" is no town in Ohio, and "UK" none in Siberia, unless the words beside it say so. */
const ALONE = 3
const KIND: Readonly<Record<string, number>> = { country: 3.2, PPLC: 2.6, PPLG: 2.6, PPLA: 0.7, PPLA2: 0.3, PPLX: -0.5, PPLL: -0.3, PPLF: -0.5, PPLW: -1.5 }
/** What a homonym in a country or region outside the report costs, and what explicit words are worth. */
const SAME_NAME = 2, TABLE = 2.4, VILLAGE = 1.4, DIVISION = 1.6, COUNTRY_SHARE = 3, COUNTRY_NEAR = 1.4, INSIDE = 5, OUTSIDE = -3, DEMONYM = 3, TYPE_FITS = 2, TYPE_MISFITS = -2, CLOSE = 1.6, CLOSE_KM = 150, SAME_SPOT_KM = 40

/** Choices for all queries; queries with the same key share the evidence of all and so the choice, save where a type word sets one apart. */
export function resolveNames(queries: readonly Query[], context: CountryContext, homeCountry: string | null): readonly Choice[] {
  const groups = groupBySense(queries)
  let chosen: readonly (GazetteerPlace | null)[] = queries.map(() => null)
  let choices: readonly Choice[] = []
  for (let pass = 0; pass < PASSES; pass++) {
    const anchors = anchorsOf(queries, chosen)
    const next: Choice[] = []
    for (const group of groups) {
      const choice = choose(group.map(i => queries[i]!), context, homeCountry, chosen, anchors)
      for (const i of group) next[i] = choice
    }
    choices = next
    chosen = choices.map(choice => choice.entry)
  }
  return choices
}

/** Indices of queries that must mean one place: same key, same precision asked for by a type word, same country stated. */
function groupBySense(queries: readonly Query[]): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>()
  queries.forEach(({ name, stated }, i) => {
    const sense = `${name.key} ${name.type?.precision ?? ''} ${stated ?? ''}`
    const group = groups.get(sense)
    if (group) group.push(i)
    else groups.set(sense, [i])
  })
  return [...groups.values()]
}

/** Places already chosen that others may be near to; countries are no anchors. */
function anchorsOf(queries: readonly Query[], chosen: readonly (GazetteerPlace | null)[]): readonly { readonly key: string; readonly place: GazetteerPlace; /** No type word stands beside the name. */ readonly bare: boolean }[] {
  const seen = new Set<string>()
  return chosen.flatMap((place, i) => {
    if (place === null || place.precision === 'country' || seen.has(place.id)) return []
    seen.add(place.id)
    return [{ key: queries[i]!.name.key, place, bare: queries[i]!.name.type === null }]
  })
}

type Anchors = ReturnType<typeof anchorsOf>

function choose(group: readonly Query[], context: CountryContext, home: string | null, chosen: readonly (GazetteerPlace | null)[], anchors: Anchors): Choice {
  const { candidates } = group[0]!.name
  if (candidates.length === 0) return { entry: null, score: 0 }
  const scored = candidates.map(place => ({ place, score: scoreOf(place, group, context, home, chosen, anchors) })).sort((a, b) => b.score - a.score || (a.place.id < b.place.id ? -1 : 1))
  const best = scored[0]!, rival = scored.find(s => s.place.country !== best.place.country || kilometres(s.place, best.place) > SAME_SPOT_KM)
  if (isForeign(best.place, group, context, anchors) || isAstray(best, scored.find(s => s.place.country === best.place.country && kilometres(s.place, best.place) > SAME_SPOT_KM), group, anchors)) return { entry: null, score: 0 }
  return { entry: best.place, score: rival === undefined ? 1 : 1 / (1 + Math.exp(rival.score - best.score)) }
}

/** Below this population a place in a country of which nothing else in the report speaks is rather a namesake of one that the gazetteer lacks; and a seat of government below this. */
const FAR_FAME = 150_000, LEAST_CAPITAL = 5_000

/** From this share on a report is about one country, and its quarters, hospitals and the like are not named after towns abroad. */
const HOME = 0.4

function isForeign(place: GazetteerPlace, group: readonly Query[], context: CountryContext, anchors: Anchors): boolean {
  if (isNamesake(place, group, context)) return true
  if (place.origin === 'country' || place.population >= FAR_FAME || isCapital(place) && place.population >= LEAST_CAPITAL || context.countries.length === 0) return false
  const { key } = group[0]!.name
  const bare = group.every(q => q.container < 0 && q.demonym === null && q.stated === null), sole = !isOrdinary(place) && placeKey(place.name) === key
  // A name that is not the entry's own, or says what kind of thing it names, does not speak for the entry's country.
  return bare && (context.share(place.country, placeKey(place.name) === key && group[0]!.name.type === null ? undefined : key) < 0.02 || !sole && !isSpokenFor(place.country, group, context, anchors))
}

/** "Al Salem hospital" in a report on Iraq, where the gazetteer knows a Salem in Oregon: what is called after a place is not in a country of which the report hardly speaks. */
const isNamesake = (place: GazetteerPlace, group: readonly Query[], context: CountryContext): boolean => {
  const { type, key } = group[0]!.name, home = context.countries.toSorted((a, b) => context.share(b, key) - context.share(a, key))[0]
  return type !== null && !group[0]!.name.typedBefore && (type.precision === 'site' || type.precision === 'town') && place.precision === 'town' && isOrdinary(place) && home !== undefined && place.country !== home
    && context.share(home, key) >= HOME && context.share(place.country, key) < HOME / 3 && group.every(q => q.container < 0 && q.demonym === null && q.stated === null)
}

/** A place below `people` that lies further than `km` from all of at least `others` other places of the report is rather a namesake of one that the gazetteer lacks: the less if others of its name are as likely, or a word before it says how small it is. */
const ASTRAY = { alike: { people: 50_000, km: 80, others: 2, lead: 2 }, sole: { people: 10_000, km: 300, others: 3 }, titled: { people: 50_000, km: 60, others: 1 } } as const

/** "Barangay San Miguel": no city. "Las Moras" in a report on one district of Chiapas, where the gazetteer knows five elsewhere in Mexico; the hamlet that the report means is none of them. */
function isAstray(best: Scored, rival: Scored | undefined, group: readonly Query[], anchors: Anchors): boolean {
  const { place } = best, { type, typedBefore } = group[0]!.name
  if (type?.titled === true && typedBefore && place.population >= ASTRAY.alike.people) return true
  const limit = type?.titled === true && typedBefore ? ASTRAY.titled : rival !== undefined && best.score - rival.score < ASTRAY.alike.lead ? ASTRAY.alike : ASTRAY.sole
  if (!isOrdinary(place) || isCapital(place) || place.population >= limit.people || limit === ASTRAY.sole && place.population === 0 || group.some(q => q.container >= 0 || q.demonym !== null || q.stated !== null)) return false
  const others = anchors.filter(anchor => anchor.key !== group[0]!.name.key && anchor.place.id !== place.id)
  return others.length >= limit.others && others.every(anchor => kilometres(anchor.place, place) > limit.km)
}

/** An entry and what speaks for it. */
interface Scored { readonly place: GazetteerPlace; readonly score: number }

/** True when other words of the report, or its other names, speak for a country, or when none speak for any. */
function isSpokenFor(country: string | null, group: readonly Query[], context: CountryContext, anchors: Anchors): boolean {
  const own = group[0]!.name.key
  const spoken = new Set([...context.signs.filter(sign => sign.key !== own).map(sign => sign.country), ...anchors.filter(anchor => anchor.key !== group[0]!.name.key).map(anchor => anchor.place.country)])
  return spoken.size === 0 || spoken.has(country)
}

function scoreOf(place: GazetteerPlace, group: readonly Query[], context: CountryContext, home: string | null, chosen: readonly (GazetteerPlace | null)[], anchors: Anchors): number {
  const near = Math.max(...group.map(q => context.near(place.country, q.name.nameFirst)))
  return prior(place, isRivalled(group[0]!.name)) + COUNTRY_SHARE * context.share(place.country, group[0]!.name.key) + COUNTRY_NEAR * near + (home !== null && home === place.country ? 0.5 : 0)
    + (isFormerName(place, group[0]!.name, context) ? FORMER : 0) + (isOutshone(place, group[0]!.name, context) ? FORMER : 0) + containmentScore(place, group, chosen) + typeScore(place, group[0]!.name.type?.precision ?? null) + closeness(place, group[0]!.name.key, anchors) + namedAlike(place, group[0]!, anchors)
}

/** True when the name is one of the entry's other names, and the own name of a town in a country that the report is about. */
const isFormerName = (place: GazetteerPlace, { key, candidates }: Name, context: CountryContext): boolean =>
  isOrdinary(place) && placeKey(place.name) !== key && context.share(place.country, key) < ABOUT && candidates.some(c => c.origin === 'geonames' && placeKey(c.name) === key && c.population >= NAMESAKE && context.share(c.country, key) > 2 * ABOUT)

/** How many times as many people live in a town that takes its name from entries for which it is only another. */
const FAR_LARGER = 10

/** "Delhi", a rare spelling of Dili: one of the entry's other names, in a report that does not speak of its country, and the own name of a far larger town, or of one of our own table. */
const isOutshone = (place: GazetteerPlace, { key, type, candidates }: Name, context: CountryContext): boolean =>
  type === null && isOrdinary(place) && placeKey(place.name) !== key && context.share(place.country, key) < ABOUT
  && candidates.some(c => placeKey(c.name) === key && (c.origin === 'table' || c.origin === 'geonames' && c.population > FAR_LARGER * place.population))

/** Share of the report that speaks for a country from which on the report is about it, and the population below which a namesake takes no other place's name away. */
const ABOUT = 0.05, NAMESAKE = 15_000

/** True where a country shares its name with a province or great city abroad: Georgia. */
const isRivalled = (name: Name): boolean => {
  const country = name.candidates.find(c => c.origin === 'country')
  return name.candidates.some(c => c.country !== country?.country && (c.origin === 'admin1' || c.origin === 'table') && c.population > 500_000)
}

/** How likely the entry is before the report is read. */
function prior(place: GazetteerPlace, rivalled: boolean): number {
  const size = 0.45 * Math.log10(place.population + 1)
  if (place.origin === 'country') return KIND['country']! + (rivalled ? 0 : ALONE)
  if (place.origin === 'table') return TABLE
  if (place.origin === 'village') return VILLAGE
  if (place.origin === 'admin1') return DIVISION + size / 3
  return size + (KIND[place.kind] ?? 0)
}

/** The strongest word of the text for or against an entry. */
function containmentScore(place: GazetteerPlace, group: readonly Query[], chosen: readonly (GazetteerPlace | null)[]): number {
  let best = 0
  for (const { container, demonym, name } of group) {
    const outer = container >= 0 ? chosen[container] ?? null : null
    if (outer?.origin === 'country' && !isRivalled(name) && name.candidates.some(c => c.origin === 'country')) continue
    if (outer !== null && outer !== undefined) best = strongest(best, contains(outer, place) || outer.id === place.id ? INSIDE : outer.country !== place.country ? OUTSIDE : OUTSIDE / 3)
    if (demonym !== null) best = strongest(best, demonym === place.country ? DEMONYM : -DEMONYM / 2)
  }
  return best
}

const strongest = (a: number, b: number): number => Math.abs(b) > Math.abs(a) ? b : a

function typeScore(place: GazetteerPlace, wanted: Precision | null): number {
  if (wanted === null) return 0
  if (place.precision === wanted) return TYPE_FITS
  const apart = Math.abs(RANK[place.precision] - RANK[wanted])
  return apart === 1 ? 0 : TYPE_MISFITS
}

/** "Beni" and "Beni territory" of one report lie in one country. */
const namedAlike = (place: GazetteerPlace, { name, container }: Query, anchors: Anchors): number => (name.type !== null && container < 0 && anchors.some(a => a.bare && a.key === name.key && a.place.country === place.country) ? SAME_NAME : 0)

/** Up to CLOSE for an entry beside other places of the report. */
function closeness(place: GazetteerPlace, key: string, anchors: Anchors): number {
  let best = 0
  for (const anchor of anchors) if (anchor.key !== key) best = Math.max(best, Math.exp(-kilometres(anchor.place, place) / CLOSE_KM))
  return CLOSE * best
}
