/** The kept figures, `scores.json`: what it holds, how new readings join it, and what counts as a fall. */
import type { Board } from './board.ts'
import type { Reading } from './measure.ts'

export interface Score {
  readonly board: string
  readonly part: string
  readonly metric: string
  readonly value: number
  /** 95 % bootstrap interval. */
  readonly low: number
  readonly high: number
  /** What `--check` measures: the same figure on the sample that it reads, where that is not the whole. */
  readonly check: number
  /** How far a figure of `--check` may fall. */
  readonly noise: number
}

export interface Speed { readonly board: string; readonly part: string; readonly documents: number; readonly sentences: number; readonly seconds: number; readonly crashes: number }

export interface Scores { readonly scores: readonly Score[]; readonly speeds: readonly Speed[] }

/** A fall below this many points (or kilometres) is noise whatever the sample. */
const LEAST_NOISE = 0.1
/** A fall above this many is none, however small the sample. */
const MOST_NOISE = 1

/** Half a bootstrap standard error, within bounds: the engine answers the same twice, so that noise is only what a gain elsewhere may cost here. */
export const noiseOf = (error: number): number => Math.min(MOST_NOISE, Math.max(LEAST_NOISE, error / 2))

const round = (value: number): number => Math.round(value * 100) / 100

/** The kept figures with those of a reading in place of its old ones; `check` is the reading of the sample, or the reading itself. */
export function joined(kept: Scores, reading: Reading, check: Reading): Scores {
  const other = (row: { readonly board: string; readonly part: string }): boolean => row.board !== reading.board || row.part !== reading.part
  const fresh = reading.figures.map((f): Score => {
    const sampled = check.figures.find(c => c.metric === f.metric) ?? f
    return { board: reading.board, part: reading.part, metric: f.metric, value: round(f.value), low: round(f.low), high: round(f.high), check: round(sampled.value), noise: round(noiseOf(sampled.error)) }
  })
  const { board, part, documents, sentences, seconds, crashes } = reading
  return {
    scores: [...kept.scores.filter(other), ...fresh],
    speeds: [...kept.speeds.filter(other), { board, part, documents, sentences, seconds: round(seconds), crashes }],
  }
}

/** In the order of the boards, their parts and their metrics; rows of boards that are no more are left out. */
export function ordered(scores: Scores, boards: readonly Board[]): Scores {
  const places = new Map(boards.flatMap((b, i) => b.parts.map((p, j) => [`${b.name} ${p.name}`, i * 1000 + j] as const)))
  const at = (row: { readonly board: string; readonly part: string }): number => places.get(`${row.board} ${row.part}`) ?? -1
  const sorted = <T extends { readonly board: string; readonly part: string }>(rows: readonly T[]): readonly T[] => rows.filter(row => at(row) >= 0).sort((a, b) => at(a) - at(b))
  return { scores: sorted(scores.scores), speeds: sorted(scores.speeds) }
}

export interface Fall { readonly board: string; readonly part: string; readonly metric: string; readonly was: number; readonly is: number | null; readonly noise: number }

/** The figures of a `--check` reading that fell by more than their noise; a kept figure that the reading no longer has is a fall. */
export function fallsIn(reading: Reading, kept: Scores, board: Board): readonly Fall[] {
  return kept.scores.filter(s => s.board === reading.board && s.part === reading.part).flatMap((s): readonly Fall[] => {
    const now = reading.figures.find(f => f.metric === s.metric)?.value ?? null
    const lower = board.metrics.find(m => m.name === s.metric)?.better === 'lower'
    const lost = now === null ? Infinity : lower ? now - s.check : s.check - now
    return lost > s.noise ? [{ board: s.board, part: s.part, metric: s.metric, was: s.check, is: now === null ? null : round(now), noise: s.noise }] : []
  })
}
