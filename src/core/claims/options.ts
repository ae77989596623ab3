/** What one statement may claim of an event: the options among which weigh.ts chooses. */
import { isUntrue } from '../events/account.ts'
import { isOtherCharge } from '../events/cast.ts'
import { entityAt, lemmaAt, lemmaIn, type Reading } from '../events/reading.ts'
import { spanOf, type About, type Claim, type Stance } from '../model/index.ts'
import type { Attribution } from './attribution.ts'
import { contentSpan, DENIES_SAID, type Bound } from './bind.ts'
import { plainlyDenied } from './denials.ts'
import { featuresOf, statementOf } from './features.ts'
import { blamedIn, doerIn, figures, has, type Known, type Voiced } from './held.ts'
import { isArm, isOfOthers, mayOwn } from './licence.ts'
import { tiedTo, type Tied } from './ties.ts'
import { isAlly, mayCharge, nameAt, sectorsOf, speaksForActor, STATE_ARMS } from './voices.ts'
import { purposeIn } from './signs.ts'
import type { Speaker } from './speakers.ts'

/** A claim that may be made, with the names of what holds of it. */
export interface Option { readonly bound: Bound; readonly byRule: boolean; /** The words deny it in so many words. */ readonly plain: boolean; readonly features: readonly string[] }

/** All claims that the `k`-th statement may make, those that the rules make among them. */
export function optionsOf(known: Known, voiced: Voiced, k: number): readonly Option[] {
  const { frame, speaker } = voiced, content = new Set(frame.content), tied = meant(known.layer.reading, frame, tiedTo(known.layer, frame, content)), out: Option[] = []
  const tie = (x: Bound): Tied | undefined => tied.find(t => t.found.event.id === x.event), maybe = (x: Bound): boolean => { const t = tie(x); return t === undefined ? frame.kind === 'own' && !isOfOthers(known.layer.reading, frame) : owns(known.layer.reading, frame, speaker, t, tied, content) }
  const ruled = known.said[k]!.filter(x => x.claim.stance !== 'claims-responsibility' || maybe(x))
  const fits = (t: Tied): boolean => denial !== 'recipient' || t.found.event.actors.length === 0 || speaksForActor(known.layer.reading, t.found, speaker)
  const charge = known.said.slice(0, k).flat().findLast(b => b.claim.stance === 'accuses')?.event, denial = plainlyDenied(known.layer.reading, known.lexicon, frame, speaker, content, tied.some(t => t.found.event.id === charge)), denied = denial === null ? undefined : tied.find(t => t.account !== null && fits(t)) ?? tied.find(t => t.how === 'near' && fits(t))
  // Who denies it so plainly neither reports it nor denies anything else of it.
  const repeats = ruled.some(x => x.rule === 'claim:echo' || x.rule === DENIES_SAID), saysSo = ({ claim }: Bound): boolean => claim.stance === 'denies' && (claim.about === denial || claim.value !== null)
  const statement = statementOf(known, voiced, k, tied), seen = new Set<string>()
  const add = (bound: Bound, t: Tied | undefined): void => {
    const key = `${bound.event}\t${bound.claim.stance}\t${bound.claim.about}`
    if (seen.has(key)) return
    seen.add(key)
    const byRule = ruled.find(x => x.event === bound.event && x.claim.stance === bound.claim.stance && x.claim.about === bound.claim.about)
    out.push({ bound: byRule ?? bound, byRule: byRule !== undefined, plain: repeats || denial !== null && t === denied && bound.claim.stance === 'denies' && bound.claim.about === denial, features: featuresOf(statement, byRule ?? bound, t, byRule !== undefined) })
  }
  for (const bound of ruled) if (denied === undefined || tie(bound) !== denied || saysSo(bound)) add(bound, tie(bound))
  // What takes up another's words says what they said and nothing else.
  if (repeats) return out
  for (const t of tied) for (const bound of claimable(known, frame, speaker, t, tied, content)) if (t !== denied || saysSo(bound)) add(bound, t)
  // "They were farmers" says whom it struck and not that it happened.
  const bare = ({ byRule, bound: { event, claim } }: Option): boolean => !byRule && (claim.stance === 'reports' || claim.stance === 'confirms') && claim.about === 'event' && ruled.some(x => x.event === event && x.claim.about === 'recipient')
  return out.filter(x => !bare(x)).map(x => (isOthersFigure(known, out, x) ? { ...x, features: [...x.features, `${x.bound.claim.about}: of another`, 'figure of another'] } : x))
}

/** "An attack that the envoy condemned": where the words say which act is condemned, no other is; nor is anybody charged with an act where the charge is another ("accused the state of arming the rebels"). */
function meant(r: Reading, frame: Attribution, tied: readonly Tied[]): readonly Tied[] {
  if (frame.kind === 'accuse' && isOtherCharge(r, frame.cue[0])) return tied.filter(t => t.account !== null)
  const named = frame.kind === 'condemn' && frame.specific ? tied.filter(t => t.account !== null) : []
  return named.length > 0 ? named : tied
}

/** "He confirmed the attack but put the dead at 11": the figure is of the attack that has dead, and not of the abduction told beside it. */
function isOthersFigure({ layer }: Known, options: readonly Option[], { bound: { event, claim: { about } } }: Option): boolean {
  if (about !== 'killed' && about !== 'injured') return false
  const hasSome = (id: string): boolean => layer.events.some(f => f.event.id === id && f.event[about] !== null)
  return !hasSome(event) && options.some(x => x.bound.claim.about === about && hasSome(x.bound.event))
}

/** The claims that the statement could make of the event, likely or not. */
function claimable(b: Known, frame: Attribution, speaker: Speaker, t: Tied, tied: readonly Tied[], content: ReadonlySet<number>): readonly Bound[] {
  const r = b.layer.reading, { kind } = frame, make = (stance: Stance, about: About, value: Claim['value'] = null): Bound => boundOf(r, frame, speaker, t, stance, about, value)
  const plain = kind === 'say' || kind === 'confirm', close = t.how !== 'far' && t.how !== 'main', judged = b.lexicon.judges.has(lemmaAt(r, frame.cue[0])) && isJudgement(r, frame)
  const untrue = t.account !== null && isUntrue(t.account) || [...b.untrue].some(x => content.has(x)), counted = plain || kind === 'deny' ? figures(b, t, content) : [], told = (stance: Stance): readonly Bound[] => counted.map(([about, value]) => make(stance, about, value))
  const doer = doerIn(r, b.lexicon, t, speaker, content), force = t.found.event.type === 'ASSAULT' || t.found.event.type === 'COERCE'
  const charges = doer >= 0 && entityAt(r, doer)?.form !== 'pronoun', blames = blamedIn(r, b.lexicon, t, speaker, content) >= 0, charging = kind === 'accuse' && close || blames || kind === 'say' && close && charges && mayCharge(r, b.lexicon, doer, speaker) && !isArm(r, doer, speaker) && !isAlly(r, doer, speaker)
  const why = purposeIn(r, b.lexicon, content), official = sectorsOf(r, speaker).some(x => STATE_ARMS.has(x))
  const denied = kind === 'deny' || plain && plainlyDenied(r, b.lexicon, frame, speaker, content, false) !== null || judged || untrue || [...content].some(i => b.lexicon.negatives.has(lemmaAt(r, i)) && !saysNoneHurt(r, i))
  return [
    ...plain && !untrue ? [...kind === 'confirm' && t.how === 'asserted' ? [] : [make('reports', 'event')], ...kind === 'confirm' ? [] : told('reports')] : [],
    ...kind === 'confirm' ? [make('confirms', 'event'), ...told('confirms')] : plain && close && (official || speaksForActor(r, t.found, speaker)) ? [make('confirms', 'event')] : [],
    ...plain && close || kind === 'own' ? [make('reports', 'recipient')] : [],
    ...(plain || judged || kind === 'own') && why !== null && (why === 'reprisal' || close && !judged || kind === 'own') ? [make('reports', 'purpose', contentSpan(r, frame).exact)] : [],
    ...kind === 'condemn' || judged && kind !== 'deny' || has(r, content, b.lexicon.outrage) || has(r, content, b.lexicon.verdicts) && judged ? [make('condemns', 'event')] : [],
    ...force && kind !== 'own' && charging ? [make('accuses', 'actor', frame.target >= 0 ? nameAt(r, frame.target) : doer >= 0 ? nameAt(r, doer) : null)] : [],
    ...owns(r, frame, speaker, t, tied, content) ? [make('claims-responsibility', 'event')] : [],
    ...denied ? [make('denies', 'event'), make('denies', 'actor'), ...close ? [make('denies', 'recipient')] : [], ...kind === 'deny' || untrue ? told('denies') : []] : [],
  ]
}

/** Whether the words take the act on the speaker: by a cue of owning up that is of it and of no other act that they tell, or by what they tell; not who only gives a figure. */
function owns(r: Reading, frame: Attribution, speaker: Speaker, t: Tied, tied: readonly Tied[], content: ReadonlySet<number>): boolean {
  if (frame.kind === 'own') return isOfOthers(r, frame) ? t.account !== null && t.account === t.found.accounts[0] : t.account !== null || !tied.some(x => x.how === 'asserted')
  return frame.kind === 'say' && !(frame.rule === 'claim:figure' || lemmaIn(r, frame.cue[0], 'account-noun')) && mayOwn(r, t, speaker, content)
}

/** "Described the raid as barbaric", "called it a crime"; "described soldiers firing into a crowd" tells what was seen. */
const isJudgement = (r: Reading, { cue, content, cueTokens }: Attribution): boolean => lemmaAt(r, cue[0]) !== 'describe' || [...content, ...cueTokens].some(t => lemmaAt(r, t) === 'as')

/** "No sailors were hurt" tells a toll and denies nothing. */
function saysNoneHurt(r: Reading, i: number): boolean {
  const noun = r.syntax.head[i] ?? -1, verb = r.syntax.head[noun] ?? -1
  return r.syntax.deprel[i] === 'det' && (r.syntax.deprel[noun] ?? '').startsWith('nsubj') && (lemmaIn(r, verb, 'hurt-verb') || lemmaIn(r, verb, 'kill-verb'))
}

function boundOf(r: Reading, frame: Attribution, speaker: Speaker, { found }: Tied, stance: Stance, about: About, value: Claim['value']): Bound {
  const cue = spanOf(r.text.text, { start: r.text.tokens[frame.cue[0]]!.start, end: r.text.tokens[frame.cue[1]]!.end })
  return { event: found.event.id, rule: frame.rule, actor: -1, claim: { speaker: { name: speaker.name, entity: speaker.entity, evidence: speaker.evidence }, stance, about, value, cue, content: contentSpan(r, frame) } }
}
