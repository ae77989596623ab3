/** All that can be shown on a report's text, by layer: events with the words of their fields, claims, and what the lower layers marked. */
import type { Event, Explained, Extent, Mark, Span } from '../../core/index.ts'

export const SHOWN_LAYERS = ['event', 'field', 'claim', 'entity', 'place', 'time', 'count', 'let-go'] as const
export type ShownLayer = (typeof SHOWN_LAYERS)[number]

export const LAYER_NAMES: Readonly<Record<ShownLayer, string>> = {
  event: 'Events', field: 'Words of fields', claim: 'Claims', entity: 'Names and groups', place: 'Places', time: 'Times', count: 'Numbers', 'let-go': 'Let go',
}

/** A mark as it is shown. `event` is the id of the event that it belongs to, else null; `says` is a line for the reader, `why` the rule. */
export interface ShownMark extends Extent { readonly layer: ShownLayer; readonly event: string | null; readonly type: string | null; readonly says: string; readonly why: string }

/** Marks of one report in the order of its text. */
export function shownMarks({ analysis, dropped, markup, trail }: Explained): readonly ShownMark[] {
  const marks = [
    ...analysis.events.flatMap(event => [...eventMarks(event, trail), ...claimMarks(event)]),
    ...(markup?.marks ?? []).map(lowerMark),
    ...dropped.map((d): ShownMark => ({ ...extent(d.span), layer: 'let-go', event: null, type: d.type, says: `${d.type}, let go (${percent(d.confidence)})`, why: d.reasons.join('; ') })),
  ]
  return marks.toSorted((a, b) => a.start - b.start || b.end - a.end)
}

/** Sentences in which no event was found: what was left unread. */
export function unreadSentences({ analysis, markup }: Explained): readonly Extent[] {
  const told = analysis.events.flatMap(e => e.mentions)
  return (markup?.sentences ?? []).filter(s => !told.some(m => m.start < s.end && m.end > s.start))
}

const extent = ({ start, end }: Span): Extent => ({ start, end })
export const percent = (share: number): string => `${Math.round(100 * share)} %`

function eventMarks(event: Event, trail: Explained['trail']): readonly ShownMark[] {
  const mentions = event.mentions.map((m): ShownMark => ({ ...extent(m), layer: 'event', event: event.id, type: event.type, says: `${event.id} ${event.type}${event.mode === null ? '' : ` ${event.mode}`}`, why: event.summary }))
  const seen = new Set(event.mentions.map(m => `${m.start}-${m.end}`))
  const fields = trail.flatMap((step): readonly ShownMark[] => step.event !== event.id || step.span === null || step.field === 'confidence' || seen.has(`${step.span.start}-${step.span.end}`) || step.field.startsWith('claim')
    ? [] : [{ ...extent(step.span), layer: 'field', event: event.id, type: event.type, says: `${event.id} ${step.field}`, why: step.rule }])
  return [...mentions, ...fields]
}

function claimMarks(event: Event): readonly ShownMark[] {
  return event.claims.flatMap((claim): readonly ShownMark[] => {
    const says = `${claim.speaker.name} ${claim.stance} ${claim.about} of ${event.id}`, base = { layer: 'claim', event: event.id, type: null } as const
    return [
      { ...base, ...extent(claim.speaker.evidence), says, why: 'speaker' },
      ...claim.cue === null ? [] : [{ ...base, ...extent(claim.cue), says, why: 'cue' }],
      { ...base, ...extent(claim.content), says, why: 'content' },
    ]
  })
}

const lowerMark = ({ start, end, layer, kind, label, rule }: Mark): ShownMark => ({ start, end, layer, event: null, type: null, says: label === null ? kind : `${label} (${kind})`, why: rule })
