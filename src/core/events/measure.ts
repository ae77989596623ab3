/** Looks through words of measure to what they measure. */
import { childrenWith, prepositionOf } from './arguments.ts'
import { lemmaAt, type Reading } from './reading.ts'

/** Nouns of number and kind, behind which stands what they measure. */
export const MEASURE = new Set(['number', 'group', 'dozen', 'hundred', 'thousand', 'member', 'score', 'majority', 'handful', 'pair', 'crowd', 'convoy', 'series', 'wave', 'couple', 'part', 'half', 'unit', 'team', 'remnant', 'kind', 'type', 'string', 'million', 'total', 'rest', 'most', 'some', 'many', 'several', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'each', 'all', 'both', 'none', 'any'])

/** The noun that a measure or number counts: in "dozens of protesters" the protesters; the head itself where it measures nothing. */
export function partyHead(r: Reading, head: number): number {
  const counted = (r.countAt[head] ?? -1) >= 0
  if (!MEASURE.has(lemmaAt(r, head)) && !counted) return head
  const of = childrenWith(r.syntax, head, 'nmod', 'obl').find(c => prepositionOf(r.syntax, c) === 'of')
  return of ?? head
}
