/** The commands that work on a store, from an empty one to an export taken in again, each as a process of its own. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Incident } from '../src/index.ts'

const root = join(import.meta.dirname, '..'), folder = mkdtempSync(join(tmpdir(), 'casus-cli-store-'))
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

interface Ran { readonly status: number | null; readonly out: string; readonly err: string }
function casus(...args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'src', 'cli', 'main.ts'), ...args], { cwd: folder, encoding: 'utf8', env: { ...process.env, DATABASE_URL: undefined, CASUS_STORE: undefined, USER: 'ana' } as NodeJS.ProcessEnv })
  return { status, out: stdout, err: stderr }
}
const json = (...args: readonly string[]): Record<string, unknown> => { const ran = casus(...args, '--json'); expect(ran.err, args.join(' ')).toBe(''); return JSON.parse(ran.out) as Record<string, unknown> }

beforeAll(() => { expect(casus('init').status).toBe(0); expect(casus('ingest', join(root, 'examples'), '--quiet', '--threads', '1')).toMatchObject({ status: 0, err: '' }) }, 120_000)

test('what is taken in is coded and brought together; again it is known', () => {
  expect(json('init')).toMatchObject({ engine: 'sqlite', documents: 4, incidents: expect.any(Number) as number })
  expect(json('init')['incidents']).toBeGreaterThan(10)
  expect(json('ingest', join(root, 'examples'))).toMatchObject({ outcomes: { added: 0, known: 4 }, coded: { coded: 0, failed: 0 } })
  expect(json('work')).toEqual({ coded: 0, failed: 0 })
})

test.each([['init', 'other.casus'], ['serve', 'here'], ['export', 'x', '--format', 'csv', '--out', 'x']])('%s takes no argument', (...args) => {
  expect(casus(...args)).toMatchObject({ status: 2, out: '', err: expect.stringContaining('takes no argument') as string })
})

describe('the incidents of the store', () => {
  const lines = (...args: readonly string[]): readonly Incident[] => { const ran = casus('incidents', ...args); expect(ran.err, args.join(' ')).toBe(''); return ran.out.split('\n').filter(line => line !== '').map(line => JSON.parse(line) as Incident) }
  test('are shown, narrowed, sorted and cut', () => {
    const all = lines(), some = lines('--filter', 'country=NG', '--json'), most = lines('--sort', '-killed', '-n', '3')
    expect(all.length).toBe(json('init')['incidents'])
    expect(some.length).toBeGreaterThan(0)
    expect(some.every(i => i.places.some(p => p.country === 'NG'))).toBe(true)
    expect(most).toHaveLength(3)
    expect(most.map(i => i.killed?.max ?? 0)).toEqual(most.map(i => i.killed?.max ?? 0).toSorted((a, b) => b - a))
    expect(lines('--as-of', '0')).toEqual([])
    expect(lines('--several').every(i => new Set(i.members.map(m => m.document)).size > 1)).toBe(true)
  })
  test('a table has the sentences behind values', () => {
    const { out, err } = casus('incidents', '-f', 'table', '-n', '2')
    expect(out).toMatch(/^i-[0-9a-f]+ {2}/)
    expect(err).toMatch(/^2 of \d+ incidents\n$/)
  })
  test('two events are compared; what names none is refused', () => {
    const [a, b] = lines('-n', '2').map(i => `${i.members[0]!.document}/${i.members[0]!.event}`) as [string, string]
    expect(JSON.parse(casus('incidents', '--pair', a, b).out)).toMatchObject({ same: false, reasons: expect.any(Array) as unknown[] })
    expect(casus('incidents', '--pair', a, 'nobody/e1')).toMatchObject({ status: 1, err: expect.stringContaining('report-unknown') as string })
    expect(casus('incidents', '--pair', a, a.replace(/\/[^/]+$/, '/e99'))).toMatchObject({ status: 1, err: expect.stringContaining('event-unknown') as string })
    expect(casus('incidents', '--pair', a).err).toContain('argument-missing')
  })
  test('options of the store do not go with files, nor those of files with the store; without a store one is missed', () => {
    expect(casus('incidents', '-', '--filter', 'country=NG')).toMatchObject({ status: 2, err: expect.stringContaining('--filter goes with a store') as string })
    expect(casus('incidents', '--decisions', 'x')).toMatchObject({ status: 2, err: expect.stringContaining('goes with files') as string })
    expect(casus('incidents', '--store', 'nowhere.casus')).toMatchObject({ status: 1, err: expect.stringContaining('store-missing') as string })
  })
})

describe('exports', () => {
  test('filters narrow them; the sidecar has the rest', () => {
    const all = json('export', '--format', 'csv', '--out', 'all'), some = json('export', '--format', 'csv', '--out', 'some', '--filter', 'country=NG', '--filter', 'date__gte=2023-03-01')
    expect(some['written']).toBeGreaterThan(0)
    expect(some['written']).toBeLessThan(all['written'] as number)
    expect(json('export', '-f', 'acled-csv', '-o', 'acled')['left']).toBeGreaterThan(0)
    expect(existsSync(join(folder, 'acled', 'acled-csv.sidecar.csv'))).toBe(true)
  })
  test('a package taken into another store gives the same incidents', () => {
    casus('export', '-f', 'datapackage', '-o', 'package'); casus('init', '--store', 'copy.casus')
    expect(json('import', 'package', '--store', 'copy.casus')).toMatchObject({ documents: 4, analyses: 4 })
    casus('export', '-f', 'jsonl', '-o', 'one'); casus('export', '-f', 'jsonl', '-o', 'two', '--store', 'copy.casus')
    expect(readFileSync(join(folder, 'two', 'incidents.jsonl'), 'utf8')).toBe(readFileSync(join(folder, 'one', 'incidents.jsonl'), 'utf8'))
  })
})

describe('own additions', () => {
  test('an actor is added, explain knows it with the store and not without, and it is taken away again', () => {
    writeFileSync(join(folder, 'own.txt'), 'The Zandari Lions attacked a checkpoint near Gao on Monday, killing four soldiers, the army said.')
    expect(json('own', 'actor', 'Zandari Lions', '--country', 'ML', '--sector', 'REB')).toEqual({ id: 'own.zandari-lions', recoded: 0 })
    expect(casus('own').out).toContain('own.zandari-lions  actor  Zandari Lions  ML')
    expect(casus('explain', 'own.txt', '--published', '2024-05-07', '--store', 'dataset.casus').out).toContain('entity:registry/name')
    expect(casus('explain', 'own.txt', '--published', '2024-05-07').out).not.toContain('entity:registry/name')
    json('own', '--remove', 'own.zandari-lions')
    expect(casus('own').out).toBe('')
  })
  test('a place needs a name and degrees that exist; an actor cannot be held to be nobody', () => {
    expect(casus('own', 'place').err).toContain('argument-missing')
    expect(casus('own', 'place', 'Gidan Dawa', '--latitude', '99').err).toContain('option-value')
    expect(casus('own', 'actor', 'Zandari Lions', '--same', 'no-such-actor').err).toContain('The registry has no actor')
    expect(casus('own', '--remove', 'own.nobody').err).toContain('own-unknown')
  })
})

describe('decisions', () => {
  const incidents = (): number => json('init')['incidents'] as number
  test('a merge joins two incidents, undone it parts them', () => {
    const before = incidents(), { id } = json('merge', 'market-raid/e1', 'port-strike/e1', '--reason', 'a test')
    expect(incidents()).toBe(before - 1)
    expect(json('undo', id as string)).toMatchObject({ kind: 'undo', by: 'ana' })
    expect(incidents()).toBe(before)
  })
  test('an event that was missed is added, enters the exports with who added it, and is taken back', () => {
    const before = incidents(), { id, event } = json('add', 'market-raid', 'CONSULT', 'Yusuf Abdullahi', '--mode', 'visit', '--place', 'Kaura Namoda', '--date', '2023-03-14', '--actor', 'governor') as { readonly id: string; readonly event: { readonly event: string } }
    expect(incidents()).toBe(before + 1)
    casus('export', '-f', 'csv', '-o', 'added')
    expect(readFileSync(join(folder, 'added', 'incidents.csv'), 'utf8')).toMatch(/CONSULT,visit.*Kaura Namoda,NG,.*,ana,/)
    expect(json('accept', `market-raid/${event.event}`)).toMatchObject({ kind: 'accept' })
    expect(casus('add', 'market-raid', 'CONSULT', 'yusuf  abdullahi').err).toContain('decision-invalid')
    expect(casus('add', 'market-raid', 'CONSULT', 'no such words').err).toContain('option-value')
    json('undo', id)
    expect(incidents()).toBe(before)
  })
  test('a value that its field cannot have is refused, and nothing is kept', () => {
    const before = json('doctor')['findings']
    expect(casus('correct', 'market-raid/e1', 'type', 'MURDER')).toMatchObject({ status: 1, out: '', err: expect.stringContaining('decision-invalid') as string })
    expect(casus('correct', 'market-raid/e1', 'killed', 'many')).toMatchObject({ status: 2, out: '', err: expect.stringContaining('option-value') as string })
    expect((json('doctor')['findings'] as readonly unknown[]).at(-1)).toEqual((before as readonly unknown[]).at(-1))
  })
  test('a corrected toll stands in the export with its reason', () => {
    json('correct', 'market-raid/e1', 'killed', '15-16')
    casus('export', '-f', 'csv', '-o', 'corrected')
    expect(readFileSync(join(folder, 'corrected', 'incidents.csv'), 'utf8')).toMatch(/,15,16,/)
  })
})

describe('remarks', () => {
  test('stand in the history and change nothing', () => {
    expect(json('flag', 'market-raid/e1', 'two towns of this name')).toMatchObject({ kind: 'flag', text: 'two towns of this name', by: 'ana' })
    expect(json('comment', 'market-raid/e1', 'see the list', '--by', 'ben')).toMatchObject({ kind: 'comment', by: 'ben' })
    expect(casus('flag', 'market-raid/e1').err).toContain('argument-missing')
  })
})

describe('over HTTP', () => {
  test('people and tokens are made, used and ended', async () => {
    expect(json('user', 'ben', '--role', 'coder')).toMatchObject({ name: 'ben', role: 'coder', disabled: false })
    const made = json('token', 'ben', '--label', 'laptop'), secret = made['secret'] as string
    expect(casus('token').out).not.toContain(secret)
    const server = spawn(process.execPath, [join(root, 'src', 'cli', 'main.ts'), 'serve', '--port', '0', '--json', '--store', join(folder, 'dataset.casus')], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] })
    try {
      const { address } = JSON.parse(await new Promise<string>(resolve => { server.stdout.once('data', (bytes: Buffer) => { resolve(bytes.toString()) }) })) as { address: string }
      // The commands run beside block this process for seconds, in which the server closes an idle connection: each question has its own.
      const ask = async (path: string, init: RequestInit = {}): Promise<Response> => await fetch(`${address}${path}`, { ...init, headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}`, connection: 'close' } })
      expect(await (await ask('me')).json()).toMatchObject({ user: 'ben', role: 'coder' })
      expect((await fetch(`${address}incidents.csv?country=NG`, { headers: { connection: 'close' } })).status).toBe(200)
      expect((await ask('decisions', { method: 'POST', body: JSON.stringify({ decisions: [{ kind: 'comment', event: { document: 'market-raid', event: 'e1' }, text: 'seen' }] }) })).status).toBe(200)
      expect(casus('serve', '--port', new URL(address).port)).toMatchObject({ status: 1, err: expect.stringContaining('[port-taken]') as string })
      expect(casus('token', '--revoke', made['id'] as string).status).toBe(0)
      expect((await ask('me')).status).toBe(401)
    } finally {
      server.kill('SIGINT')
      expect(await new Promise(resolve => { server.once('exit', resolve) })).toBe(0)
    }
  }, 60_000)
  test('the desk begins a store where nothing was named, and only there', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'casus-begin-'))
    const run = async (...args: readonly string[]): Promise<{ readonly status: number | null; readonly told: string }> => {
      const server = spawn(process.execPath, [join(root, 'src', 'cli', 'main.ts'), 'serve', '--open', '--port', '0', '--json', ...args], { cwd: empty, env: { ...process.env, BROWSER: 'none', PATH: '' }, stdio: ['ignore', 'pipe', 'pipe'] })
      let told = ''
      server.stderr.on('data', (bytes: Buffer) => { told += bytes.toString() })
      server.stdout.on('data', (bytes: Buffer) => { told += bytes.toString(); server.kill('SIGINT') })
      const status = await new Promise<number | null>(resolve => { server.once('exit', resolve) })
      return { status, told }
    }
    expect(await run('--store', 'named.casus')).toMatchObject({ status: 1, told: expect.stringContaining('[store-missing]') as string })
    expect(await run()).toMatchObject({ status: 0, told: expect.stringContaining('dataset.casus is new in this folder') as string })
    expect(existsSync(join(empty, 'dataset.casus'))).toBe(true)
    expect((await run()).told).not.toContain('is new')
    rmSync(empty, { recursive: true })
  }, 120_000)
  test('doctor looks at the store', () => {
    expect(casus('doctor')).toMatchObject({ status: 0, out: expect.stringMatching(/ok\s+store .*sqlite\): 4 reports/) as string })
    writeFileSync(join(folder, 'other.casus'), 'no store')
    expect(casus('doctor', '--store', 'other.casus')).toMatchObject({ status: 1, out: expect.stringMatching(/wrong\s+store/) as string })
  }, 60_000)
})

describe('mistakes end in a sentence with a code', () => {
  test.each([
    [['work', '--store', 'none.casus'], 1, 'store-missing'], [['ingest'], 2, 'argument-missing'], [['ingest', 'no/such/file'], 1, 'file-unreadable'], [['ingest', 'http://169.254.169.254/'], 1, 'address-refused'], [['export', '--format', 'xls', '--out', 'x'], 2, 'option-value'],
    [['export', '--format', 'csv', '--out', 'x', '--filter', 'contry=SD'], 2, 'Did you mean country'], [['export', '--format', 'csv', '--out', 'x', '--filter', 'type__gte=A'], 2, 'option-value'], [['merge', 'market-raid/e1'], 2, 'argument-missing'], [['merge', 'market-raid/e1', 'market-raid/e99'], 1, 'event-unknown'],
    [['merge', 'market-raid/e1', 'market-raid/e1'], 1, 'decision-invalid'], [['undo', 'nothing'], 1, 'decision-unknown'], [['import', 'examples'], 1, 'package-unreadable'], [['ingest', 'a.csv', '--column', 'text=Nope'], 1, 'column-missing'], [['watch', '--once'], 2, 'argument-missing'],
    [['serve', '--port', 'x'], 2, 'option-value'], [['token', 'nobody'], 1, 'user-unknown'], [['token', '--revoke', 'none'], 1, 'token-unknown'], [['user', 'ana', '--role', 'king'], 2, 'option-value'],
  ] as const)('casus %j', (args, status, says) => {
    writeFileSync(join(folder, 'a.csv'), 'x,y\n1,2\n')
    const ran = casus(...args)
    expect(ran.err).toContain(says)
    expect(ran.err).not.toContain('    at ')
    expect(ran.status).toBe(status)
  })
})

test('a list of feeds is asked feed by feed; what is no address and no file is said to be neither', () => {
  writeFileSync(join(folder, 'list.opml'), '<?xml version="1.0"?><opml version="2.0"><head/><body><outline text="a" xmlUrl="http://127.0.0.1:9/rss"/><outline text="b" xmlUrl="http://10.0.0.1/rss"/></body></opml>')
  const ran = casus('ingest', 'list.opml', '--no-code', '--json')
  expect(JSON.parse(ran.out)).toMatchObject({ failed: 2 })
  expect(ran.err.match(/address-refused/g)).toHaveLength(2)
  expect(casus('ingest', 'nothing.txt').err).toContain('There is no file or folder nothing.txt.')
  expect(casus('ingest', 'ftp://a.example/x').err).toContain('address-invalid')
})

test('doctor and watch answer in JSON too', () => {
  const doctor = json('doctor')
  expect(doctor).toMatchObject({ good: true, findings: expect.arrayContaining([expect.objectContaining({ name: 'store', good: true })]) as unknown })
  const watched = casus('watch', 'http://127.0.0.1:10/rss', '--once', '--json')
  expect(watched.status).toBe(1)
  expect(watched.out.split('\n').filter(line => line !== '').map(line => JSON.parse(line) as object)).toContainEqual({ feed: 'http://127.0.0.1:10/rss', error: 'address-refused' })
})
