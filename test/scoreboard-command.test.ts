/** The scoreboard's command: absent corpora are lines, a mistyped board is an error, another system's output is measured. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'casus-score-command-'))
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

const score = (...args: readonly string[]): { readonly status: number | null; readonly out: string; readonly err: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, '..', 'scoreboard', 'main.ts'), '--corpora', join(folder, 'corpora'), ...args], { encoding: 'utf8' })
  return { status, out: stdout, err: stderr }
}

it('names what is absent and is content', () => {
  const { status, out } = score('--check')
  expect(status).toBe(0)
  expect(out).toContain('absent: gold dev needs ../gold/dev/*.json under')
  expect(out).toContain('absent: muc4 tst4 needs muc4/tst4/key-tst4.* under')
  expect(out).toContain('0 parts measured, 0 failed, 0 figures fell')
})

it('says what it did not understand', () => {
  expect(score('--only', 'goldd')).toMatchObject({ status: 2, err: expect.stringContaining('Did you mean gold?') })
  expect(score('--errors', 'many')).toMatchObject({ status: 2, err: expect.stringContaining('[option-value]') })
  expect(score('--output', 'x.out')).toMatchObject({ status: 2, err: expect.stringContaining('--output needs --only') })
})

it('measures the output of another system on the same part', () => {
  mkdirSync(join(folder, 'corpora', 'muc4', 'gtt'), { recursive: true })
  writeFileSync(join(folder, 'corpora', 'muc4', 'gtt', 'test.json'), JSON.stringify({ docid: 'TST9-MUC4-0001', doctext: 'rebels burned a mill.', templates: [{ incident_type: 'arson', PerpInd: [[['rebels', 0]]], PerpOrg: [], Target: [[['mill', 16]]], Victim: [], Weapon: [] }] }))
  writeFileSync(join(folder, 'system.out'), JSON.stringify({ 90001: { pred_extracts: { PerpInd: [['rebels']], PerpOrg: [], Target: [['barn']], Victim: [], Weapon: [] } } }))
  const { status, out } = score('--only', 'muc4-gtt', '--output', join(folder, 'system.out'))
  expect(status).toBe(0)
  expect(out).toMatch(/muc4-gtt +test +CEAF-REE F1 +50\.0/)
})
