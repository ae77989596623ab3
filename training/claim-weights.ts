/**
 * Learns from coded reports which of the claims that a statement may make are made. Prints what a scorer makes of claims
 * chosen by weights that were learned without the author of the report (its name up to the last hyphen); every other weight is as shipped.
 *
 *     node training/claim-weights.ts FOLDER_OF_CODED_REPORTS... [--scorer FILE] [--write]
 *
 * The scorer is called with `--gold FOLDER --analyses FILE.ndjson` for each folder.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { layersOf } from '../src/core/analysis/analyse.ts'
import { findCauses } from '../src/core/causes/index.ts'
import { claimOptions, findClaims, type Option } from '../src/core/claims/index.ts'
import { findEvents, type EventLayer } from '../src/core/events/find.ts'
import type { Weights } from '../src/core/events/lexicon.ts'
import { loadKnowledge } from '../src/resources/load.ts'
import { codedReports, pairEvents, type CodedEvent, type CodedReport } from './events/coded.ts'
import { fit, type Case } from './events/logistic.ts'
import { sameName } from './events/names.ts'

interface Coded extends CodedEvent { readonly claims?: readonly { readonly speaker: string; readonly stance: string; readonly about: string }[] }
interface Read { readonly folder: string; readonly author: string; readonly report: CodedReport; readonly layer: EventLayer; readonly cases: readonly Case[] }

const { values: options, positionals: folders } = parseArgs({ allowPositionals: true, options: { scorer: { type: 'string' }, write: { type: 'boolean', default: false } } })
const RIDGE = 16
/** Words said are learned from where the statements of so many reports hold them; fewer teach what one report was about. */
const COMMON = 60
const knowledge = loadKnowledge(), reads = folders.flatMap(folder => codedReports(folder).map(report => read(folder, report)))

function read(folder: string, report: CodedReport): Read {
  const layer = findEvents(layersOf(report, knowledge).layers, knowledge.statuses)
  return { folder, author: report.id.replace(/-[^-]*$/, ''), report, layer, cases: casesOf(report, layer, claimOptions(layer, knowledge.claims)) }
}

/** Right is an option of an event that tells a coded one, where that has a claim of this speaker, stance and subject; each coded claim is right once, by its likeliest option. */
function casesOf(report: CodedReport, layer: EventLayer, all: readonly Option[]): readonly Case[] {
  const coded = pairEvents(report.text, report.events as readonly Coded[], layer.events.map(e => e.event)), seen = new Set<string>()
  return all.flatMap(({ bound: { event, claim }, features }) => {
    const key = [event, claim.speaker.name.toLowerCase(), claim.stance, claim.about].join('\t')
    if (seen.has(key)) return []
    seen.add(key)
    const right = (coded.get(event)?.claims ?? []).some(c => sameName(c.speaker, claim.speaker.name) && c.stance === claim.stance && c.about === claim.about)
    return [{ x: new Map(features.map(f => [f, 1])), y: right, weight: 1 }]
  })
}

const wordOf = (feature: string): string | null => /(?:^|: )(word .*)$/.exec(feature)?.[1] ?? null
const reportsWith = new Map<string, number>()
for (const { cases } of reads) for (const word of new Set(cases.flatMap(c => [...c.x.keys()]).map(wordOf))) if (word !== null) reportsWith.set(word, (reportsWith.get(word) ?? 0) + 1)
const isLearned = (feature: string): boolean => { const word = wordOf(feature); return word === null || reportsWith.get(word)! >= COMMON }

const learn = (list: readonly Read[]): Weights => fit(list.flatMap(r => r.cases).map(c => ({ ...c, x: new Map([...c.x].filter(([f]) => isLearned(f))) })), RIDGE)

if (options.scorer !== undefined) {
  const weights = new Map([...new Set(reads.map(r => r.author))].map(author => [author, learn(reads.filter(r => r.author !== author))]))
  for (const folder of folders) process.stdout.write(`\n${folder}\n${scored(options.scorer, folder, weights)}`)
}

function scored(scorer: string, folder: string, weights: ReadonlyMap<string, Weights>): string {
  const place = mkdtempSync(join(tmpdir(), 'claim-weights-')), file = join(place, 'analyses.ndjson')
  writeFileSync(file, reads.filter(r => r.folder === folder).map(({ report, layer, author }) => {
    const { events } = findClaims(layer, { ...knowledge.claims, weights: weights.get(author)! }), { links } = findCauses(layer, knowledge.causes)
    return `${JSON.stringify({ document: { id: report.id }, events: events.map(e => ({ ...e, becauseOf: links.get(e.id) ?? [] })) })}\n`
  }).join(''))
  const run = spawnSync(process.execPath, [scorer, '--gold', folder, '--analyses', file], { encoding: 'utf8' })
  rmSync(place, { recursive: true })
  return run.stdout + run.stderr
}

if (options.write) {
  const rows = Object.entries(learn(reads)).filter(([, w]) => Math.abs(w) >= 0.05).sort(([a], [b]) => (a < b ? -1 : 1)).map(([feature, w]) => [feature, w.toFixed(2), 'training/claim-weights.ts', ''].join('\t'))
  writeFileSync(join(import.meta.dirname, '../data/claim-weights.tsv'), `feature\tweight\tsource\tnote\n${rows.join('\n')}\n`)
}
