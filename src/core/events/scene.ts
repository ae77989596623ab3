/** What a report as a whole gives for the where and when of its events: the places and days of each sentence, how often each is named, where it is told, and which act it is tied to most closely. */
import { headsParagraph } from '../places/view.ts'
import type { Account } from './account.ts'
import { bySentence, routeOf, type Tied } from './setting.ts'
import { tokensOf, type Reading } from './reading.ts'

/** A stretch of mention indices, half-open. */
export interface Stretch { readonly from: number; readonly to: number }

export interface Scene {
  /** Per sentence the places and times in it. */
  readonly placesIn: readonly Stretch[]
  readonly timesIn: readonly Stretch[]
  /** All accounts of the report in text order. */
  readonly accounts: readonly Account[]
  /** Places that head a paragraph ("MOMBASA - A magistrate ..."), of a report that tells of several so. */
  readonly headings: readonly number[]
  /** Per place mention what it is counted as: its entry, or its name. */
  readonly placeKeys: readonly string[]
  readonly placeCounts: ReadonlyMap<string, number>
  readonly placeTotal: number
  readonly timeCounts: ReadonlyMap<string, number>
  /** Times that only date the report: in its dateline, time stamp or byline. */
  readonly stamps: ReadonlySet<number>
  /** The day of the report, YYYY-MM-DD: the first that a stamp gives, where it fits the day of publication, else that; null where there is neither. */
  readonly day: string | null
  /** The stamp that gives that day, or -1. */
  readonly dayStamp: number
  /** Days and nights that the report tells of, the stamps' left out. */
  readonly days: ReadonlySet<string>
  /** Per paragraph the date that heads it ("12 October, Barsuki. About 200 residents ..."). */
  readonly dayHeads: ReadonlyMap<number, number>
  /** A report that grows as things happen: its paragraphs begin with the hour. */
  readonly live: boolean
  /** Share of the resolved place mentions that lie in each country. */
  readonly countryShare: (country: string | null) => number
  /** Per place and per time the distance of its closest tie to any act of the report. */
  readonly placeTies: ReadonlyMap<number, Tied>
  readonly timeTies: ReadonlyMap<number, Tied>
  /** Per token the index of the account that it triggers. */
  readonly actAt: ReadonlyMap<number, number>
  /** Sentences of the headline and its like, of the dateline, and the number of the first sentence of the body. */
  readonly heads: ReadonlySet<number>
  readonly firstBody: number
}

/** Kinds of section that tell when and by whom the report was made. */
const STAMPS: ReadonlySet<string> = new Set(['dateline', 'time-stamp', 'byline', 'boilerplate'])

export function sceneOf(r: Reading, accounts: readonly Account[]): Scene {
  const placeKeys = r.places.map(place => `${place.entry?.id ?? place.name.toLowerCase()}${place.part === null ? '' : '/part'}`)
  const kinds = r.text.sentences.map(sentence => r.text.sections[sentence.section]?.kind)
  const body = kinds.findIndex(kind => kind === 'body')
  const dating = new Set(r.times.flatMap((time, k) => (STAMPS.has(kinds[sentenceOf(r, time)] ?? 'body') || opensHeadline(r, time, kinds) || opensBody(r, time, body) ? [k] : [])))
  const stamps = new Set([...dating, ...repeatsOf(r, dating, kinds)])
  const stamped = r.times.findIndex((time, k) => stamps.has(k) && time.first !== null && time.first === time.last)
  const stampDay = r.times[stamped]?.first ?? null, published = r.published?.slice(0, 10) ?? null
  const day = stampDay !== null && (published === null || isShortlyBefore(stampDay, published)) ? stampDay : published
  const headings = r.places.flatMap((place, k) => (headsParagraph(r, place.first, place.last) ? [k] : []))
  const countries = r.places.flatMap(place => place.entry?.country ?? []), byCountry = tally(countries)
  return {
    accounts: accounts.toSorted((a, b) => a.main.start - b.main.start), placesIn: bySentence(r, r.places), timesIn: bySentence(r, r.times), headings: new Set(headings.map(k => placeKeys[k])).size > 1 ? headings : [], placeKeys, placeCounts: tally(placeKeys), placeTotal: placeKeys.length,
    stamps, days: new Set(r.times.flatMap((time, k) => (stamps.has(k) || !isDay(time) ? [] : [time.edtf!]))), dayHeads: dayHeads(r), day, dayStamp: stampDay === day ? stamped : -1, live: isLive(r),
    countryShare: country => (byCountry.get(country ?? '') ?? 0) / Math.max(1, countries.length),
    placeTies: closestTies(accounts.map(a => a.places)), timeTies: closestTies(accounts.map(a => a.times)),
    actAt: new Map(accounts.flatMap(a => a.triggers.map(t => [t.token, a.index]))),
    timeCounts: tally(r.times.flatMap(time => (time.edtf === null ? [] : [time.edtf]))),
    heads: new Set(kinds.flatMap((kind, i) => (kind === 'headline' || kind === 'subheading' || kind === 'key-point' ? [i] : []))),
    firstBody: Math.max(0, body),
  }
}

const isDay = ({ type, first, last }: Reading['times'][number]): boolean => (type === 'DATE' || type === 'TIME') && first !== null && last !== null && Date.parse(last) - Date.parse(first) <= 86_400_000

/** "12 October.", "15 March, Boni (Mopti).", "29 April, Serma:": what follows a date that heads its paragraph. */
const HEAD = /^(?:,\s[^.:\n]{2,40}|\s?\([^)\n]{2,40}\))?\s?[.:–—]\s/
/** Characters before the date that heads a paragraph: a bullet, a number. */
const MARKER = /^[\s•*–-]*(?:\d{1,2}[.)]\s+)?$/

/** In a list of what happened day by day, each entry's date. */
const dayHeads = (r: Reading): ReadonlyMap<number, number> => new Map(r.times.flatMap((time, k): readonly (readonly [number, number])[] => {
  const paragraph = r.text.sentences[sentenceOf(r, time)]?.paragraph ?? -1, start = r.text.paragraphs[paragraph]?.start ?? -1
  return start >= 0 && time.type === 'DATE' && time.first !== null && MARKER.test(r.text.text.slice(start, time.start)) && HEAD.test(r.text.text.slice(headEnd(r, k), headEnd(r, k) + HEAD_SPAN)) ? [[paragraph, k]] : []
}))
/** Where the date at the head of a paragraph ends, both ends of "12-15 October" together. */
function headEnd(r: Reading, k: number): number {
  const time = r.times[k]!, next = r.times[k + 1]
  return next !== undefined && next.edtf === time.edtf && time.edtf!.includes('/') && next.start - time.end < RANGE_GAP ? next.end : time.end
}
const RANGE_GAP = 6
const HEAD_SPAN = 60

/** So many paragraphs begin with the hour in a report that is written as things happen. */
const HOURS = 3
const isLive = (r: Reading): boolean => r.text.paragraphs.filter(p => /^[\s•*–-]*\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\b|\s[A-Z]{3,4}\b|\s*[-–—:]|\s+\S)/.test(r.text.text.slice(p.start, p.start + 20))).length >= HOURS

/** The closest tie of each mention over all accounts. */
export function closestTies(lists: readonly (readonly Tied[])[]): ReadonlyMap<number, Tied> {
  const best = new Map<number, Tied>()
  for (const tied of lists.flat()) if (tied.distance < (best.get(tied.index)?.distance ?? Infinity)) best.set(tied.index, tied)
  return best
}

/** A dateline written at most this many days before the report came out dates it. */
const STAMP_DAYS = 4

const isShortlyBefore = (day: string, published: string): boolean => { const days = (Date.parse(published) - Date.parse(day)) / 86_400_000; return days >= 0 && days <= STAMP_DAYS }

/** "Operational Update, Jan. 10, 2011": a full date that ends a headline and is the dateline's. */
const repeatsOf = (r: Reading, dating: ReadonlySet<number>, kinds: readonly (string | undefined)[]): readonly number[] => {
  const days = new Set([...dating].map(k => r.times[k]!.edtf))
  return r.times.flatMap((time, k) => (kinds[sentenceOf(r, time)] === 'headline' && time.anchor === 'absolute' && days.has(time.edtf) && /^[\s.)]*(?:\n|$)/.test(r.text.text.slice(time.end, time.end + 4)) ? [k] : []))
}

/** "Apr. 23: Operations in the east": the date of a round-up. */
const opensHeadline = (r: Reading, time: { readonly start: number; readonly end: number }, kinds: readonly (string | undefined)[]): boolean =>
  r.text.text[time.end] === ':' && kinds[sentenceOf(r, time)] === 'headline' && r.text.sections.some(section => section.start === time.start)

const AFTER_ON = /\b(?:on|in|of|since|until|till|by|from|to|before|after|between|and|for|the)\s+(?:the\s+)?$/i, AGENCY = /^\s*\([A-Z][\w .]{1,20}\)\s*[-–—]/

/** "Daily Post 28 February 2017 A court ...", "BENI, Congo, Oct 16 (XYZ) - Rebels ...": a date at the head of the body that no word ties to what follows. */
function opensBody(r: Reading, time: Reading['times'][number], body: number): boolean {
  const sentence = r.text.sentences[Math.max(0, body)], published = r.published?.slice(0, 10)
  if (sentence === undefined || time.start < sentence.start || time.end > Math.min(sentence.end, sentence.start + OPENING) || time.first === null || time.first !== time.last || published === undefined || !isShortlyBefore(time.first, published)) return false
  const before = r.text.text.slice(sentence.start, time.start), after = r.text.text.slice(time.end, time.end + 30)
  return AGENCY.test(after) || /\b(?:19|20)\d\d\b/.test(r.text.text.slice(time.start, time.end)) && time.anchor === 'absolute' && !AFTER_ON.test(before) && !/\p{Ll}{3,} \p{Ll}{3,}/u.test(before)
}

/** Characters of the body's first sentence in which its date may stand. */
const OPENING = 90

function tally(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** Sentences within which an event looks for a place or day that its own sentences do not give. */
const REACH = 8
/** Sentences at the top of the body that set the scene. */
export const LEAD = 3
/** Accounts of one event that are looked at. */
export const ACCOUNTS = 24

/** Mention indices near the sentences in which an event is told, and in the headline and lead. */
export function nearby(r: Reading, scene: Scene, stretches: readonly Stretch[], sentences: readonly number[]): readonly number[] {
  const wanted = new Set<number>(), last = r.text.sentences.length - 1
  for (const s of sentences) for (let i = Math.max(0, s - REACH); i <= Math.min(last, s + REACH); i++) wanted.add(i)
  for (let i = 0; i <= Math.min(last, scene.firstBody + LEAD); i++) wanted.add(i)
  return [...wanted].sort((a, b) => a - b).flatMap(i => { const { from, to } = stretches[i] ?? { from: 0, to: 0 }; return Array.from({ length: to - from }, (_, k) => from + k) })
}

/** Sentence of the mention that starts at a token or offset. */
export const sentenceOf = (r: Reading, extent: { readonly start: number; readonly end: number }): number => r.text.tokens[tokensOf(r.text, extent).first]?.sentence ?? 0

/** Sentences from those in which an event is told to `sentence`: below zero before, above after. */
export const gapOf = (sentence: number, told: readonly number[]): number => told.reduce((best, s) => (Math.abs(sentence - s) < Math.abs(best) ? sentence - s : best), Infinity)

/** A gap as growing features, so that neighbouring gaps share their weight. */
export function gapFeatures(gaps: readonly number[]): readonly string[] {
  const nearest = gaps.reduce((a, b) => (Math.abs(b) < Math.abs(a) ? b : a)), size = Math.abs(nearest), side = nearest < 0 ? 'before' : 'after'
  return [`${side}`, ...[1, 2, 4, 8].filter(n => size > n).map(n => `${side}-over-${n}`)]
}

/** Whether one of `sentences` stands before the event is told, in the paragraph in which it is. */
export function isInParagraphBefore(r: Reading, sentences: readonly number[], told: readonly number[]): boolean {
  const first = Math.min(...told), home = r.text.sentences[first]?.paragraph
  return sentences.some(s => s < first && r.text.sentences[s]!.paragraph === home)
}

/** Whether one of `sentences` stands in a paragraph in which the event is told. */
export function sharesParagraph(r: Reading, sentences: readonly number[], told: readonly number[]): boolean {
  const homes = new Set(told.map(s => r.text.sentences[s]!.paragraph))
  return sentences.some(s => homes.has(r.text.sentences[s]!.paragraph))
}

/** A tie as growing features. */
export const tieFeatures = (distance: number): readonly string[] => ['tied', ...TIES.filter(t => distance < t).map(t => `tied-below-${t}`)]
const TIES = [2.4, 1.6, 1.1, 0.8, 0.3]

/** Whose a place or time is that the event's sentence names: "arrested two over the bomb that killed four on Sunday" and "closed on Monday after the bombing" give other acts theirs. */
export function ownerFeatures(r: Reading, scene: Scene, head: number, accounts: readonly Account[]): readonly string[] {
  const own = new Set(accounts.map(a => a.index)), isOther = (token: number): boolean => !own.has(scene.actAt.get(token) ?? accounts[0]!.index)
  const routes = accounts.flatMap(a => a.triggers.map(t => routeOf(r, head, t.token))).filter(route => route !== null)
  if (routes.length === 0) return []
  if (routes.every(route => route.up.some(isOther))) return ['through-act']
  return routes.every(route => route.up.some(isOther) || isOther(route.meet) && !(r.syntax.deprel[route.down.at(-1) ?? -1] ?? '').startsWith('conj')) ? ['under-act'] : []
}
