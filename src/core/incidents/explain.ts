/** Explains in words why two events were taken for one occurrence, or not. */
import type { Analysis, Event, EventRef, PairDecision, Participant, Quantity } from '../model/index.ts'
import { rangeText } from '../events/summary.ts'
import { daysApart } from './days.ts'
import { BARRED, barBetween, featuresOf, scorePair } from './decide.ts'
import type { IncidentLexicon } from './lexicon.ts'
import { kilometresBetween } from './place.ts'
import { profilesOf, type Profile } from './profile.ts'

/** An event in its report. */
interface Told { readonly event: Event; readonly profile: Profile }

function toldOf(analysis: Analysis, event: string, lexicon: IncidentLexicon): Told | null {
  const at = analysis.events.findIndex(e => e.id === event), profile = profilesOf(analysis, lexicon)[at]
  return profile === undefined ? null : { event: analysis.events[at]!, profile }
}

/** The decision on two events, every reason with its weight and what the two say; null where an analysis has no such event. */
export function explainPair(a: readonly [Analysis, string], b: readonly [Analysis, string], lexicon: IncidentLexicon): PairDecision | null {
  const x = toldOf(...a, lexicon), y = toldOf(...b, lexicon)
  if (x === null || y === null) return null
  const bar = barBetween(x.profile, y.profile), features = featuresOf(x.profile, y.profile, lexicon.kin)
  const reasons = [...bar === null ? [] : [{ feature: bar, weight: BARRED }], ...features.map(feature => ({ feature, weight: lexicon.weights.get(feature) ?? 0 }))]
  const score = scorePair(x.profile, y.profile, lexicon), ref = (t: Told): EventRef => t.profile.ref
  return { a: ref(x), b: ref(y), score: Math.round(score * 100) / 100, reasons: reasons.map(r => ({ ...r, says: [lexicon.says.get(r.feature) ?? r.feature, detail(r.feature, x, y)].filter(s => s !== '').join(': ') })), same: score > 0 }
}

const names = (list: readonly Participant[]): string => list.map(p => p.name).join(', ') || 'nobody named'
const amount = (q: Quantity | null): string => (q === null ? 'no figure' : rangeText(q))

/** What the two say of the field that a reason is about, and how far apart they are. */
function detail(feature: string, x: Told, y: Told): string {
  const { event: a } = x, { event: b } = y, both = (p: string, q: string): string => (p === q ? p : `${p} / ${q}`)
  switch (feature === 'bar-day' ? 'day' : feature === 'bar-type' ? 'type' : feature.split('-')[0]) {
    case 'day': { const apart = x.profile.days && y.profile.days ? daysApart(x.profile.days, y.profile.days) : 0; return both(a.date?.edtf ?? 'no day', b.date?.edtf ?? 'no day') + (apart > 0 ? `, ${apart} day${apart === 1 ? '' : 's'} apart` : '') }
    case 'place': return both(a.places[0]?.name ?? 'no place', b.places[0]?.name ?? 'no place') + distance(x.profile, y.profile)
    case 'type': return both(a.type, b.type)
    case 'mode': return both(a.mode ?? 'none', b.mode ?? 'none')
    case 'actor': case 'side': return both(names(a.actors), names(b.actors))
    case 'recipient': case 'victims': return both(names(a.recipients), names(b.recipients))
    case 'killed': return both(amount(a.killed), amount(b.killed))
    case 'injured': return both(amount(a.injured), amount(b.injured))
    case 'weapon': return both(a.weapons[0]?.exact ?? '', b.weapons[0]?.exact ?? '')
    default: return ''
  }
}

function distance(a: Profile, b: Profile): string {
  const p = a.places[0], q = b.places[0], km = p && q ? kilometresBetween(p, q) : Number.NaN
  return Number.isNaN(km) || km < 1 ? '' : `, ${Math.round(km)} km`
}
