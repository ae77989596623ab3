/** Keeps tasks in step with what the feed of changes tells: what is read outside of a transaction is written in a short one. */
import { sql } from 'kysely'
import { overlaps, type Analysis, type Decision, type EventRef, type Incident } from '../../core/model/index.ts'
import { withAdditions } from '../analyses/added.ts'
import { anchorsOf } from '../decisions/anchors.ts'
import { aboutIncident, atPresent } from '../decisions/present.ts'
import { FOREVER, type Tables } from '../schema/tables.ts'
import type { Db, Tx } from '../engine/engine.ts'
import type { Task, Tasks } from '../types/task.ts'
import { inChunks, type Context } from '../writing.ts'
import { linkTasks, taskOf, tasksOf } from './make.ts'
import { pairTasks, type Shelf } from './pairs.ts'

/** Changes read at a time. */
const STEP = 200

interface Mark { readonly change: number; readonly n: number }
interface Row extends Mark { readonly kind: string; readonly id: string }

export async function refreshTasks(context: Context, { steps = Number.POSITIVE_INFINITY, signal }: NonNullable<Parameters<Tasks['refresh']>[0]> = {}): Promise<boolean> {
  for (let step = 0; step < steps; step++) {
    if (signal?.aborted === true) return false
    if (!await oneStep(context)) return true
  }
  return false
}

/** False where there was nothing to do. */
async function oneStep(context: Context): Promise<boolean> {
  const { db } = context.engine, mark = await markOf(db)
  const rows = await db.selectFrom('changes').select(['change', 'n', 'kind', 'id']).where(sql<boolean>`(change > ${mark.change} or change = ${mark.change} and n > ${mark.n})`).orderBy('change').orderBy('n').limit(STEP).execute()
  const last = rows.at(-1)
  if (last === undefined) return false
  const incidents = await incidentsOf(db, rows), documents = [...new Set([...rows.filter(r => r.kind === 'analysis' || r.kind === 'document').map(r => r.id), ...await addedTo(db, rows)])]
  const tasks = [...await ofIncidents(db, incidents), ...await missedOf(db, documents)]
  await context.engine.db.transaction().execute(async tx => {
    await context.engine.lock(tx, 'tasks')
    const now = await markOf(tx)
    // Another process was here meanwhile.
    if (now.change !== mark.change || now.n !== mark.n) return
    await replace(tx, context.now(), incidents, documents, tasks)
    for (const [key, value] of [['tasks', last.change], ['tasks n', last.n]] as const) await tx.insertInto('meta').values({ key, value }).onConflict(c => c.column('key').doUpdateSet({ value })).execute()
  })
  return true
}

async function markOf(db: Db | Tx): Promise<Mark> {
  const rows = await db.selectFrom('meta').select(['key', 'value']).where('key', 'in', ['tasks', 'tasks n']).execute(), of = (key: string): number => rows.find(r => r.key === key)?.value ?? -1
  return { change: of('tasks'), n: of('tasks n') }
}

/** Ids of incidents that changed, or on whose events people decided. */
async function incidentsOf(db: Db, rows: readonly Row[]): Promise<readonly string[]> {
  const ids = new Set(rows.filter(r => r.kind === 'incident').map(r => r.id))
  for (const { id } of rows.filter(r => r.kind === 'decision')) {
    for (const { document, event } of await eventsOf(db, id)) {
      const found = await db.selectFrom('events').select('incident').where('document_id', '=', document).where('event', '=', event).executeTakeFirst()
      if (found?.incident != null) ids.add(found.incident)
    }
  }
  return [...ids]
}

/** Documents that events were added to, or taken from again. */
async function addedTo(db: Db, rows: readonly Row[]): Promise<readonly string[]> {
  const out: string[] = []
  for (const { id } of rows.filter(r => r.kind === 'decision')) out.push(...(await eventsOf(db, id, 'add')).map(e => e.document))
  return out
}

/** The events a decision speaks of (of one kind, or of any); those of what it undoes, however many undoings lie between. */
async function eventsOf(db: Db, id: string, kind?: Decision['kind']): Promise<readonly EventRef[]> {
  for (let at = id, depth = 0; depth < 50; depth++) {
    const row = await db.selectFrom('decisions').select(['kind', 'body']).where('id', '=', at).executeTakeFirst()
    if (row === undefined) return []
    if (row.kind !== 'undo') return kind !== undefined && row.kind !== kind ? [] : (await atPresent(db, [JSON.parse(row.body) as Decision])).flatMap(anchorsOf)
    at = (JSON.parse(row.body) as { readonly decision: string }).decision
  }
  return []
}

async function ofIncidents(db: Db, ids: readonly string[]): Promise<readonly Task[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('incidents').select('body').where('id', 'in', [...ids]).where('until', '=', FOREVER).execute(), incidents = rows.map(r => JSON.parse(r.body) as Incident)
  const decisions = await decisionsOn(db, [...new Set(incidents.flatMap(i => i.members.map(m => m.document)))]), theirs = await membersOf(db, [...new Set(incidents.flatMap(i => i.links.map(l => l.incident)))])
  const shelf = shelfOf(db), tasks = new Map<string, Task>()
  for (const incident of incidents) {
    const own = decisions.length === 0 ? decisions : aboutIncident(incident, decisions)
    for (const task of [...tasksOf(incident, own), ...linkTasks(incident, own, id => theirs.get(id) ?? []), ...await pairTasks(db, shelf, incident, own)]) tasks.set(task.id, task)
  }
  return [...tasks.values()]
}

/** Those that hold, with their events named as at present. */
async function decisionsOn(db: Db, documents: readonly string[]): Promise<readonly Decision[]> {
  const found = new Map<string, Decision>()
  await inChunks(documents, async some => {
    for (const { id, body } of await db.selectFrom('decisions').innerJoin('decision_events', 'owner', 'number').select(['decisions.id', 'body']).where('undone', '=', 0).where('document', 'in', [...some]).execute()) found.set(id, JSON.parse(body) as Decision)
  })
  return await atPresent(db, [...found.values()])
}

async function membersOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, readonly EventRef[]>> {
  const found = new Map<string, EventRef[]>()
  await inChunks(ids, async some => {
    for (const { id, document, event } of await db.selectFrom('incident_members').innerJoin('incidents', 'number', 'owner').select(['incidents.id', 'document', 'event']).where('incidents.id', 'in', [...some]).where('until', '=', FOREVER).orderBy('document').orderBy('event').execute()) {
      const list = found.get(id)
      if (list === undefined) found.set(id, [{ document, event }]); else list.push({ document, event })
    }
  })
  return found
}

function shelfOf(db: Db): Shelf {
  const read = new Map<string, Analysis>()
  return {
    of: async documents => {
      const missing = documents.filter(d => !read.has(d))
      if (missing.length === 0) return read
      const rows = await db.selectFrom('documents').innerJoin('analyses', 'analyses.number', 'documents.analysis').select('body').where('documents.id', 'in', missing).execute()
      for (const analysis of await withAdditions(db, rows.map(r => JSON.parse(r.body) as Analysis))) read.set(analysis.document.id, analysis)
      return read
    },
  }
}

/** Half of all that was found and let go is right to be; more confidence, more doubt. */
const missedDoubt = (confidence: number): number => Math.min(1, 2 * confidence)

async function missedOf(db: Db, documents: readonly string[]): Promise<readonly Task[]> {
  if (documents.length === 0) return []
  const rows = await db.selectFrom('missed').innerJoin('documents', 'number', 'missed.document').selectAll('missed').select('documents.id').where('documents.id', 'in', [...documents]).where('aside_code', 'is', null).execute()
  const answers = new Map((await db.selectFrom('task_answers').select(['task', 'answer']).where('document', 'in', [...documents]).orderBy('number').execute()).map(a => [a.task, a.answer]))
  const added = (await decisionsOn(db, documents)).flatMap(d => (d.kind === 'add' ? d.event : []))
  return rows.filter(m => !added.some(a => a.document === m.id && overlaps(a.mention, { start: m.first_at, end: m.last_at }))).map(({ id: document, type, first_at: start, last_at: end, exact, confidence }) => taskOf({
    id: `m:${document}:${start}-${end}`, incident: null, other: null, document, uncertainty: missedDoubt(confidence), impact: 1, body: { kind: 'missed', type, confidence, span: { start, end, exact } },
  })).filter(({ id }) => (answers.get(id) ?? 'open') === 'open')
}

async function replace(tx: Tx, at: string, incidents: readonly string[], documents: readonly string[], tasks: readonly Task[]): Promise<void> {
  if (incidents.length > 0) await tx.deleteFrom('tasks').where(eb => eb.or([eb('incident', 'in', [...incidents]), eb('other', 'in', [...incidents]).and('kind', '=', 'pair')])).execute()
  if (documents.length > 0) await tx.deleteFrom('tasks').where('kind', '=', 'missed').where('document', 'in', [...documents]).execute()
  await inChunks(tasks.map(task => rowOf(task, at)), rows => tx.insertInto('tasks').values(rows).onConflict(c => c.column('id').doNothing()).execute(), 50)
}

const rowOf = ({ body, ...task }: Task, at: string): Tables['tasks'] => ({ ...task, at, body: JSON.stringify(body) })
