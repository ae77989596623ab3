/** Events that people add: they enter incidents like any other, outlive new engines and changed texts, and are told apart. */
import { describe, expect, test } from 'vitest'
import { addedId, addersOf, eventByHand, incidentsOf, restingOn, trailByHand, withAdded, wordsNear } from '../src/core/incidents/index.ts'
import type { Decision, Incident } from '../src/core/model/index.ts'
import { analysis, anchor, claim, count, decide, event, filed, lexicon, on, party, span, town } from './support/incident-cases.ts'

const TEXT = 'A bomb exploded in the market. In Bara gunmen shot two guards; the guards of Bara fled.'
const words = (exact: string, from = 0) => span(exact, TEXT.indexOf(exact, from))
const ambush = eventByHand(restingOn({ type: 'ASSAULT', mode: 'firearms', mentions: [words('shot')], actors: [{ ...party('gunmen'), evidence: [] }], recipients: [{ ...party('guards', 'COP'), evidence: [] }], places: [{ ...town('Bara', 13.7, 30.36), evidence: [] }], date: { ...on('2024-05-02'), evidence: [] }, killed: { ...count(2), evidence: [] } }, TEXT))
const report = analysis('a', [event('e1', { mentions: [words('exploded')] })])
const adding = (over: object = {}): Decision => decide({ kind: 'add', event: { document: 'a', event: '', mention: words('shot'), type: 'ASSAULT' }, coded: ambush, sha256: '0', ...over } as never)
const named = (d: Decision): Decision => (d.kind === 'add' ? { ...d, event: { ...d.event, event: addedId(d.id) } } : d)
const read = (decisions: readonly Decision[], reports = [filed(report)]): readonly Incident[] => [...incidentsOf(reports, decisions, lexicon).incidents]

describe('an event by hand', () => {
  test('rests field by field on its own words, nearest to the event, else on those of the event', () => {
    expect([ambush.actors[0]!.evidence, ambush.places[0]!.evidence, ambush.killed!.evidence, ambush.date!.evidence]).toEqual([[words('gunmen')], [words('Bara')], [words('shot')], [words('shot')]])
    expect(ambush).toMatchObject({ status: 'occurred', confidence: 1, claims: [], summary: 'ASSAULT/firearms: gunmen → guards, Bara, 2024-05-02 (2 killed)' })
    expect(wordsNear(TEXT, words('fled'), 'the  GUARDS')).toEqual(words('the guards'))
    expect(wordsNear(TEXT, words('fled'), 'guard')).toBeNull()
  })

  test('enters incidents, marked with who added it, and leaves them when it is taken back', () => {
    const add = named(adding()), undo = decide({ kind: 'undo', decision: add.id }), [, added] = read([add]).toSorted((x, y) => addersOf(x).length - addersOf(y).length)
    expect(read([])).toHaveLength(1)
    expect(added).toMatchObject({ members: [{ document: 'a', event: addedId(add.id) }], type: 'ASSAULT', mode: 'firearms', killed: { min: 2, max: 2 }, confidence: 1 })
    expect(addersOf(added!)).toEqual(['Amna'])
    expect(read([add, undo])).toEqual(read([]))
    expect(read([add, undo, decide({ kind: 'undo', decision: undo.id })])).toHaveLength(2)
  })

  test('is decided upon like any other', () => {
    const add = named(adding()), folded = withAdded(report, [add]).analysis, correct = decide({ kind: 'correct', event: anchor(folded, addedId(add.id)), field: 'killed', value: count(3), evidence: [] })
    expect(read([add, correct]).find(i => addersOf(i).length > 0)!.killed).toMatchObject({ min: 3 })
    expect(read([add, decide({ kind: 'reject', event: anchor(folded, addedId(add.id)), field: null })])).toHaveLength(1)
  })

  test('takes the place of what a later engine finds at the words, with who speaks of it and what answers it', () => {
    const found = event('e2', { mode: 'firearms', mentions: [words('shot two guards')], claims: [claim('the governor', 'confirms', 'event')] }), later = event('e3', { type: 'COERCE', mode: 'arrest', mentions: [words('fled')], becauseOf: [{ event: 'e2', kind: 'response', evidence: words('fled') }] })
    const add = named(adding()), { analysis: now } = withAdded(analysis('a', [...report.events, found, later]), [add]), id = addedId(add.id)
    expect(now.events.map(e => e.id)).toEqual(['e1', 'e3', id])
    expect(now.events[2]).toMatchObject({ killed: { min: 2 }, claims: [{ speaker: { name: 'the governor' } }], addedBy: 'Amna' })
    expect(now.events[1]!.becauseOf[0]!.event).toBe(id)
  })

  test('is found again where the text has changed, and told of where its words are gone', () => {
    const add = named(adding()), changed = { ...report, document: { ...report.document, sha256: '1' } }, text = `Corrected. ${TEXT}`
    const { analysis: moved, notes } = withAdded(changed, [add], text), added = moved.events.at(-1)!
    expect(notes).toEqual([])
    for (const s of [added.mentions[0]!, added.places[0]!.evidence[0]!, added.killed!.evidence[0]!]) expect(text.slice(s.start, s.end)).toBe(s.exact)
    expect(withAdded(changed, [add], 'Nothing of it.')).toMatchObject({ analysis: { events: [{ id: 'e1' }] }, notes: [{ code: 'anchor-lost' }] })
    expect(incidentsOf([filed(changed)], [add], lexicon).notes.map(n => n.code)).toEqual(['anchor-lost'])
    expect(incidentsOf([], [add], lexicon).notes.map(n => n.code)).toEqual(['anchor-lost'])
  })

  test('says of each field that a person gave it, and on which words', () => {
    expect(trailByHand(withAdded(report, [named(adding())]).analysis)).toContainEqual({ event: expect.stringMatching(/^p-[0-9a-f]{8}$/) as string, field: 'actors', rule: 'by-hand:Amna', span: words('gunmen') })
  })
})
