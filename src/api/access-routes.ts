/** Routes of people, tokens and the audit, and of the server itself. */
import { z } from '@hono/zod-openapi'
import { AUDIT_QUERY, ROLES, type AuditEntry, type Token, type User } from '../store/index.ts'
import { properties } from './answer.ts'
import { whole } from './incident-routes.ts'
import { list, route } from './route.ts'

const text = z.string(), nullable = text.nullable(), role = z.enum(ROLES)
const user = z.object({ name: text, role, created: text, disabled: z.boolean() }).openapi('User')
const tokenFields = { id: text, user: text, label: nullable, created: text, expires: nullable, revoked: z.boolean(), lastUsed: nullable }
const newToken = z.strictObject({ user: text, label: text.max(200).optional(), expires: z.iso.datetime({ offset: true }).optional() })
const ADMIN = { tag: 'access', role: 'admin' } as const

export const ACCESS_ROUTES = [
  route({ method: 'get', path: '/me', tag: 'access', role: 'reader', summary: 'Whose token this is, and the state of the store', answer: z.object({ user: nullable, role: role.nullable(), engine: text, version: text, change: z.int() }), run: async ({ around: { store, version }, caller }) => ({ user: caller?.user ?? null, role: caller?.role ?? null, engine: store.engine, version, change: await store.changes.last() }) }),
  list({ ...ADMIN, path: '/audit', summary: 'Who changed what, newest first', fields: AUDIT_QUERY, answer: z.object({ id: text, at: text, by: text, action: text, subject: nullable, detail: z.unknown() }).openapi('AuditEntry'), shape: properties<AuditEntry>('id', 'at', 'by', 'action', 'subject', 'detail'), run: ({ around, query }) => around.store.access.audits(query) }),
  list({ ...ADMIN, path: '/users', summary: 'People who may use the store', paged: false, answer: user, shape: properties<User>('name', 'role', 'created', 'disabled'), run: async ({ around: { store } }) => whole(await store.access.users()) }),
  route({
    ...ADMIN, method: 'put', path: '/users/{name}', summary: 'Add a person, or change their role', body: z.strictObject({ role, disabled: z.boolean().default(false) }), answer: user,
    run: ({ around: { store }, path, body }) => store.access.putUser(path['name']!, body.role, { disabled: body.disabled }), audit: ({ path, body }) => ({ action: 'users.put', subject: path['name']!, detail: body }),
  }),
  list({ ...ADMIN, path: '/tokens', summary: 'Tokens, without their secrets', paged: false, answer: z.object(tokenFields).openapi('Token'), shape: properties<Token>('id', 'user', 'label', 'created', 'expires', 'revoked', 'lastUsed'), run: async ({ around: { store } }) => whole(await store.access.tokens()) }),
  route({
    ...ADMIN, method: 'post', path: '/tokens', summary: 'A new token; its secret is shown this once', body: newToken, answer: z.object({ ...tokenFields, secret: text }).openapi('NewToken'),
    run: ({ around: { store }, body: { user: name, label, expires } }) => store.access.createToken(name, { ...label === undefined ? {} : { label }, ...expires === undefined ? {} : { expires } }),
    audit: ({ body }, token: Token) => ({ action: 'tokens.create', subject: token.id, detail: body }),
  }),
  route({
    ...ADMIN, method: 'delete', path: '/tokens/{id}', summary: 'Revoke a token', answer: z.object({ revoked: text }),
    run: async ({ around: { store }, path }) => { await store.access.revokeToken(path['id']!); return { revoked: path['id']! } }, audit: ({ path }) => ({ action: 'tokens.revoke', subject: path['id']!, detail: null }),
  }),
]
