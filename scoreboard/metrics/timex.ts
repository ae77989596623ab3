/** Time expressions as the TempEval-3 scorer counts them (UzZaman et al. 2013, SemEval; tempeval3_toolkit 1.0, evaluation-entities). */
import type { Measured, Units } from '../board.ts'
import { overSums, prf } from './counts.ts'
import { overlaps, type Extent } from '../../src/core/model/index.ts'

/** `text` is compared for the strict match, as the official scorer does, so that differing white space counts as a difference. */
export interface TimexAnswer extends Extent { readonly text: string; readonly type: string; readonly value: string }

/** A pair that shares at least one character. */
export interface TimexPair { readonly gold: TimexAnswer; readonly found: TimexAnswer }

/** Pairs gold and found expressions one to one in text order: what the official TimeML normaliser does when it gives overlapping expressions one id. */
export function pairTimexes(gold: readonly TimexAnswer[], found: readonly TimexAnswer[]): readonly TimexPair[] {
  const free = [...found].sort((a, b) => a.start - b.start), pairs: TimexPair[] = []
  for (const expected of [...gold].sort((a, b) => a.start - b.start)) {
    const at = free.findIndex(answer => overlaps(expected, answer))
    if (at >= 0) pairs.push({ gold: expected, found: free.splice(at, 1)[0]! })
  }
  return pairs
}

/** What a document adds: [gold, found, relaxed matches, strict matches, types right, values right]. */
export function countTimexes(gold: readonly TimexAnswer[], found: readonly TimexAnswer[]): readonly number[] {
  const pairs = pairTimexes(gold, found), having = (test: (pair: TimexPair) => boolean): number => pairs.filter(test).length
  return [gold.length, found.length, pairs.length, having(p => p.gold.text === p.found.text), having(p => p.gold.type === p.found.type), having(p => p.gold.value === p.found.value)]
}

/** The four figures of the task, over units of `countTimexes`. An attribute's F1 is its accuracy among relaxed matches times the relaxed F1. */
export const timexFigures = (units: Units): readonly Measured[] => [
  overSums('relaxed F1', units, ([gold = 0, found = 0, relaxed = 0]) => f1(gold, found, relaxed)),
  overSums('strict F1', units, ([gold = 0, found = 0, , strict = 0]) => f1(gold, found, strict)),
  overSums('type F1', units, ([gold = 0, found = 0, relaxed = 0, , types = 0]) => attribute(types, relaxed, f1(gold, found, relaxed))),
  overSums('value F1', units, ([gold = 0, found = 0, relaxed = 0, , , values = 0]) => attribute(values, relaxed, f1(gold, found, relaxed))),
]

const f1 = (gold: number, found: number, right: number): number => prf(right, found - right, gold - right).f1
const attribute = (right: number, matched: number, relaxed: number): number => matched === 0 ? 0 : right / matched * relaxed
