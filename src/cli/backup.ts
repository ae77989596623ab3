/** `casus backup` and `casus restore`: copies of the embedded store, made while it is in use, and back. */
import { existsSync } from 'node:fs'
import { clean, safeJson } from './clean.ts'
import { SHARED, type Command } from './command.ts'
import { CliError, EXIT, type Exit } from './errors.ts'
import type { Invocation } from './options.ts'
import type { Terminal } from './terminal.ts'
import { storeAddress } from './with-store.ts'

export const backup: Command = {
  name: 'backup',
  summary: 'Copy the store into a file, while it is in use',
  usage: 'FILE',
  about: ['Writes the store as it is at one moment, whoever writes to it meanwhile, looks the copy through, and only then gives it its name. FILE must not be there yet. A store in PostgreSQL is copied with pg_dump (docs/operating.md).'],
  options: [SHARED.store, SHARED.json, SHARED.help],
  examples: [{ line: 'casus backup /backup/dataset-2024-05-01.casus', does: 'copy the store' }],
  run: (given, terminal) => {
    const from = fileOf(storeAddress(given))
    if (!existsSync(from)) throw new CliError('store-missing', `There is no store at ${from}.`)
    return copy(from, argument(given), given, terminal)
  },
}

export const restore: Command = {
  name: 'restore',
  summary: 'Make the store from a copy',
  usage: 'FILE',
  about: ['Looks the copy through and makes the store from it. The store must not be there: move the one that is at fault away first. An older copy is brought up to date when it is opened.'],
  options: [SHARED.store, SHARED.json, SHARED.help],
  examples: [{ line: 'mv dataset.casus faulty.casus && casus restore /backup/dataset-2024-05-01.casus', does: 'put a copy in place of the store' }],
  run: (given, terminal) => {
    const from = argument(given)
    if (!existsSync(from)) throw new CliError('input-missing', `There is no file ${from}.`)
    return copy(from, fileOf(storeAddress(given)), given, terminal)
  },
}

function argument(given: Invocation): string {
  const [file] = given.args
  if (file === undefined) throw new CliError('argument-missing', 'Give the file of the copy.')
  return file
}

/** The path of an embedded store. */
function fileOf(address: string): string {
  if (/^postgres(ql)?:\/\//.test(address)) throw new CliError('option-value', 'A store in PostgreSQL is copied with pg_dump and put back with pg_restore; docs/operating.md has the lines.')
  return address
}

async function copy(from: string, to: string, given: Invocation, terminal: Terminal): Promise<Exit> {
  const { copyStore } = await import('../store/index.ts'), copied = await copyStore(from, to)
  await terminal.out(given.on('json') ? `${safeJson({ file: to, ...copied })}\n` : `${clean(to)}: ${copied.documents} reports, ${copied.incidents} incidents, change ${copied.change}; the copy is sound.\n`)
  return EXIT.ok
}
