/** The places that MUC-4's task documents list with what they lie in, as every system of 1992 was given them. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Paths ("EL SALVADOR", "MORAZAN (DEPARTMENT)") by the name of their narrowest place; `longest` in words. */
export interface PlaceList { readonly byName: ReadonlyMap<string, readonly (readonly string[])[]>; readonly longest: number }

export const NO_PLACES: PlaceList = { byName: new Map(), longest: 0 }

const FILES = ['containing-areas-part1.v5', 'containing-areas-part2']

/** Reads the lists of a corpora folder's `muc4`; empty where they are not there. */
export function readPlaceList(folder: string): PlaceList {
  return placeListOf(FILES.map(file => join(folder, 'taskdoc', 'templ-doc-more', file)).filter(existsSync).map(file => readFileSync(file, 'utf8')).join('\n'))
}

export function placeListOf(text: string): PlaceList {
  const paths = new Map<string, readonly string[]>()
  for (const line of text.split('\n')) {
    const path = line.replace(/\s\*.*$|\s\?\?.*$|\smessage \d.*$/, '').split(':').map(step => step.replaceAll('?', '').replace(/\)+\s*$/, ')').replace(/\s+/g, ' ').trim())
    if (path.length > 1 && path[0] !== '' && path.slice(1).every(step => /^[A-Z0-9'. -]+ \([A-Z /]+\)$/.test(step)) && /^[A-Z ]+$/.test(path[0]!)) paths.set(path.join(': '), path)
  }
  const byName = new Map<string, (readonly string[])[]>()
  for (const path of paths.values()) { const name = path.at(-1)!.replace(/ \([^()]*\)$/, ''); byName.set(name, [...byName.get(name) ?? [], path]) }
  return { byName, longest: Math.max(0, ...[...byName.keys()].map(name => name.split(' ').length)) }
}
