/** Invented reports, analyses and a plain index of incidents, for tests of the store. */
import { createHash } from 'node:crypto'
import type { Analysis, Claim, Decision, Event, Incident, Participant, Place, Span } from '../../src/core/model/index.ts'
import type { Group, IncidentIndex, IndexAnswer } from '../../src/store/index.ts'

export const span = (exact: string, start = 0): Span => ({ start, end: start + exact.length, exact })
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export const side = (name: string, entity: string | null = null, country: string | null = null): Participant => ({ name, entity, country, sectors: [], labels: [], evidence: [] })
export const place = (name: string, latitude: number, longitude: number, country: string, gazetteer: string | null = null, admin1: string | null = null): Place =>
  ({ name, country, admin1, latitude, longitude, precision: 'town', gazetteer, evidence: [] })
export const claim = (speaker: string, entity: string | null, stance: Claim['stance'], about: Claim['about'] = 'event'): Claim =>
  ({ speaker: { name: speaker, entity, evidence: span(speaker) }, stance, about, value: null, cue: null, content: span('it') })

/** A town in Iraq and one in Ukraine, some 2,000 kilometres apart. */
export const KIRKUK = place('Kirkuk', 35.46, 44.39, 'IQ', 'geonames:94787', 'Kirkuk'), IZMAIL = place('Izmail', 45.35, 28.84, 'UA', 'geonames:707471', 'Odesa')

export interface Brief { readonly type?: Event['type']; readonly mode?: string | null; readonly day?: string | null; readonly last?: string; readonly where?: Place | null; readonly actors?: readonly Participant[]; readonly recipients?: readonly Participant[]; readonly killed?: readonly [number | null, number | null]; readonly claims?: readonly Claim[] }

export function event(id: string, { type = 'ASSAULT', mode = null, day = '2024-01-20', last = day ?? undefined, where = KIRKUK, actors = [], recipients = [], killed, claims = [] }: Brief = {}): Event {
  return {
    id, type, mode, contexts: ['military'], status: 'occurred', summary: `${type} ${where?.name ?? ''} ${day ?? ''}`.trim(), mentions: [span('shelled')], actors, recipients, reciprocal: false,
    places: where === null ? [] : [where], date: day === null ? null : { edtf: day, start: day, end: last ?? day, stated: true, evidence: [] },
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
  const analyses = new Map<string, Analysis>()
  let decisions: readonly Decision[] = [], before = new Map<string, Group>()
  const answer = (): IndexAnswer => {
    const now = new Map(groupsOf([...analyses.values()], decisions).map(g => [g.id, g])), old = before
    before = now
    return { changed: [...now.values()].filter(g => JSON.stringify(old.get(g.id)) !== JSON.stringify(g)), gone: [...old.keys()].filter(id => !now.has(id)) }
  }
  return {
    version: 'plain 1',
    put: some => { for (const a of some) analyses.set(a.document.id, a); return answer() },
    remove: ids => { for (const id of ids) analyses.delete(id); return answer() },
    settle: given => { decisions = given; return answer() },
    groups: () => before.values(),
    around: ids => [...before.values()].filter(g => g.members.some(m => ids.includes(m.document))),
    read: (group, readingOf) => incidentFrom(group.members.map(m => ({ document: m.document, event: readingOf(m.document)!.analysis.events.find(e => e.id === m.event)! }))),
  }
}

interface Member { readonly document: string; readonly event: Event }

function groupsOf(analyses: readonly Analysis[], decisions: readonly Decision[]): readonly Group[] {
  const groups = new Map<string, Member[]>(), apart = new Set(decisions.flatMap(d => d.kind === 'split' ? [`${d.b.document}/${d.b.event}`] : []))
  const members = analyses.flatMap(a => a.events.map((event): Member => ({ document: a.document.id, event }))).sort((a, b) => nameOf(a) < nameOf(b) ? -1 : 1)
  for (const member of members) {
    const { type, date, places: [where] } = member.event
    const key = apart.has(nameOf(member)) ? nameOf(member) : `${type} ${date?.start ?? ''} ${where?.name ?? ''}`, group = groups.get(key)
    if (group === undefined) groups.set(key, [member]); else group.push(member)
  }
  for (const d of decisions) if (d.kind === 'merge') {
    const of = (name: string): [string, Member[]] | undefined => [...groups].find(([, some]) => some.some(m => nameOf(m) === name))
    const first = of(`${d.a.document}/${d.a.event}`), second = of(`${d.b.document}/${d.b.event}`)
    if (first !== undefined && second !== undefined && first[0] !== second[0]) { first[1].push(...second[1]); groups.delete(second[0]) }
  }
  return [...groups.values()].map(some => ({ id: `i:${nameOf(some[0]!)}`, members: some.map(m => ({ document: m.document, event: m.event.id })) }))
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
