/** Everything that the reports of an incident say of one field: values as given, each with who gives it. */
import type { About, Claim, Event, EventRef, FieldValue, IncidentField, Participant, Quantity, Span, Stance, Testimony } from '../model/index.ts'
import { fold } from './bag.ts'
import type { FiledReport, Voices } from './independence.ts'
import { byText } from './profile.ts'

/** An event of an incident with its report. */
export interface Member { readonly ref: EventRef; readonly event: Event; readonly report: FiledReport }

/** One value of a field as somebody gives it; `voice` says who that is, alike for those that count once. */
export interface Said { readonly value: FieldValue; readonly testimony: Testimony; readonly voice: string; readonly denied: boolean }

/** Spans of one testimony that are kept. */
const SPANS = 4

/** All that is said of a field, in the order of publication. */
export function saidOf(field: IncidentField, members: readonly Member[], voices: Voices): readonly Said[] {
  const said = members.flatMap(m => [...ownValue(field, m.event).map(({ value, evidence }) => own(m, field, value, evidence, voices)), ...m.event.claims.flatMap(c => claimed(field, m, c, voices))])
  return said.sort((a, b) => byText(a.testimony.published ?? '9', b.testimony.published ?? '9') || byText(a.testimony.document, b.testimony.document) || byText(a.testimony.event, b.testimony.event))
}

const ABOUT: Readonly<Record<IncidentField, About>> = {
  occurrence: 'event', type: 'event', mode: 'event', status: 'event', actors: 'actor', recipients: 'recipient', place: 'place', date: 'date',
  killed: 'killed', injured: 'injured', attackersKilled: 'killed', detained: 'event', weapons: 'weapon', count: 'event',
}

function own(m: Member, field: IncidentField, value: FieldValue, evidence: readonly Span[], voices: Voices): Said {
  return { value, denied: false, voice: `report ${voices.voice.get(m.ref.document)}`, testimony: testimony(m, voices, { speaker: null, entity: null, stance: 'reports', about: ABOUT[field], evidence }) }
}

const testimony = ({ ref, event: { addedBy }, report: { analysis: { document } } }: Member, voices: Voices, by: Pick<Testimony, 'speaker' | 'entity' | 'stance' | 'about' | 'evidence'>): Testimony =>
  ({ ...ref, publisher: document.publisher, published: document.published, ...by, evidence: by.evidence.slice(0, SPANS), copyOf: voices.copyOf.get(ref.document) ?? null, ...addedBy === undefined ? {} : { addedBy } })

interface Told { readonly value: FieldValue; readonly evidence: readonly Span[] }

/** What the report says of the field in its own voice: nothing or one value. */
function ownValue(field: IncidentField, e: Event): readonly Told[] {
  const given = (value: FieldValue | null, evidence: readonly Span[]): readonly Told[] => (value === null ? [] : [{ value, evidence }])
  switch (field) {
    case 'occurrence': return given(e.status !== 'negated', e.mentions)
    case 'type': case 'mode': case 'status': return given(e[field], e.mentions)
    case 'actors': case 'recipients': return e[field].length === 0 ? [] : given(e[field], e[field].flatMap(p => p.evidence))
    case 'place': return given(e.places[0] ?? null, e.places[0]?.evidence ?? [])
    case 'weapons': return e.weapons.length === 0 ? [] : given([...new Set(e.weapons.map(w => w.exact.toLowerCase()))], e.weapons)
    default: return given(e[field], e[field]?.evidence ?? [])
  }
}

/** Stances that bear an event out. */
const VOUCHING: ReadonlySet<Stance> = new Set(['reports', 'confirms', 'claims-responsibility', 'accuses', 'condemns'])

function claimed(field: IncidentField, m: Member, claim: Claim, voices: Voices): readonly Said[] {
  const value = claimedValue(field, m.event, claim)
  if (value === null) return []
  const { speaker, stance, about, cue, content } = claim
  return [{
    value, denied: stance === 'denies' && field !== 'occurrence', voice: voiceOfSpeaker(claim),
    testimony: testimony(m, voices, { speaker: speaker.name, entity: speaker.entity, stance, about, evidence: [content, speaker.evidence, ...cue === null ? [] : [cue]] }),
  }]
}

/** Who speaks: the registry's actor, or the name without marks. */
export const voiceOfSpeaker = ({ speaker }: Claim): string => `speaker ${speaker.entity ?? fold(speaker.name)}`

/** The value a claim gives for a field; null where it gives none. */
function claimedValue(field: IncidentField, event: Event, { about, stance, value, speaker }: Claim): FieldValue | null {
  if (field === 'occurrence') return about !== 'event' ? null : stance === 'denies' ? false : VOUCHING.has(stance) ? true : null
  if (field === 'actors') {
    if (stance === 'claims-responsibility') return [partyNamed(event, speaker.name, speaker.entity, speaker.evidence)]
    if (about !== 'actor' && stance !== 'accuses') return null
    if (typeof value === 'string') return [partyNamed(event, value, null, speaker.evidence)]
    return event.actors.length === 0 ? null : stance === 'denies' ? deniers(event, speaker) : event.actors
  }
  if (about !== field && !(field === 'weapons' && about === 'weapon') && !(field === 'recipients' && about === 'recipient')) return null
  if (field === 'killed' || field === 'injured') return isQuantity(value) ? value : null
  return typeof value === 'string' ? (field === 'weapons' ? [value.toLowerCase()] : field === 'recipients' ? [partyNamed(event, value, null, speaker.evidence)] : value) : null
}

/** The role that is denied: the speaker's own, where it is among the actors; otherwise all of theirs. */
function deniers(event: Event, speaker: Claim['speaker']): readonly Participant[] {
  const self = event.actors.filter(p => sameName(p, speaker.name, speaker.entity))
  return self.length > 0 ? self : event.actors
}

const sameName = (p: Participant, name: string, entity: string | null): boolean => (entity !== null && p.entity === entity) || fold(p.name) === fold(name) || formsOf(name).includes(fold(p.name))

/** `Peace Watch Network (PWN)` is known by its name and by its letters. */
const formsOf = (name: string): readonly string[] => { const parts = /^(.+) \(([^()]+)\)$/.exec(name); return parts === null ? [] : [fold(parts[1]!), fold(parts[2]!)] }

/** The actor of that name, or a new participant with nothing but the name. */
const partyNamed = (event: Event, name: string, entity: string | null, evidence: Span): Participant =>
  event.actors.find(p => sameName(p, name, entity)) ?? { name, entity, country: null, sectors: [], labels: [], evidence: [evidence] }

export const isQuantity = (value: FieldValue | null): value is Quantity => typeof value === 'object' && value !== null && 'min' in value
