/** Which authority did what is told without saying who: it announces it, it ordered it, it was about the same work a sentence before, or it is the court of the report. */
import type { Account } from './account.ts'
import { childrenWith, isPassive, isVerb, prepositionOf, subjectOf } from './arguments.ts'
import type { Cast } from './cast.ts'
import { entityAt, hasClass, isArmed, lemmaAt, lemmaIn, type Reading } from './reading.ts'

/** A head token and the rule that makes it the doer. */
interface Found { readonly head: number; readonly rule: string }

const OFFICIAL = new Set(['COERCE', 'SANCTION', 'MOBILIZE'])

/** Head tokens of the authority behind accounts of an official act that name no doer; none where nothing tells. */
export function authorityOf(r: Reading, accounts: readonly Account[], cast: Cast): readonly Found[] {
  if (!OFFICIAL.has(accounts[0]!.type) || accounts.some(a => a.actors.some(h => !isSent(a, h)))) return []
  const told = new Set(accounts.flatMap(a => a.recipients).map(h => entityAt(r, h)?.chain))
  for (const [rule, find] of RULES) for (const a of accounts) {
    const heads = find(r, a, cast).filter(h => !told.has(entityAt(r, h)?.chain))
    if (heads.length > 0) return heads.map(head => ({ head, rule }))
  }
  return []
}

/** Troops that are sent are its actor only where nobody is known to have sent them. */
const isSent = (a: Account, head: number): boolean => a.fillers.some(f => f.head === head && f.rule === 'role:sent')

type Find = (r: Reading, a: Account, cast: Cast) => readonly number[]
const RULES: readonly (readonly [rule: string, find: Find])[] = [['role:ordered', orderers], ['role:decreed', decreers], ['role:announced', announcers], ['role:raider', raiders], ['role:court', courts]]

const sectorsOf = (r: Reading, head: number): ReadonlySet<string> => { const m = entityAt(r, head); return new Set([...m?.sectors ?? [], ...r.entities.chains[m?.chain ?? -1]?.sectors ?? []]) }

/** A government, an office of it, or those who bear its arms; spokesmen and diplomats only speak. */
function isAuthority(r: Reading, head: number): boolean {
  const m = entityAt(r, head), sectors = sectorsOf(r, head)
  return m !== null && m.form !== 'pronoun' && !lemmaAt(r, head).startsWith('spokes') && !hasClass(r, head, 'diplomat') && (m.kind === 'government' || m.kind === 'state' || ['GOV', 'MIL', 'COP', 'JUD'].some(s => sectors.has(s)))
}

/** "Closed on government orders", "by order of the governor": whose order it is. */
function orderers(r: Reading, a: Account): readonly number[] {
  const sentence = r.text.sentences[a.sentence]!
  for (let i = sentence.first; a.type === 'COERCE' && i < sentence.last; i++) {
    if (!lemmaIn(r, i, 'order-noun') || !/^(?:by|on|under|at)$/.test(prepositionOf(r.syntax, i))) continue
    const whose = childrenWith(r.syntax, i, 'nmod', 'nmod:poss', 'compound', 'amod').filter(c => isAuthority(r, c))
    if (whose.length > 0) return whose.slice(0, 1)
  }
  return []
}

/** Steps from a noun to the verb that brings it about ("decreed a state of exception with a curfew"). */
const STEPS = 4

/** "The cabinet clapped a curfew on the city": the subject of the verb of decreeing above the act's noun. */
function decreers(r: Reading, a: Account): readonly number[] {
  const s = r.syntax
  let at = a.main.token
  for (let hops = 0; a.type === 'COERCE' && a.main.nominal && hops < STEPS && at >= 0 && !isVerb(s, at); hops++) at = s.head[at] ?? -1
  if (at < 0 || !isVerb(s, at) || !lemmaIn(r, at, 'decree-verb') || isPassive(s, at)) return []
  const subject = subjectOf(s, at), m = entityAt(r, subject)
  return m !== null && m.form !== 'pronoun' && (isAuthority(r, subject) || m.kind === 'organisation' || m.kind === 'people') ? [subject] : []
}

/** Modes of what a government does by a word of its own. */
const BY_WORD = new Set(['restrict', 'curfew', 'martial-law', 'censor', 'expel', 'withhold'])
const SENT = new Set(['troops', 'police', 'militia'])

/** "More soldiers would be sent, the minister said": who announces what its own office does. */
function announcers(r: Reading, a: Account): readonly number[] {
  const s = r.syntax
  let at = a.main.nominal ? -1 : a.main.token
  for (let hops = 0; at >= 0 && hops < STEPS; hops++) {
    const up = s.head[at] ?? -1, rel = s.deprel[at] ?? ''
    const verb = rel === 'ccomp' && lemmaIn(r, up, 'announce-verb') ? up : childrenWith(s, at, 'parataxis').find(c => lemmaIn(r, c, 'announce-verb')) ?? -1
    if (verb >= 0) return childrenWith(s, verb, 'nsubj').filter(h => mayAnnounce(r, a, h))
    at = /^(?:ccomp|conj|xcomp|parataxis|advcl)/.test(rel) && isVerb(s, up) ? up : -1
  }
  return []
}

const ARRESTING = new Set(['arrest', 'seize'])
const TO_COME = new Set(['will', 'would', 'shall'])

function mayAnnounce(r: Reading, a: Account, head: number): boolean {
  const { mode, main } = a, sectors = sectorsOf(r, head)
  if (!isAuthority(r, head)) return false
  if (ARRESTING.has(mode ?? '')) return entityAt(r, head)!.kind !== 'person' && (entityAt(r, head)!.kind === 'government' || isArmed(entityAt(r, head)))
  const official = sectors.has('GOV') || entityAt(r, head)!.kind === 'government'
  return official && (BY_WORD.has(mode ?? '') || SENT.has(mode ?? '') && main.arguments.passive && childrenWith(r.syntax, main.token, 'aux').some(c => TO_COME.has(lemmaAt(r, c))))
}

/** Sentences back in which the force is named that goes on to arrest. */
const BACK = 3

/** The force that does something in the same sentence or the one before. */
function raiders(r: Reading, a: Account, cast: Cast): readonly number[] {
  const here = r.text.sentences[a.sentence]
  for (let s = a.sentence; a.type === 'COERCE' && ARRESTING.has(a.mode ?? '') && s >= a.sentence - BACK && r.text.sentences[s]?.paragraph === here?.paragraph; s--) {
    const force = cast.accounts.filter(x => x.sentence === s && x !== a).flatMap(x => x.actors).filter(h => isForce(r, h))
    if (force.length > 0) return force.slice(0, 1)
  }
  return []
}

function isForce(r: Reading, head: number): boolean {
  const m = entityAt(r, head), sectors = sectorsOf(r, head)
  return m !== null && isArmed(m) && (m.kind !== 'person' || r.syntax.xpos[head] === 'NNS') && (sectors.has('COP') || sectors.has('MIL'))
}

/** Sentences beside the sentence that tells of a judgement, nearest first. */
const BESIDE = [0, 1, -1, 2, -2]

/** The court named nearest to a sentence of prison that names none. */
function courts(r: Reading, a: Account): readonly number[] {
  if (a.mode !== 'convict') return []
  for (const k of BESIDE) {
    const { first, last } = r.text.sentences[a.sentence + k] ?? { first: 0, last: 0 }
    for (let i = first; i < last; i++) if (lemmaIn(r, i, 'court-noun') && entityAt(r, i) !== null) return [i]
  }
  return []
}
