/** Decides which clusters are concrete occurrences worth an event, by a weighted sum of what the text gives for them. */
import type { Account } from './account.ts'
import { entityAt, type Reading } from './reading.ts'

/** Features of a cluster and what each adds to its score; explained by `casus explain`. */
export interface Scope { readonly score: number; readonly confidence: number; readonly features: readonly { readonly feature: string; readonly weight: number }[] }

/** Logistic weights. Tuned on the development reports by cross-validation (see docs/architecture.md). */
export const SCOPE_WEIGHTS: Readonly<Record<string, number>> = {
  bias: -3.4, prior: 3.2, actor: 0.8, 'named-actor': 0.5, recipient: 0.8, place: 0.7, 'loose-place': 0.2, date: 0.9, 'loose-date': 0.3, toll: 1.2, weapon: 0.3,
  repeated: 0.5, headline: 0.7, 'lead-sentence': 0.3, anaphoric: -0.8, 'bare-noun': -1.2, generic: -1.2, negated: -3, hypothetical: -3, planned: -0.8, attempted: 0, ongoing: 0, boilerplate: -3, count: 0.5,
}

/** Scores a cluster of accounts. */
export function scopeOf(r: Reading, accounts: readonly Account[], weights: Readonly<Record<string, number>> = SCOPE_WEIGHTS): Scope {
  const values = featuresOf(r, accounts)
  const features = [...values].map(([feature, value]) => ({ feature, weight: value * (weights[feature] ?? 0) })).filter(f => f.weight !== 0)
  const score = features.reduce((sum, f) => sum + f.weight, 0)
  return { score, confidence: 1 / (1 + Math.exp(-score)), features }
}

/** The features of a cluster; values 0..1. */
export function featuresOf(r: Reading, accounts: readonly Account[]): ReadonlyMap<string, number> {
  const out = new Map<string, number>([['bias', 1]])
  const flag = (name: string, on: boolean): void => { if (on) out.set(name, 1) }
  out.set('prior', Math.max(...accounts.flatMap(a => a.triggers.map(t => t.lexeme.prior))))
  const actors = accounts.flatMap(a => a.actors), recipients = accounts.flatMap(a => a.recipients)
  flag('actor', actors.length > 0)
  flag('named-actor', actors.some(h => { const m = entityAt(r, h); return m !== null && (m.entity !== null || m.form === 'name') }))
  flag('recipient', recipients.length > 0)
  const place = Math.min(9, ...accounts.flatMap(a => a.places.map(p => p.distance))), date = Math.min(9, ...accounts.flatMap(a => a.times.map(t => t.distance)))
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
  flag('boilerplate', sections.every(k => k === 'boilerplate' || k === 'byline'))
  flag('lead-sentence', accounts.some(a => a.sentence <= 3))
  const status = accounts.map(a => a.status.status)
  for (const s of ['negated', 'hypothetical', 'planned', 'attempted', 'ongoing'] as const) flag(s, status.every(x => x === s))
  return out
}

/** Bare plurals and present-tense habits tell no single act ("attacks", "they bomb hospitals"). */
function isGeneric(r: Reading, a: Account): boolean {
  const t = a.main, tag = r.syntax.xpos[t.token] ?? ''
  if (t.nominal) return tag === 'NNS' && a.count < 0 && !(r.syntax.children[t.token] ?? []).some(c => r.syntax.deprel[c] === 'det' || r.syntax.deprel[c] === 'nummod')
  return (tag === 'VBP' || tag === 'VBZ') && r.text.sections[r.text.sentences[a.sentence]?.section ?? 0]?.kind !== 'headline'
}
