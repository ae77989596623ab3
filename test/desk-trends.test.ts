/** The pure parts of the trends: times, series with their standings, shapes, and the questions that bars open. */
import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { INCIDENT_QUERY } from '../src/store/index.ts'
import { barAt, shapeOf } from '../src/web/charts/shape.ts'
import { denseSpan, peakOf, sayChart, sayPeak, sayTally, searchOfStanding, searchOfTime, seriesOf, timesOf } from '../src/web/charts/series.ts'
import { firstDay, isTime, keyAfter, lastDay, levelsOf, sayTime, ticksOf, timesBetween, unitFor, UNITS } from '../src/web/charts/time.ts'
import { askedOf, SPLITS } from '../src/web/views/trends/asked.ts'

const row = (keys: readonly (string | null)[], incidents: number, more: { readonly killed?: readonly [number, number, number]; readonly beyond?: number } = {}) => ({
  keys: [...keys], incidents, beyond: more.beyond ?? 0, killedKnown: more.killed?.[0] ?? 0, killedMin: more.killed?.[1] ?? 0, killedMax: more.killed?.[2] ?? 0, injuredKnown: 0, injuredMin: 0, injuredMax: 0,
})
const plainSpaces = (text: string): string => text.replace(/\s/gu, ' ')

describe('times', () => {
  test('the unit fits the span', () => {
    expect([['2024-01-01', '2024-02-10'], ['2023-01-01', '2024-12-31'], ['2018-01-01', '2024-01-01'], ['1946-01-01', '2024-01-01'], [null, null]].map(([a, b]) => unitFor(a!, b!))).toEqual(['day', 'week', 'month', 'year', 'week'])
  })

  test('every time has a first and a last day, and the next begins the day after', () => {
    expect([lastDay('month', '2024-02'), lastDay('year', '2023'), lastDay('week', '2024-02-26'), lastDay('day', '2024-02-29')]).toEqual(['2024-02-29', '2023-12-31', '2024-03-03', '2024-02-29'])
    expect([keyAfter('month', '2023-12'), keyAfter('year', '0999'), keyAfter('week', '2024-02-26')]).toEqual(['2024-01', '1000', '2024-03-04'])
    fc.assert(fc.property(fc.constantFrom(...UNITS), fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }), (unit, year, month) => {
      const key = `${year}-${String(month).padStart(2, '0')}-01`.slice(0, unit === 'year' ? 4 : unit === 'month' ? 7 : 10), after = new Date(Date.parse(`${lastDay(unit, key)}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
      expect(firstDay(unit, keyAfter(unit, key))).toBe(after)
    }))
  })

  test('times run without gaps, and far too many are cut at the early end', () => {
    expect(timesBetween('week', '2024-01-01', '2024-01-22')).toEqual(['2024-01-01', '2024-01-08', '2024-01-15', '2024-01-22'])
    expect(timesBetween('month', '2023-11', '2024-02')).toEqual(['2023-11', '2023-12', '2024-01', '2024-02'])
    const many = timesBetween('day', '0001-01-01', '2024-01-01', 100)
    expect([many.length, many.at(-1)]).toEqual([100, '2024-01-01'])
  })

  test('what is no time of the unit is none', () => {
    expect([isTime('week', '2024-01-01'), isTime('week', null), isTime('week', 'one day'), isTime('month', '2024-13'), isTime('year', '2024'), isTime('day', '2024-01')]).toEqual([true, false, false, false, true, false])
  })

  test('labels stand where years, months or days begin, none too near', () => {
    expect(ticksOf('month', timesBetween('month', '2020-06', '2024-06'), 3).map(t => [t.at, t.label])).toEqual([[7, '2021'], [19, '2022'], [31, '2023'], [43, '2024']])
    expect(ticksOf('week', timesBetween('week', '2023-11-06', '2024-03-25'), 4).map(t => t.label)).toEqual(['Dec 2023', 'Jan 2024', 'Feb', 'Mar'])
    expect(ticksOf('day', timesBetween('day', '2024-03-01', '2024-03-09'), 4).map(t => t.label)).toEqual(['1 Mar', '5 Mar', '9 Mar'])
    expect(ticksOf('year', timesBetween('year', '1862', '2028'), 11).map(t => t.label)).toEqual(['1880', '1900', '1920', '1940', '1960', '1980', '2000', '2020'])
    expect(ticksOf('year', ['2024'], 9)).toEqual([{ at: 0, label: '2024' }])
    expect(ticksOf('day', [], 9)).toEqual([])
  })

  test('levels are round and hold the most', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 10_000_000 }), most => { const levels = levelsOf(most); expect(levels[0]).toBe(0); expect(levels.at(-1)).toBeGreaterThanOrEqual(most); expect(levels.length).toBeLessThan(9) }))
    expect(levelsOf(18, 4)).toEqual([0, 5, 10, 15, 20])
    expect(levelsOf(0)).toEqual([0, 1])
  })
})

const ROWS = [row(['2024-01-01', 'ASSAULT', 'firm'], 3, { killed: [2, 5, 9] }), row(['2024-01-01', 'ASSAULT', 'disputed'], 1, { killed: [1, 2, 20], beyond: 1 }), row(['2024-01-15', 'ASSAULT', 'weak'], 2), row(['2024-01-15', 'PROTEST', 'weak'], 7), row([null, 'PROTEST', 'firm'], 1), row(['one day', 'PROTEST', 'firm'], 1)]

describe('series', () => {
  const [protest, assault] = seriesOf(ROWS, 'week', true)

  test('have most incidents first, tell standings apart, and keep what has no date out of the bars', () => {
    expect([protest!.value, protest!.total.incidents, protest!.undated.incidents, protest!.points.size]).toEqual(['PROTEST', 9, 2, 1])
    expect(assault!.points.get('2024-01-01')).toMatchObject({ incidents: 4, killed: { known: 3, min: 7, max: 29 }, beyond: 1, by: { firm: { incidents: 3, killed: { min: 5 } }, weak: { incidents: 0 }, disputed: { incidents: 1, killed: { max: 20 } } } })
    expect(timesOf([protest!, assault!], 'week')).toEqual(['2024-01-01', '2024-01-08', '2024-01-15'])
    expect(timesOf([], 'week')).toEqual([])
    expect([peakOf([protest!, assault!], 'incidents'), peakOf([assault!], 'killed'), peakOf([], 'killed')]).toEqual([7, 29, 0])
  })

  test('are said in words', () => {
    expect(sayTally(assault!.points.get('2024-01-01')!)).toBe('4 incidents (3 firm, 1 disputed); killed 7–29')
    expect(plainSpaces(sayChart(assault!, 'week', 'killed'))).toBe('6 incidents (3 firm, 2 weak, 1 disputed); killed 7–29, from week of 1 Jan 2024 to week of 15 Jan 2024. Most killed in the week of 1 Jan 2024: 7–29.')
    expect(plainSpaces(sayChart(protest!, 'week', 'incidents'))).toBe('9 incidents (2 firm, 7 weak); 2 without a date, in the week of 15 Jan 2024.')
    expect(sayPeak(protest!, 'week', 'incidents')).toBe('')
    expect([sayTime('month', '2024-03'), sayTime('year', '2024')]).toEqual(['March 2024', '2024'])
  })

  test('a closer look is offered where few incidents stretch the chart', () => {
    const one = (counts: Readonly<Record<string, number>>) => seriesOf(Object.entries(counts).map(([year, n]) => row([year, 'firm'], n)), 'year', false)[0]!, far = one({ '1987': 2, '2019': 6, '2023': 20, '2024': 30 })
    expect(denseSpan(far, timesOf([far], 'year'))).toEqual({ from: '2019', to: '2024', incidents: 56 })
    const even = one(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [String(2000 + i), 5])))
    expect(denseSpan(even, timesOf([even], 'year'))).toBeNull()
    expect(denseSpan(one({ '2024': 3 }), ['2024'])).toBeNull()
  })

  test('shapes stack standings from the floor to the most', () => {
    const shape = shapeOf(assault!, ['2024-01-01', '2024-01-08', '2024-01-15'], 'killed', 29, { width: 334, height: 128, left: 34, top: 8, bottom: 20 })
    expect(shape.step).toBe(100)
    expect(shape.levels.map(l => l.value)).toEqual([0, 10, 20, 30])
    expect(shape.parts.firm).toMatch(/^M62 91.3h44V108h-44Z$/)
    expect(shape.parts.weak).toBe('')
    expect(shape.between).toMatch(/^M62 11.3h44V84.7h-44Z$/)
    expect([33, 35, 333, 335].map(x => barAt(x, { width: 334, height: 128, left: 34, top: 8, bottom: 20 }, shape.step, 3))).toEqual([null, 0, 2, null])
  })
})

describe('what a bar opens', () => {
  test('is its time within what was asked for', () => {
    expect(searchOfTime({ country: 'NG', start__gte: '2024-02-10' }, 'month', '2024-02')).toEqual({ country: 'NG', start__gte: '2024-02-10', start__lte: '2024-02-29' })
    expect(searchOfTime({ start__lte: '2024-02-10' }, 'month', '2024-02')).toEqual({ start__gte: '2024-02-01', start__lte: '2024-02-10' })
    for (const name of ['start', 'disputed', 'grade']) expect(Object.keys(INCIDENT_QUERY)).toContain(name)
  })

  test('is one standing, never more than the grades asked for', () => {
    expect(searchOfStanding({ grade__in: 'weak,fair' }, 'disputed')).toEqual({ grade__in: 'weak,fair', disputed: 'true' })
    expect(searchOfStanding({ grade__in: 'weak,fair' }, 'weak')).toEqual({ grade: 'weak', disputed: 'false' })
    expect(searchOfStanding({}, 'firm')).toEqual({ grade__in: 'confirmed,fair', disputed: 'false' })
  })
})

test('what the address asks for is read, and nonsense is the usual', () => {
  expect(askedOf({})).toEqual({ measure: 'incidents', unit: null, split: 'type', own: false })
  expect(askedOf({ show: 'killed', unit: 'week', split: 'none', scale: 'own' })).toEqual({ measure: 'killed', unit: 'week', split: null, own: true })
  expect(askedOf({ show: 'constructor', unit: 'hour', split: 'moon', scale: 'x' })).toEqual(askedOf({}))
  for (const { split } of SPLITS) expect(INCIDENT_QUERY[split], split).toBeDefined()
})
