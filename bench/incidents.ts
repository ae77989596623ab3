/**
 * Measures how long incidents take: analyses made up by a fixed rule, grouped at once, then some added one by one.
 *
 *     node --max-old-space-size=6000 bench/incidents.ts [REPORTS] [EVENTS_EACH]
 */
import { addAnalysis, groupsOf, indexOf, readIncident, settle } from '../src/core/incidents/index.ts'
import type { Analysis, Event, Place } from '../src/core/model/index.ts'
import { loadIncidentLexicon } from '../src/resources/load.ts'

const reports = Number(process.argv[2] ?? 20_000), each = Number(process.argv[3] ?? 5), lexicon = loadIncidentLexicon()

/** The same numbers every time (Lehmer generator, Park and Miller 1988). */
let state = 42
const below = (n: number): number => { state = state * 48271 % 2147483647; return state % n }
const span = (exact: string) => ({ start: 0, end: exact.length, exact })
const NAMES = ['Red Banner Front', 'Desert Hawks', 'army', 'police', 'Northern Shield', 'River League', 'gunmen', 'border guards'], MODES = ['aerial', 'explosives', 'firearms', 'heavy-weapons', null]

/** Towns on a grid; a few have most of the reports, as in life. */
function placeOf(k: number): Place {
  return { name: `Town ${k}`, country: 'SD', admin1: null, latitude: 5 + k % 60 / 4, longitude: 22 + Math.floor(k / 60) / 4, precision: 'town', gazetteer: `t:${k}`, evidence: [] }
}

function eventOf(id: string, occurrence: number, day: string): Event {
  const name = NAMES[occurrence % 8]!, dead = occurrence % 13
  return {
    id, type: 'ASSAULT', mode: MODES[occurrence % 5]!, contexts: [], status: 'occurred', summary: '', mentions: [span(`attack ${occurrence % 50}`)], actors: [{ name, entity: null, country: null, sectors: ['REB'], labels: [], evidence: [span(name)] }], recipients: [],
    reciprocal: false, places: [placeOf(Math.floor((occurrence % 997) ** 2 / 1000))], date: { edtf: day, start: day, end: day, stated: true, evidence: [] }, killed: { min: dead, max: dead, of: null, evidence: [] }, injured: null, attackersKilled: null, detained: null, weapons: [], count: null, claims: [], becauseOf: [], confidence: 0.9,
  }
}

function analysisOf(k: number): Analysis {
  const events = Array.from({ length: each }, (_, i): Event => { const occurrence = below(Math.max(10, reports * each / 4)), day = new Date(Date.UTC(2015, 0, 1) + occurrence % 3000 * 86_400_000).toISOString().slice(0, 10); return eventOf(`e${i + 1}`, occurrence, day) })
  return { version: 1, engine: { name: 'casus', version: '0', model: null }, document: { id: `r${k}`, url: null, publisher: `p${k % 40}`, title: null, published: events[0]!.date!.edtf, language: 'en', sha256: '' }, events, notes: [] }
}

const timed = <T>(what: string, run: () => T): T => {
  const start = performance.now(), before = process.cpuUsage().user, value = run()
  process.stdout.write(`${what}: ${((performance.now() - start) / 1000).toFixed(2)} s (${((process.cpuUsage().user - before) / 1e6).toFixed(2)} s of processor, garbage collection on other cores included)\n`)
  return value
}
const analyses = timed(`made ${reports} reports, ${reports * each} events`, () => Array.from({ length: reports }, (_, k) => analysisOf(k)))
const index = timed('grouped', () => indexOf(analyses, lexicon)), groups = groupsOf(index)
process.stdout.write(`${groups.length} incidents, largest ${Math.max(0, ...groups.slice(0, 100_000).map(g => g.members.length))}; ${Math.round(process.memoryUsage().rss / 1e6)} MB\n`)
timed('added 200 reports one by one', () => { for (let k = 0; k < 200; k++) addAnalysis(index, analysisOf(reports + k)) })
const around = { lexicon, settled: settle([], () => null), reportOf: (id: string) => { const analysis = analyses[Number(id.slice(1))]; return analysis === undefined ? null : { analysis, provenance: null } }, groupOf: () => null }
timed('read 10,000 incidents', () => { for (const group of groups.slice(0, 10_000)) readIncident(group, around) })
