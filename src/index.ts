/** The library: codes a report with the tables and models that ship with the package. */
import { explainReport, type AnalyseOptions, type Explained } from './core/analysis/analyse.ts'
import type { Analysis, Report } from './core/model/index.ts'
import { loadKnowledge } from './resources/load.ts'

export type { AnalyseOptions, Dropped, Explained, Step } from './core/analysis/analyse.ts'
export type * from './core/model/index.ts'

/** Codes one report. The first call reads the models (about a second); text never makes it throw. */
export const analyse = (report: Report, options: AnalyseOptions = {}): Analysis => explainReport(report, loadKnowledge(), options).analysis

/** Codes one report and tells, field by field, which rule or model decision made it. */
export const analyseWithTrail = (report: Report, options: AnalyseOptions = {}): Explained => explainReport(report, loadKnowledge(), options)
