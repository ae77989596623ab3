/** What people decide about events and incidents: kept for ever, never changed, always above the machine. */
import type { EventRef, FieldValue, IncidentField } from './incident.ts'
import type { Event, EventType, LinkKind } from './analysis.ts'
import type { Span } from './span.ts'

/** An event as a decision remembers it: with the words of a mention, so that it is found again after a new engine has coded the report anew. */
export interface EventAnchor extends EventRef {
  readonly mention: Span
  /** The event's type at the time, by which it is told from another event of the same words. */
  readonly type?: EventType
}

export type DecisionBody =
  /** The two tell of one occurrence, or do not. */
  | { readonly kind: 'merge' | 'split'; readonly a: EventAnchor; readonly b: EventAnchor }
  /** The event, or one of its fields, is as coded; or it is no event. */
  | { readonly kind: 'accept' | 'reject'; readonly event: EventAnchor; readonly field: IncidentField | null }
  /** The value of a field, chosen among rivals or given by the person. */
  | { readonly kind: 'correct'; readonly event: EventAnchor; readonly field: IncidentField; readonly value: FieldValue | null; readonly evidence: readonly Span[] }
  /** An event that the machine missed, as a person codes it, in the form of an analysis. `event.mention` are the words that tell of it; `sha256` names the text in which all its spans lie. */
  | { readonly kind: 'add'; readonly event: EventAnchor; readonly coded: Event; readonly sha256: string }
  /** One occurrence answers or follows another, or does not. */
  | { readonly kind: 'link' | 'unlink'; readonly from: EventAnchor; readonly to: EventAnchor; readonly link: LinkKind }
  | { readonly kind: 'flag' | 'comment'; readonly event: EventAnchor; readonly text: string }
  /** An earlier decision no longer holds. */
  | { readonly kind: 'undo'; readonly decision: string }

export type Decision = DecisionBody & {
  readonly id: string
  /** RFC 3339, UTC. */
  readonly at: string
  /** Who decided. */
  readonly by: string
  readonly reason: string | null
}
