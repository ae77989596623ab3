/** What an event holds in a field, and what chosen words suggest for it. */
import type { Event, FieldValue, IncidentField, Span } from '../../../core/model/index.ts'
import { draftOf, FIELD_KINDS, type DraftValue } from '../../correct/drafts.ts'

export function beforeOf(event: Event, field: IncidentField): FieldValue | null {
  if (field === 'occurrence') return event.status !== 'negated'
  if (field === 'place') return event.places[0] ?? null
  if (field === 'weapons') return event.weapons.map(w => w.exact)
  return event[field]
}

const NUMBERS: Readonly<Record<string, number>> = { no: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, a: 1, an: 1 }

/** The form that the words make: a name, a number ("at least 12 civilians"), a day; else the form of the value there was. */
export function suggestedFor(field: IncidentField, words: readonly Span[], event: Event): DraftValue {
  const before = draftOf(field, beforeOf(event, field)), said = words.map(w => w.exact.replace(/\s+/g, ' ').trim()).join('; '), kind = FIELD_KINDS[field]
  if (said === '') return before
  if (kind === 'sides' || kind === 'words') return { value: said }
  if (kind === 'place') return { ...draftOf('place', null), name: said }
  if (kind === 'quantity') return quantityIn(said) ?? before
  return before
}

function quantityIn(said: string): DraftValue | null {
  const found = /(\d[\d,]*|\b(?:no|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)(.*)$/i.exec(said)
  if (found === null) return null
  const number = NUMBERS[found[1]!.toLowerCase()] ?? Number(found[1]!.replaceAll(',', '')), of = found[2]!.trim()
  const least = /\b(?:at least|more than|over)\b/i.test(said), most = /\b(?:up to|at most|fewer than|as many as)\b/i.test(said)
  return { min: most ? '' : String(number), max: least ? '' : String(number), of }
}
