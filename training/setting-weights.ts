/**
 * Learns where an event is said to have been: the weights of the choice among the places of a report, from coded reports. A choice is
 * right where the coder's place has the same name or lies as near as its kind allows; without a coded place it is right to give none.
 * Multinomial logistic regression over each event's places (McFadden 1974), with a ridge penalty that draws each weight to its kept one. Prints how many of the events that were
 * found have the right place, cross-validated by report, as fitted, and of the reports of `--held-out` folders. Only weights are written, no text.
 *
 *     node training/setting-weights.ts FOLDER_OF_CODED_REPORTS... [--held-out FOLDER] [--write]
 *
 * Weights of dates stay as they were set by hand: learned ones were worse on reports they were not learned from.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { layersOf } from '../src/core/analysis/analyse.ts'
import { scoreOf } from '../src/core/events/choice.ts'
import { placesOfEvent } from '../src/core/events/fields.ts'
import { findEvents } from '../src/core/events/find.ts'
import type { Weights } from '../src/core/events/lexicon.ts'
import { sceneOf } from '../src/core/events/scene.ts'
import { placeOptions } from '../src/core/events/where.ts'
import { kilometres } from '../src/core/events/merge.ts'
import type { Place } from '../src/core/model/index.ts'
import { loadKnowledge } from '../src/resources/load.ts'
import { codedReports, pairEvents, type CodedEvent, type CodedReport } from './events/coded.ts'
import { sameName } from './events/names.ts'

interface CodedPlace { readonly name: string; readonly aliases: readonly string[]; readonly country: string | null; readonly lat: number | null; readonly lon: number | null; readonly precision: Place['precision'] }
interface Coded extends CodedEvent { readonly place: CodedPlace | null; readonly other_places?: readonly CodedPlace[] }
/** One place that was weighed for an event, or none; `right` as the coder sees it. */
interface Choice { readonly features: readonly string[]; readonly right: boolean; readonly empty: boolean }
interface Case { readonly report: string; readonly told: boolean; readonly choices: readonly Choice[] }

const { values: options, positionals: folders } = parseArgs({ allowPositionals: true, options: { 'held-out': { type: 'string', multiple: true, default: [] }, write: { type: 'boolean', default: false } } })
/** Ridge penalty, by cross-validation; features that fewer choices have teach only chance. */
const RIDGE = 10, LEAST_SEEN = 12
const STEPS = 400, RATE = 0.05, FOLDS = 4
/** What no weight may outvote and few reports show: whither somebody was going is not where it befell him; troops are sent to the one place from the other. */
const FIXED: Weights = { 'word-toward': -2.5, 'untied-toward': -2, 'word-later': -4, 'from-MOBILIZE': -1.2, 'to-MOBILIZE': 1.2 }
/** Weights nearer to nothing than this are not written. */
const LEAST_WEIGHT = 0.05
const PATH = join(import.meta.dirname, '../data/setting-weights.tsv'), SOURCE = 'training/setting-weights.ts'

const knowledge = loadKnowledge(), shipped = knowledge.events.where, casesIn = (list: readonly string[]): readonly Case[] => list.flatMap(folder => codedReports(folder).flatMap(casesOf))

function casesOf(report: CodedReport): readonly Case[] {
  const layer = findEvents(layersOf(report, knowledge).layers, knowledge.statuses), { reading, events, dropped } = layer
  const scene = sceneOf(reading, [...events, ...dropped].flatMap(x => x.accounts).sort((a, b) => a.index - b.index)), coded = pairEvents(report.text, report.events as readonly Coded[], events.map(e => e.event))
  return events.flatMap(({ event, accounts }) => {
    const told = coded.get(event.id)
    if (told === undefined) return []
    const right = told.place === null ? [] : [told.place, ...told.other_places ?? []]
    const choices = placeOptions(reading, scene, accounts).map((option): Choice => {
      const [place] = placesOfEvent(reading, accounts, { option, share: 1 })
      return { features: option.features, right: place === undefined ? right.length === 0 : right.some(c => samePlace(c, place)), empty: place === undefined }
    })
    return [{ report: report.id, told: right.length > 0, choices }]
  })
}

/** How far from the coder's place another may lie and be the same, in km. */
const WITHIN: Readonly<Record<string, number>> = { site: 25, town: 25, district: 60, province: 120 }

function samePlace(coded: CodedPlace, place: Place): boolean {
  const named = [coded.name, ...coded.aliases].some(name => sameName(name, place.name))
  if (coded.precision === 'country') return coded.country === place.country && (place.precision === 'country' || named)
  if (place.precision === 'country') return false
  const away = kilometres({ latitude: coded.lat, longitude: coded.lon }, place)
  return away === null ? named : away <= WITHIN[coded.precision]!
}

/** Softmax over the choices of each case that has a right and a wrong one, fitted by Adam (Kingma and Ba 2015). */
function fit(cases: readonly Case[]): Weights {
  const seen = new Map<string, number>()
  for (const { choices } of cases) for (const { features } of choices) for (const f of features) seen.set(f, (seen.get(f) ?? 0) + 1)
  const names = [...seen].flatMap(([f, n]) => (n >= LEAST_SEEN ? [f] : [])).sort(), at = new Map(names.map((f, i) => [f, i]))
  const list = cases.filter(c => c.choices.some(x => x.right) && c.choices.some(x => !x.right)).map(c => c.choices.map(x => ({ right: x.right, slots: x.features.flatMap(f => at.get(f) ?? []) })))
  const kept = Float64Array.from(names.map(f => shipped[f] ?? 0)), w = kept.slice(), mean = new Float64Array(names.length), square = new Float64Array(names.length)
  for (let step = 1; step <= STEPS; step++) {
    const gradient = w.map((x, k) => RIDGE * (x - kept[k]!))
    for (const choices of list) {
      const scores = choices.map(x => x.slots.reduce((sum, s) => sum + w[s]!, 0)), top = Math.max(...scores), mass = scores.map(s => Math.exp(s - top))
      const all = mass.reduce((a, b) => a + b, 0), good = mass.reduce((a, b, i) => a + (choices[i]!.right ? b : 0), 0)
      choices.forEach((x, i) => { const d = mass[i]! / all - (x.right ? mass[i]! / good : 0); for (const s of x.slots) gradient[s]! += d })
    }
    for (let k = 0; k < w.length; k++) {
      mean[k] = 0.9 * mean[k]! + 0.1 * gradient[k]!
      square[k] = 0.999 * square[k]! + 0.001 * gradient[k]! ** 2
      w[k]! -= RATE * (mean[k]! / (1 - 0.9 ** step)) / (Math.sqrt(square[k]! / (1 - 0.999 ** step)) + 1e-8)
    }
  }
  return { ...Object.fromEntries(names.map((f, k) => [f, Math.round(w[k]! * 100) / 100])), ...FIXED }
}

/** F1 of the place given, over events that were found. */
function f1(cases: readonly Case[], weightsOf: (c: Case) => Weights): string {
  let right = 0, wrong = 0, missed = 0
  for (const c of cases) {
    const weights = weightsOf(c), best = c.choices.reduce((a, b) => (scoreOf(b, weights) > scoreOf(a, weights) ? b : a))
    if (best.right) right += Number(c.told)
    else { wrong += Number(!best.empty); missed += Number(c.told) }
  }
  return (200 * right / (2 * right + wrong + missed)).toFixed(1)
}

const cases = casesIn(folders), learned = fit(cases), fold = new Map([...new Set(cases.map(c => c.report))].map((id, i) => [id, i % FOLDS]))
const without = Array.from({ length: FOLDS }, (_, k) => fit(cases.filter(c => fold.get(c.report) !== k)))
process.stdout.write(`${cases.length} events\nas shipped ${f1(cases, () => shipped)}\ncross-validated ${f1(cases, c => without[fold.get(c.report)!]!)}\nfitted ${f1(cases, () => learned)}\n`)
for (const folder of options['held-out']) { const held = casesIn([folder]); process.stdout.write(`${folder}: as shipped ${f1(held, () => shipped)}, learned ${f1(held, () => learned)}\n`) }

if (options.write) {
  const [head = '', ...rows] = readFileSync(PATH, 'utf8').trimEnd().split('\n'), notes = new Map(rows.map(row => row.split('\t')).map(([decision, feature, , , note]) => [`${decision} ${feature}`, note ?? '']))
  const made = Object.entries(learned).filter(([, w]) => Math.abs(w) >= LEAST_WEIGHT).map(([f, w]) => ['where', f, String(w), SOURCE, notes.get(`where ${f}`) ?? ''].join('\t'))
  writeFileSync(PATH, `${[head, ...made, ...rows.filter(row => !row.startsWith('where\t'))].join('\n')}\n`)
}
