/** The index of incidents that a process holds, kept in step with the store, and what came of it that is not yet written. */
import { sql } from 'kysely'
import type { Analysis, Decision } from '../../core/model/index.ts'
import { addedDocuments, withAdditions } from '../analyses/added.ts'
import { activeDecisions } from '../decisions/active.ts'
import type { Db, Tx } from '../engine/engine.ts'
import type { Group, IncidentIndex, IndexAnswer, Reading } from '../types/incident.ts'
import { inChunks } from '../writing.ts'

export interface Held {
  readonly index: IncidentIndex
  /** Number of the change up to which the index has read; -1 while it is empty. */
  at: number
  decisions: readonly Decision[]
  /** Analyses of the documents that decisions speak of. */
  readonly decided: Map<string, Analysis>
  /** Groups to read and write, and ids to end. */
  readonly changed: Map<string, Group>
  readonly gone: Set<string>
  /** Documents whose incidents are to be read again even if their members are the same. */
  readonly touched: Set<string>
  /** The index was built from nothing: what differs from the store must be found by comparing. */
  fresh: boolean
}

export const emptyHeld = (index: IncidentIndex): Held => ({ index, at: -1, decisions: [], decided: new Map(), changed: new Map(), gone: new Set(), touched: new Set(), fresh: false })

/** Nothing is left to write. */
export function clearHeld(held: Held): void {
  held.changed.clear()
  held.gone.clear()
  held.touched.clear()
  held.fresh = false
}

/** Documents read at a time. */
const PAGE = 500

/** Feeds the index what changed since it read last, whoever changed it. What comes while it reads is fed the next time. */
export async function catchUp(db: Db | Tx, held: Held): Promise<void> {
  const now = (await db.selectFrom('meta').select('value').where('key', '=', 'change').executeTakeFirstOrThrow()).value
  if (now === held.at) return
  await (held.at < 0 ? readAll(db, held) : readChanged(db, held))
  held.at = now
}

async function readAll(db: Db | Tx, held: Held): Promise<void> {
  held.fresh = true
  held.decisions = await activeDecisions(db)
  const decided = new Set(await decidedDocuments(db))
  const pages = noting(eachAnalysis(db), analysis => { if (decided.has(analysis.document.id)) held.decided.set(analysis.document.id, analysis) })
  // What changed is found by comparing with the store.
  if (held.index.fill !== undefined) await held.index.fill(pages)
  else for await (const page of pages) held.index.put(page)
  settle(held)
}

async function* noting(pages: AsyncIterable<readonly Analysis[]>, note: (analysis: Analysis) => void): AsyncGenerator<readonly Analysis[]> {
  for await (const page of pages) {
    page.forEach(note)
    yield page
  }
}

async function readChanged(db: Db | Tx, held: Held): Promise<void> {
  const changes = await db.selectFrom('changes').select(['kind', 'id']).distinct().where('change', '>', held.at).where('kind', '<>', 'incident').execute()
  let unsettled = changes.some(c => c.kind === 'decision')
  // A decision may have added events to a report, or taken them back.
  const recoded = unsettled ? await addedDocuments(db) : []
  await inChunks([...new Set([...changes.filter(c => c.kind !== 'decision').map(c => c.id), ...recoded])], async ids => {
    const found = await analysesWhere(db, sql`documents.id in (${sql.join(ids)})`), there = new Set(found.map(a => a.document.id))
    for (const id of ids) held.touched.add(id)
    absorb(held, held.index.remove(ids.filter(id => !there.has(id))))
    absorb(held, held.index.put(found))
    for (const id of ids) unsettled = held.decided.delete(id) || unsettled
  }, PAGE)
  if (!unsettled) return
  held.decisions = await activeDecisions(db)
  const missing = (await decidedDocuments(db)).filter(id => !held.decided.has(id))
  await inChunks(missing, async ids => {
    for (const analysis of await analysesWhere(db, sql`documents.id in (${sql.join(ids)})`)) held.decided.set(analysis.document.id, analysis)
  }, PAGE)
  settle(held)
}

function settle(held: Held): void {
  absorb(held, held.index.settle(held.decisions, document => held.decided.get(document) ?? null))
}

function absorb({ changed, gone }: Held, answer: IndexAnswer): void {
  for (const id of answer.gone) { changed.delete(id); gone.add(id) }
  for (const group of answer.changed) { gone.delete(group.id); changed.set(group.id, group) }
}

/** Documents that people's decisions speak of. */
export const decidedDocuments = async (db: Db | Tx): Promise<readonly string[]> => (await db.selectFrom('decision_events').select('document').distinct().execute()).map(r => r.document)

/** Current analyses of these documents, of those that are not set aside. */
export async function analysesOfDocuments(db: Db | Tx, documents: readonly string[]): Promise<ReadonlyMap<string, Analysis>> {
  const found = new Map<string, Analysis>()
  await inChunks(documents, async ids => { for (const analysis of await analysesWhere(db, sql`documents.id in (${sql.join(ids)})`)) found.set(analysis.document.id, analysis) }, PAGE)
  return found
}

/** All current analyses, in pages. */
export async function* eachAnalysis(db: Db | Tx): AsyncGenerator<readonly Analysis[]> {
  for (let after = ''; ;) {
    const page = await analysesWhere(db, sql`documents.id > ${after} order by documents.id limit ${PAGE}`)
    if (page.length > 0) yield page
    if (page.length < PAGE) return
    after = page.at(-1)!.document.id
  }
}

/** Current analyses of documents that are not set aside, with what people added. */
async function analysesWhere(db: Db | Tx, which: ReturnType<typeof sql>): Promise<readonly Analysis[]> {
  const { rows } = await sql<{ body: string }>`select analyses.body from documents join analyses on analyses.number = documents.analysis where documents.aside_code is null and ${which}`.execute(db)
  return await withAdditions(db, rows.map(({ body }) => JSON.parse(body) as Analysis))
}

/** Analyses with their texts, by document. */
export async function readingsOf(db: Db | Tx, documents: readonly string[]): Promise<ReadonlyMap<string, Reading>> {
  const found = new Map<string, Reading>()
  await inChunks(documents, async ids => {
    const { rows } = await sql<{ id: string; body: string; text: string }>`select documents.id, analyses.body, texts.text from documents join analyses on analyses.number = documents.analysis
      join texts on texts.document = documents.number and texts.revision = documents.revision where documents.aside_code is null and documents.id in (${sql.join(ids)})`.execute(db)
    const analyses = await withAdditions(db, rows.map(({ body }) => JSON.parse(body) as Analysis))
    for (const [k, { id, text }] of rows.entries()) found.set(id, { analysis: analyses[k]!, text })
  }, PAGE)
  return found
}
