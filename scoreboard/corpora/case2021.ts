/** CASE-2021, task 2: short notes in ACLED's manner, one of 25 fine classes each. */
import { readFileSync } from 'node:fs'
import { points, type Board, type Input, type Mistake, type Outcome } from '../board.ts'
import { trailOf, type Engine } from '../engine.ts'
import { weightedF1Of } from '../metrics/classes.ts'
import type { Event } from '../../src/core/model/index.ts'

export const case2021: Board = {
  name: 'case2021', title: 'CASE-2021 task 2',
  measures: 'Weighted F1 over the classes, of one answer a note (scikit-learn’s average). The class is read from the surest event.',
  heldOut: 'Nothing is learned from it; the sample of five notes that is at hand says nothing about the whole.',
  metrics: [points('weighted F1', [{ name: 'best of the task', value: 83.9, on: 'test', source: 'quoted at second hand' }])],
  parts: [{ name: 'sample', split: 'dev', files: ['case2021_task2/sample_data/sample_input.txt', 'case2021_task2/sample_data/sample_output.txt'] }, { name: 'test', split: 'test', files: ['case2021_task2/test_input.txt', 'case2021_task2/test_output.txt'] }],
  sample: null,
  run: runCase,
}

const CLASSES = ['ABDUCT_DISSAP', 'AGREEMENT', 'AIR_STRIKE', 'ARMED_CLASH', 'ARREST', 'ART_MISS_ATTACK', 'ATTACK', 'CHANGE_TO_GROUP_ACT', 'CHEM_WEAP', 'DISR_WEAP', 'FORCE_AGAINST_PROTEST', 'GOV_REGAINS_TERIT', 'GRENADE', 'HQ_ESTABLISHED', 'MOB_VIOL', 'NON_STATE_ACTOR_OVERTAKES_TER', 'NON_VIOL_TERRIT_TRANSFER', 'OTHER', 'PEACE_PROTEST', 'PROPERTY_DISTRUCT', 'PROTEST_WITH_INTER', 'REM_EXPLOS', 'SEX_VIOL', 'SUIC_BOMB', 'VIOL_DEMONSTR'] as const
type Class = (typeof CLASSES)[number]

/** Lines of an id, a tab, and the rest. */
export const readLines = (text: string): ReadonlyMap<string, string> => new Map(text.split(/\r?\n/).filter(line => line.includes('\t')).map(line => [line.slice(0, line.indexOf('\t')), line.slice(line.indexOf('\t') + 1).trim()]))

const MODES: Readonly<Record<string, Class>> = { abduct: 'ABDUCT_DISSAP', aerial: 'AIR_STRIKE', drone: 'AIR_STRIKE', 'heavy-weapons': 'ART_MISS_ATTACK', explosives: 'REM_EXPLOS', 'suicide-attack': 'SUIC_BOMB', unconventional: 'CHEM_WEAP', sexual: 'SEX_VIOL', destroy: 'PROPERTY_DISTRUCT', 'crowd-control': 'FORCE_AGAINST_PROTEST' }
const ARMED: ReadonlySet<string> = new Set(['MIL', 'REB', 'COP', 'PRM'])
const sectors = (all: Event['actors'], wanted: ReadonlySet<string>): boolean => all.some(p => p.sectors.some(s => wanted.has(s)))
const POLICE: ReadonlySet<string> = new Set(['COP', 'MIL', 'GOV'])

/** The class of a note from its events; OTHER where there is none. */
export function classOf(events: readonly Event[]): Class {
  const event = events.toSorted((a, b) => b.confidence - a.confidence)[0]
  if (event === undefined) return 'OTHER'
  const force = events.some(e => e.type === 'ASSAULT' && sectors(e.actors, POLICE)), protest = events.find(e => e.type === 'PROTEST')
  if (protest !== undefined) return force ? 'FORCE_AGAINST_PROTEST' : events.some(e => e.type === 'COERCE') ? 'PROTEST_WITH_INTER' : protest.mode === 'riot' || protest.mode === 'vandalize' ? 'VIOL_DEMONSTR' : 'PEACE_PROTEST'
  if (event.type === 'COERCE') return event.mode === 'arrest' ? 'ARREST' : event.mode === 'seize' ? 'DISR_WEAP' : 'OTHER'
  if (event.type === 'AGREE' || event.type === 'RETREAT') return event.mode === 'withdraw' ? 'NON_VIOL_TERRIT_TRANSFER' : 'AGREEMENT'
  return event.type === 'ASSAULT' ? assaultClass(event) : 'OTHER'
}

function assaultClass(event: Event): Class {
  if (event.weapons.some(w => /grenade/i.test(w.exact))) return 'GRENADE'
  if (event.mentions.some(m => /captur|seiz|overr[au]n|took control|regain|recaptur/i.test(m.exact)) && event.mode === null) return sectors(event.actors, new Set(['MIL', 'GOV'])) ? 'GOV_REGAINS_TERIT' : 'NON_STATE_ACTOR_OVERTAKES_TER'
  const mode = MODES[event.mode ?? '']
  if (mode !== undefined) return mode
  if (event.reciprocal || (sectors(event.actors, ARMED) && sectors(event.recipients, ARMED))) return sectors([...event.actors, ...event.recipients], ARMED) ? 'ARMED_CLASH' : 'MOB_VIOL'
  return sectors(event.actors, ARMED) ? 'ATTACK' : 'MOB_VIOL'
}

function runCase({ files: [[input = ''] = [], [output = ''] = []] }: Input, engine: Engine): Outcome {
  const expected = readLines(readFileSync(output, 'utf8')), rows = engine.pick([...readLines(readFileSync(input, 'utf8'))]).map(([id, text]) => {
    const explained = engine.code({ id, text })
    return { id, text, explained, expected: expected.get(id) ?? '', given: explained === null ? '' : classOf(explained.analysis.events) }
  })
  return {
    measured: [weightedF1Of('weighted F1', rows.map(r => [CLASSES.indexOf(r.expected as Class), CLASSES.indexOf(r.given as Class)]), CLASSES.length)],
    mistakes: rows.flatMap((r): readonly Mistake[] => r.expected === r.given ? [] : [{ kind: 'wrong', document: r.id, text: r.text, expected: r.expected, got: r.given, trail: r.explained === null ? [] : r.explained.analysis.events.flatMap(e => trailOf(r.explained!, e.id)) }]),
  }
}
