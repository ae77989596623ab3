/** How fast the main questions are answered at 100,000 reports, 500,000 events and a million incidents: `node bench/store.ts [--reports N] [--postgres URL] [--engine sqlite|postgres]`. */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Engine } from '../src/store/engine/engine.ts'
import { openPostgres } from '../src/store/engine/postgres.ts'
import { openSqlite } from '../src/store/engine/sqlite.ts'
import { openStore, type Store } from '../src/store/index.ts'
import { say, show, type Figure } from './common/figure.ts'
import { dropSchema, LOCAL } from './common/postgres.ts'
import { fillStore, type Size } from './store/rows.ts'
import { QUESTIONS } from './store/questions.ts'

const { values } = parseArgs({ options: { reports: { type: 'string', default: '100000' }, times: { type: 'string', default: '20' }, engine: { type: 'string', default: 'both' }, postgres: { type: 'string', default: LOCAL }, json: { type: 'boolean' } } })
const size: Size = { reports: Number(values.reports), events: 5 * Number(values.reports), incidents: 10 * Number(values.reports) }

const figures: Figure[] = []

/** Milliseconds of each of `times` askings; the first, which warms caches, is told apart. */
async function timed(ask: () => Promise<unknown>, times: number): Promise<{ readonly cold: number; readonly p50: number; readonly p95: number }> {
  const once = async (): Promise<number> => { const from = performance.now(); await ask(); return performance.now() - from }
  const cold = await once(), all: number[] = []
  for (let i = 0; i < times; i++) all.push(await once())
  all.sort((a, b) => a - b)
  return { cold, p50: all[Math.floor(all.length / 2)]!, p95: all[Math.min(all.length - 1, Math.floor(all.length * 0.95))]! }
}

async function measure(name: string, store: Store): Promise<void> {
  for (const { says, ask } of QUESTIONS) {
    const { cold, p50, p95 } = await timed(() => ask(store), Number(values.times))
    figures.push({ name: `${name}: ${says}`, figure: p50, unit: 'ms', spread: `p95 ${p95.toFixed(1)}, first ${cold.toFixed(1)}` })
  }
}

async function run(name: string, store: Store, engine: Engine): Promise<void> {
  const from = performance.now()
  await fillStore(engine, size, say)
  await store.tidy()
  say(`${name}: ${size.reports} reports, ${size.events} events, ${size.incidents} incidents written in ${Math.round((performance.now() - from) / 1000)} s`)
  await measure(name, store)
  await Promise.all([engine.close(), store.close()])
}

if (values.engine !== 'postgres') {
  const folder = mkdtempSync(join(tmpdir(), 'casus-bench-')), path = join(folder, 'a.casus')
  await run('SQLite', await openStore(path), await openSqlite(path))
  say(`The file has ${(statSync(path).size / 1e9).toFixed(2)} GB.`)
  rmSync(folder, { recursive: true })
}
if (values.engine !== 'sqlite') {
  const schema = `casus_bench_${process.pid}`
  await run('PostgreSQL', await openStore(values.postgres, { schema }), await openPostgres(values.postgres, schema))
  await dropSchema(values.postgres, schema)
}
show(figures)
