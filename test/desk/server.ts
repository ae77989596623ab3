/** A desk to test: a store on one of the engines, served on loopback with the work beside it, and people who may sign in. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { serveApi } from '../../src/api/index.ts'
import { openStore, type Store } from '../../src/store/index.ts'
import { startBackground } from '../../src/work/background.ts'
import { dropSchema, newSchema } from '../store/postgres.ts'

export interface Desk {
  readonly origin: string
  readonly store: Store
  /** Signs the context in as a person of the store: ada (editor), ben and cleo (coders), root (admin). */
  readonly signIn: (context: BrowserContext, name: string) => Promise<void>
  readonly close: () => Promise<void>
}

const PEOPLE = [['ada', 'editor'], ['ben', 'coder'], ['cleo', 'coder'], ['root', 'admin']] as const

/** `postgres` is the address of a server; null makes a file. Feeds on 127.0.0.1 are allowed by name, and asked without waiting between requests. */
export async function openDesk(postgres: string | null, more: { readonly tiles?: string } = {}): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'casus-desk-')), schema = postgres === null ? null : newSchema(), address = postgres ?? join(folder, 'desk.casus'), at = schema === null ? {} : { schema }
  const background = startBackground({ address, ...at, code: true, threads: 1 }), store = await openStore(address, { ...at, refresh: () => background.refresh() })
  const tokens = new Map<string, string>()
  for (const [name, role] of PEOPLE) {
    await store.access.putUser(name, role)
    tokens.set(name, (await store.access.createToken(name)).secret)
  }
  const served = await serveApi(store, { host: '127.0.0.1', port: 0, background, network: { allowed: new Set(['127.0.0.1']), pace: 0 }, ...more }), origin = new URL(served.address).origin
  return {
    origin, store,
    signIn: async (context, name) => {
      const { status } = await (await context.request.post(`${origin}/api/v1/session`, { data: { token: tokens.get(name) } })).json().then(() => ({ status: 200 }), () => ({ status: 500 }))
      if (status !== 200) throw new Error(`${name} could not sign in.`)
    },
    close: async () => {
      await served.close()
      await background.close()
      await store.close()
      if (postgres !== null && schema !== null) await dropSchema(postgres, schema)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
