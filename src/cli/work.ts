/** `casus work`: codes what is to do in the store, on all cores. */
import { availableParallelism } from 'node:os'
import type { Store } from '../store/index.ts'
import { safeJson } from './clean.ts'
import { SHARED, type Command } from './command.ts'
import { EXIT } from './errors.ts'
import type { Invocation, Option } from './options.ts'
import { progressOf } from './progress.ts'
import type { Terminal } from './terminal.ts'
import { withStore } from './with-store.ts'

export const THREADS: Option = { name: 'threads', value: 'N', help: 'Reports coded at one time. Default: one a core.', check: value => (/^[1-9]\d?$/.test(value) ? null : `${JSON.stringify(value)} is no number from 1 to 99.`) }

export const work: Command = {
  name: 'work',
  summary: 'Code what is to do in the store',
  usage: '',
  about: ['Codes every report that has no analysis by this version of Casus, and reads incidents anew. With PostgreSQL any number of machines may do so at once, and --stay waits for more. A report that cannot be coded is set aside with the reason.'],
  options: [SHARED.store, THREADS, { name: 'stay', help: 'Go on waiting for more until interrupted.' }, SHARED.json, { name: 'quiet', short: 'q', help: 'No progress and no summary.' }, SHARED.help],
  examples: [{ line: 'casus work', does: 'code what is left' }, { line: 'casus work --store postgres://db/casus --stay', does: 'be one of several workers' }],
  run: (given, terminal) => withStore(given, async (store, address) => {
    const tally = await codeLeft(store, address, given, terminal)
    if (given.on('json')) await terminal.out(`${safeJson(tally)}\n`)
    return tally.failed > 0 ? EXIT.some : EXIT.ok
  }),
}

/** Codes what is to do, with progress. */
export async function codeLeft(store: Store, address: string, given: Invocation, terminal: Terminal): Promise<{ readonly coded: number; readonly failed: number }> {
  const { work } = await import('../work/work.ts'), quiet = given.on('quiet'), stop = new AbortController(), stay = given.on('stay')
  const halt = (): void => { stop.abort() }
  if (stay) process.once('SIGINT', halt).once('SIGTERM', halt)
  const show = progressOf(terminal, 'reports coded', quiet), threads = Number(given.text('threads') ?? availableParallelism())
  const tally = await work(store, address, { threads, stay, signal: stop.signal, progress: ({ failed, left, total }) => { show(total - left, total, failed > 0 ? `${failed} failed` : '') } })
  terminal.progress('')
  if (!quiet && !given.on('json')) await terminal.out(`${tally.coded} report${tally.coded === 1 ? '' : 's'} coded${tally.failed > 0 ? `, ${tally.failed} set aside` : ''}; ${(await store.incidents.query({ size: 1, count: true })).total ?? 0} incidents.\n`)
  return tally
}
