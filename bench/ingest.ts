/** Reports a second from raw text to stored incidents, on one thread and on two, on both engines: `node bench/ingest.ts [--reports N] [--times N] [--engine sqlite|postgres] [--postgres URL]`. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Report } from '../src/index.ts'
import { openStore } from '../src/store/index.ts'
import { work } from '../src/work/work.ts'
import { middle, say, seconds, show, type Figure } from './common/figure.ts'
import { dropSchema, LOCAL } from './common/postgres.ts'

const { values } = parseArgs({ options: { reports: { type: 'string', default: '200' }, times: { type: 'string', default: '3' }, engine: { type: 'string', default: 'both' }, postgres: { type: 'string', default: LOCAL }, json: { type: 'boolean' } } })
const count = Number(values.reports), times = Number(values.times)

const folder = join(import.meta.dirname, '..', 'examples')
const bundled = readdirSync(folder).filter(name => name.endsWith('.json')).sort().map(name => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Report)

/** The bundled reports over and over, three papers telling of each day, so that incidents have several reports. */
const reports = Array.from({ length: count }, (_, k) => {
  const { title = null, text } = bundled[k % bundled.length]!, day = Math.floor(k / bundled.length / 3)
  return { id: `r${k}`, publisher: `Paper ${Math.floor(k / bundled.length) % 3}`, title, published: new Date(Date.UTC(2020, 0, 1) + day * 7 * 86_400_000).toISOString().slice(0, 10), text: `${text}\n\nReport ${k}.` }
})

/** Adds, codes and reads incidents, as `casus ingest` does. Returns reports a second, the start of the threads included. */
async function once(address: string, schema: string, threads: number): Promise<number> {
  const store = await openStore(address, { schema }), from = performance.now()
  for (let first = 0; first < reports.length; first += 40) await store.documents.add(reports.slice(first, first + 40))
  const { coded } = await work(store, address, { threads, schema }), took = seconds(from)
  if (coded !== reports.length) throw new Error(`${coded} of ${reports.length} reports were coded.`)
  say(`${store.engine}, ${threads} threads: ${took.toFixed(1)} s, ${(await store.incidents.query({ size: 1, count: true })).total} incidents`)
  await store.close()
  return reports.length / took
}

async function measure(name: string, threads: number, address: () => Promise<readonly [string, () => Promise<void>]>, schema: string): Promise<Figure> {
  const rates: number[] = []
  for (let i = 0; i < times; i++) {
    const [where, clear] = await address()
    try { rates.push(await once(where, schema, threads)) } finally { await clear() }
  }
  return middle(`${name}, ${threads} thread${threads === 1 ? '' : 's'}: raw text to incidents`, 'reports/s', rates)
}

const file = async (): Promise<readonly [string, () => Promise<void>]> => {
  const place = mkdtempSync(join(tmpdir(), 'casus-bench-'))
  return [join(place, 'a.casus'), async () => { rmSync(place, { recursive: true }) }]
}
const schema = `casus_bench_${process.pid}`
const shared = async (): Promise<readonly [string, () => Promise<void>]> => [values.postgres, async () => { for (const name of [schema, `${schema}_queue`]) await dropSchema(values.postgres, name) }]

const figures: Figure[] = []
for (const threads of [1, 2]) {
  if (values.engine !== 'postgres') figures.push(await measure('SQLite', threads, file, schema))
  if (values.engine !== 'sqlite') figures.push(await measure('PostgreSQL', threads, shared, schema))
}
show(figures)
