/** Reads what a TypeScript file imports, and which globals of Node and of the browser it uses, from its syntax tree. */
import { parseSync } from 'oxc-parser'

/** `literal` is false where the module's name is computed. */
export interface Import { readonly specifier: string; readonly literal: boolean }

interface Node { readonly type: string; readonly start: number; readonly end: number; readonly [key: string]: unknown }

/** Globals that core does not touch; `globalThis` would be a way round. */
const FORBIDDEN = new Set(['process', 'Buffer', 'global', 'globalThis', 'require', 'module', '__dirname', '__filename', 'setImmediate', 'setTimeout', 'setInterval', 'queueMicrotask', 'console', 'performance', 'fetch', 'XMLHttpRequest', 'WebSocket', 'window', 'document', 'navigator', 'location', 'localStorage', 'sessionStorage', 'indexedDB', 'Worker', 'self', 'crypto', 'eval'])

/** Every import of a file: static, type-only, export-from, import() in code and in types, import = require() and require(). */
export function importsOf(file: string, source: string): readonly Import[] {
  const found: Import[] = []
  walk(parse(file, source), node => {
    const named = moduleNamed(node)
    if (named !== null) found.push(typeof named.value === 'string' ? { specifier: named.value, literal: true } : { specifier: source.slice(named.start, named.end), literal: false })
  })
  return found
}

/** The node that names the module, or null where `node` imports nothing. */
function moduleNamed(node: Node): Node | null {
  switch (node.type) {
    case 'ImportDeclaration': case 'ImportExpression': case 'TSImportType': case 'ExportAllDeclaration': return node['source'] as Node
    case 'ExportNamedDeclaration': return node['source'] as Node | null
    case 'TSExternalModuleReference': return node['expression'] as Node
    case 'CallExpression': return isRequire(node['callee'] as Node) ? (node['arguments'] as readonly Node[])[0] ?? null : null
    default: return null
  }
}

const isRequire = (callee: Node): boolean => callee.type === 'Identifier' && callee['name'] === 'require'

/** Forbidden globals that a file uses without declaring a variable of that name. */
export function globalsOf(file: string, source: string): readonly string[] {
  const used = new Set<string>(), declared = new Set<string>()
  walk(parse(file, source), (node, parent, key) => {
    if (node.type !== 'Identifier') return
    const name = node['name'] as string
    if (isBinding(parent, key)) declared.add(name)
    else if (FORBIDDEN.has(name) && !isLabel(parent, key)) used.add(name)
  })
  return [...used].filter(name => !declared.has(name)).sort()
}

const BINDING: Readonly<Record<string, readonly string[]>> = {
  VariableDeclarator: ['id'], FunctionDeclaration: ['id', 'params'], FunctionExpression: ['id', 'params'], ArrowFunctionExpression: ['params'], ClassDeclaration: ['id'],
  ImportSpecifier: ['local'], ImportDefaultSpecifier: ['local'], ImportNamespaceSpecifier: ['local'], CatchClause: ['param'], AssignmentPattern: ['left'], RestElement: ['argument'], ArrayPattern: ['elements'],
}

const isBinding = (parent: Node | null, key: string): boolean => parent !== null && ((BINDING[parent.type]?.includes(key) ?? false) || parent['isPattern'] === true && key === 'value')

/** Property names, members and keys of types are words, not variables. */
const isLabel = (parent: Node | null, key: string): boolean =>
  parent !== null && (key === 'property' && parent['computed'] !== true || key === 'key' && parent['computed'] !== true && parent['shorthand'] !== true || key === 'imported' || key === 'exported' || parent.type.startsWith('TS') && key !== 'expression' && key !== 'exprName')

function parse(file: string, source: string): Node {
  const { program, errors } = parseSync(file, source)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]!.message}`)
  return program as unknown as Node
}

type Visit = (node: Node, parent: Node | null, key: string) => void

/** Visits every node below `root`; properties of a destructuring pattern are marked as such. */
function walk(root: Node, visit: Visit): void {
  const step = (node: Node, parent: Node | null, key: string): void => {
    visit(node, parent, key)
    for (const [name, value] of Object.entries(node)) for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) step(node.type === 'ObjectPattern' && child.type === 'Property' ? { ...child, isPattern: true } : child, node, name)
    }
  }
  step(root, null, '')
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
