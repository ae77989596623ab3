/** Fields of an event from its accounts: place, date, tolls, count, weapons, status, each with its evidence. */
import { spanOf, type Place, type PlaceMention, type Quantity, type Span, type Status, type When } from '../model/index.ts'
import { countsAttackers, type Account } from './account.ts'
import { kilometres } from './merge.ts'
import { childrenWith } from './arguments.ts'
import { entityAt, lemmaAt, type Reading } from './reading.ts'
import type { Toll, TollKind } from './tolls.ts'
import type { DateChoice } from './when.ts'
import type { PlaceChoice } from './where.ts'

const RANK: Readonly<Record<string, number>> = { site: 0, town: 1, district: 2, province: 3, country: 4 }

/** Where the event was: the chosen place first, then others of the same width that its words are tied to. */
export function placesOfEvent(r: Reading, accounts: readonly Account[], { option }: PlaceChoice): readonly Place[] {
  const own = option.tie?.index ?? option.mentions.find(k => r.places[k]!.container >= 0) ?? option.mentions[0]
  if (own === undefined) return []
  const [place] = placesAt(r, [own])
  if (place === undefined) return []
  const rest = option.mentions.filter(k => k !== own).map(k => spanOf(r.text.text, r.places[k]!))
  const chosen = { ...place, evidence: [...place.evidence, ...rest.filter((s, i) => s.exact !== place.evidence[0]?.exact && rest.findIndex(x => x.exact === s.exact) === i)] }
  const tied = accounts.flatMap(a => a.places).filter(t => t.distance < BESIDE && !option.mentions.includes(t.index)).toSorted((a, b) => a.distance - b.distance)
  return option.tie === null ? [chosen] : [chosen, ...placesAt(r, tied.map(t => t.index)).filter(p => isBeside(p, place))]
}

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

/** When the event was, by the chosen date; said of it where its own sentence gives it. */
export function dateOfEvent(r: Reading, { option }: DateChoice): When | null {
  if (option.edtf === null) return null
  const time = r.times[option.tie?.index ?? option.mentions[0] ?? -1]
  if (time === undefined) return { edtf: option.edtf, start: option.edtf, end: option.edtf, stated: false, evidence: [] }
  return { edtf: option.edtf, start: time.first, end: option.edtf.endsWith('/..') ? null : time.last, stated: option.tie !== null, evidence: [spanOf(r.text.text, time)] }
}

/** The toll of one kind: the widest range over rival figures, but the later of an update ("rose to"). */
export function tollOfEvent(r: Reading, accounts: readonly Account[], kind: TollKind, attackers: boolean): Quantity | null {
  const heads = { actors: accounts.flatMap(a => a.actors), recipients: accounts.flatMap(a => a.recipients), reciprocal: accounts.some(a => a.reciprocal) }
  const tolls = accounts.flatMap(a => a.tolls).filter(t => t.kind === kind && (kind !== 'killed' || countsAttackers(r, heads, t) === attackers))
  const own = tolls.filter(t => accounts.length === 1 || !isCumulative(r, t))
  return own.length === 0 ? null : rangeOver(r, own)
}

const SUMMED = new Set(['war', 'conflict', 'year', 'insurgency', 'decade', 'uprising'])

/** "More than 2,500 have been killed in the fighting this year": the sum of a war is not the toll of one act. */
function isCumulative(r: Reading, { anchor, sentence }: Toll): boolean {
  const { first, last } = r.text.sentences[sentence]!, perfect = childrenWith(r.syntax, anchor, 'aux').some(c => lemmaAt(r, c) === 'have')
  for (let i = first; i < last; i++) {
    if (SUMMED.has(lemmaAt(r, i)) && /^(?:this|the|in|of)$/.test(lemmaAt(r, i - 1)) && perfect) return true
    if (perfect && (lemmaAt(r, i) === 'since' && i > anchor || lemmaAt(r, i) === 'far' && lemmaAt(r, i - 1) === 'so')) return true
  }
  return false
}

/** The widest range over rival figures, exact ones before vague. */
function rangeOver(r: Reading, tolls: readonly Toll[]): Quantity | null {
  const exact = tolls.some(t => !t.vague) ? tolls.filter(t => !t.vague) : tolls
  const sides = bySide(r, exact)
  if (sides !== null) return { ...sides, of: null, evidence: spans(r, exact) }
  const full = exact.filter(t => !partOfAnother(exact, t))
  if (!full.length) return null
  const mins = full.map(t => t.min), maxs = full.map(t => t.max)
  const known = mins.filter((x): x is number => x !== null), tops = maxs.filter((x): x is number => x !== null)
  const range = { min: known.length ? Math.min(...known) : null, max: maxs.includes(null) || !tops.length ? null : Math.max(...tops) }
  return { ...range, of: ofWhom(r, full), evidence: spans(r, full) }
}

/** Forces of different states counted apart ("four US soldiers", "an Iraqi policeman") add up; null where they are not told so. */
function bySide(r: Reading, tolls: readonly Toll[]): { readonly min: number | null; readonly max: number | null } | null {
  const sides = new Map<string, Toll>()
  for (const t of tolls) {
    const mention = t.of.map(h => entityAt(r, h)).find(m => m?.country != null), country = mention?.country ?? null
    if (country === null || mention?.kind === 'state') return null
    const old = sides.get(country)
    if (old && (old.min !== t.min || old.max !== t.max)) return null
    sides.set(country, t)
  }
  if (sides.size < 2) return null
  const all = [...sides.values()], sum = (values: readonly (number | null)[]): number | null => (values.includes(null) ? null : values.reduce((a, b) => (a ?? 0) + (b ?? 0), 0))
  return { min: sum(all.map(t => t.min)), max: sum(all.map(t => t.max)) }
}

/** A smaller toll told after a larger one is a part of it ("12 people, two of them children"). */
function partOfAnother(tolls: readonly Toll[], toll: Toll): boolean {
  const size = toll.max ?? toll.min ?? 0
  return tolls.some(o => o !== toll && (o.min ?? o.max ?? 0) > size * 1.5 && size > 0)
}

function ofWhom(r: Reading, tolls: readonly Toll[]): string | null {
  for (const t of tolls) for (const h of t.of) { const m = entityAt(r, h); if (m && m.form !== 'pronoun' && r.syntax.upos[h] !== 'NUM') return m.name }
  return null
}

function spans(r: Reading, list: readonly { start: number; end: number }[]): readonly Span[] {
  const seen = new Set<string>()
  return list.map(x => spanOf(r.text.text, x)).filter(s => !seen.has(s.exact) && seen.add(s.exact)).slice(0, 4)
}

/** How many acts one event stands for. */
export function countOfEvent(r: Reading, accounts: readonly Account[]): Quantity | null {
  const count = accounts.map(a => r.counts[a.count]).find(c => c !== undefined)
  return count ? { min: count.min, max: count.max, of: null, evidence: [spanOf(r.text.text, count)] } : null
}

export function weaponsOfEvent(r: Reading, accounts: readonly Account[]): readonly Span[] {
  const list = [...new Set(accounts.flatMap(a => a.weapons))].map(w => r.weapons[w]).filter(w => w !== undefined)
  return spans(r, list.map(w => ({ start: r.text.tokens[w.first]?.start ?? 0, end: r.text.tokens[w.last - 1]?.end ?? 0 })))
}

/** One account that tells it as done outweighs others that plan or try. */
export function statusOfEvent(accounts: readonly Account[], date: string | null = null): { status: Status; rule: string } {
  const order: readonly Status[] = ['attempted', 'ongoing', 'occurred', 'planned', 'hypothetical', 'negated']
  const all = accounts.map(a => a.status)
  const plain = all.find(s => s.status === 'occurred')
  const first = all[0] ?? { status: 'occurred' as const, rule: 'status:plain' }
  if (plain && first.status !== 'attempted') return lasting(accounts, date) ?? plain
  return [...all].sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status))[0] ?? first
}

const LASTS = /^(?:ongoing|continuing|continued|continue|current|sustained|relentless)$/

/** What a report tells as lasting: a truce that it only names, again and again; what is called ongoing; a measure or siege since a day. */
function lasting(accounts: readonly Account[], date: string | null): { status: Status; rule: string } | null {
  const nouns = accounts.flatMap(a => a.triggers.filter(t => t.nominal)), type = accounts[0]!.type
  if (accounts[0]!.mode === 'ceasefire' && nouns.length > 1 && accounts.every(a => a.triggers.every(t => t.nominal))) return { status: 'ongoing', rule: 'status:in-force' }
  const said = accounts.find(a => a.status.status === 'ongoing' && a.status.rule.startsWith('status:modifier') && LASTS.test(a.status.rule.slice(16)))
  if (said) return { status: 'ongoing', rule: said.status.rule }
  return date?.endsWith('/..') && accounts.every(a => a.status.status === 'occurred') && (type === 'COERCE' && accounts[0]!.mode !== 'arrest' || type === 'PROTEST' || type === 'ASSAULT' && accounts.every(a => a.main.nominal)) ? { status: 'ongoing', rule: 'status:since' } : null
}
