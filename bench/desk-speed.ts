/** How fast the desk is over a store: first paint, brush to repaint, scrolling, memory of the heap and of the tab. `node bench/desk-speed.ts FILE` (a store of `bench/desk.ts FILE --many 100000`); needs a Chromium. */
import { readFileSync } from 'node:fs'
import { serveApi } from '../src/api/index.ts'
import { openStore } from '../src/store/index.ts'
import { buildDesk, launch, testChromium } from '../test/support/browser.ts'
import type { Page } from 'playwright-core'

const chromium = testChromium('the speed of the desk'), say = (line: string): void => { process.stdout.write(`${line}\n`) }
if (chromium === null) process.exit(1)
buildDesk()
const store = await openStore(process.argv[2] ?? 'try.casus'), served = await serveApi(store, { host: '127.0.0.1', port: 0 }), browser = await launch(chromium), page = await browser.newPage({ viewport: { width: 1440, height: 900 } }), session = await page.context().newCDPSession(page)
await session.send('Performance.enable')
const heap = async (): Promise<number> => Math.round((await session.send('Performance.getMetrics')).metrics.find(m => m.name === 'JSHeapUsedSize')!.value / 1e6)
const middle = (times: readonly number[]): string => { const sorted = times.toSorted((a, b) => a - b); return `${Math.round(sorted[Math.floor(sorted.length / 2)]!)} ms in the middle, ${Math.round(sorted.at(-1)!)} ms at most` }
const paint = (): Promise<number> => page.evaluate('new Promise(r => new PerformanceObserver(l => { for (const e of l.getEntries()) if (e.name === "first-contentful-paint") r(e.startTime) }).observe({ type: "paint", buffered: true }))')

for (const [path, there] of [['map', '.toolbar .count:has-text("on the map")'], ['table', '.table [aria-rowindex="2"]'], ['trends', '.trend.all [role="slider"]']] as const) {
  const from = performance.now()
  await page.goto(`${served.address}${path}`, { waitUntil: 'commit' })
  const first = await paint()
  await page.locator(there).waitFor({ timeout: 120_000 })
  say(`${path}: first paint ${Math.round(first)} ms, incidents there after ${Math.round(performance.now() - from)} ms, heap ${await heap()} MB`)
  const then = path === 'map' ? `brush to repaint: ${middle(await brushed(page))}` : path === 'table' ? await scrolled(page) : await filled(page, from)
  say(`  ${then}; heap ${await heap()} MB, memory of the tab ${await resident()} MB`)
}
await browser.close()
await served.close()
await store.close()

/** Resident memory of the process that shows the page, in MB: the largest of its kind (others stand by), shared libraries of the browser included. Linux alone tells. */
async function resident(): Promise<number> {
  const { processInfo } = await (await browser.newBrowserCDPSession()).send('SystemInfo.getProcessInfo')
  const sizes = processInfo.filter(p => p.type === 'renderer').map(p => { try { return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${p.id}/status`, 'utf8'))?.[1] ?? 0) } catch { return 0 } })
  return Math.round(Math.max(0, ...sizes) / 1000)
}

/** How long the small charts and the counts of the facets took. */
async function filled(page: Page, from: number): Promise<string> {
  await page.waitForLoadState('networkidle')
  return `small charts and facets there after ${Math.round(performance.now() - from)} ms`
}

/** Milliseconds from each movement of the pointer to the frame after it was drawn. */
async function brushed(page: Page): Promise<readonly number[]> {
  await page.locator('.timeline rect').first().waitFor()
  await page.waitForLoadState('networkidle')
  const box = (await page.locator('.timeline .chart').boundingBox())!, times: number[] = []
  await page.mouse.move(box.x + 100, box.y + 30)
  await page.mouse.down()
  for (let i = 1; i <= 20; i++) {
    await page.evaluate('window.drawn = new Promise(r => addEventListener("pointermove", () => { const from = performance.now(); requestAnimationFrame(() => requestAnimationFrame(() => r(performance.now() - from))) }, { once: true, capture: true })); undefined')
    await page.mouse.move(box.x + 100 + i * (box.width - 200) / 20, box.y + 30)
    times.push(await page.evaluate('window.drawn'))
  }
  await page.mouse.up()
  return times
}

/** Frames in which part of the table in sight had no line, of those looked at while it is scrolled 1,200 pixels a frame. */
async function scrolled(page: Page): Promise<string> {
  let bare = 0
  const steps = 100
  await page.mouse.move(800, 500)
  for (let i = 0; i < steps; i++) {
    await page.mouse.wheel(0, 1200)
    if (await page.evaluate('new Promise(r => requestAnimationFrame(() => { const t = document.querySelector(".table"), b = t.getBoundingClientRect(); let bare = false; for (let y = b.top + 60; y < b.top + t.clientHeight - 4; y += 30) bare ||= document.elementFromPoint(b.left + 200, y)?.closest(".tr") == null; r(bare) }))') === true) bare++
  }
  return `scrolled ${steps} times, ${bare} frames with a bare place`
}
