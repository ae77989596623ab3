/** A browser for tests: CASUS_TEST_CHROMIUM, or a Chromium of this machine; every page is watched for what a page of the desk must never do. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'], ROOT = join(import.meta.dirname, '..', '..')
/** Nothing of the browser's own goes out, and it works where there is no display card and no sandbox. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-dev-shm-usage']

/** Path of a Chromium; null where there is none and none was asked for, with a line that says what goes untested. */
export function testChromium(what: string): string | null {
  const asked = process.env['CASUS_TEST_CHROMIUM'], found = asked ?? PLACES.find(existsSync)
  if (asked !== undefined && !existsSync(asked)) throw new Error(`CASUS_TEST_CHROMIUM is ${asked}, and there is no such file.`)
  if (found === undefined) process.stderr.write(`Skipped: ${what}, as there is no Chromium at ${PLACES[0]!}; set CASUS_TEST_CHROMIUM to the path of one.\n`)
  return found ?? null
}

export const launch = (executablePath: string): Promise<Browser> => chromium.launch({ executablePath, args: FLAGS })

/** Builds the desk where it is not built, or older than its sources; files of tests that run side by side wait for one build. Throws where it fails. */
export function buildDesk(): void {
  if (isBuilt()) return
  const lock = join(tmpdir(), `casus-desk-build-${createHash('sha256').update(ROOT).digest('hex').slice(0, 12)}`)
  for (const began = Date.now(); !locked(lock);) {
    if (Date.now() - began > PATIENCE) rmSync(lock, { recursive: true, force: true })
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
  }
  try {
    if (isBuilt()) return
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js'), 'build'], { cwd: ROOT, encoding: 'utf8' })
    if (status !== 0) throw new Error(`The desk could not be built:\n${stdout}${stderr}`)
  } finally { rmSync(lock, { recursive: true, force: true }) }
}

/** Milliseconds after which a lock was left by a run that was killed. */
const PATIENCE = 120_000

function locked(lock: string): boolean { try { mkdirSync(lock); return true } catch { return false } }

function isBuilt(): boolean {
  const page = join(ROOT, 'dist', 'web', 'index.html')
  return existsSync(page) && statSync(page).mtimeMs > Math.max(newest(join(ROOT, 'src', 'web')), newest(join(ROOT, 'src', 'core')))
}

const newest = (folder: string): number => Math.max(...readdirSync(folder, { recursive: true, withFileTypes: true }).filter(f => f.isFile()).map(f => statSync(join(f.parentPath, f.name)).mtimeMs))

/** What a page did that it must not: asked another origin, broke its own policy, wrote errors, opened a dialog. */
export interface Watch { readonly wrong: readonly string[] }
export interface WatchOptions { readonly origin: string; /** Failures that a test provokes: what is written about them is no error. */ readonly expected?: RegExp }

/** Watches every page of a context from its beginning. */
export async function watch(context: BrowserContext, { origin, expected }: WatchOptions): Promise<Watch> {
  const wrong: string[] = [], add = (what: string): void => { if (expected?.test(what) !== true) wrong.push(what) }
  await context.addInitScript('document.addEventListener("securitypolicyviolation", event => { console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`) })')
  context.on('request', request => { if (!['data:', 'blob:'].some(s => request.url().startsWith(s)) && new URL(request.url()).origin !== origin) add(`asked ${request.url()}`) })
  context.on('weberror', error => { add(`threw ${error.error().stack ?? String(error.error())}`) })
  context.on('console', message => { if (message.type() === 'error') add(`console: ${message.text()} ${message.location().url}`) })
  context.on('dialog', dialog => { add(`dialog: ${dialog.message()}`); void dialog.dismiss() })
  return { wrong }
}

const AXE = createRequire(import.meta.url)('axe-core') as { readonly source: string }

/** What axe finds wrong on the page, one line a place. */
export async function axeOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(`${AXE.source}; undefined`)
  // What is still fading in has less contrast than it will have; what turns for ever is not waited for.
  await page.evaluate('Promise.all(document.getAnimations().filter(a => a.effect?.getComputedTiming().iterations !== Infinity).map(a => a.finished.catch(() => null))).then(() => null)')
  const found = await page.evaluate('axe.run(document).then(r => r.violations)') as readonly { readonly id: string; readonly help: string; readonly nodes: readonly { readonly html: string }[] }[]
  return found.flatMap(({ id, help, nodes }) => nodes.map(n => `${id} (${help}): ${n.html.slice(0, 200)}`))
}

/** Keeps a picture of a page on which a test failed, and says where. */
export async function keepShot(page: Page, name: string): Promise<void> {
  const path = join(tmpdir(), `casus-${name.replaceAll(/\W+/g, '-').slice(0, 60)}.png`)
  try {
    await page.screenshot({ path })
    process.stderr.write(`The page when "${name}" failed: ${path}\n`)
  } catch { /* the page is gone; the test's own error says why */ }
}

/** How much wider than the window the page or its view is, in pixels; 0 where nothing is cut off. */
export const overflow = (page: Page): Promise<number> => page.evaluate('Math.max(0, document.documentElement.scrollWidth - innerWidth, ...[document.getElementById("main")].filter(Boolean).map(m => m.scrollWidth - m.clientWidth))')
