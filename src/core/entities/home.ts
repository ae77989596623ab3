/** The state whose government and forces a report means when it says only "the government" or "the army". */
import type { WordLists } from '../lexicon/word-lists.ts'
import type { EntityChain, EntityMention, PlaceMention } from '../model/index.ts'
import { nameWords } from './lexicon.ts'

/** Share of the votes that the state must have, and the weight of its organs against its places. */
const SHARE = 0.6, ORGAN = 2

/** The country most told of, by its organs and its places; null where none stands out. */
function homeOf(chains: readonly EntityChain[], places: readonly PlaceMention[]): string | null {
  const votes = new Map<string, number>(), vote = (country: string | null | undefined, n: number): void => { if (country != null) votes.set(country, (votes.get(country) ?? 0) + n) }
  for (const c of chains) if (c.kind === 'government' || c.kind === 'force') vote(c.country, ORGAN * c.mentions.length)
  for (const p of places) vote(p.entry?.country, 1)
  const total = [...votes.values()].reduce((a, b) => a + b, 0), best = [...votes].sort((a, b) => b[1] - a[1])[0]
  return best !== undefined && best[1] >= SHARE * total ? best[0] : null
}

/** Gives bare organs of state the country that the report is about. */
export function settleHome(chains: readonly EntityChain[], mentions: readonly EntityMention[], places: readonly PlaceMention[], lists: WordLists): readonly EntityChain[] {
  const home = homeOf(chains, places)
  if (home === null) return chains
  const bare = (c: EntityChain): boolean => (c.kind === 'government' || c.kind === 'force') && c.country === null && c.entity === null && c.mentions.every(k => mentions[k]!.form === 'pronoun' || nameWords(mentions[k]!.name).every(w => lists['organ-of-state'].has(w)))
  return chains.map(c => (bare(c) ? { ...c, country: home } : c))
}
