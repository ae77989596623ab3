/** Opens an address in the browser of this machine. */
import { spawn } from 'node:child_process'
import { release } from 'node:os'

/** Whether a browser was asked; where there is none the person opens the address. The address is ours and goes as one argument, past every shell. */
export async function openInBrowser(address: string): Promise<boolean> {
  const command = commandOf()
  if (command === null) return false
  const [name, ...args] = command
  return await new Promise(resolve => {
    const child = spawn(name!, [...args, address], { stdio: 'ignore', detached: true, shell: false })
    child.once('error', () => { resolve(false) })
    child.once('spawn', () => { child.unref(); resolve(true) })
  })
}

/** What opens addresses on this system; null where no screen is to be seen. */
function commandOf(): readonly string[] | null {
  const { env, platform } = process
  if (platform === 'darwin') return ['open']
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler']
  if (/microsoft/i.test(release())) return ['rundll32.exe', 'url.dll,FileProtocolHandler']
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open'] : null
}
