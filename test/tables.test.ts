/** The tables of data/: every row well formed, every key once, every word of an enumeration a known one. A failure names the rows in question. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { nameWords } from '../src/core/entities/lexicon.ts'
import { listCell, parseTable, type Row } from '../src/core/lexicon/table.ts'
import { WORD_LISTS } from '../src/core/lexicon/word-lists.ts'
import { EVENT_TYPES, STATUSES } from '../src/core/model/index.ts'

const root = join(import.meta.dirname, '..')
const files = readdirSync(join(root, 'data')).filter(name => name.endsWith('.tsv')).sort()
const texts = new Map(files.map(file => [file, readFileSync(join(root, 'data', file), 'utf8')]))
const rowsOf = (file: string): readonly Row[] => parseTable(texts.get(file) ?? '')
/** Lines of a table with their numbers, without remarks and blank lines; the first is the header. */
const linesOf = (file: string): readonly { readonly at: string; readonly cells: readonly string[] }[] =>
  texts.get(file)!.replace(/^\uFEFF/, '').split(/\r?\n/).map((line, i) => ({ at: `${file}:${i + 1}: ${line}`, line })).filter(({ line }) => line.trim() !== '' && !line.startsWith('#')).map(({ at, line }) => ({ at, cells: line.split('\t') }))
const show = (row: Row): string => Object.values(row).join(' · ')
/** The rows for which `fails` holds, as the failure shows them. */
const failing = (file: string, fails: (row: Row) => boolean): readonly string[] => rowsOf(file).filter(fails).map(show)
const words = (cell: string | undefined): readonly string[] => (cell ?? '').split(/\s+/).filter(w => w !== '')

/** Columns that make a key together; a table not named here is keyed by its first column. */
const KEYS: Readonly<Record<string, string>> = {
  'doer-types.tsv': 'type mode doer',
  'answered-nouns.tsv': 'noun', 'cause-cues.tsv': 'phrase kind needs',
  'acled-events.tsv': 'type mode against', 'act-operators.tsv': 'word over', 'act-triggers.tsv': 'lemma pos when', 'blame-words.tsv': 'lemma kind', 'cameo-codes.tsv': 'type mode', 'claim-cues.tsv': 'lemma pos kind', 'causal-connectives.tsv': 'phrase side', 'event-weights.tsv': 'decision feature', 'incident-weights.tsv': 'decision feature', 'side-weights.tsv': 'decision feature', 'setting-weights.tsv': 'decision feature', 'numbers.tsv': 'phrase kind', 'place-admin1.tsv': 'country code', 'place-cues.tsv': 'cue kind',
  'place-transliteration.tsv': 'scope from where', 'place-types.tsv': 'word precision side', 'place-words.tsv': 'word kind', 'status.tsv': 'lemma position', 'text-cues.tsv': 'kind phrase', 'triggers.tsv': 'lemma pos type mode when',
}
/** Tables of places, which rows of any such table that comes later join. */
const SECTORS = 'GOV MIL REB COP CVL PRM CRM JUD LEG OPP PTY MED JRN EDU REL BUS LAB REF IGO NGO SPY UNK'.split(' ')
/** What may stand in `when` (src/core/events/senses.ts), and the classes that it may ask for. */
const CONDITION = /^(?:(?:obj|subj)(?:=[\w,-]+)?|(?:obj!|doer!|prep|mod|word|unless|adv|under|takes|doer|of|laden|any|beside|at:[a-z,-]+)=[\w,-]+|predicate|intransitive|stranded)$/
const OF_CLASSES = /(?:obj|subj|takes|doer|of|laden|any|beside|at:[a-z,-]+)!?=([\w,-]+)/g
const CLASSES = new Set(['armed', 'troops', 'rebel', 'police', 'person', 'number', 'human', 'people', 'place', 'state', 'weapon', 'vehicle', 'diplomat', 'thing', 'event', ...SECTORS, ...rowsOf('objects.tsv').map(row => row['class']!), ...rowsOf('word-classes.tsv').map(row => row['class']!)])
const PLACES = files.filter(file => /^(sites|regions|place-extra|place-villages)\.tsv$/.test(file))
const COUNTRIES = new Set(rowsOf('countries-geo.tsv').map(row => row['code']))
/** Modes by type, from the table of docs/codebook.md. */
const MODES = new Map([...readFileSync(join(root, 'docs', 'codebook.md'), 'utf8').matchAll(/^\| ([A-Z]+) \| [^|]+ \| ?([^|]*)\|$/gm)].map(([, type, modes]) => [type!, modes!.split(',').map(m => m.trim())]))
const PRECISIONS = ['site', 'town', 'district', 'province', 'country']
/** Words and hyphened words of the code of one layer: a kind that none of them is, no code reads. */
const readBy = (layer: string): readonly string[] => {
  const folder = join(root, 'src', 'core', layer), code = readdirSync(folder).map(file => readFileSync(join(folder, file), 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*/g, ''))
  return [...new Set(code.join('\n').match(/[a-z]+(?:-[a-z]+)*/g))]
}
/** Columns whose cells are one of a few words; '' where the cell may be empty. */
const ENUMERATIONS: readonly (readonly [string, string, readonly string[]])[] = [
  ['actors.tsv', 'kind', ['state', 'government', 'military', 'police', 'ministry', 'security-service', 'court', 'coalition', 'company', 'party', 'ngo', 'igo', 'media', 'armed-group', 'militia', 'armed-wing', 'criminal', 'cartel']],
  ['triggers.tsv', 'pos', ['V', 'N']],
  ['triggers.tsv', 'type', EVENT_TYPES],
  ['triggers.tsv', 'frame', ['do', 'kill', 'hurt', 'die', 'self', 'both', 'boom', 'fire', 'at', 'take', 'free', 'give', 'n-on', 'n-of', 'n-by', 'n-both']],
  ['act-frames.tsv', 'pos', ['V', 'N']],
  ['act-frames.tsv', 'type', EVENT_TYPES],
  ['act-frames.tsv', 'frame', ['do', 'kill', 'hurt', 'die', 'self', 'both', 'boom', 'fire', 'at', 'take', 'free', 'give', 'n-on', 'n-of', 'n-by', 'n-both']],
  ['claim-cues.tsv', 'pos', ['V', 'N', 'A']],
  ['claim-cues.tsv', 'kind', readBy('claims')],
  ['cause-cues.tsv', 'kind', ['retaliation', 'response', 'cause']],
  ['cause-cues.tsv', 'needs', ['', ...readBy('causes')]],
  ['numbers.tsv', 'kind', readBy('quantities')],
  ['place-cues.tsv', 'kind', readBy('places')],
  ['text-cues.tsv', 'kind', readBy('text')],
  ['weapons.tsv', 'mode', MODES.get('ASSAULT') ?? []],
  ['mode-kin.tsv', 'mode', [...MODES.values()].flat()],
  ['doer-modes.tsv', 'mode', [...MODES.values()].flat()],
  ['doer-types.tsv', 'to-type', EVENT_TYPES],
  ['doer-types.tsv', 'to-mode', [...MODES.values()].flat()],
  ['weapons.tsv', 'class', ['platform', 'munition', 'weapon', 'attack']],
  ['blame-words.tsv', 'kind', ['blame', 'censure', 'ascribe', 'link', 'supposed', 'claim', 'credit']],
  ['light-verbs.tsv', 'role', ['actor', 'recipient', 'third', 'none', 'claims', 'charged']],
  ['light-verbs.tsv', 'status', ['', ...STATUSES]],
  ['status.tsv', 'status', STATUSES],
  ['roles.tsv', 'human', ['yes', 'no']],
  ['roles.tsv', 'loaded', ['yes', 'no']],
  ['place-types.tsv', 'precision', ['', ...PRECISIONS]],
  ['place-types.tsv', 'side', ['before', 'titled', 'after', 'both']],
  ['place-transliteration.tsv', 'where', ['any', 'start', 'end']],
  ...PLACES.map(file => [file, 'precision', PRECISIONS] as const),
]

describe('every table', () => {
  test('all are there', () => {
    for (const file of ['actors.tsv', 'triggers.tsv', 'claim-cues.tsv', 'numbers.tsv', 'countries-geo.tsv', 'sites.tsv', 'group-shapes.tsv']) expect(files).toContain(file)
    expect(MODES.size).toBe(EVENT_TYPES.length)
  })
  test.each(files)('%s has a header and rows', file => {
    const [header, ...rows] = linesOf(file)
    expect(header?.cells.filter(name => !/^[a-z][a-z0-9-]*$/.test(name))).toEqual([])
    expect(new Set(header?.cells).size).toBe(header?.cells.length)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter(row => row.cells.length > header!.cells.length).map(row => row.at)).toEqual([])
    expect(rows.filter(row => row.cells[0] === '').map(row => row.at), 'empty first cells').toEqual([])
  })
  test.each(files)('%s has no blanks around its cells and no empty items in its lists', file => {
    expect(linesOf(file).filter(row => row.cells.some(cell => cell !== cell.trim())).map(row => row.at)).toEqual([])
    expect(linesOf(file).filter(row => row.cells.some(cell => cell.includes('|') && cell.split('|').some(item => item.trim() === ''))).map(row => row.at)).toEqual([])
  })
  test.each(files)('%s has no key twice', file => {
    const rows = rowsOf(file), columns = KEYS[file]?.split(' ') ?? [Object.keys(rows[0] ?? {})[0] ?? ''], seen = new Set<string>()
    const twice = rows.filter(row => {
      const key = columns.map(column => row[column]).join('\t'), again = seen.has(key)
      seen.add(key)
      return again
    })
    expect(twice.map(show)).toEqual([])
    for (const column of columns) expect(Object.keys(rows[0]!)).toContain(column)
  })
  test.each(files)('%s names no file of a machine and no package registry', file => {
    expect(linesOf(file).map(row => row.at).filter(line => /(^|[\s"'(=])(\/(home|root|Users|tmp|var|mnt|opt|work|private)\/|~\/|[A-Z]:\\)|file:\/\/|localhost|registry\.|npmjs|pypi\.|crates\.io|rubygems|proxy\.golang|\/simple\//i.test(line))).toEqual([])
  })
  test.each(ENUMERATIONS)('%s: %s is one of the known words', (file, column, known) => {
    expect(failing(file, row => !known.includes(row[column] ?? '?'))).toEqual([])
  })
  test.each(files.filter(file => 'sectors' in (rowsOf(file)[0] ?? {})))('%s: sectors are those of PLOVER', file => {
    expect(failing(file, row => words(row['sectors']).some(s => !SECTORS.includes(s)) || words(row['sectors']).length === 0)).toEqual([])
  })
  test.each(files.filter(file => 'latitude' in (rowsOf(file)[0] ?? {})))('%s: coordinates lie on the earth', file => {
    const off = (cell: string | undefined, limit: number): boolean => !/^-?\d+(\.\d+)?$/.test(cell ?? '') || Math.abs(Number(cell)) > limit
    expect(failing(file, row => off(row['latitude'], 90) || off(row['longitude'], 180))).toEqual([])
  })
})

describe('actors and places', () => {
  test('countries are in countries-geo.tsv', () => {
    for (const file of ['actors.tsv', 'place-admin1.tsv', ...PLACES]) expect(failing(file, row => row['country'] !== '' && !COUNTRIES.has(row['country'])), file).toEqual([])
    expect(failing('actors.tsv', row => words(row['active']).some(code => !COUNTRIES.has(code)))).toEqual([])
  })
  test('years are four digits and in order', () => {
    expect(failing('actors.tsv', row => [row['from'], row['to']].some(year => !/^(\d{4})?$/.test(year ?? '')))).toEqual([])
    expect(failing('actors.tsv', row => row['from'] !== '' && row['to'] !== '' && row['from']! > row['to']!)).toEqual([])
  })
  test('names and aliases are at least two characters', () => {
    for (const file of ['actors.tsv', ...PLACES]) expect(failing(file, row => [row['name'] ?? '', ...listCell(row['aliases'])].some(name => [...name.replace(/^(metonym|cs):/, '')].length < 2)), file).toEqual([])
  })
  test('prefixes of aliases are known, so that no other word before a colon is lost', () => {
    expect(failing('actors.tsv', row => listCell(row['aliases']).some(alias => /^[a-z]+:/.test(alias) && !/^(metonym|cs):/.test(alias)))).toEqual([])
  })
  /** Measured at 5,458 actors: 0.4 % of the names, which are what groups of two countries do call themselves (Ansar al-Islam, PTI, the National Guard). More says that one group is listed twice. */
  const SHARED = 0.006
  test(`names that two actors share are fewer than ${SHARED * 100} %`, () => {
    const owners = new Map<string, Set<string>>()
    for (const row of rowsOf('actors.tsv')) for (const alias of [row['name']!, ...listCell(row['aliases'])]) {
      const name = nameWords(alias).join(' ')
      owners.set(name, (owners.get(name) ?? new Set()).add(row['id']!))
    }
    const shared = [...owners].filter(([, ids]) => ids.size > 1)
    expect(shared.length / owners.size, shared.map(([name, ids]) => `${name}: ${[...ids].join(', ')}`).join('\n')).toBeLessThan(SHARED)
  })
})


describe('words of events', () => {
  test('the mode of a trigger is one of its type', () => {
    expect(failing('triggers.tsv', row => row['mode'] !== '' && !MODES.get(row['type'] ?? '')?.includes(row['mode'] ?? ''))).toEqual([])
  })
  test('priors are shares, conditions are of a form that the matcher reads', () => {
    expect(failing('triggers.tsv', row => !/^(0(\.\d+)?|1)$/.test(row['prior'] ?? ''))).toEqual([])
    expect(failing('triggers.tsv', row => words(row['when']).some(all => all.split('|').some(one => !CONDITION.test(one))))).toEqual([])
  })
  test('classes that conditions ask for are classes of objects.tsv or known to hasClass', () => {
    const asked = (row: Row): readonly string[] => [...row['when']!.matchAll(OF_CLASSES)].flatMap(match => match[1]!.split(','))
    expect(failing('triggers.tsv', row => asked(row).some(name => !CLASSES.has(name)))).toEqual([])
  })
  test('frames of acts ask for classes that there are, by conditions that the matcher reads', () => {
    const kinds = new Set(rowsOf('word-classes.tsv').map(row => row['class']!))
    expect(failing('act-frames.tsv', row => listCell(row['words']).some(name => !kinds.has(name)))).toEqual([])
    expect(failing('act-frames.tsv', row => words(row['when']).flatMap(all => all.split('|')).some(one => !CONDITION.test(one) || [...one.matchAll(OF_CLASSES)].flatMap(match => match[1]!.split(',')).some(name => !CLASSES.has(name))))).toEqual([])
    expect(failing('act-frames.tsv', row => row['mode'] !== '' && !MODES.get(row['type']!)!.includes(row['mode']!))).toEqual([])
    const asked = new Set([...rowsOf('act-frames.tsv'), ...rowsOf('triggers.tsv')].flatMap(row => [...listCell(row['words']), ...words(row['when']).flatMap(one => one.split('|')).flatMap(one => one.split('=')[1]?.split(',') ?? [])]))
    expect(failing('word-classes.tsv', row => !asked.has(row['class']!) && !['fire-site', 'stoppage-word', 'workplace', 'standing-participle', 'mishap', 'own-kin', 'somebody', 'abstraction', 'answerable', 'town-part', 'ailment', 'ambusher', 'amount', 'bear-load', 'bearing-arms', 'body-part', 'broken', 'civil-owner', 'festivity', 'hurting', 'injury', 'interception-sure', 'interception-word', 'interceptor', 'locality', 'looking-back', 'loss', 'naming', 'needy-word', 'objecting', 'player', 'police-word', 'protester-word', 'quarry', 'suffer', 'upkeep', 'war-verb', 'wounding'].includes(row['class']!)), 'a class that neither a frame nor the code asks for').toEqual([])
    const acts = new Set(rowsOf('act-frames.tsv').flatMap(row => listCell(row['words'])))
    expect(failing('word-classes.tsv', row => !acts.has(row['class']!) && listCell(row['words']).some(word => word.includes(' '))), 'things are known by one word, the head of what is taken').toEqual([])
  })
  test('lists of words are those that the code names, each asked for and each said what for', () => {
    expect(rowsOf('word-lists.tsv').map(row => row['list'])).toEqual([...WORD_LISTS])
    const folder = join(root, 'src', 'core'), code = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts') && !file.endsWith('word-lists.ts')).map(file => readFileSync(join(folder, file), 'utf8')).join('\n')
    expect(failing('word-lists.tsv', row => !code.includes(`'${row['list']!}'`)), 'a list that no code asks for').toEqual([])
    expect(failing('word-lists.tsv', row => row['note'] === '' || listCell(row['words']).length < 2 || new Set(listCell(row['words'])).size < listCell(row['words']).length)).toEqual([])
  })
  test('rates are of triggers that there are, and no more coded than seen', () => {
    const idOf = (kind: string, name: string, row: Row): string => `${kind}:${name}/${row['type']}${row['mode'] ? `/${row['mode']}` : ''}`
    const ids = new Set([...rowsOf('triggers.tsv').map(row => idOf('trigger', `${row['lemma']!.replaceAll(' ', '-')}/${row['pos']}`, row)), ...rowsOf('act-frames.tsv').map(row => idOf('frame', row['name']!, row))])
    expect(failing('trigger-rates.tsv', row => !ids.has(row['trigger']!) || !(Number(row['coded']) <= Number(row['seen'])))).toEqual([])
  })
  test('weights are numbers', () => {
    expect(failing('event-weights.tsv', row => !/^-?\d+(\.\d+)?$/.test(row['weight'] ?? ''))).toEqual([])
  })
  test('amounts are numbers, the least no more than the most', () => {
    expect(failing('numbers.tsv', row => [row['min'], row['max']].some(cell => !/^(\d+(\.\d+)?)?$/.test(cell ?? '')))).toEqual([])
    expect(failing('numbers.tsv', row => row['min'] !== '' && row['max'] !== '' && Number(row['min']) > Number(row['max']))).toEqual([])
    expect(failing('numbers.tsv', row => ['number', 'scale'].includes(row['kind']!) && row['min'] === ''), 'a number without a value').toEqual([])
  })
  test('dated events start on a year, month or day of the calendar', () => {
    const real = (date: string): boolean => { const time = new Date(date); return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date) }
    expect(failing('times-events.tsv', row => !/^\d{4}(-\d\d(-\d\d)?)?$/.test(row['start'] ?? '') || !real(row['start']!))).toEqual([])
  })
})
