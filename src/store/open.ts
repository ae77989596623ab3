/** Opens a store: a file, or a PostgreSQL database by its address. */
import { accessOf } from './access/access.ts'
import { analysesOf } from './analyses/analyses.ts'
import { changesOf } from './changes.ts'
import { checkStore } from './check.ts'
import { decisionsOf } from './decisions/decisions.ts'
import { reviewsOf } from './decisions/reviews.ts'
import { documentsOf } from './documents/documents.ts'
import type { Engine } from './engine/engine.ts'
import { openPostgres } from './engine/postgres.ts'
import { openSqlite } from './engine/sqlite.ts'
import { incidentsOf } from './incidents/incidents.ts'
import { refresherOf, refresherWith } from './incidents/refresh.ts'
import { migrate } from './schema/migrate.ts'
import { ownOf } from './own.ts'
import { sourcesOf } from './sources.ts'
import { batchesOf } from './tasks/batches.ts'
import { tasksIn } from './tasks/tasks.ts'
import type { Store, StoreOptions } from './types/store.ts'
import type { Context } from './writing.ts'

/** True of addresses of PostgreSQL; anything else is a path. */
export const isPostgres = (address: string): boolean => /^postgres(ql)?:\/\//.test(address)

/** Opens the store at `address`, makes it where there is none, and brings its tables up to date. Throws StoreError. */
export async function openStore(address: string, options: StoreOptions = {}): Promise<Store> {
  const engine = isPostgres(address) ? await openPostgres(address, options.schema ?? 'casus') : await openSqlite(address)
  const now = options.now ?? (() => new Date().toISOString())
  try {
    await migrate(engine, now)
  } catch (thrown) {
    await engine.close()
    throw thrown
  }
  return storeOver(engine, now, options)
}

function storeOver(engine: Engine, now: () => string, { index, refresh: elsewhere }: StoreOptions): Store {
  const base = { engine, now }
  const refresher = elsewhere !== undefined ? { refresh: elsewhere, ready: async () => {} } : index === undefined ? refresherOf(base) : refresherWith(base, index), { refresh } = refresher
  const over = (context: Context): Store => ({
    engine: engine.name, where: engine.where,
    documents: documentsOf(context, refresh), analyses: analysesOf(context), incidents: incidentsOf(context, refresher), decisions: decisionsOf(context, refresh),
    reviews: reviewsOf(context, refresh), own: ownOf(context), tasks: tasksIn(context), batches: batchesOf(context, refresh), changes: changesOf(context), sources: sourcesOf(context), access: accessOf(context),
    audited: line => {
      const auditing = { line, done: false }
      return { store: over({ ...base, auditing }), written: () => auditing.done }
    },
    check: () => checkStore(context), tidy: engine.tidy, close: engine.close,
  })
  return over(base)
}
