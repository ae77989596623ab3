/** openapi.json is valid, names every route with every parameter, and describes the answers that are given. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apiReference } from '../src/api/reference.ts'
import { parametersOf } from '../src/api/parameters.ts'
import { fullPath, ROUTES } from '../src/api/routes.ts'
import { analyse, analyseWithTrail } from '../src/index.ts'
import { INCIDENT_QUERY, openStore, operatorsOf, type Store } from '../src/store/index.ts'
import { apiOver, askOf, tokensOf, type Ask } from './api/client.ts'

const folder = mkdtempSync(join(tmpdir(), 'casus-api-')), root = join(import.meta.dirname, '..')
// oxlint-disable-next-line typescript/no-explicit-any -- the test looks into a document of many shapes
let store: Store, ask: Ask, admin = '', document: any
beforeAll(async () => {
  store = await openStore(join(folder, 'dataset.casus'))
  for (const name of ['market-raid', 'port-strike']) {
    const report = JSON.parse(readFileSync(join(root, 'examples', `${name}.json`), 'utf8')) as { id: string; text: string }
    await store.documents.add([report])
    await store.analyses.put([analyse(report)])
  }
  await store.incidents.refresh()
  await store.tasks.refresh()
  admin = (await tokensOf(store)).admin
  ask = askOf(apiOver(store, { analyse: async report => ({ document: report.id, analysis: analyse(report) }), explain: async report => ({ explained: analyseWithTrail(report, { text: true, markup: true }) }) }))
  document = (await ask('/openapi.json')).json
})
afterAll(async () => { await store.close(); rmSync(folder, { recursive: true }) })

test('a validator finds nothing wrong with it', async () => {
  expect(await new Validator().validate(document as Record<string, unknown>)).toMatchObject({ valid: true })
})

test('every route stands in it with its parameters, and nothing else does', () => {
  const told = Object.entries(document.paths as Record<string, Record<string, { parameters?: readonly { in: string; name: string }[] }>>).flatMap(([path, methods]) => Object.entries(methods).map(([method, { parameters = [] }]) => `${method} ${path} ${parameters.filter(p => p.in === 'query').map(p => p.name).join(' ')}`))
  expect(told.sort()).toEqual(ROUTES.map(r => `${r.method} ${fullPath(r)} ${parametersOf(r).map(p => p.name).join(' ')}`).sort())
  expect(new Set(Object.values(document.paths as Record<string, Record<string, { operationId: string }>>).flatMap(m => Object.values(m).map(o => o.operationId))).size).toBe(ROUTES.length)
})

test('every field of the store with every operator is a parameter', () => {
  const names = (document.paths['/api/v1/incidents'].get.parameters as readonly { name: string }[]).map(p => p.name)
  for (const [field, declared] of Object.entries(INCIDENT_QUERY)) for (const op of operatorsOf(declared)) expect(names).toContain(op === 'eq' ? field : `${field}__${op}`)
})

describe('answers are as their schemas say', () => {
  let task: string, batch: string
  beforeAll(async () => {
    task = (await store.tasks.query({ size: 1 }, 'coder')).rows[0]!.id
    batch = (await store.batches.create({ title: 'One', coders: ['coder', 'editor'], tasks: [task], by: 'admin' })).id
  })
  const filled = (path: string): string => path.replace('/registry/actors/{id}', '/registry/actors/ad.army').replace('/gazetteer/{id}', '/gazetteer/country:IQ').replace('/incidents/{id}', '/incidents/I').replace('/documents/{id}', '/documents/market-raid').replace('/tasks/{id}', `/tasks/${encodeURIComponent(task)}`).replace('/batches/{id}', `/batches/${batch}`)
  test.each(ROUTES.filter(r => r.method === 'get' && r.streams !== true && !r.path.includes('/export/') && !/reviews\/|decisions\/|acled/.test(r.path)).map(r => [r.path, r] as const))('%s', async (_, route) => {
    const id = (await ask('/incidents?_size=1')).json.rows[0].incident.id as string
    const search = route.path === '/search' ? '?q=market' : route.path === '/aggregates' ? '?by=week,actor' : route.path === '/gazetteer' ? '?name=Kirkuk' : ''
    const { json, status } = await ask(`${filled(route.path).replace('/I', `/${id}`)}${search}`, { token: admin })
    expect(status).toBe(200)
    for (const one of route.shape === undefined ? [json] : json.rows as readonly unknown[]) expect(route.answer.safeParse(one).error?.issues ?? []).toEqual([])
    if (['/incidents', '/documents', '/analyses', '/claims', '/actors', '/places', '/points', '/changes', '/users', '/tokens'].includes(route.path)) expect(JSON.stringify(json).length).toBeGreaterThan(100)
  })
  test('a text is coded, and nothing of it is kept', async () => {
    const before = await store.changes.last(), { json } = await ask('/analyse', { method: 'POST', body: { id: 'mine', published: '2024-01-20', text: 'Gunmen killed two soldiers near Mosul on Friday.' } })
    expect(json).toMatchObject({ version: 1, document: { id: 'mine' }, events: [{ type: 'ASSAULT' }] })
    expect(ROUTES.find(r => r.path === '/analyse')!.answer.safeParse(json).success).toBe(true)
    expect(await store.changes.last()).toBe(before)
  })
})

test('the reference in docs/api.md is the one of the program', async () => {
  await expect(apiReference()).toMatchFileSnapshot(join(root, 'docs', 'api.md'))
})
