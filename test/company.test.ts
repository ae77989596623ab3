/** What the report as a whole says of whether its words of war mean war. */
import { describe, expect, test } from 'vitest'
import { findAccounts } from '../src/core/events/account.ts'
import { besides, traitsOf } from '../src/core/events/company.ts'
import { readingOf } from '../src/core/events/reading.ts'
import { findTolls } from '../src/core/events/tolls.ts'
import { findTriggers } from '../src/core/events/triggers.ts'
import { layersOf } from '../src/core/analysis/analyse.ts'
import { analyse } from '../src/index.ts'
import { loadKnowledge } from '../src/resources/load.ts'

const knowledge = loadKnowledge()
function read(text: string) {
  const r = readingOf(layersOf({ id: 'r', published: '2024-03-15', text }, knowledge).layers), accounts = findAccounts(r, findTriggers(r), findTolls(r), knowledge.statuses)
  return { r, accounts }
}

describe('traits of a report', () => {
  test('armed parties, losses and places are often told in a report of war, never in one of chess', () => {
    const war = read('Rebels shelled Goma on Monday, killing nine people. Soldiers of the Congolese army answered with rockets in Sake.')
    expect(traitsOf(war.r, war.accounts)).toEqual(['report:often-armed', 'report:often-toll', 'report:often-place'])
    const chess = read('The champion attacked with his queen. White bombarded the king.')
    expect(traitsOf(chess.r, chess.accounts)).toEqual(['report:no-armed', 'report:no-toll', 'report:no-place'])
  })
  test('an act is told beside acts of other types in its own sentence only', () => {
    const { accounts } = read('Gunmen arrived on motorcycles in Djibo and shot dead three traders on Monday. Police arrested two men on Tuesday.')
    const beside = besides(accounts), of = (type: string) => beside.get(accounts.find(a => a.type === type)!)
    expect(of('ASSAULT')!.every(t => t.startsWith('beside:ASSAULT~'))).toBe(true)
    expect(of('COERCE')).toEqual([])
  })
})

const codes = (text: string): string => analyse({ id: 'r', published: '2024-03-15', text }).events.map(e => `${e.type}/${e.mode ?? '-'}`).join(' ')

describe('who or what does it tells whether it is an act', () => {
  test.each([
    ['Soldiers drove 300 people from their homes in Kibumba on Monday.', 'COERCE/deport'],
    ['The war has driven 300 people from their homes in Kibumba.', ''],
    ['Police picked up nine students in Dhaka on Monday.', 'COERCE/arrest'],
  ])('%s', (text, wanted) => { expect(codes(text)).toBe(wanted) })
  test('a colon ends a name', () => {
    const [event] = analyse({ id: 'r', published: '2024-03-15', text: 'Myanmar: Soldiers burned 40 houses in Pauk on Monday.' }).events
    expect(event!.actors.map(a => a.name)).not.toContain('Myanmar: Soldiers')
  })
})
