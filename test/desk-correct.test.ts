/** Values as a person writes them: what was there comes back as it was, what is wrong is told, and every field has a form. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseTable } from '../src/core/lexicon/table.ts'
import { INCIDENT_FIELDS, type FieldValue, type IncidentField, type Participant, type Place, type Span } from '../src/core/model/index.ts'
import { draftOf, readDraft, type DraftValue } from '../src/web/correct/drafts.ts'
import { modesOf } from '../src/web/correct/modes.ts'

const words: readonly Span[] = [{ start: 3, end: 9, exact: 'twelve' }]
const navy: Participant = { name: 'Navy', entity: 'ir-navy', country: 'IR', sectors: ['MIL'], labels: ['regime'], evidence: words }
const kirkuk: Place = { name: 'Kirkuk', country: 'IQ', admin1: 'Kirkuk', latitude: 35.47, longitude: 44.39, precision: 'town', gazetteer: 'geonames:94787', evidence: words }
const VALUES: Readonly<Record<IncidentField, FieldValue>> = {
  occurrence: false, type: 'ASSAULT', mode: 'drone', status: 'occurred', actors: [navy], recipients: [navy], place: kirkuk, date: { edtf: '2024-02-28/2024-03-01', start: '2024-02-28', end: '2024-03-01', stated: true, evidence: words },
  killed: { min: 12, max: null, of: 'civilians', evidence: words }, injured: { min: null, max: 4, of: null, evidence: words }, attackersKilled: { min: 2, max: 2, of: null, evidence: words }, detained: { min: 1, max: 3, of: null, evidence: words }, weapons: ['rifles', 'a drone'], count: { min: 9, max: 9, of: 'rockets', evidence: words },
}

test.each(INCIDENT_FIELDS)('the form of %s, left as it was, gives the same value', field => {
  expect(readDraft(field, draftOf(field, VALUES[field]), VALUES[field], words)).toEqual({ value: VALUES[field] })
})
test.each(INCIDENT_FIELDS.filter(f => !['occurrence', 'type', 'status'].includes(f)))('an empty form of %s says that nothing is known', field => {
  const empty = Object.fromEntries(Object.keys(draftOf(field, null)).map(name => [name, '']))
  expect(readDraft(field, empty, VALUES[field], words)).toEqual({ value: ['actors', 'recipients', 'weapons'].includes(field) ? [] : null })
})

describe('what is wrong is told', () => {
  test.each<readonly [IncidentField, DraftValue]>([['killed', { min: '12', max: '9' }], ['killed', { min: 'dozens' }], ['killed', { min: '-3' }], ['date', { value: 'Friday' }], ['date', { value: '2024-02-30' }], ['date', { value: '2024-03-02/2024-03-01' }], ['place', { name: 'Kirkuk', country: 'Iraq' }], ['place', { name: 'Kirkuk', latitude: '95', longitude: '4' }], ['place', { name: 'Kirkuk', latitude: '35' }], ['type', { value: '' }]])('%s %j', (field, draft) => {
    expect(readDraft(field, draft, null, [])).toHaveProperty('wrong')
  })
})

test('a month has its days', () => {
  expect(readDraft('date', { value: '2024-02' }, null, [])).toMatchObject({ value: { start: '2024-02-01', end: '2024-02-29' } })
})
test('a new name is nobody of the registry, an old one stays who it was', () => {
  expect(readDraft('actors', { value: 'Navy; coast guard' }, [navy], words)).toMatchObject({ value: [{ name: 'Navy', entity: 'ir-navy' }, { name: 'coast guard', entity: null, evidence: words }] })
})
test('a place that was moved loses its entry', () => {
  expect(readDraft('place', { ...draftOf('place', kirkuk), latitude: '36', longitude: '44', gazetteer: '' }, kirkuk, [])).toMatchObject({ value: { latitude: 36, gazetteer: null, evidence: words } })
})
test('every mode that the engine gives can be chosen', () => {
  const rows = parseTable(readFileSync(join(import.meta.dirname, '..', 'data', 'triggers.tsv'), 'utf8'))
  for (const { type = '', mode = '' } of rows) if (mode !== '') expect(modesOf(type), `${type} ${mode}`).toContain(mode)
})

test('chosen words suggest a value', async () => {
  const { suggestedFor } = await import('../src/web/views/report/fields.ts'), { analyse } = await import('../src/index.ts')
  const event = analyse({ id: 'r', published: '2024-01-20', text: 'Gunmen killed two soldiers near Mosul on Friday.' }).events[0]!
  const words = (exact: string): readonly Span[] => [{ start: 0, end: exact.length, exact }]
  expect(suggestedFor('killed', words('at least 12 civilians'), event)).toEqual({ min: '12', max: '', of: 'civilians' })
  expect(suggestedFor('killed', words('up to three'), event)).toEqual({ min: '', max: '3', of: '' })
  expect(suggestedFor('killed', words('many'), event)).toEqual({ min: '2', max: '2', of: 'soldiers' })
  expect(suggestedFor('recipients', words('two\nsoldiers'), event)).toEqual({ value: 'two soldiers' })
  expect(suggestedFor('place', words('Tel Afar'), event)).toMatchObject({ name: 'Tel Afar', gazetteer: '' })
})
