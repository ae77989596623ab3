/** Sees that the desk is built before it is served: an installation has it, a checkout builds it from src/web. */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { packageFile } from '../resources/package.ts'
import type { Terminal } from './terminal.ts'

const SCRIPT = 'build:desk'

/** Builds the desk where it is missing or older than its sources, and says so. */
export async function readyDesk(terminal: Terminal): Promise<void> {
  const built = packageFile('dist', 'web', 'index.html'), sources = packageFile('src', 'web')
  if (!existsSync(sources)) { if (!existsSync(built)) terminal.err('casus: This installation has no desk; programs are answered all the same.'); return }
  if (existsSync(built) && await newest(sources) <= statSync(built).mtimeMs) return
  if (!hasScript()) { terminal.err(`casus: The desk is not built, and this checkout has no script ${SCRIPT} that builds it; programs are answered all the same.`); return }
  terminal.err(`casus: Building the desk, ${existsSync(built) ? 'as its sources are newer' : 'for the first time'}; this takes a minute.`)
  if (!await build()) terminal.err(`casus: The desk could not be built; npm run ${SCRIPT} says why. Programs are answered all the same.`)
}

async function newest(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  return names.filter(n => n.isFile()).reduce((latest, n) => Math.max(latest, statSync(join(n.parentPath, n.name)).mtimeMs), 0)
}

const hasScript = (): boolean => Object.hasOwn((JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { readonly scripts?: object }).scripts ?? {}, SCRIPT)

/** True where it was built. Only what fails is told. What the build writes goes to standard error, so that standard output stays the command's own. */
const build = (): Promise<boolean> => new Promise(resolve => {
  // npm is a script of the shell on Windows; nothing in the line comes from outside.
  const child = spawn('npm', ['run', '--silent', SCRIPT, '--', '--logLevel', 'error'], { cwd: packageFile(), stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  child.once('error', () => { resolve(false) })
  child.once('exit', status => { resolve(status === 0) })
})
