/** Decisions and reviews as the store keeps them: appended, never changed. */
import type { Decision, DecisionBody, Incident } from '../../core/model/index.ts'
import type { Page, Query } from './query.ts'
import type { Pace } from './task.ts'

/** `at` is given where the decision was made elsewhere and is taken in; else it is the moment of the change. */
export type NewDecision = DecisionBody & { readonly id?: string; readonly at?: string; readonly by: string; readonly reason: string | null }
export type StoredDecision = Decision & { readonly change: number; /** Id of the decision that undid it. */ readonly undoneBy: string | null }

/** `anchor-lost`: no event is coded any more at its words, or its report is gone; `decision-overruled`: later ones say otherwise; `decision-unfit`: its field cannot have its value. */
export interface LostDecision { readonly decision: Decision; readonly code: 'anchor-lost' | 'decision-overruled' | 'decision-unfit'; readonly message: string }

export interface Decisions {
  /** Appends decisions, all or none; resolves after commit and after the incidents they touch were read anew. One whose id is there already is left as it is. Returns them as kept, in the order given. */
  readonly append: (decisions: readonly NewDecision[]) => Promise<readonly StoredDecision[]>
  readonly get: (id: string) => Promise<StoredDecision | null>
  /** Fields: id, kind, by, at, document, event, undone. */
  readonly query: (query: Query) => Promise<Page<StoredDecision>>
  /** Those about an event of the incident, found by its words also where the event has another id by now, and what undid any; the latest first. */
  readonly about: (incident: Pick<Incident, 'members'>) => Promise<readonly StoredDecision[]>
  /** How much each person decided from a moment on, answers in batches included. */
  readonly pace: (since: string | null) => Promise<readonly Pace[]>
  /** Those that hold and yet do nothing now, the latest first. */
  readonly lost: () => Promise<readonly LostDecision[]>
  /** Those that hold, oldest first. */
  readonly active: () => Promise<readonly Decision[]>
}

/** One document coded by two people who do not see each other's work. */
export interface Review {
  readonly id: string
  readonly document: string
  readonly state: 'open' | 'submitted' | 'adjudicated'
  readonly created: string
  readonly coders: readonly ReviewCoding[]
  readonly adjudicatedBy: string | null
  readonly adjudicatedAt: string | null
}
/** `answers` is null while the coding is not submitted, or where the viewer may not see it yet. */
export interface ReviewCoding { readonly coder: string; readonly submitted: string | null; readonly answers: readonly DecisionBody[] | null }

export interface Reviews {
  readonly assign: (document: string, coders: readonly [string, string]) => Promise<Review>
  /** A coding, once; a second submission is refused. */
  readonly submit: (review: string, coder: string, answers: readonly DecisionBody[]) => Promise<Review>
  /** As `viewer` may see it: a coder sees only their own answers until the review is adjudicated, anyone else sees answers once both are in. */
  readonly get: (review: string, viewer: string) => Promise<Review | null>
  /** Fields: id, document, state, coder. */
  readonly query: (query: Query, viewer: string) => Promise<Page<Review>>
  /** Closes a review on which both have submitted, and appends the decisions that were agreed on. */
  readonly adjudicate: (review: string, by: string, decisions: readonly DecisionBody[], reason: string | null) => Promise<Review>
}
