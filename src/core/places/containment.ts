/** Explicit containment: "al-Qaim, in Anbar province", "Springfield, Illinois", "Iraq's Anbar province", "al-Qaim in Iraq's Anbar province", "SAN MIGUEL (EL SALVADOR)", "the Syrian town of X". */
import type { Precision } from '../model/place.ts'
import type { GazetteerPlace } from './gazetteer.ts'
import type { PlaceLexicon } from './lexicon.ts'
import type { Name } from './names.ts'
import type { View } from './view.ts'

/** Wider precisions have higher ranks. */
export const RANK: Readonly<Record<Precision, number>> = { site: 0, town: 1, district: 2, province: 3, country: 4 }

/** Tokens between a place and what contains it are at most this many. */
const MAX_BETWEEN = 7

/** For each name the index of the name that contains it, or -1. */
export function findContainers(view: View, lexicon: PlaceLexicon, names: readonly Name[]): readonly number[] {
  return names.map((name, i) => {
    const next = names[i + 1], after = names[i + 2], before = names[i - 1]
    if (next !== undefined && after !== undefined && followsInside(view, lexicon, name, next) && isPossessor(view, lexicon, next, after) && mayContain(name, after)) return i + 2
    if (next !== undefined && followsInside(view, lexicon, name, next) && mayContain(name, next)) return i + 1
    if (before !== undefined && isPossessor(view, lexicon, before, name) && mayContain(name, before)) return i - 1
    return -1
  })
}

function between(view: View, from: number, to: number): readonly string[] | null {
  if (to < from || to - from > MAX_BETWEEN || to - from < 1 || !view.together(from - 1, to)) return null
  return Array.from({ length: to - from }, (_, k) => view.low(from + k))
}

/** "NAME, in (the) northern (province of) OUTER", "NAME (OUTER)", "NAME of OUTER", "NAME in OUTER". */
export function followsInside(view: View, lexicon: PlaceLexicon, inner: Name, outer: Name): boolean {
  const words = between(view, inner.last, outer.nameFirst)
  if (words === null || !/^(?:,|\(|\[|in|of|inside|\/|-|–)$/.test(words[0]!)) return false
  if (words[0] === '-' || words[0] === '–') return false
  return words.slice(1).every(word => /^(?:in|of|the|a|an|inside|within|on|\(|,|'s|and)$/.test(word) && word !== 'and' || lexicon.is(word, 'direction') || lexicon.is(word, 'adjective') || lexicon.types.has(word) || lexicon.demonym(word) !== null)
}

/** "OUTER's (northern) (province of) NAME". */
function isPossessor(view: View, lexicon: PlaceLexicon, outer: Name, inner: Name): boolean {
  const words = between(view, outer.last, inner.nameFirst)
  if (words === null || !/^(?:'s|’s|'|’)$/.test(words[0]!)) return false
  return words.slice(1).every(word => /^(?:of|the|-)$/.test(word) || lexicon.is(word, 'direction') || lexicon.is(word, 'adjective') || lexicon.types.has(word) || /^(?:capital|second|largest|main|biggest|restive|troubled|border|de|facto|third|semi|autonomous|contested|disputed)$/.test(word))
}

/** True when some reading of `outer` is wider than some reading of `inner`, in one country. */
function mayContain(inner: Name, outer: Name): boolean {
  if (inner.key === outer.key && inner.type === outer.type) return false
  if (isStated(inner, outer)) return true
  const wide = outer.candidates.filter(c => RANK[c.precision] >= 1)
  if (inner.candidates.length === 0) return wide.length > 0 && !(outer.candidates[0]?.precision === 'town' && inner.type === null)
  return inner.candidates.some(a => wide.some(b => contains(b, a)))
}

/** True where type words alone say it: "Andar district, Ghazni province" holds whatever the gazetteer knows of Andar. */
export const isStated = (inner: Name, outer: Name): boolean => {
  const a = inner.type?.precision ?? null, b = outer.type?.precision ?? null
  return a !== null && b !== null && a !== 'site' && RANK[b] > RANK[a] && outer.candidates.some(c => c.precision === b)
}

/** True when the entry `outer` can hold the entry `inner`: wider, same country, and for provinces and towns the same division or near enough. */
export function contains(outer: GazetteerPlace, inner: GazetteerPlace): boolean {
  if (RANK[outer.precision] <= RANK[inner.precision] || outer.country !== inner.country) return false
  if (outer.precision === 'country') return true
  if (outer.division !== null && inner.division !== null && outer.precision === 'province') return outer.division === inner.division
  return kilometres(outer, inner) < (outer.precision === 'province' ? 300 : outer.precision === 'district' ? 100 : 40)
}

/** Great-circle distance of two entries, Infinity when either has no coordinates. Mean radius of the Earth 6371 km. */
export function kilometres(a: GazetteerPlace, b: GazetteerPlace): number {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) return Infinity
  const rad = Math.PI / 180, dLat = (b.latitude - a.latitude) * rad, dLon = (b.longitude - a.longitude) * rad
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * Math.sin(dLon / 2) ** 2
  return 12742 * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** The country whose demonym governs the name: "the Syrian (border) town of NAME", "Iraqi city NAME", "northern Iraqi NAME"; null if none. */
export function governingDemonym(view: View, lexicon: PlaceLexicon, name: Name): string | null {
  for (let i = name.nameFirst - 1; i >= name.nameFirst - 6 && view.together(i, name.nameFirst); i--) {
    const word = view.low(i), country = lexicon.demonym(`${view.low(i - 1)} ${word}`) ?? lexicon.demonym(word)
    if (country !== null) return country
    if (!(word === 'of' || word === 'the' || word === '-' || word === 'and' || lexicon.types.has(word) || lexicon.is(word, 'direction') || lexicon.is(word, 'adjective') || /^(?:border|port|capital|coastal|mainly|largest|second|industrial|eastern|historic|key|strategic|flashpoint|restive)$/.test(word))) return null
  }
  return null
}
