/** Measures how fast reports are coded: sentences and reports a second, for each bundled example and for all of them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyse, type Report } from '../src/index.ts'
import { middle, peak, show } from './common/figure.ts'

/** Seconds to measure each row after one second of warming up. */
const SECONDS = 3, WARM_UP = 1

const folder = join(import.meta.dirname, '..', 'examples')
const reports = readdirSync(folder).filter(name => name.endsWith('.json')).sort().map(name => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Report)

/** Sentences as a reader counts them: a stop, question or exclamation mark before a space, or the end of a paragraph. */
const sentencesIn = ({ text }: Report): number => text.split(/(?<=[.?!]["”']?)\s+(?=["“']?[A-Z])|\n\s*\n/).filter(part => part.trim() !== '').length

/** Sentences a second of each round over `set` until the time is up. */
function rates(set: readonly Report[], seconds: number): readonly number[] {
  const sentences = set.reduce((sum, r) => sum + sentencesIn(r), 0), started = performance.now(), all: number[] = []
  do {
    const from = performance.now()
    for (const report of set) analyse(report)
    all.push(sentences * 1000 / (performance.now() - from))
  } while (performance.now() - started < seconds * 1000)
  return all
}

const before = performance.now()
analyse(reports[0]!)
const first = performance.now() - before
rates(reports, WARM_UP)
show([
  { name: 'first report, with loading', figure: first, unit: 'ms', spread: 'one measurement' },
  ...reports.map(report => middle(report.id, 'sentences/s', rates([report], SECONDS))),
  middle('all bundled reports', 'sentences/s', rates(reports, SECONDS)), middle('all bundled reports', 'reports/s', rates(reports, SECONDS).map(r => r * reports.length / reports.reduce((sum, report) => sum + sentencesIn(report), 0))),
  { name: 'memory at most', figure: peak(), unit: 'MB', spread: 'one measurement' },
])
