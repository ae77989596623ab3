/** Gives tasks to a few worker processes and hands back each answer when it comes. */
import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { Reply, Task } from './worker.ts'

const WORKER = join(import.meta.dirname, 'worker.ts')

/** Runs all tasks on at most `size` processes; `done` is told each answer. A process that dies is answered for and replaced. */
export async function runAll(tasks: readonly Task[], size: number, done: (task: Task, reply: Reply) => void): Promise<void> {
  const waiting = [...tasks]
  const lane = async (): Promise<void> => {
    let child: ChildProcess | null = null
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) {
      child ??= fork(WORKER, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
      const reply = await ask(child, task)
      if (child.exitCode !== null || child.signalCode !== null) child = null
      done(task, reply)
    }
    child?.kill()
  }
  await Promise.all(Array.from({ length: Math.min(size, tasks.length) }, lane))
}

function ask(child: ChildProcess, task: Task): Promise<Reply> {
  return new Promise(resolve => {
    const settle = (reply: Reply): void => { child.removeAllListeners('message').removeAllListeners('exit'); resolve(reply) }
    child.once('message', reply => settle(reply as Reply))
    child.once('exit', (code, signal) => settle({ failed: `the process ended (${signal ?? `status ${code}`})` }))
    child.send(task)
  })
}
