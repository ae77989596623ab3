/** Ties what is said to the events it is said of. */
import { isUntrue, type Account } from '../events/account.ts'
import type { EventLayer, FoundEvent } from '../events/find.ts'
import { isCumulative, isOfMore } from '../events/losses.ts'
import { sideOf } from '../events/profile.ts'
import { childrenWith } from '../events/arguments.ts'
import { entityAt, hasClass, lemmaAt, lemmaIn, type Reading } from '../events/reading.ts'
import type { Toll } from '../events/toll.ts'
import { spanOf, VERBAL_TYPES, type About, type EntityMention, type Quantity, type Span, type Stance } from '../model/index.ts'
import type { Attribution } from './attribution.ts'
import { denies, echoed, type Bound, type Past } from './echoes.ts'
import type { ClaimLexicon, CueKind } from './lexicon.ts'
import { isNot } from './polarity.ts'
import { principalOf, type Speaker } from './speakers.ts'
import { isPlainlyWhom, placeSigns } from './whom.ts'
import { isAlly, isNamed, isNeutral, isOpposed, isOwnAct, mayCharge, nameAt, sectorsOf, speaksForActor, STATE_ARMS, tellsOwn } from './voices.ts'

export type { Bound } from './echoes.ts'

export interface Told { readonly found: FoundEvent; readonly account: Account | null }

/** Sentences back to look for the event that a denial or condemnation is about. */
const REACH = 6

/** The rule by which what another said is denied. */
export const DENIES_SAID = 'claim:denies-said'

/** What is known of the report while its claims are made; `untrue`: tokens of figures that the report's words call false. */
export interface Binding { readonly layer: EventLayer; readonly lexicon: ClaimLexicon; readonly tolls: readonly Toll[]; readonly untrue: ReadonlySet<number>; readonly earlier: readonly Bound[]; /** The statements before, each with what the rules make of it. */ readonly past: readonly Past[] }

/** The claims that one attribution makes by the mouth of `speaker`. */
export function bindAttribution(b: Binding, frame: Attribution, speaker: Speaker): readonly Bound[] {
  const r = b.layer.reading, kind = stanceOf(b, frame) ?? (lemmaIn(r, frame.cue[0], 'describe-verb') ? 'view' : null)
  if (kind === null || frame.negated) return []
  const content = new Set(frame.content), span = contentSpan(r, frame), cue = spanOf(r.text.text, { start: r.text.tokens[frame.cue[0]]!.start, end: r.text.tokens[frame.cue[1]]!.end })
  const claim = { speaker: { name: speaker.name, entity: speaker.entity, evidence: speaker.evidence }, cue, content: span }, denied = kind === 'deny' ? denies(r, b.lexicon, frame, b.past, speaker) : null
  if (kind === 'view') return explained(b, frame, content).map(({ found, said: { stance, about, value } }): Bound => ({ event: found.event.id, rule: `claim:${about}`, actor: -1, claim: { ...claim, stance, about, value } }))
  if (frame.rule === 'claim:echo') return echoed(r, b.lexicon, frame, b.past, speaker).map(({ event, stance, about, value }): Bound => ({ event, rule: frame.rule, actor: -1, claim: { ...claim, stance, about, value } }))
  if (denied) return [{ event: denied.event, rule: DENIES_SAID, actor: -1, claim: { ...claim, stance: 'denies', about: denied.about, value: denied.value } }]
  return toldBy(b, { ...frame, kind }, content).flatMap(({ found, account }) => claimsOf(b, { ...frame, kind }, found, account, speaker, content).map(({ stance, about, value }): Bound => ({
    event: found.event.id, rule: frame.rule, actor: ascribedTo(r, { ...frame, kind }, found),
    claim: { ...claim, stance, about, value },
  }))).concat(tollsElsewhere(b, { ...frame, kind }, content).map(({ found, said: { stance, about, value } }): Bound => ({
    event: found.event.id, rule: 'claim:toll', actor: -1, claim: { ...claim, stance, about, value },
  }))).concat(explained(b, { ...frame, kind }, content).map(({ found, said: { stance, about, value } }): Bound => ({
    event: found.event.id, rule: `claim:${about}`, actor: -1, claim: { ...claim, stance, about, value },
  })))
}

/** Whom an act struck, where the words say that and little else: of the act at a place that they name, of one that struck those who are named, else of the one told last. */
function explained({ layer }: Binding, frame: Attribution, content: ReadonlySet<number>): readonly { readonly found: FoundEvent; readonly said: Said }[] {
  if (frame.kind !== 'say' && frame.kind !== 'confirm' && frame.kind !== 'view') return []
  const r = layer.reading, all = layer.events.filter(f => (f.event.type === 'ASSAULT' || f.event.type === 'COERCE') && f.accounts.some(a => a.main.token < (frame.content.at(-1) ?? 0) && sideOf(r, a) !== 'answered') && isPlainlyWhom(r, f, frame, content))
  const last = (f: FoundEvent): number => Math.max(...f.accounts.map(a => a.main.token).filter(t => t <= (frame.content.at(-1) ?? 0))), near = (f: FoundEvent): boolean => r.text.tokens[frame.cue[0]]!.sentence - r.text.tokens[last(f)]!.sentence <= REACH
  const at = (f: FoundEvent): number => Number(placeSigns(layer, f, frame.content).includes('same place')), whom = all.filter(f => near(f) || at(f) > 0).toSorted((x, y) => at(y) - at(x) || last(y) - last(x))[0]
  return whom ? [{ found: whom, said: said('reports', 'recipient') }] : []
}

/** The kind of the cue; words that condemn make a condemnation of any other ("called it barbaric"). Beliefs and wishes alone claim nothing. */
function stanceOf({ layer: { reading: r }, lexicon, tolls }: Binding, frame: Attribution): CueKind | null {
  const outraged = (frame.kind === 'say' || (frame.kind === 'view' && /object|that|quotation/.test(frame.rule))) && frame.content.some(t => lexicon.outrage.has(lemmaAt(r, t)))
  const judged = (frame.kind === 'say' || frame.kind === 'view') && frame.content.some(t => lexicon.verdicts.has(lemmaAt(r, t)) && isVerdict(r, lexicon, frame, t))
  const tellsToll = tolls.some(t => frame.content.includes(t.anchor))
  return (outraged || judged) && frame.content.length < OUTBURST && !tellsToll ? 'condemn' : frame.kind === 'view' ? null : frame.kind
}

/** "Called the arrests arbitrary", "said the strike was an illegal act", "criticised it for what it called an unlawful raid": what an act is called, or said to be; not "had illegal weapons". */
function isVerdict(r: Reading, lexicon: ClaimLexicon, frame: Attribution, t: number): boolean {
  const isJudge = (i: number): boolean => lexicon.judges.has(lemmaAt(r, i)) || lemmaIn(r, i, 'in-eyes-of'), head = r.syntax.upos[t] === 'ADJ' && r.syntax.deprel[t] === 'amod' ? r.syntax.head[t] ?? -1 : t
  if (isJudge(frame.cue[0])) return true
  return childrenWith(r.syntax, head, 'cop').length > 0 && !isNot(r, head) && childrenWith(r.syntax, head, 'nsubj').some(c => hasClass(r, c, 'event') || r.syntax.upos[c] === 'PRON' && lemmaIn(r, c, 'it-alone'))
}

/** Tokens of the longest words that are taken for a condemnation by one of their words. */
const OUTBURST = 30

/** The events that the words are about. */
function toldBy({ layer, earlier }: Binding, frame: Attribution, content: ReadonlySet<number>): readonly Told[] {
  const r = layer.reading, inside = toldIn(layer, content), plain = frame.kind === 'say' || frame.kind === 'confirm'
  const asserted = plain ? inside.filter(t => t.account !== null && isAsserted(r, t.account, content)) : inside
  if (asserted.length === 0 && frame.kind === 'deny' && frame.specific) return accusedOf(layer, frame, earlier, true)
  if (asserted.length > 0 || plain || (frame.specific && frame.rule !== 'claim:after-clause' && frame.kind !== 'condemn')) return asserted
  return frame.kind === 'deny' ? accusedOf(layer, frame, earlier, false) : before(layer, frame)
}

/** A toll in words that tell no event: of the event told last before, where that has such a toll. */
function tollsElsewhere({ layer, tolls, untrue }: Binding, frame: Attribution, content: ReadonlySet<number>): readonly { readonly found: FoundEvent; readonly said: Said }[] {
  if (frame.kind !== 'say' && frame.kind !== 'confirm') return []
  const r = layer.reading, own = tolls.filter(t => content.has(t.anchor) && !isCumulative(r, t) && !layer.events.some(f => f.accounts.some(a => a.tolls.includes(t) || a.tolls.some(x => x.anchor === t.anchor))))
  const found = own.length > 0 && toldIn(layer, content).length === 0 ? before(layer, frame, 4)[0]?.found : undefined
  if (found === undefined) return []
  return (['killed', 'injured'] as const).flatMap(kind => {
    const toll = found.event.type !== 'ASSAULT' ? undefined : own.find(t => t.kind === kind)
    return toll ? [{ found, said: said(untrue.has(toll.anchor) ? 'denies' : frame.kind === 'confirm' ? 'confirms' : 'reports', kind, { min: toll.min, max: toll.max, of: null, evidence: [spanOf(r.text.text, toll)] }) }] : []
  })
}

/** Events with an account whose main word stands in the content. */
export function toldIn(layer: EventLayer, content: ReadonlySet<number>): readonly Told[] {
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
export function isAsserted(r: Reading, account: Account, content: ReadonlySet<number>): boolean {
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
function accusedOf(layer: EventLayer, frame: Attribution, earlier: readonly Bound[], only: boolean): readonly Told[] {
  const r = layer.reading, chain = entityAt(r, frame.speaker)?.chain ?? -1
  const accused = earlier.findLast(b => b.claim.stance === 'accuses' && b.actor >= 0 && sameSide(r, b.actor, frame.speaker))
  if (only) { const charged = layer.events.find(f => f.event.id === accused?.event); return charged ? [{ found: charged, account: null }] : [] }
  const found = layer.events.find(f => f.event.id === accused?.event) ?? layer.events.findLast(f => !VERBAL_TYPES.has(f.event.type) && f.accounts[0]!.main.token < frame.cue[0] && speaksForActor(r, f, { head: frame.speaker, chain })) ?? before(layer, frame, frame.content.some(t => lemmaIn(r, t, 'part-in-act')) ? REACH : 1)[0]?.found
  return found ? [{ found, account: null }] : []
}

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
    // What is only named as the reason of another act is not what was told last.
    const last = Math.max(-1, ...found.accounts.filter(a => a.main.token < frame.cue[0] && sideOf(r, a) !== 'answered').map(a => a.main.token))
    return last < 0 ? [] : [{ found, last }]
  }).sort((a, b) => b.last - a.last)[0]
  if (frame.kind === 'condemn') { const main = mainOf(layer, near?.found); if (main) return [{ found: main, account: null }] }
  if (near && here - r.text.tokens[near.last]!.sentence <= reach) return [{ found: near.found, account: null }]
  if (reach === 0) return []
  const first = layer.events.find(f => !VERBAL_TYPES.has(f.event.type))
  return first ? [{ found: first, account: null }] : []
}

/** What a report condemns is what it is about: of the assaults the one told most, the one told last among equals. */
function mainOf(layer: EventLayer, last: FoundEvent | undefined): FoundEvent | undefined {
  const size = (f: FoundEvent): number => f.accounts.length + (f === last ? 0.5 : 0)
  return layer.events.filter(f => f.event.type === 'ASSAULT').toSorted((a, b) => size(b) - size(a))[0]
}

export function contentSpan(r: Reading, frame: Attribution): Span {
  const first = frame.content[0] ?? frame.cue[0], last = frame.content.at(-1) ?? frame.cue[1]
  return spanOf(r.text.text, { start: r.text.tokens[first]!.start, end: r.text.tokens[last]!.end })
}

interface Said { readonly stance: Stance; readonly about: About; readonly value: Quantity | string | null }
const said = (stance: Stance, about: About, value: Said['value'] = null): Said => ({ stance, about, value })

function claimsOf({ layer: { reading: r }, lexicon }: Binding, frame: Attribution, found: FoundEvent, account: Account | null, speaker: Speaker, content: ReadonlySet<number>): readonly Said[] {
  const own = account?.status.status !== 'attempted' && isOwnAct(r, account, speaker, content) || (frame.kind === 'say' || frame.kind === 'confirm' ? tellsOwn(r, found, account, speaker, content) : speaksForActor(r, found, speaker))
  // Who says that a rumour is false denies what it tells.
  if (account !== null && isUntrue(account) && (frame.kind === 'say' || frame.kind === 'confirm')) return deniedFigure(r, frame, found, account, false, content) ?? [said('denies', 'event')]
  switch (frame.kind) {
    case 'own': return [said('claims-responsibility', 'event')]
    case 'condemn': return [said('condemns', 'event')]
    case 'accuse': return [said('accuses', 'actor', nameAt(r, frame.target))]
    case 'deny': return deniedFigure(r, frame, found, account, own, content) ?? [said('denies', own || deniesPart(r, frame) || account === null && !isOthersAct(r, found, speaker) ? 'actor' : 'event')]
    default: return account === null ? [] : telling(r, frame, found, account, speaker, own, content, h => mayCharge(r, lexicon, h, speaker))
  }
}

/** "Gunmen attacked a base and killed 20 soldiers, a claim the army denied": an act that the speaker's own side suffered is denied as such, and not a part in it. */
function isOthersAct(r: Reading, { event, actorHeads }: FoundEvent, speaker: Speaker): boolean {
  const own = sectorsOf(r, speaker), isState = own.some(s => STATE_ARMS.has(s)), country = entityAt(r, speaker.head)?.country ?? null
  const rival = (sectors: readonly string[]): boolean => sectors.some(s => REBELS.has(s))
  return isState && !actorHeads.some(h => isAlly(r, h, speaker)) && event.actors.every(p => rival(p.sectors) || p.country !== null && country !== null && p.country !== country)
    && (event.actors.length > 0 || event.recipients.some(p => p.sectors.some(s => STATE_ARMS.has(s))))
}

const REBELS: ReadonlySet<string> = new Set(['REB', 'PRM', 'CRM'])

/** "Denied that 23 people had died": where a figure and nobody who did it is denied, the figure is meant and not the act. */
function deniedFigure(r: Reading, frame: Attribution, found: FoundEvent, account: Account | null, own: boolean, content: ReadonlySet<number>): readonly Said[] | null {
  if (account === null || own || deniesPart(r, frame) || !OUTCOME.has(account.main.lexeme.frame) || account.actors.some(h => content.has(h))) return null
  const tolls = tollsTold(r, found, account, content)
  return tolls.length === 0 ? null : tolls.map(([kind, value]) => said('denies', kind, value))
}

/** "Denied any part in it", "distanced itself from it". */
const deniesPart = (r: Reading, frame: Attribution): boolean => lemmaAt(r, frame.cue[0]) === 'distance' || frame.content.some(t => lemmaIn(r, t, 'part-in-act'))

/** Frames of verbs that tell what became of people. */
const OUTCOME = new Set(['kill', 'hurt', 'die'])

const tollsTold = (r: Reading, { accounts }: FoundEvent, account: Account, content: ReadonlySet<number>): readonly (readonly ['killed' | 'injured', Quantity])[] => (['killed', 'injured'] as const).flatMap(kind => {
  const toll = account.tolls.find(t => t.kind === kind && content.has(t.anchor) && isCounted(r, t) && !isOfMore(r, accounts, t))
  return toll ? [[kind, { min: toll.min, max: toll.max, of: null, evidence: [spanOf(r.text.text, toll)] }] as const] : []
})

/** What a plain statement says of an event: its toll where it gives one, else who did it, else that it happened. */
function telling(r: Reading, frame: Attribution, found: FoundEvent, account: Account, speaker: Speaker, own: boolean, content: ReadonlySet<number>, charges: (doer: number) => boolean): readonly Said[] {
  const stance: Stance = frame.kind === 'confirm' ? 'confirms' : 'reports'
  if (account.status.status === 'negated') return [said('denies', own ? 'actor' : 'event')]
  const violent = found.event.type === 'ASSAULT' || found.event.type === 'COERCE'
  const tolls = tollsTold(r, found, account, content).map(([kind, value]) => said(stance, kind, value))
  if (own && frame.kind === 'say' && violent) return [said('claims-responsibility', 'event'), ...tolls]
  const accused = violent && !own && frame.kind === 'say' && !account.reciprocal && !isNeutral(r, speaker) ? account.actors.filter(h => content.has(h) && (isNamed(entityAt(r, h)) || isOpposed(r, frame.speaker, h)) && charges(h) && !isAlly(r, h, speaker)) : []
  const charge = accused.length > 0 ? [said('accuses', 'actor', nameAt(r, accused[0]!))] : []
  return tolls.length + charge.length > 0 ? [...charge, ...tolls] : [said(stance, 'event')]
}

/** The toll rests on a number, not on one victim who is named. */
export const isCounted = (r: Reading, toll: Toll): boolean => toll.of.length === 0 || toll.of.some(h => (r.countFor[h] ?? -1) >= 0 || (r.countAt[h] ?? -1) >= 0) || toll.max === 0

/** Whom a claim makes the actor: who takes the act on himself, and who is accused. */
function ascribedTo(r: Reading, frame: Attribution, found: FoundEvent): number {
  if (found.event.type !== 'ASSAULT' && found.event.type !== 'COERCE') return -1
  const head = frame.kind === 'own' ? frame.speaker : frame.kind === 'accuse' ? frame.target : -1
  if (head < 0) return -1
  const principal = principalOf(r, head)
  return isNamed(entityAt(r, principal)) ? principal : -1
}
