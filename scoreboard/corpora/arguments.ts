/** WikiEvents and RAMS: the arguments of events whose trigger is given, by the head of their words. */
import { readFileSync } from 'node:fs'
import { points, type Board, type Input, type Mistake, type Outcome, type Part, type Peer } from '../board.ts'
import { trailOf, type Engine } from '../engine.ts'
import { prfOf } from '../metrics/counts.ts'
import { headWord, joined, overlaps } from '../words.ts'
import type { Explained } from '../../src/core/analysis/analyse.ts'
import type { Layers } from '../../src/core/events/reading.ts'
import type { Event, Extent } from '../../src/core/model/index.ts'
import { bagCounts } from './gsr.ts'

const MEASURES = 'Precision, recall and F1 of arguments with their role, by the head word of the argument. The trigger is given: our arguments are those of the events with a mention that touches it, and none where there is no such event. The side of a party becomes the first role of that side that the event type has.'
const peers: readonly Peer[] = [{ name: 'BART-Gen', value: 64.6, on: 'test half', source: 'Li et al. 2021 (BART-Gen), Arg-C head F1, quoted at second hand' }]
const board = (name: string, title: string, parts: readonly Part[], read: (text: string) => readonly ArgumentDocument[], f1Peers: readonly Peer[]): Board => ({
  name, title, measures: MEASURES,
  heldOut: 'Nothing is learned from it; the peer was trained on the training half of the corpus.',
  metrics: [points('Arg-C head P'), points('Arg-C head R'), points('Arg-C head F1', f1Peers)],
  parts, sample: null,
  run: (input, engine) => runArguments(input, engine, read),
})

export const wikiEvents = board('wikievents', 'WikiEvents', [{ name: 'dev', split: 'dev', files: ['wikievents/dev.jsonl'] }, { name: 'test', split: 'test', files: ['wikievents/test.jsonl'] }], readWikiEvents, peers)
export const rams: Board = { ...board('rams', 'RAMS', [{ name: 'dev', split: 'dev', files: ['rams/dev.jsonlines'] }, { name: 'test', split: 'test', files: ['rams/test.jsonlines'] }], readRams, []), sample: 300 }

interface Argument extends Extent { readonly role: string }
/** An event as given: its trigger, its type and its arguments; extents into the document's text. */
export interface GivenEvent { readonly type: string; readonly trigger: Extent; readonly arguments: readonly Argument[] }
export interface ArgumentDocument { readonly id: string; readonly text: string; readonly events: readonly GivenEvent[] }

const lines = <T>(text: string): readonly T[] => text.split('\n').filter(line => line.trim() !== '').map(line => JSON.parse(line) as T)
const extentOf = (extents: readonly Extent[], first: number, last: number): Extent => ({ start: extents[first]?.start ?? 0, end: extents[last]?.end ?? 0 })

interface WikiDocument {
  readonly doc_id: string
  readonly sentences: readonly (readonly [readonly (readonly [string, number, number])[], string])[]
  readonly entity_mentions: readonly { readonly id: string; readonly start: number; readonly end: number }[]
  readonly event_mentions: readonly { readonly event_type: string; readonly trigger: { readonly start: number; readonly end: number }; readonly arguments: readonly { readonly entity_id: string; readonly role: string }[] }[]
}

/** WikiEvents: positions count tokens over the whole document, `end` exclusive. */
export function readWikiEvents(text: string): readonly ArgumentDocument[] {
  return lines<WikiDocument>(text).map(d => {
    const whole = joined(d.sentences.map(([tokens]) => tokens.map(([word]) => word))), entities = new Map(d.entity_mentions.map(m => [m.id, extentOf(whole.extents, m.start, m.end - 1)]))
    const events = d.event_mentions.map(e => ({ type: e.event_type, trigger: extentOf(whole.extents, e.trigger.start, e.trigger.end - 1), arguments: e.arguments.flatMap(a => { const at = entities.get(a.entity_id); return at === undefined ? [] : [{ ...at, role: a.role.toLowerCase() }] }) }))
    return { id: d.doc_id, text: whole.text, events }
  })
}

interface RamsDocument { readonly doc_key: string; readonly sentences: readonly (readonly string[])[]; readonly evt_triggers: readonly (readonly [number, number, readonly (readonly [string, number])[]])[]; readonly gold_evt_links: readonly (readonly [readonly [number, number], readonly [number, number], string])[] }

/** RAMS: positions count tokens over the whole document, `end` inclusive; a role stands at the end of a link's name. */
export function readRams(text: string): readonly ArgumentDocument[] {
  return lines<RamsDocument>(text).map(d => {
    const whole = joined(d.sentences)
    const events = d.evt_triggers.map(([first, last, types]) => ({
      type: types[0]?.[0] ?? '', trigger: extentOf(whole.extents, first, last),
      arguments: d.gold_evt_links.filter(([trigger]) => trigger[0] === first).map(([, [from, to], name]) => ({ ...extentOf(whole.extents, from, to), role: name.replace(/^evt\d+arg\d+/, '') })),
    }))
    return { id: d.doc_key, text: whole.text, events }
  })
}

/** Roles of either side, of places and of instruments, after the ontology of KAIROS. */
const SIDES = {
  actor: new Set('attacker killer injurer deliberateinjurer destroyer damager damagerdestroyer disabler dismantler jailer communicator demonstrator transporter giver participant preventer prosecutor judgecourt investigator perpetrator inspector observer spy retreater surrenderer yielder granter governmentbody manufacturer treater voter impeder victor executioner monitor'.split(' ')),
  recipient: new Set('victim target recipient detainee defendant passengerartifact passenger artifact employee beneficiary candidate patient defeated participant observedentity inspectedentity monitoredentity subject impededevent vehicle'.split(' ')),
  place: new Set('place destination origin territoryorfacility'.split(' ')),
  instrument: new Set('instrument explosivedevice means'.split(' ')),
}

/** For each event type the roles seen in the corpus with it, in the order of how often: only an inventory, no answer for an event. */
function inventory(documents: readonly ArgumentDocument[]): ReadonlyMap<string, readonly string[]> {
  const seen = new Map<string, Map<string, number>>()
  for (const event of documents.flatMap(d => d.events)) for (const { role } of event.arguments) {
    const roles = seen.get(event.type) ?? new Map<string, number>()
    seen.set(event.type, roles.set(role, (roles.get(role) ?? 0) + 1))
  }
  return new Map([...seen].map(([type, roles]) => [type, [...roles].sort((a, b) => b[1] - a[1]).map(([role]) => role)]))
}

/** Our arguments of the events at a trigger: each party's best word, by the head. */
function ourArguments(events: readonly Event[], given: GivenEvent, roles: readonly string[], layers: Layers): readonly Argument[] {
  const role = (side: keyof typeof SIDES): string | undefined => roles.find(r => SIDES[side].has(r))
  const near = (evidence: readonly Extent[]): readonly Extent[] => evidence.toSorted((a, b) => Math.abs(a.start - given.trigger.start) - Math.abs(b.start - given.trigger.start)).slice(0, 1)
  const of = (side: keyof typeof SIDES, all: readonly { readonly evidence: readonly Extent[] }[]): readonly Argument[] => { const name = role(side); return name === undefined ? [] : all.flatMap(p => near(p.evidence)).map(e => ({ ...headWord(e, layers), role: name })) }
  return events.flatMap(e => [...of('actor', e.actors), ...of('recipient', e.recipients), ...of('place', e.places.slice(0, 1)), ...of('instrument', e.weapons.map(w => ({ evidence: [w] })))])
}

interface Answered { readonly document: ArgumentDocument; readonly event: GivenEvent; readonly events: readonly Event[]; readonly expected: readonly string[]; readonly given: readonly string[]; readonly explained: Explained | null }

function runArguments({ files: [[file = ''] = []] }: Input, engine: Engine, read: (text: string) => readonly ArgumentDocument[]): Outcome {
  const documents = read(readFileSync(file, 'utf8')), roles = inventory(documents)
  const answered = engine.pick(documents).map(document => answer(document, roles, engine))
  return {
    measured: prfOf('Arg-C head', answered.map(all => all.map(a => bagCounts(a.expected, a.given)).reduce((sum, row) => sum.map((n, i) => n + row[i]!), [0, 0, 0]))),
    mistakes: answered.flat().flatMap(mistakesOf),
  }
}

function answer(document: ArgumentDocument, roles: ReadonlyMap<string, readonly string[]>, engine: Engine): readonly Answered[] {
  const report = { id: document.id, text: document.text }, explained = engine.code(report), layers = explained === null ? null : engine.layers(report)
  return document.events.map(event => {
    const events = explained?.analysis.events.filter(e => e.mentions.some(m => overlaps(m, event.trigger))) ?? []
    const key = (a: Argument, head: Extent): string => `${a.role} ${head.start}`
    const expected = event.arguments.map(a => key(a, layers === null ? a : headWord(a, layers)))
    const given = layers === null ? [] : [...new Set(ourArguments(events, event, roles.get(event.type) ?? [], layers).map(a => key(a, a)))]
    return { document, event, events, expected, given, explained }
  })
}

function mistakesOf({ document, event, events, expected, given, explained }: Answered): readonly Mistake[] {
  if (bagCounts(expected, given).slice(1).every(n => n === 0)) return []
  const told = (keys: readonly string[]): string => keys.map(key => { const [role = '', at = '0'] = key.split(' '); return `${role} "${document.text.slice(Number(at), Number(at) + 30).split(/\s/)[0]!}"` }).join(', ') || 'nothing'
  return [{ kind: events.length === 0 ? 'missed' : 'wrong', document: document.id, text: document.text.slice(Math.max(0, event.trigger.start - 150), event.trigger.end + 150), expected: `${event.type}: ${told(expected)}`, got: told(given), trail: explained === null ? [] : events.flatMap(e => trailOf(explained, e.id)) }]
}
