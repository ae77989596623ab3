/** Incidents as the store keeps them: each reading with the changes it held between, so that any past state can be shown. */
import type { Analysis, Decision, EventRef, Incident } from '../../core/model/index.ts'
import type { AsOf, Filter, Page, Query } from './query.ts'

/** What an incident was between two changes. */
export interface StoredIncident {
  readonly incident: Incident
  /** Number of the change that made this reading. */
  readonly since: number
  /** Number of the change that ended it; null while it is current. */
  readonly until: number | null
  readonly at: string
}

/** What a place, actor or publisher occurs in. `id` is the registry or gazetteer id, or null for a name that neither knows. */
export interface ActorCount { readonly id: string | null; readonly name: string; readonly country: string | null; readonly incidents: number }
export interface PlaceCount { readonly id: string | null; readonly name: string; readonly country: string | null; readonly admin1: string | null; readonly latitude: number | null; readonly longitude: number | null; readonly incidents: number }

/** One claim of a report's current analysis, with the incident its event belongs to. */
export interface ClaimRow {
  readonly id: string
  readonly document: string
  readonly event: string
  readonly incident: string | null
  readonly publisher: string | null
  readonly published: string | null
  readonly speaker: string
  readonly entity: string | null
  readonly stance: string
  readonly about: string
  readonly claim: Analysis['events'][number]['claims'][number]
}

/** A link between two incidents. */
export interface LinkRow { readonly id: string; readonly from: string; readonly to: string; readonly kind: string; readonly evidence: Incident['links'][number]['evidence'] }

export type AggregateBy = 'day' | 'week' | 'month' | 'year' | 'type' | 'mode' | 'status' | 'grade' | 'standing' | 'country' | 'admin1' | 'place' | 'actor' | 'recipient' | 'participant' | 'publisher'
/** `top`: of the second field only that many values, those with most incidents. */
export interface AggregateQuery extends Query { readonly top?: number }
/**
 * One cell: `keys` in the order asked for (a week is the Monday, a month YYYY-MM). Incidents are counted by the first of their days; `beyond` is how many of them last beyond the
 * cell's day, week, month or year. Tolls are sums of what incidents give at least and at most; `killedKnown` and `injuredKnown` are how many give one.
 */
export interface AggregateRow {
  readonly keys: readonly (string | null)[]; readonly incidents: number; readonly beyond: number
  readonly killedKnown: number; readonly killedMin: number; readonly killedMax: number; readonly injuredKnown: number; readonly injuredMin: number; readonly injuredMax: number
}

/** Incidents for a map, column by column; entries with one index belong together. */
export interface Points {
  readonly id: readonly string[]
  readonly latitude: readonly number[]
  readonly longitude: readonly number[]
  readonly type: readonly string[]
  readonly mode: readonly (string | null)[]
  /** First and last day. */
  readonly date: readonly (string | null)[]
  readonly end: readonly (string | null)[]
  readonly killed: readonly (number | null)[]
  readonly grade: readonly string[]
  readonly precision: readonly string[]
  readonly disputed: readonly boolean[]
  /** True where more match than were given. */
  readonly cut: boolean
}

export const POINT_COLUMNS = ['id', 'latitude', 'longitude', 'type', 'mode', 'date', 'end', 'killed', 'grade', 'precision', 'disputed'] as const
export type PointColumn = (typeof POINT_COLUMNS)[number]

/** Fields of queries are declared in `INCIDENT_QUERY` of query/fields.ts. */
export interface Incidents {
  /** Reads incidents anew around every document that changed since the last time, in transactions of a bounded size. Safe to call from any process at any time. */
  readonly refresh: () => Promise<{ readonly documents: number; readonly changed: number; readonly removed: number }>
  /** Reads the index into memory, so that the next refresh need not. */
  readonly ready: () => Promise<void>
  readonly get: (id: string, asOf?: AsOf) => Promise<StoredIncident | null>
  /** The incident an event belongs to. */
  readonly of: (document: string, event: string) => Promise<StoredIncident | null>
  /** Every reading of an incident, newest first. */
  readonly history: (id: string) => Promise<readonly StoredIncident[]>
  readonly query: (query: Query) => Promise<Page<StoredIncident>>
  /** Only some columns where they are named: the fewer, the sooner they are there. */
  readonly points: { (query: Query): Promise<Points>; (query: Query, columns: readonly PointColumn[]): Promise<Partial<Points> & Pick<Points, 'cut'>> }
  readonly aggregate: (by: readonly AggregateBy[], query?: AggregateQuery) => Promise<readonly AggregateRow[]>
  readonly actors: (query: Query) => Promise<Page<ActorCount>>
  readonly places: (query: Query) => Promise<Page<PlaceCount>>
  readonly claims: (query: Query) => Promise<Page<ClaimRow>>
  readonly links: (query: Query) => Promise<Page<LinkRow>>
  /** All incidents that match, a page at a time and from one state of the dataset. */
  readonly each: (filters?: readonly Filter[], asOf?: AsOf) => AsyncIterable<StoredIncident>
}

/** A document as incidents are read from it. */
export interface Reading { readonly analysis: Analysis; readonly text: string }

/** Events taken for one occurrence. */
export interface Group { readonly id: string; readonly members: readonly EventRef[] }

/** Groups that are new or have other members than before, and ids of those that are no more. */
export interface IndexAnswer { readonly changed: readonly Group[]; readonly gone: readonly string[] }

/** Groups events into incidents, in memory and step by step; what it holds depends on what was put in, never on the order. */
export interface IncidentIndex {
  /** Names the way of reading: where it changes, every incident is read anew. */
  readonly version: string
  /** Fills an empty index, a page after the other; an index without it is given them by `put`. */
  readonly fill?: (pages: AsyncIterable<readonly Analysis[]>) => Promise<void>
  /** Adds analyses, or puts them in place of the old ones of their documents. */
  readonly put: (analyses: readonly Analysis[]) => IndexAnswer
  readonly remove: (documents: readonly string[]) => IndexAnswer
  /** Puts people's decisions (all that hold, oldest first) in place of those that stood. Also tells of groups whose reading they change without changing members. */
  readonly settle: (decisions: readonly Decision[], analysisOf: (document: string) => Analysis | null) => IndexAnswer
  readonly groups: () => Iterable<Group>
  /** Groups of all events of the documents. */
  readonly around: (documents: readonly string[]) => readonly Group[]
  readonly read: (group: Group, readingOf: (document: string) => Reading | null) => Incident
}
