/** Map, table, incident and chains in a browser: at three widths, light and dark, axe finds nothing and nothing is cut off; a claim is followed to its sentence, days are brushed, hostile text stays text. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { INVENTED } from '../bench/desk/reports.ts'
import { serveApi, type Served } from '../src/api/index.ts'
import { analyse } from '../src/index.ts'
import { openStore, type Store } from '../src/store/index.ts'
import { axeOn, buildDesk, launch, overflow, testChromium, watch, type Watch } from './support/browser.ts'

const chromium = testChromium('the views of the desk'), SIZES = [[1440, 900], [1024, 768], [390, 844]] as const

describe.skipIf(chromium === null)('the views of the desk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'casus-desk-views-'))
  let browser: Browser, store: Store, served: Served, origin = '', token = ''
  const idOf: Record<string, string> = {}
  beforeAll(async () => {
    buildDesk()
    store = await openStore(join(folder, 'views.casus'))
    for (const report of INVENTED) { await store.documents.add([report]); await store.analyses.put([analyse(report)]) }
    await store.incidents.refresh()
    await store.access.putUser('ada', 'editor')
    token = (await store.access.createToken('ada')).secret
    for (const report of ['kherson-wire', 'rtl-title', 'maiduguri-voice']) idOf[report] = (await store.incidents.query({ filters: [{ field: 'document', op: 'eq', value: report }] })).rows[0]!.incident.id
    served = await serveApi(store, { host: '127.0.0.1', port: 0 })
    origin = new URL(served.address).origin
    browser = await launch(chromium!)
  })
  afterAll(async () => { await browser.close(); await served.close(); await store.close(); rmSync(folder, { recursive: true }) })

  const opened = async (options: Parameters<Browser['newContext']>[0] = {}): Promise<{ readonly page: Page; readonly context: BrowserContext; readonly watched: Watch }> => {
    const context = await browser.newContext({ baseURL: origin, viewport: { width: 1440, height: 900 }, ...options }), watched = await watch(context, { origin })
    context.setDefaultTimeout(30_000)
    expect((await context.request.post('/api/v1/session', { data: { token } })).status()).toBe(200)
    return { page: await context.newPage(), context, watched }
  }
  const PLACES: readonly (readonly [string, () => string, string])[] = [
    ['map', () => '/map', '.toolbar .count:has-text("on the map")'], ['table', () => '/table', '.table [aria-rowindex="2"]'], ['incident', () => `/incidents/${idOf['kherson-wire']}`, '.incident-head'], ['evidence', () => `/incidents/${idOf['kherson-wire']}?open=occurrence.0.0`, '.evidence mark'],
    ['chains', () => '/chain', '.all-chains .in-a-line'], ['one chain', () => `/chain?of=${idOf['maiduguri-voice']}`, '.link-list .quote mark'],
  ]

  test.each(SIZES.flatMap(([width, height]) => (['light', 'dark'] as const).map(colorScheme => ({ width, height, colorScheme }))))('at $width, $colorScheme: axe finds nothing, nothing is cut off, nothing goes out', async ({ width, height, colorScheme }) => {
    const { page, context, watched } = await opened({ viewport: { width, height }, colorScheme })
    for (const [name, path, there] of PLACES) {
      await page.goto(path())
      await page.locator(there).first().waitFor()
      await page.waitForLoadState('networkidle')
      expect([name, await axeOn(page)]).toEqual([name, []])
      expect([name, await overflow(page)]).toEqual([name, 0])
    }
    expect(watched.wrong).toEqual([])
    await context.close()
  })

  test('from the map by keys to an incident, to the sentence of a claim, and a rival value chosen and taken back', async () => {
    const { page, context, watched } = await opened()
    await page.goto('/map?country=UA')
    await page.locator('.map-list li').first().waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('t')
    await page.locator('.table [aria-rowindex="2"]').waitFor()
    await page.goto(`/incidents/${idOf['kherson-wire']}?field=killed`)
    await page.locator('.matrix').waitFor()
    await page.keyboard.press(']')
    await page.locator('.evidence mark').first().waitFor()
    expect(new URL(page.url()).searchParams.get('open')).toBe('killed.0.0')
    const best = page.locator('tr.at .best p').first(), before = await best.textContent()
    await page.keyboard.press('1')
    await page.locator('tr.at .best .badge', { hasText: 'decided' }).waitFor()
    await page.keyboard.press('u')
    await expect.poll(() => best.textContent()).toBe(before)
    expect(watched.wrong).toEqual([])
    await context.close()
  })

  test('an incident prints dark on white from a dark screen, within a page', async () => {
    const { page, context } = await opened({ colorScheme: 'dark' })
    await page.goto('/map?country=UA')
    await page.locator('.map-list li a').first().click()
    await page.locator('.incident-head').waitFor()
    await page.evaluate("document.documentElement.dataset.theme = 'dark'")
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 1032, height: 700 })
    const [ink, paper] = await page.evaluate("[getComputedStyle(document.querySelector('.incident-head h2')).color, getComputedStyle(document.body).backgroundColor]") as [string, string], light = (colour: string): number => Math.max(...colour.match(/\d+/g)!.slice(0, 3).map(Number))
    expect([light(ink) < 90, light(paper) > 240]).toEqual([true, true])
    expect(await page.locator('.incident .acts').isVisible()).toBe(false)
    expect(await overflow(page)).toBe(0)
    await context.close()
  })

  test('days that are brushed stand in the address, and the list follows', async () => {
    const { page, context, watched } = await opened()
    await page.goto('/map')
    const chart = (await page.locator('.timeline .chart').boundingBox())!
    await page.locator('.timeline rect').first().waitFor()
    await page.mouse.move(chart.x + chart.width * 0.02, chart.y + 30)
    await page.mouse.down()
    await page.mouse.move(chart.x + chart.width * 0.3, chart.y + 30, { steps: 4 })
    await page.mouse.up()
    await expect.poll(() => new URL(page.url()).searchParams.get('date__lte')).toMatch(/^2024-0[23]/)
    await page.getByText('All days').click()
    await expect.poll(() => new URL(page.url()).searchParams.has('date__lte')).toBe(false)
    await page.getByRole('slider', { name: 'The last day' }).press('ArrowLeft')
    await expect.poll(() => new URL(page.url()).searchParams.has('date__lte')).toBe(true)
    expect(watched.wrong).toEqual([])
    await context.close()
  })

  test('a headline with script, and characters that turn text round, are shown and do nothing', async () => {
    const { page, context, watched } = await opened()
    await page.goto(`/incidents/${idOf['rtl-title']}?open=occurrence.0.0`)
    await page.locator('.evidence .bare', { hasText: 'U+202E' }).first().waitFor()
    expect(await page.locator('.evidence').textContent()).toContain('<img src=x onerror=alert(1)>')
    expect(await page.locator('main img, main script').count()).toBe(0)
    expect(watched.wrong).toEqual([])
    await context.close()
  })

  test('keys can be changed and turned off, and never act while one types', async () => {
    const { page, context } = await opened()
    await page.goto('/table')
    await page.locator('.table [aria-rowindex="2"]').waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('gm?')
    expect([new URL(page.url()).pathname, await page.getByRole('searchbox', { name: 'Search words in reports' }).inputValue()]).toEqual(['/table', 'gm?'])
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await page.getByRole('checkbox', { name: /Single keys do things/ }).uncheck()
    await page.keyboard.press('Escape')
    await page.keyboard.press('g')
    await page.keyboard.press('m')
    await page.waitForTimeout(300)
    expect(new URL(page.url()).pathname).toBe('/table')
    // What needs Ctrl or Cmd remains, so that every action can still be found by its name.
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Find an action' }).waitFor()
    await context.close()
  })
})
