/** Incidents: occurrences across reports, from analyses and people's decisions. */
import type { Analysis, Decision, Incident, Note } from '../model/index.ts'
import type { FiledReport } from './independence.ts'
import { groupOf, groupsOf, indexOf } from './incident-index.ts'
import type { IncidentLexicon } from './lexicon.ts'
import { readIncident } from './read.ts'
import { settle } from './settle.ts'
import type { Surroundings } from './surroundings.ts'

export { scorePair } from './decide.ts'
export { explainPair } from './explain.ts'
export type { FiledReport } from './independence.ts'
export type { Entry } from './buckets.ts'
export { addAnalysis, addMany, emptyIndex, groupAll, groupOf, groupsOf, indexOf, layDown, NO_VERDICTS, regroup, removeAnalysis, setVerdicts, type Changes, type Group, type IncidentIndex, type Verdicts } from './incident-index.ts'
export { buildIncidentLexicon, type IncidentLexicon } from './lexicon.ts'
export { coreferMentions } from './mention-coref.ts'
export type { EventMention } from './mention-profile.ts'
export { keyOfRef, profilesOf } from './profile.ts'
export { profileText } from './profile-text.ts'
export { provenanceOf, type Provenance } from './provenance.ts'
export { readIncident, valueText } from './read.ts'
export { sentenceAt } from './sentence.ts'
export { eventAt, settle, type Settled } from './settle.ts'
export { entriesOf, entryFrom, fetchComponents, unsettledBy, type Shelf, type Stand } from './shelf.ts'
export { likeness, signatureOf, type Signature } from './signature.ts'
export type { Surroundings } from './surroundings.ts'

/** The incidents of many reports at once, in the order of their first members, made one by one; `notes` tells what became of decisions. Later reports of one id replace earlier ones. */
export function incidentsOf(reports: readonly FiledReport[], decisions: readonly Decision[], lexicon: IncidentLexicon): { readonly incidents: Iterable<Incident>; readonly notes: readonly Note[] } {
  const byId = new Map(reports.map(r => [r.analysis.document.id, r])), analysisOf = (document: string): Analysis | null => byId.get(document)?.analysis ?? null
  const settled = settle(decisions, analysisOf), index = indexOf([...byId.values()].map(r => r.analysis), lexicon, settled.verdicts)
  const around: Surroundings = { lexicon, settled, reportOf: document => byId.get(document) ?? null, groupOf: ref => groupOf(index, ref) }
  return { incidents: readAll(groupsOf(index), around), notes: settled.notes }
}

function* readAll(groups: ReturnType<typeof groupsOf>, around: Surroundings): Generator<Incident> {
  for (const group of groups) yield readIncident(group, around)
}
