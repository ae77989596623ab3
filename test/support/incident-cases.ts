/** Makes analyses for tests of incidents: events with spans into invented texts, and decisions about them. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildIncidentLexicon, provenanceOf, type FiledReport } from '../../src/core/incidents/index.ts'
import type { Analysis, Claim, Decision, DecisionBody, Event, EventAnchor, Participant, Place, Quantity, Span, When } from '../../src/core/model/index.ts'

const data = join(import.meta.dirname, '..', '..', 'data')
export const lexicon = buildIncidentLexicon(Object.fromEntries(readdirSync(data).filter(name => name.endsWith('.tsv')).map(name => [name, readFileSync(join(data, name), 'utf8')])))

export const span = (exact: string, start = 0): Span => ({ start, end: start + exact.length, exact })
export const party = (name: string, sector = 'REB', entity: string | null = null, country: string | null = null): Participant => ({ name, entity, country, sectors: [sector], labels: [], evidence: [span(name)] })
export const count = (min: number | null, max: number | null = min): Quantity => ({ min, max, of: null, evidence: [span(`${min} dead`)] })
export const on = (day: string, stated = true): When => ({ edtf: day, start: day, end: day, stated, evidence: [span(day)] })
export const town = (name: string, latitude: number | null = null, longitude: number | null = null, country = 'SD'): Place => ({ name, country, admin1: null, latitude, longitude, precision: 'town', gazetteer: latitude === null ? null : `test:${name}`, evidence: [span(name)] })

export function claim(speaker: string, stance: Claim['stance'], about: Claim['about'], value: Claim['value'] = null, entity: string | null = null): Claim {
  return { speaker: { name: speaker, entity, evidence: span(speaker) }, stance, about, value, cue: span('said'), content: span(`${speaker} said so`) }
}

/** An attack with explosives on the market of El Obeid on 3 May, unless `over` says otherwise. */
export function event(id: string, over: Partial<Event> = {}): Event {
  return {
    id, type: 'ASSAULT', mode: 'explosives', contexts: ['military'], status: 'occurred', summary: '', mentions: [span('bomb exploded in the market', 10 * Number(id.slice(1)))], actors: [], recipients: [party('traders', 'CVL')], reciprocal: false,
    places: [town('El Obeid', 13.18, 30.22)], date: on('2024-05-03'), killed: null, injured: null, attackersKilled: null, detained: null, weapons: [span('bomb')], count: null, claims: [], becauseOf: [], confidence: 0.9, ...over,
  }
}

export const analysis = (id: string, events: readonly Event[], published = '2024-05-03', publisher: string | null = id): Analysis => ({
  version: 1, engine: { name: 'casus', version: '0.0.0', model: null }, document: { id, url: null, publisher, title: null, published, language: 'en', sha256: '0' }, events, notes: [],
})

export const filed = (a: Analysis, text: string | null = null): FiledReport => ({ analysis: a, provenance: text === null ? null : provenanceOf(text, lexicon) })

export const anchor = (a: Analysis, id: string): EventAnchor => { const e = a.events.find(x => x.id === id)!; return { document: a.document.id, event: id, mention: e.mentions[0]!, type: e.type } }

let made = 0
/** A decision; each is later than the one made before it. */
export const decide = (body: DecisionBody): Decision => { made++; return { ...body, id: `d${made}`, at: new Date(Date.UTC(2024, 5, 1) + made * 60_000).toISOString(), by: 'Amna', reason: null } }
