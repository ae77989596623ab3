/** Decides which clusters are concrete occurrences worth an event, by a weighted sum of what the text gives for them. */
import { VERBAL_TYPES } from '../model/index.ts'
import type { Account } from './account.ts'
import { probabilityOf, type Assertion } from './assertion.ts'
import type { Weights } from './lexicon.ts'
import type { Cluster } from './clusters.ts'
import { entityAt, isBrief, lemmaAt, type Reading } from './reading.ts'
import { isNamed } from './setting.ts'

/** Features of a cluster and what each adds to its score; explained by `casus explain`. */
export interface Scope { readonly score: number; readonly confidence: number; readonly features: readonly { readonly feature: string; readonly weight: number }[] }

type Assertions = ReadonlyMap<Account, Assertion>

/** Scores a cluster of accounts. */
export function scopeOf(r: Reading, cluster: Cluster, assertions: Assertions): Scope {
  const { accounts } = cluster
  const weights: Weights = VERBAL_TYPES.has(accounts[0]?.type ?? 'ASSAULT') ? r.lexicon.verbalScope : r.lexicon.scope
  const values = featuresOf(r, cluster, assertions)
  const features = [...values].map(([feature, value]) => ({ feature, weight: value * (weights[feature] ?? 0) })).filter(f => f.weight !== 0)
  const score = features.reduce((sum, f) => sum + f.weight, 0)
  return { score, confidence: 1 / (1 + Math.exp(-score)), features }
}

/** The features of a cluster; values -1..1. */
export function featuresOf(r: Reading, { accounts, kin, share }: Cluster, assertions: Assertions): ReadonlyMap<string, number> {
  const out = new Map<string, number>([['bias', 1]])
  const flag = (name: string, on: boolean): void => { if (on) out.set(name, 1) }
  out.set('prior', Math.max(...accounts.flatMap(a => a.triggers.map(t => t.lexeme.prior))))
  out.set('rate', Math.max(...accounts.flatMap(a => a.triggers.map(t => t.lexeme.rate))))
  const actors = accounts.flatMap(a => a.actors), recipients = accounts.flatMap(a => a.recipients)
  flag('actor', actors.length > 0)
  flag('named-actor', actors.some(h => { const m = entityAt(r, h); return m !== null && (m.entity !== null || m.form === 'name') }))
  flag('recipient', recipients.length > 0)
  const place = Math.min(9, ...accounts.flatMap(a => a.places.filter(p => isNamed(r, p.index)).map(p => p.distance))), date = Math.min(9, ...accounts.flatMap(a => a.times.map(t => t.distance)))
  flag(place < 1.6 ? 'place' : 'loose-place', place < 3)
  flag(date < 1.2 ? 'date' : 'loose-date', date < 3)
  flag('toll', accounts.some(a => a.tolls.length > 0))
  flag('weapon', accounts.some(a => a.weapons.length > 0))
  flag('repeated', accounts.length > 1)
  flag('count', accounts.some(a => a.count >= 0))
  flag('anaphoric', accounts.every(a => a.anaphoric))
  flag('bare-noun', accounts.every(a => a.main.nominal && a.actors.length + a.recipients.length === 0))
  flag('generic', accounts.every(a => isGeneric(r, a)))
  const sections = accounts.map(a => r.text.sections[r.text.sentences[a.sentence]?.section ?? 0]?.kind)
  flag('headline', sections.some(k => k === 'headline' || k === 'key-point'))
  flag(`type-${accounts[0]?.type ?? ''}`, true)
  flag('outcome-only', accounts.every(a => OUTCOME.has(a.main.lexeme.frame)))
  flag('nominal', accounts.every(a => a.main.nominal))
  flag('mode', accounts.some(a => a.mode !== null && a.mode !== 'targeted'))
  flag('subordinate', accounts.every(a => SUBORDINATE.test(r.syntax.deprel[a.main.token] ?? '')))
  flag('many', accounts.length > 3)
  aged(r, accounts, flag)
  flag('late', accounts.every(a => a.sentence > 15))
  flag('other-domain-some', r.otherDomain >= (isBrief(r) ? 2 : 3))
  flag('other-domain', r.otherDomain >= 6)
  grounded(r, accounts, flag)
  told(r, accounts, flag)
  background(r, accounts, flag)
  asserted(accounts, assertions, out)
  out.set('kin', kin)
  out.set('share', share)
  out.set('size', Math.log2(accounts.length) / 4)
  flag('boilerplate', sections.every(k => k === 'boilerplate' || k === 'byline'))
  flag('lead-sentence', accounts.some(a => a.sentence <= 3))
  const status = accounts.map(a => a.status.status)
  for (const s of ['negated', 'hypothetical', 'planned', 'attempted', 'ongoing'] as const) flag(s, status.every(x => x === s))
  return out
}

/** Log odds from here on count as sure. */
const CERTAIN = 4

/** How surely its accounts assert an act: the surest, all on average, and at least one of them. */
function asserted(accounts: readonly Account[], assertions: Assertions, out: Map<string, number>): void {
  const all = accounts.map(a => assertions.get(a)!), scores = all.map(x => x.score), bounded = (score: number): number => Math.max(-CERTAIN, Math.min(CERTAIN, score)) / CERTAIN
  out.set('surest-account', bounded(Math.max(...scores)))
  out.set('mean-account', bounded(scores.reduce((sum, score) => sum + score, 0) / scores.length))
  out.set('any-account', 1 - all.reduce((none, x) => none * (1 - probabilityOf(x)), 1))
}

const OUTCOME = new Set(['kill', 'hurt', 'die'])
const SUBORDINATE = /^(acl|advcl|amod|compound|nmod:poss)/
const DAY = 86_400_000

/** Whether the act's date lies within a week of the report, within a year, or further back. */
function aged(r: Reading, accounts: readonly Account[], flag: (name: string, on: boolean) => void): void {
  const first = accounts.flatMap(a => a.times.filter(t => t.distance < 2.2)).map(t => r.times[t.index]?.last).find(x => x != null)
  if (first == null || r.published === null) return
  const age = (Date.parse(r.published.slice(0, 10)) - Date.parse(first)) / DAY
  flag(age <= 7 ? 'recent' : age <= 370 ? 'earlier' : 'years-ago', true)
}

const NARROW = new Set(['site', 'town', 'district'])

/** How narrowly the act is placed in space and time. */
function grounded(r: Reading, accounts: readonly Account[], flag: (name: string, on: boolean) => void): void {
  const near = accounts.flatMap(a => a.places.filter(p => p.distance < 2.2 && isNamed(r, p.index))).map(p => r.places[p.index]?.entry?.precision)
  flag('narrow-place', near.some(p => p !== undefined && NARROW.has(p)))
  flag('country-only', near.length > 0 && near.every(p => p === 'country'))
  const times = accounts.flatMap(a => a.times.filter(t => t.distance < 2.2)).map(t => r.times[t.index])
  flag('day', times.some(t => t?.first != null && t.first === t.last))
  flag('open-date', times.length > 0 && times.every(t => t?.edtf?.includes('..') ?? false))
  flag('two-named', accounts.some(a => [a.actors, a.recipients].every(side => side.some(h => { const m = entityAt(r, h); return m !== null && (m.entity !== null || m.form === 'name') }))))
}

/** Where in the sentence and in the report the act is told. */
function told(r: Reading, accounts: readonly Account[], flag: (name: string, on: boolean) => void): void {
  const mains = accounts.map(a => a.main.token), rel = (i: number): string => r.syntax.deprel[i] ?? ''
  flag('root', mains.some(i => rel(i) === 'root'))
  flag('complement', mains.every(i => rel(i) === 'ccomp' || rel(i) === 'xcomp'))
  flag('several-triggers', accounts.some(a => a.triggers.length > 1))
  flag('past-perfect', mains.every(i => (r.syntax.children[i] ?? []).some(c => r.text.tokens[c]!.norm.toLowerCase() === 'had' && rel(c).startsWith('aux'))))
  flag('plain-past', mains.some(i => r.syntax.xpos[i] === 'VBD'))
  flag('infinitive', mains.every(i => r.syntax.xpos[i] === 'VB'))
  flag('gerund', mains.every(i => r.syntax.xpos[i] === 'VBG'))
  flag('tail', accounts.every(a => a.sentence > 0.6 * r.text.sentences.length))
}

/** Dead or hurt from this number on are a war's and not an act's. */
const WAR_TOLL = 300

/** Signs that the sentences tell of a war, a habit or a year, or speak of the act without telling it. */
function background(r: Reading, accounts: readonly Account[], flag: (name: string, on: boolean) => void): void {
  const kinds = accounts.map(a => kindsIn(r, a))
  for (const kind of ['war', 'habit', 'era', 'number']) flag(`${kind}-words`, kinds.every(k => k.has(kind)))
  flag('reaction', accounts.every(a => { const head = r.syntax.head[a.main.token] ?? -1; return a.main.nominal && head >= 0 && r.lexicon.background.get(lemmaAt(r, head)) === 'react' }))
  flag('war-toll', accounts.some(a => a.tolls.some(t => (t.min ?? t.max ?? 0) >= WAR_TOLL)))
  flag('present-perfect', accounts.every(a => (r.syntax.children[a.main.token] ?? []).some(c => /^(?:has|have|'ve)$/i.test(r.text.tokens[c]!.norm) && (r.syntax.deprel[c] ?? '').startsWith('aux'))))
  const times = accounts.flatMap(a => a.times.filter(t => t.distance < 2.2)).map(t => r.times[t.index])
  flag('wide-date', times.length > 0 && times.every(t => t?.first != null && (t.last == null || Date.parse(t.last) - Date.parse(t.first) > 40 * DAY)))
  flag('long-time', accounts.every(a => { const s = r.text.sentences[a.sentence]; return r.times.some(t => (t.type === 'DURATION' || t.type === 'SET') && t.start >= (s?.start ?? 0) && t.end <= (s?.end ?? 0)) }))
  flag('quoted', !isBrief(r) && accounts.every(a => isQuoted(r, a)))
}

function kindsIn(r: Reading, a: Account): ReadonlySet<string> {
  const s = r.text.sentences[a.sentence], out = new Set<string>()
  if (s) for (let i = s.first; i < s.last; i++) { const kind = r.lexicon.background.get(lemmaAt(r, i)); if (kind !== undefined && !(i >= a.main.first && i < a.main.last)) out.add(kind) }
  return out
}

/** Whether an odd number of quotation marks stands between the paragraph's start and the word. */
function isQuoted(r: Reading, a: Account): boolean {
  const from = r.text.paragraphs[r.text.sentences[a.sentence]?.paragraph ?? 0]?.start ?? 0, before = r.text.text.slice(Math.max(from, a.main.start - 2000), a.main.start)
  const straight = (before.match(/"/g) ?? []).length, open = (before.match(/“/g) ?? []).length, shut = (before.match(/”/g) ?? []).length
  return straight % 2 === 1 || open > shut
}

/** Bare plurals and present-tense habits tell no single act ("attacks", "they bomb hospitals"). */
function isGeneric(r: Reading, a: Account): boolean {
  const t = a.main, tag = r.syntax.xpos[t.token] ?? ''
  if (t.nominal) return tag === 'NNS' && a.count < 0 && !(r.syntax.children[t.token] ?? []).some(c => r.syntax.deprel[c] === 'det' || r.syntax.deprel[c] === 'nummod')
  return (tag === 'VBP' || tag === 'VBZ') && r.text.sections[r.text.sentences[a.sentence]?.section ?? 0]?.kind !== 'headline'
}
