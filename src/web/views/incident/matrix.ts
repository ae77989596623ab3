/** An incident as a matrix: a row a field, a column a claimant, in each cell what that one says. */
import type { FieldReading, Incident, IncidentField, Testimony } from '../../../core/model/index.ts'

export interface Claimant {
  readonly key: string
  /** Who says it; null where the report says it itself. */
  readonly speaker: string | null
  readonly publisher: string | null
  readonly document: string
  readonly published: string | null
  /** Who added its event by hand; null where the engine found it. */
  readonly addedBy: string | null
  /** Further reports that carry the same text. */
  readonly copies: number
}

/** What one claimant says of one field. */
export interface Saying { readonly value: number; readonly testimony: Testimony }
export interface Row { readonly reading: FieldReading; readonly cells: ReadonlyMap<string, readonly Saying[]> }
export interface Matrix { readonly claimants: readonly Claimant[]; readonly rows: readonly Row[] }

export function matrixOf({ fields }: Incident): Matrix {
  const claimants = new Map<string, Claimant>(), documents = new Map<string, Set<string>>()
  const rows = fields.map(reading => {
    const cells = new Map<string, Saying[]>()
    reading.values.forEach(({ testimonies }, value) => {
      for (const testimony of testimonies) {
        const key = keyOf(testimony), cell = cells.get(key) ?? [], known = documents.get(key) ?? new Set()
        if (!cell.some(s => s.value === value && s.testimony.stance === testimony.stance)) cells.set(key, [...cell, { value, testimony }])
        documents.set(key, known.add(testimony.document))
        claimants.set(key, { ...claimants.get(key) ?? { key, speaker: testimony.speaker, publisher: testimony.publisher, document: testimony.document, published: testimony.published, addedBy: testimony.addedBy ?? null }, copies: documents.get(key)!.size - 1 })
      }
    })
    return { reading, cells }
  })
  return { claimants: [...claimants.values()].toSorted(inTime), rows }
}

/** One voice of one text: reports that copy each other have one column for each who speaks in them. */
const keyOf = ({ document, copyOf, speaker, entity }: Testimony): string => `${copyOf ?? document}\n${entity ?? speaker ?? ''}`

/** Earlier reports first; within a report its own voice first. */
const inTime = (a: Claimant, b: Claimant): number => compare(a.published ?? '', b.published ?? '') || compare(a.document, b.document) || compare(a.speaker ?? '', b.speaker ?? '')
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Where a cell stands, for the address: field, value, claimant's place among those of the value. */
export interface Place { readonly field: IncidentField; readonly value: number; readonly testimony: number }

export const placeText = ({ field, value, testimony }: Place): string => `${field}.${value}.${testimony}`

/** Reads it, checked against the incident; null where it names nothing of it. */
export function placeFrom(text: string | undefined, { fields }: Incident): (Place & { readonly said: Testimony }) | null {
  const [, field, value = '', testimony = ''] = /^(\w+)\.(\d{1,4})\.(\d{1,4})$/.exec(text ?? '') ?? [], reading = fields.find(f => f.field === field), said = reading?.values[Number(value)]?.testimonies[Number(testimony)]
  return reading === undefined || said === undefined ? null : { field: reading.field, value: Number(value), testimony: Number(testimony), said }
}

/** All places that have evidence, in reading order: what `[` and `]` walk through. */
export const placesOf = ({ fields }: Incident): readonly Place[] => fields.flatMap(({ field, values }) => values.flatMap(({ testimonies }, value) => testimonies.flatMap(({ evidence }, testimony) => (evidence.length === 0 ? [] : [{ field, value, testimony }]))))

export const placeOfSaying = (reading: FieldReading, { value, testimony }: Saying): Place => ({ field: reading.field, value, testimony: reading.values[value]!.testimonies.indexOf(testimony) })

/** A value chosen by a person: accepted where a report gives it in its own voice, else written down as a correction with its words. */
export function choosing(reading: FieldReading, value: number): Readonly<Record<string, unknown>> & { readonly kind: string } | null {
  const rival = reading.values[value]
  if (rival === undefined) return null
  const own = rival.testimonies.find(t => t.speaker === null && t.stance !== 'denies'), any = own ?? rival.testimonies[0]
  if (any === undefined) return null
  const event = { document: any.document, event: any.event }
  return own === undefined ? { kind: 'correct', event, field: reading.field, value: rival.value, evidence: any.evidence } : { kind: 'accept', event, field: reading.field }
}

export interface Step { readonly at: string; readonly since: number; readonly changes: readonly string[] }

/** What changed from one reading to the next, newest first; the oldest says that it was read first. */
export function historyOf(readings: readonly { readonly incident: Incident; readonly since: number; readonly at: string }[], words: Words): readonly Step[] {
  return readings.map(({ incident, since, at }, i) => ({ at, since, changes: readings[i + 1] === undefined ? ['First read'] : changesOf(readings[i + 1]!.incident, incident, words) }))
}

interface Words { readonly titles: Readonly<Record<IncidentField, string>>; readonly say: (field: IncidentField, value: FieldReading['values'][number]['value']) => string }

function changesOf(before: Incident, after: Incident, { titles, say }: Words): readonly string[] {
  const best = (i: Incident, field: IncidentField): string => { const reading = i.fields.find(f => f.field === field), value = reading?.corrected ?? (reading?.chosen == null ? undefined : reading.values[reading.chosen]?.value); return value == null ? 'nothing' : say(field, value) }
  const fields = [...new Set([...before.fields, ...after.fields].map(f => f.field))].filter(field => best(before, field) !== best(after, field)).map(field => `${titles[field]}: ${best(before, field)} → ${best(after, field)}`)
  const members = after.members.length === before.members.length ? [] : [`events that tell of it: ${before.members.length} → ${after.members.length}`]
  const grade = after.grade === before.grade ? [] : [`grade: ${before.grade} → ${after.grade}`]
  return fields.length + members.length + grade.length === 0 ? ['Evidence or links changed'] : [...fields, ...members, ...grade]
}
