/** The library: codes a report, and reads incidents from many, with the tables and models that ship with the package. */
import { relate as relateParties } from './core/analysis/relate.ts'
import type { ActBetween } from './core/events/between.ts'
import { explainReport, type AnalyseOptions, type Explained } from './core/analysis/analyse.ts'
import { explainPair, incidentsOf, provenanceOf } from './core/incidents/index.ts'
import type { Analysis, Decision, Extent, Incident, Note, PairDecision, Report } from './core/model/index.ts'
import { loadIncidentLexicon, loadKnowledge } from './resources/load.ts'

export type { ActBetween } from './core/events/between.ts'
export type { AnalyseOptions, Dropped, Explained, Step } from './core/analysis/analyse.ts'
export type { Mark, MarkLayer, Markup } from './core/analysis/marks.ts'
export type * from './core/model/index.ts'

/** Codes one report. The first call reads the models (about a second); text never makes it throw. */
export const analyse = (report: Report, options: AnalyseOptions = {}): Analysis => explainReport(report, loadKnowledge(), options).analysis

/** Codes one report and tells, field by field, which rule or model decision made it. */
export const analyseWithTrail = (report: Report, options: AnalyseOptions = {}): Explained => explainReport(report, loadKnowledge(), options)

/**
 * The incidents that reports tell of, with rival claims side by side. Analyses that hold their text (`document.text`) are
 * checked for copies of one another; the others count as texts of their own. Decisions are those of people, in any order.
 */
export function readIncidents(analyses: readonly Analysis[], decisions: readonly Decision[] = []): { readonly incidents: Iterable<Incident>; readonly notes: readonly Note[] } {
  const lexicon = loadIncidentLexicon()
  return incidentsOf(analyses.map(analysis => ({ analysis, provenance: analysis.document.text === undefined ? null : provenanceOf(analysis.document.text, lexicon) })), decisions, lexicon)
}

/** Why two events, each named by its analysis and its id there, are taken for one occurrence or not; null where there is no such event. */
export const decidePair = (a: readonly [Analysis, string], b: readonly [Analysis, string]): PairDecision | null => explainPair(a, b, loadIncidentLexicon())

/** What `actor` does to `recipient` (extents of the report's text), with the words that bear on the act; null where no act is told in their sentences. */
export const relate = (report: Report, actor: Extent, recipient: Extent): ActBetween | null => relateParties(report, actor, recipient, loadKnowledge())
