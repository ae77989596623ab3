/** Whom an event may have had on either side: those a rule put there, those its losses count, others named in the same sentences, and the armed sides of the report's other acts. */
import type { EntityMention } from '../model/index.ts'
import { childrenWith } from './arguments.ts'
import { countsAttackers, isStopped, type Account } from './account.ts'
import { authorityOf } from './authorities.ts'
import { answerableFor, elsewhere, type Cast } from './cast.ts'
import { described } from './describe.ts'
import type { Filler, Side } from './fillers.ts'
import { impliedActors, isSides } from './implied.ts'
import { gathered, sameParty, type Party } from './participants.ts'
import { byName } from './party.ts'
import { partyKey } from './party-key.ts'
import { answerWordAt, entityAt, isArmed, isHuman, isWordOf, lemmaAt, lemmaIn, type Reading } from './reading.ts'
import { doers } from './senses.ts'
import { sharesOf } from './shares.ts'
import { isNotTaken, suppliedRecipients } from './supplied.ts'
import type { Toll } from './toll.ts'

/** A filler with the account that tells it; `role:near` and `role:elsewhere` are no roles, only nearness and a part in other acts of the report. */
export interface Told extends Filler { readonly account: Account }

/** One party on one side of an event, with all that puts it there. */
export interface Candidate { readonly side: Side; readonly party: Party; readonly told: readonly Told[] }

/** Accounts of one event whose whole sentences are searched. */
const SEARCHED = 6

/** The candidates of both sides, in order of first mention; `strays` are losses of the event that stand in no account of it. */
export function candidatesOf(r: Reading, accounts: readonly Account[], cast: Cast, strays: readonly Toll[] = []): readonly Candidate[] {
  const implied = [...impliedActors(r, accounts, cast), ...authorityOf(r, accounts, cast)], told = [...accounts.flatMap(a => a.fillers.filter(f => !isGround(r, f) && !(f.side === 'recipient' && isNotTaken(r, accounts, cast, f.head)) && !(implied.length > 0 && (isSides(r, f.head) || f.rule === 'role:sent'))).map((f): Told => ({ ...f, account: a }))), ...losses(r, accounts, strays), ...answerableFor(r, accounts, cast).map((head): Told => ({ head, side: 'actor', rule: 'role:answerable', account: accounts[0]! })), ...implied.map((x): Told => ({ ...x, side: 'actor', account: accounts[0]! })), ...suppliedRecipients(r, accounts, cast).map((x): Told => ({ ...x, side: 'recipient', account: accounts[0]! }))], struck = new Set([...describers(r, accounts), ...laterDoers(r, accounts, cast)]), near = [...nearby(r, accounts), ...elsewhere(r, cast, accounts).filter(p => !blames(r, p.head)).map((p): Told => ({ head: p.head, side: 'actor', rule: 'role:elsewhere', account: accounts[0]! }))]
  return (bindsAll(accounts) ? ['actor'] as const : ['actor', 'recipient'] as const).flatMap(side => {
    const own = told.filter(f => f.side === side), chains = new Set(own.map(f => entityAt(r, f.head)?.chain)), others = near.filter(f => !chains.has(entityAt(r, f.head)?.chain) && !(side === 'actor' && struck.has(partyKey(r, f.head)))).map((f): Told => ({ ...f, side }))
    const parties = described(r, gathered(r, own.map(f => f.head)), side), beside = gathered(r, others.map(f => f.head)).filter(x => !parties.some(y => sameParty(x, y)))
    return [...parties, ...beside].map(party => ({ side, party, told: [...own, ...others].filter(f => party.heads.includes(f.head)) }))
  })
}

/** A curfew and martial law bind everyone who is there; a government that is dissolved is a party. */
const bindsAll = (accounts: readonly Account[]): boolean => accounts.every(a => (a.mode === 'curfew' || a.mode === 'martial-law') && a.triggers.every(t => t.lexeme.words[0] !== 'dissolve'))

const isGround = (r: Reading, f: Filler): boolean => f.side === 'recipient' && lemmaIn(r, f.head, 'ground') && entityAt(r, f.head)?.form === 'nominal'

const DESCRIBING = /^(?:amod|compound|nmod:poss)$/

/** "An explosion damaged a Russian patrol boat": keys of those whose the things and people are that an act was done to, who did it not unless a rule says so. */
function describers(r: Reading, accounts: readonly Account[]): ReadonlySet<string> {
  const out = new Set<string>()
  for (const a of accounts) for (const recipient of a.recipients) {
    for (let at = recipient, hops = 0; at >= 0 && hops < 3; at = DESCRIBING.test(r.syntax.deprel[at] ?? '') ? r.syntax.head[at] ?? -1 : -1, hops++) for (const c of [at, ...childrenWith(r.syntax, at, 'amod', 'compound', 'nmod:poss')]) out.add(partyKey(r, c))
  }
  out.delete('')
  return out
}

/** "Strikes killed nine after rockets were fired at the town", "bombed a radar in response to attacks on shipping": keys of those who act in the main clause; what had been done before was not done by them unless a rule says so. */
function laterDoers(r: Reading, accounts: readonly Account[], cast: Cast): readonly string[] {
  const own = new Set(accounts.map(a => a.index))
  return accounts.flatMap(a => {
    const clause = a.main.token, up = r.syntax.head[clause] ?? -1, answering = a.main.nominal ? answerOver(r, clause) : -1
    if (answering >= 0) return cast.accounts.filter(x => !own.has(x.index) && x.sentence === a.sentence && x.triggers.some(t => isOver(r, t.token, answering))).flatMap(x => x.actors.map(h => partyKey(r, h))).filter(k => k !== '')
    if (a.main.nominal || !a.main.arguments.passive || r.syntax.deprel[clause] !== 'advcl' || !childrenWith(r.syntax, clause, 'mark').some(c => /^(?:after|since)$/.test(lemmaAt(r, c)))) return []
    return cast.accounts.filter(x => !own.has(x.index) && x.triggers.some(t => t.token === up)).flatMap(x => x.actors.map(h => partyKey(r, h))).filter(k => k !== '')
  })
}

/** Words between an act and the word that says it is answered. */
const ANSWER_REACH = 5

/** "In response to attacks on shipping", "to avenge the killing": the word by which something answers what a noun tells; -1 without one. */
function answerOver(r: Reading, noun: number): number {
  for (let at = noun, hops = 0; at >= 0 && hops < ANSWER_REACH; at = r.syntax.head[at] ?? -1, hops++) if (at !== noun && answerWordAt(r, at)?.own === true) return at
  return -1
}

/** Whether a token stands over another within a few steps. */
function isOver(r: Reading, over: number, below: number): boolean {
  for (let at = below, hops = 0; at >= 0 && hops < ANSWER_REACH; at = r.syntax.head[at] ?? -1, hops++) if (at === over) return true
  return false
}

/** Those that the losses count, in the act's own sentences and where they are told of it elsewhere, the attackers' own left out. */
function losses(r: Reading, accounts: readonly Account[], strays: readonly Toll[]): readonly Told[] {
  const heads = { actors: accounts.flatMap(a => a.actors), recipients: accounts.flatMap(a => a.recipients), reciprocal: false }
  return [...accounts.map(account => ({ account, tolls: account.tolls })), { account: accounts[0]!, tolls: strays }].flatMap(({ account, tolls }) => {
    const counted = tolls.filter(t => t.max !== 0 && t.kind !== 'detained' && !countsAttackers(r, heads, t)).flatMap(t => t.of), lost = counted.flatMap(h => byName(r, h)).filter(h => isHuman(entityAt(r, h)) && !heads.actors.includes(h))
    const shares = account.type === 'ASSAULT' ? counted.flatMap(h => sharesOf(r, h)).filter(h => !lost.includes(h) && !heads.actors.includes(h)) : []
    return [...lost.map((head): Told => ({ head, side: 'recipient', rule: 'role:loss', account })), ...[...new Set(shares)].map((head): Told => ({ head, side: 'recipient', rule: 'role:share', account }))]
  })
}

/** Others in the sentences of the accounts that could be a party. */
function nearby(r: Reading, accounts: readonly Account[]): readonly Told[] {
  const seen = new Set<number>(), out: Told[] = []
  for (const account of accounts.slice(0, SEARCHED)) {
    const sentence = r.text.sentences[account.sentence]
    if (!sentence || seen.has(account.sentence)) continue
    seen.add(account.sentence)
    const stoppers = isStopped(account) ? new Set(account.triggers.flatMap(t => doers(t.arguments)).map(a => entityAt(r, a.head)?.chain)) : new Set<number | undefined>()
    for (let head = sentence.first; head < sentence.last; head++) if (couldBe(entityAt(r, head)) && !isMouth(r, head) && !isStranger(r, head, account) && !isHome(r, head) && !isNobody(r, head) && !isAuxiliary(r, head) && !blames(r, head) && !assails(r, head, account) && !stoppers.has(entityAt(r, head)?.chain)) out.push({ head, side: 'actor', rule: 'role:near', account })
  }
  return out
}

/** Who speaks for others is near many acts and does none. */
const isMouth = (r: Reading, head: number): boolean => /^spokes(?:man|woman|person)$/.test(lemmaAt(r, head))

/** Those who watch, tell and heal. */
const WATCHERS = new Set(['NGO', 'JRN', 'MED'])
/** An observatory that counts the dead of a fight fought not; a warplane is bound by no truce. */
function isStranger(r: Reading, head: number, { type }: Account): boolean {
  const m = entityAt(r, head)
  return type !== 'ASSAULT' ? isWordOf(r, head, 'warplane-word') : m?.kind === 'organisation' && m.sectors.length > 0 && m.sectors.every(s => WATCHERS.has(s))
}

/** "The Colombian city of Cali": whose country a place is in. */
const isHome = (r: Reading, head: number): boolean => {
  const m = entityAt(r, head), above = r.syntax.head[head] ?? -1
  return m !== null && m.rule.endsWith('/demonym') && /^(?:amod|compound)/.test(r.syntax.deprel[head] ?? '') && (isWordOf(r, above, 'locality') || (r.placeAt[above] ?? -1) >= 0)
}

/** "No group has claimed": nobody is named. */
const isNobody = (r: Reading, head: number): boolean => (r.syntax.children[head] ?? []).some(c => r.syntax.deprel[c] === 'det' && /^(?:no|neither)$/.test(lemmaAt(r, c)))

/** "THE MAYOR IS SHOT" has no group in it. */
const isAuxiliary = (r: Reading, head: number): boolean => (r.syntax.deprel[head] ?? '').startsWith('aux')

/** "Supporters attacked a rally": whoever does something to an act has no part in it. */
const assails = (r: Reading, head: number, account: Account): boolean => {
  const verb = r.syntax.head[head] ?? -1
  return r.syntax.deprel[head] === 'nsubj' && (r.lexicon.triggers.get(lemmaAt(r, verb)) ?? []).some(l => l.general !== true) && account.triggers.some(t => t.nominal && r.syntax.head[t.token] === verb && r.syntax.deprel[t.token] === 'obj')
}

/** Whoever accuses another of an act has no part in it. */
const blames = (r: Reading, head: number): boolean => r.lexicon.blame.censure.has(lemmaAt(r, r.syntax.head[head] ?? -1)) && /^(?:nsubj|obl:agent)$/.test(r.syntax.deprel[head] ?? '')

const couldBe = (m: EntityMention | null): boolean => m !== null && m.form !== 'pronoun' && (m.entity !== null || isHuman(m) || isArmed(m) || m.kind === 'state' || m.kind === 'government' || (m.kind === 'organisation' && m.form === 'name'))

/** Whether a rule says that one took part; nearness says it not. */
export const inRole = (t: Told): boolean => t.rule !== 'role:near' && t.rule !== 'role:elsewhere'
