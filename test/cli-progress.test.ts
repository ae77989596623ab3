/** The bar of long work. */
import { expect, test } from 'vitest'
import { progressOf } from '../src/cli/progress.ts'

function shownBy(steps: readonly (readonly [at: number, done: number, total: number | null, more?: string])[], width = 120): readonly string[] {
  const lines: string[] = []
  let time = 0
  const show = progressOf({ width, progress: text => { lines.push(text) } }, 'reports', false, () => time)
  for (const [at, done, total, more] of steps) { time = at; show(done, total, more) }
  return lines
}

test('a bar tells the share, the count, the rate and the time left', () => {
  expect(shownBy([[0, 0, 8], [500, 1, 8], [4000, 2, 8], [8000, 8, 8]])).toEqual([
    '[░░░░░░░░░░░░░░░░░░░░░░░░] 0 % · 0 of 8 reports',
    '[███░░░░░░░░░░░░░░░░░░░░░] 12 % · 1 of 8 reports',
    '[██████░░░░░░░░░░░░░░░░░░] 25 % · 2 of 8 reports · 0.5/s · 12 s left',
    '[████████████████████████] 100 % · 8 of 8 reports · 1.0/s',
  ])
})

test('where the whole is not known, a count; not more often than ten times a second; never wider than the terminal', () => {
  expect(shownBy([[0, 1, null], [50, 2, null], [2000, 3000, null, '4 failed']])).toEqual(['1 reports', '3,000 reports · 4 failed · 1,500/s'])
  expect(shownBy([[100_000, 10, 90_000]], 44)[0]!.length).toBeLessThan(44)
  expect(shownBy([[100_000, 10, 90_000]], 120)[0]).toContain('249 h 58 min left')
})
