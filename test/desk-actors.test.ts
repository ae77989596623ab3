/** The pure parts of the views of actors and places: who deals with whom, what a list is narrowed to, the window of the small map. */
import { describe, expect, test } from 'vitest'
import { foesOf } from '../src/web/views/actors/foes.ts'
import { linesOf, windowAround } from '../src/web/views/actors/locate.ts'
import { narrowedOf } from '../src/web/views/actors/questions.ts'

const row = (key: string | null, incidents: number, killed = 0) => ({ keys: [key], incidents, killedMin: killed, killedMax: killed, injuredMin: 0, injuredMax: 0, killedKnown: 0, injuredKnown: 0, beyond: 0 })

describe('whom an actor deals with', () => {
  test('stands in one list of both directions, without itself and the unknown, most first', () => {
    expect(foesOf('a', [row('b', 3, 9), row('a', 7), row(null, 2)], [row('c', 1), row('b', 2, 4), row('d', 4)], 2)).toEqual([
      { id: 'b', by: { incidents: 3, killedMin: 9, killedMax: 9 }, against: { incidents: 2, killedMin: 4, killedMax: 4 } },
      { id: 'd', by: { incidents: 0, killedMin: 0, killedMax: 0 }, against: { incidents: 4, killedMin: 0, killedMax: 0 } },
    ])
  })
  test('a name that a program would take for its own is but a name', () => {
    expect(foesOf('a', [row('__proto__', 1), row('constructor', 1)], [], 5).map(f => f.id)).toEqual(['__proto__', 'constructor'])
  })
})

test('what a list is narrowed to is read, and nonsense is not', () => {
  expect(narrowedOf({ q: ' haram ', role: 'actor', order: 'name' })).toEqual({ words: 'haram', role: 'actor', byName: true })
  expect(narrowedOf({ role: 'bystander', order: 'size' })).toEqual({ words: '', role: null, byName: false })
})

describe('the small map', () => {
  const size = { width: 280, height: 190 }, square = (west: number, south: number, east: number, north: number) => ({ type: 'Polygon' as const, coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] })

  test('has the place in its middle, and what lies near', () => {
    const view = windowAround(14.8, 43, size)
    expect([view.x(43), view.y(14.8)]).toEqual([140, 95])
    expect(linesOf([square(40, 10, 46, 16)], view)).toMatch(/^M.*Z$/)
    expect(linesOf([square(-100, 10, -90, 16)], view)).toBe('')
  })
  test('shows both sides of the 180th meridian, and stays on the globe near the poles', () => {
    const view = windowAround(-18, 179.5, size)
    expect(view.x(-179)).toBeGreaterThan(view.x(179.5))
    expect(view.x(-179) - view.x(179.5)).toBeLessThan(20)
    expect(windowAround(90, 0, size).y(90)).toBeCloseTo(0)
  })
})
