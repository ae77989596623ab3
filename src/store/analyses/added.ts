/** What people added to reports, folded into the analyses that the store gives to whoever reads events. */
import { sql } from 'kysely'
import { withAdded, type Addition } from '../../core/incidents/index.ts'
import { withMerges } from '../../core/lexicon/own.ts'
import type { Analysis } from '../../core/model/index.ts'
import { mergedActors } from '../decisions/merges.ts'
import type { Db, Tx } from '../engine/engine.ts'
import { inChunks } from '../writing.ts'
import { putRows } from './rows.ts'

/** The analyses with the events that people added to their reports. */
export async function withAdditions(db: Db | Tx, analyses: readonly Analysis[]): Promise<readonly Analysis[]> {
  const additions = await additionsOf(db, analyses.map(a => a.document.id)), out: Analysis[] = []
  if (additions.size === 0) return analyses
  for (const analysis of analyses) {
    const some = additions.get(analysis.document.id)
    out.push(some === undefined ? analysis : withAdded(analysis, some, some.every(d => d.sha256 === analysis.document.sha256) ? null : await textOf(db, analysis)).analysis)
  }
  return out
}

/** Additions that hold, by document. */
async function additionsOf(db: Db | Tx, documents: readonly string[]): Promise<ReadonlyMap<string, readonly Addition[]>> {
  const found: Addition[] = []
  if (documents.length === 0 || await db.selectFrom('decisions').select('number').where('kind', '=', 'add').limit(1).executeTakeFirst() === undefined) return new Map()
  const same = await mergedActors(db)
  await inChunks(documents, async some => {
    const { rows } = await sql<{ body: string }>`select body from decisions where kind = 'add' and undone = 0 and number in (select owner from decision_events where document in (${sql.join(some)})) order by number`.execute(db)
    found.push(...rows.map(r => withMerges(JSON.parse(r.body) as Addition, same)))
  })
  return Map.groupBy(found, d => d.event.document)
}

const textOf = async (db: Db | Tx, { document: { id, sha256 } }: Analysis): Promise<string | null> =>
  (await db.selectFrom('texts').innerJoin('documents', 'documents.number', 'texts.document').select('text').where('documents.id', '=', id).where('texts.sha256', '=', sha256).executeTakeFirst())?.text ?? null

/** Documents that people added events to, also such as were taken back. */
export const addedDocuments = async (db: Db | Tx): Promise<readonly string[]> =>
  (await db.selectFrom('decision_events').innerJoin('decisions', 'number', 'owner').select('document').distinct().where('kind', '=', 'add').execute()).map(r => r.document)

/** Puts the rows of events anew for those of the documents that people added events to. */
export async function putAddedRows(tx: Tx, documents: readonly string[]): Promise<void> {
  for (const id of (await addedDocuments(tx)).filter(d => documents.includes(d))) {
    const row = await tx.selectFrom('documents').innerJoin('analyses', 'analyses.number', 'documents.analysis').select(['documents.number', 'documents.publisher', 'documents.published', 'body']).where('documents.id', '=', id).executeTakeFirst()
    if (row !== undefined) await putRows(tx, row, (await withAdditions(tx, [JSON.parse(row.body) as Analysis]))[0]!)
  }
}
