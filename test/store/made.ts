/** Invented reports, analyses and a plain index of incidents, for tests of the store. */
import { createHash } from 'node:crypto'
import type { Analysis, Claim, Decision, Event, Incident, Participant, Place, Span } from '../../src/core/model/index.ts'
import type { IncidentIndex, Reading } from '../../src/store/index.ts'

export const span = (exact: string, start = 0): Span => ({ start, end: start + exact.length, exact })
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export const side = (name: string, entity: string | null = null, country: string | null = null): Participant => ({ name, entity, country, sectors: [], labels: [], evidence: [] })
export const place = (name: string, latitude: number, longitude: number, country: string, gazetteer: string | null = null, admin1: string | null = null): Place =>
  ({ name, country, admin1, latitude, longitude, precision: 'town', gazetteer, evidence: [] })
export const claim = (speaker: string, entity: string | null, stance: Claim['stance'], about: Claim['about'] = 'event'): Claim =>
  ({ speaker: { name: speaker, entity, evidence: span(speaker) }, stance, about, value: null, cue: null, content: span('it') })

/** A town in Iraq and one in Ukraine, some 2,000 kilometres apart. */
export const KIRKUK = place('Kirkuk', 35.46, 44.39, 'IQ', 'geonames:94787', 'Kirkuk'), IZMAIL = place('Izmail', 45.35, 28.84, 'UA', 'geonames:707471', 'Odesa')

export interface Brief { readonly type?: Event['type']; readonly mode?: string | null; readonly day?: string | null; readonly where?: Place | null; readonly actors?: readonly Participant[]; readonly recipients?: readonly Participant[]; readonly killed?: readonly [number | null, number | null]; readonly claims?: readonly Claim[] }

export function event(id: string, { type = 'ASSAULT', mode = null, day = '2024-01-20', where = KIRKUK, actors = [], recipients = [], killed, claims = [] }: Brief = {}): Event {
  return {
    id, type, mode, contexts: ['military'], status: 'occurred', summary: `${type} ${where?.name ?? ''} ${day ?? ''}`.trim(), mentions: [span('shelled')], actors, recipients, reciprocal: false,
    places: where === null ? [] : [where], date: day === null ? null : { edtf: day, start: day, end: day, stated: true, evidence: [] },
    killed: killed === undefined ? null : { min: killed[0], max: killed[1], of: null, evidence: [] }, injured: null, attackersKilled: null, detained: null, weapons: [], count: null, claims, becauseOf: [], confidence: 0.9,
  }
}

export const ENGINE = { name: 'casus', version: '1.0.0', model: 'm1' } as const

export const analysis = (document: string, text: string, events: readonly Event[], engine: Analysis['engine'] = ENGINE): Analysis => ({
  version: 1, engine, events, notes: [],
  document: { id: document, url: null, publisher: null, title: null, published: null, language: 'en', sha256: sha256(text) },
})

/** One incident for all events of one type, day and place that nobody split: enough to see the store keep what an index says. */
export function plainIndex(): IncidentIndex {
  const readings = new Map<string, Reading>()
  let decisions: readonly Decision[] = [], before = new Map<string, string>()
  return {
    update: changes => {
      for (const reading of changes.readings) readings.set(reading.analysis.document.id, reading)
      for (const id of changes.gone) readings.delete(id)
      decisions = changes.decisions ?? decisions
      const incidents = incidentsOf([...readings.values()].map(r => r.analysis), decisions)
      const now = new Map(incidents.map(i => [i.id, JSON.stringify(i)]))
      const answer = { changed: incidents.filter(i => before.get(i.id) !== now.get(i.id)), removed: [...before.keys()].filter(id => !now.has(id)) }
      before = now
      return answer
    },
  }
}

interface Member { readonly document: string; readonly event: Event }

function incidentsOf(analyses: readonly Analysis[], decisions: readonly Decision[]): readonly Incident[] {
  const groups = new Map<string, Member[]>(), apart = new Set(decisions.flatMap(d => d.kind === 'split' ? [`${d.b.document}/${d.b.event}`] : []))
  const members = analyses.flatMap(a => a.events.map((event): Member => ({ document: a.document.id, event }))).sort((a, b) => nameOf(a) < nameOf(b) ? -1 : 1)
  for (const member of members) {
    const { type, date, places: [where] } = member.event
    const key = apart.has(nameOf(member)) ? nameOf(member) : `${type} ${date?.start ?? ''} ${where?.name ?? ''}`
    groups.set(key, [...groups.get(key) ?? [], member])
  }
  const merged = decisions.flatMap(d => d.kind === 'merge' ? [[`${d.a.document}/${d.a.event}`, `${d.b.document}/${d.b.event}`] as const] : [])
  for (const [a, b] of merged) {
    const of = (name: string): [string, Member[]] | undefined => [...groups].find(([, some]) => some.some(m => nameOf(m) === name))
    const first = of(a), second = of(b)
    if (first !== undefined && second !== undefined && first[0] !== second[0]) { first[1].push(...second[1]); groups.delete(second[0]) }
  }
  return [...groups.values()].map(incidentFrom)
}

const nameOf = ({ document, event }: Member): string => `${document}/${event.id}`

function incidentFrom(members: readonly Member[]): Incident {
  const { event } = members[0]!, { type, mode, contexts, status, reciprocal, summary, actors, recipients, places, date, killed, injured, attackersKilled, detained, count, confidence } = event
  return {
    id: `i:${nameOf(members[0]!)}`, members: members.map(m => ({ document: m.document, event: m.event.id })), type, mode, contexts, status, reciprocal, summary, actors, recipients, places, date, killed, injured,
    attackersKilled, detained, count, weapons: [], fields: [], disputed: event.claims.some(c => c.stance === 'denies'), grade: members.length > 1 ? 'fair' : 'weak', gradeWhy: '', independent: members.length,
    links: [], confidence,
  }
}
