/** TypeScript types from openapi.json, in the shape that openapi-fetch reads (the `paths` of openapi-typescript, whose own maker needs an older compiler). */

interface Schema {
  readonly $ref?: string; readonly type?: string | readonly string[]; readonly enum?: readonly unknown[]; readonly const?: unknown
  readonly properties?: Readonly<Record<string, Schema>>; readonly required?: readonly string[]; readonly items?: Schema; readonly prefixItems?: readonly Schema[]
  readonly additionalProperties?: Schema | boolean; readonly anyOf?: readonly Schema[]; readonly oneOf?: readonly Schema[]; readonly allOf?: readonly Schema[]
}
interface Parameter { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema?: Schema }
type Content = Readonly<Record<string, { readonly schema?: Schema }>>
interface Operation { readonly parameters?: readonly Parameter[]; readonly requestBody?: { readonly content: Content }; readonly responses: Readonly<Record<string, { readonly content?: Content }>> }
export interface Described { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>; readonly components: { readonly schemas: Readonly<Record<string, Schema>> } }

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const

/** The text of src/web/api/schema.ts. */
export function schemaTypes({ paths, components }: Described): string {
  const schemas = Object.entries(components.schemas).map(([name, schema]) => `    ${key(name)}: ${typeOf(schema)}\n`)
  return [
    '/** What the interface takes and answers; made from openapi.json by `npm run schema`, not by hand. */\n/* oxlint-disable max-lines */\n\n',
    'export interface components {\n  schemas: {\n', ...schemas, '  }\n}\n\n',
    'export interface paths {\n', ...Object.entries(paths).map(([path, methods]) => `  ${key(path)}: {\n${METHODS.map(m => `    ${m}${methods[m] === undefined ? '?: never' : `: ${operation(methods[m])}`}\n`).join('')}  }\n`), '}\n',
  ].join('')
}

function operation({ parameters = [], requestBody, responses }: Operation): string {
  const given = (where: string): string => {
    const all = parameters.filter(p => p.in === where)
    return all.length === 0 ? `${where}?: never` : `${where}${all.some(p => p.required === true) ? '' : '?'}: { ${all.map(p => `${key(p.name)}${p.required === true ? '' : '?'}: ${typeOf(p.schema ?? {})}`).join('; ')} }`
  }
  const body = requestBody === undefined ? 'requestBody?: never' : `requestBody: { content: ${contentOf(requestBody.content)} }`
  const answers = Object.entries(responses).map(([status, { content }]) => `${key(status)}: { headers: { [name: string]: unknown }; content${content === undefined ? '?: never' : `: ${contentOf(content)}`} }`)
  return `{ parameters: { ${['query', 'path', 'header', 'cookie'].map(given).join('; ')} }; ${body}; responses: { ${answers.join('; ')} } }`
}

const contentOf = (content: Content): string => `{ ${Object.entries(content).map(([type, { schema }]) => `${key(type)}: ${typeOf(schema ?? {})}`).join('; ')} }`
const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) || /^\d+$/.test(name) ? name : `'${name}'`)

function typeOf(schema: Schema): string {
  if (schema.$ref !== undefined) return `components['schemas']['${schema.$ref.split('/').at(-1)!}']`
  if (schema.enum !== undefined) return schema.enum.map(literal).join(' | ')
  if (schema.const !== undefined) return literal(schema.const)
  const several = schema.anyOf ?? schema.oneOf
  if (several !== undefined) return unique(several.map(typeOf)).join(' | ')
  if (schema.allOf !== undefined) return schema.allOf.map(s => grouped(typeOf(s))).join(' & ')
  const kinds = typeof schema.type === 'string' ? [schema.type] : schema.type ?? []
  return kinds.length === 0 ? 'unknown' : unique(kinds.map(kind => ofKind(kind, schema))).join(' | ')
}

const unique = (types: readonly string[]): readonly string[] => [...new Set(types)]
const grouped = (type: string): string => (type.includes(' | ') ? `(${type})` : type)
const literal = (value: unknown): string => (typeof value === 'string' ? `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'` : JSON.stringify(value))

function ofKind(kind: string, schema: Schema): string {
  switch (kind) {
    case 'integer': case 'number': return 'number'
    case 'array': return schema.prefixItems === undefined ? `readonly (${typeOf(schema.items ?? {})})[]` : `readonly [${schema.prefixItems.map(typeOf).join(', ')}]`
    case 'object': return objectOf(schema)
    default: return kind
  }
}

function objectOf({ properties = {}, required = [], additionalProperties }: Schema): string {
  const known = Object.entries(properties).map(([name, schema]) => `${key(name)}${required.includes(name) ? '' : '?'}: ${typeOf(schema)}`)
  const others = typeof additionalProperties === 'object' && known.length === 0 ? [`[name: string]: ${typeOf(additionalProperties)}`] : known.length === 0 || additionalProperties !== undefined && additionalProperties !== false ? ['[name: string]: unknown'] : []
  return `{ ${[...known, ...others].join('; ')} }`
}
