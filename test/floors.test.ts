/** Proves that imports go only downward in the list of docs/architecture.md, that core stays free of I/O, and that this very test sees violations. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkFloors, type Sources } from './floors/check.ts'
import { importsOf } from './floors/imports.ts'
import { PLANTED, PLANTED_FLOORS } from './floors/planted.ts'

const root = join(import.meta.dirname, '..')

/** The block of docs/architecture.md that opens with ```floors, lowest first; words after two spaces are remarks. */
function listedFloors(): readonly string[] {
  const block = /```floors\n([\s\S]*?)```/.exec(readFileSync(join(root, 'docs', 'architecture.md'), 'utf8'))?.[1] ?? ''
  return block.split('\n').map(line => line.trim().split(/\s/)[0]!).filter(floor => floor !== '')
}

function sourcesBelow(folder: string): Sources {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => file.replaceAll('\\', '/')).filter(file => /\.[cm]?tsx?$/.test(file)).sort()
  return new Map(files.map(file => [file, readFileSync(join(folder, file), 'utf8')]))
}

const floors = listedFloors(), sources = sourcesBelow(join(root, 'src'))

describe('floors', () => {
  test('the list is read', () => {
    expect(floors[0]).toBe('core/model')
    expect(floors).toContain('cli')
    expect(new Set(floors).size).toBe(floors.length)
  })

  test('enough files and imports are seen', () => {
    expect(sources.size).toBeGreaterThan(50)
    expect([...sources].flatMap(([file, source]) => importsOf(file, source)).length).toBeGreaterThan(100)
  })

  test('no import climbs, leaves the list, reaches for Node in core, or goes round in a circle', () => {
    expect(checkFloors(sources, floors).map(v => `${v.kind}: ${v.says}`)).toEqual([])
  })
})

describe('planted violations', () => {
  test.each(PLANTED)('$says', ({ kind, files }) => {
    const kinds = checkFloors(new Map(Object.entries(files)), PLANTED_FLOORS).map(v => v.kind)
    expect([...new Set(kinds)]).toEqual(kind === null ? [] : [kind])
  })
})
