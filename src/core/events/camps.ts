/** Of those who are told to suffer one act, leaves out whoever stands on the doers' side or is one of two sides that fought. */
import type { Account } from './account.ts'
import type { Candidate } from './candidates.ts'
import { isArmed, isHuman, lemmaIn, type Reading } from './reading.ts'

/** What this needs of a judged candidate. */
interface Taken { readonly candidate: Candidate; readonly p: number }

type Camp = 'state' | 'rebel'
const FORCES = new Set(['MIL', 'COP']), REBELS = new Set(['REB', 'CRM'])

/** The judged candidates without those whom the act did not befall: "the rebels ambushed a patrol; four soldiers and nine rebels died" befell the soldiers, and in a mere clash both sides fought. */
export function ofOneCamp<T extends Taken>(r: Reading, accounts: readonly Account[], judged: readonly T[]): readonly T[] {
  if (accounts[0]!.type !== 'ASSAULT') return judged
  const struck = judged.filter(j => j.candidate.side === 'recipient')
  if (isMereClash(accounts) && judged.some(j => j.candidate.side === 'actor')) return judged.filter(j => !struck.includes(j) || !isBearer(j.candidate))
  const camps = new Map(struck.map(j => [j, campOf(r, j.candidate)])), those = (camp: Camp): readonly T[] => struck.filter(j => camps.get(j) === camp)
  const [states, rebels] = [those('state'), those('rebel')]
  if (states.length === 0 || rebels.length === 0) return judged
  // "Thirty soldiers, nine civilians and a hundred rebels died in the assault", of which nobody is told to be the doer: who fell beside civilians were attacked.
  const left = doersCamp(r, judged) ?? (struck.some(j => !isBearer(j.candidate) && j.candidate.party.mentions.some(isHuman)) || best(states) > best(rebels) ? 'rebel' : 'state')
  return judged.filter(j => camps.get(j) !== left)
}

/** Frames of what an act did to people, which say not how it came about. */
const OUTCOMES = new Set(['kill', 'hurt', 'die']), FIGHTS = new Set(['both', 'n-both'])

/** "Exchanged fire", "clashes between": nothing else is told than that they fought and fell. */
function isMereClash(accounts: readonly Account[]): boolean {
  const told = accounts.filter(a => !OUTCOMES.has(a.main.lexeme.frame))
  return told.length > 0 && told.every(a => a.reciprocal && FIGHTS.has(a.main.lexeme.frame))
}

const isBearer = ({ party }: Candidate): boolean => party.mentions.some(m => isArmed(m))

/** Whether one bears a state's arms or takes them up against it; of militias and of soldiers without more ("a column") nothing is known. */
function campOf(r: Reading, c: Candidate): Camp | null {
  const { made, mentions, chains } = c.party
  if (!isBearer(c) || made.entity === null && mentions.every(m => m.form !== 'name' && lemmaIn(r, m.head, 'unit-noun'))) return null
  const sectors = new Set([...made.sectors, ...chains.flatMap(k => r.entities.chains[k]?.sectors ?? []), ...mentions.flatMap(m => m.sectors)]), has = (set: ReadonlySet<string>): boolean => [...sectors].some(s => set.has(s))
  return has(FORCES) === has(REBELS) ? null : has(FORCES) ? 'state' : 'rebel'
}

/** The one camp of all doers who bear arms; null where there are none or two. */
function doersCamp(r: Reading, judged: readonly Taken[]): Camp | null {
  const camps = new Set(judged.filter(j => j.candidate.side === 'actor').map(({ candidate: c }) => campOf(r, c) ?? (c.party.state !== null ? 'state' : null)))
  return camps.size === 1 ? [...camps][0]! : null
}

const best = (list: readonly Taken[]): number => Math.max(...list.map(j => j.p))
