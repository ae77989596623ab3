/** The pure parts of the desk's incident: the matrix of claims, places in the address. */
import { describe, expect, test } from 'vitest'
import { withDays } from '../src/web/filters/words.ts'
import { sentencesAround } from '../src/web/text/passage.ts'
import { choosing, historyOf, matrixOf, placeFrom, placesOf, placeText } from '../src/web/views/incident/matrix.ts'
import { around } from '../src/web/views/incident/nearby.ts'
import { FIELD_TITLES, sayField } from '../src/web/views/incident/said.ts'

test.each([[['2025-11-08', '2025-11-08', '2025-11-08'], '8 Nov 2025'], [['2025-11-08', null, '2025-11-08/..'], 'since 8 Nov 2025'], [[null, '2025-11-08', '../2025-11-08'], 'until 8 Nov 2025'], [['2025-11-08', '2025-11-08', '2025-11-08~'], 'about 8 Nov 2025'], [[null, null, '199X'], '199X']] as const)('times that differ are told apart: %j', ([start, end, edtf], says) => {
  expect(sayField('date', { start, end, edtf, stated: true, evidence: [] })).toBe(says)
})
test('days in a sentence of the machine are said in words', () => { expect(withDays('The latest count, of 2018-02-12; 2 voices.')).toBe('The latest count, of 12 Feb 2018; 2 voices.') })

describe('an incident as a matrix', () => {
  const said = (document: string, speaker: string | null, more: object = {}): object => ({ document, event: 'e1', publisher: `${document} Post`, published: '2024-02-11', speaker, entity: null, stance: 'reports', about: 'killed', evidence: [{ start: 0, end: 2, exact: '14' }], copyOf: null, ...more })
  const quantity = (min: number): object => ({ min, max: min, of: null, evidence: [] })
  const incident = { id: 'i-1', members: [{ document: 'a', event: 'e1' }], grade: 'contested', places: [{ country: 'NG' }], date: { start: '2024-02-10', end: '2024-02-10' }, fields: [
    { field: 'killed', chosen: 1, corrected: null, rule: 'r', why: 'w', disputed: true, values: [
      { value: quantity(14), testimonies: [said('b', 'police'), said('c', null, { copyOf: 'x', published: '2024-02-12' }), said('d', null, { copyOf: 'x', published: '2024-02-12' })] },
      { value: quantity(23), testimonies: [said('a', 'residents'), said('a', 'army', { stance: 'denies' })] },
    ] },
  ] } as never

  test('a column a voice, in the order of time, copies together', () => {
    const { claimants, rows } = matrixOf(incident)
    expect(claimants.map(c => [c.document, c.speaker, c.copies])).toEqual([['a', 'army', 0], ['a', 'residents', 0], ['b', 'police', 0], ['c', null, 1]])
    expect(rows[0]!.cells.get(claimants[0]!.key)!.map(s => [s.value, s.testimony.stance])).toEqual([[1, 'denies']])
  })

  test('a cell is named in the address and found again; nonsense names none', () => {
    expect(placesOf(incident).map(placeText)).toEqual(['killed.0.0', 'killed.0.1', 'killed.0.2', 'killed.1.0', 'killed.1.1'])
    expect(placeFrom('killed.1.0', incident)?.said.speaker).toBe('residents')
    for (const bad of [undefined, '', 'killed', 'killed.9.0', 'killed.0.99', 'nothing.0.0', 'killed.-1.0']) expect(placeFrom(bad, incident)).toBeNull()
  })

  test('choosing accepts what a report says itself, and writes down what only others say', () => {
    const reading = matrixOf(incident).rows[0]!.reading
    expect(choosing(reading, 0)).toEqual({ kind: 'accept', event: { document: 'c', event: 'e1' }, field: 'killed' })
    expect(choosing(reading, 1)).toMatchObject({ kind: 'correct', event: { document: 'a', event: 'e1' }, field: 'killed', value: { min: 23 } })
    expect(choosing(reading, 7)).toBeNull()
  })

  test('history says what changed between readings', () => {
    const before = { ...(incident as object), grade: 'weak', fields: [] } as never
    expect(historyOf([{ incident, since: 9, at: 't2' }, { incident: before, since: 4, at: 't1' }], { titles: FIELD_TITLES, say: sayField }).map(s => s.changes)).toEqual([['Killed: nothing → 23', 'grade: weak → contested'], ['First read']])
  })

  test('others are looked for near it', () => {
    expect(around(incident, 3)).toEqual({ date__gte: '2024-02-07', date__lte: '2024-02-13', country: 'NG' })
    expect(around({ places: [], date: null } as never, 3)).toEqual({})
  })
})

test('sentences around words', () => {
  const text = 'One two. Three four. Five six.', mark = (word: string): { start: number; end: number } => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length })
  expect(sentencesAround(text, [mark('four'), mark('One')]).map(s => text.slice(s.start, s.end))).toEqual(['One two.', 'Three four.'])
})
