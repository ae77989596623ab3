/** How a page looks, small: the brightness of a grid of cells of its picture and how much each cell holds, to compare with what it looked like when somebody last looked. Fonts differ between machines, so single letters must not count: a cell holds dozens of them. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'

const COLUMNS = 32, ROWS = 20, CELLS = COLUMNS * ROWS
const KEPT = join(import.meta.dirname, 'looks.json')

/** Of 255: what cells may differ by in the mean, and by how much a cell is another one. */
const MEAN = 10, OTHER = 48
/** Share of the cells that may be others, and share of what stands on the page that may stand elsewhere: a list is a row longer, a mark has moved. */
const SOME = 0.12, MOVED = 0.5

/** Mean brightness (0..255) of each cell of the picture of the window, row by row, then the deviation within each, which is what stands there. Decoded in a page of its own, since the desk's policy lets no picture in. */
export async function looksOf(page: Page, browser: Browser): Promise<Uint8Array> {
  const shot = (await page.screenshot({ animations: 'disabled', caret: 'hide' })).toString('base64'), blank = await browser.newPage()
  try {
    const cells = await blank.evaluate(`(async () => {
      const bytes = Uint8Array.from(atob(${JSON.stringify(shot)}), c => c.charCodeAt(0)), image = await createImageBitmap(new Blob([bytes], { type: 'image/png' })), canvas = new OffscreenCanvas(image.width, image.height), drawn = canvas.getContext('2d')
      drawn.drawImage(image, 0, 0)
      const { data } = drawn.getImageData(0, 0, image.width, image.height), sum = new Float64Array(${CELLS}), squares = new Float64Array(${CELLS}), count = new Float64Array(${CELLS})
      for (let y = 0, i = 0; y < image.height; y++) for (let x = 0; x < image.width; x++, i += 4) { const cell = Math.floor(y * ${ROWS} / image.height) * ${COLUMNS} + Math.floor(x * ${COLUMNS} / image.width), light = 0.2126 * data[i] + 0.7152 * data[i + 1] + 0.0722 * data[i + 2]; sum[cell] += light; squares[cell] += light * light; count[cell]++ }
      const mean = sum.map((s, k) => s / count[k])
      return [...mean, ...squares.map((q, k) => Math.sqrt(Math.max(0, q / count[k] - mean[k] * mean[k])))].map(Math.round)
    })()`) as readonly number[]
    return Uint8Array.from(cells)
  } finally { await blank.close() }
}

/** The pictures that are kept, by name: the view, its width and theme. */
export const keptLooks = (): Record<string, string> => { try { return JSON.parse(readFileSync(KEPT, 'utf8')) as Record<string, string> } catch { return {} } }
const before = keptLooks(), now: Record<string, string> = {}

/** What is other about a picture than when it was kept, in words; null where it looks alike. With CASUS_LOOKS=keep it is kept instead. */
export function otherThan(name: string, looks: Uint8Array): string | null {
  now[name] = Buffer.from(looks).toString('base64')
  if (process.env['CASUS_LOOKS'] === 'keep') return null
  const was = before[name]
  if (was === undefined) return `${name} was never kept: look at it, then CASUS_LOOKS=keep.`
  const old = Uint8Array.from(Buffer.from(was, 'base64')), apart = [...looks].map((v, k) => Math.abs(v - (old[k] ?? 0))), total = (list: ArrayLike<number>): number => Array.from(list).reduce((a, b) => a + b, 0)
  const light = apart.slice(0, CELLS), mean = total(light) / CELLS, others = light.filter(d => d > OTHER).length / CELLS, moved = total(apart.slice(CELLS)) / Math.max(1, total(old.slice(CELLS)))
  return mean <= MEAN && others <= SOME && moved <= MOVED ? null : `${name} looks other than it did: ${mean.toFixed(1)} of 255 in the mean, ${Math.round(100 * others)} % of it another, ${Math.round(100 * moved)} % of what stood there elsewhere. If it should, look at it, then CASUS_LOOKS=keep.`
}

/** Keeps what was seen, where that was asked for. */
export function keepLooks(): void {
  if (process.env['CASUS_LOOKS'] === 'keep') writeFileSync(KEPT, `${JSON.stringify(Object.fromEntries(Object.entries({ ...before, ...now }).sort(([a], [b]) => (a < b ? -1 : 1))), null, 1)}\n`)
}
