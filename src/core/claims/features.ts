/** What speaks for a claim: names of what holds of the statement, of the event it may be about, and of both. */
import { isUntrue } from '../events/account.ts'
import type { FoundEvent } from '../events/find.ts'
import { entityAt, isBrief, lemmaAt, type Reading } from '../events/reading.ts'
import type { Claim } from '../model/index.ts'
import type { Attribution } from './attribution.ts'
import type { Bound } from './bind.ts'
import { blamedIn, doerIn, figures, isOwn, type Known, type Voiced } from './held.ts'
import { signsOf } from './signs.ts'
import type { Speaker } from './speakers.ts'
import type { Tied } from './ties.ts'
import { isNamed, isNeutral, isOpposed, sectorsOf, speaksForActor } from './voices.ts'

/** One statement by the mouth of one speaker, read once for all that it may claim. */
export interface Statement {
  readonly known: Known
  readonly frame: Attribution
  readonly speaker: Speaker
  readonly content: ReadonlySet<number>
  readonly ruled: readonly Bound[]
  /** What the rules make of the statements before. */
  readonly before: readonly Bound[]
  readonly tied: readonly Tied[]
  readonly shared: readonly string[]
  readonly memory: Map<string, readonly string[]>
}

export function statementOf(known: Known, voiced: Voiced, k: number, tied: readonly Tied[]): Statement {
  const r = known.layer.reading, { frame, speaker, nested } = voiced
  return { known, frame, speaker, content: new Set(frame.content), ruled: known.said[k]!, before: known.said.slice(0, k).flat(), tied, shared: [...sharedFeatures(r, frame, speaker, tied, nested), ...orderOf(known, voiced), ...wordsOf(r, frame)], memory: new Map() }
}

const SELF: ReadonlySet<string> = new Set(['its', 'our', 'we', 'us', 'it', 'their', 'my', 'i'])

/** What holds of the statement whatever it claims. */
function sharedFeatures(r: Reading, frame: Attribution, speaker: Speaker, tied: readonly Tied[], nested: boolean): readonly string[] {
  const m = entityAt(r, speaker.head), sentence = r.text.tokens[frame.cue[0]]!.sentence, spoken = entityAt(r, frame.speaker)
  return [
    `cue ${frame.rule.replace('claim:', '')}`, `verb ${lemmaAt(r, frame.cue[0])}`, `kind ${frame.kind}`, `voice ${m?.form ?? 'none'}`, `voice is ${m?.kind ?? 'unlisted'}`, ...sectorsOf(r, speaker).slice(0, 2).map(s => `sector ${s}`),
    ...frame.content.some(t => SELF.has(lemmaAt(r, t))) ? ['of itself'] : [], ...spoken?.form === 'pronoun' ? ['pronoun'] : [], ...speaker.entity === null ? [] : ['registered'], ...nested ? ['nested'] : [], sentence === 0 && !isBrief(r) ? 'title' : sentence <= 3 ? 'lead' : sentence < r.text.sentences.length / 2 ? 'first half' : 'second half',
    `tells ${Math.min(3, tied.filter(t => t.how === 'asserted').length)}`, `words ${frame.content.length < 8 ? 'few' : frame.content.length < 25 ? 'some' : 'many'}`, ...frame.content.some(t => /^["“”]$/.test(r.text.tokens[t]!.form)) ? ['quoted'] : [],
  ]
}

/** What a claim says: denials alike but for those of who was struck, confirmed figures as the plain statements that they are. */
const classOf = ({ stance, about }: Claim): string => stance === 'reports' || stance === 'confirms' && about !== 'event' ? `tells ${about}` : stance === 'denies' && about === 'recipient' ? 'denies recipient' : stance

/** The features of one claim, true or false. Who calls a rumour false denies it, whatever his verb. */
export function featuresOf(s: Statement, { claim, event }: Bound, t: Tied | undefined, byRule: boolean): readonly string[] {
  const what = classOf(claim), found = s.known.layer.events.find(f => f.event.id === event)!
  const crossed = [...kept(s, `of ${event}`, () => [...t === undefined ? [] : tieFeatures(s, t), ...eventFeatures(s, found, t)]), byRule ? 'ruled' : 'not ruled']
  const shared = t?.account != null && isUntrue(t.account) ? s.shared.map(c => c.replace(/^(kind|verb|cue) .*/, '$1 deny')) : s.shared
  const signs = kept(s, `signs of ${event}`, () => signsOf(s.known, s.frame, s.speaker, found, s.content, s.before)), kind = `${claim.stance} ${claim.about}`
  return ['bias', `claim ${kind}`, ...signs.map(x => `${kind}: ${x}`), ...claim.stance === 'denies' ? [...crossed, ...shared.filter(x => /^(?:kind|cue|verb) /.test(x))].map(x => `${kind}: ${x}`) : [], ...crossed, ...[...crossed, ...shared].map(c => `${what}: ${c}`), ...shared]
}

/** Reckoned once for all claims of the statement. */
function kept(s: Statement, key: string, reckon: () => readonly string[]): readonly string[] {
  const known = s.memory.get(key) ?? reckon()
  s.memory.set(key, known)
  return known
}

function tieFeatures(s: Statement, t: Tied): readonly string[] {
  const told = s.tied.some(x => x.how === 'asserted'), mentioned = s.tied.some(x => x.how === 'mentioned')
  return [t.how, ...t.rank > 0 ? [`rank ${t.rank}`] : [], ...t.back > 0 ? [`back ${Math.min(4, t.back)}`] : [], ...t.account === null && told ? ['tells another'] : t.account === null && mentioned ? ['mentions another'] : [], ...t.account === null && t.back === 0 ? ['same sentence'] : []]
}

function eventFeatures(s: Statement, found: FoundEvent, t: Tied | undefined): readonly string[] {
  const r = s.known.layer.reading, { speaker, content, frame } = s, account = t?.account ?? null, doer = t === undefined ? -1 : doerIn(r, s.known.lexicon, t, speaker, content), own = t !== undefined && isOwn(r, t, speaker, content)
  const past = s.before.filter(b => b.event === found.event.id), others = new Set(past.map(b => b.claim.speaker.name)).size, same = (b: Bound): boolean => b.event === found.event.id && b.claim.speaker.name === speaker.name, mine = s.ruled.filter(x => x.event === found.event.id), chains = (heads: readonly number[]): ReadonlySet<number> => new Set(heads.map(h => entityAt(r, h)?.chain ?? -1).filter(c => c >= 0))
  const actors = chains(found.accounts.flatMap(a => a.actors)), recipients = chains(found.accounts.flatMap(a => a.recipients)), named = chains(frame.content)
  const side = own ? 'own' : speaksForActor(r, found, speaker) ? 'for actor' : isNeutral(r, speaker) ? 'neutral' : doer >= 0 && isOpposed(r, frame.speaker, doer) ? 'opposed' : 'other'
  const doing = doer < 0 ? 'no doer' : !(account?.actors.includes(doer) ?? false) ? (found.actorHeads.some(h => entityAt(r, h)?.chain === entityAt(r, doer)?.chain) ? 'known doer' : t !== undefined && blamedIn(r, s.known.lexicon, t, speaker, content) >= 0 ? 'blamed doer' : 'stray doer') : isNamed(entityAt(r, doer)) ? 'named doer' : 'unnamed doer'
  const act = account === null ? 'not told' : account.main.nominal ? 'noun' : content.has(r.syntax.head[account.main.token] ?? -1) ? 'lower verb' : 'top verb'
  return [
    act, found.event.type === 'ASSAULT' ? 'assault' : found.event.type === 'COERCE' ? 'coerce' : 'other act', `type ${found.event.type}`, side, past.some(same) ? 'again' : others === 0 ? 'first' : others === 1 ? 'second' : 'later',
    mine.some(x => x.claim.about === 'killed' || x.claim.about === 'injured') ? 'with figure' : 'no figure', mine.some(x => x.claim.stance === 'accuses') ? 'charged' : 'no charge', doing,
    ...account === null ? [] : [`frame ${account.main.lexeme.frame}`, account === found.accounts[0] ? 'told first' : 'told again', ...account.tolls.length > 0 ? ['has toll'] : [], ...account.anaphoric ? ['anaphoric'] : [], ...account.reciprocal ? ['reciprocal'] : [], ...isUntrue(account) ? ['untrue'] : []],
    ...[...named].some(c => actors.has(c)) ? ['names actor'] : [], ...[...named].some(c => recipients.has(c)) ? ['names recipient'] : [], ...actors.has(speaker.chain) ? ['by actor'] : [], ...recipients.has(speaker.chain) ? ['by recipient'] : [],
    ...t === undefined ? [] : figures(s.known, t, content).flatMap(([kind, q]) => { const known = found.event[kind]; return [`${kind} ${s.known.tolls.some(x => x.kind === kind && content.has(x.anchor)) ? 'toll' : 'number'}`, ...known === null ? [] : [known.min === q.min && known.max === q.max ? `${kind} same` : `${kind} other`]] }),
    ...voicesFeatures(s, found, t), `event ${Math.min(4, s.known.layer.events.indexOf(found) + 1)}`,
    `status ${found.event.status}`, `sure ${Math.floor(found.event.confidence * 5)}`, `accounts ${Math.min(4, found.accounts.length)}`,
  ]
}

/** What the other voices of the report say of the event: how many there are, whether one of them denies or charges, whether their figures are others. */
function voicesFeatures(s: Statement, found: FoundEvent, t: Tied | undefined): readonly string[] {
  const all = s.known.ofEvent.get(found.event.id) ?? [], others = all.filter(b => b.claim.speaker.name !== s.speaker.name), mine = all.filter(b => b.claim.speaker.name === s.speaker.name), has = (list: readonly Bound[], fits: (c: Claim) => boolean): boolean => list.some(b => fits(b.claim))
  const told = t === undefined ? [] : figures(s.known, t, s.content)
  return [
    `voices ${Math.min(3, new Set(others.map(b => b.claim.speaker.name)).size)}`, `says ${Math.min(3, mine.length)}`,
    ...has(others, c => c.stance === 'denies') ? ['others deny'] : [], ...has(others, c => c.stance === 'accuses') ? ['others accuse'] : [], ...has(others, c => c.stance === 'claims-responsibility') ? ['others own'] : [],
    ...has(mine, c => c.stance === 'denies') ? ['self denies'] : [], ...has(mine, c => c.stance === 'accuses') ? ['self accuses'] : [], ...has(mine, c => c.stance === 'claims-responsibility') ? ['self owns'] : [], ...has(mine, c => c.stance === 'condemns') ? ['self condemns'] : [],
    ...told.flatMap(([kind, q]) => { const rival = others.flatMap(b => (b.claim.about === kind && b.claim.value !== null && typeof b.claim.value === 'object' ? [b.claim.value] : [])); return rival.length === 0 ? [`only ${kind}`] : rival.some(v => v.min !== q.min || v.max !== q.max) ? [`rival ${kind}`] : [`repeated ${kind}`] }),
  ]
}

/** How early in the report the statement is made, how often its speaker has spoken, and how many statements there are. */
function orderOf({ statements }: Known, { before, mine }: Voiced): readonly string[] {
  return [mine === 0 ? 'speaks first' : mine < 3 ? 'speaks on' : 'speaks much', before === 0 ? 'opening' : before < 4 ? 'early' : 'late', `report of ${statements < 4 ? 'few' : statements < 12 ? 'some' : 'many'}`]
}

/** The words said, but for names; numbers alike. Only common ones are learned from. */
const wordsOf = (r: Reading, { content }: Attribution): readonly string[] => [...new Set(content.map(t => r.syntax.upos[t] === 'NUM' ? 'NUM' : r.syntax.upos[t] === 'PROPN' ? '' : lemmaAt(r, t)))].filter(w => w !== '').map(w => `word ${w}`)
