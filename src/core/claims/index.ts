/** The claim layer: who says, accuses, denies, condemns, confirms or takes on what an event holds. */
import type { EventLayer, FoundEvent } from '../events/find.ts'
import { participantsOf } from '../events/participants.ts'
import type { Reading } from '../events/reading.ts'
import { summaryOf } from '../events/summary.ts'
import { findTolls } from '../events/tolls.ts'
import { spanOf, type Claim, type Event, type Participant, type Span } from '../model/index.ts'
import { bindAttribution, type Bound } from './bind.ts'
import { findAttributions } from './attributions.ts'
import type { ClaimLexicon } from './lexicon.ts'
import { besideSpeaker, speakersOf } from './speakers.ts'

export { buildClaimLexicon, type ClaimLexicon } from './lexicon.ts'
export type { Attribution } from './attribution.ts'
export { findAttributions, outermost } from './attributions.ts'

/** The events with their claims and with the actors that claims name, and the rule behind each. */
export interface ClaimLayer {
  readonly events: readonly Event[]
  readonly trail: readonly { readonly event: string; readonly field: string; readonly rule: string; readonly span: Span | null }[]
}

/** Finds the claims of a report; of equal ones (speaker, stance, subject) the first is kept. */
export function findClaims(layer: EventLayer, lexicon: ClaimLexicon): ClaimLayer {
  const r = layer.reading, seen = new Set<string>(), trail: ClaimLayer['trail'][number][] = []
  const all: Bound[] = []
  const attributions = findAttributions(r, lexicon), speakers = speakersOf(r, attributions, lexicon), tolls = findTolls(r)
  for (const [k, a] of attributions.entries()) { const speaker = speakers[k]; if (speaker) for (const voice of [speaker, ...besideSpeaker(r, a, speaker)]) all.push(...bindAttribution({ layer, lexicon, tolls, earlier: all }, a, voice)) }
  const told = new Map<string, number>()
  const bound = all.filter(({ event, claim }) => {
    const repeats = claim.stance === 'reports' && claim.about === 'event' && (told.get(event) ?? claim.cue?.start) !== claim.cue?.start && !isBody(r, claim)
    if (!told.has(event) && claim.cue) told.set(event, claim.cue.start)
    if (repeats) return false
    const key = [event, claim.speaker.name.toLowerCase(), claim.stance, claim.about].join('\t')
    return !seen.has(key) && seen.add(key)
  })
  for (const { event, claim, rule } of bound) trail.push({ event, field: 'claims', rule, span: spanOf(r.text.text, claim.cue ?? claim.content) })
  const events = layer.events.map((found): Event => {
    const own = bound.filter(b => b.event === found.event.id), actors = withAscribed(r, found, own)
    for (const b of own) if (b.actor >= 0) trail.push({ event: found.event.id, field: 'actors', rule: `${b.rule}/actor`, span: b.claim.content })
    const event = { ...found.event, actors, recipients: found.event.recipients.filter(p => !actors.some(a => a.name === p.name)), claims: own.map(b => b.claim) }
    return { ...event, summary: summaryOf(event) }
  })
  return { events, trail }
}

/** One who is listed or speaks for an office, a force or an organisation: his word counts beside those who told it before; that of a further bystander adds nothing. */
function isBody(r: Reading, { speaker: { entity, evidence } }: Claim): boolean {
  const m = r.entities.mentions.find(x => x.start >= evidence.start && x.end <= evidence.end)
  return entity !== null || (m !== undefined && m.form !== 'pronoun' && m.sectors.some(s => s !== 'UNK' && s !== 'CVL'))
}

/** The event's actors with those that claims name; a named side stands for the unnamed "bomber" or "attackers" it sent. */
function withAscribed(r: Reading, { event, actorHeads }: FoundEvent, claims: readonly Bound[]): readonly Participant[] {
  const heads = claims.map(b => b.actor).filter(h => h >= 0)
  if (heads.length === 0) return event.actors
  const all = participantsOf(r, [...actorHeads, ...heads], 'actor'), named = all.filter(p => p.entity !== null)
  return named.length > 0 ? named : all
}
