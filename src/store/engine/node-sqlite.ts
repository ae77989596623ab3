/** Lets Kysely speak to Node's own SQLite: one connection, write transactions that take their lock at once. */
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { CompiledQuery, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, type DatabaseConnection, type Dialect, type Driver, type QueryResult, type TransactionSettings } from 'kysely'
import { StoreError } from '../errors.ts'

/** Milliseconds that a write waits for another process, in all. */
const PATIENCE = 60_000
/** Statements kept prepared. */
const KEPT = 256

/** The dialect over an open database; `Kysely.destroy` closes it. */
export const nodeSqliteDialect = (database: DatabaseSync): Dialect => ({
  createDriver: () => driverOver(database),
  createQueryCompiler: () => new SqliteQueryCompiler(),
  createAdapter: () => new SqliteAdapter(),
  createIntrospector: db => new SqliteIntrospector(db),
})

function driverOver(database: DatabaseSync): Driver {
  const connection = connectionOver(database)
  const raw = (text: string): Promise<unknown> => connection.executeQuery(CompiledQuery.raw(text))
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    beginTransaction: async (_, settings: TransactionSettings) => { await patiently(() => raw(settings.accessMode === 'read only' ? 'begin' : 'begin immediate')) },
    commitTransaction: async () => { await patiently(() => raw('commit')) },
    rollbackTransaction: async () => { if (database.isTransaction) await raw('rollback') },
    releaseConnection: async () => {},
    destroy: async () => { if (database.isOpen) database.close() },
  }
}

function connectionOver(database: DatabaseSync): DatabaseConnection {
  const statements = new Map<string, StatementSync>()
  const prepared = (text: string): StatementSync => {
    const statement = statements.get(text) ?? database.prepare(text)
    statements.delete(text)
    statements.set(text, statement)
    if (statements.size > KEPT) statements.delete(statements.keys().next().value!)
    return statement
  }
  return {
    executeQuery: async <R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> => {
      const statement = prepared(sql), values = parameters.map(inputOf)
      if (statement.columns().length > 0) return { rows: statement.all(...values) as R[] }
      const { changes, lastInsertRowid } = statement.run(...values)
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
    },
    streamQuery: async function* <R>({ sql, parameters }: CompiledQuery): AsyncGenerator<QueryResult<R>> {
      for (const row of database.prepare(sql).iterate(...parameters.map(inputOf))) yield { rows: [row as R] }
    },
  }
}

const inputOf = (value: unknown): SQLInputValue => typeof value === 'boolean' ? Number(value) : value === undefined ? null : value as SQLInputValue

/** True of the errors that say another connection holds the lock. */
export const isBusy = (thrown: unknown): boolean => [5, 6].includes(((thrown as { errcode?: number } | null)?.errcode ?? 0) & 0xff)

/** Tries again, without blocking the process, while another one holds the lock. Throws StoreError store-busy in the end. */
export async function patiently<T>(attempt: () => T | Promise<T>, patience: number = PATIENCE): Promise<T> {
  const until = Date.now() + patience
  for (let pause = 1; ; pause = Math.min(pause * 2, 50)) {
    try { return await attempt() } catch (thrown) {
      if (!isBusy(thrown)) throw thrown
      if (Date.now() > until) throw new StoreError('store-busy', `Another process has held the store for ${patience / 1000} seconds; wait until it is done, or end it.`, { cause: thrown })
      await sleep(pause + Math.random() * pause)
    }
  }
}
