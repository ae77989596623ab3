/** Fields of an event from its accounts: place, date, tolls, count, weapons, status, each with its evidence. */
import { spanOf, type Place, type PlaceMention, type Quantity, type Span, type Status, type When } from '../model/index.ts'
import { countsAttackers, isUntrue, type Account } from './account.ts'
import { kilometres } from './merge.ts'
import { childrenWith } from './arguments.ts'
import { entityAt, lemmaAt, type Reading } from './reading.ts'
import { countOf, type Toll, type TollKind } from './toll.ts'
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
export function tollOfEvent(r: Reading, accounts: readonly Account[], kind: TollKind, attackers: boolean, strays: readonly Toll[] = []): Quantity | null {
  const heads = { actors: accounts.flatMap(a => a.actors), recipients: accounts.flatMap(a => a.recipients), reciprocal: accounts.some(a => a.reciprocal) }
  const tolls = accounts.filter(a => !isUntrue(a) || accounts.every(isUntrue)).flatMap(a => a.tolls).filter(t => t.kind === kind && (kind !== 'killed' || countsAttackers(r, heads, t) === attackers))
  const ours = (t: Toll): boolean => t.kind === kind && (kind !== 'killed' || countsAttackers(r, heads, t) === attackers)
  const own = tolls.filter(t => accounts.length === 1 || !isCumulative(r, t)), told = own.length > 0 ? own : strays.filter(ours)
  return told.length === 0 ? null : rangeOver(r, told)
}

const SUMMED = new Set(['war', 'conflict', 'year', 'insurgency', 'decade', 'uprising'])
/** From so many on a toll is a war's. */
const WAR = 10_000

/** "More than 2,500 have been killed in the fighting this year", "brought the toll in the Syrian conflict to 18": the sum of a war is not the toll of one act. */
export function isCumulative(r: Reading, { anchor, sentence, min, max, rule }: Toll): boolean {
  const { first, last } = r.text.sentences[sentence]!, verb = r.syntax.head[anchor] ?? -1
  if ((max ?? min ?? 0) >= WAR) return true
  const perfect = rule.endsWith('/reckoned') || [anchor, verb].some(v => v >= 0 && childrenWith(r.syntax, v, 'aux').some(c => lemmaAt(r, c) === 'have'))
  for (let i = first; i < last; i++) {
    if (SUMMED.has(lemmaAt(r, i)) && [1, 2, 3].some(k => i - k >= first && /^(?:this|the|in|of)$/.test(lemmaAt(r, i - k))) && perfect) return true
    if (perfect && (lemmaAt(r, i) === 'since' && i > anchor || lemmaAt(r, i) === 'far' && lemmaAt(r, i - 1) === 'so')) return true
  }
  return false
}

const EARLIER = new Set(['earlier', 'previous', 'initial', 'preliminary']), FIGURE = new Set(['toll', 'figure', 'count', 'statement', 'report', 'estimate', 'number', 'tally', 'claim'])

/** "revised an earlier toll of 27", "withdrew its earlier statement that two had died": replaced by what the report gives besides. */
const isWithdrawn = (r: Reading, { anchor, sentence }: Toll): boolean => {
  for (let i = Math.max(r.text.sentences[sentence]!.first, anchor - 8); i < anchor; i++) if (EARLIER.has(r.text.tokens[i]!.norm.toLowerCase()) && FIGURE.has(lemmaAt(r, i + 1))) return true
  return false
}

/** "the other five injured", "two of the dead": some of those told elsewhere. */
const isSome = (r: Reading, { of }: Toll): boolean => of.some(h => { const c = r.counts[countOf(r, h)]; return c !== undefined && (lemmaAt(r, c.first) === 'the' && lemmaAt(r, c.first + 1) === 'other' || lemmaAt(r, c.last) === 'of' && lemmaAt(r, c.last + 1) === 'the' && /^(?:dead|victim|wounded|injured|casualty)$/.test(lemmaAt(r, c.last + 2))) })

/** Those that hold, or all where none does. */
const preferred = (tolls: readonly Toll[], holds: (t: Toll) => boolean): readonly Toll[] => (tolls.some(holds) ? tolls.filter(holds) : tolls)

/** The widest range over rival figures, exact ones before vague. */
function rangeOver(r: Reading, tolls: readonly Toll[]): Quantity | null {
  const kept = preferred(preferred(tolls, t => !isWithdrawn(r, t)), t => !isSome(r, t)), hit = preferred(kept, t => t.max !== 0), exact = preferred(hit, t => !t.vague)
  const sides = bySide(r, exact)
  if (sides !== null) return { ...sides, of: null, evidence: spans(r, exact) }
  const full = exact.filter(t => !partOfAnother(r, exact, t))
  if (!full.length) return null
  const mins = full.map(t => t.min), maxs = full.map(t => t.max)
  const known = mins.filter((x): x is number => x !== null), tops = maxs.filter((x): x is number => x !== null)
  const least = known.length ? Math.min(...known) : null, top = tops.length ? Math.max(...tops) : null
  // "At least 110" and "200" are at most 200; "at least 33" and "33" stay open.
  const open = full.some(t => t.max === null && (top === null || (t.min ?? Infinity) >= top))
  const range = { min: least, max: open ? null : top }
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

const TELLING = new Set(['say', 'claim', 'put', 'report', 'accord', 'according', 'tell', 'confirm', 'estimate', 'count', 'give', 'document'])

/** Whether somebody gives the figure in its sentence. */
const isTold = (r: Reading, { sentence }: Toll): boolean => { const { first, last } = r.text.sentences[sentence]!; return r.syntax.lemma.slice(first, last).some(lemma => TELLING.has(lemma.toLowerCase())) }

const ANYONE = new Set(['people', 'person', 'civilian', 'other', 'victim', 'body', 'life', 'dead', 'death'])

/** A smaller toll beside a larger one is a part of it ("12 people, two of them children"), but a rival where somebody gives it in a sentence of its own and both count the same or just anyone. */
function partOfAnother(r: Reading, tolls: readonly Toll[], toll: Toll): boolean {
  const size = toll.max ?? toll.min ?? 0, whom = (t: Toll): string => (t.of.length === 1 && (r.countAt[t.of[0]!] ?? -1) < 0 ? lemmaAt(r, t.of[0]!) : '')
  const wide = (lemma: string): boolean => lemma === '' || ANYONE.has(lemma)
  return tolls.some(o => o !== toll && (o.min ?? o.max ?? 0) > size * 1.5 && size > 0 && (o.sentence === toll.sentence || !isTold(r, toll) || !(whom(o) === whom(toll) || wide(whom(toll)) && wide(whom(o)))))
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
