/** Tells people who fell under the thing, too, in which an act struck them: "the shell hit a clinic, killing three people" was done to the people of the clinic. */
import type { Account } from './account.ts'
import { inRole, type Candidate } from './candidates.ts'
import { union } from './participants.ts'
import type { Reading } from './reading.ts'

interface Judged { readonly candidate: Candidate; readonly p: number }

/** Rules by which losses, and by which aims are told. */
const FELL = new Set(['role:loss', 'role:dead']), AIMED = new Set(['role:onto', 'role:object', 'role:passive-subject', 'role:of', 'role:participle'])

/** The taken, the surest of those who fell with the things that were struck and are not parties of their own. */
export function withTheirs<T extends Judged>(r: Reading, accounts: readonly Account[], all: readonly T[], taken: readonly T[]): readonly T[] {
  if (accounts[0]!.type !== 'ASSAULT') return taken
  const things = all.filter(j => j.candidate.side === 'recipient' && !taken.includes(j) && isThing(j.candidate) && j.candidate.told.some(t => inRole(t) && AIMED.has(t.rule)))
  const [people] = taken.filter(j => isFallen(j.candidate)).toSorted((a, b) => b.p - a.p)
  if (people === undefined || things.length === 0) return taken
  const party = things.reduce((whole, thing) => union(whole, thing.candidate.party), people.candidate.party)
  return taken.map(j => (j === people ? { ...j, candidate: { ...j.candidate, party } } : j))
}

const isThing = ({ party }: Candidate): boolean => party.made.entity === null && party.mentions.every(m => m.form === 'nominal' && (m.kind === 'facility' || m.kind === 'equipment'))

const isFallen = ({ side, party, told }: Candidate): boolean => side === 'recipient' && party.made.entity === null && party.rank >= 1 && told.some(t => FELL.has(t.rule))
