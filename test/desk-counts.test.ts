/** Trends, actors and places in a browser, over both stores: what a number says is what it opens, by mouse and by keys. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { BrowserContext, Page } from 'playwright-core'
import { INVENTED } from '../bench/desk/reports.ts'
import { analyse } from '../src/index.ts'
import { openDesk, type Desk } from './desk/server.ts'
import { axeOn, overflow, watch, type Watch } from './support/browser.ts'
import { useBrowser } from './support/use-browser.ts'
import { testPostgres } from './store/postgres.ts'

const { chromium, browser } = useBrowser('trends, actors and places at the desk, in a browser'), postgres = await testPostgres()

describe.skipIf(chromium === null).each([['a file', null], ...postgres === null ? [] : [['PostgreSQL', postgres] as const]] as const)('counts, over %s', (_name, address) => {
  let desk: Desk, context: BrowserContext, page: Page, watched: Watch
  beforeAll(async () => {
    desk = await openDesk(address)
    await desk.store.documents.add(INVENTED)
    await desk.store.analyses.put(INVENTED.map(report => analyse(report)))
    await desk.store.incidents.refresh()
    context = await browser().newContext({ baseURL: desk.origin, viewport: { width: 1440, height: 900 } })
    watched = await watch(context, { origin: desk.origin })
    context.setDefaultTimeout(20_000)
    page = await context.newPage()
  })
  afterAll(async () => { await context.close(); await desk.close() })
  afterEach(() => { expect(watched.wrong).toEqual([]) })

  /** The number of incidents that the table says there are. */
  const tableCount = async (): Promise<number> => {
    await page.waitForURL(/\/table\?/)
    await page.locator('.toolbar .count', { hasText: /\d/ }).waitFor()
    return Number(/[\d,]+/.exec(await page.locator('.toolbar .count').innerText())![0].replace(',', ''))
  }

  test('an empty answer teaches', async () => {
    await page.goto('/trends?country=AQ')
    await page.getByRole('heading', { name: 'Nothing matches' }).waitFor()
    await page.getByRole('button', { name: 'Clear all filters' }).click()
    await page.getByRole('heading', { name: 'All that match' }).waitFor()
    expect(new URL(page.url()).search).toBe('')
  })

  test('a bar opens exactly what it counts, by keys alone', async () => {
    await page.goto('/trends?unit=month&split=none')
    const chart = page.getByRole('slider', { name: 'All incidents by month' })
    await chart.focus()
    for (const key of ['Home', 'ArrowRight', 'End', 'ArrowLeft']) {
      await chart.press(key)
      expect(await chart.getAttribute('aria-valuetext')).toMatch(/^\w+ 2024: \d+ incidents? \(/)
    }
    const says = await chart.getAttribute('aria-valuetext'), counted = Number(/: (\d+) /.exec(says!)![1])
    await chart.press('Enter')
    expect(await tableCount()).toBe(counted)
  })

  test('every number of the figures opens as many', async () => {
    for (const [row, column] of [[0, 'th a'], [1, 'td a'], [2, 'th a']] as const) {
      await page.goto('/trends?unit=week&split=type')
      await page.getByRole('region', { name: 'All incidents' }).locator('summary').click()
      const line = page.getByRole('region', { name: 'All incidents' }).locator('tbody tr').nth(row), link = line.locator(column).first(), counted = Number(column === 'th a' ? await line.locator('td').first().innerText() : await link.innerText())
      await link.click()
      expect(await tableCount(), `${row} ${column}`).toBe(counted)
    }
  })

  test('one of the small charts opens its own incidents, and the address holds all that is shown', async () => {
    await page.goto('/trends?split=participant&show=killed&unit=month&scale=own')
    const card = page.locator('.multiples article').first(), counted = Number(await card.locator('.count').innerText())
    expect(await axeOn(page)).toEqual([])
    await card.locator('h3 a').click()
    expect(await tableCount()).toBe(counted)
    await page.goBack()
    expect(await page.getByLabel('split by').inputValue()).toBe('participant')
    await page.locator('.choices select').first().selectOption('injured')
    expect(new URL(page.url()).searchParams.get('show')).toBe('injured')
  })

  test('an actor is found by another name, and its page counts what the table finds', async () => {
    await page.goto('/actors')
    await page.getByLabel('Name or alias').fill('Jamaatu Ahlis')
    const registry = page.getByRole('region', { name: 'Of the registry' })
    await registry.getByRole('link', { name: 'Boko Haram' }).click()
    await page.getByRole('heading', { name: 'Boko Haram' }).waitFor()
    await page.getByRole('slider', { name: /as (doer|other side)/ }).first().waitFor()
    expect(await axeOn(page)).toEqual([])
    const link = page.getByRole('region', { name: 'Whom it fights' }).locator('tbody td a').first(), counted = Number(await link.innerText())
    await link.click()
    expect(await tableCount()).toBe(counted)
    expect(await page.locator('.chip', { hasText: 'Boko Haram' }).count()).toBe(1)
  })

  test('a place has its entry and its incidents, on a small screen too', async () => {
    await page.goto('/places')
    await page.getByRole('table', { name: 'Places of incidents' }).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/places\/./)
    await page.getByRole('heading', { name: 'Where it lies' }).waitFor()
    await page.setViewportSize({ width: 390, height: 844 })
    for (const path of ['/trends', '/actors', '/places', new URL(page.url()).pathname]) {
      await page.goto(path)
      await page.waitForLoadState('networkidle')
      expect(await overflow(page), path).toBe(0)
      expect(await axeOn(page), path).toEqual([])
    }
  })
})
