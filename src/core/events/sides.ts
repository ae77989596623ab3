/** Decides which candidates are an event's actors and recipients, by a weighted sum of what speaks for each. */
import { childrenWith, conjuncts, prepositionOf } from './arguments.ts'
import type { Account } from './account.ts'
import { ofOneCamp } from './camps.ts'
import { withTheirs } from './struck.ts'
import { keysOf, type Cast } from './cast.ts'
import { isPart } from './describe.ts'
import { candidatesOf, inRole, type Candidate } from './candidates.ts'
import type { Side } from './fillers.ts'
import type { Weights } from './lexicon.ts'
import { telling, type Party } from './participants.ts'
import { entityAt, isArmed, isHuman, lemmaAt, lemmaIn, type Reading } from './reading.ts'
import { clauseDistance } from './setting.ts'
import type { Toll } from './toll.ts'

/** A candidate with the probability that it belongs on its side, and what made it. */
export interface Judged { readonly candidate: Candidate; readonly p: number; readonly features: readonly { readonly feature: string; readonly weight: number }[] }

/** Least probability of a participant, and the most that one side names (both by cross-validation). */
const LEAST = { actor: 0.33, recipient: 0.33 }, MOST = 4

/** The least probability of one who fills no role in the act and whom its sentences do not name. */
const AFAR = 0.5
const isAfar = ({ candidate: { side }, features }: Judged): boolean => side === 'actor' && features.some(f => /^away:[123]$/.test(f.feature))

/** The candidates of both sides that are taken, in order of first mention; nobody stands on both sides. */
export function judgeSides(r: Reading, accounts: readonly Account[], cast: Cast, weights: { readonly actor: Weights; readonly recipient: Weights }, strays: readonly Toll[] = [], confidence = 1): readonly Judged[] {
  // Whoever suffers an act that may be none must be the surer.
  const least = { ...LEAST, recipient: LEAST.recipient / Math.sqrt(confidence) }
  const candidates = candidatesOf(r, accounts, cast, strays), features = sideFeatures(r, accounts, candidates, cast)
  const judged = candidates.map((candidate, i): Judged => {
    const list = [...features[i]!].map(([feature, value]) => ({ feature, weight: value * (weights[candidate.side][feature] ?? 0) })).filter(f => f.weight !== 0)
    return { candidate, p: 1 / (1 + Math.exp(-list.reduce((sum, f) => sum + f.weight, 0))), features: list }
  })
  const sure = judged.filter(j => j.p >= (isAfar(j) ? AFAR : least[j.candidate.side])), taken = judged.filter(j => (sure.includes(j) || isBeside(r, j, sure)) && !(j.candidate.side === 'actor' && isThing(r, j.candidate))).filter(j => !judged.some(o => o.candidate.side !== j.candidate.side && o.p > j.p && sameParty(o.candidate, j.candidate)))
  const left = taken.filter(j => !(accounts[0]!.type === 'ASSAULT' && j.candidate.side === 'recipient' && isAttacker(r, j.candidate) && taken.some(o => o.candidate.side === 'recipient' && !isAttacker(r, o.candidate))))
  return withTheirs(r, accounts, judged, ofOneCamp(r, accounts, left)).filter((j, _, all) => all.filter(o => o.candidate.side === j.candidate.side && o.p > j.p).length < MOST)
}

/** The least probability of people who are told beside others in the same words. */
const BESIDE = 0.24

/** "Killing three policemen and two civilians", "the nurse and two of her patients were killed": whoever suffers in one list with others who are taken, by the same words, is as much a victim as they. */
function isBeside(r: Reading, { candidate: { side, party, told }, p }: Judged, sure: readonly Judged[]): boolean {
  if (side !== 'recipient' || p < BESIDE || !party.mentions.some(isHuman)) return false
  const rules = new Set(told.filter(t => inRole(t)).map(t => t.rule)), heads = new Set(party.heads.flatMap(h => prepositionOf(r.syntax, h) === 'of' ? [h, r.syntax.head[h] ?? h] : [h]))
  return sure.some(o => o.candidate.side === side && o.candidate.told.some(t => rules.has(t.rule) && inRole(t)) && o.candidate.party.mentions.some(m => listOf(r, m.head).some(h => heads.has(h))))
}

/** All of the list that a word stands in; of "former agent Ivan Petrov and his daughter" the tree hangs the daughter on the name. */
function listOf(r: Reading, head: number): readonly number[] {
  const first = r.syntax.deprel[head] === 'conj' ? r.syntax.head[head] ?? head : head
  return /^(?:appos|flat)$/.test(r.syntax.deprel[first] ?? '') ? [r.syntax.head[first]!, ...conjuncts(r.syntax, first)] : conjuncts(r.syntax, first)
}

/** "A drone dropped a grenade", "the response closed the consulate": what does nothing by itself is no actor. */
const isThing = (r: Reading, c: Candidate): boolean => c.party.made.entity === null && c.party.mentions.every(m => m.form !== 'name' && !isHuman(m) && lemmaIn(r, m.head, 'never-doer'))

/** "Killing nine attackers": their own losses are not those they attacked. */
const isAttacker = (r: Reading, c: Candidate): boolean => c.party.mentions.every(m => lemmaIn(r, m.head, 'attacker-noun'))

const sameParty = (a: Candidate, b: Candidate): boolean => a.party.made.name === b.party.made.name || a.party.chains.some(c => b.party.chains.includes(c))

/** The features of each candidate; values 0..1. */
export function sideFeatures(r: Reading, accounts: readonly Account[], candidates: readonly Candidate[], cast: Cast): readonly ReadonlyMap<string, number>[] {
  const plain = plainly(r, candidates)
  return candidates.map(c => {
    const out = new Map<string, number>([['bias', 1]]), flag = (name: string, on = true): void => { if (on) out.set(name, 1) }
    flag('plain', plain.has(c.party))
    whyFeatures(r, accounts, c, flag)
    whoFeatures(r, c, flag)
    sectorFeatures(r, accounts[0]!.type, c, flag)
    amongFeatures(r, candidates, c, flag)
    castFeatures(r, accounts, candidates, c, cast, out)
    out.set('votes', Math.min(1, Math.log2(1 + c.told.length) / 3))
    out.set('share', Math.min(1, new Set(c.told.map(t => t.account.index)).size / accounts.length))
    return out
  })
}

/** Those whom the rules alone would take: in a role, and named well enough beside the others. */
function plainly(r: Reading, candidates: readonly Candidate[]): ReadonlySet<Party> {
  const of = (side: Side): readonly Party[] => telling(candidates.filter(c => c.side === side && c.told.some(t => inRole(t)) && !(side === 'recipient' && isAttacker(r, c))).map(c => c.party), side)
  return new Set([...of('actor'), ...of('recipient')])
}

type Flag = (name: string, on?: boolean) => void

/** By which rules, in what kind of act, and where it is told. */
function whyFeatures(r: Reading, accounts: readonly Account[], c: Candidate, flag: Flag): void {
  const type = accounts[0]!.type
  for (const t of c.told) flag(t.rule)
  flag(`type:${type}`)
  const roles = c.told.filter(t => inRole(t))
  flag('no-role', roles.length === 0)
  if (roles.length > 0) flag(`${type}:${roles[0]!.rule}`)
  for (const t of roles) flag(`frame:${t.account.main.lexeme.frame}`)
  flag('first-account', c.told.some(t => t.account === accounts[0]))
  flag('one-account', accounts.length === 1)
  flag('headline', roles.some(t => r.text.sections[r.text.sentences[t.account.sentence]?.section ?? 0]?.kind === 'headline'))
  flag('only-late', roles.length > 0 && roles.every(t => t.account !== accounts[0]) && accounts.length > 2)
  flag('anaphor-only', roles.length > 0 && roles.every(t => t.account.anaphoric))
  flag('reciprocal', accounts.some(a => a.reciprocal))
  if (roles.length > 0) return
  flag(`no-role:${type}`)
  flag(`away:${away(r, accounts, c)}`)
  for (const t of c.told) nearFeatures(r, t.head, t.account, flag)
}

/** Sentences between an event's accounts and the nearest words for one who fills no role in them; 3 stands for more. */
function away(r: Reading, accounts: readonly Account[], c: Candidate): number {
  const here = new Set(accounts.map(a => a.sentence)), named = new Set(c.party.chains.flatMap(k => r.entities.chains[k]?.mentions ?? []).map(k => r.text.tokens[r.entities.mentions[k]!.head]?.sentence ?? 0))
  return [0, 1, 2].find(far => [...named].some(s => here.has(s - far) || here.has(s + far))) ?? 3
}

/** How one who fills no role stands to the act. */
function nearFeatures(r: Reading, head: number, a: Account, flag: Flag): void {
  const rel = (r.syntax.deprel[head] ?? '').split(':')[0] ?? '', up = r.syntax.head[head] ?? -1, preposition = prepositionOf(r.syntax, head)
  const distance = Math.min(9, ...a.triggers.map(t => clauseDistance(r, head, t.token)))
  flag(`near:${distance > 2 ? 'far' : distance}`)
  flag(head < a.main.token ? 'near:before' : 'near:after')
  flag(`near:${rel}`)
  if (preposition !== '' && preposition !== 'by') flag(`near:prep:${preposition}`)
  flag('near:speaker', (rel === 'nsubj' ? r.syntax.deprel[head] !== 'nsubj:pass' : preposition === 'by') && lemmaIn(r, up, 'speaker-verb'))
  if (preposition === 'by' && !lemmaIn(r, up, 'speaker-verb')) flag('near:by-doer')
  flag('near:accused', (rel === 'obj' || rel === 'obl') && lemmaIn(r, up, 'accuse-verb'))
  flag('near:under-trigger', a.triggers.some(t => t.token === up))
  flag('near:arms-owner', (r.weaponAt[up] ?? -1) >= 0 || entityAt(r, up)?.kind === 'equipment')
  flag('near:site-owner', entityAt(r, up)?.kind === 'facility' && /^(?:compound|amod|nmod)/.test(r.syntax.deprel[head] ?? ''))
  flag('near:holder', lemmaIn(r, up, 'held-by') || lemmaIn(r, head + 2, 'held-by'))
}

/** Who it is. */
function whoFeatures(r: Reading, c: Candidate, flag: Flag): void {
  const { party } = c, mentions = party.mentions, lemmas = mentions.map(m => lemmaAt(r, m.head)), chain = r.entities.chains[mentions[0]?.chain ?? -1]
  flag(`rank:${party.rank}`)
  flag(`kind:${chain?.kind === 'unknown' || chain === undefined ? mentions[0]?.kind ?? 'unknown' : chain.kind}`)
  for (const m of mentions) flag(`rule:${ruleOf(m.rule)}`)
  flag('armed', mentions.some(m => isArmed(m)))
  flag('pronoun', mentions.every(m => m.form === 'pronoun'))
  flag('named', party.made.entity !== null || mentions.some(m => m.form === 'name'))
  flag('vague', lemmas.every(l => r.lexicon.lists['vague-party'].has(l)))
  flag('kin', lemmas.every(l => r.lexicon.lists['kin'].has(l)))
  flag('settlement', lemmas.every(l => r.lexicon.lists['settlement'].has(l)))
  flag('attacker', isAttacker(r, c))
  flag('counted', mentions.some(m => (r.countFor[m.head] ?? -1) >= 0))
  flag('bomber', lemmas.includes('bomber'))
  flag('negated', mentions.every(m => childrenWith(r.syntax, m.head, 'det').some(d => lemmaAt(r, d) === 'no')))
  flag('often', (chain?.mentions.length ?? 0) > 3)
  flag('official', mentions.every(m => m.kind === 'person' && m.sectors.includes('GOV')))
  flag('speaks', (chain?.mentions ?? []).some(k => { const m = r.entities.mentions[k]!; return (r.syntax.deprel[m.head] ?? '').startsWith('nsubj') && lemmaIn(r, r.syntax.head[m.head] ?? -1, 'speaker-verb') }))
  flag('media', mentions.every(m => m.sectors.includes('JRN') || m.sectors.includes('NGO')))
}

/** What its table rows say of it: sectors, by themselves, in such an act, and in or out of a role; and the very role words ("civilian", "gunman"). */
function sectorFeatures(r: Reading, type: string, c: Candidate, flag: Flag): void {
  const sectors = new Set([...c.party.chains.flatMap(k => r.entities.chains[k]?.sectors ?? []), ...c.party.mentions.flatMap(m => m.sectors)]), part = c.told.some(inRole) ? 'role' : 'no-role'
  for (const s of sectors) { flag(`sector:${s}`); flag(`sector:${s}:${type}`); flag(`sector:${s}:${part}`) }
  for (const m of c.party.mentions) { const word = /^entity:(?:role|side)\/(.+)$/.exec(m.rule)?.[1]; if (word !== undefined) flag(`word:${word}`) }
}

/** How a mention was found, without the word that it was found by. */
const ruleOf = (rule: string): string => rule.replace(/^entity:/, '').replace(/^(role|side|shape|title)\/.*$/, '$1')

const timesInRole = (c: Candidate): number => c.told.filter(inRole).length

/** How it stands to the other candidates. */
function amongFeatures(r: Reading, candidates: readonly Candidate[], c: Candidate, flag: Flag): void {
  const own = candidates.filter(o => o.side === c.side && o !== c), other = candidates.filter(o => o.side !== c.side), roles = (o: Candidate): boolean => o.told.some(inRole)
  const rivals = own.filter(roles)
  flag('alone', rivals.length === 0)
  flag('needed', !rivals.some(o => o.party.rank >= 2))
  flag('lone-role', roles(c) && c.party.rank >= 2 && !rivals.some(o => o.party.rank >= 2))
  flag('top-role', roles(c) && c.party.rank >= 1 && !rivals.some(o => o.party.rank >= 1 && timesInRole(o) > timesInRole(c)))
  flag('crowd', rivals.length > 3)
  flag('better', rivals.some(o => o.party.rank > c.party.rank))
  flag('named-rival', c.party.made.entity === null && rivals.some(o => o.party.made.entity !== null))
  flag('more-told', rivals.some(o => o.told.length > c.told.length))
  flag('other-side', other.some(o => roles(o) && sameParty(o, c)))
  flag('other-side-more', other.some(o => roles(o) && sameParty(o, c) && o.told.length > c.told.length))
  flag('same-country', c.party.made.country !== null && other.some(o => roles(o) && !sameParty(o, c) && o.party.made.country === c.party.made.country))
  flag('no-other', !other.some(roles))
  const arms = armsOf(c), facing = new Set(other.filter(o => roles(o) && !sameParty(o, c)).map(armsOf))
  if (arms !== 'none') {
    flag(`like-foe:${roles(c) ? 'role' : 'no-role'}`, facing.has(arms) && facing.size === 1)
    flag(`unlike-foe:${roles(c) ? 'role' : 'no-role'}`, facing.size > 0 && !facing.has(arms))
    flag('like-foe:loss', facing.has(arms) && facing.size === 1 && c.told.some(t => t.rule === 'role:loss' || t.rule === 'role:dead'))
    flag('unlike-foe:loss', facing.size > 0 && !facing.has(arms) && c.told.some(t => t.rule === 'role:loss' || t.rule === 'role:dead'))
  }
  flag('part', c.party.mentions.every(m => isPart(r, m)))
  flag('conjunct', c.party.mentions.some(m => r.syntax.deprel[m.head] === 'conj' || conjuncts(r.syntax, m.head).length > 1))
  flag('human-rival', c.party.mentions.every(m => !isHuman(m)) && rivals.some(o => o.party.mentions.some(isHuman)))
}

/** Whether one bears a state's arms, others', or none: those whom militants fight are seldom militants. */
function armsOf({ party }: Candidate): 'state' | 'other' | 'none' {
  const sectors = new Set([...party.made.sectors, ...party.mentions.flatMap(m => m.sectors)])
  if (['MIL', 'COP'].some(s => sectors.has(s)) || party.state !== null) return 'state'
  return party.mentions.some(isArmed) ? 'other' : 'none'
}

/** What it does and suffers in the report's other acts. */
function castFeatures(r: Reading, accounts: readonly Account[], candidates: readonly Candidate[], c: Candidate, cast: Cast, out: Map<string, number>): void {
  const own = new Set(accounts.map(a => a.index)), keys = keysOf(r, c.party), roles = c.told.some(inRole) ? 'cast' : 'cast:out'
  const others = (k: string, part: 'doer' | 'sufferer'): readonly number[] => [...cast.players.get(k)?.[part] ?? []].filter(i => !own.has(i))
  const count = (part: 'doer' | 'sufferer'): number => new Set(keys.flatMap(k => others(k, part))).size
  const doer = count('doer'), sufferer = count('sufferer')
  out.set(`${roles}:doer`, Math.min(1, Math.log2(1 + doer) / 3))
  out.set(`${roles}:sufferer`, Math.min(1, Math.log2(1 + sufferer) / 3))
  if (doer > 0 && doer >= Math.max(...[...cast.players.values()].filter(p => p.armed).map(p => p.doer.size), 1)) out.set(`${roles}:main-doer`, 1)
  for (const set of ['claiming', 'blamed', 'headline'] as const) if (keys.some(k => cast[set].has(k))) out.set(`${roles}:${set}`, 1)
  const facing = candidates.filter(o => o.side !== c.side && o.told.some(inRole)).flatMap(o => keysOf(r, o.party)).filter(k => !keys.includes(k))
  const meets = (mine: 'doer' | 'sufferer', theirs: 'doer' | 'sufferer'): boolean => keys.some(k => { const at = new Set(others(k, mine)); return facing.some(f => others(f, theirs).some(i => at.has(i))) })
  const [mine, theirs] = c.side === 'actor' ? ['doer', 'sufferer'] as const : ['sufferer', 'doer'] as const
  if (meets(mine, theirs)) out.set(`${roles}:as-before`, 1)
  if (meets(theirs, mine)) out.set(`${roles}:foe`, 1)
  if (meets('doer', 'doer')) out.set(`${roles}:ally`, 1)
  if (out.has('needed') && roles === 'cast:out') for (const feature of [...out.keys()].filter(f => f.startsWith('cast:out:') && out.get(f) === 1)) out.set(feature.replace('cast:out', 'needed'), 1)
}
