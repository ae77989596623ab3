/** Keeps the incidents of a store in step with its analyses and decisions. */
import { createHash } from 'node:crypto'
import type { Tx } from '../engine/engine.ts'
import { FOREVER } from '../schema/tables.ts'
import type { Group, IncidentIndex, Incidents } from '../types/incident.ts'
import { beginWriting, inChunks, type Context, type Writing } from '../writing.ts'
import { catchUp, clearHeld, emptyHeld, readingsOf, type Held } from './index-state.ts'
import { putIncidents, removeIncidents } from './write.ts'

type Counts = Awaited<ReturnType<Incidents['refresh']>>

/**
 * A function that brings incidents up to date. The index lives in memory and is made at the first need, from all current analyses;
 * later calls feed it what changed, whoever changed it. Any number of processes may call: one writes at a time, and what another wrote already is found equal and left.
 */
export function refresherOf(context: Context, make: () => IncidentIndex): Pick<Incidents, 'refresh' | 'ready'> {
  const { db } = context.engine
  let held: Held | null = null
  let last: Promise<unknown> = Promise.resolve()
  const once = async (): Promise<Counts> => {
    if (await db.selectFrom('pending').select('document').limit(1).executeTakeFirst() === undefined) return { documents: 0, changed: 0, removed: 0 }
    held ??= emptyHeld(make())
    await catchUp(db, held)
    return await writeDown(context, held)
  }
  // One after the other: the index is one. A failure leaves it in doubt, so the next call begins anew.
  const inTurn = <T>(step: () => Promise<T>): Promise<T> => {
    const next = last.then(step)
    last = next.catch(() => { held = null })
    return next
  }
  return { refresh: () => inTurn(once), ready: () => inTurn(async () => { await catchUp(db, held ??= emptyHeld(make())) }) }
}

async function writeDown(context: Context, held: Held): Promise<Counts> {
  const counts = await context.engine.db.transaction().execute(async tx => {
    await context.engine.lock(tx, 'refresh')
    const { writing, finish } = await beginWriting(context.engine, tx, context.now)
    await catchUp(tx, held)
    const pending = (await tx.deleteFrom('pending').returning('document').execute()).map(p => p.document)
    const groups = held.fresh ? await differing(writing, held, pending) : inStep(held)
    const removed = await removeIncidents(writing, [...held.gone])
    const changed = await readAndPut(context, writing, held.index, groups)
    await finish()
    return { documents: pending.length, changed, removed }
  })
  clearHeld(held)
  return counts
}

/** Groups that changed, those of documents that did, and those that share a report with a group that changed: links between incidents name them. */
function inStep({ index, changed, gone, touched }: Held): readonly Group[] {
  const near = index.around([...new Set([...touched, ...[...changed.values()].flatMap(g => g.members.map(m => m.document))])])
  return [...new Map([...near, ...changed.values()].filter(g => !gone.has(g.id)).map(g => [g.id, g])).values()]
}

/** What an index built from nothing groups otherwise than the store does; everything, where another way of reading wrote the store. */
async function differing(writing: Writing, held: Held, pending: readonly string[]): Promise<readonly Group[]> {
  const { tx } = writing, { index } = held, stored = await storedMembers(tx), all = [...index.groups()]
  const known = new Set(all.map(g => g.id))
  held.changed.clear()
  held.gone.clear()
  for (const id of stored.keys()) if (!known.has(id)) held.gone.add(id)
  if (await isOtherVersion(tx, index.version)) return all
  for (const group of all) if (stored.get(group.id) !== membersKey(group.members)) held.changed.set(group.id, group)
  for (const document of pending) held.touched.add(document)
  return inStep(held)
}

const membersKey = (members: Group['members']): string => members.map(m => `${m.document}\0${m.event}`).sort().join('\n')

async function storedMembers(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.selectFrom('incidents').innerJoin('incident_members', 'incident_members.owner', 'incidents.number').select(['incidents.id', 'document', 'event']).where('until', '=', FOREVER).execute()
  const members = new Map<string, { document: string; event: string }[]>()
  for (const { id, document, event } of rows) { const some = members.get(id); if (some === undefined) members.set(id, [{ document, event }]); else some.push({ document, event }) }
  return new Map([...members].map(([id, some]) => [id, membersKey(some)]))
}

/** Whether incidents were last written by another way of reading; remembers this one. */
async function isOtherVersion(tx: Tx, version: string): Promise<boolean> {
  const value = Number.parseInt(createHash('sha256').update(version).digest('hex').slice(0, 12), 16)
  const before = await tx.selectFrom('meta').select('value').where('key', '=', 'incidents').executeTakeFirst()
  await tx.insertInto('meta').values({ key: 'incidents', value }).onConflict(c => c.column('key').doUpdateSet({ value })).execute()
  return before?.value !== value
}

/** Incidents read and written at a time: they bound what is in memory. */
const CHUNK = 200

async function readAndPut({ engine }: Context, writing: Writing, index: IncidentIndex, groups: readonly Group[]): Promise<number> {
  let written = 0
  await inChunks(groups.toSorted(byFirstMember), async some => {
    const readings = await readingsOf(writing.tx, [...new Set(some.flatMap(g => g.members.map(m => m.document)))])
    written += await putIncidents(engine, writing, some.map(group => index.read(group, document => readings.get(document) ?? null)))
  }, CHUNK)
  return written
}

/** Groups of one report stand together, so that it is loaded once. */
const byFirstMember = (a: Group, b: Group): number => a.members[0]!.document < b.members[0]!.document ? -1 : a.members[0]!.document > b.members[0]!.document ? 1 : 0
