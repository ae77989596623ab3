/** The wire form of Analysis JSON, version 1. */
import type { Note } from './note.ts'
import type { Precision } from './place.ts'
import type { Span } from './span.ts'

export const EVENT_TYPES = ['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'] as const
export type EventType = (typeof EVENT_TYPES)[number]
/** Acts of words, as against deeds. */
export const VERBAL_TYPES: ReadonlySet<EventType> = new Set(['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN'])
export const STATUSES = ['occurred', 'ongoing', 'attempted', 'planned', 'hypothetical', 'negated'] as const
export type Status = (typeof STATUSES)[number]
export type Stance = 'reports' | 'claims-responsibility' | 'denies' | 'accuses' | 'condemns' | 'confirms'
export type About = 'event' | 'actor' | 'recipient' | 'killed' | 'injured' | 'place' | 'date' | 'weapon' | 'purpose'
export type LinkKind = 'retaliation' | 'response' | 'cause'

export interface Participant {
  readonly name: string
  /** Actor registry id. */
  readonly entity: string | null
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null
  /** PLOVER sectors. */
  readonly sectors: readonly string[]
  /** Loaded words the report used. */
  readonly labels: readonly string[]
  readonly evidence: readonly Span[]
}

export interface Place {
  readonly name: string
  readonly country: string | null
  readonly admin1: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly precision: Precision
  readonly gazetteer: string | null
  readonly evidence: readonly Span[]
}

/** `stated` is false where the date was inferred. */
export interface When { readonly edtf: string; readonly start: string | null; readonly end: string | null; readonly stated: boolean; readonly evidence: readonly Span[] }

export interface Quantity { readonly min: number | null; readonly max: number | null; readonly of: string | null; readonly evidence: readonly Span[] }

export interface Claim {
  readonly speaker: { readonly name: string; readonly entity: string | null; readonly evidence: Span }
  readonly stance: Stance
  readonly about: About
  readonly value: Quantity | string | null
  readonly cue: Span | null
  readonly content: Span
}

export interface BecauseOf { readonly event: string; readonly kind: LinkKind; readonly evidence: Span }

export interface Event {
  readonly id: string
  readonly type: EventType
  readonly mode: string | null
  readonly contexts: readonly string[]
  readonly status: Status
  readonly summary: string
  readonly mentions: readonly Span[]
  readonly actors: readonly Participant[]
  readonly recipients: readonly Participant[]
  readonly reciprocal: boolean
  readonly places: readonly Place[]
  readonly date: When | null
  readonly killed: Quantity | null
  readonly injured: Quantity | null
  readonly attackersKilled: Quantity | null
  readonly detained: Quantity | null
  readonly weapons: readonly Span[]
  readonly count: Quantity | null
  readonly claims: readonly Claim[]
  readonly becauseOf: readonly BecauseOf[]
  readonly confidence: number
  /** Who added the event, where a person did; absent for what the engine found. */
  readonly addedBy?: string
}

export interface Analysis {
  readonly version: 1
  readonly engine: { readonly name: string; readonly version: string; readonly model: string | null }
  readonly document: {
    readonly id: string
    readonly url: string | null
    readonly publisher: string | null
    readonly title: string | null
    readonly published: string | null
    readonly language: string
    readonly sha256: string
    readonly text?: string
  }
  readonly events: readonly Event[]
  readonly notes: readonly Note[]
}
