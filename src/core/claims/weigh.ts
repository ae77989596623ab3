/** Which of the claims that may be made are made: a logistic model over what speaks for each, learned by training/claim-weights.ts. */
import type { Weights } from '../events/lexicon.ts'
import type { Claim } from '../model/index.ts'
import type { Bound } from './bind.ts'
import type { Option } from './options.ts'

/** Claims of at least this probability are made: about half the F1 to be expected, at which one more right claim weighs as much as the wrong ones it brings. On reports that taught nothing a higher bar loses right and wrong claims alike. */
const ENOUGH = 0.17
/** The same in a brief, of whose few statements hardly any is about something else. */
const BRIEFLY = 0.14

/** The probability (0..1) that a careful reader would note the claim. */
export const likelihood = (features: readonly string[], weights: Weights): number => 1 / (1 + Math.exp(-features.reduce((sum, f) => sum + (weights[f] ?? 0), 0)))

/** "We had nothing to do with it": a denial in so many words; or "reports that 30 had died were false": a figure denied in so many words, and in a brief whatever is; too few coded reports hold one to teach what it is worth. So it is in a brief with every figure and with whom an act struck ("the dead were farmers"). */
const isPlain = ({ bound: { claim }, byRule, plain }: Option, brief: boolean): boolean => plain || byRule && (claim.stance === 'denies' && (brief || isFigure(claim)) || brief && (isFigure(claim) || claim.about === 'recipient'))

/** The claims made of a report, `brief` or not, in the order of the text: the likeliest first, none that says again or otherwise what its speaker already says of the event. */
export function chosen(options: readonly Option[], weights: Weights, brief: boolean): readonly Bound[] {
  const enough = brief ? BRIEFLY : ENOUGH, shares = options.map(o => likelihood(o.features, weights)), best = likeliestOf(options, shares)
  const ranked = options.map((o, k) => ({ k, p: isPlain(o, brief) || best.has(k) ? Math.max(shares[k]!, enough) : shares[k]! })).filter(({ p }) => p >= enough).sort((a, b) => b.p - a.p || a.k - b.k)
  const said = new Map<string, Claim[]>(), made: number[] = [], told = new Set<string>()
  const isOthers = (k: number): boolean => options[k]!.features.includes('figure of another'), counted = new Set(ranked.filter(({ k }) => isFigure(options[k]!.bound.claim) && !isOthers(k)).map(({ k }) => figureKey(options[k]!.bound.claim)))
  for (const { k } of ranked) {
    const { event, claim } = options[k]!.bound, all = said.get(event) ?? []
    if (isOthers(k) && counted.has(figureKey(claim)) || isFigure(claim) && told.has(figureKey(claim))) continue
    if (all.some(other => isSameVoice(other.speaker, claim.speaker) && excludes(other, claim))) continue
    said.set(event, [...all, claim])
    made.push(k)
    if (isFigure(claim)) told.add(figureKey(claim))
  }
  return made.sort((a, b) => a - b).map(k => options[k]!.bound)
}

/** What one statement may say of one event is together surer than each: of "raided the camp, according to the army" a coder notes that the army owns up, or that it reports the raid, or its dead. From this sum on the likeliest of them is made. */
const TOGETHER = 0.4

function likeliestOf(options: readonly Option[], shares: readonly number[]): ReadonlySet<number> {
  const groups = Map.groupBy(options.keys(), k => { const { event, claim: { speaker, cue } } = options[k]!.bound; return [event, speaker.name, cue?.start].join('\t') })
  return new Set([...groups.values()].flatMap(all => (all.reduce((sum, k) => sum + shares[k]!, 0) < TOGETHER ? [] : [all.reduce((a, b) => (shares[b]! > shares[a]! ? b : a))])))
}

/** A number in the words of one speaker: it is of the act that has such losses, not of those told beside it. */
const figureKey = ({ speaker, about, cue, value }: Claim): string => [speaker.name, about, cue?.start, ...value !== null && typeof value !== 'string' ? [value.min, value.max] : []].join('\t')

const wordsOf = (name: string): readonly string[] => name.toLowerCase().replace(/\bal-/g, '').split(/[\s(),]+/).filter(w => w !== '' && w !== 'the')

/** "Omar Hadi" and "Hadi", "police" and "police sources": all words of the one are among the other's; not "Sudan" and "South Sudan", which are known for two. */
function isSameVoice(a: Claim['speaker'], b: Claim['speaker']): boolean {
  if (a.entity !== null && b.entity !== null && a.entity !== b.entity) return false
  const x = wordsOf(a.name), y = wordsOf(b.name)
  return x.length > 0 && y.length > 0 && (x.every(w => y.includes(w)) || y.every(w => x.includes(w)))
}

const isBare = ({ stance, about }: Claim): boolean => about === 'event' && (stance === 'reports' || stance === 'confirms')
const isConfirmation = ({ stance, about }: Claim): boolean => stance === 'confirms' && about === 'event'
const isDenial = ({ stance, about }: Claim): boolean => stance === 'denies' && (about === 'event' || about === 'actor' || about === 'recipient')
const isFigure = ({ about }: Claim): boolean => about === 'killed' || about === 'injured'
/** Says whose act it was. */
const isAscribed = ({ stance }: Claim): boolean => stance === 'accuses' || stance === 'claims-responsibility'

/** One who says that it happened says so once and does not deny it; one who took it on himself accuses nobody else; a denial is of the act, of the part in it, of whom it struck or of its figures; a figure is reported or confirmed. */
function excludes(a: Claim, b: Claim): boolean {
  if (a.stance === b.stance && a.about === b.about) return true
  const pair = (p: (c: Claim) => boolean, q: (c: Claim) => boolean): boolean => (p(a) && q(b)) || (p(b) && q(a))
  if (isFigure(a) && a.about === b.about) return true
  return pair(isDenial, c => c.stance === 'denies' && isFigure(c)) || pair(isBare, c => isBare(c) || isDenial(c)) || pair(isConfirmation, isAscribed) || pair(isDenial, isDenial) || pair(isAscribed, isAscribed) || pair(isDenial, c => c.stance === 'claims-responsibility')
}
