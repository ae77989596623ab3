/** `casus serve`: the desk in the browser, and answers over HTTP for programs. */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import type { Served } from '../api/index.ts'
import type { Store } from '../store/index.ts'
import type { Background } from '../work/background.ts'
import { openInBrowser } from './browser.ts'
import { clean, safeJson } from './clean.ts'
import { SHARED, type Command } from './command.ts'
import { readyDesk } from './desk.ts'
import { CliError, EXIT, type Exit } from './errors.ts'
import { PACE } from './network.ts'
import type { Invocation } from './options.ts'
import type { Terminal } from './terminal.ts'
import { beginsHere, storeAddress, withStore } from './with-store.ts'
import { THREADS } from './work.ts'

const PORT = '8137', HOST = '127.0.0.1'
const portCheck = (value: string): string | null => (/^\d{1,5}$/.test(value) && Number(value) < 65_536 ? null : `${JSON.stringify(value)} is no port: 0 to 65535.`)

export const serve: Command = {
  name: 'serve',
  summary: 'Open the desk in the browser, and answer programs over HTTP',
  usage: '[--open] [--port N] [--host ADDRESS]',
  about: [
    'Serves the store until interrupted; docs/api.md and /api/v1/openapi.json say what it answers. On this machine alone (the default) reading needs no token; deciding and taking in do. On any other address everything does: make people and tokens with casus user and casus token.',
    'What comes in is coded at once, on threads of its own (by default one a core, less one), and incidents are read anew; with PostgreSQL the work is shared with whoever else works on the store. The feeds of the store are followed, each every quarter of an hour at most; it asks for nothing else on the network.',
    '--open opens the desk in the browser of this machine, signed in under the name of your account: an admin where the store does not know you yet. Where this folder has no store, one is begun. The address printed signs in once, within two minutes. Others sign in with their token.',
    'It speaks plain HTTP: on a network put a server in front of it that speaks TLS, and give --trust-proxy.',
  ],
  options: [
    SHARED.store, { name: 'open', help: 'Open the desk in the browser.' }, { name: 'port', short: 'p', value: 'N', help: `Port; 0 takes a free one. Default: ${PORT}.`, check: portCheck }, { name: 'host', value: 'ADDRESS', help: `Address to listen at. Default: ${HOST}.` },
    { name: 'allow-host', value: 'NAME', help: 'A further name by which this machine may be asked; may be given several times. Requests that name another are refused, so that no page elsewhere reads the store through a name of its own.' },
    { name: 'trust-proxy', help: 'A server in front speaks TLS and says so in X-Forwarded-Proto; everything needs a token then.' },
    { name: 'tiles', value: 'FILE', help: 'A PMTiles file of vectors from which the desk\'s map draws detail.' },
    THREADS, { name: 'no-work', help: 'Code nothing here: others do, with casus work.' }, { name: 'no-watch', help: 'Follow no feeds here: others do, with casus watch, or nobody.' },
    { name: 'fetch-host', value: 'HOST', help: 'A host in your own network that pages and feeds may be fetched from; may be given several times. Private and local addresses are refused otherwise.' }, PACE, SHARED.json, SHARED.help,
  ],
  examples: [{ line: 'casus serve --open', does: 'work on the store of this folder in the browser' }, { line: 'casus serve', does: 'serve it on this machine' }, { line: 'casus serve --host 0.0.0.0 --store postgres://localhost/casus', does: 'serve a shared store to a network, with tokens' }],
  run: runServe,
}

async function runServe(given: Invocation, terminal: Terminal): Promise<Exit> {
  const tiles = given.text('tiles')
  if (tiles !== null && !existsSync(tiles)) throw new CliError('option-value', `--tiles: there is no file ${JSON.stringify(tiles)}.`)
  const { startBackground } = await import('../work/background.ts')
  const begins = given.on('open') && beginsHere(given)
  let background: Background | null = null
  // Incidents are read anew on the thread that codes; until it is there nobody asks.
  return await withStore(given, async (store, address) => {
    if (begins) terminal.err(`casus: ${storeAddress(given)} is new in this folder: an empty dataset. Give it reports at Sources, or with casus ingest.`)
    if (given.on('open')) await readyDesk(terminal)
    const log = (thrown: unknown): void => { terminal.err(`casus: ${clean(thrown instanceof Error ? thrown.stack ?? thrown.message : String(thrown))} [internal]`) }
    background = startBackground({ address, code: !given.on('no-work'), threads: Number(given.text('threads') ?? Math.max(1, availableParallelism() - 1)), log })
    try { await answerUntilInterrupted(store, background, given, terminal, log) } finally { await background.close() }
    return EXIT.ok
  }, begins, { refresh: () => background!.refresh() })
}

async function answerUntilInterrupted(store: Store, background: Background, given: Invocation, terminal: Terminal, log: (thrown: unknown) => void): Promise<void> {
  const { serveApi } = await import('../api/index.ts'), host = given.text('host') ?? HOST, port = Number(given.text('port') ?? PORT), pace = given.text('pace')
  const network = { allowed: new Set(given.texts('fetch-host').map(h => h.toLowerCase())), ...pace === null ? {} : { pace: Number(pace) * 1000 } }
  const served = await serveApi(store, { host, port, names: given.texts('allow-host'), trustProxy: given.on('trust-proxy'), tiles: given.text('tiles'), background, network, watch: !given.on('no-watch'), log }).catch((thrown: unknown) => { throw listenError(thrown, host, port) })
  // Whoever reads the address may interrupt at once.
  const stopped = interrupted()
  await announce(served, given, terminal)
  await stopped
  await served.close()
}

async function announce({ address, openReads, entry }: Served, given: Invocation, terminal: Terminal): Promise<void> {
  const base = `${address}api/v1/`, desk = given.on('open') ? entry() : null, opened = desk !== null && await openInBrowser(desk)
  if (given.on('json')) { await terminal.out(`${safeJson({ address: base, openReads, desk })}\n`); return }
  if (desk !== null) await terminal.out(`The desk is at ${desk}${opened ? '' : '\nNo browser was found: open that address in one on this machine within two minutes.'}\n`)
  await terminal.out(`Casus answers at ${base} (${openReads ? 'reading is open, the rest needs a token' : 'everything needs a token'}). Ctrl-C ends it.\n`)
}

const interrupted = (): Promise<void> => new Promise(resolve => { for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => { resolve() }) })

function listenError(thrown: unknown, host: string, port: number): unknown {
  const code = (thrown as NodeJS.ErrnoException).code
  if (code === 'EADDRINUSE') return new CliError('port-taken', `Something else listens at port ${port} of ${host}. Give another: --port ${port === 65_535 ? 8137 : port + 1}.`, { cause: thrown })
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return new CliError('port-taken', `Casus may not listen at port ${port} of ${host}, or that is no address of this machine (${code}).`, { cause: thrown })
  return thrown
}
