/** Which acts only prepare the one that the same doers go on to in the same sentence ("arrived in two trucks and opened fire", "stopped a bus and shot the driver"). */
import type { Account } from './account.ts'
import { subjectOf } from './arguments.ts'
import { entityAt, hasClass, isHuman, type Reading } from './reading.ts'
import { doers, patients } from './senses.ts'

/** The accounts that are part of an attack or a seizure told beside them, and no acts of their own. */
export function preludesOf(r: Reading, accounts: readonly Account[]): ReadonlySet<Account> {
  const verbal = accounts.filter(a => verbOf(a) >= 0)
  return new Set(verbal.filter(a => !a.main.nominal && a.actors.length > 0 && couldPrepare(r, a) && verbal.some(b => isFor(r, a, b) && (BARRING.has(a.mode ?? '') ? shares(r, a, b) : shares(r, a, b) && isBeside(r, a, b)))))
}

/** The verb that tells an account, or -1. */
const verbOf = (a: Account): number => a.triggers.find(t => !t.nominal)?.token ?? -1

const BARRING = new Set(['restrict', 'obstruct'])

/** Movements, and ways and vehicles stopped by those who bear arms: a crowd's roadblock is a protest whatever else it does. */
function couldPrepare(r: Reading, a: Account): boolean {
  if (a.type === 'MOBILIZE') return a.main.lexeme.frame === 'self'
  if (a.type === 'RETREAT') return a.main.lexeme.frame === 'self' && a.mode !== 'ceasefire'
  return BARRING.has(a.mode ?? '') && [...a.actors, ...doers(a.main.arguments).map(d => d.head)].some(h => hasClass(r, h, 'rebel') || hasClass(r, h, 'ambusher') || entityAt(r, h)?.kind === 'armed-group')
}

/** Whoever moves or stops a bus goes on to strike or to take; whoever stops people and leads some of them off did both. */
const isFor = (r: Reading, a: Account, b: Account): boolean => b.type === 'ASSAULT' && (b.mode !== 'abduct' || a.type === 'MOBILIZE' || !patients(a.main.arguments, r, a.main.token).some(x => isHuman(entityAt(r, x.head)))) || b.mode === 'seize' || a.type === 'MOBILIZE' && b.mode === 'arrest'

/** Whether the same doers act later in the same sentence. */
function shares(r: Reading, a: Account, b: Account): boolean {
  const own = new Set(a.actors.map(h => entityAt(r, h)?.chain ?? -1 - h))
  if (b.sentence !== a.sentence || verbOf(b) <= a.main.token) return false
  return b.actors.some(h => own.has(entityAt(r, h)?.chain ?? -1 - h)) || b.actors.length === 0 && isBeside(r, a, b) && subjectOf(r.syntax, verbOf(b)) === subjectOf(r.syntax, a.main.token)
}

/** Two verbs side by side: "drove into the town and arrested". */
function isBeside(r: Reading, a: Account, b: Account): boolean {
  const first = a.main.token, second = verbOf(b), above = r.syntax.head[second] ?? -1
  return r.syntax.deprel[second] === 'conj' && (above === first || above === r.syntax.head[first])
}
