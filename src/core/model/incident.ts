/** The wire form of an incident: one occurrence across reports, every claim kept apart. */
import type { About, EventType, LinkKind, Participant, Place, Quantity, Stance, Status, When } from './analysis.ts'
import type { Span } from './span.ts'

/** One report's event. */
export interface EventRef { readonly document: string; readonly event: string }

/** Fields of an incident that can hold rival values. */
export const INCIDENT_FIELDS = ['occurrence', 'type', 'mode', 'status', 'actors', 'recipients', 'place', 'date', 'killed', 'injured', 'attackersKilled', 'detained', 'weapons', 'count'] as const
export type IncidentField = (typeof INCIDENT_FIELDS)[number]

/** The value a claimant gives for a field: `occurrence` holds true or false (it happened, it did not), `actors` and `recipients` one side, `weapons` words. */
export type FieldValue = boolean | string | readonly string[] | readonly Participant[] | Place | When | Quantity

/** Who says a value, where and when. `speaker` is null where the report gives it as its own. */
export interface Testimony extends EventRef {
  readonly publisher: string | null
  /** Day or moment of the report: YYYY-MM-DD or RFC 3339. */
  readonly published: string | null
  readonly speaker: string | null
  /** Actor registry id of the speaker. */
  readonly entity: string | null
  readonly stance: Stance
  readonly about: About
  /** Spans into the text of `document`. */
  readonly evidence: readonly Span[]
  /** Reports that copy one text (an agency's) share a copy group, and count once. */
  readonly copyOf: string | null
  /** Who coded the event, where a person added it; absent for what the engine found. */
  readonly addedBy?: string
}

export interface RivalValue { readonly value: FieldValue; readonly testimonies: readonly Testimony[] }

/** One field with all that is said of it. `chosen` is the place in `values` of the best one; null where none can be preferred or a person's own value stands in `corrected`. */
export interface FieldReading {
  readonly field: IncidentField
  readonly values: readonly RivalValue[]
  readonly chosen: number | null
  readonly corrected: FieldValue | null
  /** Id of the rule, or of the decision, that chose. */
  readonly rule: string
  /** The choice in one sentence for people. */
  readonly why: string
  readonly disputed: boolean
}

/** How well the claims bear an incident out, after Airwars: confirmed, fair, weak or contested. */
export const GRADES = ['confirmed', 'fair', 'weak', 'contested'] as const
export type Grade = (typeof GRADES)[number]

export interface IncidentLink {
  readonly incident: string
  readonly kind: LinkKind
  readonly evidence: readonly (EventRef & { readonly span: Span })[]
}

export interface Incident {
  /** Stable under the order of arrival: made from the member that sorts first. */
  readonly id: string
  /** Sorted by document, then event. */
  readonly members: readonly EventRef[]
  readonly type: EventType
  readonly mode: string | null
  readonly contexts: readonly string[]
  readonly status: Status
  readonly reciprocal: boolean
  readonly summary: string
  readonly actors: readonly Participant[]
  readonly recipients: readonly Participant[]
  /** Most specific first. */
  readonly places: readonly Place[]
  readonly date: When | null
  readonly killed: Quantity | null
  readonly injured: Quantity | null
  readonly attackersKilled: Quantity | null
  readonly detained: Quantity | null
  readonly count: Quantity | null
  readonly weapons: readonly string[]
  readonly fields: readonly FieldReading[]
  readonly disputed: boolean
  readonly grade: Grade
  readonly gradeWhy: string
  /** Publishers and speakers that do not copy one another. */
  readonly independent: number
  readonly links: readonly IncidentLink[]
  readonly confidence: number
}

/** Why two events were taken for one occurrence, or not: fields that agree or disagree, each with its weight. */
export interface PairDecision {
  readonly a: EventRef
  readonly b: EventRef
  readonly score: number
  readonly reasons: readonly { readonly feature: string; readonly weight: number; readonly says: string }[]
  readonly same: boolean
}
