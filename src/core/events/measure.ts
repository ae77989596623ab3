/** Looks through words of measure to what they measure. */
import { childrenWith, prepositionOf } from './arguments.ts'
import { lemmaAt, lemmaIn, type Reading } from './reading.ts'

/** The noun that a measure or number counts: in "dozens of protesters" the protesters; the head itself where it measures nothing. */
export function partyHead(r: Reading, head: number): number {
  const counted = (r.countAt[head] ?? -1) >= 0
  if (!lemmaIn(r, head, 'measure') && !counted) return head
  const of = childrenWith(r.syntax, head, 'nmod', 'obl').find(c => prepositionOf(r.syntax, c) === 'of')
  // "Shot down 62 of 84 drones": parsers hang the whole on the verb.
  return of ?? childrenWith(r.syntax, r.syntax.head[head] ?? -1, 'obl').find(c => childrenWith(r.syntax, c, 'case').some(k => k === head + 1 && lemmaAt(r, k) === 'of')) ?? head
}
