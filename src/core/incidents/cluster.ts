/** Clusters of one component: events joined best pair first, never against a bar or a person's split, always with a person's merge. */
import type { Entry } from './buckets.ts'
import { BARRED, scorePair } from './decide.ts'
import type { IncidentLexicon } from './lexicon.ts'
import { byText } from './profile.ts'

/** Two events that may be one occurrence, by the score of their pair. */
export interface Edge { readonly a: Entry; readonly b: Entry; readonly score: number }

/** What people have said of pairs, by the keys of events. */
export interface Ties { readonly must: ReadonlyMap<string, ReadonlySet<string>>; readonly mustNot: ReadonlyMap<string, ReadonlySet<string>> }

/** `sample` holds the members that sort first, whatever order they came in. */
interface Cluster { readonly members: Entry[]; sample: readonly Entry[]; readonly reports: Set<string>; readonly foes: Set<string>; first: number; last: number; forced: boolean }

/** Share of the joining pair, against the mean over all pairs, in the score of a join; the least score that joins (both by cross-validation, training/incident-weights.ts). */
const TOP = 0.4, LEAST = 0

/** Members of one cluster that are compared with another's, so that a large incident costs no more than a small one. */
const SAMPLE = 12

const inKeys = (a: Entry, b: Entry): number => byText(a.profile.key, b.profile.key)

/** Groups the entries of a component. The result depends on the entries, their scores and the ties alone, not on any order. */
export function clusterComponent(entries: readonly Entry[], edges: readonly Edge[], ties: Ties, lexicon: IncidentLexicon): readonly (readonly Entry[])[] {
  const at = new Map(entries.map(e => [e.profile.key, clusterOf(e, ties)]))
  const join = (a: Cluster, b: Cluster): void => { const [large, small] = a.members.length >= b.members.length ? [a, b] : [b, a]; absorb(large, small); for (const m of small.members) at.set(m.profile.key, large) }
  for (const e of [...entries].sort(inKeys)) for (const other of ties.must.get(e.profile.key) ?? []) {
    const a = at.get(e.profile.key)!, b = at.get(other)
    if (b !== undefined && a !== b) { join(a, b); at.get(other)!.forced = true }
  }
  for (const { a, b, score } of inOrder(edges)) {
    const x = at.get(a.profile.key)!, y = at.get(b.profile.key)!
    if (x !== y && mayJoin(x, y) && TOP * score + (1 - TOP) * meanScore(x, y, lexicon) > LEAST) join(x, y)
  }
  return [...new Set(at.values())].map(c => c.members.sort(inKeys)).sort((a, b) => inKeys(a[0]!, b[0]!))
}

const inOrder = (edges: readonly Edge[]): readonly Edge[] => edges.map(e => (inKeys(e.a, e.b) <= 0 ? e : { a: e.b, b: e.a, score: e.score })).sort((x, y) => y.score - x.score || inKeys(x.a, y.a) || inKeys(x.b, y.b))

function clusterOf(e: Entry, ties: Ties): Cluster {
  const { days, firm, key, ref } = e.profile
  return { members: [e], sample: [e], reports: new Set([ref.document]), foes: new Set(ties.mustNot.get(key)), first: firm ? days!.first - 1 : -Infinity, last: firm ? days!.last + 1 : Infinity, forced: false }
}

function absorb(large: Cluster, small: Cluster): void {
  large.members.push(...small.members)
  large.sample = [...large.sample, ...small.sample].sort(inKeys).slice(0, SAMPLE)
  for (const report of small.reports) large.reports.add(report)
  for (const foe of small.foes) large.foes.add(foe)
  large.first = Math.max(large.first, small.first)
  large.last = Math.min(large.last, small.last)
  large.forced ||= small.forced
}

/** No report twice, no pair that a person has split, and days in common, give or take one, of all that say when close to words for the act. */
function mayJoin(a: Cluster, b: Cluster): boolean {
  const [large, small] = a.members.length >= b.members.length ? [a, b] : [b, a]
  if (small.members.some(m => large.reports.has(m.profile.ref.document) || large.foes.has(m.profile.key))) return false
  return a.forced || b.forced || Math.max(a.first, b.first) <= Math.min(a.last, b.last)
}

/** Mean over pairs of a sample of both; pairs barred by what a person has overruled are left out. */
function meanScore(a: Cluster, b: Cluster, lexicon: IncidentLexicon): number {
  const forced = a.forced || b.forced
  let sum = 0, n = 0
  for (const x of a.sample) for (const y of b.sample) {
    const score = scorePair(x.profile, y.profile, lexicon)
    if (forced && score === BARRED) continue
    sum += score
    n++
  }
  return n === 0 ? 0 : sum / n
}
