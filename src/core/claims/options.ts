/** What one statement may claim of an event, and what speaks for each claim: the options among which weigh.ts chooses. */
import { isUntrue } from '../events/account.ts'
import type { FoundEvent } from '../events/find.ts'
import { entityAt, isBrief, lemmaAt, type Reading } from '../events/reading.ts'
import type { Toll } from '../events/toll.ts'
import { spanOf, VERBAL_TYPES, type About, type Claim, type Quantity, type Stance } from '../model/index.ts'
import type { Attribution } from './attribution.ts'
import { figuresIn } from './figures.ts'
import { bindAttribution, contentSpan, isAsserted, isCounted, toldIn, type Binding, type Bound, type Told } from './bind.ts'
import { isNamed, isNeutral, isOpposed, isOwnAct, nameAt, sectorsOf, speaksForActor, tellsOwn } from './voices.ts'
import type { Speaker } from './speakers.ts'

/** A claim that may be made, with the names of what holds of it. */
export interface Option { readonly bound: Bound; readonly byRule: boolean; readonly features: readonly string[] }

/** How an event is tied to a statement: told in its words, only mentioned in them, told last before, or what the report is about. */
type How = 'asserted' | 'mentioned' | 'near' | 'main'
interface Tied extends Told { readonly how: How; readonly back: number }

/** Who has spoken of which event before, by its id. */
export type Past = ReadonlyMap<string, ReadonlySet<string>>

/** Sentences back to the event that a statement without one may be about. */
const REACH = 8
const STATEMENTS: ReadonlySet<string> = new Set(['say', 'confirm'])

/** All claims that `speaker` may make by `frame`, those that the rules make among them. */
export function optionsOf(b: Binding, frame: Attribution, speaker: Speaker, nested: boolean, past: Past): readonly Option[] {
  const ruled = bindAttribution(b, frame, speaker), content = new Set(frame.content), tied = tiedTo(b, frame, content)
  if (frame.negated) return []
  const shared = sharedFeatures(b.layer.reading, frame, speaker, tied, nested), out: Option[] = []
  const seen = new Set<string>()
  const add = (bound: Bound, t: Tied | undefined): void => {
    const key = `${bound.event}\t${bound.claim.stance}\t${bound.claim.about}`
    if (seen.has(key)) return
    seen.add(key)
    const byRule = ruled.find(x => x.event === bound.event && x.claim.stance === bound.claim.stance && x.claim.about === bound.claim.about)
    out.push({ bound: byRule ?? bound, byRule: byRule !== undefined, features: featuresOf(b, frame, speaker, byRule ?? bound, t, byRule !== undefined, shared, ruled, past, content) })
  }
  for (const bound of ruled) add(bound, tied.find(t => t.found.event.id === bound.event))
  for (const t of tied) for (const bound of claimable(b, frame, speaker, t, content)) add(bound, t)
  return out
}

function tiedTo(b: Binding, frame: Attribution, content: ReadonlySet<number>): readonly Tied[] {
  const { layer } = b, r = layer.reading, here = r.text.tokens[frame.cue[0]]!.sentence
  const inside = toldIn(layer, content).map((t): Tied => ({ ...t, how: t.account !== null && isAsserted(r, t.account, content) ? 'asserted' : 'mentioned', back: 0 }))
  if (inside.some(t => t.how === 'asserted')) return inside
  const last = (f: FoundEvent): number => Math.max(-1, ...f.accounts.filter(a => a.main.token < frame.cue[0] && !content.has(a.main.token)).map(a => a.main.token))
  const before = layer.events.filter(f => !VERBAL_TYPES.has(f.event.type) && !inside.some(t => t.found === f)).map(found => ({ found, at: last(found) })).filter(x => x.at >= 0).sort((x, y) => y.at - x.at)
  const near = before[0], main = before.filter(x => x !== near).sort((x, y) => y.found.accounts.length - x.found.accounts.length)[0], sentencesBack = (at: number): number => here - r.text.tokens[at]!.sentence
  return [...inside, ...near && sentencesBack(near.at) <= REACH ? [{ found: near.found, account: null, how: 'near' as const, back: sentencesBack(near.at) }] : [], ...main && main.found.accounts.length > (near?.found.accounts.length ?? 0) ? [{ found: main.found, account: null, how: 'main' as const, back: sentencesBack(main.at) }] : []]
}

/** The claims that the statement could make of the event, likely or not. */
function claimable(b: Binding, frame: Attribution, speaker: Speaker, t: Tied, content: ReadonlySet<number>): readonly Bound[] {
  const r = b.layer.reading, make = (stance: Stance, about: About, value: Claim['value'] = null): Bound => boundOf(r, frame, speaker, t.found, stance, about, value)
  if (frame.kind === 'accuse') return [make('accuses', 'actor', nameAt(r, frame.target))]
  if (frame.kind === 'own') return [make('claims-responsibility', 'event')]
  if (frame.kind === 'condemn') return [make('condemns', 'event')]
  if (frame.kind === 'deny' || t.account !== null && isUntrue(t.account)) return [make('denies', 'event'), make('denies', 'actor'), ...figures(b, t, content).map(([kind, value]) => make('denies', kind, value))]
  const negative = isNegative(r, content) ? [make('denies', 'event'), make('denies', 'actor')] : [], outraged = has(r, content, b.lexicon.outrage) ? [make('condemns', 'event')] : []
  if (!STATEMENTS.has(frame.kind)) return JUDGES.has(lemmaAt(r, frame.cue[0])) ? [make('condemns', 'event'), ...negative] : outraged
  const stance: Stance = frame.kind === 'confirm' ? 'confirms' : 'reports'
  const doer = doerIn(r, t, speaker, content)
  return [
    make(stance, 'event'), ...figures(b, t, content).map(([kind, value]) => make(stance, kind, value)),
    ...doer >= 0 ? [make('accuses', 'actor', nameAt(r, doer))] : [],
    ...isOwn(r, t, speaker, content) || speaksForActor(r, t.found, speaker) || mayAct(r, speaker) ? [make('claims-responsibility', 'event')] : [], ...negative, ...outraged,
    ...has(r, content, b.lexicon.purposes) ? [make(stance, 'purpose', contentSpan(r, frame).exact)] : [],
  ]
}

/** Verbs that call an act something. */
const JUDGES: ReadonlySet<string> = new Set(['call', 'describe', 'label', 'term', 'brand', 'dub', 'dismiss', 'reject', 'slam', 'criticise', 'criticize', 'decry'])
const ACTORS: ReadonlySet<string> = new Set(['armed-group', 'force', 'state', 'government'])

/** Who did it by the words: the account's doer, else one whom the report calls its actor, else any other force or group that they name. */
function doerIn(r: Reading, t: Tied, speaker: Speaker, content: ReadonlySet<number>): number {
  const told = t.account?.actors.find(h => content.has(h)) ?? -1
  if (told >= 0) return told
  for (const h of content) { const m = entityAt(r, h); if (m !== null && m.form !== 'pronoun' && ACTORS.has(m.kind) && m.chain !== speaker.chain && !(t.account?.recipients.includes(h) ?? false)) return h }
  return -1
}

/** One who could have done it himself. */
const mayAct = (r: Reading, speaker: Speaker): boolean => ACTORS.has(entityAt(r, speaker.head)?.kind ?? 'unknown') || sectorsOf(r, speaker).some(s => s === 'REB' || s === 'PRM' || s === 'CRM' || s === 'MIL')

function boundOf(r: Reading, frame: Attribution, speaker: Speaker, found: FoundEvent, stance: Stance, about: About, value: Claim['value']): Bound {
  const cue = spanOf(r.text.text, { start: r.text.tokens[frame.cue[0]]!.start, end: r.text.tokens[frame.cue[1]]!.end })
  return { event: found.event.id, rule: frame.rule, actor: -1, claim: { speaker: { name: speaker.name, entity: speaker.entity, evidence: speaker.evidence }, stance, about, value, cue, content: contentSpan(r, frame) } }
}

/** Figures that the words give: those of the event's account, else any that stand in them. */
function figures(b: Binding, t: Tied, content: ReadonlySet<number>): readonly (readonly ['killed' | 'injured', Quantity])[] {
  const r = b.layer.reading
  return (['killed', 'injured'] as const).flatMap(kind => {
    const fits = (x: Toll): boolean => x.kind === kind && content.has(x.anchor) && isCounted(r, x), toll = t.account?.tolls.find(fits) ?? b.tolls.find(fits)
    const figure = toll ? { min: toll.min, max: toll.max, of: null, evidence: [spanOf(r.text.text, toll)] } : figuresIn(r, content).find(f => f.kind === kind)?.value
    return figure ? [[kind, figure] as const] : []
  })
}

const isOwn = (r: Reading, t: Tied, speaker: Speaker, content: ReadonlySet<number>): boolean => isOwnAct(r, t.account, speaker, content) || (t.account !== null && tellsOwn(r, t.found, t.account, speaker, content))
const has = (r: Reading, content: ReadonlySet<number>, words: ReadonlySet<string>): boolean => { for (const t of content) if (words.has(lemmaAt(r, t))) return true; return false }
const NEGATIVE: ReadonlySet<string> = new Set(['not', "n't", 'no', 'never', 'nothing', 'none', 'nobody', 'neither', 'lie', 'false', 'untrue', 'baseless', 'fabricate', 'invent', 'fabrication', 'propaganda', 'nonsense', 'unfounded'])
const isNegative = (r: Reading, content: ReadonlySet<number>): boolean => has(r, content, NEGATIVE)

const SELF: ReadonlySet<string> = new Set(['its', 'our', 'we', 'us', 'it', 'their', 'my', 'i'])

/** What holds of the statement whatever it claims. */
function sharedFeatures(r: Reading, frame: Attribution, speaker: Speaker, tied: readonly Tied[], nested: boolean): readonly string[] {
  const m = entityAt(r, speaker.head), sentence = r.text.tokens[frame.cue[0]]!.sentence, spoken = entityAt(r, frame.speaker)
  return [
    `cue ${frame.rule.replace('claim:', '')}`, `verb ${lemmaAt(r, frame.cue[0])}`, `kind ${frame.kind}`, `voice ${m?.form ?? 'none'}`, `voice is ${m?.kind ?? 'unlisted'}`, ...sectorsOf(r, speaker).slice(0, 2).map(s => `sector ${s}`),
    ...frame.content.some(t => SELF.has(lemmaAt(r, t))) ? ['of itself'] : [], ...spoken?.form === 'pronoun' ? ['pronoun'] : [], ...speaker.entity === null ? [] : ['registered'], ...nested ? ['nested'] : [], sentence === 0 && !isBrief(r) ? 'title' : sentence <= 3 ? 'lead' : sentence < r.text.sentences.length / 2 ? 'first half' : 'second half',
    `tells ${Math.min(3, tied.filter(t => t.how === 'asserted').length)}`, `words ${frame.content.length < 8 ? 'few' : frame.content.length < 25 ? 'some' : 'many'}`, ...frame.content.some(t => /^["“”]$/.test(r.text.tokens[t]!.form)) ? ['quoted'] : [],
  ]
}

function featuresOf(b: Binding, frame: Attribution, speaker: Speaker, { claim, event }: Bound, t: Tied | undefined, byRule: boolean, shared: readonly string[], ruled: readonly Bound[], past: Past, content: ReadonlySet<number>): readonly string[] {
  const r = b.layer.reading, found = b.layer.events.find(f => f.event.id === event)!, what = `${claim.stance} ${claim.about}`, stance = claim.about === 'killed' || claim.about === 'injured' ? 'figure' : claim.about === 'event' || claim.about === 'actor' ? claim.stance : claim.about
  const how = t?.how ?? 'rule', account = t?.account ?? null, doer = t === undefined ? -1 : doerIn(r, t, speaker, content), own = t !== undefined && isOwn(r, t, speaker, content)
  const others = past.get(event)?.size ?? 0, again = past.get(event)?.has(speaker.name) ?? false, figured = ruled.some(x => x.event === event && (x.claim.about === 'killed' || x.claim.about === 'injured')), charged = ruled.some(x => x.event === event && x.claim.stance === 'accuses')
  const side = own ? 'own' : speaksForActor(r, found, speaker) ? 'for actor' : isNeutral(r, speaker) ? 'neutral' : doer >= 0 && isOpposed(r, frame.speaker, doer) ? 'opposed' : 'other'
  const crossed = [byRule ? 'ruled' : 'not ruled', how, `${found.event.type === 'ASSAULT' ? 'assault' : found.event.type === 'COERCE' ? 'coerce' : 'other act'}`, side, again ? 'again' : others === 0 ? 'first' : others === 1 ? 'second' : 'later', figured ? 'with figure' : 'no figure', charged ? 'charged' : 'no charge', doer < 0 ? 'no doer' : !(account?.actors.includes(doer) ?? false) ? (found.actorHeads.some(h => entityAt(r, h)?.chain === entityAt(r, doer)?.chain) ? 'known doer' : 'stray doer') : isNamed(entityAt(r, doer)) ? 'named doer' : 'unnamed doer']
  return [
    'bias', `claim ${what}`, ...shared, ...crossed.map(c => `${stance}: ${c}`), ...shared.slice(1, 3).map(c => `${stance}: ${c}`), ...shared.filter(c => /^(?:sector|title|lead|voice|tells|words|pronoun|of itself)/.test(c)).map(c => `${stance}: ${c}`),
    ...claim.about === 'purpose' ? [...content].filter(c => b.lexicon.purposes.has(lemmaAt(r, c))).map(c => `why ${lemmaAt(r, c)}`) : [], byRule ? 'ruled' : 'not ruled', how, ...t !== undefined && t.back > 0 ? [`back ${Math.min(4, t.back)}`] : [], `sure ${Math.floor(found.event.confidence * 5)}`, `accounts ${Math.min(4, found.accounts.length)}`,
  ]
}
