/** Place and date that an event takes over from the text around it when its own sentences give none. */
import { spanOf, type Place, type Status, type Timex, type When } from '../model/index.ts'
import type { Account } from './account.ts'
import { placesAt } from './fields.ts'
import type { Reading } from './reading.ts'
import { usablePlace } from './setting.ts'

/** Sentences back to which a place or a day that was spoken of still holds. */
const REACH = 4
/** Sentences at the top of a report that set its scene: headline, key points, first paragraph. */
const LEAD = 5

/** The place last spoken of within REACH sentences, else the most specific place of the lead. */
export function inheritedPlaces(r: Reading, accounts: readonly Account[]): readonly Place[] {
  const at = accounts[0]?.sentence ?? 0
  const near = indicesBetween(r, r.places, at - REACH, at).filter(k => isScene(r, k)).toReversed()
  const lead = indicesBetween(r, r.places, 0, LEAD).filter(k => isScene(r, k))
  const chosen = near.find(k => r.places[k]?.entry?.precision !== 'country') ?? mostNamed(r, lead) ?? near[0]
  return chosen === undefined ? [] : placesAt(r, [chosen])
}

function isScene(r: Reading, k: number): boolean {
  const place = r.places[k]
  return place !== undefined && usablePlace(r, place) && place.entry !== null
}

/** The place of the lead that the report names most, the more specific among equals. */
function mostNamed(r: Reading, lead: readonly number[]): number | undefined {
  const votes = (k: number): number => r.places.filter(p => p.entry !== null && p.entry.id === r.places[k]?.entry?.id).length - (r.places[k]?.entry?.precision === 'country' ? 3 : 0)
  return [...lead].sort((a, b) => votes(b) - votes(a) || a - b)[0]
}

/** Indices of the spans that lie in sentences from `from` to `to`, both included. */
function indicesBetween(r: Reading, spans: readonly { readonly start: number }[], from: number, to: number): readonly number[] {
  const start = r.text.sentences[Math.max(0, from)]?.start ?? 0, end = r.text.sentences[Math.min(r.text.sentences.length - 1, to)]?.end ?? 0
  return spans.flatMap((span, k) => (span.start >= start && span.start < end ? [k] : []))
}

/** The day last spoken of within DAY_REACH sentences, for the lead also the day that the lead gives; planned acts get none. */
export function inheritedDate(r: Reading, accounts: readonly Account[], status: Status): When | null {
  if (status === 'planned' || status === 'hypothetical') return null
  const at = accounts[0]?.sentence ?? 0
  const day = daysBetween(r, at - DAY_REACH, at - 1).at(-1) ?? (at < LEAD ? daysBetween(r, at + 1, LEAD)[0] : undefined)
  return day?.edtf ? { edtf: day.edtf, start: day.first, end: day.last, stated: false, evidence: [spanOf(r.text.text, day)] } : null
}

const DAY_REACH = 8

function daysBetween(r: Reading, from: number, to: number): readonly Timex[] {
  return indicesBetween(r, r.times, from, to).map(k => r.times[k]).filter((t): t is Timex => t !== undefined && t.type === 'DATE' && t.edtf !== null && t.first !== null && t.first === t.last)
}
