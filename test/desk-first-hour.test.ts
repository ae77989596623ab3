/** The first hour of an analyst at the desk, in a browser, over both stores: from nothing to incidents that were reviewed and exported. */
import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { BrowserContext, Page } from 'playwright-core'
import { rivalToll, type RivalToll } from './desk/rival-toll.ts'
import { drop } from './desk/drop.ts'
import { NEWS_FILES, RAID_PAGE, wireFeed } from './desk/news.ts'
import { openDesk, type Desk } from './desk/server.ts'
import { testPostgres } from './store/postgres.ts'
import { axeOn, keepShot, watch, type Watch } from './support/browser.ts'
import { useBrowser } from './support/use-browser.ts'
import { serve, type Site } from './support/pages.ts'

const { chromium, browser } = useBrowser('the first hour at the desk'), postgres = await testPostgres()

describe.skipIf(chromium === null).each([['a file', null], ...postgres === null ? [] : [['PostgreSQL', postgres] as const]] as const)('the first hour, over %s', (_name, address) => {
  let rival: RivalToll, desk: Desk, site: Site, context: BrowserContext, page: Page, watched: Watch
  beforeAll(async () => {
    desk = await openDesk(address)
    site = await serve({ '/feed.xml': wireFeed, '/konduga': RAID_PAGE })
    context = await browser().newContext({ baseURL: desk.origin, viewport: { width: 1440, height: 900 } })
    // The browser writes down what is refused: a file of a kind that is not read, an incident that was merged into another.
    watched = await watch(context, { origin: desk.origin, expected: /status of 415|status of 404 .*\/incidents\// })
    context.setDefaultTimeout(20_000)
    await desk.signIn(context, 'ada')
    page = await context.newPage()
  })
  afterAll(async () => { await context.close(); await desk.close(); await site.close() })
  /** An event of an incident as it is or was last. */
  const membersOf = async (id: string): Promise<[string, string]> => { const [last] = await desk.store.incidents.history(id), { document, event } = last!.incident.members[0]!; return [document, event] }
  // Each step stands on those before it.
  let broken: string | null = null
  beforeEach(() => { if (broken !== null) throw new Error(`An earlier step failed: ${broken}`) })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') { broken ??= task.name; await keepShot(page, task.name) }
    expect(watched.wrong).toEqual([])
  })

  test('an empty desk says what to do', async () => {
    await page.goto('/')
    await page.getByRole('heading', { name: 'Nothing on the map yet' }).waitFor()
    await page.getByRole('link', { name: 'Take reports in' }).click()
    await page.getByRole('heading', { name: 'Give Casus something to read' }).waitFor()
    expect(await axeOn(page)).toEqual([])
  })

  test('a feed is added by its address, asked at once, and its page is coded', async () => {
    await page.getByLabel('Address of a feed').fill(`${site.origin}/feed.xml`)
    await page.getByRole('button', { name: 'Add feed' }).click()
    await page.getByText('1 new report from the feed.').waitFor()
    const row = page.getByRole('row', { name: /Three Rivers Wire/ })
    await row.getByText('followed').waitFor()
    expect(site.asked).toContain('/konduga')
    await page.getByText('The one report is read.').waitFor()
  })

  test('files dropped on any view are taken in, set aside or refused with the reason', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('t')
    await page.getByText(/^\d+ incidents?$/).first().waitFor()
    await drop(page, NEWS_FILES)
    await page.getByRole('heading', { name: 'Files' }).waitFor()
    await page.getByText(/^3 sent, 1 refused$/).waitFor()
    const line = (name: string) => page.locator('.sent li', { hasText: name })
    expect(await line('photo.png').innerText()).toContain('file-kind')
    expect(await line('maputo.txt').innerText()).toContain('1 set aside')
    expect(await line('february.ndjson').innerText()).toMatch(/1[0-9] taken in/)
  })

  test('their coding is watched until their incidents are there', async () => {
    await page.getByText(/All \d+ reports are read\./).waitFor({ timeout: 60_000 })
    const found = page.locator('.sent li', { hasText: 'february.ndjson' }).getByRole('link', { name: /^\d+ incidents$/ })
    await found.waitFor()
    expect(await axeOn(page)).toEqual([])
    await found.click()
    await page.getByRole('grid', { name: 'Incidents' }).waitFor()
    expect(await page.getByRole('row').count()).toBeGreaterThan(8)
  })

  test('the map is opened and says how many stand on it', async () => {
    await page.goto('/sources')
    await page.getByRole('link', { name: 'See them on the map' }).click()
    const count = page.locator('.toolbar .count:has-text("on the map")')
    await count.waitFor()
    expect(Number(/\d+/.exec(await count.innerText())![0])).toBeGreaterThan(5)
  })

  test('a claim is followed to its sentence', async () => {
    rival = await rivalToll(desk)
    await page.goto(`/table?id=${rival.incident.id}`)
    await page.getByRole('row').nth(1).getByRole('link').click()
    await page.getByRole('region', { name: 'Who claims what' }).waitFor()
    const { speaker, publisher, evidence } = rival.other.testimonies.find(t => t.speaker !== null)!
    await page.getByRole('row', { name: /^Killed/ }).getByRole('button', { name: new RegExp(`show the words of ${speaker!}`) }).last().click()
    await page.getByRole('region', { name: /^Text of the report/ }).waitFor()
    expect((await page.locator('.evidence mark').allInnerTexts()).join(' ')).toContain(evidence[0]!.exact.slice(0, 20))
    expect(await page.locator('.evidence').innerText()).toContain(publisher!)
    expect(await axeOn(page)).toEqual([])
  })

  test('a disputed toll is resolved', async () => {
    const row = page.getByRole('row', { name: /^Killed/ }), { at, value } = rival
    await row.locator('th').click()
    expect(await row.locator('.best b').first().innerText()).not.toContain(`${value}`)
    await page.keyboard.press(`${at + 1}`)
    await row.getByText('decided').waitFor()
    expect(await row.locator('.best b').first().innerText()).toContain(`${value}`)
    expect((await desk.store.decisions.query({})).rows[0]).toMatchObject({ kind: expect.stringMatching(/accept|correct/) as string, field: 'killed', by: 'ada' })
  })

  test('two incidents are merged from either side, and by undoing it one is where one merged from', async () => {
    const before = (await desk.store.incidents.query({ count: true, size: 1 })).total!, here = (): string => decodeURIComponent(new URL(page.url()).pathname.slice('/incidents/'.length))
    const [first, second] = (await desk.store.incidents.query({ size: 3, sort: { field: 'id' } })).rows.map(r => r.incident.id).filter(id => id !== rival.incident.id), merged: string[] = []
    for (const from of [first!, second!]) {
      await page.goto(`/incidents/${from}`)
      await page.getByRole('region', { name: 'Who claims what' }).waitFor()
      await page.keyboard.press('m')
      const dialog = page.getByRole('dialog', { name: 'Merge with another incident' }), other = from === first ? second! : first!
      await dialog.getByPlaceholder('Words in reports').fill('killed')
      await page.keyboard.press('Enter')
      await dialog.getByText('With “killed” in a report').waitFor()
      await dialog.locator(`input[value="${other}"]`).check()
      await dialog.getByLabel('Why?').fill('the same raid')
      await dialog.getByRole('button', { name: 'Merge' }).click()
      await page.getByText('Merged.').first().waitFor()
      expect((await desk.store.incidents.query({ count: true, size: 1 })).total).toBe(before - 1)
      merged.push((await desk.store.incidents.of(...(await membersOf(from))))!.incident.id)
      await expect.poll(here).toBe(merged.at(-1))
      await page.keyboard.press('u')
      await page.getByText('this is the one it was merged from').first().waitFor()
      expect((await desk.store.incidents.query({ count: true, size: 1 })).total).toBe(before)
      await expect.poll(here).toBe(from)
      await expect.poll(() => page.getByText('This incident is no more').count()).toBe(0)
      await page.getByText('undone by ada').first().waitFor()
      await page.getByRole('button', { name: 'Dismiss' }).first().click()
    }
    // One of the two ways round the incident had another id while they were one.
    expect(new Set(merged).size).toBe(1)
  })

  test('ten tasks are reviewed by keyboard alone', async () => {
    const decidedBefore = (await desk.store.decisions.query({ filters: [{ field: 'by', op: 'eq', value: 'ada' }], size: 500 })).rows.length
    await page.keyboard.press('g')
    await page.keyboard.press('r')
    const question = page.locator('.question h2')
    await question.waitFor()
    for (let k = 0; k < 10; k++) {
      await question.waitFor()
      const asked = await question.innerText(), task = new URL(page.url()).searchParams.get('task')
      // Where the machine prefers no value, there is none to leave as it is; the key says so.
      const none = await page.locator('.rivals').count() > 0 && await page.locator('.rivals').getByText('chosen now').count() === 0
      if (none) { await page.keyboard.press('a'); await page.getByText('None of these is preferred').first().waitFor() }
      await page.keyboard.press(none ? '1' : asked.startsWith('Are these one') ? 'n' : k % 4 === 3 && /How many|Who|Where|When/.test(asked) ? '2' : 'a')
      // What was missed is coded; the form as it stands says that it happened, and what.
      if (asked.startsWith('Do the marked words')) { await page.getByRole('dialog', { name: 'Add an event' }).getByLabel('Who').first().waitFor(); await page.keyboard.press('Enter') }
      await page.waitForURL(url => url.searchParams.get('task') !== task)
    }
    await page.getByText(/^10 decided/).waitFor()
    await expect.poll(async () => (await desk.store.decisions.query({ filters: [{ field: 'by', op: 'eq', value: 'ada' }], size: 500 })).rows.length + (await desk.store.tasks.answers()).length, { timeout: 20_000 }).toBeGreaterThanOrEqual(decidedBefore + 10)
    expect(await axeOn(page)).toEqual([])
  })

  test('the last answer of the review is taken back by a key', async () => {
    await page.keyboard.press('u')
    await page.getByText('Taken back.').waitFor()
    await page.getByText(/^9 decided/).waitFor()
  })

  test('what matches is exported', async () => {
    await page.goto('/table?country=NG')
    await page.getByRole('button', { name: 'Export' }).click()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'CSV, a line an incident' }).click()])
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\n')
    expect(lines[0]).toMatch(/\bid\b/)
    expect(lines).toHaveLength(1 + (await desk.store.incidents.query({ filters: [{ field: 'country', op: 'eq', value: 'NG' }], count: true, size: 1 })).total!)
  })
})
