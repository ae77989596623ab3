/** The bundled report that README.md shows is coded as shown there. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { analyse, type Report } from '../src/index.ts'

test('the market raid answers the soldiers’ raid of the day before, with both figures of its dead', () => {
  const report = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'examples', 'market-raid.json'), 'utf8')) as Report
  const { events } = analyse(report), raid = events.find(e => e.date?.edtf === '2023-03-13' && e.mode === 'firearms'), before = events.find(e => e.date?.edtf === '2023-03-12')
  expect(raid?.killed).toMatchObject({ min: 11, max: null })
  expect(raid?.becauseOf.map(b => [b.kind, b.event])).toEqual([['retaliation', before?.id]])
  expect(before?.actors.map(p => p.name)).toEqual(['soldiers'])
})
