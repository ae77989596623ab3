/** Every view of the desk, in a browser: at three widths, light and dark, with hostile reports in the store; nothing asked elsewhere, nothing come to life, nothing other than when it was last looked at, nothing cut off, nothing that axe finds. */
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, Page, Request } from 'playwright-core'
import { INVENTED } from '../bench/desk/reports.ts'
import { ALIVE, HOSTILE } from './desk/hostile.ts'
import { keepLooks, looksOf, otherThan } from './desk/looks.ts'
import { openDesk, type Desk } from './desk/server.ts'
import { shapeOf } from './desk/shape.ts'
import { axeOn, buildDesk, launch, overflow, testChromium, watch } from './support/browser.ts'

const chromium = testChromium('the views of the desk')
const { VIEWS } = await import(join(import.meta.dirname, '..', 'src', 'web', 'views', 'registry.ts')) as { readonly VIEWS: readonly { readonly name: string; readonly title: string; readonly path: string }[] }
const WIDTHS = [1440, 1024, 390] as const, THEMES = ['light', 'dark'] as const

let browser: Browser, desk: Desk, addresses: Readonly<Record<string, string>>
beforeAll(async () => {
  if (chromium === null) return
  buildDesk()
  browser = await launch(chromium)
  desk = await openDesk(null)
  const context = await browser.newContext({ baseURL: desk.origin })
  await desk.signIn(context, 'ada')
  const { csrf } = await (await context.request.get('/api/v1/session')).json() as { readonly csrf: string }
  await context.request.post('/api/v1/uploads?name=hostile.ndjson', { headers: { 'X-Casus-CSRF': csrf }, data: [...HOSTILE, ...INVENTED].map(r => JSON.stringify(r)).join('\n') })
  const isBusy = async (): Promise<boolean> => { const { todo, coding, refreshing } = await (await context.request.get('/api/v1/work')).json() as { readonly todo: number | null; readonly coding: readonly string[]; readonly refreshing: boolean }; return todo !== 0 || coding.length > 0 || refreshing }
  for (let k = 0; k < 200 && await isBusy(); k++) await sleep(500)
  await desk.store.incidents.refresh()
  await desk.store.tasks.refresh()
  addresses = await addressesOf(desk)
  await context.close()
})
afterAll(async () => { keepLooks(); await browser?.close(); await desk?.close() })

/** An address of each view that shows something; a view without one here fails its test. */
async function addressesOf({ store }: Desk): Promise<Readonly<Record<string, string>>> {
  const incident = (await store.incidents.query({ filters: [{ field: 'document', op: 'eq', value: 'script' }] })).rows[0]!.incident, tasks = (await store.tasks.query({ size: 3 }, 'ada')).rows
  const batch = await store.batches.create({ title: '<script>alert(1)</script>', coders: ['ada', 'ben'], tasks: tasks.map(t => t.id), by: 'root' })
  return {
    '/map': '/map', '/table': '/table', '/review': '/review', '/review/$id': `/review/${batch.id}`, '/sources': '/sources', '/incidents/$id': `/incidents/${incident.id}`, '/chain': '/chain', '/chain/$id': `/chain/${incident.id}`,
    '/trends': '/trends', '/actors': '/actors', '/actors/$id': `/actors/${encodeURIComponent(incident.actors[0]?.entity ?? incident.actors[0]?.name ?? 'Gunmen')}`, '/places': '/places', '/places/$id': `/places/${encodeURIComponent(incident.places[0]?.gazetteer ?? 'Mosul')}`, '/try': '/try', '/reports/$id': '/reports/script',
  }
}

/** In the page: whether the base map has land and sea in colours of their own, and whether marks are drawn over it in more than one. */
const COLOURS = `['.map-surface canvas', '.map-over'].map(name => {
  const canvas = document.querySelector(name), { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height), count = new Map()
  for (let i = 0; i < data.length; i += 4) if (data[i + 3] === 255) { const colour = data[i] << 16 | data[i + 1] << 8 | data[i + 2]; count.set(colour, (count.get(colour) ?? 0) + 1) }
  const common = [...count].sort((a, b) => b[1] - a[1]).slice(0, 2).map(([colour]) => [colour >> 16, colour >> 8 & 255, colour & 255])
  return common.length === 2 && common[0].some((part, k) => Math.abs(part - common[1][k]) > 8)
})`

/** Waits until nothing is loading and the page stands still; a view on a busy machine asks for more when what it asked for has come. */
async function settled(page: Page, isAsking: () => boolean): Promise<void> {
  await page.locator('#main').waitFor()
  let before = ''
  const isStill = async (): Promise<boolean> => {
    const now = JSON.stringify((await shapeOf(page)).controls), still = now === before
    before = now
    return still && !isAsking() && await page.locator('.bone').count() === 0
  }
  await expect.poll(isStill, { timeout: 20_000, interval: 250 }).toBe(true)
}

/** Whether a page waits for an answer; the stream of news, which never ends, is not counted. */
function asking(page: Page): () => boolean {
  const open = new Set<Request>(), done = (request: Request): void => { open.delete(request) }
  page.on('request', request => { if (request.resourceType() !== 'eventsource') open.add(request) })
  page.on('requestfinished', done)
  page.on('requestfailed', done)
  return () => open.size > 0
}

describe.skipIf(chromium === null)('every view', () => {
  test.each(VIEWS.map(v => [v.path, v] as const))('%s', async (path, { title }) => {
    const address = addresses[path], shapes: Record<string, readonly string[]> = {}
    expect(address, `Give test/desk-every-view.test.ts an address of ${path}.`).toBeDefined()
    for (const colorScheme of THEMES) {
      const context = await browser.newContext({ baseURL: desk.origin, colorScheme, reducedMotion: 'reduce' }), { wrong } = await watch(context, { origin: desk.origin }), page = await context.newPage(), isAsking = asking(page)
      await desk.signIn(context, 'ada')
      for (const width of WIDTHS) {
        const where = `${path}, ${width} wide, ${colorScheme}`
        await page.setViewportSize({ width, height: 900 })
        await page.goto(address!)
        await settled(page, isAsking)
        const { controls, overlaps } = await shapeOf(page)
        expect.soft(await page.locator('header.bar h1').innerText(), where).toBe(title)
        expect.soft(await overflow(page), `pixels cut off: ${where}`).toBe(0)
        expect.soft(overlaps, where).toEqual([])
        expect.soft(await page.evaluate(ALIVE), where).toEqual([])
        if (path === '/map') await expect.poll(() => page.evaluate(COLOURS), { timeout: 10_000, message: `colours of land and marks: ${where}` }).toEqual([true, true])
        if (width === 1440 || (width === 390 && colorScheme === 'light')) expect.soft(await axeOn(page), where).toEqual([])
        expect.soft(otherThan(where, await looksOf(page, browser)), where).toBeNull()
        expect.soft(controls, `${where} stands where light does`).toEqual(shapes[width] ??= controls)
      }
      expect.soft(wrong, `${path}, ${colorScheme}`).toEqual([])
      await context.close()
    }
  })
})
