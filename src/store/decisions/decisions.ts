/** What people decide: appended, all or none, never changed; an undoing is a decision of its own. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { addedId, fieldTakes, fitsField } from '../../core/incidents/index.ts'
import type { Decision, EventAnchor, Incident } from '../../core/model/index.ts'
import { putAddedRows } from '../analyses/added.ts'
import type { Tx } from '../engine/engine.ts'
import { StoreError } from '../errors.ts'
import { changeAt } from '../query/as-of.ts'
import { DECISION_QUERY } from '../query/fields.ts'
import { readPage } from '../query/page.ts'
import type { Tables } from '../schema/tables.ts'
import type { Decisions, NewDecision, StoredDecision } from '../types/decision.ts'
import type { Page, Query } from '../types/query.ts'
import { inChunks, write, type Context, type Writing } from '../writing.ts'
import { markPending } from '../documents/remove.ts'
import { activeDecisions } from './active.ts'
import { anchorsOf } from './anchors.ts'
import { lostDecisions } from './lost.ts'
import { paceOf } from './pace.ts'
import { aboutIncident, atPresent, rowsOn } from './present.ts'

export const decisionsOf = (context: Context, refresh: () => Promise<unknown>): Decisions => ({
  append: async decisions => {
    const kept = await write(context, writing => appendDecisions(writing, decisions))
    await refresh()
    return kept
  },
  get: async id => {
    const row = await context.engine.db.selectFrom('decisions').selectAll().where('id', '=', id).executeTakeFirst()
    return row === undefined ? null : decisionFrom(row)
  },
  query: query => queryDecisions(context, query),
  about: incident => aboutOne(context, incident),
  pace: since => paceOf(context.engine.db, since),
  lost: () => lostDecisions(context.engine.db),
  active: () => activeDecisions(context.engine.db),
})

type Row = Pick<Tables['decisions'], 'body' | 'change' | 'undone_by'>
const decisionFrom = ({ body, change, undone_by: undoneBy }: Row): StoredDecision => ({ ...JSON.parse(body) as Decision, change, undoneBy })

/** Appends inside a transaction. Throws StoreError decision-invalid or decision-unknown. */
export async function appendDecisions(writing: Writing, decisions: readonly NewDecision[]): Promise<readonly StoredDecision[]> {
  const kept: StoredDecision[] = []
  for (const decision of decisions) kept.push(await appendOne(writing, decision))
  return kept
}

async function appendOne(writing: Writing, { id = randomUUID(), at: made, ...given }: NewDecision): Promise<StoredDecision> {
  const { tx, change, at, note } = writing
  const there = await tx.selectFrom('decisions').selectAll().where('id', '=', id).executeTakeFirst()
  if (there !== undefined) return decisionFrom(there)
  const decision = named({ ...given, id, at: made ?? at } as Decision), anchors = anchorsOf(decision)
  if (anchors.length === 2 && keyOf(anchors[0]!) === keyOf(anchors[1]!)) throw new StoreError('decision-invalid', `A ${decision.kind} needs two different events, not ${keyOf(anchors[0]!)} twice.`)
  if (decision.kind === 'correct' && !fitsField(decision.field, decision.value)) throw new StoreError('decision-invalid', `${decision.field} takes ${fieldTakes(decision.field)}, not ${JSON.stringify(decision.value).slice(0, 100)}.`, { field: 'value' })
  const { number } = await tx.insertInto('decisions').values({ id, kind: decision.kind, by_whom: decision.by, at: decision.at, reason: decision.reason, undone: 0, undone_by: null, change, body: JSON.stringify(decision) }).returning('number').executeTakeFirstOrThrow()
  for (const anchor of anchors) await tx.insertInto('decision_events').values({ owner: number, document: anchor.document, event: keyOf(anchor) }).onConflict(c => c.doNothing()).execute()
  const touched = decision.kind === 'undo' ? await undo(tx, decision.decision, id) : anchors.map(a => a.document)
  await markPending(writing, [...new Set(touched)])
  if (decision.kind === 'add' || decision.kind === 'undo') await putAddedRows(tx, touched)
  note({ kind: 'decision', id, op: 'put', by: decision.by, reason: decision.reason })
  return { ...decision, change, undoneBy: null }
}

/** An event that is added is named after its decision, alike in every store that takes it in. */
function named(decision: Decision): Decision {
  return decision.kind === 'add' ? { ...decision, event: { ...decision.event, event: addedId(decision.id) }, coded: { ...decision.coded, id: addedId(decision.id) } } : decision
}

const keyOf = ({ document, event }: EventAnchor): string => `${document}/${event}`

/** Marks a decision as undone; where it undid another, that one holds again. Returns the documents it spoke of. */
async function undo(tx: Tx, id: string, by: string): Promise<readonly string[]> {
  const row = await tx.selectFrom('decisions').select(['number', 'undone', 'kind', 'body']).where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new StoreError('decision-unknown', `There is no decision "${id}" to undo.`)
  if (row.undone === 1) throw new StoreError('decision-invalid', `The decision "${id}" is undone already.`)
  await tx.updateTable('decisions').set({ undone: 1, undone_by: by }).where('number', '=', row.number).execute()
  if (row.kind === 'undo') return await hold(tx, (JSON.parse(row.body) as { readonly decision: string }).decision)
  return await documentsOf(tx, row.number)
}

/** Lets a decision hold again, with all that follows from it. */
async function hold(tx: Tx, id: string): Promise<readonly string[]> {
  const row = await tx.selectFrom('decisions').select(['number', 'kind', 'body']).where('id', '=', id).executeTakeFirstOrThrow()
  await tx.updateTable('decisions').set({ undone: 0, undone_by: null }).where('number', '=', row.number).execute()
  if (row.kind !== 'undo') return await documentsOf(tx, row.number)
  const target = (JSON.parse(row.body) as { readonly decision: string }).decision
  await tx.updateTable('decisions').set({ undone: 1, undone_by: id }).where('id', '=', target).execute()
  const { number } = await tx.selectFrom('decisions').select('number').where('id', '=', target).executeTakeFirstOrThrow()
  return await documentsOf(tx, number)
}

const documentsOf = async (tx: Tx, owner: number): Promise<readonly string[]> => (await tx.selectFrom('decision_events').select('document').where('owner', '=', owner).execute()).map(r => r.document)

async function queryDecisions({ engine }: Context, query: Query): Promise<Page<StoredDecision>> {
  const change = await changeAt(engine.db, query.asOf)
  const page = await readPage<Row>(engine, {
    fields: DECISION_QUERY, table: 'decisions', id: 'number', order: { field: 'at', descending: true }, from: sql.table('decisions'), columns: sql.raw('decisions.*'),
    always: change === null ? [] : [sql`decisions.change <= ${change}`],
  }, query)
  return { ...page, rows: page.rows.map(decisionFrom) }
}

/** With the undoings that hold, the latest change first. */
async function aboutOne({ engine: { db } }: Context, incident: Pick<Incident, 'members'>): Promise<readonly StoredDecision[]> {
  const rows = await rowsOn(db, [...new Set(incident.members.map(m => m.document))]), byId = new Map(rows.map(r => [r.id, decisionFrom(r)]))
  // Kept as they were decided: only which they are is found over the present coding.
  const found = aboutIncident(incident, await atPresent(db, [...byId.values()])).map(d => byId.get(d.id)!), undoings = found.flatMap(d => d.undoneBy ?? [])
  await inChunks(undoings, async ids => { for (const row of await db.selectFrom('decisions').selectAll().where('id', 'in', [...ids]).execute()) found.push(decisionFrom(row)) })
  return found.toSorted((a, b) => b.change - a.change || (a.at < b.at ? 1 : -1))
}
