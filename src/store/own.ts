/** Own additions of a store: a history of steps, and the reports that each of them touches. */
import { sql } from 'kysely'
import type { OwnEntry } from '../core/lexicon/own.ts'
import { putAddedRows } from './analyses/added.ts'
import { documentsNaming, mergedActors } from './decisions/merges.ts'
import { markPending } from './documents/remove.ts'
import type { Db, Tx } from './engine/engine.ts'
import { StoreError } from './errors.ts'
import { parseWords } from './text/words.ts'
import type { OwnEntries, OwnStep } from './types/own.ts'
import { write, type Context, type Writing } from './writing.ts'

export const ownOf = (context: Context): OwnEntries => ({
  now: async () => {
    const steps = await stepsOf(context.engine.db), latest = new Map(steps.toReversed().map(s => [s.id, s]))
    return { step: steps[0]?.step ?? 0, entries: [...latest.values()].flatMap(s => s.entry ?? []).sort((a, b) => (a.id < b.id ? -1 : 1)) }
  },
  put: (entry, by, reason) => write(context, async writing => {
    const before = (await stepsOf(writing.tx, entry.id))[0]?.entry ?? null
    await step(writing, entry.id, entry.kind, entry, by, reason)
    return await touch(context, writing, [entry, ...before === null ? [] : [before]])
  }),
  remove: (id, by, reason) => write(context, async writing => {
    const before = (await stepsOf(writing.tx, id))[0]?.entry ?? null
    if (before === null) throw new StoreError('own-unknown', `There is no own addition "${id}".`)
    await step(writing, id, before.kind, null, by, reason)
    return await touch(context, writing, [before])
  }),
  history: id => stepsOf(context.engine.db, id),
})

async function stepsOf(db: Db | Tx, id?: string): Promise<readonly OwnStep[]> {
  const rows = await db.selectFrom('own_steps').selectAll().$if(id !== undefined, q => q.where('id', '=', id!)).orderBy('number', 'desc').execute()
  return rows.map(({ number, id, kind, body, by_whom: by, at, reason }) => ({ id, kind: kind as OwnStep['kind'], entry: body === null ? null : JSON.parse(body) as OwnEntry, by, at, reason, step: number }))
}

async function step({ tx, at }: Writing, id: string, kind: OwnEntry['kind'], entry: OwnEntry | null, by: string, reason: string | null): Promise<void> {
  await tx.insertInto('own_steps').values({ id, kind, body: entry === null ? null : JSON.stringify(entry), by_whom: by, at, reason }).execute()
}

/** Marks the reports that hold a name of the entries; returns how many there are. What people decided about merged actors is read anew with them. */
async function touch({ engine }: Context, writing: Writing, entries: readonly OwnEntry[]): Promise<number> {
  const { tx, change } = writing, merges = entries.some(e => e.kind === 'actor' && e.same !== undefined), decided = merges ? await documentsNaming(tx, [...entries.map(e => e.id), ...(await mergedActors(tx)).keys()]) : []
  await markPending(writing, decided)
  await putAddedRows(tx, decided)
  const found = new Set<number>()
  for (const name of new Set(entries.flatMap(e => [e.name, ...e.aliases]))) {
    const words = parseWords(`"${name.replaceAll('"', ' ')}"`)
    if (words === null) continue
    for (const { number } of (await engine.matching(words).execute(tx)).rows) found.add(number)
  }
  for (const document of found) await sql`insert into own_touched (document, change) values (${document}, ${change}) on conflict (document) do update set change = ${change}`.execute(tx)
  return found.size
}
