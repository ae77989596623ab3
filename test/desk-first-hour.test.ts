/** The first hour of an analyst at the desk, in a browser, over both stores: from nothing to incidents that were reviewed; and what no page of the desk may ever do. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openDesk, type Desk } from './desk/server.ts'
import { axeOn, buildDesk, launch, testChromium, watch, type Watch } from './support/browser.ts'
import { serve, type Site } from './support/pages.ts'
import { RAID_PAGE, wireFeed } from './desk/news.ts'
import { testPostgres } from './store/postgres.ts'

const chromium = testChromium('the first hour at the desk, in a browser'), postgres = await testPostgres()
let browser: Browser
beforeAll(async () => {
  if (chromium === null) return
  buildDesk()
  browser = await launch(chromium)
})
afterAll(async () => { await browser?.close() })

describe.skipIf(chromium === null).each([['a file', null], ...postgres === null ? [] : [['PostgreSQL', postgres] as const]] as const)('the first hour, over %s', (_name, address) => {
  let desk: Desk, site: Site, context: BrowserContext, page: Page, watched: Watch
  beforeAll(async () => {
    desk = await openDesk(address)
    site = await serve({ '/feed.xml': wireFeed, '/konduga': RAID_PAGE })
    context = await browser.newContext({ baseURL: desk.origin, viewport: { width: 1440, height: 900 } })
    watched = await watch(context, { origin: desk.origin })
    await desk.signIn(context, 'ada')
    context.setDefaultTimeout(15_000)
    page = await context.newPage()
  })
  afterAll(async () => { await context.close(); await desk.close(); await site.close() })
  afterEach(() => { expect(watched.wrong).toEqual([]) })

  test('an empty desk says what to do', async () => {
    await page.goto('/sources')
    await page.getByRole('heading', { name: 'Give Casus something to read' }).waitFor()
    expect(await axeOn(page)).toEqual([])
  })

  test('a feed is added by its address, asked at once, and its page is coded', async () => {
    await page.getByLabel('Address of a feed').fill(`${site.origin}/feed.xml`)
    await page.getByRole('button', { name: 'Add feed' }).click()
    await page.getByText('1 new report from the feed.').waitFor()
    const row = page.getByRole('row', { name: /Three Rivers Wire/ })
    expect(await row.getByText('followed').isVisible()).toBe(true)
    expect(site.asked).toContain('/konduga')
    await page.getByText('The one report is read.').waitFor()
  })
})
