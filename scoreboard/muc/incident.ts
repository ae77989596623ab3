/** What MUC-4 calls an incident: the parties that the learned weights find, with what the engine tells of the event they stand in. */
import type { EntityMention, Event, Participant, Place, Quantity } from '../../src/core/model/index.ts'
import type { Layers } from '../../src/core/events/reading.ts'
import type { Filled, Filler } from './fill.ts'
import type { PartName } from './role-model.ts'
import type { Trigger } from '../../src/core/events/triggers.ts'
import { byWords, COUNTRIES_OF_INTEREST, TYPE_BY_MODE, TYPE_BY_WORDS, type IncidentType } from './tables.ts'
import type { Phrase } from './spans.ts'

/** `strings` are the words of the text for it, the likeliest first. */
export interface Party { readonly strings: readonly string[]; /** Who a named party is said to be ("governor"). */ readonly descriptions: readonly string[]; readonly named: boolean; readonly effect: Effect | null; /** The sentences that hold it. */ readonly told: string; readonly kind: EntityMention['kind']; readonly participant: Participant }

export type Effect = 'DEATH' | 'INJURY' | 'SOME DAMAGE' | 'DESTROYED'

export interface Incident {
  /** The event of ours that tells of it, or null. */
  readonly event: Event | null
  readonly type: IncidentType
  readonly stage: 'ACCOMPLISHED' | 'ATTEMPTED' | 'THREATENED'
  readonly individuals: readonly Party[]
  readonly organizations: readonly Party[]
  readonly physical: readonly Party[]
  readonly humans: readonly Party[]
  readonly instruments: readonly Party[]
  readonly place: Place | null
  readonly killed: Quantity | null
  readonly injured: Quantity | null
}

/** The incidents of a report: one for each template that was filled, and what the engine says of its event. */
export function incidentsOf(filled: readonly Filled[], events: readonly Event[], layers: Layers, triggers: readonly Trigger[]): readonly Incident[] {
  const acts = events.filter(isAct)
  return filled.map(template => incidentOf(template, eventOf(template, acts, layers), acts, layers, triggers))
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

function incidentOf({ type, fillers }: Filled, event: Event | null, acts: readonly Event[], layers: Layers, triggers: readonly Trigger[]): Incident {
  const parties = joined(fillers, layers), of = (...roles: readonly PartName[]): readonly Party[] => parties.filter(f => roles.includes(f.role)).map(f => partyOf(f, layers, triggers))
  const places = [...event?.places ?? [], ...acts.flatMap(e => e.places)].filter(p => p.country !== null), place = places.find(p => COUNTRIES_OF_INTEREST.has(p.country!)) ?? places[0]
  return {
    event, type: type.toUpperCase() as IncidentType, stage: event?.status === 'attempted' ? 'ATTEMPTED' : event?.status === 'planned' || event?.type === 'THREATEN' ? 'THREATENED' : 'ACCOMPLISHED',
    individuals: of('PerpInd'), organizations: of('PerpOrg'), physical: of('Target'), humans: of('Victim', 'Described'), instruments: of('Weapon'),
    place: place === undefined ? null : ofDateline(place, layers.text.text), killed: event?.killed ?? null, injured: event?.injured ?? null,
  }
}

/** The town that a report was sent from says no more than the country. */
function ofDateline(place: Place, text: string): Place {
  const end = /\[text\]|--/i.exec(text.slice(0, DATELINE))?.index ?? 0
  return end > 0 && place.evidence.every(s => s.start < end) ? { ...place, precision: 'country' } : place
}
const DATELINE = 400

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

/** What the engine knows of the entity behind a filler. */
function partyOf({ role, strings, phrases, descriptions }: Joined, { entities, text }: Layers, triggers: readonly Trigger[]): Party {
  const mention = phrases.map(p => entities.mentions[entities.byHead[p.head] ?? -1]).find(m => m !== undefined), chain = mention === undefined ? undefined : entities.chains[mention.chain], first = phrases[0]!
  const start = text.tokens[first.first]!.start, end = text.tokens[first.last - 1]!.end
  return {
    strings, descriptions, named: role !== 'Described', kind: mention?.kind ?? 'unknown', effect: effectOn(phrases, triggers), told: [...new Set(phrases.map(p => p.sentence))].map(i => { const { start, end } = text.sentences[i]!; return text.text.slice(start, end) }).join(' '),
    participant: { name: strings[0]!, entity: chain?.entity ?? null, country: chain?.country ?? mention?.country ?? null, sectors: mention?.sectors ?? [], labels: [], evidence: [{ start, end, exact: text.text.slice(start, end) }] },
  }
}

const EFFECTS: readonly (readonly [RegExp, Effect])[] = [
  [/^(?:kill|murder|assassinat|slay|slain|massacre|execut|die|dead|death|behead|lynch)/, 'DEATH'], [/^(?:wound|injur|hurt|maim)/, 'INJURY'], [/^(?:destroy|blow up|demolish|raze)/, 'DESTROYED'], [/^(?:damage|burn)/, 'SOME DAMAGE'],
]

/** By the act nearest to a party in its sentence. */
function effectOn(phrases: readonly Phrase[], triggers: readonly Trigger[]): Effect | null {
  const near = phrases.flatMap(p => triggers.filter(t => t.sentence === p.sentence).map(t => ({ words: t.lexeme.words.join(' '), off: Math.min(Math.abs(t.first - p.last), Math.abs(p.first - t.last)) }))).toSorted((a, b) => a.off - b.off)
  for (const { words } of near.slice(0, 4)) { const found = byWords(EFFECTS, words); if (found !== null) return found }
  return null
}
