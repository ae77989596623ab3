/** Words that point back to a place: "the village", "the same camp", "the capital", "there", "across the country". */
import type { PlaceMention, SyntaxLayer, TextLayer } from '../model/index.ts'
import type { Gazetteer, GazetteerPlace } from './gazetteer.ts'
import type { BackKind, PlaceLexicon } from './lexicon.ts'
import { isCapital } from './table-places.ts'

interface Ground { readonly text: TextLayer; readonly syntax: SyntaxLayer; readonly places: readonly PlaceMention[]; readonly lexicon: PlaceLexicon; readonly gazetteer: Gazetteer; readonly low: (i: number) => string; readonly covered: Uint8Array; readonly counts: ReadonlyMap<string, number>; readonly home: string | null }

/** Sentences back to which a place is looked for; "there" points no further back than the second. */
const REACH = 10, THERE = 2
/** Words before a noun among which its article is looked for. */
const MODIFIERS = 4

/** The places with, for each word that points back, one more mention of the place it points to. They have the rule `place:anaphor`. */
export function withAnaphors(text: TextLayer, syntax: SyntaxLayer, places: readonly PlaceMention[], lexicon: PlaceLexicon, gazetteer: Gazetteer): readonly PlaceMention[] {
  if (places.length === 0) return places
  const covered = new Uint8Array(text.tokens.length), counts = new Map<string, number>()
  for (const place of places) { covered.fill(1, place.first, place.last); counts.set(keyOf(place), (counts.get(keyOf(place)) ?? 0) + 1) }
  const g: Ground = { text, syntax, places, lexicon, gazetteer, covered, counts, home: mainCountry(places), low: i => text.tokens[i]?.norm.toLowerCase() ?? '' }
  const found = text.tokens.flatMap((_, i) => pointsBack(g, i) ?? [])
  if (found.length === 0) return places
  const all = [...places, ...found].sort((a, b) => a.start - b.start), at = new Map(all.map((place, k) => [place, k])), moved = places.map(place => at.get(place)!)
  return all.map(place => (place.container < 0 ? place : { ...place, container: moved[place.container]! }))
}

const keyOf = (place: PlaceMention): string => place.entry?.id ?? place.name.toLowerCase()

/** The mention that token `i` makes, or null. */
function pointsBack(g: Ground, i: number): PlaceMention | null {
  const kind = g.lexicon.back(g.low(i))
  if (kind === null || g.covered[i] === 1) return null
  if (kind === 'whole') return mention(g, i, i + 1, wholeCountry(g))
  if (kind === 'there') return g.syntax.deprel[i] === 'advmod' && g.syntax.upos[i] === 'ADV' ? mention(g, i, i + 1, latest(g, i, kind, THERE)) : null
  if (kind === 'apart' || g.syntax.upos[i] !== 'NOUN' || g.syntax.xpos[i] === 'NNS' || isHeld(g, i)) return null
  const first = articleOf(g, i, kind)
  if (first < 0) return null
  return mention(g, first, i + 1, kind === 'capital' ? capitalOf(g, first, i) : latest(g, i, kind, REACH) ?? (kind === 'site' ? null : mostNamed(g, i, kind)))
}

/** "The town hall", "the village of X", "the city where": the noun does not stand for a place named before. */
function isHeld(g: Ground, i: number): boolean {
  const next = g.low(i + 1)
  return g.syntax.deprel[i] === 'compound' || g.covered[i + 1] === 1 || next === '-' || next === 'of' && !/^(?:the|a|an)$/.test(g.low(i + 2)) || /^(?:where|which|that|who|whose|called|named|known)$/.test(next)
}

/** The article before the noun and its adjectives; -1 without one, or where they set another place apart. */
function articleOf(g: Ground, i: number, kind: BackKind): number {
  for (let k = i - 1; k >= i - MODIFIERS && g.text.tokens[k]?.sentence === g.text.tokens[i]!.sentence; k--) {
    const low = g.low(k)
    if (/^(?:the|this|that)$/.test(low)) return k
    if (low === 'same') continue
    const noun = g.syntax.upos[k] === 'NOUN' && (kind === 'site' || low === 'provincial')
    if (g.lexicon.back(low) === 'apart' || g.covered[k] === 1 || g.syntax.xpos[k] === 'JJS' || !noun && !/^(?:ADJ|VERB|ADV|PUNCT)$/.test(g.syntax.upos[k] ?? '') && g.lexicon.demonym(low) === null || g.syntax.upos[k] === 'PUNCT' && low !== '-') return -1
  }
  return -1
}

/** How wide a mention is. */
const widthOf = (place: PlaceMention): string => place.part !== null ? 'part' : place.entry?.precision ?? place.asked ?? 'unknown'

/** People of a place that may be called a village, and of one that may be called a city. */
const VILLAGE = 60_000, CITY = 20_000

/** True when a place can be called so. */
function fits(g: Ground, place: PlaceMention, kind: BackKind, i: number): boolean {
  if (/metonym|organisation|person|anaphor/.test(place.rule)) return false
  const width = widthOf(place), people = place.entry?.population ?? 0
  switch (kind) {
    case 'village': return (width === 'town' || width === 'unknown') && people < VILLAGE
    case 'town': return width === 'town' || width === 'unknown'
    case 'city': return width === 'town' && people >= CITY
    case 'district': return width === 'district'
    case 'province': return width === 'province'
    case 'site': return width === 'site' && g.text.text.slice(place.start, place.end).toLowerCase().includes(g.low(i))
    case 'there': return width !== 'country' && width !== 'part'
    default: return false
  }
}

/** At most so many mentions back a place is looked for. */
const NEAR = 60, FAR = 300

/** The last mentions before token `i`, in text order. */
function placesBefore(g: Ground, i: number, most: number): readonly PlaceMention[] {
  let low = 0, high = g.places.length
  while (low < high) { const mid = (low + high) >> 1; if (g.places[mid]!.last <= i) low = mid + 1; else high = mid }
  return g.places.slice(Math.max(0, low - most), low)
}

/** The place last named before token `i` that can be called so; of several in one sentence that which the report names most. */
function latest(g: Ground, i: number, kind: BackKind, reach: number): PlaceMention | null {
  const here = g.text.tokens[i]!.sentence, inSentence = (place: PlaceMention): number => g.text.tokens[place.first]!.sentence
  const wordBefore = (place: PlaceMention): string => g.low(/^(?:the|a|an)$/.test(g.low(place.first - 1)) ? place.first - 2 : place.first - 1)
  const before = placesBefore(g, i, NEAR).filter(place => inSentence(place) >= here - reach && fits(g, place, kind, i) && !wordBefore(place).startsWith('toward'))
  const last = Math.max(-1, ...before.map(inSentence)), nearest = before.filter(place => inSentence(place) === last), still = nearest.filter(place => !/^(?:to|from)$/.test(wordBefore(place)))
  return mostOf(g, still.length > 0 ? still : nearest)
}

const mostOf = (g: Ground, list: readonly PlaceMention[]): PlaceMention | null => list.reduce<PlaceMention | null>((best, place) => (best === null || (g.counts.get(keyOf(place)) ?? 0) > (g.counts.get(keyOf(best)) ?? 0) ? place : best), null)

/** The place before token `i` that a report names most, of those that can be called so. */
const mostNamed = (g: Ground, i: number, kind: BackKind): PlaceMention | null => mostOf(g, placesBefore(g, i, FAR).filter(place => fits(g, place, kind, i)))

/** The country that most of the report's places lie in. */
function mainCountry(places: readonly PlaceMention[]): string | null {
  const tally = new Map<string, number>()
  for (const { entry } of places) if (entry?.country != null) tally.set(entry.country, (tally.get(entry.country) ?? 0) + 1)
  return [...tally].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

function wholeCountry(g: Ground): GazetteerPlace | null {
  return g.home === null ? null : g.gazetteer.entry(`country:${g.home}`)
}

/** "The capital", "the Syrian capital". */
function capitalOf(g: Ground, first: number, i: number): GazetteerPlace | null {
  const modifiers = Array.from({ length: i - first - 1 }, (_, k) => g.low(first + 1 + k)), demonym = modifiers.map(word => g.lexicon.demonym(word)).find(code => code !== null)
  if (demonym === undefined && modifiers.length > 0) return null
  const country = g.gazetteer.countries.get(demonym ?? g.home ?? '')
  return country === undefined ? null : g.gazetteer.lookup(country.capital).find(place => place.country === country.code && isCapital(place)) ?? null
}

function mention(g: Ground, first: number, last: number, place: PlaceMention | GazetteerPlace | null): PlaceMention | null {
  if (place === null) return null
  const at = { start: g.text.tokens[first]!.start, end: g.text.tokens[last - 1]!.end, first, last, rule: 'place:anaphor' }
  if ('rule' in place) return { ...place, ...at }
  const { id, name, country, admin1, latitude, longitude, precision, population } = place
  return { ...at, name, entry: { id, name, country, admin1, latitude, longitude, precision, population, seat: isCapital(place) }, asked: null, part: null, container: -1, score: 0.5 }
}
