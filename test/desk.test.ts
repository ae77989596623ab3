/** The pure parts of the desk: filters in addresses, keys, words of codes, text that is safe to show. */
import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { UPLOAD_KINDS } from '../src/ingest/index.ts'
import { INCIDENT_QUERY, operatorsOf } from '../src/store/index.ts'
import { chipsOf, choose, chosenOf, FILTERS, filtersOf, isFilter, parseSearch, stringifySearch, toggle, withoutFilters, withValue } from '../src/web/filters/search.ts'
import { kindName, sayCount, sayDays, sayValue, sectorName } from '../src/web/filters/words.ts'
import { chosenKeys, clashesOf, keyCaps, pressOf, readKeySettings } from '../src/web/keys/chosen.ts'
import { goKey, KEYS } from '../src/web/keys/declared.ts'
import { columnNames, columnsOf, lineOf, nextSort, tsvOf } from '../src/web/views/table/line.ts'
import { idsParameter, type Source, type Upload } from '../src/web/api/intake.ts'
import { KINDS } from '../src/web/intake/kinds.ts'
import { sayAgo } from '../src/web/text/ago.ts'
import { healthOf, sayFollowed, sayUpload } from '../src/web/views/sources/words.ts'
import { passageOf } from '../src/web/text/passage.ts'
import { oneLine, safeAddress, stretchesOf } from '../src/web/text/safe.ts'

describe('filters stand in the address as the interface takes them', () => {
  test('every filter is a field of the interface, and every field of the interface is kept', () => {
    for (const { field, kind } of FILTERS) {
      expect(Object.keys(INCIDENT_QUERY)).toContain(field)
      if (kind === 'values') expect(INCIDENT_QUERY[field]!.facet, field).toBe(true)
      if (kind === 'days' || kind === 'numbers') expect(operatorsOf(INCIDENT_QUERY[field]!)).toEqual(expect.arrayContaining(['gte', 'lte']))
    }
    for (const field of Object.keys(INCIDENT_QUERY)) expect(isFilter(field), field).toBe(true)
  })

  test('reading what was written gives the same, and equal questions have equal addresses', () => {
    fc.assert(fc.property(fc.dictionary(fc.stringMatching(/^[a-z_]{1,12}$/), fc.string({ minLength: 1, unit: 'binary' }).filter(s => s.isWellFormed())), search => {
      expect(parseSearch(stringifySearch(search))).toEqual({ ...search })
      expect(stringifySearch(Object.fromEntries(Object.entries(search).toReversed()))).toBe(stringifySearch(search))
    }))
    expect(stringifySearch({ type__in: 'ASSAULT,COERCE', date__gte: '2024-01-01', text: '' })).toBe('?date__gte=2024-01-01&type__in=ASSAULT,COERCE')
  })

  test('values are chosen and given up one by one', () => {
    const one = toggle({}, 'type', 'ASSAULT'), two = toggle(one, 'type', 'COERCE')
    expect(one).toEqual({ type: 'ASSAULT' })
    expect(two).toEqual({ type__in: 'ASSAULT,COERCE' })
    expect(chosenOf(two, 'type')).toEqual(['ASSAULT', 'COERCE'])
    expect(toggle(two, 'type', 'ASSAULT')).toEqual({ type: 'COERCE' })
    expect(toggle(toggle(two, 'type', 'ASSAULT'), 'type', 'COERCE')).toEqual({})
    expect(choose({ actor__in: 'a,b' }, 'actor', ['a', 'Army, the'])).toEqual({ actor: 'Army, the' })
  })

  test('what is of the view alone is not asked of the interface, and stays when filters go', () => {
    const search = { type: 'ASSAULT', killed__gte: '3', _asof: '12', open: 'i-1', columns: 'date,type', _sort: '-killed' }
    expect(filtersOf(search)).toEqual({ type: 'ASSAULT', killed__gte: '3', _asof: '12' })
    expect(withoutFilters(search)).toEqual({ open: 'i-1', columns: 'date,type', _sort: '-killed' })
    expect(withValue({ a: '1' }, 'a', '')).toEqual({})
  })

  test('chips say field, operator and values', () => {
    expect(chipsOf({ country__in: 'NG,NE', killed__gte: '10', open: 'x' }).map(c => [c.title, c.operator, c.values])).toEqual([['Country', ':', ['NG', 'NE']], ['Killed', 'from', ['10']]])
  })
})

test('codes are said in words', () => {
  expect([sayValue('type', 'ASSAULT'), sayValue('mode', 'heavy-weapons'), sayValue('country', 'NG'), sayValue('country', 'XYZ'), sayValue('disputed', true), sayValue('disputed', 'false'), sayValue('place', null)]).toEqual(['Assault', 'heavy weapons', 'Nigeria', 'XYZ', 'disputed', 'undisputed', 'not known'])
  expect([sectorName('REB'), sectorName('XYZ'), kindName('PPLA'), kindName('PPLA2'), kindName('PPL'), kindName('ADM1'), kindName('police-station')]).toEqual(['rebels', 'XYZ', 'a seat of a province', 'a seat of a district', 'a town or village', 'a province', 'police station'])
  expect([sayDays('2023-03-13'), sayDays('2023-03-12', '2023-03-14'), sayDays(null), sayDays('no day'), sayDays('2023-03-12', 'no day')].map(d => d.replace(/\s/gu, ' '))).toEqual(['13 Mar 2023', '12 – 14 Mar 2023', 'no date', 'no day', '2023-03-12 – no day'])
  expect([{ min: 4, max: 4 }, { min: 10, max: 14 }, { min: 1200, max: null }, { min: null, max: 9 }, { min: null, max: null }, null].map(sayCount)).toEqual(['4', '10–14', 'at least 1,200', 'at most 9', '', ''])
})

describe('keys', () => {
  const all = [...KEYS, goKey('map', 'm', 'Map'), goKey('table', 't', 'Table')]

  test('none stands for two things, and ids are one of a kind', () => {
    expect([...clashesOf(all)]).toEqual([])
    expect(new Set(all.map(k => k.id)).size).toBe(all.length)
  })

  test('a change that clashes is told', () => {
    const chosen = chosenKeys(all, { on: true, changed: { accept: 'x', next: 'g' } })
    expect([...clashesOf(chosen)].sort()).toEqual(['accept', 'go-map', 'go-table', 'next', 'reject'])
  })

  test('what was kept is read, and nonsense is not', () => {
    expect(readKeySettings('{"on":false,"changed":{"accept":"y","next":3}}')).toEqual({ on: false, changed: { accept: 'y' } })
    for (const kept of [null, '', '7', 'null', '{', '[]', '{"changed":null}']) expect(readKeySettings(kept)).toEqual({ on: true, changed: {} })
  })

  test('caps are what stands on the keys', () => {
    expect(keyCaps('$mod+k')).toEqual(['Ctrl', 'K'])
    expect(keyCaps('$mod+k', true)).toEqual(['⌘', 'K'])
    expect(keyCaps('Shift+?')).toEqual(['?'])
    expect(keyCaps('[Shift]+/')).toEqual(['/'])
    expect(keyCaps('g m')).toEqual(['g', 'm'])
  })

  test('a press becomes the notation of the list', () => {
    const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
    expect(pressOf({ ...plain, key: 'Q' })).toBe('q')
    expect(pressOf({ ...plain, key: '?', shiftKey: true })).toBe('Shift+?')
    expect(pressOf({ ...plain, key: 'p', ctrlKey: true })).toBe('$mod+p')
    expect(pressOf({ ...plain, key: 'Shift', shiftKey: true })).toBeNull()
  })
})

describe('text of reports', () => {
  test('steering characters are shown by their code, everything else as it is', () => {
    expect(stretchesOf('a\u202Eb')).toEqual([{ text: 'a', bare: false }, { text: 'U+202E', bare: true }, { text: 'b', bare: false }])
    expect(stretchesOf('')).toEqual([{ text: '', bare: false }])
    expect(stretchesOf('<script>')).toEqual([{ text: '<script>', bare: false }])
    expect(stretchesOf('سلام\u2067')[1]).toEqual({ text: 'U+2067', bare: true })
    expect(stretchesOf('tag\u{E0041}')[1]).toEqual({ text: 'U+E0041', bare: true })
  })

  test('no plain stretch holds one, whatever comes', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => {
      for (const { text: part, bare } of stretchesOf(text)) if (!bare) expect(part).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
    }))
  })

  test('an endless line is cut, and no pair of surrogates in two', () => {
    expect(oneLine('x'.repeat(1_000_000))).toHaveLength(300)
    expect(oneLine(`${'x'.repeat(298)}😀 and more`)).toBe(`${'x'.repeat(298)}…`)
    expect(oneLine('a\n\tb\u202E')).toBe('a b\ufffd')
  })

  test('only web addresses become links', () => {
    expect(safeAddress('https://news.example/a')).toBe('https://news.example/a')
    for (const bad of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'no address', null]) expect(safeAddress(bad)).toBeNull()
  })

  test('a passage is the sentence around the words', () => {
    const text = 'First here. Gunmen killed 14 people, police said. Then more.'
    const at = text.indexOf('killed'), { parts, before, after } = passageOf(text, [{ start: at, end: at + 9 }])
    expect(parts).toEqual([{ text: 'Gunmen ', marked: false }, { text: 'killed 14', marked: true }, { text: ' people, police said.', marked: false }])
    expect([before, after]).toEqual([true, true])
    expect(passageOf(text, [{ start: 50, end: 500 }]).parts).toEqual([])
  })

  test('a passage is always of the text, with every mark in it', () => {
    fc.assert(fc.property(fc.lorem({ maxCount: 60, mode: 'sentences' }), fc.array(fc.tuple(fc.nat(800), fc.integer({ min: 1, max: 40 })), { minLength: 1, maxLength: 4 }), (text, pairs) => {
      const marks = pairs.map(([start, length]) => ({ start, end: start + length })), { parts } = passageOf(text, marks)
      expect(text).toContain(parts.map(p => p.text).join(''))
      for (const { start, end } of marks) if (end <= text.length) expect(parts.map(p => p.text).join('')).toContain(text.slice(start, end))
    }))
  })
})

describe('the table', () => {
  const incident = { id: 'i-1', members: [{ document: 'd', event: 'e1' }, { document: 'd', event: 'e2' }], type: 'ASSAULT', mode: null, status: 'occurred', actors: [{ name: '=cmd()\tx' }], recipients: [], places: [{ name: 'Helmand', admin1: 'Helmand', country: 'AF', precision: 'province' }], date: { start: '2024-06-01', end: '2024-06-01' }, killed: { min: 7, max: null }, injured: null, grade: 'weak', disputed: true, independent: 1, confidence: 0.876, weapons: [], summary: 's', fields: [] }
  const line = lineOf({ incident, since: 1, until: null, at: '' } as never)

  test('a line holds the words of its cells, and the event by which decisions name it', () => {
    expect(line).toMatchObject({ id: 'i-1', anchor: { document: 'd', event: 'e1' }, date: '1 Jun 2024', place: 'Helmand, Afghanistan', precision: 'province', killed: '≥ 7', injured: '', reports: 1 })
  })

  test('copied lines are cells of a spreadsheet, and never a formula', () => {
    expect(tsvOf([line], columnsOf('type,actors,grade'))).toBe("What\tWho\tGrade\nAssault\t'=cmd() x\tweak, disputed")
  })

  test('columns stand in the address, and nonsense gives the usual ones', () => {
    expect(columnsOf('killed,date,nonsense').map(c => c.name)).toEqual(['date', 'killed'])
    expect(columnsOf('nonsense')).toEqual(columnsOf(undefined))
    expect(columnNames(columnsOf(undefined))).toBeNull()
    expect(columnNames(columnsOf('killed,date'))).toBe('date,killed')
  })

  test('sorting goes greatest, least, usual', () => {
    expect([nextSort('-date', 'killed'), nextSort('-killed', 'killed'), nextSort('killed', 'killed')]).toEqual(['-killed', 'killed', null])
  })
})

describe('taking in', () => {
  test('every kind of file that the server takes is told of, and no other', () => {
    expect(KINDS.flatMap(k => k.ends).toSorted()).toEqual([...UPLOAD_KINDS].toSorted())
  })

  test('what came of a file is said in one line', () => {
    const none = { added: 0, known: 0, copy: 0, revised: 0, deleted: 0 }, upload = (change: Partial<Upload>): Upload => ({ name: 'a.ndjson', read: 0, outcomes: none, aside: 0, failed: 0, documents: [], refused: [], links: 0, feeds: 0, ...change })
    expect(sayUpload(upload({ outcomes: { ...none, added: 5, known: 1, copy: 2 }, aside: 1, failed: 3 }))).toBe('4 taken in, 1 known already, 2 copies of known reports, 1 set aside, 3 refused')
    expect(sayUpload(upload({ links: 1, feeds: 2 }))).toBe('1 page to fetch, 2 feeds added')
    expect(sayUpload(upload({}))).toBe('Nothing in it could be taken in')
    expect(sayFollowed({ address: null, outcome: 'failed', added: 0, message: 'It answered 503.' })).toBe('It answered 503.')
    expect(sayFollowed({ address: null, outcome: 'taken', added: 1, message: null })).toBe('1 new report from the feed.')
  })

  test('a source that failed is failing, even when it is paused', () => {
    const source: Source = { address: 'https://a.example/', kind: 'feed', title: null, enabled: true, added: '', etag: null, lastModified: null, checked: null, succeeded: null, failures: 0, error: null, position: null }
    expect([source, { ...source, checked: '2024-01-01T00:00:00Z' }, { ...source, enabled: false }, { ...source, enabled: false, failures: 2 }].map(healthOf)).toEqual(['new', 'followed', 'paused', 'failing'])
  })

  test('ids fit an address, and one with a comma is left out', () => {
    expect(idsParameter(['a', 'b,c', 'd'])).toBe('a,d')
    expect(idsParameter(Array.from({ length: 5000 }, (_, k) => `report-${k}`)).length).toBeLessThan(3100)
  })

  test('moments are told from now', () => {
    const now = Date.parse('2024-03-05T12:00:00Z')
    expect(['2024-03-05T11:59:58Z', '2024-03-05T11:57:00Z', '2024-03-04T12:00:00Z', '2023-03-05T12:00:00Z', 'never'].map(m => sayAgo(m, now))).toEqual(['just now', '3 minutes ago', 'yesterday', 'last year', 'never'])
  })
})
