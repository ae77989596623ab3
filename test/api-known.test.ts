/** The registry and the gazetteer over HTTP. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { searchActors } from '../src/api/known.ts'
import { openStore, type Store } from '../src/store/index.ts'
import { apiOver, askOf, type Ask } from './api/client.ts'

let store: Store, ask: Ask
beforeAll(async () => { store = await openStore(':memory:'); ask = askOf(apiOver(store)) })
afterAll(async () => { await store.close() })

describe('actors of the registry', () => {
  test('are found by name, by alias and by id, the nearest first', async () => {
    const named = async (q: string): Promise<readonly string[]> => (await ask(`/registry/actors?q=${encodeURIComponent(q)}`)).json.rows.map((r: { id: string }) => r.id)
    expect((await named('Andorran army'))[0]).toBe('ad.army')
    expect((await named('ANDORRAN GROUND forces'))[0]).toBe('ad.army')
    expect((await named('ad.government'))[0]).toBe('ad.government')
    expect(await named('no such band of people')).toEqual([])
    expect(await named('')).toHaveLength(50)
  })

  test('one is given with what it is called, and whose capital stands for it', async () => {
    const { json } = await ask('/registry/actors/ad.government')
    expect(json).toMatchObject({ id: 'ad.government', country: 'AD', sectors: ['GOV'] })
    expect(json.names).toContainEqual({ text: 'Andorra la Vella', form: 'metonym' })
    expect((await ask('/registry/actors/none')).json.error.code).toBe('actor-unknown')
    expect((await ask('/registry/actors?id=ad.army,none,ad')).json.rows.map((r: { id: string }) => r.id)).toEqual(['ad.army', 'ad'])
  })

  test('marks and case make no difference', () => {
    const actor = { id: 'x', name: 'Frente Bolívar', kind: 'group', sectors: [], country: null, active: [], names: [], from: null, to: null, source: '', note: '' }
    expect(searchActors([actor], 'BOLIVAR', 5)).toEqual([actor])
    expect(searchActors([actor], 'sucre', 5)).toEqual([])
  })
})

describe('places of the gazetteer', () => {
  test('are found by name and by id', async () => {
    const { json } = await ask('/gazetteer?name=Kirkuk'), [first] = json.rows
    expect(json.rows.length).toBeGreaterThan(0)
    expect((await ask(`/gazetteer/${encodeURIComponent(first.id)}`)).json).toEqual(first)
    expect((await ask('/gazetteer/country:IQ')).json).toMatchObject({ name: 'Iraq', precision: 'country' })
    expect((await ask('/gazetteer?name=Pibor')).json.rows).toContainEqual(expect.objectContaining({ name: 'Pibor', country: 'SS', origin: 'village' }))
    expect((await ask('/gazetteer/geonames:1')).json.error.code).toBe('place-unknown')
    expect((await ask('/gazetteer?name=Nowhere+at+all')).json.rows).toEqual([])
  })
})

describe('what people have added', () => {
  test('is found with what ships, and no longer when it is taken away', async () => {
    await store.own.put({ kind: 'actor', id: 'own.reef', name: 'Reef Brigade', aliases: ['RB Front'], what: 'armed-group', sectors: ['REB'], country: 'AD' }, 'ada', null)
    await store.own.put({ kind: 'actor', id: 'ad.army', name: 'Andorran army', aliases: ['Guardians of the Passes'], what: 'military', sectors: ['MIL'], country: 'AD' }, 'ada', null)
    await store.own.put({ kind: 'place', id: 'own.reef-market', name: 'Reef Market Square', aliases: [], what: 'market', country: 'AD', admin1: null, latitude: 42.5, longitude: 1.5, precision: 'site' }, 'ada', null)
    expect((await ask('/registry/actors?q=rb+front')).json.rows.map((r: { id: string }) => r.id)).toEqual(['own.reef'])
    expect((await ask('/registry/actors?q=guardians+of+the+passes')).json.rows.map((r: { id: string }) => r.id)).toEqual(['ad.army'])
    expect((await ask('/gazetteer?name=Reef+Market+Square')).json.rows).toMatchObject([{ id: 'own.reef-market', precision: 'site' }])
    await store.own.remove('own.reef', 'ada', null)
    expect((await ask('/registry/actors/own.reef')).json.error.code).toBe('actor-unknown')
  })
})
