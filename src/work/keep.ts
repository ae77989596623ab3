/** Puts outcomes of coding into the store, some at a time, and reads incidents anew now and then. */
import type { Report } from '../core/model/index.ts'
import type { EngineOf, Store, StoredDocument } from '../store/index.ts'
import type { Outcome } from './pool.ts'

export interface Tally { readonly coded: number; readonly failed: number }

export interface Keeper {
  /** Keeps it in mind and writes when there are enough. */
  readonly keep: (outcome: Outcome) => Promise<void>
  /** Resolves after it is written. */
  readonly keepNow: (outcome: Outcome) => Promise<void>
  /** Writes what is left and reads incidents a last time. */
  readonly finish: () => Promise<Tally>
  readonly tally: () => Tally
}

/** Analyses of one transaction. */
const BATCH = 20

/** `refreshEvery` is in milliseconds; null leaves incidents to others. */
export function keeperOf(store: Store, engine: EngineOf, refreshEvery: number | null): Keeper {
  let waiting: Outcome[] = [], coded = 0, failed = 0, refreshed = Date.now(), last: Promise<unknown> = Promise.resolve()
  const write = async (outcomes: readonly Outcome[]): Promise<void> => {
    const done = outcomes.flatMap(o => 'analysis' in o ? [o] : [])
    coded += await store.analyses.put(done.map(o => o.analysis), new Map(done.map(o => [o.document, o.missed ?? []])))
    for (const outcome of outcomes) if ('failed' in outcome) { await giveUp(store, engine, outcome.document, outcome.failed); failed++ }
    if (refreshEvery === null || Date.now() - refreshed < refreshEvery) return
    await store.incidents.refresh()
    refreshed = Date.now()
  }
  // One transaction after the other; that one failed does not stop the next.
  const inTurn = (outcomes: readonly Outcome[]): Promise<void> => {
    const done = last.then(() => write(outcomes))
    last = done.catch(() => {})
    return done
  }
  const flush = (): Promise<void> => {
    const outcomes = waiting
    waiting = []
    return inTurn(outcomes)
  }
  return {
    keep: async outcome => {
      waiting.push(outcome)
      if (waiting.length >= BATCH) await flush()
    },
    keepNow: outcome => inTurn([outcome]),
    finish: async () => {
      await flush()
      if (refreshEvery !== null) await store.incidents.refresh()
      return { coded, failed }
    },
    tally: () => ({ coded, failed }),
  }
}

/** Sets a document aside that cannot be coded, with the reason. */
export async function giveUp(store: Store, engine: EngineOf, document: string, reason: string): Promise<void> {
  await store.analyses.fail(document, engine, reason)
  if (await store.documents.get(document) !== null) await store.documents.setAside(document, { code: 'coding-failed', reason })
}

export const reportOf = ({ id, url, publisher, title, published, text }: StoredDocument): Report => ({ id, url, publisher, title, published, text })
