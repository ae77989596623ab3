/** Our own gold reports, scored by the rules of the scorer that lies beside them: it is run, not copied. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { points, type Board, type Input, type Measured, type Mistake, type Outcome, type Units } from '../board.ts'
import { trailOf, type Engine } from '../engine.ts'
import { f1Of, prfOf } from '../metrics/counts.ts'
import { calibrationError } from '../metrics/calibration.ts'
import { COMMANDS } from '../../src/cli/commands.ts'
import type { Explained } from '../../src/core/analysis/analyse.ts'
import type { Report } from '../../src/core/model/index.ts'

const SLOTS = ['mode', 'status', 'actor', 'recipient', 'place', 'date', 'killed', 'injured', 'claim', 'because-of'] as const

export const gold: Board = {
  name: 'gold', title: 'Gold reports',
  measures: 'Our own news reports, coded by hand after the codebook: precision, recall and F1 of events (an event of the same type with an overlapping mention, one to one), micro F1 over all slots (record F1), F1 of each slot, and the expected calibration error of the confidence of events (ten bins of equal width; Guo et al. 2017). Incidents across reports: B3 and F1 of pairwise links, without an interval. The scorer beside the reports decides what matches.',
  heldOut: 'The event weights and the trigger rates are learned from these reports and rules are written while reading them, so this is a figure on development data. `training/event-weights.ts` cross-validates what is learned; only a folder of other reports (`--gold DIR`) is held out from what is written.',
  metrics: [...['event P', 'event R', 'event F1', 'record F1', ...SLOTS.map(slot => `${slot} F1`)].map(name => points(name)), { name: 'calibration error', unit: 'points', better: 'lower', peers: [] }, points('incidents B3 F1'), points('incident links F1')],
  parts: [{ name: 'dev', split: 'dev', files: ['../gold/dev/*.json', '../gold/score-gold.mjs'] }],
  sample: null,
  run: runGold,
}

/** [right, false, missed]. */
type Counts = readonly [number, number, number]

/** What the scorer says of one report; `spurious` and `missed` are its own lines, `ID EVENT TYPE: words`. */
export interface Verdict { readonly rows: ReadonlyMap<string, Counts>; readonly missed: readonly string[]; readonly spurious: readonly string[] }

/** Reads what the scorer prints. Throws where its last line is not there. */
export function readVerdict(printed: string): Verdict {
  if (!/^event F1 /m.test(printed)) throw new Error(`The gold scorer printed no figures: ${printed.slice(0, 300)}`)
  const rows = new Map<string, Counts>()
  for (const [, name, right, wrong, missed] of printed.matchAll(/^ {2}(\S.*?) +P +[\d.]+ +R +[\d.]+ +F1 +[\d.]+ +tp (\d+) fp (\d+) fn (\d+)$/gm)) rows.set(name!, [Number(right), Number(wrong), Number(missed)])
  return { rows, missed: listed(printed, 'missed'), spurious: listed(printed, 'spurious') }
}

function listed(printed: string, head: string): readonly string[] {
  const lines = printed.split('\n'), from = lines.indexOf(head)
  if (from < 0) return []
  const rest = lines.slice(from + 1), end = rest.findIndex(line => !line.startsWith('  '))
  return rest.slice(0, end < 0 ? rest.length : end).map(line => line.trim())
}

interface Coded { readonly report: Report; readonly explained: Explained | null; readonly verdict: Verdict }

function runGold({ files: [reports = [], scorer = []] }: Input, engine: Engine): Outcome {
  const folder = mkdtempSync(join(tmpdir(), 'casus-score-'))
  try {
    const coded = engine.pick(reports).map((file): Coded => {
      const text = readFileSync(file, 'utf8'), report = JSON.parse(text) as Report
      const explained = engine.code(reportOf(report))
      return { report, explained, verdict: judge(folder, scorer[0]!, text, explained) }
    })
    return { measured: [...measuredOf(coded), ...incidentFigures(folder, scorer[0]!, dirname(reports[0]!), coded)], mistakes: coded.flatMap(mistakesOf) }
  } finally { rmSync(folder, { recursive: true, force: true }) }
}

const reportOf = ({ id, url = null, publisher = null, title = null, published = null, text }: Report): Report => ({ id, url, publisher, title, published, text })

/** The scorer's verdict on one report. It scores reports one by one, so that its counts add up to those of the whole. */
function judge(folder: string, scorer: string, gold: string, explained: Explained | null): Verdict {
  const analyses = join(folder, 'analyses.ndjson')
  writeFileSync(join(folder, 'report.json'), gold)
  writeFileSync(analyses, explained === null ? '' : `${JSON.stringify(explained.analysis)}\n`)
  const { stdout, stderr, status } = spawnSync(process.execPath, [scorer, '--gold', folder, '--analyses', analyses, '--show', '1000000'], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`The gold scorer failed: ${stderr}`)
  return readVerdict(stdout)
}

/** The scorer's figures on incidents, from all reports at once; none while the command line has no `incidents`. */
function incidentFigures(folder: string, scorer: string, gold: string, coded: readonly Coded[]): readonly Measured[] {
  if (!COMMANDS.some(command => command.name === 'incidents')) return []
  const analyses = join(folder, 'all.ndjson'), main = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts')
  writeFileSync(analyses, coded.flatMap(({ explained }) => explained === null ? [] : [`${JSON.stringify(explained.analysis)}\n`]).join(''))
  const { stdout, stderr, status } = spawnSync(process.execPath, [scorer, '--gold', gold, '--analyses', analyses, '--incidents', `'${process.execPath}' '${main}' incidents -`], { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (status !== 0) throw new Error(`The gold scorer failed on incidents: ${stderr}`)
  return readIncidents(stdout)
}

/** Reads the scorer's lines on incidents. Throws where they are not there. */
export function readIncidents(printed: string): readonly Measured[] {
  const b3 = /^incidents {2}B3 P [\d.]+ R [\d.]+ F1 ([\d.]+)$/m.exec(printed), links = readVerdict(printed).rows.get('links (pairwise)')
  if (b3 === null || links === undefined) throw new Error('The gold scorer printed no figures on incidents.')
  return [{ metric: 'incidents B3 F1', units: [[Number(b3[1])]], of: ([unit]) => unit?.[0] ?? 0 }, f1Of('incident links F1', [links])]
}

function measuredOf(coded: readonly Coded[]): readonly Measured[] {
  const counts = (name: string): Units => coded.map(({ verdict }) => verdict.rows.get(name) ?? [0, 0, 0])
  const slots = coded.map(({ verdict }) => SLOTS.map(slot => verdict.rows.get(slot) ?? [0, 0, 0] as const).reduce<Counts>(([a, b, c], [x, y, z]) => [a + x, b + y, c + z], [0, 0, 0]))
  const sure = coded.map(({ explained, verdict }) => explained === null ? [] : confidences(explained, verdict).flatMap(([confidence, right]) => [confidence, right ? 1 : 0]))
  return [
    ...prfOf('event', counts('all')), f1Of('record F1', slots), ...SLOTS.map(slot => f1Of(`${slot} F1`, counts(slot))),
    { metric: 'calibration error', units: sure, of: calibrationError },
  ]
}

const SCORED_TYPES: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'MOBILIZE', 'PROTEST', 'RETREAT', 'AID', 'SANCTION'])

/** The confidence of each event that the scorer looks at, and whether it matched: it did unless listed as spurious. */
function confidences(explained: Explained, verdict: Verdict): readonly (readonly [number, boolean])[] {
  const spurious = new Set(verdict.spurious.map(line => line.split(' ')[1]))
  return explained.analysis.events.filter(e => SCORED_TYPES.has(e.type) && e.status !== 'hypothetical' && e.status !== 'negated').map(e => [e.confidence, !spurious.has(e.id)] as const)
}

function mistakesOf({ report, explained, verdict }: Coded): readonly Mistake[] {
  const missed = verdict.missed.map((line): Mistake => ({ kind: 'missed', document: report.id, text: line, expected: line.split(' ').slice(2).join(' '), got: 'nothing', trail: [] }))
  const spurious = verdict.spurious.map((line): Mistake => {
    const id = line.split(' ')[1]!, event = explained?.analysis.events.find(e => e.id === id), at = event?.mentions[0]?.start ?? 0
    return { kind: 'false', document: report.id, text: report.text.slice(Math.max(0, at - 120), at + 180), expected: 'nothing', got: `${line.split(' ').slice(2).join(' ')} (${event?.summary ?? ''}; confidence ${event?.confidence.toFixed(2) ?? ''})`, trail: explained === null ? [] : trailOf(explained, id) }
  })
  return [...missed, ...spurious]
}
