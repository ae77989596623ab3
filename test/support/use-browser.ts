/** A browser for the tests of one file. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { buildDesk, launch, testChromium } from './browser.ts'

/** A browser for all tests of a file, with the desk built; `chromium` is null where there is none, and the tests are to be skipped. */
export function useBrowser(what: string): { readonly chromium: string | null; readonly browser: () => Browser } {
  const found = testChromium(what)
  let browser: Browser | null = null
  beforeAll(async () => {
    if (found === null) return
    buildDesk()
    browser = await launch(found)
  })
  afterAll(async () => { await browser?.close() })
  return { chromium: found, browser: () => browser! }
}
