/** Builds accounts: what one sentence tells of one act, with roles, tolls, weapons, place, time and status. */
import type { EventType } from '../model/index.ts'
import { joinTriggers } from './accounts.ts'
import { childrenWith, prepositionOf, type Argument } from './arguments.ts'
import { partyHead } from './measure.ts'
import { entityAt, hasClass, isArmed, isHuman, isWordOf, lemmaAt, lemmaIn, type Reading } from './reading.ts'
import type { Filler, Roles } from './fillers.ts'
import { endsBefore } from './interception.ts'
import { rolesOf } from './roles.ts'
import { near, patients } from './senses.ts'
import { bySentence, clauseDistance, placesOf, timesOf, type Tied } from './setting.ts'
import { statusOf, type StatusDecision, type StatusLexicon } from './status.ts'
import { countOf, type Toll } from './toll.ts'
import type { Trigger } from './triggers.ts'

export interface Account {
  readonly index: number
  readonly sentence: number
  readonly triggers: readonly Trigger[]
  /** The trigger that says most: an act before its outcome, a noun with arguments before a bare one. */
  readonly main: Trigger
  readonly type: EventType
  readonly mode: string | null
  /** Head tokens. */
  readonly actors: readonly number[]
  readonly recipients: readonly number[]
  /** Each of them with the rule that put it on its side. */
  readonly fillers: readonly Filler[]
  readonly reciprocal: boolean
  /** Indices into `Reading.weapons`. */
  readonly weapons: readonly number[]
  readonly tolls: readonly Toll[]
  /** Index into `Reading.counts` of the number of acts, or -1. */
  readonly count: number
  readonly places: readonly Tied[]
  readonly times: readonly Tied[]
  readonly status: StatusDecision
  /** "the attack", "this bombing": points back (or ahead) to an act told elsewhere. */
  readonly anaphoric: boolean
  readonly rules: readonly string[]
}

/** What a rumour that is called false tells: its figures are nobody's. */
export const isUntrue = (a: Account): boolean => a.status.rule.startsWith('status:untrue')

/** Whether it tells of an attack from the side of those who stopped what was sent. */
export const isStopped = (a: Account): boolean => a.status.rule === 'status:intercepted'

/** All accounts of a report in text order. */
export function findAccounts(r: Reading, all: readonly Trigger[], tolls: readonly Toll[], statuses: StatusLexicon): readonly Account[] {
  const triggers = withoutFates(r, all), joins = joinTriggers(r, triggers)
  const groups = grouped(triggers, joins)
  const placeRange = bySentence(r, r.places), timeRange = bySentence(r, r.times)
  const accounts = groups.map((members, index) => account(r, index, members, joins.filter(j => members.some(m => m.index === j.b)).map(j => j.rule), statuses, placeRange, timeRange))
  return withTolls(r, accounts.map(a => ({ ...a, weapons: a.weapons.filter(w => !isOfAttack(r, a, w, accounts)) })), tolls)
}

/** "The navy brought them down" behind "sent two drones at the port": the end of one attack is no second. */
function withoutFates(r: Reading, triggers: readonly Trigger[]): readonly Trigger[] {
  const kept = triggers.filter(t => !endsBefore(r, t) || !triggers.some(u => u.lexeme.type === 'ASSAULT' && (u.sentence === t.sentence - 1 || u.sentence === t.sentence && u.token < t.token)))
  return kept.length === triggers.length ? triggers : kept.map((t, index) => ({ ...t, index }))
}

/** "Police fire tear gas as thousands march": a weapon of an attack that its sentence tells of is no weapon of the march. */
function isOfAttack(r: Reading, a: Account, weapon: number, accounts: readonly Account[]): boolean {
  const at = r.weapons[weapon]!.first, far = (x: Account): number => Math.min(...x.triggers.map(t => (at >= t.first && at < t.last ? -1 : clauseDistance(r, at, t.token))))
  return a.type !== 'ASSAULT' && accounts.some(x => x.type === 'ASSAULT' && x.sentence === a.sentence && x.weapons.includes(weapon) && far(x) <= far(a))
}

type Ranges = readonly { from: number; to: number }[]

function grouped(triggers: readonly Trigger[], joins: readonly { a: number; b: number }[]): readonly (readonly Trigger[])[] {
  const parent = triggers.map((_, i) => i)
  const find = (i: number): number => { let x = i; while (parent[x] !== x) x = parent[x] ?? x; return x }
  for (const { a, b } of joins) parent[Math.max(find(a), find(b))] = Math.min(find(a), find(b))
  const groups = new Map<number, Trigger[]>()
  for (const t of triggers) { const root = find(t.index); const g = groups.get(root); if (g) g.push(t); else groups.set(root, [t]) }
  return [...groups.values()]
}

const OUTCOME = new Set(['kill', 'hurt', 'die'])
const weight = (t: Trigger): number => t.lexeme.prior + (OUTCOME.has(t.lexeme.frame) ? -0.3 : 0) + (t.lexeme.mode ? 0.15 : 0) + Math.min(2, t.arguments.list.length) * 0.05

function account(r: Reading, index: number, triggers: readonly Trigger[], joins: readonly string[], statuses: StatusLexicon, placeRange: Ranges, timeRange: Ranges): Account {
  const main = [...triggers].sort((a, b) => weight(b) - weight(a) || a.first - b.first)[0] as Trigger
  const roles = triggers.map(t => rolesOf(r, t))
  const told = sidesOf(r, roles), fillers = fightersOf(r, triggers, told, new Set(roles.flatMap((x, i) => (triggers[i]!.lexeme.mode === 'abduct' ? x.fillers.map(f => f.head) : [])))), of = (side: Filler['side']): readonly number[] => fillers.filter(f => f.side === side).map(f => f.head), actors = of('actor'), recipients = of('recipient')
  const stopped = new Set(triggers.filter((_, i) => roles[i]!.intercepted)), weapons = weaponsOf(r, triggers, stopped), settled = modeOf(r, main, triggers, weapons, actors, new Set([...stopped, ...triggers.filter(t => isFall(r, t))]))
  const near = placeRange[main.sentence] ?? { from: 0, to: 0 }, when = timeRange[main.sentence] ?? { from: 0, to: 0 }
  return {
    index, sentence: main.sentence, triggers, main, type: main.lexeme.type, mode: settled.mode, actors, recipients, fillers,
    reciprocal: (roles.some(x => x.reciprocal) || fillers !== told) && actors.length > 0, weapons, tolls: [], count: countOfActs(r, triggers),
    places: closest(triggers.map(t => placesOf(r, t, near.from, near.to))), times: closest(triggers.map(t => timesOf(r, t, when.from, when.to))),
    status: status(r, statuses, triggers, roles), anaphoric: isAnaphoric(r, triggers), rules: [main.lexeme.id, settled.rule, ...joins],
  }
}

/** The fillers of all triggers, each token once and on one side; those who beat an attack back are not who made it, whatever else they did meanwhile. */
function sidesOf(r: Reading, roles: readonly Roles[]): readonly Filler[] {
  const defenders = new Set(roles.filter(x => x.repelled).flatMap(x => x.fillers.filter(f => f.rule === 'role:light-verb' || f.rule === 'role:repeller')).map(f => chainAt(r, f.head)))
  const all = roles.flatMap(x => x.fillers).map((f): Filler => (f.side === 'actor' && defenders.has(chainAt(r, f.head)) ? { ...f, side: 'recipient', rule: 'role:defender' } : f))
  const seen = new Set<number>()
  return [...all.filter(f => f.side === 'actor'), ...all.filter(f => f.side === 'recipient')].filter(f => !seen.has(f.head) && seen.add(f.head))
}

/** "A scout and two rebels died in a firefight": where nobody is said to have begun it, those who bear arms fought, whoever of them fell, but not those who were taken in it. */
function fightersOf(r: Reading, triggers: readonly Trigger[], fillers: readonly Filler[], taken: ReadonlySet<number>): readonly Filler[] {
  const fell = (f: Filler): boolean => f.side === 'recipient' && !taken.has(f.head) && /^role:(?:passive-subject|dead)$/.test(f.rule) && isArmed(entityAt(r, f.head))
  if (fillers.some(f => f.side === 'actor') || !fillers.some(fell) || !triggers.some(t => t.nominal && r.lexicon.lists['gunfight'].has(t.lexeme.words.join(' ')))) return fillers
  return fillers.map((f): Filler => (fell(f) ? { ...f, side: 'actor', rule: 'role:side' } : f))
}

const chainAt = (r: Reading, head: number): number => entityAt(r, head)?.chain ?? -1 - head

/** Per place or time, the shortest of its distances to the triggers. */
function closest(lists: readonly (readonly Tied[])[]): readonly Tied[] {
  const best = new Map<number, Tied>()
  for (const tied of lists.flat()) { const old = best.get(tied.index); if (!old || tied.distance < old.distance) best.set(tied.index, tied) }
  return [...best.values()].sort((a, b) => a.distance - b.distance || a.index - b.index)
}

/** An act that one of its triggers tells plainly is not unreal because another stands under a modal. */
function status(r: Reading, statuses: StatusLexicon, triggers: readonly Trigger[], roles: readonly Roles[]): StatusDecision {
  const all = triggers.map((t, i): StatusDecision => {
    const light = roles[i]?.lightVerb ?? -1, plain = statusOf(r, statuses, t, light), said = roles[i]?.status
    return said && plain.status === 'occurred' ? { status: said as StatusDecision['status'], rule: roles[i]!.intercepted ? 'status:intercepted' : 'status:light-verb', cue: light } : plain
  })
  const acts = all.filter((_, i) => !OUTCOME.has(triggers[i]!.lexeme.frame) && !r.lexicon.lists['left-noun'].has(triggers[i]!.lexeme.words.at(-1) ?? ''))
  if (acts.length > 0 && acts.length < all.length && all.some(d => d.status === 'negated')) return acts[0]!
  return all.find(d => d.status === 'attempted') ?? all.find(d => d.status === 'ongoing' && d.rule.startsWith('status:modifier')) ?? all.find(d => d.status === 'occurred' && all.length > 1 && !all.some(x => x.status === 'negated')) ?? all[0] ?? { status: 'occurred', rule: 'status:plain', cue: -1 }
}

/** Weapons that hang within two clauses of a trigger in the same sentence. */
function weaponsOf(r: Reading, triggers: readonly Trigger[], stopped: ReadonlySet<Trigger>): readonly number[] {
  const sentence = r.text.sentences[triggers[0]?.sentence ?? 0]
  if (!sentence) return []
  const out: number[] = []
  for (let i = sentence.first; i < sentence.last; i++) {
    const w = r.weaponAt[i] ?? -1
    if (w < 0 || out.includes(w)) continue
    const inside = triggers.some(t => i >= t.first && i < t.last && t.last - t.first === (r.weapons[w]?.last ?? 0) - (r.weapons[w]?.first ?? 0))
    if (!inside || (r.weapons[w]?.term.kind ?? '') !== 'attack') if (triggers.some(t => clauseDistance(r, i, t.token) <= 1) && !triggers.some(t => !stopped.has(t) && isAimedAt(r, t, i)) && !isFallen(r, r.weapons[w]!.last - 1)) out.push(w)
  }
  return out
}

/** Frames whose object is what is hit. */
const HITTING = new Set(['do', 'kill', 'hurt', 'n-on', 'n-of', 'take'])

/** "Destroyed a cargo plane loaded with drones", "raids on drone workshops": a weapon that the act was done to is not what it was done with. */
function isAimedAt(r: Reading, t: Trigger, weapon: number): boolean {
  if (!HITTING.has(t.lexeme.frame) || t.lexeme.mode !== null && t.lexeme.mode !== 'destroy' && t.lexeme.mode !== 'aerial') return false
  const aims = new Set([...patients(t.arguments, r, t.token).map(a => a.head), ...t.arguments.list.filter(a => a.relation === 'oblique' && (a.preposition === 'on' || a.preposition === 'against')).map(a => a.head)])
  for (let at = weapon, hops = 0; hops < 3; hops++) {
    if (aims.has(at)) return true
    const up = r.syntax.head[at] ?? -1, rel = r.syntax.deprel[at] ?? ''
    if (up === t.token || !/^(?:compound|amod|flat|acl)/.test(rel) && !(rel.startsWith('nmod') && prepositionOf(r.syntax, at) === 'of') && !(rel.startsWith('obl') && (r.syntax.deprel[up] ?? '').startsWith('acl'))) return false
    at = up
  }
  return false
}

/** "Their helicopter crashed": an aircraft that falls was hit and is not what the act was done with. */
const isFallen = (r: Reading, token: number): boolean => isAircraft(r, token) && (r.syntax.deprel[token] ?? '').startsWith('nsubj') && lemmaIn(r, r.syntax.head[token] ?? -1, 'fall-from-sky')
const isFall = (r: Reading, t: Trigger): boolean => lemmaIn(r, t.token, 'fall-from-sky') && t.arguments.list.some(a => a.relation === 'subject' && isAircraft(r, a.head))

function isAircraft(r: Reading, token: number): boolean {
  const weapon = r.weapons[r.weaponAt[token] ?? -1]?.term
  return weapon?.kind === 'platform' && weapon.mode === 'aerial'
}

const STRENGTH = ['suicide-attack', 'drone', 'unconventional', 'crowd-control', 'aerial', 'heavy-weapons', 'explosives', 'firearms', 'primitive']
const OWN_MODE = new Set(['abduct', 'sexual', 'torture', 'destroy', 'suicide-attack', 'unconventional', 'crowd-control'])

/** The mode: what the act's own word says, else its weapon, else who did it. */
function modeOf(r: Reading, main: Trigger, triggers: readonly Trigger[], weapons: readonly number[], actors: readonly number[], stopped: ReadonlySet<Trigger>): { mode: string | null; rule: string } {
  // What a strike or an attack destroyed does not say how it was made.
  const own = [main, ...triggers].map(t => (stopped.has(t) || t.lexeme.mode === 'destroy' && main.lexeme.mode !== 'destroy' && !OUTCOME.has(main.lexeme.frame) ? null : t.lexeme.mode)).find(m => m !== null) ?? null
  if (main.lexeme.type === 'MOBILIZE' && main.lexeme.mode === 'troops') return movedMode(r, main)
  if (own === 'destroy' && lemmaIn(r, main.token, 'downing-verb') && patients(main.arguments, r, main.token).some(a => isWordOf(r, a.head, 'warplane-word') || isWordOf(r, a.head, 'drone-word'))) return downedMode(r, main, weapons)
  if (main.lexeme.type !== 'ASSAULT') return { mode: main.lexeme.mode, rule: 'mode:trigger' }
  const suicide = triggers.some(t => t.lexeme.mode === 'suicide-attack') || [...actors, ...triggers.map(t => t.token)].some(a => childrenWith(r.syntax, a, 'compound', 'amod').some(c => lemmaAt(r, c) === 'suicide'))
  if (suicide) return { mode: 'suicide-attack', rule: 'mode:suicide' }
  if ((own === 'aerial' || own === 'heavy-weapons') && weapons.some(w => r.weapons[w]?.term.mode === 'unconventional')) return { mode: 'unconventional', rule: 'mode:weapon' }
  if (own === 'aerial' && actors.some(a => r.lexicon.doerModes.get(lemmaAt(r, a)) === 'drone')) return { mode: 'drone', rule: 'mode:drone' }
  const means = (own === 'destroy' || own === null) && !stopped.has(main) ? meansOf(r, main) : null
  if (means !== null) return { mode: means, rule: 'mode:means' }
  if (own !== null && own !== 'targeted' && own !== 'explosives' && own !== 'heavy-weapons' && !(own === 'firearms' && main.lexeme.frame === 'fire')) return { mode: own, rule: 'mode:trigger' }
  const armed = weapons.map(w => r.weapons[w]?.term.mode ?? '').filter(m => m !== '').sort((a, b) => STRENGTH.indexOf(a) - STRENGTH.indexOf(b))[0]
  if (armed && !OWN_MODE.has(own ?? '')) return { mode: own === 'explosives' && ['firearms', 'primitive'].includes(armed) ? own : armed, rule: 'mode:weapon' }
  const byRole = actors.map(a => r.lexicon.doerModes.get(lemmaAt(r, a))).find(m => m !== undefined)
  return own !== null ? { mode: own, rule: 'mode:trigger' } : byRole ? { mode: byRole, rule: 'mode:doer' } : { mode: null, rule: 'mode:none' }
}

/** The rule of an account that tells of an aircraft that was shot down. */
export const DOWNED = 'mode:downed'

/** "Shot down a helicopter with a missile": with what, or by means left open; to destroy is what is done to a drone in flight (codebook of the coded reports, ASSAULT). */
function downedMode(r: Reading, main: Trigger, weapons: readonly number[]): { mode: string | null; rule: string } {
  const armed = weapons.map(w => r.weapons[w]!.term).find(term => term.kind === 'munition' || term.kind === 'weapon')?.mode
  if (armed != null) return { mode: armed, rule: 'mode:weapon' }
  return { mode: 'destroy', rule: patients(main.arguments, r, main.token).some(a => isWordOf(r, a.head, 'drone-word')) ? 'mode:trigger' : DOWNED }
}

/** "Drones set fire to a depot", "the air force hit a convoy": the mode that the grammatical doer tells. */
function meansOf(r: Reading, main: Trigger): string | null {
  const heads = main.arguments.list.filter(a => a.relation === 'agent' || a.relation === 'subject' && !main.arguments.passive).map(a => a.head)
  for (const head of heads) {
    const weapon = r.weapons[r.weaponAt[head] ?? -1]?.term
    if (weapon !== undefined && weapon.kind !== 'attack') return weapon.mode
    if (lemmaAt(r, head) === 'aviation' || lemmaAt(r, head) === 'force' && lemmaAt(r, head - 1) === 'air') return 'aerial'
  }
  return null
}

/** Who or what is moved where the word would do for all: "posted two platoons of police", "militiamen massed", "moved two batteries"; else who moves them ("Al-Shabaab sent reinforcements"). */
function movedMode(r: Reading, t: Trigger): { mode: string; rule: string } {
  const { token, arguments: args } = t, moved = patients(args, r, token), subjects = args.list.filter(a => a.relation === 'subject' || a.relation === 'modifier')
  return kindOf(r, moved) ?? (args.passive || moved.every(a => !lemmaIn(r, a.head, 'state-troops')) ? kindOf(r, subjects) : null) ?? { mode: 'troops', rule: 'mode:trigger' }
}

function kindOf(r: Reading, whole: readonly Argument[]): { mode: string; rule: string } | null {
  const heads = whole.flatMap(a => [...near(r, a.head), partyHead(r, a.head)]), of = (kind: string): boolean => heads.some(h => hasClass(r, h, kind)), forces = heads.filter(h => isArmed(entityAt(r, h)))
  if ((of('police') || of('police-word')) && !forces.some(h => entityAt(r, h)?.sectors.includes('MIL') && lemmaIn(r, h, 'state-troops'))) return { mode: 'police', rule: 'mode:moved' }
  if (of('rebel') && !forces.some(h => lemmaIn(r, h, 'state-troops'))) return { mode: 'militia', rule: 'mode:moved' }
  return whole.length > 0 && !whole.some(a => isHuman(entityAt(r, a.head)) && !of('weapon')) && of('weapon') && !of('vehicle') ? { mode: 'weapons', rule: 'mode:moved' } : null
}

/** "three airstrikes", "a series of 12 attacks": how many acts. */
function countOfActs(r: Reading, triggers: readonly Trigger[]): number {
  for (const t of triggers) if (t.nominal) {
    const own = countOf(r, t.token)
    if (own >= 0 && r.syntax.xpos[t.token] === 'NNS' && (r.counts[own]?.min ?? r.counts[own]?.max ?? 0) > 1) return own
  }
  return -1
}

const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those', 'such', 'both'])

/** Definite event nouns that add neither parties nor victims of their own. */
function isAnaphoric(r: Reading, triggers: readonly Trigger[]): boolean {
  const definite = (token: number): boolean => childrenWith(r.syntax, token, 'det').some(c => DEFINITE.has(lemmaAt(r, c))) || childrenWith(r.syntax, token, 'nmod:poss').some(c => (r.timeAt[c] ?? -1) >= 0)
  return triggers.some(t => t.nominal && definite(t.token) && !childrenWith(r.syntax, t.token, 'nmod').some(c => ['on', 'against', 'of'].includes(prepositionOf(r.syntax, c))))
}

/** Gives each toll to the account that holds its anchor, else to the nearest account of its sentence. */
function withTolls(r: Reading, accounts: readonly Account[], tolls: readonly Toll[]): readonly Account[] {
  const owned = new Map<number, Toll[]>()
  const inSentence = new Map<number, Account[]>()
  for (const a of accounts) { const list = inSentence.get(a.sentence); if (list) list.push(a); else inSentence.set(a.sentence, [a]) }
  for (const toll of tolls) {
    const owner = ownerOf(r, inSentence.get(toll.sentence) ?? [], toll)
    if (owner) owned.set(owner.index, [...(owned.get(owner.index) ?? []), toll])
  }
  return accounts.map(a => ({ ...a, tolls: owned.get(a.index) ?? [] }))
}

function ownerOf(r: Reading, accounts: readonly Account[], toll: Toll): Account | null {
  const direct = accounts.find(a => (toll.kind === 'detained' || a.type === 'ASSAULT' || a.type === 'PROTEST') && a.triggers.some(t => t.token === toll.anchor || toll.of.includes(t.token)))
  if (direct) return direct
  if (toll.kind === 'detained') return null
  // "A crowd threw stones, two constables were hurt, and gas was fired": policemen are not hurt by what the police did.
  const guards = toll.kind === 'injured' && toll.of.some(h => entityAt(r, h)?.sectors.includes('COP')), ofForce = accounts.filter(a => a.type === 'ASSAULT' || a.type === 'PROTEST'), byOthers = guards ? ofForce.filter(a => a.mode !== 'crowd-control' && !a.actors.some(h => entityAt(r, h)?.sectors.includes('COP'))) : []
  const near = (byOthers.length > 0 ? byOthers : ofForce).map(a => ({ a, d: Math.min(...a.triggers.map(t => clauseDistance(r, toll.anchor, t.token) + Math.abs(toll.anchor - t.token) / 100)) })).filter(x => x.d < Infinity).sort((x, y) => x.d - y.d)
  return near[0]?.a ?? null
}

/** Whether those whom a token heads are the ones who did it: the attackers' own dead. In a clash both sides' dead are its dead. */
export function isAttackers(r: Reading, a: Pick<Account, 'actors' | 'recipients' | 'reciprocal'>, head: number): boolean {
  const m = entityAt(r, head)
  return lemmaIn(r, head, 'attacker-noun') || !a.reciprocal && m !== null && isArmed(m) && a.actors.some(x => entityAt(r, x)?.chain === m.chain) && !a.recipients.includes(head)
}

/** True when some of the counted are the ones who did it. */
export const countsAttackers = (r: Reading, a: Pick<Account, 'actors' | 'recipients' | 'reciprocal'>, toll: Toll): boolean => toll.of.some(head => isAttackers(r, a, head))
