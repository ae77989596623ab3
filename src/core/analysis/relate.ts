/** Codes the act between two parties that the caller names, where analyse finds parties and acts by itself. */
import { actBetween, type ActBetween } from '../events/between.ts'
import { readingOf } from '../events/reading.ts'
import type { Extent, Report } from '../model/index.ts'
import { layersOf } from './analyse.ts'
import type { Knowledge } from './knowledge.ts'

/** What `actor` does to `recipient` (extents of the report's text); null where no act is told in their sentences. */
export const relate = (report: Report, actor: Extent, recipient: Extent, knowledge: Knowledge): ActBetween | null =>
  actBetween(readingOf({ ...layersOf(report, knowledge).layers, lexicon: knowledge.acts }), actor, recipient, knowledge.operators)
