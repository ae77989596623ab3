/** openapi.json, made from the declarations of the routes. */
import { OpenAPIHono, z } from '@hono/zod-openapi'
import { formsOf } from './answer.ts'
import { API_FAILURES } from './errors.ts'
import { parametersOf, type Parameter } from './parameters.ts'
import { FORMATS, type Route } from './route.ts'
import { fullPath, ROUTES } from './routes.ts'

type Registry = OpenAPIHono['openAPIRegistry']
export type OpenApi = ReturnType<OpenAPIHono['getOpenAPI31Document']>

const failure = z.object({ error: z.object({ code: z.string(), message: z.string(), field: z.string().optional() }) }).openapi('Failure', { description: `One shape for all failures. Codes of the interface: ${Object.keys(API_FAILURES).join(', ')}; those of the store come through as they are.` })

/** The document for a server of this version. */
export function openApiOf(version: string): OpenApi {
  const holder = new OpenAPIHono(), registry = holder.openAPIRegistry
  registry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' })
  registry.registerComponent('securitySchemes', 'session', { type: 'apiKey', in: 'cookie', name: 'casus_session', description: 'Set by POST /api/v1/session, with the port after the name where there is one; writes carry X-Casus-CSRF besides.' })
  for (const route of ROUTES) register(registry, route)
  return holder.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'Casus', version, description: 'Incidents of armed conflict and political violence, read from news reports, with every claim and its words.', license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' } }, servers: [{ url: '/' }] })
}

function register(registry: Registry, route: Route): void {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!), query = parametersOf(route)
  registry.registerPath({
    method: route.method, path: fullPath(route), tags: [route.tag], summary: route.summary, operationId: operationId(route), description: `Least role: ${route.role}.`,
    // Reads of an open server need no token; the empty requirement says so.
    security: route.role === 'reader' ? [{}, { token: [] }, { session: [] }] : [{ token: [] }, { session: [] }],
    request: {
      ...names.length === 0 ? {} : { params: z.object(Object.fromEntries(names.map(name => [name, z.string()]))) },
      ...query.length === 0 ? {} : { query: z.object(Object.fromEntries(query.map(p => [p.name, parameter(p)]))) },
      ...route.raw === true ? { body: { required: true, content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } } } } : {},
      ...route.body === undefined ? {} : { body: { required: true, content: { 'application/json': { schema: route.body } } } },
    },
    responses: { 200: { description: route.summary, content: contentOf(route) }, default: { description: 'A failure', content: { 'application/json': { schema: failure } } } },
  })
}

const operationId = ({ method, path }: Route): string => `${method}${path.replace(/[{}]/g, '').split('/').filter(part => part !== '').map(part => part[0]!.toUpperCase() + part.slice(1)).join('')}`

function parameter({ about, required, choices, kind }: Parameter): z.ZodType {
  const value = choices === undefined ? kind === 'whole' ? z.int() : z.string() : z.enum(choices as [string, ...string[]])
  return (required === true ? value : value.optional()).openapi({ description: about })
}

function contentOf(route: Route): Readonly<Record<string, { readonly schema: z.ZodType }>> {
  if (route.streams === true) return { 'text/event-stream': { schema: z.string() } }
  if (route.shape === undefined) return { 'application/json': { schema: route.answer } }
  const page = z.object({ rows: z.array(route.answer), next: z.string().nullable(), total: z.int().nullable(), facets: z.record(z.string(), z.array(z.object({ value: z.union([z.string(), z.number(), z.boolean()]).nullable(), name: z.string().optional(), count: z.int() }))) })
  return Object.fromEntries(formsOf(route).map(form => [FORMATS[form], { schema: form === 'json' ? page : z.string() }]))
}
