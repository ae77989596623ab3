/** Analyses made up by a fixed rule: reports of attacks over eight years, several of each, most of them in a few towns. */
import type { Analysis, Event, Place } from '../../src/core/model/index.ts'

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

/** A function that gives the k-th report; the same at every run if called in the same order (Lehmer generator, Park and Miller 1988). */
export function madeAnalyses(reports: number, each: number): (k: number) => Analysis {
  let state = 42
  const below = (n: number): number => { state = state * 48271 % 2147483647; return state % n }
  return k => {
    const events = Array.from({ length: each }, (_, i): Event => { const occurrence = below(Math.max(10, reports * each / 4)), day = new Date(Date.UTC(2015, 0, 1) + occurrence % 3000 * 86_400_000).toISOString().slice(0, 10); return eventOf(`e${i + 1}`, occurrence, day) })
    return { version: 1, engine: { name: 'casus', version: '0', model: null }, document: { id: `r${k}`, url: null, publisher: `p${k % 40}`, title: null, published: events[0]!.date!.edtf, language: 'en', sha256: '' }, events, notes: [] }
  }
}
