/** The claim layer: who says, accuses, denies, condemns, confirms or takes on what an event holds. */
import type { EventLayer } from '../events/find.ts'
import { spanOf, type Claim, type Span } from '../model/index.ts'
import { bindFrame, type Bound } from './bind.ts'
import { findFrames } from './frames.ts'
import type { ClaimLexicon } from './lexicon.ts'

export { buildClaimLexicon, type ClaimLexicon } from './lexicon.ts'

/** Claims by event id, and the rule behind each. */
export interface ClaimLayer {
  readonly claims: ReadonlyMap<string, readonly Claim[]>
  readonly trail: readonly { readonly event: string; readonly field: string; readonly rule: string; readonly span: Span | null }[]
}

/** Finds the claims of a report; of equal ones (speaker, stance, subject) the first is kept. */
export function findClaims(layer: EventLayer, lexicon: ClaimLexicon): ClaimLayer {
  const text = layer.reading.text.text, claims = new Map<string, Claim[]>(), seen = new Set<string>(), trail: ClaimLayer['trail'][number][] = []
  for (const { event, claim, rule } of findFrames(layer.reading, lexicon).flatMap((frame): readonly Bound[] => bindFrame(layer, frame))) {
    const key = [event, claim.speaker.name.toLowerCase(), claim.stance, claim.about].join('\t')
    if (seen.has(key)) continue
    seen.add(key)
    claims.set(event, [...(claims.get(event) ?? []), claim])
    trail.push({ event, field: 'claims', rule, span: spanOf(text, claim.cue ?? claim.content) })
  }
  return { claims, trail }
}
