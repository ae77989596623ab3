/** The learned way from a report to MUC-4's incidents: phrases, weights as they are written, parties, official slots. */
import { describe, expect, it } from 'vitest'
import { explainReport, layersOf } from '../src/core/analysis/analyse.ts'
import { loadKnowledge } from '../src/resources/load.ts'
import { incidentsIn } from '../scoreboard/muc/fill-report.ts'
import type { Filled, Filler } from '../scoreboard/muc/fill.ts'
import type { Incident } from '../scoreboard/muc/incident.ts'
import { responseOf } from '../scoreboard/muc/response.ts'
import { dateChoices, placeChoices, type Standing } from '../scoreboard/muc/choices.ts'
import { memberNumbers, type Acts } from '../scoreboard/muc/member-numbers.ts'
import { NO_PLACES, placeListOf } from '../scoreboard/muc/place-list.ts'
import { partyFeatures, type Report } from '../scoreboard/muc/party-features.ts'
import { partyNumbers } from '../scoreboard/muc/party-numbers.ts'
import { indexed } from '../scoreboard/muc/role-features.ts'
import { readModel, writeModel, type MucModel } from '../scoreboard/muc/role-model.ts'
import { sharesOf } from '../scoreboard/muc/softmax.ts'
import { phrasesOf, wordsOf } from '../scoreboard/muc/spans.ts'
import { chanceOf, readTrees, treeRows } from '../scoreboard/muc/trees.ts'
import { boost } from '../training/muc/boost.ts'
import { noNames, numbered, trainSoftmax } from '../training/muc/softmax.ts'

const knowledge = loadKnowledge()
const layersFor = (text: string): ReturnType<typeof layersOf>['layers'] => layersOf({ id: 'x', text }, knowledge).layers
const incidentsFor = (text: string): readonly Incident[] => incidentsIn(layersFor(text), explainReport({ id: 'x', text }, knowledge).analysis.events)

describe('phrases', () => {
  const layers = layersFor('The members of the northern front burned a public bus with dynamite.'), all = phrasesOf(layers).map(p => wordsOf(layers, p))
  it('stand without articles, with and without what follows "of"', () => { for (const words of ['members', 'members of the northern front', 'northern front', 'public bus', 'bus', 'dynamite']) expect(all).toContain(words) })
  it('neither begin nor end with an article or a preposition, and none stands twice', () => {
    expect(all.filter(words => /^(?:the|a|of|with)\b|\b(?:of|with|the)$/i.test(words))).toEqual([])
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('weights', () => {
  it('are read as they were written', () => {
    const model: MucModel = { manner: 'lower', reports: Array.from({ length: 7 }, () => new Map([['doc bomb', [-0.5, 0.5]]])), roles: new Map([['w rebels', [0, 1, 0, 0, 0, 0, 0.25]]]), types: new Map([['role Weapon', [0, 2, 0, 0, 0, 0]]]), parties: new Map([['rank 0', [-0.5, 0.5]]]), trees: { base: -1, trees: [{ features: [2, -1, 0], cuts: [0.5, 0, -1.5], values: [0, 0, 0, 0.25, 0, -0.5, 1] }] }, members: null, keep: new Map([['any 2', [0, 1]]]), place: new Map([['depth 1', [0, 0.5, 1]]]), day: new Map(), sets: new Map([[20, { classes: ['-', 'CIVILIAN'], weights: new Map([['s farmer', [-1, 1]]]) }]]) }
    expect(readModel(writeModel(model), 'lower')).toEqual(model)
    expect(readModel(writeModel({ ...model, trees: null, members: model.trees }), 'original')).toEqual({ ...model, manner: 'original', trees: null, members: model.trees })
  })
  it('are learned alike from the same cases, and tell them apart', () => {
    const names = noNames(), cases = Array.from({ length: 40 }, (_, i) => ({ features: numbered(names, ['constant', i % 2 === 0 ? 'bomb' : 'vote']), label: i % 2 })), settings = { classes: 2, epochs: 5, rate: 0.1, decay: 1e-3, least: 2 }, weights = trainSoftmax(cases, names, settings)
    expect(trainSoftmax(cases, names, settings)).toEqual(weights)
    expect(sharesOf(weights, ['constant', 'bomb'], 2)[0]).toBeGreaterThan(0.8)
    expect(sharesOf(weights, ['constant', 'vote'], 2)[1]).toBeGreaterThan(0.8)
  })
})

describe('trees', () => {
  const growth = { trees: 60, depth: 2, rate: 0.2, decay: 1, least: 1, rows: 0.8, columns: 1 }
  // Right where one number is high and the other low: no sum of the two tells.
  const rows = Array.from({ length: 200 }, (_, i) => { const a = i % 10, b = i * 7 % 13, label = (a > 4) !== (b > 6) ? 1 : 0; return { numbers: Float64Array.of(a, b), label } })
  const grown = boost(rows, growth)
  it('learn what hangs on two numbers together', () => {
    expect(rows.filter(r => (chanceOf(grown, r.numbers) > 0.5 ? 1 : 0) === r.label).length).toBeGreaterThan(195)
  })
  it('are alike for the same rows, and read as they were written', () => {
    expect(boost(rows, growth)).toEqual(grown)
    expect(readTrees(treeRows(grown))).toEqual(grown)
  })
  it('give the share of rows that are right where no number tells', () => {
    const blind = boost(Array.from({ length: 100 }, (_, i) => ({ numbers: Float64Array.of(1), label: i % 4 === 0 ? 1 : 0 })), growth)
    expect(chanceOf(blind, [1])).toBeCloseTo(0.25, 1)
  })
})

describe('a party', () => {
  const party = (role: Filler['role'], words: string, share: number, sentence: number): Filler => ({ role, strings: [words], phrases: [{ first: 0, last: 1, head: 0, sentence }], share, worth: share, types: [1, 0, 0, 0, 0, 0], all: 1, best: { words, share, none: 1 - share, second: 'Weapon', secondShare: 0, kind: '-', shares: [share] } })
  const mayor = party('Victim', 'mayor ruiz', 0.8, 0), clerk = party('Victim', 'clerk', 0.4, 5), rebels = party('PerpInd', 'rebels', 0.6, 0), report: Report = { parties: [mayor, clerk, rebels], leanings: [2, 1, 0, 0, 0, 0, 0], sentences: 9 }
  it('is known by how it stands among those of its role', () => {
    expect(partyFeatures(mayor, report)).toEqual(expect.arrayContaining(['rank 0', 'Victim rank 0', 'over top', 'of 2']))
    expect(partyFeatures(clerk, report)).toEqual(expect.arrayContaining(['rank 1', 'under -']))
  })
  it('has as many numbers as any other, its role and its rank among them', () => {
    const numbers = [mayor, clerk, rebels].map(p => partyNumbers(p, report))
    expect(new Set(numbers.map(n => n.length)).size).toBe(1)
    expect(numbers.every(n => n.every(Number.isFinite))).toBe(true)
    expect(numbers[0]).not.toEqual(numbers[1])
  })
  it('is known by whom it stands beside in its incident, and by whom in others', () => {
    const told = indexed({ layers: layersFor('Rebels killed Mayor Ruiz.'), events: [], triggers: [] }), near: Filled = { type: 'attack', fillers: [mayor, rebels] }, far: Filled = { type: 'attack', fillers: [clerk, rebels] }, acts: Acts = { told, report, templates: [near, far] }
    const numbers = [near, far].map(t => memberNumbers(rebels, t, acts))
    expect(new Set([...numbers, memberNumbers(mayor, near, acts)].map(n => n.length)).size).toBe(1)
    expect(numbers.every(n => n.every(Number.isFinite))).toBe(true)
    expect(numbers[0]).not.toEqual(numbers[1])
    expect(memberNumbers(rebels, near, { ...acts, templates: [near] })).not.toEqual(numbers[0])
  })
  it('is known by who stands in its sentences', () => {
    expect(partyFeatures(mayor, report)).toContain('with PerpInd')
    expect(partyFeatures(clerk, report)).not.toContain('with PerpInd')
  })
})

describe('a report', () => {
  const text = 'SAN SALVADOR, 4 MAY 90 -- URBAN GUERRILLAS BOMBED AN ELECTRIC POWER STATION IN SANTA ANA YESTERDAY. MAYOR ANA RUIZ WAS KILLED BY THE EXPLOSION OF A POWERFUL BOMB.'
  const [incident] = incidentsFor(text)
  it('gives the parties of its incident', () => {
    expect(incident?.type).toBe('BOMBING')
    expect(incident?.individuals.map(p => p.strings[0])).toContain('URBAN GUERRILLAS')
    expect(incident?.physical.map(p => p.strings[0]).join()).toMatch(/POWER STATION/)
    expect(incident?.humans.find(p => p.named)?.strings[0]).toBe('ANA RUIZ')
  })
  it('gives the official slots, who was killed with the effect', () => {
    const { slots } = responseOf('TST9-MUC4-0001', incident!)
    expect(slots[8]![0]!.values).toEqual(['TERRORIST ACT'])
    expect(slots[23]!.find(f => f.tags[0] === 'ANA RUIZ')?.values).toEqual(['DEATH'])
  })
  it('that tells of two acts of one kind far apart gives two incidents', () => {
    const quiet = Array.from({ length: 7 }, (_, i) => `THE COUNCIL MET ON DAY ${i + 2} AND SPOKE OF BREAD.`).join(' ')
    const both = incidentsFor(`SAN SALVADOR, 4 MAY 90 -- GUERRILLAS KILLED MAYOR ANA RUIZ IN SANTA ANA YESTERDAY. ANA RUIZ WAS KILLED BY GUERRILLAS IN HER HOUSE. ${quiet} JUDGE LUIS PARRA WAS ASSASSINATED BY GUERRILLAS IN SAN MIGUEL. LUIS PARRA WAS KILLED IN HIS CAR.`)
    expect(both.map(i => i.humans.filter(p => p.named).map(p => p.strings[0])).sort()).toEqual([['ANA RUIZ'], ['LUIS PARRA']])
  })
  it('in lower case gives them too, by weights of its own', () => {
    const [lower] = incidentsFor(text.toLowerCase())
    expect(lower?.type).toBe('BOMBING')
    expect(lower?.physical.map(p => p.strings[0]).join()).toMatch(/power station/)
    expect(lower?.humans.find(p => p.named)?.strings[0]).toBe('ana ruiz')
  })
  it('that tells of no such act gives no incident', () => { expect(incidentsFor('The council of Port Amsel voted on the price of bread. The baker Ana Ruiz spoke at length about flour.')).toEqual([]) })
})

describe('places and days to choose from', () => {
  const list = placeListOf('EL SALVADOR: AMSELA (DEPARTMENT) *x* VALIDATED\nEL SALVADOR: SAN AMSEL (TOWN?) ??SPELLING\nEL SALVADOR: AMSEL ROAD *x*\n?: NOWHERE (CITY) *x*\n\nA line of prose: it is none.')
  const standing = (text: string): Standing => { const layers = layersOf({ id: 'x', text, published: '1990-05-04' }, knowledge).layers; return { layers, event: null, events: [], phrases: phrasesOf(layers).filter(p => wordsOf(layers, p) === 'BUS'), type: 'attack', published: '1990-05-04' } }
  const told = standing('PORT LERCHE, 4 MAY 90 -- [TEXT] LAST NIGHT REBELS ATTACKED A BUS IN SAN AMSEL, AMSELA DEPARTMENT. A BRIDGE HAD BEEN BURNED ON 2 MAY.')
  it('the list gives each place with what it lies in, without the remarks of its makers', () => {
    expect(list.byName.get('SAN AMSEL')).toEqual([['EL SALVADOR', 'SAN AMSEL (TOWN)']])
    expect([...list.byName.keys()]).toEqual(['AMSELA', 'SAN AMSEL'])
    expect(list.longest).toBe(2)
  })
  it('hold the places named, one within another that stands beside it, and the countries of the task', () => {
    const values = placeChoices(told, list).map(c => c.value)
    for (const value of ['EL SALVADOR: SAN AMSEL (TOWN)', 'EL SALVADOR: AMSELA (DEPARTMENT)', 'EL SALVADOR: AMSELA (DEPARTMENT): SAN AMSEL (TOWN)', 'EL SALVADOR', 'PERU']) expect(values).toContain(value)
    expect(placeChoices(told, NO_PLACES).map(c => c.value)).not.toContain('EL SALVADOR: SAN AMSEL (TOWN)')
  })
  it('know how near each stands', () => {
    const of = (value: string): readonly string[] => placeChoices(told, list).find(c => c.value === value)!.features
    expect(of('EL SALVADOR: SAN AMSEL (TOWN)')).toContain('sentences 0')
    expect(of('EL SALVADOR: SAN AMSEL (TOWN)')).toContain('dateline false')
  })
  it('hold the days named, the night between two, and all days until the report was sent', () => {
    const values = dateChoices(told).map(c => c.value)
    for (const value of ['03 MAY 90', '03 MAY 90 - 04 MAY 90', '02 MAY 90', '- 04 MAY 90']) expect(values).toContain(value)
    expect(values).not.toContain('01 MAY 90')
  })
})
