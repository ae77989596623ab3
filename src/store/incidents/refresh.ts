/** Keeps the incidents of a store in step with its analyses and decisions. */
import { sql } from 'kysely'
import type { Analysis, Decision, Incident } from '../../core/model/index.ts'
import type { Db, Tx } from '../engine/engine.ts'
import { FOREVER } from '../schema/tables.ts'
import type { IncidentIndex, IndexAnswer, Incidents, Reading } from '../types/incident.ts'
import { beginWriting, inChunks, type Context } from '../writing.ts'
import { activeDecisions } from '../decisions/active.ts'
import { putIncidents, removeIncidents } from './write.ts'

/** The index of this process and the number of the change up to which it has read; null while nothing was read. */
interface Held { readonly index: IncidentIndex; at: number }

/** What the index said since incidents were written last; the first reading of a store says nothing of what is no more. */
interface Unwritten { readonly changed: Map<string, Incident>; readonly removed: Set<string>; whole: boolean }

/**
 * A function that brings incidents up to date. The index lives in memory and is made at the first need, from all current analyses;
 * later calls feed it what changed, whoever changed it. Any number of processes may call: one writes at a time, and what another wrote already is found equal and left.
 */
export function refresherOf(context: Context, make: () => IncidentIndex): Incidents['refresh'] {
  let held: Held | null = null
  let last: Promise<unknown> = Promise.resolve()
  const unwritten: Unwritten = { changed: new Map(), removed: new Set(), whole: false }
  const once = async (): ReturnType<Incidents['refresh']> => {
    const { db } = context.engine
    if (await db.selectFrom('pending').select('document').limit(1).executeTakeFirst() === undefined) return { documents: 0, changed: 0, removed: 0 }
    held ??= { index: make(), at: -1 }
    await catchUp(db, held, unwritten)
    return await writeDown(context, held, unwritten)
  }
  // One after the other: the index is one.
  return () => {
    const next = last.then(once)
    last = next.catch(() => { held = null; clear(unwritten) })
    return next
  }
}

async function writeDown(context: Context, held: Held, unwritten: Unwritten): ReturnType<Incidents['refresh']> {
  const result = await context.engine.db.transaction().execute(async tx => {
    await context.engine.lock(tx, 'refresh')
    const { writing, finish } = await beginWriting(context.engine, tx, context.now)
    await catchUp(tx, held, unwritten)
    const done = await tx.deleteFrom('pending').returning('document').execute()
    const removed = await removeIncidents(writing, unwritten.whole ? await vanished(tx, unwritten.changed) : [...unwritten.removed])
    const changed = await putIncidents(context.engine, writing, [...unwritten.changed.values()])
    await finish()
    return { documents: done.length, changed, removed }
  })
  clear(unwritten)
  return result
}

function clear(unwritten: Unwritten): void {
  unwritten.changed.clear()
  unwritten.removed.clear()
  unwritten.whole = false
}

/** Stored incidents that a whole reading of the store does not know. */
async function vanished(tx: Tx, known: ReadonlyMap<string, Incident>): Promise<readonly string[]> {
  const stored = await tx.selectFrom('incidents').select('id').where('until', '=', FOREVER).execute()
  return stored.map(row => row.id).filter(id => !known.has(id))
}

/** Feeds the index what changed since it read last. Changes that come while it reads are fed the next time. */
async function catchUp(db: Db | Tx, held: Held, unwritten: Unwritten): Promise<void> {
  const now = (await db.selectFrom('meta').select('value').where('key', '=', 'change').executeTakeFirstOrThrow()).value
  if (now === held.at) return
  if (held.at < 0) {
    unwritten.whole = true
    await readAll(db, held, unwritten)
  } else await readChanged(db, held, unwritten)
  held.at = now
}

/** Documents read at a time. */
const PAGE = 500

async function readAll(db: Db | Tx, { index }: Held, unwritten: Unwritten): Promise<void> {
  let decisions: readonly Decision[] | null = await activeDecisions(db)
  for (let after = ''; ;) {
    const page = await readings(db, sql`documents.id > ${after} order by documents.id limit ${PAGE}`)
    absorb(unwritten, index.update({ readings: page, gone: [], decisions }))
    decisions = null
    if (page.length < PAGE) return
    after = page.at(-1)!.analysis.document.id
  }
}

async function readChanged(db: Db | Tx, { index, at }: Held, unwritten: Unwritten): Promise<void> {
  const changes = await db.selectFrom('changes').select(['kind', 'id']).distinct().where('change', '>', at).where('kind', '<>', 'incident').execute()
  const decisions = changes.some(c => c.kind === 'decision') ? await activeDecisions(db) : null
  const documents = [...new Set(changes.filter(c => c.kind !== 'decision').map(c => c.id))]
  if (documents.length === 0 && decisions !== null) absorb(unwritten, index.update({ readings: [], gone: [], decisions }))
  let first = true
  await inChunks(documents, async ids => {
    const found = await readings(db, sql`documents.id in (${sql.join(ids)})`), there = new Set(found.map(r => r.analysis.document.id))
    absorb(unwritten, index.update({ readings: found, gone: ids.filter(id => !there.has(id)), decisions: first ? decisions : null }))
    first = false
  }, PAGE)
}

/** Current analyses, with their texts, of documents that are not set aside. */
async function readings(db: Db | Tx, which: ReturnType<typeof sql>): Promise<readonly Reading[]> {
  const { rows } = await sql<{ body: string; text: string }>`select analyses.body, texts.text from documents join analyses on analyses.number = documents.analysis
    join texts on texts.document = documents.number and texts.sha256 = analyses.sha256 where documents.aside_code is null and ${which}`.execute(db)
  return rows.map(({ body, text }) => ({ analysis: JSON.parse(body) as Analysis, text }))
}

function absorb({ changed, removed }: Unwritten, answer: IndexAnswer): void {
  for (const id of answer.removed) { changed.delete(id); removed.add(id) }
  for (const incident of answer.changed) { removed.delete(incident.id); changed.set(incident.id, incident) }
}
