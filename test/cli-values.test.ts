/** Values as people type them on the command line. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { valueTyped } from '../src/cli/by-hand.ts'
import { eventNamed } from '../src/cli/event-name.ts'
import { fitsField } from '../src/core/incidents/index.ts'
import type { IncidentField } from '../src/core/model/index.ts'
import { openStore, type Store } from '../src/store/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'casus-cli-values-'))
let store: Store
beforeAll(async () => { store = await openStore(join(folder, 'a.casus')) })
afterAll(async () => { await store.close(); rmSync(folder, { recursive: true, force: true }) })

const figure = (min: number | null, max: number | null): object => ({ min, max, of: null, evidence: [] })
test.each<readonly [IncidentField, string, unknown]>([
  ['date', '2023-04-02/2023-04-03', { edtf: '2023-04-02/2023-04-03', start: '2023-04-02', end: '2023-04-03', stated: true, evidence: [] }], ['date', '2024-02', expect.objectContaining({ end: '2024-02-29' })],
  ['actors', 'Boko Haram; the Zandari Lions', [expect.objectContaining({ name: 'Boko Haram', entity: expect.any(String) as string }), expect.objectContaining({ name: 'the Zandari Lions', entity: null })]],
  ['recipients', '[{"name":"herders"}]', [{ name: 'herders', entity: null, country: null, sectors: [], labels: [], evidence: [] }]],
  ['place', 'Maiduguri', expect.objectContaining({ name: 'Maiduguri', country: 'NG', latitude: expect.any(Number) as number })], ['place', 'Gidan Nowhere', expect.objectContaining({ name: 'Gidan Nowhere', latitude: null })],
  ['weapons', 'rifles; knives', ['rifles', 'knives']], ['occurrence', 'no', false], ['type', 'protest', 'PROTEST'], ['mode', 'firearms', 'firearms'], ['status', 'attempted', 'attempted'],
  ['killed', '3', figure(3, 3)], ['killed', '3-5', figure(3, 5)], ['injured', '3-', figure(3, null)], ['count', '-500', figure(null, 500)], ['detained', '{"min":2,"max":null}', figure(2, null)], ['injured', 'unknown', null], ['place', 'null', null],
])('%s %s', async (field, text, value) => {
  const read = await valueTyped(store, field, text)
  expect(read).toEqual(value)
  expect(fitsField(field, read)).toBe(true)
})

describe('what a field cannot have', () => {
  test.each<readonly [IncidentField, string]>([['killed', 'many'], ['date', 'Monday'], ['date', '2023-02-29'], ['occurrence', 'maybe'], ['actors', '[{']])('%s %s is refused', async (field, text) => { await expect(valueTyped(store, field, text)).rejects.toMatchObject({ name: 'CliError' }) })
  test.each<readonly [IncidentField, string]>([['killed', '9-3'], ['type', 'MURDER'], ['status', 'perhaps'], ['actors', '[{"who":1}]'], ['place', '{"name":"Gao","precision":"street"}'], ['weapons', '"rifles"'], ['date', '"2024-01-02"']])('%s %s does not fit', async (field, text) => { expect(fitsField(field, await valueTyped(store, field, text))).toBe(false) })
})

test.each([['wire-17/e1', 'wire-17', 'e1'], ['in/a.txt/e2', 'in/a.txt', 'e2'], ['dai:ly:e1', 'dai:ly', 'e1'], ['https://a.example/1:e3', 'https://a.example/1', 'e3']])('%s names an event', (name, document, event) => { expect(eventNamed(name)).toEqual({ document, event }) })
test.each(['wire', '/e1', 'wire/'])('%s names none', name => { expect(() => eventNamed(name)).toThrow('names no event') })
