/** Choosing words of a report: steps of the keys, and in a browser a correction and an addition made with the keyboard alone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BrowserContext, Page } from 'playwright-core'
import { analyse } from '../src/index.ts'
import { chosenAt, extentOf, stepped, wordsOf, type Chosen } from '../src/web/reading/word-steps.ts'
import { openDesk, type Desk } from './desk/server.ts'
import { axeOn, watch, type Watch } from './support/browser.ts'
import { useBrowser } from './support/use-browser.ts'

describe('steps through words', () => {
  const text = '“Gunmen killed two,” police said.\n\nLoss: $40,000 (30%). They fled', of = wordsOf(text), said = (chosen: Chosen | null): string => { const { start, end } = extentOf(of, chosen!); return text.slice(start, end) }
  const press = (...keys: readonly string[]): string => said(keys.reduce<Chosen>((at, key) => stepped(of, at, key.replace('+', ''), key.startsWith('+'))!, chosenAt(of, 0)!))
  test('words go without the marks around them, figures with their signs', () => {
    expect(of.words.map(w => text.slice(w.start, w.end))).toEqual(['Gunmen', 'killed', 'two', 'police', 'said', 'Loss', '$40,000', '30%', 'They', 'fled'])
    expect(of.firsts).toEqual([0, 5, 8])
    expect(wordsOf(' — … ').words).toEqual([])
    expect(chosenAt(wordsOf(''), 3)).toBeNull()
  })
  test.each<readonly [readonly string[], string]>([
    [['ArrowRight'], 'killed'], [['ArrowLeft'], 'Gunmen'], [['ArrowRight', '+ArrowRight'], 'killed two'], [['ArrowRight', '+ArrowRight', '+ArrowLeft', '+ArrowLeft'], 'Gunmen killed'],
    [['ArrowDown'], 'Loss'], [['ArrowDown', 'ArrowDown', 'ArrowDown'], 'They'], [['ArrowDown', 'ArrowRight', 'ArrowUp'], 'Loss'], [['ArrowDown', 'ArrowUp'], 'Gunmen'], [['End'], 'said'], [['End', 'Home'], 'Gunmen'],
    [['+ArrowDown'], 'Gunmen killed two,” police said'], [['+ArrowDown', '+ArrowDown'], 'Gunmen killed two,” police said.\n\nLoss: $40,000 (30%'], [['+ArrowRight', 'ArrowRight'], 'two'],
  ])('%j chooses %j', (keys, words) => { expect(press(...keys)).toBe(words) })
  test('other keys choose nothing', () => { expect(stepped(of, { from: 0, to: 0 }, 'j', false)).toBeNull() })
  test('take a time that grows as the text does', () => {
    const began = performance.now()
    expect(wordsOf(`${'.'.repeat(300_000)}a ${'“'.repeat(300_000)}`).words).toHaveLength(1)
    expect(performance.now() - began).toBeLessThan(2000)
  })
})

// A character that would turn the line stands before the words: on the page it is shown by its code, longer than it is.
const TEXT = 'Prices rose again on \u202eMonday in the town of Kirkuk.\n\nGunmen killed two soldiers near Kirkuk on Friday, police said.\n\nOf the miners who went down on 12 January nobody is seen again, and a miller lies in his grave.'
const { chromium, browser } = useBrowser('choosing words with keys')

describe.skipIf(chromium === null)('by keyboard alone', () => {
  let desk: Desk, context: BrowserContext, page: Page, watched: Watch
  const press = async (...keys: readonly string[]): Promise<void> => { for (const key of keys) await page.keyboard.press(key) }
  const chosen = async (words: string): Promise<void> => { await page.locator('[role=status]', { hasText: `Chosen: ${words}` }).waitFor({ state: 'attached' }) }
  /** Goes to a control by the tabulator, as one would. */
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let k = 0; k < 40; k++) {
      if (name.test(await page.evaluate('document.activeElement?.textContent ?? ""'))) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`The tabulator does not reach ${name.source}.`)
  }
  beforeAll(async () => {
    desk = await openDesk(null)
    const report = { id: 'mine', publisher: 'Three Rivers Wire', title: 'Gunmen near Kirkuk', published: '2024-01-20', text: TEXT }
    await desk.store.documents.add([report])
    await desk.store.analyses.put([analyse(report)])
    await desk.store.incidents.refresh()
    context = await browser().newContext({ baseURL: desk.origin, viewport: { width: 1440, height: 900 } })
    context.setDefaultTimeout(20_000)
    watched = await watch(context, { origin: desk.origin })
    await desk.signIn(context, 'ben')
    page = await context.newPage()
  })
  afterAll(async () => { await context?.close(); await desk?.close() })

  test('a field is corrected by words of the text', async () => {
    await page.goto('/reports/mine')
    await page.locator('.report-text').waitFor()
    await press('j', 'w')
    await chosen('killed')
    expect(await axeOn(page)).toEqual([])
    await press('ArrowRight', 'Shift+ArrowRight')
    await chosen('two soldiers')
    expect(await page.evaluate('[...CSS.highlights.get("picked")].map(r => r.toString()).join()')).toBe('two soldiers')
    await press('Enter')
    await tabTo(/^To whom$/)
    await press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    expect(await axeOn(page)).toEqual([])
    await press('Enter')
    await page.getByText('e1 corrected').waitFor()
    const start = TEXT.indexOf('two soldiers'), { rows } = await desk.store.decisions.query({})
    expect(rows[0]).toMatchObject({ kind: 'correct', field: 'recipients', by: 'ben', evidence: [{ start, end: start + 12, exact: 'two soldiers' }] })
  })

  test('words behind a character that is shown by its code are the words of the text, also for the pointer', async () => {
    await page.goto('/reports/mine')
    await page.locator('.report-text').waitFor()
    await press('w')
    await chosen('Prices')
    await press('End', 'ArrowLeft')
    await chosen('of')
    expect(await page.evaluate('[...CSS.highlights.get("picked")].map(r => r.toString()).join()')).toBe('of')
    await press('Escape')
    await page.getByRole('button', { name: /^Choose with keys/ }).waitFor()
    await page.locator('.report-text').getByText('in the town').dblclick()
    await page.getByRole('group', { name: 'What the selected words are' }).waitFor()
    const selected = await page.evaluate('getSelection().toString().trim()') as string
    expect(await page.getByRole('group', { name: 'What the selected words are' }).innerText()).toContain(`“${selected}”`)
  })

  test('an event that was missed is added', async () => {
    await page.goto('/reports/mine')
    await page.locator('.report-text').waitFor()
    await tabTo(/^Choose with keys/)
    await press('Enter')
    await chosen('Prices')
    await press('ArrowDown', 'ArrowDown', 'End', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowLeft')
    await chosen('lies in his grave')
    await press('Enter')
    await tabTo(/an event that was missed/)
    await press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Add an event' })
    await dialog.getByLabel(/^To whom/).waitFor()
    await dialog.getByLabel('Type').selectOption('ASSAULT')
    await dialog.getByLabel(/^To whom/).focus()
    await page.keyboard.type('miller')
    await press('Enter')
    await page.locator('.event-card', { hasText: 'by hand' }).waitFor()
    expect((await desk.store.decisions.query({ filters: [{ field: 'kind', op: 'eq', value: 'add' }] })).rows[0]).toMatchObject({ coded: { mentions: [{ exact: 'lies in his grave' }] } })
    expect(watched.wrong).toEqual([])
  })
})
