/** The pure parts of the desk's map: projection, columns, marks, bars of the timeline, base maps from files. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rangeFrom, ticksOf, timelineOf } from '../src/web/views/map/bars.ts'
import { columnsOf, dayOf, dayText, type Columns } from '../src/web/views/map/columns.ts'
import { HALF, labelsOf, labelText } from '../src/web/views/map/labels.ts'
import { hit, marksOf } from '../src/web/views/map/marks.ts'
import { boundsOf, LEAST_ZOOM, latitudeOf, longitudeOf, sightFrom, sightOf, sightText, xOf, yOf, type Sight } from '../src/web/views/map/mercator.ts'
import { nearOf, pickOf } from '../src/web/views/map/pick.ts'
import { baseFrom, countryFinder, unwrapped } from '../src/web/views/map/shapes.ts'

const sight: Sight = { x: xOf(13), y: yOf(12), zoom: 5, width: 800, height: 600 }

interface Point { readonly latitude: number; readonly longitude: number; readonly type?: string; readonly date?: string | null; readonly end?: string | null; readonly precision?: string }
const columns = (points: readonly Point[]): Columns => columnsOf({
  latitude: points.map(p => p.latitude), longitude: points.map(p => p.longitude), type: points.map(p => p.type ?? 'ASSAULT') as never, date: points.map(p => p.date ?? null), end: points.map(p => p.end ?? p.date ?? null),
  precision: points.map(p => p.precision ?? 'town') as never, cut: false,
})

describe('projection', () => {
  test('degrees come back from the square', () => {
    fc.assert(fc.property(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -84, max: 84, noNaN: true }), (longitude, latitude) => {
      expect(longitudeOf(xOf(longitude))).toBeCloseTo(longitude, 9)
      expect(latitudeOf(yOf(latitude))).toBeCloseTo(latitude, 6)
    }))
  })

  test('a sight stands in the address and comes back; nonsense does not', () => {
    const read = sightFrom(sightText(sight), 800, 600)!
    expect([read.x, read.y, read.zoom]).toEqual([expect.closeTo(sight.x, 4), expect.closeTo(sight.y, 4), 5])
    for (const bad of [undefined, '', '1,2', '200,0,3', '0,95,3', '0,0,99', 'a,b,c']) expect(sightFrom(bad, 800, 600)).toBeNull()
  })

  test('a narrow screen shows the whole world', () => {
    const { zoom } = sightOf([xOf(-120), xOf(170)], [yOf(60), yOf(-40)], 390, 600)
    expect(512 * 2 ** zoom * (xOf(170) - xOf(-120))).toBeLessThanOrEqual(390)
    expect(sightFrom(sightText({ ...sight, zoom }), 390, 600)?.zoom).toBeCloseTo(zoom, 1)
  })

  test('all points lie within the sight of them', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.double({ min: -179, max: 179, noNaN: true }), fc.double({ min: -60, max: 70, noNaN: true })), { minLength: 2, maxLength: 8 }), points => {
      const { x, y, zoom, width, height } = sightOf(points.map(([lon]) => xOf(lon)), points.map(([, lat]) => yOf(lat)), 900, 700)
      if (zoom <= LEAST_ZOOM) return
      const [west, south, east, north] = boundsOf({ x, y, zoom, width, height })
      for (const [lon, lat] of points) { expect(lon).toBeGreaterThanOrEqual(west - 1e-6); expect(lon).toBeLessThanOrEqual(east + 1e-6); expect(lat).toBeGreaterThanOrEqual(south - 1e-6); expect(lat).toBeLessThanOrEqual(north + 1e-6) }
    }))
  })
})

function kmBetween(a: number, b: number, c: number, d: number): number {
  const rad = Math.PI / 180, h = Math.sin((c - a) * rad / 2) ** 2 + Math.cos(a * rad) * Math.cos(c * rad) * Math.sin((d - b) * rad / 2) ** 2
  return 2 * 6371 * Math.asin(Math.sqrt(h))
}

describe('marks', () => {
  test('what lies together is one mark that tells how many of each type', () => {
    const { marks, shown } = marksOf(columns([{ latitude: 12, longitude: 13 }, { latitude: 12, longitude: 13, type: 'COERCE' }, { latitude: 12.001, longitude: 13 }, { latitude: 14, longitude: 16 }]), sight, null)
    expect(shown).toBe(4)
    expect(marks.map(m => [m.count, m.sole])).toEqual([[1, 3], [3, null]])
    expect([...marks[1]!.counts].filter(n => n > 0).toSorted()).toEqual([1, 2])
  })

  test('a province or a country is an extent and never a point', () => {
    const { marks, extents } = marksOf(columns([{ latitude: 12, longitude: 13, precision: 'province' }, { latitude: 12, longitude: 13, precision: 'province' }, { latitude: 11, longitude: 14, precision: 'country' }]), sight, null)
    expect(marks).toEqual([])
    expect(extents.map(e => [e.country, e.count])).toEqual([[false, 2], [true, 1]])
    expect(extents[0]!.radius).toBeGreaterThan(20)
  })

  test('the days narrow them, and incidents whose days reach into the range are in', () => {
    const all = columns([{ latitude: 12, longitude: 13, date: '2024-01-10' }, { latitude: 12, longitude: 13, date: '2024-01-01', end: '2024-01-31' }, { latitude: 12, longitude: 13, date: '2024-03-01' }, { latitude: 12, longitude: 13 }])
    expect(marksOf(all, sight, [dayOf('2024-01-05')!, dayOf('2024-01-20')!]).shown).toBe(3)
    expect(marksOf(all, sight, [dayOf('2024-02-05')!, dayOf('2024-02-20')!]).shown).toBe(1)
  })

  test('no point is lost or counted twice, wherever the map stands', () => {
    fc.assert(fc.property(fc.array(fc.record({ latitude: fc.double({ min: 8, max: 16, noNaN: true }), longitude: fc.double({ min: 8, max: 18, noNaN: true }) }), { maxLength: 60 }), fc.double({ min: 0, max: 4.5, noNaN: true }), (points, zoom) => {
      const { marks } = marksOf(columns(points), { ...sight, zoom }, null)
      expect(marks.reduce((sum, m) => sum + m.count, 0)).toBe(points.length)
    }))
  })

  test('a click finds the mark under it, and becomes a circle around it', () => {
    const found = marksOf(columns([{ latitude: 12, longitude: 13 }]), sight, null), mark = hit(found, 402, 299)
    expect(mark).toMatchObject({ sole: 0 })
    expect(hit(found, 500, 100)).toBeNull()
    expect(pickOf(mark!, sight)).toBe('12.0000,13.0000,0.5')
    expect(nearOf('12.0000,13.0000,0.5')).toEqual({ near: '12.0000,13.0000,0.5' })
    expect(nearOf('12,13')).toEqual({})
  })

  test('marks that would lie on one another are one', () => {
    const along = (degrees: number) => marksOf(columns([{ latitude: 12, longitude: 13 }, { latitude: 12, longitude: 13 }, { latitude: 12, longitude: 13 + degrees }]), { ...sight, zoom: 4 }, null).marks.map(m => m.count)
    for (let pixels = 1; pixels < 17; pixels++) expect(along(pixels * 360 / 512 / 2 ** 4), `${pixels} pixels apart`).toEqual([3])
    expect(along(60 * 360 / 512 / 2 ** 4)).toEqual([1, 2])
  })

  test('the circle of a mark holds all of its points', () => {
    fc.assert(fc.property(fc.double({ min: -60, max: 70, noNaN: true }), fc.double({ min: -30, max: 30, noNaN: true }), fc.double({ min: -30, max: 30, noNaN: true }), fc.integer({ min: 2, max: 8 }), (latitude, dx, dy, zoom) => {
      const degrees = 360 / 512 / 2 ** zoom, two = [{ latitude, longitude: 13 }, { latitude: latitude + dy * degrees * Math.cos(latitude * Math.PI / 180), longitude: 13 + dx * degrees }], here = { ...sight, zoom, x: xOf(13), y: yOf(latitude) }
      const { marks: [mark] } = marksOf(columns(two), here, null)
      if (mark!.count < 2) return
      const [lat = 0, lon = 0, km = 0] = pickOf(mark!, here).split(',').map(Number)
      for (const p of two) expect(kmBetween(p.latitude, p.longitude, lat, lon)).toBeLessThanOrEqual(km + 0.1)
    }))
  })

  test('a hundred thousand points become marks in far less than a repaint may take', () => {
    const many = columns(Array.from({ length: 100_000 }, (_, i) => ({ latitude: 5 + i * 7919 % 2000 / 100, longitude: 5 + i * 104_729 % 2000 / 100, date: dayText(18_000 + i % 2000) })))
    marksOf(many, { ...sight, zoom: 4 }, null)
    const from = performance.now()
    for (let i = 0; i < 5; i++) expect(marksOf(many, { ...sight, zoom: 4 }, [18_100 + i, 19_500]).shown).toBeGreaterThan(10_000)
    expect((performance.now() - from) / 5).toBeLessThan(150)
  })
})

describe('words of extents', () => {
  const province = (x: number, y: number) => ({ x, y, count: 12, country: false })
  test('stand in the middle where nothing lies there, beside it where marks do, and never on one another', () => {
    expect(labelsOf([province(100, 100)], [])[0]).toMatchObject({ x: 100, y: 100 })
    const mark = { x: 100, y: 100, radius: 20 }, [moved] = labelsOf([province(100, 100)], [mark])
    expect(Math.abs(moved!.y - 100)).toBeGreaterThan(mark.radius + HALF - 1)
    const [one, other] = labelsOf([province(100, 100), province(110, 104)], [])
    expect(Math.abs(one!.y - other!.y)).toBeGreaterThan(2 * HALF)
  })
  test('give way where there are too many for all: those of most incidents stand, and none lies on another', () => {
    const all = Array.from({ length: 60 }, (_none, i) => ({ ...province(200 + i % 8, 200 + i % 5), count: i + 1 })), boxes = labelsOf(all, []), shown = boxes.filter(b => b.shown)
    expect(shown.length).toBeGreaterThan(3)
    expect(shown.length).toBeLessThan(30)
    expect(boxes[59]!.shown).toBe(true)
    for (const [i, a] of shown.entries()) for (const b of shown.slice(i + 1)) expect(Math.abs(a.y - b.y) >= 2 * HALF || Math.abs(a.x - b.x) >= a.half + b.half).toBe(true)
  })
  test('name the country that the base map has there, and no province', () => {
    expect([labelText({ x: 0, y: 0, count: 4, country: true, outline: { name: 'Chad' } }), labelText({ x: 0, y: 0, count: 1200, country: true, outline: null }), labelText(province(0, 0))]).toEqual(['4 in Chad', '1,200 in the country', '12 in a province'])
    const chad = { name: 'Chad', polygons: [[[[14, 10], [22, 10], [22, 20], [14, 20], [14, 10]]]] } as const, { extents: [extent] } = marksOf(columns([{ latitude: 15, longitude: 18, precision: 'country' }]), sight, null, countryFinder({ countries: [chad], borders: [], disputed: [], from: 'a test' }))
    expect(extent).toMatchObject({ country: true, outline: { name: 'Chad' } })
  })
  test('are hit where they stand', () => {
    const found = marksOf(columns([...Array.from({ length: 40 }, () => ({ latitude: 12, longitude: 13 })), { latitude: 12, longitude: 13, precision: 'country' }]), sight, null), { label } = found.extents[0]!
    expect(hit(found, label.x + label.half - 2, label.y)).toMatchObject({ country: true })
    expect(hit(found, 400, 300)).toMatchObject({ count: 40 })
  })
})

describe('timeline', () => {
  const weeks = (n: number): { keys: string[]; incidents: number }[] => Array.from({ length: n }, (_, i) => ({ keys: [dayText(17_898 + 7 * i)], incidents: i % 5 }))

  test('weeks stay weeks for some years, and become months and years after that', () => {
    expect(timelineOf([])).toBeNull()
    expect(timelineOf([{ keys: [null as never], incidents: 3 }])).toBeNull()
    expect([timelineOf(weeks(200))!.bars.length, timelineOf(weeks(600))!.bars.length > 130, timelineOf(weeks(5000))!.bars.length < 120]).toEqual([200, true, true])
    for (const n of [3, 200, 600, 5000]) expect(timelineOf(weeks(n))!.bars.reduce((sum, b) => sum + b.count, 0)).toBe(weeks(n).reduce((sum, w) => sum + w.incidents, 0))
  })

  test('ticks stand within, in order, and leave room', () => {
    for (const n of [3, 60, 600, 5000]) {
      const bars = timelineOf(weeks(n))!, ticks = ticksOf(bars, 700)
      expect(ticks.every(({ day }, i) => day >= bars.from && day < bars.to && (i === 0 || day > ticks[i - 1]!.day))).toBe(true)
      expect(ticks.length).toBeLessThan(12)
    }
  })

  test('a span of some days has its days on the axis', () => {
    const bars = timelineOf([{ keys: ['2019-05-13'], incidents: 6 }])!
    expect(ticksOf(bars, 700).map(t => t.text)).toEqual(['13 May', '14 May', '15 May', '16 May', '17 May', '18 May', '19 May'])
    expect(ticksOf(bars, 200).map(t => t.text)).toEqual(['13 May', '17 May'])
  })

  test('the range of an address may be open at an end', () => {
    expect(rangeFrom({}, { from: 1, to: 9 })).toBeNull()
    expect(rangeFrom({ date__gte: '1970-01-04' }, { from: 1, to: 9 })).toEqual([3, 9])
    expect(rangeFrom({ date__gte: 'nonsense' }, { from: 1, to: 9 })).toBeNull()
  })
})

describe('base maps', () => {
  const square = (west: number, south: number): number[][] => [[west, south], [west + 2, south], [west + 2, south + 2], [west, south + 2], [west, south]]
  const geojson = (...features: object[]): string => JSON.stringify({ type: 'FeatureCollection', features })
  const area = (name: string, ring: number[][]): object => ({ type: 'Feature', properties: { name }, geometry: { type: 'Polygon', coordinates: [ring] } })

  test('areas and lines of GeoJSON, a disputed line told apart', () => {
    const base = baseFrom(geojson(area('A', square(0, 0)), { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: [[0, 0], [1, 1]] } }, { type: 'Feature', properties: { disputed: true }, geometry: { type: 'MultiLineString', coordinates: [[[2, 2], [3, 3]]] } }), 'mine.geojson')
    expect([base.countries.map(c => c.name), base.borders, base.disputed, base.from]).toEqual([['A'], [[[0, 0], [1, 1]]], [[[2, 2], [3, 3]]], 'mine.geojson'])
    expect(countryFinder(base)(1, 1)?.name).toBe('A')
    expect(countryFinder(base)(5, 1)).toBeNull()
  })

  test('areas alone have their edges for borders; TopoJSON is read too', () => {
    expect(baseFrom(geojson(area('A', square(0, 0))), 'x').borders).toEqual([square(0, 0)])
    const topology = { type: 'Topology', objects: { land: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', properties: { name: 'T' }, arcs: [[0]] }] } }, arcs: [square(4, 4)] }
    expect(baseFrom(JSON.stringify(topology), 'x').countries.map(c => c.name)).toEqual(['T'])
  })

  test('what is no base map is refused with a sentence', () => {
    for (const bad of ['{}', '[]', geojson(), geojson({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [1, 2] } })]) expect(() => baseFrom(bad, 'x')).toThrow(/no areas and no lines/)
    expect(() => baseFrom(geojson(area('A', [[500_000, 4_000_000], [500_001, 4_000_000], [500_000, 4_000_001]])), 'x')).toThrow(/degrees/)
    expect(() => baseFrom(geojson(area('A', 'nonsense' as never)), 'x')).toThrow()
  })

  test('a line over the 180th meridian goes on, and a ring around a pole is closed at the edge', () => {
    expect(unwrapped([[179, 10], [-179, 10]], false)).toEqual([[179, 10], [181, 10]])
    expect(unwrapped([[-179, 10], [179, 10]], false)).toEqual([[-179, 10], [-181, 10]])
    const around = unwrapped([[-180, -70], [-90, -70], [0, -70], [90, -70], [179, -70], [-179, -70]], true)
    expect(around.slice(-2)).toEqual([[181, -90], [-180, -90]])
  })
})
