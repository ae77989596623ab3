/** What MUC-4 calls an incident: the parties that the learned weights find, with what the engine tells of the event they stand in. */
import type { Event } from '../../src/core/model/index.ts'
import type { Layers } from '../../src/core/events/reading.ts'
import { dateChoices, placeChoices, type Choice } from './choices.ts'
import type { Filled, FilledReport, Filler } from './fill.ts'
import { keepFeatures } from './keep-features.ts'
import type { PlaceList } from './place-list.ts'
import type { Indexed } from './role-features.ts'
import type { MucModel, PartName } from './role-model.ts'
import { setFill } from './set-features.ts'
import { sharesOf, type Weights } from './softmax.ts'
import type { Phrase } from './spans.ts'
import { byWords, TYPE_BY_MODE, TYPE_BY_WORDS, type IncidentType } from './tables.ts'

/** `strings` are the words of the text for it, the likeliest first. */
export interface Party {
  readonly strings: readonly string[]
  /** Who a named party is said to be ("governor"). */
  readonly descriptions: readonly string[]
  readonly named: boolean
  readonly country: string | null
  /** The values of the official set fills that are about it, by the number of the slot. */
  readonly sets: ReadonlyMap<number, string>
}

export interface Incident {
  /** The event of ours that tells of it, or null. */
  readonly event: Event | null
  readonly type: IncidentType
  readonly stage: 'ACCOMPLISHED' | 'ATTEMPTED' | 'THREATENED'
  readonly category: string | null
  readonly individuals: readonly Party[]
  readonly organizations: readonly Party[]
  readonly physical: readonly Party[]
  readonly humans: readonly Party[]
  readonly instruments: readonly Party[]
  /** As the official template has them. */
  readonly place: string | null
  readonly day: string | null
  /** How likely it is that the keys have it. */
  readonly share: number
}

/** The incidents of a report: one for each template that was filled, and what the engine says of its event. */
export function incidentsOf({ templates, leanings }: FilledReport, told: Indexed, model: MucModel, list: PlaceList): readonly Incident[] {
  const acts = told.events.filter(isAct)
  return templates.map(template => {
    const incident = incidentOf(template, eventOf(template, acts, told.layers), told, model, list)
    return { ...incident, share: sharesOf(model.keep, keepFeatures(template, incident, templates.length, leanings, told), 2)[1]! }
  })
}

const ACTS: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'THREATEN'])
const isAct = (event: Event): boolean => ACTS.has(event.type) && event.status !== 'negated' && event.status !== 'hypothetical'

/** The act that shares most words and sentences with a template's parties; acts of its type before others. */
function eventOf({ type, fillers }: Filled, acts: readonly Event[], layers: Layers): Event | null {
  const { tokens } = layers.text, phrases = fillers.flatMap(f => f.phrases), sentences = new Set(phrases.map(p => p.sentence))
  const covers = (phrase: Phrase, spans: readonly { readonly start: number; readonly end: number }[]): boolean => spans.some(s => s.start < tokens[phrase.last - 1]!.end && tokens[phrase.first]!.start < s.end)
  const score = (e: Event): number => {
    const parties = [...e.actors, ...e.recipients].flatMap(p => p.evidence).concat(e.weapons), near = e.mentions.filter(m => { const at = tokens.find(t => t.start >= m.start); return at !== undefined && sentences.has(at.sentence) }).length
    return 2 * phrases.filter(p => covers(p, parties)).length + Math.min(near, 3) + (typeOf(e).toLowerCase() === type ? 2 : 0) + e.confidence
  }
  const ranked = acts.map(event => ({ event, score: score(event) })).toSorted((a, b) => b.score - a.score)[0]
  return ranked !== undefined && ranked.score >= 1 ? ranked.event : null
}

const typeOf = (event: Event): IncidentType => byWords(TYPE_BY_WORDS, event.mentions.map(m => m.exact).join(' ')) ?? TYPE_BY_MODE[event.mode ?? ''] ?? 'ATTACK'

function incidentOf({ type, fillers }: Filled, event: Event | null, told: Indexed, model: MucModel, list: PlaceList): Omit<Incident, 'share'> {
  const parties = joined(fillers, told.layers), of = (...roles: readonly PartName[]): readonly Party[] => parties.filter(f => roles.includes(f.role)).map(f => partyOf(f, type, told, model))
  const standing = { layers: told.layers, event, events: told.events, phrases: fillers.flatMap(f => f.phrases), type, published: told.layers.published?.slice(0, 10) ?? null }, perpetrators = fillers.filter(f => f.role === 'PerpInd' || f.role === 'PerpOrg')
  return {
    event, type: type.toUpperCase() as IncidentType, stage: event?.status === 'attempted' ? 'ATTEMPTED' : event?.status === 'planned' || event?.type === 'THREATEN' ? 'THREATENED' : 'ACCOMPLISHED',
    category: perpetrators.length === 0 ? null : setFill(told, { type, strings: perpetrators.flatMap(f => f.strings), phrases: perpetrators.flatMap(f => f.phrases) }, 8, model.sets),
    individuals: of('PerpInd'), organizations: of('PerpOrg'), physical: of('Target'), humans: of('Victim', 'Described'), instruments: of('Weapon'),
    place: likeliest(model.place, placeChoices(standing, list)), day: likeliest(model.day, dateChoices(standing)),
  }
}

/** The choice of which most may be expected, a part being half. */
function likeliest(weights: Weights, choices: readonly Choice[]): string | null {
  const worth = choices.map(c => { const [, part = 0, quite = 0] = sharesOf(weights, c.features, 3); return part / 2 + quite })
  return choices[worth.indexOf(Math.max(...worth))]?.value ?? null
}

interface Joined extends Filler { readonly descriptions: readonly string[] }

/** Descriptions that stand beside a name or in its chain go to it ("governor Antonio Roldan"). */
function joined(fillers: readonly Filler[], { entities }: Layers): readonly Joined[] {
  const names = fillers.filter(f => f.role === 'Victim'), chains = (f: Filler): readonly number[] => f.phrases.flatMap(p => entities.mentions[entities.byHead[p.head] ?? -1]?.chain ?? [])
  const of = (described: Filler): Filler | undefined => names.find(n => n.phrases.some(a => described.phrases.some(b => a.sentence === b.sentence && (Math.abs(a.first - b.last) <= BESIDE || Math.abs(b.first - a.last) <= BESIDE))) || chains(n).some(c => chains(described).includes(c)))
  const owners = new Map(fillers.filter(f => f.role === 'Described').map(f => [f, of(f)]))
  return fillers.filter(f => owners.get(f) === undefined).map(f => ({ ...f, descriptions: fillers.filter(d => owners.get(d) === f).map(d => d.strings[0]!) }))
}
/** Tokens between a name and its description: a comma, an article. */
const BESIDE = 2

/** Slots of the official template that say something of a role's parties. */
const SAID: Readonly<Record<PartName, readonly number[]>> = { PerpInd: [], PerpOrg: [11], Target: [13, 14, 16], Victim: [20, 21, 23], Described: [20, 21, 23], Weapon: [7] }

function partyOf({ role, strings, phrases, descriptions }: Joined, type: string, told: Indexed, model: MucModel): Party {
  const { entities } = told.layers, mention = phrases.map(p => entities.mentions[entities.byHead[p.head] ?? -1]).find(m => m !== undefined), chain = mention === undefined ? undefined : entities.chains[mention.chain]
  const sets = SAID[role].flatMap((slot): readonly (readonly [number, string])[] => { const value = setFill(told, { strings: [...strings, ...descriptions], phrases, type }, slot, model.sets); return value === null ? [] : [[slot, value]] })
  return { strings, descriptions, named: role !== 'Described', country: chain?.country ?? mention?.country ?? null, sets: new Map(sets) }
}
