/** Incidents: occurrences across reports, from analyses and people's decisions. */
import type { Analysis, Decision, Incident, Note } from '../model/index.ts'
import { withAdded, type Addition } from './added.ts'
import type { FiledReport } from './independence.ts'
import { groupOf, groupsOf, indexOf } from './incident-index.ts'
import type { IncidentLexicon } from './lexicon.ts'
import { readIncident } from './read.ts'
import { inForce, settle } from './settle.ts'
import type { Surroundings } from './surroundings.ts'

export { addedId, eventThere, trailByHand, withAdded, type Addition } from './added.ts'
export { addersOf, eventByHand, restingOn, wordsNear, type CodedByHand } from './by-hand.ts'
export { scorePair } from './decide.ts'
export { explainPair } from './explain.ts'
export { fieldTakes, fitsField } from './field-value.ts'
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
  const { byId, notes } = withAllAdded(new Map(reports.map(r => [r.analysis.document.id, r])), decisions), analysisOf = (document: string): Analysis | null => byId.get(document)?.analysis ?? null
  const settled = settle(decisions, analysisOf), index = indexOf([...byId.values()].map(r => r.analysis), lexicon, settled.verdicts)
  const around: Surroundings = { lexicon, settled, reportOf: document => byId.get(document) ?? null, groupOf: ref => groupOf(index, ref) }
  return { incidents: readAll(groupsOf(index), around), notes: [...notes, ...settled.notes] }
}

/** The reports with the events that people added to them. */
function withAllAdded(byId: ReadonlyMap<string, FiledReport>, decisions: readonly Decision[]): { readonly byId: ReadonlyMap<string, FiledReport>; readonly notes: readonly Note[] } {
  const additions = Map.groupBy(inForce(decisions).filter((d): d is Addition => d.kind === 'add'), d => d.event.document), out = new Map(byId), notes: Note[] = []
  for (const [document, some] of additions) {
    const report = byId.get(document)
    if (report === undefined) { notes.push(...some.map((d): Note => ({ code: 'anchor-lost', message: `Decision ${d.id} (add, by ${d.by}): there is no report ${document}.`, span: d.event.mention }))); continue }
    const folded = withAdded(report.analysis, some, report.analysis.document.text ?? null)
    notes.push(...folded.notes)
    out.set(document, { ...report, analysis: folded.analysis })
  }
  return { byId: out, notes }
}

function* readAll(groups: ReturnType<typeof groupsOf>, around: Surroundings): Generator<Incident> {
  for (const group of groups) yield readIncident(group, around)
}
