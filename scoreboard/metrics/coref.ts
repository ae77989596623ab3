/** Coreference as the reference scorer of CoNLL counts it (Pradhan et al. 2014, ACL; version 8.01): MUC, B3 and CEAF-e over exact mentions. */
import type { Measured, Units } from '../board.ts'
import { bestSum } from './assignment.ts'
import { harmonic, overSums } from './counts.ts'

/** A cluster is the ids of its mentions; a mention is in one cluster only. */
export type Clusters = readonly (readonly string[])[]

/**
 * What a topic adds, for each metric [recall's numerator, its denominator, precision's numerator, its denominator]: MUC, B3, CEAF-e.
 * Singletons are kept on both sides; MUC does not see them. Sums over topics are right as long as no cluster crosses topics.
 */
export const countCoref = (key: Clusters, response: Clusters): readonly number[] => [
  ...links(key, response), ...links(response, key), ...cubed(key, response), ...cubed(response, key), ...aligned(key, response),
]

/** MUC (Vilain et al. 1995): links of `from` that survive when its clusters are cut along `by`. */
function links(from: Clusters, by: Clusters): readonly [number, number] {
  const home = homes(by)
  let kept = 0, all = 0
  for (const cluster of from) {
    const parts = new Set(cluster.map(mention => home.get(mention) ?? mention))
    kept += cluster.length - parts.size
    all += cluster.length - 1
  }
  return [kept, all]
}

/** B3 (Bagga and Baldwin 1998): for each mention of `from` the share of its cluster that `by` keeps with it. */
function cubed(from: Clusters, by: Clusters): readonly [number, number] {
  const home = homes(by)
  let kept = 0, all = 0
  for (const cluster of from) {
    const parts = new Map<number, number>()
    for (const mention of cluster) { const at = home.get(mention); if (at !== undefined) parts.set(at, (parts.get(at) ?? 0) + 1) }
    for (const size of parts.values()) kept += size * size / cluster.length
    all += cluster.length
  }
  return [kept, all]
}

/** CEAF-e (Luo 2005): clusters paired one to one for the greatest sum of 2 |K and R| / (|K| + |R|). */
function aligned(key: Clusters, response: Clusters): readonly [number, number, number, number] {
  const home = homes(response)
  const similar = key.map(cluster => {
    const row = Array.from({ length: response.length }, () => 0)
    for (const mention of cluster) { const at = home.get(mention); if (at !== undefined) row[at]! += 2 / (cluster.length + response[at]!.length) }
    return row
  })
  const sum = bestSum(similar)
  return [sum, key.length, sum, response.length]
}

const homes = (clusters: Clusters): ReadonlyMap<string, number> => new Map(clusters.flatMap((cluster, i) => cluster.map(mention => [mention, i] as const)))

const NAMES = ['MUC', 'B3', 'CEAF-e'] as const

/** F1 of each metric and their mean, the CoNLL F1, over units of `countCoref`; `prefix` goes before the names. */
export const corefFigures = (prefix: string, units: Units): readonly Measured[] => [
  ...NAMES.map((name, i) => overSums(`${prefix} ${name} F1`, units, total => corefF1(total, i))),
  overSums(`${prefix} CoNLL F1`, units, total => NAMES.reduce((sum, _, i) => sum + corefF1(total, i), 0) / NAMES.length),
]

function corefF1(total: readonly number[], metric: number): number {
  const [kept = 0, key = 0, right = 0, response = 0] = total.slice(4 * metric, 4 * metric + 4), share = (n: number, of: number): number => of === 0 ? 0 : 100 * n / of
  return harmonic(share(right, response), share(kept, key))
}
