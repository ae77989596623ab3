/** Kills workers of a shared store at random until every report is coded, and counts how often each was. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openStore, type Store } from '../../src/store/index.ts'
import { ENGINE, plainIndex } from '../store/made.ts'
import { faultsOf, type Ground } from './kill.ts'

export interface Worked { readonly reports: number; readonly killed: number; readonly wrong: readonly string[] }

/** Two workers at a time; every second or so one dies and another takes its place, `kills` times. */
export async function killWorkers(ground: Ground, reports: number, kills: number): Promise<Worked> {
  const store = await openStore(ground.address, { schema: ground.schema, index: plainIndex })
  await store.documents.add(Array.from({ length: reports }, (_, i) => ({ id: `k${i}`, text: `SLOW report ${i}.` })))
  const workers = [start(ground), start(ground)]
  let killed = 0
  try {
    while (await store.analyses.left(ENGINE) > 0) {
      // The first kill falls into the work, however fast the machine is.
      if (killed === 0) await begun(store, reports)
      await sleep(killed === 0 ? Math.random() * 400 : 1000 + Math.random() * 2000)
      const which = Math.floor(Math.random() * workers.length)
      if (killed < kills && workers[which]!.exitCode === null && await store.analyses.left(ENGINE) > 0) { await end(workers[which]!); killed++ }
      for (const [i, worker] of workers.entries()) if (worker.exitCode !== null || worker.signalCode !== null) workers[i] = start(ground)
    }
    const all = new Set(Array.from({ length: reports }, (_, i) => `k${i}`))
    return { reports, killed, wrong: [...await doubled(store, all), ...await faultsOf(ground, { reports: all, analyses: all, decisions: new Set() })] }
  } finally {
    await Promise.all(workers.map(end))
    await store.close()
  }
}

/** Waits until the first report is coded. */
async function begun(store: Store, reports: number): Promise<void> {
  while (await store.analyses.left(ENGINE) === reports) await sleep(50)
}

const start = ({ address, schema }: Ground): ChildProcess => spawn(process.execPath, [join(import.meta.dirname, 'worker.ts'), address, schema], { stdio: 'inherit' })

async function end(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return
  worker.kill('SIGKILL')
  await once(worker, 'close')
}

async function doubled(store: Store, ids: ReadonlySet<string>): Promise<readonly string[]> {
  const counts = await Promise.all([...ids].map(async id => [id, (await store.analyses.history(id)).length] as const))
  return counts.filter(([, n]) => n !== 1).map(([id, n]) => `${id} was coded ${n} times`)
}
