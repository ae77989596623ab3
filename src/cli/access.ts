/** `casus user` and `casus token`: who may use a store over HTTP. */
import { ROLES, type Role, type Store, type Token, type User } from '../store/index.ts'
import { clean, safeJson } from './clean.ts'
import { SHARED, type Command } from './command.ts'
import { CliError, EXIT } from './errors.ts'
import type { Invocation } from './options.ts'
import { personOf, withStore } from './with-store.ts'

const BY = { name: 'by', value: 'NAME', help: 'Who does this, for the audit. Default: your account.' }
const isMoment = (value: string): string | null => (/^\d{4}-\d{2}-\d{2}/.test(value) && !Number.isNaN(Date.parse(value)) ? null : `${JSON.stringify(value)} is no day or moment such as 2027-01-01.`)

export const user: Command = {
  name: 'user',
  summary: 'List the people who may use the store over HTTP, or add one',
  usage: '[NAME --role ROLE]',
  about: ['Without a name, lists them. A reader reads, a coder decides and takes reports in, an editor deletes and leads reviews, an admin gives out tokens; each may do what those before may.'],
  options: [SHARED.store, { name: 'role', value: 'ROLE', choices: ROLES, help: 'What the person may do. Default for a new one: reader.' }, { name: 'disable', help: "Refuse the person's tokens." }, BY, SHARED.json, SHARED.help],
  examples: [{ line: 'casus user ana --role coder', does: 'let Ana decide' }, { line: 'casus user ana --disable', does: 'let her in no more' }],
  run: (given, terminal) => withStore(given, async store => {
    const [name] = given.args, shown = name === undefined ? await store.access.users() : [await putUser(store, name, given)]
    for (const one of shown) await terminal.out(given.on('json') ? `${safeJson(one)}\n` : `${clean(one.name)}  ${one.role}${one.disabled ? '  disabled' : ''}\n`)
    return EXIT.ok
  }),
}

async function putUser(store: Store, name: string, given: Invocation): Promise<User> {
  const before = (await store.access.users()).find(u => u.name === name), role = (given.text('role') ?? before?.role ?? 'reader') as Role, disabled = given.on('disable')
  return await store.audited(() => ({ by: personOf(given), action: 'users.put', subject: name, detail: { role, disabled } })).store.access.putUser(name, role, { disabled })
}

export const token: Command = {
  name: 'token',
  summary: 'List tokens, make one for a person, or revoke one',
  usage: '[NAME]\n[--revoke ID]',
  about: ['Without a name, lists the tokens. With one, makes a token and prints its secret, which is shown this once: the store keeps only its hash. Whoever has it acts as that person: Authorization: Bearer SECRET.'],
  options: [SHARED.store, { name: 'label', value: 'TEXT', help: 'What the token is for.' }, { name: 'expires', value: 'DATE', help: 'Until when it holds. Default: until it is revoked.', check: isMoment }, { name: 'revoke', value: 'ID', help: 'Revoke the token with this id.' }, BY, SHARED.json, SHARED.help],
  examples: [{ line: 'casus token ana --label laptop', does: 'make a token for Ana' }, { line: 'casus token --revoke 0d9c…', does: 'revoke one' }],
  run: (given, terminal) => withStore(given, async store => {
    const [name] = given.args, revoked = given.text('revoke')
    if (revoked !== null && name !== undefined) throw new CliError('argument-extra', 'Give a name to make a token, or --revoke ID to end one.')
    if (revoked !== null) await revoke(store, revoked, given)
    else if (name !== undefined) { const made = await makeToken(store, name, given); await terminal.out(given.on('json') ? `${safeJson(made)}\n` : `${made.secret}\n`) }
    else for (const one of await store.access.tokens()) await terminal.out(given.on('json') ? `${safeJson(one)}\n` : `${lineOf(one)}\n`)
    return EXIT.ok
  }),
}

async function makeToken(store: Store, name: string, given: Invocation): Promise<Token & { readonly secret: string }> {
  const label = given.text('label'), expires = given.text('expires')
  const audited = store.audited(made => ({ by: personOf(given), action: 'tokens.create', subject: (made as Token).id, detail: { user: name, label, expires } }))
  return await audited.store.access.createToken(name, { ...label === null ? {} : { label }, ...expires === null ? {} : { expires: new Date(expires).toISOString() } })
}

async function revoke(store: Store, id: string, given: Invocation): Promise<void> {
  await store.audited(() => ({ by: personOf(given), action: 'tokens.revoke', subject: id, detail: null })).store.access.revokeToken(id)
}

const lineOf = ({ id, user: name, label, expires, revoked, lastUsed }: Token): string => [id, clean(name), ...label === null ? [] : [clean(label)], revoked ? 'revoked' : expires === null ? 'until revoked' : `until ${expires}`, lastUsed === null ? 'never used' : `used ${lastUsed}`].join('  ')
