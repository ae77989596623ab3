/** "Try it" as a page of its own, opened from a folder as from a disk: it codes in the browser and asks for nothing but its own files. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { axeOn, launch, overflow, testChromium } from './support/browser.ts'

const root = join(import.meta.dirname, '..'), chromium = testChromium('the page that needs no server')

describe.skipIf(chromium === null)('the page that needs no server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'casus-try-')), asked: string[] = [], wrong: string[] = []
  let browser: Browser
  beforeAll(async () => {
    const built = spawnSync(process.execPath, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--config', join('building', 'try.config.ts'), '--outDir', folder], { cwd: root, encoding: 'utf8' })
    if (built.status !== 0) throw new Error(built.stdout + built.stderr)
    browser = await launch(chromium!)
  })
  afterAll(async () => { await browser?.close(); rmSync(folder, { recursive: true, force: true }) })

  test('codes what is pasted, shows the rules, and asks no address', async () => {
    const page = await browser.newPage({ viewport: { width: 1024, height: 800 } })
    page.on('request', request => { asked.push(request.url()) })
    page.on('console', message => { if (message.type() === 'error') wrong.push(message.text()) })
    page.on('pageerror', error => { wrong.push(error.message) })
    await page.goto(pathToFileURL(join(folder, 'index.html')).href)
    await page.getByLabel('Text of a report in English').fill('Gunmen killed two soldiers near Mosul on Friday, police said. <img src=x onerror=alert(1)>')
    await page.getByLabel(/^Published on/).fill('2024-01-20')
    await page.getByLabel('Text of a report in English').press('Control+Enter')
    const card = page.locator('#event-e1')
    await card.waitFor({ timeout: 60_000 })
    await expect(card.textContent()).resolves.toMatch(/Assault.*Gunmen.*soldiers.*Mosul.*19 Jan 2024.*Killed2/)
    await card.getByRole('button', { name: /e1/ }).click()
    await expect(card.getByRole('group', { name: 'Why: Killed' }).textContent()).resolves.toContain('toll:killed')
    await page.locator('.piece.of-event').first().press('Enter')
    await expect(page.getByLabel('What stands behind the mark').textContent()).resolves.toContain('Events')
    expect(await page.locator('.report-text img').count()).toBe(0)
    expect(wrong).toEqual([])
    expect([...new Set(asked.map(address => address.startsWith('blob:') ? 'blob' : new URL(address).pathname.split('/').at(-1)))].toSorted()).toEqual(['blob', 'index.html', 'knowledge.js', 'try.css', 'try.js'])
    expect(asked.every(address => /^(?:file|blob):/.test(address))).toBe(true)
    expect(await axeOn(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 800 })
    expect(await overflow(page)).toBe(0)
  })
})
