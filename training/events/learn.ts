/** Learns from coded reports which accounts tell of one act ("merge"), which clusters are events ("scope"), and how often each trigger told one. */
import type { Account } from '../../src/core/events/account.ts'
import { assertionFeatures, assertionsOf, isAsserted, type Assertion } from '../../src/core/events/assertion.ts'
import { castOf } from '../../src/core/events/cast.ts'
import { candidatesOf, inRole, type Candidate } from '../../src/core/events/candidates.ts'
import type { Side } from '../../src/core/events/fillers.ts'
import { smoothedRate, type EventLexicon, type Weights } from '../../src/core/events/lexicon.ts'
import { clusterAccounts, type Cluster } from '../../src/core/events/clusters.ts'
import { decide } from '../../src/core/events/merge.ts'
import { profilesOf } from '../../src/core/events/profile.ts'
import { featuresOf } from '../../src/core/events/scope.ts'
import { sideFeatures } from '../../src/core/events/sides.ts'
import type { Read } from './coded.ts'
import { fit, type Case } from './logistic.ts'
import { sameParticipant } from './names.ts'

type Rates = ReadonlyMap<string, readonly [coded: number, seen: number]>

/** All that is learned. */
export interface Learned { readonly account: Weights; readonly merge: Weights; readonly scope: Weights; readonly rates: Rates; readonly sides: EventLexicon['sides'] }

/** Types that coded reports hold. */
export const CODED_TYPES: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'MOBILIZE', 'PROTEST', 'RETREAT', 'AID', 'SANCTION'])

/** What no weight may outvote: acts of different kinds, an act and what it answers, acts told on different days, a total and its parts are never one. What is only imagined stands in reports that tell of no act, from which merging learns nothing, and an act told to be done after another's, or by others in the same sentence, in too few. */
const BARS: Weights = { imagined: -0.5, 'done-after': -2, 'own-doers': -2, 'other-type': -9, answer: -9, lapse: -9, 'other-side': -9, 'sure-other-day': -9, total: -9 }

/** Penalties, by cross-validation over whole reports; a weaker one for sides fits the reports that were learned from better and others worse. */
const RIDGE = { account: 10, merge: 3, scope: 3, sides: 8 }

/** Folds in which accounts are judged by what other reports teach, so that what is learned from those judgements meets their like. */
const FOLDS = 4

export function learn(reads: readonly Read[]): Learned {
  const account = accountWeights(reads), apart = Array.from({ length: FOLDS }, (_, k) => accountWeights(reads.filter((_, i) => i % FOLDS !== k)))
  const judged = reads.map((read, i): Judged => ({ ...read, assertions: assertionsOf(read.r, read.accounts, apart[i % FOLDS]) }))
  const merge: Weights = { ...fit(reads.flatMap(mergeCases), RIDGE.merge), ...BARS }, rates = ratesOf(reads)
  const sides = judged.flatMap(read => sideCases(read, merge)), of = (side: Side): Weights => fit(often(sides.filter(c => c.side === side)), RIDGE.sides)
  return { account, merge, rates, sides: { actor: of('actor'), recipient: of('recipient') }, scope: fit(judged.flatMap(read => scopeCases(read, merge, rates, ratesOf([read]))), RIDGE.scope) }
}

/** Cases without the features that fewer of them have: rare words teach only chance. */
const LEAST_SEEN = 8
function often(cases: readonly Case[]): readonly Case[] {
  const seen = new Map<string, number>()
  for (const { x } of cases) for (const f of x.keys()) seen.set(f, (seen.get(f) ?? 0) + 1)
  return cases.map(c => ({ ...c, x: new Map([...c.x].filter(([f]) => (seen.get(f) ?? 0) >= LEAST_SEEN)) }))
}

/** A report whose accounts were judged by what others teach. */
type Judged = Read & { readonly assertions: ReadonlyMap<Account, Assertion> }

/** Accounts of deeds; those that tell of a coded event are right. */
const accountWeights = (reads: readonly Read[]): Weights => fit(reads.flatMap(({ r, accounts, gold }) => assertionFeatures(r, accounts).map((x, i): Case => ({ x, y: gold[i]!.size > 0, weight: 1 })).filter((_, i) => CODED_TYPES.has(accounts[i]!.type))), RIDGE.account)

const clustersOf = ({ r, accounts, assertions }: Judged, merge: Weights): readonly Cluster[] => clusterAccounts(r, accounts, a => isAsserted(a, assertions.get(a)!), merge)

/** An event lexicon with these weights and rates in place of its own. */
export function withLearned(lexicon: EventLexicon, { account, merge, scope, rates, sides }: Learned): EventLexicon {
  const triggers = new Map([...lexicon.triggers].map(([word, list]) => [word, list.map(l => { const [coded, seen] = rates.get(l.id) ?? [0, 0]; return { ...l, rate: smoothedRate(coded, seen, l.prior) } })]))
  return { ...lexicon, account, merge, scope, sides, triggers }
}

/** Pairs of accounts that both tell of coded events. */
function mergeCases({ r, accounts, gold }: Read): readonly Case[] {
  const out: Case[] = [], profiles = profilesOf(r, accounts)
  for (let i = 0; i < accounts.length; i++) for (let j = i + 1; j < Math.min(accounts.length, i + 40); j++) {
    if (gold[i]!.size === 0 || gold[j]!.size === 0) continue
    const reasons = decide(r, profiles[i]!, profiles[j]!, {}).reasons.map(x => x.feature)
    if (!reasons.includes('other-type')) out.push({ x: new Map(reasons.map(f => [f, 1])), y: [...gold[i]!].some(k => gold[j]!.has(k)), weight: 1 })
  }
  return out
}

/** Candidates of clusters that tell of a coded event, each coded participant's best-told candidate being right; those of clusters that tell of none are left out. */
function sideCases(read: Judged, merge: Weights): readonly (Case & { readonly side: Side })[] {
  const { r, report, accounts, gold } = read
  const at = new Map(accounts.map((a, k) => [a, k])), cast = castOf(r, accounts)
  return clustersOf(read, merge).flatMap(({ accounts: own }) => {
    const votes = new Map<number, number>()
    for (const a of own) for (const k of gold[at.get(a)!]!) votes.set(k, (votes.get(k) ?? 0) + 1)
    const event = report.events[[...votes].sort((x, y) => y[1] - x[1])[0]?.[0] ?? -1]
    if (event === undefined) return []
    const candidates = candidatesOf(r, own, cast), features = sideFeatures(r, own, candidates, cast), right = new Set<Candidate>()
    for (const [side, coded] of [['actor', event.actors], ['recipient', event.recipients]] as const) for (const party of coded) {
      const best = candidates.filter(c => c.side === side && !right.has(c) && sameParticipant(party, c.party.made)).sort((a, b) => roles(b) - roles(a))[0]
      if (best) right.add(best)
    }
    return candidates.map((c, i) => ({ side: c.side, x: features[i]!, y: right.has(c), weight: 1 }))
  })
}

const roles = (c: Candidate): number => c.told.filter(inRole).length

/** How often each trigger told a coded event. */
function ratesOf(list: readonly Read[]): Rates {
  const out = new Map<string, [number, number]>()
  for (const { accounts, gold } of list) accounts.forEach((a, i) => {
    for (const { lexeme } of a.triggers) {
      const count = out.get(lexeme.id) ?? [0, 0]
      out.set(lexeme.id, [count[0] + Number(gold[i]!.size > 0), count[1] + 1])
    }
  })
  return out
}

/** The rate of a cluster, `without` the counts of its own report. */
function rateOf(accounts: readonly Account[], rates: Rates, without: Rates): number {
  return Math.max(...accounts.flatMap(a => a.triggers.map(({ lexeme: { id, prior } }) => {
    const [coded, seen] = rates.get(id) ?? [0, 0], [ownCoded, ownSeen] = without.get(id) ?? [0, 0]
    return smoothedRate(coded - ownCoded, seen - ownSeen, prior)
  })))
}

/** Clusters; of several that tell of one coded event the best-fitting is right, the others are half wrong. */
function scopeCases(read: Judged, merge: Weights, rates: Rates, without: Rates): readonly Case[] {
  const { r, accounts, gold, assertions } = read
  const at = new Map(accounts.map((a, k) => [a, k])), taken = new Set<number>()
  const clusters = clustersOf(read, merge).filter(c => CODED_TYPES.has(c.accounts[0]!.type)).map(c => {
    const votes = new Map<number, number>()
    for (const a of c.accounts) for (const k of gold[at.get(a)!]!) votes.set(k, (votes.get(k) ?? 0) + 1)
    return { c, votes: [...votes].sort((x, y) => y[1] - x[1]) }
  }).sort((a, b) => (b.votes[0]?.[1] ?? 0) - (a.votes[0]?.[1] ?? 0))
  return clusters.map(({ c, votes }) => {
    const free = votes.find(([k]) => !taken.has(k))
    if (free) taken.add(free[0])
    return { x: new Map([...featuresOf(r, c, assertions), ['rate', rateOf(c.accounts, rates, without)]]), y: free !== undefined, weight: free === undefined && votes.length > 0 ? 0.5 : 1 }
  })
}
