/** The act between two given parties: which trigger joins them, and what the words that bear on it make of its type. */
import { describe, expect, test } from 'vitest'
import { relate } from '../src/core/analysis/relate.ts'
import { buildActOperators } from '../src/core/events/between.ts'
import { EVENT_TYPES } from '../src/core/model/index.ts'
import { loadKnowledge, loadTables } from '../src/resources/load.ts'

const knowledge = loadKnowledge()
/** Parties stand in <angle> and {curly} brackets. */
function told(marked: string): ReturnType<typeof relate> {
  const extent = (open: string, close: string): { start: number; end: number } => { const before = marked.slice(0, marked.indexOf(open)).replace(/[<>{}]/g, '').length, words = marked.slice(marked.indexOf(open) + 1, marked.indexOf(close)).replace(/[<>{}]/g, ''); return { start: before, end: before + words.length } }
  return relate({ id: 'x', text: marked.replace(/[<>{}]/g, '') }, extent('<', '>'), extent('{', '}'), knowledge)
}

describe('the act that joins two parties', () => {
  test.each([
    ['<The coastal army> shelled {the reef villages} on Monday.', 'ASSAULT'], ['{Two editors} were arrested by <the harbour police>.', 'COERCE'], ['<The premier> met with {the northern envoy} in Port Amsel.', 'CONSULT'],
    ['<The island council> praised {the mediators}, hours after gunmen attacked a ferry.', 'SUPPORT'], ['Gunmen attacked a ferry while <the premier> met with {the northern envoy}.', 'CONSULT'],
  ])('%s', (sentence, type) => { expect(told(sentence)?.type).toBe(type) })
})

describe('words that join two parties though they name no event', () => {
  test.each([
    ['<The museum> returned five carved masks to {the islands}.', 'RETREAT'], ['<The premier> returned to {Port Amsel} on Monday.', 'CONSULT'], ['<The junta> granted {the editors} permission to leave.', 'CONCEDE'], ['<The federation> withdrew its peacekeepers from {the islands}.', 'SANCTION'],
    ['<The federation> withdrew its troops from {the islands}.', 'RETREAT'], ['<The federation> is sending doctors to {the islands}.', 'AID'], ['<The federation> has reduced military aid to {the islands}.', 'SANCTION'], ['<The federation> and {the islands} signed a fishing pact.', 'SUPPORT'],
    ['<The federation> and {the islands} held war games off the reefs.', 'COOPERATE'], ['<The federation> held war games off {the islands}.', 'MOBILIZE'], ['<The judge> ordered the arrest of {two editors}.', 'COERCE'], ['<The premier> ordered {the army} to leave the reefs.', 'REQUEST'],
  ])('%s', (sentence, type) => { expect(told(sentence)?.type).toBe(type) })
  test('the verb above decides, not the noun next to the recipient', () => {
    expect(told('<The federation> lifted all restrictions on visits to relatives in {the islands}.')?.type).toBe('CONCEDE')
    expect(told('<The federation> launched an attack on {the islands}.')).toMatchObject({ type: 'ASSAULT' })
  })
})

describe('words that bear on an act', () => {
  test.each([
    ['<The rebels> refused to meet with {the premier}.', 'REJECT'], ['<The junta> threatened to bomb {the islands}.', 'THREATEN'], ['<The envoy> called on {the junta} to release the editors.', 'REQUEST'], ['<The union> condemned {the junta} for the arrest of two editors.', 'ACCUSE'],
    ['<The federation> will bomb {the islands}.', 'THREATEN'], ['<The premier> said {the junta} must leave the islands.', 'REQUEST'], ['<The premier> said {the junta} was bombing the islands.', 'ACCUSE'],
    ['<The federation> lifted sanctions on {the islands}.', 'CONCEDE'], ['<The federation> suspended aid to {the islands}.', 'SANCTION'], ['<The federation> will release {the sailors} next week.', 'AGREE'], ['<The federation> will not release {the sailors}.', 'REJECT'],
  ])('%s', (sentence, type) => { expect(told(sentence)?.type).toBe(type) })
  test('a word that bears on other acts only leaves this one as it is', () => {
    expect(told('<The federation> has bombed {the islands}.')?.type).toBe('ASSAULT')
    expect(told('<The federation> released {the sailors}.')).toMatchObject({ type: 'RETREAT', operators: [] })
  })
  test('the words that were applied are named, nearest first', () => { expect(told('<The federation> will not lift sanctions on {the islands}.')?.operators.at(-1)).toMatch(/not|n't/) })
})

test('no act is no answer, parties without tokens too', () => {
  expect(told('<The premier> is older than {the envoy}.')).toBeNull()
  expect(relate({ id: 'x', text: '' }, { start: 0, end: 0 }, { start: 0, end: 0 }, knowledge)).toBeNull()
})

test('every word of the table gives a type there is, over types there are', () => {
  const all = [...buildActOperators(loadTables()['act-operators.tsv']!).values()].flat()
  expect(all.length).toBeGreaterThan(60)
  expect(all.filter(o => !EVENT_TYPES.includes(o.gives) || [...o.over].some(t => !(EVENT_TYPES as readonly string[]).includes(t)))).toEqual([])
})
