/** What stands around an act: whether the report tells of armed parties and of losses at all, and which other acts its sentence tells. */
import type { Account } from './account.ts'
import { entityAt, isArmed, type Reading } from './reading.ts'
import { isNamed } from './setting.ts'

/** Share of a report's accounts from which a trait is its rule. */
const RULE = 0.3
/** Traits of a report by all accounts it holds: a war story has armed parties, losses and places, a look-alike has none. */
export function traitsOf(r: Reading, accounts: readonly Account[]): readonly string[] {
  const share = (holds: (a: Account) => boolean): string => { const n = accounts.filter(holds).length; return n === 0 ? 'no' : n > RULE * accounts.length ? 'often' : 'some' }
  return [
    `report:${share(a => [...a.actors, ...a.recipients].some(h => isArmed(entityAt(r, h))))}-armed`,
    `report:${share(a => a.tolls.length > 0)}-toll`,
    `report:${share(a => a.places.some(p => p.distance < 1.6 && isNamed(r, p.index)))}-place`,
  ]
}

/** The types of the other acts of each account's sentence, "MOBILIZE beside ASSAULT". */
export function besides(accounts: readonly Account[]): ReadonlyMap<Account, readonly string[]> {
  const types = new Map<number, Set<string>>()
  for (const a of accounts) types.set(a.sentence, (types.get(a.sentence) ?? new Set()).add(a.type))
  return new Map(accounts.map(a => [a, [...types.get(a.sentence)!].filter(t => t !== a.type).map(t => `beside:${a.type}~${t}`)]))
}
