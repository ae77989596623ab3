/** Files that are sent to the server, one after the other, and what came of each; kept while the page is open. */
import { useSyncExternalStore } from 'react'
import type { Upload } from '../api/intake.ts'
import { sendFile } from '../api/send.ts'

export interface Sent {
  readonly id: number
  readonly name: string
  readonly size: number
  readonly state: 'waiting' | 'sending' | 'taken' | 'failed'
  /** The part that was sent, 0 to 1. */
  readonly part: number
  readonly answer: Upload | null
  readonly failure: unknown
}

let sent: readonly Sent[] = [], latest = 0, running = false
const files = new Map<number, File>(), watchers = new Set<() => void>(), afterwards = new Set<() => void>()
const show = (next: readonly Sent[]): void => { sent = next; for (const watcher of watchers) watcher() }
const change = (id: number, what: Partial<Sent>): void => { show(sent.map(s => (s.id === id ? { ...s, ...what } : s))) }

export const useSent = (): readonly Sent[] => useSyncExternalStore(watcher => { watchers.add(watcher); return () => { watchers.delete(watcher) } }, () => sent)

/** Calls back after each file; the function returned ends that. */
export function onSent(does: () => void): () => void { afterwards.add(does); return () => { afterwards.delete(does) } }

/** Takes files into the line. */
export function sendFiles(given: readonly File[]): void {
  show([...given.map((file): Sent => { files.set(++latest, file); return { id: latest, name: file.name, size: file.size, state: 'waiting', part: 0, answer: null, failure: null } }).toReversed(), ...sent])
  void run()
}

/** Takes what is done off the list. */
export const forgetSent = (): void => { show(sent.filter(s => s.state === 'waiting' || s.state === 'sending')) }

async function run(): Promise<void> {
  if (running) return
  running = true
  for (let next = waiting(); next !== undefined; next = waiting()) await one(next)
  running = false
}

const waiting = (): Sent | undefined => sent.findLast(s => s.state === 'waiting')

async function one({ id }: Sent): Promise<void> {
  const file = files.get(id)!
  change(id, { state: 'sending' })
  await sendFile(file, part => { change(id, { part }) }).then(answer => { change(id, { state: 'taken', part: 1, answer }) }, (failure: unknown) => { change(id, { state: 'failed', failure }) })
  files.delete(id)
  for (const does of afterwards) does()
}
