/** Cross-validation over whole reports: every learned weight is refitted without the reports it is measured on. */
import { explainReport, type Explained } from '../../src/core/analysis/analyse.ts'
import type { Knowledge } from '../../src/core/analysis/knowledge.ts'
import type { Read } from './coded.ts'
import { learn, withLearned } from './learn.ts'

/** How reports are told apart: a number n puts every n-th into one fold, `author` all whose names begin alike. */
export type Split = number | 'author'

/** The fold of each report. */
function foldsOf(reads: readonly Read[], split: Split): readonly string[] {
  return reads.map((read, i) => (split === 'author' ? read.report.id.replace(/-[^-]*$/, '') : String(i % split)))
}

/** What the engine makes of each report when it has learned from the reports of the other folds and from `further` ones, in the order of the reports. */
export function heldOut(reads: readonly Read[], further: readonly Read[], knowledge: Knowledge, split: Split): readonly Explained[] {
  const folds = foldsOf(reads, split), learned = new Map([...new Set(folds)].map(fold => [fold, { ...knowledge, events: withLearned(knowledge.events, learn([...reads.filter((_, i) => folds[i] !== fold), ...further])) }]))
  return reads.map((read, i) => explainReport(read.report, learned.get(folds[i]!)!))
}

/** What the engine makes of `reports` when it has learned from `reads` alone. */
export function taught(reads: readonly Read[], reports: readonly Read[], knowledge: Knowledge): readonly Explained[] {
  const learned = { ...knowledge, events: withLearned(knowledge.events, learn(reads)) }
  return reports.map(({ report }) => explainReport(report, learned))
}
