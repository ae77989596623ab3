/** The claim layer: who says, accuses, denies, condemns, confirms or takes on what an event holds. */
import { isUntrue } from '../events/account.ts'
import type { EventLayer, FoundEvent } from '../events/find.ts'
import { participantsOf } from '../events/participants.ts'
import { isBrief, lemmaIn, type Reading } from '../events/reading.ts'
import { summaryOf } from '../events/summary.ts'
import { findTolls } from '../events/tolls.ts'
import { spanOf, type Event, type Participant, type Span } from '../model/index.ts'
import { isNobody } from './acts.ts'
import { bindAttribution, type Bound } from './bind.ts'
import { findStatements, outermost } from './attributions.ts'
import type { Past } from './echoes.ts'
import type { ClaimLexicon } from './lexicon.ts'
import type { Voiced } from './held.ts'
import { optionsOf, type Option } from './options.ts'
import { isWithheld, knowsNothing } from './polarity.ts'
import { speakersOf, withOthers } from './speakers.ts'
import { chosen } from './weigh.ts'

export { buildClaimLexicon, type ClaimLexicon } from './lexicon.ts'
export type { Option } from './options.ts'
export type { Attribution } from './attribution.ts'
export { findAttributions, findStatements, outermost } from './attributions.ts'

/** The events with their claims and with the actors that claims name, and the rule behind each. */
export interface ClaimLayer {
  readonly events: readonly Event[]
  readonly trail: readonly { readonly event: string; readonly field: string; readonly rule: string; readonly span: Span | null }[]
}

/** Finds the claims of a report. */
export function findClaims(layer: EventLayer, lexicon: ClaimLexicon): ClaimLayer {
  const r = layer.reading, trail: ClaimLayer['trail'][number][] = [], bound = chosen(claimOptions(layer, lexicon), lexicon.weights, isBrief(r))
  for (const { event, claim, rule } of bound) trail.push({ event, field: 'claims', rule, span: spanOf(r.text.text, claim.cue ?? claim.content) })
  const events = layer.events.map((found): Event => {
    const own = bound.filter(b => b.event === found.event.id), actors = withAscribed(r, found, own)
    for (const b of own) if (b.actor >= 0) trail.push({ event: found.event.id, field: 'actors', rule: `${b.rule}/actor`, span: b.claim.content })
    const event = { ...found.event, actors, recipients: found.event.recipients.filter(p => !actors.some(a => a.name === p.name)), claims: own.map(b => b.claim) }
    return { ...event, summary: summaryOf(event) }
  })
  return { events, trail }
}

/** Every claim that the statements of a report may make, in the order of the text. */
export function claimOptions(layer: EventLayer, lexicon: ClaimLexicon): readonly Option[] {
  const r = layer.reading, tolls = findTolls(r), untrue = untrueIn(layer), voiced = voicedIn(r, lexicon)
  const earlier: Bound[] = [], past: Past[] = [], said = voiced.map(({ frame, speaker }) => {
    const ruled = bindAttribution({ layer, lexicon, tolls, untrue, earlier, past }, frame, speaker)
    earlier.push(...ruled)
    past.push({ frame, speaker, bound: ruled })
    return ruled
  })
  const ofEvent = Map.groupBy(said.flat(), bound => bound.event)
  return voiced.flatMap((v, k) => optionsOf({ layer, lexicon, tolls, untrue, said, ofEvent, statements: voiced.length }, v, k))
}

/** "Reports that 30 had been killed were false": the figures of what is called false, whether or not it is told with an event. */
const untrueIn = (layer: EventLayer): ReadonlySet<number> => new Set([...layer.events, ...layer.dropped].flatMap(x => x.accounts).filter(isUntrue).flatMap(a => a.tolls.map(t => t.anchor)))

/** What is said by whom, each of several speakers for himself. */
function voicedIn(r: Reading, lexicon: ClaimLexicon): readonly Voiced[] {
  const attributions = findStatements(r, lexicon), speakers = speakersOf(r, attributions, lexicon), outer = new Set(outermost(attributions))
  const spoken = new Map<string, number>()
  let before = 0
  return attributions.flatMap((frame, k) => {
    const first = speakers[k], all = first == null || frame.negated || isNobody(r, frame.speaker) || isWithheld(r, frame.cue[0]) || lemmaIn(r, frame.cue[0], 'withhold-verb') || knowsNothing(r, frame.content) ? [] : withOthers(r, frame, first)
    const voiced = all.map((speaker): Voiced => ({ frame, speaker, nested: !outer.has(frame), before, mine: spoken.get(speaker.name) ?? 0 }))
    for (const { name } of all) spoken.set(name, (spoken.get(name) ?? 0) + 1)
    before += all.length
    return voiced
  })
}

/** The event's actors with those that claims name; a named side stands for the unnamed "bomber" or "attackers" it sent. */
function withAscribed(r: Reading, { event, actorHeads }: FoundEvent, claims: readonly Bound[]): readonly Participant[] {
  const heads = claims.map(b => b.actor).filter(h => h >= 0)
  if (heads.length === 0) return event.actors
  const all = participantsOf(r, [...actorHeads, ...heads], 'actor'), named = all.filter(p => p.entity !== null)
  return named.length > 0 ? named : all
}
