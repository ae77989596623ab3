/** Review over HTTP: tasks with what is needed to decide them, batches that hide answers, agreement. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore, type Role, type Store } from '../src/store/index.ts'
import { apiOver, askOf, tokensOf, type Ask } from './api/client.ts'
import { analysis, event, IZMAIL, side, span } from './store/made.ts'

const folder = mkdtempSync(join(tmpdir(), 'casus-api-tasks-'))
let store: Store, tokens: Readonly<Record<Role, string>>, ask: Ask
const RIDGE = side('Ridge Army', 'ridge')
const TEXTS = { a: 'Guns shelled the bazaar in Kirkuk on Saturday, killing three.', b: 'Kirkuk: forty people died when guns shelled the bazaar.', c: 'Ships shelled Izmail on Thursday. A warehouse was hit.', d: 'Izmail was shelled by somebody on Friday.' } as const

beforeAll(async () => {
  store = await openStore(join(folder, 'dataset.casus'))
  tokens = await tokensOf(store)
  ask = askOf(apiOver(store))
  await store.documents.add(Object.entries(TEXTS).map(([id, text]) => ({ id, text, publisher: `Paper ${id}`, published: '2024-01-21' })))
  await store.analyses.put([
    analysis('a', TEXTS.a, [{ ...event('e1', { killed: [3, 3], actors: [RIDGE] }), mentions: [span('shelled', 5)] }]), analysis('b', TEXTS.b, [{ ...event('e1', { killed: [40, 40], actors: [RIDGE] }), mentions: [span('shelled', 37)] }]),
    analysis('c', TEXTS.c, [{ ...event('e1', { where: IZMAIL, mode: 'explosives', day: '2024-02-01', actors: [side('Fleet')] }), mentions: [span('shelled', 6)] }]), analysis('d', TEXTS.d, [{ ...event('e1', { where: IZMAIL, mode: 'explosives', day: '2024-02-02' }), mentions: [span('shelled', 11)] }]),
  ], new Map([['c', [{ type: 'ASSAULT', span: span('hit', 50), confidence: 0.4 }]]]))
  await store.incidents.refresh()
  await store.tasks.refresh()
})
afterAll(async () => { await store.close(); rmSync(folder, { recursive: true }) })

describe('tasks', () => {
  test('come with their incident, the sentence and, of a pair, the reasons', async () => {
    const { rows } = (await ask('/tasks', { token: tokens.coder })).json, field = rows.find((t: { field: string | null }) => t.field === 'killed'), pair = rows.find((t: { kind: string; document: string }) => t.kind === 'pair' && t.document === 'c'), missed = rows.find((t: { kind: string }) => t.kind === 'missed')
    expect(field.incidents[0].fields.find((f: { field: string }) => f.field === 'killed').values).toHaveLength(2)
    expect(field.told).toMatchObject([{ document: 'a', publisher: 'Paper a', sentence: { start: 0, text: TEXTS.a } }])
    expect(pair).toMatchObject({ body: { a: { document: 'c' }, b: { document: 'd' } }, told: [{ document: 'c' }, { document: 'd' }] })
    expect(pair.pair.reasons.map((r: { feature: string }) => r.feature)).toContain('place-same')
    expect(missed.told).toMatchObject([{ sentence: { start: 34, text: 'A warehouse was hit.' } }])
    expect((await ask(`/tasks/${encodeURIComponent(pair.id)}`, { token: tokens.coder })).json).toEqual(pair)
    expect((await ask('/tasks?kind=missed&_size=1', { token: tokens.coder })).json.rows).toHaveLength(1)
  })
  test('are decided, and gone at once; undone, they are back', async () => {
    const queue = async (): Promise<readonly string[]> => (await ask('/tasks', { token: tokens.coder })).json.rows.map((t: { id: string }) => t.id), [pair] = (await ask('/tasks?kind=pair', { token: tokens.coder })).json.rows
    const [kept] = (await ask('/decisions', { method: 'POST', token: tokens.coder, body: { decisions: [{ kind: 'split', a: pair.body.a, b: pair.body.b }] } })).json
    expect(await queue()).not.toContain(pair.id)
    await ask('/decisions', { method: 'POST', token: tokens.coder, body: { decisions: [{ kind: 'undo', decision: kept.id }] } })
    expect(await queue()).toContain(pair.id)
  })
  test('what was missed is coded by a person, and enters incidents; undone, it is asked again', async () => {
    const place = { name: 'Izmail', country: 'UA', admin1: null, latitude: null, longitude: null, precision: 'town', gazetteer: null, evidence: [] }, side = { name: 'Russian Navy', entity: null, country: null, sectors: [], labels: [], evidence: [] }
    const missed = async (): Promise<number> => (await ask('/tasks?kind=missed', { token: tokens.coder })).json.rows.length, add = (coded: object) => ask('/decisions', { method: 'POST', token: tokens.coder, body: { decisions: [{ kind: 'add', event: { document: 'c' }, coded }] } })
    expect((await add({ type: 'ASSAULT', mentions: [span('hut', 50)] })).json.error.code).toBe('decision-invalid')
    expect((await add({ type: 'ASSAULT', mentions: [] })).json.error.code).toBe('body-invalid')
    const { json: [kept] } = await add({ type: 'ASSAULT', mode: 'heavy-weapons', mentions: [span('hit', 50)], places: [place], actors: [side], addedBy: 'somebody else', claims: [] })
    expect(kept).toMatchObject({ kind: 'add', by: 'coder', event: { document: 'c', event: expect.stringMatching(/^p-/) as string } })
    expect(kept.coded.places[0]).toMatchObject({ gazetteer: expect.stringMatching(/^geonames:/) as string, admin1: 'Odesa', latitude: expect.closeTo(45.35, 1) as number })
    expect(kept.coded.actors[0].country).toBe('RU')
    const { rows: [{ incident }] } = (await ask(`/incidents?document=c&mode=heavy-weapons`)).json
    expect(incident.fields[0].values[0].testimonies[0]).toMatchObject({ document: 'c', addedBy: 'coder' })
    for (const path of ['/documents/c/analysis', '/analyses']) expect(JSON.stringify((await ask(path)).json)).toContain('"addedBy":"coder"')
    expect(await missed()).toBe(0)
    await ask('/decisions', { method: 'POST', token: tokens.coder, body: { decisions: [{ kind: 'undo', decision: kept.id }] } })
    expect(await missed()).toBe(1)
    expect((await ask('/incidents?document=c&mode=heavy-weapons')).json.rows).toEqual([])
  })
  test('are skipped and answered', async () => {
    const [{ id }] = (await ask('/tasks?kind=missed', { token: tokens.coder })).json.rows, at = `/tasks/${encodeURIComponent(id)}`
    expect((await ask(`${at}/skip`, { method: 'POST', token: tokens.coder })).json).toEqual({ skipped: id, gone: false })
    expect((await ask('/tasks?kind=missed', { token: tokens.coder })).json.rows).toEqual([])
    expect((await ask('/tasks?kind=missed', { token: tokens.editor })).json.rows).toHaveLength(1)
    await ask(`${at}/skip`, { method: 'DELETE', token: tokens.coder })
    expect((await ask(`${at}/answer`, { method: 'POST', token: tokens.coder, body: { answer: 'maybe' } })).json.error.code).toBe('body-invalid')
    expect((await ask(`${at}/answer`, { method: 'POST', token: tokens.coder, body: { answer: 'event' } })).status).toBe(200)
    expect((await ask(at, { token: tokens.coder })).json.error.code).toBe('task-unknown')
    expect((await ask(`${at}/skip`, { method: 'POST', token: tokens.coder })).json, 'skipping what is gone').toEqual({ skipped: id, gone: true })
    await ask(`${at}/answer`, { method: 'POST', token: tokens.coder, body: { answer: 'open' } })
    expect((await ask(at, { token: tokens.coder })).status).toBe(200)
  })
})

test('a batch is blind until both have submitted; then it is compared and closed', async () => {
  for (const name of ['ben', 'cleo']) await store.access.putUser(name, 'coder')
  const [ben, cleo] = await Promise.all(['ben', 'cleo'].map(async name => (await store.access.createToken(name)).secret)) as [string, string]
  expect((await ask('/coders', { token: tokens.editor })).json.rows.map((r: { name: string }) => r.name)).toEqual(expect.arrayContaining(['ben', 'cleo', 'editor']))
  expect((await ask('/coders', { token: ben })).json.error.code).toBe('role-too-low')
  expect((await ask('/batches', { method: 'POST', token: tokens.editor, body: { title: 'All', coders: ['ben', 'nobody'], size: 10 } })).json.error).toMatchObject({ code: 'user-unknown', message: expect.stringContaining('cleo') as string })
  const { id, size } = (await ask('/batches', { method: 'POST', token: tokens.editor, body: { title: 'All', coders: ['ben', 'cleo'], size: 10 } })).json, at = `/batches/${id}`
  const { tasks } = (await ask(at, { token: ben })).json, named: readonly string[] = tasks.map((t: { task: { id: string } }) => t.task.id)
  expect(named).toHaveLength(size)
  for (const task of named) for (const [token, choice] of [[ben, 'yes'], [cleo, task === named[0] ? 'no' : 'yes']] as const) expect((await ask(`${at}/answers`, { method: 'PUT', token, body: { task, choice } })).status).toBe(200)
  expect((await ask(at, { token: cleo })).json.tasks[0].answers).toEqual({ cleo: { choice: 'no', decisions: [], note: null } })
  expect((await ask(at, { token: tokens.admin })).json.tasks[0].answers).toEqual({})
  expect((await ask('/agreement', { token: tokens.editor })).json.fields).toEqual([])
  for (const token of [ben, cleo]) await ask(`${at}/submit`, { method: 'POST', token })
  expect(Object.keys((await ask(at, { token: cleo })).json.tasks[0].answers)).toEqual(['ben', 'cleo'])
  const { fields, pace, batches } = (await ask('/agreement', { token: tokens.editor })).json
  expect(fields.reduce((n: number, f: { n: number }) => n + f.n, 0)).toBe(size)
  expect(fields.some((f: { observed: number }) => f.observed < 1)).toBe(true)
  expect(pace.map((p: { by: string }) => p.by)).toEqual(expect.arrayContaining(['ben', 'cleo']))
  expect(batches).toEqual({ submitted: 1 })
  expect((await ask(`${at}/adjudication`, { method: 'POST', token: ben, body: { decisions: [] } })).json.error.code).toBe('role-too-low')
  expect((await ask(`${at}/adjudication`, { method: 'POST', token: tokens.editor, body: { decisions: [{ kind: 'accept', event: { document: 'a', event: 'e1' } }], none: named.filter(n => n.startsWith('m:')), reason: 'agreed' } })).json.state).toBe('adjudicated')
  expect((await store.tasks.answers()).at(-1)).toMatchObject({ by: 'editor', answer: 'none', note: 'agreed' })
  expect((await ask('/decisions/lost')).json.rows).toEqual([])
  expect((await ask('/decisions?reason=x', { token: tokens.editor })).status).toBe(400)
  expect((await ask('/decisions?kind=accept')).json.rows).toMatchObject([{ by: 'editor', reason: 'agreed' }])
  expect((await ask('/agreement?since=soon', { token: tokens.editor })).json.error.field).toBe('since')
})
