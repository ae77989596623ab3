/** Copies of the embedded store: whole and sound while another process writes, and a store again when they are put back. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, truncateSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { copyStore, openStore } from '../src/store/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'casus-backup-')), path = join(folder, 'dataset.casus')
afterAll(() => { rmSync(folder, { recursive: true }) })

test('a copy made while another process writes holds all that was acknowledged before, and is sound', { timeout: 120_000 }, async () => {
  const writer = spawn(process.execPath, [join(import.meta.dirname, 'faults', 'writer.ts'), path, 'casus', '1'], { stdio: ['ignore', 'pipe', 'inherit'] }), acknowledged: string[] = []
  let rest = ''
  writer.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    acknowledged.push(...lines)
  })
  while (acknowledged.length < 20) await sleep(50)
  let grown = 0
  for (let k = 0; k < 5; k++) {
    const before = [...acknowledged], copy = join(folder, `copy${k}.casus`), { documents, change } = await copyStore(path, copy)
    await sleep(100)
    grown += Number(acknowledged.length > before.length)
    expect(existsSync(`${copy}.part`) || existsSync(`${copy}-wal`)).toBe(false)
    const store = await openStore(copy), reports = before.filter(line => line.startsWith('report')).map(line => line.split(' ')[1]!), decisions = before.filter(line => line.startsWith('decision')).map(line => line.split(' ')[1]!)
    expect(await store.check()).toEqual([])
    for (const id of reports.slice(-30)) expect(await store.documents.get(id)).not.toBeNull()
    for (const id of decisions.slice(-10)) expect(await store.decisions.get(id)).not.toBeNull()
    expect([(await store.documents.query({ count: true, size: 1 })).total, await store.changes.last()]).toEqual([documents, change])
    await store.close()
  }
  writer.kill('SIGKILL')
  // It did write while copies were made.
  expect(grown).toBeGreaterThan(0)
})

test('a copy is put back as the store; nothing is written over, and what is damaged is refused', async () => {
  const copy = join(folder, 'copy4.casus'), back = join(folder, 'back.casus')
  await copyStore(copy, back)
  await expect(copyStore(copy, back)).rejects.toMatchObject({ code: 'copy-exists' })
  const damaged = join(folder, 'damaged.casus')
  spawnSync('cp', [copy, damaged])
  truncateSync(damaged, Math.floor(statSync(damaged).size / 8192) * 4096)
  await expect(copyStore(damaged, join(folder, 'none.casus'))).rejects.toMatchObject({ code: expect.stringMatching(/^(?:copy-damaged|store-unreachable)$/) as string })
  writeFileSync(join(folder, 'text.casus'), 'This is no database, however long the line may be made to be.'.repeat(20))
  await expect(copyStore(join(folder, 'text.casus'), join(folder, 'none.casus'))).rejects.toMatchObject({ code: 'store-unreachable' })
  expect(existsSync(join(folder, 'none.casus')) || existsSync(join(folder, 'none.casus.part'))).toBe(false)
})

test('the commands copy, put back and refuse', () => {
  const casus = (...args: readonly string[]): { readonly status: number | null; readonly out: string; readonly err: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, '..', 'src', 'cli', 'main.ts'), ...args], { cwd: folder, encoding: 'utf8', env: { ...process.env, DATABASE_URL: undefined, CASUS_STORE: undefined } as NodeJS.ProcessEnv })
    return { status, out: stdout, err: stderr }
  }
  expect(casus('backup', 'by-hand.casus', '--store', 'back.casus').out).toMatch(/reports, .* the copy is sound/)
  expect(casus('backup', 'by-hand.casus', '--store', 'back.casus').err).toContain('[copy-exists]')
  expect(JSON.parse(casus('restore', 'by-hand.casus', '--store', 'again.casus', '--json').out)).toMatchObject({ file: 'again.casus', documents: expect.any(Number) as number })
  expect(casus('backup', 'x.casus', '--store', 'postgres://127.0.0.1/x').err).toContain('pg_dump')
  expect(casus('backup', 'x.casus', '--store', 'none.casus').err).toContain('[store-missing]')
  expect(casus('delete', 'r1-0-0', '--store', 'again.casus').err).toContain('[argument-missing]')
  expect(casus('delete', 'r1-0-0', '--reason', 'A test.', '--for-good', '--store', 'again.casus')).toMatchObject({ status: 0, out: 'r1-0-0 is deleted for good.\n' })
  expect(casus('delete', 'r1-0-0', '--reason', 'A test.', '--store', 'again.casus').err).toContain('[document-unknown]')
}, 60_000)
