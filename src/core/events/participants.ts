/** Turns role-filling heads into participants: one a chain, with the fullest name and every phrase that names it. */
import { spanOf, type EntityMention, type Participant, type Span } from '../model/index.ts'
import { entityAt, lemmaAt, type Reading } from './reading.ts'

/** Participants of an event from the head tokens of its accounts, in order of first mention; pronouns give way to their antecedents. */
export function participantsOf(r: Reading, heads: readonly number[]): readonly Participant[] {
  const byChain = new Map<number, EntityMention[]>()
  for (const head of heads) {
    const m = entityAt(r, head)
    if (!m) continue
    const list = byChain.get(m.chain)
    if (list) list.push(m)
    else byChain.set(m.chain, [m])
  }
  return [...byChain.entries()].flatMap(([chain, mentions]) => participant(r, chain, mentions) ?? [])
}

function participant(r: Reading, index: number, mentions: readonly EntityMention[]): Participant | null {
  const chain = r.entities.chains[index]
  const all = (chain?.mentions ?? []).map(k => r.entities.mentions[k]).filter((m): m is EntityMention => m !== undefined)
  const naming = [...mentions, ...all].filter(m => m.form !== 'pronoun')
  const named = bestName(naming)
  if (!named) return null
  const evidence = evidenceOf(r, mentions, naming)
  return { name: named.name, entity: chain?.entity ?? named.entity, country: chain?.country ?? named.country, sectors: chain?.sectors.length ? chain.sectors : named.sectors, labels: [...new Set([...mentions, ...all].flatMap(m => m.labels))], evidence }
}

/** A proper name before a description, a longer one before a shorter, the earlier among equals. */
function bestName(mentions: readonly EntityMention[]): EntityMention | null {
  const rank = (m: EntityMention): number => (m.form === 'name' ? 100 : 0) + Math.min(6, m.last - m.first)
  return mentions.length ? mentions.reduce((best, m) => (rank(m) > rank(best) ? m : best)) : null
}

/** The mentions in the event first, then other names of the chain; equal words once. */
function evidenceOf(r: Reading, own: readonly EntityMention[], naming: readonly EntityMention[]): readonly Span[] {
  const seen = new Set<string>(), out: Span[] = []
  for (const m of [...own, ...naming]) {
    const span = spanOf(r.text.text, m)
    const key = span.exact.toLowerCase()
    if (seen.has(key) || out.length >= 6) continue
    seen.add(key)
    out.push(span)
  }
  return out
}

export { lemmaAt }
