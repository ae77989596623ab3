/** The entity layer: mentions of persons, groups, states and roles, and the chains they form. */
import type { Extent } from './span.ts'

export type EntityKind = 'person' | 'organisation' | 'armed-group' | 'state' | 'government' | 'force' | 'people' | 'facility' | 'equipment' | 'place' | 'unknown'

/** One noun phrase that refers to somebody or something. Token indices are half-open over `TextLayer.tokens`. */
export interface EntityMention extends Extent {
  readonly id: number
  readonly first: number
  readonly last: number
  /** Token index of the syntactic head. */
  readonly head: number
  readonly kind: EntityKind
  readonly form: 'name' | 'nominal' | 'pronoun'
  /** The shortest phrase that still says who, without determiners and relative clauses. */
  readonly name: string
  /** Actor registry id, or null. */
  readonly entity: string | null
  /** ISO 3166-1 alpha-2 of the state it belongs to or acts for, or null. */
  readonly country: string | null
  /** PLOVER sectors. */
  readonly sectors: readonly string[]
  /** Loaded words used for it ("terrorists"). */
  readonly labels: readonly string[]
  /** Chain index: mentions with the same chain refer to the same. */
  readonly chain: number
  readonly rule: string
}

export interface EntityChain {
  readonly index: number
  /** Fullest name among the mentions. */
  readonly name: string
  readonly kind: EntityKind
  readonly entity: string | null
  readonly country: string | null
  readonly sectors: readonly string[]
  readonly labels: readonly string[]
  readonly mentions: readonly number[]
}

export interface EntityLayer {
  readonly mentions: readonly EntityMention[]
  readonly chains: readonly EntityChain[]
  /** For each token the mention whose head it is, or -1. */
  readonly byHead: Int32Array
  /** For each token the smallest mention covering it, or -1. */
  readonly byToken: Int32Array
}

