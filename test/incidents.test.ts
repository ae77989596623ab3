/** Incidents: what becomes one occurrence and what stays two, rival claims, grades, copies, links, and what people decide. */
import { describe, expect, test } from 'vitest'
import { explainPair, incidentsOf, sentenceAt, signatureOf, likeness, type FiledReport } from '../src/core/incidents/index.ts'
import type { Decision, Event, Incident, IncidentField } from '../src/core/model/index.ts'
import { analyse, readIncidents } from '../src/index.ts'
import { analysis, anchor, claim, count, decide, event, filed, lexicon, on, party, span, town } from './support/incident-cases.ts'

const read = (reports: readonly FiledReport[], decisions: readonly Decision[] = []): readonly Incident[] => [...incidentsOf(reports, decisions, lexicon).incidents]
const members = (list: readonly Incident[]): readonly string[] => list.map(i => i.members.map(m => `${m.document}:${m.event}`).join(' '))
const field = (i: Incident, name: IncidentField) => i.fields.find(f => f.field === name)!

const morning = analysis('wire', [event('e1', { killed: count(9, null), claims: [claim('police', 'reports', 'killed', count(9, null))] })], '2024-05-03')
const evening = analysis('daily', [event('e1', { killed: count(14), actors: [party('Red Banner Front')], claims: [claim('hospital', 'reports', 'killed', count(14)), claim('army', 'accuses', 'actor', 'Red Banner Front')] })], '2024-05-03')
const next = analysis('herald', [event('e1', { killed: count(14), actors: [party('Red Banner Front')], claims: [claim('Red Banner Front', 'denies', 'actor')] })], '2024-05-04')
const round = [morning, evening, next].map(a => filed(a))

describe('a round of reports with rival tolls and a denial', () => {
  const [incident, ...others] = read(round)
  test('is one incident that keeps each value with who gives it', () => {
    expect(others).toEqual([])
    expect(incident!.members.map(m => m.document)).toEqual(['daily', 'herald', 'wire'])
    const killed = field(incident!, 'killed')
    expect(killed.values.map(v => [v.value, v.testimonies.map(t => `${t.speaker ?? 'itself'} in ${t.document}`)])).toEqual([
      [expect.objectContaining({ min: 14, max: 14 }), ['itself in daily', 'hospital in daily', 'itself in herald']],
      [expect.objectContaining({ min: 9, max: null }), ['itself in wire', 'police in wire']],
    ])
    expect(killed.values.flatMap(v => v.testimonies).every(t => t.evidence.length > 0)).toBe(true)
  })
  test('takes the latest count and says so', () => {
    expect(incident!.killed).toMatchObject({ min: 14, max: 14 })
    expect(field(incident!, 'killed')).toMatchObject({ rule: 'choice:latest-count', disputed: false })
    expect(field(incident!, 'killed').why).toContain('2024-05-04')
  })
  test('is contested, since those accused deny it', () => {
    expect(incident).toMatchObject({ grade: 'contested', disputed: true })
    expect(field(incident!, 'actors').why).toContain('Red Banner Front denies it')
  })
  test('is fair without the denial, weak in one report, confirmed where somebody claims it', () => {
    expect(read([morning, evening].map(a => filed(a)))[0]).toMatchObject({ grade: 'fair', disputed: false, independent: 2 })
    expect(read([filed(analysis('wire', [event('e1')]))])[0]).toMatchObject({ grade: 'weak', independent: 1 })
    expect(read([filed(analysis('wire', [event('e1', { actors: [party('Red Banner Front')], claims: [claim('Red Banner Front', 'claims-responsibility', 'event')] })]))])[0]).toMatchObject({ grade: 'confirmed' })
  })
})

test('tolls of one day that exclude each other are in dispute, a toll that rises is not', () => {
  const first = analysis('a', [event('e1', { killed: count(20, 25) })]), rival = analysis('b', [event('e1', { killed: count(3) })]), later = analysis('b', [event('e1', { killed: count(31) })], '2024-05-05')
  expect(field(read([filed(first), filed(rival)])[0]!, 'killed').disputed).toBe(true)
  expect(field(read([filed(first), filed(later)])[0]!, 'killed')).toMatchObject({ disputed: false, chosen: 1 })
})

test('different sides accused contest an incident', () => {
  const a = analysis('a', [event('e1', { actors: [party('Red Banner Front')], claims: [claim('army', 'accuses', 'actor', 'Red Banner Front')] })]), b = analysis('b', [event('e1', { claims: [claim('governor', 'accuses', 'actor', 'Desert Hawks')] })])
  expect(read([filed(a), filed(b)])[0]).toMatchObject({ grade: 'contested', disputed: true })
})

describe('look-alikes', () => {
  const here = analysis('a', [event('e1', { killed: count(5) })])
  test.each([
    ['another day', { date: on('2024-05-09'), killed: count(5) }], ['another town', { places: [town('Nyala', 12.05, 24.88)], killed: count(8) }], ['another kind of act', { type: 'PROTEST', mode: 'demo' }],
  ] as const)('%s is another incident', (_, over) => {
    expect(read([filed(here), filed(analysis('b', [event('e1', over)], '2024-05-10'))])).toHaveLength(2)
  })
  test('two acts of one report stay apart, and each finds its own in another', () => {
    const two = (id: string) => analysis(id, [event('e1', { killed: count(5) }), event('e2', { mode: 'firearms', killed: count(2), weapons: [span('rifle')], mentions: [span('gunmen shot at a bus')], recipients: [party('passengers', 'CVL')] })])
    expect(members(read([filed(two('a')), filed(two('b'))]))).toEqual(['a:e1 b:e1', 'a:e2 b:e2'])
  })
})

describe('a town that a report names elsewhere', () => {
  const told = (id: string, start: number): FiledReport => filed(analysis(id, [event('e1', { places: [{ ...town('Nyala', 12.05, 24.88), evidence: [span('Nyala', start)] }], killed: count(17), actors: [party('Red Banner Front')] })]))
  const here = filed(analysis('a', [event('e1', { killed: count(17), actors: [party('Red Banner Front')] })])), barred = (other: FiledReport): boolean => explainPair([here.analysis, 'e1'], [other.analysis, 'e1'], lexicon)!.reasons.some(r => r.feature === 'bar-place')
  test('bars nothing where it stands far from the words for the act', () => { expect(barred(told('b', 900))).toBe(false) })
  test('bars where it stands beside them', () => { expect(barred(told('b', 40))).toBe(true) })
})

test('an aircraft that was brought down is another act than a killing, and the same as its downing told elsewhere', () => {
  const told = (id: string, words: string): FiledReport => filed(analysis(id, [event('e1', { mode: null, mentions: [span(words)] })])), feature = (a: FiledReport, b: FiledReport): string => explainPair([a.analysis, 'e1'], [b.analysis, 'e1'], lexicon)!.reasons.find(r => r.feature.startsWith('mode'))!.feature
  expect(feature(told('a', 'shot down'), told('b', 'killed'))).toBe('mode-open')
  expect(feature(told('a', 'shot down'), told('b', 'the crash'))).toBe('mode-same')
  expect(feature(told('a', 'clashed'), told('b', 'killed'))).toBe('mode-none')
})

test('what two reports tell first is compared, whatever else they differ in', () => {
  const hall = analysis('a', [event('e1', { mode: 'suicide-attack', killed: count(9, null), injured: count(21), recipients: [party('worshippers', 'CVL')], weapons: [span('explosive vest')] })])
  const quarter = analysis('b', [event('e1', { mode: 'firearms', killed: count(14), injured: count(24), recipients: [], weapons: [span('pistol')], places: [{ ...town('Zorvidar'), country: 'SD' }] })], '2024-05-05')
  expect(explainPair([hall, 'e1'], [quarter, 'e1'], lexicon)!.same).toBe(true)
  expect(members(read([filed(hall), filed(quarter)]))).toEqual(['a:e1 b:e1'])
})

describe('what goes on when it is told', () => {
  const truce = (id: string, date: Event['date'], published: string) => filed(analysis(id, [event('e1', { type: 'RETREAT', mode: 'ceasefire', mentions: [span('truce')], weapons: [], recipients: [], actors: [party('Red Banner Front'), party('army', 'MIL')], date })], published))
  const lasting = { ...on('2024-05-03'), edtf: '2024-05-03/..', end: null }
  test('may be told of a later day', () => { expect(read([truce('a', lasting, '2024-05-04'), truce('b', on('2024-05-08'), '2024-05-08')])).toHaveLength(1) })
  test('what ended on a day may not', () => { expect(read([truce('a', on('2024-05-03'), '2024-05-04'), truce('b', on('2024-05-08'), '2024-05-08')])).toHaveLength(2) })
})

test('what one report gives no day finds the other by its toll', () => {
  const dated = analysis('a', [event('e1', { killed: count(17), recipients: [party('traders', 'CVL')] })]), undated = analysis('b', [event('e1', { killed: count(17), date: null, places: [{ ...town('Kordofan'), precision: 'province', gazetteer: null }] })], '2024-05-04')
  expect(read([filed(dated), filed(undated)])).toHaveLength(1)
})

test('a report of years later joins by the day it names', () => {
  const anniversary = analysis('z', [event('e1', { killed: count(12) })], '2025-05-03')
  expect(read([filed(analysis('a', [event('e1', { killed: count(12) })])), filed(anniversary)])).toHaveLength(1)
})

describe('a place that no gazetteer knows', () => {
  const nowhere = { ...town('Zorvidar'), country: null }
  const told = (id: string, where: Event['places'][number], day: string, others: readonly Event[] = []): FiledReport => filed(analysis(id, [event('e1', { places: [where], date: on(day) }), ...others], '2024-05-09'))
  test('ties an act of the same day more readily than one of another', () => {
    const decided = ['2024-05-03', '2024-05-04'].map(day => explainPair([told('a', town('Zorvidar'), '2024-05-03').analysis, 'e1'], [told('b', town('Nyala', 12.05, 24.88), day).analysis, 'e1'], lexicon))
    expect(decided.map(d => d?.reasons.find(r => r.feature.startsWith('place-'))?.feature)).toEqual(['place-unknown', 'place-unknown-loose'])
  })
  test('one place on one day is a reason of its own', () => {
    const [same, other] = ['2024-05-03', '2024-05-04'].map(day => explainPair([told('a', town('Nyala', 12.05, 24.88), '2024-05-03').analysis, 'e1'], [told('b', town('Nyala', 12.05, 24.88), day).analysis, 'e1'], lexicon)?.reasons.map(r => r.feature))
    expect([same?.includes('day-and-place'), other?.includes('day-and-place')]).toEqual([true, false])
  })
  test('lies in the country that its report tells of', () => {
    const abroad = event('e2', { type: 'PROTEST', mode: 'demo', places: [town('Galle', 6.03, 80.21, 'LK')] }), reasons = explainPair([told('a', nowhere, '2024-05-03', [abroad]).analysis, 'e1'], [told('b', town('Nyala', 12.05, 24.88), '2024-05-03').analysis, 'e1'], lexicon)?.reasons
    expect(reasons?.map(r => r.feature)).toContain('place-far')
  })
  test('or, where it tells of none, in the country whose sides it names', () => {
    const guards = (country: string | null): Event => event('e2', { type: 'PROTEST', mode: 'demo', places: [], actors: [party('border guards', 'MIL', null, country)] })
    const tie = (country: string | null): string | undefined => explainPair([told('a', nowhere, '2024-05-03', [guards(country)]).analysis, 'e1'], [told('b', town('Nyala', 12.05, 24.88), '2024-05-03').analysis, 'e1'], lexicon)?.reasons.find(r => r.feature.startsWith('place-'))?.feature
    expect([tie('LK'), tie('SD'), tie(null)]).toEqual(['place-far', 'place-unknown', 'place-unknown'])
  })
  test('is not spelled like another for the word that says what kind of place it is', () => {
    const tie = (a: string, b: string): string | undefined => explainPair([told('a', town(a), '2024-05-03').analysis, 'e1'], [told('b', town(b), '2024-05-03').analysis, 'e1'], lexicon)?.reasons.find(r => r.feature.startsWith('place-'))?.feature
    expect([tie('Zorvidar village', 'Tamekul village'), tie('Zorvidar village', 'Zurvedar'), tie('Kesh camp', 'Bolo camp')]).toEqual(['place-unknown', 'place-alike', 'place-unknown'])
  })
})

describe('copies of one text', () => {
  const story = 'EL OBEID, May 3 (Reuters) - A bomb exploded in the main market of El Obeid on Friday morning while farmers were unloading onions from their carts, witnesses said. Shopkeepers carried the wounded to the hospital in wheelbarrows because the road was blocked by a burning lorry. The governor promised an inquiry and asked people to stay at home until the streets had been searched.'
  const other = 'Farmers had hardly set up their stalls when the blast tore through El Obeid market. A teacher who lives near by told us that she counted three bodies. Nobody has said who laid the bomb.'
  const a = analysis('agency', [event('e1')]), b = analysis('paper', [event('e1')]), c = analysis('radio', [event('e1')])
  test('count once and name the first', () => {
    const [incident] = read([filed(a, story), filed(b, `${story.replace('(Reuters) ', '')} Read more on our pages.`)])
    expect(incident).toMatchObject({ independent: 1, grade: 'weak' })
    expect(field(incident!, 'occurrence').values[0]!.testimonies.map(t => t.copyOf)).toEqual(['agency', 'agency'])
  })
  test('a text of its own counts', () => {
    expect(read([filed(a, story), filed(b, story), filed(c, other)])[0]).toMatchObject({ independent: 2, grade: 'fair' })
  })
  test('an agency credited is one voice with the agency, however the text was changed', () => {
    expect(read([filed(analysis('agency', [event('e1')], '2024-05-03', 'Reuters'), story), filed(b, `${other}\n(Reuters)`)])[0]!.independent).toBe(1)
  })
  test('signatures tell likeness', () => {
    const x = signatureOf(story)!, y = signatureOf(story.toUpperCase())!, z = signatureOf(other)!
    expect(likeness(x, y)).toBe(1)
    expect(likeness(x, z)).toBeLessThan(0.1)
    expect(signatureOf('too short')).toBeNull()
  })
})

describe('links', () => {
  const a = analysis('a', [event('e1'), event('e2', { type: 'ASSAULT', mode: 'aerial', date: on('2024-05-06'), weapons: [span('jets')], mentions: [span('jets struck', 60)], becauseOf: [{ event: 'e1', kind: 'retaliation', evidence: span('in retaliation') }] })], '2024-05-07')
  const b = analysis('b', [event('e1')])
  test('go from incident to incident with the words that say so', () => {
    const [bomb, strike] = read([filed(a), filed(b)])
    expect(bomb!.members).toHaveLength(2)
    expect(strike!.links).toEqual([{ incident: bomb!.id, kind: 'retaliation', evidence: [{ document: 'a', event: 'e2', span: span('in retaliation') }] }])
  })
  test('people take away and make', () => {
    const cut = decide({ kind: 'unlink', from: anchor(a, 'e2'), to: anchor(b, 'e1'), link: 'retaliation' }), made = decide({ kind: 'link', from: anchor(a, 'e2'), to: anchor(b, 'e1'), link: 'response' })
    expect(read([filed(a), filed(b)], [cut])[1]!.links).toEqual([])
    expect(read([filed(a), filed(b)], [cut, made])[1]!.links.map(l => l.kind)).toEqual(['response'])
  })
})

describe('what people decide', () => {
  const a = analysis('a', [event('e1', { killed: count(4) })]), b = analysis('b', [event('e1', { killed: count(6) })]), c = analysis('c', [event('e1', { date: on('2024-05-20') })], '2024-05-21')
  const reports = [a, b, c].map(x => filed(x))
  test('a merge joins, an undo parts again, an undone undo joins again', () => {
    const merge = decide({ kind: 'merge', a: anchor(a, 'e1'), b: anchor(c, 'e1') }), undo = decide({ kind: 'undo', decision: merge.id }), back = decide({ kind: 'undo', decision: undo.id })
    expect(members(read(reports))).toEqual(['a:e1 b:e1', 'c:e1'])
    expect(members(read(reports, [merge]))).toEqual(['a:e1 b:e1 c:e1'])
    expect(read(reports, [merge, undo])).toEqual(read(reports))
    expect(members(read(reports, [back, merge, undo]))).toEqual(['a:e1 b:e1 c:e1'])
  })
  test('a split parts what the machine joins; of a split and a merge the later holds, with a note', () => {
    const split = decide({ kind: 'split', a: anchor(a, 'e1'), b: anchor(b, 'e1') }), merge = decide({ kind: 'merge', a: anchor(b, 'e1'), b: anchor(a, 'e1') })
    expect(members(read(reports, [split]))).toEqual(['a:e1', 'b:e1', 'c:e1'])
    const both = incidentsOf(reports, [split, merge], lexicon)
    expect(members([...both.incidents])).toEqual(['a:e1 b:e1', 'c:e1'])
    expect(both.notes.map(n => n.code)).toEqual(['decision-overruled'])
  })
  test('a split holds against merges that would go round it', () => {
    const ab = decide({ kind: 'merge', a: anchor(a, 'e1'), b: anchor(b, 'e1') }), bc = decide({ kind: 'merge', a: anchor(b, 'e1'), b: anchor(c, 'e1') }), ac = decide({ kind: 'split', a: anchor(a, 'e1'), b: anchor(c, 'e1') })
    expect(members(read(reports, [ab, bc, ac]))).toEqual(['a:e1', 'b:e1 c:e1'])
  })
  test('a value is corrected, accepted, and a rejected event goes', () => {
    const correct = decide({ kind: 'correct', event: anchor(a, 'e1'), field: 'killed', value: count(5), evidence: [] }), accept = decide({ kind: 'accept', event: anchor(a, 'e1'), field: 'killed' })
    const [corrected] = read(reports, [correct]), [accepted] = read(reports, [accept])
    expect(corrected!.killed).toMatchObject({ min: 5, max: 5 })
    expect(field(corrected!, 'killed')).toMatchObject({ chosen: null, rule: `decision:${correct.id}` })
    expect(field(corrected!, 'killed').values).toHaveLength(2)
    expect(accepted!.killed).toMatchObject({ min: 4, max: 4 })
    expect(members(read(reports, [decide({ kind: 'reject', event: anchor(b, 'e1'), field: null })]))).toEqual(['a:e1', 'c:e1'])
    expect(read(reports, [decide({ kind: 'reject', event: anchor(a, 'e1'), field: 'killed' })])[0]!.killed).toMatchObject({ min: 6 })
  })
  test('a correction that its field cannot have is told of and not followed', () => {
    const bad = (name: IncidentField, value: unknown) => decide({ kind: 'correct', event: anchor(a, 'e1'), field: name, value: value as never, evidence: [] })
    const wrong = [bad('killed', 'many'), bad('actors', 'the army'), bad('date', '2024-05-03'), bad('type', 'MURDER'), bad('weapons', 'rifle'), bad('occurrence', 'yes'), bad('place', { name: 'Gao' }), bad('killed', count(5, 3))]
    const { incidents: all, notes } = incidentsOf(reports, wrong, lexicon)
    expect([...all]).toEqual(read(reports))
    expect(notes.map(n => n.code)).toEqual(wrong.map(() => 'decision-unfit'))
    expect(incidentsOf(reports, [bad('place', 'Gao'), bad('killed', null), bad('weapons', []), bad('mode', 'firearms')], lexicon).notes).toEqual([])
  })
  test('a decision finds its event by its words after a new coding, and is told of where it does not', () => {
    const merge = decide({ kind: 'merge', a: anchor(a, 'e1'), b: anchor(c, 'e1') })
    const anew = analysis('a', [event('e1', { type: 'PROTEST', mode: 'demo', mentions: [span('march', 90)] }), { ...event('e7'), mentions: [span('exploded in the market', 15)] }])
    expect(members(read([anew, b, c].map(x => filed(x)), [merge]))).toContain('a:e7 b:e1 c:e1')
    const lost = incidentsOf([filed(analysis('a', [])), filed(c)], [merge], lexicon)
    expect(lost.notes).toEqual([expect.objectContaining({ code: 'anchor-lost', span: merge.kind === 'merge' ? merge.a.mention : null })])
  })
})

test('a pair is explained field by field, the same from either side', () => {
  const ab = explainPair([morning, 'e1'], [evening, 'e1'], lexicon)!, ba = explainPair([evening, 'e1'], [morning, 'e1'], lexicon)!
  expect(ab.same).toBe(true)
  expect(ab.score).toBeCloseTo(ab.reasons.reduce((sum, r) => sum + r.weight, 0), 1)
  expect(ba.score).toBe(ab.score)
  expect(ab.reasons.every(r => r.says !== r.feature)).toBe(true)
  const barred = explainPair([morning, 'e1'], [analysis('q', [event('e1', { date: on('2024-06-01') })]), 'e1'], lexicon)!
  expect(barred.same).toBe(false)
  expect(barred.reasons[0]!.feature).toBe('bar-day')
  expect(barred.reasons[0]!.says).toContain('29 days apart')
  expect(explainPair([morning, 'e9'], [evening, 'e1'], lexicon)).toBeNull()
})

test('the sentence around a span', () => {
  const text = 'Title\n\nGen. A. Musa left on Monday. A bomb killed nine, Dr. Idris said. It was loud.', at = text.indexOf('nine')
  expect(sentenceAt(text, { start: at, end: at + 4 }).exact).toBe('A bomb killed nine, Dr. Idris said.')
  expect(sentenceAt(text, { start: 0, end: 5 }).exact).toBe('Title')
  expect(sentenceAt('', { start: 0, end: 0 }).exact).toBe('')
})

test('from text to incidents', () => {
  const one = analyse({ id: 'one', publisher: 'Wire', published: '2024-01-20', text: 'A car bomb exploded outside a police station in Maiduguri on Friday, killing 12 people, police said.' }, { text: true })
  const two = analyse({ id: 'two', publisher: 'Gazette', published: '2024-01-21', text: 'Boko Haram denied that it was behind the car bomb that killed 15 people outside a police station in Maiduguri on Friday. The army accused Boko Haram of the bombing.' }, { text: true })
  const far = analyse({ id: 'far', publisher: 'Wire', published: '2024-03-02', text: 'A car bomb exploded outside a police station in Maiduguri on Friday, killing 12 people.' }, { text: true })
  const list = [...readIncidents([one, two, far]).incidents].filter(i => i.type === 'ASSAULT')
  expect(list.map(i => i.members.map(m => m.document))).toEqual([['far'], ['one', 'two']])
})
