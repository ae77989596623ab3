/** The pure parts of the review: answers as decisions, evidence, pace, what is settled between two coders. */
import { describe, expect, test } from 'vitest'
import type { Incident, Quantity, Testimony } from '../src/core/model/index.ts'
import type { NewDecision } from '../src/web/api/queries.ts'
import { compared, followed, nones, settled, unsettled } from '../src/web/views/batch/settle.ts'
import { paceOf, sayPace } from '../src/web/views/review/pace.ts'
import { sayStrength } from '../src/web/views/review/strength.ts'
import { evidenceOf, reportsOf, type Task, type TaskBody } from '../src/web/views/review/task.ts'
import { chooseValue, codeMissed, decidePair, giveValue, linkPair, rejectValue, yesOrNo } from '../src/web/views/review/verdict.ts'

const span = (start: number, exact = 'x'): { readonly start: number; readonly end: number; readonly exact: string } => ({ start, end: start + exact.length, exact })
const killed = (n: number): Quantity => ({ min: n, max: n, of: null, evidence: [] })
const says = (document: string, event: string, at: number): Testimony => ({ document, event, publisher: null, published: null, speaker: null, entity: null, stance: 'reports', about: 'killed', evidence: [span(at)], copyOf: null })

/** 14 by two reports, 23 by one of them and a third. */
const incident = { id: 'i-1', members: [{ document: 'a', event: 'e1' }], fields: [{ field: 'killed', chosen: 0, corrected: null, rule: 'r', why: '', disputed: true, values: [{ value: killed(14), testimonies: [says('a', 'e1', 5), says('b', 'e2', 7)] }, { value: killed(23), testimonies: [says('b', 'e2', 20), says('c', 'e1', 1)] }] }] } as unknown as Incident
const task = (body: TaskBody, more: Partial<Task> = {}): Task => ({ id: 't', kind: body.kind, field: body.kind === 'field' ? body.field : null, incident: 'i-1', other: null, document: 'a', uncertainty: 1, impact: 1, weight: 1, body, incidents: [incident], told: [], pair: null, ...more })
const A = { document: 'a', event: 'e1' }, B = { document: 'b', event: 'e2' }, toll = task({ kind: 'field', field: 'killed', event: A, values: 2, disputed: true, why: '' })

describe('an answer', () => {
  test('accepts what an event alone says, and names the value where it says several', () => {
    expect(chooseValue(toll, 0)!.decisions).toEqual([{ kind: 'accept', event: A, field: 'killed' }])
    expect(chooseValue(toll, 1)!.decisions).toEqual([{ kind: 'correct', event: B, field: 'killed', value: killed(23), evidence: [span(20)] }])
    expect(chooseValue(toll, 2)).toBeNull()
  })
  test('rejects a value at every event that gives it, once each', () => {
    expect(rejectValue(toll, 0)!.decisions).toEqual([{ kind: 'reject', event: A, field: 'killed' }, { kind: 'reject', event: B, field: 'killed' }])
  })
  test('is the same choice for two people who say the same, whether chosen or written', () => {
    expect(giveValue(toll, killed(23), [], 'counted')!.choice).toBe(chooseValue(toll, 1)!.choice)
    expect(chooseValue(toll, 0)!.choice).not.toBe(chooseValue(toll, 1)!.choice)
  })
  test('of yes or no means what its task asks', () => {
    expect(yesOrNo(task({ kind: 'event', event: A, confidence: 0.3 }), false)!.decisions).toEqual([{ kind: 'reject', event: A, field: null }])
    expect(yesOrNo(task({ kind: 'link', from: A, to: B, link: 'cause', evidence: [] }), false)!.decisions).toEqual([{ kind: 'unlink', from: A, to: B, link: 'cause' }])
    const missed = task({ kind: 'missed', type: 'ASSAULT', span: span(1), confidence: 0.3 })
    expect(yesOrNo(missed, true)).toBeNull()
    expect(yesOrNo(missed, false)).toMatchObject({ choice: 'none', decisions: [] })
    expect(codeMissed(missed, { coded: { type: 'ASSAULT', mentions: [span(1)] }, reason: null })).toMatchObject({ choice: 'event', decisions: [{ kind: 'add', event: { document: missed.document }, coded: { type: 'ASSAULT' } }] })
    expect(yesOrNo(toll, true)).toBeNull()
  })
  test('to a pair: as the machine has it, one, two, or two of which the later answers', () => {
    const joined = task({ kind: 'pair', a: A, b: B, score: 1, same: true }), apart = task({ kind: 'pair', a: A, b: B, score: -1, same: false })
    expect([yesOrNo(joined, true), yesOrNo(joined, false), yesOrNo(apart, true)].map(v => v!.choice)).toEqual(['same', 'different', 'different'])
    expect(decidePair(A, B, true).decisions).toEqual([{ kind: 'merge', a: A, b: B }])
    const told = [{ ...A, published: '2024-01-03' }, { ...B, published: '2024-01-01' }] as unknown as Task['told']
    expect(linkPair({ ...apart, told })!.decisions[1]).toEqual({ kind: 'link', from: A, to: B, link: 'response' })
  })
})

test('evidence goes through the values in order, and its reports are asked for', () => {
  expect(evidenceOf(toll).map(e => [e.document, e.start, e.value])).toEqual([['a', 5, 0], ['b', 7, 0], ['b', 20, 1], ['c', 1, 1]])
  expect(reportsOf(toll)).toEqual(['a', 'b', 'c'])
})

test('pace is the median of answers; pauses say nothing of it', () => {
  expect(paceOf([2000, 4000, 9_000_000], 1)).toEqual({ decided: 3, skipped: 1, seconds: 3 })
  expect(sayPace(paceOf([4000], 0), 30)).toBe('1 decided, 4 s each, about 2 minutes for the 30 left')
  expect(sayPace(paceOf([], 0), 1200)).toBe('1,200 to decide')
})

test('a coefficient is put in words, unless little was answered', () => {
  expect([sayStrength(0.85, 100), sayStrength(0.7, 30), sayStrength(0.3, 60), sayStrength(0.9, 12), sayStrength(-0.1, 40), sayStrength(null, 30)]).toEqual(['reliable', 'tentative', 'weak', 'too few answers to say', 'no better than chance', 'cannot be told from chance'])
})

describe('settling', () => {
  const answer = (choice: string): { readonly choice: string; readonly decisions: readonly { readonly kind: string }[]; readonly note: null } => ({ choice, decisions: [{ kind: choice }], note: null })
  const rows = compared([{ task: { ...toll, id: '1' }, answers: { ada: answer('x'), ben: answer('x') } }, { task: { ...toll, id: '2' }, answers: { ada: answer('x'), ben: answer('y') } }, { task: { ...toll, id: '3' }, answers: { ben: answer('y') } }, { task: { ...toll, id: '4' }, answers: {} }], ['ada', 'ben'])
  test('what both say needs nobody; what they differ on, and what one alone said, does', () => {
    expect(rows.map(r => r.same)).toEqual([true, false, false, false])
    expect(unsettled(rows, {}).map(r => r.id)).toEqual(['2', '3'])
    expect(unsettled(rows, { 2: 1, 3: 'neither' })).toEqual([])
  })
  test('decides what both said and what a side was taken on', () => {
    expect(settled(rows, { 2: 1, 3: 'neither' }).map(d => d.kind)).toEqual(['x', 'y'])
    expect(settled(rows, {}).map(d => d.kind)).toEqual(['x'])
  })
  test('keeps of which words it is held that they tell of no event, and tells of a closed batch whom the editor followed', () => {
    const said = (choice: string, ...decisions: readonly NewDecision[]) => ({ choice, decisions, note: null }), split = { kind: 'split', a: { ...A, mention: span(1) }, b: B }, merge = { ...split, kind: 'merge' }, added = { kind: 'add', event: { document: 'a', event: '' }, coded: { mentions: [span(3)] } }
    const missed = task({ kind: 'missed', type: 'ASSAULT', span: span(3), confidence: 0.4 }), pair = task({ kind: 'pair', a: A, b: B, score: 1, same: true })
    const rows = compared([
      { task: { ...missed, id: 'm1' }, answers: { ben: said('none'), cleo: said('none') } }, { task: { ...missed, id: 'm2' }, answers: { ben: said('event', added), cleo: said('none') } },
      { task: { ...pair, id: 'p' }, answers: { ben: said('same', merge), cleo: said('different', split) } },
    ], ['ben', 'cleo'])
    expect([nones(rows, {}), nones(rows, { m2: 1 }), nones(rows, { m2: 0 }), nones(rows, { m2: 'neither' })]).toEqual([['m1'], ['m1', 'm2'], ['m1'], ['m1']])
    const kept = (d: NewDecision): NewDecision => ({ ...d, id: 'x', by: 'ada', reason: 'r', ...d.kind === 'add' ? { event: { document: 'a', event: 'p-1' }, coded: { id: 'p-1', mentions: [span(3)] } } : {} })
    expect(followed(rows, [split, added].map(kept))).toEqual({ m2: 0, p: 1 })
    expect(followed(rows, [])).toEqual({})
  })
})
