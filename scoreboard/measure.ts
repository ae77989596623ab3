/** Runs one part of one board and turns the outcome into figures that can be sent, stored and compared. */
import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Knowledge } from '../src/core/analysis/knowledge.ts'
import type { Board, Mistake, Part } from './board.ts'
import { makeEngine } from './engine.ts'
import { bootstrap, type Figure } from './metrics/bootstrap.ts'

export interface Reading {
  readonly board: string
  readonly part: string
  readonly figures: readonly (Figure & { readonly metric: string })[]
  readonly mistakes: readonly Mistake[]
  readonly seconds: number
  readonly documents: number
  readonly sentences: number
  /** Documents on which the engine threw; they count as no output. */
  readonly crashes: number
}

/** The files of a part, for each pattern, or the first pattern that finds none. */
export function filesOf(part: Part, folder: string): { readonly files: readonly (readonly string[])[] } | { readonly absent: string } {
  const files = part.files.map(pattern => globSync(pattern, { cwd: folder }).sort().map(name => resolve(folder, name)))
  const absent = files.findIndex(found => found.length === 0)
  return absent < 0 ? { files } : { absent: part.files[absent]! }
}

/** Measures a part whose files are there; `sample` documents, or all. Throws what the corpus reader throws on damaged files. */
export async function measure(board: Board, part: Part, files: readonly (readonly string[])[], knowledge: Knowledge, sample: number | null): Promise<Reading> {
  const { engine, tally } = makeEngine(knowledge, sample)
  const started = performance.now()
  const { measured, mistakes } = await board.run({ part, files }, engine)
  const seconds = (performance.now() - started) / 1000
  const unknown = measured.find(m => !board.metrics.some(known => known.name === m.metric))
  if (unknown !== undefined) throw new Error(`Board ${board.name} measured ${JSON.stringify(unknown.metric)}, which it does not declare.`)
  return { board: board.name, part: part.name, figures: measured.map(m => ({ metric: m.metric, ...bootstrap(m) })), mistakes, seconds, ...tally }
}
