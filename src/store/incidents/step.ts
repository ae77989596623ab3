/** Reads incidents anew around a few documents from what the store keeps of events: time and memory depend on what lies near them, not on the size of the store. */
import { sql } from 'kysely'
import { emptyIndex, entriesOf, fetchComponents, profileText, regroup, settle, unsettledBy, type Changes, type Entry, type Group, type IncidentIndex, type IncidentLexicon, type Settled } from '../../core/incidents/index.ts'
import type { Analysis } from '../../core/model/index.ts'
import { activeDecisions } from '../decisions/active.ts'
import type { Tx } from '../engine/engine.ts'
import type { Context, Writing } from '../writing.ts'
import { analysesOfDocuments, decidedDocuments } from './index-state.ts'
import { readNear } from './near.ts'
import { shelfOf, type StoredShelf } from './shelf.ts'
import { storedGroups } from './stored-groups.ts'
import { putIncidents, removeIncidents } from './write.ts'

/** Brings the incidents around `documents` up to date, which may be new, changed, deleted, set aside or decided upon. */
export async function stepAround({ engine }: Context, writing: Writing, documents: readonly string[], lexicon: IncidentLexicon): Promise<{ readonly changed: number; readonly removed: number }> {
  const { tx } = writing, shelf = shelfOf(engine, tx), settled = await settledNow(tx)
  const { touched, left } = await shelve(shelf, documents, await analysesOfDocuments(tx, documents), lexicon)
  for (const e of await shelf.of(await tiedDocuments(tx, documents))) touched.add(e)
  const changes = await regroupAround(tx, shelf, touched, left, { ...emptyIndex(lexicon), verdicts: settled.verdicts })
  const removed = await removeIncidents(writing, changes.gone)
  let changed = 0
  for await (const some of readNear(tx, documents, changes, settled, lexicon)) changed += await putIncidents(engine, writing, some)
  return { changed, removed }
}

/** What people have decided, over the events of the present coding. */
async function settledNow(tx: Tx): Promise<Settled> {
  const decisions = await activeDecisions(tx), decided = new Map<string, Analysis>()
  for (const [id, analysis] of decisions.length === 0 ? [] : await analysesOfDocuments(tx, await decidedDocuments(tx))) decided.set(id, slim(analysis))
  return settle(decisions, document => decided.get(document) ?? null)
}

/** As much of an analysis as says which event a decision means. */
const slim = (analysis: Analysis): Analysis => ({ ...analysis, notes: [], events: analysis.events.map(e => ({ ...e, actors: [], recipients: [], places: [], weapons: [], claims: [], becauseOf: [] })) })

interface Shelved { readonly touched: Set<Entry>; readonly left: readonly Entry[] }

/** Puts the events of the documents on the shelf in place of their old ones. `touched` are those whose ties changed, `left` those that are no more. */
async function shelve(shelf: StoredShelf, documents: readonly string[], analyses: ReadonlyMap<string, Analysis>, lexicon: IncidentLexicon): Promise<Shelved> {
  const touched = new Set<Entry>(), left: Entry[] = [], there = Map.groupBy(await shelf.of(documents), e => e.profile.ref.document)
  for (const document of documents) {
    const analysis = analyses.get(document), { olds, news } = differing(there.get(document) ?? [], analysis === undefined ? [] : entriesOf(analysis, lexicon))
    if (olds.length + news.length === 0) continue
    for (const e of await unsettledBy(shelf, olds, news, lexicon)) touched.add(e)
    for (const e of await shelf.change(olds, news)) touched.add(e)
    for (const e of olds) { touched.delete(e); left.push(e) }
  }
  return { touched, left }
}

/** What leaves and what comes: events that are compared as before stay. */
function differing(before: readonly Entry[], now: readonly Entry[]): { readonly olds: readonly Entry[]; readonly news: readonly Entry[] } {
  const textOf = (e: Entry): string => `${e.profile.ref.event} ${profileText(e.profile)}`, old = new Set(before.map(textOf)), fresh = new Set(now.map(textOf))
  return { olds: before.filter(e => !fresh.has(textOf(e))), news: now.filter(e => !old.has(textOf(e))) }
}

/** The documents and all that merges and splits, standing or undone, tie to them: one decision can overrule another. */
async function tiedDocuments(tx: Tx, documents: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ document: string }>`with recursive tied (document) as (
      select document from decision_events where document in (${sql.join(documents)})
      union select other.document from tied join decision_events as own on own.document = tied.document
        join decisions on decisions.number = own.owner and decisions.kind in ('merge', 'split') join decision_events as other on other.owner = own.owner
    ) select document from tied`.execute(tx)
  return rows.map(r => r.document)
}

/** Groups anew what `touched` hangs together with, and what stood in a group with an event that left. */
async function regroupAround(tx: Tx, shelf: StoredShelf, touched: ReadonlySet<Entry>, left: readonly Entry[], part: IncidentIndex): Promise<Changes> {
  const done = new Set<Entry>(), groups = new Map<string, Group>()
  const membersOutside = async (entries: readonly Entry[]): Promise<readonly Entry[]> => {
    const found = await storedGroups(tx, entries.map(e => e.profile.ref)), fresh = [...found.values()].filter(g => !groups.has(g.id))
    for (const group of fresh) groups.set(group.id, group)
    return (await shelf.find(fresh.flatMap(g => g.members))).filter(e => !done.has(e))
  }
  const before = [...(await storedGroups(tx, left.map(e => e.profile.ref))).values()]
  let todo: readonly Entry[] = [...touched, ...await membersOutside(left)]
  for (let seen = 0; todo.length > 0; seen = done.size) {
    await fetchComponents(shelf, part, todo, done)
    todo = await membersOutside([...done].slice(seen))
  }
  for (const group of groups.values()) for (const ref of group.members) { const e = part.entries.get(`${ref.document}\0${ref.event}`); if (e !== undefined) part.groups.set(e, group) }
  return regroup(part, done, before)
}
