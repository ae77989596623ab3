/** Routes of review: tasks, batches of them for two coders, agreement. */
import { z } from '@hono/zod-openapi'
import { INCIDENT_FIELDS } from '../core/model/index.ts'
import { BATCH_QUERY, MISSED_ANSWERS, StoreError, TASK_KINDS, TASK_QUERY, type Batch, type Store, type Task } from '../store/index.ts'
import { agreementOf } from './agreement.ts'
import { properties } from './answer.ts'
import { ApiError } from './errors.ts'
import { completedAll } from './decision-routes.ts'
import { whole } from './incident-routes.ts'
import { list, route, type Ask, type Change } from './route.ts'
import { decisionBody, incident, LINK_KINDS, span } from './schemas.ts'
import { shownTasks, type ShownTask } from './tasks.ts'

const text = z.string(), nullable = text.nullable(), int = z.int(), number = z.number(), ref = z.object({ document: text, event: text })
const body = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('field'), field: z.enum(INCIDENT_FIELDS), event: ref, values: int, disputed: z.boolean(), why: text }),
  z.object({ kind: z.literal('event'), event: ref, confidence: number }),
  z.object({ kind: z.literal('pair'), a: ref, b: ref, score: number, same: z.boolean() }),
  z.object({ kind: z.literal('link'), from: ref, to: ref, link: z.enum(LINK_KINDS), evidence: z.array(z.object({ document: text, event: text, span: span })) }),
  z.object({ kind: z.literal('missed'), type: text, span: span, confidence: number }),
]).openapi('TaskBody')
const taskFields = { id: text, kind: z.enum(TASK_KINDS), field: z.enum(INCIDENT_FIELDS).nullable(), incident: nullable, other: nullable, document: nullable, uncertainty: number, impact: number, weight: number, body }
const told = z.object({ document: text, event: text, publisher: nullable, published: nullable, summary: nullable, span: span.nullable(), sentence: z.object({ start: int, text }).nullable() })
const pair = z.object({ a: ref, b: ref, score: number, reasons: z.array(z.object({ feature: text, weight: number, says: text })), same: z.boolean() })
const task = z.object({ ...taskFields, incidents: z.array(incident), told: z.array(told), pair: pair.nullable() })
  .openapi('Task', { description: '`weight` is uncertainty times impact. `incidents` are those in question, `told` the events with their sentences, `pair` why two events are taken for one occurrence or not.' })
const answer = z.object({ choice: text, decisions: z.array(decisionBody), note: nullable })
const batch = z.object({
  id: text, title: text, state: z.enum(['open', 'submitted', 'adjudicated']), created: text, createdBy: text, coders: z.array(z.object({ coder: text, submitted: nullable, answered: int })), size: int, adjudicatedBy: nullable, adjudicatedAt: nullable,
}).openapi('Batch')
const agreement = z.object({
  fields: z.array(z.object({ field: text, n: int, observed: number, kappa: number.nullable(), alpha: number.nullable() })), pace: z.array(z.object({ by: text, decisions: int, active: number, perHour: number.nullable(), last: text })),
  open: z.record(text, int), batches: z.record(text, int),
}).openapi('Agreement', { description: "Cohen's kappa and Krippendorff's alpha (nominal) of what two coders said of one task, by field or kind of task; null where chance cannot be told from agreement. `pace`: decisions, hours between decisions no further apart than five minutes, decisions an hour." })

const TASKS = properties<Task>('id', 'kind', 'field', 'incident', 'other', 'document', 'uncertainty', 'impact', 'weight', 'body')
const BATCHES = properties<Batch>('id', 'title', 'state', 'created', 'createdBy', 'coders', 'size', 'adjudicatedBy', 'adjudicatedAt')
const OWN = { tag: 'tasks', role: 'coder' } as const, BATCH = { tag: 'batches' } as const
const did = (action: string) => ({ path }: Ask): Change => ({ action, subject: path['id']!, detail: null })

/** Tasks of a batch made from the queue, at most. */
const MOST = 500

export const TASK_ROUTES = [
  list({
    path: '/tasks', role: 'coder', summary: 'What is worth a look, most uncertain and weightiest first, without what you skipped and what is in an open batch', fields: TASK_QUERY, answer: task, shape: TASKS, parameters: [{ name: 'skipped', about: 'true: also what you skipped.', choices: ['true', 'false'] }],
    run: async ({ around: { store }, query, values, caller }) => {
      const page = await store.tasks.query({ size: 20, ...query }, caller!.user, { skipped: values['skipped'] === 'true' })
      return { ...page, rows: await shownTasks(store, page.rows) }
    },
  }),
  route({ ...OWN, method: 'get', path: '/tasks/{id}', summary: 'One task', answer: task, run: oneTask }),
  route({ ...OWN, method: 'post', path: '/tasks/{id}/skip', summary: 'Put a task out of your own way', answer: z.object({ skipped: text, gone: z.boolean() }).openapi({ description: '`gone`: the task is no more, as it was decided or what it was about has changed; there is nothing to skip.' }), run: async ask => ({ skipped: ask.path['id']!, gone: !await skip(ask, true) }), audit: did('tasks.skip') }),
  route({ ...OWN, method: 'delete', path: '/tasks/{id}/skip', summary: 'Bring back a task that you skipped', answer: z.object({ unskipped: text }), run: async ask => { await skip(ask, false); return { unskipped: ask.path['id']! } }, audit: did('tasks.unskip') }),
  route({
    ...OWN, method: 'post', path: '/tasks/{id}/answer', summary: 'Say whether words that made no event tell of one; the other kinds are answered by decisions', body: z.strictObject({ answer: z.enum(MISSED_ANSWERS), note: text.max(10_000).nullable().default(null) }), answer: z.object({ answered: text }),
    run: async ({ around: { store }, path, body: { answer: said, note }, caller }) => { await store.tasks.answer(path['id']!, caller!.user, said, note); return { answered: path['id']! } },
    audit: ({ path, body: { answer: said } }) => ({ action: 'tasks.answer', subject: path['id']!, detail: { answer: said } }),
  }),
  list({ ...BATCH, path: '/coders', role: 'editor', summary: 'Names of those who may review: coders, editors, admins', paged: false, answer: z.object({ name: text }).openapi('Coder'), shape: properties<{ readonly name: string }>('name'), run: async ({ around: { store } }) => whole((await reviewers(store)).map(name => ({ name }))) }),
  list({ path: '/batches', role: 'coder', summary: 'Batches of tasks for two coders', fields: BATCH_QUERY, answer: batch, shape: BATCHES, run: ({ around, query }) => around.store.batches.query(query) }),
  route({ ...BATCH, method: 'get', path: '/batches/{id}', role: 'coder', summary: 'One batch, with its tasks and the answers that you may see: your own, and all once both have submitted', answer: z.object({ batch, tasks: z.array(z.object({ task, answers: z.record(text, answer) })) }), run: oneBatch }),
  route({
    ...BATCH, method: 'post', path: '/batches', role: 'editor', summary: 'Have two people answer tasks: those named, or the weightiest of a kind', answer: batch,
    body: z.strictObject({ title: text.min(1).max(200), coders: z.tuple([text.min(1), text.min(1)]), tasks: z.array(text).min(1).max(MOST).optional(), kind: z.enum(TASK_KINDS).optional(), size: int.min(1).max(MOST).default(50) }),
    run: async ({ around: { store }, body: { title, coders, tasks, kind, size }, caller }) => {
      await allMay(store, coders)
      const ids = tasks ?? (await store.tasks.query({ size, ...kind === undefined ? {} : { filters: [{ field: 'kind', op: 'eq', value: kind }] } }, caller!.user)).rows.map(t => t.id)
      return await store.batches.create({ title, coders, tasks: ids, by: caller!.user })
    },
    audit: ({ body: { coders } }, { id, size }: Batch) => ({ action: 'batches.create', subject: id, detail: { coders, size } }),
  }),
  route({
    ...BATCH, method: 'put', path: '/batches/{id}/answers', role: 'coder', summary: 'Answer a task of a batch; it can be changed until you submit', answer: batch,
    body: z.strictObject({ task: text, choice: text.min(1).max(500), decisions: z.array(decisionBody).max(50).default([]), note: text.max(10_000).nullable().default(null) }),
    run: async ({ around: { store }, path, body: { task: id, choice, decisions, note }, caller }) => await store.batches.answer(path['id']!, id, caller!.user, { choice, note, decisions: await completedAll(store, decisions) }),
    audit: ({ path, body: { task: id } }) => ({ action: 'batches.answer', subject: path['id']!, detail: { task: id } }),
  }),
  route({ ...BATCH, method: 'post', path: '/batches/{id}/submit', role: 'coder', summary: 'Hand your answers in', answer: batch, run: ({ around: { store }, path, caller }) => store.batches.submit(path['id']!, caller!.user), audit: did('batches.submit') }),
  route({
    ...BATCH, method: 'post', path: '/batches/{id}/adjudication', role: 'editor', summary: 'Close a batch with the decisions that were agreed on', answer: batch, body: z.strictObject({ decisions: z.array(decisionBody).max(1000), none: z.array(text).max(MOST).default([]).openapi({ description: 'Missed tasks of the batch whose words tell of no event.' }), reason: text.max(10_000).nullable().default(null) }),
    run: async ({ around: { store, wake }, path, body: { decisions, none, reason }, caller }) => {
      const closed = await store.batches.adjudicate(path['id']!, caller!.user, await completedAll(store, decisions), reason, none)
      await store.tasks.refresh({ steps: 2 })
      wake()
      return closed
    }, audit: ({ path }) => ({ action: 'batches.adjudicate', subject: path['id']!, detail: null }),
  }),
  route({
    ...OWN, method: 'get', path: '/agreement', summary: 'How far coders agree, how fast people decide, and what is left', answer: agreement, parameters: [{ name: 'since', about: 'Pace from this day or moment on; all without it.' }],
    run: async ({ around: { store }, values }) => {
      const { since } = values
      if (since !== undefined && !/^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?$/.test(since)) throw new ApiError('parameter-value', 'since is a day or a moment, such as 2024-01-20.', 'since')
      return await agreementOf(store, since ?? null)
    },
  }),
]

async function oneTask({ around: { store }, path }: Ask): Promise<ShownTask> {
  const found = await store.tasks.get(path['id']!)
  if (found === null) throw new StoreError('task-unknown', `There is no task ${JSON.stringify(path['id'])}: it was decided, or what it was about has changed.`)
  return (await shownTasks(store, [found]))[0]!
}

const reviewers = async (store: Store): Promise<readonly string[]> => (await store.access.users()).filter(u => !u.disabled && u.role !== 'reader').map(u => u.name)

/** A batch that names somebody who cannot answer is never closed. Throws StoreError user-unknown. */
async function allMay(store: Store, names: readonly string[]): Promise<void> {
  const known = await reviewers(store), stranger = names.find(n => !known.includes(n))
  if (stranger !== undefined) throw new StoreError('user-unknown', `${JSON.stringify(stranger.slice(0, 100))} is nobody who may review here; these may: ${known.join(', ')}.`)
}

const skip = ({ around: { store }, path, caller }: Ask, on: boolean): Promise<boolean> => store.tasks.skip(path['id']!, caller!.user, on)

async function oneBatch({ around: { store }, path, caller }: Ask): Promise<unknown> {
  const id = path['id']!, found = await store.batches.get(id)
  if (found === null) throw new StoreError('review-unknown', `There is no batch ${JSON.stringify(id)}.`)
  const tasks = await store.batches.tasks(id, caller!.user), shown = await shownTasks(store, tasks.map(t => t.task))
  return { batch: found, tasks: tasks.map(({ answers }, k) => ({ task: shown[k]!, answers })) }
}
