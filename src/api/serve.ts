/** Serves the interface on a port of this machine or of its network. */
import { serve } from '@hono/node-server'
import type { AddressInfo, Server } from 'node:net'
import type { Store } from '../store/index.ts'
import { createApi, type ApiOptions } from './app.ts'
import { builtDesk } from './desk.ts'
import { isLoopback, LOOPBACK } from './gate.ts'

export interface ServeOptions extends Omit<ApiOptions, 'openReads' | 'hosts' | 'desk'> {
  readonly port: number
  readonly host: string
  /** Further names the server answers for on this machine. */
  readonly names?: readonly string[]
}

/** `entry` is the address that signs in the person who started the server, once and soon; null where no desk is built. */
export interface Served { readonly address: string; readonly openReads: boolean; readonly entry: () => string | null; readonly close: () => Promise<void> }

/** Starts to serve, with the desk where it is built. On this machine alone reads are open; on any other address, and behind another server, everything needs a token. Rejects with the error of the socket, as EADDRINUSE. */
export async function serveApi(store: Store, { port, host, names = [], ...options }: ServeOptions): Promise<Served> {
  const local = isLoopback(host), openReads = local && options.trustProxy !== true, desk = builtDesk(), api = createApi(store, { ...options, openReads, desk, hosts: local ? [...new Set([...LOOPBACK, host, ...names])] : null })
  const server = await new Promise<Server>((resolve, reject) => {
    const started = serve({ fetch: (request, env) => api.fetch(request, env), port, hostname: host }, () => { resolve(started as Server) })
    started.on('error', reject)
  // What follows feeds would keep a process that cannot listen from ending.
  }).catch(async (thrown: unknown) => { await api.close(); throw thrown })
  const bound = server.address() as AddressInfo
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${bound.port}/`, here = local ? address : `http://127.0.0.1:${bound.port}/`
  return {
    openReads, address, entry: () => (desk === null ? null : `${here}#code=${api.codes.make()}`),
    close: async () => { api.quiet(); await new Promise<void>(resolve => { server.close(() => { resolve() }); (server as Server & { closeAllConnections?: () => void }).closeAllConnections?.() }); await api.close() },
  }
}
