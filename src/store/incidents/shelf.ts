/** The shelf: events as they are compared, kept in the store, so that incidents around a few of them are read without the others. */
import { sql } from 'kysely'
import { entriesOf, entryFrom, profileText, type Entry, type IncidentLexicon, type Shelf, type Stand } from '../../core/incidents/index.ts'
import type { EventRef } from '../../core/model/index.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { inChunks } from '../writing.ts'
import { analysesOfDocuments, eachAnalysis } from './index-state.ts'

interface Row { readonly number: number; readonly document: string; readonly event: string; readonly profile: string }

/** Rows of one statement. */
const MANY = 2000

export interface StoredShelf extends Shelf {
  /** What stands there of these documents. */
  readonly of: (documents: readonly string[]) => Promise<readonly Entry[]>
  /** Takes entries off and puts others up; returns the latter as they stand there. */
  readonly change: (olds: readonly Entry[], news: readonly Entry[]) => Promise<readonly Entry[]>
}

/** The shelf of a store inside a transaction; it remembers what it has fetched. */
export function shelfOf(engine: Engine, tx: Tx): StoredShelf {
  const known = new Map<number, Entry>()
  const entry = ({ number, document, event, profile }: Row): Entry => {
    const there = known.get(number) ?? entryFrom(number, { document, event }, profile)
    known.set(number, there)
    return there
  }
  const fetch = (numbers: readonly number[]): Promise<unknown> => inChunks(numbers.filter(n => !known.has(n)), async some => {
    const { rows } = await sql<Row>`select number, document, event, profile from shelf where number in (select n from ${engine.numbers(some.map(n => [n]), ['n'])} as asked)`.execute(tx)
    for (const row of rows) entry(row)
  }, MANY)
  return {
    near: async (stands, width) => {
      const found = await numbersNear(engine, tx, stands, width)
      await fetch([...new Set(found.flat())])
      return found.map(numbers => numbers.flatMap(n => known.get(n) ?? []))
    },
    find: async refs => {
      const found: Entry[] = []
      for (const { document, event } of refs) found.push(...(await tx.selectFrom('shelf').selectAll().where('document', '=', document).where('event', '=', event).execute()).map(entry))
      return found
    },
    of: async documents => documents.length === 0 ? [] : (await tx.selectFrom('shelf').selectAll().where('document', 'in', [...documents]).execute()).map(entry),
    change: async (olds, news) => {
      await takeOff(engine, tx, olds)
      for (const { slot } of olds) known.delete(slot)
      return (await putUp(engine, tx, news)).map(e => { known.set(e.slot, e); return e })
    },
  }
}

/** The numbers of the events on either side of each stand. */
async function numbersNear(engine: Engine, tx: Tx, stands: readonly Stand[], width: number): Promise<readonly (readonly number[])[]> {
  const out: (readonly number[])[] = []
  const side = (compare: '<' | '>', order: 'asc' | 'desc') => sql`(select ${engine.gathered('owner')} from (select owner from shelf_keys where shelf_keys.key = asked.key
    and (shelf_keys.rank, shelf_keys.tie) ${sql.raw(compare)} (asked.rank, asked.tie) order by shelf_keys.rank ${sql.raw(order)}, shelf_keys.tie ${sql.raw(order)} limit ${sql.lit(width)}) as standing)`
  await inChunks(stands, async some => {
    const { rows } = await sql<{ n: number; before: string | readonly number[] | null; after: string | readonly number[] | null }>`select n, ${side('<', 'desc')} as before, ${side('>', 'asc')} as after
      from ${engine.numbers(some.map((s, n) => [n, s.key, s.rank, s.tie]), ['n', 'key', 'rank', 'tie'])} as asked order by n`.execute(tx)
    for (const { before, after } of rows) out.push([...listOf(before), ...listOf(after)])
  }, MANY)
  return out
}

const listOf = (value: string | readonly number[] | null): readonly number[] => (typeof value === 'string' ? JSON.parse(value) as number[] : value ?? [])

const KEY_COLUMNS = ['key', 'rank', 'tie', 'owner'] as const
const keyRows = (entries: readonly Entry[]): readonly (readonly number[])[] => entries.flatMap(e => Array.from(e.keys, key => [key, e.rank, e.tie, e.slot]))

async function takeOff(engine: Engine, tx: Tx, entries: readonly Entry[]): Promise<void> {
  await inChunks(keyRows(entries), rows => sql`delete from shelf_keys where (key, rank, tie, owner) in (select key, rank, tie, owner from ${engine.numbers(rows, KEY_COLUMNS)} as gone)`.execute(tx), MANY)
  await inChunks(entries, some => tx.deleteFrom('shelf').where('number', 'in', some.map(e => e.slot)).execute())
}

/** Writes entries; returns them under their numbers. */
async function putUp(engine: Engine, tx: Tx, entries: readonly Entry[]): Promise<readonly Entry[]> {
  const out: Entry[] = []
  await inChunks(entries, async some => {
    const rows = await tx.insertInto('shelf').values(some.map(({ profile }) => ({ ...profile.ref, profile: profileText(profile) }))).returning(['number', 'document', 'event']).execute()
    const numbers = new Map(rows.map(r => [keyOf(r), r.number]))
    for (const e of some) out.push({ ...e, slot: numbers.get(keyOf(e.profile.ref))! })
  })
  await inChunks(keyRows(out), rows => sql`insert into shelf_keys (key, rank, tie, owner) select key, rank, tie, owner from ${engine.numbers(rows, KEY_COLUMNS)} as come`.execute(tx), MANY)
  return out
}

/** Puts up what the current analyses tell: of these documents, in place of their old events; of all, in place of everything, where `documents` is null. */
export async function fillShelf(engine: Engine, tx: Tx, documents: readonly string[] | null, lexicon: IncidentLexicon): Promise<void> {
  if (documents === null) {
    await tx.deleteFrom('shelf_keys').execute()
    await tx.deleteFrom('shelf').execute()
    for await (const page of eachAnalysis(tx)) await putUp(engine, tx, page.flatMap(a => entriesOf(a, lexicon)))
  } else await inChunks(documents, async some => {
    await takeOff(engine, tx, await shelfOf(engine, tx).of(some))
    await putUp(engine, tx, [...(await analysesOfDocuments(tx, some)).values()].flatMap(a => entriesOf(a, lexicon)))
  })
}

const keyOf = ({ document, event }: EventRef): string => `${document}\0${event}`
