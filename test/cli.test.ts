/** Runs the command line as a process of its own and holds what docs/operating.md promises. */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clean } from '../src/cli/clean.ts'
import { contextOf } from '../src/cli/context.ts'
import { splitLines } from '../src/cli/lines.ts'
import { reference } from '../src/cli/reference.ts'
import { inPlain, paintLine, piece, wrap } from '../src/cli/style.ts'
import { clip, pad, widthOf } from '../src/cli/width.ts'

const root = join(import.meta.dirname, '..'), main = join(root, 'src', 'cli', 'main.ts'), example = join('examples', 'market-raid.json')
let folder = ''
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'casus-cli-')) })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Ran { readonly status: number | null; readonly out: string; readonly err: string }

function casus(args: readonly string[], input: string | Uint8Array = ''): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { cwd: root, input, encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, XDG_DATA_HOME: join(folder, 'share'), COLUMNS: '100' } })
  return { status, out: stdout, err: stderr }
}

const lines = (text: string): readonly string[] => text.split('\n').filter(line => line !== '')
const report = (text: string, id = 'r'): string => `${JSON.stringify({ id, published: '2024-01-20', text })}\n`
const file = (name: string, bytes: string | Uint8Array): string => { const path = join(folder, name); writeFileSync(path, bytes); return path }

interface Span { readonly start: number; readonly end: number; readonly exact: string }
const spansOf = (value: unknown): readonly Span[] => typeof value !== 'object' || value === null ? [] : 'exact' in value ? [value as Span] : Object.values(value).flatMap(spansOf)

describe('help', () => {
  test('lists the commands', () => {
    const { status, out } = casus(['--help'])
    expect(status).toBe(0)
    for (const command of ['code', 'explain', 'gazetteer', 'doctor']) expect(out).toContain(command)
    expect(casus([]).out).toBe(out)
  })
  test('explains a command in both ways', () => {
    const { status, out } = casus(['help', 'code'])
    expect(status).toBe(0)
    expect(out).toContain('--published DATE')
    expect(out).toContain('Examples:')
    expect(casus(['code', '--help']).out).toBe(out)
  })
  test('says the version', () => {
    expect(casus(['--version']).out.trim()).toBe((JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version)
  })
  test('the reference in docs/command-line.md is the one of the program', async () => {
    await expect(reference()).toMatchFileSnapshot(join(root, 'docs', 'command-line.md'))
  })
})

describe('usage', () => {
  test.each([
    [['kode'], 'command-unknown', 'Did you mean code?'],
    [['code', '--colour', 'x'], 'option-unknown', 'Did you mean --color?'],
    [['code', '--format', 'xml', example], 'option-value', 'table, ndjson, json'],
    [['code', '--published', '2024-02-31', example], 'option-value', 'not a date'],
    [['code', '--published'], 'option-value', 'needs a value'],
    [['code', '--text=yes', example], 'option-value', 'takes no value'],
    [['code', '--id', 'x', example, example], 'option-value', 'several'],
    [['explain'], 'argument-missing', 'file'],
    [['explain', example, 'e1', 'e2'], 'argument-extra', 'One event'],
    [['gazetteer'], 'argument-missing', 'name'],
  ])('%j ends with status 2 and %s', (args, code, says) => {
    const { status, out, err } = casus(args)
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err).toContain(`[${code}]`)
    expect(err).toContain(says)
  })
})

describe('code', () => {
  test('writes one analysis for an example, every piece of evidence where it says', () => {
    const { status, out, err } = casus(['code', example, '--text'])
    expect({ status, err }).toEqual({ status: 0, err: '' })
    const [analysis, ...rest] = lines(out).map(line => JSON.parse(line) as { version: number; document: { id: string; text: string }; events: readonly unknown[] })
    expect(rest).toEqual([])
    expect(analysis!.document.id).toBe('market-raid')
    expect(analysis!.events.length).toBeGreaterThan(0)
    const spans = spansOf(analysis!.events)
    expect(spans.length).toBeGreaterThan(0)
    expect(spans.filter(s => analysis!.document.text.slice(s.start, s.end) !== s.exact)).toEqual([])
  })

  test('gives the same bytes twice', () => {
    expect(casus(['code', 'examples', '--format', 'ndjson']).out).toBe(casus(['code', 'examples', '--format', 'ndjson']).out)
  })

  test('reads a report a line from standard input and keeps the order', () => {
    const { status, out } = casus(['code', '-', '--format', 'ndjson'], ['a', 'b', 'c'].map(id => report('Gunmen killed two soldiers in Mosul.', id)).join('\n'))
    expect(status).toBe(0)
    expect(lines(out).map(line => (JSON.parse(line) as { document: { id: string } }).document.id)).toEqual(['a', 'b', 'c'])
  })

  test.each([['first', 0], ['middle', 1], ['last', 2]])('a bad %s line is named, and the rest goes on', (_, at) => {
    const input = [report('One.', 'a'), report('Two.', 'b')]
    input.splice(at, 0, '{"id":"broken\n')
    const { status, out, err } = casus(['code', '-'], input.join(''))
    expect(status).toBe(1)
    expect(err).toMatch(new RegExp(`^casus: stdin:${at + 1}: .*\\[json-invalid\\]$`, 'm'))
    expect(lines(out).map(line => (JSON.parse(line) as { document: { id: string } }).document.id)).toEqual(['a', 'b'])
  })

  test('damaged lines each have their own code', () => {
    const input = Buffer.concat([Buffer.from(report('Fine.')), Buffer.from('[1]\n{"text":5}\n{"text":" "}\n{"text":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}\n')])
    const { status, out, err } = casus(['code', '-'], input)
    expect(status).toBe(1)
    expect(lines(out).length).toBe(1)
    expect(lines(err).map(line => /stdin:(\d).*\[(.*)\]/.exec(line)?.slice(1).join(' '))).toEqual(['2 report-invalid', '3 report-invalid', '4 report-invalid', '5 input-not-utf8'])
  })

  test.each<{ name: string; bytes: string | Uint8Array; code: string }>([
    { name: 'empty.txt', bytes: '', code: 'input-empty' }, { name: 'blank.txt', bytes: ' \n\n', code: 'input-empty' },
    { name: 'empty.ndjson', bytes: '\n\n', code: 'input-empty' }, { name: 'empty.json', bytes: '', code: 'input-empty' },
    { name: 'binary.txt', bytes: new Uint8Array([0x7f, 0x45, 0, 1, 2, 0]), code: 'input-binary' }, { name: 'binary.unknown', bytes: new Uint8Array([0, 1, 2, 0]), code: 'input-binary' },
    { name: 'latin.txt', bytes: new Uint8Array([0x63, 0xe9, 0x20]), code: 'input-not-utf8' }, { name: 'wide.txt', bytes: new Uint8Array([0xff, 0xfe, 0x41, 0]), code: 'input-not-utf8' },
    { name: 'list.json', bytes: '[]', code: 'report-invalid' }, { name: 'open.json', bytes: '{\n "text": "x"', code: 'json-invalid' },
    { name: 'long.txt', bytes: 'x '.repeat(2_000_001), code: 'text-too-long' },
  ])('$name gives $code', ({ name, bytes, code }) => {
    const { status, out, err } = casus(['code', file(name, bytes)])
    expect({ status, out }).toEqual({ status: 1, out: '' })
    expect(err).toContain(`[${code}]`)
    expect(lines(err).length).toBe(1)
  })

  test('a missing file does not stop the others', () => {
    const { status, out, err } = casus(['code', 'gone.txt', example])
    expect(status).toBe(1)
    expect(err).toContain('gone.txt: There is no such file or folder. [input-missing]')
    expect(lines(out).length).toBe(1)
  })

  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('an unreadable file is named', () => {
    const path = file('locked.txt', 'x')
    chmodSync(path, 0)
    expect(casus(['code', path]).err).toContain('[input-unreadable]')
  })

  test('a line of more than 64 MB is passed over', () => {
    const { status, out, err } = casus(['code', '-'], `${report('One.', 'a')}{"id":"${'x'.repeat(64 * 1024 * 1024)}"}\n${report('Two.', 'b')}`)
    expect(status).toBe(1)
    expect(err).toContain('stdin:2: ')
    expect(err).toContain('[line-too-long]')
    expect(lines(out).length).toBe(2)
  })

  test('plain text, a JSON document and options fill the document', () => {
    const documentOf = (args: readonly string[], input: string): unknown => (JSON.parse(casus(['code', '-', ...args], input).out) as { document: unknown }).document
    expect(documentOf(['--id', 'x', '--title', 'T', '--published', '2024-01-20'], 'Gunmen killed two soldiers.')).toMatchObject({ id: 'x', title: 'T', published: '2024-01-20' })
    expect(documentOf([], '{\n  "text": "Gunmen killed two soldiers."\n}\n')).toMatchObject({ id: 'stdin', title: null, published: null })
    expect(documentOf(['--id', 'x'], '\ufeff{"text": "Gunmen killed two soldiers."}')).toMatchObject({ id: 'x:1' })
  })

  test('the JSON list parses', () => {
    expect((JSON.parse(casus(['code', 'examples', '--format', 'json', '--quiet']).out) as readonly unknown[]).length).toBe(4)
    expect(JSON.parse(casus(['code', file('none.txt', ''), '--format', 'json']).out)).toEqual([])
  })
})

describe('table', () => {
  test('fits the width and has no escapes on a pipe', () => {
    const { status, out } = casus(['code', 'examples', '--format', 'table'])
    expect(status).toBe(0)
    expect(out).toContain('Gunmen kill 14 in raid on market town')
    expect(out).not.toContain('\u001b')
    expect(Math.max(...out.split('\n').map(line => line.length))).toBeLessThanOrEqual(100)
  })
  test('marks the words in colour when told', () => {
    expect(casus(['code', example, '--format', 'table', '--color', 'always']).out).toContain('\u001b[')
  })
  test('lets nothing of a hostile report through', () => {
    const hostile = '\u001b]0;owned\u0007\u001b[2J Gunmen killed \u202e12\u202c soldiers \u009b31m in Mosul on Friday.\r\u0008'
    for (const format of ['table', 'ndjson', 'json']) {
      const { status, out } = casus(['code', '-', '--format', format], `${JSON.stringify({ id: '\u001b[31mid', title: hostile, published: '2024-01-20', text: hostile })}\n`)
      expect(status).toBe(0)
      // oxlint-disable-next-line no-control-regex -- the characters that must not appear
      expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
    }
  })
})

describe('explain', () => {
  test('lists the fields of an event with rules', () => {
    const first = (JSON.parse(casus(['code', example]).out) as { events: readonly { id: string }[] }).events[0]!.id
    const { status, out } = casus(['explain', example, first])
    expect(status).toBe(0)
    expect(out).toContain(first)
    expect(out).toContain('«')
    expect(lines(casus(['explain', example, first, '--format', 'ndjson']).out).every(line => (JSON.parse(line) as { event: string }).event === first)).toBe(true)
  })
  test('says which events there are', () => {
    const { status, err } = casus(['explain', example, 'nonesuch'])
    expect(status).toBe(1)
    expect(err).toContain('[event-unknown]')
  })
  test('finds a report among many', () => {
    const many = file('many.ndjson', report('One.', 'a') + report('Gunmen killed two soldiers in Mosul.', 'b'))
    expect(casus(['explain', many, '--report', 'b']).status).toBe(0)
    expect(casus(['explain', many, '--report', 'z']).err).toContain('[report-unknown]')
  })
})

describe('gazetteer', () => {
  test('looks names up', () => {
    const { status, out } = casus(['gazetteer', 'Goma', '--country', 'cd'])
    expect(status).toBe(0)
    expect(JSON.parse(lines(out)[0]!)).toMatchObject({ query: 'Goma', country: 'CD', precision: 'town' })
    expect(casus(['gazetteer', 'Goma', '--format', 'table']).out).toContain('latitude')
  })
  test('says what it does not know', () => {
    expect(casus(['gazetteer', 'Xqzzyplugh'])).toMatchObject({ status: 1, out: '' })
  })
  test('imports a GeoNames file and uses it', () => {
    const row = [90000001, 'Testoville Nova', 'Testoville Nova', 'Testonova', '33.1', '44.2', 'P', 'PPL', 'IQ', '', '07', '', '', '', '1200', '', '30', 'Asia/Baghdad', '2024-01-01'].join('\t')
    const made = casus(['gazetteer', 'import', file('IQ.txt', `${row}\n`)])
    expect(made.err + made.out).toContain('1 places')
    expect(JSON.parse(casus(['gazetteer', 'Testoville Nova']).out)).toMatchObject({ id: 'geonames:90000001', country: 'IQ' })
    rmSync(casus(['gazetteer', 'where']).out.trim())
    expect(casus(['gazetteer', 'Testoville Nova']).status).toBe(1)
  })
  test('refuses what is no GeoNames file', () => {
    expect(casus(['gazetteer', 'import', file('no.txt', 'hello\n')])).toMatchObject({ status: 1 })
    expect(casus(['gazetteer', 'import', 'gone.txt']).err).toContain('[import-failed]')
  })
})

describe('doctor', () => {
  test('finds everything well', () => {
    const { status, out } = casus(['doctor'])
    expect(out).not.toContain('wrong')
    expect(out).toContain('trial run')
    expect(status).toBe(0)
  })
})

describe('parts', () => {
  test('wide characters take two columns, marks none', () => {
    expect([widthOf('abc'), widthOf('東京'), widthOf('e\u0301'), widthOf('🚀')]).toEqual([3, 4, 1, 2])
    expect(clip('東京都千代田区', 7)).toBe('東京都…')
    expect(pad('東京', 6)).toBe('東京  ')
    expect(clip('abc', 0)).toBe('')
  })
  test('lines are wrapped at spaces, and a long word is cut', () => {
    const wrapped = wrap([piece('one two '), piece('three'), piece(` ${'x'.repeat(25)}`)], 10).map(line => paintLine(line, inPlain))
    expect(wrapped).toEqual(['one two', 'three', 'xxxxxxxxxx', 'xxxxxxxxxx', 'xxxxx'])
  })
  test('controls are shown, not obeyed', () => {
    expect(clean('a\u001b[31mb\u0000\u202ec\ud800\nd')).toBe('a␛[31mb␀�c� d')
  })
  test('a context keeps to its paragraph and its width', () => {
    const text = `First.\n\n${'before '.repeat(40)}the strike${' after'.repeat(40)}\n\nLast.`, start = text.indexOf('strike'), mark = { start, end: start + 6, style: 'event', bracket: true } as const
    const line = paintLine(contextOf(text, mark, [mark], 60), inPlain)
    expect(line).toContain('«strike»')
    expect(line).toMatch(/^… before .* after …$/)
    expect(widthOf(line)).toBeLessThanOrEqual(62)
  })
  test('lines are found across chunks, and long ones are dropped', async () => {
    async function* chunks(): AsyncGenerator<Uint8Array> { for (const part of ['a', 'b\ncc', 'ccc\n', '\nd']) yield Buffer.from(part) }
    const found: (string | null)[] = []
    for await (const { bytes } of splitLines(chunks(), 4)) found.push(bytes === null ? null : Buffer.from(bytes).toString())
    expect(found).toEqual(['ab', null, '', 'd'])
  })
})
