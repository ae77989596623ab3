/** Makes a place mention of a judged and resolved name: its extent, its entry with the precision the words ask for, and the rule that says why. */
import type { GazetteerEntry, PlaceMention, Precision } from '../model/place.ts'
import { RANK } from './containment.ts'
import { isOrganisation, THRESHOLD, type Evidence } from './evidence.ts'
import type { Gazetteer, GazetteerPlace } from './gazetteer.ts'
import { placeKey } from './key.ts'
import type { PlaceLexicon } from './lexicon.ts'
import type { Name } from './names.ts'
import { actsAsGovernment } from './persons.ts'
import { isCapital } from './table-places.ts'
import type { Choice } from './resolve.ts'
import type { View } from './view.ts'

interface Resolved { readonly name: Name; readonly evidence: Evidence; readonly container: number; readonly choice: Choice }

export function toMention(view: View, lexicon: PlaceLexicon, gazetteer: Gazetteer, { name, evidence, container, choice }: Resolved): PlaceMention {
  const { tokens } = view.text
  const wide = choice.entry !== null && !takesType(choice.entry, name)
  const first = name.first, last = wide ? name.nameLast : name.last
  const sure = 1 / (1 + Math.exp(THRESHOLD - evidence.score))
  return {
    start: tokens[first]!.start, end: tokens[last - 1]!.end, first, last,
    name: view.slice(first, last).replace(/\s+/g, ' '),
    entry: choice.entry === null ? null : entryOf(choice.entry, wide ? null : name.type?.precision ?? null),
    asked: name.type?.precision ?? null, part: choice.entry?.precision === 'country' ? partStart(view, name.nameFirst) : null, container, score: Math.round(1000 * sure * (choice.entry === null ? UNKNOWN : choice.score)) / 1000,
    rule: `place:${ruleOf(view, lexicon, gazetteer, name, evidence, choice)}`,
  }
}

/** How sure a name can be that the gazetteer lacks. */
const UNKNOWN = 0.49

const COMPASS = /^(?:(?:north|south)(?:[-–]?(?:east|west))?|east|west|central)(?:ern)?$/

/** Offset of the compass words before a country's name: "eastern", "north-eastern", "the far north of"; null without any. */
function partStart(view: View, first: number): number | null {
  let i = view.low(first - 1) === 'of' ? first - 2 : first - 1
  if (i < 0 || !COMPASS.test(view.low(i)) || !view.together(i, first)) return null
  if (/^[-–]$/.test(view.low(i - 1)) && COMPASS.test(view.low(i - 2))) i -= 2
  return view.text.tokens[i]!.start
}

/** True when the type word beside the name is about this entry: "Kabul airport", "Herat province", but not "Pakistan mosque". */
function takesType(entry: GazetteerPlace, name: Name): boolean {
  const wanted = name.type?.precision ?? null
  if (wanted === null) return name.type === null || entry.precision !== 'country'
  if (entry.precision === 'country') return false
  return name.typedBefore || !(entry.precision === 'province' && RANK[wanted] < RANK.district)
}

/** The entry as the model's type, with the precision that a type word asks for. */
function entryOf(place: GazetteerPlace, wanted: Precision | null): GazetteerEntry {
  const { id, name, country, admin1, latitude, longitude, precision, population } = place
  return { id, name, country, admin1, latitude, longitude, population, seat: isCapital(place), precision: wanted === null || precision === 'country' ? precision : wanted }
}

/** Why it is a place, the most telling first. Rules with "metonym" or "organisation" are names of a place that stand for something else. */
function ruleOf(view: View, lexicon: PlaceLexicon, gazetteer: Gazetteer, name: Name, evidence: Evidence, choice: Choice): string {
  const signs = new Set(evidence.signs)
  if (isOrganisation(view, lexicon, name)) return 'organisation'
  if (signs.has('dateline')) return 'dateline'
  if (choice.entry !== null && (isCapital(choice.entry) || choice.entry.origin === 'country') && actsAsGovernment(view, lexicon, name)) return 'metonym'
  if (choice.entry === null) return 'unknown'
  if (isSpelling(gazetteer, name, choice.entry)) return 'spelling'
  if (isNear(view, lexicon, name)) return 'near'
  for (const sign of ['typed-before', 'typed-after', 'contained', 'locative', 'direction', 'country'] as const) if (signs.has(sign)) return sign
  return 'name'
}

/** True when the entry was found by another spelling than the one in the text. */
const isSpelling = (gazetteer: Gazetteer, name: Name, entry: GazetteerPlace): boolean =>
  !gazetteer.lookup(name.key).some(place => place.id === entry.id) && !name.key.startsWith(placeKey(entry.name))

/** "near NAME", "outside NAME", "20 km south of NAME". */
function isNear(view: View, lexicon: PlaceLexicon, name: Name): boolean {
  const i = /^(?:the|a)$/.test(view.low(name.nameFirst - 1)) ? name.nameFirst - 2 : name.nameFirst - 1
  return lexicon.is(view.low(i), 'near') || view.low(i) === 'of' && lexicon.is(view.low(i - 1), 'direction')
}
