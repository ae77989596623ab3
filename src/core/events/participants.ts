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
  const found = [...byChain.entries()].flatMap(([chain, mentions]) => {
    const made = participant(r, chain, mentions)
    return made ? [{ made, rank: rankOf(r, mentions), votes: mentions.length }] : []
  })
  return telling(found).map(x => x.made)
}

/** Most that an event names on one side; more are mostly parts or repetitions of the others. */
const MOST = 3

interface Ranked { readonly made: Participant; readonly rank: number; readonly votes: number }

/** People and groups before things, the named and specific before "people" and bare numbers; at most MOST, in order of first mention. */
function telling(found: readonly Ranked[]): readonly Ranked[] {
  const best = Math.max(0, ...found.map(x => x.rank))
  const kept = found.filter(x => x.rank > 0 && (best < 2 || x.rank >= 2))
  const chosen = new Set([...kept].sort((a, b) => b.votes - a.votes || b.rank - a.rank).slice(0, MOST))
  const names = new Set<string>()
  return kept.filter(x => chosen.has(x) && !names.has(x.made.name.toLowerCase()) && names.add(x.made.name.toLowerCase()))
}

const VAGUE = new Set(['people', 'person', 'one', 'other', 'others', 'dozen', 'dozens', 'score', 'hundred', 'hundreds', 'thousand', 'thousands', 'number', 'man', 'men', 'all', 'some', 'many', 'several', 'victim', 'casualty', 'majority', 'member', 'time', 'area', 'location', 'site', 'day', 'those'])

/** 0 says nothing of who, 1 is vague or a thing, 2 are people or a body, 3 is named. */
function rankOf(r: Reading, mentions: readonly EntityMention[]): number {
  const rank = (m: EntityMention): number => {
    const lemma = lemmaAt(r, m.head)
    if (m.form === 'pronoun') return 2
    if (/^[\d.,]+$/.test(m.name) || r.syntax.upos[m.head] === 'NUM') return 0
    if (VAGUE.has(lemma) && m.entity === null) return 1
    if (m.entity !== null) return 3
    return m.kind === 'unknown' || m.kind === 'facility' || m.kind === 'equipment' || m.kind === 'place' ? 1 : 2
  }
  return Math.max(0, ...mentions.map(rank))
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
