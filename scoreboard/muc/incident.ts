/** What MUC-4 calls an incident, made from an Analysis: a terrorist act with its perpetrators, instruments, physical and human targets. */
import type { EntityMention, Event, Participant, Place, Quantity, Span } from '../../src/core/model/index.ts'
import type { Layers } from '../../src/core/events/reading.ts'
import { byWords, COUNTRIES_OF_INTEREST, TYPE_BY_MODE, TYPE_BY_WORDS, type IncidentType } from './tables.ts'

/** `strings` are the words of the text for it, the fullest first. */
export interface Party { readonly strings: readonly string[]; readonly named: boolean; readonly kind: EntityMention['kind']; readonly participant: Participant }

export interface Incident {
  readonly event: Event
  readonly type: IncidentType
  readonly stage: 'ACCOMPLISHED' | 'ATTEMPTED' | 'THREATENED'
  readonly individuals: readonly Party[]
  readonly organizations: readonly Party[]
  readonly physical: readonly Party[]
  readonly humans: readonly Party[]
  readonly instruments: readonly string[]
  readonly place: Place | null
  readonly killed: Quantity | null
  readonly injured: Quantity | null
}

/** The incidents of a report that MUC-4's rules of relevance let through (template-doc part 1, section 1). */
export function incidentsOf(events: readonly Event[], layers: Layers): readonly Incident[] {
  return events.filter(isAct).map(event => incidentOf(event, layers)).filter(isRelevant)
}

const ACTS: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE'])
const COERCION: ReadonlySet<string> = new Set(['seize'])

const isAct = (event: Event): boolean => ACTS.has(event.type) && event.status !== 'negated' && event.status !== 'hypothetical' && (event.type === 'ASSAULT' || COERCION.has(event.mode ?? ''))

function incidentOf(event: Event, layers: Layers): Incident {
  const actors = event.actors.map(p => partyOf(p, layers)).filter(p => p.strings.length > 0), recipients = event.recipients.map(p => partyOf(p, layers)).filter(p => p.strings.length > 0)
  return {
    event, type: typeOf(event), stage: event.status === 'attempted' ? 'ATTEMPTED' : event.status === 'planned' ? 'THREATENED' : 'ACCOMPLISHED',
    individuals: actors.filter(p => !isOrganization(p)), organizations: actors.filter(isOrganization),
    physical: recipients.filter(isThing), humans: recipients.filter(p => !isThing(p)),
    instruments: distinct(event.weapons.map(w => w.exact)), place: event.places[0] ?? null, killed: event.killed, injured: event.injured,
  }
}

const typeOf = (event: Event): IncidentType => byWords(TYPE_BY_WORDS, event.mentions.map(m => m.exact).join(' ')) ?? TYPE_BY_MODE[event.mode ?? ''] ?? 'ATTACK'

function partyOf(participant: Participant, layers: Layers): Party {
  const mentions = participant.evidence.flatMap(span => mentionAt(span, layers)).filter(m => m.form !== 'pronoun'), first = mentions.find(m => m.form === 'name') ?? mentions[0]
  const strings = distinct(mentions.map(m => layers.text.text.slice(m.start, m.end))).toSorted((a, b) => b.length - a.length)
  return { strings, named: first?.form === 'name', kind: first?.kind ?? 'unknown', participant }
}

/** The smallest mention that covers the evidence, or the largest within it. */
function mentionAt(span: Span, { entities }: Layers): readonly EntityMention[] {
  const size = (m: EntityMention): number => m.end - m.start
  const covering = entities.mentions.filter(m => m.start <= span.start && span.end <= m.end).toSorted((a, b) => size(a) - size(b))[0]
  const within = entities.mentions.filter(m => span.start <= m.start && m.end <= span.end).toSorted((a, b) => size(b) - size(a))[0]
  return [covering ?? within].flatMap(m => m ?? [])
}

const THINGS: ReadonlySet<string> = new Set(['facility', 'equipment', 'place'])
const BODIES: ReadonlySet<string> = new Set(['organisation', 'armed-group', 'state', 'government', 'force'])
const isThing = (p: Party): boolean => THINGS.has(p.kind)
const isOrganization = (p: Party): boolean => BODIES.has(p.kind) && (p.named || p.participant.entity !== null)

const ARMED: ReadonlySet<string> = new Set(['MIL', 'COP'])
const REBELS: ReadonlySet<string> = new Set(['REB', 'PRM'])

/** Not: clashes of armed sides, attacks on soldiers alone, and what happened elsewhere and to others. */
function isRelevant({ event, physical, humans, place }: Incident): boolean {
  const sectors = (ps: readonly Participant[]): readonly string[] => ps.flatMap(p => p.sectors)
  const countries = [place?.country, ...[...event.actors, ...event.recipients].map(p => p.country)].filter(c => c != null)
  if (countries.length > 0 && !countries.some(c => COUNTRIES_OF_INTEREST.has(c))) return false
  if (event.reciprocal && [...event.actors, ...event.recipients].every(p => p.sectors.some(s => ARMED.has(s) || REBELS.has(s)))) return false
  const attackedByState = sectors(event.actors).some(s => ARMED.has(s)), onArmed = humans.length > 0 && humans.every(p => p.participant.sectors.some(s => ARMED.has(s) || REBELS.has(s)))
  return !(onArmed && physical.length === 0 && (attackedByState || sectors(event.recipients).every(s => ARMED.has(s) || REBELS.has(s))))
}

const distinct = (all: readonly string[]): readonly string[] => [...new Set(all)]
