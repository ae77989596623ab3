/** MUC-4's official score, worked by hand after the scoring guidelines. */
import { describe, expect, it } from 'vitest'
import { creditOf, stringCredit } from '../scoreboard/muc/fills.ts'
import { readMessages, readTemplates, type Fill } from '../scoreboard/muc/key.ts'
import { officialPrf, printedF, scoreMessage, slotTally } from '../scoreboard/muc/score.ts'

const fill = (values: readonly string[], tags: readonly string[] = [], optional = false): Fill => ({ values, tags, optional })

const lines = (given: Readonly<Record<number, string>>, id = 'TST9-MUC4-0001', number = '1'): string => {
  const names = ['MESSAGE: ID', 'MESSAGE: TEMPLATE', 'INCIDENT: DATE', 'INCIDENT: LOCATION', 'INCIDENT: TYPE', 'INCIDENT: STAGE OF EXECUTION', 'INCIDENT: INSTRUMENT ID', 'INCIDENT: INSTRUMENT TYPE', 'PERP: INCIDENT CATEGORY', 'PERP: INDIVIDUAL ID', 'PERP: ORGANIZATION ID', 'PERP: ORGANIZATION CONFIDENCE', 'PHYS TGT: ID', 'PHYS TGT: TYPE', 'PHYS TGT: NUMBER', 'PHYS TGT: FOREIGN NATION', 'PHYS TGT: EFFECT OF INCIDENT', 'PHYS TGT: TOTAL NUMBER', 'HUM TGT: NAME', 'HUM TGT: DESCRIPTION', 'HUM TGT: TYPE', 'HUM TGT: NUMBER', 'HUM TGT: FOREIGN NATION', 'HUM TGT: EFFECT OF INCIDENT', 'HUM TGT: TOTAL NUMBER']
  return names.map((name, slot) => `${`${slot}.`.padEnd(4)}${name.padEnd(32)}${slot === 0 ? id : slot === 1 ? number : given[slot] ?? '-'}`).join('\n')
}

const KEY = lines({
  2: '(02 FEB 90) / (- 04 FEB 90)', 3: 'PERU: LIMA (CITY)', 4: 'BOMBING', 5: 'ACCOMPLISHED', 7: 'BOMB: "-"', 9: '"REBELS" / "BAND OF REBELS"',
  12: '"MILL"\n                                    "\\"OLD HILL\\" BRIDGE" / "BRIDGE"', 13: 'COMMERCIAL: "MILL"\n                                    TRANSPORTATION ROUTE: "\\"OLD HILL\\" BRIDGE" / "BRIDGE"', 22: '? SPAIN: "ANA RUIZ"', 18: '"ANA RUIZ"',
})

describe('template files', () => {
  const template = readTemplates(`;; a comment\n${KEY}\n\n${lines({}, 'TST9-MUC4-0002', '*')}\n`)
  it('give fillers with alternatives, cross-references and question marks', () => {
    const [first] = template.get('TST9-MUC4-0001')!
    expect(first!.slots[2]).toEqual([fill(['02 FEB 90', '- 04 FEB 90'])])
    expect(first!.slots[3]).toEqual([fill(['PERU: LIMA (CITY)'])])
    expect(first!.slots[7]).toEqual([fill(['BOMB'], ['-'])])
    expect(first!.slots[12]).toEqual([fill(['MILL']), fill(['"OLD HILL" BRIDGE', 'BRIDGE'])])
    expect(first!.slots[13]![1]).toEqual(fill(['TRANSPORTATION ROUTE'], ['"OLD HILL" BRIDGE', 'BRIDGE']))
    expect(first!.slots[22]).toEqual([fill(['SPAIN'], ['ANA RUIZ'], true)])
    expect(first!.slots[19]).toEqual([])
  })
  it('name irrelevant messages without templates, and optional templates', () => {
    expect(template.get('TST9-MUC4-0002')).toEqual([])
    expect(readTemplates(lines({ 4: 'ARSON' }, 'TST9-MUC4-0003', '2 (OPTIONAL)')).get('TST9-MUC4-0003')![0]!.optional).toBe(true)
  })
  it('and message files are read by their headers', () => {
    const messages = readMessages('TST9-MUC4-0001\n\n   LIMA, 4 FEB 90 (RADIO) -- [TEXT] REBELS BOMBED THE MILL.\n\n\nTST9-MUC4-0002\n\n   NO DATE HERE.\n')
    expect(messages.map(m => [m.id, m.date])).toEqual([['TST9-MUC4-0001', '1990-02-04'], ['TST9-MUC4-0002', null]])
    expect(messages[0]!.text).toMatch(/^LIMA, 4 FEB 90/)
  })
})

describe('credit for one filler', () => {
  it('of strings: nonessential modifiers are free, a part of a name is half, going beyond the noun phrase is half', () => {
    expect(stringCredit('PEASANTS', 'THE 3 PEASANTS')).toBe(1)
    expect(stringCredit('PEASANTS', 'OLD PEASANTS WHO WERE WITNESSES')).toBe(1)
    expect(stringCredit('PEASANTS', 'THE 3 PEASANTS, WHICH THE GOVERNMENT ADMITTED')).toBe(0.5)
    expect(stringCredit('ALBERTO ROBERTO TORRES', 'TORRES')).toBe(0.5)
    expect(stringCredit('6TH INFANTRY BRIGADE', 'BRIGADE')).toBe(0.5)
    expect(stringCredit('FMLN', 'LEADER OF THE FMLN')).toBe(0.5)
    expect(stringCredit('PEASANTS', 'SOLDIERS')).toBe(0)
  })
  it('of sets: what stands above is half, a wrong cross-reference is half', () => {
    expect(creditOf(4, fill(['BOMBING']), fill(['ATTACK']))).toBe(0.5)
    expect(creditOf(4, fill(['ATTACK']), fill(['BOMBING']))).toBe(0)
    expect(creditOf(7, fill(['VEHICLE BOMB'], ['CAR BOMB']), fill(['EXPLOSIVE'], ['TRUCK']))).toBe(0.5)
    expect(creditOf(7, fill(['BOMB'], ['-']), fill(['BOMB'], ['-']))).toBe(1)
    expect(creditOf(13, fill(['WATER'], ['PIPE']), fill(['WATER'], ['WELL']))).toBe(0.5)
    expect(creditOf(23, fill(['NO INJURY OR DEATH'], ['ANA']), fill(['NO INJURY'], ['ANA']))).toBe(0.5)
  })
  it.each([
    ['25 AUG 89 - 26 AUG 89', '26 AUG 89', 0.5], ['- 26 AUG 89', '25 AUG 89', 0.5], ['25 AUG 89 - 26 AUG 89', '- 26 AUG 89', 0.5], ['26 AUG 89', '- 26 AUG 89', 0.5],
    ['25 AUG 89', '- 26 AUG 89', 0], ['24 AUG 89 - 25 AUG 89', '- 26 AUG 89', 0], ['26 AUG 89', '26 AUG 89', 1], ['26 AUG 89', '25 AUG 89', 0],
  ] as const)('of dates: key %s, response %s', (key, given, credit) => { expect(creditOf(2, fill([key]), fill([given]))).toBe(credit) })
  it.each([
    ['COLOMBIA: MEDELLIN (CITY)', 'COLOMBIA', 0.5], ['COLOMBIA: MEDELLIN (CITY)', 'COLOMBIA: MEDELLIN (TOWN)', 1], ['COLOMBIA: MEDELLIN (CITY) - CALI (CITY)', 'COLOMBIA: MEDELLIN (CITY)', 0.5],
    ['COLOMBIA: MEDELLIN (CITY)', 'BOLIVIA: MEDELLIN (CITY)', 0.5], ['COLOMBIA: MEDELLIN (CITY)', 'PERU: LIMA (CITY)', 0],
  ] as const)('of places: key %s, response %s', (key, given, credit) => { expect(creditOf(3, fill([key]), fill([given]))).toBe(credit) })
  it('of numbers: an anchor of a range, or the number of an approximation, is half', () => {
    expect(creditOf(21, fill(['5 - 7'], ['JUDGES']), fill(['7'], ['JUDGES']))).toBe(0.5)
    expect(creditOf(21, fill(['~7'], ['JUDGES']), fill(['7'], ['JUDGES']))).toBe(0.5)
    expect(creditOf(21, fill(['PLURAL'], ['JUDGES']), fill(['7'], ['JUDGES']))).toBe(0)
  })
})

describe('scores', () => {
  const keys = readTemplates(KEY).get('TST9-MUC4-0001')!
  it('pair unlike fillers as incorrect before they are spurious or missing; optional fillers are never missing', () => {
    expect(slotTally(12, keys[0]!.slots[12]!, [fill(['MILL']), fill(['TOWER']), fill(['HUT'])])).toEqual([1, 0, 1, 1, 0])
    expect(slotTally(22, keys[0]!.slots[22]!, [])).toEqual([0, 0, 0, 0, 0])
  })
  it('of a key against itself are whole, and the template number counts', () => {
    const { tally } = scoreMessage(keys, keys)
    expect(tally).toEqual([13, 0, 0, 0, 0])
    expect(officialPrf(tally)).toEqual({ recall: 100, precision: 100, f1: 100 })
  })
  it('of a dropped template are all missing, of an invented one all spurious', () => {
    expect(scoreMessage(keys, []).tally).toEqual([0, 0, 0, 0, 12])
    expect(scoreMessage([], keys).tally).toEqual([0, 0, 0, 13, 0])
  })
  it('leave an optional template aside unless it is answered', () => {
    const optional = [{ ...keys[0]!, optional: true }]
    expect(scoreMessage(optional, []).tally).toEqual([0, 0, 0, 0, 0])
    expect(scoreMessage(optional, keys).tally[0]).toBe(13)
  })
  it('map templates only where type and a perpetrator or target agree', () => {
    const [other] = readTemplates(lines({ 4: 'BOMBING', 12: '"TOWER"' })).get('TST9-MUC4-0001')!
    expect(scoreMessage(keys, [other!]).mapped).toEqual([])
    const [attack] = readTemplates(lines({ 4: 'ATTACK', 12: '"MILL"' })).get('TST9-MUC4-0001')!
    expect(scoreMessage(keys, [other!, attack!]).mapped.map(m => m.response)).toEqual([attack])
  })
  it('print F from whole points, as in 1992', () => {
    expect(printedF(61.7, 53.4)).toBe(57.15)
    expect(printedF(58, 54)).toBe(55.93)
  })
})
