/** Gold standards of the PETRARCH family: XML sentences with CAMEO triples, and PLOVER's own JSON. */
import { readFileSync } from 'node:fs'
import { points, type Board, type Input, type Measured, type Mistake, type Outcome } from '../board.ts'
import { trailOf, type Engine } from '../engine.ts'
import { f1Of } from '../metrics/counts.ts'
import type { Explained } from '../../src/core/analysis/analyse.ts'
import type { Event } from '../../src/core/model/index.ts'
import { alpha3, cameoActor, cameoCode, plvRoot } from './codes.ts'

export const petrGsr: Board = {
  name: 'petr-gsr', title: 'PETRARCH gold standard',
  measures: 'F1 of whole triples (actor code, CAMEO event code, recipient code) and of cues (the first two digits of the event code) of each sentence, counted as bags.',
  heldOut: 'Nothing is learned from it and no such file lies in the development folder. PETRARCH-2 wrote the records, so that it scores near 100 by construction.',
  metrics: [points('triple F1'), points('cue F1')],
  parts: [{ name: 'test', split: 'test', files: ['**/*[gG][sS][rR]*.xml'] }],
  sample: null,
  run: (input, engine) => scored(input, engine, readPetr, petrParts, ['triple F1', 'cue F1']),
}

export const ploverGsr: Board = {
  name: 'plover-gsr', title: 'PLOVER gold standard',
  measures: 'F1 of the root of the event, of the actors and of the recipients (country and, where the record gives one, sector), each counted as bags over a sentence.',
  heldOut: 'Nothing is learned from it and no such file lies in the development folder.',
  metrics: [points('event F1'), points('actor F1'), points('recipient F1')],
  parts: [{ name: 'test', split: 'test', files: ['**/*[gG][sS][rR]*.{json,txt,jsonl}'] }],
  sample: null,
  run: (input, engine) => scored(input, engine, readPlover, ploverParts, ['event F1', 'actor F1', 'recipient F1']),
}

/** A sentence and, for each metric, the bag of strings expected. */
export interface GsrSentence { readonly id: string; readonly date: string | null; readonly text: string; readonly bags: readonly (readonly string[])[] }

/** Sentences of a PETRARCH validation file. Its `EventCoding` tags are often left open, so that it is read by pattern and not as XML. */
export function readPetr(xml: string): readonly GsrSentence[] {
  const bare = xml.replace(/<!--[\s\S]*?-->/g, '')
  return bare.split(/<Sentence\b/).slice(1).flatMap((part): readonly GsrSentence[] => {
    const open = part.slice(0, part.indexOf('>')), text = between(part, '<Text>', '</Text>')
    if (text === null || attribute(open, 'evaluate') === 'false') return []
    const codings = part.split('<EventCoding').slice(1).map(coding => coding.slice(0, coding.indexOf('>'))).filter(coding => attribute(coding, 'eventcode') !== '')
    const triples = codings.map(c => `${attribute(c, 'sourcecode')} ${attribute(c, 'eventcode')} ${attribute(c, 'targetcode')}`)
    const date = attribute(open, 'date')
    return [{ id: attribute(open, 'id'), date: /^\d{8}$/.test(date) ? `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}` : null, text: unescaped(text).replace(/\s+/g, ' ').trim(), bags: [triples, codings.map(c => attribute(c, 'eventcode').slice(0, 2))] }]
  })
}

function between(text: string, open: string, close: string): string | null {
  const start = text.indexOf(open), end = text.indexOf(close, start)
  return start < 0 || end < 0 ? null : text.slice(start + open.length, end)
}

const attribute = (tag: string, name: string): string => new RegExp(`\\b${name}\\s*=\\s*"([^"]*)"`).exec(tag)?.[1]?.trim() ?? ''
const unescaped = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', '\'').replaceAll('&amp;', '&')

interface PloverSide { readonly code?: string; readonly sector?: string }
interface PloverCoding { readonly id?: string; readonly date?: string; readonly event?: string; readonly text?: string; readonly source?: readonly PloverSide[] | string; readonly target?: readonly PloverSide[] | string }

/** Sentences of PLOVER's file: objects one after another, with or without commas and brackets around them, and with commas before a closing bracket. */
export function readPlover(json: string): readonly GsrSentence[] {
  return objectsIn(json).map(object => {
    const coding = JSON.parse(object.replace(/,(\s*[}\]])/g, '$1')) as PloverCoding
    const sides = (side: PloverCoding['source']): readonly string[] => typeof side === 'object' ? side.map(s => `${s.code ?? ''}${s.sector ?? ''}`) : []
    return { id: coding.id ?? '', date: coding.date === '2000-01-01' ? null : coding.date ?? null, text: (coding.text ?? '').replace(/^\{|\}$/g, ''), bags: [[coding.event === 'CONCEDE' || coding.event === 'RETREAT' ? 'YIELD' : coding.event ?? ''], sides(coding.source), sides(coding.target)] }
  })
}

/** The outermost objects of a text of JSON. */
function objectsIn(json: string): readonly string[] {
  const objects: string[] = []
  let depth = 0, start = 0, quoted = false
  for (let i = 0; i < json.length; i++) {
    if (quoted) { if (json[i] === '\\') i++; else if (json[i] === '"') quoted = false; continue }
    if (json[i] === '"') quoted = true
    else if (json[i] === '{') { if (depth++ === 0) start = i } else if (json[i] === '}' && --depth === 0) objects.push(json.slice(start, i + 1))
  }
  return objects
}

const parties = <T>(all: readonly T[]): readonly (T | null)[] => all.length === 0 ? [null] : all

function petrParts(events: readonly Event[]): readonly (readonly string[])[] {
  const triples = events.flatMap(e => parties(e.actors).flatMap(a => parties(e.recipients).map(r => `${a === null ? '---' : cameoActor(a)} ${cameoCode(e)} ${r === null ? '---' : cameoActor(r)}`)))
  return [triples, events.map(e => cameoCode(e).slice(0, 2))]
}

/** A record gives one event: the surest of ours stands against it. A side without a sector in the record is matched by country. */
function ploverParts(events: readonly Event[], expected: GsrSentence['bags']): readonly (readonly string[])[] {
  const event = events.toSorted((a, b) => b.confidence - a.confidence)[0]
  if (event === undefined) return [[], [], []]
  const side = (all: Event['actors'], wanted: readonly string[]): readonly string[] => all.map(p => { const whole = `${alpha3(p.country)}${p.sectors[0] ?? ''}`; return wanted.includes(whole) ? whole : wanted.includes(alpha3(p.country)) ? alpha3(p.country) : whole })
  return [[plvRoot(event.type)], side(event.actors, expected[1]!), side(event.recipients, expected[2]!)]
}

/** [right, false, missed] of two bags. */
export function bagCounts(expected: readonly string[], given: readonly string[]): readonly number[] {
  const left = [...expected]
  let right = 0
  for (const value of given) { const at = left.indexOf(value); if (at >= 0) { left.splice(at, 1); right++ } }
  return [right, given.length - right, left.length]
}

function scored({ files }: Input, engine: Engine, read: (text: string) => readonly GsrSentence[], partsOf: (events: readonly Event[], expected: GsrSentence['bags']) => readonly (readonly string[])[], metrics: readonly string[]): Outcome {
  const rows = engine.pick(files.flat().flatMap(file => read(readFileSync(file, 'utf8')))).map(sentence => {
    const explained = engine.code({ id: sentence.id, text: sentence.text, published: sentence.date })
    return { sentence, explained, given: explained === null ? metrics.map(() => []) : partsOf(explained.analysis.events, sentence.bags) }
  })
  return {
    measured: metrics.map((metric, i): Measured => f1Of(metric, rows.map(row => bagCounts(row.sentence.bags[i]!, row.given[i]!)))),
    mistakes: rows.flatMap(({ sentence, given, explained }) => bagCounts(sentence.bags[0]!, given[0]!).slice(1).every(n => n === 0) ? [] : [mistake(sentence, given[0]!, explained)]),
  }
}

const mistake = (sentence: GsrSentence, given: readonly string[], explained: Explained | null): Mistake => ({
  kind: given.length === 0 ? 'missed' : 'wrong', document: sentence.id, text: sentence.text, expected: sentence.bags[0]!.join('; ') || 'nothing', got: given.join('; ') || 'nothing',
  trail: explained === null ? [] : explained.analysis.events.flatMap(e => trailOf(explained, e.id)),
})
