/** Whether two reports' events tell of one occurrence: a scored decision with its reasons. */
import { shared, type Bag } from './bag.ts'
import { daysApart, lengthOf } from './days.ts'
import type { IncidentLexicon } from './lexicon.ts'
import { bestTie, type PlaceTie } from './place.ts'
import type { Bounds, Profile } from './profile.ts'

/** What no weight outvotes; the score of a barred pair. */
export const BARRED = -99

/** Days between two stated days from which they are two occurrences: one more than what reports across midnight and time zones differ by. */
const OTHER_DAY = 2

/** The bar between two events, or null: one report tells of an occurrence once; kinds of act differ; both reports say when, close to words for the act, and the days are apart; both name towns, close to words for the act, and all are far apart. */
export function barBetween(a: Profile, b: Profile): string | null {
  return quickBar(a, b) ?? placeBar(a, b, bestTie(a.places, b.places))
}

const placeBar = (a: Profile, b: Profile, tie: PlaceTie | null): string | null => (tie === 'far' && a.pinned && b.pinned ? 'bar-place' : null)

/** The bars that take no distance. */
function quickBar(a: Profile, b: Profile): string | null {
  if (a.ref.document === b.ref.document) return 'bar-report'
  if (a.type !== b.type) return 'bar-type'
  if (a.days !== null && b.days !== null && a.firm && b.firm && daysApart(a.days, b.days) >= OTHER_DAY) return 'bar-day'
  return null
}

/** The score of a pair: above 0, one occurrence is more likely than two. BARRED where a bar stands between them. */
export function scorePair(a: Profile, b: Profile, { weights, kin }: IncidentLexicon): number {
  if (quickBar(a, b) !== null) return BARRED
  const tie = bestTie(a.places, b.places)
  if (placeBar(a, b, tie) !== null) return BARRED
  let sum = 0
  compare(a, b, kin, tie, { push: feature => { sum += weights.get(feature) ?? 0 } })
  return sum
}

/** Names of the reasons that hold between two events; the order of the two does not matter. */
export function featuresOf(a: Profile, b: Profile, kin: IncidentLexicon['kin']): readonly string[] {
  const out: string[] = []
  compare(a, b, kin, bestTie(a.places, b.places), out)
  return out
}

function compare(a: Profile, b: Profile, kin: IncidentLexicon['kin'], tie: PlaceTie | null, out: Out): void {
  out.push('bias')
  const day = dayTie(a, b)
  out.push(day)
  out.push(tie === null ? 'place-none' : tie === 'unknown' && !day.startsWith('day-same') ? 'place-unknown-loose' : PLACE_FEATURES[tie])
  if (HERE.has(tie ?? 'far') && day.startsWith('day-same')) out.push('day-and-place')
  modes(a, b, kin, out)
  sides(a, b, out)
  tolls('killed', a.killed, b.killed, out)
  tolls('injured', a.injured, b.injured, out)
  wording(a, b, out)
  out.push(a.leads && b.leads ? 'lead-both' : a.leads || b.leads ? 'lead-one' : 'lead-none')
  reports(a, b, out)
}

/** One spot: with one day it says more than the two apart. */
const HERE: ReadonlySet<PlaceTie> = new Set(['same', 'close', 'alike'])

const PLACE_FEATURES: Readonly<Record<PlaceTie, string>> = { same: 'place-same', close: 'place-close', alike: 'place-alike', near: 'place-near', within: 'place-within', unknown: 'place-unknown', apart: 'place-apart', far: 'place-far' }

/** Where reasons go: a list of them, or a sum of their weights. */
interface Out { readonly push: (feature: string) => unknown }

function dayTie(a: Profile, b: Profile): string {
  const x = a.days, y = b.days
  if (x === null || y === null) return 'day-none'
  const apart = daysApart(x, y), both = a.dated && b.dated
  if (apart > 0) return apart === 1 ? both ? 'day-next' : 'day-next-unsure' : apart <= WEEK ? 'day-off' : 'day-far'
  if (both) return x.first === y.first && x.last === y.last ? 'day-same' : 'day-meets'
  return lengthOf(x) <= SHORT && lengthOf(y) <= SHORT ? 'day-same-unsure' : 'day-in-period'
}

const WEEK = 7, SHORT = 2

function modes(a: Profile, b: Profile, kin: IncidentLexicon['kin'], out: Out): void {
  if (a.downing || b.downing) out.push(a.downing === b.downing ? 'mode-same' : 'mode-open')
  else if (a.mode === b.mode) out.push(a.mode === null ? 'mode-none' : 'mode-same')
  else if (a.mode === null || b.mode === null) out.push('mode-open')
  else out.push(kin.get(a.mode)?.has(b.mode) ? 'mode-kin' : 'mode-other')
  if (a.status !== b.status && (a.status === 'planned' || b.status === 'planned')) out.push('status-planned')
  if ((a.count > 1) !== (b.count > 1)) out.push('count-other')
  if (a.reciprocal !== b.reciprocal) out.push('fight-other')
}

const meets = (a: Bag, b: Bag): boolean => shared(a, b) > 0

function sides(a: Profile, b: Profile, out: Out): void {
  const fight = a.reciprocal || b.reciprocal, swapped = meets(a.actors, b.recipients) || meets(a.recipients, b.actors)
  if (a.actors.length > 0 && b.actors.length > 0) out.push(meets(a.actors, b.actors) ? 'actor-same' : fight && swapped ? 'side-in-fight' : 'actor-other')
  if (a.recipients.length > 0 && b.recipients.length > 0) out.push(meets(a.recipients, b.recipients) ? 'recipient-same' : 'recipient-other')
  else if (meets(a.victims, b.victims)) out.push('victims-same')
  if (!fight && swapped && !meets(a.actors, b.actors) && !meets(a.recipients, b.recipients)) out.push('sides-swapped')
  if (a.weapons.length > 0 && b.weapons.length > 0) out.push(meets(a.weapons, b.weapons) ? 'weapon-same' : 'weapon-other')
}

/** From this ratio on two tolls are far apart. */
const FAR_TOLL = 2

const TOLL_FEATURES = { killed: ['killed-same', 'killed-same-few', 'killed-meets', 'killed-close', 'killed-apart'], injured: ['injured-same', 'injured-same-few', 'injured-meets', 'injured-close', 'injured-apart'] } as const

function tolls(field: 'killed' | 'injured', a: Bounds | null, b: Bounds | null, out: Out): void {
  if (a === null || b === null) return
  const [same, few, meeting, close, apart] = TOLL_FEATURES[field]
  if (a.min === b.min || a.max === b.max) { out.push((a.min || a.max) > 2 ? same : few); return }
  const low = a.min > b.max || b.max < a.min ? b : b.min > a.max ? a : null
  if (low === null) { out.push(meeting); return }
  const high = low === a ? b : a
  out.push(high.min / Math.max(1, low.max) < FAR_TOLL ? close : apart)
}

/** Shared words of the mentions from which two accounts speak alike. */
const ALIKE = 3

/** Shares of the shorter account's words that the other has too, and what they are called; words taken for its least number. */
const SHARES = [0.5, 0.25, 0.1], TELLINGS = ['telling-most', 'telling-much', 'telling-some', 'telling-other'], FEW_WORDS = 8

function wording(a: Profile, b: Profile, out: Out): void {
  const n = shared(a.words, b.words)
  out.push(n === 0 ? 'words-other' : n >= ALIKE ? 'words-many' : 'words-some')
  const share = shared(a.telling, b.telling) / Math.max(FEW_WORDS, Math.min(a.telling.length, b.telling.length)), step = SHARES.findIndex(s => share > s)
  out.push(TELLINGS[step < 0 ? SHARES.length : step]!)
}

/** Share of the smaller report's names that the other has too, from which the two tell one story; names without which a share means nothing. */
const STORY = 0.5, TOPIC = 0.2, FEW = 3

function reports(a: Profile, b: Profile, out: Out): void {
  const least = Math.min(a.report.length, b.report.length), share = least < FEW ? 0 : shared(a.report, b.report) / least
  out.push(share >= STORY ? 'story-same' : share >= TOPIC ? 'story-near' : 'story-other')
  if (a.published === null || b.published === null) return
  const gap = Math.abs(a.published - b.published)
  out.push(gap <= 2 ? 'told-together' : gap <= 30 ? 'told-later' : 'told-much-later')
}
