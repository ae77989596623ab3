/** Reads the incidents that a change may have altered: groups that changed, those of documents that did, and those that share a report with either, since links name them. */
import { keyOfRef, provenanceOf, readIncident, type Changes, type Group, type IncidentLexicon, type Settled } from '../../core/incidents/index.ts'
import type { Incident } from '../../core/model/index.ts'
import type { Tx } from '../engine/engine.ts'
import { readingsOf } from './index-state.ts'
import { groupsOfDocuments, storedGroups } from './stored-groups.ts'

/** Incidents read at a time: they bound what is in memory. */
const CHUNK = 200

const documentsOf = (groups: Iterable<Group>): readonly string[] => [...new Set([...groups].flatMap(g => g.members.map(m => m.document)))]

/** Gives incidents as they are to be written now; groups that are no more are gone from the store already. */
export async function* readNear(tx: Tx, documents: readonly string[], { changed }: Changes, settled: Settled, lexicon: IncidentLexicon): AsyncGenerator<readonly Incident[]> {
  const now = new Map(changed.map(g => [g.id, g])), around = [...new Set([...documents, ...documentsOf(changed)])], which = new Set(around)
  const linking = await storedGroups(tx, settled.links.filter(l => which.has(l.to.document)).map(l => l.from))
  const near = new Map([...await groupsOfDocuments(tx, around), ...linking, ...now]), groups = [...near.values()].sort(byFirstMember)
  for (let first = 0; first < groups.length; first += CHUNK) yield await readSome(tx, groups.slice(first, first + CHUNK), now, settled, lexicon)
}

async function readSome(tx: Tx, groups: readonly Group[], now: ReadonlyMap<string, Group>, settled: Settled, lexicon: IncidentLexicon): Promise<readonly Incident[]> {
  const documents = documentsOf(groups), readings = await readingsOf(tx, documents), groupAt = new Map<string, Pick<Group, 'id'>>()
  const which = new Set(documents), linked = await storedGroups(tx, settled.links.filter(l => which.has(l.from.document)).map(l => l.to))
  const unchanged = [...(await groupsOfDocuments(tx, documents)).values(), ...linked.values()].filter(g => !now.has(g.id))
  for (const group of [...unchanged, ...now.values()]) for (const ref of group.members) groupAt.set(keyOfRef(ref), group)
  return groups.map(group => readIncident(group, {
    lexicon, settled, groupOf: ref => groupAt.get(keyOfRef(ref)) ?? null,
    reportOf: document => {
      const reading = readings.get(document)
      return reading === undefined ? null : { analysis: reading.analysis, provenance: provenanceOf(reading.text, lexicon) }
    },
  }))
}

/** Groups of one report stand together, so that it is loaded once. */
const byFirstMember = (a: Group, b: Group): number => a.members[0]!.document < b.members[0]!.document ? -1 : a.members[0]!.document > b.members[0]!.document ? 1 : 0
