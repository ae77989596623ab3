/**
 * Learns the weights of two decisions of the event layer from coded reports: which accounts tell of one act ("merge"),
 * and which clusters are events worth coding ("scope"), and counts how often each trigger told a coded event. Logistic regression with a ridge penalty; the figures printed
 * are of five-fold cross-validation over whole reports. Only weights are written, no text.
 *
 *     node training/event-weights.ts FOLDER_OF_CODED_REPORTS [--write]
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { layersOf } from '../src/core/analysis/analyse.ts'
import { findAccounts, type Account } from '../src/core/events/account.ts'
import { smoothedRate, type Weights } from '../src/core/events/lexicon.ts'
import { clusterAccounts, decide, profileOf } from '../src/core/events/merge.ts'
import { readingOf, type Reading } from '../src/core/events/reading.ts'
import { featuresOf } from '../src/core/events/scope.ts'
import { findTolls } from '../src/core/events/tolls.ts'
import { findTriggers } from '../src/core/events/triggers.ts'
import type { Report } from '../src/core/model/index.ts'
import { loadKnowledge } from '../src/resources/load.ts'

interface Coded extends Report { readonly events: readonly { readonly type: string; readonly mentions: readonly string[] }[] }
interface Read { readonly r: Reading; readonly accounts: readonly Account[]; readonly gold: readonly (ReadonlySet<number>)[]; readonly types: readonly string[] }
interface Case { readonly x: ReadonlyMap<string, number>; readonly y: boolean; readonly weight: number }

const SCOPE = new Set(['ASSAULT', 'COERCE', 'MOBILIZE', 'PROTEST', 'RETREAT', 'AID', 'SANCTION'])
const FOLDS = 5, RIDGE = 3, STEPS = 400, RATE = 0.5
const folder = process.argv[2] ?? ''
const knowledge = loadKnowledge()

const reads = readdirSync(folder).filter(name => name.endsWith('.json')).sort().map((name): Read => {
  const report = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Coded, r = readingOf(layersOf(report, knowledge).layers)
  const accounts = findAccounts(r, findTriggers(r), findTolls(r), knowledge.statuses), spans = report.events.map(e => e.mentions.flatMap(m => occurrences(report.text, m)))
  const gold = accounts.map(a => new Set(report.events.flatMap((e, k) => (e.type === a.type && a.triggers.some(t => spans[k]!.some(([s, end]) => t.start < end && s < t.end)) ? [k] : []))))
  return { r, accounts, gold, types: report.events.map(e => e.type) }
})

function occurrences(text: string, phrase: string): readonly (readonly [number, number])[] {
  const out: [number, number][] = []
  if (phrase === '') return out
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) out.push([at, at + phrase.length])
  return out
}

/** Pairs of accounts that both tell of coded events. */
function mergeCases({ r, accounts, gold }: Read): readonly Case[] {
  const out: Case[] = [], profiles = accounts.map(a => profileOf(r, a))
  for (let i = 0; i < accounts.length; i++) for (let j = i + 1; j < Math.min(accounts.length, i + 40); j++) {
    if (gold[i]!.size === 0 || gold[j]!.size === 0) continue
    const reasons = decide(r, profiles[i]!, profiles[j]!, {}).reasons.map(x => x.feature)
    if (!reasons.includes('other-type')) out.push({ x: new Map(reasons.map(f => [f, 1])), y: [...gold[i]!].some(k => gold[j]!.has(k)), weight: 1 })
  }
  return out
}

type Rates = ReadonlyMap<string, readonly [coded: number, seen: number]>

/** How often each trigger told a coded event. */
function ratesOf(list: readonly Read[]): Rates {
  const out = new Map<string, [number, number]>()
  for (const { accounts, gold } of list) accounts.forEach((a, i) => {
    for (const { lexeme } of a.triggers) {
      const count = out.get(lexeme.id) ?? [0, 0]
      out.set(lexeme.id, [count[0] + Number(gold[i]!.size > 0), count[1] + 1])
    }
  })
  return out
}

/** The rate of a cluster, `without` the counts of its own report. */
function rateOf(accounts: readonly Account[], rates: Rates, without: Rates): number {
  return Math.max(...accounts.flatMap(a => a.triggers.map(({ lexeme: { id, prior } }) => {
    const [coded, seen] = rates.get(id) ?? [0, 0], [ownCoded, ownSeen] = without.get(id) ?? [0, 0]
    return smoothedRate(coded - ownCoded, seen - ownSeen, prior)
  })))
}

const NO_RATES: Rates = new Map()

/** Clusters; of several that tell of one coded event the best-fitting is right, the others are half wrong. */
function scopeCases({ r, accounts, gold }: Read, merge: Weights, rates: Rates, without: Rates): readonly Case[] {
  const at = new Map(accounts.map((a, k) => [a, k])), taken = new Set<number>()
  const clusters = clusterAccounts(r, accounts, merge).filter(c => SCOPE.has(c.accounts[0]!.type)).map(c => {
    const votes = new Map<number, number>()
    for (const a of c.accounts) for (const k of gold[at.get(a)!]!) votes.set(k, (votes.get(k) ?? 0) + 1)
    return { c, votes: [...votes].sort((x, y) => y[1] - x[1]) }
  }).sort((a, b) => (b.votes[0]?.[1] ?? 0) - (a.votes[0]?.[1] ?? 0))
  return clusters.map(({ c, votes }) => {
    const free = votes.find(([k]) => !taken.has(k))
    if (free) taken.add(free[0])
    return { x: new Map([...featuresOf(r, c.accounts), ['rate', rateOf(c.accounts, rates, without)]]), y: free !== undefined, weight: free === undefined && votes.length > 0 ? 0.5 : 1 }
  })
}

/** What no weight may outvote: acts of different kinds, an act and what it answers, acts told on different days, a total and its parts are never one. */
const BARS: Weights = { 'other-type': -9, answer: -9, 'other-side': -9, 'sure-other-day': -9, total: -9 }

const logistic = (z: number): number => 1 / (1 + Math.exp(-z))
const score = (x: ReadonlyMap<string, number>, w: Weights): number => [...x].reduce((sum, [f, v]) => sum + v * (w[f] ?? 0), 0)

/** Gradient descent with momentum on the penalised log-likelihood; the bias is not penalised. */
function fit(cases: readonly Case[]): Weights {
  const names = [...new Set(cases.flatMap(c => [...c.x.keys()]))], w: Record<string, number> = Object.fromEntries(names.map(n => [n, 0])), speed: Record<string, number> = { ...w }
  for (let step = 0; step < STEPS; step++) {
    const gradient: Record<string, number> = Object.fromEntries(names.map(n => [n, n === 'bias' ? 0 : -RIDGE * w[n]!]))
    for (const { x, y, weight } of cases) { const error = weight * (Number(y) - logistic(score(x, w))); for (const [f, v] of x) gradient[f]! += error * v }
    for (const n of names) { speed[n] = 0.9 * speed[n]! + RATE * gradient[n]! / cases.length * 4; w[n]! += speed[n]! }
  }
  return w
}

function f1(cases: readonly { readonly y: boolean; readonly p: number }[], missed: number, threshold: number): readonly number[] {
  const tp = cases.filter(c => c.y && c.p >= threshold).length, fp = cases.filter(c => !c.y && c.p >= threshold).length, fn = cases.filter(c => c.y && c.p < threshold).length + missed
  return [100 * tp / (tp + fp), 100 * tp / (tp + fn), 200 * tp / (2 * tp + fp + fn)]
}

const all = reads.reduce((n, read) => n + read.types.length, 0)
const held: { y: boolean; p: number }[] = [], heldPairs: { y: boolean; p: number }[] = []
for (let fold = 0; fold < FOLDS; fold++) {
  const train = reads.filter((_, i) => i % FOLDS !== fold), test = reads.filter((_, i) => i % FOLDS === fold)
  const merge: Weights = { ...fit(train.flatMap(mergeCases)), ...BARS }, rates = ratesOf(train)
  const scope = fit(train.flatMap(read => scopeCases(read, merge, rates, ratesOf([read]))))
  for (const read of test) {
    for (const c of scopeCases(read, merge, rates, NO_RATES)) held.push({ y: c.y, p: logistic(score(c.x, scope)) })
    for (const c of mergeCases(read)) heldPairs.push({ y: c.y, p: logistic(score(c.x, merge)) })
  }
}
const reached = held.filter(c => c.y).length, show = (values: readonly number[]): string => values.map(v => v.toFixed(1)).join(' ')
process.stdout.write(`cross-validated: ${held.length} clusters, ${reached} of ${all} coded events reached\n`)
for (const threshold of [0.35, 0.4, 0.45, 0.5, 0.55, 0.6]) process.stdout.write(`  scope at ${threshold}: P R F1 ${show(f1(held, all - reached, threshold))}\n`)
process.stdout.write(`  merge: P R F1 ${show(f1(heldPairs, 0, 0.5))}\n`)

if (process.argv.includes('--write')) {
  const merge: Weights = { ...fit(reads.flatMap(mergeCases)), ...BARS }, rates = ratesOf(reads)
  const scope = fit(reads.flatMap(read => scopeCases(read, merge, rates, ratesOf([read]))))
  const rows = [['merge', merge], ['scope', scope]].flatMap(([decision, weights]) => Object.entries(weights as Weights).sort(([a], [b]) => (a < b ? -1 : 1)).map(([feature, weight]) => [decision, feature, String(Math.round(weight * 100) / 100), 'training/event-weights.ts', ''].join('\t')))
  const path = join(import.meta.dirname, '../data/event-weights.tsv'), kept = readFileSync(path, 'utf8').split('\n').filter(row => row.startsWith('verbal-scope\t'))
  writeFileSync(path, `decision\tfeature\tweight\tsource\tnote\n${[...rows, ...kept].join('\n')}\n`)
  const counted = [...rates].sort(([a], [b]) => (a < b ? -1 : 1)).map(([trigger, [coded, seen]]) => [trigger, coded, seen, 'training/event-weights.ts', ''].join('\t'))
  writeFileSync(join(import.meta.dirname, '../data/trigger-rates.tsv'), `trigger\tcoded\tseen\tsource\tnote\n${counted.join('\n')}\n`)
}
