/** MUC-4 as it was scored in 1992: official keys, all slots. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { points, type Board, type Input, type Measured, type Mistake, type Outcome, type Part, type Peer, type Units } from '../board.ts'
import { trailOf, type Engine } from '../engine.ts'
import { overSums } from '../metrics/counts.ts'
import { incidentsIn } from '../muc/fill-report.ts'
import type { Incident } from '../muc/incident.ts'
import { readMessages, readTemplates, SLOT_NAMES, type Message, type OfficialTemplate } from '../muc/key.ts'
import { readPlaceList } from '../muc/place-list.ts'
import { responseOf } from '../muc/response.ts'
import { officialPrf, printedF, scoreMessage, type MessageScore } from '../muc/score.ts'
import type { Explained } from '../../src/core/analysis/analyse.ts'

const SOURCE = 'official score reports of MUC-4 (1992), all templates'

/** Recall, precision, F of the five best systems on each test set. */
const SYSTEMS: readonly (readonly [part: string, name: string, recall: number, precision: number, f: number])[] = [
  ['tst3', 'GE', 58, 54, 55.93], ['tst3', 'GE-CMU', 49, 55, 51.83], ['tst3', 'UMass', 47, 57, 51.52], ['tst3', 'SRI', 44, 55, 48.89], ['tst3', 'NYU', 41, 47, 43.8],
  ['tst4', 'GE', 62, 53, 57.15], ['tst4', 'GE-CMU', 53, 53, 53], ['tst4', 'SRI', 44, 52, 47.67], ['tst4', 'UMass', 48, 45, 46.45], ['tst4', 'NYU', 46, 46, 46],
]
const peers = (column: 2 | 3 | 4): readonly Peer[] => SYSTEMS.map(row => ({ name: row[1], value: row[column], on: row[0].toUpperCase(), source: SOURCE, part: row[0] }))

const part = (name: string, split: Part['split']): Part => ({ name, split, files: [`muc4/${name}/key-${name}.*`, `muc4/${name}/${name}-muc[34]`] })

export const mucOfficial: Board = {
  name: 'muc4', title: 'MUC-4, official keys',
  measures: 'All-slots recall and precision over all templates, and F, after the scoring guidelines (version 7): templates mapped at their best where type and a perpetrator or target agree; half credit for partly right; optional templates and fillers never missing; the template number a slot of its own. "F, printed" is made of whole recall and precision, as the reports of 1992 print it. The people who judged unlike strings in 1992 are replaced by the rules of the guidelines, in doubt against the response.',
  heldOut: 'Fillers, places, days, set fills and which templates are let go come from weights that are learned from the 1,300 development texts and their keys (training/muc-roles.ts; `scoreboard/muc/role-weights.tsv.br`), as the systems of 1992 were built on them; names of places are looked up in the lists of the task documents (`taskdoc`), which those systems had too; tables and rules of the other slots were written, and the bars for parties and templates set, while reading TST1 and TST2. These weights belong to the board and not to the engine: with the sides of events as Casus gives them F was 30.6 (TST1) and 32.8 (TST2) on 2026-11-26.',
  metrics: [points('recall', peers(2)), points('precision', peers(3)), points('F', []), points('F, printed', peers(4))],
  parts: [part('tst1', 'dev'), part('tst2', 'dev'), part('tst3', 'test'), part('tst4', 'test')],
  sample: 50,
  run: runOfficial,
  measureOutput: ({ files: [[key = ''] = []] }, output) => {
    const responses = readTemplates(output)
    return measuredOf([...readTemplates(readFileSync(key, 'utf8'))].map(([id, keys]) => scoreMessage(keys, responses.get(id) ?? []).tally))
  },
}

/** Incidents less likely than this to be among the keys are let go (by cross-validation on the development texts). GTT's measures lose more by it than they gain. */
const KEPT = 0.3

interface Scored { readonly message: Message; readonly explained: Explained | null; readonly incidents: readonly Incident[]; readonly responses: readonly OfficialTemplate[]; readonly score: MessageScore }

function runOfficial({ files: [[key = ''] = [], [texts = ''] = []] }: Input, engine: Engine): Outcome {
  const keys = readTemplates(readFileSync(key, 'utf8')), messages = new Map(readMessages(readFileSync(texts, 'utf8')).map(m => [m.id, m])), list = readPlaceList(join(dirname(texts), '..'))
  const scored = engine.pick([...keys.keys()]).map((id): Scored => {
    const message = messages.get(id) ?? { id, text: '', date: null }, report = { id, text: message.text, published: message.date }
    const explained = engine.code(report), layers = explained === null ? null : engine.layers(report)
    const incidents = explained === null || layers === null ? [] : incidentsIn(layers, explained.analysis.events, list).filter(incident => incident.share >= KEPT)
    const responses = incidents.map(incident => responseOf(id, incident))
    return { message, explained, incidents, responses, score: scoreMessage(keys.get(id)!, responses) }
  })
  return { measured: measuredOf(scored.map(s => s.score.tally)), mistakes: scored.flatMap(mistakesOf) }
}

const measuredOf = (tallies: Units): readonly Measured[] => [
  overSums('recall', tallies, total => officialPrf(total).recall), overSums('precision', tallies, total => officialPrf(total).precision), overSums('F', tallies, total => officialPrf(total).f1),
  overSums('F, printed', tallies, total => { const { recall, precision } = officialPrf(total); return printedF(recall, precision) }),
]

/** A template on one line. */
const told = (template: OfficialTemplate): string => template.slots.map((fills, slot) => fills.length === 0 ? '' : `${SLOT_NAMES[slot]!} ${fills.map(f => `${f.values.join(' / ')}${f.tags.length === 0 ? '' : `: ${f.tags.join(' / ')}`}`).join(', ')}`).filter(line => line !== '').join('; ')

function mistakesOf({ message, explained, incidents, responses, score }: Scored): readonly Mistake[] {
  const eventOf = (response: OfficialTemplate): string => incidents[responses.indexOf(response)]!.event?.id ?? ''
  const trail = (response: OfficialTemplate): readonly string[] => explained === null ? [] : trailOf(explained, eventOf(response))
  const at = (response: OfficialTemplate): number => incidents[responses.indexOf(response)]!.event?.mentions[0]?.start ?? 0
  const about = (response: OfficialTemplate): string => message.text.slice(Math.max(0, at(response) - 150), at(response) + 250)
  return [
    ...score.missing.map((key): Mistake => ({ kind: 'missed', document: message.id, text: message.text.slice(0, 400), expected: told(key), got: 'nothing', trail: [] })),
    ...score.spurious.map((response): Mistake => ({ kind: 'false', document: message.id, text: about(response), expected: 'nothing', got: told(response), trail: trail(response) })),
    ...score.mapped.map(({ key, response }): Mistake => ({ kind: 'wrong', document: message.id, text: about(response), expected: told(key), got: told(response), trail: trail(response) })),
  ]
}
