/** Values of fields as a person writes them in a form, and back: the form's words to a value, or what is wrong with them. */
import { EVENT_TYPES, STATUSES, type FieldValue, type IncidentField, type Participant, type Place, type Precision, type Quantity, type Span, type When } from '../../core/model/index.ts'
import { whenGiven } from '../../core/times/given.ts'
import { modesOf } from './modes.ts'

/** What the form of a field holds: one text an input. */
export type DraftValue = Readonly<Record<string, string>>

export type FieldKind = 'sides' | 'place' | 'date' | 'quantity' | 'words' | 'type' | 'mode' | 'status' | 'happened'

export const FIELD_KINDS: Readonly<Record<IncidentField, FieldKind>> = {
  occurrence: 'happened', type: 'type', mode: 'mode', status: 'status', actors: 'sides', recipients: 'sides', place: 'place', date: 'date',
  killed: 'quantity', injured: 'quantity', attackersKilled: 'quantity', detained: 'quantity', weapons: 'words', count: 'quantity',
}

export const FIELD_NAMES: Readonly<Record<IncidentField, string>> = {
  occurrence: 'Took place', type: 'Type', mode: 'Mode', status: 'Status', actors: 'Who', recipients: 'To whom', place: 'Where', date: 'When',
  killed: 'Killed', injured: 'Injured', attackersKilled: 'Attackers killed', detained: 'Detained', weapons: 'Weapons', count: 'How many',
}

/** Fields that words of a text can be chosen for, in the order of a report's questions. */
export const WORD_FIELDS: readonly IncidentField[] = ['actors', 'recipients', 'place', 'date', 'killed', 'injured', 'attackersKilled', 'detained', 'weapons']

export const PRECISIONS: readonly Precision[] = ['site', 'town', 'district', 'province', 'country']

/** Choices of a field that has a list; null where words are written. */
export function choicesOf(field: IncidentField, type: string | null): readonly string[] | null {
  if (field === 'type') return EVENT_TYPES
  if (field === 'status') return STATUSES
  if (field === 'occurrence') return ['yes', 'no']
  return field === 'mode' ? modesOf(type) : null
}

/** The form's texts for a value; of no value, an empty form. */
export function draftOf(field: IncidentField, value: FieldValue | null): DraftValue {
  const kind = FIELD_KINDS[field]
  if (kind === 'happened') return { value: value === false ? 'no' : 'yes' }
  if (kind === 'sides') return { value: (value as readonly Participant[] | null ?? []).map(p => p.name).join('; ') }
  if (kind === 'words') return { value: (value as readonly string[] | null ?? []).join('; ') }
  if (kind === 'quantity') { const q = value as Quantity | null; return { min: text(q?.min), max: text(q?.max), of: q?.of ?? '' } }
  if (kind === 'date') { const when = value as When | null; return { value: when?.edtf ?? '' } }
  if (kind === 'place') { const place = value as Place | null; return { name: place?.name ?? '', admin1: place?.admin1 ?? '', country: place?.country ?? '', precision: place?.precision ?? 'town', latitude: text(place?.latitude), longitude: text(place?.longitude), gazetteer: place?.gazetteer ?? '' } }
  return { value: typeof value === 'string' ? value : '' }
}

const text = (number: number | null | undefined): string => (number == null ? '' : String(number))

export type Read = { readonly value: FieldValue | null } | { readonly wrong: string }

/** Reads a form. `before` lends what the form does not show, where a name stayed as it was; `evidence` is the words that were chosen. */
export function readDraft(field: IncidentField, draft: DraftValue, before: FieldValue | null, evidence: readonly Span[]): Read {
  const said = (name: string): string => (draft[name] ?? '').trim(), value = said('value')
  switch (FIELD_KINDS[field]) {
    case 'happened': return { value: value !== 'no' }
    case 'sides': return { value: sidesOf(value, before as readonly Participant[] | null, evidence) }
    case 'words': return { value: parted(value) }
    case 'quantity': return quantityOf(said('min'), said('max'), said('of'), evidence)
    case 'date': return dateOf(value, evidence)
    case 'place': return placeOf(draft, before as Place | null, evidence)
    default: return value === '' && field !== 'mode' ? { wrong: 'Choose a value.' } : { value: value === '' ? null : value }
  }
}

const parted = (words: string): readonly string[] => words.split(';').map(word => word.trim()).filter(word => word !== '')

function sidesOf(names: string, before: readonly Participant[] | null, evidence: readonly Span[]): readonly Participant[] {
  return parted(names).map(name => before?.find(p => p.name === name) ?? { name, entity: null, country: null, sectors: [], labels: [], evidence })
}

const WHOLE = /^\d{1,7}$/

function quantityOf(min: string, max: string, of: string, evidence: readonly Span[]): Read {
  if (min === '' && max === '') return { value: null }
  if ((min !== '' && !WHOLE.test(min)) || (max !== '' && !WHOLE.test(max))) return { wrong: 'Give whole numbers; leave “at most” empty for “at least”.' }
  if (min !== '' && max !== '' && Number(min) > Number(max)) return { wrong: '“At least” is more than “at most”.' }
  return { value: { min: min === '' ? null : Number(min), max: max === '' ? null : Number(max), of: of === '' ? null : of, evidence } }
}

function dateOf(edtf: string, evidence: readonly Span[]): Read {
  const value = edtf === '' ? null : whenGiven(edtf, evidence)
  return value === null && edtf !== '' ? { wrong: 'Give a day (2024-03-15), a span of days (2024-03-15/2024-03-17) or a month (2024-03).' } : { value }
}

function placeOf(draft: DraftValue, before: Place | null, evidence: readonly Span[]): Read {
  const said = (name: string): string | null => (draft[name] ?? '').trim() || null, name = said('name'), country = said('country')?.toUpperCase() ?? null
  if (name === null) return { value: null }
  if (country !== null && !/^[A-Z]{2}$/.test(country)) return { wrong: 'The country is its two letters, as NG.' }
  const latitude = degrees(said('latitude'), 90), longitude = degrees(said('longitude'), 180)
  if (latitude === 'wrong' || longitude === 'wrong' || (latitude === null) !== (longitude === null)) return { wrong: 'Give both degrees (−90 to 90, −180 to 180), or neither.' }
  const precision = PRECISIONS.find(p => p === said('precision')) ?? 'town', moved = before === null || latitude !== before.latitude || longitude !== before.longitude || name !== before.name
  return { value: { name, country, admin1: said('admin1'), latitude, longitude, precision, gazetteer: said('gazetteer') ?? (moved ? null : before.gazetteer), evidence: evidence.length > 0 ? evidence : before?.evidence ?? [] } }
}

function degrees(said: string | null, most: number): number | null | 'wrong' {
  if (said === null) return null
  const number = Number(said.replace('−', '-'))
  return Number.isFinite(number) && Math.abs(number) <= most ? number : 'wrong'
}
