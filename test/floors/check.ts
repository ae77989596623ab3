/** Finds imports that climb, leave the list of floors, reach for Node in core, or go round in a circle. */
import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import { globalsOf, importsOf, type Import } from './imports.ts'

export type ViolationKind = 'climbs' | 'unlisted' | 'unresolved' | 'builtin-in-core' | 'package-in-core' | 'global-in-core' | 'builtin-in-web' | 'cycle'
export interface Violation { readonly kind: ViolationKind; readonly file: string; readonly says: string }

/** Sources by path below src/, with forward slashes. */
export type Sources = ReadonlyMap<string, string>

/** Packages that core may use: pure computation, no I/O. */
const CORE_PACKAGES = ['@noble/hashes']

/** Every violation of the order in `floors` (lowest first; a floor is a folder or a file below src/). */
export function checkFloors(sources: Sources, floors: readonly string[]): readonly Violation[] {
  const imports = new Map([...sources].map(([file, source]) => [file, importsOf(file, source)]))
  const each = [...imports].flatMap(([file, found]) => [...unlisted(file, floors), ...found.flatMap(i => checkImport(file, i, sources, floors))])
  const globals = [...sources].filter(([file]) => inCore(file)).flatMap(([file, source]) => globalsOf(file, source).map((name): Violation => ({ kind: 'global-in-core', file, says: `${file} uses ${name}` })))
  return [...each, ...globals, ...cycles(imports)]
}

const inCore = (file: string): boolean => file.startsWith('core/')
const inWeb = (file: string): boolean => file.startsWith('web/')

/** Styles, pictures and workers that the desk's builder takes in; no code of ours. */
const ASSET = /\.(?:css|svg|json)(?:\?\w+)?$/

/** Index of the floor a file stands on; -1 for none. The longest name wins. */
export function floorOf(file: string, floors: readonly string[]): number {
  const on = floors.filter(floor => file === floor || file.startsWith(`${floor}/`)).sort((a, b) => b.length - a.length)[0]
  return on === undefined ? -1 : floors.indexOf(on)
}

const unlisted = (file: string, floors: readonly string[]): readonly Violation[] => floorOf(file, floors) >= 0 ? [] : [{ kind: 'unlisted', file, says: `${file} stands on no floor of the list` }]

function checkImport(file: string, found: Import, sources: Sources, floors: readonly string[]): readonly Violation[] {
  const violation = (kind: ViolationKind, why: string): readonly Violation[] => [{ kind, file, says: `${file} ${why} ${found.specifier}` }]
  if (!found.literal) return violation('unresolved', 'imports what only running shows:')
  if (!found.specifier.startsWith('.')) return checkOutside(file, found.specifier, violation)
  if (inWeb(file) && ASSET.test(found.specifier)) return []
  const target = resolveImport(file, found.specifier)
  if (!sources.has(target)) return violation('unresolved', 'imports what is not below src/:')
  return floorOf(target, floors) > floorOf(file, floors) ? violation('climbs', 'imports upward') : []
}

function checkOutside(file: string, specifier: string, violation: (kind: ViolationKind, why: string) => readonly Violation[]): readonly Violation[] {
  if (inWeb(file) && isBuiltin(specifier)) return violation('builtin-in-web', 'imports from Node')
  if (!inCore(file)) return []
  if (isBuiltin(specifier)) return violation('builtin-in-core', 'imports from Node')
  return CORE_PACKAGES.some(name => specifier === name || specifier.startsWith(`${name}/`)) ? [] : violation('package-in-core', 'imports a package not allowed in core:')
}

/** What the builder is told after a question mark ("?worker&inline") is no part of the name. */
const resolveImport = (file: string, specifier: string): string => posix.join(posix.dirname(file), inWeb(file) ? specifier.replace(/\?[\w&]+$/, '') : specifier)

/** One violation a circle, named by the files on it. */
function cycles(imports: ReadonlyMap<string, readonly Import[]>): readonly Violation[] {
  const done = new Set<string>(), found: Violation[] = []
  const visit = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file)
    if (at >= 0) { found.push({ kind: 'cycle', file, says: [...path.slice(at), file].join(' -> ') }); return }
    if (done.has(file)) return
    for (const { specifier } of (imports.get(file) ?? []).filter(i => i.specifier.startsWith('.'))) visit(resolveImport(file, specifier), [...path, file])
    done.add(file)
  }
  for (const file of imports.keys()) visit(file, [])
  return found
}
