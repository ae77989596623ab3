/** Runs one command line: finds the command, reads its arguments, and turns what goes wrong into a sentence and an exit status. */
import { clean } from './clean.ts'
import type { Command } from './command.ts'
import { COMMANDS } from './commands.ts'
import { CliError, EXIT, messageOf, type Exit } from './errors.ts'
import { commandHelp, overview } from './help.ts'
import { nearest } from '../core/lexicon/nearest.ts'
import { readArguments } from './options.ts'
import type { Terminal } from './terminal.ts'
import { version } from '../resources/version.ts'

/** Runs `argv` (without node and script) and returns the exit status; never throws. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<Exit> {
  try {
    return await dispatch(argv, terminal)
  } catch (thrown) {
    if (isEdgeError(thrown)) { terminal.err(`casus: ${clean(thrown.message)} [${thrown.code}]`); return EXIT.some }
    if (!(thrown instanceof CliError)) return internal(thrown, terminal)
    terminal.err(`casus: ${clean(thrown.message)} [${thrown.code}]`)
    if (thrown.exit === EXIT.usage) terminal.err(`Try: casus help${commandOf(argv[0]) === undefined ? '' : ` ${argv[0]}`}`)
    return thrown.exit
  }
}

/** Failures of the store, of ingest and of exports carry a code of their own; told by name, so that help need not load those floors. */
const EDGES = new Set(['StoreError', 'IngestError', 'ExportError'])
const isEdgeError = (thrown: unknown): thrown is Error & { readonly code: string } => thrown instanceof Error && EDGES.has(thrown.name) && 'code' in thrown

async function dispatch(argv: readonly string[], terminal: Terminal): Promise<Exit> {
  const [name, ...rest] = argv
  if (name === '--version' || name === '-V') return say(`${version()}\n`, terminal)
  if (name === undefined || name === '--help' || name === '-h') return say(overview(COMMANDS), terminal)
  if (name === 'help') return say(rest[0] === undefined ? overview(COMMANDS) : commandHelp(knownCommand(rest[0])), terminal)
  const command = knownCommand(name)
  const invocation = readArguments(rest, command.options)
  if (invocation.on('help')) return say(commandHelp(command), terminal)
  const [extra] = invocation.args
  if (extra !== undefined && takesNone(command)) throw new CliError('argument-extra', `casus ${name} takes no argument: ${JSON.stringify(extra)} is too much.${command.options.some(o => o.name === 'store') ? ' A store is named by --store.' : ''}`)
  return command.run(invocation, terminal)
}

/** Whether a usage line names options alone. */
const takesNone = ({ usage }: Command): boolean => usage.replaceAll(/\[?--[a-z-]+( [A-Z]+)?\]?/g, '').trim() === ''

async function say(text: string, terminal: Terminal): Promise<Exit> {
  await terminal.out(text)
  return EXIT.ok
}

const commandOf = (name: string | undefined): Command | undefined => COMMANDS.find(c => c.name === name)

function knownCommand(name: string): Command {
  const command = commandOf(name), near = nearest(name, COMMANDS.map(c => c.name))
  if (command === undefined) throw new CliError('command-unknown', `There is no command ${JSON.stringify(name)}.${near === null ? '' : ` Did you mean ${near}?`}`)
  return command
}

function internal(thrown: unknown, terminal: Terminal): Exit {
  terminal.err(`casus: A bug in Casus: ${clean(messageOf(thrown))} [internal]`)
  if (thrown instanceof Error && thrown.stack !== undefined) terminal.err(thrown.stack)
  return EXIT.internal
}
