/** What an export reads: one state of a store, narrowed by filters, streamed in order of id. */
import type { Analysis, Decision, Incident } from '../core/model/index.ts'
import type { ReportLine } from '../core/codebooks/index.ts'
import type { AsOf, Filter, Store, StoredDecision, StoredDocument } from '../store/index.ts'

export interface Dataset {
  /** Incidents with the reports that tell of them. */
  readonly incidents: () => AsyncIterable<{ readonly incident: Incident; readonly reports: readonly ReportLine[] }>
  /** Documents with their texts: those of the incidents where filters narrow the dataset, else all. */
  readonly documents: () => AsyncIterable<StoredDocument>
  /** Current analyses of the same documents as engines made them: what people added stands in the decisions. */
  readonly analyses: () => AsyncIterable<Analysis>
  /** Every decision, oldest first, those that were undone too. */
  readonly decisions: () => AsyncIterable<Decision>
}

/** Incidents whose reports are looked up together. */
const BATCH = 200

/** The dataset of a store. `filters` are those of INCIDENT_QUERY; `asOf` shows incidents as they were. */
export function datasetOf(store: Store, filters: readonly Filter[] = [], asOf?: AsOf): Dataset {
  const narrowed = filters.length > 0
  return {
    incidents: () => withReports(store, filters, asOf),
    documents: () => documentsOf(store, narrowed ? () => membersOf(store, filters, asOf) : null),
    analyses: () => analysesOf(store, narrowed ? () => membersOf(store, filters, asOf) : null),
    decisions: () => decisionsOf(store),
  }
}

async function* withReports(store: Store, filters: readonly Filter[], asOf: AsOf | undefined): ReturnType<Dataset['incidents']> & AsyncGenerator<{ incident: Incident; reports: readonly ReportLine[] }> {
  for await (const batch of batches(store.incidents.each(filters, asOf), BATCH)) {
    const lines = await linesOf(store, new Set(batch.flatMap(s => s.incident.members.map(m => m.document))))
    for (const { incident } of batch) yield { incident, reports: [...new Set(incident.members.map(m => m.document))].flatMap(id => lines.get(id) ?? []) }
  }
}

async function linesOf(store: Store, ids: ReadonlySet<string>): Promise<ReadonlyMap<string, ReportLine>> {
  const out = new Map<string, ReportLine>()
  for (const { id, url, publisher, title, published } of await documentsById(store, [...ids])) out.set(id, { id, url, publisher, title, published })
  return out
}

async function documentsById(store: Store, ids: readonly string[]): Promise<readonly StoredDocument[]> {
  const out: StoredDocument[] = []
  for (let at = 0; at < ids.length; at += 500) {
    const part = ids.slice(at, at + 500)
    out.push(...(await store.documents.query({ filters: [{ field: 'id', op: 'in', value: part }], size: part.length })).rows)
  }
  return out
}

/** Ids of the documents of the incidents that match, sorted. */
async function membersOf(store: Store, filters: readonly Filter[], asOf: AsOf | undefined): Promise<readonly string[]> {
  const ids = new Set<string>()
  for await (const { incident } of store.incidents.each(filters, asOf)) for (const m of incident.members) ids.add(m.document)
  return [...ids].sort()
}

async function* documentsOf(store: Store, wanted: (() => Promise<readonly string[]>) | null): AsyncGenerator<StoredDocument> {
  if (wanted !== null) {
    const ids = await wanted()
    for (let at = 0; at < ids.length; at += BATCH) yield* [...await documentsById(store, ids.slice(at, at + BATCH))].sort((a, b) => (a.id < b.id ? -1 : 1))
    return
  }
  for (let next: string | null = null; ;) {
    const page = await store.documents.query({ sort: { field: 'id' }, size: BATCH, next })
    yield* page.rows
    if ((next = page.next) === null) return
  }
}

async function* analysesOf(store: Store, wanted: (() => Promise<readonly string[]>) | null): AsyncGenerator<Analysis> {
  if (wanted !== null) {
    for (const id of await wanted()) { const found = (await store.analyses.history(id)).find(a => a.current); if (found) yield found.analysis }
    return
  }
  for (let after: string | null = null; ;) {
    const batch = await store.analyses.current({ size: BATCH, after })
    for (const { analysis } of batch) yield analysis
    if (batch.length === 0) return
    after = batch.at(-1)!.document
  }
}

async function* decisionsOf(store: Store): AsyncGenerator<Decision> {
  for (let next: string | null = null; ;) {
    const page = await store.decisions.query({ sort: { field: 'change' }, size: 1000, next })
    yield* page.rows.map(plain)
    if ((next = page.next) === null) return
  }
}

/** A decision without what only this store knows of it. */
function plain({ change: _change, undoneBy: _undoneBy, ...decision }: StoredDecision): Decision { return decision }

/** Groups of at most `size`. */
export async function* batches<T>(all: AsyncIterable<T>, size: number): AsyncGenerator<readonly T[]> {
  let batch: T[] = []
  for await (const one of all) {
    batch.push(one)
    if (batch.length === size) { yield batch; batch = [] }
  }
  if (batch.length > 0) yield batch
}
