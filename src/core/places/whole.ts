/** Names of places of which the gazetteer knew only a part are made whole: "Gelgel" in "Gelgel Beles", "Torres hospital" in "the Delfina Torres hospital". */
import type { CountryContext } from './context.ts'
import type { Judged } from './evidence.ts'
import type { Gazetteer } from './gazetteer.ts'
import { placeKey } from './key.ts'
import type { PlaceLexicon } from './lexicon.ts'
import { typed, type Name } from './names.ts'
import { leadsToPlace } from './told.ts'
import type { View } from './view.ts'

/** A name grows by at most this many tokens on a side. */
const REACH = 4
/** A town below this population, or in a country that less than this share of the report speaks for, may be another whose name goes on. */
const SMALL = 50_000, ABROAD = 0.1
/** Countries of the report whose spelling variants are tried. */
const COUNTRIES = 4
const HYPHEN = /^[-–]$/

/** The names that stand for places, in text order, each with all its words; a person's first name that stood alone for a place is left out. */
export function madeWhole(view: View, lexicon: PlaceLexicon, gazetteer: Gazetteer, context: CountryContext, judged: readonly Judged[]): readonly Judged[] {
  const covered = new Uint8Array(view.size + 1)
  for (const { name } of judged) covered.fill(1, name.first, name.last)
  const open = (i: number): boolean => i >= 0 && i < view.size && covered[i] === 0 && isWord(view, lexicon, i)
  const free = (i: number): boolean => open(i) && isRare(view, lexicon, i), inside = (i: number): boolean => open(i) && !view.startsSentence(i)
  return judged.flatMap(one => {
    const { name } = one, first = opens(name, context) ? leftEnd(view, inside, name.nameFirst) : name.nameFirst, last = goesOn(lexicon, name, context) ? rightEnd(view, free, name.nameLast) : name.nameLast
    if (first === name.nameFirst && last === name.nameLast) return [one]
    if (last > name.nameLast && isPerson(view, lexicon, name, last)) return []
    const words = view.slice(first, last), whole: Name = { ...name, first, nameFirst: first, nameLast: last, last: Math.max(last, name.last), key: placeKey(words), candidates: gazetteer.lookupLoose(words, context.countries.slice(0, COUNTRIES)) }
    return [{ ...one, name: last > name.nameLast && name.type === null ? typed(view, lexicon, { ...whole, last }) : whole }]
  })
}

/** A site, quarter or village may begin further left. */
const opens = (name: Name, context: CountryContext): boolean => name.type !== null && !name.typedBefore && name.type.precision !== 'province' && isPart(name, context)

const goesOn = (lexicon: PlaceLexicon, name: Name, context: CountryContext): boolean => (name.type === null || name.typedBefore) && lexicon.demonym(name.key) === null && isPart(name, context)

/** A name that no gazetteer knows, or knows as a small town or as a place abroad, may be a part of another. */
const isPart = ({ candidates }: Name, context: CountryContext): boolean => candidates.every(c => c.origin !== 'country' && (c.precision === 'town' && c.population < SMALL || context.share(c.country) < ABROAD))

/** A capitalised proper name or adjective that is no title, word of a group, demonym, direction, type word, month or day. */
function isWord(view: View, lexicon: PlaceLexicon, i: number): boolean {
  const low = view.low(i), words = view.slice(i, i + 1)
  return view.cased(i) && view.capital(i) && /^(?:PROPN|ADJ)$/.test(view.upos(i)) && /^\p{Lu}\p{Ll}/u.test(words) && !low.endsWith('day')
    && !(['title', 'direction', 'adjective', 'month'] as const).some(list => lexicon.is(low, list)) && lexicon.demonym(low) === null && !lexicon.types.has(low) && !lexicon.isGroup(words, low)
}

/** True for a proper name that is no ordinary word and no word of an organisation. */
const isRare = (view: View, lexicon: PlaceLexicon, i: number): boolean => view.upos(i) === 'PROPN' && !view.writtenSmall(i) && !lexicon.uses(view.low(i)).has('word') && !lexicon.is(view.low(i), 'organisation')

function rightEnd(view: View, free: (i: number) => boolean, last: number): number {
  let end = last
  while (end < last + REACH && view.together(last - 1, end)) {
    const next = HYPHEN.test(view.low(end)) && touches(view, end - 1, end + 1) ? end + 1 : end
    const halves = hyphened(view, next)
    if (!free(next) && halves < 0 || !view.together(last - 1, next)) break
    end = Math.max(halves, next + 1)
  }
  return end
}

/** The end of a capitalised word with a small one on its hyphen, "Sa-ngo"; -1 where there is none. */
const hyphened = (view: View, i: number): number => (view.cased(i) && view.capital(i) && HYPHEN.test(view.low(i + 1)) && /^\p{Ll}+$/u.test(view.slice(i + 2, i + 3)) && touches(view, i, i + 2) ? i + 3 : -1)

function leftEnd(view: View, free: (i: number) => boolean, first: number): number {
  let start = first
  while (start > first - REACH) {
    const next = HYPHEN.test(view.low(start - 1)) && touches(view, start - 2, start) ? start - 2 : start - 1
    if (!free(next) || !view.together(next, first)) break
    start = next
  }
  return start
}

/** True when the tokens between two stand without spaces: "Canapé-Vert". */
const touches = (view: View, first: number, last: number): boolean => first >= 0 && last < view.size && view.text.tokens[first]!.end === view.text.tokens[first + 1]!.start && view.text.tokens[last - 1]!.end === view.text.tokens[last]!.start

/** "Luka Beridze": the model of names calls what follows a person, and no word of where stands before. */
function isPerson(view: View, lexicon: PlaceLexicon, name: Name, last: number): boolean {
  if (name.typedBefore || leadsToPlace(lexicon, view.low(name.nameFirst - 1)) || lexicon.is(view.low(name.nameFirst - 1), 'locative')) return false
  for (let i = name.nameLast; i < last; i++) if (view.label(i) === 'PER') return true
  return false
}
