/** Halterman's event locations: of the places in a sentence, those where the act of one of its verbs took place. */
import { readFileSync } from 'node:fs'
import { points, type Board, type Input, type Mistake, type Outcome } from '../board.ts'
import { trailOf, type Engine } from '../engine.ts'
import { f1Of } from '../metrics/counts.ts'
import type { Event, Extent } from '../../src/core/model/index.ts'

export const eventLocation: Board = {
  name: 'event-location', title: 'Event locations',
  measures: 'For a given verb the places where its act took place, F1 over places; one of ours is right when it overlaps one of theirs, one to one. Our answer is the evidence of the places of the event that the verb tells, within the sentence, and nothing where the verb is no event of ours. "Where coded" is over the verbs alone that are events of ours.',
  heldOut: 'Casus is trained on no part of it. No published figure is on these sentences by this measure.',
  metrics: [points('place F1'), points('place F1 where coded')],
  parts: [{ name: 'sentences', split: 'dev', files: ['event_location/labeled_text.jsonl'] }, { name: 'test', split: 'test', files: ['event_location/test.jsonl'] }],
  sample: 500,
  run: runEventLocation,
}

/** One verb of one sentence and the places of its act. Offsets in UTF-16 units. */
export interface LocatedVerb { readonly id: string; readonly text: string; readonly verb: Extent; readonly places: readonly Extent[] }

interface Row { readonly _id: string | number; readonly text: string; readonly spans?: readonly (Extent & { readonly label: string })[] }

/** Reads the lines; those with no verb marked are left out. Offsets count Unicode characters. */
export const readVerbs = (jsonl: string): readonly LocatedVerb[] => jsonl.split('\n').filter(line => line.trim() !== '').flatMap(line => {
  const { _id, text, spans = [] } = JSON.parse(line) as Row, units = (n: number): number => [...text].slice(0, n).join('').length
  const placed = (label: string): readonly Extent[] => spans.filter(s => s.label === label).map(s => ({ start: units(s.start), end: units(s.end) }))
  const verb = placed('VERB')[0]
  return verb === undefined ? [] : [{ id: String(_id), text, verb, places: placed('LOCATION') }]
})

const touch = (a: Extent, b: Extent): boolean => a.start < b.end && b.start < a.end

/** The places of an event that stand in the text, each once. */
const placesOf = (event: Event | null): readonly Extent[] => (event?.places ?? []).flatMap(place => place.evidence.slice(0, 1))

/** [right, false, missed], one to one by overlap. */
export function countPlaces(gold: readonly Extent[], found: readonly Extent[]): readonly [number, number, number] {
  const free = [...gold]
  for (const extent of found) { const at = free.findIndex(g => touch(g, extent)); if (at >= 0) free.splice(at, 1) }
  const right = gold.length - free.length
  return [right, found.length - right, free.length]
}

function runEventLocation({ files }: Input, engine: Engine): Outcome {
  const read = engine.pick(files.flat().flatMap(path => readVerbs(readFileSync(path, 'utf8')))).map(located => {
    const explained = engine.code({ id: located.id, text: located.text }), event = explained?.analysis.events.find(e => e.mentions.some(m => touch(m, located.verb))) ?? null
    return { located, event, found: placesOf(event), trail: explained === null || event === null ? [] : trailOf(explained, event.id).filter(step => step.startsWith('place')) }
  })
  const counts = (some: typeof read): readonly (readonly number[])[] => some.map(({ located, found }) => countPlaces(located.places, found))
  const mistakes = read.flatMap(({ located, event, found, trail }): readonly Mistake[] => {
    const [, wrong, missed] = countPlaces(located.places, found), told = (list: readonly Extent[]): string => list.map(e => located.text.slice(e.start, e.end)).join('; ')
    return wrong + missed === 0 ? [] : [{ kind: wrong > 0 && missed > 0 ? 'wrong' : wrong > 0 ? 'false' : 'missed', document: located.id, text: located.text, expected: `${told([located.verb])}: ${told(located.places)}`, got: event === null ? 'no event' : told(found), trail }]
  })
  return { measured: [f1Of('place F1', counts(read)), f1Of('place F1 where coded', counts(read.filter(r => r.event !== null)))], mistakes }
}
