/** Every mark that the layers below events leave on a text, as a reader is shown them: what it is, what it was taken for, by which rule. */
import type { Layers } from '../events/reading.ts'
import type { Count, EntityLayer, EntityMention, Extent, PlaceMention, Timex } from '../model/index.ts'

export type MarkLayer = 'entity' | 'time' | 'place' | 'count'

/** `label` says what the words were taken for; null where that stayed open. */
export interface Mark extends Extent { readonly layer: MarkLayer; readonly kind: string; readonly label: string | null; readonly rule: string }

/** What was read of a text: its sentences in order, and the marks by where they begin. */
export interface Markup { readonly sentences: readonly Extent[]; readonly marks: readonly Mark[] }

export function markupOf({ text, entities, times, places, counts }: Layers): Markup {
  const others = [...times.map(timeMark), ...places.map(placeMark), ...counts.map(countMark)], taken = new Set(others.map(where))
  const marks = [...entities.mentions.filter(m => tells(m, entities) && !taken.has(where(m))).map(m => entityMark(m, entities.chains[m.chain]!.name)), ...others]
  return { sentences: text.sentences.map(({ start, end }) => ({ start, end })), marks: marks.toSorted((a, b) => a.start - b.start || b.end - a.end) }
}

const where = ({ start, end }: Extent): string => `${start}-${end}`

/** A pronoun tells something where it was joined to another mention. */
const tells = ({ form, chain }: EntityMention, { chains }: EntityLayer): boolean => form !== 'pronoun' || chains[chain]!.mentions.length > 1

const entityMark = ({ start, end, kind, entity, form, rule }: EntityMention, chain: string): Mark =>
  ({ layer: 'entity', start, end, kind, label: entity ?? (form === 'pronoun' ? chain : null), rule })

const timeMark = ({ start, end, type, edtf, value, rule }: Timex): Mark => ({ layer: 'time', start, end, kind: type, label: edtf ?? value, rule })

function placeMark({ start, end, entry, rule }: PlaceMention): Mark {
  const label = entry === null ? null : [entry.name, entry.admin1, entry.country].filter(part => part !== null).join(', ')
  return { layer: 'place', start, end, kind: entry?.precision ?? 'unknown', label, rule }
}

const countMark = ({ start, end, min, max, unit, rule }: Count): Mark => ({ layer: 'count', start, end, kind: unit, label: rangeOf(min, max), rule })

function rangeOf(min: number | null, max: number | null): string | null {
  if (min === null && max === null) return null
  if (min === max) return String(min)
  return max === null ? `${min} or more` : min === null ? `up to ${max}` : `${min} to ${max}`
}
