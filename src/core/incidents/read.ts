/** Reads a group of events as an incident: every claim kept apart, the best value of each field chosen with a reason, a grade. */
import { rangeText, summaryOf } from '../events/summary.ts'
import { INCIDENT_FIELDS, type EventRef, type FieldReading, type FieldValue, type Incident, type IncidentField, type Participant, type Place, type Quantity, type Status, type When } from '../model/index.ts'
import { readField, type FieldVerdict } from './choose.ts'
import { gradeOf, independentVoices } from './grade.ts'
import { voicesOf } from './independence.ts'
import type { Group } from './incident-index.ts'
import type { IncidentLexicon } from './lexicon.ts'
import { linksOf } from './links.ts'
import { keyOfRef } from './profile.ts'
import { rivalsOf, sameSide } from './rivals.ts'
import type { Settled } from './settle.ts'
import type { Surroundings } from './surroundings.ts'
import { saidOf, type Member } from './testimony.ts'

/** The incident of a group; members whose report is unknown are left out of its values. */
export function readIncident(group: Group, around: Surroundings): Incident {
  const members = membersOf(group, around), voices = voicesOf([...new Map(members.map(m => [m.ref.document, m.report])).values()], around.lexicon)
  const fields = INCIDENT_FIELDS.flatMap(field => readField(field, saidOf(field, members, voices), verdictsOn(field, group, around.settled), around.lexicon) ?? [])
  const independent = independentVoices(members, voices), { grade, why } = gradeOf(fields, independent)
  const values = valuesOf(fields, members, around)
  return {
    id: group.id, members: group.members, ...values, summary: summaryOf({ ...NOTHING, ...values, weapons: [], id: group.id }), fields,
    disputed: fields.some(f => f.disputed && DISPUTABLE.has(f.field)), grade, gradeWhy: why, independent, links: linksOf(group, members, around),
    confidence: members.some(m => accepted(m, around)) ? 1 : confidenceOf(members, ref => voices.voice.get(ref.document) ?? ref.document),
  }
}

const NOTHING = { mentions: [], claims: [], becauseOf: [], confidence: 1 } as const

/** Fields whose rival values are a dispute about the incident, not only two ways of coding it. */
const DISPUTABLE: ReadonlySet<IncidentField> = new Set(['occurrence', 'actors', 'recipients', 'place', 'date', 'killed', 'injured', 'attackersKilled', 'detained'])

function membersOf(group: Group, { reportOf }: Surroundings): readonly Member[] {
  return group.members.flatMap(ref => {
    const report = reportOf(ref.document), event = report?.analysis.events.find(e => e.id === ref.event)
    return report === null || event === undefined ? [] : [{ ref, event, report }]
  })
}

/** Decisions on a field, made at any member; an accepted event accepts each of its fields. */
const verdictsOn = (field: IncidentField, group: Group, { fields }: Settled): readonly FieldVerdict[] => group.members.flatMap(ref => {
  const own = fields.get(keyOfRef(ref))
  return [...own?.get(null) ?? [], ...own?.get(field) ?? []]
})

const accepted = ({ ref }: Member, { settled: { fields } }: Surroundings): boolean => fields.get(keyOfRef(ref))?.get(null)?.some(v => v.kind === 'accept') ?? false

/** The probability that at least one of the independent reports is right. */
function confidenceOf(members: readonly Member[], voiceOf: (ref: EventRef) => string): number {
  const best = new Map<string, number>()
  for (const m of members) best.set(voiceOf(m.ref), Math.max(best.get(voiceOf(m.ref)) ?? 0, m.event.confidence))
  return Math.round((1 - [...best.values()].reduce((miss, c) => miss * (1 - c), 1)) * 1000) / 1000
}

type Values = Pick<Incident, 'type' | 'mode' | 'contexts' | 'status' | 'reciprocal' | 'actors' | 'recipients' | 'places' | 'date' | 'killed' | 'injured' | 'attackersKilled' | 'detained' | 'count' | 'weapons'>

function valuesOf(fields: readonly FieldReading[], members: readonly Member[], around: Surroundings): Values {
  const best = (field: IncidentField): FieldValue | null => bestOf(fields.find(f => f.field === field)), events = members.map(m => m.event)
  const toll = (field: IncidentField): Quantity | null => (best(field) ?? widest(fields.find(f => f.field === field))) as Quantity | null
  return {
    type: best('type') as Incident['type'] | null ?? events[0]?.type ?? 'ASSAULT', mode: best('mode') as string | null,
    contexts: [...new Set(events.flatMap(e => e.contexts))], status: best('status') as Status | null ?? 'occurred', reciprocal: 2 * events.filter(e => e.reciprocal).length > events.length,
    actors: sidesOf('actors', best, fields, around.lexicon), recipients: sidesOf('recipients', best, fields, around.lexicon),
    places: placesOf(best('place') as Place | string | null, events.flatMap(e => e.places), around.lexicon), date: best('date') as When | null,
    killed: toll('killed'), injured: toll('injured'), attackersKilled: toll('attackersKilled'), detained: toll('detained'), count: toll('count'),
    weapons: [...new Set(fields.filter(f => f.field === 'weapons').flatMap(f => (f.corrected === null ? f.values.flatMap(v => v.value as readonly string[]) : f.corrected as readonly string[])))],
  }
}

const bestOf = (f: FieldReading | undefined): FieldValue | null => f?.corrected ?? (f?.chosen == null ? null : f.values[f.chosen]?.value ?? null)

/** The best value's sides; where none is best, all that somebody names, each once. */
function sidesOf(field: 'actors' | 'recipients', best: (field: IncidentField) => FieldValue | null, fields: readonly FieldReading[], lexicon: IncidentLexicon): readonly Participant[] {
  const chosen = best(field) as readonly Participant[] | null
  if (chosen !== null) return chosen
  const reading = fields.find(f => f.field === field), out: Participant[] = []
  if (reading === undefined || reading.rule.startsWith('decision:')) return []
  for (const p of reading.values.flatMap(v => v.value as readonly Participant[])) if (!out.some(q => sameSide(p, q, lexicon))) out.push(p)
  return out
}

/** The best place, then the others, the narrowest first, each once. */
function placesOf(best: Place | string | null, all: readonly Place[], lexicon: IncidentLexicon): readonly Place[] {
  const first: readonly Place[] = best === null ? [] : typeof best === 'string' ? [{ name: best, country: null, admin1: null, latitude: null, longitude: null, precision: 'town', gazetteer: null, evidence: [] }] : [best]
  const order = ['site', 'town', 'district', 'province', 'country'], rest = all.toSorted((a, b) => order.indexOf(a.precision) - order.indexOf(b.precision))
  const said = [...first, ...rest].map(value => ({ value, denied: false, voice: '', testimony: NO_TESTIMONY }))
  return rivalsOf('place', said, lexicon).map(r => r.value as Place)
}

const NO_TESTIMONY = { document: '', event: '', publisher: null, published: null, speaker: null, entity: null, stance: 'reports', about: 'place', evidence: [], copyOf: null } as const

/** The range that covers every figure, where none is best. */
function widest(f: FieldReading | undefined): Quantity | null {
  if (f === undefined || f.rule.startsWith('decision:')) return null
  const all = f.values.map(v => v.value as Quantity), mins = all.flatMap(q => q.min ?? []), maxes = all.map(q => q.max)
  return all.length === 0 ? null : { min: mins.length < all.length ? null : Math.min(...mins), max: maxes.includes(null) ? null : Math.max(...maxes.map(Number)), of: all[0]!.of, evidence: all.flatMap(q => q.evidence) }
}

/** A value in a few words, for tables and reasons. */
export function valueText(value: FieldValue): string {
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return (value as readonly (string | Participant)[]).map(v => (typeof v === 'string' ? v : v.name)).join(', ')
  if ('edtf' in value) return value.edtf
  return 'min' in value ? rangeText(value) : (value as Place).name
}
