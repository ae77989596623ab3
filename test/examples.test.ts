/** The bundled report that README.md shows is coded as shown there. */
import { spawnSync } from 'node:child_process'
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

test('README.md shows what the command prints', () => {
  const root = join(import.meta.dirname, '..'), readme = readFileSync(join(root, 'README.md'), 'utf8'), shown = /```text\n(Gunmen kill 14[\s\S]*?)```/.exec(readme)![1]!.split('\n').filter(line => line !== '' && line !== '…')
  const printed = spawnSync(process.execPath, ['src/cli/main.ts', 'code', 'examples/market-raid.json', '--format', 'table'], { cwd: root, encoding: 'utf8' }).stdout.split('\n')
  expect(shown.length).toBeGreaterThan(20)
  expect(shown.filter(line => !printed.includes(line))).toEqual([])
})
