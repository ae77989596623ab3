/**
 * Learns the weights of the event layer's decisions from coded reports: which accounts assert an act at all ("account"), which tell
 * of one ("merge"), which clusters are events worth coding ("scope"), who is on which side, and how often each trigger told a coded event. Prints what a scorer makes of
 * cross-validated analyses of the first folder, over whole reports: in five, seven and nine folds, whose spread shows the noise, and
 * with one fold an author. Reports of further folders are learned from in every fold; each is also scored by what the first folder alone
 * teaches. Only weights are written, no text.
 *
 *     node training/event-weights.ts FOLDER_OF_CODED_REPORTS... [--scorer FILE] [--show N] [--write]
 *
 * The scorer is called with `--gold FOLDER --analyses FILE.ndjson --show N`.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Explained } from '../src/core/analysis/analyse.ts'
import { loadKnowledge } from '../src/resources/load.ts'
import { codedReports, readReport, remembering, type Read } from './events/coded.ts'
import { heldOut, taught, type Split } from './events/folds.ts'
import { learn } from './events/learn.ts'

const { values: options, positionals: [folder = '', ...further] } = parseArgs({ allowPositionals: true, options: { scorer: { type: 'string' }, show: { type: 'string', default: '0' }, write: { type: 'boolean', default: false } } })
const knowledge = remembering(loadKnowledge()), readFolder = (path: string): readonly Read[] => codedReports(path).map(report => readReport(report, knowledge))
const reads = readFolder(folder), more = further.map(readFolder)

/** The source of rows that were weighed by hand, since few coded reports show their case; they stay as they are. */
const BY_HAND = 'set by hand'

/** Weights nearer to nothing than this are not written. */
const LEAST_WEIGHT = 0.02

const SPLITS: readonly Split[] = [5, 7, 9, 'author']

if (options.scorer !== undefined) {
  for (const split of SPLITS) process.stdout.write(`\ncross-validated, ${split === 'author' ? 'one fold an author' : `${split} folds`}\n${scored(options.scorer, folder, heldOut(reads, more.flat(), knowledge, split))}`)
  for (const [i, path] of further.entries()) process.stdout.write(`\nlearned from ${folder} alone, on ${path}\n${scored(options.scorer, path, taught(reads, more[i]!, knowledge))}`)
}

/** What the scorer prints for analyses of a folder's reports. */
function scored(scorer: string, folder: string, analyses: readonly Explained[]): string {
  const place = mkdtempSync(join(tmpdir(), 'event-weights-')), file = join(place, 'analyses.ndjson')
  writeFileSync(file, analyses.map(x => `${JSON.stringify(x.analysis)}\n`).join(''))
  const run = spawnSync(process.execPath, [scorer, '--gold', folder, '--analyses', file, '--show', options.show], { encoding: 'utf8' })
  rmSync(place, { recursive: true })
  return run.stdout + run.stderr
}

if (options.write) {
  const { account, merge, scope, rates, sides } = learn([...reads, ...more.flat()])
  const rows = ([['account', account], ['merge', merge], ['scope', scope]] as const).flatMap(([decision, weights]) => Object.entries(weights).filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT).sort(([a], [b]) => (a < b ? -1 : 1)).map(([feature, weight]) => [decision, feature, String(Math.round(weight * 100) / 100), 'training/event-weights.ts', ''].join('\t')))
  const path = join(import.meta.dirname, '../data/event-weights.tsv'), kept = readFileSync(path, 'utf8').split('\n').filter(row => row.startsWith('verbal-scope\t') || row.includes(`\t${BY_HAND}\t`)), named = (row: string): string => row.split('\t', 2).join('\t'), byHand = new Set(kept.map(named))
  writeFileSync(path, `decision\tfeature\tweight\tsource\tnote\n${[...rows.filter(row => !byHand.has(named(row))), ...kept].join('\n')}\n`)
  const counted = [...rates].sort(([a], [b]) => (a < b ? -1 : 1)).map(([trigger, [coded, seen]]) => [trigger, coded, seen, 'training/event-weights.ts', ''].join('\t'))
  writeFileSync(join(import.meta.dirname, '../data/trigger-rates.tsv'), `trigger\tcoded\tseen\tsource\tnote\n${counted.join('\n')}\n`)
  const sided = (['actor', 'recipient'] as const).flatMap(side => Object.entries(sides[side]).filter(([, w]) => Math.abs(w) >= 0.005).sort(([a], [b]) => (a < b ? -1 : 1)).map(([feature, weight]) => [side, feature, weight.toFixed(2), 'training/event-weights.ts', ''].join('\t')))
  writeFileSync(join(import.meta.dirname, '../data/side-weights.tsv'), `decision\tfeature\tweight\tsource\tnote\n${sided.join('\n')}\n`)
}
