/** Tells whether two mentions are of one party of the report. */
import { entityAt, stateOf, type Reading } from './reading.ts'

/** Equal for mentions of one party: its state, else its registry id, else its chain; '' where the token heads no mention. */
export function partyKey(r: Reading, head: number): string {
  const m = entityAt(r, head)
  if (m === null) return ''
  const state = stateOf(r, m), chain = r.entities.chains[m.chain]
  return state !== null ? `state:${state}` : chain?.entity ?? m.entity ?? `#${m.chain}`
}
