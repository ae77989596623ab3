/** The pure parts of the desk's chains: where incidents stand, and which hang together. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { arrange, groupsOf, type Link } from '../src/web/views/chain/layout.ts'

const link = (from: string, to: string): Link => ({ id: `${from}>${to}`, from, to, kind: 'retaliation' })

test('columns are days in order, those without a day last, and an answer stands level with what it answers', () => {
  const { placed, days, rows } = arrange([{ id: 'c', day: '2024-02-12' }, { id: 'a', day: '2024-02-10' }, { id: 'b', day: '2024-02-10' }, { id: 'd', day: null }], [link('c', 'b')])
  expect(days).toEqual(['2024-02-10', '2024-02-12', null])
  expect(placed).toEqual([{ id: 'a', column: 0, row: 0 }, { id: 'b', column: 0, row: 1 }, { id: 'c', column: 1, row: 1 }, { id: 'd', column: 2, row: 0 }])
  expect(rows).toBe(2)
})

test('of one day, what was answered stands above its answer; a circle ends', () => {
  const day = '2019-07-18', order = (links: readonly Link[]): readonly string[] => arrange(['a', 'b', 'c'].map(id => ({ id, day })), links).placed.toSorted((x, y) => x.row - y.row).map(p => p.id)
  expect(order([link('a', 'b')])).toEqual(['b', 'a', 'c'])
  expect(order([link('a', 'b'), link('b', 'c')])).toEqual(['c', 'b', 'a'])
  expect(order([link('a', 'b'), link('b', 'a'), link('c', 'c')]).toSorted()).toEqual(['a', 'b', 'c'])
})

test('no two stand in one place, whatever is linked', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(30), fc.option(fc.integer({ min: 10, max: 19 }))), { maxLength: 30 }), fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 40 }), (made, pairs) => {
    const incidents = [...new Map(made.map(([n, day]) => [`i${n}`, { id: `i${n}`, day: day === null ? null : `2024-01-${day}` }])).values()]
    const { placed } = arrange(incidents, pairs.map(([a, b]) => link(`i${a}`, `i${b}`)))
    expect(placed.length).toBe(incidents.length)
    expect(new Set(placed.map(p => `${p.column} ${p.row}`)).size).toBe(placed.length)
  }))
})

test('what is linked, however far, is one group; the largest comes first', () => {
  expect(groupsOf([link('x', 'y'), link('a', 'b'), link('c', 'b'), link('c', 'd')]).map(g => g.toSorted())).toEqual([['a', 'b', 'c', 'd'], ['x', 'y']])
  expect(groupsOf([])).toEqual([])
})
