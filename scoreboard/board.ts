/** What a board is: one corpus, the metrics its own publishers use, the peers' figures, and how the engine is run over it. */
import type { Engine } from './engine.ts'

/** `dev` is what we may tune on; `test` is what is kept apart. */
export type Split = 'dev' | 'test'

/** A published figure. `on` says on which data, `source` where it is printed; with `part` it stands beside that part of the board only. */
export interface Peer { readonly name: string; readonly value: number; readonly on: string; readonly source: string; readonly part?: string }

/** The peers to show beside a part. */
export const peersOn = (peers: readonly Peer[], part: string): readonly Peer[] => peers.filter(p => p.part === undefined || p.part === part)

/** `unit` is the unit of our figure and of the peers': points are 0..100. */
export interface Metric { readonly name: string; readonly unit: 'points' | 'km'; readonly better: 'higher' | 'lower'; readonly peers: readonly Peer[] }

/** One portion of a corpus. `files` are glob patterns under the corpora folder; the part is absent unless each finds a file. */
export interface Part { readonly name: string; readonly split: Split; readonly files: readonly string[] }

/** What a board's `run` is handed: for each pattern of the part the files it found, sorted. */
export interface Input { readonly part: Part; readonly files: readonly (readonly string[])[] }

/** One row of numbers for each unit that is drawn in the bootstrap: usually a document, and what it adds to the counts. */
export type Units = readonly (readonly number[])[]

/** A metric as measured: `of` makes the figure from any drawing of `units`. */
export interface Measured { readonly metric: string; readonly units: Units; readonly of: (units: Units) => number }

/** A miss or a false alarm, for people to read. `trail` names the rules behind the engine's answer. */
export interface Mistake { readonly kind: 'missed' | 'false' | 'wrong'; readonly document: string; readonly text: string; readonly expected: string; readonly got: string; readonly trail: readonly string[] }

export interface Outcome { readonly measured: readonly Measured[]; readonly mistakes: readonly Mistake[] }

export interface Board {
  /** What `--only` takes. */
  readonly name: string
  readonly title: string
  /** The metric, its definition and its source, in a sentence or two. */
  readonly measures: string
  /** What of this corpus any part of Casus was trained or tuned on, and what the peers were trained on. */
  readonly heldOut: string
  readonly metrics: readonly Metric[]
  readonly parts: readonly Part[]
  /** How many documents `--check` reads, evenly spaced; null: all of them. */
  readonly sample: number | null
  readonly run: (input: Input, engine: Engine) => Outcome | Promise<Outcome>
  /** Measures another system's raw output, in the form that its authors publish, on the same part. */
  readonly measureOutput?: (input: Input, output: string) => readonly Measured[]
}

/** A metric in points, the more the better. */
export const points = (name: string, peers: readonly Peer[] = []): Metric => ({ name, unit: 'points', better: 'higher', peers })
