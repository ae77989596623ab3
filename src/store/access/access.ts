/** People, tokens and the audit. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { StoreError } from '../errors.ts'
import { AUDIT_QUERY } from '../query/fields.ts'
import { readPage } from '../query/page.ts'
import type { Tables } from '../schema/tables.ts'
import type { Access, AuditEntry, Role, Token, User } from '../types/access.ts'
import type { Page, Query } from '../types/query.ts'
import { insertAudit, transact, type Context } from '../writing.ts'

export const accessOf = (context: Context): Access => {
  const { engine: { db }, now } = context
  return {
    putUser: (name, role, options = {}) => putUser(context, name, role, options.disabled ?? false),
    users: async () => (await db.selectFrom('users').selectAll().orderBy('name').execute()).map(userFrom),
    createToken: (user, options = {}) => createToken(context, user, options),
    tokens: async user => (await db.selectFrom('tokens').selectAll().$if(user !== undefined, q => q.where('user_name', '=', user!)).orderBy('created').orderBy('id').execute()).map(tokenFrom),
    revokeToken: id => revokeToken(context, id),
    authenticate: secret => authenticate(context, secret),
    audit: async entry => { await db.transaction().execute(tx => insertAudit(tx, now(), entry)) },
    audits: query => audits(context, query),
  }
}

const userFrom = ({ disabled, role, ...row }: Tables['users']): User => ({ ...row, role: role as Role, disabled: disabled === 1 })
const tokenFrom = ({ id, user_name: user, label, created, expires, revoked, last_used: lastUsed }: Tables['tokens']): Token => ({ id, user, label, created, expires, revoked: revoked === 1, lastUsed })

async function putUser(context: Context, name: string, role: Role, disabled: boolean): Promise<User> {
  const changed = { role, disabled: Number(disabled) }
  return await transact(context, async tx => userFrom(await tx.insertInto('users').values({ name, created: context.now(), ...changed }).onConflict(c => c.column('name').doUpdateSet(changed)).returningAll().executeTakeFirstOrThrow()))
}

/** 256 random bits need no slow hash: there is nothing to guess. */
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

async function createToken(context: Context, user: string, options: { readonly label?: string; readonly expires?: string; readonly parent?: string | null }): Promise<Token & { readonly secret: string }> {
  const secret = `casus_${randomBytes(32).toString('base64url')}`
  return await transact(context, async tx => {
    if (await tx.selectFrom('users').select('name').where('name', '=', user).executeTakeFirst() === undefined) throw new StoreError('user-unknown', `There is no user "${user}".`)
    const row = await tx.insertInto('tokens').values({ id: randomUUID(), user_name: user, hash: hashOf(secret), label: options.label ?? null, created: context.now(), expires: options.expires ?? null, revoked: 0, last_used: null, parent: options.parent ?? null }).returningAll().executeTakeFirstOrThrow()
    return { ...tokenFrom(row), secret }
  })
}

async function revokeToken(context: Context, id: string): Promise<void> {
  await transact(context, async tx => {
    const row = await tx.updateTable('tokens').set({ revoked: 1 }).where('id', '=', id).returning('id').executeTakeFirst()
    if (row === undefined) throw new StoreError('token-unknown', `There is no token "${id}".`)
  })
}

/** Moments within a minute count as one use: reading must not mean writing. */
const USE_PACE = 60_000

async function authenticate({ engine: { db }, now }: Context, secret: string): Promise<{ readonly user: string; readonly role: Role; readonly token: string } | null> {
  const row = await db.selectFrom('tokens').innerJoin('users', 'users.name', 'tokens.user_name').select(['tokens.id', 'tokens.expires', 'tokens.last_used', 'users.name', 'users.role'])
    .leftJoin('tokens as parents', 'parents.id', 'tokens.parent').select(['parents.revoked as ended', 'parents.expires as end'])
    .where('tokens.hash', '=', hashOf(secret)).where('tokens.revoked', '=', 0).where('users.disabled', '=', 0).executeTakeFirst()
  const at = now(), past = (moment: string | null): boolean => moment !== null && Date.parse(moment) <= Date.parse(at)
  if (row === undefined || past(row.expires) || row.ended === 1 || past(row.end)) return null
  if (row.last_used === null || Date.parse(row.last_used) + USE_PACE < Date.parse(at)) await db.transaction().execute(tx => tx.updateTable('tokens').set({ last_used: at }).where('id', '=', row.id).execute())
  return { user: row.name, role: row.role as Role, token: row.id }
}

async function audits({ engine }: Context, query: Query): Promise<Page<AuditEntry>> {
  const page = await readPage<Required<Tables['audits']> & { readonly number: number }>(engine, {
    fields: AUDIT_QUERY, table: 'audits', id: 'number', order: { field: 'at', descending: true }, from: sql.table('audits'), columns: sql.raw('audits.*'), always: [],
  }, query)
  return { ...page, rows: page.rows.map(({ number, at, by_whom: by, action, subject, detail }) => ({ id: String(number), at, by, action, subject, detail: JSON.parse(detail) as unknown })) }
}
