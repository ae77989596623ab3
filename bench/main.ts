/** Runs the benchmarks, each in a process of its own, and prints one table: `npm run bench [-- --only NAME] [--json]`. */
import { spawn } from 'node:child_process'
import { availableParallelism, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { say, show, type Figure } from './common/figure.ts'

interface Bench { readonly name: string; readonly says: string; readonly flags?: readonly string[] }

const BENCHES: readonly Bench[] = [
  { name: 'analyse', says: 'sentences a second, one core' },
  { name: 'ingest', says: 'reports a second from raw text to incidents, one and two threads, both engines' },
  { name: 'archive', says: 'memory while a WARC of 1 GB is taken in' },
  { name: 'incidents', says: 'grouping of 125,000 to 500,000 events in memory', flags: ['--max-old-space-size=12000'] },
  { name: 'refresh', says: 'one new report in a process that has just begun, by the size of the store', flags: ['--max-old-space-size=12000'] },
  { name: 'store', says: 'questions to 100,000 reports, 500,000 events and a million incidents, both engines' },
]

const values = optionsOf(process.argv.slice(2)), unknown = (values.only ?? []).filter(name => !BENCHES.some(b => b.name === name))
if (unknown.length > 0) refuse(`There is no benchmark "${unknown[0]}".`)

function optionsOf(args: readonly string[]): { readonly only?: readonly string[]; readonly json: boolean } {
  try {
    return parseArgs({ args: [...args], options: { only: { type: 'string', multiple: true }, json: { type: 'boolean', default: false } } }).values
  } catch (error) {
    return refuse(error instanceof Error ? error.message.split('. ')[0]! + '.' : String(error))
  }
}

/** Says what was wrong and which benchmarks there are, and ends. */
function refuse(wrong: string): never {
  say(`${wrong} npm run bench [-- --only NAME] [--json] runs all of these or one:\n${BENCHES.map(b => `  ${b.name.padEnd(10)}  ${b.says}`).join('\n')}`)
  process.exit(2)
}

/** The figures of one benchmark; what it tells meanwhile goes to standard error. */
const run = ({ name, flags = [] }: Bench): Promise<readonly Figure[]> => new Promise((resolve, reject) => {
  const child = spawn(process.execPath, [...flags, join(import.meta.dirname, `${name}.ts`), '--json'], { stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => { out += chunk })
  child.once('error', reject)
  child.once('close', code => { if (code === 0) resolve(JSON.parse(out) as Figure[]); else reject(new Error(`The benchmark ${name} ended with ${code}.`)) })
})

const figures: Figure[] = []
for (const bench of BENCHES.filter(b => values.only === undefined || values.only.includes(b.name))) {
  say(`${bench.name}: ${bench.says}`)
  figures.push(...(await run(bench)).map(f => ({ ...f, name: `${bench.name}: ${f.name}` })))
}
say(`node ${process.versions.node}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB, load ${loadavg()[0]!.toFixed(1)}`)
show(figures, values.json)
