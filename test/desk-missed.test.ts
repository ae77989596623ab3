/** An event that the machine missed, in a browser: confirmed in the review, added by selecting words of a report, marked as added by a person, taken back. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Incident, Span } from '../src/core/model/index.ts'
import { analyse } from '../src/index.ts'
import { codedFrom, eventDraft } from '../src/web/correct/event-draft.ts'
import { openDesk, type Desk } from './desk/server.ts'
import { axeOn, buildDesk, launch, testChromium, watch, type Watch } from './support/browser.ts'

const TEXT = 'Gunmen killed two soldiers near Kirkuk on Friday, police said.\n\nThe fate of the miners of Konduga is dark: of those who went down on 12 January, nobody is seen again, and a miller of the town lies in his grave. Their kin wait at the gate.'
const REPORT = { id: 'mine', publisher: 'Three Rivers Wire', title: 'Gunmen near Kirkuk', published: '2024-01-20', text: TEXT }
const wordsOf = (exact: string): Span => { const start = TEXT.indexOf(exact); return { start, end: start + exact.length, exact } }

describe('the form of an event', () => {
  const mention = wordsOf('lies in his grave')
  test('gives each field its own words', () => {
    const { coded } = codedFrom({ ...eventDraft('ASSAULT'), recipients: { value: 'miller' }, place: { name: 'Konduga', country: 'ng', precision: 'town' }, date: { value: '2024-01-12' }, killed: { min: '1', max: '', of: '' }, weapons: { value: 'gate' } }, mention, TEXT) as { coded: object }
    expect(coded).toMatchObject({ type: 'ASSAULT', status: 'occurred', mentions: [mention], recipients: [{ name: 'miller', evidence: [wordsOf('miller')] }], places: [{ country: 'NG', evidence: [wordsOf('Konduga')] }], date: { edtf: '2024-01-12', evidence: [mention] }, killed: { min: 1, max: null, evidence: [mention] }, weapons: [wordsOf('gate')] })
  })
  test('says what is wrong', () => {
    expect(codedFrom({ ...eventDraft(null), date: { value: 'Friday' } }, mention, TEXT)).toMatchObject({ wrong: expect.stringMatching(/^When: /) as string })
    expect(codedFrom({ ...eventDraft(null), weapons: { value: 'rifle' } }, mention, TEXT)).toMatchObject({ wrong: expect.stringContaining('rifle') as string })
  })
})

const chromium = testChromium('missed events at the desk')
describe.skipIf(chromium === null)('an event that was missed', () => {
  let browser: Browser, desk: Desk, context: BrowserContext, page: Page, watched: Watch
  const added = async (): Promise<readonly Incident[]> => (await desk.store.incidents.query({ size: 100 })).rows.map(r => r.incident).filter(i => JSON.stringify(i.fields).includes('addedBy'))
  beforeAll(async () => {
    buildDesk()
    browser = await launch(chromium!)
    desk = await openDesk(null)
    await desk.store.documents.add([REPORT])
    await desk.store.analyses.put([analyse(REPORT)], new Map([['mine', [{ type: 'ASSAULT', span: wordsOf('nobody is seen again'), confidence: 0.4 }]]]))
    await desk.store.incidents.refresh()
    await desk.store.tasks.refresh()
    context = await browser.newContext({ baseURL: desk.origin, viewport: { width: 1440, height: 900 } })
    context.setDefaultTimeout(20_000)
    watched = await watch(context, { origin: desk.origin })
    await desk.signIn(context, 'ben')
    page = await context.newPage()
  })
  afterAll(async () => { await browser?.close(); await desk?.close() })

  test('is coded in the review by keys, and the question is gone; taken back, it is asked again', async () => {
    await page.goto('/review?kind=missed&document=other')
    await page.getByText('No task of this choice waits.').waitFor()
    await page.getByRole('button', { name: /^Report other/ }).click()
    await page.getByLabel('Type').selectOption('ASSAULT')
    expect(await axeOn(page)).toEqual([])
    await page.getByRole('heading', { name: /Do the marked words tell of an incident/ }).waitFor()
    await page.keyboard.press('a')
    const dialog = page.getByRole('dialog', { name: 'Add an event' })
    await expect.poll(() => page.evaluate("document.activeElement.closest('label')?.textContent ?? ''")).toMatch(/^Who/)
    await dialog.getByLabel(/^To whom/).fill('miners')
    await dialog.getByLabel('Where').fill('Konduga')
    await dialog.getByLabel('Which one').waitFor()
    expect(await dialog.getByLabel('Which one').locator('option:checked').innerText()).toContain('Nigeria')
    await dialog.getByLabel(/^Day/).fill('2024-01-12')
    expect(await axeOn(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByText(/^1 decided/).waitFor()
    await expect.poll(async () => (await added()).length, { timeout: 20_000 }).toBe(1)
    expect((await added())[0]).toMatchObject({ type: 'ASSAULT', recipients: [{ name: 'miners' }], places: [{ name: 'Konduga', country: 'NG', latitude: expect.any(Number) as number }], date: { edtf: '2024-01-12' } })
    await page.keyboard.press('u')
    await page.getByText('Taken back.').waitFor()
    await page.getByRole('heading', { name: /Do the marked words tell of an incident/ }).waitFor()
    await expect.poll(async () => (await added()).length, { timeout: 20_000 }).toBe(0)
    expect(watched.wrong).toEqual([])
  })

  test('skipping a question that somebody has answered meanwhile is told, and no failure', async () => {
    const task = (await desk.store.tasks.query({ filters: [{ field: 'kind', op: 'eq', value: 'missed' }] }, 'ben')).rows[0]!
    await desk.store.tasks.answer(task.id, 'ada', 'none', null)
    await page.keyboard.press('s')
    await page.getByText('This question was gone already').waitFor()
    expect(await page.getByText('Failed:').count()).toBe(0)
    await page.getByRole('heading', { name: 'Nothing to decide' }).waitFor()
    expect(watched.wrong).toEqual([])
    await desk.store.tasks.answer(task.id, 'ada', 'open', null)
  })

  test('is added by selecting words of the report, shown among its events, and marked wherever it stands', async () => {
    await page.goto('/reports/mine')
    await page.locator('.report-text').waitFor()
    await page.evaluate(`(() => {
      const piece = [...document.querySelectorAll('.report-text [data-from]')].find(p => p.textContent.includes('lies in his grave')), walker = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT)
      while (walker.nextNode()) { const at = walker.currentNode.data.indexOf('lies in his grave'); if (at >= 0) { getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + 17); return } }
    })()`)
    await page.getByRole('button', { name: /an event that was missed/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Add an event' })
    await dialog.getByLabel('Type').selectOption('ASSAULT')
    await dialog.getByLabel('Mode').selectOption('firearms')
    await dialog.getByLabel(/^To whom/).fill('miller')
    await dialog.getByRole('group', { name: 'Killed' }).getByLabel('At least').fill('1')
    await dialog.getByRole('button', { name: 'Add', exact: true }).click()
    const card = page.locator('.event-card', { hasText: 'by hand' })
    await card.getByRole('button', { name: /^p-\w+ Assault/ }).click()
    await card.getByText('by-hand:ben').first().waitFor()
    expect(await axeOn(page)).toEqual([])
    const [incident] = await added()
    expect(incident).toMatchObject({ mode: 'firearms', killed: { min: 1 } })
    for (const address of [`/incidents/${incident!.id}`, `/table?id=${incident!.id}`, `/map?id=${incident!.id}`]) {
      await page.goto(address)
      await page.locator('.by-hand', { hasText: 'added by ben' }).first().waitFor()
    }
    expect(watched.wrong).toEqual([])
  })

  test('is taken back from the history of its incident', async () => {
    await page.goto(`/incidents/${(await added())[0]!.id}`)
    await page.getByText('added it by hand').waitFor()
    await page.locator('.history').getByRole('button', { name: 'Undo' }).first().click()
    await expect.poll(async () => (await added()).length, { timeout: 20_000 }).toBe(0)
  })
})
