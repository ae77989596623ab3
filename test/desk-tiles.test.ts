/** Detail from PMTiles, in a browser: asked for in ranges from the desk's own server, or read from a file of the user's; drawn, and refused with a sentence where it is broken. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PMTiles, type RangeResponse } from 'pmtiles'
import { chromium as playwright, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { analyse } from '../src/index.ts'
import { openDesk, type Desk } from './desk/server.ts'
import { buildDesk, testChromium, watch, type Watch } from './support/browser.ts'
import { pmtilesOf } from './support/pmtiles.ts'

/** A lake that no map has, in the middle of the Sahara. */
const LAKE = [[5, 28], [19, 28], [19, 18], [5, 18]] as const, FILE = pmtilesOf('water', LAKE)
const REPORT = { id: 'lake', publisher: 'Three Rivers Wire', published: '2024-01-20', text: 'Gunmen killed two soldiers in Agadez, Niger, on Friday, police said.' }

test('the file that the test writes is one', async () => {
  const tiles = new PMTiles({ getKey: () => 'lake', getBytes: async (offset, length): Promise<RangeResponse> => ({ data: new Uint8Array(FILE.subarray(offset, offset + length)).buffer }) })
  expect(await tiles.getHeader()).toMatchObject({ specVersion: 3, minZoom: 0, maxZoom: 0, tileType: 1 })
  expect((await tiles.getZxy(0, 0, 0))!.data.byteLength).toBeGreaterThan(20)
})

const chromium = testChromium('detail from PMTiles')
describe.skipIf(chromium === null)('detail', () => {
  let browser: Browser, desk: Desk, context: BrowserContext, page: Page, watched: Watch
  const folder = mkdtempSync(join(tmpdir(), 'casus-tiles-')), file = (name: string, bytes: Buffer): string => { const path = join(folder, name); writeFileSync(path, bytes); return path }
  const ranges: string[] = []
  beforeAll(async () => {
    buildDesk()
    // MapLibre needs WebGL, which this browser draws in software.
    browser = await playwright.launch({ executablePath: chromium!, args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-dev-shm-usage'] })
    desk = await openDesk(null, { tiles: file('lake.pmtiles', FILE) })
    await desk.store.documents.add([REPORT])
    await desk.store.analyses.put([analyse(REPORT)])
    await desk.store.incidents.refresh()
    context = await browser.newContext({ baseURL: desk.origin, viewport: { width: 720, height: 600 } })
    context.setDefaultTimeout(30_000)
    watched = await watch(context, { origin: desk.origin })
    context.on('response', response => { if (response.url().endsWith('/tiles.pmtiles')) ranges.push(`${response.status()} ${response.request().headers()['range'] ?? ''}`) })
    page = await context.newPage()
  })
  afterAll(async () => { await browser?.close(); await desk?.close(); rmSync(folder, { recursive: true, force: true }) })

  /** The colour in the middle of the map, which stands on the lake. */
  async function colour(): Promise<string> {
    const { x, y, width, height } = (await page.locator('.map-frame').boundingBox())!, shot = await page.screenshot({ clip: { x: x + width / 2 + 40, y: y + height / 2 + 40, width: 2, height: 2 } })
    return await page.evaluate(`new Promise((done, fail) => { const image = new Image(); image.onload = () => { const c = document.createElement('canvas').getContext('2d'); c.drawImage(image, 0, 0); done([...c.getImageData(0, 0, 1, 1).data].slice(0, 3).join(',')) }; image.onerror = fail; image.src = 'data:image/png;base64,${shot.toString('base64')}' })`)
  }
  const open = async (): Promise<void> => { await page.goto('/map?at=12,23,4'); await page.locator('.toolbar .count:has-text("on the map")').waitFor(); await page.getByRole('button', { name: /^Base map: Natural/ }).click(); await page.waitForTimeout(300) }
  const choose = async (path: string): Promise<void> => { await page.getByLabel('A base map of your own').setInputFiles(path) }

  test('of the server is asked for in ranges and drawn; nothing else is asked', async () => {
    await open()
    const before = await colour()
    await page.getByRole('button', { name: 'Draw detail from lake.pmtiles' }).click()
    await expect.poll(colour, { timeout: 30_000 }).not.toBe(before)
    expect(ranges.length).toBeGreaterThan(1)
    for (const range of ranges) expect(range).toMatch(/^206 bytes=\d+-\d+$/)
    expect(watched.wrong).toEqual([])
  })

  test('of a file is read in the page and drawn', async () => {
    await open()
    const before = await colour()
    // What an earlier page asked for may still be on its way.
    await page.waitForLoadState('networkidle')
    const asked = ranges.length
    await choose(file('mine.pmtiles', FILE))
    await page.getByText('The base map is mine.pmtiles now.').waitFor()
    await expect.poll(colour, { timeout: 30_000 }).not.toBe(before)
    expect(ranges.length).toBe(asked)
    expect(watched.wrong).toEqual([])
  })

  test.each([
    ['no such file', 'note.pmtiles', Buffer.from('This is a letter, and no map. '.repeat(20)), /note\.pmtiles is no PMTiles file, or it is damaged/],
    ['one cut off in its metadata', 'cut.pmtiles', FILE.subarray(0, 150), /cut\.pmtiles is no PMTiles file, or it is damaged/],
    ['pictures', 'pictures.pmtiles', pmtilesOf('water', LAKE, false), /pictures\.pmtiles holds no vector tiles/],
    ['one whose tile is damaged', 'torn.pmtiles', Buffer.concat([FILE.subarray(0, FILE.length - 30), Buffer.alloc(30, 0xff)]), /A tile of torn\.pmtiles cannot be read/],
  ])('%s is refused with a sentence', async (_what, name, bytes, said) => {
    await open()
    await choose(file(name, bytes))
    await page.getByText(said).waitFor()
    expect(watched.wrong).toEqual([])
  })

  test('of the server is given in ranges alone', async () => {
    const { status } = await context.request.get('/tiles.pmtiles').then(r => ({ status: r.status() }))
    expect(status).toBe(416)
    expect((await context.request.get('/tiles.pmtiles', { headers: { range: 'bytes=0-6' } })).headers()).toMatchObject({ 'content-range': `bytes 0-6/${FILE.length}`, 'content-length': '7' })
    expect((await context.request.get('/tiles.pmtiles', { headers: { range: 'bytes=99999-' } })).status()).toBe(416)
  })
})
