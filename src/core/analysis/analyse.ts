/** The pipeline on one page: a report becomes layers, the layers become events with claims and links. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { findCauses } from '../causes/index.ts'
import { findClaims } from '../claims/index.ts'
import { findEntities } from '../entities/find.ts'
import { mendClauses } from '../entities/clauses.ts'
import { mendDeeds, mendNames, mendPredicates, mendReported } from '../entities/mend.ts'
import { findEvents, type EventLayer } from '../events/find.ts'
import type { Layers } from '../events/reading.ts'
import type { Analysis, Event, Note, Report, Span } from '../model/index.ts'
import { withAnaphors } from '../places/anaphor.ts'
import { findPlaces } from '../places/find.ts'
import { findCounts, mendCounts } from '../quantities/index.ts'
import { readText } from '../text/index.ts'
import { findTimes, mendTimes } from '../times/index.ts'
import type { Knowledge } from './knowledge.ts'
import { markupOf, type Markup } from './marks.ts'

/** One step of the trail behind a field of an event: the rule or model decision that made it, and the words it rests on. */
export interface Step { readonly event: string; readonly field: string; readonly rule: string; readonly span: Span | null }

/** A candidate that was found and let go, with what spoke against it. */
export interface Dropped { readonly type: string; readonly span: Span; readonly confidence: number; readonly reasons: readonly string[] }

export interface Explained {
  readonly analysis: Analysis
  readonly trail: readonly Step[]
  readonly dropped: readonly Dropped[]
  /** What the layers below events marked; only where it was asked for. */
  readonly markup?: Markup
}

export interface AnalyseOptions {
  /** Put the report's text into `document.text`. */
  readonly text?: boolean
  /** Tell what the layers below events marked. */
  readonly markup?: boolean
}

/** Codes one report and keeps the trail. Pure and deterministic; never throws on text: what it could not read is in the notes. */
export function explainReport(report: Report, knowledge: Knowledge, options: AnalyseOptions = {}): Explained {
  const { layers, notes } = layersOf(report, knowledge)
  const layer = findEvents(layers, knowledge.statuses)
  const claims = findClaims(layer, knowledge.claims)
  const causes = findCauses(layer, knowledge.causes)
  const events = claims.events.map((event): Event => ({ ...event, status: causes.happened.has(event.id) ? 'occurred' : event.status, becauseOf: causes.links.get(event.id) ?? [] }))
  const trail = [...layer.events.flatMap(found => found.trail.map(step => ({ event: found.event.id, ...step }))), ...claims.trail, ...causes.trail]
  return { analysis: compose(report, events, notes, knowledge, options), trail, dropped: droppedOf(layer), ...options.markup ? { markup: markupOf(layers) } : {} }
}

/** The layers below events, and what they could not read. */
export function layersOf(report: Report, knowledge: Knowledge): { readonly layers: Layers; readonly notes: readonly Note[] } {
  const { text, notes: textNotes } = readText(report, knowledge.text)
  const parsed = knowledge.parse(text)
  const { times, notes: timeNotes } = findTimes(text, parsed, report.published ?? null, knowledge.times)
  const timed = mendTimes(text, parsed, times)
  const { places, notes: placeNotes } = findPlaces(text, timed, knowledge.gazetteer, knowledge.places, report)
  const counts = findCounts(text, timed, knowledge.numbers), syntax = mendClauses(text, mendPredicates(text, mendReported(text, mendDeeds(text, mendNames(text, mendCounts(timed, counts), knowledge.entities), knowledge.entities))), knowledge.entities)
  const entities = findEntities({ text, syntax, lexicon: knowledge.entities, places, times, objects: knowledge.events.objects })
  const layers = { text, syntax, entities, times, places: withAnaphors(text, syntax, places, knowledge.places, knowledge.gazetteer), counts, lexicon: knowledge.events, published: report.published ?? null }
  return { layers, notes: [...textNotes, ...timeNotes, ...placeNotes] }
}

function compose(report: Report, events: readonly Event[], notes: readonly Note[], knowledge: Knowledge, options: AnalyseOptions): Analysis {
  return {
    version: 1,
    engine: { name: 'casus', version: knowledge.version, model: knowledge.model },
    document: {
      id: report.id, url: report.url ?? null, publisher: report.publisher ?? null, title: report.title ?? null, published: report.published ?? null,
      language: 'en', sha256: bytesToHex(sha256(utf8ToBytes(report.text))), ...(options.text ? { text: report.text } : {}),
    },
    events,
    notes,
  }
}

function droppedOf(layer: EventLayer): readonly Dropped[] {
  return layer.dropped.flatMap(({ accounts, scope }) => {
    const first = accounts[0]
    if (first === undefined) return []
    const { start, end } = first.main
    return [{ type: first.type, span: { start, end, exact: layer.reading.text.text.slice(start, end) }, confidence: scope.confidence, reasons: scope.features.map(f => `${f.feature} ${f.weight.toFixed(2)}`) }]
  })
}
