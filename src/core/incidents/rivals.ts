/** Values of one field brought together: those that say the same, and those that contradict each other. */
import type { FieldValue, IncidentField, Participant, Place, Quantity, When } from '../model/index.ts'
import { bagOf, fold, shared, stemmed } from './bag.ts'
import { daysApart, daysOf } from './days.ts'
import type { IncidentLexicon } from './lexicon.ts'
import { spotOf, tieOf } from './place.ts'
import { partyWords } from './profile.ts'
import type { Said } from './testimony.ts'

/** One value with all who give it, in the order of publication. */
export interface Rival { readonly value: FieldValue; readonly said: readonly Said[] }

/** Groups what is said of a field by value, in the order in which each value was first given. */
export function rivalsOf(field: IncidentField, said: readonly Said[], lexicon: IncidentLexicon): readonly Rival[] {
  const groups: { value: FieldValue; said: Said[] }[] = []
  for (const s of said) {
    const group = groups.find(g => sameValue(field, g.value, s.value, lexicon))
    if (group === undefined) { groups.push({ value: s.value, said: [s] }); continue }
    group.said.push(s)
    group.value = fuller(field, group.value, s.value, lexicon)
  }
  return groups
}

const isSides = (field: IncidentField): boolean => field === 'actors' || field === 'recipients'
const asSides = (value: FieldValue): readonly Participant[] => value as readonly Participant[]
const isPlace = (value: FieldValue): value is Place => typeof value === 'object' && 'precision' in value
const isWhen = (value: FieldValue): value is When => typeof value === 'object' && 'edtf' in value
const isCount = (value: FieldValue): value is Quantity => typeof value === 'object' && 'min' in value

function sameValue(field: IncidentField, a: FieldValue, b: FieldValue, lexicon: IncidentLexicon): boolean {
  if (isSides(field)) return asSides(a).some(p => asSides(b).some(q => sameSide(p, q, lexicon)))
  if (isPlace(a) && isPlace(b)) { const tie = tieOf(spotOf(a, lexicon.kinds), spotOf(b, lexicon.kinds)); return tie === 'same' || tie === 'alike' }
  if (isWhen(a) && isWhen(b)) return a.edtf === b.edtf
  if (isCount(a) && isCount(b)) return a.min === b.min && a.max === b.max
  if (field === 'weapons') return (a as readonly string[]).some(w => (b as readonly string[]).includes(w))
  return typeof a === 'string' && typeof b === 'string' ? fold(a) === fold(b) : a === b
}

/** One side under two names: the same in the registry, the same name, a telling word in common, or any word for those of one sector ("police", "police officers"). */
export function sameSide(a: Participant, b: Participant, lexicon: IncidentLexicon): boolean {
  return (a.entity !== null && a.entity === b.entity) || fold(a.name) === fold(b.name) || shared(bagOf(partyWords(a, lexicon)), bagOf(partyWords(b, lexicon))) > 0
    || (a.sectors.some(s => b.sectors.includes(s)) && (a.country === null || b.country === null || a.country === b.country) && shared(bagOf(stemmed(a.name)), bagOf(stemmed(b.name))) > 0)
}

/** Of two forms of one value the fuller: both lists together, or the longer name with coordinates. */
function fuller(field: IncidentField, a: FieldValue, b: FieldValue, lexicon: IncidentLexicon): FieldValue {
  if (isSides(field)) return [...asSides(a), ...asSides(b).filter(q => !asSides(a).some(p => sameSide(p, q, lexicon)))]
  if (field === 'weapons') return [...new Set([...a as readonly string[], ...b as readonly string[]])]
  if (isPlace(a) && isPlace(b)) return a.latitude === null && b.latitude !== null ? b : a
  return a
}

/** Spelling does not count where distance decides. */
const NONE: ReadonlySet<string> = new Set()

/** Whether two values cannot both hold. Sides are rivals only where somebody accuses or claims; see `disputeOf`. */
export function contradict(a: FieldValue, b: FieldValue): boolean {
  if (isCount(a) && isCount(b)) return (a.min ?? -Infinity) > (b.max ?? Infinity) || (b.min ?? -Infinity) > (a.max ?? Infinity)
  if (isPlace(a) && isPlace(b)) { const x = spotOf(a, NONE), y = spotOf(b, NONE); return x.narrow && y.narrow && tieOf(x, y) === 'far' }
  if (isWhen(a) && isWhen(b)) { const x = daysOf(a, null), y = daysOf(b, null); return a.stated && b.stated && x !== null && y !== null && daysApart(x, y) > 0 }
  return typeof a === 'boolean' && a !== b
}

const CLAIMANTS = new Set(['accuses', 'claims-responsibility'])

/** Who and what stands against each other in a field, in a few words; null where nothing does. */
export function disputeOf(field: IncidentField, rivals: readonly Rival[]): string | null {
  const denial = rivals.flatMap(r => r.said).find(s => s.denied)
  if (denial !== undefined) return `${denial.testimony.speaker ?? 'a report'} denies it`
  if (field === 'actors') {
    const accused = rivals.filter(r => r.said.some(s => CLAIMANTS.has(s.testimony.stance)))
    return accused.length > 1 ? 'different sides are accused or claim it' : null
  }
  for (const [i, a] of rivals.entries()) for (const b of rivals.slice(i + 1)) if (contradict(a.value, b.value) && a.said.some(x => b.said.some(y => rivalVoices(x, y)))) return DISPUTES[field] ?? 'their values exclude each other'
  return null
}

const DISPUTES: Partial<Readonly<Record<IncidentField, string>>> = { occurrence: 'somebody says that it did not happen', killed: 'the tolls exclude each other', injured: 'the tolls exclude each other', place: 'the places are far apart', date: 'the days differ' }

/** Two voices that contradict each other: not one voice, and not a count that a later report raises. */
function rivalVoices(a: Said, b: Said): boolean {
  if (a.voice === b.voice) return false
  const [early, late] = (a.testimony.published ?? '') <= (b.testimony.published ?? '') ? [a, b] : [b, a]
  const later = (early.testimony.published ?? '').slice(0, 10) < (late.testimony.published ?? '').slice(0, 10)
  return !(later && isCount(early.value) && isCount(late.value) && (late.value.min ?? 0) > (early.value.max ?? Infinity))
}
