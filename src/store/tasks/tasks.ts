/** Tasks of a store: asked most weight first, skipped, answered. */
import { sql } from 'kysely'
import { StoreError } from '../errors.ts'
import { TASK_QUERY } from '../query/fields.ts'
import { readPage } from '../query/page.ts'
import { FOREVER, type Tables } from '../schema/tables.ts'
import type { Db, Tx } from '../engine/engine.ts'
import type { Page, Query } from '../types/query.ts'
import type { GivenAnswer, MissedAnswer, Task, TaskBody, TaskKind, Tasks } from '../types/task.ts'
import { transact, type Context } from '../writing.ts'
import { refreshTasks } from './refresh.ts'

export const tasksIn = (context: Context): Tasks => ({
  refresh: options => refreshTasks(context, options),
  query: (query, viewer, options = {}) => queryTasks(context, query, viewer, options.skipped ?? false),
  get: async id => {
    const row = await context.engine.db.selectFrom('tasks').selectAll().where('id', '=', id).executeTakeFirst()
    return row === undefined ? null : taskFrom(row)
  },
  skip: (id, by, on) => skip(context, id, by, on),
  answer: (id, by, answer, note) => answerMissed(context, id, by, answer, note),
  answers: async () => (await context.engine.db.selectFrom('task_answers').selectAll().orderBy('number').execute()).map(({ task, document, by_whom: by, at, answer, note }) => ({ task, document, by, at, answer: answer as MissedAnswer, note })),
})

export const taskFrom = ({ id, kind, field, incident, other, document, uncertainty, impact, weight, body }: Tables['tasks']): Task =>
  ({ id, kind: kind as TaskKind, field: field as Task['field'], incident, other, document, uncertainty, impact, weight, body: JSON.parse(body) as TaskBody })

const COLUMNS = sql.raw(['id', 'kind', 'field', 'incident', 'other', 'document', 'uncertainty', 'impact', 'weight', 'at', 'body'].map(name => `tasks.${name}`).join(', '))

/** Tasks with what their incidents are, for questions that ask for it; others read the tasks alone. */
const WITH_INCIDENT = sql`(select tasks.*, coalesce(incidents.type, missed.type) as type, incidents.country, incidents.place_name from tasks left join incidents on incidents.id = tasks.incident and incidents.until = ${sql.lit(FOREVER)}
  left join documents on tasks.kind = 'missed' and documents.id = tasks.document left join missed on missed.document = documents.number and tasks.id = 'm:' || tasks.document || ':' || missed.first_at || '-' || missed.last_at) as tasks`
const OF_INCIDENT = new Set(['type', 'country', 'placeName'])
const asksOfIncident = ({ filters = [], facets = [] }: Query): boolean => [...filters.map(f => f.field), ...facets].some(name => OF_INCIDENT.has(name))

async function queryTasks({ engine }: Context, query: Query, viewer: string, skipped: boolean): Promise<Page<Task>> {
  const page = await readPage<Tables['tasks']>(engine, {
    fields: TASK_QUERY, table: 'tasks', id: 'id', order: { field: 'weight', descending: true }, from: asksOfIncident(query) ? WITH_INCIDENT : sql.table('tasks'), columns: COLUMNS,
    always: [
      sql`not exists (select 1 from batch_tasks join batches on batches.number = batch_tasks.owner where batch_tasks.task = tasks.id and batches.state <> 'adjudicated')`,
      ...skipped ? [] : [sql`not exists (select 1 from task_skips where task_skips.task = tasks.id and task_skips.by_whom = ${viewer})`],
    ],
  }, query)
  return { ...page, rows: page.rows.map(taskFrom) }
}

/** Throws StoreError task-unknown. */
export async function taskRow(db: Db | Tx, id: string): Promise<Tables['tasks']> {
  const row = await db.selectFrom('tasks').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new StoreError('task-unknown', `There is no task "${id}": it was decided, or what it was about has changed.`)
  return row
}

/** A task that is gone is out of everybody's way: that is no failure. */
async function skip(context: Context, id: string, by: string, on: boolean): Promise<boolean> {
  const { now } = context
  return await transact(context, async tx => {
    const there = await tx.selectFrom('tasks').select('id').where('id', '=', id).executeTakeFirst() !== undefined
    if (!on) await tx.deleteFrom('task_skips').where('task', '=', id).where('by_whom', '=', by).execute()
    else if (there) await tx.insertInto('task_skips').values({ task: id, by_whom: by, at: now() }).onConflict(c => c.doNothing()).execute()
    return there
  })
}

async function answerMissed(context: Context, id: string, by: string, answer: MissedAnswer, note: string | null): Promise<void> {
  const { now } = context
  await transact(context, async tx => {
    const before = await tx.selectFrom('task_answers').select('document').where('task', '=', id).orderBy('number', 'desc').limit(1).executeTakeFirst()
    const row = before === undefined || answer !== 'open' ? await taskRow(tx, id) : null
    if (row !== null && row.kind !== 'missed') throw new StoreError('task-refused', 'A task of this kind is answered by a decision.')
    const document = row?.document ?? before?.document ?? null
    await keepAnswer(tx, { task: id, document, by, at: now(), answer, note })
    if (answer === 'open' && document !== null) await restore(tx, id, document, now())
  })
}

/** Keeps an answer, and takes the task off the queue. */
export async function keepAnswer(tx: Tx, { by, ...answer }: GivenAnswer): Promise<void> {
  await tx.insertInto('task_answers').values({ ...answer, by_whom: by }).execute()
  await tx.deleteFrom('tasks').where('id', '=', answer.task).execute()
}

/** Puts a task back that was answered. */
async function restore(tx: Tx, id: string, document: string, at: string): Promise<void> {
  const found = await tx.selectFrom('missed').innerJoin('documents', 'number', 'missed.document').selectAll('missed').where('documents.id', '=', document).execute(), one = found.find(m => id === `m:${document}:${m.first_at}-${m.last_at}`)
  if (one === undefined) return
  const uncertainty = Math.min(1, 2 * one.confidence), body: TaskBody = { kind: 'missed', type: one.type, confidence: one.confidence, span: { start: one.first_at, end: one.last_at, exact: one.exact } }
  await tx.insertInto('tasks').values({ id, kind: 'missed', field: null, incident: null, other: null, document, uncertainty, impact: 1, weight: uncertainty, at, body: JSON.stringify(body) }).onConflict(c => c.doNothing()).execute()
}
