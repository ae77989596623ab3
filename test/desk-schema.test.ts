/** The types that the desk asks the interface with are those of openapi.json; `npm run schema` writes them anew. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openApiOf } from '../src/api/openapi.ts'
import { schemaTypes, type Described } from './support/schema-types.ts'

test('src/web/api/schema.ts is made from what the interface says of itself', async () => {
  await expect(schemaTypes(openApiOf('0') as unknown as Described)).toMatchFileSnapshot(join(import.meta.dirname, '..', 'src', 'web', 'api', 'schema.ts'))
})

test('kinds of schemas become types', () => {
  const types = schemaTypes({ components: { schemas: {
    Choice: { type: 'string', enum: ['a', "it's"] }, Maybe: { type: ['integer', 'null'] }, List: { type: 'array', items: { $ref: '#/components/schemas/Choice' } },
    Thing: { type: 'object', properties: { a: { type: 'boolean' }, b: { anyOf: [{ type: 'string' }, { type: 'null' }] } }, required: ['a'] }, Loose: { type: 'object', additionalProperties: {} },
  } }, paths: { '/x/{id}': { get: { parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }, { name: 'killed__gte', in: 'query', schema: { type: 'string' } }], responses: { 200: { content: { 'application/json': { schema: { type: 'string' } } } } } } } } })
  expect(types).toContain(String.raw`Choice: 'a' | 'it\'s'`)
  expect(types).toContain('Maybe: number | null')
  expect(types).toContain("List: readonly (components['schemas']['Choice'])[]")
  expect(types).toContain('Thing: { a: boolean; b?: string | null }')
  expect(types).toContain('Loose: { [name: string]: unknown }')
  expect(types).toContain("'/x/{id}': {\n    get: { parameters: { query?: { killed__gte?: string }; path: { id: string }; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': string } } } }")
})
