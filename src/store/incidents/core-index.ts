/** The index of incidents of core, as a store keeps it in step. */
import { readFileSync } from 'node:fs'
import { addAnalysis, emptyIndex, groupAll, groupOf, groupsOf, layDown, provenanceOf, readIncident, removeAnalysis, setVerdicts, settle, type Changes, type Settled } from '../../core/incidents/index.ts'
import type { EventRef } from '../../core/model/index.ts'
import { loadIncidentLexicon } from '../../resources/load.ts'
import { packageFile } from '../../resources/package.ts'
import type { Group, IncidentIndex, IndexAnswer } from '../types/incident.ts'

/** An empty index with the weights and words that ship with the package. */
export function coreIndex(): IncidentIndex {
  const lexicon = loadIncidentLexicon(), index = emptyIndex(lexicon)
  let settled = settle([], () => null)
  const at = (refs: readonly EventRef[]): readonly Group[] => [...new Set(refs.flatMap(ref => groupOf(index, ref) ?? []))]
  return {
    version: versionOf(),
    fill: async pages => {
      for await (const page of pages) layDown(index, page)
      groupAll(index)
    },
    put: analyses => together(analyses.map(analysis => addAnalysis(index, analysis))),
    remove: documents => together(documents.map(document => removeAnalysis(index, document))),
    settle: (decisions, analysisOf) => {
      const before = decidedRefs(settled)
      settled = settle(decisions, analysisOf)
      const { changed, gone } = setVerdicts(index, settled.verdicts)
      return together([{ changed: [...changed, ...at([...before, ...decidedRefs(settled)])], gone }])
    },
    groups: () => groupsOf(index),
    around: documents => {
      const which = new Set(documents), linked = settled.links.filter(link => which.has(link.to.document)).map(link => link.from)
      return at([...documents.flatMap(document => (index.reports.get(document) ?? []).map(entry => entry.profile.ref)), ...linked])
    },
    read: (group, readingOf) => readIncident(group, {
      lexicon, settled, groupOf: ref => groupOf(index, ref),
      reportOf: document => {
        const reading = readingOf(document)
        return reading === null ? null : { analysis: reading.analysis, provenance: provenanceOf(reading.text, lexicon) }
      },
    }),
  }
}

/** One answer of many steps: of what several tell, the last counts. */
function together(steps: readonly Changes[]): IndexAnswer {
  const changed = new Map<string, Group>(), gone = new Set<string>()
  for (const step of steps) {
    for (const id of step.gone) { changed.delete(id); gone.add(id) }
    for (const group of step.changed) { gone.delete(group.id); changed.set(group.id, group) }
  }
  return { changed: [...changed.values()], gone: [...gone] }
}

/** Events on whose fields or links people have decided. */
const decidedRefs = ({ fields, links }: Settled): readonly EventRef[] => [...[...fields.values()].flatMap(byField => [...byField.values()].flatMap(verdicts => verdicts.slice(0, 1))), ...links.map(link => link.from)]

/** Names the form of what is on the shelf: where it changes, the shelf is filled anew. */
const SHELF = 'shelf 1'

/** The package's version and the learned weights: what the way of reading hangs on. */
export const versionOf = (): string => [SHELF, ...['package.json', 'data/incident-weights.tsv'].map(file => readFileSync(packageFile(...file.split('/')), 'utf8'))].join('\n')
