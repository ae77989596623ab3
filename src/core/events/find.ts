/** The event layer on one page: triggers, tolls, accounts, clusters, scope, fields. */
import { spanOf, VERBAL_TYPES, type Event, type EventType, type Extent, type Participant, type Span } from '../model/index.ts'
import { countsAttackers, DOWNED, findAccounts, type Account } from './account.ts'
import { assertionsOf, isAsserted, probabilityOf, type Assertion } from './assertion.ts'
import { castOf, type Cast } from './cast.ts'
import { contextsOf } from './contexts.ts'
import { countOfEvent, dateOfEvent, placesOfEvent, statusOfEvent, weaponsOfEvent } from './fields.ts'
import { isCumulative, tollOfEvent } from './losses.ts'
import { clusterAccounts, type Cluster } from './clusters.ts'
import type { Weights } from './lexicon.ts'
import type { Side } from './fillers.ts'
import { participantsOf } from './participants.ts'
import { judgeSides, type Judged } from './sides.ts'
import { preludesOf } from './prelude.ts'
import { ELSEWHERE, entityAt, isBrief, isHuman, lemmaIn, readingOf, type Layers, type Reading } from './reading.ts'
import { sceneOf, type Scene } from './scene.ts'
import { scopeOf, type Scope } from './scope.ts'
import type { StatusLexicon } from './status.ts'
import { summaryOf } from './summary.ts'
import { strayTolls } from './stray.ts'
import type { Toll } from './toll.ts'
import { findTolls } from './tolls.ts'
import { findTriggers, type Trigger } from './triggers.ts'
import { chooseDate, type DateChoice } from './when.ts'
import { choosePlace, type PlaceChoice } from './where.ts'

/** One step of the trail behind a field. */
export interface TrailStep { readonly field: string; readonly rule: string; readonly span: Span | null }

/** An event with what it was made of; `event` has no claims and links yet, they are added by the layers above. */
export interface FoundEvent { readonly event: Event; /** Tokens that name its actors. */ readonly actorHeads: readonly number[]; readonly accounts: readonly Account[]; readonly scope: Scope; readonly trail: readonly TrailStep[] }

export interface EventLayer { readonly reading: Reading; readonly events: readonly FoundEvent[]; readonly dropped: readonly { readonly accounts: readonly Account[]; readonly scope: Scope }[] }

/** Clusters below this probability are no events; a brief has no background to be told from, so that more of it counts, unless it speaks of sport, films and the like. */
const THRESHOLD = 0.4, BRIEFLY = 0.25

/** A report none of whose clusters of material acts reaches this tells of none: its weak ones are talk of war elsewhere (by cross-validation). */
const SURE = 0.6

/** The same for a report of another domain. */
const SURE_ELSEWHERE = 0.7

/** "Since then more than 20,000 people have been killed": the toll of a war, and no act in it. */
const isWarTotal = (r: Reading, a: Account): boolean => a.triggers.every(t => ['kill', 'hurt', 'die'].includes(t.lexeme.frame)) && a.tolls.some(t => (t.min ?? t.max ?? 0) >= MASSES && isCumulative(r, t))

/** From so many on a sum is of a war or of years of it. */
const MASSES = 1000

/** Finds the events of a report. */
export function findEvents(layers: Layers, statuses: StatusLexicon): EventLayer {
  const reading = readingOf(layers)
  const tolls = findTolls(reading), accounts = findAccounts(reading, findTriggers(reading), tolls, statuses)
  const assertions = assertionsOf(reading, accounts), preludes = preludesOf(reading, accounts), among = (a: Account): boolean => isAsserted(a, assertions.get(a)!) && !preludes.has(a) && !isWarTotal(reading, a)
  const clusters = clusterAccounts(reading, accounts, among)
  const scored = clusters.map(cluster => ({ cluster, scope: scopeOf(reading, cluster, assertions) }))
  const verbal = (x: (typeof scored)[number]): boolean => VERBAL_TYPES.has(x.cluster.accounts[0]!.type)
  const brief = isBrief(reading), elsewhere = reading.otherDomain >= ELSEWHERE || reading.lexicon.titles.opinion.test(reading.text.text), sure = elsewhere ? SURE_ELSEWHERE : SURE, least = brief && reading.otherDomain === 0 ? BRIEFLY : THRESHOLD, telling = brief || scored.some(x => !verbal(x) && x.scope.confidence >= sure)
  const kept = scored.filter(x => x.scope.confidence >= least && (telling || verbal(x))), left = scored.filter(x => !kept.includes(x))
  const scene = sceneOf(reading, accounts), cast = castOf(reading, accounts), strays = strayTolls(reading, tolls, kept.map(x => x.cluster.accounts), left.map(x => x.cluster.accounts))
  const events = kept.map((x, i) => compose(reading, { scene, cast, strays: strays[i]! }, x.cluster, x.scope, `e${i + 1}`))
  return { reading, events, dropped: [...left.map(x => ({ accounts: x.cluster.accounts, scope: x.scope })), ...accounts.filter(a => !among(a)).map(a => letGo(a, assertions.get(a)!))] }
}

/** An account that asserts too little to be compared with others. */
const letGo = (account: Account, assertion: Assertion): EventLayer['dropped'][number] => ({ accounts: [account], scope: { ...assertion, confidence: probabilityOf(assertion) } })

/** What surrounds an event: the places and days of the report, its parties, and the tolls that are told of the event elsewhere. */
interface Around { readonly scene: Scene; readonly cast: Cast; readonly strays: readonly Toll[] }

function compose(r: Reading, { scene, cast, strays }: Around, cluster: Cluster, scope: Scope, id: string): FoundEvent {
  const accounts = cluster.accounts, type = accounts[0]?.type ?? 'ASSAULT'
  const { actors, recipients, heads, steps } = sidesOf(r, accounts, cast, type, strays, scope.confidence)
  const where = choosePlace(r, scene, accounts, r.lexicon.where), when = chooseDate(r, scene, accounts, r.lexicon.when)
  const status = statusOfEvent(r, accounts, when.option.tie === null ? null : when.option.edtf), mode = modeOfEvent(r, accounts)
  const reciprocal = type === 'ASSAULT' && accounts.some(a => a.reciprocal) && actors.length > 1, parties = { actors, heads, recipients, reciprocal }
  const fields = {
    id, type, mode, contexts: contextsOf(r, accounts), status: status.status, mentions: mentionsOf(r, accounts), actors, recipients,
    reciprocal,
    places: where.option.tie === null && VERBAL_TYPES.has(type) ? [] : placesOfEvent(r, accounts, where),
    date: when.option.tie === null && VERBAL_TYPES.has(type) ? null : dateOfEvent(r, when),
    killed: tollOfEvent(r, accounts, parties, 'killed', false, strays), injured: tollOfEvent(r, accounts, parties, 'injured', false, strays), attackersKilled: tollOfEvent(r, accounts, parties, 'killed', true, strays), detained: tollOfEvent(r, accounts, parties, 'detained', false),
    weapons: weaponsOfEvent(r, accounts), count: countOfEvent(r, accounts), claims: [], becauseOf: [], confidence: Math.round(scope.confidence * 1000) / 1000,
  }
  const event: Event = { ...fields, summary: summaryOf(fields) }
  return { event, accounts, scope, actorHeads: heads, trail: [...trailOf(r, cluster, scope, status.rule), ...steps, ...settingTrail(r, where, when)] }
}

interface Sides { readonly actors: readonly Participant[]; readonly recipients: readonly Participant[]; readonly heads: readonly number[]; readonly steps: readonly TrailStep[] }

/** Who is on which side: judged by learned weights for deeds; for acts of words, of which no coded reports hold any, all whom a rule names. */
function sidesOf(r: Reading, accounts: readonly Account[], cast: Cast, type: EventType, strays: readonly Toll[], confidence: number): Sides {
  if (VERBAL_TYPES.has(type)) {
    const heads = doersOf(r, accounts), actors = participantsOf(r, heads, 'actor')
    return { actors, recipients: participantsOf(r, sufferers(r, accounts), 'recipient').filter(p => !actors.some(a => a.name === p.name)), heads, steps: [] }
  }
  const judged = judgeSides(r, accounts, cast, r.lexicon.sides, strays, confidence), of = (side: Side): readonly Judged[] => judged.filter(j => j.candidate.side === side)
  const steps = judged.map(({ candidate: { side, party }, p, features }): TrailStep => ({ field: side === 'actor' ? 'actors' : 'recipients', rule: `${party.made.name} ${p.toFixed(2)}: ${features.map(f => `${f.feature} ${f.weight >= 0 ? '+' : ''}${f.weight.toFixed(2)}`).join(', ')}`, span: party.made.evidence[0] ?? null }))
  return { actors: of('actor').map(j => j.candidate.party.made), recipients: of('recipient').map(j => j.candidate.party.made), heads: of('actor').flatMap(j => j.candidate.party.heads), steps }
}

/** Those the act was done to, by its words and by its tolls; the attackers' own losses are not among them. */
function sufferers(r: Reading, accounts: readonly Account[]): readonly number[] {
  const heads = { actors: accounts.flatMap(a => a.actors), recipients: accounts.flatMap(a => a.recipients), reciprocal: false }
  const counted = accounts.flatMap(a => a.tolls).filter(t => t.max !== 0 && !countsAttackers(r, heads, t)).flatMap(t => t.of)
  const others = heads.recipients.filter(h => !lemmaIn(r, h, 'attacker-noun'))
  return [...new Set([...others.length > 0 ? others : heads.recipients, ...counted.filter(h => isHuman(entityAt(r, h)) && !heads.actors.includes(h))])]
}

/** "The air force shot down 17 drones": who stops an attack is not its actor, where the attack itself is told as well. */
const isInterception = (r: Reading, a: Account): boolean => r.lexicon.lists['stop-attack'].has(a.main.lexeme.words[0] ?? '') && a.weapons.some(w => r.weapons[w]!.term.kind !== 'weapon')

/** Head tokens of those who did it. */
export function doersOf(r: Reading, accounts: readonly Account[]): readonly number[] {
  const attackers = accounts.filter(a => !isInterception(r, a))
  return (attackers.length > 0 ? attackers : accounts).flatMap(a => a.actors)
}

/** The mode most accounts name, the first among equals; what is only called targeted or destroyed says less of the means. The aircraft that was shot down is no means of it. */
function modeOfEvent(r: Reading, accounts: readonly Account[]): string | null {
  const votes = new Map<string, number>(), downed = accounts.some(a => a.rules.includes(DOWNED))
  const plain = accounts[0]!.mode === null && isAct(accounts[0]!.main)
  for (const a of accounts) if (a.mode && !(plain && a.mode === 'destroy') && !(downed && (a.mode === 'destroy' || a.mode === 'aerial'))) votes.set(a.mode, (votes.get(a.mode) ?? 0) + (a.mode === 'targeted' || a.mode === 'destroy' ? 0.5 : a.mode === 'suicide-attack' ? 2 : 1))
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? (!downed && accounts.some(a => a.triggers.some(isStrike)) ? 'aerial' : accounts.some(a => lemmaIn(r, a.main.token, 'armed-approach')) ? 'firearms' : null)
}

/** An act whose words leave the means open; what was destroyed in it is its outcome. */
const isAct = ({ lexeme }: Trigger): boolean => lexeme.type === 'ASSAULT' && !['kill', 'hurt', 'die', 'n-of'].includes(lexeme.frame)

/** "Coalition strikes killed 40": from the air where nothing tells of other means. */
const isStrike = ({ nominal, lexeme }: Trigger): boolean => nominal && lexeme.type === 'ASSAULT' && lexeme.words.at(-1) === 'strike'

/** Mention phrases in text order: each trigger with its nearest argument. */
function mentionsOf(r: Reading, accounts: readonly Account[]): readonly Span[] {
  const extents: Extent[] = accounts.flatMap(a => a.triggers.map(t => phraseOf(r, t)))
  const sorted = [...extents].sort((a, b) => a.start - b.start || b.end - a.end)
  const out: Extent[] = []
  for (const e of sorted) if (!out.some(o => e.start < o.end && o.start < e.end)) out.push(e)
  return out.map(e => spanOf(r.text.text, e))
}

/** A trigger's phrase: its words and, for a verb, a short object right after it. */
function phraseOf(r: Reading, t: Trigger): Extent {
  const last = r.text.tokens[t.last - 1] ?? r.text.tokens[t.token]
  return { start: t.start, end: Math.max(t.end, last?.end ?? t.end) }
}

function trailOf(r: Reading, cluster: Cluster, scope: Scope, status: string): readonly TrailStep[] {
  const steps: TrailStep[] = []
  for (const a of cluster.accounts) {
    for (const rule of a.rules) steps.push({ field: 'mention', rule, span: spanOf(r.text.text, a.main) })
    for (const f of a.fillers) { const m = entityAt(r, f.head); if (m) steps.push({ field: f.side === 'actor' ? 'actors' : 'recipients', rule: `${f.rule} ${m.rule}`, span: spanOf(r.text.text, m) }) }
    for (const toll of a.tolls) steps.push({ field: toll.kind, rule: toll.rule, span: spanOf(r.text.text, toll) })
  }
  for (const d of cluster.decisions) steps.push({ field: 'merge', rule: d.decision.reasons.map(x => `${x.feature} ${x.weight >= 0 ? '+' : ''}${x.weight}`).join(', '), span: null })
  steps.push({ field: 'status', rule: status, span: null })
  for (const f of scope.features) steps.push({ field: 'confidence', rule: `${f.feature} ${f.weight >= 0 ? '+' : ''}${f.weight.toFixed(2)}`, span: null })
  return steps
}

/** Which place and which date were chosen, by what rule they were read, with what share of the choice, and what spoke for them. */
function settingTrail(r: Reading, where: PlaceChoice, when: DateChoice): readonly TrailStep[] {
  const place = r.places[where.option.tie?.index ?? where.option.mentions[0] ?? -1], time = r.times[when.option.tie?.index ?? when.option.mentions[0] ?? -1]
  const reasons = (features: readonly string[], weights: Weights): string => features.filter(f => (weights[f] ?? 0) !== 0).map(f => `${f} ${weights[f]! >= 0 ? '+' : ''}${weights[f]}`).join(', ')
  return [
    { field: 'places', rule: `${place?.rule ?? 'place:none'} ${where.share.toFixed(2)}: ${reasons(where.option.features, r.lexicon.where)}`, span: place ? spanOf(r.text.text, place) : null },
    { field: 'date', rule: `${time?.rule ?? (when.option.edtf === null ? 'time:none' : 'time:report-day')} ${when.share.toFixed(2)}: ${reasons(when.option.features, r.lexicon.when)}`, span: time ? spanOf(r.text.text, time) : null },
  ]
}
