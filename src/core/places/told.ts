/** Whether the words around a capitalised stretch tell that it is a place, be it in the gazetteer or not: "a post at Tha Lone", "overran Bambo, in Rutshuru territory". */
import type { PlaceLexicon } from './lexicon.ts'
import { typeAt } from './names.ts'
import type { View } from './view.ts'

/** What each sign is worth, and the sum from which a stretch is a place; set by hand on the coded reports. */
const WORTH = { where: 2, at: 1.5, from: 0.9, left: 0.7, weak: 0.6, taken: 1.5, struck: 1, of: 1.5, listed: 1.5, apposed: 1, held: 0.7, model: 1, shape: 0.8, work: -1.2, speaks: -2 } as const
const ENOUGH = 1.5

/** A type word stands within so many tokens after "a" ("Moruwa, a small farming village"). */
const APPOSED = 5

/** `taken` marks the tokens of names found before. */
export function isTold(view: View, lexicon: PlaceLexicon, taken: Uint8Array, first: number, last: number): boolean {
  return signs(view, lexicon, taken, first, last).reduce((sum, sign) => sum + WORTH[sign], 0) >= ENOUGH
}

function signs(view: View, lexicon: PlaceLexicon, taken: Uint8Array, first: number, last: number): readonly (keyof typeof WORTH)[] {
  const out: (keyof typeof WORTH)[] = [], before = view.together(first - 1, first) ? view.low(first - 1) : '', labels = view.slice(first, last) === '' ? [] : Array.from({ length: last - first }, (_, k) => view.label(first + k))
  if (isTrust(view, lexicon, first)) return []
  if (lexicon.is(before, 'where')) out.push('where')
  else if (lexicon.is(before, 'locative') && /^['’]s?$/.test(view.low(last))) return []
  else if (before === 'at') out.push('at', ...(lexicon.is(view.low(first - 2), 'work') || lexicon.is(view.low(first - 2), 'aim') ? ['work'] as const : []))
  else if (lexicon.is(before, 'locative')) out.push('from', ...(before === 'from' && lexicon.is(view.low(first - 2), 'departure') ? ['left'] as const : []))
  else if (lexicon.is(before, 'assault')) out.push('taken')
  else if (lexicon.is(before, 'strike') || /^(?:on|upon)$/.test(before) && lexicon.is(view.low(first - 2), 'upon')) out.push('struck')
  else if (before === 'of' && (lexicon.is(view.low(first - 2), 'of-place') || isPlural(lexicon, view.low(first - 2)))) out.push('of')
  else if (/^(?:and|or|,)$/.test(before) && taken[first - 2] === 1) out.push('listed')
  else if (lexicon.is(before, 'weak')) out.push('weak')
  if (labels.every(label => label === 'LOC')) out.push('model')
  if (hasShape(view, lexicon, first, last)) out.push('shape')
  if (view.together(first, last) && isPlural(lexicon, view.low(last))) out.push('listed')
  else if (/^(?:and|or|,)$/.test(view.low(last)) && view.capital(last + 1) && closesInPlural(view, lexicon, last + 1)) out.push('listed')
  if (isApposed(view, lexicon, taken, last)) out.push('apposed')
  else if (/^[,(]$/.test(view.low(last)) && taken[last + 1] === 1 && view.together(first, last + 1)) out.push('held')
  if (lexicon.is(view.low(last), 'speech')) out.push('speaks')
  return out
}

/** "Confidence in Xi", "interest in Xi": no place. */
const isTrust = (view: View, lexicon: PlaceLexicon, first: number): boolean => view.low(first - 1) === 'in' && lexicon.is(view.low(first - 2), 'trust')

/** Words after which capitals name a place more often than a person ("in Dera Murad Jamali", "at Tha Lone", "overran Bambo"). */
export const leadsToPlace = (lexicon: PlaceLexicon, word: string): boolean => lexicon.is(word, 'where') || word === 'at' || lexicon.is(word, 'assault')

/** "villages": the plural of a type word of a district or smaller. */
export const isPlural = (lexicon: PlaceLexicon, low: string): boolean => low.endsWith('s') && [low.slice(0, -1), low.replace(/ies$/, 'y')].some(one => lexicon.types.get(one)?.some(type => type.words.length === 1 && (type.precision === 'town' || type.precision === 'district')) ?? false)

/** "Qaycad and Ceel Dheer villages", "Barro, Sindu and Tarka hamlets". */
function closesInPlural(view: View, lexicon: PlaceLexicon, from: number): boolean {
  let i = from
  while (i < from + LIST && view.together(from, i) && (view.capital(i) || /^(?:and|or|,|-|–)$/.test(view.low(i)))) i++
  return view.together(from, i) && isPlural(lexicon, view.low(i))
}

/** Tokens of a list of names before its type word. */
const LIST = 12

/** "Tel Abyad", "Deir Hafer", "Novogrigorovka": words that open, and endings that close, names of places. */
function hasShape(view: View, lexicon: PlaceLexicon, first: number, last: number): boolean {
  if (last - first > 1 && lexicon.is(view.low(first), 'shape')) return true
  const end = view.low(last - 1)
  for (let k = 3; k < Math.min(8, end.length - 2); k++) if (lexicon.is(`-${end.slice(-k)}`, 'shape')) return true
  return false
}

/** ", in Rutshuru territory", ", a village south of", ", the village nearest to", ", 20 km from", ", on the edge of". */
function isApposed(view: View, lexicon: PlaceLexicon, taken: Uint8Array, last: number): boolean {
  if (view.low(last) !== ',' || !view.together(last - 1, last + 2)) return false
  const next = view.low(last + 1)
  if (/^(?:in|near|outside)$/.test(next)) return taken[last + 2] === 1 || view.low(last + 2) === 'the' && taken[last + 3] === 1 || view.capital(last + 2)
  if (/^(?:some|about|just|around|\d+)$/.test(next)) return /^(?:km|kms|kilometres?|kilometers?|miles?)$/.test(view.low(last + 2)) || /^(?:km|kms|kilometres?|kilometers?|miles?)$/.test(view.low(last + 3))
  if (lexicon.is(next, 'direction') && /^(?:of|from)$/.test(view.low(last + 2)) || next === 'on' && view.low(last + 2) === 'the') return true
  if (!/^(?:a|an|the|one)$/.test(next)) return false
  for (let i = last + 2; i < last + 2 + APPOSED && view.together(last, i) && !/^[,;:]$/.test(view.low(i)); i++) { const kind = typeAt(view, lexicon, i)?.precision; if (kind === 'town' || kind === 'district') return true }
  return false
}
