/** Opens the store that a command works on, and closes it whatever happens. */
import { existsSync } from 'node:fs'
import type { Store, StoreOptions } from '../store/index.ts'
import { CliError } from './errors.ts'
import type { Invocation } from './options.ts'

const DEFAULT = 'dataset.casus'

/** Where the store is: the option, the environment, or the file in this folder. */
export const storeAddress = (given: Invocation): string => given.text('store') ?? process.env['DATABASE_URL'] ?? process.env['CASUS_STORE'] ?? DEFAULT

/** Whether no store was named and none lies in this folder. */
export const beginsHere = (given: Invocation): boolean => storeAddress(given) === DEFAULT && given.text('store') === null && !existsSync(DEFAULT)

/** Runs `use` with the open store. Only `casus init`, and the desk where nothing was named, make one: elsewhere a file that is not there is a mistake in its name. Throws CliError store-missing. */
export async function withStore<T>(given: Invocation, use: (store: Store, address: string) => Promise<T>, make = false, options: StoreOptions = {}): Promise<T> {
  const address = storeAddress(given), { isPostgres, openStore } = await import('../store/index.ts')
  if (!make && !isPostgres(address) && !existsSync(address)) throw new CliError('store-missing', `There is no store at ${address}. Make one: casus init --store ${address}.`)
  const store = await openStore(address, options)
  try { return await use(store, address) } finally { await store.close() }
}

/** Who decides: the name given, or that of the account on this machine. */
export const personOf = (given: Invocation): string => given.text('by') ?? process.env['USER'] ?? process.env['LOGNAME'] ?? 'somebody'
