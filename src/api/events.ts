/** The stream of what happens: changes of the dataset, whoever makes them, and how the work goes. */
import type { SSEStreamingApi } from 'hono/streaming'
import type { Store } from '../store/index.ts'
import type { WorkState } from '../work/background.ts'

/** The work as the interface tells of it. */
export interface Work extends WorkState { readonly fetching: number }

export interface Events {
  /** Sends to one listener until it goes away or the server ends. */
  readonly listen: (stream: SSEStreamingApi) => Promise<void>
  /** Tells listeners of the work as it is now. */
  readonly work: () => void
  readonly close: () => void
}

/** Milliseconds between two looks for changes while somebody listens, and after which a silent stream shows a sign of life. */
const LOOK = 1000, BEAT = 15_000
/** Changes of one look whose kinds are told. */
const SOME = 1000

export function eventsOf(store: Store, workNow: () => Work): Events {
  const listeners = new Set<(event: string, told: object) => void>(), ends = new Set<() => void>()
  let last: number | null = null, timer: NodeJS.Timeout | null = null, told = ''
  const publish = (event: string, told: object): void => { for (const listener of listeners) listener(event, told) }
  const look = async (): Promise<void> => {
    const now = await store.changes.last()
    if (last !== null && now > last) publish('change', { last: now, kinds: [...new Set((await store.changes.since({ since: last, size: SOME })).rows.map(r => r.kind))] })
    last = now
  }
  const run = (): void => { timer = setTimeout(() => { void look().catch(() => {}).finally(() => { if (listeners.size > 0) run(); else { timer = null; last = null } }) }, LOOK) }
  return {
    listen: async stream => {
      const send = (event: string, told: object): void => { void stream.writeSSE({ event, data: JSON.stringify(told) }).catch(() => {}) }
      listeners.add(send)
      if (timer === null) { last ??= await store.changes.last(); run() }
      send('change', { last: last ?? await store.changes.last(), kinds: [] })
      send('work', workNow())
      const beat = setInterval(() => { void stream.write(': still here\n\n').catch(() => {}) }, BEAT)
      await new Promise<void>(resolve => { ends.add(resolve); stream.onAbort(() => { resolve() }) })
      clearInterval(beat)
      listeners.delete(send)
    },
    work: () => {
      const now = workNow(), says = JSON.stringify(now)
      if (says !== told) publish('work', now)
      told = says
    },
    close: () => { for (const end of ends) end(); if (timer !== null) clearTimeout(timer) },
  }
}
