/** What it costs a process that has just begun to bring incidents up to date after one new report, by how much the store holds: `node bench/refresh.ts [--reports N,N] [--engine sqlite|postgres] [--postgres URL]`. */
import { createHash } from 'node:crypto'
import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openPostgres } from '../src/store/engine/postgres.ts'
import { openSqlite } from '../src/store/engine/sqlite.ts'
import { isPostgres, openStore } from '../src/store/index.ts'
import { peak, quantile, say, seconds, show, type Figure } from './common/figure.ts'
import { madeAnalyses } from './common/made.ts'
import { dropSchema, LOCAL } from './common/postgres.ts'
import { fillAnalyses } from './store/analyses.ts'

const { values } = parseArgs({ options: { reports: { type: 'string', default: '10000,100000' }, engine: { type: 'string', default: 'sqlite' }, postgres: { type: 'string', default: LOCAL }, one: { type: 'string' }, json: { type: 'boolean' } } })
const EACH = 5, TIMES = 7

interface Cost { readonly ms: number; readonly mb: number; readonly changed: number }

/** In a process of its own: one new report, one refresh. */
async function addOne(address: string, schema: string, k: number, reports: number): Promise<Cost> {
  const make = madeAnalyses(reports, EACH), store = await openStore(address, { schema })
  for (let i = 0; i < k; i++) make(i)
  const made = make(k), text = `Late report ${k}.`, id = `late${k}`
  await store.documents.add([{ id, text }])
  await store.analyses.put([{ ...made, document: { ...made.document, id, sha256: createHash('sha256').update(text).digest('hex') } }])
  const before = process.memoryUsage().rss / 1e6, from = performance.now(), { changed } = await store.incidents.refresh(), ms = seconds(from) * 1000
  await store.close()
  return { ms, mb: Math.max(0, peak() * 1.048576 - before), changed }
}

/** Starts this file again for one report. */
const inOwnProcess = (address: string, schema: string, k: number, reports: number): Promise<Cost> => new Promise((resolve, reject) => {
  const child = fork(import.meta.filename, ['--one', JSON.stringify([address, schema, k, reports])])
  child.once('message', cost => { resolve(cost as Cost) })
  child.once('exit', code => { if (code !== 0) reject(new Error(`A process ended with ${code}.`)) })
})

async function measure(name: string, address: string, schema: string, reports: number): Promise<readonly Figure[]> {
  const store = await openStore(address, { schema }), engine = isPostgres(address) ? await openPostgres(address, schema) : await openSqlite(address)
  await fillAnalyses(engine, reports, madeAnalyses(reports, EACH))
  const from = performance.now(), { changed } = await store.incidents.refresh(), first = seconds(from), most = peak()
  say(`${name}, ${reports} reports: ${changed} incidents read in ${first.toFixed(0)} s, peak ${most.toFixed(0)} MB`)
  await store.tidy()
  await Promise.all([store.close(), engine.close()])
  const costs: Cost[] = []
  for (let i = 0; i < TIMES; i++) { costs.push(await inOwnProcess(address, schema, 1 + i * 7, reports)); say(`  a report more: ${costs.at(-1)!.ms.toFixed(0)} ms, ${costs.at(-1)!.mb.toFixed(0)} MB`) }
  const sorted = costs.map(c => c.ms).sort((a, b) => a - b), label = `${name}, ${reports / 1000}k reports`
  return [
    { name: `${label}: all read at once`, figure: first, unit: 's', spread: `one measurement; peak ${most.toFixed(0)} MB` },
    { name: `${label}: first refresh of a process, one new report`, figure: quantile(sorted, 0.5), unit: 'ms', spread: `${sorted[0]!.toFixed(0)} to ${sorted.at(-1)!.toFixed(0)}, ${TIMES} processes` },
    { name: `${label}: memory of that refresh`, figure: Math.max(...costs.map(c => c.mb)), unit: 'MB', spread: `the most of ${TIMES}` },
  ]
}

async function main(): Promise<void> {
  const figures: Figure[] = []
  for (const reports of values.reports.split(',').map(Number)) {
    if (values.engine !== 'postgres') {
      const folder = mkdtempSync(join(tmpdir(), 'casus-bench-'))
      try { figures.push(...await measure('SQLite', join(folder, 'a.casus'), 'casus', reports)) } finally { rmSync(folder, { recursive: true }) }
    }
    if (values.engine !== 'sqlite') {
      const schema = `casus_bench_${process.pid}`
      try { figures.push(...await measure('PostgreSQL', values.postgres, schema, reports)) } finally { await dropSchema(values.postgres, schema) }
    }
  }
  show(figures)
}

if (values.one === undefined) await main()
else process.send!(await addOne(...JSON.parse(values.one) as Parameters<typeof addOne>), () => { process.disconnect() })
