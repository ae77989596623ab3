/** Measures how fast reports are coded: sentences and reports a second, for each bundled example and for all of them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyse, type Report } from '../src/index.ts'

/** Seconds to measure each row after one second of warming up. */
const SECONDS = 3, WARM_UP = 1

const folder = join(import.meta.dirname, '..', 'examples')
const reports = readdirSync(folder).filter(name => name.endsWith('.json')).sort().map(name => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Report)

/** Sentences as a reader counts them: a stop, question or exclamation mark before a space, or the end of a paragraph. */
const sentencesIn = ({ text }: Report): number => text.split(/(?<=[.?!]["”']?)\s+(?=["“']?[A-Z])|\n\s*\n/).filter(part => part.trim() !== '').length

/** Rounds over `set` until the time is up; returns rounds a second. */
function speed(set: readonly Report[], seconds: number): number {
  const started = performance.now()
  let rounds = 0
  do { for (const report of set) analyse(report); rounds++ } while (performance.now() - started < seconds * 1000)
  return rounds * 1000 / (performance.now() - started)
}

function row(name: string, set: readonly Report[]): string {
  const sentences = set.reduce((sum, r) => sum + sentencesIn(r), 0), rounds = speed(set, SECONDS)
  return [name.padEnd(20), String(sentences).padStart(9), (rounds * sentences).toFixed(0).padStart(12), (rounds * set.length).toFixed(1).padStart(10)].join('  ')
}

const before = performance.now()
analyse(reports[0]!)
const first = performance.now() - before
speed(reports, WARM_UP)
const lines = [
  `first report, with loading: ${first.toFixed(0)} ms · node ${process.versions.node} · one core`, '',
  ['report'.padEnd(20), 'sentences', 'sentences/s'.padStart(12), 'reports/s'.padStart(10)].join('  '),
  ...reports.map(report => row(report.id, [report])), row('all', reports), '',
  `peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
]
process.stdout.write(`${lines.join('\n')}\n`)
