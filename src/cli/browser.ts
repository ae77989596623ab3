/** Opens an address in the browser of this machine. */
import { spawn } from 'node:child_process'
import { release } from 'node:os'

/** What is known of the machine: enough to say how it opens addresses. */
export interface Machine { readonly platform: NodeJS.Platform; readonly release: string; readonly env: Readonly<Record<string, string | undefined>> }

/** Whether a browser was asked; where there is none the person opens the address. The address is ours and goes as one argument, past every shell. */
export async function openInBrowser(address: string, machine: Machine = { platform: process.platform, release: release(), env: process.env }): Promise<boolean> {
  const command = commandOf(address, machine)
  if (command === null) return false
  const [name, ...args] = command
  return await new Promise(resolve => {
    const child = spawn(name!, args, { stdio: 'ignore', detached: true, shell: false })
    child.once('error', () => { resolve(false) })
    child.once('spawn', () => { child.unref(); resolve(true) })
  })
}

/**
 * What opens an address on this system; null where no screen is to be seen. On Windows this is the handler of addresses itself and not `start`, which is a word of
 * cmd.exe alone: there an `&` or `%` of an address would be read as more of the command, and the first words in quotes as the title of a window.
 */
export function commandOf(address: string, { platform, release: kernel, env }: Machine): readonly string[] | null {
  if (!/^https?:\/\//.test(address)) return null
  if (platform === 'darwin') return ['open', address]
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address]
  // Linux beneath Windows: the browser is that of Windows.
  if (/microsoft/i.test(kernel)) return ['rundll32.exe', 'url.dll,FileProtocolHandler', address]
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open', address] : null
}
