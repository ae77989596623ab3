/** Keeps the incidents of a store in step with its analyses and decisions. */
import { createHash } from 'node:crypto'
import type { IncidentLexicon } from '../../core/incidents/index.ts'
import { loadIncidentLexicon } from '../../resources/load.ts'
import type { Db, Tx } from '../engine/engine.ts'
import { FOREVER } from '../schema/tables.ts'
import type { Group, IncidentIndex, Incidents } from '../types/incident.ts'
import { beginWriting, inChunks, type Context, type Writing } from '../writing.ts'
import { coreIndex, versionOf } from './core-index.ts'
import { catchUp, clearHeld, emptyHeld, readingsOf, type Held } from './index-state.ts'
import { fillShelf } from './shelf.ts'
import { stepAround } from './step.ts'
import { putIncidents, removeIncidents } from './write.ts'

type Counts = Awaited<ReturnType<Incidents['refresh']>>

/**
 * A function that brings incidents up to date with an index of its own kind. The index lives in memory and is made at the first need, from all current analyses;
 * later calls feed it what changed, whoever changed it. Any number of processes may call: one writes at a time, and what another wrote already is found equal and left.
 */
export function refresherWith(context: Context, make: () => IncidentIndex): Refresher {
  let held: Held | null = null
  const turn = turns(() => { held = null })
  return {
    refresh: turn(async () => {
      if (await isIdle(context)) return NOTHING
      held ??= emptyHeld(make())
      await catchUp(context.engine.db, held)
      return await writeDown(context, held)
    }),
    ready: turn(async () => { await catchUp(context.engine.db, held ??= emptyHeld(make())) }),
  }
}

type Refresher = Pick<Incidents, 'refresh' | 'ready'>

/**
 * The same by core's index. What is pending is read step by step from the shelf; all at once, in memory, where nothing or little was read before, or by another way of reading.
 * Where two versions of Casus work on one store, each reads everything anew but once; then the one that read last goes on.
 */
export function refresherOf(context: Context): Refresher {
  const lexicon = once(loadIncidentLexicon), version = once(versionOf), turn = turns()
  let asserted = false
  const refresh = async (): Promise<Counts> => {
    let total = NOTHING
    while (!await isIdle(context)) {
      const other = await isOtherVersion(context.engine.db, version())
      if (other && asserted) break
      asserted = true
      const counts = other || await isForAll(context) ? await readAllAnew(context, lexicon()) : await step(context, lexicon(), version())
      total = { documents: total.documents + counts.documents, changed: total.changed + counts.changed, removed: total.removed + counts.removed }
    }
    return total
  }
  return { refresh: turn(refresh), ready: async () => { lexicon(); version() } }
}

const NOTHING: Counts = { documents: 0, changed: 0, removed: 0 }

/** Makes functions that run one call after the other; `failed` hears of each that broke. */
function turns(failed: () => void = () => {}): <T>(run: () => Promise<T>) => () => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return run => () => {
    const next = last.then(run)
    last = next.catch(failed)
    return next
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}

const isIdle = async ({ engine: { db } }: Context): Promise<boolean> => await db.selectFrom('pending').select('document').limit(1).executeTakeFirst() === undefined

/** From this many pending documents on, and from this share of all, everything is read at once. */
const MANY = 2000, MUCH = 0.2

async function isForAll({ engine: { db } }: Context): Promise<boolean> {
  const count = async (table: 'pending' | 'documents'): Promise<number> => Number((await db.selectFrom(table).select(e => e.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n)
  const pending = await count('pending')
  return pending >= MANY && pending >= MUCH * await count('documents')
}

async function readAllAnew(context: Context, lexicon: IncidentLexicon): Promise<Counts> {
  const held = emptyHeld(coreIndex())
  await catchUp(context.engine.db, held)
  return await writeDown(context, held, (tx, documents) => fillShelf(context.engine, tx, documents, lexicon))
}

/** Documents of one step: they bound how long others wait to write. */
const STEP = 50

/** Nothing is done where another process has meanwhile read all by another way. */
async function step(context: Context, lexicon: IncidentLexicon, version: string): Promise<Counts> {
  return await context.engine.db.transaction().execute(async tx => {
    await context.engine.lock(tx, 'refresh')
    const { writing, finish } = await beginWriting(context.engine, tx, context.now)
    if (await isOtherVersion(tx, version)) return NOTHING
    const documents = (await tx.selectFrom('pending').select('document').orderBy('change').orderBy('document').limit(STEP).execute()).map(p => p.document)
    if (documents.length === 0) return NOTHING
    await tx.deleteFrom('pending').where('document', 'in', documents).execute()
    const counts = await stepAround(context, writing, documents, lexicon)
    await finish()
    return { documents: documents.length, ...counts }
  })
}

/** `shelve` is told of the documents whose events the shelf must take in; null for all. */
async function writeDown(context: Context, held: Held, shelve: (tx: Tx, documents: readonly string[] | null) => Promise<void> = async () => {}): Promise<Counts> {
  const counts = await context.engine.db.transaction().execute(async tx => {
    await context.engine.lock(tx, 'refresh')
    const { writing, finish } = await beginWriting(context.engine, tx, context.now)
    await catchUp(tx, held)
    const pending = (await tx.deleteFrom('pending').returning('document').execute()).map(p => p.document), anew = held.fresh && await isOtherVersion(tx, held.index.version)
    await shelve(tx, anew ? null : pending)
    const groups = held.fresh ? await differing(writing, held, pending, anew) : inStep(held)
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
async function differing(writing: Writing, held: Held, pending: readonly string[], anew: boolean): Promise<readonly Group[]> {
  const { tx } = writing, { index } = held, stored = await storedMembers(tx), all = [...index.groups()]
  const known = new Set(all.map(g => g.id))
  held.changed.clear()
  held.gone.clear()
  for (const id of stored.keys()) if (!known.has(id)) held.gone.add(id)
  if (anew) { await rememberVersion(tx, index.version); return all }
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

/** A version as a number. */
const numberOf = (version: string): number => Number.parseInt(createHash('sha256').update(version).digest('hex').slice(0, 12), 16)

/** Whether incidents were last written by another way of reading. */
const isOtherVersion = async (db: Db | Tx, version: string): Promise<boolean> => (await db.selectFrom('meta').select('value').where('key', '=', 'incidents').executeTakeFirst())?.value !== numberOf(version)

async function rememberVersion(tx: Tx, version: string): Promise<void> {
  const value = numberOf(version)
  await tx.insertInto('meta').values({ key: 'incidents', value }).onConflict(c => c.column('key').doUpdateSet({ value })).execute()
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
