/** Accounts that tell of one act, brought together by the decisions of merge.ts: each joins the event that it fits best, and whole clusters that fit each other are joined at the end. */
import type { Account } from './account.ts'
import type { Weights } from './lexicon.ts'
import { decide, type Decision } from './merge.ts'
import { profilesOf, type Profile } from './profile.ts'
import type { Reading } from './reading.ts'

/** Accounts of one act. `kin` is how nearly (0..1) it was joined to another cluster as large, `share` which part of the report's accounts of its type it holds. */
export interface Cluster { readonly kin: number; readonly share: number; readonly accounts: readonly Account[]; readonly decisions: readonly { readonly a: number; readonly b: number; readonly decision: Decision }[] }

/** Share of the best pair, against the mean over all pairs, in a cluster's score, and the least score that joins (both by cross-validation). */
const TOP = 0.2, LEAST = -0.4

/** A pair below this tells of two acts, whatever the rest of a cluster says. */
const BARRED = -3

/** Clusters and members of one cluster that a new account is compared with, so that a long text takes time in proportion to its length. */
const CLUSTERS = 60, FIRST = 8, LATEST = 16

const sampleOf = (members: readonly Profile[]): readonly Profile[] => (members.length <= FIRST + LATEST ? members : [...members.slice(0, FIRST), ...members.slice(-LATEST)])

/** Groups the accounts that `among` lets in: each joins the event whose members it fits best above LEAST, hard contradictions with any member barring it. */
export function clusterAccounts(r: Reading, accounts: readonly Account[], among: (a: Account) => boolean, weights: Weights = r.lexicon.merge): readonly Cluster[] {
  const clusters: Growing[] = []
  for (const profile of profilesOf(r, accounts)) {
    const account = profile.account
    if (!among(account)) continue
    let best: { cluster: (typeof clusters)[number]; score: number; decision: Decision; a: number } | null = null
    for (const cluster of clusters.slice(-CLUSTERS)) {
      const scored = sampleOf(cluster.members).map(m => ({ m, d: decide(r, m, profile, weights) }))
      if (scored.some(x => x.d.score < BARRED)) continue
      const mean = scored.reduce((s, x) => s + x.d.score, 0) / scored.length, top = scored.reduce((x, y) => (y.d.score > x.d.score ? y : x))
      const score = TOP * top.d.score + (1 - TOP) * mean
      if (score > LEAST && (best === null || score >= best.score)) best = { cluster, score, decision: top.d, a: top.m.account.index }
    }
    if (best) { best.cluster.members.push(profile); best.cluster.decisions.push({ a: best.a, b: account.index, decision: best.decision }) }
    else clusters.push({ members: [profile], decisions: [] })
  }
  joinClusters(r, clusters, weights)
  return clusters.map((c, k) => ({ accounts: c.members.map(m => m.account), decisions: c.decisions, kin: kinOf(r, clusters.map(x => x.members), k, weights), share: shareOf(clusters.map(x => x.members), k) }))
}

interface Growing { readonly members: Profile[]; readonly decisions: { a: number; b: number; decision: Decision }[] }

/** The least score that joins two whole clusters, and how many members of each tell it. */
const JOINS = 0.2, TELLING = 8

interface Fit { readonly score: number; readonly into: Growing; readonly from: Growing; readonly link: Growing['decisions'][number] }

/** Joins clusters that fit each other as wholes, the best pair first and each once: the first account of an act may say too little for the second to be known by it. */
function joinClusters(r: Reading, clusters: Growing[], weights: Weights): void {
  const fits = clusters.flatMap((from, k) => clusters.slice(Math.max(0, k - ASIDE), k).flatMap(into => fitOf(r, into, from, weights) ?? [])).sort((x, y) => y.score - x.score), taken = new Set<Growing>()
  for (const { into, from, link } of fits) {
    if (taken.has(into) || taken.has(from)) continue
    taken.add(into).add(from)
    into.members.push(...from.members)
    into.members.sort((x, y) => x.account.index - y.account.index)
    into.decisions.push(...from.decisions, link)
    clusters.splice(clusters.indexOf(from), 1)
  }
}

/** How two clusters fit, or null where they do not: two days part them, or any pair that tells of two acts. */
function fitOf(r: Reading, into: Growing, from: Growing, weights: Weights): Fit | null {
  if (into.members[0]!.account.type !== from.members[0]!.account.type) return null
  const pairs: Growing['decisions'] = []
  for (const m of into.members.slice(0, TELLING)) for (const n of from.members.slice(0, TELLING)) {
    const [a, b] = m.account.index < n.account.index ? [m, n] : [n, m], decision = decide(r, a, b, weights)
    if (decision.score < BARRED || decision.reasons.some(x => x.feature === 'other-day')) return null
    pairs.push({ a: a.account.index, b: b.account.index, decision })
  }
  const link = pairs.reduce((x, y) => (y.decision.score > x.decision.score ? y : x)), score = TOP * link.decision.score + (1 - TOP) * pairs.reduce((sum, p) => sum + p.decision.score, 0) / pairs.length
  return score > JOINS ? { score, into, from, link } : null
}

/** Members of each cluster, and clusters on each side, that tell how near a cluster is to others. */
const SAMPLE = 3, ASIDE = 16

function kinOf(r: Reading, clusters: readonly (readonly Profile[])[], k: number, weights: Weights): number {
  const own = clusters[k]!.slice(0, SAMPLE)
  const near = clusters.slice(Math.max(0, k - ASIDE), k + ASIDE).filter(c => c !== clusters[k] && c[0]!.account.type === own[0]!.account.type && c.length >= clusters[k]!.length)
  const scores = near.map(c => c.slice(0, SAMPLE).flatMap(a => own.map(b => (a.account.index < b.account.index ? decide(r, a, b, weights) : decide(r, b, a, weights)).score)))
  const best = Math.max(-9, ...scores.map(list => TOP * Math.max(...list) + (1 - TOP) * list.reduce((x, y) => x + y, 0) / list.length))
  return 1 / (1 + Math.exp(-best))
}

function shareOf(clusters: readonly (readonly Profile[])[], k: number): number {
  const type = clusters[k]![0]!.account.type, all = clusters.filter(c => c[0]!.account.type === type).reduce((n, c) => n + c.length, 0)
  return clusters[k]!.length / all
}
