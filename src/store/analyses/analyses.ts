/** Analyses of a store: kept for every text and engine; what has none by the present engine is what is to do. */
import { sql, type RawBuilder } from 'kysely'
import type { Analysis } from '../../core/model/index.ts'
import { DOCUMENTS_WITH_TEXT, DOCUMENT_COLUMNS, documentFrom, type DocumentRow } from '../documents/documents.ts'
import { markPending } from '../documents/remove.ts'
import type { Analyses, EngineOf, Failure, StoredAnalysis, TodoOptions } from '../types/analysis.ts'
import type { StoredDocument } from '../types/document.ts'
import type { Missed } from '../types/task.ts'
import { write, type Context, type Writing } from '../writing.ts'
import { withAdditions } from './added.ts'
import { putMissed, putRows } from './rows.ts'

export const analysesOf = (context: Context): Analyses => ({
  put: (analyses, missed = new Map()) => putAnalyses(context, analyses, missed),
  get: async document => {
    const [found] = await read(context, sql`documents.id = ${document} and analyses.number = documents.analysis`)
    return found === undefined ? null : { ...found, analysis: (await withAdditions(context.engine.db, [found.analysis]))[0]! }
  },
  withAdded: analyses => withAdditions(context.engine.db, analyses),
  history: document => read(context, sql`documents.id = ${document}`),
  todo: (engine, options = {}) => todo(context, engine, options),
  left: engine => left(context, engine),
  current: ({ size = 100, after = null } = {}) => read(context, sql`analyses.number = documents.analysis and documents.id > ${after ?? ''}`, sql`documents.id limit ${size}`),
  fail: (document, engine, message) => fail(context, document, engine, message),
  failures: () => failures(context),
})

/** `name version model`. */
export const engineKey = ({ name, version, model }: EngineOf): string => [name, version, ...model === null ? [] : [model]].join(' ')

/** Analyses of one transaction, at most. */
const BATCH = 50

async function putAnalyses(context: Context, analyses: readonly Analysis[], missed: ReadonlyMap<string, readonly Missed[]>): Promise<number> {
  let kept = 0
  for (let first = 0; first < analyses.length; first += BATCH) {
    kept += await write(context, async writing => {
      let some = 0
      for (const analysis of analyses.slice(first, first + BATCH)) if (await putOne(writing, analysis, missed.get(analysis.document.id) ?? [])) some++
      return some
    })
  }
  return kept
}

async function putOne(writing: Writing, analysis: Analysis, missed: readonly Missed[]): Promise<boolean> {
  const { tx, change, at, note } = writing
  const { id, sha256 } = analysis.document, { text: _, ...about } = analysis.document
  const document = await tx.selectFrom('documents').innerJoin('texts', 'texts.document', 'documents.number').select(['documents.number', 'documents.sha256', 'documents.publisher', 'documents.published'])
    .where('documents.id', '=', id).where('texts.sha256', '=', sha256).executeTakeFirst()
  if (document === undefined) return false
  const engine = engineKey(analysis.engine)
  const row = await tx.insertInto('analyses').values({ document: document.number, engine, sha256, at, change, body: JSON.stringify({ ...analysis, document: about }) })
    .onConflict(c => c.columns(['document', 'engine', 'sha256']).doNothing()).returning('number').executeTakeFirst()
  if (row === undefined) return false
  if (sha256 === document.sha256) {
    await tx.updateTable('documents').set({ analysis: row.number }).where('number', '=', document.number).execute()
    await putRows(tx, document, (await withAdditions(tx, [analysis]))[0]!)
    await putMissed(tx, document.number, missed)
    await markPending(writing, [id])
  }
  await tx.deleteFrom('failures').where('document', '=', document.number).where('engine', '=', engine).execute()
  note({ kind: 'analysis', id, op: 'put' })
  return true
}

interface AnalysisRow { readonly document: string; readonly engine: string; readonly at: string; readonly change: number; readonly now: number | null; readonly number: number; readonly body: string }

async function read({ engine }: Context, where: RawBuilder<unknown>, order: RawBuilder<unknown> = sql`analyses.number desc`): Promise<readonly StoredAnalysis[]> {
  const { rows } = await sql<AnalysisRow>`select documents.id as document, engine, at, analyses.change, documents.analysis as now, analyses.number, body from documents join analyses on analyses.document = documents.number where ${where} order by ${order}`.execute(engine.db)
  return rows.map(({ document, engine, at, change, now, number, body }) => ({ document, engine, at, change, current: now === number, analysis: JSON.parse(body) as Analysis }))
}

/** Documents that are neither coded by the engine nor set aside. What the same engine coded with other own additions counts, unless one since then touches the document. */
function undone(engine: EngineOf): RawBuilder<unknown> {
  const plain = engine.version.replace(/\+own\.\d+$/, ''), of = (version: string): string => engineKey({ ...engine, version })
  return sql`aside_code is null and not exists (select 1 from analyses where analyses.document = documents.number and analyses.sha256 = documents.sha256 and (analyses.engine = ${engineKey(engine)}
    or (analyses.engine = ${of(plain)} or analyses.engine like ${of(`${plain}+own.%`)}) and not exists (select 1 from own_touched where own_touched.document = documents.number and own_touched.change > analyses.change)))`
}

async function todo({ engine: { db } }: Context, engine: EngineOf, { size = 100, after = null, among }: TodoOptions): Promise<readonly StoredDocument[]> {
  if (among?.length === 0) return []
  const from = after === null ? sql`` : sql` and documents.number > (select number from documents where id = ${after})`, only = among === undefined ? sql`` : sql` and documents.id in (${sql.join(among)})`
  const { rows } = await sql<DocumentRow>`select ${DOCUMENT_COLUMNS} from ${DOCUMENTS_WITH_TEXT} where ${undone(engine)}${from}${only} order by documents.number limit ${size}`.execute(db)
  return rows.map(documentFrom)
}

async function left({ engine: { db } }: Context, engine: EngineOf): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from documents where ${undone(engine)}`.execute(db)
  return rows[0]!.n
}

/** Counts a failure; returns how many there were. */
async function fail(context: Context, id: string, engine: EngineOf, message: string): Promise<number> {
  return await write(context, async ({ tx, at }) => {
    const document = await tx.selectFrom('documents').select('number').where('id', '=', id).executeTakeFirst()
    if (document === undefined) return 0
    const row = await tx.insertInto('failures').values({ document: document.number, engine: engineKey(engine), attempts: 1, message, at })
      .onConflict(c => c.columns(['document', 'engine']).doUpdateSet({ attempts: sql`failures.attempts + 1`, message, at })).returning('attempts').executeTakeFirstOrThrow()
    return row.attempts
  })
}

async function failures({ engine }: Context): Promise<readonly Failure[]> {
  return await engine.db.selectFrom('failures').innerJoin('documents', 'documents.number', 'failures.document').select(['documents.id as document', 'failures.engine', 'failures.attempts', 'failures.message']).orderBy('documents.id').execute()
}
