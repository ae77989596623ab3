/** What one thread of the pool does: loads the library once, then codes the reports it is given. */
import { analyseWithTrail, type Dropped, type Explained } from '../index.ts'
import { workerData } from 'piscina'
import type { Own } from '../core/lexicon/own.ts'
import type { Analysis, Report } from '../core/model/index.ts'
import { useOwn } from '../resources/load.ts'

const { own } = (workerData ?? {}) as { readonly own?: Own }
if (own !== undefined) useOwn(own)

/** An analysis, and candidates that were let go though something speaks for them. */
export interface Coded { readonly analysis: Analysis; readonly missed: readonly Dropped[] }

/** Confidence of a candidate worth a person's look, at least; candidates of one report, at most. */
const LEAST = 0.2, MOST = 5

/** Codes a report; without one, says which engine this thread holds. Text never makes it throw. */
export default function code(report: Report | null): Coded {
  const { analysis, dropped } = analyseWithTrail(report ?? { id: '', text: '' }), mentions = analysis.events.flatMap(e => e.mentions)
  const missed = dropped.filter(({ span, confidence }) => confidence >= LEAST && !mentions.some(m => m.start < span.end && span.start < m.end))
  return { analysis, missed: missed.toSorted((a, b) => b.confidence - a.confidence).slice(0, MOST) }
}

/** Codes a report and tells how, with everything that was marked in its text. */
export const explain = (report: Report): Explained => analyseWithTrail(report, { text: true, markup: true })
