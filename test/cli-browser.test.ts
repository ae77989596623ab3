/** How the browser is asked to open the desk, on each system; nothing is opened. */
import { describe, expect, test } from 'vitest'
import { commandOf, openInBrowser, type Machine } from '../src/cli/browser.ts'

const DESK = 'http://127.0.0.1:8137/#code=a_B-9', on = (given: Partial<Machine>): Machine => ({ platform: 'linux', release: '6.1.0', env: {}, ...given })

describe('the command that opens an address', () => {
  test('is open on macOS', () => { expect(commandOf(DESK, on({ platform: 'darwin' }))).toEqual(['open', DESK]) })
  test('is the handler of addresses on Windows, past cmd.exe and its start', () => {
    expect(commandOf(DESK, on({ platform: 'win32' }))).toEqual(['rundll32', 'url.dll,FileProtocolHandler', DESK])
    expect(commandOf('http://127.0.0.1:8137/?a=1&b=%TEMP%', on({ platform: 'win32' }))!.at(-1)).toBe('http://127.0.0.1:8137/?a=1&b=%TEMP%')
  })
  test('is that of Windows in a Linux beneath it, also without a display', () => { expect(commandOf(DESK, on({ release: '5.15.153.1-microsoft-standard-WSL2' }))).toEqual(['rundll32.exe', 'url.dll,FileProtocolHandler', DESK]) })
  test('is xdg-open where there is a screen, and nothing where there is none', () => {
    expect(commandOf(DESK, on({ env: { DISPLAY: ':0' } }))).toEqual(['xdg-open', DESK])
    expect(commandOf(DESK, on({ env: { WAYLAND_DISPLAY: 'wayland-0' } }))).toEqual(['xdg-open', DESK])
    expect(commandOf(DESK, on({ env: { DISPLAY: '' } }))).toBeNull()
  })
  test('is given the whole address as its last argument alone, and nothing but addresses of the web', () => {
    for (const platform of ['darwin', 'win32'] as const) expect(commandOf(DESK, on({ platform }))!.filter(word => word.includes('code='))).toEqual([DESK])
    for (const other of ['file:///etc/passwd', '-a Calculator', 'javascript:alert(1)', '']) expect(commandOf(other, on({ platform: 'darwin' }))).toBeNull()
  })
})

test('where nothing can open it the person is told to', async () => {
  expect(await openInBrowser(DESK, on({}))).toBe(false)
  expect(await openInBrowser('no address', on({ platform: 'darwin' }))).toBe(false)
})
