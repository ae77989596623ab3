/** What a browser loads: the pipeline and the reading of incidents, without files or network. */
export { assembleKnowledge, MODEL_FILES, type ModelFile, type Shipped } from './analysis/assemble.ts'
export { explainReport, type AnalyseOptions, type Dropped, type Explained, type Step } from './analysis/analyse.ts'
export type { Mark, MarkLayer, Markup } from './analysis/marks.ts'
export type { Knowledge } from './analysis/knowledge.ts'
export { buildIncidentLexicon, incidentsOf, provenanceOf, type IncidentLexicon } from './incidents/index.ts'
export type * from './model/index.ts'
