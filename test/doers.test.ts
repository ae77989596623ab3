/** Who or what does it tells whether it is an act at all. */
import { describe, expect, test } from 'vitest'
import { analyse } from '../src/index.ts'

const codes = (text: string): string => analyse({ id: 'r', published: '2024-03-15', text }).events.map(e => `${e.type}/${e.mode ?? '-'}`).join(' ')

describe('who or what does it tells whether it is an act', () => {
  test.each([
    ['Soldiers drove 300 people from their homes in Kibumba on Monday.', 'COERCE/deport'],
    ['The war has driven 300 people from their homes in Kibumba.', ''],
    ['Police picked up nine students in Dhaka on Monday.', 'COERCE/arrest'],
    ['The Zandari Lions attacked a checkpoint near Gao on Monday, killing four soldiers.', 'ASSAULT/-'],
    ['Soldiers shot dead nine Tamil Tigers near Jaffna on Monday.', 'ASSAULT/firearms'],
    ['Tigers killed two soldiers near Jaffna on Monday.', 'ASSAULT/-'],
    ['Two lions attacked a herd near Gao on Monday.', ''],
  ])('%s', (text, wanted) => { expect(codes(text)).toBe(wanted) })
  test('a colon ends a name', () => {
    const [event] = analyse({ id: 'r', published: '2024-03-15', text: 'Myanmar: Soldiers burned 40 houses in Pauk on Monday.' }).events
    expect(event!.actors.map(a => a.name)).toEqual(['Soldiers'])
  })
})
