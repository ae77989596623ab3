/** Fields of an event from its accounts: place, date, count, weapons, status, each with its evidence; losses.ts adds its tolls. */
import { spanOf, type EventType, type Place, type PlaceMention, type Quantity, type Span, type Status, type When } from '../model/index.ts'
import { whenGiven } from '../times/given.ts'
import type { Account } from './account.ts'
import { kilometres } from './merge.ts'
import { comingOf, lastingOf } from './lasting.ts'
import type { Reading } from './reading.ts'
import { spansOf } from './losses.ts'
import { clauseDistance } from './setting.ts'
import type { DateChoice } from './when.ts'
import type { PlaceChoice } from './where.ts'

const RANK: Readonly<Record<string, number>> = { site: 0, town: 1, district: 2, province: 3, country: 4 }

/** Where the event was: the chosen place first, then others of the same width that its words are tied to. */
export function placesOfEvent(r: Reading, accounts: readonly Account[], { option }: PlaceChoice): readonly Place[] {
  const tied = option.tie?.index, named = option.mentions.filter(k => r.places[k]!.rule !== 'place:anaphor')
  const own = tied !== undefined && (r.places[tied]!.rule !== 'place:anaphor' || named.length === 0) ? tied : named.find(k => r.places[k]!.container >= 0) ?? named[0] ?? option.mentions[0]
  if (own === undefined) return []
  const [place] = placesAt(r, [own])
  if (place === undefined) return []
  const rest = option.mentions.filter(k => k !== own).map(k => spanOf(r.text.text, r.places[k]!))
  const held = heldBy(r, accounts, place), chosen = { ...held, evidence: [...held.evidence, ...rest.filter((s, i) => !held.evidence.some(e => e.exact === s.exact) && rest.findIndex(x => x.exact === s.exact) === i)] }
  const beside = accounts.flatMap(a => a.places).filter(t => t.distance < BESIDE && !option.mentions.includes(t.index)).toSorted((a, b) => a.distance - b.distance)
  return option.tie === null ? [chosen] : [chosen, ...placesAt(r, beside.map(t => t.index)).filter(p => isBeside(p, place))]
}

/** A place that no gazetteer knows, and of which nothing says what holds it, lies where the nearest known place of the act lies ("In Khost, troops searched the village of Goldar"), else in the country in which nearly all known places of the report lie. */
function heldBy(r: Reading, accounts: readonly Account[], place: Place): Place {
  if (place.country !== null) return place
  const known = accounts.flatMap(a => a.places).filter(t => t.distance < BESIDE_KNOWN && r.places[t.index]!.entry !== null).toSorted((a, b) => a.distance - b.distance)[0]
  const beside = known === undefined ? undefined : r.places[known.index]!, holder = beside ?? ofCountry(r, place)
  return holder?.entry == null ? place : { ...place, country: holder.entry.country, admin1: beside === undefined ? null : holder.entry.admin1, evidence: [...place.evidence, spanOf(r.text.text, holder)] }
}

/** The mention, of a place in the one country that the report's known places lie in but for a few, that stands nearest to an unknown place; none where they lie in several countries or are too few. */
function ofCountry(r: Reading, place: Place): PlaceMention | undefined {
  const known = r.places.filter(p => p.entry !== null && p.rule !== 'place:anaphor'), at = place.evidence[0]?.start ?? 0
  const [country, inside] = [...Map.groupBy(known, p => p.entry!.country)].toSorted((a, b) => b[1].length - a[1].length)[0] ?? [null, []]
  return country === null || inside.length < FEW_KNOWN || inside.length < NEARLY_ALL * known.length ? undefined : inside.toSorted((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at))[0]
}

/** Known places, and their share, that must lie in one country for an unknown one to lie there too. */
const FEW_KNOWN = 2, NEARLY_ALL = 0.8

/** A known place further from the act than this tells nothing of where another lies. */
const BESIDE_KNOWN = 3

/** Ties up to this distance make a second place of an event. */
const BESIDE = 1.2
/** Places of one event are no further apart than this, in km. */
const APART_KM = 600

/** A second place, and not a wider or a narrower name of the first. */
const isBeside = (p: Place, first: Place): boolean =>
  p.precision === first.precision && p.gazetteer !== null && p.gazetteer !== first.gazetteer && (first.precision === 'country' || p.country === first.country && (kilometres(p, first) ?? Infinity) < APART_KM)

/** The places that mentions stand for, most specific first, wider ones that hold them left out. */
export function placesAt(r: Reading, indices: readonly number[]): readonly Place[] {
  const chosen = indices.flatMap(index => [index, ...containersOf(r, index)])
  const byEntry = new Map<string, { place: Place; votes: number; first: number }>()
  chosen.forEach((index, order) => addPlace(r, index, order, byEntry))
  const list = [...byEntry.values()].sort((a, b) => (RANK[a.place.precision] ?? 9) - (RANK[b.place.precision] ?? 9) || b.votes - a.votes || a.first - b.first).map(x => x.place)
  return dropContaining(list)
}

function containersOf(r: Reading, index: number): readonly number[] {
  const up = r.places[index]?.container ?? -1
  return up >= 0 && up !== index ? [up] : []
}

function addPlace(r: Reading, index: number, order: number, byEntry: Map<string, { place: Place; votes: number; first: number }>): void {
  const mention = r.places[index]
  if (!mention) return
  const key = `${mention.entry?.id ?? mention.name.toLowerCase()}${mention.part === null ? '' : '/part'}`, old = byEntry.get(key), place = placeOf(r, mention), [span] = place.evidence
  if (old === undefined) { byEntry.set(key, { votes: 1, first: order, place }); return }
  old.votes++
  if (span !== undefined && !old.place.evidence.some(e => e.exact === span.exact)) old.place = { ...old.place, evidence: [...old.place.evidence, span] }
}

/** A mention as a place of an event. A part of a country ("eastern Syria") is as wide as a province and has no coordinates; a name that the gazetteer lacks has the division of what holds it. */
function placeOf(r: Reading, mention: PlaceMention): Place {
  const { entry, part } = mention, holder = r.places[mention.container]?.entry ?? null
  if (entry !== null && part !== null) {
    const words = spanOf(r.text.text, { start: part, end: mention.end })
    return { name: words.exact.replace(/\s+/g, ' '), country: entry.country, admin1: null, latitude: null, longitude: null, precision: 'province', gazetteer: null, evidence: [words] }
  }
  return {
    name: mention.name, country: (entry ?? holder)?.country ?? null, admin1: (entry ?? holder)?.admin1 ?? null, latitude: entry?.latitude ?? null, longitude: entry?.longitude ?? null,
    precision: entry?.precision ?? mention.asked ?? 'town', gazetteer: entry?.id ?? null, evidence: [spanOf(r.text.text, mention)],
  }
}

/** A wider place that holds a narrower one in the list is no second place, but its words stay as evidence of nothing. */
function dropContaining(list: readonly Place[]): readonly Place[] {
  const narrow = list[0]
  if (!narrow) return []
  return list.filter(p => p === narrow || p.precision === narrow.precision || (p.precision !== 'country' && p.country !== narrow.country && (kilometres(p, narrow) ?? 0) > 150))
}

/** A season of a year in EDTF; an event has its months, which the words mean in the north. */
const SEASON = /^\d{4}-2[1-4]$/

/** When the event was, by the chosen date; said of it where its own sentence gives it. */
export function dateOfEvent(r: Reading, { option }: DateChoice): When | null {
  if (option.edtf === null) return null
  const time = r.times[option.tie?.index ?? option.mentions[0] ?? -1]
  const counted = (option.tie?.rule === 'time:counted' || option.tie?.rule === 'time:stretch') && time !== undefined ? whenGiven(option.edtf.replace('~', ''), [spanOf(r.text.text, time)]) : null
  if (counted !== null) return { ...counted, edtf: option.edtf }
  if (time === undefined) return { edtf: option.edtf, start: option.edtf, end: option.edtf, stated: false, evidence: [] }
  return { edtf: SEASON.test(option.edtf) && time.first !== null && time.last !== null ? `${time.first.slice(0, 7)}/${time.last.slice(0, 7)}` : option.edtf, start: time.first, end: option.edtf.endsWith('/..') ? null : time.last, stated: option.tie !== null, evidence: [spanOf(r.text.text, time)] }
}

/** How many acts one event stands for. */
export function countOfEvent(r: Reading, accounts: readonly Account[]): Quantity | null {
  const count = accounts.map(a => r.counts[a.count]).find(c => c !== undefined)
  return count ? { min: count.min, max: count.max, of: null, evidence: [spanOf(r.text.text, count)] } : null
}

/** Types of act that are done with arms. Of others a weapon is only where it hangs on their own words: the tear gas fired at marchers is not the march's. */
const ARMED_ACTS: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE', 'MOBILIZE', 'AID'])

export function weaponsOfEvent(r: Reading, accounts: readonly Account[]): readonly Span[] {
  const own = (a: Account): readonly number[] => (ARMED_ACTS.has(a.type) ? a.weapons : a.weapons.filter(w => a.triggers.some(t => clauseDistance(r, r.weapons[w]!.first, t.token) < 1)))
  const list = [...new Set(accounts.flatMap(own))].map(w => r.weapons[w]).filter(w => w !== undefined)
  return spansOf(r, list.map(w => ({ start: r.text.tokens[w.first]?.start ?? 0, end: r.text.tokens[w.last - 1]?.end ?? 0 })))
}

/** What was intercepted or defused was only tried, also where its interception is told as done; not where another account tells of harm that came of it ("one of the drones did not explode"). */
const UNDONE = /^status:(?:undone|own)/

/** One account that tells it as done outweighs others that plan or try. */
export function statusOfEvent(r: Reading, accounts: readonly Account[], date: string | null = null): { status: Status; rule: string } {
  const order: readonly Status[] = ['attempted', 'ongoing', 'occurred', 'planned', 'hypothetical', 'negated']
  const all = accounts.map(a => a.status)
  const plain = all.find(s => s.status === 'occurred')
  const harm = accounts.some(a => a.status.status === 'occurred' && a.tolls.some(t => t.kind !== 'detained' && t.max !== 0))
  const first = (harm ? undefined : all.find(s => UNDONE.test(s.rule))) ?? all[0] ?? { status: 'occurred' as const, rule: 'status:plain' }
  if (plain && first.status !== 'attempted') return comingOf(r, accounts, date) ?? lastingOf(r, accounts, date) ?? plain
  return [...all].sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status))[0] ?? first
}
