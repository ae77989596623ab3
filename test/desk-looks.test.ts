/** The measure by which pictures of the desk are compared: it must see what a person would, and not what a machine's fonts do. */
import { describe, expect, test } from 'vitest'
import { keptLooks, otherThan } from './desk/looks.ts'

const names = Object.keys(keptLooks()).filter(name => name.endsWith('light')), of = (name: string): Uint8Array => Uint8Array.from(Buffer.from(keptLooks()[name]!, 'base64'))

describe('pictures that are kept', () => {
  test('are there, light and dark, of many views', () => {
    expect(names.length).toBeGreaterThan(30)
    for (const name of names) expect(Object.keys(keptLooks())).toContain(name.replace(/light$/, 'dark'))
  })
  test.each(names)('%s looks like itself, a little darker too, and neither dark nor empty', name => {
    const looks = of(name)
    expect(otherThan(name, looks)).toBeNull()
    expect(otherThan(name, looks.map(v => Math.max(0, v - 2)))).toBeNull()
    expect(otherThan(name, of(name.replace(/light$/, 'dark')))).toMatch(/looks other/)
    expect(otherThan(name, looks.map((v, k) => (k < looks.length / 2 ? v : 0)))).toMatch(/looks other/)
  })
  test('a picture that nobody kept is told', () => {
    expect(otherThan('nothing, 1 wide, light', new Uint8Array(1280))).toMatch(/never kept/)
  })
})
