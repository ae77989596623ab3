/** Keeps incidents in step with reports and decisions as they come: what changed goes in, the incidents that are other than before come out. */
import type { Analysis, Decision, EventRef, Incident, Note } from '../model/index.ts'
import type { FiledReport } from './independence.ts'
import { addAnalysis, addMany, emptyIndex, groupOf, groupsOf, removeAnalysis, setVerdicts, type Changes, type Group, type IncidentIndex } from './incident-index.ts'
import type { IncidentLexicon } from './lexicon.ts'
import { keyOfRef } from './profile.ts'
import { provenanceOf } from './provenance.ts'
import { readIncident } from './read.ts'
import { settle, type Settled } from './settle.ts'

/** New or changed reports with their texts, ids of reports that are no more, and all decisions that hold; null where decisions are as before. */
export interface News { readonly readings: readonly { readonly analysis: Analysis; readonly text: string }[]; readonly gone: readonly string[]; readonly decisions: readonly Decision[] | null }

export interface Upshot { readonly changed: readonly Incident[]; readonly removed: readonly string[]; readonly notes: readonly Note[] }

/** Texts are not kept, only their signatures. */
interface Kept { readonly index: IncidentIndex; readonly reports: Map<string, FiledReport>; decisions: readonly Decision[]; settled: Settled }

/** A keeper of incidents. What it has told after any series of updates is what all reports and decisions at once would give. */
export function incidentKeeper(lexicon: IncidentLexicon): { readonly update: (news: News) => Upshot } {
  const kept: Kept = { index: emptyIndex(lexicon), reports: new Map(), decisions: [], settled: settle([], () => null) }
  return { update: news => update(kept, news) }
}

function update(kept: Kept, { readings, gone, decisions }: News): Upshot {
  const { index, reports } = kept, moved: EventRef[] = []
  const filed = readings.map(({ analysis, text }): FiledReport => ({ analysis, provenance: provenanceOf(text, index.lexicon) }))
  for (const report of filed) reports.set(report.analysis.document.id, report)
  for (const id of gone) reports.delete(id)
  const steps = [...gone.map(id => removeAnalysis(index, id)), ...addEach(index, filed.map(r => r.analysis))]
  if (decisions !== null || (kept.decisions.length > 0 && steps.length > 0)) {
    moved.push(...decidedRefs(kept.settled))
    kept.decisions = decisions ?? kept.decisions
    kept.settled = settle(kept.decisions, id => reports.get(id)?.analysis ?? null)
    moved.push(...decidedRefs(kept.settled))
    steps.push(setVerdicts(index, kept.settled.verdicts))
  }
  for (const { analysis } of filed) for (const event of analysis.events) moved.push({ document: analysis.document.id, event: event.id })
  return upshot(kept, steps, moved)
}

/** From this many new reports on, an empty index is filled at once. */
const MANY = 100

const addEach = (index: IncidentIndex, analyses: readonly Analysis[]): readonly Changes[] => (analyses.length >= MANY && index.reports.size === 0 ? [addMany(index, analyses)] : analyses.map(a => addAnalysis(index, a)))

/** Events on whose fields or links people have decided. */
const decidedRefs = ({ fields, links }: Settled): readonly EventRef[] => [...[...fields.values()].flatMap(byField => [...byField.values()].flatMap(list => list.slice(0, 1))), ...links.map(l => l.from)]

function upshot({ index, reports, settled }: Kept, steps: readonly Changes[], moved: readonly EventRef[]): Upshot {
  const touched = new Set<Group>(), again = (ref: EventRef): void => { const group = groupOf(index, ref); if (group !== null) touched.add(group) }
  for (const ref of [...moved, ...steps.flatMap(s => s.changed.flatMap(g => g.members))]) again(ref)
  // A link names the other incident's id: whoever shares a report with a changed incident may name it.
  for (const document of new Set([...touched].flatMap(g => g.members.map(m => m.document)))) for (const entry of index.reports.get(document) ?? []) again(entry.profile.ref)
  const decided = new Set([...touched].flatMap(g => g.members.map(keyOfRef)))
  for (const link of settled.links) if (decided.has(keyOfRef(link.to))) again(link.from)
  const around = { lexicon: index.lexicon, settled, reportOf: (id: string) => reports.get(id) ?? null, groupOf: (ref: EventRef) => groupOf(index, ref) }
  const now = new Set([...touched].map(g => g.id)), removed = [...new Set(steps.flatMap(s => s.gone))].filter(id => !now.has(id))
  const alive = removed.length === 0 ? new Set<string>() : new Set(groupsOf(index).map(g => g.id))
  return { changed: [...touched].map(g => readIncident(g, around)), removed: removed.filter(id => !alive.has(id)), notes: settled.notes }
}
