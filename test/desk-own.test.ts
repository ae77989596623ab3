/** Own additions at the desk: what is typed, what it says it did, and, in a browser over both stores, that the engine uses it and that it can be undone. */
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { BrowserContext, Page } from 'playwright-core'
import { before, draftOf, entryOf, givenNames, namedActor, namedPlace, namesFrom, problemsOf, sayRecoded, sayStep, undoing, type OwnActor, type OwnStep } from '../src/web/views/actors/own.ts'
import { openDesk, type Desk } from './desk/server.ts'
import { axeOn, watch, type Watch } from './support/browser.ts'
import { useBrowser } from './support/use-browser.ts'
import { testPostgres } from './store/postgres.ts'

const actor = (given: Partial<OwnActor>): OwnActor => ({ kind: 'actor', id: 'own.reef', name: 'Reef Brigade', aliases: [], what: 'armed-group', sectors: [], country: null, ...given })
const step = (n: number, entry: OwnActor | null, id = entry?.id ?? 'own.reef'): OwnStep => ({ step: n, id, kind: 'actor', entry, by: 'ada', at: '2026-01-01T00:00:00Z', reason: null })

describe('what is typed', () => {
  test('becomes names, each once', () => { expect(namesFrom(' RB \n\nthe  Reefers\nRB')).toEqual(['RB', 'the Reefers']) })

  test('is told what is wrong with it, field by field', () => {
    const draft = { ...draftOf('place', null, 'Reef'), latitude: '12,5', longitude: '300', country: 'Nigeria', aliases: 'x' }
    expect(Object.keys(problemsOf('place', draft)).sort()).toEqual(['aliases', 'country', 'longitude'])
    expect(problemsOf('place', { ...draft, aliases: '', country: 'ng', longitude: '' })).toEqual({ longitude: 'Give both degrees, or neither.' })
    expect(problemsOf('place', { ...draft, aliases: '', country: '', latitude: '', longitude: '' })).toEqual({})
    expect(Object.keys(problemsOf('actor', { ...draftOf('actor', null, ' '), sectors: 'rebels!' })).sort()).toEqual(['name', 'sectors'])
  })

  test('becomes an entry, and an entry what was typed', () => {
    const draft = { ...draftOf('place', null, ' Reef  Market '), aliases: 'the market', latitude: '12,5', longitude: '-3', country: 'ng', precision: 'site' as const }
    expect(entryOf('place', draft)).toEqual({ kind: 'place', name: 'Reef Market', aliases: ['the market'], what: 'town', country: 'NG', admin1: null, latitude: 12.5, longitude: -3, precision: 'site' })
    const one = actor({ aliases: ['RB'], sectors: ['REB', 'MIL'], country: 'IQ' })
    expect(entryOf('actor', draftOf('actor', one), one.id)).toEqual(one)
  })

  test('names for what ships leave the names that others gave', () => {
    const known = { id: 'ad', name: 'Andorra', kind: 'state', sectors: ['GOV'], country: 'AD', active: [], names: [], from: null, to: null, source: '', note: '' }
    expect(namedActor(known, actor({ id: 'ad', aliases: ['Old'] }), ['New', 'Andorra', 'Old'])).toMatchObject({ id: 'ad', name: 'Andorra', aliases: ['Old', 'New'], what: 'state' })
    const place = { id: 'geonames:1', name: 'Town', country: 'AD', admin1: 'P', latitude: 1, longitude: 2, precision: 'town' as const, population: 5, kind: 'PPL', origin: 'geonames' as const }
    expect(namedPlace(place, null, ['Tówn'])).toEqual({ kind: 'place', id: 'geonames:1', name: 'Town', aliases: ['Tówn'], what: 'PPL', country: 'AD', admin1: 'P', latitude: 1, longitude: 2, precision: 'town' })
  })
})

describe('steps', () => {
  const steps = [step(4, null), step(3, actor({ aliases: ['RB', 'Reefers'] })), step(2, actor({ id: 'ad', aliases: ['X'] })), step(1, actor({ aliases: ['RB', 'old'] }))]
  test('say what they did', () => { expect(steps.map(s => sayStep(steps, s))).toEqual(['Taken away: Reef Brigade', 'Named: Reefers. No longer named: old', 'Named: X', 'Added: Reef Brigade, RB, old']) })
  test('are undone by what was before them', () => {
    expect(before(steps, steps[1]!)).toEqual(steps[3]!.entry)
    expect(undoing(steps, steps[0]!)).toEqual({ put: steps[1]!.entry, reason: 'undone' })
    expect(undoing(steps, steps[3]!)).toEqual({ remove: 'own.reef', reason: 'undone' })
  })
  test('given names are those that people gave', () => { expect([givenNames(actor({ aliases: ['RB'] })), givenNames(actor({ id: 'ad', name: 'Andorra', aliases: ['X'] }))]).toEqual([['Reef Brigade', 'RB'], ['X']]) })
  test('what follows is said', () => { expect([0, 1, 2000].map(sayRecoded)).toEqual(['No report holds such a name yet.', '1 report holds one of the names and is coded anew.', '2,000 reports hold one of the names and are coded anew.']) })
})

const { chromium, browser } = useBrowser('own additions at the desk, in a browser'), postgres = await testPostgres()

const REPORTS = [
  { id: 'shield', publisher: 'Three Rivers Wire', published: '2024-01-20', text: 'Fighters of the Zarqan Shield Front killed two soldiers near Kirkuk on Friday, police said.' },
  { id: 'other', publisher: 'Three Rivers Wire', published: '2024-01-21', text: 'Boko Haram killed a mayor in Maiduguri, Nigeria, on Saturday, police said.' },
]

describe.skipIf(chromium === null).each([['a file', null], ...postgres === null ? [] : [['PostgreSQL', postgres] as const]] as const)('own additions, over %s', (_name, address) => {
  let desk: Desk, context: BrowserContext, page: Page, watched: Watch
  beforeAll(async () => {
    desk = await openDesk(address)
    await desk.store.documents.add(REPORTS)
    context = await browser().newContext({ baseURL: desk.origin, viewport: { width: 1440, height: 900 } })
    watched = await watch(context, { origin: desk.origin })
    await desk.signIn(context, 'ada')
    context.setDefaultTimeout(40_000)
    page = await context.newPage()
    await coded(async () => (await desk.store.incidents.query({ count: true })).total === 2)
  })
  afterAll(async () => { await context.close(); await desk.close() })
  afterEach(() => { expect(watched.wrong).toEqual([]) })

  const coded = (done: () => Promise<boolean>): Promise<unknown> => vi.waitUntil(done, { timeout: 60_000, interval: 500 })
  const doerOf = async (document: string): Promise<string | null | undefined> => (await desk.store.incidents.query({ filters: [{ field: 'document', op: 'eq', value: document }] })).rows[0]?.incident.actors[0]?.entity

  test('an actor that reports name is added by keys, and its reports are coded anew while one looks on', async () => {
    const [unknown] = (await desk.store.incidents.actors({ filters: [{ field: 'name', op: 'contains', value: 'Zarqan' }] })).rows
    await page.goto(`/actors/${encodeURIComponent(unknown!.name)}`)
    await page.getByRole('button', { name: 'Add to the registry' }).waitFor()
    await page.keyboard.press('e')
    await page.getByLabel('Name', { exact: true }).fill('Zarqan Shield Front')
    await page.getByLabel('Other names, one a line').fill('ZSF')
    await page.getByLabel('Country, two letters').fill('iq')
    await page.getByLabel('Reason').fill('new since January')
    await page.getByText('“Zarqan Shield Front” (1)').waitFor()
    expect(await axeOn(page)).toEqual([])
    await page.getByRole('button', { name: 'Keep' }).click()
    await page.getByText('1 report holds one of the names and is coded anew.').waitFor()
    await page.waitForURL(/own\.zarqan-shield-front$/)
    await page.getByRole('slider', { name: /as doer/ }).waitFor()
    expect(await doerOf('shield')).toBe('own.zarqan-shield-front')
    await page.getByText('Added: Zarqan Shield Front, ZSF', { exact: true }).waitFor()
    expect(await page.getByText('— new since January').isVisible()).toBe(true)
  })

  test('it stands among the own additions, and is taken back from there', async () => {
    await page.goto('/actors?own=1')
    await page.getByRole('link', { name: 'Zarqan Shield Front', exact: true }).waitFor()
    expect(await axeOn(page)).toEqual([])
    await page.getByRole('button', { name: /^Undo ?: Added: Zarqan/ }).click()
    await page.getByText('Taken away: Zarqan Shield Front').first().waitFor()
    await coded(async () => await doerOf('shield') !== 'own.zarqan-shield-front')
  })

  test('a name of reports becomes a name of an actor that ships, and is undone on its page', async () => {
    const [unknown] = (await desk.store.incidents.actors({ filters: [{ field: 'name', op: 'contains', value: 'Zarqan' }] })).rows
    await page.goto(`/actors/${encodeURIComponent(unknown!.name)}`)
    await page.getByRole('button', { name: 'Same as another' }).click()
    await page.getByLabel('Name or alias of the other').fill('Boko Haram')
    await page.getByRole('radio', { name: /ng\.boko-haram/ }).first().check()
    await page.getByRole('button', { name: 'Keep' }).click()
    await page.waitForURL(/ng\.boko-haram$/)
    await page.getByText('in 2 incidents').waitFor()
    await page.getByRole('region', { name: 'Own additions' }).getByRole('button', { name: /^Undo/ }).click()
    await coded(async () => await doerOf('shield') !== 'ng.boko-haram')
  })

  test('an actor that ships is held to be another, by keys, and is itself again', async () => {
    await page.goto('/actors/ng.boko-haram')
    await page.getByRole('button', { name: 'Same as another' }).waitFor()
    await page.keyboard.press('m')
    await page.getByLabel('Name or alias of the other').fill('West Africa Province')
    await page.getByRole('radio').first().check()
    expect(await axeOn(page)).toEqual([])
    await page.getByRole('button', { name: 'Keep' }).click()
    await page.waitForURL(url => !url.pathname.endsWith('ng.boko-haram'))
    const other = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1)!)
    await page.getByText('in 1 incident').waitFor()
    expect(await doerOf('other')).toBe(other)
    await page.goto('/actors/ng.boko-haram')
    await page.getByText(/^Held to be/).waitFor()
    await page.getByText(`Boko Haram: held to be ${other}`, { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Not the same after all' }).click()
    await coded(async () => await doerOf('other') === 'ng.boko-haram')
  })

  test('a reader sees what was added and cannot change it', async () => {
    const other = await browser().newContext({ baseURL: desk.origin }), reading = await other.newPage()
    await reading.goto('/actors/ng.boko-haram')
    await reading.getByText('Editors add names here.').waitFor()
    expect(await reading.getByRole('button', { name: 'Add names' }).count()).toBe(0)
    await other.close()
  })
})
