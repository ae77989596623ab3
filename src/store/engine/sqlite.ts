/** The embedded engine: one file, Node's own SQLite, words by FTS5 and boxes by R*Tree. */
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely, sql, type RawBuilder } from 'kysely'
import { StoreError } from '../errors.ts'
import type { Tables } from '../schema/tables.ts'
import type { WordQuery } from '../text/words.ts'
import type { Box, Db, Engine, PlacedRow, Tx } from './engine.ts'
import { nodeSqliteDialect, patiently } from './node-sqlite.ts'

/** "Casu" in ASCII: marks the file as ours. */
const APPLICATION = 0x43617375
/** R*Tree keeps 32-bit floats: boxes are widened by more than they round, in degrees. Days are exact. */
const SLACK = 0.0001
/** Days outside of every calendar: an incident without a day. */
const BEFORE = -8_000_000, AFTER = 8_000_000

/** Opens or makes the file; ":memory:" for tests. Throws StoreError store-unreachable or store-foreign. */
export async function openSqlite(path: string): Promise<Engine> {
  const writer = await openClaimed(path)
  if (path === ':memory:') return engineOver(new Kysely<Tables>({ dialect: nodeSqliteDialect(writer) }), path)
  try {
    return engineOver(new SplitKysely(await openClaimed(path), writer), path)
  } catch (thrown) {
    writer.close()
    throw thrown
  }
}

/** Reads by one connection and writes by another, so that a read does not wait for a transaction to end, or for another process to let one begin. */
class SplitKysely extends Kysely<Tables> {
  readonly #writer: Kysely<Tables>
  readonly #databases: readonly DatabaseSync[]
  constructor(reader: DatabaseSync, writer: DatabaseSync) {
    super({ dialect: nodeSqliteDialect(reader) })
    this.#databases = [reader, writer]
    this.#writer = new Kysely<Tables>({ dialect: nodeSqliteDialect(writer) })
  }
  override transaction(): ReturnType<Kysely<Tables>['transaction']> { return this.#writer.transaction() }
  override async destroy(): Promise<void> {
    await super.destroy()
    await this.#writer.destroy()
    // One that was never asked is not closed by Kysely; the last to close puts the log into the file.
    for (const database of this.#databases) if (database.isOpen) database.close()
  }
}

async function openClaimed(path: string): Promise<DatabaseSync> {
  const database = openFile(path)
  try {
    await patiently(() => claim(database, path))
    return database
  } catch (thrown) {
    database.close()
    throw thrown instanceof StoreError ? thrown : new StoreError('store-unreachable', `${path} cannot be used as a store: ${(thrown as Error).message}.`, { cause: thrown })
  }
}

function openFile(path: string): DatabaseSync {
  try {
    return new DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: 100 })
  } catch (thrown) {
    throw new StoreError('store-unreachable', `${path} cannot be opened: ${(thrown as Error).message}. Check that its folder is there and that you may write to it.`, { cause: thrown })
  }
}

/** Every commit reaches the disk before it is acknowledged (synchronous = FULL). */
const PRAGMAS = 'pragma journal_mode = wal; pragma synchronous = full; pragma trusted_schema = off; pragma cache_size = -65536; pragma temp_store = memory; pragma journal_size_limit = 67108864'

function claim(database: DatabaseSync, path: string): void {
  const number = (text: string): number => Object.values(database.prepare(text).get()!)[0] as number
  const mark = number('pragma application_id')
  if (mark !== APPLICATION && (mark !== 0 || number('select count(*) from sqlite_schema') > 0)) throw new StoreError('store-foreign', `${path} is a database of another program; give the store another path.`)
  database.exec(PRAGMAS)
  if (mark !== APPLICATION) database.exec(`pragma application_id = ${APPLICATION}`)
}

const engineOver = (db: Db, where: string): Engine => ({
  name: 'sqlite', where, db,
  ddl: { serial: 'integer primary key autoincrement', text: 'text', integer: 'integer', real: 'real' },
  exclusively: work => db.transaction().execute(work),
  lock: async () => {},
  lockChange: async tx => (await tx.selectFrom('meta').select('value').where('key', '=', 'change').executeTakeFirstOrThrow()).value,
  indexWords, matching, ranked, indexPlace, unplace, inBox,
  forGood: work => forGood(db, work),
  numbers: (rows, columns) => sql`(select ${sql.join(columns.map((name, i) => sql`value ->> ${sql.lit(i)} as ${sql.ref(name)}`))} from json_each(${JSON.stringify(rows)}))`,
  gathered: column => sql`json_group_array(${sql.ref(column)})`,
  weekOf: day => sql`coalesce(date(${day}, 'weekday 0', '-6 days'), ${day})`,
  integrity: () => integrity(db),
  tidy: async () => { await sql`pragma optimize = 0x10002`.execute(db) },
  close: () => db.destroy(),
})

async function indexWords(tx: Tx, number: number, words: string | null): Promise<void> {
  await sql`delete from document_words where rowid = ${number}`.execute(tx)
  if (words !== null) await sql`insert into document_words (rowid, words) values (${number}, ${words})`.execute(tx)
}

const quoted = (phrase: readonly string[]): string => `"${phrase.join(' ').replaceAll('"', '')}"`
const matchOf = ({ phrases, without }: WordQuery): string => [`(${phrases.map(quoted).join(' AND ')})`, ...without.map(quoted)].join(' NOT ')
const matching = (query: WordQuery): RawBuilder<{ number: number }> => sql`select rowid as number from document_words where document_words match ${matchOf(query)}`
const ranked = (query: WordQuery, size: number, offset: number): RawBuilder<{ number: number }> =>
  sql`select rowid as number from document_words where document_words match ${matchOf(query)} order by rank, rowid desc limit ${size} offset ${offset}`

async function indexPlace(tx: Tx, places: readonly PlacedRow[]): Promise<void> {
  for (const { number, latitude, longitude, first, last } of places) {
    await sql`insert into incident_boxes values (${number}, ${longitude}, ${longitude}, ${latitude}, ${latitude}, ${first ?? BEFORE}, ${last ?? AFTER})`.execute(tx)
  }
}

async function unplace(tx: Tx, numbers: readonly number[]): Promise<void> {
  for (const number of numbers) await sql`delete from incident_boxes where number = ${number}`.execute(tx)
}

/** The index of words and the file are written anew, so that nothing of what was freed before or now is left in them, and the log that holds old pages is emptied. */
async function forGood(db: Db, work: () => Promise<void>): Promise<void> {
  await work()
  await patiently(() => sql`insert into document_words (document_words) values ('optimize')`.execute(db))
  await patiently(() => sql`vacuum`.execute(db))
  for (let tries = 0; (await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db)).rows[0]?.busy === 1; tries++) {
    if (tries === CLEARINGS) throw new StoreError('store-busy', 'The report is deleted, but its words stay in the log beside the file while another process reads it: end that process, and the log is emptied when the last one closes the store.')
    await sleep(1000)
  }
}

/** Times that the log is tried to be emptied, a second apart. */
const CLEARINGS = 30

function inBox({ west, south, east, north, first, last }: Box): RawBuilder<boolean> {
  const between = (from: number, to: number): RawBuilder<unknown> => sql`select number from incident_boxes where west <= ${to + SLACK} and east >= ${from - SLACK}
    and south <= ${north + SLACK} and north >= ${south - SLACK} and first <= ${last ?? AFTER} and last >= ${first ?? BEFORE}`
  return west <= east ? sql`incidents.number in (${between(west, east)})` : sql`incidents.number in (${between(west, 180)} union all ${between(-180, east)})`
}

async function integrity(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
  const { rows: orphans } = await sql<{ table: string }>`select distinct "table" from pragma_foreign_key_check`.execute(db)
  return [...rows.map(r => r.integrity_check).filter(says => says !== 'ok'), ...orphans.map(o => `Rows of ${o.table} point at what is not there.`)]
}
