/** Whom an act was done to whose own words name nobody: the crowd that was there to be driven off or arrested, those who were taken before they are let go, and those in need beside whom aid is told. */
import type { Account } from './account.ts'
import type { Cast } from './cast.ts'
import { entityAt, hasClass, isHuman, isWordOf, lemmaAt, lemmaIn, type Reading } from './reading.ts'

/** Sentences back from an act in which those whom it meets are named. */
const BACK = 2

/** Head tokens of those whom what stands around these accounts makes their recipients. */
export function suppliedRecipients(r: Reading, accounts: readonly Account[], cast: Cast): readonly { readonly head: number; readonly rule: string }[] {
  const doers = new Set(accounts.flatMap(a => a.actors).map(h => entityAt(r, h)?.chain)), others = (heads: readonly number[]): readonly number[] => heads.filter(h => !doers.has(entityAt(r, h)?.chain))
  const released = accounts.some(a => a.mode === 'release')
  const counted = accounts.some(a => TAKING.has(a.mode ?? '')) && accounts.every(a => a.recipients.every(h => isBareNumber(r, h) || !namesPeople(r, h))) ? first(accounts, a => others(ofWhomBefore(r, a, cast))) : []
  if (counted.length > 0) return counted.map(head => ({ head, rule: 'role:of-them' }))
  if (accounts.some(a => others(a.recipients).some(h => namesPeople(r, h) && !(released && (isCaptor(r, h, cast) || isNotTaken(r, accounts, cast, h)))))) return []
  if (accounts.some(a => a.mode === 'crowd-control' || a.mode === 'arrest' && (a.recipients.length > 0 || a.main.arguments.passive))) return first(accounts, a => others(crowdNear(r, a, cast))).map(head => ({ head, rule: 'role:crowd' }))
  if (released) return first(accounts, a => others(takenBefore(r, a, cast))).map(head => ({ head, rule: 'role:captive' }))
  return accounts[0]!.type === 'AID' ? first(accounts, a => others(needyNear(r, a))).map(head => ({ head, rule: 'role:in-need' })) : []
}

/** People by a name or a noun; a pronoun names those whom its chain names. */
function namesPeople(r: Reading, head: number): boolean {
  const m = entityAt(r, head)
  return m?.form === 'pronoun' ? (r.entities.chains[m.chain]?.mentions ?? []).some(k => r.entities.mentions[k]!.form !== 'pronoun' && isHuman(r.entities.mentions[k]!)) : isHuman(m)
}

/** "Five", "four others". */
const isBareNumber = (r: Reading, head: number): boolean => r.syntax.upos[head] === 'NUM' || lemmaIn(r, head, 'measure') || lemmaAt(r, head) === 'other' && entityAt(r, head)?.entity == null

/** "Eight soldiers were killed and three taken captive": those of whom others were killed or hurt just before in the sentence. */
function ofWhomBefore(r: Reading, a: Account, cast: Cast): readonly number[] {
  if (a.recipients.length === 0) return []
  const before = cast.accounts.filter(x => x.sentence === a.sentence && x.main.token < a.main.token && x.type === 'ASSAULT')
  return before.findLast(x => x.recipients.some(h => namesPeople(r, h) && !isBareNumber(r, h)))?.recipients.filter(h => namesPeople(r, h) && !isBareNumber(r, h)) ?? []
}

/** What the first account finds that finds any. */
function first(accounts: readonly Account[], find: (a: Account) => readonly number[]): readonly number[] {
  for (const a of accounts) { const found = find(a); if (found.length > 0) return found }
  return []
}

/** The sentence of an account and those before it in its section, nearest first. */
function upFrom(r: Reading, a: Account): readonly number[] {
  const section = r.text.sentences[a.sentence]?.section
  return Array.from({ length: BACK + 1 }, (_, k) => a.sentence - k).filter(s => r.text.sentences[s]?.section === section)
}

/** Modes of protest that bring nobody onto the street. */
const HELD_BACK = new Set(['strike', 'hunger', 'boycott'])

/** Those who protest in the nearest act of protest, else those whom a word says to be a crowd. */
function crowdNear(r: Reading, a: Account, cast: Cast): readonly number[] {
  for (const s of upFrom(r, a)) {
    const protesters = cast.accounts.filter(x => x.sentence === s && x.type === 'PROTEST' && !HELD_BACK.has(x.mode ?? '')).flatMap(x => x.actors).filter(h => isHuman(entityAt(r, h)))
    if (protesters.length > 0) return protesters.slice(0, 1)
    const named = headsIn(r, s).findLast(h => isWordOf(r, h, 'protester-word') && isHuman(entityAt(r, h)))
    if (named !== undefined) return [named]
  }
  return []
}

const TAKING = new Set(['arrest', 'abduct'])

/** "Gunmen seized six teachers. They were let go": a pronoun taken for those who took others, none of whom is freed. */
const isCaptor = (r: Reading, head: number, cast: Cast): boolean => entityAt(r, head)?.form === 'pronoun' && cast.accounts.some(a => TAKING.has(a.mode ?? '') && a.actors.some(h => entityAt(r, h)?.chain === entityAt(r, head)?.chain))

/** "Gunmen took a priest, Father Nwosu. The governor condemned it. He regained his freedom on Sunday": a pronoun taken for somebody whom nobody took, where somebody was taken before. */
export function isNotTaken(r: Reading, accounts: readonly Account[], cast: Cast, head: number): boolean {
  const m = entityAt(r, head)
  if (m?.form !== 'pronoun' || accounts.every(a => a.mode !== 'release')) return false
  if (!/^(?:he|she)$/.test(r.text.tokens[head]!.norm.toLowerCase())) return false
  const taken = cast.accounts.filter(x => x.main.token < head && TAKING.has(x.mode ?? '')).flatMap(x => x.recipients)
  return taken.every(h => entityAt(r, h)?.chain !== m.chain) && taken.some(h => namesPeople(r, h) && entityAt(r, h)?.form !== 'pronoun' && isSingle(r, h))
}

const isSingle = (r: Reading, head: number): boolean => r.syntax.xpos[head] !== 'NNS' && (r.counts[r.countFor[head] ?? -1]?.min ?? 1) <= 1

/** "All were let go on Tuesday": those who were arrested or abducted in the nearest act told before. */
function takenBefore(r: Reading, a: Account, cast: Cast): readonly number[] {
  const before = cast.accounts.filter(x => x.main.token < a.main.token && TAKING.has(x.mode ?? ''))
  const taken = before.flatMap(x => [...x.recipients, ...(x.recipients.some(h => namesPeople(r, h)) ? [] : crowdNear(r, x, cast))]).filter(h => namesPeople(r, h))
  return taken.slice(-1)
}

/** The last told of those whom a word says to be in need. */
function needyNear(r: Reading, a: Account): readonly number[] {
  for (const s of upFrom(r, a)) {
    const named = headsIn(r, s).findLast(h => isHuman(entityAt(r, h)) && (isWordOf(r, h, 'needy-word') || hasClass(r, h, 'REF')))
    if (named !== undefined) return [named]
  }
  return []
}

/** Tokens of a sentence that head a mention. */
function headsIn(r: Reading, sentence: number): readonly number[] {
  const { first: from, last: to } = r.text.sentences[sentence]!
  return Array.from({ length: to - from }, (_, k) => from + k).filter(i => entityAt(r, i) !== null && entityAt(r, i)?.form !== 'pronoun')
}
