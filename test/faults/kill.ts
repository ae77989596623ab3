/** Kills writers and looks at what they leave: nothing acknowledged may be lost, nothing may stand twice. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openStore, type Store } from '../../src/store/index.ts'
import { plainIndex } from '../store/made.ts'

export interface Ground { readonly address: string; readonly schema: string }
export interface Told { readonly reports: ReadonlySet<string>; readonly analyses: ReadonlySet<string>; readonly decisions: ReadonlySet<string> }
export interface Found { readonly rounds: number; readonly reports: number; readonly analyses: number; readonly decisions: number; readonly wrong: readonly string[] }

/** A writer dies after some of its acknowledgements, at most this many (a round of its work gives eight), and a moment more, in milliseconds. */
const MOST = 24, MOMENT = 40
/** Milliseconds after which a writer that says nothing is killed all the same. */
const PATIENCE = 20_000

/** Runs `rounds` writers one after the other over one store, kills each with SIGKILL at a random moment, and checks after each. */
export async function killRounds(ground: Ground, rounds: number, say: (line: string) => void = () => {}): Promise<Found> {
  const told = { reports: new Set<string>(), analyses: new Set<string>(), decisions: new Set<string>() }
  const wrong: string[] = []
  for (let round = 1; round <= rounds; round++) {
    await oneRound(ground, round, told)
    wrong.push(...(await faultsOf(ground, told)).map(fault => `Round ${round}: ${fault}`))
    if (round % 20 === 0) say(`${round} rounds, ${told.reports.size} reports, ${wrong.length} faults`)
  }
  return { rounds, reports: told.reports.size, analyses: told.analyses.size, decisions: told.decisions.size, wrong }
}

async function oneRound({ address, schema }: Ground, round: number, told: { readonly reports: Set<string>; readonly analyses: Set<string>; readonly decisions: Set<string> }): Promise<void> {
  const writer = spawn(process.execPath, [join(import.meta.dirname, 'writer.ts'), address, schema, String(round)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  writer.stdout.setEncoding('utf8').on('data', (chunk: string) => { output += chunk })
  const enough = 1 + Math.floor(Math.random() * MOST), late = Date.now() + PATIENCE
  while (output.split('\n').length <= enough && writer.exitCode === null && Date.now() < late) await pause(5)
  await pause(Math.random() * MOMENT)
  writer.kill('SIGKILL')
  if (writer.exitCode === null && writer.signalCode === null) await once(writer, 'close')
  if (writer.signalCode !== 'SIGKILL') throw new Error(`The writer of round ${round} ended by itself with ${writer.exitCode}.`)
  // A line cut short by the death was no acknowledgement.
  for (const line of output.slice(0, output.lastIndexOf('\n') + 1).split('\n').filter(Boolean)) {
    const [kind, id] = line.split(' ') as [string, string]
    told[kind === 'report' ? 'reports' : kind === 'analysis' ? 'analyses' : 'decisions'].add(id)
  }
}

/** What is wrong with the store after a death. */
export async function faultsOf({ address, schema }: Ground, told: Told): Promise<readonly string[]> {
  const store = await openStore(address, { schema, index: plainIndex })
  try {
    const documents = await idsOf(store), decisions = (await store.decisions.active()).map(d => d.id), coded = new Map((await allAnalyses(store)).map(a => [a.document, a]))
    const incidents: string[] = []
    await store.incidents.refresh()
    for await (const { incident } of store.incidents.each()) incidents.push(...incident.members.map(m => `${m.document}/${m.event}`))
    return [
      ...await store.check(),
      ...[...told.reports].filter(id => !documents.includes(id)).map(id => `the acknowledged report ${id} is lost`),
      ...[...told.analyses].filter(id => !coded.has(id)).map(id => `the acknowledged analysis of ${id} is lost`),
      ...[...told.decisions].filter(id => !decisions.includes(id)).map(id => `the acknowledged decision ${id} is lost`),
      ...twice(documents).map(id => `the report ${id} stands twice`), ...twice(decisions).map(id => `the decision ${id} stands twice`), ...twice(incidents).map(id => `the event ${id} is in two incidents`),
      ...documents.filter(id => id.startsWith('again')).map(id => `a report came in again as ${id}`),
      ...[...coded.keys()].filter(id => !incidents.includes(`${id}/e1`)).map(id => `the event of ${id} is in no incident`),
    ]
  } finally {
    await store.close()
  }
}

const twice = (ids: readonly string[]): readonly string[] => ids.filter((id, i) => ids.indexOf(id) !== i)

async function idsOf(store: Store): Promise<readonly string[]> {
  const ids: string[] = []
  for (let next: string | null = null; ;) {
    const page = await store.documents.query({ sort: { field: 'id' }, size: 10_000, next })
    ids.push(...page.rows.map(d => d.id))
    if (page.next === null) return ids
    next = page.next
  }
}

async function allAnalyses(store: Store): Promise<readonly { readonly document: string }[]> {
  const all: { readonly document: string }[] = []
  for (let after: string | null = null; ;) {
    const page = await store.analyses.current({ size: 5000, after })
    all.push(...page)
    if (page.length < 5000) return all
    after = page.at(-1)!.document
  }
}
