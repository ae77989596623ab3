/** Who must have done what is told without saying: whoever held those who are freed, whoever fought where a truce is made, and who the attackers are said to be. */
import type { Account } from './account.ts'
import { childrenWith } from './arguments.ts'
import type { Cast } from './cast.ts'
import { partyKey } from './party-key.ts'
import { entityAt, isArmed, isHuman, lemmaAt, lemmaIn, type Reading } from './reading.ts'

/** Head tokens of those whom the rest of the report makes the doers of these accounts. */
export function impliedActors(r: Reading, accounts: readonly Account[], cast: Cast): readonly { readonly head: number; readonly rule: string }[] {
  if (accounts.some(a => a.actors.some(h => !isSides(r, h) && names(r, h)))) return []
  if (accounts[0]!.type === 'ASSAULT') return identified(r, accounts).map(head => ({ head, rule: 'role:predicate' }))
  if (accounts[0]!.type !== 'RETREAT') return []
  const others = cast.accounts.filter(a => !accounts.includes(a))
  if (accounts.every(a => a.triggers.some(t => t.lexeme.frame === 'free' || t.lexeme.mode === 'release' && t.lexeme.frame === 'self'))) return captors(r, accounts, others).map(head => ({ head, rule: 'role:captor' }))
  return accounts.some(a => a.mode === 'ceasefire') ? fighters(r, others).map(head => ({ head, rule: 'role:fought' })) : []
}

/** Whether a doer can be one: "were set free by morning" names nobody. */
function names(r: Reading, head: number): boolean { const m = entityAt(r, head); return m !== null && (m.form !== 'nominal' || !/^(?:unknown|facility|place)$/.test(m.kind)) }

/** Sentences about an act in which its doers are said to be somebody. */
const BESIDE = [0, 1, -1, 2]

/** "The killers were soldiers": who the doers of the nearest act are said to be. */
function identified(r: Reading, accounts: readonly Account[]): readonly number[] {
  for (const k of BESIDE) for (const a of accounts) {
    const { first, last } = r.text.sentences[a.sentence + k] ?? { first: 0, last: 0 }
    for (let i = first; i < last; i++) if (isHuman(entityAt(r, i)) && childrenWith(r.syntax, i, 'cop').length > 0 && childrenWith(r.syntax, i, 'nsubj').some(c => lemmaIn(r, c, 'doer-noun'))) return [i]
  }
  return []
}

/** "Both sides", "the parties": whoever fought, without saying who. */
export const isSides = (r: Reading, head: number): boolean => /^(?:side|party)$/.test(lemmaAt(r, head)) && entityAt(r, head)?.entity == null && r.syntax.xpos[head] === 'NNS'

/** "Five border guards were freed": whoever took them; of all takings that of the same people, else the only taker there is. */
function captors(r: Reading, accounts: readonly Account[], others: readonly Account[]): readonly number[] {
  const taken = others.filter(a => (a.mode === 'abduct' || a.mode === 'arrest') && a.actors.length > 0)
  const freed = new Set(accounts.flatMap(a => a.recipients).map(h => entityAt(r, h)?.chain)), lemmas = new Set(accounts.flatMap(a => a.recipients).map(h => lemmaAt(r, h)))
  const same = taken.filter(a => a.recipients.some(h => freed.has(entityAt(r, h)?.chain) || lemmas.has(lemmaAt(r, h)) && r.syntax.upos[h] === 'NOUN')), charged = accounts.some(a => a.triggers.some(t => t.lexeme.words.some(w => w === 'charge' || w === 'bail'))), from = same.length > 0 ? same : taken.filter(a => (a.mode === 'arrest') === charged)
  const keys = new Set(from.flatMap(a => a.actors).map(h => partyKey(r, h)))
  if (keys.size === 1) return from[0]!.actors.slice(0, 1)
  return same.length > 0 ? same[0]!.actors : heldBefore(r, accounts[0]!, taken, others)
}

/** Sentences back in which they are named who hold those that are let go. */
const HELD_BACK = 3

/** "Police detained 28. All were let go by morning", "the police drove them off. Four were questioned and freed": the last to take anybody before it in its paragraph, else the force that does anything there. */
function heldBefore(r: Reading, a: Account, taken: readonly Account[], others: readonly Account[]): readonly number[] {
  const here = r.text.sentences[a.sentence], near = (x: Account): boolean => x.main.token < a.main.token && x.sentence >= a.sentence - HELD_BACK && r.text.sentences[x.sentence]?.paragraph === here?.paragraph
  const last = taken.findLast(near) ?? others.findLast(x => near(x) && x.actors.some(h => isPolice(r, h)))
  return last === undefined ? [] : last.actors.filter(h => taken.includes(last) || isPolice(r, h)).slice(0, 1)
}

function isPolice(r: Reading, head: number): boolean { const m = entityAt(r, head); return m !== null && isArmed(m) && m.sectors.some(x => x === 'COP' || x === 'MIL') }

/** "A truce took hold": the two armed sides that do and suffer most in the report's attacks. */
function fighters(r: Reading, others: readonly Account[]): readonly number[] {
  const sides = new Map<string, { head: number; times: number }>()
  for (const a of others.filter(x => x.type === 'ASSAULT')) for (const h of new Set([...a.actors, ...a.recipients])) {
    const m = entityAt(r, h), country = m === null || m.kind === 'armed-group' ? null : r.entities.chains[m.chain]?.country ?? m.country, key = country === null ? partyKey(r, h) : `state:${country}`
    if (key === '' || m === null || !isArmed(m) && m.kind !== 'state' || m.kind === 'person' && country === null) continue
    const side = sides.get(key) ?? { head: h, times: 0 }
    sides.set(key, { ...side, times: side.times + 1 })
  }
  const [first, second, third] = [...sides.values()].sort((a, b) => b.times - a.times || a.head - b.head)
  return first !== undefined && second !== undefined && (third === undefined || third.times < second.times) ? [first.head, second.head] : []
}
