/** `casus incidents` as a process: what goes in and out, faulty lines, pairs, decisions. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Incident, PairDecision } from '../src/core/model/index.ts'
import { analysis, anchor, claim, count, decide, event } from './support/incident-cases.ts'

const root = join(import.meta.dirname, '..'), a = analysis('wire', [event('e1', { killed: count(9), claims: [claim('police', 'reports', 'killed', count(9))] })]), b = analysis('dai:ly', [event('e1', { killed: count(14) })], '2024-05-04')
const input = [a, b].map(x => `${JSON.stringify(x)}\n`).join('')
let folder = ''
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'casus-incidents-')) })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function casus(args: readonly string[], stdin = ''): { readonly status: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'src', 'cli', 'main.ts'), 'incidents', ...args], { cwd: root, input: stdin, encoding: 'utf8', env: { ...process.env, COLUMNS: '100' } })
  return { status, out: stdout, err: stderr }
}
const file = (name: string, text: string): string => { const path = join(folder, name); writeFileSync(path, text); return path }
const incidents = (out: string): readonly Incident[] => out.split('\n').filter(line => line !== '').map(line => JSON.parse(line) as Incident)

describe('casus incidents', () => {
  test('reads lines from a pipe, a file or a folder and writes an incident a line', () => {
    const { status, out, err } = casus(['-'], input)
    expect([status, err]).toEqual([0, ''])
    expect(incidents(out).map(i => i.members)).toEqual([[{ document: 'dai:ly', event: 'e1' }, { document: 'wire', event: 'e1' }]])
    file('some.ndjson', input)
    expect(casus([join(folder, 'some.ndjson')]).out).toBe(out)
    expect(casus([folder]).out).toBe(out)
  })
  test('a table shows grade, reports and rival values, and no control characters', () => {
    const evil = { ...b, document: { ...b.document, id: 'b\u001b[31m' } }
    const { out } = casus(['-', '--format', 'table'], `${JSON.stringify(a)}\n${JSON.stringify(evil)}\n`)
    for (const words of ['fair', 'wire/e1', '→ 14', 'police reports']) expect(out).toContain(words)
    expect(out).not.toContain('\u001b')
  })
  test('a faulty line is told of and the rest goes on', () => {
    const { status, out, err } = casus(['-'], `${input}not json\n{"version":1}\n\n${JSON.stringify({ ...a, events: [{ ...a.events[0], places: 'here' }] })}\n`)
    expect(status).toBe(1)
    expect(incidents(out)).toHaveLength(1)
    expect(err.trimEnd().split('\n').map(line => /stdin:(\d+).*\[(.*)\]$/.exec(line)?.slice(1))).toEqual([['3', 'json-invalid'], ['4', 'analysis-invalid'], ['6', 'analysis-invalid']])
    expect(err).toContain('events.0.places')
    expect(casus([join(folder, 'nothing.ndjson')])).toMatchObject({ status: 1, out: '', err: expect.stringContaining('[input-missing]') as string })
  })
  test('a pair is explained', () => {
    const { status, out } = casus(['-', '--pair', 'wire:e1', 'dai:ly:e1'], input)
    expect(status).toBe(0)
    expect(JSON.parse(out) as PairDecision).toMatchObject({ same: true, a: { document: 'wire', event: 'e1' }, b: { document: 'dai:ly', event: 'e1' } })
    expect(casus(['-', '--pair', 'wire:e1', 'dai:ly:e1', '-f', 'table'], input).out).toMatch(/one occurrence \(score .*\)\n/)
    expect(casus(['-', '--pair', 'wire:e7', 'dai:ly:e1'], input)).toMatchObject({ status: 1, err: expect.stringContaining('[event-unknown]') as string })
    expect(casus(['-', '--pair', 'wire', 'dai:ly:e1'], input).status).toBe(2)
  })
  test('decisions are applied, those that cannot be are told of', () => {
    const split = decide({ kind: 'split', a: anchor(a, 'e1'), b: anchor(b, 'e1') }), lost = { ...split, id: 'lost', a: { ...anchor(a, 'e1'), document: 'gone' } }
    const { status, out, err } = casus(['-', '--decisions', file('decisions', `${JSON.stringify(split)}\n${JSON.stringify(lost)}\n{"kind":"merge"}\n`)], input)
    expect(incidents(out)).toHaveLength(2)
    expect(err).toContain('[anchor-lost]')
    expect([status, err.includes('[decision-invalid]')]).toEqual([1, true])
  })
  test('only what several reports tell', () => {
    expect(casus(['-', '--several'], `${JSON.stringify(a)}\n`).out).toBe('')
  })
})
