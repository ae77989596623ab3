/** Ties what is said to the events it is said of. */
import type { Account } from '../events/account.ts'
import type { EventLayer, FoundEvent } from '../events/find.ts'
import { entityAt, isHuman, lemmaAt, type Reading } from '../events/reading.ts'
import { spanOf, VERBAL_TYPES, type About, type Claim, type EntityMention, type Quantity, type Span, type Stance } from '../model/index.ts'
import type { Attribution } from './attribution.ts'

interface Told { readonly found: FoundEvent; readonly account: Account | null }
/** A claim on an event; `actor` is the head token of who did it by this claim, or -1. */
export interface Bound { readonly event: string; readonly claim: Claim; readonly rule: string; readonly actor: number }

/** Sentences back to look for the event that a denial or condemnation is about. */
const REACH = 6

/** The claims that one frame makes. */
export function bindFrame(layer: EventLayer, frame: Attribution, earlier: readonly Bound[]): readonly Bound[] {
  const r = layer.reading, speaker = speakerOf(r, frame.speaker)
  if (speaker === null || frame.negated || frame.kind === 'view') return []
  const content = new Set(frame.content), inside = toldIn(layer, content)
  const asserted = frame.kind === 'say' || frame.kind === 'confirm' ? inside.filter(t => t.account !== null && isAsserted(r, t.account, content)) : inside
  const told = asserted.length > 0 || frame.kind === 'say' || frame.kind === 'confirm' || frame.specific ? asserted : frame.kind === 'deny' ? accusedOf(layer, frame, earlier) : before(layer, frame)
  const span = contentSpan(r, frame), cue = spanOf(r.text.text, { start: r.text.tokens[frame.cue[0]]!.start, end: r.text.tokens[frame.cue[1]]!.end })
  const chain = entityAt(r, frame.speaker)?.chain ?? -1
  return told.flatMap(({ found, account }) => claimsOf(r, frame, found, account, chain, content).map(({ stance, about, value }): Bound => ({
    event: found.event.id, rule: frame.rule, actor: ascribedTo(r, frame, found), claim: { speaker, stance, about, value, cue, content: span },
  })))
}

const MUTE = new Set(['facility', 'equipment', 'place'])
/** Nouns of no listed role that can still report something. */
const VOICES = new Set(['source', 'report', 'statement', 'monitor', 'witness', 'medium', 'media', 'account', 'document', 'record', 'website', 'family', 'relative', 'inquiry', 'investigation', 'hospital', 'doctor', 'board', 'committee', 'release', 'agency', 'other', 'some', 'center', 'centre'])

/** Who speaks, by the fullest name of the chain; null for nobody and for what is no speaker. */
function speakerOf(r: Reading, head: number): Claim['speaker'] | null {
  const m = entityAt(r, head)
  if (m === null || r.syntax.upos[head] === 'NUM') return null
  const kind = m.form === 'pronoun' ? r.entities.chains[m.chain]?.kind ?? m.kind : m.kind
  if (!VOICES.has(lemmaAt(r, head)) && (MUTE.has(kind) || (kind === 'unknown' && m.form !== 'name'))) return null
  const chain = r.entities.chains[m.chain], members = (chain?.mentions ?? []).map(k => r.entities.mentions[k]!).filter(x => x.form !== 'pronoun')
  const best = m.form === 'name' || members.length === 0 ? m : members.find(x => x.form === 'name') ?? (m.form === 'nominal' ? m : members[0]!)
  const named = fullest([best, ...members.filter(x => x.form === best.form)])
  if (best.form === 'pronoun') return null
  const whole = voiceOf(r, head, m)
  if (whole !== null) return { name: whole.exact.replace(/\s+/g, ' '), entity: entityAt(r, principalOf(r, head))?.entity ?? chain?.entity ?? m.entity, evidence: whole }
  return { name: named.name, entity: chain?.entity ?? m.entity, evidence: spanOf(r.text.text, m) }
}

/** A voice with those for whom it speaks behind it: "spokesman for Ukraine's navy"; null for other speakers. */
function voiceOf(r: Reading, head: number, m: EntityMention): Span | null {
  const principal = entityAt(r, principalOf(r, head))
  return m.form === 'nominal' && principal !== null && principal.start > m.start && principal.end - m.start < VOICE_LENGTH ? spanOf(r.text.text, { start: m.start, end: Math.max(m.end, principal.end) }) : null
}

/** Characters of the longest such phrase. */
const VOICE_LENGTH = 80

const fullest = (list: readonly EntityMention[]): EntityMention => list.reduce((a, b) => (b.form === 'name' && b.name.length > a.name.length ? b : a))

/** Events with an account whose main word stands in the content. */
function toldIn(layer: EventLayer, content: ReadonlySet<number>): readonly Told[] {
  return layer.events.flatMap(found => {
    if (VERBAL_TYPES.has(found.event.type)) return []
    const accounts = found.accounts.filter(a => content.has(a.main.token) || a.triggers.some(t => content.has(t.token)))
    const account = accounts.find(a => a.tolls.length > 0) ?? accounts[0]
    return account ? [{ found, account }] : []
  })
}

const THROUGH = /^(?:ccomp|conj|xcomp|parataxis|root|advcl|acl:relcl|appos)/
const ARGUMENT = /^(?:nsubj|obj|obl:agent|xcomp|conj|root|ccomp|parataxis|appos)/

/** Whether the account is what the content says, not what it merely mentions ("at the time of the attack"). */
function isAsserted(r: Reading, account: Account, content: ReadonlySet<number>): boolean {
  return account.tolls.some(t => content.has(t.anchor)) || account.triggers.some(({ token, nominal }) => {
    if (!content.has(token)) return false
    for (let at = token, hops = 0; hops < 8; hops++) {
      const rel = r.syntax.deprel[at] ?? '', up = r.syntax.head[at] ?? -1
      if (up < 0 || !content.has(up)) return true
      if (!(nominal && at === token ? ARGUMENT : THROUGH).test(rel)) return false
      at = up
    }
    return false
  })
}

/** What a denial without words of its own denies: the act the speaker was accused of before, else the speaker's own, else one told in the same sentence. */
function accusedOf(layer: EventLayer, frame: Attribution, earlier: readonly Bound[]): readonly Told[] {
  const r = layer.reading, chain = entityAt(r, frame.speaker)?.chain ?? -1
  const accused = earlier.findLast(b => b.claim.stance === 'accuses' && b.actor >= 0 && sameSide(r, b.actor, frame.speaker))
  const found = layer.events.find(f => f.event.id === accused?.event) ?? layer.events.findLast(f => !VERBAL_TYPES.has(f.event.type) && f.accounts[0]!.main.token < frame.cue[0] && speaksForActor(r, f, frame.speaker, chain)) ?? before(layer, frame, frame.content.some(t => PART.has(lemmaAt(r, t))) ? REACH : 0)[0]?.found
  return found ? [{ found, account: null }] : []
}

/** Words for having had a part in an act. */
const PART = new Set(['involvement', 'responsibility', 'role', 'complicity', 'part'])

/** One chain, organs of one state, or two arms of states of which one is not named. */
function sameSide(r: Reading, a: number, b: number): boolean {
  const x = entityAt(r, a), y = entityAt(r, b)
  if (x === null || y === null) return false
  const armed = (m: EntityMention): boolean => m.sectors.some(s => STATE_ARMS.has(s))
  return x.chain === y.chain || (x.country !== null && x.country === y.country) || ((x.country === null || y.country === null) && armed(x) && armed(y))
}

/** The event last told of before the frame, or the first of the report. */
function before(layer: EventLayer, frame: Attribution, reach = REACH): readonly Told[] {
  const r = layer.reading, here = r.text.tokens[frame.cue[0]]!.sentence
  const near = layer.events.filter(f => f.event.type === 'ASSAULT' || f.event.type === 'COERCE').flatMap(found => {
    const last = Math.max(-1, ...found.accounts.filter(a => a.main.token < frame.cue[0]).map(a => a.main.token))
    return last < 0 ? [] : [{ found, last }]
  }).sort((a, b) => b.last - a.last)[0]
  if (near && here - r.text.tokens[near.last]!.sentence <= reach) return [{ found: near.found, account: null }]
  if (reach === 0) return []
  const first = layer.events.find(f => !VERBAL_TYPES.has(f.event.type))
  return first ? [{ found: first, account: null }] : []
}

function contentSpan(r: Reading, frame: Attribution): Span {
  const first = frame.content[0] ?? frame.cue[0], last = frame.content.at(-1) ?? frame.cue[1]
  return spanOf(r.text.text, { start: r.text.tokens[first]!.start, end: r.text.tokens[last]!.end })
}

interface Said { readonly stance: Stance; readonly about: About; readonly value: Quantity | string | null }
const said = (stance: Stance, about: About, value: Said['value'] = null): Said => ({ stance, about, value })

function claimsOf(r: Reading, frame: Attribution, found: FoundEvent, account: Account | null, chain: number, content: ReadonlySet<number>): readonly Said[] {
  const own = speaksForActor(r, found, frame.speaker, chain)
  switch (frame.kind) {
    case 'own': return [said('claims-responsibility', 'event')]
    case 'condemn': return [said('condemns', 'event')]
    case 'accuse': return [said('accuses', 'actor', nameAt(r, frame.target))]
    case 'deny': return [said('denies', own || account === null || frame.content.some(t => PART.has(lemmaAt(r, t))) ? 'actor' : 'event')]
    default: return account === null ? [] : telling(r, frame, found, account, own, content)
  }
}

/** What a plain statement says of an event: its toll where it gives one, else who did it, else that it happened. */
function telling(r: Reading, frame: Attribution, found: FoundEvent, account: Account, own: boolean, content: ReadonlySet<number>): readonly Said[] {
  const stance: Stance = frame.kind === 'confirm' ? 'confirms' : 'reports'
  if (account.status.status === 'negated') return [said('denies', own ? 'actor' : 'event')]
  const tolls = (['killed', 'injured'] as const).flatMap(kind => {
    const toll = account.tolls.find(t => t.kind === kind && content.has(t.anchor))
    return toll ? [said(stance, kind, { min: toll.min, max: toll.max, of: null, evidence: [spanOf(r.text.text, toll)] })] : []
  })
  if (own && frame.kind === 'say' && (found.event.type === 'ASSAULT' || found.event.type === 'COERCE')) return [said('claims-responsibility', 'event'), ...tolls]
  if (tolls.length > 0) return tolls
  const accused = (found.event.type === 'ASSAULT' || found.event.type === 'COERCE') && !own && frame.kind === 'say' ? account.actors.filter(h => content.has(h) && (isNamed(entityAt(r, h)) || isOpposed(r, frame.speaker, h))) : []
  return accused.length > 0 ? [said('accuses', 'actor', nameAt(r, accused[0]!))] : [said(stance, 'event')]
}

const isNamed = (m: EntityMention | null): boolean => m !== null && (m.entity !== null || (m.form === 'name' && isHuman(m)))

/** A speaker outside the state on the state's forces ("activists said regime forces shelled"), or of the state on a group. */
function isOpposed(r: Reading, speaker: number, actor: number): boolean {
  const s = entityAt(r, speaker)?.sectors ?? [], a = entityAt(r, actor), official = s.some(x => STATE_ARMS.has(x))
  if (a === null || a.form === 'pronoun') return false
  return official ? a.kind === 'armed-group' : a.sectors.some(x => x === 'MIL' || x === 'GOV')
}

const nameAt = (r: Reading, head: number): string | null => entityAt(r, head)?.name ?? (head >= 0 ? lemmaAt(r, head) : null)

const STATE_ARMS = new Set(['GOV', 'MIL', 'COP', 'SPY'])

/** The speaker did the act, or speaks for the state or group whose arms did it. */
function speaksForActor(r: Reading, found: FoundEvent, head: number, chain: number): boolean {
  const m = entityAt(r, head), c = r.entities.chains[chain]
  const principal = principalOf(r, head), entity = c?.entity ?? m?.entity ?? entityAt(r, principal)?.entity ?? null, country = c?.country ?? m?.country ?? null, sectors = c?.sectors.length ? c.sectors : m?.sectors ?? []
  if (found.accounts.some(a => a.actors.some(h => entityAt(r, h)?.chain === chain && chain >= 0))) return true
  return found.event.actors.some(a => (a.entity !== null && a.entity === entity) || (country !== null && a.country === country && sectors.some(s => STATE_ARMS.has(s)) && a.sectors.some(s => STATE_ARMS.has(s))))
}

/** Whom a claim makes the actor: who takes the act on himself, and who is accused. */
function ascribedTo(r: Reading, frame: Attribution, found: FoundEvent): number {
  if (found.event.type !== 'ASSAULT' && found.event.type !== 'COERCE') return -1
  const head = frame.kind === 'own' ? frame.speaker : frame.kind === 'accuse' ? frame.target : -1
  if (head < 0) return -1
  const principal = principalOf(r, head)
  return isNamed(entityAt(r, principal)) ? principal : -1
}

const VOICE = /^(?:spokesman|spokeswoman|spokesperson|statement|commander|leader|chief|head|communique|message|announcement|official|source|officer|minister)$/

/** For whom a voice speaks: "a spokesman for the group" is the group. */
function principalOf(r: Reading, head: number): number {
  if (!VOICE.test(lemmaAt(r, head))) return head
  const beside = (r.syntax.children[head] ?? []).flatMap(c => (/^(?:nmod|compound|amod|appos)/.test(r.syntax.deprel[c] ?? '') ? [c, ...(r.syntax.children[c] ?? [])] : []))
  return beside.find(c => entityAt(r, c)?.entity != null) ?? head
}
