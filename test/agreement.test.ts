/** Agreement against examples worked by hand in print. */
import { describe, expect, test } from 'vitest'
import { cohensKappa, krippendorffsAlpha, nominal } from '../src/core/agreement/index.ts'

const times = <T>(n: number, value: T): readonly T[] => Array.from({ length: n }, () => value)

describe("Cohen's kappa", () => {
  test('R. Artstein and M. Poesio (2008), Inter-Coder Agreement for Computational Linguistics, Computational Linguistics 34(4): 100 utterances, 0.348', () => {
    const found = cohensKappa([...times(20, ['stat', 'stat'] as const), ...times(20, ['stat', 'ireq'] as const), ...times(10, ['ireq', 'stat'] as const), ...times(50, ['ireq', 'ireq'] as const)])!
    expect([found.observed, found.expected].map(x => x.toFixed(2))).toEqual(['0.70', '0.54'])
    expect(found.kappa!.toFixed(3)).toBe('0.348')
  })
  test('is 1 where all agree, below 0 where they agree less than chance would, and nothing of nothing', () => {
    expect(cohensKappa([['a', 'a'], ['b', 'b']])!.kappa).toBe(1)
    expect(cohensKappa([['a', 'b'], ['b', 'a']])!.kappa).toBe(-1)
    expect(cohensKappa([['a', 'a'], ['a', 'a']])!.kappa).toBeNull()
    expect(cohensKappa([])).toBeNull()
  })
})

/** Columns of a table of observers, `.` for nothing said. */
const units = (...observers: readonly string[]): readonly (readonly string[])[] => [...observers[0]!.replaceAll(' ', '')].map((_, k) => observers.map(o => o.replaceAll(' ', '')[k]!).filter(v => v !== '.'))

describe("Krippendorff's alpha, by K. Krippendorff (2011), Computing Krippendorff's Alpha-Reliability", () => {
  test('A: two observers, two values, 0.095', () => { expect(krippendorffsAlpha(units('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0'))!.toFixed(3)).toBe('0.095') })
  test('B: two observers, five values, 0.692', () => { expect(krippendorffsAlpha(units('a a b b d c c c e d d a', 'b a b b b c c c e d d d'))!.toFixed(3)).toBe('0.692') })
  test('C: four observers with gaps: nominal 0.743, interval 0.849', () => {
    const some = units('1 2 3 3 2 1 4 1 2 . . .', '1 2 3 3 2 2 4 1 2 5 . 3', '. 3 3 3 2 3 4 2 2 5 1 .', '1 2 3 3 2 4 4 1 2 5 1 .')
    expect(krippendorffsAlpha(some, nominal)!.toFixed(3)).toBe('0.743')
    expect(krippendorffsAlpha(some.map(unit => unit.map(Number)), (a, b) => (a - b) ** 2)!.toFixed(3)).toBe('0.849')
  })
  test('is nothing where nothing can be compared', () => {
    expect(krippendorffsAlpha([['a'], ['b']])).toBeNull()
    expect(krippendorffsAlpha([['a', 'a'], ['a', 'a']])).toBeNull()
  })
})
