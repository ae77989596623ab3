/** The engine as boards see it: what crashes gives nothing, and sentences are counted. */
import { explainReport, layersOf, type Explained } from '../src/core/analysis/analyse.ts'
import type { Knowledge } from '../src/core/analysis/knowledge.ts'
import { relate } from '../src/core/analysis/relate.ts'
import type { ActBetween } from '../src/core/events/between.ts'
import type { Layers } from '../src/core/events/reading.ts'
import type { Extent, Report } from '../src/core/model/index.ts'
import { readText } from '../src/core/text/index.ts'

export interface Engine {
  readonly knowledge: Knowledge
  /** All documents, or the evenly spaced ones of the sample. Boards must call it once, on the whole list. */
  readonly pick: <T>(documents: readonly T[]) => readonly T[]
  /** Codes a report; null where the engine crashed, which boards score as no output. */
  readonly code: (report: Report) => Explained | null
  /** The layers below events, or null where the engine crashed. */
  readonly layers: (report: Report) => Layers | null
  /** The act between two given parties; null where there is none or the engine crashed. */
  readonly between: (report: Report, actor: Extent, recipient: Extent) => ActBetween | null
}

export interface Tally { documents: number; sentences: number; crashes: number }

/** An engine and what it has read so far. */
export function makeEngine(knowledge: Knowledge, sample: number | null): { readonly engine: Engine; readonly tally: Readonly<Tally> } {
  const tally: Tally = { documents: 0, sentences: 0, crashes: 0 }
  const seen = new WeakSet<Report>()
  const attempt = <T>(report: Report, work: () => T): T | null => {
    const first = !seen.has(report)
    seen.add(report)
    if (first) tally.documents++
    try { if (first) tally.sentences += readText(report, knowledge.text).text.sentences.length; return work() } catch { tally.crashes++; return null }
  }
  const engine: Engine = {
    knowledge,
    pick: documents => spaced(documents, sample),
    code: report => attempt(report, () => explainReport(report, knowledge)),
    layers: report => attempt(report, () => layersOf(report, knowledge).layers),
    between: (report, actor, recipient) => attempt(report, () => relate(report, actor, recipient, knowledge)),
  }
  return { engine, tally }
}

/** `size` elements of `all`, evenly spaced from the first; all where `size` is null or larger. */
export function spaced<T>(all: readonly T[], size: number | null): readonly T[] {
  if (size === null || size >= all.length) return all
  return Array.from({ length: size }, (_, i) => all[Math.floor(i * all.length / size)]!)
}

/** The rules behind an event, for a mistake's `trail`. */
export const trailOf = (explained: Explained, event: string): readonly string[] => explained.trail.filter(step => step.event === event).map(step => `${step.field} ${step.rule}${step.span === null ? '' : ` "${step.span.exact}"`}`)
