/** Brings a store's tables up to date: forward only, checked, and safe when two processes start at once. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Engine, Tx } from '../engine/engine.ts'
import { StoreError } from '../errors.ts'
import { MIGRATIONS, type Migration } from './migrations.ts'

/** Applies what is missing, all or nothing. Throws StoreError schema-newer or schema-altered. */
export async function migrate(engine: Engine, now: () => string, migrations: readonly Migration[] = MIGRATIONS): Promise<void> {
  const plans = migrations.map(migration => planOf(engine, migration))
  await engine.exclusively(async tx => {
    const { text, integer } = engine.ddl
    await sql.raw(`create table if not exists migrations (number ${integer} primary key, name ${text} not null, checksum ${text} not null, at ${text} not null)`).execute(tx)
    const done = await tx.selectFrom('migrations').selectAll().orderBy('number').execute()
    checkDone(engine, done, plans)
    for (const [index, plan] of plans.entries()) if (index >= done.length) await apply(tx, index + 1, plan, now())
  })
}

interface Plan { readonly name: string; readonly statements: readonly string[]; readonly checksum: string }

function planOf(engine: Engine, { name, both, ...own }: Migration): Plan {
  const statements = [...both, ...own[engine.name]].map(statement => statement.replace(/\{(\w+)\}/g, (_, type: keyof Engine['ddl']) => engine.ddl[type]))
  return { name, statements, checksum: createHash('sha256').update(statements.join(';\n')).digest('hex') }
}

function checkDone(engine: Engine, done: readonly { readonly name: string; readonly checksum: string }[], plans: readonly Plan[]): void {
  if (done.length > plans.length) throw new StoreError('schema-newer', `${engine.where} was made by a newer Casus (its schema is number ${done.length}, this one knows ${plans.length}); update Casus to open it.`)
  const altered = done.findIndex((step, i) => step.checksum !== plans[i]!.checksum)
  if (altered >= 0) throw new StoreError('schema-altered', `${engine.where} went through another migration number ${altered + 1} ("${done[altered]!.name}") than this Casus has; open it with the version that made it.`)
}

async function apply(tx: Tx, number: number, plan: Plan, at: string): Promise<void> {
  for (const statement of plan.statements) await sql.raw(statement).execute(tx)
  await tx.insertInto('migrations').values({ number, name: plan.name, checksum: plan.checksum, at }).execute()
}
