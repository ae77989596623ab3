/** What reading an incident needs besides its group. */
import type { EventRef } from '../model/index.ts'
import type { Group } from './incident-index.ts'
import type { FiledReport } from './independence.ts'
import type { IncidentLexicon } from './lexicon.ts'
import type { Settled } from './settle.ts'

/** `reportOf` gives the report of a document, `groupOf` the group of an event; null for what is unknown. */
export interface Surroundings {
  readonly lexicon: IncidentLexicon
  readonly reportOf: (document: string) => FiledReport | null
  readonly groupOf: (ref: EventRef) => Pick<Group, 'id'> | null
  readonly settled: Settled
}
