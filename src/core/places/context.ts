/** Which countries a report is about, and where in it: from country names, demonyms, the dateline and places found so far. */
import type { Gazetteer, GazetteerPlace } from './gazetteer.ts'
import type { PlaceLexicon } from './lexicon.ts'
import type { Name } from './names.ts'
import type { View } from './view.ts'

/** A word that speaks for a country at one token; `key` is the place name it stands in, null for a demonym. */
export interface CountrySign { readonly token: number; readonly country: string; readonly weight: number; readonly key: string | null }

export interface CountryContext {
  readonly signs: readonly CountrySign[]
  /** 0..1: how much of the report speaks for the country; for a name given by its key, how much of all else does, if anything else speaks for any. */
  readonly share: (country: string | null, besides?: string) => number
  /** 0..1: whether the country is spoken for near the token, 1 in the same sentence. */
  readonly near: (country: string | null, token: number) => number
  /** Countries by falling share. */
  readonly countries: readonly string[]
}

/** Signs further away than this many tokens are not near. */
const NEAR_TOKENS = 60

export function countrySigns(view: View, names: readonly Name[], lexicon: PlaceLexicon): readonly CountrySign[] {
  const signs: CountrySign[] = []
  for (const name of names) {
    const country = name.candidates.find(c => c.origin === 'country')
    if (country?.country) signs.push({ token: name.nameFirst, country: country.country, weight: name.candidates.some(isDivision) ? 0.4 : 1, key: name.key })
  }
  for (let i = 0; i < view.size; i++) {
    const two = `${view.low(i)} ${view.low(i + 1)}`, country = lexicon.demonym(two) ?? (lexicon.demonym(`${view.low(i - 1)} ${view.low(i)}`) === null ? lexicon.demonym(view.low(i)) : null)
    if (country !== null && (view.nameable(i))) signs.push({ token: i, country, weight: 0.8, key: null })
  }
  return signs
}

const isDivision = (place: GazetteerPlace): boolean => place.origin === 'admin1' && place.population > 500_000

/** Signs of places that can only be in one country: big cities without a big homonym abroad, entries of our tables, divisions. */
export function placeSigns(names: readonly Name[]): readonly CountrySign[] {
  const signs: CountrySign[] = []
  for (const name of names) {
    const weighty = name.candidates.filter(c => c.origin === 'table' || c.origin === 'village' && c.precision === 'province' || c.population >= 50_000)
    const countries = new Set(weighty.map(c => c.country).filter(c => c !== null))
    if (countries.size === 1 && !name.candidates.some(c => c.origin === 'country')) signs.push({ token: name.nameFirst, country: [...countries][0]!, weight: 0.5, key: name.key })
  }
  return signs
}

export function readContext(view: View, signs: readonly CountrySign[], gazetteer: Gazetteer): CountryContext {
  const opening = view.text.sentences[Math.min(2, view.text.sentences.length - 1)]?.last ?? 0
  const totals = new Map<string, number>(), own = new Map<string, Map<string, number>>()
  const add = (map: Map<string, number>, { country, weight, token }: CountrySign): unknown => map.set(country, (map.get(country) ?? 0) + weight * (token < opening ? 2 : 1))
  for (const sign of signs) {
    add(totals, sign)
    if (sign.key !== null) add(own.get(sign.key) ?? own.set(sign.key, new Map()).get(sign.key)!, sign)
  }
  const all = sumOf(totals)
  const tokensOf = new Map<string, number[]>()
  for (const sign of signs.toSorted((a, b) => a.token - b.token)) {
    const tokens = tokensOf.get(sign.country)
    if (tokens) tokens.push(sign.token)
    else tokensOf.set(sign.country, [sign.token])
  }
  return {
    signs,
    share: (country, besides) => {
      const of = besides === undefined ? undefined : own.get(besides), rest = all - (of === undefined ? 0 : sumOf(of)), told = totals.get(country ?? '') ?? 0
      return all === 0 ? 0 : rest > 0 ? (told - (of?.get(country ?? '') ?? 0)) / rest : told / all
    },
    near: (country, token) => nearness(view, tokensOf.get(country ?? '') ?? [], token),
    countries: [...totals.keys()].filter(c => gazetteer.countries.has(c)).sort((a, b) => totals.get(b)! - totals.get(a)! || (a < b ? -1 : 1)),
  }
}

const sumOf = (map: ReadonlyMap<string, number>): number => [...map.values()].reduce((a, b) => a + b, 0)

/** `tokens` in rising order. */
function nearness(view: View, tokens: readonly number[], token: number): number {
  let best = 0, low = 0, high = tokens.length
  while (low < high) { const middle = (low + high) >> 1; if (tokens[middle]! < token - NEAR_TOKENS) low = middle + 1; else high = middle }
  for (let k = low; k < tokens.length && tokens[k]! <= token + NEAR_TOKENS; k++) {
    const other = tokens[k]!, distance = Math.abs(other - token)
    if (distance === 0) continue
    best = Math.max(best, (view.together(other, token) ? 1 : 0.6) * (1 - distance / (2 * NEAR_TOKENS)))
  }
  return best
}
