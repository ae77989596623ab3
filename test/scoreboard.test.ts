/** The scoreboard's own arithmetic, worked by hand, and its ratchet. */
import { describe, expect, it } from 'vitest'
import { points, type Board } from '../scoreboard/board.ts'
import { BOARDS } from '../scoreboard/boards.ts'
import { readIncidents, readVerdict } from '../scoreboard/corpora/gold.ts'
import { spaced } from '../scoreboard/engine.ts'
import type { Reading } from '../scoreboard/measure.ts'
import { assign, bestSum } from '../scoreboard/metrics/assignment.ts'
import { bootstrap } from '../scoreboard/metrics/bootstrap.ts'
import { calibrationError } from '../scoreboard/metrics/calibration.ts'
import { macroF1, weightedF1 } from '../scoreboard/metrics/classes.ts'
import { f1Of, prf, shareOf } from '../scoreboard/metrics/counts.ts'
import { page } from '../scoreboard/report/page.ts'
import { fallsIn, joined, ordered, type Scores } from '../scoreboard/scores.ts'

describe('precision, recall, F1', () => {
  it('are shares of what was given and what was expected', () => {
    expect(prf(3, 1, 3)).toEqual({ precision: 75, recall: 50, f1: 60 })
    expect(prf(0, 0, 0)).toEqual({ precision: 0, recall: 0, f1: 0 })
  })
  it('over classes follow scikit-learn: a class that is only given counts in the macro mean, and has no weight in the weighted one', () => {
    // Class 0: 2 right, 1 missed: F1 80. Class 1: 1 right, 1 false: F1 66.7. Class 2: 1 false: F1 0.
    const answers = [[0, 0], [0, 0], [0, 1], [1, 1], [-1, 2]]
    expect(macroF1(answers, 4)).toBeCloseTo((80 + 200 / 3 + 0) / 3)
    expect(weightedF1(answers, 4)).toBeCloseTo((80 * 3 + 200 / 3) / 4)
  })
})

describe('assignment', () => {
  it('finds the best pairs where the greedy choice is wrong', () => {
    expect(assign([[5, 4], [4, 0]])).toEqual([1, 0])
    expect(bestSum([[5, 4], [4, 0]])).toBe(8)
  })
  it('leaves the surplus of the longer side, and pairs that cost, apart', () => {
    expect(assign([[1], [3], [2]])).toEqual([-1, 0, -1])
    expect(bestSum([[2, -1, 0], [0, 0, -5]])).toBe(2)
    expect(assign([[], []])).toEqual([-1, -1])
  })
  it('equals trying every permutation', () => {
    const tables = Array.from({ length: 60 }, (_, seed) => Array.from({ length: 4 }, (_, i) => Array.from({ length: 5 }, (_, j) => (seed * 31 + i * 17 + j * 7 + i * j * seed) % 11)))
    const best = (table: readonly (readonly number[])[], row: number, used: readonly number[]): number => row === table.length ? 0 : Math.max(...table[row]!.map((w, j) => used.includes(j) ? -1e9 : w + best(table, row + 1, [...used, j])))
    for (const table of tables) expect(bestSum(table)).toBe(best(table, 0, []))
  })
})

describe('bootstrap', () => {
  const measured = f1Of('F1', Array.from({ length: 40 }, (_, i) => [i % 3, 1, 1]))
  it('holds the value in its interval and gives the same interval twice', () => {
    const figure = bootstrap(measured)
    expect(figure.low).toBeLessThan(figure.value)
    expect(figure.high).toBeGreaterThan(figure.value)
    expect(bootstrap(measured)).toEqual(figure)
  })
  it('is as wide as the binomial for a share', () => {
    const { low, high } = bootstrap(shareOf('share', Array.from({ length: 100 }, (_, i) => [i % 2, 1])), 4000)
    expect(high - low).toBeGreaterThan(17)
    expect(high - low).toBeLessThan(23)
  })
  it('knows no spread of one document', () => {
    expect(bootstrap(shareOf('share', [[1, 4]]))).toEqual({ value: 25, low: 25, high: 25, error: 0 })
  })
})

it('calibration error is the mean gap between confidence and truth, weighted by bin', () => {
  // Bin .9: confidences .9 .95, one right: gap |1 - 1.85|. Bin .2: .25, wrong: gap .25. Three answers.
  expect(calibrationError([[0.9, 1, 0.25, 0], [0.95, 0]])).toBeCloseTo(100 * (0.85 + 0.25) / 3)
})

it('a sample is evenly spaced and the same each time', () => {
  expect(spaced([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 4)).toEqual([0, 2, 5, 7])
  expect(spaced([1, 2], 4)).toEqual([1, 2])
})

describe('the gold scorer', () => {
  const printed = ['1 articles, 2 gold events; analyses for 1', '', 'detection', '  ASSAULT              P  50.0  R  50.0  F1  50.0   tp 1 fp 1 fn 1', '  all                  P  50.0  R  50.0  F1  50.0   tp 1 fp 1 fn 1', '', 'slots', '  because-of           P   0.0  R   0.0  F1   0.0   tp 0 fp 0 fn 2', '', 'missed', '  r1 e2 ASSAULT: the raid', '', 'spurious', '  r1 e9 ASSAULT: a blast', '', 'event F1 50.0  record F1 20.0'].join('\n')
  it('is read by its rows and its lists', () => {
    const verdict = readVerdict(printed)
    expect(verdict.rows.get('all')).toEqual([1, 1, 1])
    expect(verdict.rows.get('because-of')).toEqual([0, 0, 2])
    expect(verdict.missed).toEqual(['r1 e2 ASSAULT: the raid'])
    expect(verdict.spurious).toEqual(['r1 e9 ASSAULT: a blast'])
  })
  it('tells of incidents when asked', () => {
    const more = printed.replace('event F1', 'incidents  B3 P 80.0 R 60.0 F1 68.6\n  links (pairwise)     P  50.0  R  25.0  F1  33.3   tp 1 fp 1 fn 3\n\nevent F1')
    expect(readIncidents(more).map(m => [m.metric, Math.round(10 * m.of(m.units)) / 10])).toEqual([['incidents B3 F1', 68.6], ['incident links F1', 33.3]])
    expect(() => readIncidents(printed)).toThrow(/no figures on incidents/)
  })
  it('is not believed when it printed no figures', () => {
    expect(() => readVerdict('usage: …')).toThrow(/printed no figures/)
  })
})

describe('the ratchet', () => {
  const board: Board = { name: 'toy', title: 'Toy', measures: '', heldOut: '', metrics: [points('F1'), { name: 'error', unit: 'km', better: 'lower', peers: [] }], parts: [{ name: 'dev', split: 'dev', files: [] }], sample: null, run: () => ({ measured: [], mistakes: [] }) }
  const reading = (f1: number, error: number): Reading => ({ board: 'toy', part: 'dev', figures: [{ metric: 'F1', value: f1, low: f1 - 2, high: f1 + 2, error: 1 }, { metric: 'error', value: error, low: error, high: error, error: 0 }], mistakes: [], seconds: 1, documents: 1, sentences: 1, crashes: 0 })
  const kept: Scores = joined({ scores: [], speeds: [] }, reading(60, 10), reading(60, 10))
  it('lets noise pass and stops a fall', () => {
    expect(fallsIn(reading(59.6, 10), kept, board)).toEqual([])
    expect(fallsIn(reading(59.4, 10), kept, board)).toMatchObject([{ metric: 'F1', was: 60, is: 59.4, noise: 0.5 }])
  })
  it('knows that fewer kilometres are better', () => {
    expect(fallsIn(reading(60, 5), kept, board)).toEqual([])
    expect(fallsIn(reading(60, 11), kept, board)).toMatchObject([{ metric: 'error' }])
  })
  it('counts a figure that is no longer measured as fallen', () => {
    expect(fallsIn({ ...reading(60, 10), figures: [] }, kept, board).map(f => f.is)).toEqual([null, null])
  })
  it('keeps the rows of other boards and forgets boards that are no more', () => {
    const both = joined(kept, { ...reading(1, 1), board: 'gone' }, reading(1, 1))
    expect(both.scores).toHaveLength(4)
    expect(ordered(both, [board]).scores.map(s => s.board)).toEqual(['toy', 'toy'])
  })
  it('writes a page with each figure and its board', () => {
    const text = page([board], kept)
    expect(text).toContain('| Toy | dev | 1 | F1 | **60.0** | 58.0–62.0 |  |')
    expect(text).toContain('### Toy (`toy`)')
  })
})

it('boards have names of their own and metrics declared once', () => {
  expect(new Set(BOARDS.map(b => b.name)).size).toBe(BOARDS.length)
  for (const board of BOARDS) {
    expect(new Set(board.metrics.map(m => m.name)).size).toBe(board.metrics.length)
    expect(new Set(board.parts.map(p => p.name)).size).toBe(board.parts.length)
    expect(board.heldOut.length).toBeGreaterThan(20)
  }
})
