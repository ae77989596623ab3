/** Tasks: what is worth a person's look, most first, and batches of them that two people code without seeing each other's answers. */
import type { DecisionBody, EventRef, IncidentField, LinkKind, Span } from '../../core/model/index.ts'
import type { Page, Query } from './query.ts'

/** `field`: rival values; `event`: is it one at all; `pair`: one occurrence or two; `link`: does one answer the other; `missed`: words that may tell of an event and made none. */
export const TASK_KINDS = ['field', 'event', 'pair', 'link', 'missed'] as const
export type TaskKind = (typeof TASK_KINDS)[number]

/** What a task is about, by its kind. `event` is the event that a decision on the incident names. */
export type TaskBody =
  | { readonly kind: 'field'; readonly field: IncidentField; readonly event: EventRef; readonly values: number; readonly disputed: boolean; readonly why: string }
  | { readonly kind: 'event'; readonly event: EventRef; readonly confidence: number }
  | { readonly kind: 'pair'; readonly a: EventRef; readonly b: EventRef; readonly score: number; readonly same: boolean }
  | { readonly kind: 'link'; readonly from: EventRef; readonly to: EventRef; readonly link: LinkKind; readonly evidence: readonly (EventRef & { readonly span: Span })[] }
  | { readonly kind: 'missed'; readonly type: string; readonly span: Span; readonly confidence: number }

/** `weight` is uncertainty (0 to 1) times impact. Of a pair `incident` and `other` are the two incidents, or one twice where the machine has joined them. */
export interface Task {
  readonly id: string
  readonly kind: TaskKind
  readonly field: IncidentField | null
  readonly incident: string | null
  readonly other: string | null
  readonly document: string | null
  readonly uncertainty: number
  readonly impact: number
  readonly weight: number
  readonly body: TaskBody
}

export interface Tasks {
  /** Brings tasks in step with incidents, analyses and decisions, in short transactions; `steps` bounds them. True where nothing is left. Safe to call from any process at any time. */
  readonly refresh: (options?: { readonly steps?: number; readonly signal?: AbortSignal }) => Promise<boolean>
  /** Most weight first. Fields: id, kind, field, incident, document, weight, uncertainty. Without what `viewer` skipped (unless `skipped`) and what is in a batch that is not closed. */
  readonly query: (query: Query, viewer: string, options?: { readonly skipped?: boolean }) => Promise<Page<Task>>
  readonly get: (id: string) => Promise<Task | null>
  /** Puts a task out of a person's way, or back; false where the task is gone, so that nothing is to be skipped. */
  readonly skip: (id: string, by: string, on: boolean) => Promise<boolean>
  /** Answers a `missed` task: whether there is an event, or `open` to ask again. Answers are kept for ever. */
  readonly answer: (id: string, by: string, answer: MissedAnswer, note: string | null) => Promise<void>
  readonly answers: () => Promise<readonly GivenAnswer[]>
}

export const MISSED_ANSWERS = ['event', 'none', 'open'] as const
export type MissedAnswer = (typeof MISSED_ANSWERS)[number]
export interface GivenAnswer { readonly task: string; readonly document: string | null; readonly by: string; readonly at: string; readonly answer: MissedAnswer; readonly note: string | null }

/** A candidate that coding found and let go. */
export interface Missed { readonly type: string; readonly span: Span; readonly confidence: number }

/** What a coder says of one task: `choice` is compared (the place of a rival value, `same`, `different`, `accept` …), `decisions` are what it would mean. */
export interface BatchAnswer { readonly choice: string; readonly decisions: readonly DecisionBody[]; readonly note: string | null }

export interface BatchTask { readonly task: Task; /** By coder; only answers that the viewer may see. */ readonly answers: Readonly<Record<string, BatchAnswer>> }
export interface Batch {
  readonly id: string
  readonly title: string
  readonly state: 'open' | 'submitted' | 'adjudicated'
  readonly created: string
  readonly createdBy: string
  readonly coders: readonly { readonly coder: string; readonly submitted: string | null; readonly answered: number }[]
  readonly size: number
  readonly adjudicatedBy: string | null
  readonly adjudicatedAt: string | null
}

/** One choice in a batch that both have submitted. */
export interface Choice { readonly batch: string; readonly task: string; readonly kind: TaskKind; readonly field: string | null; readonly coder: string; readonly choice: string }

export interface Batches {
  readonly create: (batch: { readonly title: string; readonly coders: readonly [string, string]; readonly tasks: readonly string[]; readonly by: string }) => Promise<Batch>
  readonly get: (id: string) => Promise<Batch | null>
  /** Fields: id, title, state, created, coder. */
  readonly query: (query: Query) => Promise<Page<Batch>>
  /** In order of weight; a coder sees only their own answers until both have submitted, anyone else none before. */
  readonly tasks: (id: string, viewer: string) => Promise<readonly BatchTask[]>
  /** Answers one task, again as often as the coder likes until they submit. */
  readonly answer: (id: string, task: string, coder: string, answer: BatchAnswer) => Promise<Batch>
  readonly submit: (id: string, coder: string) => Promise<Batch>
  /** Closes a batch that both have submitted, and appends the decisions that were agreed on. `none` names those of its `missed` tasks whose words tell of no event: they are answered so, and not asked again. */
  readonly adjudicate: (id: string, by: string, decisions: readonly DecisionBody[], reason: string | null, none?: readonly string[]) => Promise<Batch>
  /** What can be compared: choices of batches that both have submitted. */
  readonly choices: () => Promise<readonly Choice[]>
}

/** How much a person decided. `active` are the hours between decisions that lie no further than five minutes apart. */
export interface Pace { readonly by: string; readonly decisions: number; readonly active: number; readonly perHour: number | null; readonly last: string }
