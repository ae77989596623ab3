/** Serves the interface on a port of this machine or of its network. */
import { serve } from '@hono/node-server'
import type { AddressInfo, Server } from 'node:net'
import type { Store } from '../store/index.ts'
import { createApi, type ApiOptions } from './app.ts'
import { LOOPBACK } from './gate.ts'

export interface ServeOptions extends Omit<ApiOptions, 'openReads' | 'hosts'> {
  readonly port: number
  readonly host: string
  /** Further names the server answers for on this machine. */
  readonly names?: readonly string[]
}

export interface Served { readonly address: string; readonly openReads: boolean; readonly close: () => Promise<void> }

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host)

/** Starts to serve. On this machine alone reads are open; on any other address everything needs a token. Rejects with the error of the socket, as EADDRINUSE. */
export async function serveApi(store: Store, { port, host, names = [], ...options }: ServeOptions): Promise<Served> {
  const openReads = isLoopback(host), api = createApi(store, { ...options, openReads, hosts: openReads ? [...LOOPBACK, host, ...names] : null })
  const server = await new Promise<Server>((resolve, reject) => {
    const started = serve({ fetch: api.fetch, port, hostname: host }, () => { resolve(started as Server) })
    started.on('error', reject)
  })
  const bound = server.address() as AddressInfo
  return {
    openReads, address: `http://${host.includes(':') ? `[${host}]` : host}:${bound.port}/`,
    close: async () => { await new Promise<void>(resolve => { server.close(() => { resolve() }); (server as Server & { closeAllConnections?: () => void }).closeAllConnections?.() }); await api.close() },
  }
}
