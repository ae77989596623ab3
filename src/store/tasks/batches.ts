/** Batches of tasks that two people answer without seeing each other's answers. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { DecisionBody } from '../../core/model/index.ts'
import { appendDecisions } from '../decisions/decisions.ts'
import type { Db, Tx } from '../engine/engine.ts'
import { StoreError } from '../errors.ts'
import { BATCH_QUERY } from '../query/fields.ts'
import { readPage } from '../query/page.ts'
import type { Tables } from '../schema/tables.ts'
import type { Page, Query } from '../types/query.ts'
import type { Batch, BatchAnswer, Batches, BatchTask, Choice, Task } from '../types/task.ts'
import { transact, write, type Context } from '../writing.ts'
import { keepAnswer, taskFrom, taskRow } from './tasks.ts'

export const batchesOf = (context: Context, refresh: () => Promise<unknown>): Batches => ({
  create: batch => create(context, batch),
  get: id => batchNamed(context.engine.db, id),
  query: query => queryBatches(context, query),
  tasks: (id, viewer) => tasksOf(context.engine.db, id, viewer),
  answer: (id, task, coder, answer) => answerOne(context, id, task, coder, answer),
  submit: (id, coder) => submit(context, id, coder),
  adjudicate: async (id, by, decisions, reason, none = []) => {
    const closed = await adjudicate(context, { id, by, decisions, reason, none })
    await refresh()
    return closed
  },
  choices: async () => (await context.engine.db.selectFrom('batch_answers').innerJoin('batches', 'number', 'batch_answers.owner').innerJoin('batch_tasks', join => join.onRef('batch_tasks.owner', '=', 'batches.number').onRef('batch_tasks.task', '=', 'batch_answers.task'))
    .select(['batches.id as batch', 'batch_answers.task', 'kind', 'field', 'coder', 'choice']).where('state', '<>', 'open').orderBy('batches.number').orderBy('batch_answers.task').orderBy('coder').execute()) as Choice[],
})

type BatchRow = Tables['batches'] & { readonly number: number }

async function create(context: Context, { title, coders, tasks, by }: Parameters<Batches['create']>[0]): Promise<Batch> {
  const { now } = context
  if (coders[0] === coders[1]) throw new StoreError('review-refused', 'Two different people answer a batch.')
  return await transact(context, async tx => {
    const id = randomUUID(), rows: Tables['tasks'][] = []
    for (const task of new Set(tasks)) rows.push(await taskRow(tx, task))
    if (rows.length === 0) throw new StoreError('review-refused', 'A batch needs at least one task.')
    const { number } = await tx.insertInto('batches').values({ id, title, state: 'open', created: now(), created_by: by, adjudicated_by: null, adjudicated_at: null }).returning('number').executeTakeFirstOrThrow()
    await tx.insertInto('batch_coders').values(coders.map(coder => ({ owner: number, coder, submitted: null }))).execute()
    for (const [n, row] of rows.sort((a, b) => b.weight - a.weight).entries()) await tx.insertInto('batch_tasks').values({ owner: number, n, task: row.id, kind: row.kind, field: row.field, body: JSON.stringify(row) }).execute()
    return (await batchNamed(tx, id))!
  })
}

/** The batch of a coder, locked against a second writer. Throws StoreError review-unknown or review-refused. */
async function ofCoder(tx: Tx, id: string, coder: string): Promise<BatchRow> {
  const row = await rowOf(tx, id), own = await tx.selectFrom('batch_coders').select('submitted').where('owner', '=', row.number).where('coder', '=', coder).executeTakeFirst()
  if (own === undefined) throw new StoreError('review-refused', `${coder} is no coder of this batch.`)
  if (own.submitted !== null) throw new StoreError('review-refused', `${coder} has submitted already.`)
  return row
}

async function rowOf(tx: Tx, id: string): Promise<BatchRow> {
  const row = await tx.updateTable('batches').set({ id }).where('id', '=', id).returningAll().executeTakeFirst()
  if (row === undefined) throw new StoreError('review-unknown', `There is no batch "${id}".`)
  return row as BatchRow
}

async function answerOne(context: Context, id: string, task: string, coder: string, { choice, decisions, note }: BatchAnswer): Promise<Batch> {
  const { now } = context
  return await transact(context, async tx => {
    const { number: owner } = await ofCoder(tx, id, coder)
    if (await tx.selectFrom('batch_tasks').select('n').where('owner', '=', owner).where('task', '=', task).executeTakeFirst() === undefined) throw new StoreError('task-unknown', `The batch has no task "${task}".`)
    const said = { choice, note, decisions: JSON.stringify(decisions), at: now() }
    await tx.insertInto('batch_answers').values({ owner, task, coder, ...said }).onConflict(c => c.columns(['owner', 'task', 'coder']).doUpdateSet(said)).execute()
    return (await batchNamed(tx, id))!
  })
}

async function submit(context: Context, id: string, coder: string): Promise<Batch> {
  const { now } = context
  return await transact(context, async tx => {
    const { number } = await ofCoder(tx, id, coder)
    await tx.updateTable('batch_coders').set({ submitted: now() }).where('owner', '=', number).where('coder', '=', coder).execute()
    const open = await tx.selectFrom('batch_coders').select('coder').where('owner', '=', number).where('submitted', 'is', null).executeTakeFirst()
    if (open === undefined) await tx.updateTable('batches').set({ state: 'submitted' }).where('number', '=', number).execute()
    return (await batchNamed(tx, id))!
  })
}

interface Closing { readonly id: string; readonly by: string; readonly decisions: readonly DecisionBody[]; readonly reason: string | null; readonly none: readonly string[] }

async function adjudicate(context: Context, { id, by, decisions, reason, none }: Closing): Promise<Batch> {
  return await write(context, async writing => {
    const { tx, at } = writing, row = await rowOf(tx, id)
    if (row.state !== 'submitted') throw new StoreError('review-refused', row.state === 'open' ? 'Both coders must have submitted first.' : 'The batch is closed.')
    await appendDecisions(writing, decisions.map(decision => ({ ...decision, by, reason })))
    for (const task of new Set(none)) await answerNone(tx, { owner: row.number, task, by, at, reason })
    await tx.updateTable('batches').set({ state: 'adjudicated', adjudicated_by: by, adjudicated_at: at }).where('number', '=', row.number).execute()
    return (await batchNamed(tx, id))!
  })
}

/** Keeps that the words of a missed task tell of no event. Throws StoreError where the batch has no such task. */
async function answerNone(tx: Tx, { owner, task, by, at, reason }: { readonly owner: number; readonly task: string; readonly by: string; readonly at: string; readonly reason: string | null }): Promise<void> {
  const asked = await tx.selectFrom('batch_tasks').select(['kind', 'body']).where('owner', '=', owner).where('task', '=', task).executeTakeFirst()
  if (asked === undefined) throw new StoreError('task-unknown', `The batch has no task "${task}".`)
  if (asked.kind !== 'missed') throw new StoreError('task-refused', 'A task of this kind is answered by a decision.')
  await keepAnswer(tx, { task, document: (JSON.parse(asked.body) as Tables['tasks']).document, by, at, answer: 'none', note: reason })
}

async function batchNamed(db: Db | Tx, id: string): Promise<Batch | null> {
  const row = await db.selectFrom('batches').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : (await shown(db, [row as BatchRow]))[0]!
}

async function shown(db: Db | Tx, rows: readonly BatchRow[]): Promise<readonly Batch[]> {
  if (rows.length === 0) return []
  const owners = rows.map(r => r.number)
  const coders = await db.selectFrom('batch_coders').selectAll().where('owner', 'in', owners).orderBy('coder').execute()
  const sizes = await db.selectFrom('batch_tasks').select(['owner', sql<number>`count(*)`.as('n')]).where('owner', 'in', owners).groupBy('owner').execute()
  const answered = await db.selectFrom('batch_answers').select(['owner', 'coder', sql<number>`count(*)`.as('n')]).where('owner', 'in', owners).groupBy(['owner', 'coder']).execute()
  return rows.map(({ number, id, title, state, created, created_by: createdBy, adjudicated_by: adjudicatedBy, adjudicated_at: adjudicatedAt }) => ({
    id, title, state: state as Batch['state'], created, createdBy, adjudicatedBy, adjudicatedAt, size: Number(sizes.find(s => s.owner === number)?.n ?? 0),
    coders: coders.filter(c => c.owner === number).map(({ coder, submitted }) => ({ coder, submitted, answered: Number(answered.find(a => a.owner === number && a.coder === coder)?.n ?? 0) })),
  }))
}

async function tasksOf(db: Db, id: string, viewer: string): Promise<readonly BatchTask[]> {
  const row = await db.selectFrom('batches').select(['number', 'state']).where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new StoreError('review-unknown', `There is no batch "${id}".`)
  const tasks = await db.selectFrom('batch_tasks').select(['task', 'body']).where('owner', '=', row.number).orderBy('n').execute()
  const answers = await db.selectFrom('batch_answers').selectAll().where('owner', '=', row.number).$if(row.state === 'open', q => q.where('coder', '=', viewer)).execute()
  return tasks.map(({ task, body }): BatchTask => ({
    task: taskFrom(JSON.parse(body) as Tables['tasks']) satisfies Task,
    answers: Object.fromEntries(answers.filter(a => a.task === task).map(({ coder, choice, decisions, note }) => [coder, { choice, note, decisions: JSON.parse(decisions) as DecisionBody[] }])),
  }))
}

async function queryBatches({ engine }: Context, query: Query): Promise<Page<Batch>> {
  const page = await readPage<BatchRow>(engine, { fields: BATCH_QUERY, table: 'batches', id: 'number', order: { field: 'created', descending: true }, from: sql.table('batches'), columns: sql.raw('batches.*'), always: [] }, query)
  return { ...page, rows: await shown(engine.db, page.rows) }
}

